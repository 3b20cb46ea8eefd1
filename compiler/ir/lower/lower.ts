import { createHash } from 'node:crypto';
import { ancestors } from '../../bind/hierarchy.ts';
import type { EnumSymbol, FactSymbol, PartySymbol } from '../../bind/symbols.ts';
import { daysOf } from '../../check/examples.ts';
import type {
  Checked,
  CheckedBudget,
  CheckedExample,
  CheckedMeasure,
  CheckedPolicy,
  CheckedReading,
  CheckedSharing,
  CheckedStacking,
} from '../../check/model.ts';
import { money } from '../../check/types.ts';
import type { Module } from '../../project/program.ts';
import {
  type ExampleIr,
  type FactDeclaration,
  factId,
  type GroupPlan,
  type ItemQuotaPlan,
  type ListDeclaration,
  type Plan,
  type PolicyIr,
  type PoolPlan,
  type QuotaPlan,
  type ReachPlan,
  type ReadingIr,
} from '../ir.ts';
import { equal, multiply, type Rational, rational } from '../rational.ts';
import { lowerBenefit, lowerSharedCap, sharedCapsOf } from './benefits.ts';
import { idOf, type LowerContext, signedFacts, valueTypeOf } from './context.ts';
import { lowerNumber } from './expressions.ts';
import { lowerNorm } from './norms.ts';
import { sayItemQuota } from './say-item-quota.ts';

/** The edition of the language that this compiler speaks. Results name it. */
export const edition = '2026';

/** Checked policy → IR. Only for policies without errors. */
export function lowerPolicy(policy: CheckedPolicy, checked: Checked): PolicyIr {
  const { symbol } = policy;
  const context: LowerContext = {
    checked,
    file: symbol.file,
    list: undefined,
    decider: undefined,
    signed: signedFacts(checked),
    policy: symbol.name,
  };
  const plans: Plan[] = [
    ...policy.measures.flatMap((measure): Plan[] => [
      ...measure.benefits.map((benefit) => lowerBenefit(benefit, measure, policy, context)),
      ...sharedCapsOf(measure).map((cap) => lowerSharedCap(cap, measure, context)),
      ...lowerQuotas(measure, context),
      ...lowerItemQuotas(measure, context),
      ...measure.norms.flatMap((norm) => lowerNorm(norm, measure, policy, context)),
    ]),
    ...policy.stackings.flatMap((stacking) => lowerStacking(stacking)),
    ...policy.budgets.map((budget) => lowerBudget(budget, context)),
  ];
  const modules = sourcesOf(policy, checked);
  const vocabulary = vocabularyOf(policy, plans, modules, checked);
  const { effective } = policy;
  return {
    edition,
    name: symbol.name,
    ...(policy.title !== undefined && { title: policy.title }),
    ...(policy.level && { level: policy.level }),
    status: policy.status,
    effective: {
      onPublication: effective !== undefined && effective.from === undefined,
      ...(effective?.from && { from: daysOf(effective.from.iso) }),
      ...(effective?.to && { to: daysOf(effective.to.iso) }),
    },
    ...(policy.asOf && { asOf: daysOf(policy.asOf.iso) }),
    leads: policy.leads.map((a) => a.name),
    replaces: policy.replaces,
    hash: hashOf(modules),
    ...vocabulary,
    plans,
    ...(policy.readings.length > 0 && { readings: policy.readings.map(lowerReading) }),
    examples: policy.examples.map(lowerExample),
  };
}

function lowerReading({ name, question, options, ruling }: CheckedReading): ReadingIr {
  return {
    name,
    ...(question !== undefined && { question }),
    options,
    ...(ruling && {
      ruling: {
        option: ruling.option,
        by: ruling.by.map((agency) => agency.name),
        on: daysOf(ruling.on.iso),
        ...(ruling.reference !== undefined && { reference: ruling.reference }),
      },
    }),
  };
}

