import { between, names, structure, syntax } from '../../language/diagnostics/catalogue/index.ts';
import type { Diagnostic, Fix, Localised, TextEdit } from '../../language/diagnostics/diagnostic.ts';
import { at, type Span } from '../../language/source/span.ts';
import { dominantVocabulary } from '../../language/syntax/dominant-vocabulary.ts';
import { printed, type Vocabulary } from '../../language/syntax/vocabulary.ts';
import type { Snapshot, Source } from './snapshot.ts';
import { fixWords } from './words-views.ts';

/**
 * What a hint of the catalogue says in words, done: where the words leave one thing to do, and doing it needs more than
 * the place (the file's vocabulary, its other lines).
 */
export function hintedFixes(diagnostic: Diagnostic, snapshot: Snapshot): readonly Fix[] {
  const source = snapshot.source(diagnostic.file);
  if (source === undefined) return [];
  const { span, args, code } = diagnostic;
  const vocabulary = dominantVocabulary(source) ?? 'en';
  const fix = (title: Localised, where: Span, text: string): readonly Fix[] => [
    { title, edits: [{ span: where, text }] },
  ];
  switch (code) {
    case names.notUsed.code:
      return typeof args.module === 'string' ? useOf(args.module, diagnostic, source, vocabulary) : [];
    case syntax.strangeCharacter.code:
      return fix(fixWords.delete, span, '');
    case syntax.openComment.code:
      return fix(fixWords.lineComment, span, '//');
    case structure.denyWithoutReason.code:
    case structure.waiverWithoutReason.code: {
      const because = printed('because', vocabulary) ?? '';
      // An empty reason stands there already, waiting to be written.
      if (/because|理由/.test(source.text.slice(span.start, span.end))) return [];
      const line = vocabulary === 'zh' ? `，${because} “…”` : ` ${because} "…"`;
      return fix(fixWords.reason, at(endOf(span, source)), line);
    }
    case between.allowanceUnused.code:
      return fix(fixWords.deleteLine, lineOf(span, source), '');
    default:
      return [];
  }
}

/** A line that uses a module, below the last of its kind, or first in the file. Modules of other folders have no path. */
function useOf(module: string, { file, related }: Diagnostic, source: Source, vocabulary: Vocabulary): readonly Fix[] {
  const folder = (path: string) => path.replace(/[^/\\]*$/, '');
  const [declared] = related;
  if (!module.startsWith('std.') && (declared === undefined || folder(declared.file) !== folder(file))) return [];
  const uses = source.tree.items.filter((item) => item.kind === 'Use');
  const last = uses.at(-1);
  const newLine = source.text.includes('\r\n') ? '\r\n' : '\n';
  const written = last === undefined ? undefined : /^\S+/.exec(source.text.slice(last.span.start, last.span.end))?.[0];
  const line = `${written ?? printed('use', vocabulary)} ${module}`;
  const edit: TextEdit =
    last === undefined
      ? { span: at(0), text: `${line}${newLine}${newLine}` }
      : { span: at(last.span.end), text: `${newLine}${line}` };
  const title = { zh: fixWords.use.zh.replace('{module}', module), en: fixWords.use.en.replace('{module}', module) };
  return [{ title, edits: [edit] }];
}

/** The end of a statement without the blank that its span may take in. */
function endOf({ start, end }: Span, { text }: Source): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** The whole line of a statement, if nothing else stands on it; otherwise the statement. */
function lineOf(span: Span, { text }: Source): Span {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const after = text.indexOf('\n', span.end);
  const end = after < 0 ? text.length : after + 1;
  const alone = text.slice(start, span.start).trim() === '' && text.slice(span.end, end).trim() === '';
  return alone ? { start, end } : span;
}
