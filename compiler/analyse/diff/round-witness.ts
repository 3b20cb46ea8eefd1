import { type Domains, domainOf, factOf } from '../domains.ts';
import type { Value } from '../values.ts';

/** A value of at most so many digits, zeros at the end aside, is round as it is. */
const roundDigits = 2;
/** Money below this, in fen, is no sum anyone would name: one of these is tried first. */
const smallMoney = 10_000n;
const namedSums = [1_000_000n, 100_000n, 10_000n, 1000n, 100n];

/**
 * The same applicant with rounder figures, so far as these keep what the applicant shows: 400万元 rather than 3799999.95元.
 * Facts are taken one after the other, and of each the value with the fewest digits near the one that was found.
 */
export function roundValues(
  values: ReadonlyMap<string, Value>,
  domains: Domains,
  shows: (values: ReadonlyMap<string, Value>) => boolean,
): ReadonlyMap<string, Value> {
  let current = values;
  for (const [variable, value] of values) {
    if (typeof value !== 'bigint') continue;
    const domain = domainOf(variable, domains);
    if (domain?.type !== 'number' || domain.fact === undefined || variable.startsWith('@')) continue;
    const { type } = domain.fact.valueType;
    if (type === 'date' || type === 'duration' || factOf(variable).at === 'awarded') continue;
    const isSmall = type === 'money' && value > 0n && value < smallMoney;
    if (!isSmall && digitsOf(value) <= roundDigits) continue;
    for (const candidate of isSmall ? namedSums : rounderThan(value)) {
      const tried = new Map(current).set(variable, candidate);
      if (!shows(tried)) continue;
      current = tried;
      break;
    }
  }
  return current;
}

/** How many digits a number has, without the zeros at its end. */
function digitsOf(value: bigint): number {
  return `${value < 0n ? -value : value}`.replace(/0+$/, '').length;
}

/** Rounder values, those with the fewest digits first, of these the nearest; none is more than twice as far from zero. */
function rounderThan(value: bigint): readonly bigint[] {
  const size = value < 0n ? -value : value;
  const found = new Set<bigint>();
  for (let unit = 10n; unit <= 2n * size; unit *= 10n) {
    const down = (size / unit) * unit;
    for (const candidate of [down, down + unit]) if (candidate <= 2n * size && candidate !== 0n) found.add(candidate);
  }
  const distance = (candidate: bigint) => (candidate < size ? size - candidate : candidate - size);
  return [...found]
    .filter((candidate) => digitsOf(candidate) < digitsOf(size))
    .sort((a, b) => digitsOf(a) - digitsOf(b) || (distance(a) < distance(b) ? -1 : 1))
    .map((candidate) => (value < 0n ? -candidate : candidate));
}
