/**
 * Linear constraints over whole numbers, exactly. Every variable is a whole number of its smallest step (fen, one,
 * a day, a billionth), so that `x < y` is `x - y + 1 <= 0` and nothing is lost.
 *
 * Equations are solved over the whole numbers first (W. Pugh, "The Omega test", 1991); what is left is decided by
 * Fourier–Motzkin elimination, exact wherever one of the two coefficients is 1; elsewhere whole numbers are looked for
 * between the bounds that it leaves.
 */

/** `Σ cᵢ·xᵢ + constant <= 0`, coefficients other than 0, with no common factor. */
export interface Constraint {
  readonly terms: ReadonlyMap<string, bigint>;
  readonly constant: bigint;
}

/** The values a variable may take, both ends included; an absent end is open. */
export interface Bounds {
  readonly low: bigint | undefined;
  readonly high: bigint | undefined;
}

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

/** Divides a constraint by the common factor of its coefficients; over whole numbers the constant rounds up. */
export function normalise(terms: ReadonlyMap<string, bigint>, constant: bigint): Constraint {
  let factor = 0n;
  let kept: ReadonlyMap<string, bigint> = terms;
  for (const c of terms.values()) {
    if (c === 0n) {
      kept = new Map([...terms].filter(([, n]) => n !== 0n));
      continue;
    }
    if (factor !== 1n) factor = gcd(factor, c < 0n ? -c : c);
  }
  if (factor <= 1n) return { terms: kept, constant };
  const divided = new Map<string, bigint>();
  for (const [v, c] of kept) divided.set(v, c / factor);
  return { terms: divided, constant: ceilDivide(constant, factor) };
}

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

