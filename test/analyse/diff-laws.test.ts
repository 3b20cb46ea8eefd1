import { describe, expect, it } from 'vitest';
import { mattersOf } from '../../compiler/analyse/compete.ts';
import { diffPolicies } from '../../compiler/analyse/diff/diff.ts';
import { diffJson } from '../../compiler/analyse/diff/diff-json.ts';
import {
  type Change,
  type Direction,
  isEmpty,
  type PolicyDiff,
  type Verdict,
} from '../../compiler/analyse/diff/model.ts';
import type { BenefitPlan, Expr, PolicyIr } from '../../compiler/ir/ir.ts';
import { multiply, rational } from '../../compiler/ir/rational.ts';
import { makeReplay } from '../../compiler/replay.ts';
import type { Award, Facts, Ledger, Range } from '../../stdlib/runtime/types.ts';
import { benefitAtRandom, pairAtRandom, vocabulary } from '../harness/generate-pairs.ts';
import * as b from '../harness/ir-builders.ts';
import { type Random, randomFrom } from '../harness/random.ts';
import { runtimeSource } from '../harness/runtime-source.ts';

/** What holds of every comparison, on versions made at random. */

const replay = makeReplay(runtimeSource);

/** Procedures within conditions leave an award open whatever the facts are: here they stand for themselves. */
const isClosed = (policy: PolicyIr) =>
  !JSON.stringify(policy, (_, v) => (typeof v === 'bigint' ? `${v}` : v)).includes('@passed:');

function versions(seed: number): readonly [PolicyIr, PolicyIr] | undefined {
  const random = randomFrom(seed);
  const wide = random.chance(0.3);
  const made = random.chance(0.4) ? pairAtRandom(random, wide) : mutated(random, wide);
  return made.every(isClosed) ? made : undefined;
}

/** A version and one in which one thing was changed. */
function mutated(random: Random, wide: boolean): readonly [PolicyIr, PolicyIr] {
  const old = benefitAtRandom('甲', random, wide);
  const changes: readonly (() => Partial<BenefitPlan>)[] = [
    () => ({ amount: scaled(old.amount, rational(random.pick([2, 3]))) }),
    () => ({ amount: scaled(old.amount, rational(1, 2)) }),
    () => ({ amount: underCap(old.amount, random.whole(1, 200)) }),
    () => ({ parties: random.pick([['单位'], ['高校'], ['企业']]) }),
    () => ({ when: b.and(old.when, b.condition(b.fact('高新'))) }),
    () => ({ when: old.when.k === 'and' ? b.and(...old.when.args.slice(0, -1)) : old.when }),
  ];
  const now = { ...old, ...random.pick(changes)() };
  const policy = (name: string, benefit: BenefitPlan) => b.policy([benefit], { ...vocabulary, name, level: 'city' });
  return [policy('旧', old), policy('新', now)];
}

function underCap(amount: Expr, fen: number): Expr {
  if (amount.k !== 'step' || amount.of === undefined) throw new Error('an amount ends in a rounding');
  return { ...amount, of: b.capped(b.constant(rational(fen)))(amount.of) };
}

/** Every sum of money times a factor. */
function scaled(e: Expr, by: ReturnType<typeof rational>): Expr {
  const of = (x: Expr) => scaled(x, by);
  switch (e.k) {
    case 'const':
      return typeof e.value === 'boolean' || e.valueType.type !== 'money' ? e : { ...e, value: multiply(e.value, by) };
    case 'add':
    case 'min':
    case 'max':
      return { k: e.k, args: e.args.map(of) };
    case 'step':
      return e.role === 'round'
        ? { ...e, ...(e.of && { of: of(e.of) }) }
        : { ...e, x: of(e.x), ...(e.of && { of: of(e.of) }) };
    case 'decide':
      return { ...e, lo: of(e.lo), hi: e.hi === null ? null : of(e.hi) };
    case 'if':
      return { ...e, t: of(e.t), e: of(e.e) };
    default:
      return e;
  }
}

