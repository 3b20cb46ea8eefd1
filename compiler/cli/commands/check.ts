import { compile } from '../../compile.ts';
import { nodeHost } from '../../project/node-host.ts';
import { makeReplay } from '../../replay.ts';
import { readLevels } from '../levels.ts';
import { countOf, diagnosticsJson, diagnosticsText, summary } from '../report.ts';
import { runtime } from '../runtime.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';

export interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly denyWarnings?: boolean;
  /** `NAME=LEVEL`, before the settings of the workspace. */
  readonly rule: readonly string[];
}

/** Judges the policies. The diagnostics are the result, so they go to standard output. */
export function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): ExitStatus {
  const levels = readLevels(options.rule, terminal);
  if (levels === undefined) return 2;
  const compilation = compile(paths, nodeHost, { replay: makeReplay(runtime), levels });
  if (options.format === 'json') terminal.out(diagnosticsJson(compilation, terminal));
  else {
    for (const text of diagnosticsText(compilation, terminal)) terminal.out(`${text}\n`);
    terminal.out(summary(compilation, terminal));
  }
  const refused = countOf(compilation, 'error') > 0 || (options.denyWarnings && countOf(compilation, 'warning') > 0);
  return refused ? 1 : 0;
}
