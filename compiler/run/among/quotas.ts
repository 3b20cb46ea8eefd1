import type { Award } from '../../../stdlib/runtime/types.ts';
import type { PolicyIr, QuotaPlan } from '../../ir/ir.ts';
import { awardKeyOf, type EvaluatedRow, type FactReader, factReader, isLeft, openAwards, type Row } from './rows.ts';

/** A place that a quota gives or refuses: an applicant, or one item of theirs. */
export interface Place {
  readonly row: Row;
  readonly item?: number;
  /** The benefits that it is a place for, of the measure of the quota. */
  readonly benefits: readonly (string | null)[];
}

/**
 * What a quota comes to over a run. `enough`: there is a place for everyone. `filled`: it went by the ranks. `tie`: it did, but at the
 * end equals contend for the places that are left. `no-order`: nothing says who comes first. `open`: some may or may not take a place,
 * or a rank is missing, so that nobody is given one.
 */
export type QuotaStatus = 'enough' | 'filled' | 'tie' | 'no-order' | 'open';

export interface QuotaOutcome {
  readonly policy: string;
  readonly plan: QuotaPlan;
  /** Undefined: over all years of the run. */
  readonly year?: number;
  readonly status: QuotaStatus;
  /** How many surely take a place where there is one, and how many may. */
  readonly certain: number;
  readonly possible: number;
  /** By rank; empty unless places were refused. */
  readonly winners: readonly Place[];
  /** Equals at the end, for `places` of them. */
  readonly tied: readonly Place[];
  readonly places: number;
  readonly losers: readonly Place[];
  /** The first of those refused: who moves up where a place becomes free. Several where they are equal. */
  readonly next: readonly Place[];
}

interface Claimant extends Place {
  readonly sure: boolean;
  readonly ranks: readonly (number | undefined)[];
}

interface Counted {
  readonly policy: string;
  readonly plan: QuotaPlan;
  readonly ranks: readonly { readonly read: FactReader; readonly sign: 1 | -1 }[];
  readonly byYear: Map<number | undefined, Claimant[]>;
}

export interface QuotaCounter {
  add(one: EvaluatedRow): void;
  settle(): readonly QuotaOutcome[];
}

/** Counts who wants a place, row by row, and then gives the places. */
export function countQuotas(policies: readonly PolicyIr[]): QuotaCounter {
  const all: readonly Counted[] = policies.flatMap((policy) =>
    policy.plans.flatMap((plan) => {
      if (plan.k !== 'quota') return [];
      const ranks = plan.rank.map(({ fact, order }) => ({
        read: factReader(policy, fact),
        sign: order === 'highest-first' ? (-1 as const) : (1 as const),
      }));
      return [{ policy: policy.name, plan, ranks, byYear: new Map<number | undefined, Claimant[]>() }];
    }),
  );
  return {
    add({ row, facts, result }) {
      if (all.length === 0) return;
      const open = openAwards(result);
      for (const { policy, plan, ranks, byYear } of all) {
        const year = plan.perYear ? result.year : undefined;
        const wanted = result.awards.filter((award) => isUnder(award, policy, plan) && isLeft(award));
        for (const item of new Set(wanted.map((award) => award.item))) {
          const own = wanted.filter((award) => award.item === item);
          const claimant: Claimant = {
            row,
            ...(item !== undefined && { item }),
            benefits: own.map(({ benefit }) => benefit),
            sure: own.some((award) => award.min > 0 && !open.has(awardKeyOf(award))),
            ranks: ranks.map(({ read, sign }) => {
              const value = read(facts, item, result.year);
              return typeof value === 'number' ? value * sign : undefined;
            }),
          };
          const claimants = byYear.get(year);
          if (claimants === undefined) byYear.set(year, [claimant]);
          else claimants.push(claimant);
        }
      }
    },
    settle: () =>
      all.flatMap(({ policy, plan, byYear }) =>
        [...byYear]
          .sort(([a = 0], [b = 0]) => a - b)
          .map(([year, claimants]) => ({
            ...give(plan, claimants),
            policy,
            plan,
            ...(year !== undefined && { year }),
          })),
      ),
  };
}

export function isUnder(award: Award, policy: string, { measure, label }: QuotaPlan): boolean {
  return award.policy === policy && award.measure === measure && (label === undefined || award.benefit === label);
}

type Given = Omit<QuotaOutcome, 'policy' | 'plan' | 'year'>;

function give({ n, rank }: QuotaPlan, claimants: readonly Claimant[]): Given {
  const possible = claimants.length;
  const certain = claimants.filter(({ sure }) => sure).length;
  const nobody = { certain, possible, winners: [], tied: [], places: 0, losers: [], next: [] };
  if (possible <= n) return { ...nobody, status: 'enough' };
  if (certain < possible || claimants.some(({ ranks }) => ranks.includes(undefined)))
    return { ...nobody, status: 'open' };
  if (rank.length === 0) return { ...nobody, status: 'no-order', tied: claimants, places: n };
  const order = [...claimants].sort(
    (a, b) => compareRanks(a, b) || a.row.row - b.row.row || (a.item ?? 0) - (b.item ?? 0),
  );
  const last = order[n - 1];
  const first = order[n];
  if (last === undefined || first === undefined) throw new Error('there are more claimants than places');
  const isTie = compareRanks(last, first) === 0;
  const winners = isTie ? order.filter((one) => compareRanks(one, last) < 0) : order.slice(0, n);
  const tied = isTie ? order.filter((one) => compareRanks(one, last) === 0) : [];
  const losers = order.slice(winners.length + tied.length);
  const next = losers.filter((one) => losers[0] !== undefined && compareRanks(one, losers[0]) === 0);
  return {
    certain,
    possible,
    status: isTie ? 'tie' : 'filled',
    winners,
    tied,
    places: n - winners.length,
    losers,
    next,
  };
}

/** All ranks are known. */
function compareRanks(a: Claimant, b: Claimant): number {
  for (const [i, x] of a.ranks.entries()) {
    const difference = (x ?? 0) - (b.ranks[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
