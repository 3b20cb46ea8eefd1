import type { ValueType } from './ir.ts';

/**
 * As much of a number's type as survives multiplication: sums and comparisons need equal ones. `any` fits all: zero, and
 * products that no rule below names.
 */
export type Dimension = 'money' | 'plain' | 'time' | 'any' | `unit ${string}`;

export function dimensionOf(type: ValueType): Dimension | undefined {
  switch (type.type) {
    case 'money':
      return 'money';
    case 'rate':
    case 'count':
      return 'plain';
    case 'date':
    case 'duration':
      return 'time';
    case 'quantity':
      return `unit ${type.unit}`;
    case 'bool':
    case 'key':
    case 'enum':
      return undefined;
    default:
      return type satisfies never;
  }
}

/** A sum of money per unit times so many units is money. */
export function product(a: Dimension, b: Dimension): Dimension {
  if (a === 'plain') return b;
  if (b === 'plain') return a;
  if (a === 'any' || b === 'any') return 'any';
  return (a === 'money') !== (b === 'money') ? 'money' : 'any';
}

/** What several have in common; null where they disagree. Days and months are counted in plain numbers too. */
export function common(dimensions: readonly Dimension[]): Dimension | null {
  const known = [...new Set(dimensions.filter((d) => d !== 'any'))];
  if (known.length === 0) return 'any';
  if (known.length === 1) return known[0]!;
  return known.every((d) => d === 'time' || d === 'plain') ? 'any' : null;
}
