import type { TextEdit } from '../../language/diagnostics/diagnostic.ts';
import { formatSource } from '../../language/formatter/format.ts';
import type { Span } from '../../language/source/span.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * The edits that format a file, each statement in its own vocabulary; none where it is formatted already, and none where
 * it has syntax errors. Only what changes is replaced, so that the cursor and what is folded stay where they are.
 */
export async function format(snapshot: Snapshot, file: string): Promise<readonly TextEdit[]> {
  const source = snapshot.source(file);
  if (source === undefined || source.standard) return [];
  const { text } = await formatSource(source.text, { keywords: 'keep', file });
  // The formatter ends lines by \n; a file keeps its own line breaks.
  const wanted = /\r\n/.test(source.text) ? text.replace(/\r?\n/g, '\r\n') : text;
  return lineEdits(source.text, wanted);
}

/** Formats the statements at the top of the file that a span touches, each by itself; the others may hold errors. */
export async function formatRange(snapshot: Snapshot, file: string, span: Span): Promise<readonly TextEdit[]> {
  const source = snapshot.source(file);
  if (source === undefined || source.standard) return [];
  const items = source.tree.items.filter((item) => item.span.start < span.end && span.start < item.span.end);
  const edits: TextEdit[] = [];
  for (const item of items) {
    // Statements at the top begin in the first column; what stands before one on its line is another statement's.
    const start = item.span.start;
    const before = source.text.slice(start, item.span.end);
    const { text } = await formatSource(before, { keywords: 'keep', file });
    const wanted = /\r\n/.test(source.text) ? text.replace(/\r?\n/g, '\r\n') : text;
    for (const edit of lineEdits(before, wanted.replace(/\r?\n$/, ''))) {
      edits.push({ span: { start: start + edit.span.start, end: start + edit.span.end }, text: edit.text });
    }
  }
  return edits;
}

/** Once a closing brace was typed before an offset: the statement that it closes. */
export async function formatClosed(snapshot: Snapshot, file: string, offset: number): Promise<readonly TextEdit[]> {
  const closed = snapshot.source(file)?.tree.items.find((item) => item.span.end === offset);
  return closed === undefined ? [] : formatRange(snapshot, file, closed.span);
}

/** The edits that turn a text into another: whole lines, those in common at the beginning and at the end left alone. */
export function lineEdits(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const from = before.split(/(?<=\n)/);
  const to = after.split(/(?<=\n)/);
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && from[head] === to[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1;
  // As many lines on both sides: each that differs is an edit of its own.
  if (from.length === to.length) return changedLines(from, to, head, from.length - tail);
  const start = length(from.slice(0, head));
  return [
    {
      span: { start, end: start + length(from.slice(head, from.length - tail)) },
      text: to.slice(head, to.length - tail).join(''),
    },
  ];
}

function changedLines(from: readonly string[], to: readonly string[], first: number, end: number): TextEdit[] {
  const edits: TextEdit[] = [];
  let start = length(from.slice(0, first));
  for (let i = first; i < end; i++) {
    const line = from[i]!;
    if (line !== to[i]) edits.push({ span: { start, end: start + line.length }, text: to[i]! });
    start += line.length;
  }
  return edits;
}

function length(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}
