import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { Span } from '../../language/source/span.ts';
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
      return found.flatMap((diagnostic) => movedAll(diagnostic, before.texts, snapshot) ?? []);
    },
  };
}

/** Undefined where its own place was written over; related places that were are left out. Fixes are for the text as it was. */
function movedAll(diagnostic: Diagnostic, texts: Kept['texts'], snapshot: Snapshot): Diagnostic | undefined {
  const move = (file: string, span: Span): Span | undefined => {
    const [before, now] = [texts.get(file), snapshot.source(file)?.text];
    return before === undefined || now === undefined ? undefined : moved(span, before, now);
  };
  const span = move(diagnostic.file, diagnostic.span);
  if (span === undefined) return undefined;
  const related = diagnostic.related.flatMap((place) => {
    const at = move(place.file, place.span);
    return at === undefined ? [] : [{ ...place, span: at }];
  });
  return { ...diagnostic, span, related };
}

/** Where a span of a text stands after one stretch of the text was replaced; undefined where it was touched. */
function moved(span: Span, before: string, now: string): Span | undefined {
  if (before === now) return span;
  const shorter = Math.min(before.length, now.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === now.charCodeAt(head)) head++;
  if (span.end <= head) return span;
  let tail = 0;
  while (tail < shorter - head && before.charCodeAt(before.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail))
    tail++;
  if (span.start < before.length - tail) return undefined;
  const by = now.length - before.length;
  return { start: span.start + by, end: span.end + by };
}
