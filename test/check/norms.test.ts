import { describe, expect, it } from 'vitest';
import type { NormPlan } from '../../compiler/ir/ir.ts';
import { compileTexts, problemsIn } from '../harness/problems.ts';

const header = `use std.jinan
enum 等次 { 优秀, 良好, 不合格 }
unit 平方米
party 高校 { 迁出: bool, 骗取: bool, 评级: 等次, 净收入: money, 人数: count }
policy 甲政策 "甲" { level city }
`;
const measure = (lines: string) => `${header}measure 甲 {\n  for 高校\n  about 人才\n  ${lines}\n}\n`;

function norms(lines: string): readonly NormPlan[] {
  const { policies, diagnostics } = compileTexts({ 'a.cuoshi': measure(lines) });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return policies[0]!.plans.filter((plan) => plan.k === 'norm');
}

const said = (lines: string) => norms(lines).map(({ say }) => say);

describe('figures of norms', () => {
  it('are counts, sums or quantities, with the time they are for', () => {
    expect(norms('target 工程师 about 30名 each year')).toMatchObject([
      { modality: 'target', object: '工程师', share: { bound: 'about', value: { n: 30n, d: 1n } }, eachYear: true },
    ]);
    expect(norms('target 平台 1 to 2家 by 2028')).toMatchObject([
      {
        share: { bound: 'exactly', value: { n: 1n, d: 1n }, upper: { n: 2n, d: 1n } },
        valueType: { type: 'count' },
        until: Date.UTC(2028, 11, 31) / 86_400_000,
      },
    ]);
    expect(norms('target 场地 at least 9平方米 within 5 years')).toMatchObject([
      { share: { bound: 'at-least' }, valueType: { type: 'quantity', unit: '平方米' }, months: { n: 60n, d: 1n } },
    ]);
    expect(norms('target 成交额 { 2023: over 700亿元, 2025: 1 to 2亿元 }')).toMatchObject([
      { year: 2023, share: { bound: 'over', value: { n: 7_000_000_000_000n, d: 1n } } },
      { year: 2025, share: { value: { n: 10_000_000_000n, d: 1n }, upper: { n: 20_000_000_000n, d: 1n } } },
    ]);
  });

  it('say in both languages what they are', () => {
    expect(said('target 平台 1 to 2家 by 2028')).toEqual([
      { zh: '平台：到2028年1至2家', en: '平台: 1 to 2家 by 2028' },
    ]);
    expect(said('oblige 高校 to at least 1场 "交流活动" each year')).toEqual([
      { zh: '高校应当每年完成不低于1场交流活动', en: '高校 must each year reach at least 1场 交流活动' },
    ]);
    expect(said('hold 出资 to at most 30% of 基金规模')).toEqual([
      { zh: '出资应不高于基金规模的30%', en: '出资 is held to at most 30% of 基金规模' },
    ]);
    expect(said('reclaim when 迁出 within 6 years')).toEqual([
      { zh: '6年内发生的，追回已拨付的资金', en: 'what was paid is reclaimed where it happens within 6 years' },
    ]);
    expect(said('bar for 4 years when 骗取')).toEqual([
      { zh: '4年内不得申报', en: 'no application is taken for 4 years' },
    ]);
    expect(said('entitle 高校 to at least 70% of 净收入')).toEqual([
      { zh: '高校可获不低于净收入的70%', en: '高校 may receive at least 70% of 净收入' },
    ]);
  });

  it.each([
    ['a target without a figure', 'target 平台 {}', ['CS3012 target 平台 {}']],
    ['a figure from facts', 'target 平台 at least 人数', ['CS3010 人数']],
    ['a unit of the library that is not used', 'target 平台 at least 3公里', ['CS2013 公里']],
    ['the ends of a range in two units', 'target 平台 1家 to 2万元', ['CS2043 2万元']],
    ['a time that is no year', 'target 平台 3家 by 28', ['CS3013 by 28']],
    ['a length of time that is none', 'target 平台 3家 within 5家', ['CS2043 5家']],
    ['a sum of a share', 'hold 出资 to at most 30元 of 基金规模', ['CS2043 30元']],
    ['a share of nothing', 'hold 出资 to at most 30%', ['CS3008 hold 出资 to at most 30%']],
    ['a consequence for everybody', 'bar for 4 years', ['CS3014 bar for 4 years']],
    ['a consequence that pays', 'reclaim when 迁出 cap 5万元', ['CS3009 cap 5万元']],
    ['an exception within a measure', 'deny when 迁出 because "迁出" except 甲', ['CS3015 甲']],
  ])('%s', (_, lines, expected) => {
    expect(problemsIn(measure(lines)).filter((problem) => !problem.startsWith('CS3001'))).toEqual(expected);
  });
});

describe('what happens afterwards', () => {
  it('outlasts the policy, while rights end with it', () => {
    const text = measure('revoke 备案 when 评级 is 不合格\n  exempt 高校 from 责任 when 骗取').replace(
      'level city',
      'level city status in force effective 2026-01-01 to 2026-12-31',
    );
    const [revoke, exempt] = compileTexts({ 'a.cuoshi': text }).policies[0]!.plans as readonly NormPlan[];
    const conditions = (plan: NormPlan | undefined) => (plan?.when.k === 'and' ? plan.when.args.length : 0);
    expect([conditions(revoke), conditions(exempt)]).toEqual([1, 2]);
  });
});
