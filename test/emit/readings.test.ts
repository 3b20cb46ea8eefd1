import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emitTypeScript } from '../../compiler/emit/typescript/emit.ts';
import { interpret } from '../../compiler/ir/interpret/interpret.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import { verify } from '../../compiler/ir/verify.ts';
import { loadModule } from '../../compiler/run/load-module.ts';
import type { EvaluateOptions, Facts, Result } from '../../stdlib/runtime/types.ts';
import { compileTexts, problemsIn } from '../harness/problems.ts';
import { runtimeSource } from '../harness/runtime-source.ts';

const header = `use std.jinan
party 高校 { 设备费: money, 人数: count, 公办: bool }
party 企业
policy 甲政策 "甲" { level city }
`;
const text = `${header}ruling 边界 甲 by 市财政局 on 2027-03-01 "函号"
measure 甲 {
  for 高校
  about 人才
  grant 两读: reading 边界 "两档都含270万元" { 甲: 3%, 乙: 4% } of 设备费 cap 50万元 when 公办
  grant 条件: up to 5万元 after 评审 when reading 口径 { 含: 人数 >= 10, 不含: 人数 > 10 }
  grant 三读: reading 三 { 一: 5万元, 二: 7000元 per 人数, 三: none } when reading 边界 "两档都含270万元" { 甲: 公办, 乙: 人数 > 3 }
}
measure 乙 { for 高校 about 人才 grant 6万元 when 人数 > 20 }
`;

function compiled(source: string): PolicyIr {
  const { policies, diagnostics } = compileTexts({ 'a.cuoshi': source });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return policies[0]!;
}

const policy = compiled(text);
const emitted = loadModule(emitTypeScript(policy, runtimeSource(), '0').javascript);
const plain = (result: Result): unknown => JSON.parse(JSON.stringify(result));
const awardOf = (facts: Facts, options: EvaluateOptions, benefit: string) =>
  interpret(policy, facts, options).awards.find((award) => award.benefit === benefit)!;

