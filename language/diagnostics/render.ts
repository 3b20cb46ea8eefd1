import { columns } from '../source/columns.ts';
import { LineIndex } from '../source/line-index.ts';
import { catalogue } from './catalogue/index.ts';
import type { Diagnostic, Lang, Localised, MessageArgument, Severity } from './diagnostic.ts';
import { inKeywords } from './keywords.ts';

/**
 * The sentence of a diagnostic in one language. What is code in it is in the `keywords` of the file that it is about, of
 * which there are two sets as well; where that is not known, in those of the language.
 */
export function message(diagnostic: Diagnostic, lang: Lang, keywords: Lang = lang): string {
  const entry = catalogue.get(diagnostic.code);
  return entry ? fill(entry[lang], diagnostic.args, lang, keywords) : diagnostic.code;
}

/** The hint of a diagnostic in one language, where its kind has one. */
export function hint(diagnostic: Diagnostic, lang: Lang, keywords: Lang = lang): string | undefined {
  const text = catalogue.get(diagnostic.code)?.hint;
  return text && fill(text[lang], diagnostic.args, lang, keywords);
}

/** Puts the arguments into the `{placeholders}` of a text; of code in both sets of keywords, ⟦when¦当⟧, one stays. */
export function fill(
  text: string,
  args: Readonly<Record<string, MessageArgument>>,
  lang: Lang,
  keywords: Lang = lang,
): string {
  return inKeywords(text, keywords).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const arg = Object.hasOwn(args, name) ? args[name] : undefined;
    if (arg === undefined) return whole;
    return typeof arg === 'object' ? inKeywords(arg[lang], keywords) : String(arg);
  });
}

export const severityWord: Readonly<Record<Severity, Localised>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '说明', en: 'note' },
  hint: { zh: '提示', en: 'hint' },
};

/** Gives the text of a file that diagnostics point into; undefined where it is not at hand. */
export type TextOf = (file: string) => string | undefined;

/** Gives the keywords that a file is written in; undefined where it uses none. */
export type KeywordsOf = (file: string) => Lang | undefined;

/** One diagnostic as people read it on a terminal: place, sentence, the line with a marker, hint, second places. */
export function renderText(diagnostic: Diagnostic, lang: Lang, textOf: TextOf, keywordsOf?: KeywordsOf): string {
  const keywords = keywordsOf?.(diagnostic.file);
  const lines = [
    `${place(diagnostic.file, diagnostic.span.start, textOf)} ${severityWord[diagnostic.severity][lang]} ${diagnostic.code} ${message(diagnostic, lang, keywords)}`,
    ...excerpt(diagnostic.file, diagnostic.span.start, diagnostic.span.end, textOf),
  ];
  for (const related of diagnostic.related) {
    lines.push(`  ${place(related.file, related.span.start, textOf)} ${related.message[lang]}`);
  }
  const advice = hint(diagnostic, lang, keywords);
  if (advice) lines.push(`  ${lang === 'zh' ? '建议：' : 'hint: '}${advice}`);
  return lines.join('\n');
}

/** The JSON of language.md §6. Lines and characters count from 0, as in the language server protocol. */
export function renderJson(
  diagnostic: Diagnostic,
  lang: Lang,
  textOf: TextOf,
  keywordsOf?: KeywordsOf,
): Record<string, unknown> {
  const keywords = keywordsOf?.(diagnostic.file);
  const range = (file: string, start: number, end: number) => {
    const index = new LineIndex(textOf(file) ?? '');
    const of = (offset: number) => {
      const p = index.position(offset);
      return { line: p.line, character: p.column };
    };
    return { start: of(start), end: of(end) };
  };
  const { finding, measures, settled, witness } = diagnostic;
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    message: message(diagnostic, lang, keywords),
    hint: hint(diagnostic, lang, keywords) ?? null,
    file: diagnostic.file,
    range: range(diagnostic.file, diagnostic.span.start, diagnostic.span.end),
    related: diagnostic.related.map((r) => ({
      file: r.file,
      range: range(r.file, r.span.start, r.span.end),
      message: r.message[lang],
    })),
    ...(finding !== undefined && { finding }),
    ...(measures !== undefined && { measures }),
    ...(settled !== undefined && { settled }),
    ...(witness !== undefined && { witness }),
  };
}

function place(file: string, offset: number, textOf: TextOf): string {
  const text = textOf(file);
  if (text === undefined) return file;
  const { line, column } = new LineIndex(text).position(offset);
  return `${file}:${line + 1}:${column + 1}`;
}

function excerpt(file: string, start: number, end: number, textOf: TextOf): string[] {
  const text = textOf(file);
  if (text === undefined) return [];
  const index = new LineIndex(text);
  const from = index.position(start);
  const line = index.line(from.line);
  if (line.length === 0 || line.length > 400) return [];
  const last = index.position(end);
  const until = last.line === from.line ? last.column : line.length;
  const number = String(from.line + 1);
  const before = line.slice(0, from.column).replace(/[^\t]/g, (c) => ' '.repeat(columns(c)));
  const marker = '^'.repeat(Math.max(1, columns(line.slice(from.column, until))));
  return [`  ${number} │ ${line}`, `  ${' '.repeat(number.length)} │ ${before}${marker}`];
}
