import type { Expr, ExprOf, FactTime } from '../ir/ir.ts';
import {
  add,
  compare as compareRational,
  divide,
  multiply,
  type Rational,
  rational,
  roundTo,
  zero,
} from '../ir/rational.ts';
import { someNode } from '../ir/walk.ts';
import { floorDivide } from './constraint.ts';
import { type Domains, domainOf, type NumberDomain, type Ordinal, variableOf } from './domains.ts';
import { keyOf } from './expression-key.ts';
import {
  addForms,
  and,
  denominatorOf,
  type Formula,
  formOf,
  is,
  type LinearForm,
  lcm,
  no,
  or,
  type Relation,
  relation,
  scaleForm,
  subtractForms,
  yes,
} from './formula.ts';
import { type Reckoned, reckonedRelation } from './months.ts';
import { ordinalsTogether, togetherKey } from './ordinals.ts';

/** What conditions are read with: the domains, to which derived facts are added, and names for what is read. */
export interface Reading {
  readonly domains: Domains;
  /** Procedures are decided per benefit, and each item of a list has facts of its own. */
  readonly rename?: (ref: string, at: FactTime) => string;
}

/** The variable that a fact is under this reading. */
export function variableIn({ rename }: Reading, fact: ExprOf<'fact'>): string {
  return variableOf(rename === undefined ? fact.ref : rename(fact.ref, fact.at), fact.at);
}

/** A condition, or with `holds` false its negation. */
export function fromCondition(e: Expr, holds: boolean, reading: Reading): Formula {
  const of = (x: Expr, h = holds) => fromCondition(x, h, reading);
  switch (e.k) {
    case 'const':
      return e.value === holds ? yes : no;
    case 'fact':
      // Nobody has settled how the text is to be read.
      if (e.ref.startsWith('@reading:')) return { f: 'open', why: 'reading' };
      return is(variableIn(reading, e), holds);
    case 'member': {
      const x = strip(e.x);
      if (x.k === 'if') return of(pushed(x, (branch): Expr => ({ ...e, x: branch })));
      // Of all years before, it may have been several things.
      if (x.k !== 'fact' || x.at === 'earlier') return { f: 'open', why: 'history' };
      return { f: 'in', variable: variableIn(reading, x), set: new Set(e.set), out: !holds };
    }
    case 'and':
      return holds ? and(...e.args.map((a) => of(a))) : or(...e.args.map((a) => of(a)));
    case 'or':
      return holds ? or(...e.args.map((a) => of(a))) : and(...e.args.map((a) => of(a)));
    case 'not':
      return of(e.x, !holds);
    case 'if':
      return or(and(of(e.c, true), of(e.t)), and(of(e.c, false), of(e.e)));
    case 'step':
      return of(e.x);
    case 'cmp':
      // not (a < b) is b <= a.
      if (holds) return compare(e.op, e.a, e.b, reading);
      if (e.op === '=') return compare('!=', e.a, e.b, reading);
      return compare(e.op === '<' ? '<=' : '<', e.b, e.a, reading);
    case 'add':
    case 'mul':
    case 'min':
    case 'max':
    case 'round':
    case 'months':
    case 'fold':
    case 'nth':
    case 'decide':
    case 'prior':
      throw new Error(`${e.k} is no condition`);
    default:
      return e satisfies never;
  }
}

/** A fact compared with a figure, which most conditions are: one bound, without the detour over linear forms. */
function limitOf(op: Relation, fact: ExprOf<'fact'>, figure: Rational, isLeft: boolean, reading: Reading): Formula {
  const variable = variableIn(reading, fact);
  const domain = domainOf(variable, reading.domains);
  const scaled = figure.n * (domain?.type === 'number' ? domain.scale : 1n);
  const floor = floorDivide(scaled, figure.d);
  const isWhole = floor * figure.d === scaled;
  const atMost = (limit: bigint): Formula => bound(variable, 1n, -limit);
  const atLeast = (limit: bigint): Formula => bound(variable, -1n, limit);
  const ceil = isWhole ? floor : floor + 1n;
  switch (op) {
    case '<=':
      return isLeft ? atMost(floor) : atLeast(ceil);
    case '<':
      return isLeft ? atMost(ceil - 1n) : atLeast(floor + 1n);
    case '=':
      return isWhole ? and(atMost(floor), atLeast(floor)) : no;
    case '!=':
      return isWhole ? or(atMost(floor - 1n), atLeast(floor + 1n)) : yes;
    default:
      return op satisfies never;
  }
}

