import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { Span } from '../../language/source/span.ts';
import { memoise } from '../ide/memoise.ts';
import type { Snapshot } from '../ide/snapshot.ts';

/** What was found between measures at an earlier time, moved to where it stands now. */
export interface CarriedOver {
  /** The findings of a snapshot count from now on. */
  keep(snapshot: Snapshot): void;
  in(snapshot: Snapshot, file: string): readonly Diagnostic[];
}

interface Kept {
  /** The texts that the findings were made of. */
  readonly texts: ReadonlyMap<string, string>;
  readonly byFile: ReadonlyMap<string, readonly Diagnostic[]>;
}

export function carriedOver(): CarriedOver {
  /** By file, since programs come and go. */
  const kept = new Map<string, Kept>();
  return {
    keep(snapshot) {
      const byFile = new Map<string, Diagnostic[]>();
      const typing = new Set(snapshot.typing);
      const later = snapshot.diagnostics.filter((diagnostic) => !typing.has(diagnostic));
      for (const diagnostic of [...later, ...snapshot.findings]) {
        const known = byFile.get(diagnostic.file);
        if (known === undefined) byFile.set(diagnostic.file, [diagnostic]);
        else known.push(diagnostic);
      }
      const texts = new Map(snapshot.files.map((file) => [file, snapshot.source(file)?.text ?? ''] as const));
      for (const file of snapshot.files) kept.set(file, { texts, byFile });
    },
    in(snapshot, file) {
      const before = kept.get(file);
      const found = before?.byFile.get(file);
      if (before === undefined || found === undefined) return [];
      const changes = memoise((of: string) => {
        const [text, now] = [before.texts.get(of), snapshot.source(of)?.text];
        return text === undefined || now === undefined ? 'gone' : changeOf(text, now);
      });
      return found.flatMap(
        (diagnostic) =>
          movedAll(diagnostic, (of, span) => {
            const change = changes(of);
            return change === 'gone' ? undefined : moved(span, change);
          }) ?? [],
      );
    },
  };
}

/** Undefined where its own place was written over; related places that were are left out. Fixes are for the text as it was. */
function movedAll(
  diagnostic: Diagnostic,
  move: (file: string, span: Span) => Span | undefined,
): Diagnostic | undefined {
  const span = move(diagnostic.file, diagnostic.span);
  if (span === undefined) return undefined;
  let isMoved = span !== diagnostic.span;
  const related = diagnostic.related.flatMap((place) => {
    const at = move(place.file, place.span);
    isMoved ||= at !== place.span;
    return at === undefined ? [] : [at === place.span ? place : { ...place, span: at }];
  });
  // The same object is told in the same words.
  return isMoved ? { ...diagnostic, span, related } : diagnostic;
}

/** One stretch of a text that was replaced: what stands before `head` and in the last `tail` characters stayed. */
interface Change {
  readonly head: number;
  readonly tail: number;
  readonly before: number;
  readonly now: number;
}

/** Undefined where nothing changed. */
function changeOf(before: string, now: string): Change | undefined {
  if (before === now) return undefined;
  const shorter = Math.min(before.length, now.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === now.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shorter - head && before.charCodeAt(before.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail))
    tail++;
  return { head, tail, before: before.length, now: now.length };
}

/** Where a span of a text stands after the change; undefined where it was touched. */
function moved(span: Span, change: Change | undefined): Span | undefined {
  if (change === undefined || span.end <= change.head) return span;
  if (span.start < change.before - change.tail) return undefined;
  const by = change.now - change.before;
  return by === 0 ? span : { start: span.start + by, end: span.end + by };
}
