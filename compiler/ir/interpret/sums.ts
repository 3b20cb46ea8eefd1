import type { Award, Range } from '../../../stdlib/runtime/types.ts';

/** Fen between two ends, of any size: sums of many awards. `hi` null has no upper end. */
export interface Sum {
  readonly lo: bigint;
  readonly hi: bigint | null;
}

export const nothing: Sum = { lo: 0n, hi: 0n };

export function sumOf({ min, max }: Range): Sum {
  return { lo: BigInt(min), hi: max === null ? null : BigInt(max) };
}

export function plus(a: Sum, b: Sum): Sum {
  return { lo: a.lo + b.lo, hi: a.hi === null || b.hi === null ? null : a.hi + b.hi };
}

export function highestEnd(ends: readonly (bigint | null)[]): bigint | null {
  let highest = 0n;
  for (const end of ends) {
    if (end === null) return null;
    if (end > highest) highest = end;
  }
  return highest;
}

export function lowerOf(a: bigint | null, b: bigint | null): bigint | null {
  if (a === null) return b;
  return b === null || a < b ? a : b;
}

/** Exact fen, or undefined beyond ±(2⁵³ − 1). */
export function exactFen(sum: bigint): number | undefined {
  const fen = Number(sum);
  return Number.isSafeInteger(fen) ? fen : undefined;
}

/** The sum as a range of a result, or undefined where an end is beyond what is exact. */
export function exactRange({ lo, hi }: Sum): Range | undefined {
  const min = exactFen(lo);
  const max = hi === null ? null : exactFen(hi);
  return min === undefined || max === undefined ? undefined : { min, max };
}

/** What is totalled together: awards of one family, those by analogy apart. */
export function totalOf(award: Award): string {
  return `${award.family}${award.analogy === undefined ? '' : ' by analogy'}`;
}
