import type { Domain, Domains, Formula } from './formula.ts';
import { type Bounds, type Constraint, ceilDivide, floorDivide, solveLinear } from './linear.ts';

/** A value of a variable: a member or text, yes or no, or a number of the variable's steps. */
export type Value = boolean | string | bigint;

export type Answer =
  | { readonly answer: 'yes'; readonly values: ReadonlyMap<string, Value> }
  | { readonly answer: 'no' }
  /** With the reason: something in the formula lies beyond what is decided exactly. */
  | { readonly answer: 'undecided'; readonly why: string };

/** What is known of the variables on one path of the search. */
interface Box {
  readonly bools: ReadonlyMap<string, boolean>;
  /** Members still possible; of a key, which has no members, those that are excluded are in `outs`. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  readonly outs: ReadonlyMap<string, ReadonlySet<string>>;
  readonly bounds: ReadonlyMap<string, Bounds>;
  /** Constraints over more than one variable. */
  readonly constraints: readonly Constraint[];
  /** Why a "yes" on this path would not be sure. */
  readonly open: string | undefined;
}

const emptyBox: Box = {
  bools: new Map(),
  members: new Map(),
  outs: new Map(),
  bounds: new Map(),
  constraints: [],
  open: undefined,
};

/** Paths are tried one after the other; above this many the search is given up as undecided. */
const maximumPaths = 20_000;

/**
 * Whether a formula can hold, and a small assignment that makes it hold. The search is lazy: a disjunction is only
 * opened when all that must hold has narrowed the box, so that no disjunctive normal form is ever built. Only the
 * variables that the found path speaks of are in the answer.
 */
export function satisfy(formula: Formula, domains: Domains): Answer {
  const budget = { left: maximumPaths };
  const answer = search([formula], [], emptyBox, domains, budget);
  return budget.left <= 0 && answer.answer === 'no' ? { answer: 'undecided', why: 'search' } : answer;
}

type Or = Extract<Formula, { f: 'or' }>;

function search(
  todo: readonly Formula[],
  later: readonly Or[],
  start: Box,
  domains: Domains,
  budget: { left: number },
): Answer {
  if (budget.left-- <= 0) return { answer: 'no' };
  let box = start;
  const disjunctions = [...later];
  const pending = [...todo];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.f === 'and') pending.push(...next.args);
    else if (next.f === 'or') disjunctions.push(next);
    else {
      const narrowed = narrow(box, next, domains);
      if (narrowed === undefined) return { answer: 'no' };
      box = narrowed;
    }
  }
  // Drop the arms that the box rules out; one that is left over is no choice.
  const choices: Or[] = [];
  for (const choice of disjunctions) {
    const arms = choice.args.filter((arm) => possible(arm, box, domains));
    if (arms.some((arm) => certain(arm, box, domains))) continue;
    const [only] = arms;
    if (only === undefined) return { answer: 'no' };
    if (arms.length === 1) return search([only], rest(disjunctions, choice, choices), box, domains, budget);
    const kept: Or = { f: 'or', args: arms };
    box = hull(box, kept, domains);
    choices.push(kept);
  }
  const narrowest = choices.reduce<Or | undefined>((a, b) => (a && a.args.length <= b.args.length ? a : b), undefined);
  if (narrowest === undefined) return conclude(box, domains);
  // A contradiction among the constraints already there needs no further choice to show.
  if (box.constraints.length > 0 && conclude(box, domains).answer === 'no') return { answer: 'no' };
  let undecided: Answer | undefined;
  const others = choices.filter((c) => c !== narrowest);
  for (const arm of narrowest.args) {
    const answer = search([arm], others, box, domains, budget);
    if (answer.answer === 'yes') return answer;
    if (answer.answer === 'undecided') undecided ??= answer;
  }
  return undecided ?? { answer: 'no' };
}

/**
 * What every arm of a choice says of a variable holds whichever is taken: at least 10 or at least 11 is at least 10. Keeps
 * a contradiction with something else from being found once for every combination of arms.
 */
