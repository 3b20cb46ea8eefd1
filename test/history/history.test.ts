import { describe, expect, it } from 'vitest';
import { emitTypeScript } from '../../compiler/emit/typescript/emit.ts';
import { interpret } from '../../compiler/ir/interpret/interpret.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import { metadataOf } from '../../compiler/ir/metadata.ts';
import { loadModule } from '../../compiler/run/load-module.ts';
import { runExamples } from '../../compiler/run/run-examples.ts';
import { parseRecord } from '../../stdlib/runtime/parse-facts.ts';
import type { Result } from '../../stdlib/runtime/types.ts';
import { compileTexts } from '../harness/problems.ts';
import { runtimeSource } from '../harness/runtime-source.ts';
import { examples, sources } from './sources.ts';

function compile(text: string): PolicyIr {
  const { policies, diagnostics } = compileTexts({ 'h.cuoshi': text });
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  return policies[0]!;
}

function codes(text: string): string[] {
  return compileTexts({ 'h.cuoshi': text })
    .diagnostics.filter((d) => d.severity !== 'info')
    .map((d) => d.code);
}

/** A record as anybody writes it, checked and evaluated by the interpreter and the emitted module, which must agree. */
function evaluate(policy: PolicyIr, record: unknown): Result {
  const { facts, problems } = parseRecord(metadataOf(policy, '0').schema, record);
  expect(problems).toEqual([]);
  const options = { asOf: '2026-06-30' };
  const result = interpret(policy, facts!, options);
  const { evaluate: emitted } = loadModule(emitTypeScript(policy, runtimeSource(), '0').javascript);
  expect(JSON.parse(JSON.stringify(emitted(facts!, options)))).toEqual(JSON.parse(JSON.stringify(result)));
  return result;
}

describe('history', () => {
  const policy = compile(sources + examples);
  const of = (record: object, measure: string, benefit: string | null = null) =>
    evaluate(policy, { party: '企业', ...record }).awards.find((a) => a.measure === measure && a.benefit === benefit)!;

  it('comes out as the examples say', () => {
    const runs = runExamples(policy, (facts, options) => ({ ...interpret(policy, facts, options), policies: [] }), {
      today: '2026-06-30',
      lang: 'zh',
    });
    expect(runs.length).toBeGreaterThan(8);
    expect(runs.flatMap(({ example, failures }) => failures.map((f) => `${example.title}: ${f.why}`))).toEqual([]);
  });

  it('of a fact given plainly is asked for by what would tell', () => {
    const award = of({ 绿色认证: true, ledger: [] }, '首认');
    expect(award.outcome).toBe('needs');
    expect(award.needs!.map(({ fact, at }) => [fact, at])).toEqual([['绿色认证', 'earlier']]);
    expect(award.needs![0]!.follows.map((f) => `${f.value}: ${f.outcome}`)).toEqual(['yes: denied', 'no: granted']);
  });

  it('is given in columns of years, or as a first time', () => {
    const paid = (record: object) => of({ ...record, ledger: [] }, '首认').outcome;
    expect(paid({ '首次 绿色认证': '是' })).toBe('granted');
    expect(paid({ '首次 绿色认证': '否', 绿色认证: '是' })).toBe('denied');
    expect(paid({ 绿色认证: 'yes', '绿色认证@2025': 'no' })).toBe('granted');
    expect(paid({ 绿色认证: 'yes', '绿色认证[2023]': 'yes', '绿色认证（2025年）': 'no' })).toBe('denied');
    expect(paid({ 绿色认证: { 此前: false, 本年: true } })).toBe('granted');
    expect(of({ 产值: '106万元', '产值@2025': '100万元' }, '增长', '增量').min).toBe(2_100_000);
  });

  it('has no growth over nothing: a base of 0 is asked for', () => {
    const award = of({ 产值: { 2025: 0, 2026: 100 } }, '增长', '增量');
    expect(award.needs).toEqual([
      {
        fact: '产值',
        kind: 'fact',
        at: '2025',
        growthBase: true,
        follows: [{ value: '> 0', outcome: 'needs', min: 0, max: 3500 }],
      },
    ]);
    expect(of({ 产值: { 2025: 200, 2026: 100 } }, '增长', '增量').outcome).toBe('denied');
    expect(of({ 产值: { 2025: 100, 2026: 106 } }, '增长', '超额').outcome).toBe('denied');
  });

  it('asks for a ledger, and counts of it what was before', () => {
    const had = (...ledger: object[]) => of({ '首次 绿色认证': '是', ledger }, '首认').outcome;
    expect(of({ '首次 绿色认证': '是' }, '首认').needs).toMatchObject([{ fact: '首认', kind: 'award' }]);
    expect(had()).toBe('granted');
    expect(had({ measure: '首认', amount: '3万元', year: 2025 })).toBe('denied');
    expect(had({ measure: '首认', amount: 1, date: '2026-06-29' })).toBe('denied');
    expect(had({ measure: '首认', amount: 1, date: '2026-06-30' })).toBe('granted');
    expect(had({ measure: '首认', amount: 1, year: 2026 })).toBe('granted');
    expect(had({ measure: '首认', amount: 1, policy: '别的政策' })).toBe('granted');
    expect(had({ measure: '首认', amount: 1, policy: 'h-2026' })).toBe('denied');
  });

  it('pays by the year of the schedule: a share before the cap, and nothing after its last year', () => {
    const paid = (投运日期: string) => of({ 电费: '200万元', 投运日期 }, '电补', '电费补贴');
    expect(paid('2026-12-31').min).toBe(90_000_000);
    expect(paid('2025-01-01').min).toBe(90_000_000);
    expect(paid('2024-12-31').min).toBe(70_000_000);
    expect(paid('2023-01-01').min).toBe(70_000_000);
    expect(paid('2022-12-31').outcome).toBe('denied');
    expect(paid('2027-01-01').outcome).toBe('denied');
  });

  it('names the record’s past awards that cannot be read', () => {
    const { schema } = metadataOf(policy, '0');
    const read = (ledger: unknown) => parseRecord(schema, { ledger }).problems.map((p) => `${p.code} ${p.field}`);
    expect(read('无')).toEqual(['CS6015 ledger']);
    expect(
      read([{ measure: '首认', amount: -1 }, { amount: 1 }, { measure: '甲', amount: 1, year: 25, 备注: 'x' }]),
    ).toEqual([
      'CS6015 ledger[1].amount',
      'CS6015 ledger[2].measure',
      'CS6001 ledger[3].备注',
      'CS6015 ledger[3].year',
    ]);
  });
});

