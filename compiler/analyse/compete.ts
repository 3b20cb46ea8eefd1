import { type BenefitPlan, type Expr, factId, type GroupPlan, type PolicyIr, type ValueType } from '../ir/ir.ts';
import { and, type Formula, no, or, yes } from './formula.ts';

/** A benefit and the policy it stands in. */
export interface Side {
  readonly policy: PolicyIr;
  readonly benefit: BenefitPlan;
}

/** What settles two awards that compete: a rule of one of the documents, or what one measure says of the other. */
export type Settlement =
  | { readonly by: 'group'; readonly policy: PolicyIr; readonly group: GroupPlan }
  | { readonly by: 'excludes' | 'stacks'; readonly policy: PolicyIr };

/**
 * Where two benefits pay on the same matter; `no` where they never compete: one measure, two families, items of two
 * lists, or no matter (compiler/ir/README.md, "Stacking").
 */
export function sameMatter(a: Side, b: Side): { readonly formula: Formula; readonly matters: readonly string[] } {
  const never = { formula: no, matters: [] };
  const [x, y] = [a.benefit, b.benefit];
  if (a.policy === b.policy && x.measure === y.measure) return never;
  if (x.family !== y.family) return never;
  if (namesNoFigure(x) || namesNoFigure(y)) return never;
  if (x.over !== undefined && y.over !== undefined && x.over !== y.over) return never;
  if (x.matter !== undefined && y.matter !== undefined && 'name' in x.matter && 'name' in y.matter) {
    return x.matter.name === y.matter.name ? { formula: yes, matters: [x.matter.name] } : never;
  }
  const common = mattersOf(a).filter((matter) => mattersOf(b).includes(matter));
  if (common.length === 0) return never;
  return { formula: or(...common.map((matter) => and(isMatter(a, matter), isMatter(b, matter)))), matters: common };
}

/**
 * Whether a text promises support of which it names no sum at all (“一定支持”, 一事一议): what such a benefit comes to beside
 * another cannot be told, and every document holds some, so that findings about them would be noise.
 */
function namesNoFigure({ amount }: BenefitPlan): boolean {
  let e = amount;
  while (e.k === 'step' && e.of !== undefined && e.role === 'round') e = e.of;
  const base = e.k === 'step' && e.of === undefined ? e.x : e;
  return base.k === 'decide' && base.hi === null && (base.why === 'undecided' || base.why === 'case-by-case');
}

/** Every matter a benefit can pay on. */
export function mattersOf({ policy, benefit }: Side): readonly string[] {
  const { matter } = benefit;
  if (matter === undefined) return [];
  if ('name' in matter) return [matter.name];
  const type = typeOf(policy, matter.fact);
  return (type?.type === 'enum' && policy.enums.find((e) => e.name === type.name)?.members) || [];
}

const types = new WeakMap<PolicyIr['facts'], ReadonlyMap<string, ValueType>>();

function typeOf({ facts }: PolicyIr, id: string): ValueType | undefined {
  let known = types.get(facts);
  if (known === undefined) {
    known = new Map(facts.map((f) => [f.id, f.valueType] as const));
    types.set(facts, known);
  }
  return known.get(id);
}

/** Sums of money that a benefit pays a share of, by the id of the fact. */
export function basesOf({ policy, benefit }: Side): readonly string[] {
  const found = new Set<string>();
  const isMoney = (ref: string) => typeOf(policy, ref)?.type === 'money';
  const visit = (e: Expr): void => {
    switch (e.k) {
      case 'fact':
        if (e.at === 'now' && isMoney(e.ref)) found.add(e.ref);
        return;
      case 'step':
        // Caps and floors measure against something else; they take no share of it.
        if (e.of !== undefined) visit(e.of);
        else visit(e.x);
        return;
      case 'add':
      case 'min':
      case 'max':
        e.args.forEach(visit);
        return;
      case 'mul':
        visit(e.a);
        visit(e.b);
        return;
      case 'if':
        visit(e.t);
        visit(e.e);
        return;
      case 'round':
        visit(e.x);
        return;
      case 'decide':
        if (e.hi !== null) visit(e.hi);
        return;
      default:
        return;
    }
  };
  visit(benefit.amount);
  return [...found];
}

/** A sum of money that two benefits of different measures both pay a share of. */
export function sharedBase(a: Side, b: Side): string | undefined {
  if (a.policy === b.policy && a.benefit.measure === b.benefit.measure) return undefined;
  return basesOf(a).find((base) => basesOf(b).includes(base));
}

/** Where a benefit pays on a matter, so far as that depends on a fact. */
export function isMatter({ benefit }: Side, name: string): Formula {
  const { matter } = benefit;
  if (matter === undefined) return no;
  return 'name' in matter ? yes : { f: 'in', variable: matter.fact, set: new Set([name]), out: false };
}

/** The rule that settles a pair: the first that reaches it, in the order that the interpreter takes. */
export function settlementOf(a: Side, b: Side): Settlement | undefined {
  const saysNothing = ({ policy, benefit }: Side) =>
    benefit.excludes.length === 0 && benefit.stacksWith.length === 0 && groupsOf(policy).length === 0;
  if (saysNothing(a) && saysNothing(b)) return undefined;
  const policies = a.policy === b.policy ? [a.policy] : [a.policy, b.policy];
  const excluding = [
    [a, b],
    [b, a],
  ].find(([x, y]) => x && y && x.benefit.excludes.includes(y.benefit.measure));
  if (excluding?.[0]) return { by: 'excludes', policy: excluding[0].policy };
  const stacking = [
    [a, b],
    [b, a],
  ].find(([x, y]) => x && y && x.benefit.stacksWith.includes(y.benefit.measure));
  if (stacking?.[0]) return { by: 'stacks', policy: stacking[0].policy };
  const rules = policies.flatMap(groupsOf);
  const named = rules.find(
    ({ group }) =>
      group.between?.includes(a.benefit.measure) === true && group.between.includes(b.benefit.measure) === true,
  );
  // A rule that takes the higher one reaches shares in companies as well, although these have no agreed order of size.
  const reached =
    named ?? rules.find(({ policy, group }) => group.between === undefined && reaches(policy, group, a, b));
  return reached && { by: 'group', ...reached };
}

const groups = new WeakMap<PolicyIr, readonly { readonly policy: PolicyIr; readonly group: GroupPlan }[]>();

function groupsOf(policy: PolicyIr): readonly { readonly policy: PolicyIr; readonly group: GroupPlan }[] {
  let known = groups.get(policy);
  if (known === undefined) {
    known = policy.plans.flatMap((plan) => (plan.k === 'group' ? [{ policy, group: plan }] : []));
    groups.set(policy, known);
  }
  return known;
}

function reaches(policy: PolicyIr, group: GroupPlan, a: Side, b: Side): boolean {
  const own = [a, b].filter((side) => side.policy === policy);
  const other = [a, b].find((side) => side.policy !== policy);
  const { reach } = group;
  switch (reach.reach) {
    case 'all':
      return true;
    case 'within':
      return own.length === 2;
    case 'other':
      return own.length === 1;
    case 'level':
      return other?.policy.level === reach.level;
    case 'per':
    case 'across':
      return a.benefit.over === reach.key && b.benefit.over === reach.key;
    default:
      return reach satisfies never;
  }
}

/** `list.` before the ids of an item's facts. */
export function isItemFact(id: string, list: string): boolean {
  return id.startsWith(`${list}.`) && id !== factId(list);
}
