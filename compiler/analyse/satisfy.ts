import {
  type Box,
  backTo,
  bound,
  boundsOf,
  certain,
  dayOf,
  emptyBox,
  narrow,
  ordinalsOf,
  possible,
  propagate,
  yearOf,
} from './box.ts';
import type { Bounds, Constraint } from './constraint.ts';
import { type Domains, domainOf } from './domains.ts';
import { and, type Formula, type OpenReason } from './formula.ts';
import { endless, type LinearAnswer, mayHold, solveLinear } from './linear.ts';
import { reckonedIn, settleOpaque } from './opaque.ts';
import { togetherKey } from './ordinals.ts';
import { plausible, type Value } from './values.ts';
import { variablesOf } from './variables.ts';

export type { Value } from './values.ts';

export type Answer =
  | { readonly answer: 'yes'; readonly values: ReadonlyMap<string, Value> }
  | { readonly answer: 'no' }
  /** With the reason: something in the formula lies beyond what is decided exactly. */
  | { readonly answer: 'undecided'; readonly why: OpenReason };

export interface SatisfyOptions {
  /** A number to make as great as possible on the path that is found. */
  readonly maximise?: string;
}

/** Paths are tried one after the other; above this many the search is given up as undecided. */
const maximumPaths = 20_000;
/** How many paths a trial of figures that are not linear counts for. */
const pathsPerTrial = 200;
/** How many paths the end of one counts for that leaves something open: most often the others leave it open as well. */
const pathsPerOpen = 20;

/**
 * Whether a formula can hold, and a small assignment that makes it hold. The search is lazy: a disjunction is only
 * opened when all that must hold has narrowed the box, so that no disjunctive normal form is ever built; choices that have
 * nothing to do with each other are made each on its own. Only the variables that the found path speaks of are in the answer.
 */
export function satisfy(formula: Formula, domains: Domains, options: SatisfyOptions = {}): Answer {
  if (formula.f === 'false') return { answer: 'no' };
  const search: Search = { box: emptyBox(domains), budget: maximumPaths, options };
  const answer = explore(search, [formula], []);
  switch (answer) {
    case 'no':
      return search.budget <= 0 ? { answer: 'undecided', why: 'search' } : { answer: 'no' };
    case 'yes': {
      // Nothing has changed since the last end of a path: its values are those of all of them.
      const known = search.last?.length === search.box.trail.length ? search.last.solved : undefined;
      const solved = known ?? solve(search);
      if (solved.answer !== 'yes') return { answer: 'undecided', why: solved.answer === 'no' ? 'search' : solved.why };
      const values = valuesOf(search.box, solved.values, options.maximise);
      const tooLarge = beyondFacts(values, domains);
      return tooLarge.length === 0 ? { answer: 'yes', values } : satisfy(and(formula, ...tooLarge), domains, options);
    }
    default:
      return { answer: 'undecided', why: answer };
  }
}

/** No fact lies beyond ±(2⁵³ − 1): such values are ruled out as soon as they are met. */
function beyondFacts(values: ReadonlyMap<string, Value>, domains: Domains): readonly Formula[] {
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  return [...values].flatMap(([variable, value]): Formula[] => {
    if (typeof value !== 'bigint' || (value <= most && value >= -most)) return [];
    const domain = domainOf(variable, domains);
    if (domain?.type !== 'number' || domain.fact === undefined) return [];
    const sign = value > 0n ? 1n : -1n;
    return [{ f: 'linear', constraint: { terms: new Map([[variable, sign]]), constant: -most } }];
  });
}

interface Search {
  readonly box: Box;
  budget: number;
  readonly options: SatisfyOptions;
  /** What was found at the end of the last path, and how long the trail was there. */
  last?: { readonly length: number; readonly solved: Solved };
}

type Or = Extract<Formula, { readonly f: 'or' }>;
/** Yes leaves the box as it was found; otherwise it is as it was before. */
type Found = 'yes' | 'no' | OpenReason;

