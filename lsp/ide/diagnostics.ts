import { keywordsIn } from '../../compiler/project/program.ts';
import { catalogue, drafting, names, structure } from '../../language/diagnostics/catalogue/index.ts';
import type { Diagnostic, Lang, Location, Severity } from '../../language/diagnostics/diagnostic.ts';
import { hint, message, severityWord } from '../../language/diagnostics/render.ts';
import type { Span } from '../../language/source/span.ts';
import type { Snapshot } from './snapshot.ts';

/** What editors show in another way than by a line under it: faded, or struck through. */
export type Tag = 'unnecessary' | 'deprecated';

/** A diagnostic as an editor shows it. */
export interface Problem {
  readonly code: string;
  /** Of its heading on the page of diagnostics (docs/diagnostics.md). */
  readonly anchor: string;
  readonly severity: Severity;
  readonly span: Span;
  /** The sentence, and below it what to do. */
  readonly message: string;
  readonly related: readonly (Location & { readonly message: string })[];
  readonly tags: readonly Tag[];
}

/** What is wrong in a file, in the order of places. */
export function problemsIn(snapshot: Snapshot, file: string, lang: Lang): readonly Problem[] {
  return diagnosticsOf(snapshot, file).map((diagnostic) => toProblem(diagnostic, lang, snapshot));
}

export function diagnosticsOf(snapshot: Snapshot, file: string): readonly Diagnostic[] {
  const { diagnostics, findings } = snapshot.inFile(file);
  return [...diagnostics, ...findings];
}

export function toProblem(diagnostic: Diagnostic, lang: Lang, { checked }: Pick<Snapshot, 'checked'>): Problem {
  const keywords = keywordsIn(checked.binding.program)(diagnostic.file);
  const advice = hint(diagnostic, lang, keywords);
  const sentence = message(diagnostic, lang, keywords);
  return {
    code: diagnostic.code,
    anchor: anchorOf(diagnostic.code),
    severity: diagnostic.severity,
    span: diagnostic.span,
    message: advice ? `${sentence}\n${lang === 'zh' ? '建议：' : 'hint: '}${advice}` : sentence,
    related: diagnostic.related.map(({ file, span, message }) => ({ file, span, message: message[lang] })),
    tags: tagsOf.get(diagnostic.code) ?? [],
  };
}

/** As Markdown makes anchors of headings: `### CS1001 错误 · error`. The declared severity stands there, whatever this one's is. */
function anchorOf(code: string): string {
  const declared = catalogue.get(code)?.severity ?? 'error';
  return `${code.toLowerCase()}-${severityWord[declared].zh}--${severityWord[declared].en}`;
}

const tagsOf: ReadonlyMap<string, readonly Tag[]> = new Map<string, readonly Tag[]>([
  [names.formerName.code, ['deprecated']],
  [names.duplicate.code, ['unnecessary']],
  [drafting.capNeverBinds.code, ['unnecessary']],
  [structure.givenTwice.code, ['unnecessary']],
]);