function bound(variable: string, coefficient: bigint, constant: bigint): Formula {
  return { f: 'linear', constraint: { terms: new Map([[variable, coefficient]]), constant } };
}

function holdsBetween(op: Relation, a: Rational, b: Rational): boolean {
  const sign = compareRational(a, b);
  return op === '<' ? sign < 0 : op === '<=' ? sign <= 0 : op === '=' ? sign === 0 : sign !== 0;
}

/** A comparison of two numbers: of a least or greatest it is one of each of its parts, of an `if` one of its branches. */
export function compare(op: Relation, left: Expr, right: Expr, reading: Reading): Formula {
  const [a, b] = [strip(left), strip(right)];
  // Months later than a day that is itself reckoned.
  const isReckoned = (e: Expr) => e.k === 'months' && strip(e.x).k !== 'fact';
  if ([a, b].some((e) => someNode(e, isReckoned))) return { f: 'open', why: 'months' };
  // Which one each item of a figure is turns on all the others.
  if ([a, b].some((e) => someNode(e, countsItems))) return { f: 'open', why: 'list' };
  const of = (x: Expr, y: Expr, o: Relation = op) => compare(o, x, y, reading);
  const choice = (e: ExprOf<'if'>, then: (branch: Expr) => Formula) =>
    or(and(fromCondition(e.c, true, reading), then(e.t)), and(fromCondition(e.c, false, reading), then(e.e)));
  if (isNumber(b)) {
    if (a.k === 'fact') return limitOf(op, a, b.value, true, reading);
    if (isNumber(a)) return holdsBetween(op, a.value, b.value) ? yes : no;
  }
  if (isNumber(a) && b.k === 'fact') return limitOf(op, b, a.value, false, reading);
  if (a.k === 'if') return choice(a, (branch) => of(branch, b));
  if (b.k === 'if') return choice(b, (branch) => of(a, branch));
  if (isEnd(a) || isEnd(b)) {
    if (op === '=') return and(of(a, b, '<='), of(b, a, '<='));
    if (op === '!=') return or(of(a, b, '<'), of(b, a, '<'));
    // Below the least of them: below all. Above it: above one.
    if (isEnd(a)) {
      const parts = a.args.map((x) => of(x, b));
      return a.k === 'min' ? or(...parts) : and(...parts);
    }
    if (isEnd(b)) {
      const parts = b.args.map((x) => of(a, x));
      return b.k === 'max' ? or(...parts) : and(...parts);
    }
  }
  if ((op === '=' || op === '!=') && (a.k === 'fold' || b.k === 'fold')) {
    return op === '=' ? and(of(a, b, '<='), of(b, a, '<=')) : or(of(a, b, '<'), of(b, a, '<'));
  }
  const compared = () => relation(subtractForms(linearForm(a, reading), linearForm(b, reading)), op);
  if (op === '<' || op === '<=') {
    if (b.k === 'round' && isNumber(a)) return of(reachedFrom(op, a.value, b), b.x, '<=');
    if (a.k === 'round' && isNumber(b)) return of(a.x, reachedFrom(op === '<' ? '<=' : '<', b.value, a), '<');
    // The item at hand is one of those that a figure over its list counts.
    if (a.k === 'fold' && isNumber(b)) return and(ownWithin(op, a, b, reading), compared());
    if (isNumber(a)) {
      const factored = b.k === 'mul' ? byConstant(b) : undefined;
      if (factored !== undefined) return of({ ...a, value: divide(a.value, factored.by) }, factored.x);
      // That a figure over a list is reached can be shown by one item, or by several alike.
      if (b.k === 'fold') return or(reached(b, a.value, op === '<', reading), compared());
      const sum = b.k === 'add' && b.args.some(hasFold) ? b.args : [];
      // A sum reaches what one of its parts reaches, where none of the others takes anything away.
      if (sum.length > 0 && sum.every((x) => lowOf(linearForm(x, reading), reading.domains) !== undefined)) {
        return or(...sum.map((x) => of(a, x)), compared());
      }
    }
  }
  return compared();
}

