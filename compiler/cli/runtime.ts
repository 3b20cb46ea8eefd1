import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuntimeSource } from '../emit/typescript/runtime-source.ts';
import { packageFolder } from '../project/node-host.ts';

let source: RuntimeSource | undefined;

/** The runtime that emitted modules carry with them, as the build assembled it. */
export function runtime(): RuntimeSource {
  source ??= JSON.parse(readFileSync(join(packageFolder(), 'dist', 'runtime.json'), 'utf8')) as RuntimeSource;
  return source;
}
