import fc from 'fast-check';

/**
 * Policies at random as drafters write them: every kind of amount, modifier and condition of the surface, well typed by
 * construction. Figures are few and small, so that bands touch, caps just bind and awards tie.
 */

type Arb<T> = fc.Arbitrary<T>;
type Text = Arb<string>;

const pick = <T>(...values: readonly T[]): Arb<T> => fc.constantFrom(...values);

/** Template strings of arbitraries: t`${money} per ${count}`. */
function t(strings: TemplateStringsArray, ...parts: readonly Text[]): Text {
  return fc.tuple(...parts).map((values) => strings.map((s, i) => s + (values[i] ?? '')).join(''));
}

const or = (...parts: readonly (readonly [number, Text])[]): Text =>
  fc.oneof(...parts.map(([weight, arbitrary]) => ({ weight, arbitrary })));
/** Now and then. */
const maybe = (share: number, part: Text): Text => or([Math.round((1 - share) * 100), pick('')], [share * 100, part]);
const lines = (part: Text, most: number): Text =>
  fc.array(part, { maxLength: most }).map((all) => all.map((line) => `\n    ${line}`).join(''));

export const declarations = `use std.jinan
enum 等次 { 优秀, 良好, 合格 }
currency 日元
parameter 工资 = 100元 from 2025-10-01, 333元 from 2026-07-01
parameter 汇率: 元 per 日元 by date
record 项目 { 投入: money, 人数: count, 获批: bool, 类别: 等次, 地块: key, 受理: date }
party 单位 { 失信: bool }
party 企业 is 单位 {
  产值: money by year, 利税: money by year, 电费: money, 盈余: money signed, 职工: count, 硕士: count by year
  高新: bool, 备案: bool, 评级: 等次 by year, 投产: date, 租期: duration, 占比: rate, 集团: key, 进口额: 日元, 项目: list of 项目
}
party 园区 is 单位 { 面积: count }
disjoint 企业, 园区
`;

// -------------------------------------------------------------------------------------------------------- figures

const sum = pick('1元', '50元', '100元', '100.01元', '333元', '1000元', '0.5万元', '1万元');
const percent = pick('1%', '4%', '6%', '33.3%', '50%', '100%', '7‰');
const yearlyMoney = pick('产值', '利税');
const money = or([3, yearlyMoney], [2, pick('电费')]);
const counted = pick('职工', '硕士');
const member = pick('优秀', '良好', '合格');
const years = pick('2', '3', '4');
const past = pick('甲', '乙', '"旧奖"');

/** In order, none of them empty; some with gaps, which warn. */
const moneyEnds = fc.subarray([50, 100, 333, 1000, 5000], { minLength: 2, maxLength: 4 });
const countEnds = fc.subarray([1, 2, 4, 5, 60], { minLength: 2, maxLength: 4 });

function bandsOf(ends: readonly number[], values: readonly string[], isOpen: boolean, separators: readonly string[]) {
  return ends.flatMap((low, i) => {
    const high = ends[i + 1];
    const value = values[i] ?? values[0] ?? '1元';
    if (high === undefined) return isOpen ? [`${low}元..: ${value}`] : [];
    return [`${low}元${separators[i] ?? '..'}${high}元: ${value}`];
  });
}

function moneyBands(mode: 'whole' | 'marginal', value: Text): Text {
  return fc
    .record({
      ends: moneyEnds,
      values: fc.array(value, { minLength: 4, maxLength: 4 }),
      isOpen: fc.boolean(),
      /** Both of the ends of one band, or the lower one, belong to it: neighbours never share one. */
      separator: pick('..', '>..='),
      otherwise: mode === 'whole' ? maybe(0.3, value) : pick(''),
      of: money,
    })
    .map(({ ends, values, isOpen, separator, otherwise, of }) => {
      const rows = bandsOf(ends, values, isOpen && separator === '..', [separator, separator, separator]);
      return `bands ${of} ${mode} { ${[...rows, ...(otherwise ? [`otherwise: ${otherwise}`] : [])].join(', ')} }`;
    });
}

