import { compile } from '../../compile.ts';
import { proseHtml } from '../../emit/prose/html.ts';
import { proseMarkdown } from '../../emit/prose/markdown.ts';
import { prosePolicy } from '../../emit/prose/prose.ts';
import { nodeHost } from '../../project/node-host.ts';
import { refuse } from '../report.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { words } from '../words.ts';
import { fileStem, writeFiles } from '../write-files.ts';

export interface DocOptions {
  readonly format: 'markdown' | 'html';
  /** A folder; without it the one policy goes to standard output. */
  readonly out?: string;
}

/** Renders each policy as prose in the language of the terminal. */
export function doc(paths: readonly string[], { format, out }: DocOptions, terminal: Terminal): ExitStatus {
  const compilation = compile(paths, nodeHost);
  if (refuse(compilation, terminal, terminal.say(words.notDocumented))) return 1;
  const { policies, checked } = compilation;
  const files = policies.map((ir) => {
    const policy = checked.policies.find(({ symbol }) => symbol.name === ir.name);
    if (policy === undefined) throw new Error(`${ir.name} was lowered, but not checked`);
    const document = prosePolicy(policy, ir, checked, terminal.lang);
    return format === 'html'
      ? { name: `${fileStem(ir.name)}.html`, text: proseHtml(document) }
      : { name: `${fileStem(ir.name)}.md`, text: proseMarkdown(document) };
  });
  const [only, ...others] = files;
  if (out !== undefined) writeFiles(out, files, terminal);
  else if (only !== undefined && others.length === 0) terminal.out(only.text.trimEnd());
  else {
    terminal.err(terminal.say(words.docSeveral, { n: files.length }));
    return 2;
  }
  return 0;
}
