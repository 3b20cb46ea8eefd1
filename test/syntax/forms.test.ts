import { describe, expect, it } from 'vitest';
import { abstractTree } from '../../language/syntax/abstract.ts';
import { parse } from '../../language/syntax/parse.ts';
import { problems } from './problems.ts';

/** Both must parse without a word and say the same. */
function same(place: (inside: string) => string, english: string, chinese: string): void {
  const [a, b] = [english, chinese].map((inside) => {
    expect(problems(place(inside)), inside).toEqual([]);
    return parse(place(inside), 'test.cuoshi').tree.items.map(abstractTree);
  });
  expect(b).toEqual(a);
}

const inMeasure = (inside: string) => `measure m {\n${inside}\n}`;
const inPolicy = (inside: string) => `policy p {\n${inside}\n}`;
const inExample = (inside: string) => `example "x" of m {\n${inside}\n}`;
const alone = (inside: string) => inside;

describe('benefits say the same in both vocabularies and in any order', () => {
  it.each([
    ['grant 6000元 per 硕士', '补助 6000元／硕士'],
    ['grant 6000元 per 硕士', '补助 每 硕士 6000元'],
    ['grant x: 6000元 per 硕士 cap 50万元', '补助 x：6000元／硕士，封顶 50万元'],
    ['grant x: 6000元 per 硕士 cap 50万元 per year', '补助 x：每年最高不超过50万元，6000元／硕士'],
    ['grant x: 6000元 per 硕士 cap 50万元 per year', '补助 x：6000元／硕士，最高不超过 50万元 每年'],
    ['grant x: 6000元 per 硕士 cap 50万元 per year', '补助 x：6000元／硕士，封顶 50万元／年'],
    ['grant x: 6000元 per 硕士 cap 50万元 in total', '补助 x：6000元／硕士，累计 不超过 50万元'],
    ['grant x: 6000元 per 硕士 cap 5万元 per 平台 per year', '补助 x：6000元／硕士，单个 平台 每年 最高不超过 5万元'],
    ['grant x: 6000元 per 硕士 cap 5万元 cap 9万元 in total', '补助 x：6000元／硕士，不超过 5万元，累计不超过 9万元'],
    ['grant x: 6000元 per 硕士 cap 5万元 floor 1万元', '补助 x：最低 1万元，6000元／硕士，不高于 5万元'],
    ['reward 5万元 per year', '奖励 5万元／年'],
    ['reward 5万元 per year', '奖励 每年，5万元'],
    ['support up to 150万元', '支持 最高 150万元'],
    ['support up to 150万元', '给予最高150万元'],
    ['support at least 20万元', '支持 不少于 20万元'],
    ['support 3%..=7% of 设备费', '支持 3%..＝7% of 设备费'],
    ['support 3万元 to 7万元', '支持 3万元 至 7万元'],
    ['support 3万元 to 7万元', '支持 3万元～7万元'],
    ['support 3万元 to 7万元', '支持 3万元（含）—7万元（含）'],
    ['support 3万元..7万元', '支持 3万元（含）..7万元（不含）'],
    ['support 3万元>..=7万元', '支持 3万元（不含）..7万元（含）'],
    ['support 10% of 创新券总额', '支持 按 创新券总额 的 10%'],
    ['support 10% of 创新券总额 cap 30万元', '支持 按 创新券总额 的 10%，最高不超过 30万元'],
    ['support 10% of (甲 + 乙)', '支持 按 甲 ＋ 乙 的 10%'],
    ['support (甲 - 乙) * 2 / 3', '支持 （甲 － 乙） × 2 ÷ 3'],
    [
      'support table 等次 { 优秀: 13万元, 良好: 7万元, otherwise: none }',
      '支持 按 等次 分别 { 优秀：13万元，良好：7万元 }，其余不予',
    ],
    ['support table 等次 { 优秀, 良好: 13万元 }', '支持 按 等次 分别 { 优秀、良好：13万元 }'],
    [
      'support table 等次 { 优秀: up to 13万元, otherwise: 1万元 }',
      '支持 按 等次 分别 { 优秀：最高 13万元\n其余：1万元 }',
    ],
    ['support 4% of 甲 plus 1 points when 乙', '支持 按 甲 的 4%，乙 的，提高 1 个百分点'],
    ['support 4% of 甲 plus 2.5 points when 乙 when 丙', '支持 丙 的，按 甲 的 4%，乙 的，增加 2.5个百分点'],
    ['support 4% of 甲 times 1.3 when 乙 and 丙 cap 5元', '支持 按 甲 的 4%，乙 且 丙 的，上浮 30%，封顶 5元'],
    ['support 4% of 甲 times 0.8 when 乙', '支持 按 甲 的 4%，乙 的，乘以 0.8'],
    ['support 4% of 甲 times 1.025 when 乙', '支持 按 甲 的 4%，乙 的，上浮 2.5%'],
    ['support 4% of 甲 instead 11% when 乙', '支持 按 甲 的 4%，乙 的，改按 11%'],
    ['support 4% of 甲 instead 11% when 乙', '支持 按 甲 的 4%，改按 11% 当 乙'],
    ['support 9万元 per full 5000万元 of 甲 over 2亿元', '支持 甲 超过 2亿元 后，每满 5000万元 给 9万元'],
    ['support 9万元 per full 5000万元 of 甲 cap 30万元', '支持 甲 每满 5000万元 给 9万元，封顶 30万元'],
    ['support 17元 per 平方米 of 甲 per 月 of 乙 at most 9月', '支持 17元／平方米（甲）／月（乙，至多 9月）'],
    ['support 17元 per 月 of 乙 up to 9月', '支持 17元／月（乙，至多 9月）'],
    ['support 100元 per 甲 at most 10 cap 5元', '支持 100元／甲（至多 10），封顶 5元'],
    ['support 9万元 when 甲 > 2亿元', '支持 甲 超过 2亿元 的，9万元'],
    ['support best of 贷款 where 已备案: 40% of 利息', '支持 任选一 贷款（已备案 的）：按 利息 的 40%'],
    ['support best of 贷款: 利息 cap 5万元', '支持 任选一 贷款：利息，最高不超过 5万元'],
    ['support 5% of sum of 利息 of 贷款 where 已备案', '支持 按 贷款（已备案 的）的 利息 合计 的 5%'],
    ['support 5% of sum of (甲 + 乙) of 贷款', '支持 按 贷款 的 （甲 ＋ 乙） 合计 的 5%'],
    ['support 1万元 * number of 贷款 where 甲 and 乙', '支持 1万元 × 贷款（甲 且 乙 的）个数'],
    ['support highest of 利息 of 贷款', '支持 贷款 的 利息 取高'],
    ['support 个数 + 合计', '支持 个数 ＋ 合计'],
    ['support bands 甲 whole { 1元..2元: 3%, 2元..: none }', '支持 甲 分档 全额 { 1元..2元：3%，2元..：不予 }'],
    [
      'support bands 甲 whole { 1元..=2元: 3%, 2元>..3元: 4% }',
      '支持 甲 分档 全额 { 1元..2元（含）：3%\n2元（不含）..3元：4% }',
    ],
    ['support bands 甲 marginal { 1 to 9: 3元 } cap 5元', '支持 甲 分档 超额 { 1 至 9：3元 }，封顶 5元'],
    ['support undecided "评价标准"', '支持 另行制定 “评价标准”'],
    ['support case by case', '支持 一事一议'],
    [
      'support reading 边界 "两档" { 甲: 3%, 乙: 4% } of 设备费',
      '支持 按 设备费 的 两种理解 边界 “两档” { 甲：3%，乙：4% }',
    ],
    ['support 5万元 when reading 口径 { 含: 甲, 不含: 乙 }', '支持 两种理解 口径 { 含：甲\n不含：乙 } 的，5万元'],
    ['allowance 5万元 after 绩效评估', '补贴 5万元，经 绩效评估 后'],
    ['allowance 5万元 after 绩效评估', '补贴 经 绩效评估，5万元'],
    ['allowance 60万元 selected by 专家评审', '补贴 经 专家评审 择优，60万元'],
    ['score 等级 { 甲: 20, 乙: 35 } at least 55', '计分 等级 { 甲：20，乙：35 }，不低于 55'],
    [
      'grant 5万元 paid { 开工: 20%, 验收: 80% } at once when 早',
      '补助 5万元，分期拨付 { 开工：20%，验收：80% }，早 的，一次付清',
    ],
    ['grant 5万元 to 甲方 65%, 乙方 35%', '补助 5万元，支付给 甲方 65%、乙方 35%'],
    ['grant 5万元 borne by 市 55%, 县 45%', '补助 5万元，由 市 55%、县 45% 承担'],
    ['grant 5万元 borne by 区 undecided "未定"', '补助 5万元，由 区 另行制定 “未定” 承担'],
    ['grant 5万元 decided by 甲, 乙 by 丙', '补助 5万元，由 甲、乙 认定，由 丙 负责'],
    ['grant 5万元 when 收入 2亿元以上 6亿元以下', '补助 收入 为 2亿元以上6亿元以下的，5万元'],
    ['grant 5万元 limit 7 per year ranked by 得分', '补助 5万元，名额 每年 7 个 按 得分 从高到低'],
    ['grant 5万元 limit 7 per year ranked by 得分', '补助 5万元，名额 每年7个 按 得分 从高到低'],
    ['grant 5万元 at most 3 项目 per 企业', '补助 5万元，同一 企业 至多 3 个 项目'],
    ['grant 5万元 at most 3 项目 per 企业', '补助 5万元，同一 企业 最多3个项目'],
    ['grant 5万元 at most 3 项目 per year', '补助 5万元，至多 3 个 项目 每年'],
    [
      'grant 5万元 at most 3 项目 per 企业 per year ranked by 得分 in order of 项目',
      '补助 5万元，同一 企业 每年 至多 3 项目 按 得分 从高到低，按 项目 先后',
    ],
    ['grant 17元 per 平方米 of 面积 at most 9', '补助 17元／平方米（面积，至多 9）'],
    ['grant 5万元 limit 7 in order of 受理日期', '补助 5万元，名额 7 名 按 受理日期 先后'],
    [
      'grant 5万元 limit 7 ranked by 得分 in order of 受理日期',
      '补助 5万元，名额 7，按 得分 从高到低，按 受理日期 从低到高',
    ],
    ['grant 5万元 from 资金 pro rata', '补助 5万元，资金来源 资金，按比例分配'],
    ['grant 5万元 from 资金 in order of 受理日期', '补助 5万元，资金来源 资金，按先后分配 受理日期'],
    ['grant 5万元 from 资金 in order of 受理日期 limit 3', '补助 5万元，名额 3 个，资金来源 资金，按先后分配 受理日期'],
    ['subsidize 5万元 from 资金 once ever', '贴息 5万元，资金来源 资金，仅享受一次'],
    ['match 5万元 paid at once by 市科技局', '配套 5万元，一次性拨付，由 市科技局 负责'],
    ['invest up to 300万元 by 甲, 乙', '股权投资 由 甲、乙 负责，最高 300万元'],
    ['grant 5万元 when 获批', '补助 获批 的，5万元'],
    ['grant 5万元 when 获批', '获批 的，补助 5万元'],
    ['grant 5万元 when 获批', '补助 5万元，当 获批 时'],
    ['grant 5万元 when 获批 and 人数 >= 20', '补助 符合 获批 且 人数 不低于 20 条件的，5万元'],
    ['grant 5万元 when 获批 and 人数 >= 20', '符合 获批 且 人数 不低于 20 条件的，补助 5万元'],
    ['grant a: 5万元 clause "一" note "二" about 甲', '补助 a：5万元 备注 “二” 条款 “一” 事项 甲'],
  ])('%s · %s', (english, chinese) => same(inMeasure, english, chinese));
});

