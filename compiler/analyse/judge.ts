import type { PolicyIr } from '../ir/ir.ts';
import { compare as compareRational } from '../ir/rational.ts';
import { amountEnd, isSelected } from './amount-ends.ts';
import { boundOf } from './bounds.ts';
import { type Settlement, type Side, settlementOf } from './compete.ts';
import { compare } from './conditions.ts';
import type { Domains } from './domains.ts';
import { everyReading, readAs } from './every-reading.ts';
import { and, type Formula, type OpenReason, or, yes } from './formula.ts';
import { eligible, narrowest, ofOneKind, paidAt, paysSomething, readingOf, unpayable } from './payable.ts';
import { type Answer, satisfy } from './satisfy.ts';
import type { Value } from './values.ts';

export type OverlapKind = 'overlap' | 'stale' | 'shadowed' | 'duplicate' | 'double-base';

/** What two benefits are to each other, with an applicant; or why that could not be decided. */
export type Judgement =
  | {
      readonly kind: OverlapKind;
      /** The one that never pays comes first; of an older and a newer one the older. */
      readonly swapped: boolean;
      readonly settlement: Settlement | undefined;
      /** The applicant to show; only looked for when asked for. */
      readonly values: () => ReadonlyMap<string, Value>;
    }
  | { readonly why: OpenReason };

/** What is known of two benefits before they are judged: that they meet. */
export interface Known {
  /** Whether they are surely not paid to the same applicants. */
  readonly differ: boolean;
  /** Somebody whom both are paid to. */
  readonly inBoth: () => ReadonlyMap<string, Value>;
}

/** A benefit with what is asked about it again and again. */
export interface Region {
  readonly side: Side;
  /** Where its party and its conditions hold; worked out, as what follows, when it is first asked for. */
  readonly eligible: Formula;
  /** Where it is paid at all. */
  readonly payable: Formula;
  /** Somebody to whom it is paid. */
  sample?: ReadonlyMap<string, Value> | null;
}

export function regionOf(side: Side, domains: Domains): Region {
  let where: Formula | undefined;
  let paid: Formula | undefined;
  return {
    side,
    get eligible() {
      where ??= eligible(side.benefit, domains);
      return where;
    },
    get payable() {
      paid ??= and(this.eligible, paysSomething(side.benefit, readingOf(side.benefit, domains)));
      return paid;
    },
  };
}

/**
 * What two benefits on one matter are to each other; undefined where there is nothing to tell. Where it is known that they
 * meet, the applicant to show is looked for when asked for.
 */
export function judge(a: Region, b: Region, matter: Formula, domains: Domains, known?: Known): Judgement | undefined {
  const settlement = settlementOf(a.side, b.side);
  // Both are paid by intention, or one is named as giving way: nothing is left to say.
  if (settlement !== undefined && (settlement.by !== 'group' || settlement.group.rule === 'sum')) return undefined;
  const search = () => meeting(matter, [a, b], domains);
  const older = olderOf(a.side, b.side);
  const found = (kind: OverlapKind, swapped = false) => judgementOf({ kind, swapped, settlement }, search, known);
  if (older !== undefined) return found('stale', older === b.side);
  const same = () => known?.differ !== true && paysTheSame(a, b, matter, domains);
  // Shares in companies have no agreed order of size: a rule that takes the higher one settles nothing there.
  const unsettled = settlement === undefined || a.side.benefit.family === 'equity';
  if (!unsettled) {
    if (same()) return found('duplicate');
    if (neverPays(a, b, matter, domains)) return found('shadowed');
    if (neverPays(b, a, matter, domains)) return found('shadowed', true);
    return undefined;
  }
  const judgement = found('overlap');
  return judgement === undefined || 'why' in judgement || !same() ? judgement : { ...judgement, kind: 'duplicate' };
}

/**
 * One expenditure paid twice: both take a share of the same sum of money, under different matters. Only what the two
 * say of each other settles that, whatever their family.
 */
