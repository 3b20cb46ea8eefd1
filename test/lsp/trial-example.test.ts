import { describe, expect, it } from 'vitest';
import { trialExample } from '../../lsp/ide/trial-example.ts';
import { readTrial } from '../../lsp/ide/trial-record.ts';
import { trialWhatIf } from '../../lsp/ide/trial-what-if.ts';
import { fixture } from './fixture.ts';

const head = `use std.parties

enum 类型 { 实验室, 工程中心 }
record 平台 {
  类别: 类型
  投入: money
  获批: bool
}

party 高校 {
  硕士: count
  博士: count
  订单式培养: bool
  成立日期: date
  占比: rate
  产值: money by year
  平台: list of 平台
}
`;

const english = `${head}
measure 培养 {
  for 高校
  grant 人头: 6000元 per 硕士 + 1万元 per 博士 cap 50万元
  support 订单: up to 150万元 after 绩效评估 when 订单式培养
  may 高校 to "自主招生" when 订单式培养
  may 高校 to "自主定价"
}

measure 建设 {
  for each 平台 of 高校
  grant 20% of 投入 cap 100万元 when 获批 and 类别 is 实验室
}

measure 老校 {
  for 高校
  grant 5万元 when 成立日期 < 2000-01-01 and 占比 >= 30% and 产值 > last year's 产值
}
`;

const chinese = `引用 std.parties

主体 高校 { 硕士：数目 }

措施 培养 {
  对象 高校
  补助 6000元／硕士，最高不超过 50万元
}
`;

async function saved(source: string, measure: string, record: object, asOf = '2026-06-30') {
  const { snapshot, file, texts } = fixture(source);
  expect(snapshot.typing.filter(({ severity }) => severity === 'error')).toEqual([]);
  const policy = snapshot.policies[0]!;
  const read = readTrial(policy, { facts: record, asOf, today: '2026-01-01' }, 'zh');
  expect(read.problems).toEqual([]);
  const question = { policy, file, measure, title: '试算', lang: 'zh' } as const;
  const example = await trialExample(snapshot, read, question);
  if (example.kind === 'unsayable') return undefined;
  // The line is that of its first word.
  expect((texts[file]! + example.text).split('\n')[example.line]).toMatch(/^(example|算例)/);
  return example.text.trim().split('\n');
}

describe('a trial saved as an example', () => {
  it('expects what came out, a decision and rights among it', async () => {
    const record = { party: ['高校'], 硕士: 60, 博士: 30, 订单式培养: true, decisions: { '培养/订单': '120万元' } };
    expect(await saved(english, '培养', record)).toEqual([
      'example "试算" of 培养 {',
      '  as of 2026-06-30',
      '  高校 { 硕士: 60, 博士: 30, 订单式培养: yes }',
      '  decide 订单 = 120万元',
      '  expect 人头 = 50万元',
      '  expect 订单 = 120万元',
      '  expect may[1] holds',
      '  expect may[2] holds',
      '}',
    ]);
  });

  it('keeps unknown what is unknown', async () => {
    const text = await saved(english, '培养', { party: ['高校'], 硕士: 60 });
    expect(text).toContain('  expect 人头 needs 博士');
    expect(text).toContain('  expect 订单 needs 订单式培养');
    expect(text).toContain('  expect may[1] needs 订单式培养');
  });

  it('has items of lists, dates, rates and years', async () => {
    const items = [
      { 类别: '实验室', 投入: '1234567.89元', 获批: true },
      { 类别: '工程中心', 投入: '50万元', 获批: true },
    ];
    const built = await saved(english, '建设', { party: ['高校'], 平台: items });
    expect(built).toContain('  expect 建设[1] = 246913.58元');
    expect(built).toContain('  expect 建设[2] denied');
    const old = { party: ['高校'], 成立日期: '1998-09-01', 占比: '30%', 产值: { 2025: '80万元', 2026: '90万元' } };
    expect(await saved(english, '老校', old)).toContain('  expect = 5万元');
  });

  it('is in the words of its file', async () => {
    expect(await saved(chinese, '培养', { party: ['高校'], 硕士: 12 })).toEqual([
      '算例 “试算” 用于 培养 {',
      '  截至 2026年6月30日',
      '  高校 { 硕士：12 }',
      '  应得 ＝ 7.2万元',
      '}',
    ]);
  });

  it('takes the kind of party that the facts tell', async () => {
    expect(await saved(english, '培养', { 硕士: 1, 博士: 0, 订单式培养: false })).toContain(
      '  高校 { 硕士: 1, 博士: 0, 订单式培养: no }',
    );
  });

  it('is refused where it cannot be said', async () => {
    expect(await saved(english, '培养', { party: ['高校'], 硕士: 1, ledger: [] })).toBeUndefined();
  });
});

describe('what would change a trial', () => {
  const { snapshot } = fixture(english);
  const policy = snapshot.policies[0]!;
  const ask = (facts: object, measure?: string) =>
    trialWhatIf(policy, readTrial(policy, { facts, asOf: '2026-06-30', today: '2026-01-01' }, 'zh'), measure, 'zh');

  it('names the facts to change, so that a form can take them', () => {
    const found = ask({ party: ['高校'], 硕士: 60, 博士: 10, 订单式培养: false }, '培养');
    const raises = found?.sections.find(({ kind }) => kind === 'raises');
    expect(raises?.entries.flatMap(({ changes }) => changes)).toContainEqual({ fact: '订单式培养', to: true });
    expect(raises?.entries.flatMap(({ changes }) => changes)).toContainEqual({ fact: '博士', to: '14' });
  });

  it('names the item of a list', () => {
    const found = ask({ party: ['高校'], 平台: [{ 类别: '实验室', 投入: '600万元', 获批: false }] }, '建设');
    const changes = found?.sections.flatMap(({ entries }) => entries).flatMap((entry) => entry.changes);
    expect(changes).toContainEqual({ fact: '获批', list: '平台', item: 1, to: true });
  });

  it('tells of caps and of what is worth asking', () => {
    const kinds = ask({ party: ['高校'], 硕士: 100, 博士: 10 }, '培养')?.sections.map(({ kind }) => kind);
    expect(kinds).toContain('capped');
    expect(kinds).toContain('worthAsking');
  });
});
