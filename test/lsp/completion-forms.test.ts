import { describe, expect, it } from 'vitest';
import { complete } from '../../lsp/ide/completion/complete.ts';
import { fixture } from './fixture.ts';

/** Every form of the language is offered where it can stand: what the grammar takes next, tried word by word. */

const english = `use std.parties
use std.jinan
matter 建厂
enum 等级 { 甲等, 乙等 }
record 车棚 { 面积: count, 投入: money, 已备案: bool }
party 企业 {
  产值: money by year
  评级: 等级 by year
  职工: count
  认定日: date
  集团: key
  高新: bool by year
  车棚表: list of 车棚
}
`;
const chinese = `引用 std.parties
引用 std.jinan
事项 建厂
分类 等级 { 甲等、乙等 }
名录 车棚 { 面积：数目，投入：金额，已备案：是否 }
主体 企业 {
  产值：金额 逐年
  评级：等级 逐年
  职工：数目
  认定日：日期
  集团：标识
  高新：是否 逐年
  车棚表：车棚 名单
}
`;

function offered(source: string): string[] {
  const { snapshot, file, offset } = fixture(source);
  return complete(snapshot, file, offset, 'zh').map(({ label }) => label);
}

const inMeasure = (line: string) =>
  `${english}measure 甲 {\n  for 企业\n  grant 奖: 1万元\n}\nmeasure 乙 {\n  for 企业\n  ${line}$0`;
const inChinese = (line: string) =>
  `${chinese}措施 甲 {\n  对象 企业\n  补助 奖：1万元\n}\n措施 乙 {\n  对象 企业\n  ${line}$0`;

describe('a Chinese sentence, written word by word', () => {
  it.each([
    ['补助 奖：', ['最高', '按', '任选一', '近', '上年', '两种理解', '另行制定', '一事一议', '自', '首次', '已享受']],
    ['补助 奖：产值 ', ['分档', '首次达到', '增长率', '新增部分', '增长超过', '超过', '不低于', '介于', '每满']],
    ['补助 奖：产值 分档 ', ['全额', '超额']],
    ['补助 奖：产值 首次达到 { 2亿元：8万元 } ', ['只补差额', '全额']],
    ['补助 奖：按 评级 ', ['分别', '的']],
    ['补助 奖：产值 增长超过 6% ', ['的部分']],
    ['补助 奖：产值 超过 2亿元 ', ['后', '的']],
    ['补助 奖：近 3年 ', ['累计']],
    ['补助 奖：近 3年 累计 ', ['产值']],
    ['补助 奖：上年 ', ['产值']],
    ['补助 奖：首次 ', ['高新']],
    ['补助 奖：连续 2年 ', ['评级']],
    ['补助 奖：评级 属 {甲等} ', ['之一', '的', '且']],
    ['补助 奖：自 ', ['认定日']],
    ['补助 奖：自 认定日 ', ['起']],
    ['补助 奖：自 认定日 起 ', ['连续']],
    ['补助 奖：自 认定日 起 4年 ', ['内', '内申报']],
    ['补助 奖：车棚表（', ['已备案', '面积', '非']],
    ['补助 奖：车棚表（已备案 的）', ['个数', '的']],
    ['补助 奖：1万元／', ['职工']],
    ['补助 奖：1万元，最高不超过 5万元 每 ', ['企业', '集团']],
    ['补助 奖：1万元，名额 7 个 按 职工 ', ['从高到低', '从低到高', '先后']],
    ['补助 奖：1万元，', ['仅享受一次', '扣除已获', '适用', '经', '资金来源', '改按', '提高', '上浮']],
    ['补助 奖：1万元，扣除已获 甲.', ['奖']],
    ['适用 认定日 ', ['在']],
    ['适用 ', ['认定日']],
    ['高新 的，', ['补助', '奖励', '不予支持', '追回', '取消', '视同', '免除']],
    ['市科技局 ', ['应当', '可以', '应', '可获']],
    ['市科技局 应当 ', ['每年', '到']],
    ['指标 产值 ', ['每年', '到', '约']],
    ['指标 产值 { ', ['到', '每年']],
    ['不与 甲 ', ['重复享受']],
    ['允许与 甲 ', ['重叠']],
    ['对象 企业 的 每个 ', ['车棚表']],
  ] as const)('%s', (line, words) => {
    expect(offered(inChinese(line))).toEqual(expect.arrayContaining([...words]));
  });
});

describe('an English sentence, written word by word', () => {
  it.each([
    ['grant a: ', ['up to', 'table', 'bands', 'ladder', 'best of', 'growth of', "last year's", 'reading', 'over']],
    ['grant a: bands 产值 ', ['whole', 'marginal']],
    ['grant a: ladder 产值 ', ['first reached']],
    ['grant a: ladder 产值 first reached { 2亿元: 8万元 } ', ['difference only', 'in full']],
    ['grant a: 9万元 per full 5000万元 ', ['of']],
    ['grant a: 9万元 per full 5000万元 of 产值 ', ['over']],
    ['grant a: 1% of growth of 产值 ', ['beyond', 'cap']],
    ['grant a: 1% of sum of 产值 ', ['over']],
    ['grant a: 1万元 when 评级 is 甲等 ', ['for', 'and', 'or']],
    ['grant a: best of 车棚表 where ', ['已备案']],
    ['grant a: 1万元 each year for 4 years from ', ['认定日']],
    ['grant a: 1万元 limit 7 per year ', ['ranked by', 'in order of']],
    ['grant a: 1万元 at most 3 ', ['车棚表']],
    ['grant a: 1万元 at most 3 车棚表 ', ['per', 'per year', 'ranked by', 'in order of']],
    ['grant a: 1万元 at most 3 车棚表 per ', ['企业', '集团']],
    ['grant a: 1万元 less already awarded 甲.', ['奖']],
    ['covers events by 认定日 ', ['from']],
    ['apply within 8 months of ', ['认定日']],
    ['deny when 高新 because "x" except ', ['甲']],
    ['hold 产值 to ', ['at most', 'at least', 'about']],
    ['reclaim when 高新 ', ['within', 'and']],
  ] as const)('%s', (line, words) => {
    expect(offered(inMeasure(line))).toEqual(expect.arrayContaining([...words]));
  });
});

describe('what cannot follow is not offered', () => {
  it.each([
    ['补助 奖：自 认定日 ', ['最高不超过', '产值', '的']],
    ['补助 奖：产值 分档 ', ['最高不超过', '产值']],
    ['补助 奖：1万元／职工 ', ['产值', '补助', '上年']],
  ] as const)('%s', (line, words) => {
    const labels = offered(inChinese(line));
    expect(labels.filter((label) => (words as readonly string[]).includes(label))).toEqual([]);
  });
});
