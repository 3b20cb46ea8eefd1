import { describe, expect, it } from 'vitest';
import { compileTexts, problemsIn } from '../harness/problems.ts';

const header = `use std.jinan
unit 平方米
enum 等次 { 优秀, 良好, 合格 }
record 贷款 { 已备案: bool, 利息: money, 级别: 等次 }
party 高校 {
  硕士: count
  设备费: money
  评级: 等次
  公办: bool
  成立: date
  面积: 平方米
  租期: duration
  贷款: list of 贷款
}
`;
const grant = (benefit: string) => `${header}measure 甲 {\n  for 高校\n  about 人才\n  ${benefit}\n}\n`;

/** The first fix of the one diagnostic with this code, applied. */
function fixed(source: string, code: string, index = 0): string {
  const found = compileTexts({ 'a.cuoshi': source }).diagnostics.find((d) => d.code === code);
  const edits = [...(found?.fixes[index]?.edits ?? [])].sort((a, b) => b.span.start - a.span.start);
  expect(edits.length).toBeGreaterThan(0);
  return edits.reduce((text, { span, text: to }) => text.slice(0, span.start) + to + text.slice(span.end), source);
}

describe('which one of its kind an item is', () => {
  const nth = (grants: string, whom = 'for each 贷款 of 高校') =>
    `${header}measure 甲 {\n  ${whom}\n  about 人才\n  ${grants}\n}\n`;

  it.each([
    ['well written', nth('grant nth 贷款 per 级别 per year { 1: 90%, 2 to 4: 35%, otherwise: none } of 利息'), []],
    ['where nothing is given for each', nth('grant nth 贷款 { 1: 1万元 }', 'for 高校'), ['CS3134 贷款']],
    ['told apart by a figure', nth('grant nth 贷款 per 利息 { 1: 1万元 }'), ['CS3135 利息']],
    ['told apart by a fact of the party', nth('grant nth 贷款 per 评级 { 1: 1万元 }'), ['CS3135 评级']],
    ['whose rows meet', nth('grant nth 贷款 { 1 to 2: 1万元, 2: 3万元 }'), ['CS3136 2: 3万元']],
    ['from 0', nth('grant nth 贷款 { 0: 1万元 }'), ['CS3136 0: 1万元']],
    ['in a condition', nth('grant 1万元 when nth 贷款 { 1: 2 } >= 1'), ['CS3138 nth 贷款 { 1: 2 }']],
    ['in a cap', nth('grant 利息 cap nth 贷款 { 1: 2元 }'), ['CS3138 nth 贷款 { 1: 2元 }']],
    ['with rows of other kinds', nth('grant nth 贷款 { 1: 1万元, 2: 3% }'), ['CS2043 3%']],
    ['otherwise, of years', nth('grant over 1 years from 成立 { 1: 9%, otherwise: 1% } of 利息'), ['CS1059 1%']],
  ])('%s', (_, source, expected) => {
    expect(problemsIn(source)).toEqual(expected);
  });
});

describe('how many items of one applicant are paid', () => {
  const quota = (line: string, whom = 'for each 贷款 of 高校') =>
    `${header}measure 甲 {\n  ${whom}\n  about 人才\n  ${line}\n  grant 10% of 利息\n}\n`;

  it.each([
    ['well written', quota('at most 2 贷款 per 高校 per year ranked by 利息 in order of 贷款'), []],
    ['of each value of an enum', quota('at most 2 贷款 per 级别 in order of 贷款'), []],
    ['without an order', quota('at most 2 贷款 per 高校'), ['CS3154 at most 2 贷款 per 高校']],
    [
      'where nothing is given for each',
      quota('at most 2 贷款 per 高校', 'for 高校').replace('grant 10% of 利息', 'grant 1万元'),
      ['CS3150 贷款'],
    ],
    ['of nothing', quota('at most 0 贷款 per 高校'), ['CS3060 0']],
    ['of money', quota('at most 30万元'), ['CS3158 at most 30万元']],
    ['by a figure', quota('at most 2 贷款 per 利息 in order of 贷款'), ['CS3151 利息']],
    ['by a fact of the party', quota('at most 2 贷款 per 评级 in order of 贷款'), ['CS3151 评级']],
    ['ranked by what is the same for all', quota('at most 2 贷款 per 高校 ranked by 硕士'), ['CS3152 硕士']],
    [
      'ranked after the order of the list',
      quota('at most 2 贷款 per 高校 in order of 贷款 ranked by 利息'),
      ['CS3153 ranked by 利息'],
    ],
  ])('%s', (_, source, expected) => {
    expect(problemsIn(source)).toEqual(expected);
  });
});

