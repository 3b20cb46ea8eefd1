import {
  type Analogy,
  type BenefitPlan,
  type DecideWhy,
  type EnumType,
  type Expr,
  type ExprOf,
  type FactDeclaration,
  type FactTime,
  factId,
  type GroupPlan,
  type LimitPlan,
  type ListDeclaration,
  type NormPlan,
  type Origin,
  type PartyType,
  type Plan,
  type PolicyIr,
  partyFact,
  passedFact,
  type Say,
  type StepRole,
  trueExpr,
  type ValueType,
} from '../../compiler/ir/ir.ts';
import { one, type Rational, rational } from '../../compiler/ir/rational.ts';
import type { LevelName } from '../../language/syntax/tree.ts';

/** Short ways to write IR by hand. Money is in yuan, rates in per cent, unless a name says otherwise. */

export const nowhere: Origin = { file: 'test.cuoshi', span: { start: 0, end: 0 } };

export function say(text: string): Say {
  return { zh: [text], en: [text] };
}

// -------------------------------------------------------------------------------------------------------- expressions

export function constant(value: Rational, type: 'money' | 'rate' | 'count' | 'date' | 'duration' = 'money'): Expr {
  return { k: 'const', value, valueType: { type } };
}

/** Yuan, with at most two decimals. */
export const yuan = (amount: number): Expr => constant(rational(Math.round(amount * 100)));
export const percent = (value: number): Expr => constant(rational(Math.round(value * 100), 10_000), 'rate');
export const count = (value: number): Expr => constant(rational(value), 'count');

export const fact = (name: string, at: FactTime = 'now'): Expr => ({ k: 'fact', ref: factId(name), at });
export const itemFact = (list: string, name: string): Expr => ({ k: 'fact', ref: factId(name, list), at: 'now' });
export const ledgerFact = (key: string): Expr => ({ k: 'fact', ref: key, at: 'awarded' });
export const isParty = (party: string): Expr => ({ k: 'fact', ref: partyFact(party), at: 'now' });
export const passed = (procedure: string): Expr => ({ k: 'fact', ref: passedFact(procedure), at: 'now' });

export const add = (...args: Expr[]): Expr => ({ k: 'add', args });
export const mul = (a: Expr, b: Expr): Expr => ({ k: 'mul', a, b });
export const min = (...args: Expr[]): Expr => ({ k: 'min', args });
export const max = (...args: Expr[]): Expr => ({ k: 'max', args });
export const iff = (c: Expr, t: Expr, e: Expr): Expr => ({ k: 'if', c, t, e });
export const round = (x: Expr, step: Rational = one, mode: 'half-up' | 'down' = 'half-up'): Expr => ({
  k: 'round',
  x,
  step,
  mode,
});
/** A date so many months later. */
export const months = (x: Expr, n: number): Expr => ({ k: 'months', x, n });
export const fold = (op: 'sum' | 'max', list: string, where: Expr, body: Expr): ExprOf<'fold'> => ({
  k: 'fold',
  op,
  list: factId(list),
  where,
  body,
});

/** Which one of its kind the item at hand is. */
export const nth = (list: string, where: Expr, same?: string): ExprOf<'nth'> => ({
  k: 'nth',
  list: factId(list),
  ...(same !== undefined && { same: factId(same, list) }),
  where,
});

export const less = (a: Expr, b: Expr): Expr => ({ k: 'cmp', op: '<', a, b });
export const atMost = (a: Expr, b: Expr): Expr => ({ k: 'cmp', op: '<=', a, b });
export const equals = (a: Expr, b: Expr): Expr => ({ k: 'cmp', op: '=', a, b });
export const member = (x: Expr, ...set: string[]): Expr => ({ k: 'member', x, set });
export const and = (...args: Expr[]): Expr => ({ k: 'and', args });
export const or = (...args: Expr[]): Expr => ({ k: 'or', args });
export const not = (x: Expr): Expr => ({ k: 'not', x });

interface Decision {
  readonly lo?: Expr;
  readonly hi?: Expr | null;
  readonly ends?: boolean;
  readonly why?: DecideWhy;
  readonly by?: string;
  readonly reason?: string;
}

export function decide({ lo = yuan(0), hi = null, ends = false, why = 'process', by, reason }: Decision): Expr {
  return {
    k: 'decide',
    lo,
    hi,
    ends,
    why,
    ...(by !== undefined && { by }),
    ...(reason !== undefined && { reason }),
  };
}

export const upTo = (hi: Expr, by?: string): Expr => decide({ hi, ...(by !== undefined && { by }) });
export const selected = (hi: Expr, by: string): Expr => decide({ hi, ends: true, why: 'selection', by });

// -------------------------------------------------------------------------------------------------------------- steps

export function step(role: StepRole, x: Expr, of?: Expr, text: string | Say = role, because?: string): Expr {
  return {
    k: 'step',
    role,
    x,
    ...(of && { of }),
    say: typeof text === 'string' ? say(text) : text,
    ...(because !== undefined && { because }),
    ...nowhere,
  };
}

export const prior: Expr = { k: 'prior' };
export const condition = (x: Expr, text: string | Say = 'condition'): Expr => step('condition', x, undefined, text);
export const veto = (x: Expr, text = 'veto', because?: string): Expr => not(step('veto', x, undefined, text, because));

/** An amount: its base, then what each function makes of it, then one rounding to the fen. */
export function amount(base: Expr, ...more: ((of: Expr) => Expr)[]): Expr {
  const chain = more.reduce((of, next) => next(of), step('base', base));
  return step('round', round(prior), chain);
}

