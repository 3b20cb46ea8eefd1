import { type Compilation, compile } from '../../compiler/compile.ts';
import type { Severity } from '../../language/diagnostics/diagnostic.ts';
import { memoryHost } from './memory-host.ts';

/** Compiles sources, each file a POLICY of its own unless they share a folder that is asked for. */
export function compileTexts(files: Readonly<Record<string, string>>, policies = Object.keys(files)): Compilation {
  return compile(policies, memoryHost(files));
}

/**
 * What is wrong with one source: `CS2012 市教育居` — the code and the text it points at — in the order of the source.
 * Notes are left out unless asked for.
 */
export function problemsIn(source: string, severities: readonly Severity[] = ['error', 'warning']): readonly string[] {
  return problemsOf(compileTexts({ 'a.cuoshi': source }), severities);
}

export function problemsOf(
  compilation: Compilation,
  severities: readonly Severity[] = ['error', 'warning'],
): readonly string[] {
  return compilation.diagnostics
    .filter((d) => severities.includes(d.severity))
    .map((d) => `${d.code} ${compilation.textOf(d.file)?.slice(d.span.start, d.span.end) ?? ''}`);
}