/** A variable that is what others make it. */
interface Substitution {
  readonly variable: string;
  readonly terms: ReadonlyMap<string, bigint>;
  readonly constant: bigint;
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

// ----------------------------------------------------------------------------------------------------------- equations

/** Finds constraints that hold as equations and takes variables out by them; undefined where one has no solution. */
function solveEquations(
  given: readonly Constraint[],
  keep: string | undefined,
): { readonly constraints: readonly Constraint[]; readonly substitutions: readonly Substitution[] } | undefined {
  const substitutions: Substitution[] = [];
  const rows: (Constraint | undefined)[] = [...given];
  const tightest = makeTightest<number>();
  /** Where constraints are whose opposite leaves one value: equations, as long as both are there. */
  const equal: number[] = [];
  /** Puts the constraint of a row beside the others; false where two of them leave nothing. */
  const place = (row: number): boolean => {
    const c = rows[row];
    if (c === undefined) return true;
    if (c.terms.size === 0) {
      rows[row] = undefined;
      return c.constant <= 0n;
    }
    const { sign, key } = keyOf(c.terms);
    const own = tightest[sign];
    let at = row;
    const other = own.get(key);
    const known = other === undefined ? undefined : rows[other];
    if (other !== undefined && known !== undefined) {
      // Of constraints with the same terms the tightest stays, in the place of the first.
      at = Math.min(row, other);
      rows[Math.max(row, other)] = undefined;
      rows[at] = known.constant < c.constant ? c : known;
    }
    own.set(key, at);
    const opposite = tightest[sign === 'up' ? 'down' : 'up'].get(key);
    const slack = opposite === undefined ? undefined : slackOf(rows[at], rows[opposite]);
    if (opposite === undefined || slack === undefined) return true;
    if (slack === 0n) equal.push(at, opposite);
    return slack >= 0n;
  };
  for (let row = 0; row < given.length; row++) if (!place(row)) return undefined;
  for (let rounds = 0; rounds < 200; rounds++) {
    const equation = firstEquation(rows, tightest, equal, keep);
    if (equation === undefined) break;
    const substitution = substitutionFrom(equation, `ω${substitutions.length}`, keep);
    if (substitution === undefined) return undefined;
    substitutions.push(substitution);
    const changed: number[] = [];
    for (const [row, c] of rows.entries()) {
      if (c === undefined || !c.terms.has(substitution.variable)) continue;
      const { sign, key } = keyOf(c.terms);
      tightest[sign].delete(key);
      rows[row] = substituted(c, substitution);
      changed.push(row);
    }
    for (const row of changed) if (!place(row)) return undefined;
  }
  return { constraints: rows.filter((c) => c !== undefined), substitutions };
}

/** How far two opposite constraints are from being an equation; below 0 where both cannot hold. */
function slackOf(a: Constraint | undefined, b: Constraint | undefined): bigint | undefined {
  return a === undefined || b === undefined ? undefined : -a.constant - b.constant;
}

/** The first row that is an equation; of those noted some are no longer. */
function firstEquation(
  rows: readonly (Constraint | undefined)[],
  tightest: Tightest<number>,
  equal: number[],
  keep: string | undefined,
): Constraint | undefined {
  equal.sort((a, b) => a - b);
  for (let row = equal.shift(); row !== undefined; row = equal.shift()) {
    const c = rows[row];
    if (c === undefined || (c.terms.size === 1 && c.terms.has(keep ?? ''))) continue;
    const { sign, key } = keyOf(c.terms);
    const opposite = tightest[sign === 'up' ? 'down' : 'up'].get(key);
    if (opposite !== undefined && slackOf(c, rows[opposite]) === 0n) return c;
  }
  return undefined;
}

/** By their terms: those that begin upwards, and those that begin downwards under the key of the opposite terms. */
interface Tightest<T> {
  readonly up: Map<string, T>;
  readonly down: Map<string, T>;
}

function makeTightest<T>(): Tightest<T> {
  return { up: new Map(), down: new Map() };
}

interface TermsKey {
  /** Whether the first of the variables, in their order as texts, has a coefficient above 0. */
  readonly sign: 'up' | 'down';
  /** The same text for the same terms, and for those with all signs changed. */
  readonly key: string;
}

/** Terms are never changed once they are made, and asked for again and again: they carry their key with them. */
type Keyed = ReadonlyMap<string, bigint> & { [keyKnown]?: TermsKey };
const keyKnown = Symbol('key');

function keyOf(terms: Keyed): TermsKey {
  terms[keyKnown] ??= terms.size === 1 ? keyOfOne(terms) : keyOfSeveral(terms);
  return terms[keyKnown];
}

/** Most speak of one variable, whose coefficient is then 1 or −1: its name is their key. */
function keyOfOne(terms: ReadonlyMap<string, bigint>): TermsKey {
  for (const [v, c] of terms) return { sign: c > 0n ? 'up' : 'down', key: v };
  throw new Error('no terms');
}

function keyOfSeveral(terms: ReadonlyMap<string, bigint>): TermsKey {
  const variables = [...terms.keys()].sort();
  const isUp = variables[0] === undefined || (terms.get(variables[0]) ?? 0n) > 0n;
  // No variable's name begins so.
  let key = '\0';
  for (const v of variables) {
    const c = terms.get(v) ?? 0n;
    key += `${isUp ? c : -c}·${v}+`;
  }
  return { sign: isUp ? 'up' : 'down', key };
}

/** One variable of an equation by the others: directly where its coefficient is 1, else by a new variable (Pugh, §2.2). */
function substitutionFrom(equation: Constraint, fresh: string, keep: string | undefined): Substitution | undefined {
  let factor = 0n;
  let least: readonly [string, bigint] | undefined;
  for (const [v, c] of equation.terms) {
    factor = gcd(factor, abs(c));
    if (v === keep && equation.terms.size > 1) continue;
    if (least === undefined || abs(c) < abs(least[1])) least = [v, c];
  }
  if (least === undefined || equation.constant % factor !== 0n) return undefined;
  const [variable, raw] = least;
  const coefficient = raw / factor;
  const sign = coefficient < 0n ? -1n : 1n;
  const terms = new Map<string, bigint>();
  if (abs(coefficient) === 1n) {
    for (const [v, c] of equation.terms) if (v !== variable) terms.set(v, (-sign * c) / factor);
    return { variable, terms, constant: (-sign * equation.constant) / factor };
  }
  const m = abs(coefficient) + 1n;
  terms.set(fresh, -sign * m);
  for (const [v, c] of equation.terms) {
    if (v === variable) continue;
    const rest = nearestRemainder(c / factor, m);
    if (rest !== 0n) terms.set(v, sign * rest);
  }
  return { variable, terms, constant: sign * nearestRemainder(equation.constant / factor, m) };
}

/** The remainder between −m/2 and m/2. */
function nearestRemainder(a: bigint, m: bigint): bigint {
  return a - m * floorDivide(2n * a + m, 2n * m);
}

function substituted(c: Constraint, { variable, terms, constant }: Substitution): Constraint {
  const coefficient = c.terms.get(variable);
  if (coefficient === undefined) return c;
  const next = new Map(c.terms);
  next.delete(variable);
  for (const [v, n] of terms) {
    const total = (next.get(v) ?? 0n) + n * coefficient;
    if (total === 0n) next.delete(v);
    else next.set(v, total);
  }
  return normalise(next, c.constant + constant * coefficient);
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

export function floorDivide(a: bigint, b: bigint): bigint {
  const q = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? q - 1n : q;
}

export function ceilDivide(a: bigint, b: bigint): bigint {
  return -floorDivide(-a, b);
}

function abs(a: bigint): bigint {
  return a < 0n ? -a : a;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
