import type { Decisions } from '../../../stdlib/runtime/types.ts';
import { type BenefitPlan, type Expr, type PolicyIr, passedFact } from '../ir.ts';
import { someNode } from '../walk.ts';
import type { DecisionRecord } from './environment.ts';

/** The key under which a benefit is decided: `measure/benefit`, or the measure alone where it has no label. */
export function decisionKey(plan: BenefitPlan): string {
  return plan.label === null ? plan.measure : `${plan.measure}/${plan.label}`;
}

/** The decision on an award: one for its item before one for the benefit. */
export function decisionFor(
  plan: BenefitPlan,
  item: number | undefined,
  decisions: Decisions,
): { readonly key: string; readonly given: number | boolean } | undefined {
  const key = decisionKey(plan);
  const keys = item === undefined ? [key] : [`${key}/${item}`, key];
  const found = keys.find((k) => Object.hasOwn(decisions, k));
  return found === undefined ? undefined : { key: found, given: decisions[found]! };
}

/** A decision as given, before evaluation. */
export function newDecision(given: number | boolean | undefined): DecisionRecord | undefined {
  if (given === undefined) return undefined;
  return { given, used: false, value: undefined, by: [], rejected: undefined, waiting: false };
}

/** The keys that name no benefit of the policy, nor an item of one that is given per item. */
export function strayKeys(policy: PolicyIr, decisions: Decisions): readonly string[] {
  const plans = policy.plans.filter((plan) => plan.k === 'benefit');
  const isKnown = (key: string) =>
    plans.some((plan) => {
      const own = decisionKey(plan);
      return (
        key === own || (plan.over !== undefined && key.startsWith(`${own}/`) && isIndex(key.slice(own.length + 1)))
      );
    });
  return Object.keys(decisions).filter((key) => !isKnown(key));
}

/** The keys under which the benefits of a policy are decided. */
export function knownKeys(policy: PolicyIr): readonly string[] {
  return policy.plans.flatMap((plan) => (plan.k === 'benefit' ? [decisionKey(plan)] : []));
}

const isIndex = (text: string): boolean => /^[1-9][0-9]*$/.test(text);

/** What a decision on a benefit can be: a figure, an answer, both or neither. */
export function decidable(plan: BenefitPlan): { readonly figure: boolean; readonly answer: boolean } {
  const asksPassed = (e: Expr) => e.k === 'fact' && e.ref.startsWith(passedFact(''));
  return {
    figure: someNode(plan.amount, (e) => e.k === 'decide'),
    answer:
      someNode(plan.amount, (e) => (e.k === 'decide' && e.ends) || asksPassed(e)) ||
      [plan.when, ...plan.analogies.map((a) => a.when)].some((e) => someNode(e, asksPassed)),
  };
}