describe('figures of lists', () => {
  it.each([
    ['of what is no list', 'grant 1万元 * number of 硕士', ['CS2058 硕士']],
    ['whose condition is a figure', 'grant 1万元 * number of 贷款 where 利息', ['CS2067 利息']],
    ['a comparison that reaches beyond the list', 'grant 1万元 when number of 贷款 where 利息 >= 2', ['CS2067 利息']],
    ['within one another', 'grant sum of (number of 贷款) of 贷款', ['CS2066 number of 贷款']],
    ['with a decision in them', 'grant best of 贷款: (3%..7%) of 利息 after 评审', ['CS2065 3%..7%']],
    ['of what is no number', 'grant sum of 级别 of 贷款', ['CS2043 级别']],
    ['that are no money', 'grant number of 贷款', ['CS2044 number of 贷款']],
    ['a field outside of the list', 'grant best of 贷款: 利息 when 已备案', ['CS2016 已备案']],
  ])('%s', (_, benefit, expected) => {
    expect(problemsIn(grant(benefit))).toEqual(expected);
  });

  it.each([
    'grant best of 贷款 where 已备案: 40% of 利息 cap 5万元',
    'grant 1万元 * number of 贷款 where 已备案 and 级别 is 优秀 when number of 贷款 where 已备案 >= 2 and 公办',
    'grant 5% of sum of 利息 of 贷款 where 利息 >= 2万元',
    'grant highest of (10% of 利息) of 贷款 when sum of 利息 of 贷款 between 3万元..6万元',
  ])('well written: %s', (benefit) => {
    expect(problemsIn(grant(benefit))).toEqual([]);
  });
});

describe('bands', () => {
  const bands = (rows: string, of = '设备费', mode = 'whole') => grant(`grant bands ${of} ${mode} { ${rows} }`);
  it.each([
    ['well written', '40万元..90万元: 3%, 90万元..260万元: 4%, 260万元..: 6%', []],
    ['a sum, a rate, nothing', '..40万元: none, 40万元..90万元: 3%', []],
    ['both ends included of fen', '0元 to 599.99元: 3%, 600元 to 999元: 4%', []],
    ['that touch twice', '40万元..=90万元: 3%, 90万元..: 4%', ['CS3043 90万元..']],
    ['that touch twice in words', '40万元 to 90万元: 3%, 90万元 to 99万元: 4%', ['CS3043 90万元 to 99万元']],
    ['that overlap', '40万元..90万元: 3%, 80万元..: 4%', ['CS3042 80万元..']],
    ['one open at the top and one above', '40万元..: 3%, 80万元..: 4%', ['CS3042 80万元..']],
    ['with a gap', '40万元..80万元: 3%, 90万元..: 4%', ['CS3044 90万元..']],
    ['with a gap of one fen', '40万元..80万元: 3%, 80万元>..: 4%', ['CS3044 80万元>..']],
    ['with a gap that is said', '40万元..80万元: 3%, 90万元..: 4%, otherwise: none', []],
    ['out of order', '90万元..: 4%, 40万元..90万元: 3%', ['CS3045 90万元..']],
    ['upside down', '90万元..40万元: 3%', ['CS3041 90万元..40万元']],
    ['whose end is a fact', '40万元..设备费: 3%', ['CS3040 设备费']],
    ['whose end is of another unit', '40万元..90平方米: 3%', ['CS2042 90平方米']],
    ['where the amount falls', '40万元..90万元: 4%, 90万元..: 3%', ['CS3046 90万元..: 3%']],
    ['where a sum falls to a share', '40万元..90万元: 10万元, 90万元..: 3%', ['CS3046 90万元..: 3%']],
    ['of rates and sums alike', '40万元..90万元: 4%, 90万元..: 90000元', []],
  ])('%s', (_, rows, expected) => {
    expect(problemsIn(bands(rows))).toEqual(expected);
  });

  it.each([
    ['of whole numbers with dots', bands('1..9: 1万元', '硕士'), ['CS2060 1..9']],
    ['of whole numbers that meet', bands('1 to 9: 1万元, 10 to 19: 2万元', '硕士'), []],
    ['of whole numbers with a gap', bands('1 to 9: 1万元, 11 to 19: 2万元', '硕士'), ['CS3044 11 to 19']],
    ['by part, with a sum', bands('0元..9万元: 1万元', '设备费', 'marginal'), ['CS3047 1万元']],
    ['by part, where rates fall', bands('0元..9万元: 40%, 9万元..: 3%', '设备费', 'marginal'), []],
    ['of an enum', bands('优秀: 1万元', '评级'), ['CS2043 评级']],
  ])('%s', (_, source, expected) => {
    expect(problemsIn(source)).toEqual(expected);
  });

  it('that touch twice are parted in either of two ways', () => {
    const source = bands('40万元..=90万元: 3%, 90万元..: 4%');
    expect(fixed(source, 'CS3043')).toContain('40万元..90万元: 3%, 90万元..: 4%');
    expect(fixed(source, 'CS3043', 1)).toContain('40万元..=90万元: 3%, 90万元>..: 4%');
    for (const index of [0, 1]) expect(problemsIn(fixed(source, 'CS3043', index))).toEqual([]);
  });

  it('out of order are put in order', () => {
    const source = bands('90万元..: 4%, 40万元..90万元: 3%');
    expect(fixed(source, 'CS3045')).toContain('{ 40万元..90万元: 3%, 90万元..: 4% }');
  });
});