type NumberConst = ExprOf<'const'> & { readonly value: Rational };

function isNumber(e: Expr): e is NumberConst {
  return e.k === 'const' && typeof e.value !== 'boolean';
}

function countsItems(e: Expr): boolean {
  return e.k === 'fold' && someNode(e, (node) => node.k === 'nth');
}

function hasFold(e: Expr): boolean {
  return someNode(e, (node) => node.k === 'fold');
}

/** A multiple by a constant above 0. */
function byConstant({ a, b }: ExprOf<'mul'>): { readonly by: Rational; readonly x: Expr } | undefined {
  const [first, second] = [strip(a), strip(b)];
  if (isNumber(first) && first.value.n > 0n) return { by: first.value, x: second };
  if (isNumber(second) && second.value.n > 0n) return { by: second.value, x: first };
  return undefined;
}

/** From where on a rounded number is at least `limit` (above it, with `<`): half up it reaches k steps from k − ½ on. */
function reachedFrom(op: '<' | '<=', limit: Rational, { step, mode }: ExprOf<'round'>): Expr {
  const q = divide(limit, step);
  const floor = roundTo(q, { n: 1n, d: 1n }, 'down');
  const steps = op === '<=' && compareRational(floor, q) === 0 ? floor : add(floor, rational(1));
  const from = mode === 'half-up' ? add(steps, rational(-1, 2)) : steps;
  return { k: 'const', value: multiply(from, step), valueType: { type: 'money' } };
}

function isEnd(e: Expr): e is ExprOf<'min' | 'max'> {
  return e.k === 'min' || e.k === 'max';
}

function strip(e: Expr): Expr {
  return e.k === 'step' && e.of === undefined ? strip(e.x) : e;
}

function pushed(e: ExprOf<'if'>, into: (branch: Expr) => Expr): Expr {
  return { k: 'if', c: e.c, t: into(e.t), e: into(e.e) };
}

/** Some item by which `limit` is reached, or passed with `strict`. Sufficient; for a greatest also necessary. */
export function reached(e: ExprOf<'fold'>, limit: Rational, strict: boolean, reading: Reading): Formula {
  const positive = compareRational(limit, zero) > 0 || (strict && limit.n === 0n);
  if (!positive) return no;
  const alike =
    e.op === 'sum' && e.body.k === 'const' && typeof e.body.value !== 'boolean' && e.body.value.n > 0n
      ? ceilQuotient(limit, e.body.value, strict)
      : 1n;
  const prefix = `${e.list}.`;
  const own = itemOf(e, alike, reading);
  const inner: Reading = {
    ...reading,
    rename: (ref, at) => (ref.startsWith(prefix) ? own + ref.slice(prefix.length) : (reading.rename?.(ref, at) ?? ref)),
  };
  const shared = rational(limit.n, limit.d * alike);
  const enough: Expr = { k: 'const', value: shared, valueType: { type: 'money' } };
  return {
    f: 'some',
    of: and(fromCondition(e.where, true, inner), compare(strict ? '<' : '<=', enough, e.body, inner)),
  };
}

/** Where an item of the list is at hand, it alone keeps the figure within the limit. */
function ownWithin(op: '<' | '<=', e: ExprOf<'fold'>, limit: Expr, reading: Reading): Formula {
  if (lowOf(linearForm(e.body, reading), reading.domains) === undefined) return yes;
  return or(is(`${e.list}.@own`, false), fromCondition(e.where, false, reading), compare(op, e.body, limit, reading));
}

