import { describe, expect, it } from 'vitest';
import { makeOverlapIndex, type Pair } from '../../compiler/analyse/overlap-index.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import { edited, workspace } from '../harness/generate-workspace.ts';
import { and, atMost, benefit, condition, count, declareFact, fact, or, policy } from '../harness/ir-builders.ts';

const show = (pairs: readonly Pair[]) =>
  pairs
    .map(({ sides, judgement }) =>
      [...sides.map((s) => s.benefit.measure), 'kind' in judgement ? judgement.kind : judgement.why].join(' '),
    )
    .sort();

/** Every two measures asked about by themselves. */
function everyTwo(policies: readonly PolicyIr[]): string[] {
  const single = policies.flatMap((p) =>
    p.plans.flatMap((plan) => (plan.k === 'benefit' ? [{ ...p, name: plan.measure, plans: [plan] }] : [])),
  );
  return single.flatMap((a, i) => single.slice(i + 1).flatMap((b) => show(makeOverlapIndex().update([a, b])))).sort();
}

describe('the index of what lies between measures', () => {
  it.each(['sparse', 'dense'] as const)('finds in a %s workspace what asking about every two finds', (density) => {
    const policies = workspace(40, density, 7);
    expect(show(makeOverlapIndex().update(policies))).toEqual(everyTwo(policies));
  });

  it('finds among many on one matter what asking about every two finds', () => {
    const on = policy(
      workspace(60, 'dense', 5).flatMap((p) =>
        p.plans.map((plan) => (plan.k === 'benefit' ? { ...plan, matter: { name: '一事' } } : plan)),
      ),
      workspace(20, 'dense', 5)[0],
    );
    const whole = { ...on, facts: workspace(60, 'dense', 5).flatMap((p) => p.facts) };
    expect(show(makeOverlapIndex().update([whole]))).toEqual(everyTwo([whole]));
  });

  it('finds after each edit what an index made anew finds, and asks little for it', () => {
    const index = makeOverlapIndex();
    let policies = workspace(100, 'dense', 3);
    index.update(policies);
    for (let i = 0; i < 5; i++) {
      const before = index.asked;
      policies = edited(policies, 'dense', 50 + i);
      expect(show(index.update(policies))).toEqual(show(makeOverlapIndex().update(policies)));
      expect(index.asked - before).toBeLessThan(60);
    }
  });

  it('takes a measure that was written otherwise but means the same for the one it had', () => {
    const of = (clause: string) => [
      policy([benefit({ name: '甲', matter: '人才', clause }), benefit({ name: '乙', matter: '人才', clause })]),
    ];
    const index = makeOverlapIndex();
    index.update(of('一'));
    const { asked } = index;
    const [pair] = index.update(of('二'));
    expect(index.asked).toBe(asked);
    expect(pair?.sides[0].benefit.clause).toBe('二');
  });

  it('sees either of two ranges, and a limit that was moved', () => {
    const people = fact('人数');
    const between = (low: number, high: number) => and(atMost(count(low), people), atMost(people, count(high)));
    const of = (low: number, high: number) => [
      policy(
        [
          benefit({ name: '甲', matter: '人才', when: and(condition(or(between(0, 1), between(8, 20)))) }),
          benefit({ name: '乙', matter: '人才', when: and(condition(between(low, high))) }),
        ],
        { facts: [declareFact('人数', 'count')] },
      ),
    ];
    const index = makeOverlapIndex();
    expect(index.update(of(9, 12))).toHaveLength(1);
    expect(index.update(of(5, 6))).toHaveLength(0);
    expect(index.update(of(5, 8))).toHaveLength(1);
  });
});
