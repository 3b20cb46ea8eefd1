import { history, names as messages } from '../../language/diagnostics/catalogue/index.ts';
import type * as T from '../../language/syntax/tree.ts';
import { compare, type Rational } from '../ir/rational.ts';
import { bandEnds } from './bands.ts';
import { boundsReading } from './bounds.ts';
import { constantValue } from './constants.ts';
import { type Context, type Place, report } from './context.ts';
import { resolveYearly } from './history.ts';
import { comparable, isNumeric, sumType, type Type, typeWord, unknown } from './types.ts';

/** What a ladder comes to: the sums of its rungs, which rise with what has to be reached. */
export function ladderType(e: T.Ladder, context: Context, place: Place, expected: Type | undefined): Type {
  const fixed: Place = { ...place, decisions: false };
  const fact = resolveYearly(e.subject, context, false);
  const subject = fact?.factType ?? unknown;
  if (fact !== undefined && !isNumeric(subject)) {
    report(context, history.ladderOfNumber, e.subject.span, { fact: fact.name, found: typeWord(subject) });
  } else if (fact !== undefined) checkThresholds(e, subject, context, fixed);
  if (e.otherwise) report(context, history.ladderRung, e.otherwise.span, {});
  let joined: Type | undefined;
  let before: { readonly row: T.BandRow; readonly value: Rational } | undefined;
  for (const row of e.rows) {
    const found = context.typeOf(row.value, context, fixed, expected);
    if (found.type === 'unknown') continue;
    const sum = joined === undefined ? found : sumType(joined, found);
    if (sum === undefined) {
      report(context, messages.wrongType, row.value.span, {
        found: typeWord(found),
        expected: typeWord(joined ?? found),
      });
    } else joined = sum;
    const value = written(row.value);
    if (value !== undefined && before !== undefined && compare(value, before.value) < 0) {
      report(context, history.ladderFalls, row.value.span, {}, placeOf(before.row, context));
    }
    if (value !== undefined) before = { row, value };
  }
  if (joined === undefined) return expected ?? unknown;
  return joined.type === 'number' && expected?.type === 'money' ? expected : joined;
}

/** What has to be reached is a written figure of the kind of the fact, and each rung asks for more than the one before. */
function checkThresholds(e: T.Ladder, subject: Type, context: Context, place: Place): void {
  let before: { readonly row: T.BandRow; readonly value: Rational } | undefined;
  for (const row of e.rows) {
    if (row.band.kind === 'Range') {
      context.output.types.set(row.band, subject);
      report(context, history.ladderRung, row.band.span, {});
      continue;
    }
    const type = context.typeOf(row.band, context, place, subject);
    if (type.type === 'unknown') continue;
    if (!comparable(subject, type)) {
      const args = { left: typeWord(subject), right: typeWord(type), subject: e.subject.text };
      report(context, messages.notComparable, row.band.span, args);
      continue;
    }
    const value =
      constantValue(row.band) && bandEnds(row.band, subject, boundsReading(context.binding, context.file))?.low?.value;
    if (value === undefined) {
      report(context, history.ladderRung, row.band.span, {});
      continue;
    }
    if (before !== undefined && compare(value, before.value) <= 0) {
      report(context, history.ladderOrder, row.band.span, {}, placeOf(before.row, context));
    }
    before = { row, value };
  }
}

function written(e: T.Expression): Rational | undefined {
  if (e.kind === 'None') return { n: 0n, d: 1n };
  return e.kind === 'NumberLiteral' ? { n: e.numerator, d: e.denominator } : undefined;
}

function placeOf(row: T.BandRow, { file }: Context) {
  const message = { zh: '前一档在这里', en: 'the rung before is here' };
  return { related: [{ file, span: row.span, message }] };
}
