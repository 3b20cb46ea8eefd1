import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Prerequisites {
  readonly chromium: string;
  readonly ripgrep: string | undefined;
}

/** Nothing is wrong with the extension: something else is in the way, and the message says all of it. */
export class Stopped extends Error {}

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Finds the browser, Chinese fonts and ripgrep. What is missing is installed from Debian where that is possible without
 * asking anybody; else it says what is missing and how to get it.
 */
export function prerequisites(say: (text: string) => void): Prerequisites {
  const missing = lacking();
  if (missing.length > 0 && canInstall()) {
    say(`installing ${missing.join(', ')} with apt-get`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args: string[]) =>
      execFileSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    try {
      apt('update');
      apt('install', '-y', '--no-install-recommends', ...missing);
    } catch {
      // What is still missing is told below.
    }
  }
  const still = lacking();
  const chromium = chromiumPath();
  if (chromium === undefined || still.includes('fonts-noto-cjk')) {
    throw new Stopped(
      [
        `The end-to-end test needs: ${still.join(', ')}.`,
        `On Debian or Ubuntu: sudo apt-get install --no-install-recommends ${still.join(' ')}`,
        'Elsewhere: install Chromium (or set CHROMIUM to its path) and a font with Chinese characters.',
      ].join('\n'),
    );
  }
  const ripgrep = which('rg');
  if (ripgrep === undefined) say('no ripgrep: the editor under test cannot search files');
  return { chromium, ripgrep };
}

function lacking(): string[] {
  return [
    ...(chromiumPath() === undefined ? ['chromium'] : []),
    // Without such a font the screenshots show boxes, and nobody sees what is wrong with them.
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
    ...(which('rg') === undefined ? ['ripgrep'] : []),
  ];
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && which('apt-get') !== undefined;
}

function chromiumPath(): string | undefined {
  const own = process.env.CHROMIUM;
  if (own !== undefined && own !== '') return own;
  return browsers.map(which).find((path) => path !== undefined);
}

function hasChineseFont(): boolean {
  // Without fontconfig there is nobody to ask.
  if (which('fc-list') === undefined) return process.platform !== 'linux';
  return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== '';
}

function which(program: string): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, program);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // The next folder.
    }
  }
  return undefined;
}
