import type { Lang, Localised } from '../../../language/diagnostics/diagnostic.ts';
import type { BenefitPlan, Expr, LimitPlan, PolicyIr, QuotaPlan, Say, SayPart } from '../../ir/ir.ts';
import { childrenOf } from '../../ir/walk.ts';
import type { Side } from '../compete.ts';
import { keyOf } from '../expression-key.ts';
import { asNamed, type Names, ownNames, sideKey } from './amounts.ts';
import type { Aspect, Both, Detail, Manner } from './model.ts';
import { quotaWords, rateWords } from './words.ts';

/** Everything but the amounts in which two sides of a comparison differ. */
export interface Details {
  readonly manner?: Both<readonly Manner[]>;
  readonly parties?: Both<readonly string[]>;
  readonly bodies?: Both<readonly string[]>;
  readonly details: readonly Detail[];
}

/** `names`: what the measures of the old version are called in the new one. */
export function detailsOf(old: readonly Side[], now: readonly Side[], names: Names): Details {
  if (sayTheSame(old, now, names)) return { details: [] };
  const details = aspects.flatMap(([aspect, read]): Detail[] => {
    const said = (sides: readonly Side[], by: Names) =>
      new Map(sides.flatMap((side) => read(side, by).map((s) => [s.key, s.said] as const)));
    const [a, b] = [said(old, names), said(now, asNamed)];
    const before = [...a].flatMap(([key, words]) => (b.has(key) ? [] : [words]));
    const after = [...b].flatMap(([key, words]) => (a.has(key) ? [] : [words]));
    return before.length + after.length === 0 ? [] : [{ aspect, old: before, new: after }];
  });
  return {
    ...changed('manner', mannersOf(old), mannersOf(now)),
    ...changed(
      'parties',
      listOf(old, (b) => b.parties),
      listOf(now, (b) => b.parties),
    ),
    ...changed(
      'bodies',
      listOf(old, (b) => b.by),
      listOf(now, (b) => b.by),
    ),
    details,
  };
}

/** Whether two sides are told of alike in every respect: most of what two versions say is. */
function sayTheSame(old: readonly Side[], now: readonly Side[], names: Names): boolean {
  if (old.length !== now.length) return false;
  const known = new Set(old.map((side) => wholeKey(side, names)));
  return known.size === old.length && now.every((side) => known.delete(wholeKey(side, asNamed)));
}

/** The same text for benefits of which every aspect is the same. */
function wholeKey(side: Side, names: Names): string {
  const { kind, by, clause, from, paidAtOnce, excludes, stacksWith, analogies } = side.benefit;
  const { limits, quotas } = ofMeasure(side.policy, side.benefit.measure);
  return JSON.stringify([
    sideKey(side, names),
    [
      kind,
      by,
      clause,
      from,
      paidAtOnce,
      excludes.map(names),
      stacksWith.map(names),
      analogies.map(({ parties }) => parties),
    ],
    limits.map((limit) => limitKey(limit, names)),
    quotas.map((quota) => [quota.label === undefined || quota.label === side.benefit.label, quotaKey(quota)]),
  ]);
}

interface MeasurePlans {
  readonly limits: readonly LimitPlan[];
  readonly quotas: readonly QuotaPlan[];
}

const byMeasure = new WeakMap<PolicyIr, ReadonlyMap<string, MeasurePlans>>();
const noPlans: MeasurePlans = { limits: [], quotas: [] };

/** The caps that the benefits of a measure share, and its limits of awards. */
function ofMeasure(policy: PolicyIr, measure: string): MeasurePlans {
  let known = byMeasure.get(policy);
  if (known === undefined) {
    const found = new Map<string, { limits: LimitPlan[]; quotas: QuotaPlan[] }>();
    for (const plan of policy.plans) {
      if (plan.k !== 'limit' && plan.k !== 'quota') continue;
      const of = found.get(plan.measure) ?? { limits: [], quotas: [] };
      found.set(plan.measure, of);
      if (plan.k === 'limit') of.limits.push(plan);
      else of.quotas.push(plan);
    }
    known = found;
    byMeasure.set(policy, known);
  }
  return known.get(measure) ?? noPlans;
}

