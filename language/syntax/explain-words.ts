import type { TokenType } from 'chevrotain';
import type { Localised } from '../diagnostics/diagnostic.ts';
import { inBothKeywords } from '../diagnostics/keywords.ts';
import type { RuleName } from './concrete.ts';
import type { Expected } from './grammar-base.ts';
import { bothWords } from './keywords.ts';
import * as T from './tokens.ts';
import { type Role, roles } from './vocabulary.ts';

/** How every construction is written, in both vocabularies: the hints of syntax errors. */
const samples: Partial<Record<RuleName, Localised>> = {
  use: { zh: '引用 std.parties', en: 'use std.parties' },
  policy: { zh: '政策 jinan-2026 “若干措施” { … }', en: 'policy jinan-2026 "Measures" { … }' },
  named: { zh: '分类 平台角色 { 牵头、参与 }', en: 'enum role { leading, joining }' },
  member: { zh: '分类 平台角色 { 牵头、参与 }', en: 'enum role { leading, joining }' },
  unit: { zh: '计量单位 平方米 又称 sqm', en: 'unit sqm alias m2' },
  party: { zh: '主体 示范社 属于 合作社 { 社员：数目 }', en: 'party coop is firm { members: count }' },
  field: { zh: '硕士：数目 “当年联合培养人数”', en: 'masters: count "trained this year"' },
  typeReference: {
    zh: '硕士：数目；类型有 金额 比率 数目 日期 时长 是否，或分类、名录的名称',
    en: 'masters: count; types are money, rate, count, date, duration, bool, or the name of an enum',
  },
  disjoint: { zh: '互不相容 在校生、退休人员', en: 'disjoint student, pensioner' },
  agency: { zh: '机构 市教育局 又称 edu 原 市教委', en: 'agency education-bureau alias edu' },
  matter: { zh: '事项 概念验证 隶属 成果转化', en: 'matter proof-of-concept under transfer' },
  measure: { zh: '措施 联合培养 “校企联合培养” { … }', en: 'measure training "Joint training" { … }' },
  budget: { zh: '资金池 专项资金 每年 2亿元 责任单位 市财政局', en: 'budget fund 200000000 per year by finance' },
  years: {
    zh: '资金池 专项资金 每年 2亿元 连续 3年 共 6亿元',
    en: 'budget fund 2000000 per year for 3 years total 6000000',
  },
  let: { zh: '其中 日费 ＝ 月费 × 12 ÷ 365', en: 'let daily = monthly * 12 / 365' },
  parameter: {
    zh: '参数 最低工资 ＝ 2200元 自 2025年10月1日 起，2320元 自 2027年1月1日 起',
    en: 'parameter wage = 2200元 from 2025-10-01, 2320元 from 2027-01-01',
  },
  datedValue: { zh: '2200元 自 2025年10月1日 起', en: '2200元 from 2025-10-01' },
  score: { zh: '计分 等级 { 占比：20，专利：35 } 不低于 55', en: 'score grade { staff: 20, patents: 35 } at least 55' },
  rounding: { zh: '四舍五入到 1元', en: 'rounded to 1元' },
  ledBy: { zh: '牵头单位 市教育局、市科技局', en: 'led by education, science' },
  issuedBy: { zh: '印发单位 市政府', en: 'issued by city-government' },
  level: { zh: '层级 市级（省级、市级、区级、县级）', en: 'level city (province, city, district, county)' },
  status: { zh: '状态 征求意见稿（征求意见稿、现行、已废止）', en: 'status draft (draft, in force, repealed)' },
  effective: { zh: '施行日期 2026-01-01 至 2028-12-31', en: 'effective 2026-01-01 to 2028-12-31' },
  replaces: { zh: '废止 jinan-2023', en: 'replaces jinan-2023' },
  source: { zh: '原文 “jinan-2026.source.json”', en: 'source "jinan-2026.source.json"' },
  asOf: { zh: '截至 2026-06-30', en: 'as of 2026-06-30' },
  stacking: { zh: '就高不重复 与其他政策', en: 'stacking highest with other policies' },
  reach: { zh: '就高不重复 与其他政策', en: 'stacking highest with other policies' },
  waive: { zh: '不编码 “13+34”，理由 “产业链体系的名称”', en: 'waive "13+34" because "a name"' },
  because: { zh: '理由 “失信主体”', en: 'because "dishonest"' },
  apply: {
    zh: '改建单位 参照 建设奖，以 新建面积 计 改建面积',
    en: 'apply build to renovator reading renovated as built',
  },
  bounds: { zh: '界限 以上 含本数，以下 不含本数', en: 'bounds 以上 includes, 以下 excludes' },
  boundMeaning: { zh: '界限 以上 含本数，以下 不含本数', en: 'bounds 以上 includes, 以下 excludes' },
  bounded: { zh: '营业收入 2亿元以上 6亿元以下', en: 'revenue 2亿元以上 6亿元以下' },
  nth: {
    zh: '第几 车棚 同一 小区 { 1：90%，2 至 4：35%，其余：不予 }',
    en: 'nth shed per estate { 1: 90%, otherwise: none }',
  },
  stages: { zh: '分期拨付 { 开工：20%，验收：80% }', en: 'paid { start: 20%, acceptance: 80% }' },
  atOnce: { zh: '提前竣工 的，一次付清', en: 'at once when early' },
  payTo: { zh: '支付给 甲方 65%、乙方 35%', en: 'to first 65%, second 35%' },
  borneBy: { zh: '由 市 55%、县 45% 承担', en: 'borne by city 55%, county 45%' },
  portion: { zh: '市 55%', en: 'city 55%' },
  portions: { zh: '市 55%、县 45%', en: 'city 55%, county 45%' },
  decidedBy: { zh: '由 市科技局 认定', en: 'decided by science' },
  covers: {
    zh: '适用 认定日期 在 2027年1月1日 至 2029年12月31日 的事项',
    en: 'covers events by granted from 2027-01-01 to 2029-12-31',
  },
  deadline: { zh: '自 公告日期 起 8个月 内申报', en: 'apply within 8 months of announced' },
  tryReading: { zh: '采用理解 边界 ＝ 甲', en: 'reading edge = first' },
  extend: { zh: '可参照执行 科研院所，事业单位 的，“可参照执行”', en: 'extend to institute when public "by analogy"' },
  reading: {
    zh: '两种理解 边界 “两档都含270万元” { 甲：3%，乙：4% }',
    en: 'reading boundary "both bands hold 270万元" { a: 3%, b: 4% }',
  },
  ruling: {
    zh: '裁定 边界 甲，责任单位 市财政局，于 2027-03-01，“函号”',
    en: 'ruling boundary a by finance on 2027-03-01 "letter"',
  },
  for: {
    zh: '对象 高校；逐项：对象 高校 的每个 平台',
    en: 'for university; item by item: for each platform of university',
  },
  clause: { zh: '条款 “一（一）”', en: 'clause "1(1)"' },
  note: { zh: '备注 “…”', en: 'note "…"' },
  about: { zh: '事项 人才培养', en: 'about training' },
  by: { zh: '责任单位 市教育局、市科技局', en: 'by education, science' },
  when: { zh: '当 角色 为 牵头 且 人数 不低于 10', en: 'when role is leading and masters >= 10' },
  cap: { zh: '每年 最高不超过 50万元', en: 'cap 500000 per year' },
  capScope: { zh: '每年 最高不超过 50万元', en: 'cap 500000 per year' },
  floor: { zh: '最低 2万元', en: 'floor 20000' },
  plus: { zh: '名录企业 的，提高 1 个百分点', en: 'plus 1 points when listed' },
  times: { zh: '采购本地设备 的，上浮 30%', en: 'times 1.3 when local' },
  instead: { zh: '重点项目 的，改按 11%', en: 'instead 11% when key-project' },
  after: { zh: '经 绩效评估 后', en: 'after evaluation' },
  selectedBy: { zh: '经 专家评审 择优', en: 'selected by review' },
  from: { zh: '资金来源 专项资金', en: 'from fund' },
  itemQuota: {
    zh: '同一 企业 至多 3 个 项目 按 评审得分 从高到低',
    en: 'at most 3 projects per company ranked by score',
  },
  quota: { zh: '名额 每年 7 个 按 评审得分 从高到低', en: 'limit 7 per year ranked by score' },
  rank: { zh: '名额 每年 7 个 按 受理日期 先后', en: 'limit 7 per year in order of received' },
  sharing: { zh: '按比例分配，或 按先后分配 受理日期', en: 'pro rata, or in order of received' },
  benefit: {
    zh: '补助 硕博培养：6000元／硕士，每年 最高不超过 50万元',
    en: 'grant training: 6000 per master cap 500000 per year',
  },
  recognise: { zh: '视同 转化项目 为 省级科技计划项目', en: 'recognise project as provincial-project' },
  exempt: { zh: '免除 单位负责人 的 后续价值变化责任', en: 'exempt head from later-losses' },
  entitle: { zh: '科研人员 可获 不低于 净收入 的 70%', en: 'entitle researcher to at least 70% of income' },
  reckon: { zh: '现金奖励 减按 50% 计入 当月工资薪金', en: 'reckon 50% of bonus as wages' },
  oblige: {
    zh: '市科技局 应当 每年 “开展绩效评价”；高新区 应当 不少于 1所 “结对高校”',
    en: 'oblige science to "evaluate" each year; oblige zone to at least 1所 "paired university"',
  },
  encourage: { zh: '鼓励 高校 “开放仪器设备”', en: 'encourage university to "open its laboratories"' },
  target: {
    zh: '指标 技术合同成交额 { 2025年：超过 1400亿元 }；指标 卓越工程师 每年 约 30名',
    en: 'target contracts { 2025: over 1400亿元 }; target engineers about 30名 each year',
  },
  hold: { zh: '市财政出资 应不高于 基金规模 的 30%', en: 'hold city-funds to at most 30% of fund' },
  duty: { zh: '高新区 应当 不少于 1所 “结对高校”', en: 'oblige zone to at least 1所 "paired university"' },
  term: { zh: '每年、到 2028年、5年内', en: 'each year, by 2028, within 5 years' },
  revoke: { zh: '骗取 的，取消 备案', en: 'revoke registration when fraud' },
  reclaim: { zh: '6年内 迁出 的，追回', en: 'reclaim when moved within 6 years' },
  bar: { zh: '骗取 的，4年内不得申报', en: 'bar for 4 years when fraud' },
  except: {
    zh: '失信 的，不予支持，理由 “失信主体”，甲措施 除外',
    en: 'deny when dishonest because "…" except MEASURE',
  },
  targetEntry: { zh: '2025年：超过 1400亿元', en: '2025: over 1400亿元' },
  excludes: { zh: '不与 特色学院 重复享受', en: 'excludes college' },
  stacksWith: { zh: '可与 建设奖 叠加', en: 'stacks with award' },
  allow: { zh: '允许与 特色学院 重叠，理由 “两项对象不同”', en: 'allow overlap with college because "others"' },
  allowRule: { zh: '允许 用语含糊，理由 “原文如此”', en: 'allow vague-words because "as in the text"' },
  deny: { zh: '失信 的，不予支持，理由 “失信主体”', en: 'deny when dishonest because "dishonest"' },
  example: { zh: '算例 “六十名硕士” 用于 联合培养 { … }', en: 'example "sixty masters" of training { … }' },
  given: { zh: '高校 { 硕士：60 }', en: 'university { masters: 60 }' },
  fact: { zh: '硕士：60', en: 'masters: 60' },
  item: { zh: '平台：[{ 类型：全国重点实验室，角色：牵头 }]', en: 'platforms: [{ kind: national, role: leading }]' },
  expect: {
    zh: '应得 硕博培养 ＝ 50万元，或 应为 硕博培养 不符合',
    en: 'expect training = 500000, or expect training denied',
  },
  normReference: {
    zh: '应为 免除 成立；几条之一：应为 可以[2] 不成立，或 应为 视同 技术经理人 成立',
    en: 'expect exempt holds; one of several: expect may[2] does not hold, or expect recognise broker holds',
  },
  decide: { zh: '裁量 订单培养 ＝ 120万元', en: 'decide training = 1200000' },
  table: { zh: '按 等次 分别 { 优秀：13万元，其余：不予 }', en: 'table grade { excellent: 130000, otherwise: none }' },
  row: { zh: '按 等次 分别 { 优秀：13万元，其余：不予 }', en: 'table grade { excellent: 130000, otherwise: none }' },
  counted: {
    zh: '17元／平方米（场地面积）／月（租期，至多 9月）',
    en: '17 per sqm of area per month of lease at most 9 months',
  },
  fullSteps: {
    zh: '年销售额 超过 2亿元 后，每满 5000万元 给 9万元',
    en: '90000 per full 50000000 of sales over 200000000',
  },
  eachFull: {
    zh: '年销售额 超过 2亿元 后，每满 5000万元 给 9万元',
    en: '90000 per full 50000000 of sales over 200000000',
  },
  aggregate: {
    zh: '平台（获批 的）的 投入 合计，历年的写 近 3年 累计 产值',
    en: 'sum of cost of platform where approved; of years, sum of output over 3 years',
  },
  aggregateAfter: { zh: '平台（获批 的）的 投入 合计', en: 'sum of cost of platform where approved' },
  best: { zh: '任选一 贷款（已备案 的）：按 实付利息 的 40%', en: 'best of loan where filed: 40% of interest' },
  bands: {
    zh: '设备费 分档 全额 { 40万元..90万元：3%，90万元..：4% }',
    en: 'bands cost whole { 400000..900000: 3%, 900000..: 4% }',
  },
  bandList: {
    zh: '设备费 分档 全额 { 40万元..90万元：3%，90万元..：4% }',
    en: 'bands cost whole { 400000..900000: 3%, 900000..: 4% }',
  },
  ladder: {
    zh: '营业收入 首次达到 { 2亿元：8万元，6亿元：21万元 } 只补差额',
    en: 'ladder revenue first reached { 200000000: 80000, 600000000: 210000 } difference only',
  },
  ladderList: {
    zh: '营业收入 首次达到 { 2亿元：8万元，6亿元：21万元 } 只补差额',
    en: 'ladder revenue first reached { 200000000: 80000, 600000000: 210000 } difference only',
  },
  band: { zh: '40万元..90万元：3%', en: '400000..900000: 3%' },
  accordingTo: { zh: '按 创新券总额 的 10%', en: '10% of vouchers' },
};

