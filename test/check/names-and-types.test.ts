import { describe, expect, it } from 'vitest';
import { message } from '../../language/diagnostics/render.ts';
import { compileTexts, problemsIn, problemsOf } from '../harness/problems.ts';

const header = `use std.jinan
enum 等次 { 优秀, 良好, 合格 }
record 平台 { 名次: count, 级别: 等次 }
unit 平方米
party 高校 {
  硕士 alias master: count
  博士: count
  经费: money
  盈余: money signed
  比例: rate
  评级: 等次
  公办: bool
  成立: date
  场地: 平方米
  平台: list of 平台
}
party 企业 { 员工: count }
disjoint 高校, 企业
`;

/** A measure for 高校 with one benefit. */
const grant = (benefit: string, lines = '') =>
  `${header}measure 甲 {\n  for 高校\n  about 人才\n${lines}  ${benefit}\n}\n`;
const when = (condition: string) => grant(`grant 5万元 when ${condition}`);

describe('names', () => {
  it.each([
    ['an unknown fact, with a suggestion', when('硕土 >= 3'), ['CS2012 硕土']],
    ['an unknown fact, unlike any other', when('航天器 >= 3'), ['CS2011 航天器']],
    ['an unknown agency', grant('grant 5万元 by 市教育居'), ['CS2012 市教育居']],
    ['an unknown party', grant('grant 5万元').replace('for 高校', 'for 大专'), ['CS2011 大专']],
    ['a member of another enum', when('评级 is 不及格'), ['CS2053 不及格']],
    ['a keyword glued to a name', when('每硕士 >= 3'), ['CS2015 每硕士']],
    ['a field without an item', when('名次 >= 3'), ['CS2016 名次']],
    ['a former name of a body', grant('grant 5万元 by 市地方金融监管局'), ['CS2017 市地方金融监管局']],
    ['a fact of a party the measure is not for', when('员工 >= 3'), ['CS2020 员工']],
    ['an unknown module', `use std.jinam\n${header}`, ['CS2006 std.jinam']],
    ['a measure declared twice', `${grant('grant 5万元')}measure 甲 { for 高校 grant 1万元 }`, ['CS2010 甲']],
    ['a label used twice', grant('grant 一: 5万元\n  grant 一: 6万元'), ['CS2010 一']],
    ['a reserved fact name', `${header}party 个人 { applicant: bool }`, ['CS2014 applicant']],
    ['parties that are one another', `party 甲方 is 乙方\nparty 乙方 is 甲方`, ['CS2018 甲方']],
    [
      'disjoint parties of which one is the other',
      `party 甲方\nparty 乙方 is 甲方\ndisjoint 甲方, 乙方`,
      ['CS2019 乙方'],
    ],
  ])('%s', (_, source, expected) => {
    expect(problemsIn(source)).toEqual(expected);
  });

  it('names both places of a fact with two types', () => {
    const compilation = compileTexts({
      'a.cuoshi': 'party 高校 { 硕士: count }\n',
      'b.cuoshi': 'party 学院 { 硕士: money }\n',
    });
    expect(problemsOf(compilation)).toEqual(['CS2030 硕士']);
    const [problem] = compilation.diagnostics;
    expect(problem?.file).toBe('b.cuoshi');
    expect(problem?.related.map((r) => r.file)).toEqual(['a.cuoshi']);
    expect(problem && message(problem, 'zh')).toContain('数目 和 金额');
  });

  it('says which module an agency is in, when it is known but not used', () => {
    const used = 'use std.jinan\nparty 高校 { 硕士: count }\nmeasure 甲 { for 高校 grant 1元 per 硕士 by 市教育局 }\n';
    const compilation = compileTexts({
      'a.cuoshi': used,
      'b.cuoshi': used.replace('use std.jinan\n', '').replace('甲', '乙'),
    });
    expect(problemsOf(compilation)).toEqual(['CS2013 市教育局']);
  });

  it('takes facts, enums and records that are declared alike in two modules as one', () => {
    const shared =
      'matter 人才 "人才培养"\nagency 市科委 alias 科委\n' +
      'enum 等次 { 优秀, 良好 }\nrecord 平台 { 级别: 等次 }\nparty 高校 { 评级: 等次, 平台: list of 平台 }\n';
    const measure = (name: string) => `measure ${name} { for each 平台 of 高校 grant 1万元 when 级别 is 优秀 }\n`;
    const compilation = compileTexts({ 'a.cuoshi': shared + measure('甲'), 'b.cuoshi': shared + measure('乙') });
    expect(problemsOf(compilation)).toEqual([]);
    expect(compilation.policies.map((p) => p.name)).toEqual(['a', 'b']);
  });
});

