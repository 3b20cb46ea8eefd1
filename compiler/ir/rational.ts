/** An exact rational number in lowest terms; the denominator is positive. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const zero: Rational = { n: 0n, d: 1n };
export const one: Rational = { n: 1n, d: 1n };

/** Makes `n / d` in lowest terms. Throws a RangeError when `d` is zero: no caller divides by a fact. */
export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  const num = BigInt(n);
  const den = BigInt(d);
  if (den === 0n) throw new RangeError('a rational has a denominator other than 0');
  const sign = den < 0n ? -1n : 1n;
  const g = gcd(num < 0n ? -num : num, den * sign);
  return { n: (sign * num) / g, d: (den * sign) / g };
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

export function add(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d);
}

export function divide(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n);
}

export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d };
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function equal(a: Rational, b: Rational): boolean {
  return a.n === b.n && a.d === b.d;
}

/** The nearest multiple of `step` (> 0): half away from zero upwards (half up), or the next one below (down). */
export function roundTo(a: Rational, step: Rational, mode: 'half-up' | 'down'): Rational {
  const q = divide(a, step);
  const shifted = mode === 'half-up' ? add(q, { n: 1n, d: 2n }) : q;
  return multiply(rational(floorDivide(shifted.n, shifted.d)), step);
}

function floorDivide(n: bigint, d: bigint): bigint {
  const q = n / d;
  return n % d !== 0n && n < 0n ? q - 1n : q;
}

/** `3`, `-1/2`: for printers and tests. */
export function show(a: Rational): string {
  return a.d === 1n ? `${a.n}` : `${a.n}/${a.d}`;
}
