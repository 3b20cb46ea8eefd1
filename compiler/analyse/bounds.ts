import type { BenefitPlan, Expr } from '../ir/ir.ts';
import { compare as compareRational, negate, type Rational, rational } from '../ir/rational.ts';
import { amountEnd, endlessFrom } from './amount-ends.ts';
import { compare, linearForm, type Reading } from './conditions.ts';
import { type Domains, domainOf } from './domains.ts';
import { and, denominatorOf, type Formula, formOf, type OpenReason, relation } from './formula.ts';
import { payable, readingOf } from './payable.ts';
import { numberAt } from './point.ts';
import { satisfy } from './satisfy.ts';
import type { Value } from './values.ts';

/** The greatest (or least) that a number can be over a region, and where. */
export type Bound =
  /** Proved: it is reached at the point, and nowhere passed. */
  | { readonly bound: 'exact'; readonly value: Rational; readonly at: ReadonlyMap<string, Value> }
  /** It passes every sum of money. */
  | { readonly bound: 'endless'; readonly at: ReadonlyMap<string, Value> }
  /** Nobody is in the region. */
  | { readonly bound: 'nowhere' }
  /** Not proved, with the best that was found. */
  | {
      readonly bound: 'undecided';
      readonly why: OpenReason;
      readonly best?: { readonly value: Rational; readonly at: ReadonlyMap<string, Value> };
    };

/** How often a region is halved where a product of two facts leaves a gap. */
const mostParts = 200;

/**
 * The greatest or least value of a kernel expression without open decisions over a region, by branch and bound: each question
 * asks for more than the best so far and takes the greatest on the path that answers it; "no" is the proof. Where a product
 * of two facts leaves the answer open, the region is halved along one of them.
 */
export function boundOf(end: 'greatest' | 'least', e: Expr, region: Formula, reading: Reading): Bound {
  const found = searchBound(end, e, region, reading);
  if (found.bound !== 'exact') return found;
  // A figure that ends only where numbers do has no end of its own: with half the room it is less. Rounding lets it be
  // reached somewhat before the last number.
  const half = BigInt(Number.MAX_SAFE_INTEGER) / 2n;
  const halves = [...found.at].flatMap(([variable, value]): Formula[] => {
    if (typeof value !== 'bigint' || (value <= half && value >= -half)) return [];
    const sign = value > 0n ? 1n : -1n;
    return [{ f: 'linear', constraint: { terms: new Map([[variable, sign]]), constant: -half } }];
  });
  if (halves.length === 0) return found;
  const within = searchBound(end, e, and(region, ...halves), reading);
  const same = within.bound === 'exact' && compareRational(within.value, found.value) === 0;
  return same ? found : { bound: 'endless', at: found.at };
}

function searchBound(end: 'greatest' | 'least', e: Expr, region: Formula, reading: Reading): Bound {
  const { domains } = reading;
  const variable = `=${end} #${domains.size}`;
  const form = linearForm(e, reading);
  const scale = denominatorOf(form);
  domains.set(variable, { type: 'number', scale, low: undefined, fact: undefined });
  const own: Expr = { k: 'fact', ref: variable, at: 'now' };
  const minusOwn: Expr = { k: 'mul', a: { k: 'const', value: rational(-1), valueType: { type: 'count' } }, b: own };
  // The variable is at most the number, or its opposite at least the number.
  const tied = end === 'greatest' ? compare('<=', own, e, reading) : compare('<=', e, minusOwn, reading);
  const limit = { terms: new Map([[variable, 1n]]), constant: -(1n << 62n) * scale };
  const question = and(region, tied, { f: 'linear', constraint: limit });
  const sign = (value: Rational) => (end === 'greatest' ? value : negate(value));
  let best: { readonly value: Rational; readonly at: ReadonlyMap<string, Value> } | undefined;
  let open: OpenReason | undefined;
  const parts: Formula[] = [question];
  for (let count = 0; parts.length > 0; count++) {
    const part = parts.pop();
    if (part === undefined) break;
    const more: Formula =
      best === undefined
        ? part
        : and(part, relation({ terms: new Map([[variable, rational(-1n, scale)]]), constant: sign(best.value) }, '<'));
    const answer = satisfy(more, domains, { maximise: variable });
    if (answer.answer === 'no') continue;
    if (answer.answer === 'yes') {
      const value = numberAt(e, { ...reading, values: answer.values }, 'high');
      if (best !== undefined && compareRational(sign(value), sign(best.value)) <= 0) {
        open ??= 'search';
        continue;
      }
      best = { value, at: answer.values };
      if (sign(value).n >= endlessFrom * value.d) return { bound: 'endless', at: answer.values };
      parts.push(part);
    } else {
      const halves = count < mostParts && answer.why === 'product' ? halved(part, domains) : undefined;
      if (halves === undefined) open ??= answer.why;
      else parts.push(...halves);
    }
    if (count > 4 * mostParts) {
      open ??= 'search';
      break;
    }
  }
  domains.delete(variable);
  if (open !== undefined) return { bound: 'undecided', why: open, ...(best && { best }) };
  return best === undefined ? { bound: 'nowhere' } : { bound: 'exact', ...best };
}

