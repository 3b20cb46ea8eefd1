import type { PolicyIr, PoolPlan } from '../../ir/ir.ts';
import { type ItemAwardId, piecesOf } from './claims.ts';
import type { GroupCap } from './group-caps.ts';
import {
  type EvaluatedRow,
  type FactReader,
  factReader,
  isExact,
  nothing,
  plus,
  type Row,
  type Sum,
  smaller,
} from './rows.ts';
import { inTurn, proRata } from './share-out.ts';

/**
 * What becomes of a pool in a run. `enough`: it pays all. `shared`: it does not suffice, and went by its rule. `tie`: it did, but
 * equals contend for what was left. `no-rule`: it does not suffice, and nothing says how it is shared out, so nobody is paid from it.
 * `open`: it may not suffice, or what is claimed is not known exactly, and nothing is allocated.
 */
export type PoolStatus = 'enough' | 'shared' | 'tie' | 'no-rule' | 'open';

export interface PoolOutcome {
  readonly policy: string;
  readonly plan: PoolPlan;
  /** Of a pool of so much a year. */
  readonly year?: number;
  readonly holds: bigint;
  readonly status: PoolStatus;
  /** Rows with an award that it pays. */
  readonly applicants: number;
  readonly asked: Sum;
  readonly paid: Sum;
  /** What each claim gets; empty where all are paid or nothing is allocated. */
  readonly shares: readonly Share[];
}

/** What a pool pays on one claim: of one row, or of several that a cap holds down together. */
export interface Share {
  readonly rows: readonly Row[];
  readonly awards: readonly ItemAwardId[];
  readonly asked: bigint;
  readonly paid: Sum;
}

interface Claim {
  readonly rows: readonly Row[];
  readonly awards: readonly ItemAwardId[];
  readonly sum: Sum;
  /** Undefined where it is not given, or differs among the rows. */
  readonly rank: number | undefined;
}

interface Counted {
  readonly policy: string;
  readonly plan: PoolPlan;
  readonly pays: ReadonlySet<string>;
  readonly rank: FactReader | undefined;
  readonly byYear: Map<number | undefined, Claim[]>;
}

export interface PoolCounter {
  add(one: EvaluatedRow): void;
  /** In the order of the policies, by year. `caps` over several applicants are taken before the pools. */
  settle(caps: readonly GroupCap[]): readonly PoolOutcome[];
}

/**
 * Adds up, row by row, what is claimed of each pool. A pool pays the benefits that are `from` it; one that no benefit names pays those
 * of its policy that name none.
 */
export function countPools(policies: readonly PolicyIr[]): PoolCounter {
  const all: readonly Counted[] = policies.flatMap((policy) =>
    policy.plans.flatMap((plan) => {
      if (plan.k !== 'pool') return [];
      const rank = typeof plan.share === 'object' ? factReader(policy, plan.share.fact) : undefined;
      return [{ policy: policy.name, plan, pays: paidBy(plan, policy), rank, byYear: new Map() }];
    }),
  );
  return {
    add({ row, facts, result }) {
      if (all.length === 0) return;
      const pieces = piecesOf(result);
      for (const { plan, pays, rank, byYear } of all) {
        const year = plan.perYear ? result.year : undefined;
        for (const { awards, sum } of pieces) {
          const own = awards.filter((award) => pays.has(keyOf(award)));
          if (own.length === 0) continue;
          const ranks = new Set(own.map(({ item }) => rank?.(facts, item, result.year)));
          const [value] = ranks;
          const claims = byYear.get(year) ?? [];
          if (claims.length === 0) byYear.set(year, claims);
          claims.push({
            rows: [row],
            awards: own,
            // Nothing says how much of what a cap leaves is of this pool.
            sum: own.length < awards.length ? { ...sum, lo: 0n } : sum,
            rank: ranks.size === 1 && typeof value === 'number' ? value : undefined,
          });
        }
      }
    },
    settle: (caps) =>
      all.flatMap(({ policy, plan, byYear }) =>
        [...byYear]
          .sort(([a = 0], [b = 0]) => a - b)
          .map(([year, claims]): PoolOutcome => {
            const own = underCaps(claims, caps, year);
            const holds = plan.amount.n / plan.amount.d;
            return { policy, plan, ...(year !== undefined && { year }), ...settlePool(plan, holds, own, claims) };
          }),
      ),
  };
}

