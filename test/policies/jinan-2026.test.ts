import { describe, expect, it } from 'vitest';
import { interpretTogether } from '../../compiler/ir/interpret/interpret.ts';
import { uncovered } from '../../compiler/run/coverage.ts';
import { runExamples } from '../../compiler/run/run-examples.ts';
import { compileFolder, onlyPolicy, problemsOf } from './harness.ts';

const compilation = compileFolder('policies/jinan-2026');
const policy = onlyPolicy(compilation);
const today = '2026-06-30';

describe('jinan-2026', () => {
  it('checks with a warning for each sum that no named process decides, and for the pool', () => {
    const warned = problemsOf(compilation).map((problem) => problem.replace(/ \d+:/, ':'));
    expect(warned).toEqual([
      'CS3022 info: "jinan-2026.source.json"',
      'CS3020 warning: up to 200万元', // （五）
      'CS3020 warning: up to 50万元', // （六）
      'CS3020 warning: up to 300万元', // （七）
      'CS3020 warning: up to 1000万元', // （八）, three sums
      'CS3020 warning: up to 100万元',
      'CS3020 warning: up to 100万元',
      'CS3020 warning: up to 500万元', // （九）
      'CS3020 warning: up to 300万元', // （十一）
      'CS3021 warning: 市校融合资金', // （二十）
    ]);
  });

  it('has a measure for each of the twenty clauses, with its bodies', () => {
    const clauses = new Map<string, Set<string>>();
    for (const plan of policy.plans) {
      if (plan.k !== 'benefit' && plan.k !== 'norm' && plan.k !== 'pool') continue;
      const bodies = clauses.get(plan.clause ?? '') ?? new Set();
      for (const body of plan.by) bodies.add(body);
      clauses.set(plan.clause ?? '', bodies);
    }
    // As the clauses name them, in their order.
    expect(Object.fromEntries([...clauses].map(([clause, bodies]) => [clause, [...bodies].join('、')]))).toEqual({
      '一（一）': '市教育局',
      '一（二）': '市教育局',
      '一（三）': '市教育局',
      '一（四）': '市教育局',
      '一（五）': '市科技局',
      '一（六）': '市科技局',
      '二（七）': '市委组织部、市科技局',
      '二（八）': '市科技局',
      '二（九）': '市科技局',
      '二（十）': '市科技局',
      '三（十一）': '市科技局',
      '三（十二）': '市教育局',
      '三（十三）': '市科技局',
      '四（十四）': '市科技局、市教育局',
      '四（十五）': '市委组织部、市科技局、市教育局',
      '四（十六）': '市科技局、市教育局',
      '五（十七）': '市科技局、市教育局、市财政局',
      '五（十八）': '市教育局',
      '五（十九）': '市科技局、市财政局、市委金融办',
      '五（二十）': '市财政局、市教育局、市科技局',
    });
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
    expect(
      run.failures.map(({ why, awards }) => ({
        why,
        awards: awards.map(({ outcome, min, max }) => ({ outcome, min, max })),
      })),
    ).toEqual([]);
  });
});
