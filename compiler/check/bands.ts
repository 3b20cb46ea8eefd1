import { drafting, names as messages, structure } from '../../language/diagnostics/catalogue/index.ts';
import type { Fix } from '../../language/diagnostics/diagnostic.ts';
import type * as T from '../../language/syntax/tree.ts';
import { compare, type Rational, rational } from '../ir/rational.ts';
import { checkRangeForm } from './amounts.ts';
import { type BoundsReading, boundsReading, checkBoundWords, endsOf } from './bounds.ts';
import { constantValue } from './constants.ts';
import { type Context, type Place, report } from './context.ts';
import { comparable, isNumeric, money, rate, sumType, type Type, typeWord, unknown } from './types.ts';

/** One end of a band; undefined where the band is open there. */
export interface BandEnd {
  readonly value: Rational;
  readonly included: boolean;
}

/** The ends of a band in the base of the subject's type. */
export interface BandEnds {
  readonly low: BandEnd | undefined;
  readonly high: BandEnd | undefined;
}

/**
 * What bands come to. Rates are shares of the subject, unless a rate is what the place asks for; all else is paid as it
 * is, and under `marginal` for every unit of the part.
 */
export function bandsType(e: T.Bands, context: Context, place: Place, expected: Type | undefined): Type {
  const subject = context.typeOf(e.subject, context, { ...place, decisions: false });
  const isBandable = isNumeric(subject) || subject.type === 'date';
  if (isBandable) checkBands(e, subject, context, place);
  else if (subject.type !== 'unknown') {
    report(context, messages.wrongType, e.subject.span, {
      found: typeWord(subject),
      expected: { zh: '可以分档的数', en: 'a figure that can be told apart in bands' },
    });
  }
  let joined: Type | undefined;
  for (const value of [...e.rows.map((row) => row.value), ...(e.otherwise ? [e.otherwise] : [])]) {
    const found = context.typeOf(value, context, place, value.kind === 'Range' ? undefined : expected);
    if (value.kind === 'None' || found.type === 'unknown') continue;
    const isShare = found.type === 'rate' && expected?.type !== 'rate';
    if (e.mode === 'marginal' && !isShare && (subject.type === 'money' || subject.type === 'rate')) {
      report(context, structure.marginalNeedsRates, value.span, {});
      continue;
    }
    const given = isShare ? subject : found;
    const sum = joined === undefined ? given : sumType(joined, given);
    if (sum === undefined) {
      report(context, messages.wrongType, value.span, { found: typeWord(given), expected: typeWord(joined ?? rate) });
    } else if (sum.type !== 'unknown') joined = sum;
  }
  if (joined === undefined || !isBandable) return isBandable ? (expected ?? unknown) : unknown;
  return joined.type === 'number' && expected?.type === 'money' ? money : joined;
}

interface Band extends BandEnds {
  readonly row: T.BandRow;
}

function checkBands(e: T.Bands, subject: Type, context: Context, place: Place): void {
  const bands: Band[] = [];
  const bounds = boundsReading(context.binding, context.file);
  for (const row of e.rows) {
    const ends = row.band.kind === 'Range' ? [row.band.from, row.band.to] : [row.band];
    let isSound = true;
    for (const end of ends) {
      if (end === undefined) continue;
      const type = context.typeOf(end, context, { ...place, decisions: false }, subject);
      if (type.type === 'unknown') isSound = false;
      else if (!comparable(subject, type)) {
        report(context, messages.notComparable, end.span, {
          left: typeWord(subject),
          right: typeWord(type),
          subject: e.subject.kind === 'NameExpression' ? e.subject.name.text : { zh: '分档的数', en: 'what is banded' },
        });
        isSound = false;
      } else if (end.kind !== 'DateLiteral' && constantValue(end) === undefined) {
        report(context, structure.bandEndNotConstant, end.span, {});
        isSound = false;
      }
    }
    if (row.band.kind === 'Range') {
      context.output.types.set(row.band, subject);
      checkRangeForm(row.band, subject, context);
      checkBoundWords(row.band, context);
    }
    const band = isSound ? bandEnds(row.band, subject, bounds) : undefined;
    if (band === undefined) continue;
    if (isEmpty(band)) report(context, structure.bandEmpty, row.band.span, {});
    else bands.push({ ...band, row });
  }
  if (bands.length < e.rows.length) return;
  const sorted = [...bands].sort(byLow);
  const firstOff = bands.findIndex((band, i) => band !== sorted[i]);
  if (firstOff >= 0) {
    const fixes = reordered(bands, sorted, context);
    report(context, structure.bandsUnordered, bands[firstOff]!.row.band.span, {}, { fixes });
  }
  for (const [i, upper] of sorted.entries()) {
    const lower = sorted[i - 1];
    if (lower !== undefined) checkNeighbours(lower, upper, subject, context);
  }
}

/** The ends of a band of constants; undefined where one is none. */
export function bandEnds(band: T.Expression, subject: Type, bounds: BoundsReading): BandEnds | undefined {
  if (band.kind !== 'Range') {
    const value = figureOf(band, subject);
    return value && { low: { value, included: true }, high: { value, included: true } };
  }
  const low = band.from && figureOf(band.from, subject);
  const high = band.to && figureOf(band.to, subject);
  if ((band.from && low === undefined) || (band.to && high === undefined)) return undefined;
  const included = endsOf(band, bounds);
  return {
    low: low && { value: low, included: included.from },
    high: high && { value: high, included: included.to },
  };
}

