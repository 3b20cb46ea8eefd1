import { describe, expect, it } from 'vitest';
import { normNames } from '../../compiler/check/example-norms.ts';
import { interpretTogether } from '../../compiler/ir/interpret/interpret.ts';
import type { NormPlan, PolicyIr } from '../../compiler/ir/ir.ts';
import { uncovered } from '../../compiler/run/coverage.ts';
import { runExamples } from '../../compiler/run/run-examples.ts';
import { formatted } from '../formatter/helpers.ts';
import { compileTexts, problemsIn } from '../harness/problems.ts';
import { compileFolder } from '../policies/harness.ts';

/** What examples say of norms and of the processes that decide: whether they hold, need facts, and who is waited for. */
const measures = `use std.parties
policy p { status in force effective 2026-01-01 stacking highest within this policy }
party 高校 { 登记: bool, 获批: bool, 人数: count }
party 企业 { 登记: bool }
measure 甲 {
  for 高校
  about 培训
  grant 订单: up to 150万元 after 绩效评估 when 登记
  support 项目: undecided "未写" selected by 专家评审 when 登记
  reward 奖项: 3万元 selected by 专家评审 when 登记
  recognise 项目 as 省级项目 when 登记
  recognise 项目 as 国家级项目 when 获批
  may 高校 to "自主定价"
  may 高校 to "优先使用" when 获批
  exempt 企业 from 责任 when 登记
  hold 出资 to at most 30% of 规模
  bar for 4 years when 获批
  oblige 高校 to "公开", "评价" when not 登记
}
measure 乙 {
  for 高校
  about 培训
  grant 1000元 per 人数
  encourage 高校 to recognise 学分 as 成果
}
`;

