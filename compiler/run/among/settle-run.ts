import type { Lang } from '../../../stdlib/runtime/types.ts';
import type { PolicyIr } from '../../ir/ir.ts';
import { countGroupCaps } from './group-caps.ts';
import { countPools } from './pools.ts';
import { countQuotas } from './quotas.ts';
import type { EvaluatedRow } from './rows.ts';
import { hasQuotas, isAmongRows, type Losses, lossesOf, noOutcome, type RunOutcome } from './settlement.ts';

/** Evaluates all rows of a run in order, each without what it lost. */
export type Pass = (losses: Losses, visit: (one: EvaluatedRow) => void) => Promise<void>;

export const noLosses: Losses = { of: () => [] };

/**
 * Settles what a run says of many applicants together, in the order of the design: quotas, then caps over several applicants, then
 * pools. Rows are evaluated anew for each stage rather than kept: what is held is a few figures a row.
 */
export async function settleRun(
  policies: readonly PolicyIr[],
  lang: Lang,
  pass: Pass,
): Promise<{ readonly outcome: RunOutcome; readonly losses: Losses }> {
  if (!isAmongRows(policies)) return { outcome: noOutcome, losses: noLosses };
  const quotaCounter = countQuotas(policies);
  const first = countSums(policies);
  await pass(noLosses, (one) => {
    quotaCounter.add(one);
    first.add(one);
  });
  const quotas = quotaCounter.settle();
  const losses = lossesOf(quotas, lang);
  // Only where somebody lost an award are the sums others than those of the first time.
  if (quotas.every(({ losers }) => losers.length === 0)) return { outcome: { quotas, ...first.settle() }, losses };
  const again = countSums(policies);
  await pass(losses, again.add);
  return { outcome: { quotas, ...again.settle() }, losses };
}

/** Caps over several applicants, then pools. */
function countSums(policies: readonly PolicyIr[]) {
  const groupCaps = countGroupCaps(policies);
  const pools = countPools(policies);
  return {
    add(one: EvaluatedRow): void {
      groupCaps.add(one);
      pools.add(one);
    },
    settle() {
      const caps = groupCaps.settle();
      return { caps, pools: pools.settle(caps) };
    },
  };
}

/** How often a run of these policies evaluates its rows at most, the last time for the results. */
export function passesOf(policies: readonly PolicyIr[]): number {
  return isAmongRows(policies) ? (hasQuotas(policies) ? 3 : 2) : 1;
}
