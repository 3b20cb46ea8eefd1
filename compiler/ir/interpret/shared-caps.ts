import { amountOverflow } from '../../../stdlib/runtime/problems.ts';
import type { Family, Item, Lang, Problem, SharedCap } from '../../../stdlib/runtime/types.ts';
import type { LimitPlan, PolicyIr } from '../ir.ts';
import { one } from '../rational.ts';
import type { Cause } from './causes.ts';
import type { Component, Components } from './components.ts';
import { type Applicant, bindItem, type Environment, itemsOf } from './environment.ts';
import { evaluateNumber } from './evaluate.ts';
import type { Candidate } from './pairs.ts';
import { fillSay } from './say.ts';
import { exactFen, lowerOf, nothing, plus, type Sum, totalOf } from './sums.ts';
import { round } from './values.ts';

/** Awards that are summed as one: at first each by itself, later all that a cap has bound together. */
interface Piece {
  readonly members: readonly Candidate[];
  readonly sum: Sum;
}

/** What the shared caps make of the totals. */
export interface Capped {
  readonly sharedCaps: readonly SharedCap[];
  readonly totals: ReadonlyMap<string, Sum>;
  /** Why caps are not one figure. */
  readonly causes: readonly { readonly policy: PolicyIr; readonly cause: Cause }[];
  readonly problems: readonly Problem[];
}

/**
 * Takes the shared caps of all policies from what is left after stacking, those per item first. `notDenied` are all awards
 * that are not denied, suppressed ones included, in the order of the source.
 */
export function takeSharedCaps(
  notDenied: readonly Candidate[],
  { components, countsAs }: Components,
  applicants: readonly Applicant[],
  lang: Lang,
): Capped {
  const left = new Set(components.flatMap((c) => c.members));
  const alone = (c: Component) => c.members.length === 1;
  /** All that is left, as caps find it. */
  let pieces: readonly Piece[] = [...left].map((m) => ({ members: [m], sum: countsAs(m) }));
  /** What adds up to the totals: awards that compete with none, as the caps have left them. */
  let settled: readonly Piece[] = components
    .filter(alone)
    .map((c) => ({ members: c.members, sum: countsAs(c.members[0]!) }));
  /** By how much the lower ends of totals fall; null: to 0. */
  const fallen = new Map<string, bigint | null>();
  const sharedCaps: SharedCap[] = [];
  const causes: { policy: PolicyIr; cause: Cause }[] = [];
  const problems: Problem[] = [];

  const limits = applicants.flatMap((applicant) =>
    applicant.policy.plans.flatMap((plan) => (plan.k === 'limit' ? [{ applicant, plan }] : [])),
  );
  const perItemFirst = [
    ...limits.filter(({ plan }) => plan.subject === 'item'),
    ...limits.filter(({ plan }) => plan.subject !== 'item'),
  ];
  for (const { applicant, plan } of perItemFirst) {
    for (const group of groupsOf(
      plan,
      notDenied.filter((c) => c.policy === applicant.policy),
    )) {
      const members = group.filter((m) => left.has(m));
      const env = environmentOf(plan, group[0]!, applicant);
      const limit = round(evaluateNumber(plan.amount, env), one, 'half-up');
      const limitSum: Sum = { lo: limit.lo?.n ?? 0n, hi: limit.hi === null ? null : limit.hi.n };
      causes.push(...limit.causes.map((cause) => ({ policy: applicant.policy, cause })));

      const isWithin = (piece: Piece) => piece.members.some((m) => members.includes(m));
      const before = pieces.filter(isWithin).reduce((sum, piece) => plus(sum, piece.sum), nothing);
      const after: Sum = { lo: lowerOf(before.lo, limitSum.lo) ?? 0n, hi: lowerOf(before.hi, limitSum.hi) };
      const merged: Piece = { members, sum: after };
      pieces = [...pieces.filter((piece) => !isWithin(piece)), ...(members.length > 0 ? [merged] : [])];

      const total = totalOf(group[0]!.award);
      const isEntangled = components.some(
        (c) => c.members.some((m) => members.includes(m)) && !c.members.every((m) => members.includes(m)),
      );
      if (isEntangled) {
        const least = lowerOf(before.hi, limitSum.lo) ?? 0n;
        const most = before.hi === null ? null : before.hi - least;
        const soFar = fallen.get(total) ?? (fallen.has(total) ? null : 0n);
        fallen.set(total, most === null || soFar === null ? null : soFar + most);
      } else if (members.length > 0) {
        settled = [...settled.filter((piece) => !isWithin(piece)), merged];
      }

      const shown = show(plan, group, members, limitSum, before, after, fillSay(plan.say, env, lang));
      if (shown === undefined) problems.push(amountOverflow(plan.measure, lang));
      else sharedCaps.push(shown);
    }
  }

  return {
    sharedCaps,
    totals: totalsOf(
      components.filter((c) => !alone(c)),
      settled,
      fallen,
    ),
    causes,
    problems,
  };
}

