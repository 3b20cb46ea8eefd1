/**
 * Linear constraints over whole numbers, exactly. Every variable is a whole number of its smallest step (fen, one,
 * a day, a billionth), so that `x < y` is `x - y + 1 <= 0` and nothing is lost.
 *
 * Equations are solved over the whole numbers first (W. Pugh, "The Omega test", 1991); what is left is decided by
 * Fourier–Motzkin elimination, exact wherever one of the two coefficients is 1; elsewhere whole numbers are looked for
 * between the bounds that it leaves.
 */
import { type Bounds, type Constraint, ceilDivide, floorDivide, keyOf, makeTightest, normalise } from './constraint.ts';
import { solveEquations } from './equations.ts';

export type LinearAnswer =
  | { readonly answer: 'yes'; readonly values: ReadonlyMap<string, bigint> }
  | { readonly answer: 'no' }
  | { readonly answer: 'undecided' };

export interface LinearOptions {
  /** Values to try first for a variable, within what is possible for it. */
  readonly prefer?: (variable: string, bounds: Bounds) => readonly bigint[];
  /** The variable to make as great as possible; 2^70 stands for no upper end. */
  readonly maximise?: string;
}

/** Stands for "without end" where a greatest value is asked for. */
export const endless = 1n << 70n;

/** Above this many constraints elimination is given up: the answer is then "undecided", never "no". */
const maximumConstraints = 3000;
/** How many values are looked at on the way back before that is given up. */
const maximumChoices = 3000;
/** Ranges up to this width are looked through from end to end. */
const widestRange = 200n;

/** Whether whole numbers satisfy all constraints, and which. */
export function solveLinear(
  constraints: readonly Constraint[],
  bounds: ReadonlyMap<string, Bounds>,
  options: LinearOptions = {},
): LinearAnswer {
  const values = fixedValues(bounds);
  let undecided = false;
  const left = values.size === 0 ? constraints : constraints.map((c) => withFixed(c, values));
  for (const part of components(left, bounds, values)) {
    const answer = solvePart(part, options);
    if (answer.answer === 'no') return answer;
    if (answer.answer === 'undecided') undecided = true;
    else for (const [v, n] of answer.values) values.set(v, n);
  }
  for (const [v, within] of bounds) if (!values.has(v)) values.set(v, options.prefer?.(v, within)[0] ?? 0n);
  return undecided ? { answer: 'undecided' } : { answer: 'yes', values };
}

/** Whether all constraints may hold: wrong only towards yes. */
export function mayHold(constraints: readonly Constraint[], bounds: ReadonlyMap<string, Bounds>): boolean {
  const fixed = fixedValues(bounds);
  const left = fixed.size === 0 ? constraints : constraints.map((c) => withFixed(c, fixed));
  return components(left, bounds, fixed).every((part) => {
    const solved = solveEquations(part, undefined);
    return solved !== undefined && eliminateAll(solved.constraints, undefined) !== 'no';
  });
}

/** The variables whose bounds leave one value. */
function fixedValues(bounds: ReadonlyMap<string, Bounds>): Map<string, bigint> {
  const fixed = new Map<string, bigint>();
  for (const [v, { low, high }] of bounds) if (low !== undefined && low === high) fixed.set(v, low);
  return fixed;
}

/** A constraint with the values of fixed variables put in. */
function withFixed(c: Constraint, fixed: ReadonlyMap<string, bigint>): Constraint {
  let { constant } = c;
  let left: Map<string, bigint> | undefined;
  for (const [v, n] of c.terms) {
    const value = fixed.get(v);
    if (value === undefined) continue;
    left ??= new Map(c.terms);
    left.delete(v);
    constant += n * value;
  }
  return left === undefined ? c : normalise(left, constant);
}

