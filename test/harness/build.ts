import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Builds the command line before the tests, where it is older than the sources: tests run what users run. */
export default function setup(): void {
  const built = join('dist', 'cuoshi.js');
  const age = existsSync(built) ? statSync(built).mtimeMs : 0;
  if (['language', 'compiler', 'lsp', 'stdlib', 'build.mjs'].some((path) => newest(path) > age)) {
    try {
      execFileSync(process.execPath, ['build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
    } catch {
      // Only the tests that run the command line fail for it.
      process.env.CUOSHI_BUILD_FAILED = '1';
    }
  }
}

/** When the newest file at or below a path was written. */
function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
