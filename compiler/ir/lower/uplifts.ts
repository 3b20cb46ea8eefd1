import type * as T from '../../../language/syntax/tree.ts';
import { constantValue } from '../../check/constants.ts';
import { money, type Type } from '../../check/types.ts';
import { ratedBase, type Uplift } from '../../check/uplifts.ts';
import type { Expr } from '../ir.ts';
import { rational } from '../rational.ts';
import { constant, type LowerContext, typeOf, zeroMoney } from './context.ts';
import { lowerCondition, lowerNumber } from './expressions.ts';
import { withinBands } from './rows.ts';

const rate: Type = { type: 'rate' };

/** Another figure in its place, then points, then multipliers, whatever the order of writing (language.md §4, "Order"). */
export function inOrder(uplifts: readonly Uplift[]): readonly Uplift[] {
  const kinds: readonly Uplift['kind'][] = ['Instead', 'Plus', 'Times'];
  return kinds.flatMap((kind) => uplifts.filter((node) => node.kind === kind));
}

/**
 * What an amount becomes: `prior` is what it was. Where the amount is a rate and there was none (outside of all bands,
 * in a row that gives none), no other rate takes its place and no points are added.
 */
export function uplifted(node: Uplift, prior: Expr, amount: T.Expression, context: LowerContext): Expr {
  const holds = node.condition ? lowerCondition(node.condition, context) : undefined;
  if (holds === undefined) throw new Error('an uplift has a condition');
  const share = (points: Expr): Expr => ({ k: 'mul', a: points, b: lowerNumber(baseOf(amount), money, context) });
  switch (node.kind) {
    case 'Instead': {
      const isRate = typeOf(node.amount, context).type === 'rate';
      const value = isRate ? share(lowerNumber(node.amount, rate, context)) : lowerNumber(node.amount, money, context);
      return { k: 'if', c: isRate ? both(holds, amount, context) : holds, t: value, e: prior };
    }
    case 'Plus': {
      const points = constantValue(node.points);
      if (points === undefined) throw new Error('points are a written figure');
      const more = share(constant(rational(points.n, points.d * 100n), 'rate'));
      return { k: 'add', args: [prior, { k: 'if', c: both(holds, amount, context), t: more, e: zeroMoney }] };
    }
    case 'Times': {
      const factor = constantValue(node.factor);
      if (factor === undefined) throw new Error('a factor is a written figure');
      const times = constant(rational(factor.n, factor.d), 'rate');
      return { k: 'if', c: holds, t: { k: 'mul', a: times, b: prior }, e: prior };
    }
    default:
      return node satisfies never;
  }
}

function baseOf(amount: T.Expression): T.Expression {
  const base = ratedBase(amount);
  if (base === undefined) throw new Error('points are added to a rate');
  return base;
}

function both(holds: Expr, amount: T.Expression, context: LowerContext): Expr {
  const isRated = whereRated(amount, context);
  return isRated === undefined ? holds : { k: 'and', args: [holds, isRated] };
}

/** Where an amount has a rate at all; undefined: everywhere. */
function whereRated(e: T.Expression, context: LowerContext): Expr | undefined {
  switch (e.kind) {
    case 'Parenthesised':
      return whereRated(e.inner, context);
    case 'RateOf':
      return whereRated(e.rate, context);
    case 'Bands': {
      const inside = withinBands(e, context, lowerNumber);
      const rows = e.rows.flatMap((row, i) => (row.value.kind === 'None' ? [] : [inside[i]!]));
      const isOpen = e.otherwise !== undefined && e.otherwise.kind !== 'None';
      const none = e.rows.flatMap((row, i) => (row.value.kind === 'None' ? [inside[i]!] : []));
      if (isOpen) return none.length === 0 ? undefined : { k: 'not', x: { k: 'or', args: none } };
      return { k: 'or', args: rows };
    }
    case 'Table': {
      const subject = lowerCondition(
        {
          kind: 'In',
          span: e.span,
          subject: { kind: 'NameExpression', span: e.subject.span, name: e.subject },
          negated: false,
          members: e.rows.flatMap((row) => (row.value.kind === 'None' ? row.members : [])),
        },
        context,
      );
      const paid: Expr = { k: 'not', x: subject };
      const hasNone = e.rows.some((row) => row.value.kind === 'None');
      if (e.otherwise?.kind !== 'None') return hasNone ? paid : undefined;
      if (subject.k !== 'member') throw new Error('a table goes by an enum');
      const set = e.rows.flatMap((row) => (row.value.kind === 'None' ? [] : row.members.map((m) => m.text)));
      return { ...subject, set };
    }
    default:
      return undefined;
  }
}