function hull(box: Box, choice: Or, domains: Domains): Box {
  let common: Map<string, Bounds> | undefined;
  for (const arm of choice.args) {
    const limits = new Map<string, Bounds>();
    for (const literal of arm.f === 'and' ? arm.args : [arm]) {
      if (literal.f !== 'linear' || literal.constraint.terms.size !== 1) continue;
      const [variable] = literal.constraint.terms.keys();
      const narrowed = narrow({ ...box, bounds: new Map([...box.bounds, ...limits]) }, literal, domains);
      if (variable !== undefined && narrowed) limits.set(variable, boundsOf(narrowed, variable, domains));
    }
    if (common === undefined) common = limits;
    else {
      for (const [variable, known] of common) {
        const other = limits.get(variable);
        if (other === undefined) common.delete(variable);
        else common.set(variable, wider(known, other));
      }
    }
  }
  return common === undefined || common.size === 0 ? box : { ...box, bounds: new Map([...box.bounds, ...common]) };
}

function wider(a: Bounds, b: Bounds): Bounds {
  return {
    low: a.low === undefined || b.low === undefined ? undefined : least(a.low, b.low),
    high: a.high === undefined || b.high === undefined ? undefined : greatest(a.high, b.high),
  };
}

/** The choices still to be made beside the one just settled: those looked at, and those not yet. */
function rest(all: readonly Or[], settled: Or, seen: readonly Or[]): readonly Or[] {
  return [...seen, ...all.slice(all.indexOf(settled) + 1)];
}

/** The box with one more thing known; undefined where that leaves nothing. */
function narrow(box: Box, literal: Formula, domains: Domains): Box | undefined {
  switch (literal.f) {
    case 'true':
      return box;
    case 'false':
      return undefined;
    case 'is': {
      const known = box.bools.get(literal.variable);
      if (known !== undefined) return known === literal.value ? box : undefined;
      return { ...box, bools: new Map(box.bools).set(literal.variable, literal.value) };
    }
    case 'in': {
      const members = membersLeft(box, literal, domains);
      if (members === undefined) {
        // A key that is none of the set may be whatever else.
        const outs = new Set([...(box.outs.get(literal.variable) ?? []), ...literal.set]);
        return { ...box, outs: new Map(box.outs).set(literal.variable, outs) };
      }
      return members.size === 0 ? undefined : { ...box, members: new Map(box.members).set(literal.variable, members) };
    }
    case 'linear':
      return narrowLinear(box, literal.constraint, domains);
    case 'open':
      return { ...box, open: box.open ?? literal.why };
    case 'and':
    case 'or':
      throw new Error('only literals narrow a box');
    default:
      return literal satisfies never;
  }
}

function membersLeft(
  box: Box,
  literal: Extract<Formula, { f: 'in' }>,
  domains: Domains,
): ReadonlySet<string> | undefined {
  const domain = domains.get(literal.variable);
  const known = box.members.get(literal.variable);
  const all = known ?? (domain?.type === 'enum' ? new Set(domain.members) : undefined);
  const outs = box.outs.get(literal.variable);
  if (all === undefined) {
    if (literal.out) return undefined;
    return new Set([...literal.set].filter((m) => !outs?.has(m)));
  }
  return new Set([...all].filter((m) => literal.set.has(m) !== literal.out));
}

function narrowLinear(box: Box, constraint: Constraint, domains: Domains): Box | undefined {
  const [first, second] = [...constraint.terms];
  if (first === undefined) return constraint.constant <= 0n ? box : undefined;
  if (second !== undefined) return { ...box, constraints: [...box.constraints, constraint] };
  const [variable, coefficient] = first;
  const { low, high } = boundsOf(box, variable, domains);
  const next: Bounds =
    coefficient > 0n
      ? { low, high: least(high, floorDivide(-constraint.constant, coefficient)) }
      : { low: greatest(low, ceilDivide(constraint.constant, -coefficient)), high };
  if (next.low !== undefined && next.high !== undefined && next.low > next.high) return undefined;
  return { ...box, bounds: new Map(box.bounds).set(variable, next) };
}

