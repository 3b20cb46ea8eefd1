import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../../language/diagnostics/diagnostic.ts';
import type { BenefitPlan, Expr } from '../../ir/ir.ts';
import { compare, type Rational } from '../../ir/rational.ts';
import { moneyWord } from '../money-word.ts';
import type { Rule } from '../rule.ts';

/** A written floor above a written cap: the cap comes after it, so the floor is never paid. */
export const floorAboveCap: Rule = {
  name: 'floor-above-cap',
  zh: '保底高于封顶',
  entries: [drafting.floorAboveCap],
  check: ({ ir }) => ir.plans.flatMap((plan) => (plan.k === 'benefit' ? (conflictOf(plan) ?? []) : [])),
};

function conflictOf(plan: BenefitPlan): Diagnostic | undefined {
  let cap: Rational | undefined;
  // From the outside in: the caps are met before the floor.
  for (let e: Expr | undefined = plan.amount; e?.k === 'step'; e = e.of) {
    const limit = e.x.k === 'min' || e.x.k === 'max' ? e.x.args[1] : undefined;
    if (limit?.k !== 'const' || typeof limit.value === 'boolean') continue;
    if (e.role === 'cap' && (cap === undefined || compare(limit.value, cap) < 0)) cap = limit.value;
    if (e.role !== 'floor' || cap === undefined || compare(limit.value, cap) <= 0) continue;
    return diagnose(drafting.floorAboveCap, e.file, e.span, { floor: moneyWord(limit.value), cap: moneyWord(cap) });
  }
  return undefined;
}
