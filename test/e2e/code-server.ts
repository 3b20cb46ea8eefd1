import { execFile, execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** The version whose VS Code (1.100) runs on Node 20. */
const version = '4.100.3';

/** Loaded by the VS Code server at its start. Others (sqlite3, kerberos) take long to build and serve no test. */
const nativeModules = ['@vscode/spdlog', 'node-pty', 'native-watchdog', '@vscode/native-watchdog'];

const run = promisify(execFile);

/**
 * The entry point of code-server, a VS Code that is served to a browser. Installed from npm at the first call, into the
 * user's cache; takes a minute or two and 320 MB.
 *
 * A plain `npm install code-server` runs install scripts that download programs and need libraries which few machines
 * have. So every install script is skipped, and what is needed is built here.
 */
export async function codeServer(ripgrep: string | undefined, say: (text: string) => void): Promise<string> {
  const cache = process.env.CUOSHI_E2E_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'cuoshi');
  const folder = resolve(cache, `code-server-${version}-node${process.versions.modules}`);
  const entry = join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js');
  if (existsSync(entry)) return entry;
  say(`installing code-server ${version} into ${folder} (a minute or two, once)`);
  // Beside its place and moved there when complete: a run that was broken off leaves nothing half done.
  const draft = `${folder}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  try {
    await install(draft, ripgrep, say);
    if (!existsSync(entry)) renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return entry;
}

async function install(folder: string, ripgrep: string | undefined, say: (text: string) => void): Promise<void> {
  const npm = (cwd: string, ...args: string[]) =>
    run('npm', ['install', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error', ...args], {
      cwd,
      maxBuffer: 64 * 1024 * 1024,
    });
  writeFileSync(join(folder, 'package.json'), '{"name":"code-server-for-tests","private":true}');
  await npm(folder, '--no-save', `code-server@${version}`);
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  say('installing the parts of VS Code');
  await npm(vscode, '--omit=dev');
  await npm(join(vscode, 'extensions'), '--omit=dev');

  say('building its native modules');
  for (const name of nativeModules) await rebuild(join(vscode, 'node_modules', name));
  const argon2 = join(folder, 'node_modules', 'argon2');
  const preGyp = join(folder, 'node_modules', '.bin', 'node-pre-gyp');
  if (existsSync(preGyp)) {
    // It wants to download a build; told to build from source, it does not.
    await run(process.execPath, [preGyp, 'rebuild', '--build-from-source', ...headers()], {
      cwd: argon2,
      env: { ...process.env, npm_config_node_gyp: nodeGyp() },
      maxBuffer: 64 * 1024 * 1024,
    });
  } else await rebuild(argon2);

  const search = join(vscode, 'node_modules', '@vscode', 'ripgrep', 'bin');
  if (ripgrep !== undefined && !existsSync(join(search, 'rg'))) {
    mkdirSync(search, { recursive: true });
    symlinkSync(ripgrep, join(search, 'rg'));
  }
  // What the package's own install script would link.
  link('node_modules', join(vscode, 'node_modules.asar'));
  link('code-linux.sh', join(vscode, 'bin', 'remote-cli', 'code-server'));
  link('browser-linux.sh', join(vscode, 'bin', 'helpers', 'browser.sh'));
}

function link(target: string, at: string): void {
  if (existsSync(dirname(at)) && !existsSync(at)) symlinkSync(target, at);
}

/** Builds a native module from source, unless it is not there or came built for this platform. */
async function rebuild(folder: string): Promise<void> {
  if (!existsSync(join(folder, 'binding.gyp'))) return;
  const prebuilt = join(folder, 'prebuilds', `${process.platform}-${process.arch}`);
  if (existsSync(prebuilt) && readdirSync(prebuilt).some((file) => file.endsWith('.node'))) return;
  await run(process.execPath, [nodeGyp(), 'rebuild', ...headers()], { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
}

/** Node's own headers, where they are installed with it; without them node-gyp would download them. */
function headers(): string[] {
  const prefix = resolve(dirname(process.execPath), '..');
  return existsSync(join(prefix, 'include', 'node', 'node.h')) ? [`--nodedir=${prefix}`] : [];
}

let foundNodeGyp: string | undefined;

/** The node-gyp that npm carries. */
function nodeGyp(): string {
  foundNodeGyp ??= (() => {
    const root = execFileSync('npm', ['root', '--global'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    const file = join(root, 'npm', 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
    readFileSync(file);
    return file;
  })();
  return foundNodeGyp;
}
