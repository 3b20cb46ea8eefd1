import { type BenefitPlan, type Expr, partyFact } from '../ir/ir.ts';
import { one, type Rational, rational } from '../ir/rational.ts';
import { childrenOf, someNode } from '../ir/walk.ts';
import { amountEnd } from './amount-ends.ts';
import { compare, fromCondition, type Reading } from './conditions.ts';
import type { Domains } from './domains.ts';
import { and, type Formula, is, or, yes } from './formula.ts';
import { numberAt, truthAt } from './point.ts';
import type { Value } from './values.ts';

const oneFen: Expr = { k: 'const', value: one, valueType: { type: 'money' } };

/** How a benefit is read: what a procedure decides for it, it decides for no other. */
export function readingOf(benefit: BenefitPlan, domains: Domains): Reading {
  const own = ` ${benefit.measure}/${benefit.label ?? ''}`;
  return { domains, rename: (ref) => (ref.startsWith('@passed:') ? ref + own : ref) };
}

/** Where a benefit can be paid at all: its party, its conditions, and an amount that can come to a fen or more. */
export function payable(benefit: BenefitPlan, domains: Domains): Formula {
  const reading = readingOf(benefit, domains);
  return and(eligible(benefit, domains), paysSomething(benefit, reading));
}

/** Where its party and its conditions hold. */
export function eligible(benefit: BenefitPlan, domains: Domains): Formula {
  return and(
    or(...benefit.parties.map((party) => is(partyFact(party)))),
    // The item itself counts in figures over its list.
    benefit.over === undefined ? yes : is(`${benefit.over}.@own`),
    fromCondition(benefit.when, true, readingOf(benefit, domains)),
  );
}

/** Where its amount can come to a fen or more. */
export function paysSomething(benefit: BenefitPlan, reading: Reading): Formula {
  return and(compare('<=', oneFen, amountEnd(benefit, 'high'), reading), withinMoney(benefit, reading));
}

/** What comes to more than an evaluator can pay is an error, not an award. Products of facts alone grow that fast. */
function withinMoney(benefit: BenefitPlan, reading: Reading): Formula {
  const grows = (e: Expr): boolean => e.k === 'mul' && hasFigure(e.a) && hasFigure(e.b);
  if (!someNode(benefit.amount, grows) || someNode(benefit.amount, (e) => e.k === 'decide')) return yes;
  return compare('<=', amountEnd(benefit, 'high'), mostMoney, reading);
}

/** Whether a number depends on a figure, not only on conditions. */
function hasFigure(e: Expr): boolean {
  if (e.k === 'if') return hasFigure(e.t) || hasFigure(e.e);
  return e.k === 'fact' || e.k === 'fold' || e.k === 'prior' || childrenOf(e).some(hasFigure);
}

const mostMoney: Expr = { k: 'const', value: rational(Number.MAX_SAFE_INTEGER), valueType: { type: 'money' } };

/** What a benefit pays one applicant at each end, in fen; undefined where it pays nothing. */
export function paidAt(
  benefit: BenefitPlan,
  values: ReadonlyMap<string, Value>,
  domains: Domains,
): { readonly low: Rational; readonly high: Rational } | undefined {
  const point = { ...readingOf(benefit, domains), values };
  if (!benefit.parties.some((p) => values.get(partyFact(p)) === true)) return undefined;
  if (!truthAt(benefit.when, point)) return undefined;
  const high = numberAt(benefit.amount, point, 'high');
  return high.n <= 0n ? undefined : { low: numberAt(benefit.amount, point, 'low'), high };
}

/** Where it cannot. */
export function unpayable(benefit: BenefitPlan, domains: Domains): Formula {
  const reading = readingOf(benefit, domains);
  return or(
    and(...benefit.parties.map((party) => is(partyFact(party), false))),
    fromCondition(benefit.when, false, reading),
    compare('<', amountEnd(benefit, 'high'), oneFen, reading),
  );
}

/** An applicant of any of these kinds; of no kind in particular: anyone. */
export function ofParties(parties: readonly string[]): Formula {
  return parties.length === 0 ? yes : or(...parties.map((party) => is(partyFact(party))));
}

/**
 * A kind of party whose narrower kinds matter here is one of them: "an institute" alone leaves open whether the measure
 * for universities applies. Not true of everybody, so a witness is first sought with it and then without.
 */
export function narrowest(mentioned: Iterable<string>, domains: Domains): Formula {
  const rules = new Map<string, Formula>();
  for (const name of mentioned) {
    for (const wider of impliedBy(name, 'whenTrue', domains)) {
      if (rules.has(wider)) continue;
      const children = impliedBy(wider, 'whenFalse', domains);
      rules.set(wider, or(is(partyFact(wider), false), ...children.map((child) => is(partyFact(child)))));
    }
  }
  return and(...rules.values());
}

/** Nobody of two kinds of which neither is the other, where the applicant found is of two; otherwise true. */
export function ofOneKind(
  mentioned: ReadonlySet<string>,
  found: ReadonlyMap<string, Value>,
  domains: Domains,
): Formula {
  const names = [...mentioned];
  const pairs = names.flatMap((a, i) =>
    names.slice(i + 1).flatMap((b) => {
      const related = impliedBy(a, 'whenTrue', domains).includes(b) || impliedBy(b, 'whenTrue', domains).includes(a);
      return related ? [] : [[a, b] as const];
    }),
  );
  const isBoth = pairs.some(([a, b]) => found.get(partyFact(a)) === true && found.get(partyFact(b)) === true);
  return isBoth ? and(...pairs.map(([a, b]) => or(is(partyFact(a), false), is(partyFact(b), false)))) : yes;
}

/** The wider kinds of a kind of party, or the narrower ones. */
function impliedBy(party: string, by: 'whenTrue' | 'whenFalse', domains: Domains): readonly string[] {
  const domain = domains.get(partyFact(party));
  if (domain?.type !== 'bool') return [];
  const value = by === 'whenTrue';
  return (domain[by] ?? []).flatMap((i) => (i.value === value ? [i.variable.slice('@party:'.length)] : []));
}
