import { addMonths } from '../ir/dates.ts';
import type { Expr, ExprOf } from '../ir/ir.ts';
import { add, compare, multiply, type Rational, rational, roundTo, zero } from '../ir/rational.ts';
import { type Reading, variableIn } from './conditions.ts';
import { domainOf } from './domains.ts';
import { ofItemBefore } from './ordinals.ts';
import type { Value } from './values.ts';

/** One applicant: variables with their values. What is not named has the plainest value of its domain. */
export interface Point extends Reading {
  readonly values: ReadonlyMap<string, Value>;
}

/** Whether a condition holds at a point. */
export function truthAt(e: Expr, point: Point): boolean {
  const of = (x: Expr) => truthAt(x, point);
  switch (e.k) {
    case 'const':
      return e.value === true;
    case 'fact':
      return point.values.get(variableIn(point, e)) === true;
    case 'member': {
      const x = e.x.k === 'step' ? e.x.x : e.x;
      if (x.k === 'if') return of({ ...e, x: of(x.c) ? x.t : x.e });
      if (x.k !== 'fact') throw new Error('only a fact is a member');
      const variable = variableIn(point, x);
      const domain = domainOf(variable, point.domains);
      const value = point.values.get(variable) ?? (domain?.type === 'enum' ? domain.members[0] : undefined);
      return typeof value === 'string' && e.set.includes(value);
    }
    case 'and':
      return e.args.every(of);
    case 'or':
      return e.args.some(of);
    case 'not':
      return !of(e.x);
    case 'if':
      return of(e.c) ? of(e.t) : of(e.e);
    case 'step':
      return of(e.x);
    case 'cmp': {
      const sign = compare(numberAt(e.a, point, 'high'), numberAt(e.b, point, 'high'));
      return e.op === '<' ? sign < 0 : e.op === '<=' ? sign <= 0 : sign === 0;
    }
    default:
      throw new Error(`${e.k} is no condition`);
  }
}

/** A number at a point; decisions are taken at one end. Above all numbers where that end is open. */
export function numberAt(e: Expr, point: Point, end: 'low' | 'high', prior?: Rational): Rational {
  const of = (x: Expr) => numberAt(x, point, end, prior);
  switch (e.k) {
    case 'const':
      if (typeof e.value === 'boolean') throw new Error('a truth is no number');
      return e.value;
    case 'fact': {
      const variable = variableIn(point, e);
      const domain = domainOf(variable, point.domains);
      const scale = domain?.type === 'number' ? domain.scale : 1n;
      const value = point.values.get(variable);
      if (typeof value === 'bigint') return rational(value, scale);
      return domain?.type === 'number' && domain.low !== undefined && domain.low > 0n
        ? rational(domain.low, scale)
        : zero;
    }
    case 'add':
      return e.args.reduce((sum, x) => add(sum, of(x)), zero);
    case 'mul':
      return multiply(of(e.a), of(e.b));
    case 'min':
      return e.args.map(of).reduce((a, b) => (compare(b, a) < 0 ? b : a));
    case 'max':
      return e.args.map(of).reduce((a, b) => (compare(b, a) > 0 ? b : a));
    case 'if':
      return truthAt(e.c, point) ? of(e.t) : of(e.e);
    case 'round':
      return roundTo(of(e.x), e.step, e.mode);
    case 'months': {
      const day = of(e.x);
      return rational(addMonths(Number(day.n / day.d), e.n));
    }
    case 'step':
      return numberAt(e.x, point, end, e.of === undefined ? prior : of(e.of));
    case 'prior':
      if (prior === undefined) throw new Error('prior stands within a step only');
      return prior;
    case 'decide':
      return end === 'low' ? of(e.lo) : e.hi === null ? boundless : of(e.hi);
    case 'fold':
      return foldAt(e, point, end);
    case 'nth':
      return nthAt(e, point);
    default:
      throw new Error(`${e.k} is no number`);
  }
}

/** Stands for "no upper end": beyond every sum of money. */
export const boundless: Rational = rational(1n << 200n);

function foldAt(e: ExprOf<'fold'>, point: Point, end: 'low' | 'high'): Rational {
  let result = zero;
  for (const { prefix, alike } of itemsIn(e.list, point.values)) {
    const own = `${e.list}.`;
    const item: Point = {
      ...point,
      rename: (ref, at) => (ref.startsWith(own) ? prefix + ref.slice(own.length) : (point.rename?.(ref, at) ?? ref)),
    };
    if (!truthAt(e.where, item)) continue;
    const body = numberAt(e.body, item, end);
    if (e.op === 'sum') result = add(result, multiply(body, rational(alike)));
    else if (compare(body, result) > 0) result = body;
  }
  return result;
}

const noneShared: ReadonlySet<string> = new Set();

/** One more than the items before the one at hand that count. */
function nthAt(e: ExprOf<'nth'>, point: Point): Rational {
  let position = 1n;
  for (const { prefix, alike } of itemsIn(e.list, point.values)) {
    if (!prefix.endsWith('*before.')) continue;
    const item: Point = { ...point, rename: ofItemBefore(e.list, prefix, point.rename, noneShared) };
    if (e.same !== undefined && keyAt(e.same, point) !== keyAt(e.same, item)) continue;
    if (truthAt(e.where, item)) position += alike;
  }
  return rational(position);
}

function keyAt(ref: string, point: Point): Value | undefined {
  const variable = variableIn(point, { k: 'fact', ref, at: 'now' });
  const domain = domainOf(variable, point.domains);
  return point.values.get(variable) ?? (domain?.type === 'enum' ? domain.members[0] : undefined);
}

/** The items of a list that a point speaks of: what their facts begin with, and how many alike there are. */
export function itemsIn(
  list: string,
  values: ReadonlyMap<string, Value>,
): readonly { readonly prefix: string; readonly alike: bigint }[] {
  const found = new Map<string, bigint>();
  for (const [variable, value] of values) {
    if (variable.startsWith(`${list}.`)) found.set(`${list}.`, 1n);
    else if (variable.startsWith(`${list}#`)) {
      const match = /^(#\d+\*(\d+)\.)/.exec(variable.slice(list.length));
      if (match) found.set(`${list}${match[1]}`, BigInt(match[2] ?? 1));
    } else if (variable.startsWith(`=${list}#`) && variable.endsWith('*before') && value !== 0n) {
      if (typeof value === 'bigint') found.set(`${variable.slice(1)}.`, value);
    }
  }
  return [...found].map(([prefix, alike]) => ({ prefix, alike }));
}
