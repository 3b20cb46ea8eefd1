import { contains, type Span } from '../../language/source/span.ts';
import { spanOf } from '../../language/syntax/tokens.ts';
import { pathAt } from '../../language/syntax/walk.ts';
import type { Snapshot } from './snapshot.ts';
import { tokenAt } from './token-at.ts';

/** What a selection at an offset grows to, step by step: the word, and each part of the sentence around it. */
export function selections(snapshot: Snapshot, file: string, offset: number): readonly Span[] {
  const source = snapshot.source(file);
  if (source === undefined) return [];
  const token = tokenAt(source, offset);
  const around = pathAt(source.tree, offset).map((node) => node.span);
  const whole = { start: 0, end: source.text.length };
  const found: Span[] = [];
  for (const span of [...(token === undefined ? [] : [spanOf(token)]), ...around.toReversed(), whole]) {
    const last = found.at(-1);
    if (last === undefined || (contains(span, last) && (span.start < last.start || span.end > last.end)))
      found.push(span);
  }
  return found;
}
