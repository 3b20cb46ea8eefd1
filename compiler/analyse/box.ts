import { yearEndFact } from '../ir/ir.ts';
import { add, type Rational, rational } from '../ir/rational.ts';
import { type Bounds, type Constraint, ceilDivide, floorDivide } from './constraint.ts';
import { type Domains, domainOf, factOf, firstDay, lastDay, type NumberDomain, type Ordinal } from './domains.ts';
import type { Formula, LinearForm, OpenReason } from './formula.ts';

type Literal = Exclude<Formula, { readonly f: 'and' | 'or' | 'some' }>;

/**
 * What is known of the variables on one path of the search. It is changed in place; `trail` holds what each change
 * replaced, so that a path is left by taking the changes back.
 */
export interface Box {
  readonly domains: Domains;
  readonly bools: Map<string, boolean>;
  /** Members still possible; of a key, which has no members, those that are excluded are in `outs`. */
  readonly members: Map<string, ReadonlySet<string>>;
  readonly outs: Map<string, ReadonlySet<string>>;
  readonly bounds: Map<string, Bounds>;
  /** Constraints over more than one variable. */
  readonly constraints: Constraint[];
  /** Those of them that speak of a variable. */
  readonly uses: Map<string, Constraint[]>;
  /** Those of them that bounds have not been passed on along since they, or the bounds of their variables, changed. */
  readonly stale: Set<Constraint>;
  /** Derived facts whose definition has been added. */
  readonly defined: Map<string, true>;
  /** Formulas that what was added brings with it, still to be added. */
  readonly pending: Formula[];
  /** Why a "yes" on this path would not be sure. */
  open: OpenReason | undefined;
  readonly trail: (() => void)[];
  /** Products among the variables met. */
  readonly products: Map<string, NumberDomain>;
}

export function emptyBox(domains: Domains): Box {
  return {
    domains,
    bools: new Map(),
    members: new Map(),
    outs: new Map(),
    bounds: new Map(),
    constraints: [],
    uses: new Map(),
    stale: new Set(),
    defined: new Map(),
    pending: [],
    open: undefined,
    trail: [],
    products: new Map(),
  };
}

/** Takes back all changes since the trail had this length. */
export function backTo(box: Box, length: number): void {
  while (box.trail.length > length) box.trail.pop()?.();
  box.pending.length = 0;
  // A choice is made only where nothing is left to be passed on.
  box.stale.clear();
}

function put<V>(box: Box, map: Map<string, V>, key: string, value: V): void {
  const had = map.has(key);
  const old = map.get(key) as V;
  map.set(key, value);
  box.trail.push(() => {
    if (had) map.set(key, old);
    else map.delete(key);
  });
}

/** One more thing is known; false where that leaves nothing. */
export function narrow(box: Box, literal: Literal): boolean {
  switch (literal.f) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'is':
      return decide(box, literal.variable, literal.value);
    case 'in': {
      const left = membersLeft(box, literal);
      if (left === undefined) {
        // A key that is none of the set may be whatever else.
        put(box, box.outs, literal.variable, new Set([...(box.outs.get(literal.variable) ?? []), ...literal.set]));
        return true;
      }
      if (left.size === 0) return false;
      put(box, box.members, literal.variable, left);
      return true;
    }
    case 'linear':
      return narrowLinear(box, literal.constraint);
    case 'open': {
      const before = box.open;
      box.open ??= literal.why;
      box.trail.push(() => {
        box.open = before;
      });
      return true;
    }
    default:
      return literal satisfies never;
  }
}

function decide(box: Box, variable: string, value: boolean): boolean {
  const known = box.bools.get(variable);
  if (known !== undefined) return known === value;
  put(box, box.bools, variable, value);
  const domain = domainOf(variable, box.domains);
  if (domain?.type !== 'bool') return true;
  for (const implied of (value ? domain.whenTrue : domain.whenFalse) ?? []) {
    if (!decide(box, implied.variable, implied.value)) return false;
  }
  return true;
}

function membersLeft(box: Box, literal: Extract<Formula, { f: 'in' }>): ReadonlySet<string> | undefined {
  const { variable, set, out } = literal;
  const known = box.members.get(variable);
  let all: Iterable<string> | undefined = known;
  if (all === undefined) {
    const domain = domainOf(variable, box.domains);
    if (domain?.type === 'enum') all = domain.members;
  }
  if (all === undefined) {
    if (out) return undefined;
    const outs = box.outs.get(variable);
    return outs === undefined ? set : new Set([...set].filter((m) => !outs.has(m)));
  }
  const left = new Set<string>();
  for (const m of all) if (set.has(m) !== out) left.add(m);
  return left;
}

