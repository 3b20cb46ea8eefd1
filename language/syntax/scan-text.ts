import type { Span } from '../source/span.ts';

/** A string literal that was read, well formed or not. */
export interface ReadText {
  readonly end: number;
  readonly content: Span;
  /** The quotation marks that belong there. */
  readonly open: string;
  readonly close: string;
  /** `open`: there is no closing mark on the line; `mixed`: the marks do not belong together. */
  readonly fault: 'open' | 'mixed' | undefined;
}

const closing: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['「', '」'],
  ['《', '》'],
  // An input method that believes it is inside a quotation begins with the closing mark.
  ['”', '”'],
]);

/** The mark that closes what `mark` opens; undefined where it opens nothing. */
export function closingMark(mark: string): string | undefined {
  return closing.get(mark);
}

/**
 * Finds marks in a text from left to right. What was found is kept until it is passed, so that a line of a million
 * opening marks is not searched a million times.
 */
export function markFinder(shadow: string): (mark: string, from: number) => number {
  const next = new Map<string, number>();
  return (mark, from) => {
    const known = next.get(mark);
    if (known !== undefined && known >= from) return known;
    const found = shadow.indexOf(mark, from);
    const index = found < 0 ? Number.POSITIVE_INFINITY : found;
    next.set(mark, index);
    return index;
  };
}

/** What a text says: a backslash before a mark or another backslash is only how that is written. */
export function unescapeText(content: string): string {
  return content.replace(/\\([\\"＂“”「」｢｣《》])/g, '$1');
}

/** A text as it is written between marks that close with `close`. */
export function escapeText(value: string, isClosing: (character: string) => boolean): string {
  const written = value.replace(/\\(?=[\\"＂“”「」｢｣《》]|$)/g, '\\\\');
  return [...written].map((character) => (isClosing(character) ? `\\${character}` : character)).join('');
}

/** Reads the string that begins at `at` of the shadow. It ends at the closing mark, or at the end of its line. */
export function scanText(
  shadow: string,
  at: number,
  lineEnd: number,
  find: (mark: string, from: number) => number,
): ReadText {
  const mark = shadow[at]!;
  const close = closing.get(mark)!;
  const open = mark === '”' ? '“' : mark;
  const found = findUnescaped(close);
  if (found < lineEnd) return read(found, mark === '”' ? 'mixed' : undefined);
  const other = Math.min(...['"', '“', '”'].map(findUnescaped));
  if (other < lineEnd && close !== '》' && close !== '」') return read(other, 'mixed');
  // A brace at the end of the line opens the block that the text is the title of.
  const rest = shadow.slice(at + 1, lineEnd).trimEnd();
  const cut = at + 1 + (rest.endsWith('{') ? rest.slice(0, -1).trimEnd() : rest).length;
  return { end: cut, content: { start: at + 1, end: cut }, open, close, fault: 'open' };

  /** A mark behind a backslash is a part of the text. */
  function findUnescaped(wanted: string): number {
    let index = find(wanted, at + 1);
    while (index < lineEnd && isEscaped(index)) index = find(wanted, index + 1);
    return index;
  }

  function isEscaped(index: number): boolean {
    let backslashes = 0;
    while (index - backslashes > at + 1 && shadow[index - backslashes - 1] === '\\') backslashes += 1;
    return backslashes % 2 === 1;
  }

  function read(index: number, fault: ReadText['fault']): ReadText {
    return { end: index + 1, content: { start: at + 1, end: index }, open, close, fault };
  }
}
