import type { Diagnostic, Fix, Lang, TextEdit } from '../../language/diagnostics/diagnostic.ts';
import type { Span } from '../../language/source/span.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { settlings } from './settle.ts';
import type { Snapshot } from './snapshot.ts';

/** Something that can be done about a diagnostic. */
export interface CodeAction {
  readonly title: string;
  readonly diagnostic: Diagnostic;
  /** In the diagnostic's own file. */
  readonly edits: readonly TextEdit[];
  /** The one thing to do, which an editor may do by a key. */
  readonly preferred: boolean;
}

/** What can be done about the diagnostics that touch a span: their fixes, and lines that settle or accept a finding. */
export function codeActions(snapshot: Snapshot, file: string, span: Span, lang: Lang): readonly CodeAction[] {
  return diagnosticsOf(snapshot, file)
    .filter((diagnostic) => diagnostic.span.start <= span.end && span.start <= diagnostic.span.end)
    .flatMap((diagnostic) => {
      const { fixes } = diagnostic;
      const action = ({ title, edits }: Fix, preferred: boolean): CodeAction => ({
        title: title[lang],
        diagnostic,
        edits,
        preferred,
      });
      return [
        ...fixes.map((fix) => action(fix, fixes.length === 1)),
        ...settlings(diagnostic, snapshot).map((settling) => action(settling, false)),
      ];
    });
}
