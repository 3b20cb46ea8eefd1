import { common, type Dimension, dimensionOf, product } from './dimension.ts';
import {
  asOfFact,
  type Expr,
  type ExprOf,
  type FactDeclaration,
  type PolicyIr,
  type Say,
  type ValueType,
  yearEndFact,
  yearFact,
} from './ir.ts';
import { isNeverNegative, signedAmong } from './monotone.ts';
import { conjunctsOf, stepsOf } from './shape.ts';
import { childrenOf, someNode } from './walk.ts';

/** What expressions may refer to. */
export interface Scope {
  readonly policy: PolicyIr;
  readonly facts: ReadonlyMap<string, FactDeclaration>;
  readonly lists: ReadonlySet<string>;
  readonly parties: ReadonlySet<string>;
  /** Measures, and benefits as `measure/benefit`. */
  readonly readings: ReadonlySet<string>;
  readonly ledgerKeys: ReadonlySet<string>;
}

/** Where an expression stands. */
export interface Place {
  readonly scope: Scope;
  /** Lists whose item is at hand; `any`: item facts are allowed and unknown. */
  readonly items: ReadonlySet<string> | 'any';
  /** Within a step with `of`: what `prior` is. */
  readonly prior?: Dimension;
  readonly inCondition?: boolean;
}

type Kind =
  | { readonly is: 'truth' }
  | { readonly is: 'name'; readonly type: ValueType }
  | { readonly is: 'number'; readonly dimension: Dimension };

/** Collects what is wrong with expressions. */
export type Report = (fault: string) => void;

/** A `when`: a conjunction of conditions and vetoes. */
export function verifyWhen(when: Expr, place: Place, report: Report): void {
  const conjuncts = conjunctsOf(when);
  if (conjuncts === null) {
    report('`when` is not a conjunction of conditions and negated vetoes');
    return;
  }
  for (const { step } of conjuncts) {
    if (step.of !== undefined) report('a condition has no `of`');
    verifySay(step.say, place, report);
    verifyTruth(step.x, { ...place, inCondition: true }, report);
  }
}

/** An amount: a chain of steps from base to rounding, in fen. */
export function verifyChain(amount: Expr, place: Place, report: Report): void {
  const steps = stepsOf(amount);
  if (steps === null) {
    report('the amount is not a chain of steps');
    return;
  }
  const last = steps[steps.length - 1]!;
  if (last.role !== 'round' || last.x.k !== 'round' || last.x.step.n !== 1n || last.x.step.d !== 1n) {
    report('the outermost step of the amount does not round to one fen');
  }
  let prior: Dimension | undefined;
  for (const [i, step] of steps.entries()) {
    const fits = i === 0 ? ['base', 'schedule'] : ['schedule', 'uplift', 'floor', 'cap', 'round', 'less'];
    if (!fits.includes(step.role))
      report(`a ${step.role} step is no ${i === 0 ? 'innermost' : 'further'} step of an amount`);
    verifySay(step.say, place, report);
    const of: Place = prior === undefined ? place : { ...place, prior };
    const dimension = verifyNumber(step.x, of, report);
    if (common([dimension, 'money']) === null) report(`a ${step.role} step is no money but ${dimension}`);
    prior = dimension;
  }
  if (!isNeverNegative(amount, signedAmong(place.scope.facts))) report('the amount may be negative');
}

/** What past awards take: steps of role less, each on what the one before leaves, never below 0. */
export function verifyLess(less: readonly ExprOf<'step'>[], place: Place, report: Report): void {
  for (const step of less) {
    if (step.role !== 'less' || step.of !== undefined) report(`a ${step.role} step where past awards are deducted`);
    verifySay(step.say, place, report);
    const dimension = verifyNumber(step.x, { ...place, prior: 'money' }, report);
    if (common([dimension, 'money']) === null) report(`what past awards leave is no money but ${dimension}`);
    if (!isNeverNegative(step.x, signedAmong(place.scope.facts), true))
      report('past awards may leave less than nothing');
  }
}

export function verifyNumber(e: Expr, place: Place, report: Report): Dimension {
  const kind = verify(e, place, report);
  if (kind.is === 'number') return kind.dimension;
  report(`a ${kind.is} stands where a number should: ${e.k}`);
  return 'any';
}

