import { yearEndFact } from '../ir/ir.ts';
import { multiply, type Rational } from '../ir/rational.ts';
import { type Box, boundsOf } from './box.ts';
import { formAt } from './conditions.ts';
import type { Constraint } from './constraint.ts';
import { domainOf, firstDay, lastDay, type NumberDomain } from './domains.ts';
import type { OpenReason } from './formula.ts';
import { type Reckoned, settleDays } from './months.ts';
import { numberAt } from './point.ts';
import type { Value } from './values.ts';

type Solved =
  | { readonly answer: 'yes'; readonly values: ReadonlyMap<string, bigint> }
  | { readonly answer: 'no' }
  | { readonly answer: 'undecided'; readonly why: OpenReason };

interface Solvers {
  /** Solves with further constraints. */
  readonly solveWith: (extra: readonly Constraint[]) => Solved;
  /** The same as a trial: undecided once there were too many. */
  readonly tryWith: (extra: readonly Constraint[]) => Solved;
}

/** Sizes that the factors of a product are tried with, in steps. */
const sizes = [undefined, 0n, 1n, 2n, 10n, 100n, 10_000n, 1_000_000n, 100_000_000n, 10_000_000_000n] as const;

/**
 * What is not linear stands as a free number among the constraints, so that "no" is sure; for "yes" it has to be what it
 * stands for. Days that are months later are settled exactly.
 */
export function settleOpaque(
  box: Box,
  solved: ReadonlyMap<string, bigint>,
  complete: (values: ReadonlyMap<string, bigint>) => ReadonlyMap<string, Value>,
  { solveWith, tryWith }: Solvers,
): Solved {
  const later = new Map(reckonedIn(box, solved));
  if (later.size === 0) return settleFigures(box, solved, complete, tryWith);
  // The year is that of the day.
  if (box.bounds.has('@year') || solved.has('@year')) later.set('@year', { by: 'year', of: '@as-of', n: 0 });
  const settled = settleDays<Solved>(
    { later, bounds: (v) => boundsOf(box, v), solveWith, firstDay, lastDay },
    (fixed, values) => settleFigures(box, values, complete, (extra) => tryWith([...fixed, ...extra])),
  );
  return settled.answer === 'undecided' ? { why: 'months', ...settled } : settled;
}

/** What is reckoned from days by the calendar. */
export function reckonedIn(box: Box, solved: ReadonlyMap<string, bigint>): readonly (readonly [string, Reckoned])[] {
  return opaqueIn(box, solved).flatMap(([variable, { opaque }]) =>
    opaque?.why === 'months' ? [[variable, opaque.reckoned] as const] : [],
  );
}

/**
 * Products and figures over lists stand as free numbers among the constraints, so that "no" is sure. For "yes" they have to
 * be what they are made of: the factors are set, the product is computed, and all constraints are asked again.
 */
function settleFigures(
  box: Box,
  solved: ReadonlyMap<string, bigint>,
  complete: (values: ReadonlyMap<string, bigint>) => ReadonlyMap<string, Value>,
  tryWith: (extra: readonly Constraint[]) => Solved,
): Solved {
  const opaque = opaqueIn(box, solved).filter(([, domain]) => domain.opaque?.why !== 'months');
  if (opaque.length === 0) return { answer: 'yes', values: solved };
  const why = opaque[0]?.[1].opaque?.why ?? 'product';
  const factors = new Set(opaque.flatMap(([, domain]) => factorsOf(domain, solved, box)));
  for (const size of sizes) {
    const fixed: Constraint[] = [];
    if (size !== undefined) {
      for (const v of factors) {
        const { low, high } = box.bounds.get(v) ?? { low: 0n, high: undefined };
        const at = low !== undefined && low > size ? low : high !== undefined && high < size ? high : size;
        fixed.push(...equals(v, at));
      }
    }
    const tried = fixed.length === 0 ? ({ answer: 'yes', values: solved } as const) : tryWith(fixed);
    if (tried.answer !== 'yes') continue;
    const point = complete(tried.values);
    const made: Constraint[] = [];
    let whole = true;
    for (const [variable, domain] of opaque) {
      const actual = actualOf(domain, point, box);
      if ((actual.n * domain.scale) % actual.d !== 0n) whole = false;
      made.push(...equals(variable, (actual.n * domain.scale) / actual.d));
    }
    if (!whole) continue;
    for (const v of factors) {
      const value = point.get(v);
      if (typeof value === 'bigint') made.push(...equals(v, value));
    }
    const checked = tryWith(made);
    if (checked.answer === 'yes') return checked;
    if (factors.size === 0) break;
  }
  return { answer: 'undecided', why };
}

function opaqueIn(box: Box, solved: ReadonlyMap<string, bigint>): [string, NumberDomain][] {
  const found: [string, NumberDomain][] = [];
  for (const variable of new Set([...solved.keys(), ...box.bounds.keys()])) {
    const isMade = variable.startsWith('=') || variable.startsWith(yearEndFact);
    const domain = isMade ? domainOf(variable, box.domains) : undefined;
    if (domain?.type === 'number' && domain.opaque !== undefined) found.push([variable, domain]);
  }
  return found;
}

/** What the figure is made of: the factors of a product, the figures of the items of a list. */
function factorsOf({ opaque }: NumberDomain, solved: ReadonlyMap<string, bigint>, box: Box): readonly string[] {
  if (opaque?.why === 'product') return opaque.factors.flatMap((form) => [...form.terms.keys()]);
  if (opaque?.why !== 'list') return [];
  const { list } = opaque.figure;
  const ofItem = (v: string) => v.startsWith(`${list}.`) || v.startsWith(`${list}#`);
  return [...new Set([...solved.keys(), ...box.bounds.keys()])].filter(ofItem);
}

function actualOf({ opaque }: NumberDomain, point: ReadonlyMap<string, Value>, box: Box): Rational {
  const at = (v: string): bigint => {
    const value = point.get(v);
    return typeof value === 'bigint' ? value : 0n;
  };
  if (opaque?.why === 'list') return numberAt(opaque.figure, { values: point, domains: box.domains }, 'high');
  if (opaque?.why !== 'product') throw new Error('only products and figures over lists are computed');
  const [a, b] = opaque.factors;
  return multiply(formAt(a, at), formAt(b, at));
}

function equals(variable: string, value: bigint): Constraint[] {
  return [
    { terms: new Map([[variable, 1n]]), constant: -value },
    { terms: new Map([[variable, -1n]]), constant: value },
  ];
}
