import type { Stretch } from './figure-context.ts';
import type { PartRole } from './manifest.ts';
import { type Marker, type MarkerStyle, markerAt } from './markers.ts';
import type { Normal } from './normalise.ts';

/** A stretch of the text with its place in the outline. */
export interface TextPart extends Stretch {
  readonly role: PartRole;
  /** Unique: 一（一）, 前言. */
  readonly clause: string;
  /** The numbers from the outermost heading to the part's own; empty for a part without a number. */
  readonly path: readonly string[];
  /** Where the text after the number begins. */
  readonly textStart: number;
  /** The number itself; absent for a part without one. */
  readonly marker?: Marker;
  /** The number stood in the text before. */
  readonly repeated?: true;
}

export interface Outline {
  readonly parts: readonly TextPart[];
  /** Words that decided where parts begin, apart from numbers: a mask keeps them. */
  readonly signs: readonly Stretch[];
}

/** What follows a document and belongs to the page it stands on. */
const commentary =
  /(?<=[。)”])(?:政策解读|文件解读|解读材料|图解|一图读懂)(?=[|:《(一第1]|$)|(?<=[。)”\d])(?:服务热线|咨询电话|咨询热线|联系电话|联系人|联系方式|政策咨询|责任编辑|信息来源|扫一扫|相关链接|主办单位)(?=[:\d(]|$)/g;
const closing =
  /(?<=[。)])(?:本(?:若干|实施)?(?:措施|政策|方案|办法|意见|规定|细则|通知|计划|条例|行动计划)(?:自|由|有效期|所称|未尽|与|中|涉及|施行|实施|发布|印发)|(?:此前|以上|上述)(?:政策|措施|规定|有关)|各(?:县|区|市|部门)[^,。]{0,12}可(?:结合|根据|参照))/g;
const opening =
  /(?:^|(?<=[。):》])|(?<=措施|办法|方案|细则|规定|计划|意见|政策|条例))(?:为(?:了|深入|加快|全面|认真|进一步|贯彻|落实|支持|推动|推进|促进|鼓励|规范|加强|大力|持续|充分|更好|切实|建立|积极|激发|强化|优化|提升|构建|打造|引导|发挥|做好|着力|抢抓)|根据|按照)/g;

/** Parts a text: letterhead, preamble, numbered parts, closing, commentary. */
export function splitText({ text, lineStarts }: Normal): Outline {
  const [first] = markersIn(text, lineStarts, text.length);
  const after =
    first === undefined ? undefined : [...text.matchAll(commentary)].find(({ index }) => index > first.start);
  const end = after?.index ?? text.length;
  const markers = markersIn(text, lineStarts, end);
  const last = markers.at(-1);
  const closed =
    last === undefined ? undefined : [...text.slice(0, end).matchAll(closing)].find(({ index }) => index > last.end);
  const numberedEnd = closed?.index ?? end;
  const head = markers[0]?.start ?? numberedEnd;
  const opened = [...text.slice(0, head).matchAll(opening)].at(0);
  const preamble = opened?.index ?? head;

  const parts: TextPart[] = [];
  const unnumbered = (role: PartRole, clause: string, start: number, stop: number) => {
    if (start < stop) parts.push({ role, clause, path: [], start, end: stop, textStart: start });
  };
  unnumbered('front', '文头', 0, preamble);
  unnumbered('preamble', '前言', preamble, head);
  parts.push(...numbered(text, markers, numberedEnd));
  unnumbered('closing', '结尾', numberedEnd, end);
  unnumbered('commentary', '解读', end, text.length);
  const signs = [opened, closed, after].flatMap((match) =>
    match === undefined ? [] : [{ start: Math.max(0, match.index - 2), end: match.index + match[0].length + 1 }],
  );
  return { parts, signs };
}

function numbered(text: string, markers: readonly Marker[], end: number): TextPart[] {
  const stack: Marker[] = [];
  const seen = new Map<string, number>();
  return markers.map((marker, i) => {
    const level = stack.findIndex(({ style }) => style === marker.style);
    if (level >= 0) stack.length = level;
    stack.push(marker);
    // Articles are counted through the whole document and cited alone.
    const from = Math.max(
      0,
      stack.findIndex(({ style }) => style === 'article'),
    );
    const path = stack.map(({ label }) => label);
    const name = path.slice(from).join('');
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    const next = markers[i + 1];
    const stop = next?.start ?? end;
    const deeper = next !== undefined && !stack.some(({ style }) => style === next.style);
    return {
      role: deeper && isTitle(text.slice(marker.end, stop)) ? 'heading' : 'clause',
      clause: times === 1 ? name : `${name}·${times}`,
      path,
      start: marker.start,
      end: stop,
      textStart: marker.end,
      marker,
      ...(times > 1 && { repeated: true as const }),
    };
  });
}

const isTitle = (text: string): boolean => text.length <= 60 && !/[。;!?]/.test(text);

/**
 * The numbers of headings. A number counts where a sentence has ended or a line begins, and where it goes on from the
 * numbers before it; so the lines of a text may be broken anywhere, or not at all. Numbers of items within a sentence
 * (after a colon, parted by semicolons) are left in their clause.
 */
function markersIn(text: string, lineStarts: ReadonlySet<number>, end: number): Marker[] {
  const found: Marker[] = [];
  const lastOf = new Map<MarkerStyle, number>();
  let stack: Marker[] = [];
  for (let i = 0; i < end; i++) {
    if (!mayBegin(text[i]!)) continue;
    const marker = markerAt(text, i);
    if (marker === undefined) continue;
    if (!begins(text, marker, found.at(-1), stack, lastOf, lineStarts.has(i))) continue;
    const level = stack.findIndex(({ style }) => style === marker.style);
    stack = [...(level < 0 ? stack : stack.slice(0, level)), marker];
    lastOf.set(marker.style, marker.number);
    found.push(marker);
    i = marker.end - 1;
  }
  return found;
}

const mayBegin = (c: string): boolean => /[(第一二三四五六七八九十\d①-⑳]/.test(c);

function begins(
  text: string,
  marker: Marker,
  open: Marker | undefined,
  stack: readonly Marker[],
  lastOf: ReadonlyMap<MarkerStyle, number>,
  atLine: boolean,
): boolean {
  const before = text[marker.start - 1] ?? '';
  const known = stack.find(({ style }) => style === marker.style);
  const last = lastOf.get(marker.style);
  const fits =
    marker.number === 1
      ? known === undefined || stack.at(-1) !== known
      : last !== undefined && marker.number === last + 1;
  if (open === undefined) return marker.number === 1 && (atLine || before === '' || /[。:)”!]/.test(before));
  if (/[。!?)”》]/.test(before)) return fits || (atLine && known !== undefined && marker.number <= (last ?? 0) + 5);
  if (before === ':' || before === ';') {
    if (known !== undefined) return atLine && fits;
    return fits && marker.number === 1 && itemsAreSentences(text, marker);
  }
  if (/[、,第届和及与或的至到(\d]/.test(before)) return false;
  if (atLine && fits) return true;
  // A title without a full stop runs into the number of its first clause.
  return known === undefined && fits && isTitle(text.slice(open.end, marker.start));
}

/** Whether the items that a colon announces are clauses of their own: the first of them ends in a full stop. */
function itemsAreSentences(text: string, first: Marker): boolean {
  for (let i = first.end; i < text.length && i < first.end + 2000; i++) {
    if (!mayBegin(text[i]!)) continue;
    const next = markerAt(text, i);
    if (next?.style === first.style && next.number === 2) return /[。)]/.test(text[i - 1]!);
  }
  return false;
}
