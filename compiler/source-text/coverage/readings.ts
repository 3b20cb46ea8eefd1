import type * as T from '../../../language/syntax/tree.ts';
import { rational, show } from '../../ir/rational.ts';
import type { Reading } from './stated.ts';

/** What a literal may be in a text, each with its value in the form of a manifest. */
export function readingsOf(literal: T.NumberLiteral): readonly Reading[] {
  const { numerator: n, denominator: d } = literal;
  const value = show(rational(n, d));
  switch (literal.unit) {
    case 'money':
      return [{ type: 'money', value }];
    case 'percent':
    case 'permille':
      return [
        { type: 'rate', value },
        { type: 'times', value },
      ];
    case 'months':
      return [{ type: 'duration', value }];
    case 'days':
    case 'named':
      return [
        { type: 'count', value },
        { type: 'quantity', value },
        { type: 'number', value },
      ];
    case 'none':
      return [
        { type: 'number', value },
        { type: 'count', value },
        { type: 'quantity', value },
        { type: 'times', value },
        { type: 'year', value },
        // Where money is expected a bare number is yuan; `per year for 3` are years; `plus 1 points` is a hundredth.
        { type: 'money', value: show(rational(n * 100n, d)) },
        { type: 'duration', value: show(rational(n * 12n, d)) },
        { type: 'rate', value },
        { type: 'rate', value: show(rational(n, d * 100n)) },
      ];
    default:
      return literal.unit satisfies never;
  }
}

/** A factor may be said as what it adds or takes off: 1.3 is 上浮30% as well as 130%. */
export function readingsOfFactor(literal: T.NumberLiteral): readonly Reading[] {
  const { numerator: n, denominator: d } = literal;
  const change = n > d ? n - d : d - n;
  return [...readingsOf(literal), { type: 'rate', value: show(rational(change, d)) }];
}

/** A date is that date; the first and the last day stand for their year as well: 2023—2025年. */
export function readingsOfDate(iso: string): readonly Reading[] {
  const [year = '', day] = [iso.slice(0, 4), iso.slice(5)];
  const date: Reading = { type: 'date', value: iso };
  return day === '01-01' || day === '12-31' ? [date, ...readingsOfYear(Number(year))] : [date];
}

export function readingsOfYear(year: number): readonly Reading[] {
  return [{ type: 'year', value: String(year) }];
}