/** How the innermost construction is written that has a sample of its own. */
export function sampleOf(within: readonly RuleName[]): Localised {
  for (let i = within.length - 1; i >= 0; i--) {
    const sample = samples[within[i]!];
    if (sample !== undefined) return inBothKeywords(sample);
  }
  return inBothKeywords({ zh: '补助 5万元', en: 'grant 50000' });
}

/** Where something is expected: after which word. */
export function placeOf(before: Localised | undefined): Localised {
  return before === undefined ? { zh: '这里', en: 'here' } : { zh: `${before.zh}后面`, en: `after ${before.en}` };
}

/** What the name is of, by the construction that wants it. */
const nameOf: Partial<Record<RuleName, Localised>> = {
  use: { zh: '模块名', en: 'the name of a module' },
  policy: { zh: '政策的名称', en: 'the name of the policy' },
  measure: { zh: '措施的名称', en: 'the name of the measure' },
  member: { zh: '成员的名称', en: 'the name of a member' },
  agency: { zh: '机构的名称', en: 'the name of the agency' },
  matter: { zh: '事项的名称', en: 'the name of the matter' },
  about: { zh: '事项的名称', en: 'the name of a matter' },
  by: { zh: '单位的名称', en: 'the name of an agency' },
  ledBy: { zh: '单位的名称', en: 'the name of an agency' },
  issuedBy: { zh: '单位的名称', en: 'the name of an agency' },
  for: { zh: '对象的名称', en: 'the name of a kind of party' },
  party: { zh: '主体的名称', en: 'the name of a kind of party' },
  after: { zh: '程序的名称', en: 'the name of a process' },
  selectedBy: { zh: '程序的名称', en: 'the name of a process' },
  rank: { zh: '排序所依的事实', en: 'the fact that ranks the applicants' },
  sharing: { zh: '定先后的事实', en: 'the fact that orders the applicants' },
  from: { zh: '资金池的名称', en: 'the name of a budget' },
  budget: { zh: '资金池的名称', en: 'the name of the budget' },
  counted: { zh: '按什么计（人数等事实的名称）', en: 'what it is counted by (the name of a fact)' },
  factor: { zh: '按什么计（人数等事实的名称）', en: 'what it is counted by (the name of a fact)' },
  perEach: { zh: '按什么计（人数等事实的名称）', en: 'what it is counted by (the name of a fact)' },
  capScope: { zh: '限额按什么计', en: 'what the cap is counted by' },
  excludes: { zh: '措施的名称', en: 'the name of a measure' },
  stacksWith: { zh: '措施的名称', en: 'the name of a measure' },
  allow: { zh: '措施的名称', en: 'the name of a measure' },
  allowRule: { zh: '检查规则的名称', en: 'the name of a rule of drafting' },
  aliases: { zh: '别名', en: 'another name' },
  formerly: { zh: '旧名', en: 'a former name' },
  table: { zh: '分类事实的名称', en: 'the name of an enum fact' },
  aggregate: { zh: '名单的名称', en: 'the name of a list' },
  best: { zh: '名单的名称', en: 'the name of a list' },
};

