import { describe, expect, it } from 'vitest';
import { diffPolicies } from '../../compiler/analyse/diff/diff.ts';
import { diffJson } from '../../compiler/analyse/diff/diff-json.ts';
import type { MatterComparison, PolicyDiff } from '../../compiler/analyse/diff/model.ts';
import { diffText } from '../../compiler/analyse/diff/say-diff.ts';
import { makeReplay } from '../../compiler/replay.ts';
import { compileTexts } from '../harness/problems.ts';
import { runtimeSource } from '../harness/runtime-source.ts';

const replay = makeReplay(runtimeSource);

const declarations = `
enum 类型 { 全国, 省 }
enum 角色 { 牵头, 参与 }
record 平台 { 类型: 类型, 角色: 角色, 获批: bool }
party 高校 { 平台: list of 平台, 评优: bool, 硕士: count, 经费: money }
party 企业 { 平台: list of 平台 }
`;

function policy(name: string, measures: string) {
  const { policies, diagnostics } = compileTexts({
    'p.cuoshi': `policy ${name} "${name}" { level city }\n${declarations}${measures}`,
  });
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  return policies[0]!;
}

function compare(older: string, newer: string): PolicyDiff {
  return diffPolicies(policy('old', older), policy('new', newer), replay);
}

function only(diff: PolicyDiff): MatterComparison {
  expect(diff.compared.length).toBe(1);
  return diff.compared[0]!;
}

const laboratories = (lead: string, part: string, parties: string) => `measure 实验室 {
  for each 平台 of ${parties}
  about 类型
  grant 牵头: up to ${lead} after 评审 when 类型 is 全国 and 角色 is 牵头 and 获批
  grant 参与: up to ${part} after 评审 when 类型 is 全国 and 角色 is 参与 and 获批
}
`;
const masters = (amount: string) => `measure 培养 { for 高校 about 人才 grant ${amount} }\n`;

describe('two versions compared by what they pay', () => {
  it('finds who gains and who loses where one ceiling rises and another falls', () => {
    const matter = only(
      compare(laboratories('500万元', '300万元', '高校, 企业'), laboratories('1000万元', '100万元', '高校')),
    );
    expect(matter.matter).toBe('全国');
    expect(matter.verdict).toBe('incomparable');
    expect(matter.gain?.witness.facts).toMatchObject({
      party: ['高校'],
      平台: [{ 类型: '全国', 角色: '牵头', 获批: true }],
    });
    expect([matter.gain?.old, matter.gain?.new]).toEqual([
      { min: 0, max: 500_000_000 },
      { min: 0, max: 1_000_000_000 },
    ]);
    expect(matter.loss?.new.max ?? Number.NaN).toBeLessThan(matter.loss?.old.max ?? Number.NaN);
    expect(matter.parties).toEqual({ old: ['企业', '高校'], new: ['高校'] });
  });

  it.each([
    ['a higher rate', '6000元 per 硕士', '8000元 per 硕士', 'more-generous'],
    ['a lower cap', '6000元 per 硕士 cap 50万元', '6000元 per 硕士 cap 40万元', 'less-generous'],
    ['a higher rate under a lower cap', '6000元 per 硕士 cap 50万元', '8000元 per 硕士 cap 40万元', 'incomparable'],
    ['a new condition', '5万元', '5万元 when 评优', 'less-generous'],
    ['a condition less', '5万元 when 评优', '5万元', 'more-generous'],
    ['the same, written otherwise', '6000元 per 硕士 cap 50万元', '0.6万元 per 硕士 cap 500000', 'equivalent'],
    [
      'the same condition, written otherwise',
      '5万元 when not (硕士 < 3 or 评优)',
      '5万元 when 硕士 >= 3 and not 评优',
      'equivalent',
    ],
    [
      'a rate that pays the same within a cap',
      '10% of 经费 cap 30万元',
      '10% of 经费 cap 30万元 floor 0元',
      'equivalent',
    ],
    ['a sum instead of a rate', '10% of 经费 cap 30万元', '30万元', 'more-generous'],
  ] as const)('%s', (_, older, newer, verdict) => {
    expect(only(compare(masters(older), masters(newer))).verdict).toBe(verdict);
    // Seen from the other side, gain and loss change places.
    const mirrored =
      { 'more-generous': 'less-generous', 'less-generous': 'more-generous' }[verdict as string] ?? verdict;
    expect(only(compare(masters(newer), masters(older))).verdict).toBe(mirrored);
  });

  it('tells that a sum for the selected became a ceiling', () => {
    const matter = only(compare(masters('300万元 selected by 评价'), masters('up to 300万元 after 评价 when 评优')));
    expect(matter.verdict).toBe('less-generous');
    expect(matter.manner).toEqual({ old: ['selection'], new: ['ceiling'] });
    expect(matter.loss?.witness.facts).toMatchObject({ 评优: false });
  });

  it('lists what came and what went', () => {
    const diff = compare(
      `${masters('5万元')}measure 旧 { for 高校 about 旧事 grant 1万元 }`,
      `${masters('5万元')}measure 新 { for 高校 about 新事 grant 1万元 }`,
    );
    expect(diff.dropped.map((s) => s.benefit.measure)).toEqual(['旧']);
    expect(diff.added.map((s) => s.benefit.measure)).toEqual(['新']);
    expect(diff.replaces).toBe(false);
  });

  it('sets measures side by side that are said to continue one another', () => {
    const older =
      'measure 特色学院 { for 高校 about 产业学院 grant 5万元 }\nmeasure 旧 { for 高校 about 旧事 grant 1万元 }\n';
    const newer = 'measure 学院 { for 高校 about 人才 replaces 特色学院 grant 3万元 }\n';
    const diff = compare(older, newer);
    expect(only(diff)).toMatchObject({ matter: '特色学院 → 学院', verdict: 'less-generous' });
    expect(only(diff).loss).toMatchObject({ old: { max: 5_000_000 }, new: { max: 3_000_000 } });
    expect([diff.added, diff.dropped.map((s) => s.benefit.measure)]).toEqual([[], ['旧']]);
    // A matter in common aligns them already.
    expect(only(compare(older, newer.replace('人才', '产业学院'))).matter).toBe('产业学院');
    expect(compare(older, newer.replace(' replaces 特色学院', '')).compared).toEqual([]);
  });

  it('finds no difference between a version and itself, renamed and in another order', () => {
    const older = `${masters('5万元 when 评优')}${laboratories('500万元', '300万元', '高校')}`;
    const newer = `${laboratories('500万元', '300万元', '高校').replace('实验室', '平台建设')}${masters('5万元 when 评优').replace('培养', '育才')}`;
    const diff = compare(older, newer);
    expect(diff.compared.map((m) => m.verdict)).toEqual(['equivalent', 'equivalent']);
    expect([diff.added, diff.dropped]).toEqual([[], []]);
  });

  it('reads well and holds the same in JSON', () => {
    const diff = compare(masters('6000元 per 硕士'), masters('8000元 per 硕士'));
    expect(diffText(diff, 'zh')).toContain('▲ 受益　高校，硕士 1：6000元 → 8000元');
    expect(diffText(diff, 'en')).toContain('▲ gains　高校, 硕士 1: 6,000 yuan → 8,000 yuan');
    expect(diffJson(diff)).toMatchObject({
      compared: [
        {
          matter: '人才',
          verdict: 'more-generous',
          gain: {
            witness: { facts: { party: ['高校'], 硕士: 1 } },
            old: { min: '6000.00', max: '6000.00' },
            new: { min: '8000.00', max: '8000.00' },
          },
        },
      ],
    });
  });
});
