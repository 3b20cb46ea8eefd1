import type { Diagnostic, Fix, Lang, TextEdit } from '../../language/diagnostics/diagnostic.ts';
import { fill } from '../../language/diagnostics/render.ts';
import type { Span } from '../../language/source/span.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { hintedFixes } from './hinted-fixes.ts';
import { endOfOlder, narrowings } from './narrow.ts';
import { measureAround, settlings } from './settle.ts';
import type { Snapshot } from './snapshot.ts';
import { splitBenefit } from './split-benefit.ts';
import { tidied } from './tidy-fix.ts';
import { witnessExample } from './witness-example.ts';
import { actionWords } from './words-views.ts';

/** Something that can be done about a diagnostic. */
export interface CodeAction {
  readonly title: string;
  readonly diagnostic: Diagnostic;
  /** The file that is edited, where it is not the diagnostic's own. */
  readonly file?: string;
  readonly edits: readonly TextEdit[];
  /** The one thing to do, which an editor may do by a key. */
  readonly preferred: boolean;
}

/** What can be done about the diagnostics that touch a span: their fixes, lines that settle or accept a finding, its case as an example. */
export function codeActions(snapshot: Snapshot, file: string, span: Span, lang: Lang): readonly CodeAction[] {
  return diagnosticsOf(snapshot, file)
    .filter((diagnostic) => diagnostic.span.start <= span.end && span.start <= diagnostic.span.end)
    .flatMap((diagnostic) => {
      const fixes = [...diagnostic.fixes, ...hintedFixes(diagnostic, snapshot)];
      const action = ({ title, edits }: Fix, preferred: boolean): CodeAction => ({
        title: title[lang],
        diagnostic,
        edits,
        preferred,
      });
      const own = measureAround(diagnostic, snapshot);
      const narrower = own === undefined ? [] : narrowings(diagnostic, snapshot, own);
      const others = [witnessExample(diagnostic, snapshot), splitBenefit(diagnostic, snapshot)];
      return [
        ...fixes.map((fix) => action(fix, fixes.length === 1)),
        ...settlings(diagnostic, snapshot).map((settling) => action(settling, false)),
        ...narrower.map((fix) => action(fix, false)),
        ...endOfOlder(diagnostic, snapshot).map(({ file: edited, ...fix }) => ({
          ...action(fix, false),
          ...(edited !== file && { file: edited }),
        })),
        ...others.flatMap((other) => (other === undefined ? [] : [action(other, false)])),
      ];
    });
}

/** More of them are asked for by no cursor but by a whole file, where nobody looks at each. */
const mostTidied = 24;

/** The same, each written as its statement is. */
export async function tidyActions(
  actions: readonly CodeAction[],
  snapshot: Snapshot,
  file: string,
): Promise<readonly CodeAction[]> {
  if (actions.length > mostTidied) return actions;
  return Promise.all(
    actions.map(async (action) => {
      const source = snapshot.source(action.file ?? file);
      return source === undefined ? action : { ...action, edits: await tidied(source, action.edits) };
    }),
  );
}

/** All that has one fix only, in one go; undefined where there is nothing of the kind. What a fix would write over another one waits. */
export function fixAll(
  snapshot: Snapshot,
  file: string,
  lang: Lang,
): { readonly title: string; readonly edits: readonly TextEdit[] } | undefined {
  const edits: TextEdit[] = [];
  let count = 0;
  for (const { fixes } of diagnosticsOf(snapshot, file)) {
    const [fix] = fixes;
    if (fixes.length !== 1 || fix === undefined) continue;
    if (fix.edits.some((edit) => edits.some((other) => touches(edit.span, other.span)))) continue;
    edits.push(...fix.edits);
    count++;
  }
  if (count === 0) return undefined;
  return { title: fill(actionWords.fixAll[lang], { count }, lang), edits };
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
