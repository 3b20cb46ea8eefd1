import type { Span } from '../../language/source/span.ts';
import type { Snapshot } from './snapshot.ts';

/** A piece of the source on one line, shortened where it is long. */
export function sourceOf(snapshot: Snapshot, file: string, span: Span): string {
  const text = (snapshot.source(file)?.text.slice(span.start, span.end) ?? '').replace(/\s+/g, ' ').trim();
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