function ceilQuotient(limit: Rational, each: Rational, strict: boolean): bigint {
  const q = rational(limit.n * each.d, limit.d * each.n);
  const whole = q.n / q.d;
  return q.n % q.d === 0n ? (strict ? whole + 1n : whole) : whole + 1n;
}

/**
 * What the facts of an item begin with that is only known to be there; it stands for so many alike. One figure over a list is
 * shown by one item wherever it is asked for.
 */
function itemOf(e: ExprOf<'fold'>, alike: bigint, reading: Reading): string {
  const { domains } = reading;
  const key = `#${keyOf(e, reading)}*${alike}`;
  const known = domains.get(key);
  if (known?.type === 'enum' && known.members[0] !== undefined) return known.members[0];
  const own = `${e.list}#${domains.size}*${alike}.`;
  const prefix = `${e.list}.`;
  for (const [id, domain] of [...domains]) {
    if (id.startsWith(prefix) && !id.startsWith('=')) domains.set(own + id.slice(prefix.length), domain);
  }
  domains.set(key, { type: 'enum', members: [own] });
  return own;
}

// ------------------------------------------------------------------------------------------------------------- numbers

/**
 * A number as a linear form. What is not linear becomes a derived fact, one for all places where it occurs: exact for a
 * rounding, a least, a greatest, an `if`; for a product of two facts and for figures over lists it is only bounded.
 */
export function linearForm(e: Expr, reading: Reading, prior?: LinearForm): LinearForm {
  const of = (x: Expr) => linearForm(x, reading, prior);
  switch (e.k) {
    case 'const':
      if (typeof e.value === 'boolean') throw new Error('a truth is no number');
      return { terms: new Map(), constant: e.value };
    case 'fact': {
      const variable = variableIn(reading, e);
      const domain = domainOf(variable, reading.domains);
      return formOf(variable, domain?.type === 'number' ? domain.scale : 1n);
    }
    case 'add':
      return e.args.map(of).reduce(addForms, { terms: new Map(), constant: zero });
    case 'mul':
      return product(e, reading, prior);
    case 'step':
      return linearForm(e.x, reading, e.of === undefined ? prior : of(e.of));
    case 'prior':
      if (prior === undefined) throw new Error('prior stands within a step only');
      return prior;
    case 'round':
      return rounded(e, of(e.x), reading);
    case 'min':
    case 'max':
      return end(e, e.args.map(of), reading);
    case 'if':
      return piecewise(
        keyOf(e, reading, prior),
        [e.t, e.e].map((branch, i) => ({
          guard: () => fromCondition(e.c, i === 0, reading),
          value: of(branch),
        })),
        reading.domains,
      );
    case 'fold':
      return figure(e, reading);
    case 'nth':
      return ordinal(e, reading);
    case 'decide':
      throw new Error('an open decision is no number: take one of its ends');
    case 'months':
      return monthsLater(e, reading);
    case 'cmp':
    case 'member':
    case 'and':
    case 'or':
    case 'not':
      throw new Error(`${e.k} is no number`);
    default:
      return e satisfies never;
  }
}

function product(e: ExprOf<'mul'>, reading: Reading, prior: LinearForm | undefined): LinearForm {
  const [a, b] = [strip(e.a), strip(e.b)];
  const of = (x: Expr) => linearForm(x, reading, prior);
  const times = (x: Expr, y: Expr): Expr => ({ k: 'mul', a: x, b: y });
  let [left, right] = [of(a), of(b)];
  if (left.terms.size === 0) return scaleForm(right, left.constant);
  if (right.terms.size === 0) return scaleForm(left, right.constant);
  // A rate that depends on conditions: each branch is a product of its own.
  if (b.k === 'if') return of(pushed(b, (branch) => times(a, branch)));
  if (a.k === 'if') return of(pushed(a, (branch) => times(branch, b)));
  if (b.k === 'add') return of({ k: 'add', args: b.args.map((x) => times(a, x)) });
  if (a.k === 'add') return of({ k: 'add', args: a.args.map((x) => times(x, b)) });
  left = named(left, reading.domains);
  right = named(right, reading.domains);
  const nonNegative = lowOf(left, reading.domains) !== undefined && lowOf(right, reading.domains) !== undefined;
  const name = `=${keyOf(e, reading, prior)}`;
  const scale = denominatorOf(left) * denominatorOf(right);
  return derived(name, reading.domains, () => ({
    type: 'number',
    scale,
    low: nonNegative ? 0n : undefined,
    fact: undefined,
    opaque: { why: 'product', factors: [left, right] },
    ...(nonNegative && {
      // Above nothing where both factors are.
      defined: () => {
        const above = (form: LinearForm) => relation(scaleForm(form, rational(-1)), '<');
        const nothing = (form: LinearForm) => relation(form, '<=');
        const value = formOf(name, scale);
        return or(and(above(value), above(left), above(right)), and(nothing(value), or(nothing(left), nothing(right))));
      },
    }),
  }));
}

