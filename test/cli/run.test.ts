import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { runSchema } from '../../compiler/emit/json-schema/run-schema.ts';
import { applicant, cuoshi, policy, results, workspace } from './cuoshi.ts';

/** Runs the demo policy on a file of facts. */
function run(facts: Readonly<Record<string, string | Uint8Array>>, ...options: string[]) {
  const [file = ''] = Object.keys(facts);
  const cwd = workspace({ 'demo.cuoshi': policy, ...facts });
  return { cwd, ...cuoshi(['run', 'demo.cuoshi', '--facts', file, ...options], { cwd }) };
}

const json = (value: unknown) => JSON.stringify(value);

describe('results as JSON', () => {
  it('are one object a line, money as strings of yuan, with an envelope', () => {
    const { status, stdout, stderr } = run({ 'a.json': json([applicant, { applicant: '乙', 硕士: 90 }]) }, '--json');
    expect([status, stderr]).toEqual([0, '']);
    const [first, second] = results(stdout);
    expect(first).toMatchObject({ applicant: '甲大学', asOf: '2026-06-30', policies: ['demo'] });
    const by = (benefit: string | null) => first?.awards.find((a) => a.benefit === benefit);
    expect(by('硕博培养')).toMatchObject({ outcome: 'granted', min: '500000.00', max: '500000.00' });
    expect(by('硕博培养')?.steps.at(-1)).toMatchObject({ role: 'cap', amount: '500000.00', cut: '160000.00' });
    expect(by('订单培养')).toMatchObject({ outcome: 'ceiling', min: '0.00', max: '1500000.00' });
    expect(by('牵头')).toMatchObject({ item: 1, outcome: 'ceiling' });
    expect(by(null)).toMatchObject({ measure: '检测补助', min: '123456.79' });
    expect(first?.totals.cash).toEqual({ min: '623456.79', max: '12123456.79' });
    expect(first?.envelope).toMatchObject({
      edition: expect.any(String),
      compiler: expect.any(String),
      policies: { demo: expect.stringMatching(/^[0-9a-f]{64}$/) },
      facts: expect.stringMatching(/^[0-9a-f]{64}$/),
      asOf: '2026-06-30',
    });
    // 90 masters alone are more than the cap: the number of doctors is not asked for.
    expect(second?.awards[0]).toMatchObject({ outcome: 'granted', min: '500000.00' });
    expect(second?.needs).not.toContain('博士');
    expect(second?.needs).toContain('检测费');
  });

  it('are the same from the reference interpreter, byte for byte', () => {
    const facts = { 'a.json': json([applicant, { applicant: '乙', 硕士: 9 }]) };
    expect(run(facts, '--json', '--reference').stdout).toBe(run(facts, '--json').stdout);
  });

  it('do not depend on the order of facts or the form of figures, hash included', () => {
    const reordered = Object.fromEntries(Object.entries({ ...applicant, 硕士: '60' }).reverse());
    expect(run({ 'a.json': json(reordered) }, '--json').stdout).toBe(
      run({ 'a.json': json(applicant) }, '--json').stdout,
    );
  });
});

describe('the date', () => {
  const asOf = (facts: unknown, ...options: string[]) =>
    results(run({ 'a.json': json(facts) }, '--json', ...options).stdout)[0]?.asOf;

  it('is the run’s, else the record’s, else the policy’s', () => {
    expect(asOf(applicant)).toBe('2026-06-30');
    expect(asOf({ ...applicant, asOf: '2025-01-02' })).toBe('2025-01-02');
    expect(asOf({ ...applicant, asOf: '2025-01-02' }, '--as-of', '2024年3月4日')).toBe('2024-03-04');
  });

  it('is today’s where nobody names one, and the table says so', () => {
    const cwd = workspace({ 'demo.cuoshi': policy.replace('as of 2026-06-30', ''), 'a.json': json(applicant) });
    const { stdout } = cuoshi(['run', 'demo.cuoshi', '--facts', 'a.json'], { cwd });
    expect(stdout).toMatch(/没有给出日期，按今天 \d{4}-\d{2}-\d{2} 计算/);
  });
});

