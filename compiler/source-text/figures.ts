import { type Exact, exact, fromDecimal, over, plus, showExact, times } from './exact.ts';
import { limitOf, phraseBefore, type Stretch, yearlyOf } from './figure-context.ts';
import { isQuoted, isWording, wordingIn } from './figure-wording.ts';
import type { Figure, FigureType } from './manifest.ts';
import { hanDigit, type Numeral, numeralAt } from './numerals.ts';
import { baseOf } from './rate-base.ts';
import { countsAfterHan, countUnits, currencies, measuredAfterHan, measureUnits, payees, wordAt } from './units.ts';

/** A figure and where it stands; `kept` are the words around it that were read with it, for `mask.ts`. */
export interface FoundFigure extends Stretch {
  readonly figure: Figure;
  readonly kept: readonly Stretch[];
}

/** A figure before its limits are looked for. */
interface Bare extends Stretch {
  readonly type: FigureType;
  readonly value: string;
  readonly to?: string;
  readonly unit?: string;
  readonly per?: string;
  readonly yearly?: true;
  /** Where the figure ends and what it is for begins: 6000元|/生. */
  readonly textEnd?: number;
  /** 余, 多, 过 … within the figure. */
  readonly above?: string;
  /** 一家, 一项: an article unless something bounds it. */
  readonly article?: true;
}

/**
 * All figures of one part, in order. A figure is a number that a drafter or an auditor would want accounted for: what is
 * paid, counted, measured, timed or dated, and designations that are written with numerals. Numbers within words (一流,
 * 第三方, 一事一议), ordinals of lists (第二批), titles of documents and telephone numbers are none.
 */
export function figuresIn(text: string): FoundFigure[] {
  const wording = wordingIn(text);
  const bare: Bare[] = [];
  const documents = new Map(documentNumbersIn(text).map((document) => [document.start, document]));
  let i = 0;
  while (i < text.length) {
    const document = documents.get(i);
    if (document !== undefined) {
      bare.push(document);
      i = document.end;
      continue;
    }
    const past = isWording(wording, i);
    if (past !== undefined) {
      i = past;
      continue;
    }
    const found = specialAt(text, i) ?? countedAt(text, i);
    if (found !== undefined && found.end > i) {
      if (!('skip' in found)) bare.push(isQuoted(wording, found) ? designation(text, found) : found);
      i = found.end;
    } else i++;
  }
  return withContext(text, bare);
}

/** A bare number in quotation marks is a name: “985”. */
function designation(text: string, found: Bare): Bare {
  if (found.type !== 'number') return found;
  const { start, end } = found;
  return { type: 'name', value: text.slice(start, end), start, end };
}

interface Skip {
  readonly end: number;
  readonly skip: true;
}

