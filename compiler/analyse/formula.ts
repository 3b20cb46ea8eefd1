import { compare, type Rational, rational, add as sum, zero } from '../ir/rational.ts';
import { type Constraint, normalise } from './constraint.ts';

/**
 * Conditions as formulas in negation normal form over the variables of `domains.ts`, for the search in `satisfy.ts`. What
 * cannot be put into such a form is kept as `open`, and an answer that would rest on it is "undecided".
 */
export type Formula =
  | { readonly f: 'true' | 'false' }
  | { readonly f: 'and'; readonly args: readonly Formula[] }
  | { readonly f: 'or'; readonly args: readonly Formula[] }
  | { readonly f: 'is'; readonly variable: string; readonly value: boolean }
  /** The member of an enum (or the text of a key) is one of the set, or with `out` none of it. */
  | { readonly f: 'in'; readonly variable: string; readonly set: ReadonlySet<string>; readonly out: boolean }
  | { readonly f: 'linear'; readonly constraint: Constraint }
  /** For some item of a list, which has variables of its own: its negation says something of all items. */
  | { readonly f: 'some'; readonly of: Formula }
  | { readonly f: 'open'; readonly why: OpenReason };

/** Why something is not decided exactly: a product, earlier years, a list, whole numbers, too many combinations. */
export type OpenReason = 'product' | 'history' | 'list' | 'linear' | 'search' | 'reading' | 'months';

export const yes: Formula = { f: 'true' };
export const no: Formula = { f: 'false' };

export function and(...args: readonly Formula[]): Formula {
  const flat: Formula[] = [];
  for (const a of args) {
    if (a.f === 'false') return no;
    if (a.f === 'and') flat.push(...a.args);
    else if (a.f !== 'true') flat.push(a);
  }
  return flat.length === 0 ? yes : flat.length === 1 && flat[0] ? flat[0] : { f: 'and', args: flat };
}

export function or(...args: readonly Formula[]): Formula {
  const flat: Formula[] = [];
  for (const a of args) {
    if (a.f === 'true') return yes;
    if (a.f === 'or') flat.push(...a.args);
    else if (a.f !== 'false') flat.push(a);
  }
  return flat.length === 0 ? no : flat.length === 1 && flat[0] ? flat[0] : { f: 'or', args: flat };
}

export function is(variable: string, value = true): Formula {
  return { f: 'is', variable, value };
}

/** The negation. What is open stays open, and so does what only some item of a list has to meet. */
export function not(formula: Formula): Formula {
  switch (formula.f) {
    case 'true':
      return no;
    case 'false':
      return yes;
    case 'and':
      return or(...formula.args.map(not));
    case 'or':
      return and(...formula.args.map(not));
    case 'is':
      return { ...formula, value: !formula.value };
    case 'in':
      return { ...formula, out: !formula.out };
    case 'linear': {
      // not (s <= 0) is 1 - s <= 0 over whole numbers.
      const { terms, constant } = formula.constraint;
      const negated = new Map([...terms].map(([v, c]) => [v, -c] as const));
      return { f: 'linear', constraint: normalise(negated, 1n - constant) };
    }
    case 'some':
      return { f: 'open', why: 'list' };
    case 'open':
      return formula;
    default:
      return formula satisfies never;
  }
}

// -------------------------------------------------------------------------------------------------------- linear forms

/** `Σ cᵢ·xᵢ + constant` over variables in their own steps. */
export interface LinearForm {
  readonly terms: ReadonlyMap<string, Rational>;
  readonly constant: Rational;
}

export function addForms(a: LinearForm, b: LinearForm): LinearForm {
  if (b.terms.size === 0) return { terms: a.terms, constant: sum(a.constant, b.constant) };
  const terms = new Map(a.terms);
  for (const [v, c] of b.terms) {
    const total = sum(terms.get(v) ?? zero, c);
    if (total.n === 0n) terms.delete(v);
    else terms.set(v, total);
  }
  return { terms, constant: sum(a.constant, b.constant) };
}

export function scaleForm(form: LinearForm, by: Rational): LinearForm {
  if (by.n === 0n) return { terms: new Map(), constant: zero };
  const times = (c: Rational): Rational => rational(c.n * by.n, c.d * by.d);
  return { terms: new Map([...form.terms].map(([v, c]) => [v, times(c)])), constant: times(form.constant) };
}

export function subtractForms(a: LinearForm, b: LinearForm): LinearForm {
  return addForms(a, scaleForm(b, rational(-1)));
}

/** A variable of `scale` steps to one, as a form. */
export function formOf(variable: string, scale: bigint): LinearForm {
  return { terms: new Map([[variable, rational(1n, scale)]]), constant: zero };
}

/** The least number by which the form becomes whole for all whole numbers. */
export function denominatorOf(form: LinearForm): bigint {
  let common = form.constant.d;
  for (const c of form.terms.values()) common = lcm(common, c.d);
  return common;
}

export type Relation = '<' | '<=' | '=' | '!=';

/** `form op 0` as constraints over whole numbers. */
export function relation(form: LinearForm, op: Relation): Formula {
  switch (op) {
    case '<=':
      return constraintOf(form, false);
    case '<':
      return constraintOf(form, true);
    case '=':
      return and(constraintOf(form, false), constraintOf(scaleForm(form, rational(-1)), false));
    case '!=':
      return or(constraintOf(form, true), constraintOf(scaleForm(form, rational(-1)), true));
    default:
      return op satisfies never;
  }
}

function constraintOf(form: LinearForm, strict: boolean): Formula {
  const kept = [...form.terms].filter(([, c]) => c.n !== 0n);
  if (kept.length === 0) {
    const sign = compare(form.constant, zero);
    return (strict ? sign < 0 : sign <= 0) ? yes : no;
  }
  if (kept.length > 1) kept.sort(([a], [b]) => (a < b ? -1 : 1));
  const common = denominatorOf(form);
  const whole = (r: Rational) => (r.n * common) / r.d;
  const terms = new Map(kept.map(([v, c]) => [v, whole(c)]));
  // Over whole numbers `< 0` is `<= -1`.
  return { f: 'linear', constraint: normalise(terms, whole(form.constant) + (strict ? 1n : 0n)) };
}

export function lcm(a: bigint, b: bigint): bigint {
  if (a === b || b === 1n) return a;
  if (a === 1n) return b;
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}
