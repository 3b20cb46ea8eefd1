// node test/mutation/run.mjs: seeds one bug after another into the analyser and prints which oracle catches it. The sources
// stay as they are: a bug is put in while the oracles are bundled.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { bugs } from './bugs.mjs';

const only = process.argv[2];
// Within the packages, so that those of the bundle are found.
mkdirSync('node_modules/.mutation', { recursive: true });
const rows = [];
for (const [i, { what, file, from, to }] of [{ what: 'no bug' }, ...bugs].entries()) {
  if (only !== undefined && String(i) !== only) continue;
  const path = file && resolve(`compiler/analyse/${file}`);
  const { outputFiles } = await build({
    entryPoints: ['test/mutation/driver.ts'],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    write: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'bug',
        setup({ onLoad }) {
          onLoad({ filter: /compiler.analyse.*\.ts$/ }, ({ path: loaded }) => {
            if (loaded !== path) return undefined;
            const text = readFileSync(loaded, 'utf8');
            if (text.split(from).length !== 2)
              throw new Error(`${file}: ${from} stands there ${text.split(from).length - 1} times`);
            return { contents: text.replace(from, () => to), loader: 'ts' };
          });
        },
      },
    ],
  });
  const bundle = `node_modules/.mutation/driver-${i}.mjs`;
  writeFileSync(bundle, outputFiles[0].contents);
  const started = performance.now();
  const { stdout, stderr } = spawnSync(process.execPath, [bundle], { encoding: 'utf8', timeout: 600_000 });
  rmSync(bundle, { force: true });
  const caught = stdout.trim().split('\n').at(-1) || `crashed: ${stderr.slice(0, 80)}`;
  rows.push({
    bug: what,
    file: file ?? '',
    'caught by': caught,
    seconds: Number(((performance.now() - started) / 1000).toFixed(1)),
  });
  console.error(`${i} ${what}: ${caught}`);
}
console.table(rows);
const missed = rows.filter((row) => (row.bug === 'no bug' ? row['caught by'] !== 'none' : row['caught by'] === 'none'));
process.exitCode = missed.length === 0 ? 0 : 1;
