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

/** No title or reason is longer; looking further for a closing mark would only cost time. */
const longestText = 65_536;

/** Reads the string that begins at `at` of the shadow. It ends at the closing mark, or at the end of its line. */
export function scanText(shadow: string, at: number, lineEnd: number): ReadText {
  const mark = shadow[at]!;
  const close = closing.get(mark)!;
  const open = mark === '”' ? '“' : mark;
  const line = shadow.slice(at + 1, Math.min(lineEnd, at + longestText));
  const found = line.indexOf(close);
  if (found >= 0) return read(found, mark === '”' ? 'mixed' : undefined);
  const other = line.search(/["“”]/);
  if (other >= 0 && close !== '》' && close !== '」') return read(other, 'mixed');
  // A brace at the end of the line opens the block that the text is the title of.
  const cut = at + 1 + line.replace(/\s*\{?\s*$/, '').length;
  return { end: cut, content: { start: at + 1, end: cut }, open, close, fault: 'open' };

  function read(index: number, fault: ReadText['fault']): ReadText {
    const stop = at + 1 + index;
    return { end: stop + 1, content: { start: at + 1, end: stop }, open, close, fault };
  }
}
