import type { Range, Result } from '../../stdlib/runtime/types.ts';
import { type BenefitPlan, type Expr, falseExpr, type PolicyIr, partyFact } from '../ir/ir.ts';
import { zero } from '../ir/rational.ts';
import { amountEnd } from './amount-ends.ts';
import { mattersOf, type Side } from './compete.ts';
import { fromCondition } from './conditions.ts';
import { type Domains, domainsOf } from './domains.ts';
import { and } from './formula.ts';
import type { Replay } from './overlap.ts';
import { narrowest, ofParties, readingOf } from './payable.ts';
import { satisfy } from './satisfy.ts';
import { type Witness, witnessFrom } from './witness.ts';

/** What became of what a policy pays on a matter, for all applicants. */
export type Verdict = 'equivalent' | 'more-generous' | 'less-generous' | 'incomparable' | 'undecided';

/** An applicant who gets more (or less) under the new version, and what each version pays, both replayed. */
export interface Change {
  readonly witness: Witness;
  readonly old: Range;
  readonly new: Range;
}

/**
 * The comparison of one matter: all that the two versions pay on it. Where a measure names the one that it continues, and
 * the two are about different matters, the comparison is of these measures, and `matter` names both.
 */
export interface MatterComparison {
  readonly matter: string;
  readonly old: readonly Side[];
  readonly new: readonly Side[];
  readonly verdict: Verdict;
  readonly gain?: Change;
  readonly loss?: Change;
  /** How the figure is arrived at, old and new, where that changed: an entitlement became a ceiling. */
  readonly manner?: { readonly old: readonly Manner[]; readonly new: readonly Manner[] };
  readonly parties?: { readonly old: readonly string[]; readonly new: readonly string[] };
  readonly bodies?: { readonly old: readonly string[]; readonly new: readonly string[] };
  readonly undecided?: string;
}

/** An exact formula, a sum for the selected, a ceiling within which someone decides, or open. */
export type Manner = 'entitlement' | 'selection' | 'ceiling' | 'open';

export interface PolicyDiff {
  readonly old: PolicyIr;
  readonly new: PolicyIr;
  /** Matters on which both versions pay. */
  readonly compared: readonly MatterComparison[];
  /** Benefits on matters that only one version pays on. */
  readonly added: readonly Side[];
  readonly dropped: readonly Side[];
  /** Whether the new one says that it replaces the old one. */
  readonly replaces: boolean;
}

/** Sums above every sum of money: stands for "no upper end" in comparisons. */
const nothing: Expr = { k: 'const', value: zero, valueType: { type: 'money' } };

/**
 * Compares two versions by what they pay at most, matter by matter. A matter that several measures pay on is compared as
 * a whole, so that splitting, merging and renaming measures is no difference. Every witness is replayed in both versions.
 */
export function diffPolicies(older: PolicyIr, newer: PolicyIr, replay: Replay): PolicyDiff {
  const domains = domainsOf([older, newer]);
  const topics = topicsOf(older, newer);
  const compared = topics.map((topic) => compareTopic(topic, domains, replay));
  const taken = new Set(topics.flatMap((topic) => [...topic.old, ...topic.new].map((side) => side.benefit)));
  const left = (policy: PolicyIr): Side[] =>
    policy.plans.flatMap((plan) => (plan.k === 'benefit' && !taken.has(plan) ? [{ policy, benefit: plan }] : []));
  return {
    old: older,
    new: newer,
    compared,
    added: left(newer),
    dropped: left(older),
    replaces: newer.replaces.includes(older.name),
  };
}

/** What is compared with what. */
interface Topic {
  readonly name: string;
  /** Only what is paid on this matter; undefined: all that the benefits pay. */
  readonly matter: string | undefined;
  readonly old: readonly Side[];
  readonly new: readonly Side[];
}

