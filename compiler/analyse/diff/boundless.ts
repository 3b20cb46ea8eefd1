import type { Rational } from '../../ir/rational.ts';
import { endlessFrom } from '../amount-ends.ts';
import type { Value } from '../satisfy.ts';

/** Facts this great are only what a number can hold: 2⁵⁰ of their steps. */
const extreme = 1n << 50n;
/** Ten hundred million yuan, in fen: no one award of a document comes near it. */
const beyondAwards = 100_000_000_000n;

/** Whether an amount has no upper end but that of the numbers themselves. */
export function isBoundless({ n, d }: Rational, at: ReadonlyMap<string, Value>): boolean {
  if (n >= endlessFrom * d) return true;
  return n >= beyondAwards * d && [...at.values()].some((value) => typeof value === 'bigint' && value >= extreme);
}
