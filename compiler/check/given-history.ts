import { history as messages, structure } from '../../language/diagnostics/catalogue/index.ts';
import type * as T from '../../language/syntax/tree.ts';
import type { MeasureSymbol } from '../bind/symbols.ts';
import { type Context, report } from './context.ts';
import { resolvePastAward } from './history.ts';
import type { GivenPastAward, GivenScalar, GivenYears } from './model.ts';

/** `{ 2025: no, 2026: yes }`: the values of a fact by year, each once. */
export function givenYears(
  { years }: T.GivenYearly,
  fact: string,
  context: Context,
  scalar: (value: T.Expression) => GivenScalar | undefined,
): GivenYears {
  const byYear: Record<string, GivenScalar> = Object.create(null);
  for (const given of years) {
    const key = String(given.year);
    if (Object.hasOwn(byYear, key)) report(context, structure.givenTwice, given.span, { name: `${fact}@${key}` });
    const value = scalar(given.value);
    if (value !== undefined) byYear[key] = value;
  }
  return byYear;
}

/** The past awards of an example; undefined where it says nothing of them. `had nothing` is none. */
export function givenLedger(
  lines: readonly T.GivenAward[],
  measure: MeasureSymbol | undefined,
  context: Context,
  fenOf: (value: T.Expression) => number | undefined,
  daysOf: (iso: string) => number,
): GivenPastAward[] | undefined {
  if (lines.length === 0) return undefined;
  return lines.flatMap((line): GivenPastAward[] => {
    if (line.award === undefined || line.amount === undefined) return [];
    const target = resolvePastAward(line.award, { ...context, measure });
    const amount = fenOf(line.amount);
    if (target === undefined || amount === undefined) return [];
    if (amount < 0) {
      report(context, structure.givenNegative, line.amount.span, {});
      return [];
    }
    if (line.year !== undefined && (line.year < 1000 || line.year > 9999)) {
      report(context, messages.givenYearWrong, line.span, { fact: target.measure });
    }
    return [
      {
        ...(target.policy !== undefined && { policy: target.policy }),
        measure: target.measure,
        ...(target.benefit !== undefined && { benefit: target.benefit }),
        ...(line.item !== undefined && { item: String(line.item) }),
        ...(line.year !== undefined && { year: line.year }),
        ...(line.date && { date: daysOf(line.date.iso) }),
        amount,
      },
    ];
  });
}