function narrowLinear(box: Box, constraint: Constraint): boolean {
  const { terms, constant } = constraint;
  for (const variable of terms.keys()) define(box, variable);
  if (terms.size === 0) return constant <= 0n;
  if (terms.size > 1) {
    addConstraint(box, constraint);
    return true;
  }
  for (const [variable, coefficient] of terms) {
    if (coefficient > 0n) return bound(box, variable, undefined, floorDivide(-constant, coefficient));
    return bound(box, variable, ceilDivide(constant, -coefficient), undefined);
  }
  return true;
}

function addConstraint(box: Box, constraint: Constraint): void {
  const uses: Constraint[][] = [];
  for (const variable of constraint.terms.keys()) {
    let known = box.uses.get(variable);
    if (known === undefined) {
      known = [];
      box.uses.set(variable, known);
    }
    known.push(constraint);
    uses.push(known);
  }
  box.constraints.push(constraint);
  box.stale.add(constraint);
  box.trail.push(() => {
    box.constraints.pop();
    for (const known of uses) known.pop();
  });
}

/** What a derived fact is, and what the year and the day say of each other, counts wherever they occur. */
function define(box: Box, variable: string): void {
  if (box.defined.has(variable)) return;
  const domain = domainOf(variable, box.domains);
  if (variable === yearEndFact || variable.startsWith(`${yearEndFact}@`)) {
    defineYearEnd(box, variable);
    return;
  }
  if (domain?.type !== 'number' || domain.defined === undefined) {
    if (domain?.type !== 'number' || !variable.includes('@') || variable.startsWith('@')) return;
    defineYear(box, variable);
    return;
  }
  put(box, box.defined, variable, true);
  if (domain.ordinal !== undefined) {
    box.pending.push(domain.ordinal.together(ordinalsOf(box, domain.ordinal.node.list)));
    return;
  }
  if (domain.opaque?.why === 'product') {
    put(box, box.products, variable, domain);
    // What its factors are made of counts as well.
    for (const form of domain.opaque.factors) for (const v of form.terms.keys()) define(box, v);
  }
  box.pending.push(domain.defined());
}

/** All that is asked about the place of the item at hand in this list. */
export function ordinalsOf(box: Box, list: string): readonly Ordinal[] {
  const names = [...box.defined.keys()].filter((v) => v.startsWith('=nth ')).sort();
  return names.flatMap((v) => {
    const domain = box.domains.get(v);
    const ordinal = domain?.type === 'number' ? domain.ordinal : undefined;
    return ordinal?.node.list === list ? [ordinal] : [];
  });
}

/**
 * The highest of all years is no less than that of any: of now, and of those that are spoken of; that of the years before no less
 * than that of any of them. What growth is reckoned from is what there was that year.
 */
function defineYear(box: Box, variable: string): void {
  const { ref, at } = factOf(variable);
  if (at === 'now' || at === 'awarded') return;
  put(box, box.defined, variable, true);
  const atMost = (a: string, b: string) => {
    const terms = new Map([
      [a, 1n],
      [b, -1n],
    ]);
    box.pending.push({ f: 'linear', constraint: { terms, constant: 0n } });
  };
  const earlier = `${ref}@earlier`;
  const peak = `${ref}@peak`;
  // The highest of all is that of now or of before.
  if ((at === 'peak' || at === 'earlier') && box.defined.has(earlier) && box.defined.has(peak)) {
    const below = (year: string): Formula => {
      const terms = new Map([
        [peak, 1n],
        [year, -1n],
      ]);
      return { f: 'linear', constraint: { terms, constant: 0n } };
    };
    box.pending.push({ f: 'or', args: [below(ref), below(earlier)] });
  }
  if (typeof at === 'object') {
    if ('base' in at) {
      atMost(variable, `${ref}@back ${at.base}`);
      atMost(`${ref}@back ${at.base}`, variable);
      return;
    }
    if (at.back > 0 && box.defined.has(earlier)) atMost(variable, earlier);
  } else if (at === 'earlier') {
    for (const v of box.defined.keys()) if (v.startsWith(`${ref}@back `)) atMost(v, earlier);
    if (box.defined.has(peak)) atMost(earlier, peak);
    return;
  }
  const years =
    at === 'peak'
      ? [ref, ...[...box.defined.keys()].filter((v) => v === earlier || v.startsWith(`${ref}@back `))]
      : box.defined.has(peak)
        ? [variable]
        : [];
  for (const year of years) atMost(year, peak);
}

