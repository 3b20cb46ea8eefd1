import type { TextEdit } from '../../language/diagnostics/diagnostic.ts';
import { formatSource } from '../../language/formatter/format.ts';
import { parse } from '../../language/syntax/parse.ts';
import { lineEdits } from './format.ts';
import type { Source } from './snapshot.ts';

/** Lines of a statement beside those of a fix that may be set anew with them. */
const mostBeside = 2;

/**
 * The edits of a fix, written as its statement is written: in its keywords, and as the formatter would set the lines that
 * they touch. All other lines stay as they are, also where they are not formatted; so does a statement that the fix leaves
 * with mistakes.
 */
export async function tidied({ text, file }: Source, edits: readonly TextEdit[]): Promise<readonly TextEdit[]> {
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const { lines, touched, emptied } = applied(text.replaceAll('\r\n', '\n'), withoutReturns(text, edits));
  const after = lines.join('\n');
  const tree = parse(after, file).tree;
  const result: { first: number; end: number; lines: readonly string[] }[] = [];
  for (const item of tree.items) {
    const first = after.slice(0, item.span.start).split('\n').length - 1;
    const end = first + after.slice(item.span.start, item.span.end).split('\n').length;
    if (![...touched].some((line) => first <= line && line < end)) continue;
    // What stands beside other statements on a line is left to its drafter.
    const statement = lines.slice(first, end).join('\n');
    if (statement.trim() !== after.slice(item.span.start, item.span.end).trim()) continue;
    const formatted = (await formatSource(statement, { keywords: 'keep', file })).text.trimEnd().split('\n');
    for (const hunk of hunks(lines.slice(first, end), formatted)) {
      const beside = Array.from({ length: hunk.end - hunk.first }, (_, i) => first + hunk.first + i);
      const isNear = beside.filter((line) => !touched.has(line)).length <= mostBeside;
      if (isNear && [...touched].some((line) => first + hunk.first <= line && line < first + hunk.end)) {
        result.push({ first: first + hunk.first, end: first + hunk.end, lines: hunk.lines });
      }
    }
  }
  for (const line of emptied) {
    if (!result.some(({ first, end }) => first <= line && line < end)) {
      result.push({ first: line, end: line + 1, lines: [] });
    }
  }
  if (result.length === 0) return edits;
  result.sort((a, b) => a.first - b.first);
  for (const { first, end, lines: set } of result.toReversed()) lines.splice(first, end - first, ...set);
  return lineEdits(text, lines.join(newLine));
}

/** Edits of a text in the text without carriage returns. */
function withoutReturns(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  if (!text.includes('\r\n')) return edits;
  const at = (offset: number) => text.slice(0, offset).replaceAll('\r\n', '\n').length;
  return edits.map(({ span, text: written }) => ({
    span: { start: at(span.start), end: at(span.end) },
    text: written.replaceAll('\r\n', '\n'),
  }));
}

/** The lines of an edited text, which of them the edits touch, and of which they leave nothing. */
function applied(
  text: string,
  edits: readonly TextEdit[],
): { lines: string[]; touched: ReadonlySet<number>; emptied: readonly number[] } {
  let after = '';
  let at = 0;
  const places: { start: number; end: number }[] = [];
  const cuts: number[] = [];
  for (const { span, text: written } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    after += text.slice(at, span.start);
    places.push({ start: after.length, end: after.length + written.length });
    if (written === '' && span.end > span.start && text[span.end - 1] !== '\n') cuts.push(after.length);
    after += written;
    at = span.end;
  }
  after += text.slice(at);
  const lineAt = (offset: number) => after.slice(0, offset).split('\n').length - 1;
  const touched = new Set<number>();
  for (const { start, end } of places) {
    for (let line = lineAt(start); line <= lineAt(end); line++) touched.add(line);
  }
  const lines = after.split('\n');
  const emptied = [...new Set(cuts.map(lineAt))].filter((line) => lines[line]?.trim() === '');
  return { lines, touched, emptied };
}

interface Hunk {
  /** Of the lines as they are. */
  readonly first: number;
  readonly end: number;
  /** In their place, indented as they are. */
  readonly lines: readonly string[];
}

/** Where two texts differ, line by line, however they are indented. */
function hunks(from: readonly string[], to: readonly string[]): readonly Hunk[] {
  const same = (a: number, b: number) => from[a]?.trim() === to[b]?.trim();
  // The lengths of what is common to the rest of both, from each pair of lines on.
  const common: number[][] = Array.from({ length: from.length + 1 }, () => Array<number>(to.length + 1).fill(0));
  const length = (a: number, b: number) => common[a]?.[b] ?? 0;
  for (let a = from.length - 1; a >= 0; a--) {
    for (let b = to.length - 1; b >= 0; b--) {
      common[a]![b] = same(a, b) ? length(a + 1, b + 1) + 1 : Math.max(length(a + 1, b), length(a, b + 1));
    }
  }
  const found: Hunk[] = [];
  let [a, b] = [0, 0];
  while (a < from.length || b < to.length) {
    if (a < from.length && b < to.length && same(a, b)) {
      a++;
      b++;
      continue;
    }
    const [first, begin] = [a, b];
    while ((a < from.length || b < to.length) && !(a < from.length && b < to.length && same(a, b))) {
      if (b >= to.length || (a < from.length && length(a + 1, b) >= length(a, b + 1))) a++;
      else b++;
    }
    // As many lines on both sides: each stands for its own.
    const apart = a - first === b - begin;
    for (let i = 0; apart && i < a - first; i++) {
      found.push({
        first: first + i,
        end: first + i + 1,
        lines: indented(to.slice(begin + i, begin + i + 1), from[first + i] ?? ''),
      });
    }
    if (!apart) found.push({ first, end: a, lines: indented(to.slice(begin, b), from[first] ?? '') });
  }
  return found;
}

function indented(lines: readonly string[], like: string): readonly string[] {
  const own = /^\s*/.exec(lines[0] ?? '')?.[0] ?? '';
  const wanted = like.trim() === '' ? own : (/^\s*/.exec(like)?.[0] ?? '');
  return lines.map((line) => (line.startsWith(own) ? wanted + line.slice(own.length) : line));
}
