/** An exact value as figures have it: a fraction whose denominator is above 0, in lowest terms. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

export function exact(n: bigint | number, d: bigint | number = 1): Exact {
  const [a, b] = [BigInt(n), BigInt(d)];
  const g = gcd(a < 0n ? -a : a, b);
  return { n: a / g, d: b / g };
}

/** A decimal as it is printed: `1.5`, `0531`. */
export function fromDecimal(text: string): Exact {
  const [whole = '0', fraction = ''] = text.split('.');
  return exact(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
}

export const times = (a: Exact, b: Exact): Exact => exact(a.n * b.n, a.d * b.d);
export const plus = (a: Exact, b: Exact): Exact => exact(a.n * b.d + b.n * a.d, a.d * b.d);
/** The divisor must not be 0. */
export const over = (a: Exact, b: Exact): Exact => exact(a.n * b.d, a.d * b.n);

/** A decimal integer, else `n/d`. */
export const showExact = ({ n, d }: Exact): string => (d === 1n ? String(n) : `${n}/${d}`);

function gcd(a: bigint, b: bigint): bigint {
  while (b > 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
