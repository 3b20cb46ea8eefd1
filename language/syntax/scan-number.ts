import type { Span } from '../source/span.ts';
import { isKeywordRun } from './keywords.ts';
import type { NumberValue } from './tokens.ts';
import type { NumberUnit } from './tree.ts';
import { vocabulary } from './vocabulary.ts';

/** What is wrong with a literal. The literal itself is usable all the same, but for a date that does not exist. */
export type LiteralFault =
  | { readonly fault: 'grouped'; readonly span: Span; readonly plain: string }
  | { readonly fault: 'too-long'; readonly span: Span; readonly digits: number }
  | {
      readonly fault: 'no-such-date';
      readonly span: Span;
      readonly year: number;
      readonly month: number;
      readonly last: number;
    }
  | { readonly fault: 'date-written'; readonly span: Span; readonly iso: string }
  /** `edges`: the first and the last day of the month, where there is such a month. */
  | { readonly fault: 'date-incomplete'; readonly span: Span; readonly edges: readonly [string, string] | undefined };

export type Literal =
  | {
      readonly kind: 'number';
      readonly end: number;
      readonly value: NumberValue;
      readonly faults: readonly LiteralFault[];
    }
  | { readonly kind: 'date'; readonly end: number; readonly iso: string; readonly faults: readonly LiteralFault[] };

