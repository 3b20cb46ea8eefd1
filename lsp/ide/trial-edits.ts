import type { Diagnostic, TextEdit } from '../../language/diagnostics/diagnostic.ts';
import type { Snapshot } from './snapshot.ts';

/** Whether the edits of one file take the finding away and bring nothing new: the program is looked at again with them. */
export function settles(diagnostic: Diagnostic, snapshot: Snapshot, file: string, edits: readonly TextEdit[]): boolean {
  const source = snapshot.source(file);
  if (source === undefined || source.standard) return false;
  let text = source.text;
  for (const { span, text: written } of [...edits].sort((a, b) => b.span.start - a.span.start)) {
    text = text.slice(0, span.start) + written + text.slice(span.end);
  }
  const after = snapshot.with(new Map([[file, text]]));
  const before = counted(snapshot);
  const left = counted(after);
  const gone = keyOf(diagnostic);
  if ((left.get(gone) ?? 0) >= (before.get(gone) ?? 0)) return false;
  return [...left].every(([key, count]) => count <= (before.get(key) ?? 0));
}

function counted({ diagnostics, findings }: Snapshot): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const d of [...diagnostics, ...findings]) counts.set(keyOf(d), (counts.get(keyOf(d)) ?? 0) + 1);
  return counts;
}

/** Told by its code and what it is about: places move as lines are added. */
function keyOf({ code, finding, measures, file }: Diagnostic): string {
  return [code, finding ?? '', ...(measures ?? []), finding === undefined ? file : ''].join('\n');
}