/** A sum or difference as a derived fact, so that what is known of it as a whole counts. */
function named(form: LinearForm, domains: Domains): LinearForm {
  if (form.terms.size <= 1) return form;
  const name = `=sum ${formKey(form)}`;
  const scale = denominatorOf(form);
  return derived(name, domains, () => ({
    type: 'number',
    scale,
    low: lowOf(form, domains) === undefined ? undefined : 0n,
    fact: undefined,
    defined: () => relation(subtractForms(formOf(name, scale), form), '='),
  }));
}

function rounded(e: ExprOf<'round'>, x: LinearForm, reading: Reading): LinearForm {
  if (x.terms.size === 0) return { terms: x.terms, constant: roundTo(x.constant, e.step, e.mode) };
  const { domains } = reading;
  // Whole multiples of the step stay what they are.
  const inSteps = scaleForm(x, rational(e.step.d, e.step.n));
  if (denominatorOf(inSteps) === 1n) return x;
  const low = lowOf(x, domains);
  const name = `=round ${formKey(inSteps)} ${e.mode}`;
  const k = derived(name, domains, () => ({
    type: 'number',
    scale: 1n,
    low: low === undefined ? undefined : 0n,
    fact: undefined,
    // k ≤ x + s < k + 1, in steps.
    defined: () => {
      const shift: LinearForm = { terms: new Map(), constant: e.mode === 'half-up' ? rational(1, 2) : zero };
      const above = subtractForms(formOf(name, 1n), addForms(inSteps, shift));
      return and(
        relation(above, '<='),
        relation(addForms(scaleForm(above, rational(-1)), { terms: new Map(), constant: rational(-1) }), '<'),
      );
    },
  }));
  return scaleForm(k, e.step);
}

function end(e: ExprOf<'min' | 'max'>, parts: readonly LinearForm[], reading: Reading): LinearForm {
  const [first, ...others] = parts;
  if (first === undefined) throw new Error(`${e.k} of nothing`);
  if (others.length === 0) return first;
  if (parts.every((p) => p.terms.size === 0)) {
    const sign = e.k === 'min' ? -1 : 1;
    return parts.reduce((a, b) => (sign * compareRational(b.constant, a.constant) > 0 ? b : a));
  }
  const key = `${e.k} ${parts.map(formKey).join(' | ')}`;
  return piecewise(
    key,
    parts.map((value, i) => ({
      // The least is one that none of the others is below.
      guard: () =>
        and(
          ...parts.flatMap((other, j) =>
            i === j ? [] : [relation(e.k === 'min' ? subtractForms(value, other) : subtractForms(other, value), '<=')],
          ),
        ),
      value,
    })),
    reading.domains,
  );
}

/** A day months after the day of a fact. */
function monthsLater(e: ExprOf<'months'>, reading: Reading): LinearForm {
  const x = strip(e.x);
  if (x.k !== 'fact') throw new Error('months are counted from the day of a fact');
  const reckoned: Reckoned = { by: 'months', of: variableIn(reading, x), n: e.n };
  const name = `=${keyOf(e, reading)}`;
  return derived(name, reading.domains, () => ({
    type: 'number',
    scale: 1n,
    low: undefined,
    fact: undefined,
    opaque: { why: 'months', reckoned },
    defined: () => reckonedRelation(name, reckoned),
  }));
}

