// Bundles the command line into dist/. Run by `npm run build`, and by `prepare` after every install from a clone.
import { chmodSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // ESM first: the UMD wrappers of some libraries cannot be bundled.
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  logLevel: 'warning',
};

await build({
  ...shared,
  entryPoints: { cuoshi: 'compiler/cli/cuoshi.ts' },
  outdir: 'dist',
  // What a command needs is a chunk of its own, loaded when the command runs.
  splitting: true,
  chunkNames: 'chunk-[hash]',
  // Libraries written as CommonJS ask for Node's own modules by `require`.
  banner: { js: "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);" },
});
chmodSync('dist/cuoshi.js', 0o755);
