import type { Expr, ExprOf } from './ir.ts';

/** One conjunct of a benefit's `when`: a condition that must hold, or a veto that must not. */
export interface Conjunct {
  readonly step: ExprOf<'step'>;
  readonly veto: boolean;
}

/** The conjuncts of a `when` in the order of the source; null where it is no conjunction of conditions and vetoes. */
export function conjunctsOf(when: Expr): readonly Conjunct[] | null {
  if (when.k === 'const') return when.value === true ? [] : null;
  if (when.k === 'step') return when.role === 'condition' ? [{ step: when, veto: false }] : null;
  if (when.k === 'not') {
    return when.x.k === 'step' && when.x.role === 'veto' ? [{ step: when.x, veto: true }] : null;
  }
  if (when.k !== 'and') return null;
  const parts = when.args.map(conjunctsOf);
  return parts.every((part) => part !== null) ? parts.flat() : null;
}

/** The steps of an amount from the innermost out; null where it is no chain of steps. */
export function stepsOf(amount: Expr): readonly ExprOf<'step'>[] | null {
  if (amount.k !== 'step') return null;
  if (amount.of === undefined) return [amount];
  const inner = stepsOf(amount.of);
  return inner && [...inner, amount];
}
