import type * as T from '../../../language/syntax/tree.ts';
import type { Type } from '../../check/types.ts';
import { type Expr, type ExprOf, factId, trueExpr } from '../ir.ts';
import { rational } from '../rational.ts';
import { constant, idOf, type LowerContext, referenceOf } from './context.ts';
import { type Lowering, unresolved, zeroOf } from './nodes.ts';

/** Which one of its kind the item at hand is. */
function positionOf(list: T.Name, per: T.Name | undefined, context: LowerContext): ExprOf<'nth'> {
  const own = context.list;
  if (own === undefined) throw unresolved(list);
  const field = per && referenceOf(per, context);
  return {
    k: 'nth',
    list: factId(own.name),
    ...(field?.kind === 'fact' && { same: idOf(field.fact, context) }),
    where: context.counted ?? trueExpr,
  };
}

/** By which one it is; outside of all rows what is said of the others, or nothing. */
export function lowerNth(e: T.Nth, wanted: Type, context: LowerContext, lower: Lowering): Expr {
  const position = positionOf(e.list, e.per, context);
  const value = (x: T.Expression) => (x.kind === 'None' ? zeroOf(wanted) : lower.number(x, wanted, context));
  return e.rows.reduceRight<Expr>(
    (rest, row) => ({ k: 'if', c: between(position, row.from, row.to), t: value(row.value), e: rest }),
    e.otherwise ? value(e.otherwise) : zeroOf(wanted),
  );
}

function between(position: Expr, from: number, to: number): Expr {
  const limit = (n: number) => constant(rational(n), 'count');
  return {
    k: 'and',
    args: [
      { k: 'cmp', op: '<=', a: limit(from), b: position },
      { k: 'cmp', op: '<=', a: position, b: limit(to) },
    ],
  };
}