export function judgeBase(a: Region, b: Region, domains: Domains, known?: Known): Judgement | undefined {
  const settlement = settlementOf(a.side, b.side);
  const named = settlement?.by === 'group' && settlement.group.between !== undefined;
  if (settlement !== undefined && (settlement.by !== 'group' || named)) return undefined;
  const search = () => meeting(yes, [a, b], domains);
  return judgementOf({ kind: 'double-base', swapped: false, settlement: undefined }, search, known);
}

function judgementOf(
  told: { readonly kind: OverlapKind; readonly swapped: boolean; readonly settlement: Settlement | undefined },
  search: () => Answer,
  known: Known | undefined,
): Judgement | undefined {
  if (known !== undefined) return { ...told, values: later(search, known) };
  const answer = search();
  if (answer.answer === 'no') return undefined;
  if (answer.answer === 'undecided') return { why: answer.why };
  const { values } = answer;
  return { ...told, values: () => values };
}

/** The applicant that the search finds, looked for once; where it gives up, one that is in both regions all the same. */
function later(search: () => Answer, known: Known): () => ReadonlyMap<string, Value> {
  let values: ReadonlyMap<string, Value> | undefined;
  return () => {
    if (values === undefined) {
      const answer = search();
      if (answer.answer === 'no') throw new Error('the search denies a meeting that is sure');
      values = answer.answer === 'yes' ? answer.values : known.inBoth();
    }
    return values;
  };
}

/**
 * Whether both are paid to somebody. Where a text can be read in several ways, that is so if it is in each of them, and the
 * applicant is that of the first; an applicant stands for all ways only where all of them pay them.
 */
function meeting(matter: Formula, regions: readonly [Region, Region], domains: Domains): Answer {
  const asked = (of: readonly Region[], besides: Formula) =>
    plainest(and(besides, ...of.map((region) => region.payable)), of, domains);
  const answer = asked(regions, matter);
  if (answer.answer !== 'undecided' || answer.why !== 'reading') return answer;
  const ways = everyReading(regions.map((region) => region.side));
  if (ways === undefined) return answer;
  const read = ways.map((way) => regions.map((region) => regionOf(readAs(region.side, way), domains)));
  // Somebody whom both pay however the texts are read; then whether there is somebody in any of the ways at all.
  const always = asked(read.flat(), matter);
  if (always.answer !== 'no') return always;
  return read.every((of) => asked(of, matter).answer === 'no') ? { answer: 'no' } : answer;
}

/**
 * The answer, with an applicant whose kinds are as narrow as the two measures ask and who is of one kind, where there is such
 * a one: a company that is a university as well is no example that a drafter would give.
 */
export function plainest(formula: Formula, regions: readonly Region[], domains: Domains): Answer {
  const mentioned = new Set(regions.flatMap(({ side }) => side.benefit.parties));
  const narrow = narrowest(mentioned, domains);
  let answer = satisfy(and(formula, narrow), domains);
  if (answer.answer !== 'yes' && narrow.f !== 'true') answer = satisfy(formula, domains);
  if (answer.answer !== 'yes' || mentioned.size < 2) return answer;
  const apart = ofOneKind(mentioned, answer.values, domains);
  const one = apart.f === 'true' ? answer : satisfy(and(formula, narrow, apart), domains);
  return one.answer === 'yes' ? one : answer;
}

/** Somebody to whom a benefit is paid; null where none is found. */
export function sampleOf(region: Region, domains: Domains): ReadonlyMap<string, Value> | null {
  if (region.sample === undefined) {
    const answer = satisfy(region.payable, domains);
    region.sample = answer.answer === 'yes' ? answer.values : null;
  }
  return region.sample;
}

/**
 * Whether `loser` is beaten wherever it is payable: the other is payable there as well and strictly higher (one that is
 * selected counts as selected). Only where both questions are decided.
 */