const number = `(?:\\d+(?:\\.\\d+)?|[${hanDigit}]+(?:点[${hanDigit}]+)?)`;
const specials: readonly (readonly [
  RegExp,
  (match: RegExpExecArray, start: number) => Omit<Bare, 'start' | 'end'> | undefined,
])[] = [
  [
    /\d{4}-\d{1,2}-\d{1,2}(?![\d-])/y,
    ([whole]) => ({ type: 'date', value: isoDate(...triple(whole.split('-').map(Number))) }),
  ],
  // 1-6月, 2031年1月至6月
  [
    /(?:((?:19|20|21)\d\d)年)?(1[0-2]|[1-9])月?(?:-|~|至|到)(1[0-2]|[1-9])月(?:份|底|末)?(?!\d)/y,
    ([, year, from, to]) => {
      const [y, a, b] = [year === undefined ? undefined : Number(year), Number(from), Number(to)];
      return { type: 'date', value: isoDate(y, a, undefined), to: isoDate(y, b, undefined) };
    },
  ],
  // 1/3
  [
    /(?<![\d/])([1-9]\d?)\/([1-9]\d{0,2})(?![\d/.])/y,
    ([, a = '', b = '']) =>
      Number(a) < Number(b) ? { type: 'rate', value: showExact(over(fromDecimal(a), fromDecimal(b))) } : undefined,
  ],
  // “13+34”, 6+N, 1+N+X
  [
    /\d+(?:[+×]\d+)*(?:\+(?:\d+|[A-Z]))+(?![\d%.])|[A-Z](?:\+\d+)+(?![\d%.])/y,
    ([whole]) => ({ type: 'name', value: whole }),
  ],
  [
    /(?:科技创新|中国制造|健康中国|数字中国|教育现代化|中国标准)-?20\d\d(?!年)/y,
    ([whole]) => ({ type: 'name', value: whole }),
  ],
  [
    new RegExp(`(${number})分之(${number})(?:(?:至|到|-|~)(?:\\1分之)?(${number}))?(?:个?(百分点))?`, 'y'),
    ([, denominator = '', low = '', high, points]) => {
      const [d, a, b] = [denominator, low, high ?? low].map(amountOf);
      if (d === undefined || a === undefined || b === undefined || d.n === 0n) return undefined;
      return {
        type: 'rate',
        ...span(over(a, d), high === undefined ? undefined : over(b, d)),
        ...(points && { unit: points }),
      };
    },
  ],
  [
    /(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)(?![\d:])/y,
    ([, a = '', b = '']) => {
      const below = fromDecimal(b);
      // 9:00 is a time of the day.
      return below.n === 0n || /^0\d/.test(b)
        ? undefined
        : { type: 'rate', value: showExact(over(fromDecimal(a), below)) };
    },
  ],
  [/同等(?:额度|金额|数额|比例)|等额(?!选)|全额|同额/y, () => ({ type: 'rate', value: '1' })],
  [/一半|半数|减半|折半|(?<=各)半|(?<=过)半(?![\d年月日径])/y, () => ({ type: 'rate', value: '1/2' })],
  [/翻一?番/y, () => ({ type: 'times', value: '2' })],
  [/翻[两二]番/y, () => ({ type: 'times', value: '4' })],
  [/半年(?!度|报)/y, () => ({ type: 'duration', value: '6' })],
  [/半个月/y, () => ({ type: 'duration', value: '1/2' })],
  // 过万亿, 超百亿元: a power alone is a sum after such a word and before 级.
  [
    /(?<=[过超破])(?:[十百千万]?[万亿])元?|(?:[十百千]亿|万亿)元?(?=级)|(?<![\d数几上近多]|[零一二两三四五六七八九十百千万])[十百千]?[万亿]元(?=以上|以下|级|左右|及以上)/y,
    ([whole]) => {
      const power = amountOf(`一${whole.replace('元', '')}`);
      return power === undefined ? undefined : { type: 'money', value: showExact(times(power, exact(100))) };
    },
  ],
];

/** 鲁政办字〔2024〕148号, a document's number: the office before the brackets is written without a break from what precedes. */
function documentNumbersIn(text: string): Bare[] {
  return [...text.matchAll(/(\p{Script=Han}{0,8}?)\(((?:19|20)\d\d)\)第?\d+号/gu)].map((match) => {
    const office = /[^知于据照按的和及与文件施法案则定划见,。]*$/.exec(match[1]!)![0];
    const start = match.index + match[1]!.length - office.length;
    const end = match.index + match[0].length;
    return { type: 'name', value: text.slice(start, end).replace('(', '〔').replace(')', '〕'), start, end };
  });
}

function specialAt(text: string, start: number): Bare | undefined {
  for (const [pattern, read] of specials) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    const found = match === null ? undefined : read(match, start);
    if (match !== null && found !== undefined) return { ...found, start, end: start + match[0].length };
  }
  return undefined;
}

/** A figure that begins with a number. */
function countedAt(text: string, start: number): Bare | Skip | undefined {
  const currency = /人民币|¥|RMB/y;
  currency.lastIndex = start;
  const prefix = currency.exec(text)?.[0] ?? '';
  const first = numeralAt(text, start + prefix.length);
  if (first === undefined) return undefined;
  const before = text[start - 1] ?? '';
  const after = text[first.end] ?? '';
  // 5G, H5, 3D, PM2.5: words that hold a digit; blanks are gone, so GDP5000亿元 is none.
  const latin = /[A-Za-z]/;
  const measure = wordAt(measureUnits, text, first.end);
  const isWord =
    (latin.test(before) && unitAfter(text, first)?.type === 'number') || (latin.test(after) && measure === undefined);
  if (!first.han && isWord) return { end: first.end, skip: true };
  if (before === '第') return ordinal(text, start, first);
  return (
    dateAt(text, first) ??
    rangeAt(text, start, first) ??
    measured(text, { start, end: first.end, low: first, last: first, money: prefix !== '' }) ?? {
      end: first.end,
      skip: true,
    }
  );
}

/** 第三年 of a schedule is a figure; 第二批, 第三方 and 第一 are none. */
function ordinal(text: string, start: number, numeral: Numeral): Bare | Skip {
  const unit = wordAt(['年', '名', '位'], text, numeral.end);
  if (unit === undefined) return { end: numeral.end, skip: true };
  return { type: 'number', value: showExact(numeral.value), unit, start: start - 1, end: numeral.end + unit.length };
}