/** The last day of the year of evaluation lies at most a year after its date; that of a year before as many years before that. */
function defineYearEnd(box: Box, variable: string): void {
  put(box, box.defined, variable, true);
  const within = (from: string, to: string, least: bigint, most: bigint) => {
    const at = (a: string, b: string, constant: bigint) => {
      const terms = new Map([
        [a, 1n],
        [b, -1n],
      ]);
      box.pending.push({ f: 'linear', constraint: { terms, constant } });
    };
    at(from, to, least);
    at(to, from, -most);
  };
  const { at } = factOf(variable);
  if (at === 'now') within('@as-of', variable, 0n, 365n);
  else if (typeof at === 'object' && 'back' in at) {
    const years = BigInt(at.back);
    within(variable, yearEndFact, 365n * years, 366n * years);
  }
}

/** Tightens the bounds of a variable; false where that leaves nothing. */
export function bound(box: Box, variable: string, low: bigint | undefined, high: bigint | undefined): boolean {
  const known = boundsOf(box, variable);
  const next: Bounds = {
    low: low === undefined || (known.low !== undefined && known.low >= low) ? known.low : low,
    high: high === undefined || (known.high !== undefined && known.high <= high) ? known.high : high,
  };
  if (next.low !== undefined && next.high !== undefined && next.low > next.high) return false;
  if (next.low === known.low && next.high === known.high && box.bounds.has(variable)) return true;
  put(box, box.bounds, variable, next);
  for (const constraint of box.uses.get(variable) ?? []) box.stale.add(constraint);
  if (variable === '@year' && (next.low !== known.low || next.high !== known.high)) {
    return bound(
      box,
      '@as-of',
      next.low === undefined || next.low < 1n ? firstDay : dayOf(next.low),
      next.high === undefined || next.high > 9999n ? lastDay : dayOf(next.high + 1n) - 1n,
    );
  }
  if (variable === '@as-of' && box.bounds.has('@year')) {
    return bound(
      box,
      '@year',
      next.low === undefined ? undefined : yearOf(next.low),
      next.high === undefined ? undefined : yearOf(next.high),
    );
  }
  return true;
}

/** The first day of a year. */
export function dayOf(year: bigint): bigint {
  const date = new Date(0);
  date.setUTCFullYear(Number(year), 0, 1);
  return BigInt(Math.round(date.getTime() / 86_400_000));
}

export function yearOf(day: bigint): bigint {
  const within = day < firstDay ? firstDay : day > lastDay ? lastDay : day;
  return BigInt(new Date(Number(within) * 86_400_000).getUTCFullYear());
}

export function boundsOf(box: Box, variable: string): Bounds {
  const known = box.bounds.get(variable);
  if (known !== undefined) return known;
  const domain = domainOf(variable, box.domains);
  return { low: domain?.type === 'number' ? domain.low : undefined, high: undefined };
}

/** How often bounds are passed on along a constraint: a circle of differences could go on for ever. */
const mostRounds = 12;

/** Passes bounds on along the constraints over several variables; false where one cannot hold. */
export function propagate(box: Box): boolean {
  for (let left = mostRounds * (box.constraints.length + 1); left > 0; ) {
    if (!boundProducts(box)) return false;
    if (box.stale.size === 0) return true;
    // What becomes stale meanwhile joins the end.
    for (const constraint of box.stale) {
      box.stale.delete(constraint);
      if (!passOn(box, constraint)) return false;
      if (left-- <= 0) break;
    }
  }
  box.stale.clear();
  return true;
}

function boundProducts(box: Box): boolean {
  for (const [variable, domain] of box.products) {
    const ends = productEnds(box, domain);
    const { low, high } = boundsOf(box, variable);
    const isNews =
      (ends.low !== undefined && (low === undefined || low < ends.low)) ||
      (ends.high !== undefined && (high === undefined || high > ends.high));
    if (isNews && !bound(box, variable, ends.low, ends.high)) return false;
  }
  return true;
}