function piecewise(
  key: string,
  branches: readonly { readonly guard: () => Formula; readonly value: LinearForm }[],
  domains: Domains,
): LinearForm {
  const [first] = branches;
  const keys = new Set(branches.map((b) => formKey(b.value)));
  if (first !== undefined && keys.size === 1) return first.value;
  const name = `=${key}`;
  const scale = branches.reduce((common, b) => lcm(common, denominatorOf(b.value)), 1n);
  return derived(name, domains, () => ({
    type: 'number',
    scale,
    low: branches.every((b) => lowOf(b.value, domains) !== undefined) ? 0n : undefined,
    fact: undefined,
    defined: () =>
      or(...branches.map((b) => and(b.guard(), relation(subtractForms(formOf(name, scale), b.value), '=')))),
  }));
}

/** A figure over a list: bounded by nothing but 0, unless a witness gives the items. */
function figure(e: ExprOf<'fold'>, reading: Reading): LinearForm {
  const body = linearForm(e.body, reading);
  const signed = e.op === 'sum' && lowOf(body, reading.domains) === undefined;
  const name = `=${keyOf(e, reading)}`;
  return derived(name, reading.domains, () => ({
    type: 'number',
    scale: denominatorOf(body),
    low: signed ? undefined : 0n,
    fact: undefined,
    opaque: { why: 'list', figure: e },
    // Above nothing only by some item.
    ...(!signed && {
      defined: () => or(relation(formOf(name, denominatorOf(body)), '<='), reached(e, zero, true, reading)),
    }),
  }));
}

/** Which one of its kind the item at hand is: one unknown for all that ask the same. */
function ordinal(node: ExprOf<'nth'>, reading: Reading): LinearForm {
  const variable = `=${keyOf(node, reading)}`;
  const { domains, rename } = reading;
  const known = new Map<string, Formula>();
  const together = (all: readonly Ordinal[]): Formula => {
    const key = togetherKey(all);
    let formula = known.get(key);
    if (formula === undefined) {
      formula = ordinalsTogether(all, domains, (where, holds, of) =>
        fromCondition(where, holds, { domains, rename: of }),
      );
      known.set(key, formula);
    }
    return formula;
  };
  const own: Ordinal = { variable, node, rename, together };
  return derived(variable, domains, () => ({
    type: 'number',
    scale: 1n,
    low: 1n,
    fact: undefined,
    ordinal: own,
    defined: () => together([own]),
  }));
}

function derived(name: string, domains: Domains, make: () => NumberDomain): LinearForm {
  const known = domains.get(name);
  if (known?.type === 'number') return formOf(name, known.scale);
  const domain = make();
  // A definition is read once.
  const { defined } = domain;
  let formula: Formula | undefined;
  domains.set(name, defined === undefined ? domain : { ...domain, defined: () => (formula ??= defined()) });
  return formOf(name, domain.scale);
}

/** 0 where the form is surely never negative; undefined where it may be. */
function lowOf(form: LinearForm, domains: Domains): 0 | undefined {
  if (form.constant.n < 0n) return undefined;
  for (const [variable, c] of form.terms) {
    const domain = domainOf(variable, domains);
    if (c.n < 0n || domain?.type !== 'number' || domain.low === undefined || domain.low < 0n) return undefined;
  }
  return 0;
}

function formKey(form: LinearForm): string {
  const terms = [...form.terms].map(([v, c]) => `${c.n}/${c.d}·${v}`).sort();
  return `${terms.join('+')}+${form.constant.n}/${form.constant.d}`;
}

/** A form's value where variables have these values. */
export function formAt(form: LinearForm, at: (variable: string) => bigint): Rational {
  let total = form.constant;
  for (const [v, c] of form.terms) total = add(total, rational(c.n * at(v), c.d));
  return total;
}