/** A date or a month; a year is left to `measured`. */
function dateAt(text: string, first: Numeral): Bare | undefined {
  const rest = text.slice(first.end, first.end + 24);
  const year = isYear(first) ? /^年/.exec(rest) : null;
  const monthAt = year === null ? first.start : first.end + 1;
  const month = numeralAt(text, monthAt);
  if (month === undefined || month.value.d !== 1n || month.value.n < 1n || month.value.n > 12n) return undefined;
  if (text[month.end] !== '月') return undefined;
  const day = numeralAt(text, month.end + 1);
  const [y, m] = [year === null ? undefined : Number(first.value.n), Number(month.value.n)];
  const start = first.start;
  if (day !== undefined && /[日号]/.test(text[day.end] ?? '') && day.value.n <= 31n) {
    return { type: 'date', value: isoDate(y, m, Number(day.value.n)), start, end: day.end + 1 };
  }
  const tail = /^(?:底|末|份)?/.exec(text.slice(month.end + 1))?.[0] ?? '';
  return { type: 'date', value: isoDate(y, m, undefined), start, end: month.end + 1 + tail.length };
}

const isYear = ({ value, large }: Numeral): boolean => !large && value.d === 1n && value.n >= 1900n && value.n <= 2199n;

/** 1-2家, 2023-2025年, 50万元至100万元, 3%-5%. */
function rangeAt(text: string, start: number, first: Numeral): Bare | undefined {
  const own = unitAfter(text, first)?.word ?? '';
  const link = /^(?:-{1,2}|~|至|到)(?:人民币|¥)?/.exec(text.slice(first.end + own.length))?.[0];
  if (link === undefined) return undefined;
  const second = numeralAt(text, first.end + own.length + link.length);
  if (second === undefined || second.han !== first.han) return undefined;
  // 50-100万元: the lower end is measured as the upper one is.
  const scaled = own === '' && first.scale.n === 1n ? { ...first, value: times(first.value, second.scale) } : first;
  const low = scaled.value.n * second.value.d > second.value.n * scaled.value.d ? first : scaled;
  const found = measured(text, { start, end: second.end, low, high: second, last: second, money: false });
  if (found === undefined || 'skip' in found) return undefined;
  const [one, two] = [unitAfter(text, first)?.type, unitAfter(text, second)?.type];
  return own === '' || one === two ? found : undefined;
}

interface Unit {
  readonly type: FigureType;
  /** As printed. */
  readonly word: string;
  readonly unit?: string;
  /** What a number before it is multiplied by, in the base of the type. */
  readonly factor: Exact;
  /** What is added after that: the half of 两年半. */
  readonly more?: Exact;
}

interface Measuring extends Stretch {
  readonly low: Numeral;
  readonly high?: Numeral;
  /** The number that the unit follows. */
  readonly last: Numeral;
  readonly money: boolean;
}

function measured(text: string, { start, end, low, high, last, money }: Measuring): Bare | undefined {
  const after = unitAfter(text, last);
  const unit: Unit | undefined =
    money && (after === undefined || after.type === 'number') ? { type: 'money', word: '', factor: exact(100) } : after;
  if (unit === undefined) return undefined;
  const top = high?.value ?? low.to;
  const inBase = (value: Exact) => plus(times(value, unit.factor), unit.more ?? exact(0));
  const values = span(inBase(low.value), top === undefined ? undefined : inBase(top));
  const from = end + unit.word.length;
  const per = unit.type === 'money' || unit.type === 'quantity' ? perAfter(text, from) : undefined;
  return {
    type: unit.type,
    ...values,
    ...(unit.unit !== undefined && { unit: unit.unit }),
    ...(per?.per !== undefined && { per: per.per }),
    ...(per?.yearly && { yearly: true as const }),
    ...(last.above !== undefined && { above: last.above }),
    ...(unit.type === 'count' && low.han && high === undefined && values.value === '1' && { article: true as const }),
    start,
    end: per?.end ?? from,
    textEnd: from,
  };
}

