import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../project/node-host.ts';

let text: string | undefined;

/** The runtime that emitted modules carry with them, as bundled by the build. */
export function runtime(): string {
  text ??= readFileSync(join(packageFolder(), 'dist', 'runtime.js'), 'utf8');
  return text;
}
