import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../audit/tracked.ts';
import { cuoshi, policy, workspace } from './cuoshi.ts';

const english = { LANG: 'en_GB.UTF-8' };

describe('wrong usage', () => {
  it.each([
    [['prove'], '没有 prove 这个命令', 'there is no command prove'],
    [['chekc', 'x'], '没有 chekc 这个命令，是不是 check？', 'there is no command chekc; did you mean check?'],
    [['check'], '少了参数 <policy>', 'the argument <policy> is missing'],
    [
      ['check', 'x', '--fromat', 'json'],
      '没有 --fromat 这个选项，是不是 --format？',
      'there is no option --fromat; did you mean --format?',
    ],
    [['check', 'x', '--format', 'xml'], '--format <format> 不能是“xml”', '--format <format> cannot be “xml”'],
    [['run', 'x'], '少了必需的选项 --facts <file>', 'the option --facts <file> is required'],
    [
      ['run', 'x', '--facts', 'f', '--as-of', '2026-02-30'],
      '--as-of <date> 不能是“2026-02-30”',
      '--as-of <date> cannot be “2026-02-30”',
    ],
    [
      ['run', 'x', '--facts', 'f', '--list', 'platforms.csv'],
      '--list <name=file> 不能是“platforms.csv”',
      '--list <name=file> cannot be “platforms.csv”',
    ],
    [['init', 'a', 'b'], '参数太多', 'too many arguments'],
  ])('%j is told in both languages and ends with 2', (args, zh, en) => {
    const chinese = cuoshi(args);
    expect([chinese.status, chinese.stdout]).toEqual([2, '']);
    expect(chinese.stderr).toContain(zh);
    expect(chinese.stderr).toContain('cuoshi --help');
    const told = cuoshi(args, { env: english });
    expect(told.status).toBe(2);
    expect(told.stderr).toContain(en);
    expect(told.stderr).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('help', () => {
  it('is printed in the language asked for, by option before locale', () => {
    expect(cuoshi(['--help']).stdout).toContain('用法：');
    expect(cuoshi(['--help'], { env: english }).stdout).toContain('Usage:');
    expect(cuoshi(['--help', '--lang', 'zh'], { env: english }).stdout).toContain('用法：');
    expect(cuoshi(['run', '--help', '--lang=en']).stdout).toContain('evaluate what every applicant is entitled to');
    expect(cuoshi(['--help'], { env: { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' } }).stdout).toContain('用法：');
  });

  it('names every command and ends with 0', () => {
    const { status, stdout } = cuoshi(['--help']);
    expect(status).toBe(0);
    for (const name of ['check', 'build', 'run', 'test', 'fmt', 'explain', 'verify', 'init']) {
      expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    }
  });

  it('without a command is shown on standard error, since nothing was asked', () => {
    const { status, stdout, stderr } = cuoshi([]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('用法：');
  });

  it('gives the version', () => {
    expect(cuoshi(['--version']).stdout).toMatch(/^cuoshi \d+\.\d+\.\d+ /);
  });
});

describe('a bug of ours', () => {
  it('is told as such, without a trace unless asked for, and ends with 70', () => {
    // An installation that lost a part of itself fails in a way that no input can cause.
    const broken = workspace({ 'demo.cuoshi': policy, 'a.json': '{}' });
    for (const part of ['dist', 'stdlib', 'package.json'])
      cpSync(join(root, part), join(broken, part), { recursive: true });
    rmSync(join(broken, 'dist', 'runtime.json'));
    const run = (env: NodeJS.ProcessEnv) =>
      spawnSync(process.execPath, ['dist/cuoshi.js', 'run', 'demo.cuoshi', '--facts', 'a.json'], {
        cwd: broken,
        env: { PATH: process.env.PATH, ...env },
        encoding: 'utf8',
      });
    const quiet = run({});
    expect([quiet.status, quiet.stdout]).toEqual([70, '']);
    expect(quiet.stderr).toContain('措施自身出错了');
    expect(quiet.stderr).not.toMatch(/^\s+at /m);
    expect(run({ CUOSHI_DEBUG: '1' }).stderr).toMatch(/^\s+at /m);
    expect(run({ LANG: 'en_US' }).stderr).toContain('Cuoshi itself failed');
  });
});

describe('a reader that stops early', () => {
  it('is no error', () => {
    const many = Array.from({ length: 400 }, (_, i) => ({ applicant: `第${i}所`, 硕士: i }));
    const cwd = workspace({ 'demo.cuoshi': policy, 'a.json': JSON.stringify(many) });
    const line = `"${process.execPath}" "${join(root, 'dist/cuoshi.js')}" run demo.cuoshi --facts a.json --json | head -n 1`;
    const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ applicant: '第0所' });
  });
});