describe('the table', () => {
  it('shows awards with outcome and amount, the total, and what is missing', () => {
    const { status, stdout } = run({ 'a.json': json([applicant, { applicant: '乙', party: ['高校'], 硕士: 9 }]) });
    expect(status).toBe(0);
    expect(stdout).toMatch(/一（一） +联合培养\/硕博培养 +应得 +50 /);
    expect(stdout).toMatch(/联合培养\/订单培养 +待评定 +0 至 150 /);
    expect(stdout).toMatch(/检测补助 +应得 +12\.345679 /);
    expect(stdout).toMatch(/合计 +62\.345679 至 1212\.345679/);
    expect(stdout).toMatch(/缺：博士、订单式培养、平台、检测费/);
    expect(stdout).toContain('cuoshi explain demo.cuoshi --facts a.json --applicant 甲大学 联合培养/硕博培养');
    expect(stdout).not.toContain('\u001b[');
  });

  it('is in English, in yuan, where asked for', () => {
    const { stdout } = run({ 'a.json': json(applicant) }, '--lang', 'en');
    expect(stdout).toMatch(/联合培养\/硕博培养 +granted +500,000\.00 +cut 160,000 yuan by the cap; 市教育局/);
    expect(stdout).toMatch(/Total +623,456\.79 to 12,123,456\.79/);
  });

  it('is one line each for many applicants', () => {
    const many = Array.from({ length: 30 }, (_, i) => ({ ...applicant, applicant: `第${i}所` }));
    const { stdout } = run({ 'a.json': json(many) });
    expect(stdout.split('\n').filter((line) => line.includes('第')).length).toBeGreaterThanOrEqual(30);
    expect(stdout).toMatch(/第29所 +62\.345679 至 1212\.345679 +2 +2/);
  });
});

describe('files', () => {
  it('go to the folder asked for, ready for a spreadsheet and for verify', () => {
    const { cwd, status, stderr } = run({ 'a.json': json(applicant) }, '--out', 'there/out');
    expect(status).toBe(0);
    expect(stderr).toContain(join('there', 'out', 'results.jsonl'));
    expect(results(readFileSync(join(cwd, 'there/out/results.jsonl'), 'utf8'))).toHaveLength(1);
    const csv = readFileSync(join(cwd, 'there/out/awards.csv'), 'utf8');
    expect(csv).toContain('\ufeff申报人,政策,条款,措施,奖补');
    expect(csv).toContain('甲大学,demo,一（一）,联合培养,硕博培养,,应得,500000.00,500000.00,市教育局,');
  });
});

describe('facts as a table', () => {
  const main = 'applicant,硕士,博士,订单式培养,检测费\n甲大学,60,30,是,1234567.89元\n乙大学,90,,否,"1,000"\n';

  it('give what JSON gives; a list has a table of its own', () => {
    const platforms = 'applicant,角色,获批\n甲大学,牵头,是\n';
    const { status, stdout } = run({ 'a.csv': main, 'p.csv': platforms }, '--list', '平台=p.csv', '--json');
    expect(status).toBe(0);
    const [first, second] = results(stdout);
    expect(results(run({ 'a.json': json(applicant) }, '--json').stdout)[0]).toEqual(first);
    expect(second?.awards.filter((a) => a.measure === '创新平台')).toEqual([]);
    expect(second?.awards.at(-1)).toMatchObject({ measure: '检测补助', min: '100.00' });
  });

  it('a column that is missing is unknown, not an error and not zero', () => {
    const { status, stdout } = run({ 'a.csv': 'applicant,硕士\n甲大学,60\n' }, '--json');
    expect(status).toBe(0);
    const [award] = results(stdout)[0]?.awards ?? [];
    expect(award).toMatchObject({ outcome: 'needs', min: '360000.00', max: '500000.00' });
    expect(award?.needs?.map((n) => n.fact)).toEqual(['博士']);
  });
});

