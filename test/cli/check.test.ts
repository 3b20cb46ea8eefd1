import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cuoshi, policy, workspace } from './cuoshi.ts';

interface Report {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: string;
    readonly message: string;
    readonly hint: string | null;
    readonly file: string;
    readonly range: { readonly start: { readonly line: number; readonly character: number } };
    readonly related: readonly unknown[];
  }[];
}

/** What `check --format json` says of a source, errors only. */
function errors(source: string | Uint8Array, lang = 'zh') {
  const cwd = workspace({ 'a.cuoshi': source });
  const { status, stdout, stderr } = cuoshi(['check', 'a.cuoshi', '--format', 'json', '--lang', lang], { cwd });
  const { diagnostics } = JSON.parse(stdout) as Report;
  return { status, stderr, found: diagnostics.filter((d) => d.severity === 'error') };
}

describe('check', () => {
  it('accepts a good policy, as a file and as a folder', () => {
    const cwd = workspace({ 'demo/a.cuoshi': policy });
    for (const path of ['demo', 'demo/a.cuoshi']) {
      const { status, stdout, stderr } = cuoshi(['check', path], { cwd });
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toContain('1 个文件');
    }
  });

  it('shows a mistake with its place, its line and a marker, in either language', () => {
    const cwd = workspace({ 'a.cuoshi': policy.replace('by 市教育局', 'by 市教育厅') });
    const zh = cuoshi(['check', 'a.cuoshi'], { cwd });
    expect(zh.status).toBe(1);
    expect(zh.stdout).toMatch(/^a\.cuoshi:31:6 错误 CS2\d{3} .*市教育厅/m);
    expect(zh.stdout).toContain('31 │   by 市教育厅');
    expect(zh.stdout).toContain('^^^^^^^^');
    expect(zh.stdout).toContain('市教育局');
    expect(zh.stdout).toMatch(/1 个错误.*：1 个文件/);
    const en = cuoshi(['check', 'a.cuoshi', '--lang', 'en'], { cwd });
    expect(en.stdout).toMatch(/^a\.cuoshi:31:6 error CS2\d{3} /m);
    expect(en.stdout).toMatch(/1 error\(s\).*: 1 file\(s\)/);
  });

  it('gives the same as JSON, places counted from 0', () => {
    const { status, found } = errors(policy.replace('by 市教育局', 'by 市教育厅'));
    expect(status).toBe(1);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      severity: 'error',
      file: 'a.cuoshi',
      range: { start: { line: 30, character: 5 } },
      related: expect.any(Array),
    });
    expect(found[0]?.code).toMatch(/^CS2\d{3}$/);
  });

  it('fails on a warning only where asked to', () => {
    const cwd = workspace({ 'a.cuoshi': policy.replace(' after 评审', '') });
    expect(cuoshi(['check', 'a.cuoshi'], { cwd }).status).toBe(0);
    expect(cuoshi(['check', 'a.cuoshi', '--deny-warnings'], { cwd }).status).toBe(1);
  });

  it('takes severities from cuoshi.json, and before them from the command line', () => {
    const source = policy.replace(' after 评审', '');
    const settings = '{ "lint": { "ceiling-without-process": "error" } }';
    const cwd = workspace({ 'city/demo/a.cuoshi': source, 'city/cuoshi.json': settings });
    const severities = (args: readonly string[], folder = cwd) => {
      const { status, stdout } = cuoshi(['check', '--format', 'json', ...args], { cwd: folder });
      const { diagnostics } = JSON.parse(stdout) as Report;
      return [status, ...diagnostics.filter((d) => d.code === 'CS3020').map((d) => d.severity)];
    };
    expect(severities(['city/demo'])).toEqual([1, 'error']);
    // From within the folder, too: the settings lie above it.
    expect(severities(['.'], join(cwd, 'city/demo'))).toEqual([1, 'error']);
    expect(severities(['city/demo', '--rule', 'CS3020=hint'])).toEqual([0, 'hint']);
    expect(severities(['city/demo', '--rule', '最高没有程序=off'])).toEqual([0]);
    const wrong = cuoshi(['check', 'city/demo', '--rule', 'ceiling-without-proces=off'], { cwd });
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('是不是 ceiling-without-process');
  });

  it('shows a mistake in cuoshi.json with its place', () => {
    const cwd = workspace({ 'a.cuoshi': policy, 'cuoshi.json': '{\n  "lint": { "CS3020": "warn" }\n}\n' });
    const { status, stdout } = cuoshi(['check', 'a.cuoshi'], { cwd });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^cuoshi\.json:2:23 错误 CS3104 .*warn/m);
  });

  it('colours only where someone looks, and never against NO_COLOR', () => {
    const cwd = workspace({ 'a.cuoshi': policy.replace('by 市教育局', 'by 市教育厅') });
    const colour = '\u001b[';
    expect(cuoshi(['check', 'a.cuoshi'], { cwd }).stdout).not.toContain(colour);
    expect(cuoshi(['check', 'a.cuoshi'], { cwd, env: { FORCE_COLOR: '1' } }).stdout).toContain(colour);
    expect(cuoshi(['check', 'a.cuoshi'], { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout).not.toContain(
      colour,
    );
  });

  it('keeps the rest of a file alive: two mistakes, two messages', () => {
    const broken = policy.replace('by 市教育局', 'by 市教育厅').replace('cap 30万元', 'cap 30人');
    expect(errors(broken).found).toHaveLength(2);
  });
});

describe('bad sources', () => {
  it.each([
    ['a syntax error', policy.replace('cap 50万元 per year', 'cap per year'), /^CS1/],
    ['an unknown fact', policy.replace('10% of 检测费', '10% of 检验费'), /^CS2/],
    ['money and a count added', policy.replace('10% of 检测费', '检测费 + 硕士'), /^CS2/],
  ])('%s is an error at its place', (_, source, code) => {
    const { status, stderr, found } = errors(source);
    expect([status, stderr]).toEqual([1, '']);
    expect(found.map((d) => d.code)).toEqual([expect.stringMatching(code)]);
    expect(found[0]?.message).toMatch(/\p{Script=Han}/u);
  });

  it.each([
    ['not text', Uint8Array.from([0xff, 0xfe, 0x00, 0x01, 0x02])],
    ['text with a NUL in it', 'policy a\0b {}'],
    ['above 16 MiB', `${' '.repeat(1023)}\n`.repeat(16 * 1024 + 1)],
    ['a hundred thousand open brackets', `use std.parties\nlet x = ${'('.repeat(100_000)}`],
    ['a hundred thousand open braces', '{'.repeat(100_000)],
  ])('a file that is %s is told without a trace of the inside', (_, source) => {
    const { status, stderr, found } = errors(source);
    expect([status, stderr]).toEqual([1, '']);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(10);
    expect(JSON.stringify(found)).not.toMatch(/at .*\.js:\d+/);
  });

  it('an empty file says that nothing is in it, or at least ends well', () => {
    const cwd = workspace({ 'a.cuoshi': '' });
    const { status, stderr } = cuoshi(['check', 'a.cuoshi'], { cwd });
    expect([0, 1]).toContain(status);
    expect(stderr).toBe('');
  });

  it('a path that is not there, a folder without sources', () => {
    const cwd = workspace({ 'empty/note.txt': 'x' });
    for (const path of ['nowhere.cuoshi', 'empty']) {
      const { status, stdout } = cuoshi(['check', path], { cwd });
      expect(status).toBe(1);
      expect(stdout).toContain(path);
    }
  });
});
