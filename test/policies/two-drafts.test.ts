import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { diffPolicies } from '../../compiler/analyse/diff/diff.ts';
import {
  type Aspect,
  type Direction,
  isEmpty,
  type MatterComparison,
  type PolicyDiff,
} from '../../compiler/analyse/diff/model.ts';
import { type Compilation, compile } from '../../compiler/compile.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import { nodeHost } from '../../compiler/project/node-host.ts';
import { makeReplay } from '../../compiler/replay.ts';
import { formatSource } from '../../language/formatter/format.ts';
import { compileTexts } from '../harness/problems.ts';
import { runtimeSource } from '../harness/runtime-source.ts';

/** The 2023 draft beside the 2026 one. What is expected here was read off the two official texts. */

const replay = makeReplay(runtimeSource);
let both: Compilation;
let older: PolicyIr;
let newer: PolicyIr;

beforeAll(() => {
  both = compile(['policies/jinan-2023', 'policies/jinan-2026'], nodeHost, { replay });
  const named = (name: string) => {
    const policy = both.policies.find((p) => p.name === name);
    if (policy === undefined) throw new Error(`${name} has errors`);
    return policy;
  };
  older = named('jinan-2023');
  newer = named('jinan-2026');
});

interface WitnessJson {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly matter: string;
  readonly amounts: readonly { readonly measure: string; readonly min: string; readonly max: string | null }[];
}

describe('what the two drafts make of each other', () => {
  it('finds the measures of both that pay on one matter, and nothing else', () => {
    const findings = both.diagnostics.filter((d) => d.finding !== undefined);
    expect(
      findings.map((d) => [d.finding, ...(d.measures ?? []), (d.witness as WitnessJson).matter, d.settled]),
    ).toEqual([
      ['stale', '重点实验室', '创新平台', '全国重点实验室', true],
      ['stale', '大学科技园建设', '创新平台', '国家大学科技园', true],
      ['stale', '概念验证中心建设', '概念验证中心', '概念验证', true],
      ['stale', '特色学院', '产业学院', '产业学院', true],
    ]);
  });

  it.each([
    [
      '全国重点实验室',
      { 平台: [{ 类型: '全国重点实验室', 角色: '牵头', 获批: true, 科技部批准: true, 在济注册: true }] },
      '5000000.00',
      '10000000.00',
    ],
    [
      '国家大学科技园',
      { 平台: [{ 类型: '国家大学科技园', 角色: '牵头', 获批: true, 新认定: true }] },
      '3000000.00',
      '10000000.00',
    ],
    ['概念验证', { 概念验证中心: true, 概念验证评价优秀: true }, '3000000.00', '3000000.00'],
    ['产业学院', { 共建产业学院: true, 新建产业学院: true }, '5000000.00', '2000000.00'],
  ])('%s: the applicant and both amounts', (matter, facts, old, now) => {
    const found = both.diagnostics.map((d) => d.witness as WitnessJson | undefined).find((w) => w?.matter === matter);
    expect(found?.facts).toEqual({ party: ['高校'], ...facts });
    expect(found?.amounts.map((a) => a.max)).toEqual([old, now]);
  });

  it('is silent about each draft by itself', () => {
    for (const path of ['policies/jinan-2023', 'policies/jinan-2026']) {
      const alone = compile([path], nodeHost, { replay });
      expect(alone.diagnostics.filter((d) => d.finding !== undefined)).toEqual([]);
    }
  });
});