describe('conditions say the same in both vocabularies', () => {
  it.each([
    ['a and b or not c', 'a 且 b 或 非 c'],
    ['a and b', 'a，且 b'],
    ['角色 is 牵头', '角色 为 牵头'],
    ['角色 is not 牵头', '角色 不为 牵头'],
    ['x is yes', 'x 为 是'],
    ['x is no', 'x 为 否'],
    ['类型 in {甲, 乙}', '类型 属 {甲、乙} 之一'],
    ['类型 in {甲, 乙}', '类型 属于 {甲、乙} 之一'],
    ['类型 not in {甲}', '类型 不属于 {甲}'],
    ['人数 >= 20 and 人数 < 60', '人数 不低于 20 且 人数 低于 60'],
    ['人数 > 20 and 人数 <= 60', '人数 超过 20 且 人数 不高于 60'],
    ['人数 > 20 and 人数 <= 60', '人数 ＞ 20 且 人数 ≤ 60'],
    ['年龄 between 18 to 45', '年龄 介于 18 至 45'],
    ['number of 贷款 where 已备案 >= 2 and 甲', '贷款（已备案 的）个数 不低于 2 且 甲'],
    ['number of 贷款 where 利息 >= 2元 >= 1', '贷款（利息 不低于 2元 的）个数 不低于 1'],
    ['number of 贷款 where (甲 or 乙) > 1', '贷款（甲 或 乙 的）个数 超过 1'],
    ['sum of 利息 of 贷款 < 100元', '贷款 的 利息 合计 低于 100元'],
    ['投产日期 >= 2026-01-01', '投产日期 不低于 2026年1月1日'],
    ['研发 * 100 >= 收入 * 3', '研发 × 100 ≥ 收入 × 3'],
    ['not (a or b)', '非（a 或 b）'],
    ['状态 is draft', '状态 为 draft'],
  ])('%s · %s', (english, chinese) => same(inMeasure, `when ${english}`, `当 ${chinese}`));
});