/** What a constraint leaves each of its variables, given the bounds of the others. */
function passOn(box: Box, constraint: Constraint): boolean {
  const least = leastOf(box, constraint);
  if (least.open > 1) return true;
  if (least.open === 0 && least.sum > 0n) return false;
  for (const [variable, c] of constraint.terms) {
    const { low, high } = boundsOf(box, variable);
    const own = c > 0n ? low : high;
    if (least.open === 1 && own !== undefined) continue;
    // c·x <= −(the least of all the rest)
    const rest = -(own === undefined ? least.sum : least.sum - c * own);
    if (c > 0n) {
      const limit = floorDivide(rest, c);
      if (high !== undefined && high <= limit) continue;
      if (!bound(box, variable, undefined, limit)) return false;
    } else {
      const limit = ceilDivide(-rest, -c);
      if (low !== undefined && low >= limit) continue;
      if (!bound(box, variable, limit, undefined)) return false;
    }
  }
  return true;
}

/** Between which ends a product lies whose factors are never negative. */
function productEnds(box: Box, { opaque, scale, low: floor }: NumberDomain): Bounds {
  if (opaque?.why !== 'product' || floor === undefined) return { low: undefined, high: undefined };
  const ends = opaque.factors.map((form) => formEnds(box, form));
  const [a, b] = ends;
  if (a === undefined || b === undefined) return { low: undefined, high: undefined };
  const times = (x: Rational, y: Rational) => ({ n: x.n * y.n * scale, d: x.d * y.d });
  const low = times(a.low, b.low);
  const high = a.high && b.high && times(a.high, b.high);
  return { low: ceilDivide(low.n, low.d), high: high && floorDivide(high.n, high.d) };
}

function formEnds(box: Box, form: LinearForm): { readonly low: Rational; readonly high: Rational | undefined } {
  let low = form.constant;
  let high: Rational | undefined = form.constant;
  for (const [variable, c] of form.terms) {
    const known = boundsOf(box, variable);
    low = add(low, rational(c.n * (known.low ?? 0n), c.d));
    high = high && (known.high === undefined ? undefined : add(high, rational(c.n * known.high, c.d)));
  }
  return { low, high };
}

/** The least that the left side can be, over the terms that have an end, and how many have none. */
function leastOf(box: Box, { terms, constant }: Constraint): { readonly sum: bigint; readonly open: number } {
  let sum = constant;
  let open = 0;
  for (const [variable, c] of terms) {
    const { low, high } = boundsOf(box, variable);
    const end = c > 0n ? low : high;
    if (end === undefined) open++;
    else sum += c * end;
  }
  return { sum, open };
}

/** Whether a formula might still hold: wrong only towards yes. */
export function possible(formula: Formula, box: Box): boolean {
  switch (formula.f) {
    case 'and':
      return formula.args.every((a) => possible(a, box));
    case 'or':
      return formula.args.some((a) => possible(a, box));
    case 'some':
      return possible(formula.of, box);
    case 'true':
    case 'open':
      return true;
    case 'false':
      return false;
    case 'is': {
      const known = box.bools.get(formula.variable);
      if (known !== undefined) return known === formula.value;
      const domain = box.domains.get(formula.variable);
      if (domain?.type !== 'bool') return true;
      const implied = (formula.value ? domain.whenTrue : domain.whenFalse) ?? [];
      return implied.every((i) => (box.bools.get(i.variable) ?? i.value) === i.value);
    }
    case 'in': {
      const left = membersLeft(box, formula);
      return left === undefined || left.size > 0;
    }
    case 'linear': {
      const least = leastOf(box, formula.constraint);
      return least.open > 0 || least.sum <= 0n;
    }
    default:
      return formula satisfies never;
  }
}

/** Whether a formula holds everywhere in the box: wrong only towards no. */
export function certain(formula: Formula, box: Box): boolean {
  switch (formula.f) {
    case 'true':
      return true;
    case 'and':
      return formula.args.every((a) => certain(a, box));
    case 'or':
      return formula.args.some((a) => certain(a, box));
    case 'some':
      return certain(formula.of, box);
    case 'is':
      return box.bools.get(formula.variable) === formula.value;
    case 'in': {
      const known = box.members.get(formula.variable);
      if (known === undefined) return false;
      for (const m of known) if (formula.set.has(m) === formula.out) return false;
      return true;
    }
    case 'linear': {
      let sum = formula.constraint.constant;
      for (const [variable, c] of formula.constraint.terms) {
        // What follows from a definition counts only once that has been added.
        const domain = domainOf(variable, box.domains);
        if (domain?.type === 'number' && domain.defined && !box.defined.has(variable)) return false;
        const { low, high } = boundsOf(box, variable);
        const end = c > 0n ? high : low;
        if (end === undefined) return false;
        sum += c * end;
      }
      return sum <= 0n;
    }
    case 'false':
    case 'open':
      return false;
    default:
      return formula satisfies never;
  }
}
