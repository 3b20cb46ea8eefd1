import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rule } from '../../compiler/lint/rule.ts';
import { scaffold } from '../../scripts/new-rule.mjs';
import { casesPath, lacking, readCases } from './cases.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
let scratch = '';

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'cuoshi-rule-'));
  // What is written to is copied; all else is the repository's own.
  for (const [folder, copied] of [
    ['compiler', 'lint'],
    ['language', 'diagnostics'],
  ] as const) {
    mkdirSync(join(scratch, folder));
    cpSync(join(root, folder, copied), join(scratch, folder, copied), { recursive: true });
    for (const other of readdirSync(join(root, folder)).filter((one) => one !== copied))
      symlinkSync(join(root, folder, other), join(scratch, folder, other));
  }
  symlinkSync(join(root, 'stdlib'), join(scratch, 'stdlib'));
});
afterAll(() => rmSync(scratch, { recursive: true }));

const inScratch = (path: string) => readFileSync(join(scratch, path), 'utf8');

describe('npm run new:rule', () => {
  it('writes a rule that is listed and loads, and whose cases are still to be written', async () => {
    const files = scaffold(scratch, 'far-too-kind');
    expect(files).toContain('compiler/lint/rules/far-too-kind.ts');
    const { rules } = (await import(join(scratch, 'compiler/lint/rules/index.ts'))) as { rules: readonly Rule[] };
    const names = rules.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    const rule = rules.find(({ name }) => name === 'far-too-kind');
    expect(rule?.entries).toMatchObject([{ code: expect.stringMatching(/^CS30[89]\d$/), severity: 'warning' }]);
    expect(lacking(readCases(inScratch('test/lint/cases/far-too-kind.txt')))).toEqual([
      '0 cases fire, of at least 2',
      '0 cases are silent, of at least 3',
    ]);
  });

  it('gives each rule a code of its own', () => {
    scaffold(scratch, 'far-too-late');
    const codes = [...inScratch('language/diagnostics/catalogue/drafting.ts').matchAll(/'(CS\d{4})'/g)];
    expect(new Set(codes.map(([code]) => code)).size).toBe(codes.length);
  });

  it('refuses what is no name, and a name that is taken', () => {
    expect(() => scaffold(scratch, 'FarTooKind')).toThrow('kebab case');
    expect(() => scaffold(scratch, 'cap-never-binds')).toThrow('already');
  });
});

describe('the cases of a rule', () => {
  it('lack what they lack', () => {
    const text = readFileSync(casesPath('cap-never-binds'), 'utf8');
    expect(lacking(readCases(text))).toEqual([]);
    expect(lacking(readCases(text.replaceAll(/[⟦⟧]/g, '')))).toHaveLength(2);
    expect(lacking(readCases(text.replace(/^--- silent: [\s\S]*/m, '')))).toEqual([
      '0 cases are silent, of at least 3',
    ]);
  });
});