function countBands(mode: 'whole' | 'marginal', value: Text): Text {
  return fc
    .record({ ends: countEnds, values: fc.array(value, { minLength: 4, maxLength: 4 }), of: counted })
    .map(({ ends, values, of }) => {
      const rows = ends.slice(1).map((high, i) => `${ends[i]} to ${high - 1}: ${values[i]}`);
      return `bands ${of} ${mode} { ${rows.join(', ')} }`;
    });
}

/** `1 to 2: …, 3: …`, all years of a schedule. */
function scheduleRows(value: Text): Text {
  return fc
    .record({ split: fc.boolean(), total: pick(2, 3, 4), values: fc.array(value, { minLength: 4, maxLength: 4 }) })
    .map(({ split, total, values }) => {
      const rows = split
        ? values.slice(0, total).map((one, i) => `${i + 1}: ${one}`)
        : [`1: ${values[0]}`, `2 to ${total}: ${values[1]}`];
      return `over ${total} years from 投产 { ${rows.join(', ')} }`;
    });
}

const table = (value: Text): Text =>
  fc
    .record({ rows: fc.tuple(value, value), otherwise: or([2, value], [1, pick('none')]), ends: fc.boolean() })
    .map(({ rows: [a, b], otherwise, ends }) =>
      ends
        ? `table 评级 { 优秀: ${a}, 良好、合格: ${b} }`
        : `table 评级 { 优秀: ${a}, 良好: ${b}, otherwise: ${otherwise} }`,
    );

// ----------------------------------------------------------------------------------------------------- conditions

const ofItem = or(
  [3, pick('获批')],
  [2, t`(投入 >= ${sum})`],
  [2, t`(类别 is ${member})`],
  [1, t`(类别 in {${pick('优秀, 良好', '合格')}})`],
  [1, t`(not 获批)`],
);

const isYearly = or(
  [2, t`产值 >= ${sum}`],
  [2, t`评级 is ${member}`],
  [1, t`评级 in {${pick('优秀, 良好', '良好, 合格')}}`],
  [1, t`硕士 >= ${pick('1', '3')}`],
);
const history = or(
  [2, t`first time 高新`],
  [1, t`first time 产值 >= ${sum}`],
  [1, t`first time (评级 is 优秀)`],
  [2, t`(${isYearly}) for ${years} years running`],
  [2, t`had ${past}`],
  [2, t`growth rate of ${yearlyMoney} ${pick('>=', '>', '<', '<=')} ${percent}`],
  [1, t`growth rate of ${yearlyMoney} between 1%..50%`],
  [1, t`last year's ${yearlyMoney} >= ${sum}`],
  [1, t`last year's 评级 is not ${member}`],
  [1, t`sum of ${yearlyMoney} over ${years} years > ${sum}`],
);
const plain = or(
  [4, pick('备案', '高新')],
  [3, t`评级 is ${member}`],
  [1, t`评级 is not ${member}`],
  [1, t`评级 in {优秀, 良好}`],
  [1, t`评级 not in {优秀, 良好}`],
  [3, t`${money} ${pick('>=', '>', '<', '<=')} ${sum}`],
  [2, t`职工 between 2 to 5`],
  [2, t`电费 between ${pick('50元..100元', '50元>..=100元', '100元..')}`],
  [1, t`产值 - 利税 >= ${sum}`],
  [1, t`电费 ${pick('50元以上', '100元以下', '333元以内', '50元以上 100元以下')}`],
  [1, t`职工 ${pick('2以上', '2以上 5以下')}`],
  [1, t`盈余 > ${pick('0元', '100元')}`],
  [1, t`投产 >= ${pick('2024-01-01', '2026-01-01')}`],
  [1, t`租期 >= ${pick('12月', '3年')}`],
  [1, t`${money} >= ${pick('工资', '2 * 工资')}`],
  [1, t`占比 >= ${percent}`],
  [1, t`number of 项目 where ${ofItem} >= ${pick('1', '2')}`],
  [1, t`sum of 投入 of 项目 >= ${sum}`],
  [1, t`highest of 投入 of 项目 where ${ofItem} > ${sum}`],
);
const simple = or([3, plain], [2, history]);
/** Several of them, with parentheses where they are needed. */
const condition = or(
  [5, simple],
  [2, t`${simple} and ${simple}`],
  [2, t`(${simple} or ${simple})`],
  [1, t`not (${simple})`],
  [1, t`(${simple} or ${simple}) and not (${plain})`],
);

