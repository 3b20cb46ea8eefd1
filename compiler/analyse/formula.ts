import { type Expr, type FactDeclaration, type PolicyIr, partyFact } from '../ir/ir.ts';
import { add as addRational, compare, multiply, type Rational, rational, zero } from '../ir/rational.ts';
import { type Constraint, normalise } from './linear.ts';

/**
 * Conditions of the kernel as formulas in negation normal form, for the search in `satisfy.ts`. What cannot be put into
 * such a form (a product of two facts, a rounding) is kept as `open`, and an answer that would rest on it is
 * "undecided".
 */
export type Formula =
  | { readonly f: 'true' | 'false' }
  | { readonly f: 'and'; readonly args: readonly Formula[] }
  | { readonly f: 'or'; readonly args: readonly Formula[] }
  | { readonly f: 'is'; readonly variable: string; readonly value: boolean }
  /** The member of an enum (or the text of a key) is one of the set, or with `out` none of it. */
  | { readonly f: 'in'; readonly variable: string; readonly set: ReadonlySet<string>; readonly out: boolean }
  | { readonly f: 'linear'; readonly constraint: Constraint }
  | { readonly f: 'open'; readonly why: string };

export const yes: Formula = { f: 'true' };
export const no: Formula = { f: 'false' };

/** What a formula's variables range over. */
export type Domain =
  | { readonly type: 'bool' }
  | { readonly type: 'enum'; readonly members: readonly string[] }
  | { readonly type: 'key' }
  /** Whole numbers of steps; one is `1 / scale` of the fact's unit (fen, one, a billionth). */
  | {
      readonly type: 'number';
      readonly scale: bigint;
      readonly low: bigint | undefined;
      readonly fact: FactDeclaration | undefined;
    };

/** Domains by variable: facts by id, party memberships as `@party:NAME`, procedures, the evaluation date. */
export type Domains = ReadonlyMap<string, Domain>;

const scales: Readonly<Record<FactDeclaration['valueType']['type'], bigint>> = {
  money: 1n,
  rate: 1_000_000_000n,
  quantity: 1_000_000n,
  count: 1n,
  date: 1n,
  duration: 1n,
  bool: 1n,
  enum: 1n,
  key: 1n,
};

/** The domains of everything that conditions of these policies can mention. */
export function domainsOf(policies: readonly PolicyIr[]): Map<string, Domain> {
  const domains = new Map<string, Domain>();
  domains.set('@as-of', { type: 'number', scale: 1n, low: undefined, fact: undefined });
  domains.set('@year', { type: 'number', scale: 1n, low: undefined, fact: undefined });
  for (const policy of policies) {
    for (const party of policy.parties) domains.set(partyFact(party.name), { type: 'bool' });
    for (const fact of policy.facts) {
      const { valueType } = fact;
      if (valueType.type === 'bool') domains.set(fact.id, { type: 'bool' });
      else if (valueType.type === 'key') domains.set(fact.id, { type: 'key' });
      else if (valueType.type === 'enum') {
        const members = policy.enums.find((e) => e.name === valueType.name)?.members ?? [];
        // Two versions of a policy may know different members: an applicant may be any of them.
        const known = domains.get(fact.id);
        const others = known?.type === 'enum' ? known.members : [];
        domains.set(fact.id, { type: 'enum', members: [...new Set([...others, ...members])] });
      } else {
        const open = fact.signed || valueType.type === 'date';
        domains.set(fact.id, { type: 'number', scale: scales[valueType.type], low: open ? undefined : 0n, fact });
      }
    }
  }
  return domains;
}

export function and(...args: readonly Formula[]): Formula {
  const flat = args.flatMap((a) => (a.f === 'and' ? a.args : a.f === 'true' ? [] : [a]));
  if (flat.some((a) => a.f === 'false')) return no;
  return flat.length === 0 ? yes : flat.length === 1 && flat[0] ? flat[0] : { f: 'and', args: flat };
}

export function or(...args: readonly Formula[]): Formula {
  const flat = args.flatMap((a) => (a.f === 'or' ? a.args : a.f === 'false' ? [] : [a]));
  if (flat.some((a) => a.f === 'true')) return yes;
  return flat.length === 0 ? no : flat.length === 1 && flat[0] ? flat[0] : { f: 'or', args: flat };
}

/** The negation. What is open stays open. */
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
    case 'open':
      return formula;
    default:
      return formula satisfies never;
  }
}