export const capped =
  (limit: Expr, text: string | Say = 'cap') =>
  (of: Expr): Expr =>
    step('cap', min(prior, limit), of, text);
export const floored =
  (limit: Expr) =>
  (of: Expr): Expr =>
    step('floor', max(prior, limit), of);
export const uplifted =
  (factor: Expr) =>
  (of: Expr): Expr =>
    step('uplift', mul(prior, factor), of);
export const scheduled =
  (share: Expr) =>
  (of: Expr): Expr =>
    step('schedule', mul(prior, share), of);
/** Less past awards, and never below 0. */
export const reducedBy =
  (key: string) =>
  (of: Expr): Expr =>
    step('less', max(add(prior, mul(count(-1), ledgerFact(key))), yuan(0)), of);
/** What past awards take once it is settled which awards are paid. */
export const lessPast = (key: string): ExprOf<'step'> => ({
  k: 'step',
  role: 'less',
  x: max(add(prior, mul(count(-1), ledgerFact(key))), yuan(0)),
  say: say('less'),
  ...nowhere,
});
export const rounded =
  (to: Rational, mode: 'half-up' | 'down' = 'half-up') =>
  (of: Expr): Expr =>
    step('round', round(prior, to, mode), of);

// ------------------------------------------------------------------------------------------------------- declarations

export interface FactOptions {
  readonly list?: string;
  readonly signed?: boolean;
  readonly parties?: readonly string[];
  readonly aliases?: readonly string[];
}

export function declareFact(
  name: string,
  type: ValueType | ValueType['type'],
  options: FactOptions = {},
): FactDeclaration {
  const valueType = typeof type === 'string' ? ({ type } as ValueType) : type;
  const { list } = options;
  return {
    id: factId(name, list),
    name,
    ...(list !== undefined && { list: factId(list) }),
    aliases: options.aliases ?? [],
    valueType,
    signed: options.signed ?? false,
    parties: options.parties ?? [],
  };
}

export function declareList(name: string, parties: readonly string[] = []): ListDeclaration {
  return { id: factId(name), name, aliases: [], record: name, parties };
}

export function declareParty(
  name: string,
  parents: readonly string[] = [],
  aliases: readonly string[] = [],
): PartyType {
  return { name, aliases, parents };
}

// -------------------------------------------------------------------------------------------------------------- plans

export interface BenefitOptions extends Partial<Omit<BenefitPlan, 'k' | 'label' | 'matter' | 'when'>> {
  /** `measure` or `measure/label`. */
  readonly name?: string;
  readonly when?: Expr;
  /** The name of a matter, or a fact. */
  readonly matter?: string | { readonly fact: string };
}

export function benefit({ name = '甲', when = trueExpr, matter, ...rest }: BenefitOptions): BenefitPlan {
  const [measure, label] = name.split('/') as [string, string | undefined];
  return {
    k: 'benefit',
    measure,
    label: label ?? null,
    kind: 'grant',
    family: 'cash',
    parties: ['高校'],
    analogies: [],
    when,
    amount: amount(yuan(100)),
    by: [],
    paidAtOnce: false,
    excludes: [],
    stacksWith: [],
    origin: nowhere,
    ...(matter !== undefined && { matter: typeof matter === 'string' ? { name: matter } : matter }),
    ...rest,
  };
}

export function analogy(parties: readonly string[], when: Expr = trueExpr, note?: string): Analogy {
  return { parties, when, ...(note !== undefined && { note }), origin: nowhere };
}

export function group(
  rule: GroupPlan['rule'],
  reach: GroupPlan['reach'] = { reach: 'all' },
  rest: Partial<Pick<GroupPlan, 'between' | 'clause'>> = {},
): GroupPlan {
  return { k: 'group', rule, reach, ...rest, origin: nowhere };
}

export function limit(measure: string, amount: Expr, subject: LimitPlan['subject'] = 'applicant'): LimitPlan {
  return { k: 'limit', measure, subject, period: 'year', amount, say: say('shared cap'), origin: nowhere };
}

export function norm(options: Partial<NormPlan>): NormPlan {
  return {
    k: 'norm',
    measure: '规范',
    modality: 'encourage',
    bearers: [],
    object: 'object',
    parties: [],
    when: trueExpr,
    by: [],
    say: { zh: '一句话', en: 'a sentence' },
    origin: nowhere,
    ...options,
  };
}

export interface PolicyOptions {
  readonly name?: string;
  readonly level?: LevelName;
  readonly status?: PolicyIr['status'];
  readonly effective?: PolicyIr['effective'];
  readonly parties?: readonly PartyType[];
  readonly disjoint?: readonly (readonly string[])[];
  readonly enums?: readonly EnumType[];
  readonly lists?: readonly ListDeclaration[];
  readonly facts?: readonly FactDeclaration[];
}

/** A policy of these plans; its parties are 高校 and 企业 unless given. */
export function policy(plans: readonly Plan[], options: PolicyOptions = {}): PolicyIr {
  return {
    edition: '2026',
    name: options.name ?? '政策',
    ...(options.level && { level: options.level }),
    status: options.status ?? 'in-force',
    effective: options.effective ?? { onPublication: false },
    leads: [],
    replaces: [],
    hash: '00',
    parties: options.parties ?? [declareParty('高校'), declareParty('企业')],
    disjoint: options.disjoint ?? [],
    enums: options.enums ?? [],
    lists: options.lists ?? [],
    facts: options.facts ?? [],
    plans,
    examples: [],
  };
}