/** A region in two, along a factor of a product of which both ends are known. */
function halved(region: Formula, domains: Domains): readonly Formula[] | undefined {
  const limits = limitsIn(region);
  for (const [variable, { low, high }] of limits) {
    const domain = domainOf(variable, domains);
    const floor = low ?? (domain?.type === 'number' ? domain.low : undefined);
    if (floor === undefined || high === undefined || high - floor < 1n) continue;
    if (!factorsIn(domains).has(variable)) continue;
    const middle = (floor + high) / 2n;
    const scale = domain?.type === 'number' ? domain.scale : 1n;
    const form = formOf(variable, scale);
    const shifted = { terms: form.terms, constant: rational(-middle, scale) };
    return [and(region, relation(shifted, '<=')), and(region, relation(negated(shifted), '<'))];
  }
  return undefined;
}

function negated(form: { readonly terms: ReadonlyMap<string, Rational>; readonly constant: Rational }) {
  return { terms: new Map([...form.terms].map(([v, c]) => [v, negate(c)])), constant: negate(form.constant) };
}

/** The bounds that a conjunction writes down for single variables. */
function limitsIn(region: Formula): Map<string, { low: bigint | undefined; high: bigint | undefined }> {
  const found = new Map<string, { low: bigint | undefined; high: bigint | undefined }>();
  for (const part of region.f === 'and' ? region.args : [region]) {
    if (part.f !== 'linear' || part.constraint.terms.size !== 1) continue;
    for (const [v, c] of part.constraint.terms) {
      const known = found.get(v) ?? { low: undefined, high: undefined };
      const { constant } = part.constraint;
      if (c > 0n) {
        const high = -constant / c;
        if (known.high === undefined || high < known.high) known.high = high;
      } else {
        const low = constant / -c;
        if (known.low === undefined || low > known.low) known.low = low;
      }
      found.set(v, known);
    }
  }
  return found;
}

function factorsIn(domains: Domains): ReadonlySet<string> {
  const found = new Set<string>();
  for (const domain of domains.values()) {
    if (domain.type !== 'number' || domain.opaque?.why !== 'product') continue;
    for (const form of domain.opaque.factors) for (const v of form.terms.keys()) found.add(v);
  }
  return found;
}

/** What a benefit pays those whom it pays at all: the least of its lower ends, and the greatest of its upper ones, in fen. */
export function amountBounds(
  benefit: BenefitPlan,
  domains: Domains,
): { readonly least: Bound; readonly greatest: Bound } {
  const region = payable(benefit, domains);
  const reading = readingOf(benefit, domains);
  return {
    least: boundOf('least', amountEnd(benefit, 'low'), region, reading),
    greatest: boundOf('greatest', amountEnd(benefit, 'high'), region, reading),
  };
}