function changed<K extends 'manner' | 'parties' | 'bodies', V>(
  key: K,
  old: readonly V[],
  now: readonly V[],
): { readonly [P in K]?: Both<readonly V[]> } {
  if (old.length === now.length && old.every((v, i) => v === now[i])) return {};
  return { [key]: { old, new: now } } as { readonly [P in K]: Both<readonly V[]> };
}

function listOf(sides: readonly Side[], of: (benefit: BenefitPlan) => readonly string[]): readonly string[] {
  return [...new Set(sides.flatMap(({ benefit }) => of(benefit)))].sort();
}

/** One thing that a version says: the same key for the same meaning. */
interface Said {
  readonly key: string;
  readonly said: Localised;
}

const aspects: readonly (readonly [Aspect, (side: Side, names: Names) => readonly Said[]])[] = [
  ['rate', ({ policy, benefit }) => ratesOf(policy, benefit.amount)],
  ['amount', ({ benefit }, names) => steps(benefit, ['base'], names)],
  ['cap', ({ benefit }, names) => steps(benefit, ['cap'], names)],
  ['shared-cap', ({ policy, benefit }, names) => sharedCaps(policy, benefit.measure, names)],
  ['floor', ({ benefit }, names) => steps(benefit, ['floor'], names)],
  ['schedule', ({ benefit }, names) => steps(benefit, ['schedule', 'uplift', 'less'], names)],
  ['period', ({ benefit }) => periods(benefit)],
  ['condition', ({ benefit }, names) => conditionsOf(benefit, names)],
  ['analogy', ({ benefit }) => benefit.analogies.flatMap(({ parties }) => parties.map(named))],
  ['process', ({ benefit }) => processes(benefit).map(named)],
  ['kind', ({ benefit }) => [named(benefit.kind)]],
  ['family', ({ benefit }) => [named(benefit.family)]],
  ['clause', ({ benefit }) => (benefit.clause === undefined ? [] : [named(benefit.clause)])],
  ['pool', ({ benefit }) => (benefit.from === undefined ? [] : [named(benefit.from)])],
  ['quota', ({ policy, benefit }) => quotas(policy, benefit)],
  ['excludes', ({ benefit }, names) => benefit.excludes.map((name) => measureNamed(name, names))],
  ['stacks-with', ({ benefit }, names) => benefit.stacksWith.map((name) => measureNamed(name, names))],
];

function named(name: string): Said {
  return { key: name, said: { zh: name, en: name } };
}

function measureNamed(name: string, names: Names): Said {
  return { ...named(name), key: names(name) };
}

/** The traced steps of an amount, and of what past awards take from it, that have one of these roles. */
function steps(benefit: BenefitPlan, roles: readonly string[], names: Names): readonly Said[] {
  const found: Said[] = [];
  const visit = (e: Expr): void => {
    if (e.k === 'step' && roles.includes(e.role)) {
      found.push({ key: keyOf(e.x, ownNames(benefit, names)), said: saying(e.say) });
    }
    childrenOf(e).forEach(visit);
  };
  for (const e of [benefit.amount, ...(benefit.less ?? [])]) visit(e);
  return found;
}

/** Conditions one by one. Which matter is paid on is told by the comparison itself. */
function conditionsOf(benefit: BenefitPlan, names: Names): readonly Said[] {
  const matter = benefit.matter !== undefined && 'fact' in benefit.matter ? benefit.matter.fact : undefined;
  const found: Said[] = [];
  const visit = (e: Expr, veto: boolean): void => {
    if (e.k === 'and') for (const x of e.args) visit(x, veto);
    else if (e.k === 'not') visit(e.x, true);
    else if (e.k === 'step') {
      const facts = factsIn(e.x);
      if (facts.some((ref) => ref.startsWith('@passed:'))) return;
      if (matter !== undefined && facts.length > 0 && facts.every((ref) => ref === matter)) return;
      const { zh, en } = saying(e.say);
      found.push({
        key: `${veto}${keyOf(e.x, ownNames(benefit, names))}`,
        said: veto ? { zh: `除外：${zh}`, en: `except where: ${en}` } : { zh, en },
      });
    }
  };
  visit(benefit.when, false);
  return found;
}

