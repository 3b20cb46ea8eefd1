import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Causes } from '../../compiler/ir/interpret/causes.ts';
import * as v from '../../compiler/ir/interpret/values.ts';
import { compare, type Rational, rational, show } from '../../compiler/ir/rational.ts';

const because = (id: string): Causes => [{ kind: 'fact', id }];
const num = (lo: number | null, hi: number | null, id = 'x') =>
  v.interval(lo === null ? null : rational(lo), hi === null ? null : rational(hi), because(id));
const point = (n: number) => v.point(rational(n));
const shown = ({ lo, hi }: v.Num) => `${lo ? show(lo) : '-∞'}..${hi ? show(hi) : '∞'}`;
const ids = ({ causes }: { causes: Causes }) => causes.map((c) => ('id' in c ? c.id : c.why)).join(' ');

describe('arithmetic of intervals', () => {
  it.each([
    ['add', shown(v.add(num(1, 3), num(10, null))), '11..∞'],
    ['add without lower end', shown(v.add(num(null, 3), num(10, 20))), '-∞..23'],
    ['multiply', shown(v.multiply(num(2, 3), num(10, 20))), '20..60'],
    ['multiply by a negative', shown(v.multiply(num(2, 3), point(-1))), '-3..-2'],
    ['multiply across zero', shown(v.multiply(num(-2, 3), num(-5, 7))), '-15..21'],
    ['nothing of what is unbounded is nothing', shown(v.multiply(point(0), num(0, null))), '0..0'],
    ['unbounded both ways', shown(v.multiply(num(-1, 2), num(0, null))), '-∞..∞'],
    ['unbounded by negative', shown(v.multiply(num(0, null), point(-2))), '-∞..0'],
    ['min', shown(v.min([num(0, null), point(5)])), '0..5'],
    ['min of unbounded below', shown(v.min([num(null, null), point(5)])), '-∞..5'],
    ['max', shown(v.max([num(0, null), point(5)])), '5..∞'],
    ['max of unbounded below', shown(v.max([num(null, 9), point(5)])), '5..9'],
    ['hull', shown(v.hull(num(7, 8), num(1, 2), because('x'))), '1..8'],
    ['round half up', shown(v.round(v.interval(rational(5, 2), rational(-5, 2), []), rational(1), 'half-up')), '3..-2'],
    ['round down', shown(v.round(num(-7, 14), rational(5), 'down')), '-10..10'],
  ])('%s', (_, actual, expected) => {
    expect(actual).toBe(expected);
  });

  it('keeps the causes of both operands, each once, in order', () => {
    const sum = v.add(v.add(num(0, 1, 'b'), num(0, 1, 'a')), num(0, 1, 'b'));
    expect(ids(sum)).toBe('b a');
  });

  it('forgets the causes where the ends meet', () => {
    expect(v.min([point(5), num(7, null)])).toEqual(point(5));
    expect(v.multiply(point(0), num(0, null))).toEqual(point(0));
    expect(v.round(num(10, 14), rational(10), 'down')).toEqual(point(10));
  });
});

describe('comparisons', () => {
  it.each([
    ['1 < 2', v.less(point(1), point(2)), true],
    ['2 < 2', v.less(point(2), point(2)), false],
    ['2 <= 2', v.lessOrEqual(point(2), point(2)), true],
    ['3 <= 2', v.lessOrEqual(point(3), point(2)), false],
    ['0.. < 5', v.less(num(0, null), point(5)), null],
    ['5.. < 5', v.less(num(5, null), point(5)), false],
    ['5.. >= 5, as 5 <= 5..', v.lessOrEqual(point(5), num(5, null)), true],
    ['0..4 < 5', v.less(num(0, 4), point(5)), true],
    ['0..5 < 5', v.less(num(0, 5), point(5)), null],
    ['2 = 2', v.equal(point(2), point(2)), true],
    ['0..3 = 3', v.equal(num(0, 3), point(3)), null],
    ['0..3 = 4', v.equal(num(0, 3), point(4)), false],
    ['5.. = 4', v.equal(num(5, null), point(4)), false],
  ])('%s', (_, actual, expected) => {
    expect(actual.holds).toBe(expected);
    expect(actual.causes.length > 0).toBe(expected === null);
  });
});

