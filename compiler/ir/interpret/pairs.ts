import type { Award } from '../../../stdlib/runtime/types.ts';
import type { BenefitPlan, GroupPlan, PolicyIr } from '../ir.ts';
import { isInTheRunning } from './ranking.ts';

/** An award on its way through stacking. */
export interface Candidate {
  readonly policy: PolicyIr;
  readonly plan: BenefitPlan;
  readonly award: Award;
}

/** What the first rule that reaches two awards makes of them. */
export type PairRule =
  | { readonly kind: 'excludes' }
  | { readonly kind: 'sum' }
  /** At most one is paid: by a group, or because each excludes the other. */
  | { readonly kind: 'bound'; readonly rule: 'highest' | 'choose-one' | 'excludes'; readonly clause?: string }
  /** They compete, and no rule says what becomes of them. */
  | { readonly kind: 'unsettled' }
  | { readonly kind: 'none' };

/** The rule for two awards. `policies` are those of the run, in order. */
export function ruleFor(a: Candidate, b: Candidate, policies: readonly PolicyIr[]): PairRule {
  if (isSameMeasure(a, b) || !isInTheRunning(a.award) || !isInTheRunning(b.award)) return { kind: 'none' };
  if (excludes(a, b) && excludes(b, a)) return { kind: 'bound', rule: 'excludes' };
  if (excludes(a, b) || excludes(b, a)) return { kind: 'excludes' };
  if (stacksWith(a, b) || stacksWith(b, a)) return { kind: 'sum' };

  const group = groupFor(a, b, policies);
  if (group !== undefined) return apply(group, a, b);
  return { kind: competesButForItem(a, b) && !haveDifferentItems(a, b) ? 'unsettled' : 'none' };
}

/** The first group that reaches two awards of different measures, neither of them denied. */
export function groupFor(a: Candidate, b: Candidate, policies: readonly PolicyIr[]): GroupPlan | undefined {
  // A rule of either document reaches the pair, one of a third does not.
  const groups = policies.filter((policy) => policy === a.policy || policy === b.policy).flatMap(groupsOf);
  const measures = [a.plan.measure, b.plan.measure];
  const named = groups.find(({ plan }) => plan.between && measures.every((m) => plan.between?.includes(m)));
  if (named) return named.plan;

  const onSameMatter = competesButForItem(a, b);
  const competes = onSameMatter && !haveDifferentItems(a, b);
  const general = groups.filter(({ plan }) => plan.between === undefined);
  return general.find(({ policy, plan }) => {
    if (plan.reach.reach === 'across') return onSameMatter && reaches(policy, plan, a, b);
    return competes && reaches(policy, plan, a, b);
  })?.plan;
}

interface GroupOfPolicy {
  readonly policy: PolicyIr;
  readonly plan: GroupPlan;
}

// Asked for once for every pair of awards of every applicant.
const knownGroups = new WeakMap<PolicyIr, readonly GroupOfPolicy[]>();

function groupsOf(policy: PolicyIr): readonly GroupOfPolicy[] {
  const known = knownGroups.get(policy);
  if (known !== undefined) return known;
  const groups = policy.plans.flatMap((plan) => (plan.k === 'group' ? [{ policy, plan }] : []));
  knownGroups.set(policy, groups);
  return groups;
}

/** Whether `a` is not paid where an award of `b`'s measure is. */
export function excludes(a: Candidate, b: Candidate): boolean {
  return !isSameMeasure(a, b) && a.plan.excludes.includes(b.plan.measure);
}

function stacksWith(a: Candidate, b: Candidate): boolean {
  return a.plan.stacksWith.includes(b.plan.measure);
}

function isSameMeasure(a: Candidate, b: Candidate): boolean {
  return a.policy === b.policy && a.plan.measure === b.plan.measure;
}

function competesButForItem(a: Candidate, b: Candidate): boolean {
  const { matter, family } = a.award;
  return matter !== undefined && matter === b.award.matter && family === b.award.family;
}

function haveDifferentItems(a: Candidate, b: Candidate): boolean {
  if (a.plan.over === undefined || b.plan.over === undefined) return false;
  return a.plan.over !== b.plan.over || a.award.item !== b.award.item;
}

/** Whether a group of `policy` reaches two awards, at least one of which is of that policy. */
function reaches(policy: PolicyIr, { reach }: GroupPlan, a: Candidate, b: Candidate): boolean {
  const within = a.policy === policy && b.policy === policy;
  switch (reach.reach) {
    case 'all':
      return true;
    case 'within':
      return within;
    case 'other':
      return !within;
    case 'level': {
      const other = a.policy === policy ? b.policy : a.policy;
      return !within && other.level === reach.level;
    }
    case 'per':
    case 'across':
      return a.plan.over === reach.key && b.plan.over === reach.key;
    default:
      return reach satisfies never;
  }
}

function apply({ rule, clause }: GroupPlan, a: Candidate, b: Candidate): PairRule {
  if (rule === 'sum') return { kind: 'sum' };
  // Shares and money given cannot be ranked against each other.
  if (a.award.family === 'equity' || b.award.family === 'equity') return { kind: 'unsettled' };
  return { kind: 'bound', rule, ...(clause !== undefined && { clause }) };
}