/** What a number is measured in, from the words right after it; undefined where it is no figure. */
function unitAfter(text: string, numeral: Numeral): Unit | undefined {
  const { end, han: inHan, large, above } = numeral;
  const rest = text.slice(end, end + 12);
  const match = (pattern: RegExp): string | undefined => pattern.exec(rest)?.[0];
  const unit = (type: FigureType, word: string, factor: Exact, name?: string): Unit => ({
    type,
    word,
    factor,
    ...(name !== undefined && { unit: name }),
  });
  const one = exact(1);
  const foreign = wordAt(currencies, text, end);
  if (foreign !== undefined) return unit('quantity', foreign, one, foreign);
  const yuan = match(/^(?:元整?|圆整?|块钱)(?!素|宵|旦|器件|件|首|老)/);
  if (yuan !== undefined) return unit('money', yuan, exact(100));
  const percent = match(/^(?:%|‰|个百分点|百分点)/);
  if (percent !== undefined)
    return unit('rate', percent, exact(1, percent === '‰' ? 1000 : 100), percent.endsWith('点') ? '百分点' : undefined);
  const tenths = match(/^(?:成(?!果|效|为|立|功|本|员|长|绩|熟|交|都|份|型|就|套|分|品|不)|折(?!算|旧|叠|合))/);
  if (tenths !== undefined) return unit('rate', tenths, exact(1, 10));
  const fold = match(/^倍(?!增|率|数)/);
  if (fold !== undefined) return unit('times', fold, one);
  const time = timeAfter(numeral, rest);
  if (time !== undefined) return time;
  const measure = wordAt(measureUnits, text, end);
  if (measure !== undefined && (!inHan || measuredAfterHan(measure)) && !/^日常|^点击|^分别|^度电/.test(rest))
    return unit('quantity', measure, one, measure.replace(/^个/, ''));
  const count = wordAt(countUnits, text, end);
  if (count !== undefined && (!inHan || countsAfterHan(count))) return unit('count', count, one, count);
  if (large && (!inHan || above === undefined)) return unit('money', '', exact(100));
  return inHan ? undefined : unit('number', '', one);
}

/** Years and months. Four digits before 年 are a year, fewer a duration. */
function timeAfter(numeral: Numeral, rest: string): Unit | undefined {
  const spelledYear = isYear(numeral);
  const named = spelledYear ? /^年度?|^(?=版)/.exec(rest)?.[0] : undefined;
  if (named !== undefined) return { type: 'year', word: named, factor: exact(1) };
  const half = /^年半/.exec(rest)?.[0];
  if (half !== undefined) return { type: 'duration', word: half, factor: exact(12), more: exact(6) };
  const year = /^(?:个)?(?:周年|年度|学年|年)(?!级|龄|代|轻|产|均|薪)/.exec(rest)?.[0];
  if (year !== undefined && !spelledYear) return { type: 'duration', word: year, factor: exact(12) };
  const month = /^个月/.exec(rest)?.[0];
  if (month !== undefined) return { type: 'duration', word: month, factor: exact(1) };
  const quarter = /^个季度/.exec(rest)?.[0];
  return quarter === undefined ? undefined : { type: 'duration', word: quarter, factor: exact(3) };
}

/** `/生`, `/人·年`, `/年` after a sum. */
function perAfter(text: string, start: number): { per?: string; yearly?: true; end: number } | undefined {
  let [end, per, yearly] = [start, '', false];
  while (/[/·]/.test(text[end] ?? '') && (end === start ? text[end] === '/' : true)) {
    const word = wordAt([...payees, '年'], text, end + 1);
    if (word === undefined) break;
    end += 1 + word.length;
    if (word === '年') yearly = true;
    else per += word;
  }
  if (end === start) {
    const each = /^每(?=[\p{Script=Han}])/u.test(text.slice(start)) ? wordAt(payees, text, start + 1) : undefined;
    return each === undefined ? undefined : { per: each, end: start + 1 + each.length };
  }
  return { ...(per !== '' && { per: yearly ? `${per}年` : per }), ...(yearly && { yearly: true as const }), end };
}

/** 每人每年, 每所高校, 每家单位, 单个企业 before a sum, in its own phrase. */
function perBefore(text: string, figure: Stretch, previous: number): { per: string; where: Stretch } | undefined {
  const phrase = phraseBefore(text, figure.start);
  const all = [...phrase.text.matchAll(/每(?!年|月|日|天|次评|半年)|单(?=[个户家项笔台])/g)];
  const last = all.at(-1);
  // Of a figure between, that figure is said.
  if (last === undefined || phrase.start + last.index < previous) return undefined;
  const from = phrase.start + last.index + 1;
  const classifier = wordAt(
    payees.filter((word) => word.length === 1),
    text,
    from,
  );
  const noun =
    classifier === undefined
      ? undefined
      : wordAt(
          payees.filter((word) => word.length > 1),
          text,
          from + 1,
        );
  const named = noun ?? wordAt(payees, text, from) ?? classifier;
  if (named === undefined) return undefined;
  const end = from + (noun === undefined ? named.length : 1 + named.length);
  const year = text.startsWith('每年', end) ? '年' : '';
  return { per: noun === undefined ? `${named}${year}` : named, where: { start: from - 1, end } };
}

