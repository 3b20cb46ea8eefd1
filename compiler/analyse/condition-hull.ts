import { type BenefitPlan, type Expr, type ExprOf, partyFact } from '../ir/ir.ts';
import { childrenOf } from '../ir/walk.ts';
import { fromCondition } from './conditions.ts';
import { type Domains, domainOf, variableOf } from './domains.ts';
import { type Formula, is, or } from './formula.ts';
import {
  beginHull,
  endHull,
  type Hull,
  limitsOf,
  limitTo,
  memberBits,
  members,
  type Numbering,
  numberOf,
} from './hull.ts';
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
  beginHull(numbering);
  const holds =
    askKinds(benefit.parties, domains, numbering) &&
    (benefit.over === undefined || ask(is(`${benefit.over}.@own`), domains, numbering)) &&
    (besides === undefined || ask(besides, domains, numbering)) &&
    narrow(benefit.when, true, { benefit, domains, numbering });
  return holds ? endHull(numbering) : undefined;
}

/** Anyone of these kinds of party. */
function askKinds(parties: readonly string[], domains: Domains, numbering: Numbering): boolean {
  const [only] = parties;
  if (parties.length !== 1 || only === undefined) {
    return ask(or(...parties.map((party) => is(partyFact(party)))), domains, numbering);
  }
  let kinds = numbering.kinds.get(only);
  if (kinds === undefined) {
    kinds = kindOf(only, domains, numbering);
    numbering.kinds.set(only, kinds);
  }
  for (let i = 0; i < kinds.length; i += 2) {
    if (!limitTo(kinds[i] as number, kinds[i + 1] as number, members, numbering)) return false;
  }
  return true;
}

const isTrue = 2;
const isFalse = 1;

function kindOf(party: string, domains: Domains, numbering: Numbering): readonly number[] {
  const variable = partyFact(party);
  const domain = domains.get(variable);
  const implied = (domain?.type === 'bool' && domain.whenTrue) || [];
  return [
    numberOf(variable, numbering),
    isTrue,
    ...implied.flatMap((i) => [numberOf(i.variable, numbering), i.value ? isTrue : isFalse]),
  ];
}

/** What a formula leaves; false where nothing is left. */
function ask(formula: Formula, domains: Domains, numbering: Numbering): boolean {
  const own = limitsOf(formula, domains);
  if (own === undefined) return false;
  for (const [variable, { low, high }] of own) {
    if (!limitTo(numberOf(variable, numbering), low, high, numbering)) return false;
  }
  return true;
}

/** What conditions are read in; this runs once for every benefit, most often before anything is compiled well. */
interface Narrowing {
  readonly benefit: BenefitPlan;
  readonly domains: Domains;
  readonly numbering: Numbering;
}

/** What a condition (or with `holds` false its negation) leaves; false where nothing is left. */
function narrow(e: Expr, holds: boolean, within: Narrowing): boolean {
  const { domains, numbering } = within;
  switch (e.k) {
    case 'and':
    case 'or': {
      if ((e.k === 'and') !== holds) break;
      const { args } = e;
      for (let i = 0; i < args.length; i++) if (!narrow(args[i] as Expr, holds, within)) return false;
      return true;
    }
    case 'not':
      return narrow(e.x, !holds, within);
    case 'step':
      return narrow(e.x, holds, within);
    case 'fact':
      // What follows from one fact for others is told by formulas.
      if (e.at !== 'now' || e.ref.startsWith('@')) break;
      return limitTo(numberOf(e.ref, numbering), holds ? isTrue : isFalse, members, numbering);
    case 'member': {
      const x = strip(e.x);
      if (x.k !== 'fact' || x.at !== 'now') break;
      const domain = domains.get(x.ref);
      if (domain?.type !== 'enum') break;
      const mask = memberBits(domain.members, e.set, holds);
      return mask !== 0 && limitTo(numberOf(x.ref, numbering), mask, members, numbering);
    }
    case 'cmp': {
      if (e.op === '=') break;
      const a = strip(e.a);
      const b = strip(e.b);
      // not (a < b) is b <= a.
      const strict = (e.op === '<') === holds;
      const left = holds ? a : b;
      const right = holds ? b : a;
      if (left.k === 'fact' && right.k === 'const') return limit(left, right, strict, true, within);
      if (left.k === 'const' && right.k === 'fact') return limit(right, left, strict, false, within);
      // Ties several facts to each other, and bounds none of them.
      if (isLinear(a) && isLinear(b) && factsIn(e, new Set()).size > 1) return true;
      break;
    }
    default:
      break;
  }
  return ask(fromCondition(e, holds, readingOf(within.benefit, domains)), domains, numbering);
}

/** A fact at most a figure, or at least; ends that no floating-point number is are moved outwards. */
function limit(
  fact: ExprOf<'fact'>,
  figure: ExprOf<'const'>,
  strict: boolean,
  isLeft: boolean,
  { domains, numbering }: Narrowing,
): boolean {
  const { value } = figure;
  if (typeof value === 'boolean') return true;
  const variable = fact.at === 'now' ? fact.ref : variableOf(fact.ref, fact.at);
  const domain = domainOf(variable, domains);
  const end =
    domain?.type !== 'number' || domain.scale === 1n
      ? Number(value.n) / Number(value.d)
      : (Number(value.n) * Number(domain.scale)) / Number(value.d);
  const isExact = value.d === 1n && Number.isSafeInteger(end);
  const margin = isExact ? (strict ? -1 : 0) : Math.abs(end) * 1e-14;
  const id = numberOf(variable, numbering);
  return isLeft
    ? limitTo(id, Number.NEGATIVE_INFINITY, end + margin, numbering)
    : limitTo(id, end - margin, Number.POSITIVE_INFINITY, numbering);
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
