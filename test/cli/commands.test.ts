import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { applicant, cuoshi, policy, results, workspace } from './cuoshi.ts';

const facts = JSON.stringify([applicant, { applicant: '乙学院', party: ['高校'], 硕士: 9 }]);

describe('build', () => {
  it('writes a module that imports nothing and the schema of its facts, the same bytes each time', () => {
    const cwd = workspace({ 'demo.cuoshi': policy });
    for (const out of ['one', 'two']) expect(cuoshi(['build', 'demo.cuoshi', '--out', out], { cwd }).status).toBe(0);
    expect(readdirSync(join(cwd, 'one')).sort()).toEqual(['demo.facts.schema.json', 'demo.ts']);
    const [module, again] = ['one', 'two'].map((out) => readFileSync(join(cwd, out, 'demo.ts'), 'utf8'));
    expect(again).toBe(module);
    expect(module).not.toMatch(/^\s*import\b|\brequire\(|\bimport\(/m);
    expect(module).not.toContain(cwd);
  });

  it('gives a schema that takes what run takes and refuses what run refuses', () => {
    const cwd = workspace({ 'demo.cuoshi': policy });
    cuoshi(['build', 'demo.cuoshi'], { cwd });
    const schema = JSON.parse(readFileSync(join(cwd, 'out', 'demo.facts.schema.json'), 'utf8')) as object;
    const valid = new Ajv.default({ strict: true, allowUnionTypes: true, strictTypes: false }).compile(schema);
    expect(valid(applicant)).toBe(true);
    expect(valid({ ...applicant, 硕士: '60', master: 60, 订单式培养: '是', party: ['高校'] })).toBe(true);
    for (const wrong of [{ 硕土: 1 }, { 硕士: -1 }, { 硕士: 1.5 }, { 平台: [{ 角色: '旁观' }] }, { party: ['高效'] }]) {
      expect(valid({ ...applicant, ...wrong }), JSON.stringify(wrong)).toBe(false);
    }
  });

  it('writes nothing where there are errors', () => {
    const cwd = workspace({ 'demo.cuoshi': policy.replace('by 市教育局', 'by 市教育厅') });
    const { status, stdout, stderr } = cuoshi(['build', 'demo.cuoshi'], { cwd });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('没有编译');
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
});

describe('test', () => {
  it('passes what holds and names what no example reaches', () => {
    const cwd = workspace({ 'demo.cuoshi': policy });
    const { status, stdout } = cuoshi(['test', 'demo.cuoshi'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain('通过  联合培养 超过封顶');
    expect(stdout).toContain('1 个算例，1 个通过，0 个未通过');
    expect(stdout).toMatch(/demo\.cuoshi:\d+ 联合培养\/订单培养 没有一个算例满足条件/);
    expect(stdout).toMatch(/检测补助 没有一个算例满足条件/);
    expect(stdout).not.toContain('联合培养/硕博培养 的上限');
  });

  it('fails where an example does not hold, with what was expected and what was found', () => {
    const cwd = workspace({ 'demo.cuoshi': policy.replace('expect 硕博培养 = 50万元', 'expect 硕博培养 = 66万元') });
    const { status, stdout } = cuoshi(['test', 'demo.cuoshi'], { cwd });
    expect(status).toBe(1);
    expect(stdout).toContain('未通过  联合培养 超过封顶');
    expect(stdout).toMatch(/demo\.cuoshi:\d+ 应为 66万元，实际是 应得 50万元/);
    const report = JSON.parse(cuoshi(['test', 'demo.cuoshi', '--format', 'json'], { cwd }).stdout) as {
      failed: number;
      examples: { failures: { why: string }[] }[];
      uncovered: { what: string }[];
    };
    expect(report.failed).toBe(1);
    expect(report.examples[0]?.failures.map((f) => f.why)).toEqual(['amount']);
    expect(new Set(report.uncovered.map((gap) => gap.what))).toEqual(new Set(['benefit']));
  });

  it('sees rows of a table, conditions and caps that examples never reach', () => {
    const graded = `use std.parties
enum 等次 { 优秀, 良好, 合格 }
party 高校 { 评价: 等次, 失信: bool, 人数: count }
agency 市科技局
measure 分等 {
  for 高校
  by 市科技局
  deny when 失信 because "失信"
  grant 按等: table 评价 { 优秀: 13万元, 良好: 7万元, otherwise: none }
  grant 按人: 1万元 per 人数 cap 5万元
}
example "优秀" of 分等 {
  高校 { 评价: 优秀, 失信: no, 人数: 3 }
  expect 按等 = 13万元
  expect 按人 = 3万元
}
`;
    const cwd = workspace({ 'a.cuoshi': graded });
    const gaps = () =>
      (
        JSON.parse(cuoshi(['test', 'a.cuoshi', '--format', 'json'], { cwd }).stdout) as {
          uncovered: { what: string; benefit: string; never?: string; branch?: number }[];
        }
      ).uncovered.map(({ what, benefit, never, branch }) => [what, benefit, never ?? branch].join(' ').trim());
    expect(gaps().sort()).toEqual(['branch 按等 2', 'branch 按等 3', 'cap 按人', 'veto 按等 true']);
    writeFileSync(
      join(cwd, 'a.cuoshi'),
      `${graded}
example "良好，人多" of 分等 { 高校 { 评价: 良好, 失信: no, 人数: 9 } expect 按等 = 7万元 expect 按人 = 5万元 }
example "合格" of 分等 { 高校 { 评价: 合格, 失信: no, 人数: 1 } expect 按等 denied }
example "失信" of 分等 { 高校 { 评价: 优秀, 失信: yes, 人数: 1 } expect 按等 denied }
`,
    );
    expect(gaps()).toEqual([]);
  });
});

describe('fmt', () => {
  const untidy = policy
    .replace('  led by', ' led by')
    .replace('硕士 alias master: count', '硕士   alias  master :count');

  it('formats in place, once and for all; --check only tells', () => {
    const cwd = workspace({ 'demo.cuoshi': untidy });
    const before = cuoshi(['fmt', '--check', 'demo.cuoshi'], { cwd });
    expect(before.status).toBe(1);
    expect(before.stderr).toContain('未整理：demo.cuoshi');
    expect(readFileSync(join(cwd, 'demo.cuoshi'), 'utf8')).toBe(untidy);
    expect(cuoshi(['fmt', 'demo.cuoshi'], { cwd }).status).toBe(0);
    const formatted = readFileSync(join(cwd, 'demo.cuoshi'), 'utf8');
    expect(formatted).toContain('  硕士 alias master: count\n');
    expect(cuoshi(['fmt', '--check', 'demo.cuoshi'], { cwd }).status).toBe(0);
    cuoshi(['fmt', '.'], { cwd });
    expect(readFileSync(join(cwd, 'demo.cuoshi'), 'utf8')).toBe(formatted);
  });

  it('converts the keywords there and back, and the policy means the same', () => {
    const cwd = workspace({ 'demo.cuoshi': policy, 'a.json': facts });
    cuoshi(['fmt', 'demo.cuoshi'], { cwd });
    const english = readFileSync(join(cwd, 'demo.cuoshi'), 'utf8');
    const due = () =>
      results(cuoshi(['run', 'demo.cuoshi', '--facts', 'a.json', '--json'], { cwd }).stdout).map((r) => r.awards);
    const before = due();
    expect(cuoshi(['fmt', 'demo.cuoshi', '--keywords', 'zh'], { cwd }).status).toBe(0);
    const chinese = readFileSync(join(cwd, 'demo.cuoshi'), 'utf8');
    expect(chinese).toContain('措施 联合培养 {');
    expect(chinese).not.toMatch(/\b(measure|grant|cap|per)\b/);
    expect(due()).toEqual(before);
    cuoshi(['fmt', 'demo.cuoshi', '--keywords', 'en'], { cwd });
    expect(readFileSync(join(cwd, 'demo.cuoshi'), 'utf8')).toBe(english);
  });

  it('pipes; a source with syntax errors comes back as it was, with the errors', () => {
    expect(cuoshi(['fmt', '--stdin'], { input: 'let   x=1+2\n' }).stdout).toBe('let x = 1 + 2\n');
    const broken = 'measure 甲 { grant }\n';
    const { status, stdout, stderr } = cuoshi(['fmt', '--stdin'], { input: broken });
    expect([status, stdout]).toEqual([1, broken]);
    expect(stderr).toMatch(/CS1\d{3}/);
    const cwd = workspace({ 'a.cuoshi': broken });
    expect(cuoshi(['fmt', 'a.cuoshi'], { cwd }).status).toBe(1);
    expect(readFileSync(join(cwd, 'a.cuoshi'), 'utf8')).toBe(broken);
  });

  it('wants something to format', () => {
    expect(cuoshi(['fmt']).status).toBe(2);
    expect(cuoshi(['fmt', 'nowhere']).status).toBe(1);
  });
});

describe('explain', () => {
  const cwd = workspace({ 'demo.cuoshi': policy, 'a.json': facts });
  const explain = (...args: string[]) => cuoshi(['explain', 'demo.cuoshi', '--facts', 'a.json', ...args], { cwd });

  it('shows one award step by step, with its clause', () => {
    const { status, stdout } = explain('--applicant', '甲大学', '联合培养/硕博培养');
    expect(status).toBe(0);
    expect(stdout).toContain('甲大学  demo  一（一）  联合培养/硕博培养');
    expect(stdout).toMatch(/应得 50万元；市教育局/);
    expect(stdout).toMatch(/基数 +6000元 × 60 \+ 1万元 × 30 +66万元/);
    expect(stdout).toMatch(/封顶 +每年最高不超过50万元 +50万元 +减 16万元/);
    expect(stdout).not.toContain('订单培养');
  });

  it('says why not, and what a missing fact would change', () => {
    const { stdout } = explain('--applicant', '乙学院', '联合培养');
    expect(stdout).toMatch(/缺 博士\n +博士 为 0：应得 5\.4万元\n +博士大于 0：缺信息/);
    expect(stdout).toMatch(/订单式培养 为否：不符合/);
    const denied = cuoshi(['explain', 'demo.cuoshi', '--facts', '-', '订单培养'], {
      cwd,
      input: JSON.stringify({ ...applicant, 订单式培养: false }),
    });
    expect(denied.stdout).toMatch(/不符合/);
    expect(denied.stdout).toMatch(/原因：.*订单式培养/);
  });

  it('names an applicant or a benefit that there is not', () => {
    const applicantTold = explain('--applicant', '甲大雪');
    expect(applicantTold.status).toBe(1);
    expect(applicantTold.stderr).toContain('没有申报人“甲大雪”，是不是 甲大学？');
    const awardTold = explain('联合陪养');
    expect(awardTold.status).toBe(1);
    expect(awardTold.stderr).toContain('没有奖补“联合陪养”，是不是 联合培养？');
  });

  it('tells of every award of everyone where nothing is chosen', () => {
    const { stdout } = explain();
    for (const name of ['甲大学', '乙学院', '硕博培养', '订单培养', '检测补助']) expect(stdout).toContain(name);
  });
});

describe('verify', () => {
  const made = () => {
    const cwd = workspace({ 'demo.cuoshi': policy, 'a.json': facts });
    cuoshi(['run', 'demo.cuoshi', '--facts', 'a.json', '--out', 'out'], { cwd });
    const file = join(cwd, 'out', 'results.jsonl');
    const verify = () => cuoshi(['verify', 'out/results.jsonl', 'demo.cuoshi', '--facts', 'a.json'], { cwd });
    return { cwd, file, verify };
  };

  it('finds recomputed results the same, whatever language they were written in', () => {
    const { cwd, verify } = made();
    expect(verify()).toMatchObject({ status: 0, stdout: '2 条结果，2 条重算后完全一致\n' });
    cuoshi(['run', 'demo.cuoshi', '--facts', 'a.json', '--out', 'out', '--lang', 'en'], { cwd });
    expect(verify().status).toBe(0);
  });

  it('finds a figure that was altered', () => {
    const { file, verify } = made();
    writeFileSync(file, readFileSync(file, 'utf8').replace('"min":"500000.00"', '"min":"900000.00"'));
    const { status, stdout } = verify();
    expect(status).toBe(1);
    expect(stdout).toContain('awards[demo/联合培养/硕博培养].min：原为 "900000.00"，重算为 "500000.00"');
    expect(stdout).toContain('结果文件可能被改过');
    expect(stdout).toContain('2 条结果，1 条重算后完全一致');
  });

  it('tells a policy or facts that have changed since', () => {
    const changed = made();
    writeFileSync(join(changed.cwd, 'demo.cuoshi'), policy.replace('cap 50万元', 'cap 40万元'));
    expect(changed.verify().stdout).toContain('政策在那之后改过');
    const other = made();
    writeFileSync(join(other.cwd, 'a.json'), facts.replace('"硕士":60', '"硕士":61'));
    expect(other.verify().stdout).toContain('申报数据、评定结果或台账在那之后改过');
  });

  it('tells applicants without a name, or with the same one, apart by their facts', () => {
    const { cwd, verify } = made();
    writeFileSync(
      join(cwd, 'a.json'),
      '[{"硕士":1},{"硕士":2},{"applicant":"甲 ","硕士":3},{"applicant":"甲","硕士":4}]',
    );
    cuoshi(['run', 'demo.cuoshi', '--facts', 'a.json', '--out', 'out'], { cwd });
    expect(verify()).toMatchObject({ status: 0, stdout: '4 条结果，4 条重算后完全一致\n' });
  });

  it('tells an applicant without facts, and a file that holds no results', () => {
    const { cwd, file, verify } = made();
    writeFileSync(join(cwd, 'a.json'), JSON.stringify([applicant]));
    expect(verify()).toMatchObject({ status: 1, stdout: expect.stringContaining('乙学院：申报数据里没有这个申报人') });
    for (const text of ['', 'not json\n', '{"applicant":"甲"}\n', '{"awards":[],"envelope":{"asOf":"?"}}\n']) {
      writeFileSync(file, text);
      const { status, stderr } = verify();
      expect(status).toBe(1);
      expect(stderr).toContain('CS6040');
    }
  });
});

describe('init', () => {
  it.each(['zh', 'en'])('makes a policy that checks, passes its examples and runs (%s)', (lang) => {
    const cwd = workspace({});
    const { status, stdout } = cuoshi(['init', 'mine', '--lang', lang], { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain('cuoshi check mine');
    const check = cuoshi(['check', 'mine', '--deny-warnings'], { cwd });
    expect([check.status, check.stdout]).toEqual([0, '没有问题：1 个文件\n']);
    expect(cuoshi(['fmt', '--check', 'mine'], { cwd }).status).toBe(0);
    expect(cuoshi(['test', 'mine'], { cwd }).stdout).toContain('2 个算例，2 个通过，0 个未通过');
    const run = cuoshi(['run', 'mine', '--facts', 'mine/applicants.json', '--json'], { cwd });
    expect(run.status).toBe(0);
    const [first, second] = results(run.stdout);
    expect(first?.totals.cash).toEqual({ min: '623456.79', max: '623456.79' });
    expect(second?.totals.cash).toEqual({ min: '500000.00', max: '800000.00' });
  });

  it('never overwrites', () => {
    const cwd = workspace({ 'applicants.json': '[]' });
    const { status, stderr } = cuoshi(['init'], { cwd });
    expect(status).toBe(1);
    expect(stderr).toContain('applicants.json 已经存在');
    expect(readdirSync(cwd)).toEqual(['applicants.json']);
  });
});

describe('what-if', () => {
  const cwd = workspace({ 'demo.cuoshi': policy, 'a.json': facts });
  const ask = (...args: string[]) => cuoshi(['what-if', 'demo.cuoshi', '--facts', 'a.json', ...args], { cwd });

  it('tells changes that were computed, in Chinese and in English', () => {
    const zh = ask('--applicant', '乙学院', '硕博培养');
    expect([zh.status, zh.stderr]).toEqual([0, '']);
    expect(zh.stdout).toContain('值得补报');
    expect(zh.stdout).toContain('博士：联合培养/硕博培养');
    expect(ask('--applicant', '甲大学', '--lang', 'en').stdout).toContain('At its cap: more adds nothing');
  });

  it('gives JSON, a line for each applicant', () => {
    const lines = ask('--json')
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { applicant: string });
    expect(lines.map(({ applicant: name }) => name)).toEqual(['甲大学', '乙学院']);
  });

  it('knows no other applicant and no other award', () => {
    expect(ask('--applicant', '乙学校')).toMatchObject({ status: 1, stderr: expect.stringContaining('乙学院') });
    expect(ask('硕博培样')).toMatchObject({ status: 1, stderr: expect.stringContaining('硕博培养') });
  });
});

describe('diff over applicants', () => {
  const newer = policy.replace('6000元', '7000元').replace('policy demo', 'policy demo-2');
  const cwd = workspace({ 'old.cuoshi': policy, 'new.cuoshi': newer, 'a.json': facts, 'bad.json': '[{"硕土": 1}]' });

  it('adds what the versions come to', () => {
    const { status, stdout } = cuoshi(['diff', 'old.cuoshi', 'new.cuoshi', '--facts', 'a.json'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain('按 2 个申报人测算');
    const json = JSON.parse(
      cuoshi(['diff', 'old.cuoshi', 'new.cuoshi', '--facts', 'a.json', '--format', 'json'], { cwd }).stdout,
    ) as { population: { applicants: number } };
    expect(json.population.applicants).toBe(2);
  });

  it('names a record that neither version can use, once', () => {
    const { status, stderr } = cuoshi(['diff', 'old.cuoshi', 'new.cuoshi', '--facts', 'bad.json'], { cwd });
    expect(status).toBe(1);
    expect(stderr.match(/硕土/g)?.length).toBe(1);
  });
});
