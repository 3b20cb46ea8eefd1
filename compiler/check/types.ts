import type { Localised } from '../../language/diagnostics/diagnostic.ts';
import { factTypeWord } from '../bind/declare-facts.ts';
import type { FactType } from '../bind/symbols.ts';

/**
 * The type of an expression: that of a fact, or one that only expressions have. `number` is a number without a unit;
 * where money is expected it is yuan. `days` is what two dates differ by. `unknown` follows an error that was told.
 */
export type Type = FactType | { readonly type: 'number' | 'days' | 'text' };

export const money: Type = { type: 'money' };
export const rate: Type = { type: 'rate' };
export const bool: Type = { type: 'bool' };
export const number: Type = { type: 'number' };
export const unknown: Type = { type: 'unknown' };

export function typeWord(type: Type): Localised {
  switch (type.type) {
    case 'number':
      return { zh: '不带单位的数', en: 'number without a unit' };
    case 'days':
      return { zh: '天数', en: 'days' };
    case 'text':
      return { zh: '文字', en: 'text' };
    default:
      return factTypeWord(type);
  }
}

export function equalTypes(a: Type, b: Type): boolean {
  if (a.type === 'enum' && b.type === 'enum') return a.enum === b.enum;
  if (a.type === 'quantity' && b.type === 'quantity') return a.unit === b.unit;
  if (a.type === 'list' && b.type === 'list') return a.record === b.record;
  if (a.type === 'money' && b.type === 'money') return a.per === b.per;
  return a.type === b.type;
}

/** Types whose values add, compare and may be multiplied by a number. */
export function isNumeric(type: Type): boolean {
  switch (type.type) {
    case 'money':
    case 'rate':
    case 'count':
    case 'duration':
    case 'quantity':
    case 'number':
    case 'days':
      return true;
    case 'date':
    case 'bool':
    case 'key':
    case 'enum':
    case 'list':
    case 'text':
    case 'unknown':
      return false;
    default:
      return type satisfies never;
  }
}

/** The type of `a + b` and of `a - b` for all but dates; undefined where the two do not add. */
export function sumType(a: Type, b: Type): Type | undefined {
  if (a.type === 'unknown' || b.type === 'unknown') return unknown;
  if (!isNumeric(a) || !isNumeric(b)) return undefined;
  if (equalTypes(a, b)) return a;
  if (a.type === 'number') return b;
  if (b.type === 'number') return a;
  return undefined;
}

/** The type of `a * b`; undefined where the product means nothing (money times money). */
export function productType(a: Type, b: Type): Type | undefined {
  if (a.type === 'unknown' || b.type === 'unknown') return unknown;
  if (!isNumeric(a) || !isNumeric(b)) return undefined;
  const price = [a, b].find((t) => t.type === 'money' && t.per !== undefined);
  if (price?.type === 'money' && price.per !== undefined) {
    const other = price === a ? b : a;
    if (other.type === 'quantity') return other.unit === price.per ? money : undefined;
    return other.type === 'number' || other.type === 'rate' ? price : undefined;
  }
  const scalar = (t: Type) => t.type === 'number' || t.type === 'rate';
  if (a.type === 'number') return b;
  if (b.type === 'number') return a;
  if (scalar(a)) return b;
  if (scalar(b)) return a;
  if (a.type === 'count') return b;
  if (b.type === 'count') return a;
  // A price per unit times a quantity of that unit.
  if (a.type === 'money' && b.type !== 'money') return a;
  if (b.type === 'money' && a.type !== 'money') return b;
  return undefined;
}

/** Whether two values can be compared; a number without a unit takes the unit of the other. */
export function comparable(a: Type, b: Type): boolean {
  if (a.type === 'unknown' || b.type === 'unknown') return true;
  if (a.type === 'date' && b.type === 'date') return true;
  return sumType(a, b) !== undefined;
}