describe('units and types', () => {
  it.each([
    ['money plus a count', grant('grant 6000元 + 硕士'), ['CS2040 6000元 + 硕士']],
    ['3元 + 5平方米', grant('grant 3元 + 5平方米'), ['CS2040 3元 + 5平方米']],
    ['money times money', grant('grant 经费 * 经费'), ['CS2041 经费 * 经费']],
    ['money compared with a count', when('经费 >= 硕士'), ['CS2042 硕士']],
    ['a date compared with a count', when('成立 >= 硕士'), ['CS2042 硕士']],
    ['a count where money is expected', grant('grant 硕士'), ['CS2044 硕士']],
    ['a condition that is a count', when('硕士'), ['CS2045 硕士']],
    ['a condition that is money', when('公办 and 经费'), ['CS2045 经费']],
    ['a share that is no rate', grant('grant 5 of 经费'), ['CS2046 5']],
    ['per money', grant('grant 5元 per 经费'), ['CS2047 经费']],
    ['a divisor that is a fact', grant('grant 经费 / 硕士'), ['CS2048 硕士']],
    ['a divisor of zero', grant('grant 经费 / 0'), ['CS2049 0']],
    ['a product of two facts in a condition', when('经费 * 硕士 >= 3万元'), ['CS2050 经费 * 硕士']],
    ['in for a number', when('硕士 in {优秀}'), ['CS2051 硕士']],
    ['a table over a count', grant('grant table 硕士 { 优秀: 1万元, otherwise: none }'), ['CS2054 硕士']],
    ['a row twice', grant('grant table 评级 { 优秀: 1万元, 优秀: 2万元, otherwise: none }'), ['CS2055 优秀']],
    ['a member missing from a table', grant('grant table 评级 { 优秀: 1万元, 良好: 5000元 }'), ['CS2056 评级']],
    ['a list as a value', when('平台 >= 3'), ['CS2057 平台']],
    ['each of what is no list', `${header}measure 甲 { for each 硕士 of 高校 grant 1万元 }`, ['CS2058 硕士']],
    ['dots on whole numbers', when('硕士 between 3..5'), ['CS2060 3..5']],
    ['two decisions in one benefit', grant('grant (3%..5%) of 经费 + (1%..2%) of 经费 after 评审'), ['CS2064 1%..2%']],
    ['a decision taken away', grant('grant 经费 - (1%..2%) of 经费 after 评审'), ['CS2065 1%..2%']],
  ])('%s', (_, source, expected) => {
    expect(problemsIn(source)).toEqual(expected);
  });

  it.each([
    ['a bare number is yuan where money is expected', 'grant 6000 per 硕士 cap 500000'],
    ['a rate of a sum', 'grant 10% of (经费 + 盈余) cap 30万元'],
    ['a price per area', 'grant 17元 * 场地'],
    [
      'a table whose rows are ceilings counts as one decision',
      'grant table 评级 { 优秀: up to 3万元, 良好: up to 1万元, otherwise: none } after 评审',
    ],
    [
      'conditions of every kind',
      'grant 5万元 when 公办 and 评级 in {优秀, 良好} and not (硕士 < 3 or 经费 * 100 >= 盈余 * 3) and 成立 >= 2020-01-01 and 比例 between 10%..20%',
    ],
    ['bool compared with yes', 'grant 5万元 when 公办 is yes'],
  ])('accepts: %s', (_, benefit) => {
    expect(problemsIn(grant(benefit))).toEqual([]);
  });

  it('tells an error once and is silent about what follows from it', () => {
    expect(problemsIn(grant('grant 硕土 * 6000元 + 博土 when 硕土 > 3'))).toEqual([
      'CS2012 硕土',
      'CS2012 博土',
      'CS2012 硕土',
    ]);
    expect(problemsIn(`party 高校 { 甲: 无此类 }\nmeasure 乙 { for 高校 grant 甲 + 3元 when 甲 }`)).toEqual([
      'CS2081 无此类',
    ]);
  });
});

