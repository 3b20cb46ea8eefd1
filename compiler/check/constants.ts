import type * as T from '../../language/syntax/tree.ts';

/** Whether an expression holds no fact or named value. */
export function isConstant(e: T.Expression): boolean {
  return constantValue(e) !== undefined;
}

/** The value of an expression of literals alone, in the base of its unit. */
export function constantValue(e: T.Expression): { readonly n: bigint; readonly d: bigint } | undefined {
  switch (e.kind) {
    case 'NumberLiteral':
      return { n: e.numerator, d: e.denominator };
    case 'Parenthesised':
      return constantValue(e.inner);
    case 'Unary': {
      const v = e.operator === '-' ? constantValue(e.operand) : undefined;
      return v && { n: -v.n, d: v.d };
    }
    case 'Binary': {
      const a = constantValue(e.left);
      const b = constantValue(e.right);
      if (a === undefined || b === undefined) return undefined;
      if (e.operator === '+') return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
      if (e.operator === '-') return { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
      if (e.operator === '*') return { n: a.n * b.n, d: a.d * b.d };
      if (e.operator === '/' && b.n !== 0n) return { n: a.n * b.d, d: a.d * b.n };
      return undefined;
    }
    default:
      return undefined;
  }
}