const choices: Readonly<Record<Expected, Localised>> = {
  operand: { zh: '金额、数或名称', en: 'an amount, a number or a name' },
  value: { zh: '给定的值', en: 'a value' },
  'exempt-from': { zh: '“⟦from¦的⟧”', en: '"⟦from¦的⟧"' },
  rank: { zh: '⟦ranked by 或 in order of¦从高到低或先后⟧', en: '⟦ranked by or in order of¦从高到低 or 先后⟧' },
  bound: {
    zh: '⟦at least、at most、over、about 或 exactly¦不低于、不高于、超过、约或按⟧',
    en: '⟦at least, at most, over, about or exactly¦不低于, 不高于, 超过, 约 or 按⟧',
  },
  term: { zh: '年份、日期或年数', en: 'a year, a date or a number of years' },
  type: { zh: '类型', en: 'a type' },
  act: { zh: '引号中的事情，或另一条规定', en: 'what it is about in quotation marks, or another norm' },
  'norm-state': {
    zh: '⟦holds、does not hold 或 needs¦成立、不成立或缺信息⟧',
    en: '⟦holds, does not hold or needs¦成立, 不成立 or 缺信息⟧',
  },
  outcome: {
    zh: '＝ 金额，或结果（⟦denied、ceiling¦不符合、待评定⟧等）',
    en: '= and an amount, or an outcome such as ⟦denied¦不符合⟧',
  },
  level: {
    zh: '⟦province、city、district 或 county¦省级、市级、区级或县级⟧',
    en: '⟦province, city, district or county¦省级, 市级, 区级 or 县级⟧',
  },
  status: {
    zh: '⟦draft、in force 或 repealed¦征求意见稿、现行或已废止⟧',
    en: '⟦draft, in force or repealed¦征求意见稿, 现行 or 已废止⟧',
  },
  'stacking-rule': {
    zh: '⟦highest、sum 或 choose one¦就高不重复、叠加享受或择一享受⟧',
    en: '⟦highest, sum or choose one¦就高不重复, 叠加享受 or 择一享受⟧',
  },
  'text-or-name': { zh: '名称，或引号中的文字', en: 'a name, or a text in quotation marks' },
};