describe('three-valued logic', () => {
  const truths = { T: v.yes, F: v.no, U: v.unknown(because('u')) } as const;
  const letter = ({ holds }: v.Truth) => (holds === null ? 'U' : holds ? 'T' : 'F');
  const pairs = ['TT', 'TF', 'TU', 'FT', 'FF', 'FU', 'UT', 'UF', 'UU'] as const;
  const table = (op: (all: v.Truth[]) => v.Truth) =>
    pairs.map(([a, b]) => letter(op([truths[a as 'T'], truths[b as 'T']]))).join('');

  it('is strong Kleene logic', () => {
    expect(table(v.and)).toBe('TFUFFFUFU');
    expect(table(v.or)).toBe('TTTTFUTUU');
    expect([v.not(v.yes), v.not(v.no), v.not(truths.U)].map(letter).join('')).toBe('FTU');
    expect(letter(v.and([]))).toBe('T');
    expect(letter(v.or([]))).toBe('F');
  });

  it('has no causes where it is decided, and those of the unknown operands where it is not', () => {
    const [a, b] = [v.unknown(because('a')), v.unknown(because('b'))];
    expect(v.and([a, v.no])).toEqual(v.no);
    expect(v.or([a, v.yes])).toEqual(v.yes);
    expect(ids(v.and([a, v.yes, b]))).toBe('a b');
    expect(ids(v.or([b, v.no, a]))).toBe('b a');
    expect(ids(v.not(b))).toBe('b');
  });
});

// ------------------------------------------------------------------------------------------------------------ properties

const rationals = fc
  .tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 6 }))
  .map(([n, d]) => rational(n, d));

/** An interval and a number that lies in it. */
const member = fc.tuple(rationals, fc.option(rationals), fc.option(rationals)).map(([inside, a, b]) => {
  const lo = a && (compare(a, inside) < 0 ? a : inside);
  const hi = b && (compare(b, inside) > 0 ? b : inside);
  return { inside, interval: v.interval(lo, hi, because('x')) };
});

const holds = ({ lo, hi }: v.Num, x: Rational) =>
  (lo === null || compare(lo, x) <= 0) && (hi === null || compare(x, hi) <= 0);

const operations: readonly (readonly [string, (a: v.Num, b: v.Num) => v.Num])[] = [
  ['add', v.add],
  ['multiply', v.multiply],
  ['min', (a, b) => v.min([a, b])],
  ['max', (a, b) => v.max([a, b])],
  ['hull', (a, b) => v.hull(a, b, because('either'))],
  ['round half up', (a) => v.round(a, rational(3, 2), 'half-up')],
  ['round down', (a) => v.round(a, rational(3, 2), 'down')],
];

describe('laws of intervals', () => {
  it.each(operations)('%s: what comes of members is a member of what comes of the intervals', (_, operation) => {
    fc.assert(
      fc.property(member, member, (a, b) => {
        const exact = operation(v.point(a.inside), v.point(b.inside));
        const whole = operation(a.interval, b.interval);
        return holds(whole, exact.lo!) && holds(whole, exact.hi!);
      }),
    );
  });

  it.each(operations)('%s: ends that meet have no causes, others have some', (_, operation) => {
    fc.assert(
      fc.property(member, member, (a, b) => {
        const x = operation(a.interval, b.interval);
        return v.isExact(x) === (x.causes.length === 0);
      }),
    );
  });

  it('compares intervals as it compares all of their members', () => {
    const comparisons = [v.less, v.lessOrEqual, v.equal];
    fc.assert(
      fc.property(member, member, fc.nat(2), (a, b, which) => {
        const comparison = comparisons[which]!;
        const whole = comparison(a.interval, b.interval).holds;
        return whole === null || whole === comparison(v.point(a.inside), v.point(b.inside)).holds;
      }),
    );
  });
});
