import type { Split } from '../../../stdlib/runtime/types.ts';
import type { BenefitPlan, SplitPlan } from '../ir.ts';
import { multiply, one, type Rational, rational, roundTo, show } from '../rational.ts';
import type { Environment } from './environment.ts';
import { evaluateTruth } from './evaluate.ts';

/** How an award of so many fen is split up; `amount` undefined: it is not one number. */
export function splitsOf({ splits = [] }: BenefitPlan, amount: number | undefined, env: Environment): readonly Split[] {
  return splits.map((split) => ({
    of: split.of,
    ...(split.atOnce && { atOnce: evaluateTruth(split.atOnce, env).holds }),
    parts: partsOf(split, amount),
  }));
}

function partsOf({ parts }: SplitPlan, amount: number | undefined): Split['parts'] {
  const shares = parts.map(({ share }) => share);
  const amounts = amount === undefined ? [] : amountsOf(shares, BigInt(amount));
  return parts.map(({ name, share, reason }, i) => ({
    name,
    ...(share && { share: `${show(rational(share.n * 100n, share.d))}%` }),
    ...(reason !== undefined && { open: reason }),
    ...(amounts[i] !== undefined && { amount: Number(amounts[i]) }),
  }));
}

/** Each its share, half up to the fen, and the last what is left; nothing where a share is open. */
function amountsOf(shares: readonly (Rational | undefined)[], whole: bigint): readonly bigint[] {
  const known = shares.filter((share) => share !== undefined);
  if (known.length < shares.length) return [];
  const rounded = known.slice(0, -1).map((share) => roundTo(multiply(share, rational(whole)), one, 'half-up').n);
  // Halves rounded up may leave the last ones nothing, never less.
  let left = whole;
  const given = rounded.map((part) => {
    const before = left;
    left = part > before ? 0n : before - part;
    return before - left;
  });
  return [...given, left];
}
