import { compile } from '../../compile.ts';
import { factsSchema } from '../../emit/json-schema/facts-schema.ts';
import { emitTypeScript } from '../../emit/typescript/emit.ts';
import { metadataOf } from '../../ir/metadata.ts';
import { nodeHost } from '../../project/node-host.ts';
import { version } from '../../version.ts';
import { refuse } from '../report.ts';
import { runtime } from '../runtime.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { words } from '../words.ts';
import { fileStem, writeFiles } from '../write-files.ts';

export interface BuildOptions {
  readonly out: string;
}

/** Writes a TypeScript module and the schema of its facts for every policy, under the policy's name. */
export function build(paths: readonly string[], { out }: BuildOptions, terminal: Terminal): ExitStatus {
  const compilation = compile(paths, nodeHost);
  if (refuse(compilation, terminal, terminal.say(words.notBuilt))) return 1;
  const files = compilation.policies.flatMap((policy) => {
    const { typescript } = emitTypeScript(policy, runtime(), version);
    const schema = factsSchema(metadataOf(policy, version));
    const stem = fileStem(policy.name);
    return [
      { name: `${stem}.ts`, text: typescript },
      { name: `${stem}.facts.schema.json`, text: `${JSON.stringify(schema, null, 2)}\n` },
    ];
  });
  writeFiles(out, files, terminal);
  return 0;
}