// -------------------------------------------------------------------------------------------------------- amounts

/** A sum of money that can stand beside others in a formula. */
const term = or(
  [3, sum],
  [4, t`${percent} of ${money}`],
  [3, t`${sum} per ${counted}`],
  [2, t`${sum} per ${counted} at most ${pick('2', '5')}`],
  [2, t`${sum} per full ${pick('3', '7')} of ${counted}${maybe(0.5, t` over ${pick('1', '2')}`)}`],
  [2, t`${sum} per full ${pick('30元', '100元')} of ${money}${maybe(0.5, t` over ${sum}`)}`],
  [1, t`${sum} per 月 of 租期${maybe(0.5, t` at most 9 月`)}`],
  [2, t`${percent} of growth of ${yearlyMoney}${maybe(0.5, t` beyond ${percent}`)}`],
  [2, t`${percent} of last year's ${yearlyMoney}`],
  [2, t`${percent} of sum of ${yearlyMoney} over ${years} years`],
  [2, t`${sum} * (number of 项目 where ${ofItem})`],
  [1, t`${percent} of sum of 投入 of 项目`],
  [1, t`${percent} of (highest of 投入 of 项目 where ${ofItem})`],
  [1, t`(${table(sum)})`],
  [2, t`(${moneyBands('whole', or([2, percent], [1, sum]))})`],
  [1, t`(${moneyBands('marginal', percent)})`],
  [1, t`(${countBands('whole', sum)})`],
  [1, t`(bands 电费 whole { 50元以下: ${sum}, 50元..100元: ${sum}, 333元以上: ${percent} })`],
  [1, t`(${countBands('marginal', sum)})`],
  [1, t`(${countBands('whole', percent)}) of ${money}`],
  [1, t`(${table(percent)}) of ${money}`],
  [1, t`${scheduleRows(percent)} of ${money}`],
  [
    1,
    t`(ladder 产值 first reached { 50元: ${sum}, 100元: ${sum}, 333元: ${sum} } ${pick('difference only', 'in full')})`,
  ],
  [1, t`(ladder 硕士 first reached { 1: 50元, 3: ${pick('100元', '50元')} } ${pick('difference only', 'in full')})`],
  [1, t`${percent} of 盈余`],
  [1, t`${pick('1', '2', '12')} * 工资${maybe(0.4, t` per ${counted}`)}`],
  [1, t`${percent} of (进口额 * 汇率)`],
);
const formula = or([6, term], [2, t`${term} + ${term}`], [1, t`${term} + ${term} + ${sum}`]);
/** One rate of one base: points can be added to it and another rate can take its place. */
const share = or(
  [3, t`${percent} of ${money}`],
  [2, moneyBands('whole', percent)],
  [1, t`(${countBands('whole', percent)}) of ${money}`],
  [1, t`(${table(percent)}) of ${money}`],
);
const open = or(
  [3, t`up to ${sum}`],
  [2, t`up to ${percent} of ${money}`],
  [2, pick('3%..7% of 电费', '(1%..50%) of 产值', '50元..100元', '0元..333元')],
  [1, t`at least ${sum}`],
  [3, pick('case by case')],
  [1, pick('undecided "另行制定"')],
);
const byOrder = t`nth 项目${maybe(0.5, t` per 类别`)} { ${or(
  [2, t`1: ${percent}, otherwise: ${percent}`],
  [2, t`1: ${percent}, 2 to 3: ${percent}, otherwise: none`],
  [1, t`2: ${percent}`],
)} } of 投入`;
const best = t`best of 项目 where ${ofItem}: ${or([2, t`${percent} of 投入`], [1, t`${sum} per 人数`], [1, sum])}`;

