import { abs, type Constraint, floorDivide, gcd, keyOf, makeTightest, normalise, type Tightest } from './constraint.ts';

/** A variable that is what others make it. */
export interface Substitution {
  readonly variable: string;
  readonly terms: ReadonlyMap<string, bigint>;
  readonly constant: bigint;
}

/** Finds constraints that hold as equations and takes variables out by them; undefined where one has no solution. */
export function solveEquations(
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
