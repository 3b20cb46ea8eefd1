import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../../language/diagnostics/diagnostic.ts';
import type { BenefitPlan, Expr, ExprOf } from '../../ir/ir.ts';
import { compare, type Rational } from '../../ir/rational.ts';
import { moneyWord } from '../money-word.ts';
import type { Rule } from '../rule.ts';

/** A written cap that the amount can never reach: one of the two figures is probably wrong. */
export const capNeverBinds: Rule = {
  name: 'cap-never-binds',
  zh: '封顶不起作用',
  entries: [drafting.capNeverBinds],
  check: ({ ir }) => ir.plans.flatMap((plan) => (plan.k === 'benefit' ? capsOf(plan) : [])),
};

function capsOf(plan: BenefitPlan): Diagnostic[] {
  const steps: ExprOf<'step'>[] = [];
  for (let e: Expr | undefined = plan.amount; e?.k === 'step'; e = e.of) steps.unshift(e);
  let most: Rational | undefined;
  return steps.flatMap((step): Diagnostic[] => {
    const before = most;
    if (step.role === 'base') most = largest(step.x);
    else if (step.role === 'uplift' || step.role === 'schedule') most = undefined;
    const limit = step.x.k === 'min' || step.x.k === 'max' ? step.x.args[1] : undefined;
    if (limit?.k !== 'const' || typeof limit.value === 'boolean') return [];
    if (step.role === 'floor') {
      if (most !== undefined && compare(most, limit.value) < 0) most = limit.value;
      return [];
    }
    if (step.role !== 'cap') return [];
    if (before === undefined || compare(before, limit.value) > 0) most = limit.value;
    // A cap that is just reached takes nothing away either.
    if (before === undefined || compare(before, limit.value) > 0) return [];
    return [
      diagnose(drafting.capNeverBinds, step.file, step.span, { cap: moneyWord(limit.value), most: moneyWord(before) }),
    ];
  });
}

/** The most that a number built of constants can be; undefined where a fact leaves it open. */
function largest(e: Expr): Rational | undefined {
  switch (e.k) {
    case 'const':
      return typeof e.value === 'boolean' ? undefined : e.value;
    case 'decide':
      return e.hi === null ? undefined : largest(e.hi);
    case 'if': {
      const t = largest(e.t);
      const f = largest(e.e);
      return t && f && (compare(t, f) >= 0 ? t : f);
    }
    default:
      return undefined;
  }
}
