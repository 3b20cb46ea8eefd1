import { domainsOf } from '../../compiler/analyse/domains.ts';
import { and } from '../../compiler/analyse/formula.ts';
import { plainest, regionOf } from '../../compiler/analyse/judge.ts';
import type { Replay } from '../../compiler/analyse/overlap.ts';
import { replayed } from '../../compiler/analyse/overlap.ts';
import { interpret } from '../../compiler/ir/interpret/interpret.ts';
import type { BenefitPlan, Expr, PolicyIr } from '../../compiler/ir/ir.ts';
import { childrenOf } from '../../compiler/ir/walk.ts';
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
    const theirs = z3(bothPayable(policies.map((p) => [p, benefitOf(p)] as const)));
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

function kindsIn(benefit: BenefitPlan): Set<string> {
  const found = new Set<string>();
  const visit = (e: Expr): void => {
    found.add(
      e.k === 'fold'
        ? `fold ${e.op}`
        : e.k === 'fact' && e.at !== 'now'
          ? `fact ${typeof e.at === 'object' ? 'back' : e.at}`
          : e.k,
    );
    childrenOf(e).forEach(visit);
  };
  visit(benefit.when);
  visit(benefit.amount);
  return found;
}
