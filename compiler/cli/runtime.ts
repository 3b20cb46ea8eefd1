import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuntimeSource } from '../emit/typescript/runtime-source.ts';
import { packageFolder } from '../project/node-host.ts';

let source: RuntimeSource | undefined;

/** The runtime that emitted modules carry with them, as assembled by the build: with types and without. */
export function runtime(): RuntimeSource {
  const read = (name: string) => readFileSync(join(packageFolder(), 'dist', name), 'utf8');
  source ??= { typescript: read('runtime.ts'), javascript: read('runtime.js') };
  return source;
}
