import { dayMonthsLater } from './calendar.ts';
import { type Cause, joinCauses, noCauses } from './causes.ts';
import {
  addExact,
  compareExact,
  type Exact,
  isInfinite,
  largerOf,
  multiplyExact,
  type RoundingMode,
  roundExact,
  smallerOf,
} from './exact.ts';

/** All numbers from `lo` to `hi` (−∞ and ∞: no end), and why it is not one. Where the ends meet there are no causes. */
export interface Num {
  readonly lo: Exact;
  readonly hi: Exact;
  readonly causes: readonly Cause[];
}

/** Yes, no, or unknown with causes. */
export type Truth = boolean | Unknown;

export interface Unknown {
  readonly causes: readonly Cause[];
}

export function point(x: Exact): Num {
  return { lo: x, hi: x, causes: noCauses };
}

export function between(lo: Exact, hi: Exact, causes: readonly Cause[]): Num {
  return compareExact(lo, hi) === 0 ? point(lo) : { lo, hi, causes };
}

export function isPoint(x: Num): boolean {
  return compareExact(x.lo, x.hi) === 0;
}

// ------------------------------------------------------------------------------------------------------- arithmetic

export function add(...args: readonly Num[]): Num {
  return combine(args, addExact);
}

export function mul(a: Num, b: Num): Num {
  const products = [
    multiplyExact(a.lo, b.lo),
    multiplyExact(a.lo, b.hi),
    multiplyExact(a.hi, b.lo),
    multiplyExact(a.hi, b.hi),
  ];
  return between(products.reduce(smallerOf), products.reduce(largerOf), joinCauses(a.causes, b.causes));
}

/** What is never below the highest that the result can be has no part in it. */
export function min(...args: readonly Num[]): Num {
  const hi = args.map((arg) => arg.hi).reduce(smallerOf);
  const mattering = args.filter((arg) => compareExact(arg.lo, hi) < 0);
  return between(args.map((arg) => arg.lo).reduce(smallerOf), hi, causesOfAll(mattering));
}

/** What is never above the lowest that the result can be has no part in it. */
export function max(...args: readonly Num[]): Num {
  const lo = args.map((arg) => arg.lo).reduce(largerOf);
  const mattering = args.filter((arg) => compareExact(arg.hi, lo) > 0);
  return between(lo, args.map((arg) => arg.hi).reduce(largerOf), causesOfAll(mattering));
}

export function round(x: Num, step: Exact, mode: RoundingMode): Num {
  return between(roundExact(x.lo, step, mode), roundExact(x.hi, step, mode), x.causes);
}

/** A date so many months later; where that month has no such day, its last. Dates are whole days since 1970-01-01. */
export function monthsLater(x: Num, months: number): Num {
  const later = (end: Exact): Exact => (isInfinite(end) ? end : dayMonthsLater(Number(end), months));
  return between(later(x.lo), later(x.hi), x.causes);
}

/** The smallest interval that holds both. */
export function hull(a: Num, b: Num, causes: readonly Cause[]): Num {
  return between(smallerOf(a.lo, b.lo), largerOf(a.hi, b.hi), causes);
}

/** One value or the other; while the condition is unknown, either. Only what is needed is evaluated. */
export function choose(condition: Truth, yes: () => Num, no: () => Num): Num {
  if (condition === true) return yes();
  if (condition === false) return no();
  const [a, b] = [yes(), no()];
  return hull(a, b, joinCauses(joinCauses(condition.causes, a.causes), b.causes));
}

/** End by end; the causes are those of every operand, for only the whole tells whether the ends meet. */
function causesOfAll(args: readonly Num[]): readonly Cause[] {
  return args.map((arg) => arg.causes).reduce(joinCauses, noCauses);
}

function combine(args: readonly Num[], of: (a: Exact, b: Exact) => Exact): Num {
  return between(
    args.map((arg) => arg.lo).reduce(of),
    args.map((arg) => arg.hi).reduce(of),
    args.map((arg) => arg.causes).reduce(joinCauses),
  );
}

// ------------------------------------------------------------------------------------------------------------- truth

export function less(a: Num, b: Num): Truth {
  if (compareExact(a.hi, b.lo) < 0) return true;
  return compareExact(a.lo, b.hi) >= 0 ? false : { causes: joinCauses(a.causes, b.causes) };
}

export function atMost(a: Num, b: Num): Truth {
  if (compareExact(a.hi, b.lo) <= 0) return true;
  return compareExact(a.lo, b.hi) > 0 ? false : { causes: joinCauses(a.causes, b.causes) };
}

export function equal(a: Num, b: Num): Truth {
  if (compareExact(a.hi, b.lo) < 0 || compareExact(b.hi, a.lo) < 0) return false;
  return isPoint(a) && isPoint(b) ? true : { causes: joinCauses(a.causes, b.causes) };
}

export function and(...args: readonly Truth[]): Truth {
  if (args.includes(false)) return false;
  return unknownAmong(args) ?? true;
}

export function or(...args: readonly Truth[]): Truth {
  if (args.includes(true)) return true;
  return unknownAmong(args) ?? false;
}

export function not(x: Truth): Truth {
  return typeof x === 'boolean' ? !x : x;
}

/** As `choose`, between conditions. */
export function chooseTruth(condition: Truth, yes: () => Truth, no: () => Truth): Truth {
  if (condition === true) return yes();
  if (condition === false) return no();
  const [a, b] = [yes(), no()];
  if (typeof a === 'boolean' && a === b) return a;
  return { causes: joinCauses(joinCauses(condition.causes, causesOf(a)), causesOf(b)) };
}

export function causesOf(x: Truth): readonly Cause[] {
  return typeof x === 'boolean' ? noCauses : x.causes;
}

/** Whether it holds, null while unknown. */
export function holdsOf(x: Truth): boolean | null {
  return typeof x === 'boolean' ? x : null;
}

function unknownAmong(args: readonly Truth[]): Unknown | undefined {
  const unknown = args.filter((arg) => typeof arg !== 'boolean');
  return unknown.length === 0 ? undefined : { causes: unknown.map(causesOf).reduce(joinCauses) };
}
