import { amountOverflow } from '../../../stdlib/runtime/problems.ts';
import type { Item, Lang, Problem, SharedCap } from '../../../stdlib/runtime/types.ts';
import type { LimitPlan } from '../ir.ts';
import { one } from '../rational.ts';
import { type Causes, isMissing } from './causes.ts';
import type { Component, Components } from './components.ts';
import { type Applicant, bindItem, type Environment, itemsOf } from './environment.ts';
import { evaluateNumber } from './evaluate.ts';
import { missingName } from './norms.ts';
import type { Candidate } from './pairs.ts';
import { fillSay } from './say.ts';
import { exactFen, exactRange, lowerOf, nothing, plus, type Sum, totalOf } from './sums.ts';
import { round } from './values.ts';

/** Awards that are summed as one: at first each by itself, later all that a cap has bound together. */
interface Piece {
  readonly members: readonly Candidate[];
  readonly sum: Sum;
}

/** The awards that are left, on their way through the caps. */
interface Tally {
  /** All of them, as the next cap finds them. */
  readonly pieces: readonly Piece[];
  /** Those that compete with none: what adds up to the totals. */
  readonly settled: readonly Piece[];
  /** By total: caps of which part of the awards compete with others. */
  readonly open: ReadonlyMap<string, OpenCaps>;
}

/** Caps that some awards are under of which it is open whether they are paid. */
interface OpenCaps {
  readonly members: readonly Candidate[];
  /** The most that they can take together; null: any sum. */
  readonly most: bigint | null;
}

/** What the shared caps make of the totals. */
export interface Capped {
  readonly sharedCaps: readonly SharedCap[];
  readonly totals: ReadonlyMap<string, Sum>;
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
  const isAlone = (c: Component) => c.members.length === 1;
  const piece = (member: Candidate): Piece => ({ members: [member], sum: countsAs(member) });
  let tally: Tally = {
    pieces: [...left].map(piece),
    settled: components.filter(isAlone).flatMap((c) => c.members.map(piece)),
    open: new Map(),
  };
  const sharedCaps: SharedCap[] = [];
  const problems: Problem[] = [];
  for (const { applicant, plan } of inOrder(applicants)) {
    for (const group of groupsOf(plan, applicant, notDenied)) {
      const members = group.filter((m) => left.has(m));
      const env = environmentOf(plan, group[0]!, applicant);
      const limit = limitOf(plan, group[0]!, env);
      const before = tally.pieces
        .filter((p) => overlaps(p.members, members))
        .reduce((sum, p) => plus(sum, p.sum), nothing);
      const after: Sum = { lo: lower(before.lo, limit.lo), hi: lowerOf(before.hi, limit.hi) };
      const most = before.hi === null ? null : before.hi - lower(before.hi, limit.lo);
      tally = takeCap(tally, { members, sum: after }, isOpen(members, components) ? { members, most } : undefined);
      const shown = show(plan, group, members, limit, before, after, applicant, fillSay(plan.say, env, lang));
      if (shown === undefined) problems.push(amountOverflow(nameOf(plan, group[0]!), lang));
      else sharedCaps.push(shown);
    }
  }
  return {
    sharedCaps,
    totals: totalsOf(
      components.filter((c) => !isAlone(c)),
      tally,
    ),
    problems,
  };
}

/** `measure`, or `measure/item`. */
function nameOf({ measure, subject }: LimitPlan, { award: { item } }: Candidate): string {
  return subject === 'item' && item !== undefined ? `${measure}/${item}` : measure;
}

/** Caps for each item, then those for the applicant, each in the order of the source. */
function inOrder(
  applicants: readonly Applicant[],
): readonly { readonly applicant: Applicant; readonly plan: LimitPlan }[] {
  const limits = applicants.flatMap((applicant) =>
    applicant.policy.plans.flatMap((plan) => (plan.k === 'limit' ? [{ applicant, plan }] : [])),
  );
  const isPerItem = ({ plan }: { readonly plan: LimitPlan }) => plan.subject === 'item';
  return [...limits.filter(isPerItem), ...limits.filter((limit) => !isPerItem(limit))];
}

