import { type Domains, domainOf } from './domains.ts';
import type { Formula } from './formula.ts';

/**
 * What every applicant of a region has in common, variable by variable: a span of numbers, or the members still possible.
 * Two regions whose hulls do not meet have nobody in common. Wrong only towards meeting.
 */
export interface Hull {
  /** Numbers of the variables, ascending. */
  readonly ids: readonly number[];
  /** The lower end; of members their bits. */
  readonly lows: readonly number[];
  /** The upper end; of members `members`. */
  readonly highs: readonly number[];
}

/** Stands in `highs` where `lows` holds bits. */
export const members = Number.NaN;

/**
 * Variables by number, so that hulls are compared without text; and the hull that is being put together, of which there is
 * one at a time: most are all that is ever asked of a benefit.
 */
export interface Numbering {
  readonly numbers: Map<string, number>;
  /** By variable: the ends, and in which hull they were set last. */
  readonly lows: number[];
  readonly highs: number[];
  readonly setIn: number[];
  /** The variables of the hull, ascending. */
  ids: number[];
  hull: number;
  /** What it is to be of a kind of party, with what follows: variables and their bits, in turn. */
  readonly kinds: Map<string, readonly number[]>;
}

export function makeNumbering(): Numbering {
  return { numbers: new Map(), lows: [], highs: [], setIn: [], ids: [], hull: 0, kinds: new Map() };
}

/** What a formula leaves of each variable. */
export type Limits = Map<string, Limit>;

/** The number of a variable, given when it is first met. */
export function numberOf(variable: string, numbering: Numbering): number {
  let id = numbering.numbers.get(variable);
  if (id === undefined) {
    id = numbering.numbers.size;
    numbering.numbers.set(variable, id);
    numbering.lows.push(0);
    numbering.highs.push(0);
    numbering.setIn.push(0);
  }
  return id;
}

export function beginHull(numbering: Numbering): void {
  numbering.hull++;
  numbering.ids = [];
}

/** One limit more on the hull that is being put together; false where that leaves nothing. */
export function limitTo(id: number, low: number, high: number, numbering: Numbering): boolean {
  const { lows, highs, setIn, ids, hull } = numbering;
  if (setIn[id] !== hull) {
    setIn[id] = hull;
    lows[id] = low;
    highs[id] = high;
    // There are few, and most come in order.
    let at = ids.length;
    ids.push(id);
    for (; at > 0 && (ids[at - 1] as number) > id; at--) ids[at] = ids[at - 1] as number;
    ids[at] = id;
    return true;
  }
  const knownLow = lows[id] as number;
  const knownHigh = highs[id] as number;
  if (Number.isNaN(knownHigh) || Number.isNaN(high)) {
    lows[id] = knownLow & low;
    highs[id] = members;
    return (knownLow & low) !== 0;
  }
  if (low > knownLow) lows[id] = low;
  if (high < knownHigh) highs[id] = high;
  return (lows[id] as number) <= (highs[id] as number);
}

/** The hull that was put together since `beginHull`. */
export function endHull({ lows, highs, ids }: Numbering): Hull {
  const hull: { readonly ids: number[]; readonly lows: number[]; readonly highs: number[] } = {
    ids,
    lows: [],
    highs: [],
  };
  for (const id of ids) {
    hull.lows.push(lows[id] as number);
    hull.highs.push(highs[id] as number);
  }
  return hull;
}

export function meet(a: Hull, b: Hull): boolean {
  let i = 0;
  let j = 0;
  while (i < a.ids.length && j < b.ids.length) {
    const x = a.ids[i] as number;
    const y = b.ids[j] as number;
    if (x < y) i++;
    else if (y < x) j++;
    else {
      if (!meetAt(a, i, b, j)) return false;
      i++;
      j++;
    }
  }
  return true;
}

function meetAt(a: Hull, i: number, b: Hull, j: number): boolean {
  const low = a.lows[i] as number;
  const high = a.highs[i] as number;
  const otherLow = b.lows[j] as number;
  const otherHigh = b.highs[j] as number;
  if (Number.isNaN(high) || Number.isNaN(otherHigh)) return (low & otherLow) !== 0;
  return low <= otherHigh && otherLow <= high;
}