describe('wrong facts', () => {
  const good = { applicant: '丙', 硕士: 1, 博士: 1 };

  it.each([
    ['an unknown name', { 硕土: 60 }, ['硕土', '硕士'], 'CS6001'],
    ['a wrong type', { 硕士: '很多' }, ['硕士', '很多', '整数'], 'CS6002'],
    ['a negative count', { 硕士: -1 }, ['硕士', '-1'], 'CS6003'],
    ['a figure beyond what is exact', { 检测费: '999999999999999999亿元' }, ['检测费'], 'CS6004'],
    ['a member that there is not', { 平台: [{ 角色: '旁观' }] }, ['平台[1].角色', '旁观', '牵头'], 'CS6005'],
    ['a kind of party that there is not', { party: ['高效'] }, ['高效', '高校'], 'CS6012'],
  ])(
    '%s names record, field, what was found and what was expected; the others are evaluated',
    (_, wrong, parts, code) => {
      const facts = { 'a.json': json([{ applicant: '甲', ...wrong }, good]) };
      const told = run(facts);
      expect(told.status).toBe(1);
      expect(told.stderr).toContain(code);
      for (const part of ['a.json', '第 1 条', '甲', ...parts]) expect(told.stderr).toContain(part);
      expect(told.stdout).toContain('丙');
      const asJson = run(facts, '--json');
      expect(asJson.status).toBe(1);
      expect(results(asJson.stdout).map((r) => r.applicant)).toEqual(['丙']);
      const [problem] = asJson.stderr.split('\n');
      expect(JSON.parse(problem ?? '')).toMatchObject({
        code,
        severity: 'error',
        file: 'a.json',
        record: 1,
        applicant: '甲',
      });
    },
  );

  it.each([
    ['a file that is not there', {}, 'CS6020'],
    ['a binary file', { 'a.json': Uint8Array.from([0, 159, 146, 150]) }, 'CS6021'],
    ['an Excel workbook', { 'a.json': Uint8Array.from([0x50, 0x4b, 3, 4, 20]) }, 'Excel 工作簿'],
    ['an empty file', { 'a.json': '' }, 'CS6023'],
    ['a slip in the JSON', { 'a.json': '[{"硕士": 60},]' }, 'CS6024'],
    ['a hundred thousand open brackets', { 'a.json': '['.repeat(100_000) }, 'CS602'],
  ])('%s ends with 1 and one clear message', (_, files, expected) => {
    const cwd = workspace({ 'demo.cuoshi': policy, ...files });
    const { status, stderr } = cuoshi(['run', 'demo.cuoshi', '--facts', 'a.json'], { cwd });
    expect(status).toBe(1);
    expect(stderr).toContain(expected);
    expect(stderr).not.toMatch(/at .*\.js:\d+|node:internal/);
  });

  it('a decision outside of its range is told, and the award stays open', () => {
    const { status, stdout, stderr } = run(
      { 'a.json': json({ ...applicant, decisions: { '联合培养/订单培养': '200万元' } }) },
      '--json',
    );
    expect(status).toBe(1);
    expect(stderr).toContain('CS6007');
    expect(results(stdout)[0]?.awards[1]).toMatchObject({ outcome: 'ceiling', max: '1500000.00' });
  });

  it('a policy with errors evaluates nobody', () => {
    const cwd = workspace({ 'demo.cuoshi': policy.replace('by 市教育局', 'by 市教育厅'), 'a.json': json(applicant) });
    const { status, stdout, stderr } = cuoshi(['run', 'demo.cuoshi', '--facts', 'a.json'], { cwd });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('市教育厅');
    expect(stderr).toContain('没有计算');
    const asJson = cuoshi(['run', 'demo.cuoshi', '--facts', 'a.json', '--json'], { cwd });
    expect([asJson.status, asJson.stdout]).toEqual([1, '']);
    expect(JSON.parse(asJson.stderr)).toMatchObject({ diagnostics: [{ severity: 'error', file: 'demo.cuoshi' }] });
  });
});

describe('decisions', () => {
  it('come with the record or in a file of their own, by applicant', () => {
    const files = {
      'a.json': json(applicant),
      'd.json': json({ 甲大学: { '联合培养/订单培养': '120万元', '创新平台/牵头/1': '900万元' } }),
    };
    const { status, stdout } = run(files, '--decisions', 'd.json', '--json');
    expect(status).toBe(0);
    const [result] = results(stdout);
    expect(result?.awards[1]).toMatchObject({ outcome: 'granted', min: '1200000.00' });
    expect(result?.totals.cash).toEqual({ min: '10823456.79', max: '10823456.79' });
  });
});

describe('standard streams', () => {
  it('take facts from standard input', () => {
    const cwd = workspace({ 'demo.cuoshi': policy });
    const { status, stdout } = cuoshi(['run', 'demo.cuoshi', '--facts', '-', '--json'], {
      cwd,
      input: json(applicant),
    });
    expect(status).toBe(0);
    expect(results(stdout)[0]?.applicant).toBe('甲大学');
  });
});