describe('the 2023 draft compared with the 2026 one', () => {
  let diff: PolicyDiff;
  beforeAll(() => {
    diff = diffPolicies(older, newer, replay);
  });
  const of = (matter: string) => diff.compared.find((m) => m.matter === matter);

  it('repeals nothing, and pays on five matters of the older one', () => {
    expect(diff.replaces).toBe(false);
    expect(diff.compared.map((m) => m.matter).sort()).toEqual(
      ['产业学院', '全国重点实验室', '概念验证', '国家大学科技园', '成果产业化'].sort(),
    );
  });

  const wan = (fen: number | null | undefined) => (typeof fen === 'number' ? fen / 1_000_000 : fen);
  const atMost = (d: Direction | undefined) => [
    wan(d?.largest.by),
    d?.largest.proved,
    wan(d?.amongBoth?.by),
    d?.amongBoth?.proved,
  ];

  it('leading a 全国重点实验室 rises from 500万 to 1000万, taking part falls from 300万 to 100万', () => {
    const matter = of('全国重点实验室');
    expect([matter?.by, matter?.verdict, matter?.amongBoth]).toEqual(['matter', 'incomparable', 'incomparable']);
    expect([matter?.gain?.old.max, matter?.gain?.new.max]).toEqual([500_000_000, 1_000_000_000]);
    expect([matter?.loss?.old.max, matter?.loss?.new.max]).toEqual([300_000_000, 100_000_000]);
    expect(matter?.gain?.witness.facts).toMatchObject({ party: ['高校'], 平台: [{ 角色: '牵头' }] });
    expect(matter?.loss?.witness.facts).toMatchObject({ party: ['高校'], 平台: [{ 角色: '参与' }] });
    // Of those whom both pay, a leader gains 500万 and a participant loses 200万; beyond them the sums of one version alone.
    expect(atMost(matter?.gain)).toEqual([1000, true, 500, true]);
    expect(atMost(matter?.loss)).toEqual([500, true, 200, true]);
    // Companies are no longer named; approval is no longer the ministry's alone, and registration in the city is not asked for.
    expect(matter?.parties).toEqual({ old: ['企业', '高校院所'], new: ['高校'] });
    expect(said(matter, 'condition')).toEqual([['科技部批准', '在济注册'], ['获批']]);
    expect(matter?.bodies).toBeUndefined();
    expect(matter?.manner).toBeUndefined();
  });

  it('概念验证中心: 300万 for the selected becomes up to 300万 for the excellent', () => {
    const matter = of('概念验证');
    expect(matter?.manner).toEqual({ old: ['selection'], new: ['ceiling'] });
    // Whom both pay get the same: what changed is whom they pay.
    expect([matter?.verdict, matter?.amongBoth]).toEqual(['incomparable', 'equivalent']);
    expect(matter?.onlyBefore?.witness.facts).toMatchObject({ 概念验证中心: true, 概念验证评价优秀: false });
    expect([matter?.onlyBefore?.old.max, matter?.onlyBefore?.new.max]).toEqual([300_000_000, 0]);
    expect(atMost(matter?.loss)).toEqual([300, true, undefined, undefined]);
    expect(said(matter, 'condition')).toEqual([['概念验证中心'], ['概念验证评价优秀']]);
    expect(matter?.parties).toEqual({ old: ['高校院所'], new: ['高校'] });
  });

  it('概念验证中心: said to be one thing, the condition is only narrower', () => {
    const align = [{ old: '概念验证中心', new: '概念验证评价优秀' }];
    const matter = diffPolicies(older, newer, replay, { align }).compared.find((m) => m.matter === '概念验证');
    // What is left are the institutes, that are no longer named.
    expect([matter?.verdict, matter?.gain, matter?.onlyNow]).toEqual(['less-generous', undefined, undefined]);
  });

  it('特色学院: 500万 for the selected becomes up to 200万', () => {
    const matter = of('产业学院');
    expect(matter?.manner).toEqual({ old: ['selection'], new: ['ceiling'] });
    expect([matter?.loss?.old.max, matter?.loss?.new.max]).toEqual([500_000_000, 200_000_000]);
    expect([matter?.verdict, matter?.amongBoth]).toEqual(['incomparable', 'less-generous']);
    expect(atMost(matter?.loss)).toEqual([500, true, 300, true]);
    const align = [{ old: '共建产业学院', new: '新建产业学院' }];
    const aligned = diffPolicies(older, newer, replay, { align }).compared.find((m) => m.matter === '产业学院');
    expect([aligned?.verdict, aligned?.onlyBefore, aligned?.onlyNow]).toEqual(['less-generous', undefined, undefined]);
    expect(atMost(aligned?.loss)).toEqual([300, true, 300, true]);
  });

  it('国家级大学科技园: 300万 becomes up to 1000万 leading and up to 100万 taking part', () => {
    const matter = of('国家大学科技园');
    expect([matter?.verdict, matter?.amongBoth]).toEqual(['incomparable', 'incomparable']);
    expect([matter?.gain?.old, matter?.gain?.new]).toEqual([
      { min: 300_000_000, max: 300_000_000 },
      { min: 0, max: 1_000_000_000 },
    ]);
    expect([matter?.loss?.old.min, matter?.loss?.new.max]).toEqual([300_000_000, 100_000_000]);
    expect(atMost(matter?.gain)).toEqual([1000, true, 700, true]);
    expect(atMost(matter?.loss)).toEqual([300, true, 200, true]);
    expect(matter?.manner).toEqual({ old: ['entitlement'], new: ['ceiling'] });
    expect(matter?.bodies?.new).toEqual(['市科技局']);
    expect(matter?.parties).toEqual({ old: ['企业', '高校院所'], new: ['高校'] });
  });

  it('成果产业化: shares of no named sum become shares of up to 300万', () => {
    const matter = of('成果产业化');
    expect(matter?.manner).toEqual({ old: ['open'], new: ['ceiling'] });
    expect([matter?.verdict, matter?.amongBoth]).toEqual(['incomparable', 'less-generous']);
    expect(matter?.loss?.largest.by).toBeNull();
    expect(said(matter, 'process')).toEqual([['尽职调查'], []]);
    expect(said(matter, 'pool')).toEqual([['天使基金'], []]);
  });

  it('both stay in force: four matters meet, and the rule of 2026 settles them; what names no sum meets nothing', () => {
    expect(
      diff.together.findings.map((f) => [f.matter, ...f.measures.map((s) => s.benefit.measure), f.settled]),
    ).toEqual([
      ['产业学院', '特色学院', '产业学院', true],
      ['全国重点实验室', '重点实验室', '创新平台', true],
      ['概念验证', '概念验证中心建设', '概念验证中心', true],
      ['国家大学科技园', '大学科技园建设', '创新平台', true],
    ]);
  });

  it('tells the funds, the rules and the targets that came and went', () => {
    expect(diff.items.map((i) => [i.what, i.name.zh, i.old?.zh, i.new?.zh])).toEqual([
      ['pool', '天使基金', '每年5000万元，共3年（市财政局、市科技局）', undefined],
      ['pool', '市校融合资金', undefined, '每年2亿元（市财政局、市教育局、市科技局）'],
      ['rule', '叠加规则', undefined, '与其他政策就高'],
      ['setting', '施行', '2023-01-01 起', '自印发之日起'],
      ['setting', '牵头', undefined, '市教育局、市科技局'],
    ]);
    const targets = (norms: PolicyDiff['norms']['added']) =>
      norms.filter((n) => n.modality === 'target').map((n) => `${n.object} ${n.year}`);
    expect(targets(diff.norms.dropped)).toEqual([
      '技术合同成交额 2023',
      '技术合同成交额 2025',
      '高校院所技术合同成交额 2025',
      '技术转移服务机构 2025',
      '专业技术转移人才 2025',
      '大学科技园 2025',
      '科技型中小企业 2025',
      '高新技术企业 2025',
      '技术经纪人 2025',
      '高价值专利培育中心 2025',
      '专利导航项目 2025',
      '推介高价值成果 2025',
      '参股重大科技成果 2025',
      '建成省级高新区 2023',
    ]);
    expect(targets(diff.norms.added)).toEqual([]);
  });

  it('lists what 2026 adds and what only 2023 had', () => {
    const names = (sides: PolicyDiff['added']) => [...new Set(sides.map((s) => s.benefit.measure))];
    expect(names(diff.added)).toEqual([
      '联合培养',
      '拔尖后备',
      '贯通培养',
      '产业教授',
      '创新团队',
      '带头人工作室',
      '集聚区',
      '创新平台',
      '技术研发中心',
      '仪器共享',
      '融合激励',
    ]);
    expect(names(diff.dropped)).toEqual([
      '一流学科',
      '双创载体',
      '大学科技园建设',
      '中试基地',
      '转移服务机构',
      '高企培育',
      '技术合同补助',
      '成果购买补助',
      '创投基金出资',
    ]);
  });

  it('says what each of them pays at most, and on which kinds', () => {
    const most = (sides: PolicyDiff['added']) =>
      sides.map((s) => [
        `${s.benefit.measure}/${s.benefit.label ?? ''}`,
        wan(s.most),
        s.matters.length > 1 ? s.matters : s.matters[0],
      ]);
    expect(most(diff.added)).toEqual([
      ['联合培养/硕博培养', 50, '高层次人才培养'],
      ['联合培养/订单培养', 150, '高层次人才培养'],
      ['拔尖后备/', 200, '拔尖后备人才培养'],
      ['贯通培养/中职贯通', 50, '技能人才贯通培养'],
      ['贯通培养/高职分段', 50, '技能人才贯通培养'],
      ['产业教授/', 100, '产业教授'],
      ['创新团队/', 200, '创新团队'],
      ['带头人工作室/', 50, '带头人工作室'],
      ['集聚区/', 300, '人才集聚区'],
      ['创新平台/牵头国家级', 1000, ['国家一带一路联合实验室', '国家技术创新中心']],
      ['创新平台/参与国家级', 100, ['国家一带一路联合实验室', '国家技术创新中心']],
      ['创新平台/省级', 100, '山东省重点实验室'],
      ['技术研发中心/', 500, '技术研发中心'],
      ['仪器共享/', 30, '科研仪器共享'],
      ['融合激励/', 50, '市校融合贡献'],
    ]);
    expect(most(diff.dropped)).toEqual([
      ['一流学科/国家一流', 500, '学科建设'],
      ['一流学科/省一流', 300, '学科建设'],
      ['双创载体/孵化器', 500, '创业孵化'],
      ['双创载体/众创空间补助', 100, '创业孵化'],
      ['大学科技园建设/省级', 100, '省级大学科技园'],
      ['中试基地/', 50, '中试示范'],
      ['转移服务机构/', 20, '技术转移服务'],
      ['高企培育/规上', 25, '高新技术企业认定'],
      ['高企培育/其他企业', 20, '高新技术企业认定'],
      ['技术合同补助/', 100, '技术合同交易'],
      ['成果购买补助/', 100, '技术成果购买'],
      ['创投基金出资/', null, '科技金融'],
    ]);
  });

  it('each draft differs from itself in nothing, nor in the other vocabulary', async () => {
    for (const [path, policy] of [
      ['policies/jinan-2023/jinan-2023.cuoshi', older],
      ['policies/jinan-2026/jinan-2026.cuoshi', newer],
    ] as const) {
      const { text: zh } = await formatSource(readFileSync(path, 'utf8'), { keywords: 'zh', width: 60 });
      const { policies } = compileTexts({ 'p.cuoshi': zh });
      expect(policies.length).toBe(1);
      expect(isEmpty(diffPolicies(policy, policies[0]!, replay))).toBe(true);
    }
  });
});

function said(matter: MatterComparison | undefined, aspect: Aspect): readonly (readonly string[])[] {
  const detail = matter?.details.find((d) => d.aspect === aspect);
  return detail === undefined ? [] : [detail.old, detail.new].map((side) => side.map(({ zh }) => zh));
}
