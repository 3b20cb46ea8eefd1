// Bundles the command line and the language server into dist/. Run by `npm run build`, and by `prepare` after every install from a clone.
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, transform } from 'esbuild';

mkdirSync('dist', { recursive: true });

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  charset: 'utf8',
  // ESM first: the UMD wrappers of some libraries cannot be bundled.
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  logLevel: 'warning',
};
/** Libraries written as CommonJS ask for Node's own modules by `require`. */
const requireBanner = {
  js: "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);",
};

const written = (await Promise.all([buildCommand(), buildServer(), buildRuntime()])).flat();
// What an earlier build left goes last, so that a command that runs meanwhile keeps its chunks.
for (const name of readdirSync('dist')) if (!written.includes(name)) rmSync(join('dist', name), { recursive: true });

async function buildCommand() {
  const { metafile } = await build({
    ...shared,
    metafile: true,
    entryPoints: { cuoshi: 'compiler/cli/cuoshi.ts' },
    outdir: 'dist',
    // What a command needs is a chunk of its own, loaded when the command runs.
    splitting: true,
    chunkNames: 'chunk-[hash]',
    banner: requireBanner,
  });
  chmodSync('dist/cuoshi.js', 0o755);
  return Object.keys(metafile.outputs).map((path) => basename(path));
}

/**
 * The language server: one file, so that an editor's extension can carry it beside the standard library, and one that
 * starts it with compiled code at hand. All ASCII: V8 reads it faster, and keeps it in half the memory.
 */
async function buildServer() {
  const name = 'cuoshi-lsp';
  const { metafile, outputFiles } = await build({
    ...shared,
    metafile: true,
    write: false,
    entryPoints: { [name]: 'lsp/server/main.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    charset: 'ascii',
    define: { 'import.meta.url': '$url' },
    banner: { js: "const $url=require('node:url').pathToFileURL(__filename).href;" },
  });
  const hash = createHash('sha256');
  for (const { path, text } of outputFiles) {
    // What esbuild leaves as it is stands in regular expressions, which may be escaped the same way, but for one thing.
    if (/(?<!\\)(?:\\\\)*\\[^\0-\x7f]/.test(text))
      throw new Error(`${path}: a character beyond ASCII is escaped by a stroke`);
    const ascii = text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    writeFileSync(path, path.endsWith('.cjs') ? ascii : text);
    hash.update(ascii);
  }
  const starter = await build({
    ...shared,
    metafile: true,
    entryPoints: { [name]: 'lsp/server/start.ts' },
    outdir: 'dist',
    define: { $bundleHash: JSON.stringify(hash.digest('hex').slice(0, 16)) },
  });
  return [metafile, starter.metafile].flatMap(({ outputs }) => Object.keys(outputs).map((path) => basename(path)));
}

/** The runtime that every emitted module carries, assembled by the emitter's own function; with types and without. */
async function buildRuntime() {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: ['compiler/emit/typescript/runtime-source.ts'],
    legalComments: 'none',
    write: false,
  });
  const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`;
  const { assembleRuntime } = await import(url);
  const folder = join('stdlib', 'runtime');
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const typescript = assembleRuntime(
    Object.fromEntries(files.map((name) => [basename(name), readFileSync(join(folder, name), 'utf8')])),
  );
  const { code: javascript } = await transform(typescript, { loader: 'ts', target: 'es2022', charset: 'utf8' });
  writeFileSync('dist/runtime.json', JSON.stringify({ typescript, javascript }));
  return ['runtime.json'];
}
