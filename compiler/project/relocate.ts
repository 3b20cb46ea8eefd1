import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { Span } from '../../language/source/span.ts';
import { movedSince } from '../../language/syntax/reuse.ts';
import type { Program } from './program.ts';

/** Diagnostics of an earlier version where they stand now; undefined where the statement of one is another one now. */
export type Relocate = (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[] | undefined;

/** For diagnostics that lie within statements of the top level, as those of names and types do. */
export function relocateTo(now: Program, before: Program): Relocate {
  const moves = new Map<string, (span: Span) => Span | undefined>();
  const moveIn = (file: string) => {
    let move = moves.get(file);
    if (move === undefined) {
      const [old, current] = [before.modules.get(file), now.modules.get(file)];
      move = old && current ? movedSince(old.parsed.tree, current.parsed.tree) : () => undefined;
      moves.set(file, move);
    }
    return move;
  };
  return (diagnostics) => {
    const relocated: Diagnostic[] = [];
    for (const diagnostic of diagnostics) {
      const moved = relocatedOne(diagnostic, moveIn);
      if (moved === undefined) return undefined;
      relocated.push(moved);
    }
    return relocated;
  };
}

/** The same object where nothing about it moved, so that it is not worded again. */
function relocatedOne(
  diagnostic: Diagnostic,
  moveIn: (file: string) => (span: Span) => Span | undefined,
): Diagnostic | undefined {
  const own = moveIn(diagnostic.file);
  const span = own(diagnostic.span);
  if (span === undefined) return undefined;
  let isMoved = span !== diagnostic.span;
  const related: Diagnostic['related'][number][] = [];
  for (const place of diagnostic.related) {
    const at = moveIn(place.file)(place.span);
    if (at === undefined) return undefined;
    isMoved ||= at !== place.span;
    related.push(at === place.span ? place : { ...place, span: at });
  }
  const fixes: Diagnostic['fixes'][number][] = [];
  for (const fix of diagnostic.fixes) {
    const edits: (typeof fix.edits)[number][] = [];
    for (const edit of fix.edits) {
      const at = own(edit.span);
      if (at === undefined) return undefined;
      isMoved ||= at !== edit.span;
      edits.push(at === edit.span ? edit : { ...edit, span: at });
    }
    fixes.push({ ...fix, edits });
  }
  return isMoved ? { ...diagnostic, span, related, fixes } : diagnostic;
}
