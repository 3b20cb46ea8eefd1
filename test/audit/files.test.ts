import { describe, expect, it } from 'vitest';
import { version } from '../../compiler/version.ts';
import { textOf, tracked } from './tracked.ts';

const isText = (file: string) => /\.(ts|mjs|js|json|md|cuoshi|csv|jsonl|yml|yaml)$|^\.ci\/|^\.[a-z]+rc$/.test(file);
const texts = tracked.filter(isText);
const code = tracked.filter((file) => /\.(ts|mjs|js)$/.test(file));

describe('files', () => {
  it('are short enough to read', () => {
    const long = code.filter((file) => textOf(file).split('\n').length > 600);
    expect(long).toEqual([]);
  });

  it('hold no address of a package registry', () => {
    const registries = new RegExp(['registry\\.npm' + 'js', 'npm' + 'mirror', 'registry\\.yarn' + 'pkg'].join('|'));
    expect(texts.filter((file) => registries.test(textOf(file)))).toEqual([]);
  });

  it('hold no path of the machine they were written on', () => {
    const folders = ['work', 'farm', 'root', 'home', 'Users', 'tmp'].join('|');
    const path = new RegExp(`(?<![\\w.:)}\\]$-])/(${folders})/\\w`);
    expect(texts.filter((file) => path.test(textOf(file)))).toEqual([]);
  });

  it('lock packages without saying where they were downloaded', () => {
    const lock = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, { resolved?: string }> };
    const resolved = Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined);
    expect(resolved.map(([name]) => name)).toEqual([]);
  });

  it('lock every platform’s optional packages, or `npm ci` refuses the lock', () => {
    const lock = JSON.parse(textOf('package-lock.json')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const wanted = Object.values(lock.packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
    const locked = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)));
    expect(wanted.filter((name) => !locked.has(name))).toEqual([]);
  });

  it('state one version', () => {
    const manifest = JSON.parse(textOf('package.json')) as { version: string };
    expect(version).toBe(manifest.version);
  });

  it('are named in kebab case', () => {
    const named = code.filter(
      (file) => !/^[a-z0-9]+([.-][a-z0-9]+)*\.(test\.)?(ts|mjs|js)$/.test(file.split('/').at(-1)!),
    );
    expect(named).toEqual([]);
  });

  it('run every test they have', () => {
    const skipping = new RegExp(`\\b(it|test|describe)\\.(${['skip', 'only', 'todo'].join('|')})\\b`);
    expect(code.filter((file) => file.startsWith('test/') && skipping.test(textOf(file)))).toEqual([]);
  });

  it('stay typed: no any, no silenced checks', () => {
    const loose = new RegExp(
      [':\\s*any' + '\\b(?=\\s*[;,)=|&>\\]{])', '\\bas ' + 'any\\b', '@ts-' + '(ignore|expect-error|nocheck)'].join(
        '|',
      ),
    );
    expect(code.filter((file) => file.endsWith('.ts') && loose.test(textOf(file)))).toEqual([]);
  });
});
