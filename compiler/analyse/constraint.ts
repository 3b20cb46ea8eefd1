/** Linear constraints over whole numbers, and their arithmetic. */

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

/** By their terms: those that begin upwards, and those that begin downwards under the key of the opposite terms. */
export interface Tightest<T> {
  readonly up: Map<string, T>;
  readonly down: Map<string, T>;
}

export function makeTightest<T>(): Tightest<T> {
  return { up: new Map(), down: new Map() };
}

export interface TermsKey {
  /** Whether the first of the variables, in their order as texts, has a coefficient above 0. */
  readonly sign: 'up' | 'down';
  /** The same text for the same terms, and for those with all signs changed. */
  readonly key: string;
}

/** Terms are never changed once they are made, and asked for again and again: they carry their key with them. */
type Keyed = ReadonlyMap<string, bigint> & { [keyKnown]?: TermsKey };
const keyKnown = Symbol('key');

export function keyOf(terms: Keyed): TermsKey {
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

export function floorDivide(a: bigint, b: bigint): bigint {
  const q = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? q - 1n : q;
}

export function ceilDivide(a: bigint, b: bigint): bigint {
  return -floorDivide(-a, b);
}

export function abs(a: bigint): bigint {
  return a < 0n ? -a : a;
}

export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
