import { sayAward } from '../../../stdlib/runtime/sentences.ts';
import { splitParts } from '../../../stdlib/runtime/splits.ts';
import type { Award, JointResult, Lang, LostAward, Range } from '../../../stdlib/runtime/types.ts';
import type { PolicyIr } from '../../ir/ir.ts';
import type { GroupCap } from './group-caps.ts';
import type { PoolOutcome, Share } from './pools.ts';
import { isUnder, type Place, type QuotaOutcome } from './quotas.ts';
import { awardKeyOf, isLeft } from './rows.ts';
import { sayJointShare, sayPoolShare, sayQuotaLost, sayQuotaOpen } from './say-run.ts';

/** What a run over many applicants comes to, beyond what each of them by itself does. */
export interface RunOutcome {
  readonly quotas: readonly QuotaOutcome[];
  readonly caps: readonly GroupCap[];
  readonly pools: readonly PoolOutcome[];
}

export const noOutcome: RunOutcome = { quotas: [], caps: [], pools: [] };

/** Whether policies say anything of several applicants together: then a run evaluates them more than once. */
export function isAmongRows(policies: readonly PolicyIr[]): boolean {
  return policies.some(({ plans }) =>
    plans.some(
      (plan) => plan.k === 'quota' || plan.k === 'pool' || (plan.k === 'limit' && typeof plan.subject === 'object'),
    ),
  );
}

/** Whether the run changed a result: an award was lost, cut, or its payment left open, because of other applicants. */
export function isNotable({ quotas, caps, pools }: RunOutcome): boolean {
  return (
    quotas.some(({ status }) => status !== 'enough' && status !== 'open') ||
    caps.some(({ rows }) => rows.length > 1) ||
    pools.some(({ status }) => status !== 'enough' && status !== 'open')
  );
}

export function hasQuotas(policies: readonly PolicyIr[]): boolean {
  return policies.some(({ plans }) => plans.some((plan) => plan.k === 'quota'));
}

/** What quotas take from single rows, by row. */
export interface Losses {
  /** The awards of a row that others came before. */
  of(row: number): readonly LostAward[];
}

export function lossesOf(quotas: readonly QuotaOutcome[], lang: Lang): Losses {
  const byRow = placesByRow(quotas, ({ losers }) => losers);
  return {
    of: (row) =>
      (byRow.get(row) ?? []).flatMap(({ quota, item, benefits }) =>
        benefits.map((benefit) => ({
          policy: quota.policy,
          measure: quota.plan.measure,
          benefit,
          ...(item !== undefined && { item }),
          say: sayQuotaLost(quota, lang),
        })),
      ),
  };
}

/** What a run makes of the result of one row, which was evaluated without what the row lost to quotas. */
export interface Settlement {
  apply(row: number, result: JointResult): JointResult;
}

export function settlementOf({ quotas, pools }: RunOutcome, lang: Lang): Settlement {
  const contended = placesByRow(quotas, ({ tied }) => tied);
  const shares = new Map<number, { readonly pool: PoolOutcome; readonly share: Share }[]>();
  for (const pool of pools) {
    for (const share of pool.shares) {
      for (const { row } of share.rows) shares.set(row, [...(shares.get(row) ?? []), { pool, share }]);
    }
  }
  return {
    apply(row, result) {
      let made = result;
      for (const { quota, item } of contended.get(row) ?? []) {
        const say = sayQuotaOpen(quota, lang);
        for (const award of made.awards) {
          if (!isUnder(award, quota.policy, quota.plan) || award.item !== item || !isLeft(award)) continue;
          made = withAward(made, award, openedAward(award, award.max, say), { min: award.min, max: 0 });
        }
      }
      for (const { pool, share } of shares.get(row) ?? []) made = paidFrom(pool, share, made, lang);
      return made;
    },
  };
}

function placesByRow(quotas: readonly QuotaOutcome[], placesOf: (quota: QuotaOutcome) => readonly Place[]) {
  const byRow = new Map<
    number,
    { readonly quota: QuotaOutcome; readonly item: number | undefined; readonly benefits: Place['benefits'] }[]
  >();
  for (const quota of quotas) {
    for (const { row, item, benefits } of placesOf(quota)) {
      byRow.set(row.row, [...(byRow.get(row.row) ?? []), { quota, item, benefits }]);
    }
  }
  return byRow;
}

/** A pool's part in one result. Of a claim of several awards or rows nothing says whose the cut is: the total says it, and a note. */
function paidFrom(
  pool: PoolOutcome,
  { rows, awards: claimed, asked, paid }: Share,
  result: JointResult,
  lang: Lang,
): JointResult {
  if (paid.lo === asked && paid.hi === asked) return result;
  const keys = new Set(claimed.map(awardKeyOf));
  const awards = result.awards.filter((award) => keys.has(awardKeyOf(award)) && isLeft(award));
  const [award] = awards;
  if (award === undefined) return result;
  const [low, high] = [Number(paid.lo), Number(paid.hi ?? asked)];
  const cut: Range = { min: Number(asked) - low, max: Number(asked) - high };
  if (rows.length > 1 || claimed.length > 1) {
    const names = awards.map((one) => sayAward(one, false, lang));
    const noted = { ...result, notes: [...result.notes, sayJointShare(pool, names, paid, lang)] };
    // Several rows: each of them gets between nothing and all that it claims.
    return rows.length > 1 ? withTotal(noted, award, { min: Number(asked), max: 0 }) : withTotal(noted, award, cut);
  }
  const say = sayPoolShare(pool, lang);
  if (low !== high) return withAward(result, award, openedAward(award, high, say), cut);
  const step = { role: 'pool' as const, say, min: low, max: high, cutMin: cut.min, cutMax: cut.max };
  if (low > 0) {
    const paidOut = { ...award, min: low, max: high, steps: [...award.steps, step] };
    return withAward(result, award, withSplits(paidOut, low), cut);
  }
  const { decidedBy: _, open: __, splits: ___, needs, ...rest } = award;
  const refused: Award = {
    ...rest,
    outcome: 'denied',
    min: 0,
    max: 0,
    steps: [...award.steps, step],
    reasons: [{ role: 'pool', say }],
    forgone: { outcome: award.outcome, min: award.min, max: award.max, ...(needs && { needs }) },
  };
  return withAward(result, award, refused, cut);
}

/** The parts of an award go by what is paid in the end. */
function withSplits(award: Award, amount: number | undefined): Award {
  if (award.splits === undefined) return award;
  return { ...award, splits: award.splits.map((split) => ({ ...split, parts: splitParts(split.parts, amount) })) };
}

/** An award of which it is open whether others come before: from 0 to what it could be paid. */
function openedAward(award: Award, max: number | null, say: string): Award {
  const opened: Award = { ...award, outcome: 'undecided', min: 0, max, open: [...(award.open ?? []), say] };
  return withSplits(opened, undefined);
}

/** The result with one award replaced, and its total lowered: `min` at its lower end, `max` at its upper one. */
function withAward(result: JointResult, award: Award, made: Award, cut: Range): JointResult {
  const awards = result.awards.map((one) => (one === award ? made : one));
  return withTotal({ ...result, awards }, award, cut);
}

function withTotal(result: JointResult, { family, analogy }: Award, cut: Range): JointResult {
  const name = analogy === undefined ? 'totals' : 'totalsByAnalogy';
  const total = result[name][family];
  if (total === undefined) return result;
  const max = total.max === null ? null : Math.max(0, total.max - (cut.max ?? 0));
  const lowered: Range = { min: Math.max(0, total.min - cut.min), max };
  return { ...result, [name]: { ...result[name], [family]: lowered } };
}
