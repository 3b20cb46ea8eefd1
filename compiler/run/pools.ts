import type { AwardId, JointResult } from '../../stdlib/runtime/types.ts';
import type { PolicyIr, PoolPlan } from '../ir/ir.ts';

/** What a run asks of one pool in one year, against what the pool holds. Whole fen, beyond 2^53 where it must be. */
export interface PoolUse {
  readonly pool: PoolPlan;
  readonly year: number;
  /** Applicants with an award that the pool pays. */
  readonly applicants: number;
  readonly holds: bigint;
  readonly min: bigint;
  /** Null: no upper end. */
  readonly max: bigint | null;
}

/** Adds up the awards of a run by pool, applicant by applicant. */
export interface PoolCounter {
  add(result: JointResult): void;
  /** In the order of the policies, by year. */
  uses(): readonly PoolUse[];
}

/**
 * A pool pays the benefits that are `from` it; one that no benefit names pays those of its policy that name none. Awards
 * between which the choice is open count from 0.
 */
export function countPools(policies: readonly PolicyIr[]): PoolCounter {
  const pools = policies.flatMap((policy) =>
    policy.plans
      .filter((plan) => plan.k === 'pool')
      .map((pool) => ({ pool, paid: paidBy(pool, policy), byYear: new Map<number, PoolUse>() })),
  );
  return {
    add(result) {
      const open = new Set(result.open.flatMap((choice) => choice.awards.map((award) => keyOf(award, award.item))));
      for (const { pool, paid, byYear } of pools) {
        const awards = result.awards.filter((award) => award.max !== 0 && paid.has(keyOf(award)));
        if (awards.length === 0) continue;
        const before = byYear.get(result.year) ?? unused(pool, result.year);
        const settled = awards.filter((award) => !open.has(keyOf(award, award.item)));
        byYear.set(result.year, {
          ...before,
          applicants: before.applicants + 1,
          min: settled.reduce((sum, award) => sum + BigInt(award.min), before.min),
          max: awards.reduce<bigint | null>(
            (sum, { max }) => (sum === null || max === null ? null : sum + BigInt(max)),
            before.max,
          ),
        });
      }
    },
    uses: () => pools.flatMap(({ byYear }) => [...byYear.values()].sort((a, b) => a.year - b.year)),
  };
}

function unused(pool: PoolPlan, year: number): PoolUse {
  return { pool, year, applicants: 0, holds: pool.amount.n / pool.amount.d, min: 0n, max: 0n };
}

/** The keys of the benefits that a pool pays. */
function paidBy(pool: PoolPlan, policy: PolicyIr): ReadonlySet<string> {
  const benefits = policy.plans.filter((plan) => plan.k === 'benefit');
  const named = benefits.some(({ from }) => from === pool.name);
  return new Set(
    benefits
      .filter(({ from }) => from === (named ? pool.name : undefined))
      .map(({ measure, label }) => keyOf({ policy: policy.name, measure, benefit: label })),
  );
}

function keyOf({ policy, measure, benefit }: AwardId, item?: number): string {
  return JSON.stringify([policy, measure, benefit, item]);
}
