import type { BenefitPlan, Expr, PolicyIr } from '../../ir/ir.ts';
import { childrenOf } from '../../ir/walk.ts';
import { mattersOf, type Side } from '../compete.ts';
import { fromCondition } from '../conditions.ts';
import { type Domains, domainsOf } from '../domains.ts';
import { and, type Formula, formOf, is, or, relation, subtractForms, yes } from '../formula.ts';
import { readingOf } from '../payable.ts';
import { satisfy } from '../satisfy.ts';
import { isMatter, sideKey } from './amounts.ts';
import type { AlignedBy } from './model.ts';

/** What is compared with what. */
export interface Topic {
  readonly name: string;
  readonly by: AlignedBy;
  /** Only what is paid on this matter; undefined: all that the benefits pay. */
  readonly matter: string | undefined;
  readonly old: readonly Side[];
  readonly new: readonly Side[];
}

/** A pair that a person says belongs together: two measures or benefits (`measure/benefit`), or two facts. */
export interface AskedPair {
  readonly old: string;
  readonly new: string;
}

export interface Alignment {
  readonly topics: readonly Topic[];
  /** Benefits with the matters they pay on that the other version pays nothing on. */
  readonly dropped: readonly { readonly side: Side; readonly matters: readonly string[] }[];
  readonly added: readonly { readonly side: Side; readonly matters: readonly string[] }[];
}

const nameOf = ({ benefit }: Side): string =>
  benefit.label === null ? benefit.measure : `${benefit.measure}/${benefit.label}`;
const isNamed = (side: Side, name: string): boolean => side.benefit.measure === name || nameOf(side) === name;

/**
 * Sets benefits of two versions side by side: first what was asked for, then by matter, then what continues a measure that
 * had another matter, then, among what is left, what means the same, what has one name, and what is for one kind of party
 * and reads the same facts.
 */
export function align(older: PolicyIr, newer: PolicyIr, asked: readonly AskedPair[]): Alignment {
  const before = sidesOf(older);
  const after = sidesOf(newer);
  const topics: Topic[] = [];
  const taken = new Set<BenefitPlan>();
  const take = (topic: Topic): void => {
    topics.push(topic);
    for (const side of [...topic.old, ...topic.new]) taken.add(side.benefit);
  };
  const free = (sides: readonly Side[]) => sides.filter(({ benefit }) => !taken.has(benefit));
  for (const pair of joined(asked)) {
    const old = before.filter((side) => pair.old.some((name) => isNamed(side, name)));
    const now = after.filter((side) => pair.new.some((name) => isNamed(side, name)));
    if (old.length > 0 && now.length > 0)
      take({ name: arrow(pair.old, pair.new), by: 'asked', matter: undefined, old, new: now });
  }
  const oldMatters = byMatter(free(before));
  const newMatters = byMatter(free(after));
  for (const [matter, old] of oldMatters) {
    const now = newMatters.get(matter);
    if (now !== undefined) topics.push({ name: matter, by: 'matter', matter, old, new: now });
  }
  for (const topic of topics) for (const side of [...topic.old, ...topic.new]) taken.add(side.benefit);
  for (const topic of continued(free(before), free(after))) take(topic);
  const bare = (sides: readonly Side[]) => free(sides).filter(({ benefit }) => benefit.matter === undefined);
  const pair = (by: AlignedBy, side: Side, now: Side): void => {
    const [a, b] = [nameOf(side), nameOf(now)];
    take({ name: a === b ? a : `${a} → ${b}`, by, matter: undefined, old: [side], new: [now] });
  };
  const keys: readonly (readonly [AlignedBy, (side: Side) => string])[] = [
    ['meaning', sideKey],
    ['name', nameOf],
    ['name', ({ benefit }) => benefit.measure],
  ];
  for (const [by, keyOf] of keys) {
    const waiting = new Map<string, Side[]>();
    for (const side of bare(after)) waiting.set(keyOf(side), [...(waiting.get(keyOf(side)) ?? []), side]);
    for (const side of bare(before)) {
      const now = waiting.get(keyOf(side))?.shift();
      if (now !== undefined) pair(by, side, now);
    }
  }
  const waiting = new Set(bare(after));
  for (const side of bare(before)) {
    const now = [...waiting].find((other) => alike(side, other));
    if (now === undefined) continue;
    waiting.delete(now);
    pair('facts', side, now);
  }
  const compared = new Set(topics.flatMap((topic) => topic.matter ?? []));
  const whole = new Set(
    topics.filter((t) => t.matter === undefined).flatMap((t) => [...t.old, ...t.new].map((s) => s.benefit)),
  );
  const left = (sides: readonly Side[]) =>
    sides.flatMap((side) => {
      if (whole.has(side.benefit)) return [];
      const matters = mattersPaidOn(side).filter((matter) => !compared.has(matter));
      return matters.length > 0 || !taken.has(side.benefit) ? [{ side, matters }] : [];
    });
  return { topics, dropped: left(before), added: left(after) };
}

function sidesOf(policy: PolicyIr): readonly Side[] {
  return policy.plans.flatMap((benefit) => (benefit.k === 'benefit' ? [{ policy, benefit }] : []));
}

function arrow(old: readonly string[], now: readonly string[]): string {
  return `${old.join('、')} → ${now.join('、')}`;
}

