/**
 * Linear constraints over whole numbers, exactly. Every variable is a whole number of its smallest step (fen, one,
 * a day, a billionth), so that `x < y` is `x - y + 1 <= 0` and nothing is lost.
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

/** Above this many constraints elimination is given up: the answer is then "undecided", never "no". */
const maximumConstraints = 4000;

/** Divides a constraint by the common factor of its coefficients; over whole numbers the constant rounds up. */
export function normalise(terms: ReadonlyMap<string, bigint>, constant: bigint): Constraint {
  const kept = new Map([...terms].filter(([, c]) => c !== 0n));
  let factor = 0n;
  for (const c of kept.values()) factor = gcd(factor, c < 0n ? -c : c);
  if (factor <= 1n) return { terms: kept, constant };
  const divided = new Map([...kept].map(([v, c]) => [v, c / factor] as const));
  return { terms: divided, constant: ceilDivide(constant, factor) };
}

/**
 * Whether whole numbers satisfy all constraints, and which. Fourier–Motzkin elimination over the rationals proves "no";
 * for "yes" the values are chosen on the way back, each the least in size that its bounds allow. Where the rationals
 * have a solution and the choice runs into a gap between whole numbers, other choices are tried, and then "undecided".
 */
export function solveLinear(constraints: readonly Constraint[], bounds: ReadonlyMap<string, Bounds>): LinearAnswer {
  const variables = [...new Set([...constraints.flatMap((c) => [...c.terms.keys()]), ...bounds.keys()])];
  const all = [...constraints, ...boundConstraints(bounds)];
  // The variables of fewest constraints first: elimination multiplies what mentions a variable.
  const uses = (v: string) => all.filter((c) => c.terms.has(v)).length;
  const order = variables.sort((a, b) => uses(a) - uses(b) || (a < b ? -1 : 1));
  const stages: { readonly variable: string; readonly constraints: readonly Constraint[] }[] = [];
  let current: readonly Constraint[] = all;
  for (const variable of order) {
    stages.push({ variable, constraints: current.filter((c) => c.terms.has(variable)) });
    const next = eliminate(variable, current);
    if (next === undefined) return { answer: 'undecided' };
    current = next;
  }
  if (current.some((c) => c.constant > 0n)) return { answer: 'no' };
  const budget = { left: 2000 };
  const values = choose(stages.reverse(), 0, new Map(), budget);
  if (values !== undefined) return { answer: 'yes', values };
  return { answer: 'undecided' };
}

function boundConstraints(bounds: ReadonlyMap<string, Bounds>): Constraint[] {
  return [...bounds].flatMap(([variable, { low, high }]) => [
    ...(low === undefined ? [] : [{ terms: new Map([[variable, -1n]]), constant: low }]),
    ...(high === undefined ? [] : [{ terms: new Map([[variable, 1n]]), constant: -high }]),
  ]);
}

/** Constraints without the variable that hold wherever some value of it satisfies the given ones. */
function eliminate(variable: string, constraints: readonly Constraint[]): readonly Constraint[] | undefined {
  const above: Constraint[] = [];
  const below: Constraint[] = [];
  const rest = new Map<string, Constraint>();
  const keep = (c: Constraint): void => {
    // Of constraints with the same terms only the tightest says anything.
    const key = [...c.terms].map(([v, n]) => `${n}·${v}`).join('+');
    const known = rest.get(key);
    if (known === undefined || known.constant < c.constant) rest.set(key, c);
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
      for (const [v, c] of a.terms) terms.set(v, c * q);
      for (const [v, c] of b.terms) terms.set(v, (terms.get(v) ?? 0n) + c * p);
      terms.delete(variable);
      const sorted = new Map([...terms].sort(([x], [y]) => (x < y ? -1 : 1)));
      keep(normalise(sorted, a.constant * q + b.constant * p));
    }
  }
  return rest.size > maximumConstraints ? undefined : [...rest.values()];
}

/** Values for the variables of the stages from `index` on, given those chosen so far. */
function choose(
  stages: readonly { readonly variable: string; readonly constraints: readonly Constraint[] }[],
  index: number,
  values: ReadonlyMap<string, bigint>,
  budget: { left: number },
): ReadonlyMap<string, bigint> | undefined {
  const stage = stages[index];
  if (stage === undefined) return values;
  let low: bigint | undefined;
  let high: bigint | undefined;
  for (const c of stage.constraints) {
    let rest = c.constant;
    for (const [v, n] of c.terms) if (v !== stage.variable) rest += n * (values.get(v) ?? 0n);
    const coefficient = c.terms.get(stage.variable) ?? 1n;
    if (coefficient > 0n) {
      const limit = floorDivide(-rest, coefficient);
      if (high === undefined || limit < high) high = limit;
    } else {
      const limit = ceilDivide(rest, -coefficient);
      if (low === undefined || limit > low) low = limit;
    }
  }
  if (low !== undefined && high !== undefined && low > high) return undefined;
  for (const value of candidates(low, high)) {
    if (budget.left-- <= 0) return undefined;
    const found = choose(stages, index + 1, new Map(values).set(stage.variable, value), budget);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Values to try, the smallest in size first, then a few beside the ends. */
function candidates(low: bigint | undefined, high: bigint | undefined): bigint[] {
  const fits = (v: bigint) => (low === undefined || v >= low) && (high === undefined || v <= high);
  const first = low !== undefined && low > 0n ? low : high !== undefined && high < 0n ? high : 0n;
  const tried = new Set<bigint>([first]);
  for (const end of [low, high]) {
    if (end === undefined) continue;
    for (let i = 0n; i < 4n; i++) for (const v of [end + i, end - i]) if (fits(v)) tried.add(v);
  }
  for (let i = 1n; i < 4n; i++) if (fits(first + i)) tried.add(first + i);
  if (low !== undefined && high !== undefined) tried.add((low + high) / 2n);
  return [...tried].filter(fits);
}

export function floorDivide(a: bigint, b: bigint): bigint {
  const q = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? q - 1n : q;
}

export function ceilDivide(a: bigint, b: bigint): bigint {
  return -floorDivide(-a, b);
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
