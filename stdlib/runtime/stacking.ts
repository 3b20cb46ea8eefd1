import {
  type Bucket,
  bucketOrder,
  type Cluster,
  clustersAmong,
  componentOf,
  endsOfCluster,
  isIn,
  isTie,
  type LowestOf,
  lowestAmong,
} from './components.ts';
import { awardKey } from './decisions.ts';
import { addExact, type Ends, subtractExact, toRange } from './exact.ts';
import { giveItemQuotas, type ItemQuotaToGive } from './item-quotas.ts';
import type { Entry, StackedPolicy } from './pairs.ts';
import { amountOverflow } from './problems.ts';
import { sayOpenChoice, sayRule } from './sentences.ts';
import { type CappedTotal, type CapToApply, capTotal, groupsUnder } from './shared-caps.ts';
import {
  byAmount,
  excludes,
  type Relations,
  relationsAmong,
  type Suppression,
  suppressionsAmong,
} from './suppression.ts';
import type {
  Award,
  Lang,
  LostAward,
  OpenChoice,
  Problem,
  Range,
  SharedCap,
  StackingBenefit,
  StackingRules,
} from './types.ts';

/** What becomes of awards once the rules between them, and the caps they share, are applied. */
export interface Stacking {
  readonly awards: readonly Award[];
  readonly open: readonly OpenChoice[];
  readonly sharedCaps: readonly SharedCap[];
  readonly totals: { readonly [family: string]: Range };
  readonly totalsByAnalogy: { readonly [family: string]: Range };
  readonly problems: readonly Problem[];
}

/** Awards, and what becomes of them together. */
export interface ToStack {
  readonly awards: readonly Award[];
  readonly caps: readonly CapToApply[];
  readonly itemQuotas: readonly ItemQuotaToGive[];
  /** Those lost to other applicants. */
  readonly lost: readonly LostAward[];
}

/** Stacks the awards of one applicant, of one policy or several, in the order of the sources. */
export function stackAwards(
  policies: readonly StackedPolicy[],
  { awards, caps, itemQuotas, lost }: ToStack,
  lang: Lang,
): Stacking {
  const entries = awards.map((award, place) => entryOf(award, place, policies));
  const isDenied = ({ award }: Entry) => award.outcome === 'denied';
  // What past awards use up was in the running all the same.
  const ranked = entries.filter((entry) => !isDenied(entry) || entry.award.compared !== undefined);
  const between = relationsAmong(ranked);
  const suppressions = suppressionsAmong(ranked, between);
  const losses = new Map(ranked.flatMap((entry) => (isDenied(entry) ? [] : lossOf(entry, lost, suppressions))));
  const winners = ranked.filter((entry) => !losses.has(entry) && !suppressions.has(entry)).sort(byAmount);
  const given = giveItemQuotas(itemQuotas, winners, lang);
  for (const [entry, loss] of given.lost) losses.set(entry, loss);
  const now = (entry: Entry): Entry => given.opened.get(entry) ?? entry;
  const standing = ranked.filter((entry) => !isDenied(entry) && !losses.has(entry)).map(now);
  const left = winners.filter((entry) => !losses.has(entry)).map(now);
  const relations = given.opened.size === 0 ? between : relationsAmong(ranked.map(now));
  const clusters = clustersAmong(left, relations);
  const lowest = lowestAmong(left, relations);
  const capped = new Map<Bucket, CappedTotal>();
  const totals: { [family: string]: Range } = {};
  const totalsByAnalogy: { [family: string]: Range } = {};
  const problemsOfTotals: Problem[] = [];
  for (const bucket of bucketOrder) {
    if (!ranked.some((entry) => isIn(entry, bucket))) continue;
    const afterCaps = capTotal(caps, bucket, { entries: standing, left: new Set(left), clusters, lowest });
    capped.set(bucket, afterCaps);
    if (!left.some((entry) => isIn(entry, bucket))) continue;
    const total = toRange(totalOf(bucket, clusters, afterCaps, lowest, relations));
    if (total === undefined) problemsOfTotals.push(amountOverflow(bucket.family, lang));
    else (bucket.byAnalogy ? totalsByAnalogy : totals)[bucket.family] = total;
  }
  const taken = groupsUnder(caps, standing).map(({ cap, bucket }) => ({
    cap,
    told: capped.get(bucket)?.shared.get(cap),
  }));
  const problemsOfCaps = taken.flatMap(({ cap, told }): Problem[] =>
    told === undefined ? [amountOverflow(awardKey(cap.measure, null, cap.item), lang)] : [],
  );
  return {
    awards: entries.map((entry) => {
      const loss = losses.get(entry);
      return loss === undefined
        ? suppressedAward(now(entry).award, suppressions.get(entry), lang)
        : lostAward(entry.award, loss);
    }),
    open: openChoices(clusters, left, relations, lang),
    sharedCaps: taken.flatMap(({ told }) => told ?? []),
    totals,
    totalsByAnalogy,
    problems: [...problemsOfCaps, ...problemsOfTotals],
  };
}

function entryOf(award: Award, place: number, policies: readonly StackedPolicy[]): Entry {
  const policy = policies.find(({ name }) => name === award.policy);
  const benefit = policy && benefitsOf(policy).get(award.measure)?.get(award.benefit);
  if (policy === undefined || benefit === undefined)
    throw new RangeError(`no benefit declares the award ${award.measure}`);
  return { award, place, policy, benefit };
}