const isoDate = /(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/y;
const hanDate = /(\d{4})[ \t]*年[ \t]*(\d{1,2})[ \t]*月[ \t]*(\d{1,2})[ \t]*[日号]/y;
const hanMonth = /(\d{4})[ \t]*年[ \t]*(\d{1,2})[ \t]*月(?![ \t]*\d)/y;
/** 2026-02: a subtraction has spaces, and no nought before its figure. */
const isoMonth = /((?:19|20)\d{2})-(0[1-9]|1[0-2])(?![\d-])/y;
/** 2026年底, 2026年2月末, 2026年初: the last or first day. */
const hanEdge = /(\d{4})[ \t]*年(?:[ \t]*(\d{1,2})[ \t]*月)?(底|末|初)/y;
const otherDate = /(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?![\d.])/y;
const grouped = /\d{1,3}(?:,\d{3}){1,100}(?:\.\d+)?(?!\d)/y;
const plain = /\d+(?:\.\d+)?/y;
const hanRun = /\p{Script=Han}{1,4000}/uy;
const latinRun = /[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+){0,400}/y;
const blanks = /[ \t]+/y;

/** Amounts beyond this many digits are no figures of a policy; reading them exactly would only cost time. */
const maxDigits = 60;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Reads the number or date that begins at `at` of the shadow; there is a digit there. `text` is the text itself. */
export function scanNumber(shadow: string, text: string, at: number): Literal {
  return scanDate(shadow, at) ?? scanQuantity(shadow, text, at);
}

function scanDate(shadow: string, at: number): Literal | undefined {
  const good = match(isoDate, shadow, at) ?? match(hanDate, shadow, at);
  if (good) return date(at, good[0].length, good[1]!, good[2]!, good[3]!);
  const odd = match(otherDate, shadow, at);
  if (odd) {
    const found = date(at, odd[0].length, odd[1]!, odd[3]!, odd[4]!);
    if (found.faults.length > 0) return found;
    return { ...found, faults: [{ fault: 'date-written', span: { start: at, end: found.end }, iso: found.iso }] };
  }
  const edge = match(hanEdge, shadow, at);
  if (edge && isEdgeWhole(shadow, at + edge[0].length)) {
    const [written, y, m, which] = edge;
    const isFirst = which === '初';
    const month = m ?? (isFirst ? '1' : '12');
    const last = Number(month) >= 1 && Number(month) <= 12 ? daysIn(Number(y), Number(month)) : 1;
    return date(at, written.length, y!, month, isFirst ? '01' : String(last));
  }
  const month = match(hanMonth, shadow, at) ?? match(isoMonth, shadow, at);
  if (month) {
    const end = at + month[0].length;
    const [, y = '', m = ''] = month;
    const exists = Number(m) >= 1 && Number(m) <= 12;
    const day = (d: number) => `${y}-${m.padStart(2, '0')}-${String(d).padStart(2, '0')}`;
    const edges = exists ? ([day(1), day(daysIn(Number(y), Number(m)))] as const) : undefined;
    return { kind: 'date', end, iso: '', faults: [{ fault: 'date-incomplete', span: { start: at, end }, edges }] };
  }
  return undefined;
}

/** 2026年底前 says something else. */
function isEdgeWhole(shadow: string, end: number): boolean {
  const rest = match(hanRun, shadow, end)?.[0];
  return rest === undefined || isKeywordRun(rest);
}

function date(at: number, length: number, y: string, m: string, d: string): Extract<Literal, { kind: 'date' }> {
  const [year, month, day] = [Number(y), Number(m), Number(d)];
  const end = at + length;
  const last = month >= 1 && month <= 12 ? daysIn(year, month) : 0;
  if (year < 1 || day < 1 || day > last) {
    return {
      kind: 'date',
      end,
      iso: '',
      faults: [{ fault: 'no-such-date', span: { start: at, end }, year, month, last }],
    };
  }
  return { kind: 'date', end, iso: `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`, faults: [] };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function scanQuantity(shadow: string, text: string, at: number): Literal {
  const faults: LiteralFault[] = [];
  const groups = match(grouped, shadow, at);
  // 、 parts members of a list, never digits; so may one ， as the formatter prints it: { 0元..100元：10，100元..：30 }.
  const isGrouped = groups !== null && !/、|^[0-9]+，[1-9][0-9]*$/.test(text.slice(at, at + groups[0].length));
  const digits = isGrouped ? groups[0] : match(plain, shadow, at)![0];
  const end = at + digits.length;
  const bare = digits.replaceAll(',', '');
  if (isGrouped) faults.push({ fault: 'grouped', span: { start: at, end }, plain: bare });
  const tooLong = bare.length > maxDigits;
  if (tooLong) faults.push({ fault: 'too-long', span: { start: at, end }, digits: bare.length });

  const unit = scanUnit(shadow, end, bare);
  const [whole, fraction = ''] = tooLong ? ['0'] : bare.split('.');
  const value = inLowestTerms(BigInt(whole + fraction) * unit.times, 10n ** BigInt(fraction.length) * unit.over);
  const written = bare + shadow.slice(end, unit.end).replace(/^[ \t]+(?=[^A-Za-z])/, '');
  return {
    kind: 'number',
    end: unit.end,
    value: { unit: unit.unit, named: unit.named, ...value, written: tooLong ? '0' : written },
    faults,
  };
}

interface Unit {
  readonly unit: NumberUnit;
  readonly end: number;
  readonly times: bigint;
  readonly over: bigint;
  readonly named: NumberValue['named'];
}

const unit = (kind: NumberUnit, end: number, times = 1n, over = 1n, named: NumberValue['named'] = undefined): Unit => ({
  unit: kind,
  end,
  times,
  over,
  named,
});

/** Longest first. Money in fen, durations in months or days. 万 and 亿 alone scale. */
const hanUnits: readonly (readonly [string, NumberUnit, bigint])[] = [
  ['亿元', 'money', 10_000_000_000n],
  ['万元', 'money', 1_000_000n],
  ['元', 'money', 100n],
  ['个月', 'months', 1n],
  ['分', 'money', 1n],
  ['年', 'months', 12n],
  ['月', 'months', 1n],
  ['日', 'days', 1n],
  ['天', 'days', 1n],
  ['万', 'none', 10_000n],
  ['亿', 'none', 100_000_000n],
];

const latinUnits: ReadonlyMap<string, readonly [NumberUnit, bigint]> = new Map([
  ['year', ['months', 12n]],
  ['years', ['months', 12n]],
  ['month', ['months', 1n]],
  ['months', ['months', 1n]],
  ['day', ['days', 1n]],
  ['days', ['days', 1n]],
]);

/** The unit after a number that ends at `end`. Signs and built-in units may stand after blanks, declared units adjoin. */
function scanUnit(shadow: string, end: number, digits: string): Unit {
  const gap = match(blanks, shadow, end)?.[0].length ?? 0;
  const at = end + gap;
  const sign = shadow[at];
  if (sign === '%') return unit('percent', at + 1, 1n, 100n);
  if (sign === '‰') return unit('permille', at + 1, 1n, 1000n);

  const latin = match(latinRun, shadow, at)?.[0];
  if (latin !== undefined) {
    const known = latinUnits.get(latin);
    if (known) return unit(known[0], at + latin.length, known[1]);
    return gap === 0 ? named(shadow, at, at + latin.length, 1n) : unit('none', end);
  }

  const run = match(hanRun, shadow, at)?.[0];
  if (run === undefined) return unit('none', end);
  for (const [word, kind, times] of hanUnits) {
    if (!run.startsWith(word)) continue;
    const rest = run.slice(word.length);
    // No declared unit begins with 元; 年度, 月份, 分钟, 日元 are words of their own.
    const whole = rest === '' || isKeywordRun(rest) || (kind === 'money' && word.endsWith('元'));
    if (whole) {
      // Four digits and 年: the year, a plain number.
      if (word === '年' && gap === 0 && /^\d{4}$/.test(digits)) return unit('none', at + 1);
      return unit(kind, at + word.length, times);
    }
    if (kind === 'none' && gap === 0) return named(shadow, at + word.length, at + run.length - closing(rest), times);
  }
  if (gap > 0 || isKeywordRun(run)) return unit('none', end);
  return named(shadow, at, at + run.length - closing(run), 1n);
}

/** 30名左右: what says how a figure binds is no part of its unit. */
function closing(run: string): number {
  return closers.find((word) => run.endsWith(word) && run !== word)?.length ?? 0;
}

const closers: readonly string[] = (['roughlyClose', 'orMore', 'orLess', 'withinBound'] as const).flatMap(
  (role) => vocabulary[role].zh,
);

function named(shadow: string, start: number, end: number, times: bigint): Unit {
  return unit('named', end, times, 1n, { text: shadow.slice(start, end).normalize('NFC'), span: { start, end } });
}

function inLowestTerms(n: bigint, d: bigint): { numerator: bigint; denominator: bigint } {
  let [x, y] = [n, d];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? { numerator: 0n, denominator: 1n } : { numerator: n / x, denominator: d / x };
}
