import pc from 'picocolors';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import { renderJson, renderText } from '../../language/diagnostics/render.ts';
import type { Compilation } from '../compile.ts';
import { standardPrefix } from '../project/node-host.ts';
import type { Terminal } from './terminal.ts';
import { words } from './words.ts';

/** The diagnostics as people read them. */
export function diagnosticsText(
  { diagnostics, textOf, keywordsOf }: Pick<Compilation, 'diagnostics' | 'textOf' | 'keywordsOf'>,
  terminal: Terminal,
): string[] {
  return diagnostics.map((diagnostic) =>
    paintDiagnostic(renderText(diagnostic, terminal.lang, textOf, keywordsOf), diagnostic, terminal.colour),
  );
}

/** The JSON of `--format json`. */
export function diagnosticsJson(
  { diagnostics, textOf, keywordsOf }: Pick<Compilation, 'diagnostics' | 'textOf' | 'keywordsOf'>,
  terminal: Terminal,
): string {
  const found = diagnostics.map((d) => renderJson(d, terminal.lang, textOf, keywordsOf));
  return JSON.stringify({ diagnostics: found }, null, 2);
}

export function countOf(compilation: Pick<Compilation, 'diagnostics'>, severity: Diagnostic['severity']): number {
  return compilation.diagnostics.filter((d) => d.severity === severity).length;
}

/** "2 个错误、3 个警告：1 个文件". */
export function summary(compilation: Compilation, terminal: Terminal): string {
  const counts = [
    [words.errors, countOf(compilation, 'error')],
    [words.warnings, countOf(compilation, 'warning')],
    [words.notes, countOf(compilation, 'info') + countOf(compilation, 'hint')],
  ] as const;
  const named = counts.filter(([, n]) => n > 0).map(([word, n]) => terminal.say(word, { n }));
  const policies = terminal.say(words.policyCount, {
    n: compilation.files.filter((file) => !file.startsWith(standardPrefix)).length,
  });
  return named.length === 0
    ? terminal.say(words.noProblem, { policies })
    : terminal.say(words.found, { counts: named.join(terminal.lang === 'zh' ? '、' : ', '), policies });
}

/** Tells the errors on standard error, as text or JSON; whether there were any. */
export function refuse(
  compilation: Pick<Compilation, 'diagnostics' | 'textOf' | 'keywordsOf'>,
  terminal: Terminal,
  closing: string,
  json = false,
): boolean {
  if (countOf(compilation, 'error') === 0) return false;
  const errors = { ...compilation, diagnostics: compilation.diagnostics.filter((d) => d.severity === 'error') };
  if (json) terminal.err(diagnosticsJson(errors, terminal));
  else {
    for (const text of diagnosticsText(errors, terminal)) terminal.err(`${text}\n`);
    terminal.err(closing);
  }
  return true;
}

/** Colours place and severity on the first line, and the marker under the source. */
export function paintDiagnostic(text: string, diagnostic: Diagnostic, colour: boolean): string {
  if (!colour) return text;
  const c = pc.createColors(true);
  const paint = { error: c.red, warning: c.yellow, info: c.cyan, hint: c.dim }[diagnostic.severity];
  return text
    .replace(
      /^(\S+) (\S+ CS\d{4}) (.*)$/m,
      (_, place: string, code: string, message: string) => `${c.dim(place)} ${paint(code)} ${c.bold(message)}`,
    )
    .replace(/^(\s+│ *)(\^+)$/m, (_, before: string, marker: string) => `${before}${paint(marker)}`);
}
