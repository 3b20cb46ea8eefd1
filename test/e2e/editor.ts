import { execFile, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Browser, chromium, type LaunchOptions, type Page } from 'playwright-core';

const run = promisify(execFile);

/** How long anything in the editor may take before it counts as broken. The machine may be slow and shared. */
const patience = 60_000;

/** A VS Code of its own, in folders of its own, with the packaged extension and one folder open. */
export interface Editor {
  readonly page: Page;
  /** Another window, as somebody has it who was never here: of a folder, or of none; the extension in this language. */
  readonly visit: (folder: string | undefined, language: 'zh' | 'en') => Promise<Page>;
  /** Replaces the settings of the workspace while the editor runs. */
  readonly settings: (settings: object) => void;
  /** Origins outside this machine that a page asked for, and was not given. */
  readonly outside: ReadonlySet<string>;
  /** What the browser refused to load or run, by the content security policy of a page. */
  readonly violations: readonly string[];
  readonly close: () => Promise<void>;
}

export interface EditorOptions {
  /** The entry point of code-server. */
  readonly entry: string;
  readonly chromium: string;
  readonly vsix: string;
  readonly workspace: string;
  /** For everything the editor writes. */
  readonly folder: string;
}

/** Settings without which an editor greets, asks, updates and suggests. */
export const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.commandCenter.enabled': false,
  'git.enabled': false,
  'files.exclude': { '**/.vscode': true },
  'security.workspace.trust.enabled': false,
  'editor.fontFamily': "'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace",
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
};

export async function openEditor(options: EditorOptions): Promise<Editor> {
  const at = (name: string) => join(options.folder, name);
  for (const name of ['user-data/User', 'extensions', 'home', 'tmp']) mkdirSync(at(name), { recursive: true });
  writeFileSync(at('user-data/User/settings.json'), JSON.stringify(quiet));
  // Of the workspace and not of the user: the editor watches them.
  const settings = (own: object) => {
    mkdirSync(join(options.workspace, '.vscode'), { recursive: true });
    writeFileSync(join(options.workspace, '.vscode', 'settings.json'), JSON.stringify(own));
  };
  settings({ 'cuoshi.language': 'zh' });
  writeFileSync(at('config.yaml'), 'auth: none\n');
  const env = ownEnvironment(at('home'), at('tmp'));
  const folders = [
    '--user-data-dir',
    at('user-data'),
    '--extensions-dir',
    at('extensions'),
    '--config',
    at('config.yaml'),
  ];
  await run(process.execPath, [options.entry, ...folders, '--install-extension', options.vsix, '--force'], { env });

  const port = await freePort();
  const server = startServer([options.entry, ...folders], port, env, { trust: false });
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await server.stop();
    writeFileSync(at('server.log'), server.log());
  };
  try {
    await server.up();
    browser = await chromium.launch(browserOptions(options.chromium, env));
    const outside = new Set<string>();
    const violations: string[] = [];
    const newPage = async (own: Browser, language: 'zh' | 'en') => {
      const locale = language === 'zh' ? 'zh-CN' : 'en-US';
      const context = await own.newContext({ viewport: { width: 1400, height: 900 }, locale });
      // No page may leave the machine.
      await context.route(
        (url) => url.hostname !== '127.0.0.1',
        (route) => {
          outside.add(new URL(route.request().url()).origin);
          return route.abort();
        },
      );
      const page = await context.newPage();
      page.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) violations.push(message.text());
      });
      page.setDefaultTimeout(patience);
      return page;
    };
    const address = `http://127.0.0.1:${port}`;
    const window = browser;
    const visit = async (folder: string | undefined, language: 'zh' | 'en') => {
      const page = await newPage(window, language);
      if (language === 'zh') await speakChinese(page);
      await page.goto(
        folder === undefined ? `${address}/?ew=true` : `${address}/?folder=${encodeURIComponent(folder)}`,
      );
      await page.locator('.monaco-workbench').waitFor();
      await page.locator('.statusbar-item').first().waitFor();
      return page;
    };
    const page = await newPage(window, 'zh');
    await page.goto(`${address}/?folder=${encodeURIComponent(options.workspace)}`);
    await filesShown(page);
    return { page, visit, settings, outside, violations, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A window with a folder is there as soon as it can be used. */
export async function filesShown(page: Page): Promise<void> {
  await page.locator('.monaco-workbench').waitFor();
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
}

/** As with the Chinese language pack: the manifest of the extension in Chinese; the editor's own words, which the pack brings, stay English. */
async function speakChinese(page: Page): Promise<void> {
  await page.addInitScript("globalThis._VSCODE_NLS_LANGUAGE = 'zh-cn'");
}

export function browserOptions(executablePath: string, env: NodeJS.ProcessEnv): LaunchOptions {
  return {
    executablePath,
    env: Object.fromEntries(
      Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    // No sandbox: tests run as root in containers.
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  };
}

export function ownEnvironment(home: string, tmp: string): NodeJS.ProcessEnv {
  // A terminal within VS Code would make the server believe that it belongs to that one.
  const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE|ELECTRON)_/.test(name));
  return {
    ...Object.fromEntries(own),
    HOME: home,
    TMPDIR: tmp,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    LANG: 'C.UTF-8',
  };
}

/** `trust`: the editor tells apart whom the user trusts, so that a workspace is not trusted at first. */
export function startServer(
  args: readonly string[],
  port: number,
  env: NodeJS.ProcessEnv,
  { trust }: { readonly trust: boolean },
) {
  const options = [
    ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', '--disable-update-check'],
    ...[
      ...(trust ? [] : ['--disable-workspace-trust']),
      '--disable-getting-started-override',
      '--disable-proxy',
      '--disable-file-downloads',
    ],
  ];
  const child = spawn(process.execPath, [...args, ...options], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      log += data.toString();
    });
  }
  const exited = new Promise((resolve) => child.once('exit', resolve));
  /** The group: the server starts processes of its own. */
  const signal = (name: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name);
    } catch {
      // It is gone.
    }
  };
  // Also when this process is told to end.
  const onExit = () => signal('SIGKILL');
  process.once('exit', onExit);
  return {
    log: () => log,
    async up() {
      const limit = Date.now() + patience;
      for (;;) {
        try {
          if ((await fetch(`http://127.0.0.1:${port}/healthz`)).ok) return;
        } catch {
          // Not yet.
        }
        if (Date.now() > limit || child.exitCode !== null) throw new Error(`the editor's server did not start\n${log}`);
        await sleep(100);
      }
    },
    async stop() {
      signal('SIGTERM');
      await Promise.race([exited, sleep(5000, undefined, { ref: false })]);
      signal('SIGKILL');
      process.off('exit', onExit);
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject()));
    });
  });
}