function explore(search: Search, todo: readonly Formula[], given: readonly Or[]): Found {
  const { box } = search;
  if (search.budget-- <= 0) return 'no';
  const mark = box.trail.length;
  const fail = (found: Found): Found => {
    backTo(box, mark);
    return found;
  };
  const pending: Formula[] = [...todo];
  let choices: Or[] = [...given];
  for (;;) {
    // All that must hold, and what it brings with it.
    while (pending.length > 0 || box.pending.length > 0) {
      const next = pending.pop() ?? box.pending.pop();
      if (next === undefined) break;
      if (next.f === 'and') pending.push(...next.args);
      else if (next.f === 'some') pending.push(next.of);
      else if (next.f === 'or') choices.push(next);
      else if (!narrow(box, next)) return fail('no');
    }
    if ((box.constraints.length > 0 || box.products.size > 0) && !propagate(box)) return fail('no');
    // Drop the arms that the box rules out; one that is left over is no choice.
    const left: Or[] = [];
    for (const choice of choices) {
      const arms = choice.args.filter((arm) => possible(arm, box));
      const [only] = arms;
      if (only === undefined) return fail('no');
      if (arms.length === 1) pending.push(only);
      else if (!arms.some((arm) => certain(arm, box)))
        left.push(arms.length === choice.args.length ? choice : { f: 'or', args: arms });
    }
    choices = left;
    if (pending.length > 0) continue;
    if (!choices.every((choice) => hull(box, choice))) return fail('no');
    // Passed on before a choice is made: a path that is left takes with it what it found stale.
    if (box.stale.size > 0 && !propagate(box)) return fail('no');
    if (box.pending.length === 0) break;
  }
  if (choices.length === 0) {
    const leaf = conclude(search);
    return leaf === 'yes' ? leaf : fail(leaf);
  }
  // A contradiction among the constraints already there needs no further choice to show.
  if (box.constraints.length > 1 && !canBeSolved(box)) return fail('no');
  const parts = independent(choices, box);
  if (parts.length > 1) {
    let open: OpenReason | undefined;
    for (const part of parts) {
      const found = explore(search, [], part);
      if (found === 'no') return fail('no');
      if (found !== 'yes') open ??= found;
    }
    return open === undefined ? 'yes' : fail(open);
  }
  const narrowest = choices.reduce((a, b) => (a.args.length <= b.args.length ? a : b));
  const others = choices.filter((c) => c !== narrowest);
  let open: OpenReason | undefined;
  for (const arm of narrowest.args) {
    const found = explore(search, [arm], others);
    if (found === 'yes') return 'yes';
    if (found !== 'no') open ??= found;
  }
  return fail(open ?? 'no');
}

