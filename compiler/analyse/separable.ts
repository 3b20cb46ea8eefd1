import { partyFact } from '../ir/ir.ts';
import { ceilDivide, floorDivide } from './constraint.ts';
import { type Domain, type Domains, domainOf } from './domains.ts';
import { and, type Formula, yes } from './formula.ts';
import { type Hull, type Numbering, numberOf } from './hull.ts';
import { type Region, sampleOf } from './judge.ts';
import { satisfy } from './satisfy.ts';
import type { Value } from './values.ts';
import { variablesOf } from './variables.ts';

/**
 * A region that is told variable by variable: spans that hold each on its own, kinds of party, and besides them parts that
 * tie a few variables together and can hold at all. Where what one region ties the other does not speak of, the two have
 * somebody in common as soon as their spans and their kinds do: no search is needed to know that.
 */
export interface Separable {
  /** Exact, unlike the hull of a region: whoever is within all spans is in the region, so far as nothing is tied. */
  readonly spans: Hull;
  readonly box: Formula;
  readonly parties: readonly string[];
  readonly tied: ReadonlySet<number>;
  readonly tiedNames: ReadonlySet<string>;
  readonly speaksOf: ReadonlySet<number>;
  /** Somebody in the region; only where something is tied. */
  readonly sample: ReadonlyMap<string, Value> | undefined;
}

/** Which kinds of party one applicant can be of, looked for once. */
export type Kinds = Map<string, boolean>;

const kindPrefix = partyFact('');

/** The region variable by variable; undefined where that does not tell it. */
export function separable(region: Region, domains: Domains, numbering: Numbering): Separable | undefined {
  if (region.side.benefit.over !== undefined) return undefined;
  const { payable } = region;
  if (payable.f === 'false') return undefined;
  const spans = new Map<string, Span>();
  const literals: Formula[] = [];
  const tiedNames = new Set<string>();
  let parties: readonly string[] | undefined;
  let isTied = false;
  for (const part of payable.f === 'and' ? payable.args : [payable]) {
    const kinds = kindsIn(part);
    if (kinds !== undefined) {
      if (parties !== undefined) return undefined;
      parties = kinds;
      continue;
    }
    const span = spanOf(part, domains);
    if (span === undefined) {
      isTied = true;
      for (const variable of variablesOf(part, domains)) tiedNames.add(variable);
      continue;
    }
    const known = spans.get(span.variable);
    const both = known === undefined ? span : common(known, span);
    if (both === undefined) return undefined;
    spans.set(span.variable, both);
    literals.push(part);
  }
  for (const variable of tiedNames) if (!isOrdinary(variable)) return undefined;
  const sample = isTied ? sampleOf(region, domains) : undefined;
  if (sample === null) return undefined;
  const numbered = [...spans.values()]
    .filter((span) => !isAll(span, domainOf(span.variable, domains)))
    .map((span) => ({ id: numberOf(span.variable, numbering), span }))
    .sort((a, b) => a.id - b.id);
  const ids = numbered.map(({ id }) => id);
  const tied = new Set([...tiedNames].map((variable) => numberOf(variable, numbering)));
  return {
    spans: { ids, lows: numbered.map(({ span }) => span.low), highs: numbered.map(({ span }) => span.high) },
    box: and(...literals),
    parties: parties ?? [],
    tied,
    tiedNames,
    speaksOf: new Set([...ids, ...tied]),
    sample,
  };
}

/** Whether two regions of which the spans meet have somebody in common; false where this does not tell. */
export function surelyMeet(a: Separable, b: Separable, kinds: Kinds, domains: Domains): boolean {
  for (const variable of a.tied) if (b.speaksOf.has(variable)) return false;
  for (const variable of b.tied) if (a.speaksOf.has(variable)) return false;
  const key = `${a.parties.join('\n')}\n\n${b.parties.join('\n')}`;
  let fits = kinds.get(key);
  if (fits === undefined) {
    fits = satisfy(and(anyOf(a.parties), anyOf(b.parties)), domains).answer === 'yes';
    kinds.set(key, fits);
  }
  return fits;
}

/** Whether a span is another one in the one region than in the other, so that they are not the same applicants. */
export function surelyDiffer(a: Separable, b: Separable): boolean {
  return speaksOtherwise(a, b) || speaksOtherwise(b, a);
}

function speaksOtherwise(a: Separable, b: Separable): boolean {
  const { ids, lows, highs } = a.spans;
  let j = 0;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as number;
    if (a.tied.has(id) || b.tied.has(id)) continue;
    while (j < b.spans.ids.length && (b.spans.ids[j] as number) < id) j++;
    if (b.spans.ids[j] !== id) return true;
    if (!Object.is(b.spans.lows[j], lows[i]) || !Object.is(b.spans.highs[j], highs[i])) return true;
  }
  return false;
}

