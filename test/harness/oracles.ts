import { amountBounds } from '../../compiler/analyse/bounds.ts';
import { yearOf } from '../../compiler/analyse/box.ts';
import { type Domains, domainOf, domainsOf } from '../../compiler/analyse/domains.ts';
import { and } from '../../compiler/analyse/formula.ts';
import { plainest, regionOf } from '../../compiler/analyse/judge.ts';
import type { Replay } from '../../compiler/analyse/overlap.ts';
import { replayed } from '../../compiler/analyse/overlap.ts';
import { paidAt, payable } from '../../compiler/analyse/payable.ts';
import type { Value } from '../../compiler/analyse/values.ts';
import { variablesOf } from '../../compiler/analyse/variables.ts';
import { interpret } from '../../compiler/ir/interpret/interpret.ts';
import type { BenefitPlan, Expr, PolicyIr } from '../../compiler/ir/ir.ts';
import { compare } from '../../compiler/ir/rational.ts';
import { childrenOf } from '../../compiler/ir/walk.ts';
import { pairAtRandom } from './generate-pairs.ts';
import { type Random, randomFrom } from './random.ts';
import { bothPayable, type Verdict } from './z3-oracle.ts';

export const replay: Replay = (policy, { facts, asOf, ledger }) =>
  interpret(policy, facts, { asOf, ...(ledger && { ledger }) });

export function benefitOf(policy: PolicyIr): BenefitPlan {
  const plan = policy.plans.find((p) => p.k === 'benefit');
  if (plan === undefined) throw new Error('a policy of the oracle has a benefit');
  return plan;
}

export interface Disagreement {
  readonly seed: number;
  readonly ours: string;
  readonly theirs: string;
}

export interface Comparison {
  readonly pairs: number;
  readonly overlapping: number;
  readonly undecided: number;
  readonly unknown: number;
  readonly kinds: ReadonlySet<string>;
  readonly disagreements: readonly Disagreement[];
}

/**
 * Asks the analyser and z3 about generated pairs: a "no" of ours must be theirs; the applicant of a "yes" is replayed by the
 * reference interpreter.
 */
export function compareWithZ3(z3: (script: string) => Verdict, from: number, count: number): Comparison {
  const kinds = new Set<string>();
  const disagreements: Disagreement[] = [];
  let overlapping = 0;
  let undecided = 0;
  let unknown = 0;
  for (let seed = from; seed < from + count; seed++) {
    const policies = pairAtRandom(randomFrom(seed), true);
    for (const policy of policies) for (const kind of kindsIn(benefitOf(policy))) kinds.add(kind);
    const ours = answerOf(policies);
    const sides = policies.map((p) => [p, benefitOf(p)] as const);
    let theirs = z3(bothPayable(sides, false));
    if (ours === 'yes' && theirs === 'unsat') theirs = z3(bothPayable(sides, true));
    if (theirs === 'sat') overlapping++;
    if (theirs === 'unknown') unknown++;
    if (ours === 'undecided') undecided++;
    const agrees = ours === 'undecided' || theirs === 'unknown' || (ours === 'yes') === (theirs === 'sat');
    if (!agrees || ours.startsWith('not borne out')) disagreements.push({ seed, ours, theirs });
  }
  return { pairs: count, overlapping, undecided, unknown, kinds, disagreements };
}

