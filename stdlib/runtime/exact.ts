import type { Range } from './types.ts';

/**
 * An exact number: a safe integer, ±Infinity for an end that is missing, or a fraction in lowest terms. Integers beyond
 * ±(2^53 − 1) are fractions over 1. Binary floating point is used only where its result is known to be exact.
 */
export type Exact = number | Fraction;

export interface Fraction {
  readonly n: bigint;
  /** Positive. */
  readonly d: bigint;
}

/** `n / d`, for d > 0. */
export function ratio(n: bigint, d: bigint): Exact {
  const g = greatestCommonDivisor(n < 0n ? -n : n, d);
  const [top, bottom] = g === 1n ? [n, d] : [n / g, d / g];
  return bottom === 1n && top <= largest && top >= -largest ? Number(top) : { n: top, d: bottom };
}

const largest = BigInt(Number.MAX_SAFE_INTEGER);

export function addExact(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    // A sum or product whose rounded value is a safe integer is exact: what lies beyond is never rounded into that range.
    if (Number.isSafeInteger(sum) || !Number.isFinite(a) || !Number.isFinite(b)) return sum;
  } else if (isInfinite(a)) return a;
  else if (isInfinite(b)) return b;
  const [x, y] = [toFraction(a), toFraction(b)];
  return ratio(x.n * y.d + y.n * x.d, x.d * y.d);
}

/** 0 times infinity is 0: nothing of anything. */
export function multiplyExact(a: Exact, b: Exact): Exact {
  if (a === 0 || b === 0) return 0;
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product) || !Number.isFinite(a) || !Number.isFinite(b)) return product;
  } else if (isInfinite(a)) return signOf(b) < 0 ? -a : a;
  else if (isInfinite(b)) return signOf(a) < 0 ? -b : b;
  const [x, y] = [toFraction(a), toFraction(b)];
  return ratio(x.n * y.n, x.d * y.d);
}

export function subtractExact(a: Exact, b: Exact): Exact {
  return addExact(a, multiplyExact(-1, b));
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareExact(a: Exact, b: Exact): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  if (isInfinite(a)) return a;
  if (isInfinite(b)) return -b;
  const [x, y] = [toFraction(a), toFraction(b)];
  const difference = x.n * y.d - y.n * x.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function smallerOf(a: Exact, b: Exact): Exact {
  return compareExact(b, a) < 0 ? b : a;
}

export function largerOf(a: Exact, b: Exact): Exact {
  return compareExact(b, a) > 0 ? b : a;
}

export type RoundingMode = 'half-up' | 'down';

/** To a multiple of `step` > 0: the nearest one, a half upwards; or the next one below. */
export function roundExact(a: Exact, step: Exact, mode: RoundingMode): Exact {
  if (isInfinite(a) || (step === 1 && typeof a === 'number')) return a;
  const [x, unit] = [toFraction(a), toFraction(step)];
  // x / unit = top / bottom; half up is the floor of that plus a half.
  const [top, bottom] = [x.n * unit.d, x.d * unit.n];
  const whole = mode === 'half-up' ? floorDivide(2n * top + bottom, 2n * bottom) : floorDivide(top, bottom);
  return ratio(whole * unit.n, unit.d);
}

/** Whole, half up, where that is a safe integer; null for an end that is missing or beyond. */
export function toFigure(a: Exact): number | null {
  const whole = roundExact(a, 1, 'half-up');
  return typeof whole === 'number' && Number.isFinite(whole) ? whole : null;
}

/** Two ends without causes; `hi` Infinity: no upper end. */
export interface Ends {
  readonly lo: Exact;
  readonly hi: Exact;
}

/** In fen; undefined where an end lies beyond what can be computed exactly. */
export function toRange({ lo, hi }: Ends): Range | undefined {
  const [min, max] = [toFigure(lo), toFigure(hi)];
  if (min === null || (max === null && hi !== Number.POSITIVE_INFINITY)) return undefined;
  return { min, max };
}

export function isInfinite(a: Exact): a is number {
  return a === Number.POSITIVE_INFINITY || a === Number.NEGATIVE_INFINITY;
}

function signOf(a: Exact): number {
  return typeof a === 'number' ? Math.sign(a) : a.n < 0n ? -1 : 1;
}

function toFraction(a: Exact): Fraction {
  return typeof a === 'number' ? { n: BigInt(a), d: 1n } : a;
}

function floorDivide(n: bigint, d: bigint): bigint {
  const q = n / d;
  return n % d !== 0n && n < 0n ? q - 1n : q;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
