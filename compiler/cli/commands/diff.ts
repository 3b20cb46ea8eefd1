import { diffPolicies } from '../../analyse/diff.ts';
import { diffJson, diffText } from '../../analyse/say-diff.ts';
import { compile } from '../../compile.ts';
import type { PolicyIr } from '../../ir/ir.ts';
import { nodeHost } from '../../project/node-host.ts';
import { makeReplay } from '../../replay.ts';
import { refuse } from '../report.ts';
import { runtime } from '../runtime.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { words } from '../words.ts';

export interface DiffOptions {
  readonly format: 'text' | 'json';
}

/** Compares two versions by what they pay. Each is compiled by itself: two versions may declare the same names. */
export function diff(older: string, newer: string, options: DiffOptions, terminal: Terminal): ExitStatus {
  const before = onlyPolicy(older, terminal);
  const after = onlyPolicy(newer, terminal);
  if (before === undefined || after === undefined) return 1;
  const result = diffPolicies(before, after, makeReplay(runtime));
  terminal.out(
    options.format === 'json' ? JSON.stringify(diffJson(result), null, 2) : diffText(result, terminal.lang).trimEnd(),
  );
  return 0;
}

/** The one policy of a file or folder; where there are errors, none or several, tells so. */
function onlyPolicy(path: string, terminal: Terminal): PolicyIr | undefined {
  const compilation = compile([path], nodeHost);
  if (refuse(compilation, terminal, terminal.say(words.notCompared))) return undefined;
  const [policy, ...others] = compilation.policies;
  if (policy !== undefined && others.length === 0) return policy;
  terminal.err(terminal.say(words.onePolicy, { path, n: compilation.policies.length }));
  return undefined;
}