describe('several policies', () => {
  const other = `use std.parties
use std.matters
policy other "省" { level province status in force stacking highest with other policies }
agency 省科技厅
party 高校 { 省级平台: count }
measure 省级检测 { clause "5" for 高校 about 科研仪器共享 by 省科技厅 grant 2万元 per 省级平台 }
`;
  const mine = policy
    .replace('use std.parties', 'use std.parties\nuse std.matters')
    .replace('clause "三"\n  for 高校', 'clause "三"\n  for 高校\n  about 科研仪器共享');

  it('are evaluated together: facts of each, one total, the higher of two on one matter', () => {
    const cwd = workspace({
      'demo.cuoshi': mine,
      'other.cuoshi': other,
      'a.json': json({ ...applicant, 省级平台: 3 }),
    });
    const { status, stdout, stderr } = cuoshi(['run', 'demo.cuoshi', 'other.cuoshi', '--facts', 'a.json', '--json'], {
      cwd,
    });
    expect([status, stderr]).toEqual([0, '']);
    const [result] = results(stdout);
    expect(result?.policies).toEqual(['demo', 'other']);
    const outcome = (measure: string) => result?.awards.find((a) => a.measure === measure)?.outcome;
    expect([outcome('检测补助'), outcome('省级检测')]).toEqual(['granted', 'suppressed']);
    expect(Object.keys(result?.envelope.policies as object)).toEqual(['demo', 'other']);
  });
});