/** What a formula leaves of each variable; undefined where it leaves nothing. */
export function limitsOf(formula: Formula, domains: Domains): Limits | undefined {
  switch (formula.f) {
    case 'true':
    case 'open':
      return new Map();
    case 'false':
      return undefined;
    case 'is': {
      const limits: Limits = new Map();
      limits.set(formula.variable, bits(formula.value ? 2 : 1));
      const domain = domains.get(formula.variable);
      if (domain?.type !== 'bool') return limits;
      for (const i of (formula.value ? domain.whenTrue : domain.whenFalse) ?? []) {
        limits.set(i.variable, bits(i.value ? 2 : 1));
      }
      return limits;
    }
    case 'in': {
      const domain = domainOf(formula.variable, domains);
      if (domain?.type !== 'enum')
        return formula.out ? new Map() : new Map([[formula.variable, bits(textBits(formula.set))]]);
      const mask = memberBits(domain.members, [...formula.set], !formula.out);
      return mask === 0 ? undefined : new Map([[formula.variable, bits(mask)]]);
    }
    case 'linear': {
      const { terms, constant } = formula.constraint;
      if (terms.size !== 1) return new Map();
      const [[variable, c] = ['', 1n] as const] = terms;
      // Ends as floating-point numbers, moved outwards.
      const end = Number(-constant) / Number(c);
      const margin = Math.abs(end) * 1e-14;
      const limit =
        c > 0n
          ? { low: Number.NEGATIVE_INFINITY, high: end + margin }
          : { low: end - margin, high: Number.POSITIVE_INFINITY };
      return new Map([[variable, limit]]);
    }
    case 'some':
      return limitsOf(formula.of, domains);
    case 'and': {
      const all: Limits = new Map();
      for (const part of formula.args) {
        const limits = limitsOf(part, domains);
        if (limits === undefined) return undefined;
        for (const [variable, limit] of limits) if (!both(all, variable, limit)) return undefined;
      }
      return all;
    }
    case 'or': {
      let all: Limits | undefined;
      for (const part of formula.args) {
        const limits = limitsOf(part, domains);
        if (limits === undefined) continue;
        if (all === undefined) {
          all = limits;
          continue;
        }
        for (const [variable, known] of all) {
          const limit = limits.get(variable);
          if (limit === undefined) all.delete(variable);
          else all.set(variable, either(known, limit));
        }
      }
      return all;
    }
    default:
      return formula satisfies never;
  }
}

/** The bits of some members; beyond 31 several share one. */
export function memberBits(all: readonly string[], set: readonly string[], isIn: boolean): number {
  let mask = 0;
  for (let i = 0; i < all.length; i++) if (set.includes(all[i] as string) === isIn) mask |= 1 << (i % 31);
  return mask;
}

export function bits(mask: number): { readonly low: number; readonly high: number } {
  return { low: mask, high: members };
}

/** Texts of a key share 31 bits. */
function textBits(set: ReadonlySet<string>): number {
  let mask = 0;
  for (const text of set) {
    let hash = 7;
    for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) | 0;
    mask |= 1 << ((hash >>> 0) % 31);
  }
  return mask;
}

/** One limit more; false where that leaves nothing. */
function both(limits: Limits, variable: string, limit: Limit): boolean {
  const known = limits.get(variable);
  const left = known === undefined ? limit : common(known, limit);
  if (left === undefined) return false;
  limits.set(variable, left);
  return true;
}

interface Limit {
  readonly low: number;
  readonly high: number;
}

function common(a: Limit, b: Limit): Limit | undefined {
  if (Number.isNaN(a.high) || Number.isNaN(b.high)) return (a.low & b.low) === 0 ? undefined : bits(a.low & b.low);
  const both = { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) };
  return both.low > both.high ? undefined : both;
}

function either(a: Limit, b: Limit): Limit {
  if (Number.isNaN(a.high) || Number.isNaN(b.high)) return bits(a.low | b.low);
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}