/** Choices in groups that share no variable, not even by way of constraints. */
function independent(choices: readonly Or[], box: Box): Or[][] {
  if (choices.length === 1) return [[...choices]];
  const parent = new Map<string, string>();
  const root = (v: string): string => {
    let at = v;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  const join = (variables: Iterable<string>): string | undefined => {
    let first: string | undefined;
    for (const v of variables) {
      if (!parent.has(v)) parent.set(v, v);
      if (first === undefined) first = root(v);
      else parent.set(root(v), first);
    }
    return first;
  };
  for (const c of box.constraints) join(c.terms.keys());
  const keys = choices.map((choice) => join(variablesOf(choice, box.domains)));
  const parts = new Map<string, Or[]>();
  for (const [i, choice] of choices.entries()) {
    const key = keys[i];
    const of = key === undefined ? '' : root(key);
    const known = parts.get(of);
    if (known === undefined) parts.set(of, [choice]);
    else known.push(choice);
  }
  return [...parts.values()];
}

/**
 * What every arm of a choice says of a variable holds whichever is taken: at least 10 or at least 11 is at least 10. Keeps
 * a contradiction with something else from being found once for every combination of arms. False where nothing is left.
 */
function hull(box: Box, choice: Or): boolean {
  let common: Map<string, Bounds> | undefined;
  for (const arm of choice.args) {
    const limits = new Map<string, Bounds>();
    const literals = arm.f === 'and' ? arm.args : [arm];
    const mark = box.trail.length;
    const waiting = box.pending.length;
    let holds = true;
    for (const literal of literals) {
      if (literal.f !== 'linear' || literal.constraint.terms.size !== 1) continue;
      const [variable] = literal.constraint.terms.keys();
      if (variable === undefined) continue;
      if (!narrow(box, literal)) {
        holds = false;
        break;
      }
      limits.set(variable, boundsOf(box, variable));
    }
    while (box.trail.length > mark) box.trail.pop()?.();
    box.pending.length = waiting;
    if (!holds) continue;
    if (common === undefined) common = limits;
    else {
      for (const [variable, known] of common) {
        const other = limits.get(variable);
        if (other === undefined) common.delete(variable);
        else common.set(variable, wider(known, other));
      }
    }
    if (common.size === 0) return true;
  }
  for (const [variable, { low, high }] of common ?? []) if (!bound(box, variable, low, high)) return false;
  return true;
}

function wider(a: Bounds, b: Bounds): Bounds {
  return {
    low: a.low === undefined || b.low === undefined ? undefined : inOrder(a.low, b.low)[0],
    high: a.high === undefined || b.high === undefined ? undefined : inOrder(a.high, b.high)[1],
  };
}

function inOrder(a: bigint, b: bigint): readonly [bigint, bigint] {
  return a < b ? [a, b] : [b, a];
}

// ---------------------------------------------------------------------------------------------------------------- ends

type Solved =
  | Extract<LinearAnswer, { answer: 'yes' | 'no' }>
  | { readonly answer: 'undecided'; readonly why: OpenReason };

/** With every choice made: whether whole numbers fit the constraints, and whether they are what they stand for. */
function conclude(search: Search): Found {
  if (search.box.open !== undefined) {
    search.budget -= pathsPerOpen;
    return solve(search).answer === 'no' ? 'no' : search.box.open;
  }
  const solved = solve(search);
  search.last = { length: search.box.trail.length, solved };
  return solved.answer === 'undecided' ? solved.why : solved.answer;
}

/** Whether numbers may fit the constraints, which is all that is asked while choices are still to be made. */
function canBeSolved(box: Box): boolean {
  const linked = new Set<string>();
  for (const c of box.constraints) for (const v of c.terms.keys()) linked.add(v);
  return mayHold(box.constraints, new Map([...linked].map((v) => [v, boundsOf(box, v)] as const)));
}

/** Values for all variables that constraints tie to each other. */
function solve(search: Search): Solved {
  const { box, options } = search;
  const linked = new Set<string>();
  for (const c of box.constraints) for (const v of c.terms.keys()) linked.add(v);
  const solveWith = (extra: readonly Constraint[]): Solved => {
    const all = extra.length === 0 ? box.constraints : [...box.constraints, ...extra];
    for (const c of extra) for (const v of c.terms.keys()) linked.add(v);
    const bounds = new Map([...linked].map((v) => [v, boundsOf(box, v)] as const));
    const answer = solveLinear(all, bounds, {
      prefer: (v, within) => plausible(v, domainOf(v, box.domains), within),
      ...(options.maximise !== undefined && { maximise: options.maximise }),
    });
    return answer.answer === 'undecided' ? { answer: 'undecided', why: 'linear' } : answer;
  };
  const first = linked.size === 0 ? ({ answer: 'yes', values: new Map() } as const) : solveWith([]);
  if (first.answer !== 'yes') return first;
  const dated = reckonedIn(box, first.values).length > 0 ? first : inOneYear(box, first, solveWith);
  if (dated.answer !== 'yes') return dated;
  const tryWith = (extra: readonly Constraint[]): Solved => {
    // Trying what a product or a list could come to is as much work as going down many paths.
    search.budget -= pathsPerTrial;
    return search.budget > 0 ? solveWith(extra) : { answer: 'undecided', why: 'search' };
  };
  const complete = (values: ReadonlyMap<string, bigint>) => valuesOf(box, values, options.maximise);
  return settleOpaque(box, dated.values, complete, { solveWith, tryWith });
}

/** The year is that of the day: where both are tied to other facts, years around the one found are tried. */
function inOneYear(
  box: Box,
  first: Extract<Solved, { answer: 'yes' }>,
  solveWith: (extra: readonly Constraint[]) => Solved,
): Solved {
  if (!box.bounds.has('@year') && !first.values.has('@year')) return first;
  const year = first.values.get('@year') ?? valueWithin('@year', box);
  const day = first.values.get('@as-of') ?? valueWithin('@as-of', box);
  if (yearOf(day) === year) return first;
  for (const tried of [year, yearOf(day), 2026n, year + 1n, year - 1n, yearOf(day) + 1n, yearOf(day) - 1n]) {
    const solved = solveWith([
      { terms: new Map([['@year', 1n]]), constant: -tried },
      { terms: new Map([['@year', -1n]]), constant: tried },
      { terms: new Map([['@as-of', 1n]]), constant: 1n - dayOf(tried + 1n) },
      { terms: new Map([['@as-of', -1n]]), constant: dayOf(tried) },
    ]);
    if (solved.answer === 'yes') return solved;
  }
  return { answer: 'undecided', why: 'linear' };
}

function valuesOf(
  box: Box,
  solved: ReadonlyMap<string, bigint>,
  greatest: string | undefined,
): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>([...box.bools, ...solved]);
  for (const [variable, members] of box.members) {
    const domain = domainOf(variable, box.domains);
    const order = domain?.type === 'enum' ? domain.members : [...members];
    const first = order.find((m) => members.has(m));
    if (first !== undefined) values.set(variable, first);
  }
  // A list of which a figure is asked is known, if only to be empty.
  for (const variable of [...box.bounds.keys(), ...solved.keys()]) {
    const domain = variable.startsWith('=') ? box.domains.get(variable) : undefined;
    if (domain?.type === 'number' && domain.opaque?.why === 'list') values.set(`#${domain.opaque.figure.list}`, true);
  }
  for (const [variable, outs] of box.outs) if (!values.has(variable)) values.set(variable, otherThan(outs));
  if (greatest !== undefined && !values.has(greatest)) values.set(greatest, boundsOf(box, greatest).high ?? endless);
  for (const variable of box.bounds.keys()) if (!values.has(variable)) values.set(variable, valueWithin(variable, box));
  itemsBefore(values, box);
  const day = values.get('@as-of');
  if (typeof day === 'bigint' && box.bounds.has('@year')) values.set('@year', yearOf(day));
  return values;
}