/** The benefits of policies by measure and label, each worked out for the first applicant. */
const benefitsByName = new WeakMap<StackingRules, Map<string, Map<string | null, StackingBenefit>>>();

function benefitsOf({ rules }: StackedPolicy): ReadonlyMap<string, ReadonlyMap<string | null, StackingBenefit>> {
  const known = benefitsByName.get(rules);
  if (known !== undefined) return known;
  const made = new Map<string, Map<string | null, StackingBenefit>>();
  for (const benefit of rules.benefits) {
    const ofMeasure = made.get(benefit.measure) ?? new Map<string | null, StackingBenefit>();
    made.set(benefit.measure, ofMeasure);
    if (!ofMeasure.has(benefit.benefit)) ofMeasure.set(benefit.benefit, benefit);
  }
  benefitsByName.set(rules, made);
  return made;
}

/** A suppressed award comes to nothing, asks nothing, and keeps what it would have been. */
function suppressedAward(award: Award, suppression: Suppression | undefined, lang: Lang): Award {
  if (suppression === undefined) return award;
  const { needs, splits: _splits, ...rest } = award;
  const { by, rule, clause } = suppression;
  return {
    ...rest,
    outcome: 'suppressed',
    min: 0,
    max: 0,
    forgone: { min: award.min, max: award.max, outcome: award.outcome, ...(needs !== undefined && { needs }) },
    suppressedBy: {
      policy: by.award.policy,
      measure: by.award.measure,
      benefit: by.award.benefit,
      ...(by.award.item !== undefined && { item: by.award.item }),
      rule: sayRule(rule, lang),
      ...(clause !== undefined && { clause }),
    },
  };
}

/** A suppressed award stays suppressed: nobody is paid in the place of one that is lost. */
function lossOf(
  entry: Entry,
  lost: readonly LostAward[],
  suppressions: ReadonlyMap<Entry, Suppression>,
): [Entry, LostAward][] {
  const { policy, measure, benefit, item } = entry.award;
  const found = lost.find(
    (one) => one.policy === policy && one.measure === measure && one.benefit === benefit && one.item === item,
  );
  return found === undefined || suppressions.has(entry) ? [] : [[entry, found]];
}

function lostAward(award: Award, loss: LostAward): Award {
  const { needs, decidedBy: _by, open: _open, splits: _splits, ...rest } = award;
  return {
    ...rest,
    outcome: 'denied',
    min: 0,
    max: 0,
    reasons: [{ role: 'quota', say: loss.say }],
    forgone: { min: award.min, max: award.max, outcome: award.outcome, ...(needs !== undefined && { needs }) },
  };
}

// ------------------------------------------------------------------------------------------------------------- totals

function totalOf(
  bucket: Bucket,
  clusters: readonly Cluster[],
  { parts, lost }: CappedTotal,
  lowest: LowestOf,
  relations: Relations,
): Ends {
  const joint = clusters
    .filter(({ entries }) => entries.length > 1 && entries.some((entry) => isIn(entry, bucket)))
    .map((cluster) => endsWithin(cluster, bucket, lowest, relations));
  const all: readonly Ends[] = [...parts, ...joint];
  const lo = all.map((ends) => ends.lo).reduce(addExact, 0);
  return {
    lo: subtractExact(lo, lost),
    hi: all.map((ends) => ends.hi).reduce(addExact, 0),
  };
}

/** A cluster's share of one total: all of it, or, where it mixes totals, from nothing to what those of the total come to. */
function endsWithin(cluster: Cluster, bucket: Bucket, lowest: LowestOf, relations: Relations): Ends {
  const isOwn = (entry: Entry) => isIn(entry, bucket);
  if (cluster.entries.every(isOwn)) return endsOfCluster(cluster, lowest);
  const own = cluster.components.map(({ entries }) => componentOf(entries.filter(isOwn), relations));
  return { lo: 0, hi: endsOfCluster({ components: own }, lowest).hi };
}

// ------------------------------------------------------------------------------------------------------ open choices

/** First what is bound and open, then what gives way to others that are open, then what no rule settles. */
function openChoices(
  clusters: readonly Cluster[],
  left: readonly Entry[],
  relations: Relations,
  lang: Lang,
): OpenChoice[] {
  const bound = clusters
    .flatMap(({ components }) => components)
    .filter(({ entries }) => entries.length > 1)
    .map((component) => choiceOf(isTie(component) ? 'tie' : 'depends', component.entries, lang));
  const excluders = left
    .map((entry) => [entry, ...left.filter((other) => excludes(entry, other, relations))])
    .filter((entries) => entries.length > 1)
    .map((entries) => choiceOf('excludes', entries, lang));
  const unsettled = clusters
    .filter(({ components }) => components.length > 1)
    .map(({ entries }) => choiceOf('unsettled', entries, lang));
  return [...bound, ...excluders, ...unsettled];
}

function choiceOf(why: OpenChoice['why'], entries: readonly Entry[], lang: Lang): OpenChoice {
  const awards = entries.map(({ award: { policy, measure, benefit, item } }) => ({
    policy,
    measure,
    benefit,
    ...(item !== undefined && { item }),
  }));
  const matter = entries.find(({ award }) => award.matter !== undefined)?.award.matter ?? '';
  return { why, matter, awards, say: sayOpenChoice(why, awards, matter, lang) };
}