function lowerStacking(stacking: CheckedStacking): GroupPlan[] {
  const { node, file, between, keys } = stacking;
  const reaches: ReachPlan[] = node.reaches.flatMap((reach): ReachPlan[] => {
    switch (reach.reach) {
      case 'within':
      case 'other':
        return [{ reach: reach.reach }];
      case 'level':
        return reach.level ? [{ reach: 'level', level: reach.level }] : [];
      case 'per':
      case 'across': {
        const key = keys.get(reach);
        return key ? [{ reach: reach.reach, key: factId(key.name) }] : [];
      }
      default:
        return reach.reach satisfies never;
    }
  });
  return (reaches.length > 0 ? reaches : [{ reach: 'all' as const }]).map((reach) => ({
    k: 'group',
    rule: node.rule,
    reach,
    ...(between.length > 0 && { between: between.map((m) => m.name) }),
    origin: { file, span: node.span },
  }));
}

function lowerBudget(budget: CheckedBudget, context: LowerContext): PoolPlan {
  const { node, name } = budget.symbol;
  const own: LowerContext = { ...context, file: budget.file };
  const amount = constantOf(node.amount, own);
  const years =
    node.years?.kind === 'NumberLiteral' ? Number(node.years.numerator / node.years.denominator) : undefined;
  // 4年 is read as 48 months.
  const count = node.years?.kind === 'NumberLiteral' && node.years.unit === 'months' ? (years ?? 0) / 12 : years;
  const total = node.total && constantOf(node.total, own);
  return {
    k: 'pool',
    name,
    amount,
    perYear: node.perYear,
    ...(count !== undefined && { years: count }),
    ...(total && { total }),
    by: budget.by.map((a) => a.name),
    ...(budget.clause && { clause: budget.clause.label.value }),
    share: shareOf(budget.sharing, own),
    origin: { file: budget.file, span: node.span },
  };
}

function shareOf(sharing: CheckedSharing | undefined, context: LowerContext): PoolPlan['share'] {
  if (sharing === undefined) return 'none';
  return sharing.order === undefined ? 'pro-rata' : { fact: idOf(sharing.order, { ...context, list: sharing.each }) };
}

function lowerQuotas(measure: CheckedMeasure, base: LowerContext): QuotaPlan[] {
  const context: LowerContext = { ...base, list: measure.each };
  return [measure, ...measure.benefits].flatMap((of): QuotaPlan[] => {
    const { quota } = of;
    if (quota === undefined) return [];
    const label = 'label' in of && measure.benefits.length > 1 ? of.label : undefined;
    const clause = (of.clause ?? measure.clause)?.label.value;
    return [
      {
        k: 'quota',
        measure: measure.symbol.name,
        ...(label !== undefined && { label }),
        n: quota.n,
        perYear: quota.node.perYear,
        ...(clause !== undefined && { clause }),
        rank: quota.ranks.map(({ fact, order }) => ({ fact: idOf(fact, context), order })),
        origin: { file: measure.file, span: quota.node.span },
      },
    ];
  });
}

function lowerItemQuotas(measure: CheckedMeasure, base: LowerContext): ItemQuotaPlan[] {
  const context: LowerContext = { ...base, list: measure.each };
  return [measure, ...measure.benefits].flatMap((of): ItemQuotaPlan[] => {
    const { itemQuota: quota } = of;
    if (quota === undefined) return [];
    const label = 'label' in of && measure.benefits.length > 1 ? of.label : undefined;
    const clause = (of.clause ?? measure.clause)?.label.value;
    return [
      {
        k: 'item-quota',
        measure: measure.symbol.name,
        ...(label !== undefined && { label }),
        list: factId(quota.list.name),
        n: quota.n,
        ...(quota.same && { same: idOf(quota.same, context) }),
        rank: quota.ranks.map(({ fact, order }) => ({ fact: idOf(fact, context), order })),
        asGiven: quota.asGiven,
        ...(clause !== undefined && { clause }),
        say: sayItemQuota(quota),
        origin: { file: measure.file, span: quota.node.span },
      },
    ];
  });
}

/** Whether a pool's total is what its years come to. */
export function totalFits(pool: PoolPlan): boolean {
  if (pool.total === undefined || pool.years === undefined) return true;
  return equal(pool.total, multiply(pool.amount, rational(pool.years)));
}