function example(given: string, ...lines: readonly string[]): string {
  return `${measures}\nexample "x" of 甲 {\n  ${given}\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}

function policyIn(source: string): PolicyIr {
  const { diagnostics, policies } = compileTexts({ 'a.cuoshi': source });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return policies[0]!;
}

function failures(source: string): readonly string[] {
  const policy = policyIn(source);
  const runs = runExamples(policy, (facts, options) => interpretTogether([policy], facts, options), {
    today: '2026-06-30',
    lang: 'zh',
  });
  return runs.flatMap((run) =>
    run.failures.map(({ why, expect: { origin } }) => `${why} ${source.slice(origin.span.start, origin.span.end)}`),
  );
}

describe('norms in an example', () => {
  const given = '高校 { 登记: yes, 获批: no, 人数: 5 }';
  const met = [
    'expect recognise[1] holds',
    'expect recognise 项目[2] does not hold',
    'expect may "自主定价" holds',
    'expect may[2] does not hold',
    'expect hold holds',
    'expect hold 出资 holds',
    'expect bar does not hold',
    'expect oblige does not hold',
    // For others only: not even listed.
    'expect exempt does not hold',
  ];

  it.each(met)('%s', (line) => {
    expect(failures(example(given, line))).toEqual([]);
  });

  it.each(met)('fails on the opposite: %s', (line) => {
    const opposite = line.includes('does not hold')
      ? line.replace('does not hold', 'holds')
      : line.replace('holds', 'does not hold');
    expect(failures(example(given, opposite))).toEqual([`norm ${opposite}`]);
    const wanting = line.replace(/(does not hold|holds)$/, 'needs 登记');
    expect(failures(example(given, wanting))).toEqual([`norm ${wanting}`]);
  });

  it('asks every one that it names', () => {
    expect(failures(example(given, 'expect recognise holds'))).toEqual(['norm expect recognise holds']);
    expect(failures(example(given, 'expect recognise does not hold'))).toEqual(['norm expect recognise does not hold']);
    expect(failures(example('高校 { 登记: yes, 获批: yes }', 'expect recognise holds'))).toEqual([]);
  });

  it('names the facts that are wanting', () => {
    const open = '高校 { 人数: 5 }';
    expect(failures(example(open, 'expect recognise[1] needs 登记', 'expect bar needs'))).toEqual([]);
    expect(failures(example(open, 'expect recognise[1] needs 获批'))).toEqual(['norm expect recognise[1] needs 获批']);
    expect(failures(example(open, 'expect may[1] needs 登记'))).toEqual(['norm expect may[1] needs 登记']);
  });

  it('finds the one measure that has such norms where the example is of none', () => {
    const whole = `${measures}\nexample { 高校 { 登记: yes }\n  expect encourage 学分 holds\n}\n`;
    expect(failures(whole)).toEqual([]);
  });

  it('is told of what there is not', () => {
    const told = (line: string) => problemsIn(example(given, line), ['error']);
    expect(told('expect reclaim holds')).toEqual(['CS3035 reclaim']);
    expect(told('expect encourage holds')).toEqual(['CS3035 encourage']);
    expect(told('expect recognise 项木 holds')).toEqual(['CS2012 项木']);
    expect(told('expect may[3] holds')).toEqual(['CS3036 may[3]']);
    expect(told('expect may[0] holds')).toEqual(['CS3036 may[0]']);
    expect(told('expect may[2]')).toEqual(['CS1031 ']);
    expect(problemsIn(`${measures}example { 高校 { 登记: yes }\n expect target holds\n}`, ['error'])).toEqual([
      'CS3037 target',
    ]);
  });

  it('leaves the words to benefits where these are called so', () => {
    const source = example(
      '高校 { 登记: yes }',
      'expect 指标 = 2万元',
      'expect 限制 denied',
      'expect 成立 = 1万元',
    ).replace(
      '  recognise 项目 as 省级项目',
      '  grant 指标: 2万元\n  grant 限制: 1万元 when not 登记\n  grant 成立: 1万元\n  recognise 项目 as 省级项目',
    );
    expect(failures(source)).toEqual([]);
  });
});

describe('the process that decides', () => {
  const given = '高校 { 登记: yes }';

  it('is what the measure names', () => {
    const lines = [
      'expect 订单 ceiling 150万元 after 绩效评估',
      'expect 项目 undecided selected by 专家评审',
      'expect 奖项 selective 3万元 selected by 专家评审',
    ];
    expect(failures(example(given, ...lines))).toEqual([]);
    expect(failures(example(given, 'decide 订单 = 20万元', 'expect 订单 = 20万元 after 绩效评估'))).toEqual([]);
  });

  it('decides nothing of an award that is denied', () => {
    const line = 'expect 订单 denied after 绩效评估';
    expect(failures(example('高校 { 登记: no }', line))).toEqual([`process ${line}`]);
  });

  it('is told apart by what it does', () => {
    const told = (line: string) => problemsIn(example(given, line), ['error']);
    expect(told('expect 订单 ceiling after 绩效评价')).toEqual(['CS2012 绩效评价']);
    expect(told('expect 订单 ceiling after 专家评审')).toEqual(['CS2011 专家评审']);
    expect(told('expect 项目 undecided after 专家评审')).toEqual(['CS3038 after 专家评审']);
    expect(told('expect 订单 ceiling selected by 绩效评估')).toEqual(['CS3038 selected by 绩效评估']);
  });
});

describe('what examples leave out', () => {
  const gaps = (source: string) =>
    uncovered(policyIn(source), '2026-06-30').map(({ what, measure, other, modality, never }) =>
      [what, measure, other, modality, never].filter((part) => part !== undefined).join(' '),
    );
  const seen = (...lines: readonly string[]) => example('高校 { 登记: yes, 获批: yes, 人数: 5 }', ...lines);

  it('names the conditions of norms that no expectation looks at', () => {
    const found = gaps(seen('expect 订单 ceiling'));
    expect(found.filter((gap) => gap.startsWith('norm-condition')).sort()).toEqual(
      [
        ...['recognise', 'recognise', 'may', 'exempt', 'bar', 'oblige', 'oblige'].flatMap((word) => [
          `norm-condition 甲 ${word} true`,
          `norm-condition 甲 ${word} false`,
        ]),
      ]
        .filter((gap, i, all) => (gap.includes('oblige') ? all.indexOf(gap) === i : true))
        .sort(),
    );
  });

  it('takes those that one looks at', () => {
    const found = gaps(seen('expect recognise holds', 'expect may[2] holds'));
    expect(found).not.toContain('norm-condition 甲 recognise true');
    expect(found).toContain('norm-condition 甲 recognise false');
    expect(found).not.toContain('norm-condition 甲 may true');
    expect(found).toContain('norm-condition 甲 may false');
  });

  it('names a stacking rule that met no two awards', () => {
    expect(gaps(seen('expect 订单 suppressed'))).not.toContain('group 甲 乙');
    expect(gaps(example('高校 { 登记: no, 获批: no, 人数: 5 }', 'expect 订单 denied'))).toContain('group 甲 乙');
    const one = example('企业 { 登记: no }', 'expect 订单 denied');
    expect(gaps(one)).toContain('group 甲 乙');
  });

  it('names a cap over several benefits that never cut', () => {
    const shared = measures.replace('  grant 1000元 per 人数\n', '  cap 5000元\n  grant 1000元 per 人数\n');
    const of = (n: number) => `${shared}example of 乙 { 高校 { 人数: ${n} }\n  expect 乙 = ${n * 1000}元\n}\n`;
    expect(gaps(of(5))).toContain('shared-cap 乙');
    expect(gaps(of(6))).not.toContain('shared-cap 乙');
  });
});

it.each(['jinan-2023', 'jinan-2026', 'liaocheng', 'shandong-2024', 'shandong-2026'])(
  'knows the norms of %s by the names that the lowered ones have',
  (folder) => {
    const { checked, policies } = compileFolder(`policies/${folder}`);
    const measuresOf = [...checked.policies[0]!.symbol.measures.values()];
    const found = measuresOf.flatMap((m) => normNames(m).map((norm) => `${m.name} ${norm.modality} ${norm.object}`));
    const lowered = (policies[0]?.plans ?? []).filter((plan): plan is NormPlan => plan.k === 'norm');
    expect(found.length).toBeGreaterThan(20);
    expect(lowered.map(({ modality, object, measure }) => `${measure} ${modality} ${object}`)).toEqual(found);
  },
);

it('is written the same in both vocabularies', async () => {
  const source = example(
    '高校 { 登记: yes }',
    'expect bar does not hold',
    'expect hold 出资 holds',
    'expect 订单 ceiling after 绩效评估',
  );
  const zh = await formatted(source, 'zh');
  expect(zh).toContain('应为 不得申报 不成立');
  expect(zh).toContain('应为 限制 出资 成立');
  expect(zh).toContain('应为 订单 待评定，经 绩效评估 后');
});