function applicant(random: Random): Facts {
  const money = () => random.pick([0, 1, 2, 3, 5, 9, 100, 700]);
  const yearly = () => ({ 2024: random.whole(0, 4), 2025: random.whole(0, 4), 2026: random.whole(0, 4) });
  return {
    // Of these it is known what else they are.
    party: [random.pick(['高校', '小企业'])],
    人数: yearly(),
    年限: random.whole(0, 5),
    经费: money(),
    投入: money(),
    收益: random.whole(-3, 9),
    比例: random.pick([0, 30_000_000, 450_000_000, 500_000_000, 1_000_000_000]),
    认定日期: 20_454 + random.whole(-500, 400),
    租期: random.pick([0, 12, 36]),
    高新: random.chance(0.5),
    备案: random.chance(0.5),
    等次: random.pick(['优秀', '良好', '合格']),
    代码: random.pick(['A', 'B', 'C']),
    平台: [
      { 级别: random.pick(['国家级', '省级']), 获批: random.chance(0.7), 支出: money(), 数量: random.whole(0, 4) },
    ],
  };
}

function total(policy: PolicyIr, facts: Facts, asOf: string, ledger: Ledger | undefined): Range {
  const awards: readonly Award[] = replay(policy, { facts, asOf, ...(ledger && { ledger }) }).awards;
  return awards.reduce<Range>(
    (sum, { min, max }) => ({ min: sum.min + min, max: sum.max === null || max === null ? null : sum.max + max }),
    { min: 0, max: 0 },
  );
}

function isUnknown(policy: PolicyIr, facts: Facts, asOf: string, ledger: Ledger): boolean {
  return replay(policy, { facts, asOf, ledger }).awards.some((award) => award.outcome === 'needs');
}

const upper = ({ max }: Range) => max ?? Number.POSITIVE_INFINITY;
const compare = (older: PolicyIr, newer: PolicyIr) => diffPolicies(older, newer, replay);
const seeds = Array.from({ length: 120 }, (_, i) => i + 1);
const mirrored: Readonly<Record<Verdict, Verdict>> = {
  equivalent: 'equivalent',
  'more-generous': 'less-generous',
  'less-generous': 'more-generous',
  incomparable: 'incomparable',
  undecided: 'undecided',
};

function changesIn(diff: PolicyDiff): readonly Change[] {
  return diff.compared
    .flatMap(({ gain, loss, onlyBefore, onlyNow }) => [
      ...[gain, loss].flatMap((d) => (d ? [d, d.largest.at, d.amongBoth?.at] : [])),
      onlyBefore,
      onlyNow,
    ])
    .filter((change) => change !== undefined);
}