const roleOfType: ReadonlyMap<TokenType, Role> = new Map(roles.map((name) => [T.role[name], name]));

const typeWords: ReadonlyMap<TokenType, Localised> = new Map([
  [T.TextToken, { zh: '引号中的文字', en: 'a text in quotation marks' }],
  [T.NumberToken, { zh: '数', en: 'a number' }],
  [T.DateToken, { zh: '日期，如 2026-06-30', en: 'a date such as 2026-06-30' }],
  [T.Colon, { zh: '冒号', en: 'a colon' }],
  [T.Equals, { zh: '等号', en: '=' }],
  [T.RParen, { zh: '右括号 )', en: ')' }],
  [T.Braces, { zh: '{ … }', en: '{ … }' }],
  [T.Brackets, { zh: '[ … ]', en: '[ … ]' }],
  [T.Dots, { zh: '..', en: '..' }],
]);

/** What was expected, in words. */
export function expectedWords(expected: TokenType | Expected, within: readonly RuleName[]): Localised {
  if (typeof expected === 'string') return amountWords(expected, within) ?? choices[expected];
  if (expected === T.AnyName) {
    for (let i = within.length - 1; i >= 0; i--) {
      const known = nameOf[within[i]!];
      if (known !== undefined) return known;
    }
    return { zh: '名称', en: 'a name' };
  }
  const words = typeWords.get(expected);
  if (words !== undefined) return words;
  const name = roleOfType.get(expected);
  if (name === undefined) return { zh: '关键词', en: 'a keyword' };
  const { zh, en } = inBothKeywords(bothWords(name));
  return { zh: `“${zh}”`, en: `"${en}"` };
}

function amountWords(expected: Expected, within: readonly RuleName[]): Localised | undefined {
  if (expected !== 'operand') return undefined;
  if (within.includes('when')) return { zh: '条件', en: 'a condition' };
  if (within.includes('cap') || within.includes('floor')) return { zh: '金额', en: 'an amount' };
  return undefined;
}
