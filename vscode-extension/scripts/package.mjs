// npm run package: dist/cuoshi-<version>.vsix, from the bundle of the language server and the sources of the extension.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { build } from 'esbuild';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..', '..'));
const extension = 'vscode-extension';
const out = join(extension, 'dist');
const pages = ['trial', 'comparison', 'prose'];
/** An extension that is slow to download is not tried. */
const largest = 2 * 1024 * 1024;

rmSync(out, { recursive: true, force: true });
// Never older than the keyword table, whatever was committed.
await import('./generate.mjs');
await Promise.all([buildExtension(), buildPages()]);
copyServer();
copyPolicies();
// What the editor completes and checks the settings of a workspace by.
cpSync(join('docs', 'cuoshi.schema.json'), join(out, 'cuoshi.schema.json'));
const { version } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
const file = join('dist', `cuoshi-${version}.vsix`);
await createVSIX({
  cwd: extension,
  packagePath: file,
  dependencies: false,
  allowMissingRepository: true,
  // Links of the README are within this repository.
  rewriteRelativeLinks: false,
  skipLicense: true,
});
const { size } = statSync(file);
console.log(`${file}  ${(size / 1024).toFixed(0)} KiB`);
if (size > largest) throw new Error(`${file} is larger than ${largest / 1024 / 1024} MiB`);

/** What the introduction puts into an empty folder: in the words of whoever reads it. */
function copyPolicies() {
  for (const language of ['zh', 'en']) {
    const to = join(out, 'policies', language);
    cpSync('policies', to, { recursive: true });
    execFileSync(process.execPath, [join('dist', 'cuoshi.js'), 'fmt', '--keywords', language, to], { stdio: 'ignore' });
  }
}

async function buildExtension() {
  await build({
    // The one that the editor loads, and all else, which that one loads.
    entryPoints: ['start', 'extension'].map((name) => join(extension, 'src', `${name}.ts`)),
    outdir: out,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    charset: 'utf8',
    minify: true,
    legalComments: 'linked',
    logLevel: 'warning',
  });
}

async function buildPages() {
  await build({
    entryPoints: pages.map((page) => join(extension, 'webview', `${page}.ts`)),
    outdir: join(out, 'webview'),
    bundle: true,
    platform: 'browser',
    target: 'chrome122',
    format: 'iife',
    charset: 'utf8',
    minify: true,
    logLevel: 'warning',
  });
  for (const style of ['page', ...pages]) {
    cpSync(join(extension, 'webview', `${style}.css`), join(out, 'webview', `${style}.css`));
  }
}

/** The server finds the standard library beside itself, below the nearest package.json. */
function copyServer() {
  const to = join(out, 'server');
  mkdirSync(join(to, 'stdlib'), { recursive: true });
  for (const name of ['cuoshi-lsp.js', 'cuoshi-lsp.cjs', 'cuoshi-lsp.cjs.LEGAL.txt']) {
    const from = join('dist', name);
    if (!existsSync(from)) throw new Error(`${from} is missing: run npm run build first`);
    cpSync(from, join(to, name));
  }
  // What the codes of diagnostics lead to.
  cpSync(join('docs', 'diagnostics.md'), join(to, 'docs', 'diagnostics.md'));
  writeFileSync(join(to, 'package.json'), '{ "type": "module" }\n');
  for (const name of readdirSync('stdlib').filter((entry) => entry.endsWith('.cuoshi'))) {
    cpSync(join('stdlib', name), join(to, 'stdlib', name));
  }
}
