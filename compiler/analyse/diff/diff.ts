import type { PolicyIr } from '../../ir/ir.ts';
import { amountBounds } from '../bounds.ts';
import { type Domains, domainsOf } from '../domains.ts';
import type { Formula } from '../formula.ts';
import { findingsOf, type OverlapFinding, type Replay } from '../overlap.ts';
import { makeOverlapIndex } from '../overlap-index.ts';
import { type AskedPair, align, sameFacts, sortAsked, type Topic } from './align.ts';
import { type Unit, unitsOf, withoutCommon } from './amounts.ts';
import { isBoundless } from './boundless.ts';
import { detailsOf } from './details.ts';
import { generosityOf } from './generosity.ts';
import type { Lone, MatterComparison, PolicyDiff } from './model.ts';
import { itemsOf, normsOf } from './others.ts';

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
  const topics = alignment.topics.map((topic) => changedIn(topic, sameDeclarations(older, newer)));
  const part = replayPart(topics, replay);
  const lone = (left: (typeof alignment)['added']) =>
    left.map(({ side, matters }): Lone => ({ ...side, matters, ...mostOf(side, domains) }));
  return {
    old: older,
    new: newer,
    compared: topics.map((topic) => compareTopic(topic, { domains, given, replay: part })),
    added: lone(alignment.added),
    dropped: lone(alignment.dropped),
    norms: normsOf(older, newer),
    items: itemsOf(older, newer),
    replaces: newer.replaces.includes(older.name),
    together: inForceTogether(older, newer),
  };
}

/** Names in what was asked for that the versions do not have: the first of a pair in the old one, the second in the new one. */
export function unknownNames(older: PolicyIr, newer: PolicyIr, asked: readonly AskedPair[]): readonly string[] {
  return sortAsked(older, newer, asked).unknown;
}

interface ChangedTopic {
  readonly topic: Topic;
  readonly old: readonly Unit[];
  readonly new: readonly Unit[];
}

function changedIn(topic: Topic, comparable: boolean): ChangedTopic {
  const [before, after] = [unitsOf(topic.old), unitsOf(topic.new)];
  const [old, now] = comparable ? withoutCommon(before, after) : [before, after];
  return { topic, old, new: now };
}

/** Whether what both versions declare under one name is the same; only then do equal expressions mean the same. */
function sameDeclarations(older: PolicyIr, newer: PolicyIr): boolean {
  const facts = new Map(older.facts.map((fact) => [fact.id, fact] as const));
  const parties = new Map(older.parties.map((party) => [party.name, party] as const));
  const members = new Map(older.enums.map((e) => [e.name, e.members.join('\n')] as const));
  return (
    newer.facts.every((fact) => {
      const other = facts.get(fact.id);
      return (
        other === undefined ||
        (JSON.stringify(other.valueType) === JSON.stringify(fact.valueType) && other.signed === fact.signed)
      );
    }) &&
    newer.parties.every((party) => {
      const other = parties.get(party.name);
      return other === undefined || [...other.parents].sort().join() === [...party.parents].sort().join();
    }) &&
    newer.enums.every((e) => (members.get(e.name) ?? e.members.join('\n')) === e.members.join('\n'))
  );
}

/** Only what changed is evaluated: of a policy with many measures, a part is made once for all witnesses. */
function replayPart(topics: readonly ChangedTopic[], replay: Replay): Replay {
  const measures = new Map<PolicyIr, Set<string>>();
  for (const { old, new: now } of topics) {
    for (const { policy, benefit } of [...old, ...now].flatMap(({ sides }) => sides)) {
      measures.set(policy, (measures.get(policy) ?? new Set()).add(benefit.measure));
    }
  }
  const parts = new Map<PolicyIr, PolicyIr>();
  return (policy, witness) => {
    const kept = measures.get(policy);
    let part = parts.get(policy);
    if (part === undefined) {
      const isKept = (plan: PolicyIr['plans'][number]) =>
        (plan.k === 'benefit' || plan.k === 'limit') && kept?.has(plan.measure) === true;
      part = { ...policy, plans: policy.plans.filter(isKept), examples: [] };
      parts.set(policy, part);
    }
    return replay(part, witness);
  };
}

function compareTopic(
  { topic, old, new: now }: ChangedTopic,
  context: { readonly domains: Domains; readonly given: Formula; readonly replay: Replay },
): MatterComparison {
  const policies = [topic.old[0]?.policy, topic.new[0]?.policy].filter((p) => p !== undefined);
  return {
    matter: topic.name,
    by: topic.by,
    old: topic.old,
    new: topic.new,
    ...generosityOf({ ...context, old, new: now, matter: topic.matter, policies }),
    ...detailsOf(topic.old, topic.new),
  };
}

function mostOf(
  side: Lone | { readonly benefit: Lone['benefit'] },
  domains: Domains,
): { readonly most?: number | null } {
  const { greatest } = amountBounds(side.benefit, domains);
  if (greatest.bound === 'endless') return { most: null };
  if (greatest.bound !== 'exact') return {};
  if (isBoundless(greatest.value, greatest.at)) return { most: null };
  return { most: Number(greatest.value.n) / Number(greatest.value.d) };
}

/** Two drafts of one policy are never in force together; two policies are, unless the new one replaces the old one. */
function inForceTogether(older: PolicyIr, newer: PolicyIr): readonly OverlapFinding[] {
  if (older.name === newer.name || newer.replaces.includes(older.name)) return [];
  const { findings } = findingsOf(makeOverlapIndex().update([older, newer]));
  return findings.filter(({ measures: [a, b] }) => a.policy !== b.policy);
}
