// Bundles the command line into dist/. Run by `npm run build`, and by `prepare` after every install from a clone.
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build, transform } from 'esbuild';

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

// The runtime that emitted modules carry: assembled once, with types and without.
const assembler = await build({
  bundle: true,
  entryPoints: ['compiler/emit/typescript/runtime-source.ts'],
  format: 'esm',
  write: false,
});
const { assembleRuntime } = await import(`data:text/javascript,${encodeURIComponent(assembler.outputFiles[0].text)}`);
const folder = 'stdlib/runtime';
const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
const typescript = assembleRuntime(
  Object.fromEntries(files.map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')])),
);
const { code: javascript } = await transform(typescript, { loader: 'ts', target: 'es2022', charset: 'utf8' });
writeFileSync('dist/runtime.ts', typescript);
writeFileSync('dist/runtime.js', javascript);
