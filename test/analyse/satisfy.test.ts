import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../compiler/analyse/constraint.ts';
import type { Domain, Domains } from '../../compiler/analyse/domains.ts';
import { and, type Formula, or } from '../../compiler/analyse/formula.ts';
import { satisfy, type Value } from '../../compiler/analyse/satisfy.ts';

const members = ['甲', '乙', '丙'];
const top = 3n;
const numbers = ['x', 'y', 'z'];

const whole: Domain = { type: 'number', scale: 1n, low: 0n, fact: undefined };
const domains: Domains = new Map<string, Domain>([
  ['p', { type: 'bool' }],
  ['q', { type: 'bool' }],
  ['e', { type: 'enum', members }],
  ...numbers.map((n): [string, Domain] => [n, whole]),
]);

const literal: fc.Arbitrary<Formula> = fc.oneof(
  fc.record({ f: fc.constant('is' as const), variable: fc.constantFrom('p', 'q'), value: fc.boolean() }),
  fc.record({
    f: fc.constant('in' as const),
    variable: fc.constant('e'),
    set: fc.subarray(members, { minLength: 1 }).map((m) => new Set(m)),
    out: fc.boolean(),
  }),
  fc
    .record({
      x: fc.integer({ min: -3, max: 3 }),
      y: fc.integer({ min: -3, max: 3 }),
      z: fc.integer({ min: -3, max: 3 }),
      constant: fc.integer({ min: -6, max: 6 }),
    })
    .map(({ x, y, z, constant }): Formula => {
      const terms = new Map([
        ['x', BigInt(x)],
        ['y', BigInt(y)],
        ['z', BigInt(z)],
      ]);
      return { f: 'linear', constraint: normalise(terms, BigInt(constant)) };
    }),
);

const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    literal,
    fc.array(tie('formula'), { minLength: 2, maxLength: 3 }).map((args) => and(...args)),
    fc.array(tie('formula'), { minLength: 2, maxLength: 3 }).map((args) => or(...args)),
  ),
}));

function holds(f: Formula, values: ReadonlyMap<string, Value>): boolean {
  switch (f.f) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'and':
      return f.args.every((a) => holds(a, values));
    case 'or':
      return f.args.some((a) => holds(a, values));
    case 'is':
      return values.get(f.variable) === f.value;
    case 'in':
      return f.set.has(values.get(f.variable) as string) !== f.out;
    case 'linear': {
      let sum = f.constraint.constant;
      for (const [v, c] of f.constraint.terms) sum += c * ((values.get(v) as bigint) ?? 0n);
      return sum <= 0n;
    }
    case 'some':
    case 'open':
      throw new Error('not generated');
    default:
      return f satisfies never;
  }
}

function everyAssignment(): ReadonlyMap<string, Value>[] {
  let all: Map<string, Value>[] = [new Map()];
  const extend = (variable: string, values: readonly Value[]) => {
    all = all.flatMap((known) => values.map((value) => new Map(known).set(variable, value)));
  };
  for (const b of ['p', 'q']) extend(b, [true, false]);
  extend('e', members);
  for (const n of numbers)
    extend(
      n,
      Array.from({ length: Number(top) + 1 }, (_, i) => BigInt(i)),
    );
  return all;
}

const bounded = and(...numbers.map((n): Formula => ({ f: 'linear', constraint: normalise(new Map([[n, 1n]]), -top) })));

describe('satisfy', () => {
  it('agrees with enumeration of every assignment, and its witness holds', () => {
    const all = everyAssignment();
    let satisfiable = 0;
    let undecided = 0;
    fc.assert(
      fc.property(formula, (f) => {
        const asked = and(f, bounded);
        const truth = all.some((values) => holds(asked, values));
        const answer = satisfy(asked, domains);
        if (answer.answer === 'undecided') undecided++;
        else expect(answer.answer).toBe(truth ? 'yes' : 'no');
        if (answer.answer !== 'yes') return;
        satisfiable++;
        // What the path does not speak of may be anything.
        const values = new Map(answer.values);
        for (const b of ['p', 'q']) if (!values.has(b)) values.set(b, true);
        if (!values.has('e')) values.set('e', members[0] ?? '');
        for (const n of numbers) if (!values.has(n)) values.set(n, 0n);
        expect(holds(asked, values)).toBe(true);
      }),
      { numRuns: 3000, seed: 7 },
    );
    expect(satisfiable).toBeGreaterThan(300);
    expect(undecided).toBeLessThan(30);
  });

  it('opens no disjunctive normal form: twelve three-way choices that contradict each other', () => {
    const choices = Array.from(
      { length: 12 },
      (_, i): Formula =>
        or(
          ...[0n, 1n, 2n].map(
            (k): Formula => ({
              f: 'linear',
              constraint: normalise(new Map([[`v${i}`, -1n]]), 10n + k),
            }),
          ),
        ),
    );
    const wide: Domains = new Map(choices.map((_, i) => [`v${i}`, whole]));
    const sum: Formula = {
      f: 'linear',
      constraint: normalise(new Map(choices.map((_, i) => [`v${i}`, 1n] as const)), -119n),
    };
    expect(satisfy(and(...choices, sum), wide).answer).toBe('no');
  });
});