/** Every matter that both versions pay on; then measures that continue one about another matter. */
function topicsOf(older: PolicyIr, newer: PolicyIr): readonly Topic[] {
  const after = byMatter(newer);
  const topics: Topic[] = [...byMatter(older)].flatMap(([matter, old]) => {
    const now = after.get(matter);
    return now === undefined ? [] : [{ name: matter, matter, old, new: now }];
  });
  const taken = new Set(topics.flatMap((topic) => [...topic.old, ...topic.new].map((side) => side.benefit)));
  const sidesOf = (policy: PolicyIr): Side[] =>
    policy.plans.flatMap((plan) => (plan.k === 'benefit' && !taken.has(plan) ? [{ policy, benefit: plan }] : []));
  const continued = new Map<string, string[]>();
  for (const { benefit } of sidesOf(newer)) {
    for (const name of benefit.replaces ?? []) {
      continued.set(name, [...new Set([...(continued.get(name) ?? []), benefit.measure])]);
    }
  }
  for (const [name, by] of continued) {
    const old = sidesOf(older).filter((side) => side.benefit.measure === name);
    const now = sidesOf(newer).filter((side) => by.includes(side.benefit.measure));
    if (old.length === 0 || now.length === 0) continue;
    topics.push({ name: `${name} → ${by.join('、')}`, matter: undefined, old, new: now });
    for (const side of [...old, ...now]) taken.add(side.benefit);
  }
  return topics;
}

function byMatter(policy: PolicyIr): Map<string, Side[]> {
  const found = new Map<string, Side[]>();
  for (const benefit of policy.plans) {
    if (benefit.k !== 'benefit') continue;
    const side: Side = { policy, benefit };
    for (const matter of mattersOf(side)) {
      if (!canPayOn(side, matter)) continue;
      found.set(matter, [...(found.get(matter) ?? []), side]);
    }
  }
  return found;
}

/** A benefit whose matter is an item's kind pays on those kinds only that its conditions allow. */
function canPayOn({ policy, benefit }: Side, matter: string): boolean {
  const domains = domainsOf([policy]);
  const condition = and2(benefit.when, isMatter(benefit, matter));
  return satisfy(fromCondition(condition, true, readingOf(benefit, domains)), domains).answer !== 'no';
}

function compareTopic(topic: Topic, domains: Domains, replay: Replay): MatterComparison {
  const { old, new: now } = topic;
  const policies = [old[0]?.policy, now[0]?.policy].filter((p) => p !== undefined);
  const before = paysAtMost(old, topic.matter);
  const after = paysAtMost(now, topic.matter);
  const mentioned = new Set([...old, ...now].flatMap((side) => side.benefit.parties));
  const ask = (less: Expr, more: Expr) => {
    const question = fromCondition({ k: 'cmp', op: '<', a: less, b: more }, true, { domains });
    // Who is paid under both versions shows a change of figures best; then who is paid under one of them only.
    const paidByBoth = fromCondition({ k: 'cmp', op: '<', a: nothing, b: less }, true, { domains });
    const plain = narrowest(mentioned, domains);
    // Then one of the kinds that both versions are for.
    const ofBothKinds = and(...[old, now].map((sides) => ofParties(sides.flatMap((side) => side.benefit.parties))));
    for (const extra of [and(paidByBoth, plain), and(ofBothKinds, plain), plain]) {
      const answer = satisfy(and(question, extra), domains);
      if (answer.answer === 'yes') return answer;
    }
    return satisfy(question, domains);
  };
  const up = ask(before, after);
  const down = ask(after, before);
  const change = (values: typeof up): Change | undefined =>
    values.answer === 'yes' ? replayed(witnessFrom(values.values, policies), topic, replay) : undefined;
  const gain = change(up);
  const loss = change(down);
  const open = [up, down].find((a) => a.answer === 'undecided');
  const verdict: Verdict =
    gain && loss ? 'incomparable' : open ? 'undecided' : gain ? 'more-generous' : loss ? 'less-generous' : 'equivalent';
  return {
    matter: topic.name,
    old,
    new: now,
    verdict,
    ...(gain && { gain }),
    ...(loss && { loss }),
    ...changed('manner', mannersOf(old), mannersOf(now)),
    ...changed('parties', partiesOf(old), partiesOf(now)),
    ...changed('bodies', bodiesOf(old), bodiesOf(now)),
    ...(open?.answer === 'undecided' && { undecided: open.why }),
  };
}

