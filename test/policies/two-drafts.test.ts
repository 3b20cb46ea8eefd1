import { beforeAll, describe, expect, it } from 'vitest';
import { diffPolicies } from '../../compiler/analyse/diff/diff.ts';
import type { PolicyDiff } from '../../compiler/analyse/diff/model.ts';
import { type Compilation, compile } from '../../compiler/compile.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import { nodeHost } from '../../compiler/project/node-host.ts';
import { makeReplay } from '../../compiler/replay.ts';
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

  it('leading a 全国重点实验室 rises from 500万 to 1000万, taking part falls from 300万 to 100万', () => {
    const matter = of('全国重点实验室');
    expect(matter?.verdict).toBe('incomparable');
    expect([matter?.gain?.old.max, matter?.gain?.new.max]).toEqual([500_000_000, 1_000_000_000]);
    expect([matter?.loss?.old.max, matter?.loss?.new.max]).toEqual([300_000_000, 100_000_000]);
    expect(matter?.gain?.witness.facts).toMatchObject({ party: ['高校'], 平台: [{ 角色: '牵头' }] });
    expect(matter?.loss?.witness.facts).toMatchObject({ party: ['高校'], 平台: [{ 角色: '参与' }] });
    // Companies are no longer named.
    expect(matter?.parties).toEqual({ old: ['企业', '高校院所'], new: ['高校'] });
  });

  it('概念验证中心: 300万 for the selected becomes up to 300万 for the excellent', () => {
    const matter = of('概念验证');
    expect(matter?.manner).toEqual({ old: ['selection'], new: ['ceiling'] });
    expect(matter?.loss?.witness.facts).toMatchObject({ 概念验证中心: true, 概念验证评价优秀: false });
    expect([matter?.loss?.old.max, matter?.loss?.new.max]).toEqual([300_000_000, 0]);
  });

  it('特色学院: 500万 for the selected becomes up to 200万', () => {
    const matter = of('产业学院');
    expect(matter?.manner).toEqual({ old: ['selection'], new: ['ceiling'] });
    expect([matter?.loss?.old.max, matter?.loss?.new.max]).toEqual([500_000_000, 200_000_000]);
  });

  it('国家级大学科技园: 300万 becomes up to 1000万 leading and up to 100万 taking part', () => {
    const matter = of('国家大学科技园');
    expect(matter?.verdict).toBe('incomparable');
    expect([matter?.gain?.old.min, matter?.gain?.new.max]).toEqual([300_000_000, 1_000_000_000]);
    expect([matter?.loss?.old.min, matter?.loss?.new.max]).toEqual([300_000_000, 100_000_000]);
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
});
