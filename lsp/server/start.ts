import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import type { run } from './main.ts';

/** Hash of the bundle, put in by the build: compiled code is of one bundle only, and V8 compares lengths, not texts. */
declare const $bundleHash: string;

const bundle = fileURLToPath(new URL('cuoshi-lsp.cjs', import.meta.url));
const flag = '--code-cache=';
const folder = process.argv.find((argument) => argument.startsWith(flag))?.slice(flag.length);
const compiled = compile();
const server: { readonly exports: { readonly run?: typeof run } } = { exports: {} };
compiled.runInThisContext()(server, createRequire(bundle), bundle, dirname(bundle));
server.exports.run?.(() => {
  if (folder !== undefined && compiled.cachedDataRejected !== false) keep(folder, compiled.createCachedData());
});

/**
 * The bundle, with what V8 made of it at an earlier start: reading and compiling two megabytes is most of what a start
 * takes. With `--code-cache=FOLDER` that is kept in a folder that is the user's alone; whatever V8 does not want is made anew.
 */
function compile(): Script {
  // As it was built, all of it is ASCII: half the memory of anything else.
  const text = readFileSync(bundle, 'latin1');
  const cachedData = folder === undefined ? undefined : read(join(folder, cacheName()));
  return new Script(`(function(module,require,__filename,__dirname){${text}\n})`, {
    filename: bundle,
    ...(cachedData && { cachedData }),
  });
}

function cacheName(): string {
  return `${$bundleHash}-${process.version}-${process.arch}.bin`;
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** In place of what was kept of other bundles. Whatever fails, the next start does without. */
function keep(folder: string, data: Buffer): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) if (name.endsWith('.bin')) rmSync(join(folder, name), { force: true });
    const draft = join(folder, `${process.pid}.draft`);
    writeFileSync(draft, data);
    renameSync(draft, join(folder, cacheName()));
  } catch {
    // A full disk is no reason not to serve.
  }
}
