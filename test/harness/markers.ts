import type { Span } from '../../language/source/span.ts';

/** A source with its markers taken out. */
export interface Marked {
  readonly text: string;
  /** What stood between `⟦` and `⟧`, in order of the opening marks; offsets are those of `text`. */
  readonly ranges: readonly Span[];
  /** Where `$0` stood. */
  readonly cursor: number | undefined;
}

/** Takes `⟦…⟧` and `$0` out of a source. `⟦⟧` marks an empty range. Throws where the marks do not match. */
export function marked(source: string): Marked {
  const ranges: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let text = '';
  let cursor: number | undefined;
  for (let i = 0; i < source.length; i++) {
    if (source[i] === '⟦') {
      const range = { start: text.length, end: -1 };
      ranges.push(range);
      open.push(range);
    } else if (source[i] === '⟧') {
      const range = open.pop();
      if (range === undefined) throw new Error(`⟧ without ⟦ at ${i}`);
      range.end = text.length;
    } else if (source.startsWith('$0', i)) {
      cursor = text.length;
      i += 1;
    } else text += source[i];
  }
  if (open.length > 0) throw new Error('⟦ without ⟧');
  return { text, ranges, cursor };
}

/** Puts marks around ranges of a text: the inverse of `marked`, for readable failures. */
export function withMarks(text: string, ranges: readonly Span[]): string {
  const marks = ranges.flatMap(({ start, end }, i) => [
    { at: start, order: i, mark: '⟦' },
    { at: end, order: start === end ? i + 0.5 : -i, mark: '⟧' },
  ]);
  marks.sort((a, b) => a.at - b.at || a.order - b.order);
  let out = '';
  let last = 0;
  for (const { at, mark } of marks) {
    out += text.slice(last, at) + mark;
    last = at;
  }
  return out + text.slice(last);
}