/**
 * Items that come before the one at hand: only those that were counted by all that is asked about their list. Those of its
 * kind have the key, or the member, that it has.
 */
function itemsBefore(values: Map<string, Value>, box: Box): void {
  const { domains } = box;
  for (const [variable, count] of [...values]) {
    const domain = variable.startsWith('=') ? domains.get(variable) : undefined;
    if (domain?.type !== 'number' || domain.before === undefined) continue;
    const { list, of, prefix, shared } = domain.before;
    if (count === 0n || of !== togetherKey(ordinalsOf(box, list))) {
      values.delete(variable);
      for (const v of [...values.keys()]) if (v.startsWith(prefix)) values.delete(v);
      continue;
    }
    for (const [own, other] of shared) {
      const key = domainOf(own, domains);
      const value = values.get(own) ?? (key?.type === 'enum' ? key.members[0] : otherThan(new Set()));
      if (value !== undefined) values.set(own, value).set(other, value);
    }
  }
}

function otherThan(outs: ReadonlySet<string>): string {
  for (let i = 1; ; i++) if (!outs.has(`甲${i}`)) return `甲${i}`;
}

/** A plausible number within bounds, else the one nearest to zero. */
function valueWithin(variable: string, box: Box): bigint {
  const { low, high } = boundsOf(box, variable);
  const fits = (v: bigint) => (low === undefined || v >= low) && (high === undefined || v <= high);
  const usual = plausible(variable, domainOf(variable, box.domains), { low, high }).find(fits);
  if (usual !== undefined) return usual;
  if (low !== undefined && low > 0n) return low;
  if (high !== undefined && high < 0n) return high;
  return 0n;
}