describe('measure lines and norms say the same in both vocabularies', () => {
  it.each([
    ['for 高校, 科研院所', '对象：高校、科研院所'],
    ['for each 平台 of 高校', '对象 高校 的每个 平台'],
    ['for each 平台 of 高校 where 获批', '适用于 高校 的每个 平台，其中 获批'],
    ['when 获批', '获批 的'],
    ['cap 50万元 per year', '每年 不超过 50万元'],
    ['recognise 转化项目 as 省级项目 when 到账 >= 200万元', '到账 不低于 200万元 的，视同 转化项目 为 省级项目'],
    ['recognise "甲" as "乙"', '视同 “甲” 为 “乙”'],
    ['exempt 负责人 from 后续责任 when 勤勉', '免除 负责人 的 后续责任，当 勤勉'],
    ['entitle 科研人员 to at least 70% of 净收入', '科研人员 可获 不低于 净收入 的 70%'],
    ['entitle 科研人员 to at least 70% of undecided "基数"', '可获 科研人员 不低于 另行制定 “基数” 的 70%'],
    ['entitle 科研人员 to at most 50% of 净收入', '科研人员 有权获得 不高于 净收入 的 50%'],
    ['entitle 科研人员 to exactly 50% of 净收入', '科研人员 可获 按 净收入 的 50%'],
    ['reckon 50% of 现金奖励 as 工资', '现金奖励 减按 50% 计入 工资'],
    ['reckon 50% of 现金奖励 as 工资', '减按 现金奖励 的 50% 计入 工资'],
    ['oblige 市科技局 to "评价" each year', '市科技局 应当 每年 “评价”'],
    ['oblige 市科技局, 市教育局 to "评价"', '应当 市科技局、市教育局 “评价”'],
    ['oblige 市科技局 to at least 1场 "评价" each year', '市科技局 应当 每年 不少于 1场 “评价”'],
    ['oblige to "评价" each year', '应当 每年 “评价”'],
    ['oblige to 2个 "机构" by 2026', '应当 到 2026年 2个 “机构”'],
    ['oblige 高新区 to at least 1所 结对高校 by 2026', '高新区 应当 到 2026年 不少于1所 结对高校'],
    ['oblige 甲 to "公开", about 2家 "平台"', '甲 应当 “公开”，约 2家 “平台”'],
    ['target 工程师 about 30名 each year', '指标 工程师 每年 30名左右'],
    ['target 工程师 about 30名 each year', '指标 工程师 约 30名，每年'],
    ['target 平台 1 to 2家 by 2028', '指标 平台 到 2028年 1至2家'],
    ['target 平台 at least 3家 within 5 years', '指标 平台 5年内 不少于 3家'],
    ['target 平台 3家 by 2028-12-31', '指标 平台 3家，到 2028年12月31日'],
    ['target 平台 { within 5 years: over 3家 }', '指标 平台 { 5年内：超过 3家 }'],
    ['target 平台 { each year: 3家\n by 2028: 9家 }', '指标 平台 {\n每年：3家\n到 2028年：9家 }'],
    ['hold 出资 to at most 30% of 规模', '出资 应不高于 规模 的 30%'],
    ['hold 出资 to at most 30% of 规模', '出资 不高于 规模 的 30%'],
    ['hold "出资" to at least 30% of "规模"', '“出资” 不低于 “规模” 的 30%'],
    ['revoke 备案 when 甲', '甲 的，取消 备案'],
    ['revoke "备案" when 甲 > 3 and 乙', '符合 甲 > 3 且 乙 条件的，取消 “备案”'],
    ['reclaim when 迁出 within 6 years', '6年内 迁出 的，追回'],
    ['reclaim within 6 years when 迁出 by 市科技局', '6年内 迁出 的，追回，责任单位 市科技局'],
    ['reclaim when 迁出', '迁出 的，追回'],
    ['bar for 4 years when 骗取', '骗取 的，4年内不得申报'],
    ['bar for 4 years when 骗取', '骗取 的，4年内 不得申报'],
    ['bar when 骗取', '骗取 的，不得申报'],
    ['encourage 高校 to "开放"', '鼓励 高校 “开放”'],
    ['encourage 高校 to recognise 甲 as 乙 when 丙', '鼓励 高校 视同 甲 为 乙，丙 的'],
    ['may 科研人员 to "约定"', '科研人员 可以 “约定”'],
    [
      'target 成交额 { 2023: over 700亿元, 2025: at least 100家 }',
      '指标 成交额 { 2023年：超过 700亿元，2025年：不低于 100家 }',
    ],
    ['excludes 甲, 乙', '不与 甲、乙 重复享受'],
    ['stacks with 甲', '可与 甲 叠加'],
    ['deny when 失信 because "失信"', '失信 的，不予支持，理由 “失信”'],
    ['deny when 失信 because "失信"', '不予支持 失信 的，理由 “失信”'],
    ['extend to 甲 when 乙 "参照"', '可参照执行 甲，乙 的，“参照”'],
    ['let x = 月费 * 12 / 365 rounded to 分', '其中 x ＝ 月费 × 12 ÷ 365 四舍五入到 分'],
    ['let x = 月费 rounded down to 1000元', '其中 x ＝ 月费 取整到 1000元'],
    ['waive "3" because "学制"', '不编码 “3”，理由 “学制”'],
  ])('%s · %s', (english, chinese) => same(inMeasure, english, chinese));
});

