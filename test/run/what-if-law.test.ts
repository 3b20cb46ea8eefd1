import { describe, expect, it } from 'vitest';
import { interpretTogether } from '../../compiler/ir/interpret/interpret.ts';
import { type Effect, whatIf } from '../../compiler/run/what-if/what-if.ts';
import type { Facts, FactValue, JointResult } from '../../stdlib/runtime/types.ts';
import { randomFrom } from '../harness/random.ts';
import { compileSources, onlyPolicy } from '../policies/harness.ts';

/** The cheapest changes against all that there are, over facts of few values. */

const policy = onlyPolicy(
  compileSources({
    'main.cuoshi': `
policy 小 { status in force }
enum 等次 { 甲, 乙, 丙 }
party 企业 { 人数: count, 项目: count, 规上: bool, 等次: 等次 }
measure 稳岗 { for 企业 about 就业 when 人数 >= 6 grant 1000元 per 人数 cap 9000元 per year }
measure 项目 { for 企业 about 研发 when 规上 and 项目 > 3 grant 2000元 per 项目 }
measure 评级 { for 企业 about 评级 when 人数 < 11 grant table 等次 { 甲: 9万元, 乙: 4万元, otherwise: none } }
measure 组合 { for 企业 about 组合 when 项目 * 2 + 人数 >= 14 and 等次 is 甲 grant 5万元 }
`,
  }),
);

const domains: Readonly<Record<string, readonly FactValue[]>> = {
  人数: Array.from({ length: 15 }, (_, i) => i),
  项目: Array.from({ length: 10 }, (_, i) => i),
  规上: [true, false],
  等次: ['甲', '乙', '丙'],
};
const names = Object.keys(domains);
/** The same few applicants come again and again. */
const known = new Map<string, JointResult>();
function evaluate(facts: Facts): JointResult {
  const key = JSON.stringify(names.map((name) => facts[name]));
  const result = known.get(key) ?? interpretTogether([policy], facts, { asOf: '2026-06-30' });
  known.set(key, result);
  return result;
}
const total = (result: JointResult): number => result.totals.cash?.min ?? 0;
const cost = (from: FactValue, to: FactValue): number =>
  typeof from === 'number' && typeof to === 'number' ? Math.abs(to - from) / Math.max(Math.abs(from), 1) : 1;
const costOf = ({ changes }: Effect): number =>
  changes.reduce((sum, { variable, to }) => sum + cost(variable.now, to), 0);
/** Values may be told that are beyond those enumerated here. */
const isEnumerated = ({ changes }: Effect): boolean =>
  changes.every(({ variable, to }) => domains[variable.fact.name]?.includes(to));
const least = (costs: readonly number[]): number => Math.min(Number.POSITIVE_INFINITY, ...costs);

describe('the cheapest changes', () => {
  const random = randomFrom(11);
  const applicants = Array.from(
    { length: 12 },
    (): Readonly<Record<string, FactValue>> =>
      Object.fromEntries(names.map((name) => [name, random.pick(domains[name] ?? [])])),
  );
  const applicant = (given: Readonly<Record<string, FactValue>>): Facts => ({ party: ['企业'], ...given });

  it('of one fact are the cheapest of all that raise or lower the total', () => {
    let found = 0;
    for (const given of applicants) {
      const facts = applicant(given);
      const now = total(evaluate(facts));
      const answer = whatIf([policy], facts, evaluate);
      for (const name of names) {
        const others = (domains[name] ?? []).filter((value) => value !== given[name]);
        const moved = others.map((to) => ({ to, by: total(evaluate({ ...facts, [name]: to })) - now }));
        for (const [direction, sign] of [
          ['raises', 1],
          ['lowers', -1],
        ] as const) {
          const all = moved.flatMap(({ to, by }) => (by * sign > 0 ? [cost(given[name] ?? 0, to)] : []));
          const told = answer[direction].filter(
            (effect) =>
              effect.changes.length === 1 && effect.changes[0]?.variable.fact.name === name && isEnumerated(effect),
          );
          const said = JSON.stringify({ given, name, direction });
          expect([said, least(told.map(costOf))]).toEqual([said, least(all)]);
          found += told.length;
        }
      }
    }
    expect(found).toBeGreaterThan(30);
  });

  it('of two facts are the cheapest that bring an award which no single change brings', () => {
    let found = 0;
    for (const given of applicants) {
      const facts = applicant(given);
      const base = evaluate(facts);
      const answer = whatIf([policy], facts, evaluate);
      const brings = (changed: Readonly<Record<string, FactValue>>, measure: string): boolean => {
        const after = evaluate({ ...facts, ...changed });
        const raised = total(after) > total(base);
        return raised && after.awards.some((award) => award.measure === measure && award.outcome === 'granted');
      };
      for (const { measure, outcome } of base.awards) {
        if (outcome !== 'denied') continue;
        const told = answer.raises.filter(
          (effect) =>
            effect.changes.length === 2 &&
            effect.awards.some((award) => award.measure === measure) &&
            isEnumerated(effect),
        );
        const single = names.some((name) => (domains[name] ?? []).some((to) => brings({ [name]: to }, measure)));
        if (single) continue;
        const all = names.flatMap((one, i) =>
          names
            .slice(i + 1)
            .flatMap((two) =>
              (domains[one] ?? []).flatMap((a) =>
                (domains[two] ?? []).flatMap((b) =>
                  a !== given[one] && b !== given[two] && brings({ [one]: a, [two]: b }, measure)
                    ? [cost(given[one] ?? 0, a) + cost(given[two] ?? 0, b)]
                    : [],
                ),
              ),
            ),
        );
        const said = JSON.stringify({ given, measure });
        expect([said, least(told.map(costOf))]).toEqual([said, least(all)]);
        found++;
      }
    }
    expect(found).toBeGreaterThan(3);
  });
});
