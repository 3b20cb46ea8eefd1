import { type Exact, exact, fromDecimal, plus, times } from './exact.ts';

/** A number as it is written, in whatever numerals. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: Exact;
  /** 两三家, 三四十: the upper end of what two digits in a row span. */
  readonly to?: Exact;
  /** In Chinese characters throughout. */
  readonly han: boolean;
  /** Ends in 万 or 亿, so that it can stand for a sum without 元. */
  readonly large: boolean;
  /** What 万 or 亿 it ends in: the lower end of `50-100万元` is measured by it too. */
  readonly scale: Exact;
  /** 余, 多: somewhat above. */
  readonly above?: string;
}

/** The characters of a number in Chinese, capital forms included. */
export const hanDigit = '零〇一二两兩三四五六七八九十百千万亿廿卅壹贰貳弍叁參肆伍陆陸柒捌玖拾佰仟萬億';

const plain: Readonly<Record<string, string>> = Object.fromEntries(
  [...'兩两壹贰貳弍叁參肆伍陆陸柒捌玖拾佰仟萬億零'].map((c, i) => [
    c,
    [...'二二一二二二三三四五六六七八九十百千万亿〇'][i]!,
  ]),
);
const digits = '〇一二三四五六七八九';
const powers: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n, 万: 10000n, 亿: 100000000n };

const arabic =
  /(\d+(?:\.\d+)?)(?:(余|多)(?=[十百千万亿萬億佰仟个家名人项元户条件台次所种])([十百千万亿萬億佰仟]*)|([十百千万亿萬億佰仟]+))?/y;
const han = new RegExp(`[${hanDigit}]+(?:点[零〇一二三四五六七八九]+[万亿]*)?`, 'y');

/** The number that begins at an offset, or undefined where none does. */
export function numeralAt(text: string, start: number): Numeral | undefined {
  return arabicAt(text, start) ?? hanAt(text, start);
}

function arabicAt(text: string, start: number): Numeral | undefined {
  let value = exact(0);
  let last: Exact | undefined;
  let [end, scale, large] = [start, exact(1), false];
  let above: string | undefined;
  // 1亿5000万 goes on as long as each part is measured by less than the one before.
  for (;;) {
    arabic.lastIndex = end;
    const match = arabic.exec(text);
    if (match === null) break;
    const [whole, number = '', more, scaled, bare] = match;
    const unit = scaled ?? bare ?? '';
    const factor = factorOf(unit);
    if (last !== undefined && !(factor.n < last.n)) break;
    value = plus(value, times(fromDecimal(number), factor));
    end += whole.length;
    [scale, large] = [factor, /[万亿萬億]$/.test(unit)];
    above ??= more;
    if (unit === '' || more !== undefined) break;
    last = factor;
  }
  if (end === start) return undefined;
  return { start, end, value, han: false, large, scale, ...(above !== undefined && { above }) };
}

function hanAt(text: string, start: number): Numeral | undefined {
  han.lastIndex = start;
  let run = han.exec(text)?.[0];
  if (run === undefined || /[百千万亿佰仟萬億]/.test(run[0]!)) return undefined;
  // A 〇 with no digit after it is a numeral only in a year and before what it counts; elsewhere it may be anything.
  const after = text[start + run.length] ?? '';
  if (!run.includes('点') && /[〇零]$/.test(run) && !/[年月日号家个名人项元]/.test(after))
    run = run.replace(/[〇零]+$/, '');
  const point = run.indexOf('点');
  // 零 begins a decimal and nothing else; alone it is a word, and 〇 may stand for any character in a masked text.
  if (run === '' || (/^[〇零]/.test(run) && point !== 1)) return undefined;
  const more = /^[余多](?=[万亿个家名人项元])/.exec(text.slice(start + run.length, start + run.length + 2))?.[0];
  const scaled = more === undefined ? undefined : /^[万亿]/.exec(text.slice(start + run.length + 1))?.[0];
  const read = point > 0 ? decimalOf(run, point) : integerOf(run);
  if (read === undefined) return undefined;
  const factor = scaled === undefined ? exact(1) : factorOf(scaled);
  const tail = scaled ?? /[万亿萬億]$/.exec(run)?.[0];
  return {
    start,
    end: start + run.length + (more === undefined ? 0 : 1) + (scaled === undefined ? 0 : 1),
    value: times(read.value, factor),
    ...(read.to !== undefined && { to: times(read.to, factor) }),
    han: true,
    large: tail !== undefined,
    scale: tail === undefined ? exact(1) : factorOf(tail),
    ...(more !== undefined && { above: more }),
  };
}

