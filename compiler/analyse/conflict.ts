import type { NormResult } from '../../stdlib/runtime/types.ts';
import { type NormPlan, type PolicyIr, partyFact } from '../ir/ir.ts';
import { compare } from '../ir/rational.ts';
import { and, type Domains, domainsOf, type Formula, fromCondition, or } from './formula.ts';
import type { Replay } from './overlap.ts';
import { identities } from './payable.ts';
import { satisfy } from './satisfy.ts';
import { type Witness, witnessFrom } from './witness.ts';

/** A norm and the policy it stands in. */
export interface NormSide {
  readonly policy: PolicyIr;
  readonly norm: NormPlan;
}

/** Two norms that cannot both be kept for the same applicant. */
export interface ConflictFinding {
  readonly kind: 'shares' | 'bodies';
  readonly sides: readonly [NormSide, NormSide];
  readonly witness: Witness;
}

/**
 * Norms that contradict each other at some applicant: at least 70% against at most 50% of the same thing, and two bodies
 * that each alone recognise the same thing.
 */
export function findConflicts(policies: readonly PolicyIr[], replay: Replay): readonly ConflictFinding[] {
  const domains = domainsOf(policies);
  const norms = policies.flatMap((policy) =>
    policy.plans.flatMap((plan) => (plan.k === 'norm' ? [{ policy, norm: plan }] : [])),
  );
  return norms.flatMap((a, i) =>
    norms.slice(i + 1).flatMap((b) => {
      const kind = contradiction(a.norm, b.norm);
      if (kind === undefined) return [];
      const witness = meeting(a, b, domains, replay);
      return witness === undefined ? [] : [{ kind, sides: [a, b] as const, witness }];
    }),
  );
}

/** How two norms contradict each other, wherever they both apply; undefined where they do not. */
function contradiction(a: NormPlan, b: NormPlan): ConflictFinding['kind'] | undefined {
  if (a.modality !== b.modality || a.object !== b.object) return undefined;
  if (a.matter !== undefined && b.matter !== undefined && a.matter !== b.matter) return undefined;
  if (a.modality === 'entitle') return excludesShare(a, b) || excludesShare(b, a) ? 'shares' : undefined;
  if (a.modality !== 'recognise' || a.as !== b.as) return undefined;
  const alone = a.by.length === 1 && b.by.length === 1;
  return alone && a.by[0] !== b.by[0] ? 'bodies' : undefined;
}

/** Whether the least that `a` gives lies above the most that `b` allows. */
function excludesShare(a: NormPlan, b: NormPlan): boolean {
  const least = a.share !== undefined && a.share.bound !== 'at-most' ? a.share.value : undefined;
  const most =
    b.share !== undefined && (b.share.bound === 'at-most' || b.share.bound === 'exactly') ? b.share.value : undefined;
  return least !== undefined && most !== undefined && compare(least, most) > 0;
}

function meeting(a: NormSide, b: NormSide, domains: Domains, replay: Replay): Witness | undefined {
  const policies = a.policy === b.policy ? [a.policy] : [a.policy, b.policy];
  const answer = satisfy(and(applies(a, domains), applies(b, domains), identities(policies)), domains);
  if (answer.answer !== 'yes') return undefined;
  const witness = witnessFrom(answer.values, policies);
  const holds = ({ policy, norm }: NormSide) =>
    replay(policy, witness.facts, witness.asOf).norms.some(
      (r: NormResult) => r.measure === norm.measure && r.holds === true,
    );
  if (!holds(a) || !holds(b)) {
    throw new Error(`the evaluator does not bear out the witness for ${a.norm.measure} / ${b.norm.measure}`);
  }
  return witness;
}

function applies({ norm }: NormSide, domains: Domains): Formula {
  const parties = norm.parties.map((party): Formula => ({ f: 'is', variable: partyFact(party), value: true }));
  return and(or(...parties), fromCondition(norm.when, true, domains));
}
