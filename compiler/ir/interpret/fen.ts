import { one, type Rational, roundTo } from '../rational.ts';

/** Whole fen, half up; undefined beyond ±(2⁵³ − 1), where a number would no longer be exact. */
export function toFen(amount: Rational): number | undefined {
  const fen = Number(roundTo(amount, one, 'half-up').n);
  return Number.isSafeInteger(fen) ? fen : undefined;
}