describe('what the text leaves to be read in several ways', () => {
  const facts: Facts = { party: ['高校'], 设备费: 100_000_000, 公办: true, 人数: 10 };
  const before = { asOf: '2027-02-28' } as const;

  it('is undecided, with what each reading gives', () => {
    expect(awardOf(facts, before, '两读')).toMatchObject({
      outcome: 'undecided',
      min: 3_000_000,
      max: 4_000_000,
      open: ['边界：两档都含270万元'],
      readings: [
        {
          reading: '边界',
          question: '两档都含270万元',
          options: [
            { option: '甲', outcome: 'granted', min: 3_000_000, max: 3_000_000 },
            { option: '乙', outcome: 'granted', min: 4_000_000, max: 4_000_000 },
          ],
        },
      ],
    });
    expect(awardOf(facts, before, '条件')).toMatchObject({
      outcome: 'undecided',
      min: 0,
      max: 5_000_000,
      readings: [
        {
          options: [
            { option: '含', outcome: 'ceiling' },
            { option: '不含', outcome: 'denied' },
          ],
        },
      ],
    });
  });

  it('does not matter where both readings come to the same', () => {
    expect(awardOf({ ...facts, 设备费: 100_000_000_00 }, before, '两读')).toMatchObject({
      outcome: 'granted',
      max: 50_000_000,
    });
    expect(awardOf({ ...facts, 人数: 11 }, before, '条件').readings).toBeUndefined();
  });

  it('asks for facts first, and says what each reading gives without them', () => {
    const { 公办: _, ...unknown } = facts;
    const award = awardOf(unknown, before, '两读');
    expect(award).toMatchObject({
      outcome: 'needs',
      readings: [{ options: [{ outcome: 'needs' }, { outcome: 'needs' }] }],
    });
  });

  it('is settled by a ruling from its day on, and otherwise only by a trial of the run', () => {
    const ruled = awardOf(facts, { asOf: '2027-03-01' }, '两读');
    expect(ruled).toMatchObject({ outcome: 'granted', min: 3_000_000 });
    expect(ruled.notes).toEqual(['边界：按市财政局 2027-03-01 的裁定（函号），取“甲”']);
    const tried = awardOf(facts, { asOf: '2027-03-01', readings: { 边界: '乙' } }, '两读');
    expect(tried).toMatchObject({ outcome: 'granted', min: 4_000_000, notes: ['边界：本次试按“乙”计算'] });
    expect(awardOf(facts, { ...before, readings: { 边界: '丙' } }, '两读').outcome).toBe('undecided');
  });

  it('keeps the invariants of the IR', () => expect(verify(policy)).toEqual([]));

  it('is evaluated by the emitted module as by the interpreter', () => {
    const option = (...names: string[]) => fc.option(fc.constantFrom(...names), { nil: undefined });
    const records = fc.record(
      {
        party: fc.constantFrom(['高校'], ['企业']),
        设备费: fc.constantFrom(0, 1, 100_000_000, 1_250_000_000, 1_700_000_000),
        人数: fc.constantFrom(0, 3, 4, 10, 11, 21),
        公办: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    const readings = fc.record({
      边界: option('甲', '乙', '丙'),
      口径: option('含', '不含'),
      三: option('一', '二', '三'),
    });
    const property = fc.property(
      records,
      readings,
      fc.constantFrom('2027-02-28', '2027-03-01'),
      fc.constantFrom('zh', 'en'),
      fc.option(fc.constantFrom(0, 3_000_000, true, false), { nil: undefined }),
      (facts, tried, asOf, lang, decision) => {
        const given = Object.fromEntries(Object.entries(tried).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])));
        const decisions = decision === undefined ? {} : { '甲/条件': decision };
        const options = { asOf, lang, readings: given, decisions } as EvaluateOptions;
        expect(plain(emitted.evaluate(facts as Facts, options))).toEqual(
          plain(interpret(policy, facts as Facts, options)),
        );
      },
    );
    fc.assert(property, { numRuns: 600 });
  });
});

describe('readings and rulings are checked', () => {
  const measure = (lines: string, above = '') =>
    `${header}${above}measure 甲 {\n  for 高校\n  about 人才\n  ${lines}\n}\n`;
  const two = 'grant reading 边界 { 甲: 3万元, 乙: 4万元 }';
  it.each([
    ['one way only', measure('grant reading 边界 { 甲: 3万元 }'), ['CS3016 reading 边界 { 甲: 3万元 }']],
    ['two types', measure('grant reading 边界 { 甲: 3万元, 乙: 公办 }'), ['CS2043 公办']],
    ['other options elsewhere', measure(`${two} when reading 边界 { 丙: 公办, 丁: 人数 > 1 }`), ['CS3017 边界']],
    ['a ruling on nothing', measure(two, 'ruling 界限 甲 by 市财政局 on 2027-03-01\n'), ['CS2011 界限']],
    ['a ruling for no option', measure(two, 'ruling 边界 丙 by 市财政局 on 2027-03-01\n'), ['CS2011 丙']],
    ['a ruling by nobody', measure(two, 'ruling 边界 甲 on 2027-03-01\n'), ['CS3019 ruling 边界 甲 on 2027-03-01']],
    ['a ruling of no day', measure(two, 'ruling 边界 甲 by 市财政局\n'), ['CS3019 ruling 边界 甲 by 市财政局']],
    [
      'two rulings',
      measure(two, 'ruling 边界 甲 by 市财政局 on 2027-03-01\nruling 边界 乙 by 市财政局 on 2027-04-01\n'),
      ['CS3018 ruling 边界 乙 by 市财政局 on 2027-04-01'],
    ],
  ])('%s', (_, source, expected) => expect(problemsIn(source)).toEqual(expected));
});