export function verifyTruth(e: Expr, place: Place, report: Report): void {
  const kind = verify(e, place, report);
  if (kind.is !== 'truth') report(`a ${kind.is} stands where a truth should: ${e.k}`);
}

function verify(e: Expr, place: Place, report: Report): Kind {
  switch (e.k) {
    case 'const':
      return verifyConst(e, report);
    case 'fact':
      return verifyFact(e, place, report);
    case 'add':
      return agree(e, e.args, place, report);
    case 'min':
    case 'max':
      if (e.args.length === 0) report(`${e.k} of nothing`);
      return agree(e, e.args, place, report);
    case 'mul': {
      if (place.inCondition && ![e.a, e.b].some(isConstant)) report('a product of two facts stands in a condition');
      const dimension = product(verifyNumber(e.a, place, report), verifyNumber(e.b, place, report));
      return { is: 'number', dimension };
    }
    case 'if':
      return verifyIf(e, place, report);
    case 'round':
      if (e.step.n <= 0n) report('rounds to a step that is not above 0');
      return agree(e, [e.x], place, report);
    case 'months':
      if (!place.inCondition) report('a date is moved by months outside of a condition');
      if (!Number.isSafeInteger(e.n) || e.n < 0) report(`a date is moved by ${e.n} months`);
      if (common([verifyNumber(e.x, place, report), 'time']) !== 'time') report('what is moved by months is no date');
      return { is: 'number', dimension: 'time' };
    case 'fold': {
      if (!place.scope.lists.has(e.list)) report(`no list ${e.list} is declared`);
      const items = place.items === 'any' ? place.items : new Set([...place.items, e.list]);
      verifyTruth(e.where, { ...place, items, inCondition: true }, report);
      return agree(e, [e.body], { ...place, items }, report);
    }
    case 'nth':
      verifyNth(e, place, report);
      return { is: 'number', dimension: 'plain' };
    case 'decide':
      if (place.inCondition) report('a decision stands in a condition');
      if (e.ends && e.hi === null) report('a decision between two ends has no upper one');
      return agree(e, childrenOf(e), place, report);
    case 'cmp':
      agree(e, [e.a, e.b], place, report);
      return { is: 'truth' };
    case 'member':
      return verifyMember(e, place, report);
    case 'and':
    case 'or':
    case 'not':
      for (const x of childrenOf(e)) verifyTruth(x, place, report);
      return { is: 'truth' };
    case 'step':
      report(`a ${e.role} step stands off the spine`);
      return verify(e.x, place, report);
    case 'prior':
      if (place.prior === undefined) report('prior stands outside of a step with `of`');
      return { is: 'number', dimension: place.prior ?? 'any' };
    default:
      return e satisfies never;
  }
}

/** Items are counted where one of them is at hand, never within the conditions by which they are. */
function verifyNth(e: ExprOf<'nth'>, place: Place, report: Report): void {
  if (!place.scope.lists.has(e.list)) report(`no list ${e.list} is declared`);
  else if (place.items === 'any' || !place.items.has(e.list)) report(`an item of ${e.list} is counted where none is`);
  if (someNode(e.where, (n) => n.k === 'nth')) report('items are counted by which one they are');
  verifyTruth(e.where, { ...place, inCondition: true }, report);
  if (e.same === undefined) return;
  const declaration = place.scope.facts.get(e.same);
  if (declaration?.list !== e.list || !['key', 'enum'].includes(declaration.valueType.type))
    report(`items are told apart by ${e.same}, which is no key or enum of ${e.list}`);
}

function agree(e: Expr, parts: readonly Expr[], place: Place, report: Report): Kind {
  const dimensions = parts.map((x) => verifyNumber(x, place, report));
  const dimension = common(dimensions);
  if (dimension === null) report(`${e.k} of ${dimensions.join(' and ')}`);
  return { is: 'number', dimension: dimension ?? 'any' };
}

function verifyConst(e: ExprOf<'const'>, report: Report): Kind {
  const dimension = dimensionOf(e.valueType);
  if ((typeof e.value === 'boolean') !== (e.valueType.type === 'bool')) report('a constant is not of its type');
  if (typeof e.value === 'boolean') return { is: 'truth' };
  if (e.value.d <= 0n) report('a constant has a denominator that is not above 0');
  return { is: 'number', dimension: e.value.n === 0n ? 'any' : (dimension ?? 'any') };
}