/** Puts the awards of one cap together as what it leaves of them; an open one is taken from the total later. */
function takeCap(tally: Tally, capped: Piece, open: OpenCaps | undefined): Tally {
  const [first] = capped.members;
  if (first === undefined) return tally;
  const merge = (pieces: readonly Piece[]) => [...pieces.filter((p) => !overlaps(p.members, capped.members)), capped];
  const pieces = merge(tally.pieces);
  if (open === undefined) return { ...tally, pieces, settled: merge(tally.settled) };
  const total = totalOf(first.award);
  const before = tally.open.get(total) ?? { members: [], most: 0n };
  const joined: OpenCaps = {
    members: [...before.members, ...open.members],
    most: before.most === null || open.most === null ? null : before.most + open.most,
  };
  return { ...tally, pieces, open: new Map([...tally.open, [total, joined]]) };
}

/** Whether awards of a capped group compete with others: then the total is no sum of theirs, and only its lower end can fall. */
function isOpen(members: readonly Candidate[], components: readonly Component[]): boolean {
  return components.some((c) => overlaps(c.members, members) && !c.members.every((m) => members.includes(m)));
}

/**
 * The cap itself, half up to the fen. A cap is never negative, as an amount is not. For each item of a missing list there is one,
 * so together they have no upper end.
 */
function limitOf(plan: LimitPlan, first: Candidate, env: Environment): Sum & { readonly causes: Causes } {
  const { lo, hi, causes } = round(evaluateNumber(plan.amount, env), one, 'half-up');
  const listMissing = plan.subject === 'item' && first.plan.over !== undefined && first.award.item === undefined;
  return { lo: lo?.n ?? 0n, hi: hi === null || listMissing ? null : hi.n, causes };
}

const lower = (a: bigint, b: bigint): bigint => lowerOf(a, b) ?? 0n;
const overlaps = (a: readonly Candidate[], b: readonly Candidate[]): boolean => a.some((x) => b.includes(x));

/** The awards of the measure, per item where the cap is, that count in one total. */
function groupsOf(
  plan: LimitPlan,
  { policy }: Applicant,
  candidates: readonly Candidate[],
): readonly (readonly Candidate[])[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    if (candidate.policy !== policy || candidate.plan.measure !== plan.measure) continue;
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

function keyName(id: string, { declarations }: Applicant): string {
  const fact = declarations.get(id);
  if (fact === undefined) throw new Error(`no key ${id} is declared`);
  return fact.name;
}

/** What is told of a cap; undefined where a figure is beyond what is exact. */
function show(
  plan: LimitPlan,
  group: readonly Candidate[],
  members: readonly Candidate[],
  limit: Sum & { readonly causes: Causes },
  before: Sum,
  after: Sum,
  applicant: Applicant,
  say: string,
): SharedCap | undefined {
  const { award } = group[0]!;
  const range = exactRange(after);
  const limitRange = exactRange(limit);
  const cutMin = exactFen(before.lo - after.lo);
  if (range === undefined || limitRange === undefined || cutMin === undefined) return undefined;
  const cutMax = before.hi === null || after.hi === null ? undefined : exactFen(before.hi - after.hi);
  const needs = limit.causes.filter(isMissing).map((cause) => missingName(cause, applicant));
  return {
    policy: applicant.policy.name,
    measure: plan.measure,
    ...(plan.subject === 'item' && award.item !== undefined && { item: award.item }),
    each: plan.subject === 'item',
    ...(typeof plan.subject === 'object' && { key: keyName(plan.subject.key, applicant) }),
    say,
    family: award.family,
    byAnalogy: award.analogy !== undefined,
    limit: limitRange,
    ...(needs.length > 0 && { needs: [...new Set(needs)] }),
    awards: members.map(({ award: { policy, measure, benefit, item } }) => ({
      policy,
      measure,
      benefit,
      ...(item !== undefined && { item }),
    })),
    ...range,
    cutMin,
    cutMax: before.hi === null && after.hi === null ? 0 : (cutMax ?? null),
  };
}

function totalsOf(several: readonly Component[], { settled, open }: Tally): ReadonlyMap<string, Sum> {
  const added = [
    ...settled.map(({ members, sum }) => ({ members, total: totalOf(members[0]!.award), sum })),
    ...several.flatMap(({ members, adds }) => [...adds].map(([total, sum]) => ({ members, total, sum }))),
  ];
  const totals = new Map<string, Sum>();
  for (const { total, sum } of added) totals.set(total, plus(totals.get(total) ?? nothing, sum));
  for (const [total, { members, most }] of open) {
    const under = added.filter((a) => a.total === total && overlaps(a.members, members));
    const atMost = under.reduce((sum, a) => sum + a.sum.lo, 0n);
    const { lo, hi } = totals.get(total)!;
    totals.set(total, { lo: lo - (most === null ? atMost : lower(most, atMost)), hi });
  }
  return totals;
}
