import { formatYuanFixed } from '../../../stdlib/runtime/format.ts';
import type { Award, JointResult } from '../../../stdlib/runtime/types.ts';
import type { ItemAwardId } from './claims.ts';
import type { GroupCap } from './group-caps.ts';
import type { PoolOutcome } from './pools.ts';
import type { Place, QuotaOutcome } from './quotas.ts';
import { awardKeyOf, nothing, openAwards, plus, type Row, type Sum, smaller, sumOf } from './rows.ts';
import type { RunOutcome } from './settlement.ts';

/** What the awards of one kind come to over a run. */
export interface SummaryLine {
  /** Awards that are paid, the sum known. */
  readonly granted: number;
  /** Awards of which the sum, or whether they are paid, is open. */
  readonly open: number;
  /** Before caps that several awards share. */
  readonly sum: Sum;
  /** What shared caps take of them, where it is known of which. */
  readonly cut: Sum;
}

export type Heading = 'policy' | 'measure' | 'body' | 'kind';

export interface Summary {
  readonly applicants: number;
  /** By family of awards, those by analogy apart: the totals of the rows, less what caps over several of them take. */
  readonly totals: ReadonlyMap<string, Sum>;
  /** Under each heading the lines add up to the same: awards of several bodies stand under all of them together. */
  readonly by: Readonly<Record<Heading, ReadonlyMap<string, SummaryLine>>>;
}

export interface SummaryCounter {
  /** The result of a row, as the run settled it. */
  add(result: JointResult): void;
  settle(outcome: RunOutcome): Summary;
}

export function countSummary(): SummaryCounter {
  let applicants = 0;
  const totals = new Map<string, Sum>();
  const by = { policy: new Map(), measure: new Map(), body: new Map(), kind: new Map() } satisfies Record<
    Heading,
    Map<string, SummaryLine>
  >;
  const include = (total: string, sum: Sum) => totals.set(total, plus(totals.get(total) ?? nothing, sum));
  return {
    add(result) {
      applicants += 1;
      for (const [family, total] of Object.entries(result.totals)) include(family, sumOf(total));
      for (const [family, total] of Object.entries(result.totalsByAnalogy))
        include(`${family} by analogy`, sumOf(total));
      const open = openAwards(result);
      for (const award of result.awards) {
        if (award.outcome === 'denied' || award.outcome === 'suppressed') continue;
        const sum = sumOf(award);
        const line = lineOf(award, open.has(awardKeyOf(award)) ? { ...sum, lo: 0n } : sum);
        for (const [map, key] of keysOf(award, by)) map.set(key, join(map.get(key), line));
      }
      for (const cap of result.sharedCaps) {
        const cut: Sum = { lo: BigInt(cap.cutMin), hi: cap.cutMax === null ? null : BigInt(cap.cutMax) };
        if (cut.hi === 0n) continue;
        const key = JSON.stringify([cap.policy, cap.measure]);
        by.policy.set(cap.policy, join(by.policy.get(cap.policy), { ...emptyLine, cut }));
        by.measure.set(key, join(by.measure.get(key), { ...emptyLine, cut }));
      }
    },
    settle({ caps }) {
      const after = new Map(totals);
      for (const cap of caps) {
        const family = cap.byAnalogy ? `${cap.family} by analogy` : cap.family;
        // Each row's own cap has taken its part already: what is left to take is what all of them together are above it.
        const most = cap.rowsAfter.hi === null ? null : cap.rowsAfter.hi - smaller(cap.rowsAfter.hi, cap.limit.lo);
        const least = cap.limit.hi === null ? 0n : cap.rowsAfter.lo - smaller(cap.rowsAfter.lo, cap.limit.hi);
        const cut: Sum = { lo: least, hi: most };
        const measure = JSON.stringify([cap.policy, cap.plan.measure]);
        by.policy.set(cap.policy, join(by.policy.get(cap.policy), { ...emptyLine, cut }));
        by.measure.set(measure, join(by.measure.get(measure), { ...emptyLine, cut }));
        const total = after.get(family);
        if (total === undefined) continue;
        after.set(family, {
          lo: most === null || most > total.lo ? 0n : total.lo - most,
          hi: total.hi === null ? null : total.hi - least,
        });
      }
      return { applicants, totals: after, by };
    },
  };
}

const emptyLine: SummaryLine = { granted: 0, open: 0, sum: nothing, cut: nothing };

function lineOf(award: Award, sum: Sum): SummaryLine {
  const granted = award.outcome === 'granted' && sum.lo === sum.hi ? 1 : 0;
  return { granted, open: 1 - granted, sum, cut: nothing };
}

function join(before: SummaryLine | undefined, line: SummaryLine): SummaryLine {
  if (before === undefined) return line;
  return {
    granted: before.granted + line.granted,
    open: before.open + line.open,
    sum: plus(before.sum, line.sum),
    cut: plus(before.cut, line.cut),
  };
}

