import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applicant, cuoshi, policy, workspace } from './cuoshi.ts';

/** Versions on the command line: two paths, git, and the forms of what is told. */

const lower = policy.replace('6000元', '5000元');
const other = `policy other "乙" { level city }
party 高校 { 评优: bool }
measure 评优奖 { for 高校 about 评优 grant 3万元 when 评优 }
`;

function repository(files: Readonly<Record<string, string>>): string {
  const cwd = workspace({});
  git(cwd, 'init', '-q', '-b', 'main');
  commit(cwd, files);
  return cwd;
}

function commit(cwd: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(cwd, name, '..'), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  git(cwd, 'add', '-A');
  git(cwd, '-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-q', '-m', 'x');
}

function git(cwd: string, ...args: string[]): void {
  execFileSync('git', args, { cwd, stdio: 'ignore' });
}

describe('diff --since', () => {
  const cwd = repository({ 'p/demo/demo.cuoshi': policy, 'p/other/other.cuoshi': other });
  writeFileSync(join(cwd, 'p/demo/demo.cuoshi'), lower);

  it('reads the old side from git, whatever the folder, and tells what did not change', () => {
    const { status, stdout } = cuoshi(['diff', '--since', 'HEAD', 'p'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toMatch(/▼ 更严/);
    expect(stdout).toContain('5000元');
    expect(stdout).toContain('没有变化的政策：other');
    const within = cuoshi(['diff', '--since', 'HEAD', 'demo', '--format', 'json'], { cwd: join(cwd, 'p') });
    expect(JSON.parse(within.stdout)).toMatchObject({ since: 'HEAD', policies: [{ changed: true, new: 'demo' }] });
  });

  it('fails by what it is told to fail on', () => {
    const failOn = (what: string) => cuoshi(['diff', '--since', 'HEAD', 'p', '--fail-on', what], { cwd });
    expect(failOn('less-generous').status).toBe(1);
    expect(failOn('less-generous').stderr).toContain('--fail-on');
    expect(failOn('more-generous').status).toBe(0);
    expect(failOn('any').status).toBe(1);
    expect(cuoshi(['diff', '--since', 'HEAD', 'p/other', '--fail-on', 'any'], { cwd }).status).toBe(0);
  });

  it('compares two commits, and lists policies that came and went', () => {
    const history = repository({ 'p/demo.cuoshi': policy });
    rmSync(join(history, 'p/demo.cuoshi'));
    commit(history, { 'p/other.cuoshi': other });
    writeFileSync(join(history, 'p/other.cuoshi'), 'not committed');
    const { status, stdout } = cuoshi(['diff', '--since', 'HEAD~1', '--until', 'HEAD', 'p'], { cwd: history });
    expect(status).toBe(0);
    expect(stdout).toContain('新增的政策：other');
    expect(stdout).toContain('删去的政策：demo');
    const failOn = (what: string) =>
      cuoshi(['diff', '--since', 'HEAD~1', '--until', 'HEAD', 'p', '--fail-on', what], { cwd: history }).status;
    expect([failOn('less-generous'), failOn('more-generous')]).toEqual([1, 1]);
    // The working tree has errors: they are told, and nothing is compared.
    expect(cuoshi(['diff', '--since', 'HEAD', 'p'], { cwd: history })).toMatchObject({ status: 1, stdout: '' });
  });

  it('tells what it cannot read', () => {
    const said = (args: readonly string[], at = cwd) => {
      const { status, stderr } = cuoshi(['diff', ...args], { cwd: at });
      return [status, stderr] as const;
    };
    expect(said(['--since', 'nowhere', 'p'])).toEqual([1, expect.stringContaining('没有版本“nowhere”')]);
    expect(said(['--since', '--output=x', 'p'])[0]).not.toBe(0);
    expect(said(['--since', 'HEAD', 'q'])).toEqual([1, expect.stringContaining('两个版本里都没有 q')]);
    expect(said(['--since', 'HEAD'])[0]).toBe(2);
    expect(said(['p/demo', '--until', 'HEAD'])).toEqual([2, expect.stringContaining('--since')]);
    expect(said(['p/demo'])).toEqual([2, expect.stringContaining('两个路径')]);
    expect(said(['p/demo', 'p/demo', '--align', '无=无'])).toEqual([2, expect.stringContaining('“无”')]);
    const outside = workspace({ 'a.cuoshi': policy });
    expect(said(['--since', 'HEAD', 'a.cuoshi'], outside)).toEqual([1, expect.stringContaining('不是 git 仓库')]);
  });
});

describe('forms of a comparison', () => {
  const cwd = workspace({ 'old.cuoshi': policy, 'new.cuoshi': lower, 'a.json': JSON.stringify([applicant]) });

  it('is a memo in Markdown, in both languages, in which nothing of the policy is markup', () => {
    const zh = cuoshi(['diff', 'old.cuoshi', 'new.cuoshi', '--format', 'markdown'], { cwd }).stdout;
    expect(zh).toMatch(/^# 政策版本对比\n/);
    expect(zh).toMatch(/\| .+ \| ▼ 更严 \| — \| －.+（已证明） \|/);
    const en = cuoshi(['diff', 'old.cuoshi', 'new.cuoshi', '--format', 'markdown', '--lang', 'en'], { cwd }).stdout;
    expect(en).toMatch(/^# Policy versions compared\n/);
    expect(en).toContain('less generous');
    expect(en).not.toMatch(/更严|受损/);
    const norm = '\nmeasure 注 { for 高校 encourage 高校 to "<b>*x*</b>" }\n';
    writeFileSync(join(cwd, 'marked.cuoshi'), policy + norm);
    const marked = cuoshi(['diff', 'marked.cuoshi', 'new.cuoshi', '--format', 'markdown'], { cwd }).stdout;
    expect(marked).not.toContain('<b>');
    expect(marked).toContain('\\<b\\>\\*x\\*');
  });

  it('is one page that needs nothing from elsewhere', () => {
    const args = ['diff', 'old.cuoshi', 'new.cuoshi', '--facts', 'a.json', '--html', 'page.html'];
    const { status, stdout } = cuoshi(args, { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain('版本对比');
    const page = readFileSync(join(cwd, 'page.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-Hans">/);
    expect(page).not.toMatch(/<script|https?:|url\(|@import|src=/);
    expect(page).toContain('按 1 个申报人测算');
    // A chart of old and new over the number of masters, each told by its kind of line as well as its colour.
    expect(page).toMatch(/<svg class="chart"[^>]*role="img" aria-label="[^"]*硕士/);
    expect(page).toMatch(/<path class="old" d="M[\d.,ML]+"\/><path class="new" d="M[\d.,ML]+"\/>/);
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
    expect(page).toMatch(/@media print/);
    const opened = (page.match(/<(section|article|table|ul|dl|figure|svg|div)\b/g) ?? []).length;
    expect((page.match(/<\/(section|article|table|ul|dl|figure|svg|div)>/g) ?? []).length).toBe(opened);
  });

  it('escapes what policies call themselves', () => {
    writeFileSync(
      join(cwd, 'wild.cuoshi'),
      policy.replace('policy demo "', 'policy demo "<img src=x onerror=alert(1)>'),
    );
    const page = cuoshi(['diff', 'wild.cuoshi', 'new.cuoshi', '--format', 'html'], { cwd }).stdout;
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img');
  });
});
