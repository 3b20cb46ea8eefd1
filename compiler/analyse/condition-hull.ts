import { type BenefitPlan, type Expr, type ExprOf, partyFact } from '../ir/ir.ts';
import { childrenOf } from '../ir/walk.ts';
import { fromCondition, type Reading, variableIn } from './conditions.ts';
import { type Domains, domainOf } from './domains.ts';
import { type Formula, is, or } from './formula.ts';
import { bits, both, type Hull, hullOfLimits, type Limits, limitsOf, memberBits, type Numbering } from './hull.ts';
import { readingOf } from './payable.ts';

/**
 * The hull of where a benefit's party and conditions hold, read from the conditions themselves: most benefits meet no other
 * one, and their formulas are never needed. Only what is no plain comparison is read by way of its formula. Undefined where
 * it is empty at sight.
 */
export function hullOfBenefit(
  benefit: BenefitPlan,
  domains: Domains,
  numbering: Numbering,
  /** What must hold besides. */
  besides?: Formula,
): Hull | undefined {
  const limits: Limits = new Map();
  const holds =
    askKinds(benefit.parties, limits, domains) &&
    (benefit.over === undefined || ask(is(`${benefit.over}.@own`), limits, domains)) &&
    (besides === undefined || ask(besides, limits, domains)) &&
    narrow(benefit.when, true, limits, readingOf(benefit, domains));
  return holds ? hullOfLimits(limits, numbering) : undefined;
}

/** Anyone of these kinds of party. */
function askKinds(parties: readonly string[], limits: Limits, domains: Domains): boolean {
  const [only] = parties;
  if (parties.length !== 1 || only === undefined) {
    return ask(or(...parties.map((party) => is(partyFact(party)))), limits, domains);
  }
  const variable = partyFact(only);
  const domain = domains.get(variable);
  limits.set(variable, isTrue);
  if (domain?.type === 'bool')
    for (const i of domain.whenTrue ?? []) limits.set(i.variable, i.value ? isTrue : isFalse);
  return true;
}

const isTrue = bits(2);
const isFalse = bits(1);

/** What a formula leaves; false where nothing is left. */
function ask(formula: Formula, limits: Limits, domains: Domains): boolean {
  const own = limitsOf(formula, domains);
  if (own === undefined) return false;
  for (const [variable, limit] of own) if (!both(limits, variable, limit)) return false;
  return true;
}

/** What a condition (or with `holds` false its negation) leaves; false where nothing is left. */
function narrow(e: Expr, holds: boolean, limits: Limits, reading: Reading): boolean {
  switch (e.k) {
    case 'and':
    case 'or':
      if ((e.k === 'and') !== holds) break;
      for (const arg of e.args) if (!narrow(arg, holds, limits, reading)) return false;
      return true;
    case 'not':
      return narrow(e.x, !holds, limits, reading);
    case 'step':
      return narrow(e.x, holds, limits, reading);
    case 'member': {
      const x = strip(e.x);
      if (x.k !== 'fact' || x.at !== 'now') break;
      const variable = variableIn(reading, x);
      const domain = domainOf(variable, reading.domains);
      if (domain?.type !== 'enum') break;
      const mask = memberBits(domain.members, (member) => e.set.includes(member) === holds);
      return mask !== 0 && both(limits, variable, bits(mask));
    }
    case 'cmp': {
      const [a, b] = [strip(e.a), strip(e.b)];
      if (e.op === '=') break;
      // not (a < b) is b <= a.
      const strict = (e.op === '<') === holds;
      const [left, right] = holds ? [a, b] : [b, a];
      if (left.k === 'fact' && right.k === 'const') return limit(left, right, strict, true, limits, reading);
      if (left.k === 'const' && right.k === 'fact') return limit(right, left, strict, false, limits, reading);
      // Ties several facts to each other, and bounds none of them.
      if (isLinear(a) && isLinear(b) && factsIn(e, new Set()).size > 1) return true;
      break;
    }
    default:
      break;
  }
  return ask(fromCondition(e, holds, reading), limits, reading.domains);
}

/** A fact at most a figure, or at least; ends that no floating-point number is are moved outwards. */
function limit(
  fact: ExprOf<'fact'>,
  { value }: ExprOf<'const'>,
  strict: boolean,
  isLeft: boolean,
  limits: Limits,
  reading: Reading,
): boolean {
  if (typeof value === 'boolean') return true;
  const variable = variableIn(reading, fact);
  const domain = domainOf(variable, reading.domains);
  const scale = domain?.type === 'number' ? Number(domain.scale) : 1;
  const end = (Number(value.n) * scale) / Number(value.d);
  const isExact = value.d === 1n && Number.isSafeInteger(end);
  const margin = isExact ? (strict ? -1 : 0) : Math.abs(end) * 1e-14;
  return both(
    limits,
    variable,
    isLeft
      ? { low: Number.NEGATIVE_INFINITY, high: end + margin }
      : { low: end - margin, high: Number.POSITIVE_INFINITY },
  );
}

function strip(e: Expr): Expr {
  return e.k === 'step' && e.of === undefined ? strip(e.x) : e;
}

function isLinear(e: Expr): boolean {
  const isSum = e.k === 'add' || e.k === 'mul' || e.k === 'const' || e.k === 'fact' || (e.k === 'step' && !e.of);
  return isSum && childrenOf(e).every(isLinear);
}

function factsIn(e: Expr, found: Set<string>): ReadonlySet<string> {
  if (e.k === 'fact') found.add(`${e.ref} ${typeof e.at === 'string' ? e.at : JSON.stringify(e.at)}`);
  else for (const child of childrenOf(e)) factsIn(child, found);
  return found;
}
