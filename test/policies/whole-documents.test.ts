import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { interpretTogether } from '../../compiler/ir/interpret/interpret.ts';
import { nodeHost } from '../../compiler/project/node-host.ts';
import { makeReplay } from '../../compiler/replay.ts';
import { uncovered } from '../../compiler/run/coverage.ts';
import { runExamples } from '../../compiler/run/run-examples.ts';
import { runtimeSource } from '../harness/runtime-source.ts';
import { compileFolder, compileUnaccepted, inRepository, onlyPolicy, problemsOf, textOf } from './harness.ts';

/**
 * The documents that are encoded whole. Which bodies answer for a clause is compared with the lists that were counted by
 * hand from the official texts; what the checker says of a document, before it is accepted with a reason, is exactly what
 * the text leaves open.
 */
const documents: Readonly<Record<string, readonly string[]>> = {
  'jinan-2023': [
    'CS3020 warning: up to 500万元', // 二（一）4
    'CS3093 info: up to 500万元',
    'CS3020 warning: up to 300万元',
    'CS3020 warning: up to 500万元', // 二（二）6
    'CS3020 warning: up to 100万元',
    'CS3092 info: 认定登记成交额', // 二（五）21
    'CS3021 warning: 天使基金', // 二（六）23
    'CS3020 warning: up to 30% of 基金规模', // 二（六）24
  ],
  'shandong-2024': [
    'CS3020 warning: up to 500万元', // 五（十一）
  ],
  'shandong-2026': [
    'CS3020 warning: up to 1500万元', // 四（三）12
    'CS3093 info: up to 1500万元',
  ],
  liaocheng: [
    'CS3020 warning: up to 5万元', // 五（四）
    'CS3021 warning: 产学研合作经费', // 六（二）
  ],
};

/** Names that a text gives to a body otherwise than the standard library, which knows them as aliases and former names. */
const canonical: Readonly<Record<string, string>> = {
  市发展和改革委员会: '市发展改革委',
  市地方金融监管局: '市委金融办',
};

interface Counted {
  readonly bodies: Readonly<Record<string, readonly { readonly name: string; readonly role: string }[]>>;
}

const today = '2026-06-30';

describe.each(Object.entries(documents))('%s', (name, warnings) => {
  const compilation = compileFolder(`policies/${name}`);
  const policy = onlyPolicy(compilation);
  const counted = JSON.parse(textOf(`test/source-text/figures/${name}.json`)) as Counted;

  it('accepts, with a reason, what its text leaves open, and nothing else', () => {
    expect(problemsOf(compilation)).toEqual([]);
    expect(problemsOf(compileUnaccepted(`policies/${name}`)).map((problem) => problem.replace(/ \d+:/, ':'))).toEqual(
      warnings,
    );
  });

  it('names for each clause the bodies that its text names', () => {
    const named = new Map<string, Set<string>>();
    for (const plan of policy.plans) {
      if (plan.k !== 'benefit' && plan.k !== 'norm' && plan.k !== 'pool') continue;
      const bodies = named.get(plan.clause ?? '') ?? new Set();
      for (const body of plan.by) bodies.add(body);
      named.set(plan.clause ?? '', bodies);
    }
    const expected = Object.entries(counted.bodies).flatMap(([clause, bodies]) => {
      const responsible = bodies.filter((body) => body.role === 'responsible');
      return responsible.length === 0 ? [] : [[clause, responsible.map((body) => canonical[body.name] ?? body.name)]];
    });
    const found = expected.map(([clause]) => [clause, [...(named.get(clause as string) ?? [])]]);
    expect(found).toEqual(expected);
    // No body stands at a clause whose text names none.
    const others = [...named].filter(([clause, bodies]) => bodies.size > 0 && counted.bodies[clause] === undefined);
    expect(others).toEqual([]);
  });

  it('has an example for every benefit, cap and condition', () => {
    expect(
      uncovered(policy, today).map(({ what, measure, benefit, never }) => ({ what, measure, benefit, never })),
    ).toEqual([]);
  });

  it.each(
    runExamples(policy, (facts, options) => interpretTogether([policy], facts, options), { today, lang: 'zh' }).map(
      (run) => ({ title: run.example.title, run }),
    ),
  )('$title', ({ run }) => {
    expect(run.result.problems).toEqual([]);
    expect(run.failures.map(({ why }) => why)).toEqual([]);
  });
});

describe('all the documents together', () => {
  const folders = [...Object.keys(documents), 'jinan-2026'].map((name) => inRepository(`policies/${name}`));
  const all = compile(folders, nodeHost, { replay: makeReplay(runtimeSource) });

  it('have no errors: what they declare alike is one', () => {
    expect(all.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('meet where one applicant may be paid twice: a city and the province say nothing of each other', () => {
    // In what order findings and sides are named is no matter here.
    const found = all.diagnostics.flatMap((d) =>
      d.finding === undefined ? [] : [[d.finding, ...[...(d.measures ?? [])].sort(), d.settled]],
    );
    expect(found).toHaveLength(5);
    expect(found).toEqual(
      expect.arrayContaining([
        // Both drafts of Jinan in force; what is promised without a sum is passed over.
        ['stale', '创新平台', '重点实验室', true],
        ['stale', '创新平台', '大学科技园建设', true],
        ['stale', '概念验证中心', '概念验证中心建设', true],
        // City and province both take shares in one company, and no rule ranks shares.
        ['overlap', '人才转化成果', '成果落地企业', true],
        ['stale', '产业学院', '特色学院', true],
      ]),
    );
  });
});