// ------------------------------------------------------------------------------------------------------ modifiers

const capAmount = or([5, sum], [1, t`${percent} of ${money}`], [1, table(sum)]);
const cap = t`cap ${capAmount}${or([4, pick('')], [2, pick(' per year')], [1, pick(' in total')])}`;
const common = or(
  [6, cap],
  [2, t`floor ${sum}`],
  [2, t`less already awarded ${past}`],
  [1, pick('less already awarded')],
);
const once = or(
  [6, pick('')],
  [1, pick('\n    once ever')],
  [1, t`\n    each year for ${years} years from 投产`],
  [1, pick('\n    after 评审')],
);
const own = maybe(0.4, t`\n    when ${condition}`);
/** At most one `floor` and one `less` of its own, so that each statement is well formed. */
const modifiers = fc
  .tuple(lines(common, 2), own, once)
  .map(([some, when, rare]) => dropSecond(some, 'floor', 'less') + when + rare);

function dropSecond(text: string, ...heads: readonly string[]): string {
  const seen = new Set<string>();
  return text
    .split('\n')
    .filter((line) => {
      const head = heads.find((one) => line.trim().startsWith(one));
      if (head === undefined) return true;
      const isNew = !seen.has(head);
      seen.add(head);
      return isNew;
    })
    .join('\n');
}

const uplift = or(
  [2, t`\n    plus ${pick('1', '1.5')} points when ${plain}`],
  [2, t`\n    times ${pick('1.3', '2', '0.5')} when ${plain}`],
);
const instead = maybe(0.3, t`\n    instead ${or([2, percent], [1, sum])} when ${plain}`);

/** Amount and modifiers. */
const given = or(
  [8, t`${formula}${modifiers}`],
  [3, t`${share}${instead}${uplift}${maybe(0.3, uplift)}${modifiers}`],
  [3, t`${open}${maybe(0.4, pick(' after 评审'))}${lines(cap, 1)}${own}`],
  [2, t`${sum} selected by 评审${own}`],
  [2, t`${best}${lines(cap, 1)}${own}`],
  [1, t`${moneyBands('whole', pick('1%..3%', 'up to 50元'))}${own}`],
);
const ofEach = or(
  [2, byOrder],
  [3, t`${percent} of 投入${maybe(0.5, t` cap ${sum}`)}${maybe(0.4, t`\n    when ${ofItem}`)}`],
  [2, t`${sum} per 人数${maybe(0.3, t` cap ${sum} in total`)}${maybe(0.3, t`\n    when ${plain}`)}`],
  [1, t`up to ${sum} after 评审`],
  [1, t`bands 投入 whole { 0元..100元: 50%, 100元..: 4% }${maybe(0.4, pick(' less already awarded "旧奖"'))}`],
  [1, pick('table 类别 { 优秀: 100元, otherwise: none } once ever')],
);

const head = pick('grant', 'reward', 'support', 'subsidize');
const sharedCap = maybe(0.3, t`\n  cap ${sum}${pick('', ' per year', ' in total', ' per 集团 per year')}`);
const between = (other: string) => maybe(0.25, pick(`\n  excludes ${other}`, `\n  stacks with ${other}`));
const deny = maybe(0.2, t`\n  deny when ${plain} because "不予"`);
const split = maybe(
  0.2,
  pick(
    '\n    paid { 开工: 20%, 竣工: 30%, 验收: 50% }',
    '\n    paid { 开工: 33.3%, 验收: 66.7% } at once when 备案',
    '\n    to 甲方 65%, 乙方 35%',
    '\n    borne by 市 55%, 县 45%',
    '\n    borne by 市 55%, 区 undecided "比例未定"',
    '\n    decided by 市科技局',
  ),
);
const itemQuota = (most: Text): Text =>
  t`at most ${most} 项目${or(
    [3, pick(' per 企业')],
    [2, pick(' per 类别', ' per 地块')],
    [1, pick('')],
  )}${maybe(0.3, pick(' per year'))}${or(
    [2, pick('')],
    [2, pick(' ranked by 人数', ' in order of 受理', ' ranked by 投入')],
    [2, pick(' ranked by 人数 in order of 受理', ' ranked by 人数 in order of 项目')],
    [2, pick(' in order of 项目')],
  )}`;
