/** A text in the one form in which it is read, hashed and compared. */
export interface Normal {
  /**
   * Without line breaks, blanks and artefacts of pages; widths, brackets and dashes folded; Chinese punctuation that has
   * an ASCII counterpart folded to it, so that `，` is `,` and `（` is `(`.
   */
  readonly text: string;
  /** For every character of `text`, where it stands in the original. */
  readonly at: readonly number[];
  /** Characters of `text` that a line began with. */
  readonly lineStarts: ReadonlySet<number>;
}

/** Marks that editors and converters leave in a text; none of them is part of it. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;
/** The same after brackets are folded and lines joined. */
const bookmarks = /\(bookmark:[^()]{0,60}\)|\(?_GoBack\)?/g;

export function normalise(original: string): Normal {
  const dropped = droppedIn(original);
  let text = '';
  const at: number[] = [];
  const lineStarts = new Set<number>();
  let [blank, broken] = [false, true];
  for (let i = 0; i < original.length; i++) {
    if (dropped.has(i)) continue;
    const c = original[i]!;
    if (/[\n\r\f\v\u0085\u2028\u2029]/.test(c)) broken = true;
    else if (/[\s\p{Cc}]/u.test(c)) blank = true;
    else {
      for (const folded of fold(c)) {
        if ((blank || broken) && needsBlank(text.at(-1), folded, broken)) {
          text += ' ';
          at.push(i);
        }
        if (broken) lineStarts.add(text.length);
        [blank, broken] = [false, false];
        text += folded;
        at.push(i);
      }
    }
  }
  return cleaned({ text, at, lineStarts }, original);
}

/**
 * Without bookmarks and thousands separators; told when lines are joined, since a line may break within either. A separator
 * is as wide as the digits it parts: a full-width comma between ASCII digits ends a phrase.
 */
function cleaned(normal: Normal, original: string): Normal {
  const dropped = new Set<number>();
  for (const match of normal.text.matchAll(bookmarks)) {
    for (let i = match.index; i < match.index + match[0].length; i++) dropped.add(i);
  }
  const isWide = (i: number) => original.charCodeAt(normal.at[i]!) > 0xff;
  for (const match of normal.text.matchAll(/(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])/g)) {
    const commas = [...match[0].matchAll(/,/g)].map((comma) => match.index + comma.index);
    if (commas.every((i) => isWide(i) === isWide(i - 1))) for (const i of commas) dropped.add(i);
  }
  if (dropped.size === 0) return normal;
  const kept = Array.from({ length: normal.text.length }, (_, i) => i).filter((i) => !dropped.has(i));
  const moved = new Map(kept.map((from, to) => [from, to]));
  return {
    text: kept.map((i) => normal.text[i]).join(''),
    at: kept.map((i) => normal.at[i]!),
    // A line that a bookmark begins goes on with what follows it.
    lineStarts: new Set([...normal.lineStarts].flatMap((i) => moved.get(nextKept(i, dropped)) ?? [])),
  };
}

function nextKept(i: number, dropped: ReadonlySet<number>): number {
  let next = i;
  while (dropped.has(next)) next++;
  return next;
}

/** The normalised form of a short text: a name, a clause number. */
export const normal = (text: string): string => normalise(text).text;

/** A blank parts two numbers on one line, and nothing else; a number that a line breaks is one number. */
function needsBlank(before: string | undefined, after: string, broken: boolean): boolean {
  return !broken && before !== undefined && /\d/.test(before) && /\d/.test(after);
}

/** Positions of artefacts and page numbers. */
function droppedIn(text: string): Set<number> {
  const dropped = new Set<number>();
  const drop = (start: number, length: number) => {
    for (let i = start; i < start + length; i++) dropped.add(i);
  };
  for (const match of text.matchAll(invisible)) drop(match.index, match[0].length);
  for (const { index, 0: line } of pageNumbers(text)) drop(index, line.length);
  return dropped;
}

function pageNumbers(text: string): RegExpExecArray[] {
  const dashed = [
    ...text.matchAll(/^[ \t\u3000]*(?:[-—–－]\s?\d{1,3}\s?[-—–－]|第\s?\d{1,3}\s?页.{0,12})[ \t\u3000]*$/gm),
  ];
  // A bare number is a page number where all that stand alone count the pages, or where it parts two sentences.
  const bare = [...text.matchAll(/^[ \t\u3000]*(\d{1,3})[ \t\u3000\r]*$/gm)];
  const counting =
    bare.length > 1 && bare.every((match, i) => i === 0 || Number(match[1]) === Number(bare[i - 1]![1]) + 1);
  const between = (match: RegExpExecArray) => /[。）)]\s*$/.test(text.slice(0, match.index));
  return [...dashed, ...bare.filter((match) => counting || between(match))];
}

const folds: Readonly<Record<string, string>> = {
  ...pairs('〔〕【】〖〗﹝﹞［］｛｝[]{}', '()()()()()()()()'),
  ...pairs('～〜∼', '~~~'),
  ...pairs('—–‒―−﹣‐‑', '--------'),
  ...pairs('・•‧∙', '····'),
  ...pairs('「」『』', '“”“”'),
  ...pairs('○◯', '〇〇'),
  '￥': '¥',
  '∶': ':',
};

function fold(c: string): string {
  const known = folds[c];
  if (known !== undefined) return known;
  const code = c.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e)
    return folds[String.fromCharCode(code - 0xfee0)] ?? String.fromCharCode(code - 0xfee0);
  // Radicals and compatibility characters that converters write for the Han characters they look like; small forms; ㎡.
  if (/[\u2e80-\u2fd5\uf900-\ufaff\ufe50-\ufe6b\u3371-\u33df]/.test(c)) return c.normalize('NFKC');
  return c;
}

function pairs(from: string, to: string): Record<string, string> {
  return Object.fromEntries([...from].map((c, i) => [c, to[i]!]));
}