function keysOf(
  { policy, measure, by: bodies, kind }: Award,
  by: Readonly<Record<Heading, Map<string, SummaryLine>>>,
): readonly (readonly [Map<string, SummaryLine>, string])[] {
  return [
    [by.policy, policy],
    [by.measure, JSON.stringify([policy, measure])],
    [by.body, bodies.join('、')],
    [by.kind, kind],
  ];
}

// ---------------------------------------------------------------------------------------------------------------- JSON

/** The run as a whole: the last line of `cuoshi run --json --summary`. Money in yuan, as in results. */
export function runJson(summary: Summary, outcome: RunOutcome, policies: readonly string[]): unknown {
  const lines = (heading: Heading, named: (key: string) => object) =>
    [...summary.by[heading]].map(([key, { granted, open, sum, cut }]) => ({
      ...named(key),
      granted,
      open,
      ...range(sum),
      ...(cut.hi === 0n ? {} : { cutMin: yuan(cut.lo), cutMax: yuanOrOpen(cut.hi) }),
    }));
  const total = (suffix: string) =>
    Object.fromEntries(
      [...summary.totals]
        .filter(([family]) => family.endsWith(' by analogy') === (suffix !== ''))
        .map(([family, sum]) => [family.slice(0, family.length - suffix.length), range(sum)]),
    );
  return {
    run: {
      policies,
      applicants: summary.applicants,
      totals: total(''),
      totalsByAnalogy: total(' by analogy'),
      byPolicy: lines('policy', (policy) => ({ policy })),
      byMeasure: lines('measure', (key) => {
        const [policy, measure] = JSON.parse(key) as [string, string];
        return { policy, measure };
      }),
      byBody: lines('body', (key) => ({ by: key === '' ? [] : key.split('、') })),
      byKind: lines('kind', (kind) => ({ kind })),
      quotas: outcome.quotas.map(quotaJson),
      groupCaps: outcome.caps.map(capJson),
      pools: outcome.pools.map(poolJson),
    },
  };
}

function quotaJson(quota: QuotaOutcome): unknown {
  const { policy, plan, year, status, certain, possible, winners, tied, places, losers, next } = quota;
  return {
    policy,
    measure: plan.measure,
    ...(plan.label !== undefined && { benefit: plan.label }),
    ...(plan.clause !== undefined && { clause: plan.clause }),
    ...(year !== undefined && { year }),
    limit: plan.n,
    status,
    certain,
    possible,
    winners: winners.map(placeJson),
    tied: tied.map(placeJson),
    ...(tied.length > 0 && { placesLeft: places }),
    losers: losers.map(placeJson),
    nextInLine: next.map(placeJson),
  };
}

function placeJson({ row, item }: Place): unknown {
  return { ...rowJson(row), ...(item !== undefined && { item }) };
}

function rowJson({ record, applicant }: Row): { applicant?: string; record: number } {
  return { ...(applicant !== undefined && { applicant }), record };
}

function capJson(cap: GroupCap): unknown {
  return {
    policy: cap.policy,
    measure: cap.plan.measure,
    key: cap.key,
    group: cap.group,
    ...(cap.year !== undefined && { year: cap.year }),
    family: cap.family,
    byAnalogy: cap.byAnalogy,
    say: cap.say,
    limit: range(cap.limit),
    applicants: cap.rows.map(rowJson),
    ...(cap.unknown > 0 && { unknown: cap.unknown }),
    before: range(cap.before),
    ...range(cap.after),
    cutMin: yuan(cap.cut.lo),
    cutMax: yuanOrOpen(cap.cut.hi),
  };
}

function poolJson({ policy, plan, year, holds, status, applicants, asked, paid, shares }: PoolOutcome): unknown {
  return {
    policy,
    pool: plan.name,
    ...(plan.clause !== undefined && { clause: plan.clause }),
    by: plan.by,
    ...(year !== undefined && { year }),
    holds: yuan(holds),
    status,
    applicants,
    asked: range(asked),
    paid: range(paid),
    ...(asked.lo > holds && { short: yuan(asked.lo - holds) }),
    shares: shares.map((share) => ({
      applicants: share.rows.map(rowJson),
      awards: share.awards.map(awardIdJson),
      asked: yuan(share.asked),
      ...range(share.paid),
    })),
  };
}

function awardIdJson({ policy, measure, benefit, item }: ItemAwardId): unknown {
  return { policy, measure, benefit, ...(item !== undefined && { item }) };
}

function range({ lo, hi }: Sum): { min: string; max: string | null } {
  return { min: yuan(lo), max: yuanOrOpen(hi) };
}

function yuanOrOpen(fen: bigint | null): string | null {
  return fen === null ? null : yuan(fen);
}

/** Exact, of any size. */
function yuan(fen: bigint): string {
  if (fen <= BigInt(Number.MAX_SAFE_INTEGER)) return formatYuanFixed(Number(fen));
  return `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
}
