import { type Sentence, sentenceOf } from './account.ts';
import { type Awarded, awardsOf } from './awards.ts';
import { type Case, itemsOf, withItem } from './cases.ts';
import { type ListRef, missingAmong } from './causes.ts';
import { awardKey, isNone } from './decisions.ts';
import { formatDate } from './format.ts';
import { and, causesOf, holdsOf, type Num, round, type Truth } from './intervals.ts';
import { type ItemQuota, type ItemQuotaToGive, itemQuotaFor } from './item-quotas.ts';
import { type Benefit, isAny } from './judging.ts';
import { membershipOf } from './membership.ts';
import type { StackedPolicy } from './pairs.ts';
import { unknownDecision } from './problems.ts';
import { readDate } from './read-value.ts';
import { type NotedPolicy, nameInYear, partyNotes, policyNotes } from './sentences.ts';
import type { CapToApply } from './shared-caps.ts';
import { stackAwards } from './stacking.ts';
import {
  type Award,
  beforeStacking,
  type Decisions,
  type EvaluateOptions,
  type Facts,
  type LostAward,
  type Metadata,
  type NormResult,
  type Problem,
  type Result,
} from './types.ts';

/** A compiled policy: what generated code declares, and everything below evaluates. */
export interface Program {
  readonly metadata: Metadata;
  readonly noted: NotedPolicy;
  /** In the order of the source, as are caps and norms. */
  readonly benefits: readonly Benefit[];
  readonly caps: readonly MeasureCap[];
  readonly itemQuotas: readonly ItemQuota[];
  readonly norms: readonly Norm[];
}

/** A cap that the benefits of a measure share, for the applicant or for each item. */
export interface MeasureCap {
  readonly measure: string;
  /** For each item, rather than for the applicant. */
  readonly each: boolean;
  /** The fact that names the group of applicants it is for. */
  readonly key?: string;
  readonly amount: (c: Case) => Num;
  readonly say: Sentence;
}

export interface Norm {
  readonly measure: string;
  readonly clause?: string;
  readonly modality: string;
  /** The kinds of party its measure is for; none: it is for nobody in particular. */
  readonly parties: readonly string[];
  readonly when: (c: Case) => Truth;
  readonly say: { readonly zh: string; readonly en: string };
}

interface JudgedBenefit extends Awarded {
  readonly benefit: Benefit;
}

/** Evaluates checked facts. Throws a RangeError where `asOf` is no date: that is the caller's mistake, not the applicant's. */
export function evaluateProgram(program: Program, facts: Facts, options: EvaluateOptions): Result {
  const { metadata, noted, benefits, norms } = program;
  const applicant = caseOfApplicant(program, facts, options);
  const { asOf, year, lang, membership } = applicant;
  const decisions: Decisions = Object.assign(Object.create(null), facts.decisions, options.decisions);
  const judged = benefits.map((benefit): JudgedBenefit => {
    const { awards, problems } = awardsOf(benefit, applicant, metadata.policy, decisions);
    return { benefit, awards, problems };
  });
  const unstacked: Unstacked = {
    policy: stackedPolicyOf(metadata),
    awards: gather(judged, ({ awards }) => awards),
    caps: program.caps.flatMap((cap, place) => capsToApply({ ...cap, place }, judged, applicant, metadata.policy)),
    problems: gather(judged, ({ problems }) => problems),
    itemQuotas: gather(program.itemQuotas, (quota) => itemQuotaFor(quota, applicant)),
    lost: options.lost ?? [],
  };
  const stacking = stackAwards([unstacked.policy], unstacked, lang);
  return {
    [beforeStacking]: unstacked,
    policy: metadata.policy,
    ...(facts.applicant !== undefined && { applicant: facts.applicant }),
    asOf: formatDate(asOf),
    year,
    ...(facts.party === undefined && { inferred: membership.inferred }),
    awards: stacking.awards,
    norms: gather(norms, (norm) => normResult(norm, applicant, metadata.policy)),
    sharedCaps: stacking.sharedCaps,
    open: stacking.open,
    totals: stacking.totals,
    totalsByAnalogy: stacking.totalsByAnalogy,
    needs: needsAmong(stacking),
    notes: [...policyNotes(noted, asOf, lang), ...partyNotes(membership.inferred, membership.contradictory, lang)],
    problems: [...decisionsOnNothing(decisions, benefits, applicant), ...unstacked.problems, ...stacking.problems],
  };
}

/** One list of all. A plain loop: most benefits have one award or none. */
function gather<T, U>(all: readonly T[], of: (one: T) => readonly U[]): readonly U[] {
  const gathered: U[] = [];
  for (const one of all) for (const each of of(one)) gathered.push(each);
  return gathered;
}

/** The awards of a policy with all that the rules between them need. */
export interface Unstacked {
  readonly policy: StackedPolicy;
  readonly awards: readonly Award[];
  readonly caps: readonly CapToApply[];
  readonly itemQuotas: readonly ItemQuotaToGive[];
  /** Of single awards. */
  readonly problems: readonly Problem[];
  /** Those lost to other applicants, of whichever policy. */
  readonly lost: readonly LostAward[];
}