function constantOf(e: Parameters<typeof lowerNumber>[0], context: LowerContext): Rational {
  const lowered = lowerNumber(e, money, context);
  if (lowered.k !== 'const' || typeof lowered.value === 'boolean')
    throw new Error('the amount of a pool is a constant');
  return lowered.value;
}

/** The files that a policy is made of: its own and the modules they use. */
export function sourcesOf(policy: CheckedPolicy, checked: Checked): Module[] {
  const { modules } = checked.binding.program;
  const found = new Map<string, Module>();
  const take = (file: string): void => {
    const module = modules.get(file);
    if (module === undefined || found.has(file)) return;
    found.set(file, module);
    for (const used of module.uses) take(used);
  };
  for (const file of policy.symbol.files) take(file);
  return [...found.values()];
}

/** SHA-256 over the sources, whatever folder they lie in and however their lines end. */
function hashOf(modules: readonly Module[]): string {
  const stem = (file: string) => file.replace(/^.*[/\\]/, '');
  const parts = modules
    .map((m) => ({ name: stem(m.file), text: m.parsed.text.replace(/\r\n?/g, '\n') }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.text < b.text ? -1 : 1));
  const hash = createHash('sha256');
  for (const { name, text } of parts) hash.update(`${name}\n${Buffer.byteLength(text)}\n${text}\n`);
  return hash.digest('hex');
}

type Vocabulary = Pick<PolicyIr, 'parties' | 'disjoint' | 'enums' | 'lists' | 'facts'>;

/**
 * Parties, facts and enums of a policy: those its sources declare and those its plans name. What other policies
 * declare, when several are compiled together, stays out, so that a policy always gives the same bytes.
 */
function vocabularyOf(
  policy: CheckedPolicy,
  plans: readonly Plan[],
  modules: readonly Module[],
  checked: Checked,
): Vocabulary {
  const { tables } = checked.binding.scope;
  const files = new Set(modules.map((m) => m.file));
  const own = (declarations: readonly { readonly file: string }[]) => declarations.some((d) => files.has(d.file));
  const named = namesIn(plans);
  const facts = [...new Set(tables.facts.values())].filter(
    (f) => (own(f.declarations) || named.has(factId(f.name))) && f.derived === undefined && !isSettled(f),
  );
  const parties = new Set<PartySymbol>();
  const takeParty = (party: PartySymbol): void => {
    for (const p of ancestors(party)) parties.add(p);
  };
  for (const party of new Set(tables.parties.values())) if (own(party.declarations)) takeParty(party);
  for (const measure of policy.measures) for (const party of measure.parties) takeParty(party);
  for (const fact of facts) {
    if (!own(fact.declarations)) for (const party of fact.parties) takeParty(party);
  }
  const partyNames = (fact: FactSymbol) => fact.parties.filter((p) => parties.has(p)).map((p) => p.name);
  const lists: ListDeclaration[] = [];
  const declarations: FactDeclaration[] = [];
  const enums = new Set<EnumSymbol>();
  const declare = (fact: FactSymbol, list: FactSymbol | undefined): void => {
    if (fact.factType.type === 'list' || fact.factType.type === 'unknown') return;
    if (fact.factType.type === 'enum') enums.add(fact.factType.enum);
    declarations.push({
      id: list ? factId(fact.name, list.name) : factId(fact.name),
      name: fact.name,
      ...(list && { list: factId(list.name) }),
      aliases: fact.aliases,
      // A price is given as a plain number of yuan: it may lie below a fen.
      valueType: isPrice(fact) ? { type: 'rate' } : valueTypeOf(fact.factType),
      signed: fact.signed,
      ...(fact.byYear && { byYear: true as const }),
      ...(fact.label !== undefined && { label: fact.label }),
      parties: list ? [] : partyNames(fact),
    });
  };
  for (const fact of facts) {
    if (fact.factType.type !== 'list') {
      declare(fact, undefined);
      continue;
    }
    const { record } = fact.factType;
    lists.push({
      id: factId(fact.name),
      name: fact.name,
      aliases: fact.aliases,
      record: record.name,
      parties: partyNames(fact),
    });
    for (const field of record.fields) if (field.derived === undefined) declare(field, fact);
  }
  return {
    parties: [...parties].map((p) => ({
      name: p.name,
      aliases: p.aliases,
      parents: p.parents.map((parent) => parent.name),
    })),
    disjoint: tables.disjoint
      .map((set) => set.filter((p) => parties.has(p)).map((p) => p.name))
      .filter((set) => set.length > 1),
    enums: [...enums].map((e) => ({ name: e.name, members: e.members })),
    lists,
    facts: declarations,
  };
}