/** Somebody in both regions, which surely meet: what each ties as in its sample, all else within the spans of both. */
export function inBoth(a: Separable, b: Separable, domains: Domains): ReadonlyMap<string, Value> {
  const answer = satisfy(and(a.box, b.box, anyOf(a.parties), anyOf(b.parties)), domains);
  if (answer.answer !== 'yes') throw new Error('regions that surely meet have nobody in common');
  const values = new Map(answer.values);
  for (const { sample, tiedNames } of [a, b]) {
    for (const [variable, value] of sample ?? []) if (tiedNames.has(variable)) values.set(variable, value);
  }
  return values;
}

function anyOf(parties: readonly string[]): Formula {
  if (parties.length === 0) return yes;
  const each = parties.map((party): Formula => ({ f: 'is', variable: partyFact(party), value: true }));
  return each.length === 1 && each[0] !== undefined ? each[0] : { f: 'or', args: each };
}

/** The kinds of party of which a part asks for one; undefined where it asks for something else. */
function kindsIn(part: Formula): readonly string[] | undefined {
  const arms = part.f === 'or' ? part.args : [part];
  const kinds: string[] = [];
  for (const arm of arms) {
    if (arm.f !== 'is' || !arm.value || !arm.variable.startsWith(kindPrefix)) return undefined;
    kinds.push(arm.variable.slice(kindPrefix.length));
  }
  return kinds;
}

/**
 * A value of now, which nothing ties to any other. Kinds of party, other years and lists tie variables that neither region
 * speaks of.
 */
function isOrdinary(variable: string): boolean {
  if (variable === '@as-of' || variable === '@year') return true;
  if (variable.startsWith('=')) return variable !== '=opaque';
  // What a procedure decides for one benefit.
  if (variable.startsWith('@passed:')) return !variable.includes('@', 1);
  return !variable.includes('@') && !variable.includes('#');
}

interface Span {
  readonly variable: string;
  readonly low: number;
  /** Of members, whose bits are in `low`, no number. */
  readonly high: number;
}

/** What a literal says of one fact of now, exactly; undefined where it is no such literal. */
function spanOf(part: Formula, domains: Domains): Span | undefined {
  switch (part.f) {
    case 'is': {
      const { variable, value } = part;
      const domain = domains.get(variable);
      if (domain?.type !== 'bool' || variable.includes('@')) return undefined;
      return { variable, low: value ? 2 : 1, high: Number.NaN };
    }
    case 'in': {
      const { variable, set, out } = part;
      const domain = domains.get(variable);
      if (domain?.type !== 'enum' || domain.members.length > 31 || variable.includes('@')) return undefined;
      let mask = 0;
      for (const [i, member] of domain.members.entries()) if (set.has(member) !== out) mask |= 1 << i;
      return mask === 0 ? undefined : { variable, low: mask, high: Number.NaN };
    }
    case 'linear': {
      const { terms, constant } = part.constraint;
      if (terms.size !== 1) return undefined;
      const [[variable, c] = ['', 1n] as const] = terms;
      const domain = domains.get(variable);
      if (domain?.type !== 'number' || domain.defined !== undefined || domain.opaque !== undefined) return undefined;
      if (variable.startsWith('=') || (variable.includes('@') && variable !== '@as-of')) return undefined;
      const end = Number(c > 0n ? floorDivide(-constant, c) : ceilDivide(constant, -c));
      if (!Number.isSafeInteger(end)) return undefined;
      const least = domain.low === undefined ? Number.NEGATIVE_INFINITY : Number(domain.low);
      if (c > 0n) return end < least ? undefined : { variable, low: least, high: end };
      return { variable, low: Math.max(end, least), high: Number.POSITIVE_INFINITY };
    }
    default:
      return undefined;
  }
}

function common(a: Span, b: Span): Span | undefined {
  const { variable } = a;
  if (Number.isNaN(a.high)) return (a.low & b.low) === 0 ? undefined : { variable, low: a.low & b.low, high: a.high };
  const [low, high] = [Math.max(a.low, b.low), Math.min(a.high, b.high)];
  return low > high ? undefined : { variable, low, high };
}

/** Whether a span leaves out nothing. */
function isAll({ low, high }: Span, domain: Domain | undefined): boolean {
  switch (domain?.type) {
    case 'bool':
      return low === 3;
    case 'enum':
      return low === 2 ** domain.members.length - 1;
    case 'number':
      return high === Number.POSITIVE_INFINITY && (low === Number.NEGATIVE_INFINITY || low === Number(domain.low));
    default:
      return false;
  }
}
