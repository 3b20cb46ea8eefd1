import { evaluateTruth } from '../ir/interpret/evaluate.ts';
import { applicantUnder, interpretTogether } from '../ir/interpret/interpret.ts';
import { type Candidate, groupFor } from '../ir/interpret/pairs.ts';
import { asOfFact, type BenefitPlan, type Expr, type GroupPlan, type Origin, type PolicyIr } from '../ir/ir.ts';
import { conjunctsOf } from '../ir/shape.ts';
import { childrenOf } from '../ir/walk.ts';
import { dateOf, factsOf, normsMeant } from './run-examples.ts';
import type { CoveragePoint } from './uncovered.ts';

/**
 * Conditions of norms, and whether each was true, and false, in an example that expects something of the norm. Nothing is paid by
 * a norm, so an example that does not look at it tests nothing. That the policy is in force, and what the head of a measure
 * asks for, is for the benefits to show.
 */
export function normPoints(policy: PolicyIr, today: string): CoveragePoint[] {
  const truths = new Map<Expr, Set<boolean>>();
  for (const example of policy.examples) {
    const applicant = applicantUnder(policy, factsOf(example), { asOf: dateOf(policy, example, today), lang: 'en' });
    for (const plan of new Set(example.expects.flatMap((expect) => normsMeant(expect, policy)))) {
      for (const { step } of conjunctsOf(plan.when) ?? []) {
        const { holds } = evaluateTruth(step, { applicant, items: new Map() });
        if (holds !== null) truths.set(step, (truths.get(step) ?? new Set()).add(holds));
      }
    }
  }
  const ofBenefits = new Set(
    benefitsOf(policy).flatMap(({ when }) => (conjunctsOf(when) ?? []).map(({ step }) => placeOf(step))),
  );
  return policy.plans
    .filter((plan) => plan.k === 'norm')
    .flatMap(({ measure, modality, when }) =>
      (conjunctsOf(when) ?? [])
        .filter(({ step }) => !isOfDateAlone(step) && !ofBenefits.has(placeOf(step)))
        .flatMap(({ step }) =>
          [true, false].map((truth): CoveragePoint => {
            const never = truth ? 'true' : 'false';
            const origin = { file: step.file, span: step.span };
            const reached = truths.get(step)?.has(truth) === true;
            return { what: 'norm-condition', measure, benefit: null, modality, never, origin, reached };
          }),
        ),
    );
}

function placeOf({ file, span }: Origin): string {
  return `${file} ${span.start} ${span.end}`;
}

function isOfDateAlone(e: Expr): boolean {
  if (e.k === 'fact') return e.ref === asOfFact;
  return childrenOf(e).every(isOfDateAlone);
}

/** Shared caps, and whether any cut; rules for competing measures of the policy, and whether they met two awards. */
export function pointsTogether(policy: PolicyIr, today: string): CoveragePoint[] {
  const limits = policy.plans.filter((plan) => plan.k === 'limit');
  const rivals = rivalsOf(policy);
  if (limits.length === 0 && rivals.size === 0) return [];
  const met = new Set<GroupPlan>();
  const cut = new Set<string>();
  for (const example of policy.examples) {
    const asOf = dateOf(policy, example, today);
    const { awards, sharedCaps } = interpretTogether([policy], factsOf(example), { asOf, lang: 'en' });
    for (const { measure, cutMin, cutMax } of sharedCaps) if (cutMin > 0 || cutMax !== 0) cut.add(measure);
    const candidates = awards.flatMap((award): Candidate[] => {
      const plan = benefitsOf(policy).find((p) => p.measure === award.measure && p.label === award.benefit);
      return plan === undefined || award.outcome === 'denied' ? [] : [{ policy, plan, award }];
    });
    for (const [a, b] of pairsOf(candidates)) {
      const group = groupFor(a, b, [policy]);
      if (group !== undefined) met.add(group);
    }
  }
  return [
    ...limits.map(({ measure, origin }): CoveragePoint => {
      return { what: 'shared-cap', measure, benefit: null, origin, reached: cut.has(measure) };
    }),
    ...[...rivals].map(([group, [a, b]]): CoveragePoint => {
      return { what: 'group', measure: a, benefit: null, other: b, origin: group.origin, reached: met.has(group) };
    }),
  ];
}

/** The groups that two measures of the policy can meet under, with the first such pair. Others reach other policies alone. */
function rivalsOf(policy: PolicyIr): ReadonlyMap<GroupPlan, readonly [string, string]> {
  const found = new Map<GroupPlan, readonly [string, string]>();
  for (const [a, b] of pairsOf(benefitsOf(policy))) {
    if (a.measure === b.measure) continue;
    const group = groupFor(asRival(a, policy), asRival(b, policy), [policy]);
    if (group !== undefined && !found.has(group)) found.set(group, [a.measure, b.measure]);
  }
  return found;
}

/** A benefit as an award of it would be, for the rules of stacking: a matter that a fact gives is not known here. */
function asRival(plan: BenefitPlan, policy: PolicyIr): Candidate {
  const matter = plan.matter !== undefined && 'name' in plan.matter ? plan.matter.name : undefined;
  const award = {
    policy: policy.name,
    measure: plan.measure,
    benefit: plan.label,
    kind: plan.kind,
    family: plan.family,
    ...(matter !== undefined && { matter }),
    ...(plan.over !== undefined && { item: 1 }),
    outcome: 'granted' as const,
    by: [],
    steps: [],
    min: 1,
    max: 1,
  };
  return { policy, plan, award };
}

function benefitsOf(policy: PolicyIr): readonly BenefitPlan[] {
  return policy.plans.filter((plan) => plan.k === 'benefit');
}

function pairsOf<T>(list: readonly T[]): readonly (readonly [T, T])[] {
  return list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const));
}
