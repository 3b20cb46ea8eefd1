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
    case 'nth':
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

/** About how much an amount can come to in fen whatever the figures, for putting benefits in order: proves nothing. */
export function ceilingOf(e: Expr, prior: number): number {
  const of = (x: Expr): number => ceilingOf(x, prior);
  switch (e.k) {
    case 'const':
      return typeof e.value === 'boolean' ? 0 : Number(e.value.n) / Number(e.value.d);
    case 'fact':
    case 'fold':
    case 'nth':
      return Number.POSITIVE_INFINITY;
    case 'prior':
      return prior;
    case 'step':
      return e.of === undefined ? of(e.x) : ceilingOf(e.x, of(e.of));
    case 'decide':
      return e.hi === null ? Number.POSITIVE_INFINITY : of(e.hi);
    case 'min':
      return Math.min(...e.args.map(of));
    case 'max':
      return Math.max(...e.args.map(of));
    case 'add':
      return e.args.reduce((sum, x) => sum + Math.max(0, of(x)), 0);
    case 'mul': {
      const [a, b] = [of(e.a), of(e.b)];
      return a <= 0 || b <= 0 ? 0 : a * b;
    }
    case 'if':
      return Math.max(of(e.t), of(e.e));
    case 'round':
      return of(e.x);
    case 'months':
    case 'cmp':
    case 'member':
    case 'and':
    case 'or':
    case 'not':
      throw new Error(`${e.k} is no amount`);
    default:
      return e satisfies never;
  }
}
