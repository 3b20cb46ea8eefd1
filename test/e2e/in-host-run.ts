import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { browserOptions, type EditorOptions, freePort, ownEnvironment, quiet, startServer } from './editor.ts';

/** How long the tests within the editor may take together. */
const patience = 180_000;

/**
 * Runs in-host.ts in the extension host of a VS Code that asks nobody whether the workspace is trusted, so that it is not.
 * The settings of that workspace name a folder of the machine. Gives a line for each test; `failed: …` where one failed.
 */
export async function runInHost(options: EditorOptions): Promise<readonly string[]> {
  const at = (name: string) => join(options.folder, 'in-host', name);
  for (const name of ['user-data/User', 'home', 'tmp', 'suite']) mkdirSync(at(name), { recursive: true });
  const { 'security.workspace.trust.enabled': _, ...settings } = quiet;
  writeFileSync(
    at('user-data/User/settings.json'),
    JSON.stringify({ ...settings, 'security.workspace.trust.startupPrompt': 'never' }),
  );
  mkdirSync(join(options.workspace, '.vscode'), { recursive: true });
  writeFileSync(
    join(options.workspace, '.vscode', 'settings.json'),
    JSON.stringify({ 'cuoshi.language': 'zh', 'cuoshi.officialTexts': '/etc' }),
  );
  writeFileSync(at('config.yaml'), 'auth: none\n');
  await build({
    entryPoints: [join('test', 'e2e', 'in-host.ts')],
    outfile: at('suite/suite.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  writeFileSync(
    at('suite/package.json'),
    JSON.stringify({ name: 'in-host', publisher: 'test', version: '0.0.1', engines: { vscode: '*' } }),
  );
  const env = { ...ownEnvironment(at('home'), at('tmp')), CUOSHI_IN_HOST_RESULT: at('result.txt') };
  const folders = ['--user-data-dir', at('user-data'), '--extensions-dir', join(options.folder, 'extensions')];
  const port = await freePort();
  const server = startServer([options.entry, ...folders, '--config', at('config.yaml')], port, env, { trust: true });
  const browser = await chromium.launch(browserOptions(options.chromium, env));
  try {
    await server.up();
    const page = await (await browser.newContext()).newPage();
    const exited = new Promise<boolean>((resolve) => {
      page.exposeFunction('codeAutomationExit', () => resolve(true)).catch(() => resolve(false));
    });
    await page.exposeFunction('codeAutomationLog', () => undefined);
    const uri = (path: string) => ({ scheme: 'vscode-remote', authority: `127.0.0.1:${port}`, path });
    // Of a built product, the page's own settings are the one place that tells of tests.
    await page.addInitScript(`{
      const own = ${JSON.stringify({ extensions: [uri(at('suite'))], extensionTestsPath: uri(at('suite/suite.cjs')) })};
      const get = Element.prototype.getAttribute;
      Element.prototype.getAttribute = function (name) {
        const value = get.call(this, name);
        if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration') return value;
        const settings = JSON.parse(value);
        settings.developmentOptions = { ...settings.developmentOptions, ...own };
        return JSON.stringify(settings);
      };
    }`);
    await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(options.workspace)}`);
    const done = await Promise.race([exited, sleep(patience, false, { ref: false })]);
    if (!done) await page.screenshot({ path: join('out', 'e2e', 'in-host-failed.png') });
    return done ? readFileSync(at('result.txt'), 'utf8').split('\n') : ['failed: the tests did not end'];
  } finally {
    await browser.close();
    await server.stop();
    writeFileSync(join('out', 'e2e', 'in-host-server.log'), server.log());
  }
}
