import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { interpret } from '../../compiler/ir/interpret/interpret.ts';
import { schemaOf } from '../../compiler/ir/metadata.ts';
import { nodeHost } from '../../compiler/project/node-host.ts';
import { trialMeasures } from '../../lsp/ide/trial-facts.ts';
import { viewResult } from '../../lsp/ide/view-result.ts';
import { parseRecord } from '../../stdlib/runtime/parse-facts.ts';

const policy = compile(['policies/jinan-2026'], nodeHost).policies[0]!;
const measures = trialMeasures(policy);

function tried(record: Record<string, unknown>, lang: 'zh' | 'en' = 'zh') {
  const { facts, problems } = parseRecord(schemaOf(policy), record, { lang });
  expect(problems).toEqual([]);
  return viewResult(interpret(policy, facts!, { asOf: '2026-06-30', lang }), lang);
}

describe('the measures to try', () => {
  it('name the facts they read, in the order of their declaration', () => {
    const found = measures.find(({ name }) => name === '联合培养');
    expect(found).toEqual({
      name: '联合培养',
      title: '校企联合培养工程硕博',
      clause: '一（一）',
      parties: ['高校'],
      reads: expect.arrayContaining(['硕士', '博士', '订单式培养']),
    });
  });

  it('count the fields of a record for their list', () => {
    expect(measures.find(({ name }) => name === '创新平台')?.reads).toContain('平台');
  });

  it('read nothing that a record could not hold', () => {
    const { facts, lists } = schemaOf(policy);
    const known = new Set([...facts, ...lists].map(({ name }) => name));
    expect(measures.length).toBeGreaterThan(15);
    expect(measures.flatMap(({ reads }) => reads.filter((name) => !known.has(name)))).toEqual([]);
  });
});

describe('a result as a page shows it', () => {
  const view = tried({ 硕士: 60, 博士: 30, 订单式培养: true });
  const award = (title: string) => view.awards.find((a) => a.title === title)!;

  it('says the amount with each step, and what the cap took', () => {
    const found = award('联合培养/硕博培养');
    expect(found).toMatchObject({
      clause: '一（一）',
      outcome: 'granted',
      outcomeWord: '应得',
      amount: '50万元',
      lines: [expect.any(String)],
    });
    expect(found.steps.map(({ role, amount, cut }) => `${role} ${amount} ${cut}`.trim())).toEqual([
      '基数 66万元',
      '封顶 50万元 16万元',
    ]);
  });

  it('asks for a decision where somebody decides, by the key a decision goes by', () => {
    const found = award('联合培养/订单培养');
    expect(found).toMatchObject({
      outcome: 'ceiling',
      amount: '0元至150万元',
      decision: { kind: 'amount', by: '绩效评估' },
    });
    const decided = tried({ 硕士: 60, 博士: 30, 订单式培养: true, decisions: { [found.key]: '120万元' } });
    expect(decided.awards.find(({ key }) => key === found.key)).toMatchObject({
      outcome: 'granted',
      amount: '120万元',
    });
  });

  it('says which facts are missing and what follows from them', () => {
    const [needs] = tried({ 硕士: 60 }).awards.filter(({ title }) => title === '联合培养/订单培养');
    expect(needs).toMatchObject({ outcome: 'needs', needs: [{ name: '订单式培养', kind: 'fact' }] });
    expect(needs!.needs[0]!.follows.some((text) => text.startsWith('是：待评定'))).toBe(true);
  });

  it('is in English as well', () => {
    const found = tried({ 硕士: 60, 博士: 30 }, 'en').awards.find(({ title }) => title === '联合培养/硕博培养');
    expect(found).toMatchObject({ outcomeWord: 'granted', amount: '500,000 yuan' });
  });
});
