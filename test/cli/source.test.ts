import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sample } from '../source-text/texts.ts';
import { cuoshi, policy, workspace } from './cuoshi.ts';

describe('source add', () => {
  it('writes the manifest of a text beside its policy and says how much it holds', () => {
    const cwd = workspace({ 'policies/demo/demo.cuoshi': policy, 'text.txt': sample });
    for (const given of ['policies/demo', 'policies/demo/', 'policies/demo/demo.cuoshi', 'demo']) {
      const { status, stdout, stderr } = cuoshi(['source', 'add', 'text.txt', '--policy', given], { cwd });
      expect([status, stderr]).toEqual([0, '已写出 policies/demo/demo.source.json\n']);
      expect(stdout).toContain('4 条，9 个数字，3 个条件词，7 处单位（UTF-8）');
      expect(stdout).toContain('解读部分另有 2 个数字');
    }
    const written = readFileSync(join(cwd, 'policies/demo/demo.source.json'), 'utf8');
    expect(JSON.parse(written)).toMatchObject({ format: 'cuoshi-source/1', policy: 'demo' });
    // No sentence of the text.
    expect(written).not.toMatch(/甲平台|购置设备|引进人才/);
  });

  it('writes where it is told, for a policy that is not there yet', () => {
    const cwd = workspace({ 'text.txt': sample });
    expect(cuoshi(['source', 'add', 'text.txt', '--policy', 'later'], { cwd }).status).toBe(0);
    expect(existsSync(join(cwd, 'later.source.json'))).toBe(true);
    expect(cuoshi(['source', 'add', 'text.txt', '--policy', 'later', '--out', 'a/b.json'], { cwd }).status).toBe(0);
    expect(readFileSync(join(cwd, 'a/b.json'), 'utf8')).toBe(readFileSync(join(cwd, 'later.source.json'), 'utf8'));
  });

  it('says what changed where there was a manifest', () => {
    const cwd = workspace({ 'text.txt': sample });
    const add = (...more: string[]) => cuoshi(['source', 'add', 'text.txt', '--policy', 'demo', ...more], { cwd });
    add();
    expect(add().stdout).toContain('与原来的清单相同');
    writeFileSync(join(cwd, 'text.txt'), sample.replace('最高３００万元', '最高350万元').replace('（四）', '（五）'));
    const { stdout, stderr } = add();
    expect(stdout).toContain('原文有变：一（一）');
    expect(stdout).toContain('只改了编号：二（四） → 二（五）');
    expect(stderr).toContain('警告 CS5008 二（五） 之前缺号：同级的上一个是 二（三）');
    writeFileSync(join(cwd, 'text.txt'), sample.replace('（四）', '（三）'));
    expect(add('--lang', 'en').stderr).toContain('warning CS5007 the number 二（三） comes more than once');
  });

  it.each<[string, string | Uint8Array, string[], string]>([
    ['no clause', '通知\n请认真执行。', [], 'CS5006'],
    ['nothing', '', [], 'CS5006'],
    ['a PDF', '%PDF-1.7 …', [], 'CS5002'],
    ['a Word document', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), [], 'CS5002'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0, 0x4e), [], 'CS5004'],
    ['bytes', Uint8Array.of(0xff, 0x80, 0xff), [], 'CS5002'],
    ['another encoding', Uint8Array.of(0xd2, 0xbb, 0xa1, 0xa2), ['--encoding', 'utf-8'], 'CS5003'],
  ])('refuses %s and leaves the manifest alone', (_, text, more, code) => {
    const cwd = workspace({ 'text.txt': text, 'demo.source.json': 'before' });
    const { status, stdout, stderr } = cuoshi(['source', 'add', 'text.txt', '--policy', 'demo', ...more], { cwd });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(code);
    expect(stderr).toContain('建议：');
    expect(readFileSync(join(cwd, 'demo.source.json'), 'utf8')).toBe('before');
  });

  it('tells wrong usage', () => {
    const cwd = workspace({ 'text.txt': sample });
    expect(cuoshi(['source', 'add', 'text.txt'], { cwd }).stderr).toContain('少了必需的选项 --policy');
    expect(cuoshi(['source', 'add', 'text.txt', '--policy', 'x', '--encoding', 'big5'], { cwd }).status).toBe(2);
    expect(cuoshi(['source', 'add', 'none.txt', '--policy', 'x'], { cwd })).toMatchObject({ status: 1 });
    expect(cuoshi(['source', 'add', '.', '--policy', 'x'], { cwd }).stderr).toContain('CS5001');
    expect(cuoshi(['source', 'ad'], { cwd })).toMatchObject({ status: 2 });
  });
});

describe('source show', () => {
  it('is a table of clauses, in Chinese and English', () => {
    const cwd = workspace({ 'text.txt': sample });
    cuoshi(['source', 'add', 'text.txt', '--policy', 'demo'], { cwd });
    const { status, stdout } = cuoshi(['source', 'show', 'demo.source.json'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toMatch(/一（一） +最高 300万元（金额；每家） +新认定 +市甲局/);
    expect(stdout).toMatch(/市乙委（市丙局）/);
    expect(stdout).toMatch(/市甲局、市丁局（按职责分工）/);
    const english = cuoshi(['source', 'show', 'demo.source.json', '--lang', 'en'], { cwd }).stdout;
    expect(english).toMatch(/highest 300万元 \(money; per 家\)/);
  });

  it('refuses what is no manifest, and says why', () => {
    const cwd = workspace({
      'a.json': '{',
      'b.json': '{"format":"cuoshi-source/9"}',
      'c.json': '{"format":"cuoshi-source/1"}',
    });
    for (const file of ['a.json', 'b.json', 'c.json', 'none.json']) {
      const { status, stderr } = cuoshi(['source', 'show', file], { cwd });
      expect([status, stderr.includes('CS50')], stderr).toEqual([1, true]);
    }
  });
});