/** Whether two benefits can meet; a "yes" is replayed. */
export function answerOf(policies: readonly PolicyIr[]): string {
  const domains = domainsOf(policies);
  const regions = policies.map((policy) => regionOf({ policy, benefit: benefitOf(policy) }, domains));
  const answer = plainest(and(...regions.map((r) => r.payable)), regions, domains);
  if (answer.answer !== 'yes') return answer.answer;
  try {
    replayed(
      regions.map((r) => r.side),
      answer.values,
      replay,
    );
    return 'yes';
  } catch (error) {
    return `not borne out: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Which kinds of node a benefit is made of; of facts also the time, of figures over lists what is made of them. */
export function kindsIn(benefit: BenefitPlan): Set<string> {
  const found = new Set<string>();
  const visit = (e: Expr): void => {
    found.add(e.k);
    if (e.k === 'fold') found.add(`fold ${e.op}`);
    if (e.k === 'fact') found.add(`fact ${typeof e.at !== 'object' ? e.at : 'back' in e.at ? 'back' : 'base'}`);
    childrenOf(e).forEach(visit);
  };
  visit(benefit.when);
  visit(benefit.amount);
  return found;
}

/** Bounds of amounts against applicants drawn at random: no bound may be beaten, and each is reached where it says. */
export function compareBounds(
  from: number,
  count: number,
  applicants: number,
): {
  readonly exact: number;
  readonly undecided: number;
  readonly sampled: number;
  readonly beaten: readonly string[];
} {
  let exact = 0;
  let undecided = 0;
  let sampled = 0;
  const beaten: string[] = [];
  for (let seed = from; seed < from + count; seed++) {
    const random = randomFrom(seed);
    const [policy] = pairAtRandom(random, seed % 2 === 0);
    const benefit = benefitOf(policy);
    const domains = domainsOf([policy]);
    const bounds = amountBounds(benefit, domains);
    for (const [end, bound] of [
      ['low', bounds.least],
      ['high', bounds.greatest],
    ] as const) {
      if (bound.bound === 'undecided') undecided++;
      if (bound.bound !== 'exact') continue;
      exact++;
      const there = paidAt(benefit, bound.at, domains)?.[end];
      if (there === undefined || compare(there, bound.value) !== 0) beaten.push(`${seed} ${end} is not reached`);
    }
    const variables = [...variablesOf(payable(benefit, domains), domains)].filter((v) => !v.startsWith('='));
    for (let i = 0; i < applicants; i++) {
      const values = applicantAtRandom(variables, random, domains);
      const paid = paidAt(benefit, values, domains);
      sampled++;
      if (paid === undefined) continue;
      if (bounds.least.bound === 'nowhere') beaten.push(`${seed} pays somebody`);
      if (bounds.least.bound === 'exact' && compare(paid.low, bounds.least.value) < 0) beaten.push(`${seed} least`);
      if (bounds.greatest.bound === 'exact' && compare(paid.high, bounds.greatest.value) > 0)
        beaten.push(`${seed} greatest`);
    }
  }
  return { exact, undecided, sampled, beaten };
}

function applicantAtRandom(variables: readonly string[], random: Random, domains: Domains): Map<string, Value> {
  const values = new Map<string, Value>();
  for (const v of variables) {
    if (v === '@year' || values.has(v)) continue;
    if (v === '@as-of') {
      const day = BigInt(random.whole(20_150, 21_500));
      values.set(v, day).set('@year', yearOf(day));
      continue;
    }
    const domain = domainOf(v, domains);
    if (domain === undefined || domain.type === 'bool') values.set(v, random.chance(0.5));
    else if (domain.type === 'enum') values.set(v, random.pick(domain.members));
    else if (domain.type === 'key') values.set(v, random.pick(['A', 'B', 'C']));
    else {
      const size = random.pick([4, 4, 40, 4000, 4_000_000]);
      values.set(v, BigInt(random.whole(domain.low === undefined ? -size : 0, size)));
    }
  }
  // Kinds of party that follow from one another, and years that do.
  for (const v of variables) {
    const domain = domains.get(v);
    if (domain?.type === 'bool' && values.get(v) === true)
      for (const i of domain.whenTrue ?? []) values.set(i.variable, i.value);
    if (domain?.type === 'bool' && values.get(v) === false)
      for (const i of domain.whenFalse ?? []) values.set(i.variable, i.value);
  }
  for (const v of variables) {
    if (!v.endsWith('@peak')) continue;
    const years = [...values].filter(([k]) => k === v.slice(0, -5) || k.startsWith(`${v.slice(0, -5)}@back`));
    for (const [, n] of years) {
      const known = values.get(v);
      if (typeof n === 'bigint' && (typeof known !== 'bigint' || known < n)) values.set(v, n);
    }
  }
  return values;
}
