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
  const counter = countQuotas(policies);
  if (hasQuotas(policies)) await pass(noLosses, counter.add);
  const quotas = counter.settle();
  const losses = lossesOf(quotas, lang);
  const groupCaps = countGroupCaps(policies);
  const poolCounter = countPools(policies);
  await pass(losses, (one) => {
    groupCaps.add(one);
    poolCounter.add(one);
  });
  const caps = groupCaps.settle();
  return { outcome: { quotas, caps, pools: poolCounter.settle(caps) }, losses };
}

/** How often a run of these policies evaluates its rows, the last time for the results. */
export function passesOf(policies: readonly PolicyIr[]): number {
  return isAmongRows(policies) ? (hasQuotas(policies) ? 3 : 2) : 1;
}