describe('versions made at random', () => {
  const all = seeds.flatMap((seed) => {
    const made = versions(seed);
    return made === undefined ? [] : [{ seed, older: made[0], newer: made[1], diff: compare(...made) }];
  });

  it('are enough, of every verdict', () => {
    expect(all.length).toBeGreaterThan(60);
    const verdicts = all.map(({ diff }) => diff.compared[0]?.verdict);
    for (const verdict of ['equivalent', 'more-generous', 'less-generous', 'incomparable']) {
      expect(verdicts.filter((v) => v === verdict).length).toBeGreaterThan(3);
    }
    expect(verdicts.filter((v) => v === 'undecided').length).toBeLessThan(all.length / 10);
    const proved = all
      .flatMap(({ diff }) => diff.compared.flatMap((m) => [m.gain, m.loss]))
      .filter((d) => d?.largest.proved);
    expect(proved.length).toBeGreaterThan(40);
  });

  it('differ from themselves in nothing', () => {
    for (const { older, newer } of all) {
      for (const policy of [older, newer]) expect(isEmpty(compare(policy, policy))).toBe(true);
    }
  });

  it('compared the other way round, gain what they lost', () => {
    const figures = (d: Direction | undefined) =>
      d && { by: d.largest.by, proved: d.largest.proved, among: d.amongBoth?.by };
    for (const { seed, older, newer, diff } of all) {
      const back = compare(newer, older);
      expect([seed, back.compared.length]).toEqual([seed, diff.compared.length]);
      for (const [i, one] of diff.compared.entries()) {
        const other = back.compared[i];
        expect([seed, other?.verdict]).toEqual([seed, mirrored[one.verdict]]);
        expect([seed, figures(other?.gain), figures(other?.loss)]).toEqual([
          seed,
          figures(one.loss),
          figures(one.gain),
        ]);
        expect([seed, other?.onlyNow === undefined]).toEqual([seed, one.onlyBefore === undefined]);
        expect(other?.details.map((d) => [d.aspect, d.new, d.old])).toEqual(
          one.details.map((d) => [d.aspect, d.old, d.new]),
        );
      }
      expect(back.added.length).toBe(diff.dropped.length);
    }
  });

  it('pay the witnesses what the comparison says', () => {
    for (const { seed, older, newer, diff } of all) {
      for (const { witness, old, new: now } of changesIn(diff)) {
        const paid = [older, newer].map((policy) => total(policy, witness.facts, witness.asOf, witness.ledger));
        expect([seed, ...paid]).toEqual([seed, old, now]);
      }
    }
  });

  it('never move an applicant further than what is proved', () => {
    const random = randomFrom(7);
    let moved = 0;
    for (const { seed, older, newer, diff } of all) {
      const [matter] = diff.compared;
      if (matter === undefined) continue;
      for (let i = 0; i < 60; i++) {
        const facts = applicant(random);
        const ledger = [{ measure: '甲', benefit: '旧', amount: random.whole(0, 5) }];
        const asOf = random.pick(['2025-03-01', '2026-02-01', '2026-06-06', '2027-09-01']);
        const [a, c] = [total(older, facts, asOf, ledger), total(newer, facts, asOf, ledger)];
        if ([older, newer].some((policy) => isUnknown(policy, facts, asOf, ledger))) continue;
        const said = JSON.stringify({ seed, facts, asOf, ledger, a, c });
        const [up, down] = [upper(c) - upper(a), upper(a) - upper(c)];
        if (Number.isNaN(up)) continue;
        if (up !== 0) moved++;
        for (const [by, direction] of [
          [up, matter.gain],
          [down, matter.loss],
        ] as const) {
          if (by <= 0 || matter.verdict === 'undecided') continue;
          expect(direction, said).toBeDefined();
          if (direction?.largest.proved)
            expect(by, said).toBeLessThanOrEqual(direction.largest.by ?? Number.POSITIVE_INFINITY);
        }
        if (matter.verdict === 'equivalent') expect([a, said]).toEqual([c, said]);
        if (matter.verdict === 'more-generous') expect(c.min, said).toBeGreaterThanOrEqual(a.min);
        if (matter.verdict === 'less-generous') expect(c.min, said).toBeLessThanOrEqual(a.min);
      }
    }
    expect(moved).toBeGreaterThan(200);
  });

  it('mean the same in another order, under other names', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const random = randomFrom(seed);
      const benefits = ['甲', '乙', '丙'].map((name, i): BenefitPlan => {
        const made = benefitAtRandom(name, random, true);
        if (i === 0) return made;
        const { matter: _, ...bare } = made;
        return i === 1 ? bare : { ...made, matter: { name: '设备' } };
      });
      const renamed = benefits.map(
        (benefit): BenefitPlan => ({ ...pastAwardsRenamed(benefit), measure: `新${benefit.measure}`, title: '改名' }),
      );
      const policy = (plans: readonly BenefitPlan[]) => b.policy(plans, { ...vocabulary, name: '文件', level: 'city' });
      const diff = compare(policy(benefits), policy(renamed.toReversed()));
      expect([seed, isEmpty(diff), diff.compared.length]).toEqual([seed, true, 3]);
    }
  });

  it('can be written as JSON', () => {
    for (const { diff } of all.slice(0, 20)) expect(() => JSON.stringify(diffJson(diff))).not.toThrow();
    expect(mattersOf({ policy: all[0]!.older, benefit: all[0]!.older.plans[0] as BenefitPlan })).toEqual(['人才']);
  });
});

/** The same, with past awards of the measures asked for under their new names. */
function pastAwardsRenamed<T>(node: T): T {
  if (Array.isArray(node)) return node.map(pastAwardsRenamed) as T;
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, pastAwardsRenamed(value)]));
  const isPast = copy.k === 'fact' && copy.at === 'awarded' && typeof copy.ref === 'string';
  return (isPast ? { ...copy, ref: String(copy.ref).replace(/^(?=[甲乙丙](\/|$))/, '新') } : copy) as T;
}
