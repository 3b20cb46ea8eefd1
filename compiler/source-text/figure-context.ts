import type { FigureLimit } from './manifest.ts';

/** A stretch of the text, half-open. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What the words around a figure say of it, and where they stand. */
export interface Limit {
  readonly limit: FigureLimit;
  readonly word: string;
  readonly where: Stretch;
}

/** Words between a limit and its sum that add nothing to either: 最高给予, 最高可达. */
const giving =
  '(?:可|可以|再|予以|分别|各|一次性|按|按照|为|达|达到|给予|补助|补贴|奖励|奖补|支持|资助|拨付|安排|获|获得|享受|人民币|额度|限额)*';

interface Word {
  readonly limit: FigureLimit;
  readonly pattern: RegExp;
}

const before: readonly Word[] = [
  { limit: 'highest', pattern: new RegExp(`(最高(?:不超过|不高于|不得超过)?|上限为?|封顶)${giving}$`) },
  { limit: 'highest', pattern: new RegExp(`(最高)可(?:不超过)?${giving}$`) },
  { limit: 'at-most', pattern: /(不超过|不高于|不得超过|不得高于|不多于|不大于|至多|最多|最长|≤|<=)[^\d,]{0,8}$/ },
  { limit: 'at-least', pattern: /(不少于|不低于|不得少于|不得低于|不小于|不短于|至少|最少|最低|≥|>=)[^\d,]{0,8}$/ },
  { limit: 'below', pattern: /((?<!不得?)(?:低于|少于|小于)|不足|不满|未满|<)$/ },
  {
    limit: 'over',
    pattern: /((?<!不得?)(?:超过|高于|大于|多于|突破|超出)|(?<![赶反])超|(?<![通经不超渡透越])过|逾|>)$/,
  },
  { limit: 'at-least', pattern: /((?<![不未圆充期届])满|达到|(?<![直发到抵下传表送])达)$/ },
  { limit: 'about', pattern: /(大约|约为|(?<![节预签履合契特制条相])约|接近|将近|(?<![靠附邻最贴亲接将])近)$/ },
];

const after: readonly Word[] = [
  { limit: 'at-least', pattern: /^(?:\(含\))?(及以上|以上|起步)/ },
  { limit: 'below', pattern: /^(?:\(不?含\))?(及以下|以下)/ },
  { limit: 'at-most', pattern: /^(?:\(含\))?(之内|以内|内(?![外部容涵设生在资地陆贸])|为限|封顶)/ },
  { limit: 'about', pattern: /^(左右|上下)/ },
];

/** Where a phrase ends: a limit, 每年 or 每家 says nothing of a figure beyond. */
const stops = /[,。;:!?()]/;

/**
 * The limit of a figure in `text`, or undefined; a word before it counts before one after, and none that stands before
 * `from`, where the figure before it ends.
 */
export function limitOf(text: string, figure: Stretch, from: number, isTime: boolean): Limit | undefined {
  const whole = phraseBefore(text, figure.start);
  const cut = Math.max(0, from - whole.start);
  const phrase = { text: whole.text.slice(cut), start: whole.start + cut };
  for (const { limit, pattern } of before) {
    const match = pattern.exec(phrase.text);
    if (match === null) continue;
    const word = match[1]!;
    // 近三年, 过三年 tell which years, not how many nearly.
    if (isTime && /^(?:近|过|达|约)$/.test(word)) continue;
    const start = phrase.start + match.index;
    // What stands between 不超过 and its figure may be anything; between 最高 and its sum only words of giving.
    const length = limit === 'at-most' || limit === 'at-least' ? word.length : match[0].length;
    return { limit, word, where: { start, end: start + length } };
  }
  const rest = text.slice(figure.end, figure.end + 8);
  for (const { limit, pattern } of after) {
    const match = pattern.exec(rest);
    if (match === null) continue;
    return { limit, word: match[1]!, where: { start: figure.end, end: figure.end + match[0].length } };
  }
  return undefined;
}

/** 每年, 每年度, 年度, 当年, 逐年 before the figure in its own phrase, which parentheses do not end. */
export function yearlyOf(text: string, figure: Stretch): Stretch | undefined {
  let { text: phrase, start } = phraseBefore(text, figure.start);
  if (text[start - 1] === ')') {
    const before = phraseBefore(text, text.lastIndexOf('(', start - 1));
    phrase = text.slice(before.start, figure.start);
    start = before.start;
  }
  const match = /每一?年度?|(?<![上下本前一各多跨\d])年度|当年|逐年|每人每?年/.exec(phrase);
  return match === null ? undefined : { start: start + match.index, end: start + match.index + match[0].length };
}

/** Whether a stretch overlaps one of `others`, which are in order and apart from each other. */
export function overlapsAny(others: readonly Stretch[], { start, end }: Stretch): boolean {
  let [low, high] = [0, others.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (others[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  const next = others[low];
  return next !== undefined && next.start < end;
}

/** The phrase that a figure stands in, up to the figure. */
export function phraseBefore(text: string, end: number): { readonly text: string; readonly start: number } {
  let start = end;
  while (start > 0 && end - start < 80 && !stops.test(text[start - 1]!)) start--;
  return { text: text.slice(start, end), start };
}
