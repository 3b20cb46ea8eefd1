import type { BenefitPlan, Expr } from '../ir/ir.ts';

/**
 * The lowest and the highest that a benefit can pay, as expressions over the facts: decisions are taken at one end, and
 * the steps are written into one another. The rounding at the end is left out: it moves both by less than a fen.
 */
export function amountEnd(benefit: BenefitPlan, end: 'low' | 'high'): Expr | null {
  return atEnd(benefit.amount, end, undefined);
}

/** Null: there is no upper end. */
function atEnd(e: Expr, end: 'low' | 'high', prior: Expr | null | undefined): Expr | null {
  const all = (args: readonly Expr[]): (Expr | null)[] => args.map((a) => atEnd(a, end, prior));
  switch (e.k) {
    case 'const':
    case 'fact':
    case 'fold':
      return e;
    case 'prior':
      return prior ?? null;
    case 'step': {
      if (e.of === undefined) return atEnd(e.x, end, undefined);
      const inner = atEnd(e.of, end, undefined);
      return e.role === 'round' ? inner : atEnd(e.x, end, inner);
    }
    case 'decide':
      return end === 'low' ? e.lo : e.hi;
    case 'min': {
      const bounded = all(e.args).filter((a) => a !== null);
      return bounded.length === 0 ? null : { k: 'min', args: bounded };
    }
    case 'max':
    case 'add': {
      const args = all(e.args);
      return args.some((a) => a === null) ? null : { k: e.k, args: args.filter((a) => a !== null) };
    }
    case 'mul': {
      const a = atEnd(e.a, end, prior);
      const b = atEnd(e.b, end, prior);
      return a === null || b === null ? null : { k: 'mul', a, b };
    }
    case 'if': {
      const t = atEnd(e.t, end, prior);
      const f = atEnd(e.e, end, prior);
      return t === null || f === null ? null : { k: 'if', c: e.c, t, e: f };
    }
    case 'round': {
      const x = atEnd(e.x, end, prior);
      return x === null ? null : { ...e, x };
    }
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
