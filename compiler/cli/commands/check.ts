import { compile } from '../../compile.ts';
import { nodeHost } from '../../project/node-host.ts';
import { makeReplay } from '../../replay.ts';
import { countOf, diagnosticsJson, diagnosticsText, summary } from '../report.ts';
import { runtime } from '../runtime.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';

export interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly denyWarnings?: boolean;
}

/** Judges the policies. The diagnostics are the result, so they go to standard output. */
export function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): ExitStatus {
  const compilation = compile(paths, nodeHost, { replay: makeReplay(runtime) });
  if (options.format === 'json') terminal.out(diagnosticsJson(compilation, terminal));
  else {
    for (const text of diagnosticsText(compilation, terminal)) terminal.out(`${text}\n`);
    terminal.out(summary(compilation, terminal));
  }
  const refused = countOf(compilation, 'error') > 0 || (options.denyWarnings && countOf(compilation, 'warning') > 0);
  return refused ? 1 : 0;
}