function factsIn(e: Expr): readonly string[] {
  return e.k === 'fact' ? [e.ref] : childrenOf(e).flatMap(factsIn);
}

function processes(benefit: BenefitPlan): readonly string[] {
  const found = new Set<string>();
  const visit = (e: Expr): void => {
    if (e.k === 'decide' && e.by !== undefined) for (const by of e.by.split('、')) found.add(by);
    if (e.k === 'fact' && e.ref.startsWith('@passed:')) found.add(e.ref.slice('@passed:'.length));
    childrenOf(e).forEach(visit);
  };
  visit(benefit.amount);
  visit(benefit.when);
  return [...found];
}

/** Every rate or sum by which a fact is multiplied. */
function ratesOf(policy: PolicyIr, amount: Expr): readonly Said[] {
  const found = new Map<string, Said>();
  const visit = (e: Expr): void => {
    if (e.k === 'mul') {
      for (const [c, x] of [
        [e.a, e.b],
        [e.b, e.a],
      ] as const) {
        if (c.k !== 'const' || typeof c.value === 'boolean' || x.k !== 'fact' || c.value.n <= 0n) continue;
        const fact = policy.facts.find(({ id }) => id === x.ref);
        const key = `${keyOf(c)}×${x.ref}`;
        if (fact !== undefined) found.set(key, { key, said: rateWords(c.value, c.valueType, fact) });
      }
    }
    childrenOf(e).forEach(visit);
  };
  visit(amount);
  return [...found.values()];
}

function sharedCaps(policy: PolicyIr, measure: string, names: Names): readonly Said[] {
  return ofMeasure(policy, measure).limits.map((limit) => ({ key: limitKey(limit, names), said: saying(limit.say) }));
}

function limitKey(limit: LimitPlan, names: Names): string {
  return `${JSON.stringify(limit.subject)}${limit.period}${keyOf(limit.amount, ownNames(limit, names))}`;
}

/** Once ever, and caps over a lifetime: what past awards count against. */
function periods(benefit: BenefitPlan): readonly Said[] {
  const readsPast = (e: Expr): boolean => (e.k === 'fact' && e.at === 'awarded') || childrenOf(e).some(readsPast);
  const found: Said[] = [];
  const visit = (e: Expr): void => {
    if (e.k === 'step' && readsPast(e.x)) found.push({ key: e.role, said: saying(e.say) });
    childrenOf(e).forEach(visit);
  };
  for (const e of [benefit.when, benefit.amount, ...(benefit.less ?? [])]) visit(e);
  if (benefit.paidAtOnce) found.push({ key: 'at-once', said: { zh: '一次付清', en: 'paid at once' } });
  return found;
}

function quotas(policy: PolicyIr, benefit: BenefitPlan): readonly Said[] {
  return ofMeasure(policy, benefit.measure).quotas.flatMap((quota) =>
    quota.label !== undefined && quota.label !== benefit.label
      ? []
      : [{ key: quotaKey(quota), said: quotaWords(quota) }],
  );
}

function quotaKey({ n, perYear, rank }: QuotaPlan): string {
  return `${n}${perYear}${rank.map(({ fact, order }) => `${fact}${order}`).join()}`;
}

/** A sentence with facts by name, without what was given for them. */
export function saying(say: Say): Localised {
  const text = (lang: Lang) =>
    say[lang]
      .map((part: SayPart) =>
        typeof part === 'string'
          ? part
          : 'chosen' in part
            ? ''
            : part.fact.replace(/^.*(?<!\\)\./, '').replace(/\\(.)/g, '$1'),
      )
      .join('')
      .replace(/（所填：.*）$|\s\(given: .*\)$/s, '');
  return { zh: text('zh'), en: text('en') };
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