/** Pairs that share a measure are one comparison. */
function joined(
  asked: readonly AskedPair[],
): readonly { readonly old: readonly string[]; readonly new: readonly string[] }[] {
  const groups: { old: string[]; new: string[] }[] = [];
  for (const pair of asked) {
    const known = groups.find((g) => g.old.includes(pair.old) || g.new.includes(pair.new));
    if (known === undefined) groups.push({ old: [pair.old], new: [pair.new] });
    else {
      if (!known.old.includes(pair.old)) known.old.push(pair.old);
      if (!known.new.includes(pair.new)) known.new.push(pair.new);
    }
  }
  return groups;
}

function byMatter(sides: readonly Side[]): Map<string, Side[]> {
  const found = new Map<string, Side[]>();
  for (const side of sides) {
    for (const matter of mattersPaidOn(side)) found.set(matter, [...(found.get(matter) ?? []), side]);
  }
  return found;
}

const domainsByPolicy = new WeakMap<PolicyIr, Domains>();

/** A benefit whose matter is an item's kind pays on those kinds only that its conditions allow. */
function mattersPaidOn(side: Side): readonly string[] {
  const { policy, benefit } = side;
  if (benefit.matter === undefined || 'name' in benefit.matter) return mattersOf(side);
  const domains = domainsByPolicy.get(policy) ?? domainsOf([policy]);
  domainsByPolicy.set(policy, domains);
  return mattersOf(side).filter((matter) => {
    const condition: Expr = { k: 'and', args: [benefit.when, isMatter(benefit, matter)] };
    return satisfy(fromCondition(condition, true, readingOf(benefit, domains)), domains).answer !== 'no';
  });
}

/** Measures that name the one they continue. */
function continued(before: readonly Side[], after: readonly Side[]): readonly Topic[] {
  const by = new Map<string, string[]>();
  for (const { benefit } of after) {
    for (const name of benefit.replaces ?? []) by.set(name, [...new Set([...(by.get(name) ?? []), benefit.measure])]);
  }
  return [...by].flatMap(([name, measures]): Topic[] => {
    const old = before.filter((side) => side.benefit.measure === name);
    const now = after.filter((side) => measures.includes(side.benefit.measure));
    if (old.length === 0 || now.length === 0) return [];
    return [{ name: arrow([name], measures), by: 'replaces', matter: undefined, old, new: now }];
  });
}

/** For one kind of party, and with a fact in common that both read. */
function alike(a: Side, b: Side): boolean {
  if (a.benefit.family !== b.benefit.family || a.benefit.over !== b.benefit.over) return false;
  if (!a.benefit.parties.some((party) => b.benefit.parties.includes(party))) return false;
  const theirs = factsOf(b.benefit);
  return [...factsOf(a.benefit)].some((fact) => theirs.has(fact));
}

const facts = new WeakMap<BenefitPlan, ReadonlySet<string>>();

function factsOf(benefit: BenefitPlan): ReadonlySet<string> {
  const known = facts.get(benefit);
  if (known !== undefined) return known;
  const found = new Set<string>();
  const visit = (e: Expr): void => {
    if (e.k === 'fact' && !e.ref.startsWith('@')) found.add(e.ref);
    childrenOf(e).forEach(visit);
  };
  visit(benefit.when);
  visit(benefit.amount);
  facts.set(benefit, found);
  return found;
}

/** Which of the pairs name measures of both versions, which name facts, and what is unknown. */
export function sortAsked(
  older: PolicyIr,
  newer: PolicyIr,
  asked: readonly AskedPair[],
): {
  readonly measures: readonly AskedPair[];
  readonly facts: readonly AskedPair[];
  readonly unknown: readonly string[];
} {
  const measures: AskedPair[] = [];
  const facts: AskedPair[] = [];
  const unknown: string[] = [];
  const isMeasure = (policy: PolicyIr, name: string) => sidesOf(policy).some((side) => isNamed(side, name));
  for (const pair of asked) {
    if (isMeasure(older, pair.old) && isMeasure(newer, pair.new)) measures.push(pair);
    else if (factNamed(older, pair.old) && factNamed(newer, pair.new)) facts.push(pair);
    else {
      const isFact = factNamed(older, pair.old) !== undefined;
      if (!isMeasure(older, pair.old) && !isFact) unknown.push(pair.old);
      else unknown.push(pair.new);
    }
  }
  return { measures, facts, unknown };
}

/** A fact by its name, or of an item by `list.field`. */
function factNamed(policy: PolicyIr, name: string) {
  return policy.facts.find((fact) => fact.id === name) ?? policy.facts.find((fact) => fact.name === name);
}

/** That facts which go by two names are one and the same. */
export function sameFacts(older: PolicyIr, newer: PolicyIr, pairs: readonly AskedPair[], domains: Domains): Formula {
  return and(
    ...pairs.map((pair): Formula => {
      const [a, b] = [factNamed(older, pair.old)?.id, factNamed(newer, pair.new)?.id];
      if (a === undefined || b === undefined) return yes;
      const [x, y] = [domains.get(a), domains.get(b)];
      if (x?.type === 'bool' && y?.type === 'bool') return or(and(is(a), is(b)), and(is(a, false), is(b, false)));
      if (x?.type === 'number' && y?.type === 'number') {
        return relation(subtractForms(formOf(a, x.scale), formOf(b, y.scale)), '=');
      }
      if (x?.type === 'enum' && y?.type === 'enum') {
        const only = (variable: string, member: string): Formula => ({
          f: 'in',
          variable,
          set: new Set([member]),
          out: false,
        });
        return or(...x.members.filter((m) => y.members.includes(m)).map((m) => and(only(a, m), only(b, m))));
      }
      return yes;
    }),
  );
}