function neverPays(loser: Region, winner: Region, matter: Formula, domains: Domains): boolean {
  const selected = isSelected(winner.side.benefit.amount);
  // One applicant who gets more by the loser settles it at once.
  const sample = sampleOf(loser, domains);
  if (sample !== null) {
    const mine = paidAt(loser.side.benefit, sample, domains);
    const theirs = paidAt(winner.side.benefit, sample, domains);
    if (theirs === undefined) return false;
    if (mine !== undefined && compareRational(selected ? theirs.high : theirs.low, mine.high) <= 0) return false;
  }
  const elsewhere = or(unpayable(winner.side.benefit, domains), notAt(matter));
  if (satisfy(and(loser.payable, elsewhere), domains).answer !== 'no') return false;
  const high = amountEnd(loser.side.benefit, 'high');
  const low = amountEnd(winner.side.benefit, selected ? 'high' : 'low');
  const reading = readingOf(winner.side.benefit, domains);
  const region = and(loser.payable, winner.payable);
  const reaches = satisfy(and(region, compare('<=', low, high, reading)), domains);
  if (reaches.answer !== 'undecided') return reaches.answer === 'no';
  // Where the comparison multiplies facts, the greatest lead of the loser is looked for.
  const lead = boundOf('greatest', { k: 'add', args: [high, minus(low)] }, region, reading);
  return lead.bound === 'exact' && lead.value.n < 0n;
}

function minus(x: ReturnType<typeof amountEnd>): ReturnType<typeof amountEnd> {
  return { k: 'mul', a: { k: 'const', value: { n: -1n, d: 1n }, valueType: { type: 'count' } }, b: x };
}

/** The matter depends on facts of the item at most, member by member. */
function notAt(matter: Formula): Formula {
  switch (matter.f) {
    case 'and':
      return or(...matter.args.map(notAt));
    case 'or':
      return and(...matter.args.map(notAt));
    case 'in':
      return { ...matter, out: !matter.out };
    case 'true':
      return { f: 'false' };
    case 'false':
      return { f: 'true' };
    default:
      throw new Error('a matter is a name or a member');
  }
}

/** Whether two benefits pay the same sum, decided in the same way, to the same applicants: one of them is superfluous. */
function paysTheSame(a: Region, b: Region, matter: Formula, domains: Domains): boolean {
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const) {
    const sample = sampleOf(x, domains);
    if (sample === null) continue;
    const [p, q] = [paidAt(x.side.benefit, sample, domains), paidAt(y.side.benefit, sample, domains)];
    if (p === undefined) continue;
    if (q === undefined || compareRational(p.low, q.low) !== 0 || compareRational(p.high, q.high) !== 0) return false;
  }
  const never = (formula: Formula) => satisfy(formula, domains).answer === 'no';
  const apart = (x: Region, y: Region) => and(x.payable, or(unpayable(y.side.benefit, domains), notAt(matter)));
  if (!never(apart(a, b)) || !never(apart(b, a))) return false;
  const reading = readingOf(a.side.benefit, domains);
  return (['low', 'high'] as const).every((end) => {
    const [p, q] = [amountEnd(a.side.benefit, end), amountEnd(b.side.benefit, end)];
    return never(and(a.payable, matter, compare('!=', p, q, reading)));
  });
}

/**
 * The side of the older policy, when both are of one level and the older stays in force after the newer begins. A policy
 * without dates is always in force and never old; one that takes effect on publication begins after all that have begun.
 */
function olderOf(a: Side, b: Side): Side | undefined {
  if (a.policy === b.policy || a.policy.level === undefined || a.policy.level !== b.policy.level) return undefined;
  const begins = (p: PolicyIr) =>
    p.effective.from ?? (p.effective.onPublication ? Number.POSITIVE_INFINITY : undefined);
  const [x, y] = [begins(a.policy), begins(b.policy)];
  if (x === undefined || y === undefined || x === y) return undefined;
  const [old, start] = x < y ? [a, y] : [b, x];
  if (old.policy.status === 'repealed') return undefined;
  const { to } = old.policy.effective;
  return to === undefined || to > start ? old : undefined;
}
