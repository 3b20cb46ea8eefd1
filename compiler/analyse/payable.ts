import { type BenefitPlan, type Expr, type PolicyIr, partyFact } from '../ir/ir.ts';
import { compare, divide, multiply, type Rational, rational, zero } from '../ir/rational.ts';
import { and, type Domains, type Formula, fromCondition, linearForm, no, or, relation, yes } from './formula.ts';

/** Where a benefit can be paid at all: its party, its conditions, and an amount that can be above nothing. */
export function payable(benefit: BenefitPlan, domains: Domains): Formula {
  return and(
    or(...benefit.parties.map((party): Formula => ({ f: 'is', variable: partyFact(party), value: true }))),
    fromCondition(benefit.when, true, domains),
    canExceed(amountOf(benefit.amount), { n: 1n, d: 2n }, domains),
  );
}

/** The amount without its rounding: half a fen or more is paid as one. */
function amountOf(e: Expr): Expr {
  return e.k === 'step' && e.role === 'round' && e.of !== undefined ? e.of : e;
}

/** Where a number can be at least `limit` > 0, whatever is decided: decisions are taken at their upper end. */
function canExceed(e: Expr, limit: Rational, domains: Domains, prior?: Expr): Formula {
  const of = (x: Expr, l = limit) => canExceed(x, l, domains, prior);
  switch (e.k) {
    case 'const':
      return typeof e.value !== 'boolean' && compare(e.value, limit) >= 0 ? yes : no;
    case 'prior':
      return prior === undefined ? no : of(prior);
    case 'step':
      return e.of === undefined ? of(e.x) : canExceed(e.x, limit, domains, e.of);
    case 'min':
      return and(...e.args.map((a) => of(a)));
    case 'max':
      return or(...e.args.map((a) => of(a)));
    case 'if':
      return or(and(fromCondition(e.c, true, domains), of(e.t)), and(fromCondition(e.c, false, domains), of(e.e)));
    case 'decide':
      return e.hi === null ? yes : of(e.hi);
    case 'round': {
      // Half up reaches k steps from k − ½ on; down from k steps on.
      const steps = ceilSteps(limit, e.step);
      const threshold =
        e.mode === 'half-up' ? multiply(e.step, rational(2n * steps - 1n, 2n)) : multiply(e.step, rational(steps));
      return of(e.x, threshold);
    }
    case 'fact':
    case 'add':
    case 'mul': {
      const form = linearForm(e, domains);
      if (form !== undefined) {
        return relation({ terms: negated(form.terms), constant: subtract(limit, form.constant) }, '<=');
      }
      // Parts are never negative, so a sum reaches what one of its parts reaches; what else it reaches is left open.
      const open: Formula = { f: 'open', why: 'not linear' };
      if (e.k === 'add') return or(...e.args.map((a) => of(a)), open);
      if (e.k === 'mul' && e.a.k === 'const' && typeof e.a.value !== 'boolean' && e.a.value.n > 0n) {
        return of(e.b, divide(limit, e.a.value));
      }
      return open;
    }
    case 'fold':
      return { f: 'open', why: 'list' };
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

function negated(terms: ReadonlyMap<string, Rational>): Map<string, Rational> {
  return new Map([...terms].map(([v, c]) => [v, { n: -c.n, d: c.d }]));
}

function subtract(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** The least number of steps, at least one, that reaches the limit. */
function ceilSteps(limit: Rational, step: Rational): bigint {
  const q = rational(limit.n * step.d, limit.d * step.n);
  return compare(q, zero) <= 0 ? 1n : (q.n + q.d - 1n) / q.d;
}

/**
 * A kind of party whose narrower kinds matter here is one of them: "an institute" alone leaves open whether the measure
 * for universities applies. Not true of everybody, so a witness is first sought with it and then without.
 */
export function narrowest(policies: readonly PolicyIr[], mentioned: ReadonlySet<string>): Formula {
  const parents = new Map(policies.flatMap((p) => p.parties).map((p) => [p.name, p.parents] as const));
  const isBelow = (name: string, above: string): boolean =>
    (parents.get(name) ?? []).some((p) => p === above || isBelow(p, above));
  const rules = [...parents.keys()].flatMap((party) => {
    const children = [...parents].flatMap(([name, above]) => (above.includes(party) ? [name] : []));
    if (![...mentioned].some((name) => isBelow(name, party))) return [];
    const is = (name: string, value: boolean): Formula => ({ f: 'is', variable: partyFact(name), value });
    return [or(is(party, false), ...children.map((child) => is(child, true)))];
  });
  return and(...rules);
}

/**
 * What is true of every applicant: a narrower kind is also the wider one, and nobody is of two kinds that were declared
 * disjoint. Keeps impossible identities out of witnesses.
 */
export function identities(policies: readonly PolicyIr[]): Formula {
  const is = (party: string, value: boolean): Formula => ({ f: 'is', variable: partyFact(party), value });
  const rules = new Map<string, Formula>();
  for (const policy of policies) {
    for (const party of policy.parties) {
      for (const parent of party.parents) {
        rules.set(`${party.name} is ${parent}`, or(is(party.name, false), is(parent, true)));
      }
    }
    for (const set of policy.disjoint) {
      for (const [i, a] of set.entries()) {
        for (const b of set.slice(i + 1)) rules.set(`${a} # ${b}`, or(is(a, false), is(b, false)));
      }
    }
  }
  return and(...rules.values());
}