describe('policy lines say the same in both vocabularies', () => {
  it.each([
    ['led by 甲, 乙', '牵头单位：甲、乙'],
    ['issued by 甲', '制定单位 甲'],
    ['level province', '层级 省级'],
    ['status in force', '状态 现行'],
    ['effective on publication', '自印发之日起施行'],
    ['effective 2026-01-01 to 2028-12-31', '施行日期 2026年1月1日 至 2028年12月31日'],
    ['replaces a, b', '代替 a、b'],
    ['as of 2026-06-30', '截至 2026-06-30'],
    ['stacking highest', '就高不重复'],
    ['stacking sum within this policy', '可累计 本文件内'],
    ['stacking highest with policies at level city', '就高不重复 与 市级 政策'],
    ['stacking highest per 平台, across 项目', '叠加规则 就高不重复 同一 平台、不同 项目'],
    ['stacking choose one between 甲, 乙', '择一享受 限于 甲、乙'],
  ])('%s · %s', (english, chinese) => same(inPolicy, english, chinese));
});

describe('declarations say the same in both vocabularies', () => {
  it.each([
    ['agency 甲 alias a, b formerly 乙', '机构 甲 又称 a 又称 b 原 乙'],
    ['matter 甲 under 乙 "丙"', '事项 甲 隶属 乙 “丙”'],
    ['unit 平方米 alias sqm', '计量单位 平方米 又称 sqm'],
    ['disjoint 甲, 乙', '互不相容 甲、乙'],
    ['party 甲 is 乙, 丙 alias a "丁" { }', '申报主体 甲 属于 乙、丙 又称 a “丁” { }'],
    [
      'party 甲 { 净额: money signed basis "含税" "额" = 收入 - 成本 }',
      '主体 甲 { 净额：金额 可为负 口径 “含税” “额” ＝ 收入 － 成本 }',
    ],
    ['record 甲 { 乙: list of 丙\n丁: date }', '条目 甲 { 乙：丙 名单，丁：日期 }'],
    [
      'budget 甲 5000万元 per year for 3 years total 1.5亿元 by 乙 { note "x" }',
      '资金池 甲 每年 5000万元，连续3年，共 1.5亿元 责任单位 乙 备注 “x”',
    ],
  ])('%s · %s', (english, chinese) => same(alone, english, chinese));
});

