import { describe, expect, it } from 'vitest';
import type { Expr, ExprOf, FactTime } from '../../compiler/ir/ir.ts';
import { enumerated } from '../harness/brute-force.ts';
import { pairAtRandom } from '../harness/generate-pairs.ts';
import { benefitOf, compareBounds, compareWithZ3, kindsIn } from '../harness/oracles.ts';
import { randomFrom } from '../harness/random.ts';
import { makeZ3 } from '../harness/z3-oracle.ts';

/** How many pairs z3 is asked about: `npm run test:oracles` asks about 10,000 and samples a million applicants. */
const size = Number(process.env.ORACLE_PAIRS ?? 30);
const isLong = size >= 10_000;
/** How many applicants are drawn against bounds; a million by default in the long form. */
const samples = Number(process.env.ORACLE_SAMPLES ?? (isLong ? 1_000_000 : 4_000));
const patience = isLong ? 3_600_000 : 120_000;

/** Every kind of node, and every time at which a fact is read: a kind that is added to the kernel is missing here first. */
const kinds: Readonly<Record<Expr['k'], true>> = {
  ...{ const: true, fact: true, add: true, mul: true, min: true, max: true, if: true, round: true, months: true },
  ...{
    fold: true,
    nth: true,
    decide: true,
    cmp: true,
    member: true,
    and: true,
    or: true,
    not: true,
    step: true,
    prior: true,
  },
};
type TimeName = FactTime extends infer T ? (T extends string ? T : keyof T) : never;
const times: Readonly<Record<TimeName, true>> = {
  ...{ now: true, back: true, base: true, earlier: true, peak: true, awarded: true },
};
const folds: Readonly<Record<ExprOf<'fold'>['op'], true>> = { sum: true, max: true };
const allKinds = [
  ...Object.keys(kinds),
  ...Object.keys(times).map((time) => `fact ${time}`),
  ...Object.keys(folds).map((op) => `fold ${op}`),
];

describe('the analyser', () => {
  it('agrees with looking at every applicant of a small world', { timeout: patience }, () => {
    const pairs = isLong ? 6000 : 300;
    const count = { asked: 0, overlapping: 0, undecided: 0, replayed: 0 };
    const wrong: unknown[] = [];
    for (let seed = 1; seed <= pairs; seed++) {
      const both = enumerated(pairAtRandom(randomFrom(seed), false), isLong || seed % 10 === 0 ? 40 : 0);
      if (both === undefined) continue;
      count.asked++;
      count.replayed += both.replayed;
      wrong.push(...both.otherwise.map((said) => ({ seed, said })));
      if (both.truth) count.overlapping++;
      if (both.ours === 'undecided') count.undecided++;
      else if ((both.ours === 'yes') !== both.truth) wrong.push({ seed, ...both });
    }
    console.log(`small worlds: ${JSON.stringify(count)}`);
    expect(wrong).toEqual([]);
    expect(count.overlapping).toBeGreaterThan(count.asked / 10);
    expect(count.undecided).toBeLessThan(count.asked / 50);
    expect(count.replayed).toBeGreaterThan(count.asked / 4);
  });

  it('agrees with z3, and the evaluator bears out its applicants', { timeout: patience }, async () => {
    const compared = compareWithZ3(await makeZ3(), 1, size);
    const { pairs, overlapping, undecided, unknown } = compared;
    console.log(`z3: ${JSON.stringify({ pairs, overlapping, undecided, unknown })}`);
    expect(compared.disagreements).toEqual([]);
    expect(overlapping).toBeGreaterThanOrEqual(pairs * 0.3);
    expect(undecided).toBeLessThanOrEqual(Math.ceil(pairs / 50));
  });

  it('is asked about every node of the kernel', () => {
    const found = new Set<string>();
    for (let seed = 1; seed <= Math.max(size, 300); seed++) {
      for (const policy of pairAtRandom(randomFrom(seed), true)) {
        for (const kind of kindsIn(benefitOf(policy))) found.add(kind);
      }
    }
    expect(allKinds.filter((kind) => !found.has(kind))).toEqual([]);
  });

  it('bounds amounts so that no applicant passes them, and says where they are reached', { timeout: patience }, () => {
    const benefits = isLong ? 2000 : 100;
    const compared = compareBounds(1, benefits, Math.ceil(samples / benefits));
    console.log(`bounds: ${JSON.stringify({ ...compared, beaten: compared.beaten.length })}`);
    expect(compared.beaten).toEqual([]);
    expect(compared.paid).toBeGreaterThan(compared.sampled / 20);
    expect(compared.exact).toBeGreaterThan(compared.undecided * 10);
  });
});
