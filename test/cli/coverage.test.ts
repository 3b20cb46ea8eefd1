import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cuoshi, workspace } from './cuoshi.ts';

const text = `示例市支持科研的若干措施
（征求意见稿）
为支持科研，制定本措施。
一、培养
（一）支持联合培养。按照硕士6000元/生给予一次性补助，每年最高50万元。（责任单位：市教育局）
（二）支持平台。对获批的，给予最高300万元。（责任单位：市科技局）
`;

const policy = `use std.parties

agency 市教育局
agency 市科技局

policy demo "示例" {
  level city
  status draft
  source "demo.source.json"
}

party 高校 {
  硕士: count
  获批: bool
}

measure 联合培养 {
  clause "一（一）"
  for 高校
  by 市教育局
  grant 6000元 per 硕士 cap 50万元 per year
}

measure 平台 {
  clause "一（二）"
  for 高校
  by 市科技局
  grant up to 300万元 when 获批
}
`;

/** A folder with the policy, its text, and the manifest that is drawn from it. */
function encoded(source = policy): string {
  const cwd = workspace({ 'policies/demo/demo.cuoshi': source, 'text.txt': text });
  const { status, stderr } = cuoshi(['source', 'add', 'text.txt', '--policy', 'policies/demo'], { cwd });
  expect(status, stderr).toBe(0);
  return cwd;
}

describe('coverage', () => {
  it('of a policy that says what its text says is whole, and succeeds', () => {
    const cwd = encoded();
    const { status, stdout, stderr } = cuoshi(['coverage'], { cwd });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/条款\s+100%\s+2\s+2\s+0\s+0\s+0\n/);
    expect(stdout).toMatch(/数字\s+100%\s+3/);
    expect(stdout).toContain('原文与代码相符：1 份文件');
    const english = cuoshi(['coverage', 'policies/demo', '--lang', 'en'], { cwd }).stdout;
    expect(english).not.toMatch(/\p{Script=Han}{2}(?<!示例)/u);
  });

  it('names what is missing with its clause, its place and what to do, and fails', () => {
    const cwd = encoded(policy.replace('cap 50万元', 'cap 5万元').replace(' when 获批', ''));
    const { status, stdout } = cuoshi(['coverage', 'policies'], { cwd });
    expect(status).toBe(1);
    expect(stdout).toMatch(/demo\.cuoshi:21:\d+ 警告 CS5122 原文 一（一） 是 最高50万元，代码写的是 5万元\n/);
    expect(stdout).toContain('建议：改为 50万元');
    expect(stdout).toMatch(/demo\.cuoshi:24:\d+ 警告 CS5130 原文 一（二） 有条件“获批”/);
    expect(stdout).toContain('0 份相符，1 份还有出入');
    const rules = ['--rule', 'CS5122=error', '--rule', 'CS5130=off'];
    const sarif = JSON.parse(cuoshi(['coverage', '--format', 'sarif', ...rules], { cwd }).stdout);
    expect(sarif.runs[0].results.map((r: { ruleId: string; level: string }) => `${r.ruleId} ${r.level}`)).toEqual([
      'CS5122 error',
    ]);
  });

  it('fails below a percentage only, where one is given', () => {
    const cwd = encoded(policy.replace('cap 50万元', 'cap 5万元'));
    const of = (limit: string) => cuoshi(['coverage', '--fail-under', limit], { cwd }).status;
    // Two of three figures, and everything else.
    expect([of('66'), of('67'), of('100')]).toEqual([0, 1, 1]);
    for (const wrong of ['101', '-1', 'x', '']) expect(of(wrong)).toBe(2);
  });

  it('names a policy without a manifest as not compared', () => {
    const cwd = workspace({ 'policies/demo/demo.cuoshi': policy.replace(/ {2}source .*\n/, '') });
    const { status, stdout } = cuoshi(['coverage'], { cwd });
    expect(status).toBe(1);
    expect(stdout).toMatch(/demo {2}示例 {2}没有核对\n[\s\S]*CS5106/);
  });

  it('refuses policies with errors, and says so in the format asked for', () => {
    const cwd = encoded(policy.replace('by 市教育局', 'by 市教育厅'));
    const plain = cuoshi(['coverage'], { cwd });
    expect([plain.status, plain.stdout]).toEqual([1, '']);
    expect(plain.stderr).toContain('没有核对');
    const json = cuoshi(['coverage', '--format', 'json'], { cwd });
    expect([json.status, json.stdout]).toEqual([1, '']);
    expect(JSON.parse(json.stderr).diagnostics).toHaveLength(1);
    const sarif = cuoshi(['coverage', '--format', 'sarif'], { cwd });
    expect(sarif.status).toBe(1);
    expect(JSON.parse(sarif.stdout).runs[0].results).toHaveLength(1);
  });

  it('writes JSON, SARIF and a page', () => {
    const cwd = encoded();
    const json = cuoshi(['coverage', '--format', 'json'], { cwd });
    expect(JSON.parse(json.stdout)).toMatchObject({ format: 'cuoshi-coverage/1', complete: true });
    const sarif = cuoshi(['coverage', '--format', 'sarif'], { cwd });
    expect([sarif.status, JSON.parse(sarif.stdout).version]).toEqual([0, '2.1.0']);
    const page = cuoshi(['coverage', '--html', 'out/page.html'], { cwd });
    expect(page.status).toBe(0);
    expect(readFileSync(join(cwd, 'out/page.html'), 'utf8')).toContain('最高300万元');
  });

  it('tells what changed in a text that is given again', () => {
    const cwd = encoded();
    const same = cuoshi(['coverage', '--text', 'text.txt'], { cwd });
    expect([same.status, same.stderr]).toEqual([0, '']);
    const changed = workspace({
      'new.txt': text.replace('300万元', '200万元').replace('支持联合培养', '支持校企联合培养'),
    });
    const { status, stdout } = cuoshi(['coverage', '--text', `demo=${join(changed, 'new.txt')}`], { cwd });
    expect(status).toBe(1);
    expect(stdout).toContain('原文 一（二） 自编码以后改过：最高300万元 改成了 最高200万元');
    expect(stdout).toContain('原文 一（一） 自编码以后改过：数字没有变，文字变了');
  });

  it('asks which policy a text is of where there are several, and tells a text that is not there', () => {
    const cwd = encoded();
    expect(cuoshi(['coverage', '--text', 'nowhere.txt'], { cwd }).status).toBe(2);
    const two = workspace({
      'policies/demo/demo.cuoshi': policy,
      'policies/demo/demo.source.json': readFileSync(join(cwd, 'policies/demo/demo.source.json')),
      'policies/other/other.cuoshi': 'policy other {\n  level city\n  status draft\n}\n',
      'text.txt': text,
    });
    const { status, stderr } = cuoshi(['coverage', '--text', 'text.txt'], { cwd: two });
    expect(status).toBe(2);
    expect(stderr).toContain('demo、other');
  });
});