/** A condition, or with `holds` false its negation. */
export function fromCondition(e: Expr, holds: boolean, domains: Domains): Formula {
  const of = (x: Expr, h = holds) => fromCondition(x, h, domains);
  switch (e.k) {
    case 'const':
      return e.value === holds ? yes : no;
    case 'fact':
      return e.at === 'now' ? { f: 'is', variable: e.ref, value: holds } : { f: 'open', why: 'history' };
    case 'member': {
      if (e.x.k !== 'fact' || e.x.at !== 'now') return { f: 'open', why: 'history' };
      return { f: 'in', variable: e.x.ref, set: new Set(e.set), out: !holds };
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
      return fromComparison(e.op, e.a, e.b, holds, domains);
    case 'add':
    case 'mul':
    case 'min':
    case 'max':
    case 'round':
    case 'fold':
    case 'decide':
    case 'prior':
      throw new Error(`${e.k} is no condition`);
    default:
      return e satisfies never;
  }
}

type Relation = '<' | '<=' | '=' | '!=';

function fromComparison(op: '<' | '<=' | '=', a: Expr, b: Expr, holds: boolean, domains: Domains): Formula {
  // not (a < b) is b <= a.
  if (!holds && op !== '=') return compareLinear(op === '<' ? '<=' : '<', b, a, domains);
  return compareLinear(op === '=' && !holds ? '!=' : op, a, b, domains);
}

function compareLinear(op: Relation, a: Expr, b: Expr, domains: Domains): Formula {
  return or(
    ...cases(a).flatMap((left) =>
      cases(b).map((right) => {
        const guard = and(
          ...[...left.guards, ...right.guards].map((g) => fromCondition(g.condition, g.holds, domains)),
        );
        const difference = subtractForms(linearForm(left.value, domains), linearForm(right.value, domains));
        return and(guard, difference === undefined ? { f: 'open', why: 'not linear' } : relation(difference, op));
      }),
    ),
  );
}

/** A number as guarded alternatives without `if`, min and max, so that comparisons of it become linear. */
interface Case {
  readonly guards: readonly { readonly condition: Expr; readonly holds: boolean }[];
  readonly value: Expr;
}

function cases(e: Expr): readonly Case[] {
  switch (e.k) {
    case 'if':
      return [
        ...cases(e.t).map((c) => ({ ...c, guards: [{ condition: e.c, holds: true }, ...c.guards] })),
        ...cases(e.e).map((c) => ({ ...c, guards: [{ condition: e.c, holds: false }, ...c.guards] })),
      ];
    case 'min':
    case 'max':
      // The least of them is the one that none of the others is below.
      return e.args.flatMap((arg, i) => {
        const others = e.args.filter((_, j) => j !== i);
        const chosen = others.map((other): Case['guards'][number] => ({
          condition:
            e.k === 'min' ? { k: 'cmp', op: '<=', a: arg, b: other } : { k: 'cmp', op: '<=', a: other, b: arg },
          holds: true,
        }));
        return cases(arg).map((c) => ({ ...c, guards: [...chosen, ...c.guards] }));
      });
    case 'add':
      return e.args.reduce<readonly Case[]>(
        (sums, arg) =>
          sums.flatMap((sum) =>
            cases(arg).map((c) => ({
              guards: [...sum.guards, ...c.guards],
              value: { k: 'add', args: [sum.value, c.value] },
            })),
          ),
        [{ guards: [], value: { k: 'add', args: [] } }],
      );
    case 'mul':
      return cases(e.a).flatMap((a) =>
        cases(e.b).map((b) => ({ guards: [...a.guards, ...b.guards], value: { k: 'mul', a: a.value, b: b.value } })),
      );
    case 'step':
      return e.of === undefined ? cases(e.x) : [{ guards: [], value: e }];
    default:
      return [{ guards: [], value: e }];
  }
}

/** `Σ cᵢ·xᵢ + constant` over variables in their own steps. */
export interface LinearForm {
  readonly terms: ReadonlyMap<string, Rational>;
  readonly constant: Rational;
}

/** A number as a linear form; undefined where it is none. */
export function linearForm(e: Expr, domains: Domains): LinearForm | undefined {
  switch (e.k) {
    case 'const':
      return typeof e.value === 'boolean' ? undefined : { terms: new Map(), constant: e.value };
    case 'fact': {
      const domain = domains.get(e.ref);
      if (e.at !== 'now' || domain?.type !== 'number') return undefined;
      return { terms: new Map([[e.ref, rational(1n, domain.scale)]]), constant: zero };
    }
    case 'add':
      return e.args.reduce<LinearForm | undefined>((sum, arg) => sum && addForms(sum, linearForm(arg, domains)), {
        terms: new Map(),
        constant: zero,
      });
    case 'mul': {
      const a = linearForm(e.a, domains);
      const b = linearForm(e.b, domains);
      if (a === undefined || b === undefined) return undefined;
      if (a.terms.size === 0) return scaleForm(b, a.constant);
      if (b.terms.size === 0) return scaleForm(a, b.constant);
      return undefined;
    }
    case 'step':
      return e.of === undefined ? linearForm(e.x, domains) : undefined;
    default:
      return undefined;
  }
}

function addForms(a: LinearForm, b: LinearForm | undefined): LinearForm | undefined {
  if (b === undefined) return undefined;
  const terms = new Map(a.terms);
  for (const [v, c] of b.terms) terms.set(v, addRational(terms.get(v) ?? zero, c));
  return { terms, constant: addRational(a.constant, b.constant) };
}

export function scaleForm(form: LinearForm, by: Rational): LinearForm {
  return {
    terms: new Map([...form.terms].map(([v, c]) => [v, multiply(c, by)])),
    constant: multiply(form.constant, by),
  };
}

function subtractForms(a: LinearForm | undefined, b: LinearForm | undefined): LinearForm | undefined {
  return a && b && addForms(a, scaleForm(b, rational(-1)));
}

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
  const kept = [...form.terms].filter(([, c]) => c.n !== 0n).sort(([a], [b]) => (a < b ? -1 : 1));
  if (kept.length === 0) {
    const sign = compare(form.constant, zero);
    return (strict ? sign < 0 : sign <= 0) ? yes : no;
  }
  let common = form.constant.d;
  for (const [, c] of kept) common = lcm(common, c.d);
  const whole = (r: Rational) => (r.n * common) / r.d;
  const terms = new Map(kept.map(([v, c]) => [v, whole(c)]));
  // Over whole numbers `< 0` is `<= -1`.
  return { f: 'linear', constraint: normalise(terms, whole(form.constant) + (strict ? 1n : 0n)) };
}

function lcm(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}