describe('examples say the same in both vocabularies', () => {
  it.each([
    [
      '高校 { 硕士: 60, 平台: [{ 类型: 甲, 角色: 乙 }], 高新: yes }',
      '高校 { 硕士：60\n平台：[{ 类型：甲，角色：乙 }]\n高新：是 }',
    ],
    ['as of 2026-06-30', '截至 2026年6月30日'],
    ['decide 甲[2] = 900万元', '裁量 甲[2] ＝ 900万元'],
    ['expect 甲 = 50万元', '应得 甲 ＝ 50万元'],
    ['expect = 50万元', '应得 ＝ 50万元'],
    ['expect 甲 = 0元..50万元', '应得 甲 ＝ 0元..50万元'],
    ['expect 甲 ceiling 50万元', '应为 甲 待评定 50万元'],
    ['expect 甲.乙[1] denied', '应为 甲.乙[1] 不符合'],
    ['expect denied', '应为 不符合'],
    ['expect undecided', '应为 待明确'],
    ['expect case by case', '应为 一事一议'],
    ['expect selective 60万元', '应为 待遴选 60万元'],
    ['expect 甲 suppressed', '应为 甲 就高未采用'],
    ['expect needs 硕士, 博士', '应为 缺信息 硕士、博士'],
    ['expect 甲 needs', '应为 甲 缺信息'],
  ])('%s · %s', (english, chinese) => same(inExample, english, chinese));
});