/** Adds limits, 每年 and what a sum is for; in `最高500万元、100万元` the limit is said of both. */
function withContext(text: string, bare: readonly Bare[]): FoundFigure[] {
  const found: FoundFigure[] = [];
  for (const { start, end, textEnd, above, article, ...one } of bare) {
    const here = { start, end };
    const isTime = one.type === 'duration' || one.type === 'year' || one.type === 'date';
    const previous = found.at(-1);
    const kept: Stretch[] = [];
    const limit = one.type === 'name' ? undefined : limitOf(text, here, previous?.end ?? 0, isTime);
    if (limit !== undefined) kept.push(limit.where);
    if (article && limit === undefined) {
      const bound = boundOf(text, here);
      if (bound === undefined) continue;
      kept.push(bound);
    }
    const listed =
      previous?.figure.type === one.type && /^(?:[、/]|和|或|及|与|以及|或者)$/.test(text.slice(previous.end, start));
    if (listed) kept.push({ start: previous.end, end: start });
    // The character that parts a document's number from what precedes.
    if (one.type === 'name' && start > 0) kept.push({ start: start - 1, end: start });
    const inherited =
      limit === undefined && listed && previous.figure.limit !== undefined && isSaidBefore(text, previous)
        ? previous.figure
        : undefined;
    const yearly = isTime || one.type === 'name' ? undefined : yearlyOf(text, here);
    if (yearly !== undefined) kept.push(yearly);
    const per = one.type === 'money' && one.per === undefined ? perBefore(text, here, previous?.end ?? 0) : undefined;
    if (per !== undefined) kept.push(per.where);
    // Same amount, 100% and 一比一 are of what they match; a share written as such is of something.
    const isShare = one.type === 'rate' && /%|百分之|成$/.test(text.slice(start, end));
    const base = isShare ? baseOf(text, here) : undefined;
    if (base !== undefined) kept.push(base);
    const figure: Figure = {
      type: one.type,
      // Brackets are folded to ( ) in the text; a document's number is printed with its own.
      text: one.type === 'name' ? one.value : text.slice(start, textEnd ?? end),
      value: one.value,
      ...(one.to !== undefined && { to: one.to }),
      ...(one.unit !== undefined && { unit: one.unit }),
      ...((one.per ?? per?.per) !== undefined && { per: one.per ?? per!.per }),
      ...(limit !== undefined
        ? { limit: limit.limit, limitWord: limit.word }
        : above !== undefined
          ? { limit: 'over' as const, limitWord: above }
          : inherited !== undefined && { limit: inherited.limit!, limitWord: inherited.limitWord! }),
      ...((one.yearly || yearly !== undefined) && { yearly: true as const }),
      ...(isShare && base === undefined && { baseless: true as const }),
    };
    found.push({ figure, start, end, kept });
  }
  return found;
}

/** 任选一笔, 限一项, 每县一家: what makes a number of 一 rather than an article. */
function boundOf(text: string, figure: Stretch): Stretch | undefined {
  const phrase = phraseBefore(text, figure.start);
  const match = /(?:任选|限选|限报|仅限?|只|限|各|每[^年月日][^每、]{0,7})$/.exec(phrase.text);
  return match === null ? undefined : { start: phrase.start + match.index, end: figure.start };
}

/** Whether a figure's limit stands before it, and so may be said of those that follow. */
function isSaidBefore(text: string, { figure, start }: FoundFigure): boolean {
  return figure.limitWord !== undefined && phraseBefore(text, start).text.includes(figure.limitWord);
}

const amountOf = (written: string): Exact | undefined => {
  const numeral = numeralAt(written, 0);
  if (numeral?.end === written.length) return numeral.value;
  // 百分之, 千分之, 万分之
  return { 百: exact(100), 千: exact(1000), 万: exact(10000) }[written];
};

function span(low: Exact, high: Exact | undefined): { value: string; to?: string } {
  return { value: showExact(low), ...(high !== undefined && { to: showExact(high) }) };
}

/** An ISO date; without a day or a year as ISO 8601 truncates it: `2026-02`, `--06-30`. */
function isoDate(year: number | undefined, month: number, day: number | undefined): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${year === undefined ? '-' : year}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
}

const triple = ([a = 0, b = 0, c = 0]: readonly number[]): [number, number, number] => [a, b, c];