/** A parameter whose values leave no day open: nobody has to give it. */
function isSettled({ parameter }: FactSymbol): boolean {
  const first = parameter?.node.values[0];
  return first !== undefined && first.from === undefined;
}

function isPrice({ factType }: FactSymbol): boolean {
  return factType.type === 'money' && factType.per !== undefined;
}

/** Ids of all facts and lists that plans refer to. */
function namesIn(plans: readonly Plan[]): ReadonlySet<string> {
  const names = new Set<string>();
  // Plans are large, and all of them are gone through with every keystroke: nothing is built on the way.
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
      return;
    }
    addOwn(value, names);
    for (const key in value) visit((value as Readonly<Record<string, unknown>>)[key]);
  };
  visit(plans);
  return names;
}

/** What one node names by itself. */
function addOwn(value: object, names: Set<string>): void {
  const node = value as {
    readonly k?: unknown;
    readonly ref?: unknown;
    readonly list?: unknown;
    readonly same?: unknown;
    readonly over?: unknown;
    readonly subject?: unknown;
    readonly rank?: unknown;
    readonly share?: unknown;
    readonly reads?: unknown;
  };
  if (Array.isArray(node.reads)) for (const read of node.reads) addKeys(read, names);
  switch (node.k) {
    case 'fact':
      if (typeof node.ref === 'string') names.add(node.ref);
      break;
    case 'fold':
      if (typeof node.list === 'string') names.add(node.list);
      break;
    case 'nth':
      if (typeof node.list === 'string') names.add(node.list);
      if (typeof node.same === 'string') names.add(node.same);
      break;
    case 'limit':
      addKeys(node.subject, names);
      break;
    case 'quota':
      if (Array.isArray(node.rank)) for (const rank of node.rank) addKeys(rank, names);
      break;
    case 'pool':
      addKeys(node.share, names);
      break;
    case 'benefit':
      if (typeof node.over === 'string') names.add(node.over);
      break;
    default:
      break;
  }
}

/** The fact that a cap, a rank or a pool names. */
function addKeys(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  const { key, fact } = value as { readonly key?: unknown; readonly fact?: unknown };
  for (const id of [key, fact]) if (typeof id === 'string') names.add(id);
}

function lowerExample(example: CheckedExample): ExampleIr {
  const { node, file, measure } = example;
  return {
    title: example.title,
    ...(measure && { measure: measure.name }),
    party: example.parties.map((p) => p.name),
    facts: Object.fromEntries(example.facts),
    ...(example.asOf && { asOf: daysOf(example.asOf.iso) }),
    decisions: Object.fromEntries(example.decisions),
    ...(example.ledger && { ledger: example.ledger }),
    ...(example.readings.size > 0 && { readings: Object.fromEntries(example.readings) }),
    expects: example.expects.map((expect) => {
      const { norm } = expect;
      const measureName = (norm ?? expect).target?.measure.name ?? measure?.name;
      // Beside an outcome word a single figure is the upper end.
      return {
        ...(measureName !== undefined && { measure: measureName }),
        ...(expect.target && { benefit: expect.target.label }),
        ...(expect.target?.item !== undefined && { item: expect.target.item }),
        ...(expect.outcome && { outcome: expect.outcome }),
        ...(expect.min !== undefined && { min: expect.min }),
        ...(expect.max !== undefined && { max: expect.max }),
        needs: expect.needs,
        ...(expect.process !== undefined && { process: expect.process }),
        ...(norm && {
          norm: {
            modality: norm.target.modality,
            ...(norm.target.object !== undefined && { object: norm.target.object }),
            ...(norm.target.position !== undefined && { position: norm.target.position }),
            holds: norm.holds,
          },
        }),
        origin: { file, span: expect.node.span },
      };
    }),
    origin: { file, span: node.span },
  };
}
