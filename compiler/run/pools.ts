import type { JointResult } from '../../stdlib/runtime/types.ts';
import type { BenefitPlan, PolicyIr, PoolPlan } from '../ir/ir.ts';

/** What a run asks of one pool in one year, against what the pool holds. Whole fen, beyond 2^53 where it must be. */
export interface PoolUse {
  readonly policy: string;
  readonly pool: PoolPlan;
  readonly year: number;
  /** Applicants with an award that the pool pays. */
  readonly applicants: number;
  readonly holds: bigint;
  readonly min: bigint;
  /** Null: no upper end. */
  readonly max: bigint | null;
}

/**
 * Adds up the awards of a run by pool. A pool pays the benefits that are `from` it; one that no benefit names pays those of its
 * policy that name none. Awards between which the choice is open count from 0.
 */
export function poolUses(policies: readonly PolicyIr[], results: readonly JointResult[]): PoolUse[] {
  const years = [...new Set(results.map(({ year }) => year))].sort((a, b) => a - b);
  return policies.flatMap((policy) =>
    policy.plans
      .filter((plan) => plan.k === 'pool')
      .flatMap((pool) =>
        years.map((year) =>
          useOf(
            policy,
            pool,
            year,
            results.filter((r) => r.year === year),
          ),
        ),
      ),
  );
}

function useOf(policy: PolicyIr, pool: PoolPlan, year: number, results: readonly JointResult[]): PoolUse {
  const benefits = policy.plans.filter((plan) => plan.k === 'benefit');
  const named = benefits.some(({ from }) => from === pool.name);
  const paid = new Set(benefits.filter(({ from }) => from === (named ? pool.name : undefined)).map(keyOf));
  let min = 0n;
  let max: bigint | null = 0n;
  let applicants = 0;
  for (const result of results) {
    const awards = result.awards.filter(
      (award) => award.policy === policy.name && award.max !== 0 && paid.has(keyOf({ ...award, label: award.benefit })),
    );
    if (awards.length > 0) applicants += 1;
    const open = new Set(
      result.open.flatMap((choice) =>
        choice.awards.map((a) => `${a.policy} ${keyOf({ ...a, label: a.benefit })} ${a.item ?? ''}`),
      ),
    );
    for (const award of awards) {
      const settled = !open.has(`${award.policy} ${keyOf({ ...award, label: award.benefit })} ${award.item ?? ''}`);
      if (settled) min += BigInt(award.min);
      max = max === null || award.max === null ? null : max + BigInt(award.max);
    }
  }
  return { policy: policy.name, pool, year, applicants, holds: pool.amount.n / pool.amount.d, min, max };
}

function keyOf({ measure, label }: Pick<BenefitPlan, 'measure' | 'label'>): string {
  return JSON.stringify([measure, label]);
}
