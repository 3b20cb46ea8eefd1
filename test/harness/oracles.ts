import { amountBounds } from '../../compiler/analyse/bounds.ts';
import { domainsOf } from '../../compiler/analyse/domains.ts';
import { and } from '../../compiler/analyse/formula.ts';
import { plainest, regionOf } from '../../compiler/analyse/judge.ts';
import type { Replay } from '../../compiler/analyse/overlap.ts';
import { replayed } from '../../compiler/analyse/overlap.ts';
import { paidAt } from '../../compiler/analyse/payable.ts';
import { interpret } from '../../compiler/ir/interpret/interpret.ts';
import type { BenefitPlan, Expr, PolicyIr } from '../../compiler/ir/ir.ts';
import { compare, rational } from '../../compiler/ir/rational.ts';
import { childrenOf } from '../../compiler/ir/walk.ts';
import { amountOf, applicantFor, drawingOf, moduleOf } from './draw-applicants.ts';
import { pairAtRandom } from './generate-pairs.ts';
import { randomFrom } from './random.ts';
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

export interface BoundsComparison {
  readonly exact: number;
  readonly undecided: number;
  readonly sampled: number;
  /** How many awards were paid, of those that leave nothing open but what others decide. */
  readonly paid: number;
  readonly beaten: readonly string[];
}

/**
 * Bounds of amounts against applicants drawn at random and paid by the emitted module: no bound may be beaten, and each is
 * reached where it says.
 */
export function compareBounds(from: number, count: number, applicants: number): BoundsComparison {
  let [exact, undecided, sampled, paid] = [0, 0, 0, 0];
  const beaten: string[] = [];
  for (let seed = from; seed < from + count; seed++) {
    const random = randomFrom(seed);
    const [policy] = pairAtRandom(random, seed % 2 === 0);
    const benefit = benefitOf(policy);
    const domains = domainsOf([policy]);
    const { least, greatest } = amountBounds(benefit, domains);
    for (const [end, bound] of [
      ['low', least],
      ['high', greatest],
    ] as const) {
      if (bound.bound === 'undecided') undecided++;
      if (bound.bound !== 'exact') continue;
      exact++;
      const there = paidAt(benefit, bound.at, domains)?.[end];
      if (there === undefined || compare(there, bound.value) !== 0) beaten.push(`${seed} ${end} is not reached`);
    }
    const { evaluate } = moduleOf(policy);
    const drawing = drawingOf(policy, benefit);
    for (let i = 0; i < applicants; i++) {
      const { facts, options } = applicantFor(drawing, random);
      sampled++;
      for (const award of evaluate(facts, options).awards) {
        const amount = amountOf(award);
        if (amount === undefined || amount.max === 0) continue;
        paid++;
        if (least.bound === 'nowhere') beaten.push(`${seed} pays somebody`);
        if (least.bound === 'exact' && compare(rational(amount.min), least.value) < 0) beaten.push(`${seed} least`);
        if (greatest.bound !== 'exact') continue;
        const passes = amount.max > Number.MAX_SAFE_INTEGER || compare(rational(amount.max), greatest.value) > 0;
        if (passes) beaten.push(`${seed} greatest`);
      }
    }
  }
  return { exact, undecided, sampled, paid, beaten };
}
