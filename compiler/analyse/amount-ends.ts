import type { BenefitPlan, Expr } from '../ir/ir.ts';
import { rational } from '../ir/rational.ts';

/**
 * The lowest and the highest that a benefit can pay, as expressions over the facts, in fen: decisions are taken at one end,
 * and the steps are written into one another. Where there is no upper end, `endlessAmount` stands in its place.
 */
export function amountEnd(benefit: BenefitPlan, end: 'low' | 'high'): Expr {
  return atEnd(benefit.amount, end, undefined);
}

/** Beyond every sum of money: an award of more than ±(2⁵³ − 1) fen is an error. */
export const endlessAmount: Expr = { k: 'const', value: rational(1n << 60n), valueType: { type: 'money' } };
/** From here on an amount has no upper end. */
export const endlessFrom = 1n << 54n;

/** A number with its decisions at one end. */
export function atEnd(e: Expr, end: 'low' | 'high', prior?: Expr): Expr {
  const of = (x: Expr): Expr => atEnd(x, end, prior);
  switch (e.k) {
    case 'const':
    case 'fact':
    case 'fold':
      return e;
    case 'prior':
      if (prior === undefined) throw new Error('prior stands within a step only');
      return prior;
    case 'step':
      return e.of === undefined ? of(e.x) : atEnd(e.x, end, of(e.of));
    case 'decide':
      return end === 'low' ? of(e.lo) : e.hi === null ? endlessAmount : of(e.hi);
    case 'min':
    case 'max':
    case 'add':
      return { k: e.k, args: e.args.map(of) };
    case 'mul':
      return { k: 'mul', a: of(e.a), b: of(e.b) };
    case 'if':
      return { k: 'if', c: e.c, t: of(e.t), e: of(e.e) };
    case 'round':
      return { ...e, x: of(e.x) };
    case 'months':
    case 'cmp':
    case 'member':
    case 'and':
    case 'or':
    case 'not':
      throw new Error(`${e.k} is no number`);
    default:
      return e satisfies never;
  }
}

/** Whether the amount is a sum for those who are selected: that sum or nothing. */
export function isSelected(e: Expr): boolean {
  if (e.k === 'step') return isSelected(e.of ?? e.x);
  return e.k === 'decide' && e.why === 'selection';
}
