import { type Hull, meet } from './hull.ts';

/** Up to this many regions every two are compared at once. */
const few = 40;
/** Spans of numbers are told apart at this many places. */
const places = 48;
/** Variables that fewer regions speak of are left to the comparison of hulls. */
const leastUse = 8;

/**
 * Visits every two regions whose hulls meet, each pair once, the earlier one first. Of many, sets of bits say for each
 * variable which regions could meet one that asks this of it, so that what is looked at grows with what meets.
 */
export function visitMeeting(hulls: readonly Hull[], visit: (first: number, second: number) => void): void {
  if (hulls.length <= few) {
    for (const [i, a] of hulls.entries()) {
      for (let j = i + 1; j < hulls.length; j++) if (meet(a, hulls[j] as Hull)) visit(i, j);
    }
    return;
  }
  const columns = columnsOf(hulls);
  const words = (hulls.length + 31) >>> 5;
  const left = new Uint32Array(words);
  for (const [i, hull] of hulls.entries()) {
    left.fill(0xffffffff);
    for (let k = 0; k < hull.ids.length; k++) {
      const column = columns.get(hull.ids[k] as number);
      if (column !== undefined) column(hull.lows[k] as number, hull.highs[k] as number, left);
    }
    for (let w = i >>> 5; w < words; w++) {
      let word = left[w] as number;
      if (w === i >>> 5) word &= (i & 31) === 31 ? 0 : (0xffffffff << ((i & 31) + 1)) >>> 0;
      while (word !== 0) {
        const bit = 31 - Math.clz32(word & -word);
        const j = (w << 5) + bit;
        word &= word - 1;
        if (j < hulls.length && meet(hull, hulls[j] as Hull)) visit(i, j);
      }
    }
  }
}

/** Takes out of a set of regions those that do not meet what is asked of the variable. */
type Column = (low: number, high: number, left: Uint32Array) => void;

interface Use {
  readonly region: number;
  readonly low: number;
  readonly high: number;
}

function columnsOf(hulls: readonly Hull[]): ReadonlyMap<number, Column> {
  const uses = new Map<number, Use[]>();
  for (const [region, { ids, lows, highs }] of hulls.entries()) {
    for (let k = 0; k < ids.length; k++) {
      const use = { region, low: lows[k] as number, high: highs[k] as number };
      const known = uses.get(ids[k] as number);
      if (known === undefined) uses.set(ids[k] as number, [use]);
      else known.push(use);
    }
  }
  const words = (hulls.length + 31) >>> 5;
  const columns = new Map<number, Column>();
  for (const [id, of] of uses) {
    if (of.length < leastUse) continue;
    // Whoever asks nothing of the variable meets everything.
    const free = new Uint32Array(words).fill(0xffffffff);
    for (const { region } of of) clear(free, region);
    columns.set(id, Number.isNaN(of[0]?.high) ? byMember(of, free) : bySpan(of, free));
  }
  return columns;
}

function byMember(uses: readonly Use[], free: Uint32Array): Column {
  const sets = Array.from({ length: 32 }, () => free.slice());
  for (const { region, low } of uses) {
    for (let bit = 0; bit < 32; bit++) if (((low >>> bit) & 1) === 1) set(sets[bit] as Uint32Array, region);
  }
  const empty = new Uint32Array(free.length);
  return (mask, _, left) => {
    let any: Uint32Array = empty;
    let count = 0;
    for (let bit = 0; bit < 32; bit++) {
      if (((mask >>> bit) & 1) === 0) continue;
      const of = sets[bit] as Uint32Array;
      any = count === 0 ? of : union(any, of);
      count++;
    }
    for (let w = 0; w < left.length; w++) left[w] = (left[w] as number) & (any[w] as number);
  };
}

function union(a: Uint32Array, b: Uint32Array): Uint32Array {
  return a.map((word, w) => word | (b[w] as number));
}

/** Who begins no later than each of some places, and who ends no earlier. */
function bySpan(uses: readonly Use[], free: Uint32Array): Column {
  const ends = [...new Set(uses.flatMap(({ low, high }) => [low, high]))].sort((a, b) => a - b);
  const step = Math.max(1, Math.ceil(ends.length / places));
  const marks = ends.filter((_, i) => i % step === 0 || i === ends.length - 1);
  const began = marks.map((mark) => {
    const of = free.slice();
    for (const { region, low } of uses) if (low <= mark) set(of, region);
    return of;
  });
  const ending = marks.map((mark) => {
    const of = free.slice();
    for (const { region, high } of uses) if (high >= mark) set(of, region);
    return of;
  });
  return (low, high, left) => {
    const upper = began[firstFrom(marks, high)];
    const after = firstFrom(marks, low);
    const lower = ending[marks[after] === low ? after : after - 1];
    for (let w = 0; w < left.length; w++) {
      left[w] = (left[w] as number) & (upper?.[w] ?? 0xffffffff) & (lower?.[w] ?? 0xffffffff);
    }
  };
}

/** The index of the first mark that is no less. */
function firstFrom(marks: readonly number[], value: number): number {
  let [from, to] = [0, marks.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((marks[middle] as number) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

function set(bits: Uint32Array, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31));
}

function clear(bits: Uint32Array, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] as number) & ~(1 << (at & 31));
}