function figureOf(e: T.Expression, subject: Type): Rational | undefined {
  if (e.kind === 'DateLiteral') return rational(BigInt(Date.parse(`${e.iso}T00:00:00Z`) / 86_400_000));
  const value = constantValue(e);
  if (value === undefined) return undefined;
  // A bare number is yuan where the subject is money.
  const isBare = subject.type === 'money' && e.kind === 'NumberLiteral' && e.unit === 'none';
  return rational(isBare ? value.n * 100n : value.n, value.d);
}

function isEmpty({ low, high }: BandEnds): boolean {
  if (low === undefined || high === undefined) return false;
  const order = compare(low.value, high.value);
  return order > 0 || (order === 0 && !(low.included && high.included));
}

function byLow(a: Band, b: Band): number {
  if (a.low === undefined || b.low === undefined) return Number(a.low !== undefined) - Number(b.low !== undefined);
  return compare(a.low.value, b.low.value) || Number(b.low.included) - Number(a.low.included);
}

/** Whether nothing lies between two values: fen, persons, months and days are whole. */
function adjoin(a: Rational, b: Rational, subject: Type): boolean {
  const isWhole = ['money', 'count', 'date', 'duration', 'days'].includes(subject.type);
  return isWhole && compare(rational(a.n + a.d, a.d), b) === 0;
}

/** How two neighbouring bands stand to each other. */
export type Neighbours = 'overlap' | 'touch' | 'gap' | 'meet';

function neighbours(lower: BandEnds, upper: BandEnds, subject: Type): Neighbours {
  const order = lower.high && upper.low ? compare(lower.high.value, upper.low.value) : 1;
  if (order > 0) return 'overlap';
  const [high, low] = [lower.high!, upper.low!];
  if (order === 0 && high.included && low.included) return 'touch';
  const isGap =
    order < 0
      ? !(high.included && low.included && adjoin(high.value, low.value, subject))
      : !high.included && !low.included;
  return isGap ? 'gap' : 'meet';
}

/** The neighbouring bands from low to high, where all ends are written; `at` is where the upper one begins. */
export function neighboursIn(
  e: T.Bands,
  subject: Type,
  bounds: BoundsReading,
): readonly {
  readonly lower: T.BandRow;
  readonly upper: T.BandRow;
  readonly stand: Neighbours;
  readonly at: Rational | undefined;
}[] {
  const bands = e.rows.flatMap((row): Band[] => {
    const ends = bandEnds(row.band, subject, bounds);
    return ends === undefined || isEmpty(ends) ? [] : [{ ...ends, row }];
  });
  if (bands.length < e.rows.length) return [];
  const sorted = bands.sort(byLow);
  return sorted.slice(1).map((upper, i) => {
    const lower = sorted[i]!;
    return { lower: lower.row, upper: upper.row, stand: neighbours(lower, upper, subject), at: upper.low?.value };
  });
}

function checkNeighbours(lower: Band, upper: Band, subject: Type, context: Context): void {
  const stand = neighbours(lower, upper, subject);
  if (stand !== 'overlap' && stand !== 'touch') return;
  const related = [
    {
      file: context.file,
      span: lower.row.band.span,
      message: { zh: '前一档在这里', en: 'the band below is here' },
    },
  ];
  if (stand === 'overlap') {
    const args = { first: sourceOf(lower.row.band, context), second: sourceOf(upper.row.band, context) };
    report(context, structure.bandsOverlap, upper.row.band.span, args, { related });
    return;
  }
  const at = upper.row.band.kind === 'Range' && upper.row.band.from ? upper.row.band.from : upper.row.band;
  const fixes = apart(lower.row, upper.row, subject, context);
  report(context, drafting.bandsTouch, upper.row.band.span, { point: sourceOf(at, context) }, { related, fixes });
}

function sourceOf(node: T.Node, context: Context): string {
  const text = context.binding.program.modules.get(context.file)?.parsed.text ?? '';
  return text.slice(node.span.start, node.span.end);
}

function reordered(bands: readonly Band[], sorted: readonly Band[], context: Context): Fix[] {
  const edits = bands.map((band, i) => ({ span: band.row.span, text: sourceOf(sorted[i]!.row, context) }));
  return [{ title: { zh: '从低到高排列', en: 'Put the bands in order' }, edits }];
}

/** Two ways to part bands that both hold one value. */
function apart(lower: T.BandRow, upper: T.BandRow, subject: Type, context: Context): Fix[] {
  const [a, b] = [lower.band, upper.band];
  if (a.kind !== 'Range' || b.kind !== 'Range' || a.form === 'words' || b.form === 'words') return [];
  if (subject.type === 'count' || subject.type === 'date') return [];
  const from = (range: T.Range) => (range.from ? sourceOf(range.from, context) : '');
  const to = (range: T.Range) => (range.to ? sourceOf(range.to, context) : '');
  const shared = to(a);
  return [
    {
      title: { zh: `${shared} 归后一档`, en: `${shared} belongs to the band above` },
      edits: [{ span: a.span, text: `${from(a)}${a.includesFrom ? '' : '>'}..${to(a)}` }],
    },
    {
      title: { zh: `${shared} 归前一档`, en: `${shared} belongs to the band below` },
      edits: [{ span: b.span, text: `${from(b)}>..${b.includesTo && b.to ? '=' : ''}${to(b)}` }],
    },
  ];
}