function verifyIf(e: ExprOf<'if'>, place: Place, report: Report): Kind {
  verifyTruth(e.c, { ...place, inCondition: true }, report);
  const [t, f] = [verify(e.t, place, report), verify(e.e, place, report)];
  if (t.is !== f.is || t.is === 'name') report('the branches of an if are of different kinds');
  if (t.is !== 'number' || f.is !== 'number') return t;
  const dimension = common([t.dimension, f.dimension]);
  if (dimension === null) report(`if of ${t.dimension} and ${f.dimension}`);
  return { is: 'number', dimension: dimension ?? 'any' };
}

function verifyMember(e: ExprOf<'member'>, place: Place, report: Report): Kind {
  const x = verify(e.x, place, report);
  if (e.x.k !== 'fact' || x.is !== 'name') report('member of what is no enum or key fact');
  else if (x.type.type === 'enum') {
    const { name } = x.type;
    const members = place.scope.policy.enums.find((d) => d.name === name)?.members ?? [];
    for (const m of e.set) if (!members.includes(m)) report(`${name} has no member ${m}`);
  }
  return { is: 'truth' };
}

function verifyFact(e: ExprOf<'fact'>, place: Place, report: Report): Kind {
  const { ref, at } = e;
  const { scope } = place;
  if (at === 'awarded') {
    if (!isPastAward(ref, scope)) report(`no measure or benefit ${ref} has past awards`);
    return { is: 'number', dimension: 'money' };
  }
  if (typeof at === 'object') {
    const years = 'back' in at ? at.back : at.base;
    if (!(Number.isSafeInteger(years) && years >= 0)) report(`${ref} is read ${years} years back`);
  }
  if (ref === yearEndFact) {
    if (at !== 'now' && !(typeof at === 'object' && 'back' in at)) report(`${ref} is read at another time`);
    return { is: 'number', dimension: 'time' };
  }
  if (ref.startsWith('@')) {
    if (at !== 'now') report(`${ref} is read at another time`);
    if (ref === asOfFact) return { is: 'number', dimension: 'time' };
    if (ref === yearFact) return { is: 'number', dimension: 'plain' };
    const [prefix, name] = [ref.slice(0, ref.indexOf(':') + 1), ref.slice(ref.indexOf(':') + 1)];
    if (prefix === '@party:') {
      if (!scope.parties.has(name)) report(`no party ${name} is declared`);
    } else if (prefix === '@reading:') {
      if (!scope.readings.has(ref)) report(`no reading ${name} is declared`);
    } else if (prefix !== '@passed:' || name === '') report(`${ref} is no fact`);
    return { is: 'truth' };
  }
  const declaration = scope.facts.get(ref);
  if (declaration === undefined) {
    report(`no fact ${ref} is declared`);
    return { is: 'number', dimension: 'any' };
  }
  const { list, valueType } = declaration;
  if (typeof at === 'object' && 'base' in at && dimensionOf(valueType) === undefined)
    report(`growth is reckoned from ${ref}, which is no number`);
  if (list !== undefined && place.items !== 'any' && !place.items.has(list))
    report(`${ref} is read where no item of its list is`);
  if (valueType.type === 'bool') return { is: 'truth' };
  const dimension = dimensionOf(valueType);
  return dimension === undefined ? { is: 'name', type: valueType } : { is: 'number', dimension };
}

/** Of this policy a measure or benefit that it has; of another one whatever is named. */
function isPastAward(ref: string, scope: Scope): boolean {
  return scope.ledgerKeys.has(ref) || /^@past:[^/]*(?:\/[^/]+){1,2}$/.test(ref);
}

/** Sentences may name any declared fact; one of an item that is not at hand is shown by its name. */
export function verifySay(say: Say, place: Place, report: Report): void {
  for (const part of [...say.zh, ...say.en]) {
    if (typeof part === 'string') continue;
    if ('chosen' in part) {
      verifyNumber(part.chosen, place, report);
      continue;
    }
    const { fact, at = 'now' } = part;
    if (at === 'awarded' && isPastAward(fact, place.scope)) continue;
    if (fact === asOfFact || fact === yearFact) continue;
    if (!place.scope.facts.has(fact)) report(`a sentence names ${fact}, which is not declared`);
  }
}

function isConstant(e: Expr): boolean {
  return !someNode(e, (n) => n.k === 'fact' || n.k === 'fold' || n.k === 'nth' || n.k === 'decide' || n.k === 'prior');
}
