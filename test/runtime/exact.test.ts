import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as reference from '../../compiler/ir/rational.ts';
import {
  addExact,
  compareExact,
  type Exact,
  multiplyExact,
  ratio,
  roundExact,
  subtractExact,
  toFigure,
} from '../../stdlib/runtime/exact.ts';

/** The exact number of the runtime and the rational of the compiler that are the same. */
interface Pair {
  readonly exact: Exact;
  readonly rational: reference.Rational;
}

const bound = 2n ** 60n;
const whole = fc.oneof(
  fc.bigInt({ min: -bound, max: bound }),
  fc.constantFrom(0n, 1n, -1n, 2n ** 53n, 2n ** 53n - 1n, -(2n ** 53n), 1n - 2n ** 53n, 2n ** 26n + 1n),
);
const pair: fc.Arbitrary<Pair> = fc
  .tuple(whole, fc.oneof(fc.constant(1n), fc.bigInt({ min: 1n, max: 10n ** 9n })))
  .map(([n, d]) => ({ exact: ratio(n, d), rational: reference.rational(n, d) }));

function expectSame(exact: Exact, rational: reference.Rational): void {
  const { n, d } = typeof exact === 'number' ? { n: BigInt(exact), d: 1n } : exact;
  expect([n, d]).toEqual([rational.n, rational.d]);
  // What fits is a number, so that equal values are equal in every way; 0 has no sign.
  const fits = d === 1n && n <= BigInt(Number.MAX_SAFE_INTEGER) && n >= -BigInt(Number.MAX_SAFE_INTEGER);
  expect(typeof exact).toBe(fits ? 'number' : 'object');
  expect(Object.is(exact, -0)).toBe(false);
}

describe('exact arithmetic', () => {
  it('is that of rationals', () => {
    fc.assert(
      fc.property(pair, pair, (a, b) => {
        expectSame(addExact(a.exact, b.exact), reference.add(a.rational, b.rational));
        expectSame(subtractExact(a.exact, b.exact), reference.subtract(a.rational, b.rational));
        expectSame(multiplyExact(a.exact, b.exact), reference.multiply(a.rational, b.rational));
        expect(Math.sign(compareExact(a.exact, b.exact))).toBe(reference.compare(a.rational, b.rational));
      }),
      { numRuns: 3000 },
    );
  });

  it('rounds as rationals do: half up, and down', () => {
    const step = fc.constantFrom(ratio(1n, 1n), ratio(100n, 1n), ratio(1n, 3n), ratio(7n, 2n));
    fc.assert(
      fc.property(pair, step, fc.constantFrom('half-up', 'down'), (a, unit, mode) => {
        const by = typeof unit === 'number' ? reference.rational(unit) : reference.rational(unit.n, unit.d);
        expectSame(roundExact(a.exact, unit, mode), reference.roundTo(a.rational, by, mode));
      }),
      { numRuns: 2000 },
    );
    expect([0.5, 1.5, -0.5, -1.5].map((x) => roundExact(ratio(BigInt(x * 2), 2n), 1, 'half-up'))).toEqual([
      1, 2, 0, -1,
    ]);
  });

  it('knows what has no end: nothing of anything is nothing', () => {
    const infinity = Number.POSITIVE_INFINITY;
    expect(multiplyExact(0, infinity)).toBe(0);
    expect(multiplyExact(infinity, 0)).toBe(0);
    expect(multiplyExact(ratio(-1n, 2n), infinity)).toBe(-infinity);
    expect(addExact(ratio(1n, 2n), -infinity)).toBe(-infinity);
    expect(compareExact(ratio(10n ** 30n, 1n), infinity)).toBeLessThan(0);
    expect(compareExact(-infinity, ratio(-(10n ** 30n), 1n))).toBeLessThan(0);
    expect(roundExact(infinity, ratio(1n, 3n), 'down')).toBe(infinity);
  });

  it('shows whole figures only where they are exact', () => {
    expect(toFigure(ratio(1n, 2n))).toBe(1);
    expect(toFigure(Number.MAX_SAFE_INTEGER)).toBe(Number.MAX_SAFE_INTEGER);
    expect(toFigure(ratio(2n ** 53n, 1n))).toBeNull();
    expect(toFigure(Number.POSITIVE_INFINITY)).toBeNull();
  });
});
