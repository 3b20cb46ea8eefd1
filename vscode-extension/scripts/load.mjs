import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Bundles a TypeScript module of the project and imports it; its packages are the project's. Runs at the root. */
export async function load(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    write: false,
  });
  // Within node_modules, so that packages are found; by process, so that two runs do not meet.
  const folder = join('node_modules', '.cache', 'cuoshi');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${basename(entry, '.ts')}.${process.pid}.mjs`);
  writeFileSync(file, outputFiles[0].contents);
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(file, { force: true });
  }
}
