import type * as T from '../../../language/syntax/tree.ts';
import { firstTimeSubject, wholeYears } from '../../check/history.ts';
import type { PastAwardTarget } from '../../check/model.ts';
import { type Expr, type FactTime, pastAwardRef, yearEndFact } from '../ir.ts';
import { add, one, zero } from '../rational.ts';
import { constant, idOf, type LowerContext, minusOne, referenceOf, valueTypeOf } from './context.ts';

/** When facts are read: so many years before, or in any year before. */
export function timeOf({ when }: LowerContext): FactTime {
  if (when === 'earlier') return when;
  return when === undefined || when === 0 ? 'now' : { back: when };
}

function factAt(name: T.Name, at: FactTime, context: LowerContext): Expr {
  const reference = referenceOf(name, context);
  if (reference?.kind !== 'fact') throw new Error(`${name.text} was not resolved`);
  return { k: 'fact', ref: idOf(reference.fact, context), at };
}

const yearsBack = ({ when }: LowerContext): number => (typeof when === 'number' ? when : 0);

export function lowerLastYear(e: T.LastYear, context: LowerContext): Expr {
  return factAt(e.fact, { back: yearsBack(context) + 1 }, context);
}

/** This year and those before it. */
export function lowerYearsSum(e: T.YearsSum, context: LowerContext): Expr {
  const years = wholeYears(e.years) ?? 1;
  const ago = Array.from({ length: years }, (_, i) => yearsBack(context) + years - 1 - i);
  return { k: 'add', args: ago.map((back) => factAt(e.fact, timeOf({ ...context, when: back }), context)) };
}

/** max(0, now − base), or beyond a rate max(0, now − (1 + rate) × base). Without a base above 0 it is unknown. */
export function lowerGrowth(e: T.Growth, beyond: Expr | undefined, context: LowerContext): Expr {
  const base = baseOf(e.fact, context);
  const less: Expr =
    beyond === undefined
      ? { k: 'mul', a: minusOne, b: base }
      : { k: 'mul', a: minusOne, b: { k: 'mul', a: onePlus(beyond), b: base } };
  const rest: Expr = { k: 'add', args: [factAt(e.fact, timeOf(context), context), less] };
  const reference = referenceOf(e.fact, context);
  if (reference?.kind !== 'fact') throw new Error(`${e.fact.text} was not resolved`);
  const none: Expr = { k: 'const', value: zero, valueType: valueTypeOf(reference.fact.factType) };
  return { k: 'max', args: [rest, none] };
}

/** Both sides of a comparison with a growth rate: the figure itself, and so much more than last year's. */
export function lowerGrowthRate(e: T.GrowthRate, rate: Expr, context: LowerContext): { now: Expr; reached: Expr } {
  return {
    now: factAt(e.fact, timeOf(context), context),
    reached: { k: 'mul', a: onePlus(rate), b: baseOf(e.fact, context) },
  };
}

function baseOf(fact: T.Name, context: LowerContext): Expr {
  return factAt(fact, { base: yearsBack(context) + 1 }, context);
}

function onePlus(rate: Expr): Expr {
  if (rate.k === 'const' && typeof rate.value !== 'boolean') return constant(add(one, rate.value), 'rate');
  return { k: 'add', args: [constant(one, 'rate'), rate] };
}

/** It holds now, and held in no year before. */
export function lowerFirstTime(
  e: T.FirstTime,
  context: LowerContext,
  lower: (x: T.Expression, context: LowerContext) => Expr,
): Expr {
  if (firstTimeSubject(e.condition) === undefined) throw new Error('first time was not checked');
  const before = lower(e.condition, { ...context, when: 'earlier' });
  return { k: 'and', args: [lower(e.condition, context), { k: 'not', x: before }] };
}

/** It holds this year and in each of the years before. */
export function lowerRunning(
  e: T.Running,
  context: LowerContext,
  lower: (x: T.Expression, context: LowerContext) => Expr,
): Expr {
  const years = wholeYears(e.years) ?? 1;
  const ago = Array.from({ length: years }, (_, i) => yearsBack(context) + i);
  return { k: 'and', args: ago.map((when) => lower(e.condition, { ...context, when })) };
}

/** The key of the past awards that a reference names. */
export function pastAwardOf(reference: T.AwardReference, { checked, policy }: LowerContext): string {
  const target = checked.pastAwards.get(reference);
  if (target === undefined) throw new Error('a past award was not resolved');
  return pastAwardKey(target, policy);
}

/** What the policy at hand grants goes by its own name. */
function pastAwardKey(target: PastAwardTarget, policy: string): string {
  const { measure, benefit } = target;
  if (target.policy === undefined) return pastAwardRef('', measure);
  if (target.policy !== policy) return pastAwardRef(target.policy, measure, benefit);
  return benefit === undefined ? measure : `${measure}/${benefit}`;
}

export function lowerHad(key: string): Expr {
  return { k: 'cmp', op: '<', a: constant(zero, 'money'), b: { k: 'fact', ref: key, at: 'awarded' } };
}

/** Whether the year of evaluation is, counted from the year of a date as 1, no later than the last and no earlier than the first. */
export function inScheduleYears(start: T.Name, first: number, last: number, context: LowerContext): Expr {
  const date = factAt(start, 'now', context);
  const end = (back: number): Expr => ({ k: 'fact', ref: yearEndFact, at: back === 0 ? 'now' : { back } });
  return {
    k: 'and',
    args: [
      { k: 'cmp', op: '<=', a: date, b: end(first - 1) },
      { k: 'cmp', op: '<', a: end(last), b: date },
    ],
  };
}

/** What the row of the year says; outside of all years nothing. */
export function lowerSchedule(
  e: T.Schedule,
  context: LowerContext,
  lower: (x: T.Expression) => Expr,
  nothing: Expr,
): Expr {
  return e.rows.reduceRight<Expr>(
    (rest, row) => ({ k: 'if', c: inScheduleYears(e.start, row.from, row.to, context), t: lower(row.value), e: rest }),
    nothing,
  );
}
