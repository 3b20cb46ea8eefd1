import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { makeReplay } from '../../compiler/replay.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import { hint, message } from '../../language/diagnostics/render.ts';
import { memoryHost } from '../harness/memory-host.ts';
import { runtimeSource } from '../harness/runtime-source.ts';

const replay = makeReplay(runtimeSource);

function between(source: string, others: Readonly<Record<string, string>> = {}): readonly Diagnostic[] {
  const files = { 'a.cuoshi': source, ...others };
  const { diagnostics } = compile(Object.keys(files), memoryHost(files), { replay });
  expect(diagnostics.filter((d) => d.severity === 'error' && d.finding === undefined)).toEqual([]);
  return diagnostics.filter((d) => d.code.startsWith('CS4'));
}

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map((d) => d.code);

const party =
  'party 高校 { 硕士: count, 博士: count, 经费: money, 名册: list of 名册项 }\nrecord 名册项 { 人数: count }\n';
const two = (extra: string, second = 'grant 3万元') =>
  `${party}measure 甲 { for 高校 about 人才 grant 5万元 }\nmeasure 乙 { for 高校 about 人才 ${extra} ${second} }\n`;

describe('an overlap', () => {
  it('says who is hit, both amounts, what they come to, and what to do', () => {
    const [found, ...others] = between(two('', 'grant 6000元 per 硕士'));
    expect(others).toEqual([]);
    expect(found && message(found, 'zh')).toBe(
      '“甲”与“乙”可能为同一申请人在“人才”上付两次，没有规则说付哪一项；例：高校，硕士 1：“甲”5万元 ＋ “乙”6000元，最多5.6万元',
    );
    expect(found && hint(found, 'zh', 'en')).toContain('stacks with 甲');
    expect(found?.related.map((r) => r.message.zh)).toEqual(['“甲”在这里']);
  });

  it.each([
    ['stacks with', 'stacks with 甲'],
    ['excludes', 'excludes 甲'],
    ['an acceptance', 'allow overlap with 甲 because "对象不同"'],
  ])('is settled by %s', (_, line) => {
    expect(between(two(line))).toEqual([]);
  });

  it('is settled from either side, and by a rule of the policy while both still pay', () => {
    expect(
      between(
        `policy 文 { level city }\n${two('').replace('about 人才 grant 5万元', 'about 人才 allow overlap with 乙 because "知道" grant 5万元')}`,
      ),
    ).toEqual([]);
    expect(between(`policy 文 { stacking highest }\n${two('', 'grant 6000元 per 硕士')}`)).toEqual([]);
  });

  it('of an older document ends where the newer one replaces it, or where it has expired', () => {
    const old = (to: string) =>
      `policy 旧 { level city effective 2023-01-01${to} }\nparty 高校 { 硕士: count }\nmeasure 甲 { for 高校 about 人才 grant 5万元 }\n`;
    const fresh = (line: string) =>
      `policy 新 { level city effective 2026-01-01 ${line} }\nparty 高校 { 硕士: count }\nmeasure 乙 { for 高校 about 人才 grant 3万元 }\n`;
    expect(codes(between(old(''), { 'b.cuoshi': fresh('') }))).toEqual(['CS4003']);
    expect(between(old(''), { 'b.cuoshi': fresh('replaces 旧') })).toEqual([]);
    expect(between(old(' to 2025-12-31'), { 'b.cuoshi': fresh('') })).toEqual([]);
  });

  it('that cannot be decided is told as such', () => {
    const [found, ...others] = between(
      `${party}measure 甲 { for 高校 about 人才 when 博士 >= 硕士 grant 经费 * 硕士 / 100 - 经费 * 博士 / 100 }\nmeasure 乙 { for 高校 about 人才 grant 3万元 }\n`,
    );
    expect(others).toEqual([]);
    expect(found?.code).toBe('CS4030');
    expect(found && message(found, 'zh')).toContain('两个事实相乘');
  });
});

describe('an acceptance', () => {
  it('that no longer applies is told', () => {
    const source = two('allow overlap with 甲 because "对象不同"').replace(
      'about 人才 grant 5万元',
      'about 住房 grant 5万元',
    );
    const [found, ...others] = between(source);
    expect(others).toEqual([]);
    expect(found?.code).toBe('CS4050');
    expect(found && message(found, 'zh')).toContain('“允许与 甲 重叠”不再适用');
  });
});

describe('a benefit without a matter', () => {
  it('is told, with the nearest matters in use or in the taxonomy', () => {
    const [found, ...others] = between(
      `use std.matters\n${party}measure 概念验证中心 { for 高校 grant 5万元 }\nmeasure 乙 { for 高校 about 人才 grant 3万元 }\n`,
    );
    expect(others).toEqual([]);
    expect(found?.code).toBe('CS4040');
    expect(found?.severity).toBe('info');
    expect(found && hint(found, 'zh', 'en')).toBe('加一行 about 事项，如：概念验证');
  });
});

describe('norms', () => {
  const entitle = (first: string, second: string) =>
    `${party}measure 甲 { for 高校 about 分配 entitle 高校 to ${first} }\nmeasure 乙 { for 高校 about 分配 entitle 高校 to ${second} }\n`;

  it.each([
    ['at most 30% of "基金规模"', 'at least 40% of "基金规模"', ['CS4020']],
    ['at most 30% of "基金规模"', 'at least 30% of "基金规模"', []],
    ['at most 30% of "基金规模"', 'at least 40% of "年度预算"', []],
    ['at most 30万元', 'at least 40%', []],
  ])('limits on one thing conflict where no figure keeps both: %s and %s', (one, other, expected) => {
    const source = `${party}measure 甲 { for 高校 hold "市财政出资" to ${one} }\nmeasure 乙 { for 高校 hold "市财政出资" to ${other} when 硕士 > 3 }\n`;
    expect(codes(between(source))).toEqual(expected);
  });

  it('conflict where one gives at least what the other does not allow', () => {
    const [found, ...others] = between(entitle('at least 70% of 经费', 'at most 50% of 经费 when 硕士 >= 3'));
    expect(others).toEqual([]);
    expect([found?.code, found?.severity, found?.finding]).toEqual(['CS4020', 'error', 'conflict']);
    expect(found && message(found, 'zh')).toContain('例：高校，硕士 3');
  });

  it.each([
    ['of figures that fit', 'at least 50% of 经费', 'at most 70% of 经费'],
    ['that touch', 'at least 50% of 经费', 'at most 50% of 经费'],
    ['of another base', 'at least 70% of 经费', 'at most 50% of "奖金"'],
    ['that never meet', 'at least 70% of 经费 when 硕士 < 3', 'at most 50% of 经费 when 硕士 >= 3'],
  ])('%s do not', (_, first, second) => {
    expect(between(entitle(first, second))).toEqual([]);
  });
});