function stackedPolicyOf({ policy, level, stacking }: Metadata): StackedPolicy {
  return { name: policy, rules: stacking, ...(level !== undefined && { level }) };
}

function caseOfApplicant({ metadata }: Program, facts: Facts, options: EvaluateOptions): Case {
  const ledger = options.ledger ?? facts.ledger;
  const asOf = readDate(options.asOf);
  if ('fault' in asOf || typeof asOf.value !== 'number') throw new RangeError(`asOf is no date: ${options.asOf}`);
  return {
    facts,
    membership: membershipOf(facts, metadata.schema),
    asOf: asOf.value,
    year: options.year ?? new Date(asOf.value * 86_400_000).getUTCFullYear(),
    policy: metadata.policy,
    ...(ledger !== undefined && { ledger }),
    lang: options.lang ?? 'zh',
    declaredReadings: metadata.readings ?? [],
    readings: options.readings ?? {},
    items: [],
  };
}

interface PlacedCap extends MeasureCap {
  /** Its place among the caps of the policy. */
  readonly place: number;
}

/** A shared cap for this applicant: one, or one for each item that has an award. */
function capsToApply(cap: PlacedCap, judged: readonly JudgedBenefit[], applicant: Case, policy: string): CapToApply[] {
  if (!cap.each) return [capToApply(cap, applicant, policy)];
  const groups = new Map<string, CapToApply>();
  for (const { benefit, awards } of judged) {
    if (benefit.measure !== cap.measure) continue;
    for (const { item, outcome } of awards) {
      const { over } = benefit;
      const key = over === undefined ? '' : `${item ?? ''} of ${over.id}`;
      if (outcome !== 'denied' && !groups.has(key)) groups.set(key, capToApply(cap, applicant, policy, over, item));
    }
  }
  return [...groups.values()];
}

function capToApply(cap: PlacedCap, applicant: Case, policy: string, over?: ListRef, item?: number): CapToApply {
  const { measure, place, each, key, amount, say } = cap;
  const inHand = over === undefined || item === undefined ? undefined : itemsOf(applicant, over)?.[item - 1];
  const c = over === undefined || inHand === undefined ? applicant : withItem(applicant, over, inHand);
  // A cap is never negative, as an amount is not.
  const limit = round(amount(c), 1, 'half-up');
  // How many items a missing list has, and so how often the cap may be paid, nobody knows.
  const ofUnknownItems = over !== undefined && item === undefined;
  return {
    policy,
    measure,
    place,
    each,
    ...(over !== undefined && { over: over.id }),
    ...(item !== undefined && { item }),
    ...(key !== undefined && { key }),
    say: sentenceOf(c, say),
    limit: { lo: limit.lo, hi: ofUnknownItems ? Number.POSITIVE_INFINITY : limit.hi },
    needs: [...new Set(missingAmong(limit.causes).map(({ name, at }) => nameInYear(name, at)))],
  };
}

/** A norm that may touch the applicant. */
function normResult(norm: Norm, c: Case, policy: string): NormResult[] {
  const { measure, clause, modality, say, parties, when } = norm;
  const party = parties.length === 0 ? true : isAny(c, parties);
  if (party === false) return [];
  const holds = and(party, when(c));
  const needs =
    typeof holds === 'boolean' ? [] : missingAmong(causesOf(holds)).map(({ name, at }) => nameInYear(name, at));
  return [
    {
      policy,
      measure,
      ...(clause !== undefined && { clause }),
      modality,
      say: say[c.lang],
      holds: holdsOf(holds),
      ...(needs.length > 0 && { needs: [...new Set(needs)] }),
    },
  ];
}

/** The names of what is missing, each once: of awards that are left, then of caps that leave their awards open. */
export function needsAmong({ awards, sharedCaps }: Pick<Result, 'awards' | 'sharedCaps'>): readonly string[] {
  const ofAwards = awards.flatMap(({ needs = [] }) =>
    needs.map(({ fact, at, value }) => value ?? nameInYear(fact, at)),
  );
  const ofCaps = sharedCaps.flatMap(({ min, max, needs = [] }) => (min === max ? [] : needs));
  return [...new Set([...ofAwards, ...ofCaps])];
}

/** Decisions whose key names no benefit of the policy. */
function decisionsOnNothing(decisions: Decisions, benefits: readonly Benefit[], { lang }: Case): Problem[] {
  if (isNone(decisions)) return [];
  const keys = new Set(benefits.map(({ measure, label }) => awardKey(measure, label)));
  const perItem = benefits
    .filter(({ over }) => over !== undefined)
    .map(({ measure, label }) => awardKey(measure, label));
  const isKnown = (key: string) =>
    keys.has(key) ||
    perItem.some((known) => key.startsWith(`${known}/`) && /^[1-9]\d*$/.test(key.slice(known.length + 1)));
  return Object.keys(decisions)
    .filter((key) => !isKnown(key))
    .map((key) => unknownDecision(key, [...keys], lang));
}
