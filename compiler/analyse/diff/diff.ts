import type { BenefitPlan, Expr, PolicyIr } from '../../ir/ir.ts';
import { amountEnd, atEnd } from '../amount-ends.ts';
import { boundOf } from '../bounds.ts';
import type { Side } from '../compete.ts';
import { type Domains, domainsOf } from '../domains.ts';
import type { Formula } from '../formula.ts';
import type { Replay } from '../overlap.ts';
import { payable, readingOf } from '../payable.ts';
import { type Alignment, type AskedPair, align, sameFacts, sortAsked, type Topic } from './align.ts';
import { limitsOf, type Names, type Unit, unitsOf, withoutCommon } from './amounts.ts';
import { isBoundless } from './boundless.ts';
import { type Comparable, comparableIn } from './declarations.ts';
import { detailsOf } from './details.ts';
import { generosityOf } from './generosity.ts';
import type { Lone, MatterComparison, PolicyDiff } from './model.ts';
import { itemsOf, normsOf } from './others.ts';
import { renamesOf } from './renames.ts';
import { inForceTogether } from './together.ts';

export interface DiffOptions {
  /** What a person says belongs together. Names that neither version has are passed over: see `unknownNames`. */
  readonly align?: readonly AskedPair[];
}

/**
 * Compares two versions by what they pay, matter by matter. A matter that several measures pay on is compared as a whole,
 * so that splitting, merging and renaming measures is no difference. Every witness is replayed in both versions.
 */
export function diffPolicies(older: PolicyIr, newer: PolicyIr, replay: Replay, options: DiffOptions = {}): PolicyDiff {
  const asked = sortAsked(older, newer, options.align ?? []);
  const domains = domainsOf([older, newer]);
  const alignment = align(older, newer, asked.measures);
  const given = sameFacts(older, newer, asked.facts, domains);
  const names = renamesOf(older, newer, alignment);
  const comparable = comparableIn(older, newer);
  const topics = alignment.topics.map((topic) => changedIn(topic, comparable, names));
  const part = replayPart(replay);
  const lone = (left: (typeof alignment)['added']) =>
    left.map(({ side, matters }): Lone => ({ ...side, matters, ...mostOf(side, domains) }));
  return {
    old: older,
    new: newer,
    compared: topics.map((topic) => compareTopic(topic, { domains, given, replay: part, names })),
    added: lone(alignment.added),
    dropped: lone(alignment.dropped),
    norms: normsOf(older, newer),
    items: itemsOf(older, newer, names),
    replaces: newer.replaces.includes(older.name),
    together: inForceTogether(older, newer, changedBenefits(topics, alignment)),
  };
}

/** Names in what was asked for that the versions do not have: the first of a pair in the old one, the second in the new one. */
export function unknownNames(older: PolicyIr, newer: PolicyIr, asked: readonly AskedPair[]): readonly string[] {
  return sortAsked(older, newer, asked).unknown;
}

/** Benefits that only one version has as they are. */
function changedBenefits(topics: readonly ChangedTopic[], { added, dropped }: Alignment): ReadonlySet<BenefitPlan> {
  const units = topics.flatMap((topic) => [...topic.old, ...topic.new]);
  return new Set(
    [...units.flatMap(({ sides }) => sides), ...[...added, ...dropped].map(({ side }) => side)].map(
      ({ benefit }) => benefit,
    ),
  );
}

interface ChangedTopic {
  readonly topic: Topic;
  readonly old: readonly Unit[];
  readonly new: readonly Unit[];
}

function changedIn(topic: Topic, comparable: Comparable, names: Names): ChangedTopic {
  const [old, now] = withoutCommon(unitsOf(topic.old, names), unitsOf(topic.new), comparable);
  return { topic, old, new: now };
}

/** Only what changed is evaluated, and without rules of stacking: they are compared by themselves. */
function replayPart(replay: Replay): Replay {
  const parts = new Map<PolicyIr, PolicyIr>();
  return (policy, witness, measures) => {
    let part = parts.get(policy);
    if (part === undefined) {
      part = { ...policy, plans: policy.plans.filter(({ k }) => k === 'benefit' || k === 'limit'), examples: [] };
      parts.set(policy, part);
    }
    return replay(part, witness, measures);
  };
}

function compareTopic(
  { topic, old, new: now }: ChangedTopic,
  {
    names,
    ...context
  }: { readonly domains: Domains; readonly given: Formula; readonly replay: Replay; readonly names: Names },
): MatterComparison {
  const policies = [topic.old[0]?.policy, topic.new[0]?.policy].filter((p) => p !== undefined);
  return {
    matter: topic.name,
    by: topic.by,
    old: topic.old,
    new: topic.new,
    ...generosityOf({ ...context, old, new: now, matter: topic.matter, policies }),
    ...detailsOf(topic.old, topic.new, names),
  };
}

/** The most that one applicant gets, under the caps that the measure shares. */
function mostOf({ policy, benefit }: Side, domains: Domains): { readonly most?: number | null } {
  const caps = limitsOf(policy, benefit.measure).map(({ amount }) => atEnd(amount, 'high'));
  const amount: Expr = { k: 'min', args: [amountEnd(benefit, 'high'), ...caps] };
  const greatest = boundOf('greatest', amount, payable(benefit, domains), readingOf(benefit, domains));
  if (greatest.bound === 'endless') return { most: null };
  if (greatest.bound !== 'exact') return {};
  if (isBoundless(greatest.value, greatest.at)) return { most: null };
  return { most: Number(greatest.value.n) / Number(greatest.value.d) };
}