/** The awards of the measure, per item where the cap is, that count in one total. */
function groupsOf(plan: LimitPlan, candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    if (candidate.plan.measure !== plan.measure) continue;
    const item = plan.subject === 'item' ? [candidate.plan.over ?? null, candidate.award.item ?? null] : [];
    const key = JSON.stringify([totalOf(candidate.award), ...item]);
    groups.set(key, [...(groups.get(key) ?? []), candidate]);
  }
  return [...groups.values()];
}

/** Where a cap is per item, its amount may read the item. */
function environmentOf(plan: LimitPlan, { plan: { over }, award }: Candidate, applicant: Applicant): Environment {
  const bare: Environment = { applicant, items: new Map() };
  if (plan.subject !== 'item' || over === undefined || award.item === undefined) return bare;
  const item: Item = itemsOf(applicant, over)![award.item - 1]!;
  return bindItem(bare, over, item);
}

function show(
  plan: LimitPlan,
  group: readonly Candidate[],
  members: readonly Candidate[],
  limit: Sum,
  before: Sum,
  after: Sum,
  say: string,
): SharedCap | undefined {
  const { policy, award } = group[0]!;
  const family: Family = award.family;
  const cutHi = before.hi === null ? (after.hi === null ? 0n : null) : before.hi - after.hi!;
  const figures = [limit.lo, after.lo, before.lo - after.lo].map(exactFen);
  const upper = [limit.hi, after.hi, cutHi].map((end) => (end === null ? null : exactFen(end)));
  const [limitMin, min, cutMin] = figures;
  const [limitMax, max, cutMax] = upper;
  if (limitMin === undefined || min === undefined || cutMin === undefined) return undefined;
  if (limitMax === undefined || max === undefined || cutMax === undefined) return undefined;
  return {
    policy: policy.name,
    measure: plan.measure,
    ...(plan.subject === 'item' && award.item !== undefined && { item: award.item }),
    say,
    family,
    byAnalogy: award.analogy !== undefined,
    limit: { min: limitMin, max: limitMax },
    awards: members.map(({ award: { policy, measure, benefit, item } }) => ({
      policy,
      measure,
      benefit,
      ...(item !== undefined && { item }),
    })),
    min,
    max,
    cutMin,
    cutMax,
  };
}

function totalsOf(
  open: readonly Component[],
  settled: readonly Piece[],
  fallen: ReadonlyMap<string, bigint | null>,
): ReadonlyMap<string, Sum> {
  const totals = new Map<string, Sum>();
  const include = (total: string, sum: Sum) => totals.set(total, plus(totals.get(total) ?? nothing, sum));
  for (const { members, sum } of settled) include(totalOf(members[0]!.award), sum);
  for (const { adds } of open) for (const [total, sum] of adds) include(total, sum);
  for (const [total, by] of fallen) {
    const sum = totals.get(total)!;
    totals.set(total, { ...sum, lo: by === null || by > sum.lo ? 0n : sum.lo - by });
  }
  return totals;
}
