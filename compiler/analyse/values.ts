import type { Bounds } from './constraint.ts';
import { type Domain, factOf } from './domains.ts';

/** A value of a variable: a member or text, yes or no, or a number of the variable's steps. */
export type Value = boolean | string | bigint;

/** Today's date decides nothing here: a witness is dated within the policies, or on this day where any will do. */
export const anyDay = 20_610n; // 2026-06-06

/** Sums as they are met in documents, in yuan, the more usual ones first. */
const usualYuan = [1_000_000n, 100_000n, 10_000n, 10_000_000n, 1000n, 100n, 10n, 1n];

/**
 * Values that a person would give as an example, within bounds: sums of whole 万元, dates of the last years, a half, a
 * year. Where the bounds come from figures that were written, these are nearer than any usual value.
 */
export function plausible(variable: string, domain: Domain | undefined, { low, high }: Bounds): readonly bigint[] {
  if (variable === '@as-of') return [anyDay];
  if (variable === '@year') return [2026n];
  const { at } = factOf(variable);
  if (domain?.type !== 'number' || domain.fact === undefined) return [];
  const end = low !== undefined && low > 0n ? low : high !== undefined && high < 0n ? high : undefined;
  switch (domain.fact.valueType.type) {
    case 'money':
      // A limit of a thousand yuan and more was written; a smaller one only keeps the amount above nothing.
      if (end !== undefined && (end >= 100_000n || end < 0n)) return [end];
      if (end === undefined && at === 'now') return low === undefined ? [0n] : [];
      return usualYuan.map((y) => y * 100n);
    case 'date': {
      const near = anyDay - 365n;
      if (low !== undefined && low > near) return [low];
      if (high !== undefined && high < near) return [high];
      return [near];
    }
    case 'rate':
      return end === undefined || end >= 10_000_000n ? [] : [500_000_000n, 100_000_000n, 10_000_000n];
    case 'quantity':
      return end === undefined || end >= 1_000_000n ? [] : [100_000_000n, 10_000_000n, 1_000_000n];
    default:
      return [];
  }
}
