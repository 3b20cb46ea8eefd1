import type { CheckedMeasure, CheckedPolicy } from '../../compiler/check/model.ts';
import { evaluateNumber } from '../../compiler/ir/interpret/evaluate.ts';
import { toFen } from '../../compiler/ir/interpret/fen.ts';
import { applicantUnder } from '../../compiler/ir/interpret/interpret.ts';
import type { BenefitPlan, PolicyIr } from '../../compiler/ir/ir.ts';
import type { Snapshot } from './snapshot.ts';

/** What a benefit pays when its conditions hold, whatever the facts and decisions are. In fen; `max` null: no upper end. */
export interface Pays {
  readonly plan: BenefitPlan;
  readonly min: number;
  readonly max: number | null;
}

/** By the reference interpreter; empty while the policy has errors, since it then has no meaning yet. */
export function whatPays(snapshot: Snapshot, policy: CheckedPolicy, measure: CheckedMeasure): readonly Pays[] {
  const ir = snapshot.policies.find((p) => p.name === policy.symbol.name);
  if (ir === undefined) return [];
  const plans = ir.plans.filter((plan) => plan.k === 'benefit' && plan.measure === measure.symbol.name);
  return plans.flatMap((plan) => (plan.k === 'benefit' ? (boundsOf(plan, ir) ?? []) : []));
}

function boundsOf(plan: BenefitPlan, policy: PolicyIr): Pays | undefined {
  // Nothing is known of the applicant, and no date is: bounds that hold for all of them.
  const applicant = applicantUnder(policy, {}, { asOf: '2000-01-01' });
  const items = new Map(plan.over === undefined ? [] : [[plan.over, {}]]);
  const { lo, hi } = evaluateNumber(plan.amount, { applicant, items });
  const min = lo === null ? 0 : toFen(lo);
  const max = hi === null ? null : toFen(hi);
  return min === undefined || max === undefined ? undefined : { plan, min, max };
}