/** The claims of rows that a cap holds down together are one claim. */
function underCaps(claims: readonly Claim[], caps: readonly GroupCap[], year: number | undefined): readonly Claim[] {
  let all = claims;
  for (const cap of caps) {
    if (cap.year !== undefined && year !== undefined && cap.year !== year) continue;
    const rows = new Set(cap.rows.map(({ row }) => row));
    const isUnder = (claim: Claim) =>
      claim.rows.some(({ row }) => rows.has(row)) &&
      claim.awards.some((award) => award.policy === cap.policy && award.measure === cap.plan.measure);
    const joined = all.filter(isUnder);
    if (joined.length === 0) continue;
    const sum = joined.reduce((total, claim) => plus(total, claim.sum), nothing);
    const ranks = new Set(joined.map(({ rank }) => rank));
    const claim: Claim = {
      rows: joined.flatMap((one) => one.rows),
      awards: joined.flatMap((one) => one.awards),
      sum: {
        lo: smaller(sum.lo, cap.after.lo),
        hi: sum.hi === null ? cap.after.hi : cap.after.hi === null ? sum.hi : smaller(sum.hi, cap.after.hi),
      },
      rank: ranks.size === 1 ? joined[0]?.rank : undefined,
    };
    all = [...all.filter((one) => !joined.includes(one)), claim];
  }
  return all;
}

type Settled = Omit<PoolOutcome, 'policy' | 'plan' | 'year'>;

function settlePool(plan: PoolPlan, holds: bigint, claims: readonly Claim[], ofRows: readonly Claim[]): Settled {
  const asked = claims.reduce((total, { sum }) => plus(total, sum), nothing);
  const applicants = new Set(ofRows.flatMap(({ rows }) => rows.map(({ row }) => row))).size;
  const base = { holds, applicants, asked };
  if (asked.hi !== null && asked.hi <= holds) return { ...base, status: 'enough', paid: asked, shares: [] };
  const { share } = plan;
  const isKnown = claims.every(({ sum, rank }) => isExact(sum) && (typeof share === 'string' || rank !== undefined));
  if (!isKnown) return { ...base, status: 'open', paid: { lo: 0n, hi: holds }, shares: [] };
  const sums = claims.map(({ sum }) => sum.lo);
  if (share === 'none') {
    const shares = claims.map((claim, i) =>
      shareOf(claim, sums[i] ?? 0n, { lo: 0n, hi: smaller(sums[i] ?? 0n, holds) }),
    );
    return { ...base, status: 'no-rule', paid: { lo: 0n, hi: holds }, shares };
  }
  const outcomes =
    share === 'pro-rata'
      ? proRata(sums, holds).map((paid) => ({ paid }))
      : inTurn(
          claims.map(({ rank }, i) => ({ sum: sums[i] ?? 0n, rank: rank ?? 0 })),
          holds,
        );
  const shares = claims.map((claim, i): Share => {
    const outcome = outcomes[i] ?? { paid: 0n };
    return shareOf(
      claim,
      sums[i] ?? 0n,
      'paid' in outcome ? { lo: outcome.paid, hi: outcome.paid } : { lo: 0n, hi: outcome.open },
    );
  });
  const isTie = outcomes.some((outcome) => 'open' in outcome);
  return { ...base, status: isTie ? 'tie' : 'shared', paid: { lo: holds, hi: holds }, shares };
}

function shareOf({ rows, awards }: Claim, asked: bigint, paid: Sum): Share {
  return { rows, awards, asked, paid };
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

function keyOf({ policy, measure, benefit }: Omit<ItemAwardId, 'item'>): string {
  return JSON.stringify([policy, measure, benefit]);
}
