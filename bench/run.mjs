// node bench/run.mjs NAME [arguments]: bundles bench/NAME.ts in memory and runs it.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [name = 'peers'] = process.argv.slice(2);
const { outputFiles } = await build({
  entryPoints: [`bench/${name}.ts`],
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  write: false,
});
// Beside the sources, so that packages are found.
const file = `bench/.${name}.bundle.mjs`;
mkdirSync('bench', { recursive: true });
writeFileSync(file, outputFiles[0].contents);
try {
  await import(pathToFileURL(file).href);
} finally {
  rmSync(file, { force: true });
}
