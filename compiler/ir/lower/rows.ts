import type * as T from '../../../language/syntax/tree.ts';
import { type BandEnds, bandEnds } from '../../check/bands.ts';
import { boundsReading } from '../../check/bounds.ts';
import { rate, type Type } from '../../check/types.ts';
import type { Expr } from '../ir.ts';
import { negate, one, type Rational, subtract, zero } from '../rational.ts';
import { type LowerContext, minusOne, referenceOf, typeOf, valueTypeOf, zeroMoney } from './context.ts';
import { decide, type Lowering, strip, unresolved, zeroOf } from './nodes.ts';

/** Amounts in rows (tables, bands, ladders), and shares of a base. */

/** A share of a base. A share that someone decides becomes an amount that someone decides: decisions are sums of money. */
export function lowerShare(of: T.Expression, base: Expr, context: LowerContext, lower: Lowering): Expr {
  const share = (r: T.Expression): Expr => ({ k: 'mul', a: lower.number(r, rate, context), b: base });
  const open = strip(of);
  if (open.kind === 'Range' && open.from && open.to) return decide(share(open.from), share(open.to), context);
  if (open.kind === 'UpTo') return decide(zeroMoney, share(open.limit), context);
  return share(of);
}

export function lowerTable(e: T.Table, wanted: Type, context: LowerContext, lower: Lowering): Expr {
  const reference = referenceOf(e.subject, context);
  if (reference?.kind !== 'fact') throw unresolved(e.subject);
  const subject = lower.fact(reference.fact, context);
  const otherwise = e.otherwise ? lower.number(e.otherwise, wanted, context) : undefined;
  const rows = e.rows.map((row) => ({
    members: row.members.map((m) => m.text),
    value: lower.number(row.value, wanted, context),
  }));
  // With every member named the last row is what remains.
  const last = otherwise ?? rows.pop()?.value ?? zeroMoney;
  return rows.reduceRight<Expr>(
    (rest, row) => ({ k: 'if', c: { k: 'member', x: subject, set: row.members }, t: row.value, e: rest }),
    last,
  );
}

/** By the band that the subject lies in; nothing outside of all bands. */
export function lowerBands(e: T.Bands, wanted: Type, context: LowerContext, lower: Lowering): Expr {
  const type = typeOf(e.subject, context);
  const subject = lower.number(e.subject, type, context);
  const limit = (value: Rational): Expr => ({ k: 'const', value, valueType: valueTypeOf(type) });
  const bounds = boundsReading(context.checked.binding, context.file);
  const rows = e.rows.map((row) => {
    const ends = bandEnds(row.band, type, bounds);
    if (ends === undefined) throw new Error('the ends of a band are constants');
    return { ...ends, value: row.value };
  });
  if (e.mode === 'marginal') {
    const parts = rows
      .filter((row) => row.value.kind !== 'None')
      .map(({ low, high, value }): Expr => {
        const upTo: Expr = high ? { k: 'min', args: [subject, limit(high.value)] } : subject;
        const from = low && lowerOfPart(low.value, type);
        const part: Expr =
          from === undefined || from.n === 0n
            ? upTo
            : { k: 'max', args: [{ k: 'add', args: [upTo, limit(negate(from))] }, limit(zero)] };
        return {
          k: 'mul',
          a: lower.number(value, isShareOfBanded(value, e, context) ? rate : wanted, context),
          b: part,
        };
      });
    return parts.length === 1 ? parts[0]! : parts.length === 0 ? zeroOf(wanted) : { k: 'add', args: parts };
  }
  const given = (value: T.Expression): Expr =>
    isShareOfBanded(value, e, context)
      ? lowerShare(value, subject, context, lower)
      : lower.number(value, wanted, context);
  return rows.reduceRight<Expr>(
    (rest, { low, high, value }) => ({
      k: 'if',
      c: isWithin({ low, high }, subject, limit),
      t: given(value),
      e: rest,
    }),
    e.otherwise ? given(e.otherwise) : zeroOf(wanted),
  );
}

/**
 * The rung that the figure reaches now, and nothing where a year before reached as much; with `difference`, what it gives
 * beyond the rung reached before.
 */
export function lowerLadder(e: T.Ladder, wanted: Type, context: LowerContext, lower: Lowering): Expr {
  const reference = referenceOf(e.subject, context);
  if (reference?.kind !== 'fact') throw unresolved(e.subject);
  const type = reference.fact.factType;
  const nothing = zeroOf(wanted);
  const [now, earlier] = [context, { ...context, when: 'earlier' as const }].map((at) =>
    lower.fact(reference.fact, at),
  );
  const bounds = boundsReading(context.checked.binding, context.file);
  const rungs = e.rows.map(({ band, value }) => {
    const low = bandEnds(band, type, bounds)?.low;
    if (low === undefined) throw new Error('a rung is a written figure');
    const limit: Expr = { k: 'const', value: low.value, valueType: valueTypeOf(type) };
    const reached = (fact: Expr): Expr => ({ k: 'cmp', op: '<=', a: limit, b: fact });
    return { reached, gives: value.kind === 'None' ? nothing : lower.number(value, wanted, context) };
  });
  const highest = (fact: Expr, gives: (rung: (typeof rungs)[number]) => Expr): Expr =>
    rungs.reduce<Expr>((lower, rung) => ({ k: 'if', c: rung.reached(fact), t: gives(rung), e: lower }), nothing);
  if (e.mode === 'full') {
    return highest(now!, ({ reached, gives }) => ({ k: 'if', c: reached(earlier!), t: nothing, e: gives }));
  }
  const before: Expr = { k: 'mul', a: minusOne, b: highest(earlier!, ({ gives }) => gives) };
  return { k: 'max', args: [{ k: 'add', args: [highest(now!, ({ gives }) => gives), before] }, nothing] };
}

function isWithin({ low, high }: BandEnds, subject: Expr, limit: (value: Rational) => Expr): Expr {
  const args: Expr[] = [];
  if (low) args.push({ k: 'cmp', op: low.included ? '<=' : '<', a: limit(low.value), b: subject });
  if (high) args.push({ k: 'cmp', op: high.included ? '<=' : '<', a: subject, b: limit(high.value) });
  return { k: 'and', args };
}

/** For each row of bands, whether the subject lies in it. */
export function withinBands(e: T.Bands, context: LowerContext, lower: Lowering['number']): Expr[] {
  const type = typeOf(e.subject, context);
  const subject = lower(e.subject, type, context);
  const limit = (value: Rational): Expr => ({ k: 'const', value, valueType: valueTypeOf(type) });
  const bounds = boundsReading(context.checked.binding, context.file);
  return e.rows.map((row) =>
    isWithin(bandEnds(row.band, type, bounds) ?? { low: undefined, high: undefined }, subject, limit),
  );
}

/** Whether the value of a band is a rate of what is banded. */
export function isShareOfBanded(value: T.Expression, e: T.Bands, context: LowerContext): boolean {
  return typeOf(e, context).type !== 'rate' && typeOf(value, context).type === 'rate';
}

/** What of a subject a part begins after: of whole numbers `3 to 5` are three. */
function lowerOfPart(low: Rational, type: Type): Rational {
  return type.type === 'count' && low.n > 0n ? subtract(low, one) : low;
}
