import { describe, expect, it } from 'vitest';
import { goldenFile, goldenFileChinese } from '../harness/golden-sources.ts';
import { awardOf, compileSources, evaluate, onlyPolicy, problemsOf, yuan } from './harness.ts';

const line = (measure: string, facts: string) => `use std.parties
use std.jinan

party 高校 { ${facts} }

measure 硕士培养 {
  for 高校
  ${measure}
}
`;

describe('the line', () => {
  const policy = onlyPolicy(
    compileSources({ 'line.cuoshi': line('grant 6000 per master cap 500000 by 市教育局', '硕士 alias master: count') }),
  );

  it('pays 360,000 for 60 masters and 500,000 for 90, with a cut of 40,000', () => {
    const sixty = awardOf(evaluate(policy, { 硕士: 60 }), '硕士培养');
    expect(sixty).toMatchObject({ outcome: 'granted', min: yuan(360_000), max: yuan(360_000), by: ['市教育局'] });
    const ninety = awardOf(evaluate(policy, { 硕士: 90 }), '硕士培养');
    expect(ninety).toMatchObject({ outcome: 'granted', min: yuan(500_000), max: yuan(500_000) });
    expect(ninety.steps.find((step) => step.role === 'cap')).toMatchObject({
      min: yuan(500_000),
      cutMin: yuan(40_000),
      cutMax: yuan(40_000),
    });
  });

  it('is exact with doctors under the same cap missing, and asks for nothing', () => {
    const doctors = onlyPolicy(
      compileSources({
        'line.cuoshi': line(
          'grant 6000 per 硕士 + 10000 per 博士 cap 500000 by 市教育局',
          '硕士: count\n  博士: count',
        ),
      }),
    );
    const result = evaluate(doctors, { 硕士: 90 });
    const award = awardOf(result, '硕士培养');
    expect(award).toMatchObject({ outcome: 'granted', min: yuan(500_000), max: yuan(500_000) });
    expect(award.needs ?? []).toEqual([]);
    expect(result.needs).toEqual([]);
    expect(evaluate(doctors, { 硕士: 60 }).needs).toEqual(['博士']);
  });
});

describe('the file', () => {
  const compilation = compileSources({ 'jinan-2026.cuoshi': goldenFile });
  const policy = onlyPolicy(compilation);

  it('checks with exactly three ceilings without a process, a pool without a rule, and a note on the manifest', () => {
    expect(problemsOf(compilation)).toEqual([
      'CS3022 info 10: "jinan-2026.source.json"',
      'CS3020 warning 46: up to 1000万元',
      'CS3020 warning 47: up to 100万元',
      'CS3020 warning 48: up to 100万元',
      'CS3021 warning 58: 市校融合资金',
    ]);
  });

  it('caps 660,000 at 500,000 and says that 160,000 was cut', () => {
    const result = evaluate(policy, { 硕士: 60, 博士: 30, 订单式培养: false });
    const award = awardOf(result, '联合培养/硕博培养');
    expect(award).toMatchObject({
      clause: '一（一）',
      kind: 'grant',
      family: 'cash',
      outcome: 'granted',
      min: yuan(500_000),
      max: yuan(500_000),
      by: ['市教育局'],
    });
    expect(award.steps).toMatchObject([
      { role: 'base', say: '6000元 × 60 + 1万元 × 30', min: yuan(660_000), max: yuan(660_000) },
      { role: 'cap', min: yuan(500_000), max: yuan(500_000), cutMin: yuan(160_000), cutMax: yuan(160_000) },
    ]);
    expect(result.totals.cash).toMatchObject({ min: yuan(500_000) });
    expect(result.notes).toContain('jinan-2026 是征求意见稿，自印发之日起施行');
    expect(result.inferred).toEqual(['高校']);
  });

  it('adds the two benefits of one measure', () => {
    const result = evaluate(policy, { 硕士: 60, 博士: 30, 订单式培养: true, 创新券总额: 0, 平台: [] });
    expect(awardOf(result, '联合培养/订单培养')).toMatchObject({ outcome: 'ceiling', min: 0, max: yuan(1_500_000) });
    expect(result.totals.cash).toEqual({ min: yuan(500_000), max: yuan(2_000_000) });
  });

  it('rounds a tenth of 1,234,567.89 once, half up', () => {
    const award = awardOf(evaluate(policy, { 创新券总额: yuan(1_234_567.89) }), '仪器共享');
    expect(award).toMatchObject({ benefit: null, outcome: 'granted', min: yuan(123_456.79), by: ['市科技局'] });
  });

  it('takes the matter of a platform from its kind', () => {
    const 平台 = [
      { 类型: '全国重点实验室', 角色: '牵头', 获批: true, 新认定: false },
      { 类型: '山东省重点实验室', 角色: '牵头', 获批: true, 新认定: true },
    ];
    const result = evaluate(policy, { 平台 });
    expect(awardOf(result, '创新平台/牵头国家级/1')).toMatchObject({
      matter: '全国重点实验室',
      outcome: 'ceiling',
      max: yuan(10_000_000),
    });
    expect(awardOf(result, '创新平台/省级/2')).toMatchObject({ matter: '山东省重点实验室', max: yuan(1_000_000) });
    expect(awardOf(result, '创新平台/参与国家级/1')).toMatchObject({ outcome: 'denied', min: 0, max: 0 });
  });
});

describe('the measure in Chinese', () => {
  it('is the measure of the file: the same awards, step for step', () => {
    const zh = onlyPolicy(compileSources({ 'jinan-2026.cuoshi': goldenFileChinese }));
    const en = onlyPolicy(compileSources({ 'jinan-2026.cuoshi': goldenFile }));
    const own = ({ awards }: ReturnType<typeof evaluate>) =>
      awards.filter((award) => award.measure === '联合培养').map(({ policy: _, ...award }) => award);
    for (const facts of [{ 硕士: 60, 博士: 30, 订单式培养: true }, { 硕士: 90, 订单式培养: false }, { 硕士: 1 }]) {
      expect(own(evaluate(zh, facts))).toEqual(own(evaluate(en, facts)));
    }
  });
});