describe('a run over many applicants', () => {
  const many = `agency 市科技局
agency 市财政局

policy among {
  level city
  status in force
  as of 2026-06-30
}

budget 池 100万元 per year pro rata by 市财政局

party 企业 {
  得分: count
  设备费: money
  控制人: key
}

measure 贡献奖 {
  for 企业
  by 市科技局
  reward 50万元 from 池 limit 3 per year ranked by 得分
}

measure 设备 {
  for 企业
  by 市财政局
  grant 10% of 设备费 cap 38万元 per 控制人 per year
}
`;
  const rows = [
    { applicant: '甲', 得分: 90, 设备费: '300万元', 控制人: 'A' },
    { applicant: '乙', 得分: 80, 设备费: '200万元', 控制人: 'A' },
    { applicant: '丙', 得分: 85, 设备费: '100万元', 控制人: 'B' },
    { applicant: '丁', 得分: 70, 设备费: '1元', 控制人: 'B' },
  ];
  const files = { 'among.cuoshi': many, 'f.jsonl': `${rows.map((row) => json(row)).join('\n')}\n` };
  const cwd = () => workspace(files);
  const command = ['run', 'among.cuoshi', '--facts', 'f.jsonl'];

  it('tells it with --summary as the last line, as the schema says', () => {
    const { status, stdout, stderr } = cuoshi([...command, '--json', '--summary'], { cwd: cwd() });
    expect([status, stderr]).toEqual([0, '']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    const { run: whole } = JSON.parse(lines[4] ?? '');
    expect(new Ajv2020().compile(runSchema)({ run: whole })).toBe(true);
    expect(whole.quotas[0]).toMatchObject({ status: 'filled', nextInLine: [{ applicant: '丁', record: 4 }] });
    expect(whole.groupCaps[0]).toMatchObject({ group: 'A', before: { min: '500000.00' }, cutMin: '120000.00' });
    expect(whole.pools[0]).toMatchObject({ status: 'shared', short: '500000.00', paid: { min: '1000000.00' } });
    // 100万元 of the pool, 30 + 20 less 12 of group A, 10万元 and one jiao.
    expect(whole.totals.cash).toEqual({ min: '1480000.10', max: '1480000.10' });
    const [first] = results(lines.slice(0, 4).join('\n'));
    expect(first?.awards[0]).toMatchObject({ min: '333333.34', max: '333333.34' });
    expect(first?.awards[0]?.steps.at(-1)).toMatchObject({ role: 'pool', cut: '166666.66' });
  });

  it('says so without it, on standard error', () => {
    const { stdout, stderr } = cuoshi([...command, '--json'], { cwd: cwd() });
    expect(stdout.trimEnd().split('\n')).toHaveLength(4);
    expect(JSON.parse(stderr)).toMatchObject({ severity: 'info' });
  });

  it('is read in the text, explained, verified, and the same from the reference interpreter', () => {
    const folder = cwd();
    const text = cuoshi([...command, '--out', 'out'], { cwd: folder }).stdout;
    expect(text).toContain('贡献奖 名额 3 个，申报的有 4 个，1 个未入选；下一个：丁');
    expect(text).toContain('控制人 A：2 个申报人合计 50万元');
    expect(text).toContain('应付合计 150万元，按比例分配');
    const facts = ['--facts', 'f.jsonl'];
    const told = cuoshi(['explain', 'among.cuoshi', ...facts, '--applicant', '丁', '贡献奖'], { cwd: folder }).stdout;
    expect(told).toContain('已由排在前面的申报人占满');
    expect(cuoshi(['verify', 'out/results.jsonl', 'among.cuoshi', ...facts], { cwd: folder }).status).toBe(0);
    expect(cuoshi([...command, '--json', '--summary', '--reference'], { cwd: folder }).stdout).toBe(
      cuoshi([...command, '--json', '--summary'], { cwd: folder }).stdout,
    );
  });
});

describe('past awards', () => {
  const text = `policy p { }
party 企业 { 认定: bool }
measure 首认 { for 企业 when 认定
  reward 3万元 once ever }
`;
  const firms = json([
    { applicant: '甲厂', 认定: true },
    { applicant: '乙厂', 认定: true },
  ]);

  it('come from a table that is the whole ledger; the envelope tells which, and verify computes with it', () => {
    const ledger = 'applicant,measure,amount,year\n乙厂,首认,3万元,2025\n丙厂,首认,1,2025\n';
    const cwd = workspace({ 'p.cuoshi': text, 'a.json': firms, 'l.csv': ledger });
    const options = ['p.cuoshi', '--facts', 'a.json', '--as-of', '2026-06-30'];
    const { status, stdout } = cuoshi(['run', ...options, '--ledger', 'l.csv', '--out', 'out', '--json'], { cwd });
    expect(status).toBe(0);
    expect(results(stdout).map(({ awards }) => awards[0]?.outcome)).toEqual(['granted', 'denied']);
    expect(results(stdout)[0]?.envelope).toMatchObject({ ledger: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const file = join('out', 'results.jsonl');
    expect(cuoshi(['verify', file, ...options, '--ledger', 'l.csv'], { cwd }).status).toBe(0);
    const without = cuoshi(['verify', file, ...options], { cwd });
    expect([without.status, without.stdout.includes('台账')]).toEqual([1, true]);
  });

  it('under a name like one of the policies are told of once; those of other documents are left alone', () => {
    const policy = text
      .replace('policy p { }', 'policy hq-2026 { }')
      .replace(
        'once ever }',
        'once ever when not had "绿色技改奖" }\nmeasure 技改奖励 { for 企业\n  grant 设备: 1元 grant 软件: 2元 }',
      );
    const rows = [
      '乙厂,hq-2026,首人,,1',
      '甲厂,hq-2026,首人,,2',
      '甲厂,hq2026,首认,,3',
      '甲厂,,技改奖励,设施,4',
      '甲厂,,绿色枝改奖,,5',
      '甲厂,hq-2025,首认,,6',
      '甲厂,省里的政策,首人,,7',
      '甲厂,,绿色技改奖,,8',
      '甲厂,,人才公寓,,9',
      '甲厂,hq-2026,技改奖励,设备,10',
      '',
    ].join('\n');
    const cwd = workspace({
      'p.cuoshi': policy,
      'a.json': firms,
      'l.csv': `applicant,policy,measure,benefit,amount\n${rows}`,
    });
    const { status, stderr } = cuoshi(
      ['run', 'p.cuoshi', '--facts', 'a.json', '--as-of', '2026-06-30', '--ledger', 'l.csv', '--json'],
      { cwd },
    );
    const messages = stderr.split('\n').filter((line) => line.includes('CS6039'));
    expect(messages.map((line) => /台账里的“([^”]+)”/.exec(line)?.[1])).toEqual([
      '首人',
      'hq2026',
      '技改奖励/设施',
      '绿色枝改奖',
    ]);
    expect(messages[0]).toContain('是不是“首认”');
    expect(status).toBe(0);
  });

  it('are left out as a whole while one of them has no owner, and name the field that is wrong', () => {
    const nobody = run({ 'a.json': firms, 'l.csv': 'measure,amount\n首认,1\n' }, '--ledger', 'l.csv');
    expect(nobody.stderr).toContain('CS6038');
    const wrong = run(
      { 'a.json': json([applicant]), 'l.csv': `applicant,measure,amount\n${applicant.applicant},首认,-1\n` },
      '--ledger',
      'l.csv',
    );
    expect(wrong.stderr).toContain('CS6015');
    expect(wrong.stderr).toContain('ledger[1].amount');
  });
});
