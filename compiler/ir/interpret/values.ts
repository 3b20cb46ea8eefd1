import { addMonths } from '../dates.ts';
import type { Rational } from '../rational.ts';
import * as q from '../rational.ts';
import { type Causes, noCauses, unite } from './causes.ts';

/**
 * A number as far as it is known: all of `[lo, hi]` is possible. A null end is unbounded. Where the ends meet there are
 * no causes; elsewhere there is at least one.
 */
export interface Num {
  readonly lo: Rational | null;
  readonly hi: Rational | null;
  readonly causes: Causes;
}

/** True, false, or null with the causes why it is neither. */
export interface Truth {
  readonly holds: boolean | null;
  readonly causes: Causes;
}

/** The member of an enum, or a key: of all earlier years, every one it had. Null with the causes where it is unknown. */
export interface Names {
  readonly names: readonly string[] | null;
  readonly causes: Causes;
}

// ------------------------------------------------------------------------------------------------------------ numbers

export function interval(lo: Rational | null, hi: Rational | null, causes: Causes): Num {
  return { lo, hi, causes: lo !== null && hi !== null && q.equal(lo, hi) ? noCauses : causes };
}

export function point(value: Rational): Num {
  return { lo: value, hi: value, causes: noCauses };
}

export const zeroNum: Num = point(q.zero);

/** From 0 without an upper end: what is known of a number that is missing and cannot be negative. */
export function nonNegative(causes: Causes): Num {
  return { lo: q.zero, hi: null, causes };
}

export function anyNumber(causes: Causes): Num {
  return { lo: null, hi: null, causes };
}

export function isExact(x: Num): boolean {
  return x.lo !== null && x.hi !== null && q.equal(x.lo, x.hi);
}

export function isZero(x: Num): boolean {
  return isExact(x) && x.lo?.n === 0n;
}

export function add(a: Num, b: Num): Num {
  const lo = a.lo && b.lo && q.add(a.lo, b.lo);
  const hi = a.hi && b.hi && q.add(a.hi, b.hi);
  return interval(lo, hi, unite(a.causes, b.causes));
}

export function multiply(a: Num, b: Num): Num {
  const products = [lowEnd(a), highEnd(a)].flatMap((x) => [lowEnd(b), highEnd(b)].map((y) => multiplyEnds(x, y)));
  return fromEnds(lowest(products), highest(products), unite(a.causes, b.causes));
}

/** Of at least one number. One that is never below the others' highest is no cause. */
export function min(all: readonly Num[]): Num {
  const hi = lowest(all.map(highEnd));
  const mattering = all.filter((x) => compareEnds(lowEnd(x), hi) < 0);
  return fromEnds(lowest(all.map(lowEnd)), hi, unite(...mattering.map((x) => x.causes)));
}

/** Of at least one number. One that is never above the others' lowest is no cause. */
export function max(all: readonly Num[]): Num {
  const lo = highest(all.map(lowEnd));
  const mattering = all.filter((x) => compareEnds(highEnd(x), lo) > 0);
  return fromEnds(lo, highest(all.map(highEnd)), unite(...mattering.map((x) => x.causes)));
}

/** The smallest interval that holds both. That it may be either is a cause of its own, besides those of the two. */
export function hull(a: Num, b: Num, causes: Causes): Num {
  return fromEnds(lowest([lowEnd(a), lowEnd(b)]), highest([highEnd(a), highEnd(b)]), causes);
}

export function round(x: Num, step: Rational, mode: 'half-up' | 'down'): Num {
  const of = (end: Rational | null) => end && q.roundTo(end, step, mode);
  return interval(of(x.lo), of(x.hi), x.causes);
}

/** A date, or the dates between two, so many months later. */
export function plusMonths(x: Num, months: number): Num {
  const of = (end: Rational | null) => end && q.rational(addMonths(Number(end.n / end.d), months));
  return interval(of(x.lo), of(x.hi), x.causes);
}

/** An end of an interval as a point of the extended line. */
type End = Rational | '-∞' | '∞';

const lowEnd = (x: Num): End => x.lo ?? '-∞';
const highEnd = (x: Num): End => x.hi ?? '∞';

/** `lo` is never ∞ and `hi` never -∞: the results of operations on intervals that are not empty. */
function fromEnds(lo: End, hi: End, causes: Causes): Num {
  return interval(typeof lo === 'string' ? null : lo, typeof hi === 'string' ? null : hi, causes);
}

function compareEnds(a: End, b: End): number {
  if (a === b) return 0;
  if (a === '-∞' || b === '∞') return -1;
  if (a === '∞' || b === '-∞') return 1;
  return q.compare(a, b);
}

const lowest = (ends: readonly End[]): End => ends.reduce((a, b) => (compareEnds(b, a) < 0 ? b : a));
const highest = (ends: readonly End[]): End => ends.reduce((a, b) => (compareEnds(b, a) > 0 ? b : a));

function signOf(end: End): number {
  if (end === '∞') return 1;
  if (end === '-∞') return -1;
  return q.compare(end, q.zero);
}

/** With 0 × ∞ = 0: no number of nothing is more than nothing. */
function multiplyEnds(a: End, b: End): End {
  if (typeof a !== 'string' && typeof b !== 'string') return q.multiply(a, b);
  const sign = signOf(a) * signOf(b);
  return sign === 0 ? q.zero : sign > 0 ? '∞' : '-∞';
}

// ------------------------------------------------------------------------------------------------------- comparisons

export function less(a: Num, b: Num): Truth {
  if (a.hi && b.lo && q.compare(a.hi, b.lo) < 0) return yes;
  if (a.lo && b.hi && q.compare(a.lo, b.hi) >= 0) return no;
  return unknown(unite(a.causes, b.causes));
}

export function lessOrEqual(a: Num, b: Num): Truth {
  return not(less(b, a), unite(a.causes, b.causes));
}

export function equal(a: Num, b: Num): Truth {
  if (isExact(a) && isExact(b)) return a.lo && b.lo && q.equal(a.lo, b.lo) ? yes : no;
  const apart = less(a, b).holds === true || less(b, a).holds === true;
  return apart ? no : unknown(unite(a.causes, b.causes));
}

// ------------------------------------------------------------------------------------------------------------- truths

export const yes: Truth = { holds: true, causes: noCauses };
export const no: Truth = { holds: false, causes: noCauses };

export function unknown(causes: Causes): Truth {
  return { holds: null, causes };
}

export function truth(holds: boolean): Truth {
  return holds ? yes : no;
}

/** Strong Kleene conjunction: false if one is false, true if all are true, else unknown because of the unknown ones. */
export function and(all: readonly Truth[]): Truth {
  if (all.some((x) => x.holds === false)) return no;
  if (all.every((x) => x.holds === true)) return yes;
  return unknown(unite(...all.map((x) => x.causes)));
}

export function or(all: readonly Truth[]): Truth {
  return not(and(all.map((x) => not(x))));
}

export function not(x: Truth, causes: Causes = x.causes): Truth {
  return x.holds === null ? unknown(causes) : truth(!x.holds);
}
