import type { Case } from './cases.ts';
import type { Truth } from './intervals.ts';
import type { Fen, Split, SplitPart } from './types.ts';

/** How what a benefit pays is split up. */
export interface Splitting {
  readonly of: Split['of'];
  readonly parts: readonly SplitPart[];
  readonly atOnce?: (c: Case) => Truth;
}

/** The parts of an award; without an amount it is not one number. */
export function splitAward(splits: readonly Splitting[], c: Case, amount: Fen | undefined): readonly Split[] {
  return splits.map(({ of, parts, atOnce }) => {
    const made = splitParts(parts, amount);
    if (atOnce === undefined) return { of, parts: made };
    const holds = atOnce(c);
    return { of, atOnce: typeof holds === 'boolean' ? holds : null, parts: made };
  });
}

/** Each part gets its share, half up to the fen, as long as there is something left; the last all the rest. */
export function splitParts(parts: readonly SplitPart[], amount: Fen | undefined): readonly SplitPart[] {
  const bare = parts.map(({ amount: _, ...part }) => part);
  if (amount === undefined || parts.some(({ share }) => share === undefined)) return bare;
  let rest = BigInt(amount);
  return bare.map((part, index) => {
    const isLast = index === bare.length - 1;
    const due = isLast ? rest : shareOf(part.share ?? '0%', BigInt(amount));
    const before = rest;
    rest = due > before ? 0n : before - due;
    return { ...part, amount: Number(before - rest) };
  });
}

/** So many percent of an amount, half up. A share that is no decimal is written as a fraction: `1/3%`. */
function shareOf(percent: string, amount: bigint): bigint {
  const [top = '0', bottom = '1'] = percent.slice(0, -1).split('/');
  const [whole = '0', decimals = ''] = top.split('.');
  const n = BigInt(whole + decimals) * amount;
  const d = 100n * BigInt(bottom) * 10n ** BigInt(decimals.length);
  return (2n * n + d) / (2n * d);
}
