import { compile } from '../../compile.ts';
import { factsSchema } from '../../emit/json-schema/facts-schema.ts';
import { emitTypeScript } from '../../emit/typescript/emit.ts';
import { nodeHost } from '../../project/node-host.ts';
import { loadModule } from '../../run/load-module.ts';
import { version } from '../../version.ts';
import { refuse } from '../report.ts';
import { runtime } from '../runtime.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { words } from '../words.ts';
import { writeFiles } from '../write-files.ts';

export interface BuildOptions {
  readonly out: string;
}

/** Writes a TypeScript module and the schema of its facts for every policy, under the policy's name. */
export async function build(paths: readonly string[], { out }: BuildOptions, terminal: Terminal): Promise<ExitStatus> {
  const compilation = compile(paths, nodeHost);
  if (refuse(compilation, terminal, terminal.say(words.notBuilt))) return 1;
  const files = await Promise.all(
    compilation.policies.map(async (policy) => {
      const { typescript, javascript } = emitTypeScript(policy, runtime(), version);
      const { metadata } = await loadModule(javascript);
      return [
        { name: `${policy.name}.ts`, text: typescript },
        { name: `${policy.name}.facts.schema.json`, text: `${JSON.stringify(factsSchema(metadata), null, 2)}\n` },
      ];
    }),
  );
  writeFiles(out, files.flat(), terminal);
  return 0;
}