function factorOf(unit: string): Exact {
  return [...unit].reduce((factor, c) => times(factor, exact(powers[plain[c] ?? c] ?? 1n)), exact(1));
}

function decimalOf(run: string, point: number): { value: Exact; to?: Exact } | undefined {
  const whole = integerOf(run.slice(0, point));
  const [, fraction = '', unit = ''] = /^点([^万亿]*)([万亿]*)$/.exec(run.slice(point)) ?? [];
  if (whole === undefined || fraction === '') return undefined;
  const tenths = fromDecimal(`0.${[...fraction].map(digitOf).join('')}`);
  return { value: times(plus(whole.value, tenths), factorOf(unit)) };
}

const digitOf = (c: string): number => digits.indexOf(plain[c] ?? c);

/** A whole number in characters, or undefined where the characters are none: 一一, 十百. */
function integerOf(written: string): { value: Exact; to?: Exact } | undefined {
  const run = [...written]
    .map((c) => plain[c] ?? c)
    .join('')
    .replace(/廿/g, '二十')
    .replace(/卅/g, '三十');
  if (!/[十百千万亿]/.test(run)) return spelled(run);
  const spanned = spanOf(run);
  if (spanned !== undefined) return spanned;
  const value = counted(run);
  return value === undefined ? undefined : { value: exact(value) };
}

/** Digit by digit: 二〇二六; one digit; 七八, which spans the two. */
function spelled(run: string): { value: Exact; to?: Exact } | undefined {
  const [first, second] = [...run].map(digitOf);
  if (first === undefined || first < 0) return undefined;
  if (run.length === 1) return { value: exact(first) };
  // 七八, and 三五.
  if (run.length === 2 && (second === first + 1 || run === '三五') && first > 0)
    return { value: exact(first), to: exact(second!) };
  return run.length > 2 && first > 0 ? { value: exact(BigInt([...run].map(digitOf).join(''))) } : undefined;
}

/** 三四十 is 30 to 40; 十七八 is 17 to 18. */
function spanOf(run: string): { value: Exact; to: Exact } | undefined {
  const match = /^(.*?)([一二三四五六七八])([二三四五六七八九])([十百千万亿]*)$/.exec(run);
  if (match === null) return undefined;
  const [, head = '', low = '', high = '', unit = ''] = match;
  const inARow = digitOf(high) === digitOf(low) + 1 || low + high === '三五';
  if (!inARow || (head === '' && unit === '')) return undefined;
  const [a, b] = [counted(head + low + unit), counted(head + high + unit)];
  return a === undefined || b === undefined ? undefined : { value: exact(a), to: exact(b) };
}

/** 二百五十万, 两万五千, 十五, 二百五 (250), 三万五 (35000). */
function counted(run: string): bigint | undefined {
  let [total, section, digit] = [0n, 0n, -1n];
  let [unit, zero] = [10n, false];
  for (const c of run) {
    const power = powers[c];
    if (power === undefined) {
      const value = BigInt(digitOf(c));
      if (value < 0n || digit >= 0n) return undefined;
      if (value === 0n) zero = true;
      else digit = value;
      continue;
    }
    if (power >= 10000n) {
      const here = section + (digit > 0n ? digit : 0n);
      const whole = here === 0n ? total : here;
      if (whole === 0n) return undefined;
      total = here === 0n ? total * power : power > 10000n ? (total + here) * power : total + here * power;
      section = 0n;
    } else {
      if (digit < 0n && power > 10n) return undefined;
      section += (digit < 0n ? 1n : digit) * power;
    }
    [digit, unit, zero] = [-1n, power, false];
  }
  if (digit < 0n) return total + section;
  // A last digit without its power is of the next lower one, unless 零 parts them: 二百五, 二百零五.
  return total + section + (zero || unit === 10n ? digit : digit * (unit / 10n));
}
