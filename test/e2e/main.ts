import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { codeServer } from './code-server.ts';
import { type Editor, openEditor } from './editor.ts';
import { runInHost } from './in-host-run.ts';
import { prerequisites, Stopped } from './prerequisites.ts';
import { scenarios } from './scenarios.ts';

/**
 * The extension as its users have it: packaged, installed into a real VS Code, a copy of the policies open. Screenshots
 * are in out/e2e, to be looked at.
 */
const started = Date.now();
const say = (text: string) => console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)}s  ${text}`);
const out = resolve('out', 'e2e');
/** What the tests in the extension host go by; a part of it chooses them, as with scenarios. */
const inHostName = 'within the editor';

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Stopped ? error.message : error);
  return 1;
});

async function main(): Promise<number> {
  const { chromium, ripgrep } = prerequisites(say);
  const entry = await codeServer(ripgrep, say);
  say('building and packaging the extension');
  try {
    execFileSync('npm', ['run', '--silent', 'package'], { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    throw new Stopped('npm run package failed, see above');
  }
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'cuoshi-e2e-'));
  // Also when this run is broken off.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
  // Another build may clear dist while the editor runs.
  const vsix = join(folder, 'cuoshi.vsix');
  cpSync(join('dist', `cuoshi-${version}.vsix`), vsix);
  say(`the package has ${(statSync(vsix).size / 1024).toFixed(0)} KiB (limit 2048)`);
  const workspace = prepareWorkspace(join(folder, 'policies'));
  say('starting the editor');
  const editor = await openEditor({ entry, chromium, vsix, workspace, folder });
  let status: number;
  try {
    status = await play(editor, workspace);
  } finally {
    await editor.close();
    cpSync(join(folder, 'server.log'), join(out, 'server.log'));
  }
  if (!inHostName.includes(process.env.E2E_ONLY ?? '')) return status;
  const results = await runInHost({
    entry,
    chromium,
    vsix,
    workspace: prepareWorkspace(join(folder, '不信任')),
    folder,
  });
  for (const result of results) say(`${inHostName}: ${result}`);
  return results.length === 0 || results.some((result) => result.startsWith('failed')) ? 1 : status;
}

/** A copy of the policies, with the drafts that the scenarios are about. */
function prepareWorkspace(workspace: string): string {
  cpSync('policies', workspace, { recursive: true });
  cpSync(join('test', 'e2e', 'draft.cuoshi'), join(workspace, 'draft', 'draft.cuoshi'));
  for (const kind of ['cuoshi', 'source.json']) {
    cpSync(join('test', 'e2e', 'night-school', `night-school.${kind}`), join(workspace, '夜校', `夜校.${kind}`));
  }
  cpSync(join('test', 'e2e', 'chinese.cuoshi'), join(workspace, '草案', '草案.cuoshi'));
  return workspace;
}

/** Plays the scenarios in order; each stands on what the one before left. The first that fails ends the run. */
async function play(editor: Editor, workspace: string): Promise<number> {
  let number = 0;
  const shoot = async (name: string, of = editor.page) => {
    number += 1;
    await of.screenshot({ path: join(out, `${String(number).padStart(2, '0')}-${name}.png`) });
  };
  let passed = 0;
  // By a pattern for their names; scenarios of pages need no other before them.
  const chosen = scenarios.filter(([name]) => new RegExp(process.env.E2E_ONLY ?? '').test(name));
  for (const [name, act] of chosen) {
    const begun = Date.now();
    try {
      await act({ editor, page: editor.page, workspace, shoot, say });
    } catch (error) {
      await shoot('failed');
      say(`failed: ${name}`);
      // The first line and the place: the rest is a protocol of waiting.
      console.error(error instanceof Error ? `${error.message.split('\n')[0]}\n${placeOf(error)}` : error);
      break;
    }
    passed += 1;
    say(`${name}  (${((Date.now() - begun) / 1000).toFixed(1)}s)`);
  }
  if (editor.outside.size > 0) say(`asked for, and not given: ${[...editor.outside].join(', ')}`);
  if (editor.violations.length > 0) say(`against the policy of a page: ${editor.violations.join(' | ')}`);
  say(`${passed} of ${chosen.length} passed; screenshots in out/e2e`);
  return passed === chosen.length && editor.violations.length === 0 ? 0 : 1;
}

function placeOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 4)
    .join('\n');
}