const score = maybe(
  0.15,
  t`\n  score 评分 { 规模: bands 电费 whole { 0元..100元: 10, 100元..: ${pick('20', '30')} }, 人才: 职工 * ${pick('1', '5')} }${maybe(0.5, pick(' at least 10', ' at least 25'))}`,
);
const quota = maybe(0.1, pick('\n    limit 7 per year ranked by 占比'));

function measure(name: string, other: string): Text {
  const matter = pick('人才', '人才', '住房');
  const several = t`measure ${pick(name)} {
  for ${pick('企业', '单位', '企业, 园区')}
  about ${matter}${between(other)}${maybe(0.3, t`\n  when ${condition}`)}${sharedCap}${deny}
  ${head} 一: ${given}${quota}${split}
  ${head} 二: ${given}${maybe(0.2, t`\n    about ${matter}`)}
}
`;
  const one = t`measure ${pick(name)} {
  for ${pick('企业', '企业, 园区')}
  about ${matter}${between(other)}${maybe(0.5, t`\n  when ${condition}`)}${score}
  ${or([5, head], [1, pick('invest')])} ${given}
}
`;
  const each = t`measure ${pick(name)} {
  for each 项目 of 企业${maybe(0.4, t` where ${ofItem}`)}
  about ${pick('人才', '住房', '类别')}${between(other)}${maybe(0.3, t`\n  cap ${sum}`)}${maybe(0.35, t`\n  ${itemQuota(pick('1', '2'))}`)}
  ${head} ${ofEach}${maybe(0.25, t`\n    ${itemQuota(pick('1', '2'))}`)}${split}
}
`;
  const twoOfEach = t`measure ${pick(name)} {
  for each 项目 of 企业
  about ${pick('人才', '类别')}${maybe(0.3, t`\n  cap ${sum}`)}${maybe(0.5, t`\n  ${itemQuota(pick('1', '2'))}`)}
  ${head} 一: ${ofEach}${maybe(0.25, t`\n    ${itemQuota(pick('1'))}`)}
  ${or([5, head], [1, pick('invest')])} 二: ${ofEach}${maybe(0.25, t`\n    ${itemQuota(pick('1', '2'))}`)}
}
`;
  return or([3, several], [3, one], [2, each], [1, twoOfEach]);
}

const stacking = or(
  [2, pick('')],
  [
    5,
    pick(
      ' stacking highest',
      ' stacking highest within this policy',
      ' stacking sum within this policy',
      ' stacking choose one between 甲, 乙',
      ' stacking highest per 项目',
    ),
  ],
);
/** 以下 stands below a band that begins with the figure, so it never includes it. */
const bounds = pick('\n  bounds 以下 excludes\n ', '\n  bounds 以上 excludes, 以下 excludes, 以内 includes\n ');
const denial = maybe(0.15, t`deny when 失信 because "失信主体"${maybe(0.3, pick(' except 甲'))}\n`);

/** What one word of the text means, here by name in one measure only. */
const reading = t`measure 丁 {
  for 企业
  about 人才
  grant reading 边界 "两档都含" { 宽: ${percent}, 严: ${percent} } of ${money}${lines(cap, 1)}${own}
}
${maybe(0.5, pick('ruling 边界 宽 by 市教育局 on 2026-06-30 "函号"\n', 'ruling 边界 严 by 市教育局 on 2026-07-01\n'))}`;

/** The sources of a policy. */
export const surfacePolicies: Text = t`${pick(declarations)}policy 甲政 "甲政" { level city${stacking}${bounds} }
${denial}${measure('甲', '乙')}${measure('乙', '甲')}${maybe(0.5, measure('丙', '甲'))}${maybe(0.2, reading)}`;