/** Constraints that share no variable are decided each on its own. */
function components(
  constraints: readonly Constraint[],
  bounds: ReadonlyMap<string, Bounds>,
  fixed: ReadonlyMap<string, bigint>,
): Constraint[][] {
  const all = constraints.filter(({ terms, constant }) => terms.size > 0 || constant > 0n);
  all.push(...boundConstraints(bounds, fixed));
  if (all.length <= 1) return all.length === 0 ? [] : [all];
  const parent = new Map<string, string>();
  const root = (v: string): string => {
    let at = v;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  for (const { terms } of all) {
    let first: string | undefined;
    for (const v of terms.keys()) {
      if (!parent.has(v)) parent.set(v, v);
      if (first === undefined) first = root(v);
      else parent.set(root(v), first);
    }
  }
  const parts = new Map<string, Constraint[]>();
  for (const c of all) {
    const [v] = c.terms.keys();
    const key = v === undefined ? '' : root(v);
    const known = parts.get(key);
    if (known === undefined) parts.set(key, [c]);
    else known.push(c);
  }
  return [...parts.values()];
}

function boundConstraints(bounds: ReadonlyMap<string, Bounds>, fixed: ReadonlyMap<string, bigint>): Constraint[] {
  const found: Constraint[] = [];
  for (const [variable, { low, high }] of bounds) {
    if (fixed.has(variable)) continue;
    if (low !== undefined) found.push({ terms: new Map([[variable, -1n]]), constant: low });
    if (high !== undefined) found.push({ terms: new Map([[variable, 1n]]), constant: -high });
  }
  return found;
}

function solvePart(given: readonly Constraint[], options: LinearOptions): LinearAnswer {
  const variables = new Set<string>();
  for (const c of given) for (const v of c.terms.keys()) variables.add(v);
  const solved = solveEquations(given, options.maximise);
  if (solved === undefined) return { answer: 'no' };
  const { constraints, substitutions } = solved;
  const eliminated = eliminateAll(constraints, options.maximise);
  if (eliminated === 'no') return { answer: 'no' };
  if (eliminated === 'too many') return { answer: 'undecided' };
  const budget = { left: maximumChoices, complete: true };
  const values = new Map<string, bigint>();
  if (!choose(eliminated.reverse(), 0, values, options, budget)) {
    return { answer: budget.complete ? 'no' : 'undecided' };
  }
  const free = (v: string): bigint => {
    const known = values.get(v);
    if (known !== undefined) return known;
    const value = options.prefer?.(v, { low: undefined, high: undefined })[0] ?? 0n;
    values.set(v, value);
    return value;
  };
  for (const { variable, terms, constant } of [...substitutions].reverse()) {
    let value = constant;
    for (const [v, c] of terms) value += c * free(v);
    values.set(variable, value);
  }
  for (const v of variables) free(v);
  return { answer: 'yes', values };
}

// --------------------------------------------------------------------------------------------------------- elimination

interface Stage {
  readonly variable: string;
  readonly constraints: readonly Constraint[];
  /** Whatever satisfies the constraints after it leaves a whole number for this variable. */
  readonly exact: boolean;
}

function eliminateAll(constraints: readonly Constraint[], last: string | undefined): Stage[] | 'no' | 'too many' {
  const stages: Stage[] = [];
  let current = constraints;
  for (;;) {
    const next = cheapest(current, last);
    if (next === undefined) break;
    const { variable, exact } = next;
    stages.push({ variable, constraints: current.filter((c) => c.terms.has(variable)), exact });
    const left = eliminate(variable, current);
    if (left === undefined) return 'too many';
    current = left;
  }
  return current.some((c) => c.constant > 0n) ? 'no' : stages;
}

/** The variable whose elimination is exact, if there is one, and adds the fewest constraints. */
function cheapest(
  constraints: readonly Constraint[],
  last: string | undefined,
): { readonly variable: string; readonly exact: boolean } | undefined {
  const uses = new Map<string, { up: number; down: number; upUnit: boolean; downUnit: boolean }>();
  for (const { terms } of constraints) {
    for (const [v, c] of terms) {
      let use = uses.get(v);
      if (use === undefined) {
        use = { up: 0, down: 0, upUnit: true, downUnit: true };
        uses.set(v, use);
      }
      if (c > 0n) {
        use.up++;
        if (c !== 1n) use.upUnit = false;
      } else {
        use.down++;
        if (c !== -1n) use.downUnit = false;
      }
    }
  }
  let best: { variable: string; exact: boolean; cost: number } | undefined;
  for (const [variable, use] of uses) {
    const exact = use.upUnit || use.downUnit || use.up === 0 || use.down === 0;
    const cost = (variable === last ? 1e12 : 0) + (exact ? 0 : 1e6) + use.up * use.down - use.up - use.down;
    if (best === undefined || cost < best.cost || (cost === best.cost && variable < best.variable)) {
      best = { variable, exact, cost };
    }
  }
  return best;
}

/** Constraints without the variable that hold wherever some value of it satisfies the given ones. */
function eliminate(variable: string, constraints: readonly Constraint[]): readonly Constraint[] | undefined {
  const above: Constraint[] = [];
  const below: Constraint[] = [];
  const rest: Constraint[] = [];
  const tightest = makeTightest<number>();
  const keep = (c: Constraint): void => {
    // Of constraints with the same terms only the tightest says anything.
    const { sign, key } = keyOf(c.terms);
    const at = tightest[sign].get(key);
    const known = at === undefined ? undefined : rest[at];
    if (at === undefined || known === undefined) {
      tightest[sign].set(key, rest.length);
      rest.push(c);
    } else if (known.constant < c.constant) rest[at] = c;
  };
  for (const c of constraints) {
    const coefficient = c.terms.get(variable);
    if (coefficient === undefined) keep(c);
    else if (coefficient > 0n) above.push(c);
    else below.push(c);
  }
  if (above.length * below.length > maximumConstraints) return undefined;
  for (const a of above) {
    for (const b of below) {
      const p = a.terms.get(variable) ?? 0n;
      const q = -(b.terms.get(variable) ?? 0n);
      const terms = new Map<string, bigint>();
      for (const [v, c] of a.terms) if (v !== variable) terms.set(v, c * q);
      for (const [v, c] of b.terms) {
        if (v === variable) continue;
        const total = (terms.get(v) ?? 0n) + c * p;
        if (total === 0n) terms.delete(v);
        else terms.set(v, total);
      }
      keep(normalise(terms, a.constant * q + b.constant * p));
    }
  }
  return rest.length > maximumConstraints ? undefined : rest;
}

/** Gives the variables of the stages from `index` on values, on top of those chosen so far. */
function choose(
  stages: readonly Stage[],
  index: number,
  values: Map<string, bigint>,
  options: LinearOptions,
  budget: { left: number; complete: boolean },
): boolean {
  const stage = stages[index];
  if (stage === undefined) return true;
  const { variable } = stage;
  let low: bigint | undefined;
  let high: bigint | undefined;
  for (const c of stage.constraints) {
    let rest = c.constant;
    for (const [v, n] of c.terms) if (v !== variable) rest += n * (values.get(v) ?? 0n);
    const coefficient = c.terms.get(variable) ?? 1n;
    if (coefficient > 0n) {
      const limit = floorDivide(-rest, coefficient);
      if (high === undefined || limit < high) high = limit;
    } else {
      const limit = ceilDivide(rest, -coefficient);
      if (low === undefined || limit > low) low = limit;
    }
  }
  if (low !== undefined && high !== undefined && low > high) return false;
  const tried = candidates(
    variable,
    { low, high },
    options,
    stages.slice(index + 1).every((s) => s.exact),
  );
  if (!tried.complete) budget.complete = false;
  for (const value of tried.values) {
    if (budget.left-- <= 0) {
      budget.complete = false;
      return false;
    }
    values.set(variable, value);
    if (choose(stages, index + 1, values, options, budget)) return true;
  }
  values.delete(variable);
  return false;
}

/** Values to try: preferred ones, the smallest in size, then all of a narrow range or a few of a wide one. */
function candidates(
  variable: string,
  { low, high }: Bounds,
  options: LinearOptions,
  anyWill: boolean,
): { readonly values: Iterable<bigint>; readonly complete: boolean } {
  const fits = (v: bigint) => (low === undefined || v >= low) && (high === undefined || v <= high);
  const tried = new Set<bigint>();
  if (variable === options.maximise) {
    const top = high ?? endless;
    if (anyWill) return { values: [top], complete: true };
    for (let i = 0n; i < 40n; i++) if (fits(top - i)) tried.add(top - i);
  }
  for (const v of options.prefer?.(variable, { low, high }) ?? []) if (fits(v)) tried.add(v);
  tried.add(low !== undefined && low > 0n ? low : high !== undefined && high < 0n ? high : 0n);
  // Every value leaves one for those that follow: the first will do.
  if (anyWill) return { values: tried, complete: true };
  if (low !== undefined && high !== undefined && high - low <= widestRange) {
    for (let v = low; v <= high; v++) tried.add(v);
    return { values: tried, complete: true };
  }
  for (const end of [low, high, [...tried][0]]) {
    if (end === undefined) continue;
    for (let i = 0n; i < 12n; i++) for (const v of [end + i, end - i]) if (fits(v)) tried.add(v);
  }
  if (low !== undefined && high !== undefined) tried.add((low + high) / 2n);
  return { values: tried, complete: false };
}