/** The most that all these benefits together pay (on a matter), as one expression over the facts. */
function paysAtMost(sides: readonly Side[], matter: string | undefined): Expr {
  return {
    k: 'add',
    args: sides.map(({ benefit }): Expr => {
      const party: Expr = {
        k: 'or',
        args: benefit.parties.map((p): Expr => ({ k: 'fact', ref: partyFact(p), at: 'now' })),
      };
      const c: Expr = {
        k: 'and',
        args: [party, benefit.when, ...(matter === undefined ? [] : [isMatter(benefit, matter)])],
      };
      return { k: 'if', c, t: amountEnd(benefit, 'high'), e: nothing };
    }),
  };
}

function isMatter(benefit: BenefitPlan, matter: string): Expr {
  if (benefit.matter === undefined) return falseExpr;
  if ('name' in benefit.matter) {
    return { k: 'const', value: benefit.matter.name === matter, valueType: { type: 'bool' } };
  }
  return { k: 'member', x: { k: 'fact', ref: benefit.matter.fact, at: 'now' }, set: [matter] };
}

function and2(a: Expr, b: Expr): Expr {
  return { k: 'and', args: [a, b] };
}

function replayed(witness: Witness, { matter, old, new: now }: Topic, replay: Replay): Change | undefined {
  const total = (sides: readonly Side[]): Range => {
    const policy = sides[0]?.policy;
    if (policy === undefined) return { min: 0, max: 0 };
    const result: Result = replay(policy, witness);
    const own = result.awards.filter(
      (a) =>
        // What may be granted by analogy is nobody's due: it is not part of the comparison.
        a.analogy === undefined &&
        sides.some((s) => s.benefit.measure === a.measure && s.benefit.label === a.benefit) &&
        (matter === undefined || (a.matter ?? matter) === matter),
    );
    return own.reduce<Range>(
      (sum, award) => {
        const paid = award.forgone ?? award;
        return { min: sum.min + paid.min, max: sum.max === null || paid.max === null ? null : sum.max + paid.max };
      },
      { min: 0, max: 0 },
    );
  };
  return { witness, old: total(old), new: total(now) };
}

function mannersOf(sides: readonly Side[]): readonly Manner[] {
  return [...new Set(sides.map(({ benefit }) => mannerOf(benefit.amount)))].sort();
}

function mannerOf(e: Expr): Manner {
  switch (e.k) {
    case 'step':
      return mannerOf(e.of ?? e.x);
    case 'decide':
      if (e.why === 'selection') return 'selection';
      return e.hi === null || e.why !== 'process' ? 'open' : 'ceiling';
    case 'add':
    case 'min':
    case 'max':
      return e.args.map(mannerOf).find((m) => m !== 'entitlement') ?? 'entitlement';
    case 'mul':
      return [e.a, e.b].map(mannerOf).find((m) => m !== 'entitlement') ?? 'entitlement';
    case 'if':
      return [e.t, e.e].map(mannerOf).find((m) => m !== 'entitlement') ?? 'entitlement';
    case 'round':
      return mannerOf(e.x);
    default:
      return 'entitlement';
  }
}

function partiesOf(sides: readonly Side[]): readonly string[] {
  return [...new Set(sides.flatMap(({ benefit }) => benefit.parties))].sort();
}

function bodiesOf(sides: readonly Side[]): readonly string[] {
  return [...new Set(sides.flatMap(({ benefit }) => benefit.by))].sort();
}

function changed<K extends string, V>(
  key: K,
  old: readonly V[],
  now: readonly V[],
): { readonly [P in K]?: { readonly old: readonly V[]; readonly new: readonly V[] } } {
  if (old.length === now.length && old.every((v, i) => v === now[i])) return {};
  return { [key]: { old, new: now } } as {
    readonly [P in K]: { readonly old: readonly V[]; readonly new: readonly V[] };
  };
}