describe('structure', () => {
  it.each([
    ['a measure for nobody', `${header}measure 甲 { grant 1万元 }`, ['CS3001 甲']],
    ['benefits without labels', grant('grant 1万元\n  grant 2万元'), ['CS3002 grant 1万元', 'CS3002 grant 2万元']],
    ['a cap per something else', grant('grant 10% of 经费 cap 3万元 per 企业'), ['CS3004 企业']],
    ['a denial without a reason', grant('grant 1万元', '  deny when 公办\n'), ['CS3005 deny when 公办']],
    [
      'a waiver with dots for a reason',
      `${grant('grant 1万元')}waive "13+34" because "…"`,
      ['CS3006 waive "13+34" because "…"'],
    ],
    ['a waiver without a reason', `${grant('grant 1万元')}waive "13+34"`, ['CS3006 waive "13+34"']],
    [
      'a force that ends before it begins',
      `policy 甲 { effective 2026-02-01 to 2026-01-01 }`,
      ['CS3007 effective 2026-02-01 to 2026-01-01'],
    ],
    ['a ceiling without a process', grant('grant up to 5万元'), ['CS3020 up to 5万元']],
    ['a ceiling with one', grant('grant up to 5万元 after 评审'), []],
    ['an open top without a process', grant('grant at least 5万元'), ['CS3020 at least 5万元']],
    ['a cap that never binds', grant('grant 5万元 cap 6万元'), ['CS3023 cap 6万元']],
    ['a floor above the cap', grant('grant 10% of 经费 floor 6万元 cap 5万元'), ['CS3024 floor 6万元']],
    ['a cap that binds', grant('grant 5万元 cap 4万元'), []],
    ['a pool without a rule', `use std.jinan\nbudget 资金 2亿元 per year by 市财政局`, ['CS3021 资金']],
    [
      'a pool whose years do not add up',
      `use std.jinan\nbudget 基金 4000万元 per year for 3 years total 1.5亿元 by 市财政局`,
      ['CS3021 基金', 'CS3025 1.5亿元'],
    ],
    [
      'an example that expects nothing',
      `${grant('grant 1万元')}example "空" of 甲 { 高校 { 硕士: 1 } }`,
      ['CS3030 example "空" of 甲 { 高校 { 硕士: 1 } }'],
    ],
    [
      'an example of no benefit',
      `${grant('grant 1万元')}example of 甲 { 高校 { 硕士: 1 } expect 乙 = 1元 }`,
      ['CS2011 乙'],
    ],
    ['a negative count', `${grant('grant 1万元')}example of 甲 { 高校 { 硕士: -1 } expect 甲 = 1元 }`, ['CS3034 -1']],
    [
      'a fraction of a person',
      `${grant('grant 1万元')}example of 甲 { 高校 { 硕士: 1.5 } expect 甲 = 1元 }`,
      ['CS3033 1.5'],
    ],
  ])('%s', (_, source, expected) => {
    expect(problemsIn(source)).toEqual(expected);
  });

  it('offers a fix where there is one', () => {
    const [problem] = compileTexts({ 'a.cuoshi': grant('grant 5万元 by 市教育居') }).diagnostics;
    expect(problem?.fixes[0]).toMatchObject({ title: { zh: '改为 市教育局' }, edits: [{ text: '市教育局' }] });
  });
});