describe('past awards are deducted', () => {
  const text = (rule: string) => `policy p { ${rule} }
party 企业 { 甲: money, 乙: money }
matter 建设
measure 一 { for 企业 about 建设
  grant 100% of 甲 less already awarded "旧奖" }
measure 二 { for 企业 about 建设
  grant 100% of 乙 }
`;

  it('once it is settled which award is paid: who loses is not revived', () => {
    const policy = compile(text('stacking highest'));
    const ledger = [{ measure: '旧奖', amount: 90 }];
    const result = evaluate(policy, { 甲: 100, 乙: 50, ledger });
    expect(result.awards.map(({ outcome, min }) => [outcome, min])).toEqual([
      ['granted', 1000],
      ['suppressed', 0],
    ]);
    expect(result.awards[0]).toMatchObject({ compared: { min: 10_000, max: 10_000 } });
    expect(result.awards[0]!.steps.at(-1)).toMatchObject({ role: 'less', cutMin: 9000, min: 1000 });
    expect(result.totals.cash).toEqual({ min: 1000, max: 1000 });
    const used = evaluate(policy, { 甲: 100, 乙: 50, ledger: [{ measure: '旧奖', amount: 200 }] });
    expect(used.awards.map(({ outcome }) => outcome)).toEqual(['denied', 'suppressed']);
    expect(used.totals.cash).toEqual({ min: 0, max: 0 });
  });
});

describe('what is wrong with history', () => {
  const measure = (body: string) => `policy p { }
party 企业 { 产值: money by year, 销售额: money, 上年产值: money, 认定: bool, 日期: date, 净额: money = 产值 - 销售额 }
measure 甲 { for 企业
  ${body} }
`;
  it.each([
    ['grant 1% of growth of 认定', 'CS2120'],
    ['grant growth rate of 产值', 'CS2121'],
    ['grant 1元 when growth rate of 产值 >= 1元', 'CS2121'],
    ["grant 1% of last year's 净额", 'CS2122'],
    ['grant 1元 when first time 产值 < 5元', 'CS2123'],
    ['grant 1元 when first time (认定 and 产值 > 1元)', 'CS2123'],
    ['grant 1% of sum of 产值 over 8 months', 'CS2124'],
    ['grant 1元 when 产值 > 1元 for 1 years running', 'CS2125'],
    ['grant 1元 when first time 认定 for 2 years running', 'CS2126'],
    ['grant 1元 each year for 3 years from 产值', 'CS2127'],
    ['grant over 4 years from 日期 { 1 to 2: 60%, 4: 35% } of 销售额', 'CS2128'],
    ['grant over 2 years from 日期 { 1 to 2: 60%, 2: 35% } of 销售额', 'CS2129'],
    ['grant over 2 years from 日期 { 1 to 3: 60% } of 销售额', 'CS2130'],
    ['grant 1元 when had 没有', 'CS2131'],
    ["grant 1% of last year's 销售额", 'CS3120'],
    ["grant 1% of last year's 产值 + 1% of 上年产值", 'CS3121'],
  ])('%s', (body, code) => {
    expect(codes(measure(body))).toContain(code);
  });
});

describe('a fact that is read in other years and not declared by year', () => {
  it.each([
    ['party 企业 { 产值: money signed "报表" }', 'party 企业 { 产值: money by year signed "报表" }'],
    ['主体 企业 { 产值：金额 }', '主体 企业 { 产值：金额 逐年 }'],
  ])('is declared so by the quick fix: %s', (declaration, expected) => {
    const text = `policy p { }\n${declaration}\nmeasure 甲 { for 企业\n  grant 1% of last year's 产值 }\n`;
    const { diagnostics } = compileTexts({ 'h.cuoshi': text });
    const [edit] = diagnostics.find((d) => d.code === 'CS3120')?.fixes[0]?.edits ?? [];
    const fixed = text.slice(0, edit!.span.start) + edit!.text + text.slice(edit!.span.end);
    expect(fixed).toContain(expected);
    expect(codes(fixed)).not.toContain('CS3120');
    expect(codes(fixed).filter((code) => code.startsWith('CS1'))).toEqual([]);
  });
});
