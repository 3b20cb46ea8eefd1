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
const members = Number.NaN;

/** Variables by number, so that hulls are compared without text. */
export interface Numbering {
  readonly numbers: Map<string, number>;
}

/** The same by variable, while it is put together. */
export type Limits = Map<string, Limit>;

/** The number of a variable, given when it is first met. */
export function numberOf(variable: string, { numbers }: Numbering): number {
  let id = numbers.get(variable);
  if (id === undefined) {
    id = numbers.size;
    numbers.set(variable, id);
  }
  return id;
}

export function hullOfLimits(limits: Limits, numbering: Numbering): Hull {
  const ids: number[] = [];
  const lows: number[] = [];
  const highs: number[] = [];
  for (const [variable, { low, high }] of limits) {
    const id = numberOf(variable, numbering);
    // There are few, and most come in order.
    let at = ids.length;
    for (; at > 0 && (ids[at - 1] as number) > id; at--) {
      ids[at] = ids[at - 1] as number;
      lows[at] = lows[at - 1] as number;
      highs[at] = highs[at - 1] as number;
    }
    ids[at] = id;
    lows[at] = low;
    highs[at] = high;
  }
  return { ids, lows, highs };
}

export function meet(a: Hull, b: Hull): boolean {
  let i = 0;
  let j = 0;
  while (i < a.ids.length && j < b.ids.length) {
    const [x, y] = [a.ids[i] as number, b.ids[j] as number];
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
  const [low, high] = [a.lows[i] as number, a.highs[i] as number];
  const [otherLow, otherHigh] = [b.lows[j] as number, b.highs[j] as number];
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
      const mask = memberBits(domain.members, (member) => formula.set.has(member) !== formula.out);
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
export function memberBits(all: readonly string[], isIn: (member: string) => boolean): number {
  let mask = 0;
  for (let i = 0; i < all.length; i++) if (isIn(all[i] as string)) mask |= 1 << (i % 31);
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
export function both(limits: Limits, variable: string, limit: Limit): boolean {
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