function boundsOf(box: Box, variable: string, domains: Domains): Bounds {
  const known = box.bounds.get(variable);
  if (known !== undefined) return known;
  const domain: Domain | undefined = domains.get(variable);
  return { low: domain?.type === 'number' ? domain.low : undefined, high: undefined };
}

/** Whether an arm might still hold: wrong only towards yes. */
function possible(arm: Formula, box: Box, domains: Domains): boolean {
  switch (arm.f) {
    case 'and':
      return arm.args.every((a) => possible(a, box, domains));
    case 'or':
      return arm.args.some((a) => possible(a, box, domains));
    default:
      return narrow(box, arm, domains) !== undefined;
  }
}

/** Whether an arm holds everywhere in the box: wrong only towards no. */
function certain(arm: Formula, box: Box, domains: Domains): boolean {
  switch (arm.f) {
    case 'true':
      return true;
    case 'and':
      return arm.args.every((a) => certain(a, box, domains));
    case 'or':
      return arm.args.some((a) => certain(a, box, domains));
    case 'is':
      return box.bools.get(arm.variable) === arm.value;
    case 'in': {
      const known = box.members.get(arm.variable);
      return known !== undefined && [...known].every((m) => arm.set.has(m) !== arm.out);
    }
    case 'linear': {
      const [first, second] = [...arm.constraint.terms];
      if (first === undefined || second !== undefined) return false;
      const { low, high } = boundsOf(box, first[0], domains);
      const worst = first[1] > 0n ? high : low;
      return worst !== undefined && first[1] * worst + arm.constraint.constant <= 0n;
    }
    case 'false':
    case 'open':
      return false;
    default:
      return arm satisfies never;
  }
}

/** With every choice made: whether whole numbers fit the constraints, and values for all that the path speaks of. */
function conclude(box: Box, domains: Domains): Answer {
  const linked = new Set(box.constraints.flatMap((c) => [...c.terms.keys()]));
  const bounds = new Map([...linked].map((v) => [v, boundsOf(box, v, domains)] as const));
  const solved = solveLinear(box.constraints, bounds);
  if (solved.answer === 'no') return { answer: 'no' };
  if (solved.answer === 'undecided') return { answer: 'undecided', why: 'linear' };
  if (box.open !== undefined) return { answer: 'undecided', why: box.open };
  const values = new Map<string, Value>([...box.bools, ...solved.values]);
  for (const [variable, members] of box.members) {
    const first = firstMember(variable, members, domains);
    if (first !== undefined) values.set(variable, first);
  }
  for (const [variable, outs] of box.outs) if (!values.has(variable)) values.set(variable, otherThan(outs));
  for (const [variable, known] of box.bounds) if (!values.has(variable)) values.set(variable, smallest(known));
  return { answer: 'yes', values };
}

function firstMember(variable: string, left: ReadonlySet<string>, domains: Domains): string | undefined {
  const domain = domains.get(variable);
  const order = domain?.type === 'enum' ? domain.members : [...left];
  return order.find((m) => left.has(m));
}

function otherThan(outs: ReadonlySet<string>): string {
  for (let i = 1; ; i++) if (!outs.has(`甲${i}`)) return `甲${i}`;
}

/** The number nearest to zero within bounds. */
function smallest({ low, high }: Bounds): bigint {
  if (low !== undefined && low > 0n) return low;
  if (high !== undefined && high < 0n) return high;
  return 0n;
}

function least(a: bigint | undefined, b: bigint): bigint {
  return a === undefined || b < a ? b : a;
}

function greatest(a: bigint | undefined, b: bigint): bigint {
  return a === undefined || b > a ? b : a;
}
