import { multiply, type Rational } from '../ir/rational.ts';
import type { Box } from './box.ts';
import { formAt } from './conditions.ts';
import { domainOf, type NumberDomain } from './domains.ts';
import type { OpenReason } from './formula.ts';
import type { Constraint } from './linear.ts';
import { numberAt } from './point.ts';
import type { Value } from './values.ts';

type Solved =
  | { readonly answer: 'yes'; readonly values: ReadonlyMap<string, bigint> }
  | { readonly answer: 'no' }
  | { readonly answer: 'undecided'; readonly why: OpenReason };

/** Sizes that the factors of a product are tried with, in steps. */
const sizes = [undefined, 0n, 1n, 2n, 10n, 100n, 10_000n, 1_000_000n, 100_000_000n, 10_000_000_000n] as const;

/**
 * Products and figures over lists stand as free numbers among the constraints, so that "no" is sure. For "yes" they have to
 * be what they are made of: the factors are set, the product is computed, and all constraints are asked again.
 */
export function settleOpaque(
  box: Box,
  solved: ReadonlyMap<string, bigint>,
  complete: (values: ReadonlyMap<string, bigint>) => ReadonlyMap<string, Value>,
  solveWith: (extra: readonly Constraint[]) => Solved,
): Solved {
  const opaque = opaqueIn(box, solved);
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
    const tried = fixed.length === 0 ? ({ answer: 'yes', values: solved } as const) : solveWith(fixed);
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
    const checked = solveWith(made);
    if (checked.answer === 'yes') return checked;
    if (factors.size === 0) break;
  }
  return { answer: 'undecided', why };
}

function opaqueIn(box: Box, solved: ReadonlyMap<string, bigint>): [string, NumberDomain][] {
  const found: [string, NumberDomain][] = [];
  for (const variable of new Set([...solved.keys(), ...box.bounds.keys()])) {
    const domain = variable.startsWith('=') ? domainOf(variable, box.domains) : undefined;
    if (domain?.type === 'number' && domain.opaque !== undefined) found.push([variable, domain]);
  }
  return found;
}

/** What the figure is made of: the factors of a product, the figures of the items of a list. */
function factorsOf({ opaque }: NumberDomain, solved: ReadonlyMap<string, bigint>, box: Box): readonly string[] {
  if (opaque?.why === 'product') return opaque.factors.flatMap((form) => [...form.terms.keys()]);
  if (opaque === undefined) return [];
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
  const [a, b] = opaque?.factors ?? [];
  if (a === undefined || b === undefined) throw new Error('a product has two factors');
  return multiply(formAt(a, at), formAt(b, at));
}

function equals(variable: string, value: bigint): Constraint[] {
  return [
    { terms: new Map([[variable, 1n]]), constant: -value },
    { terms: new Map([[variable, -1n]]), constant: value },
  ];
}
