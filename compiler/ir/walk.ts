import type { Expr } from './ir.ts';

/** The operands of a node, in the order in which they are written. */
export function childrenOf(e: Expr): readonly Expr[] {
  switch (e.k) {
    case 'const':
    case 'fact':
    case 'prior':
      return [];
    case 'add':
    case 'min':
    case 'max':
    case 'and':
    case 'or':
      return e.args;
    case 'mul':
    case 'cmp':
      return [e.a, e.b];
    case 'if':
      return [e.c, e.t, e.e];
    case 'round':
    case 'months':
    case 'member':
    case 'not':
      return [e.x];
    case 'nth':
      return [e.where];
    case 'fold':
      return [e.where, e.body];
    case 'decide':
      return e.hi === null ? [e.lo] : [e.lo, e.hi];
    case 'step':
      return e.of === undefined ? [e.x] : [e.of, e.x];
    default:
      return e satisfies never;
  }
}

/** Whether a node is such, or any below it. */
export function someNode(e: Expr, isSuch: (node: Expr) => boolean): boolean {
  return isSuch(e) || childrenOf(e).some((child) => someNode(child, isSuch));
}