describe('uplifts', () => {
  it.each([
    ['points', 'grant 4% of 设备费 plus 1 points when 公办', []],
    ['a factor and a sum instead', 'grant 4% of 设备费 times 1.3 when 公办 instead 2万元 when 硕士 >= 9', []],
    ['points or a factor', 'grant 4% of 设备费 plus 4% when 公办', ['CS3050 plus 4% when 公办']],
    ['points on a sum', 'grant 4万元 plus 1 points when 公办', ['CS3053 plus 1 points when 公办']],
    ['another rate for a sum', 'grant 4万元 instead 5% when 公办', ['CS3053 5%']],
    ['a factor that is a fact', 'grant 4% of 设备费 times 硕士 when 公办', ['CS3052 硕士']],
    ['no condition', 'grant 4% of 设备费 plus 1 points', ['CS3055 plus 1 points']],
    [
      'two instead at once',
      'grant 4% of 设备费 instead 5% when 公办 instead 6% when 硕士 >= 9',
      ['CS3056 instead 6% when 硕士 >= 9'],
    ],
    ['two instead, never at once', 'grant 4% of 设备费 instead 5% when 硕士 < 9 instead 6% when 硕士 >= 9', []],
    [
      'two instead, kept apart by the condition of the benefit',
      'grant 4% of 设备费 instead 5% when 公办 instead 6% when 硕士 >= 9 when not 公办 or 硕士 < 9',
      [],
    ],
    [
      'two instead at once, of a list',
      'grant 4% of 设备费 instead 5% when 公办 instead 6% when number of 贷款 >= 2',
      ['CS3056 instead 6% when number of 贷款 >= 2'],
    ],
  ])('%s', (_, benefit, expected) => {
    expect(problemsIn(grant(benefit))).toEqual(expected);
  });

  it('says which, in either vocabulary', () => {
    const english = grant('grant 4% of 设备费 plus 4% when 公办');
    expect(fixed(english, 'CS3050')).toContain('plus 4 points when 公办');
    expect(fixed(english, 'CS3050', 1)).toContain('times 1.04 when 公办');
    const chinese = grant('补助 按 设备费 的 4%，公办 的，提高30%');
    expect(fixed(chinese, 'CS3050')).toContain('公办 的，提高 30 个百分点');
    expect(fixed(chinese, 'CS3050', 1)).toContain('公办 的，上浮 30%');
    for (const source of [english, chinese]) {
      for (const index of [0, 1]) expect(problemsIn(fixed(source, 'CS3050', index))).toEqual([]);
    }
  });

  it('stand after the amount of a benefit, not in the header', () => {
    expect(problemsIn(grant('plus 1 points when 公办\n  grant 4% of 设备费'))).toEqual(['CS1050 p']);
  });
});

describe('units and steps', () => {
  it.each([
    ['a price per unit and month', 'grant 17元 per 平方米 of 面积 per 月 of 租期 at most 9 月', []],
    ['a unit of another figure', 'grant 17元 per 月 of 面积', ['CS2068 月']],
    ['a figure of another unit', 'grant 17元 per 平方米 of 租期', ['CS2068 平方米']],
    ['a limit of another unit', 'grant 17元 per 硕士 at most 9月', ['CS2043 9月']],
    ['full steps', 'grant 9万元 per full 5000万元 of 设备费 over 2亿元', []],
    ['steps of another unit', 'grant 9万元 per full 5000万元 of 硕士', ['CS2043 5000万元']],
    ['steps that are no written figure', 'grant 9万元 per full 设备费 of 设备费', ['CS2069 设备费']],
    ['matching funds, capped', 'match 100% of 设备费 cap 70万元 per 高校', []],
    ['a cap that is a share of another base', 'grant 1000元 per 硕士 cap 0.04% of 设备费', []],
  ])('%s', (_, benefit, expected) => {
    expect(problemsIn(grant(benefit))).toEqual(expected);
  });
});
