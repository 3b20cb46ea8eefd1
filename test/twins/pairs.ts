/** A surface form, and the same thing said by hand in plainer forms. Both must give the same results everywhere. */
export interface Twin {
  readonly form: string;
  /** The body of the file after the shared declarations. */
  readonly surface: string;
  readonly twin: string;
  /**
   * What is compared: the total where the twin says with several benefits what the form says with one; else every
   * award's outcome and amount as well; of norms, for whom each holds.
   */
  readonly compare: 'totals' | 'awards' | 'norms';
}

export const declarations = `use std.jinan
enum 等次 { 优秀, 良好, 合格 }
record 平台 { 级别: 等次, 获批: bool, 投入: money }
party 单位 { 硕士 alias master: count, 经费: money, 盈余: money signed, 公办: bool, 评级: 等次, 成立: date, 比例: rate }
party 高校 is 单位 { 博士: count, 平台: list of 平台 }
party 企业 is 单位
party 院所 is 单位 { 事业单位: bool }
disjoint 高校, 企业, 院所
policy 甲 "甲" { level city }
`;

const measure = (lines: string, head = 'for 高校\n  about 人才') => `measure 甲 {\n  ${head}\n  ${lines}\n}\n`;

export const twins: readonly Twin[] = [
  {
    form: 'per: the amount times the fact',
    surface: measure('grant 6000元 per 硕士'),
    twin: measure('grant 6000元 * 硕士'),
    compare: 'awards',
  },
  {
    form: 'a bare number is yuan',
    surface: measure('grant 6000 per 硕士 cap 500000'),
    twin: measure('grant 6000元 per 硕士 cap 50万元'),
    compare: 'awards',
  },
  {
    form: 'rate of base',
    surface: measure('grant 10% of 经费'),
    twin: measure('grant 经费 / 10'),
    compare: 'awards',
  },
  {
    form: 'permille',
    surface: measure('grant 5‰ of 经费'),
    twin: measure('grant 0.5% of 经费'),
    compare: 'awards',
  },
  {
    form: 'cap: what lies above is not paid',
    surface: measure('grant 6000元 per 硕士 cap 50万元'),
    twin: measure('grant 低: 6000元 per 硕士 when 硕士 <= 83\n  grant 高: 50万元 when 硕士 > 83'),
    compare: 'totals',
  },
  {
    form: 'two caps: the lower one holds',
    surface: measure('grant 6000元 per 硕士 cap 50万元 cap 30万元'),
    twin: measure('grant 6000元 per 硕士 cap 30万元'),
    compare: 'awards',
  },
  {
    form: 'floor: no less than this is paid',
    surface: measure('grant 6000元 per 硕士 floor 3万元'),
    twin: measure('grant 低: 3万元 when 硕士 < 5\n  grant 高: 6000元 per 硕士 when 硕士 >= 5'),
    compare: 'totals',
  },
  {
    form: 'the floor comes before the cap, wherever it is written',
    surface: measure('grant 6000元 per 硕士 cap 4万元 floor 3万元'),
    twin: measure('grant 6000元 per 硕士 floor 3万元 cap 4万元'),
    compare: 'awards',
  },
  {
    form: 'table',
    surface: measure('grant table 评级 { 优秀: 9万元, 良好: 4万元, otherwise: none }'),
    twin: measure('grant 一: 9万元 when 评级 is 优秀\n  grant 二: 4万元 when 评级 is 良好'),
    compare: 'totals',
  },
  {
    form: 'table that names every member',
    surface: measure('grant table 评级 { 优秀: 9万元, 良好、合格: 4万元 }'),
    twin: measure('grant 一: 9万元 when 评级 is 优秀\n  grant 二: 4万元 when 评级 is not 优秀'),
    compare: 'totals',
  },
  {
    form: 'up to: from nothing to the limit',
    surface: measure('grant up to 150万元 after 评审'),
    twin: measure('grant 0元..150万元 after 评审'),
    compare: 'awards',
  },
  {
    form: 'up to a share',
    surface: measure('grant up to 30% of 经费 after 评审'),
    twin: measure('grant (0%..30%) of 经费 after 评审'),
    compare: 'awards',
  },
  {
    form: 'a share that someone decides',
    surface: measure('grant 3%..7% of 经费 after 评审'),
    twin: measure('grant (3%..7%) of 经费 after 评审'),
    compare: 'awards',
  },
  {
    form: 'at least: open at the top, by nobody named',
    surface: measure('grant at least 0元'),
    twin: measure('grant undecided "没有写上限"'),
    compare: 'awards',
  },
  {
    form: 'let',
    surface: measure('let 单价 = 3000元 * 2\n  grant 单价 * 硕士'),
    twin: measure('grant 6000元 * 硕士'),
    compare: 'awards',
  },
  {
    form: 'let with rounding',
    surface: measure('let 日费 = 1000元 / 3 rounded to 分\n  grant 日费 * 硕士'),
    twin: measure('grant 333.33元 * 硕士'),
    compare: 'awards',
  },
  {
    form: 'let rounded down',
    surface: measure('let 整 = 2999元 rounded down to 1000元\n  grant 整 * 硕士'),
    twin: measure('grant 2000元 * 硕士'),
    compare: 'awards',
  },
  {
    form: 'when in the header holds for every benefit',
    surface: measure('grant 一: 5万元\n  grant 二: 6000元 per 硕士', 'for 高校\n  about 人才\n  when 公办'),
    twin: measure('grant 一: 5万元 when 公办\n  grant 二: 6000元 per 硕士 when 公办'),
    compare: 'awards',
  },
  {
    form: 'two conditions in the header',
    surface: measure('grant 5万元', 'for 高校\n  about 人才\n  when 公办\n  when 硕士 >= 3'),
    twin: measure('grant 5万元 when 公办 and 硕士 >= 3'),
    compare: 'awards',
  },
  {
    form: 'deny',
    surface: measure('grant 5万元', 'for 高校\n  about 人才\n  deny when 公办 because "公办"'),
    twin: measure('grant 5万元 when not 公办'),
    compare: 'awards',
  },
  {
    form: 'deny for every measure of the policy',
    surface: `deny when 公办 because "公办"\n${measure('grant 5万元')}`,
    twin: measure('grant 5万元 when not 公办'),
    compare: 'awards',
  },
  {
    form: 'deny except: the measures named stay as they are',
    surface: `deny when 公办 because "公办" except 乙\n${measure('grant 5万元')}measure 乙 { for 高校 about 住房 grant 3万元 }\n`,
    twin: `${measure('grant 5万元 when not 公办')}measure 乙 { for 高校 about 住房 grant 3万元 }\n`,
    compare: 'awards',
  },
  {
    form: 'several duties on one line',
    surface: measure('oblige 高校 to "公开结果", at least 1场 "活动" each year'),
    twin: measure('oblige 高校 to "公开结果" each year\n  oblige 高校 to at least 1场 "活动" each year'),
    compare: 'norms',
  },
  {
    form: 'the figure of a target on its line, or as its only row',
    surface: measure('target 平台 1 to 2家 by 2028'),
    twin: measure('target 平台 { by 2028: 1 to 2家 }'),
    compare: 'norms',
  },
  {
    form: 'by a year: to its last day',
    surface: measure('target 平台 2家 by 2028-12-31'),
    twin: measure('target 平台 2家 by 2028年12月31日'),
    compare: 'norms',
  },
  {
    form: 'a reading that was ruled on is what the ruling says',
    surface: `ruling 边界 乙 by 市财政局 on 2026-01-01\n${measure('grant reading 边界 { 甲: 5000元, 乙: 6000元 } * 硕士 when reading 边界 { 甲: 公办, 乙: 硕士 >= 3 }')}`,
    twin: measure('grant 6000元 * 硕士 when 硕士 >= 3'),
    compare: 'awards',
  },
  {
    form: 'a reading that nobody has ruled on lies between what its options give',
    surface: measure('grant 两: reading 边界 "…" { 甲: 5000元, 乙: 6000元 } * 硕士'),
    twin: measure('grant 两: reading 边界 "…" { 乙: 6000元 * 硕士, 甲: 5000元 * 硕士 }'),
    compare: 'totals',
  },
  {
    form: 'a measure in force at the date, of a draft as well',
    surface: `policy 甲 "甲" { level city status draft }\n${measure('grant 6000元 per 硕士', 'for 高校\n  about 人才\n  effective 2026-01-01 to 2026-06-30')}`,
    twin: measure('grant 6000元 per 硕士'),
    compare: 'awards',
  },
  {
    form: 'a measure that is not yet in force pays nothing',
    surface: `${measure('grant 一: 6000元 per 硕士', 'for 高校\n  about 人才\n  effective 2026-07-01')}measure 乙 { for 高校 about 住房 grant 二: 3万元 }\n`,
    twin: 'measure 乙 { for 高校 about 住房 grant 二: 3万元 }\n',
    compare: 'totals',
  },
  {
    form: 'in',
    surface: measure('grant 5万元 when 评级 in {优秀, 良好}'),
    twin: measure('grant 5万元 when 评级 is 优秀 or 评级 is 良好'),
    compare: 'awards',
  },
  {
    form: 'not in',
    surface: measure('grant 5万元 when 评级 not in {优秀, 良好}'),
    twin: measure('grant 5万元 when 评级 is 合格'),
    compare: 'awards',
  },
  {
    form: 'is not',
    surface: measure('grant 5万元 when 评级 is not 优秀'),
    twin: measure('grant 5万元 when not 评级 is 优秀'),
    compare: 'awards',
  },
  {
    form: 'between whole numbers, both ends included',
    surface: measure('grant 5万元 when 硕士 between 3 to 5'),
    twin: measure('grant 5万元 when 硕士 >= 3 and 硕士 <= 5'),
    compare: 'awards',
  },
  {
    form: 'between sums of money, the upper end left out',
    surface: measure('grant 5万元 when 经费 between 3万元..5万元'),
    twin: measure('grant 5万元 when 经费 >= 3万元 and 经费 < 5万元'),
    compare: 'awards',
  },
  {
    form: 'comparisons turned round',
    surface: measure('grant 5万元 when 3 <= 硕士'),
    twin: measure('grant 5万元 when not 硕士 < 3'),
    compare: 'awards',
  },
  {
    form: 'dates',
    surface: measure('grant 5万元 when 成立 >= 2020-01-01'),
    twin: measure('grant 5万元 when not 成立 < 2020年1月1日'),
    compare: 'awards',
  },
  {
    form: 'selected by: all or nothing, like any other selection',
    surface: measure('grant 50万元 selected by 评审'),
    twin: measure('grant 0.5亿元 / 100 selected by 评审'),
    compare: 'awards',
  },
  {
    form: 'invest is a family of its own, with the amounts of a grant',
    surface: measure('invest up to 300万元 after 评审 when 公办'),
    twin: measure('invest 0元..300万元 after 评审 when 公办'),
    compare: 'awards',
  },
  {
    form: 'the kind of cash benefit does not matter',
    surface: measure('reward 5万元 when 公办'),
    twin: measure('subsidize 5万元 when 公办'),
    compare: 'awards',
  },
  {
    form: 'for two kinds of party',
    surface: measure('grant 5万元', 'for 高校, 企业\n  about 人才'),
    twin: 'measure 甲 { for 高校 about 人才 grant 5万元 }\nmeasure 乙 { for 企业 about 人才 grant 5万元 }\n',
    compare: 'totals',
  },
  {
    form: 'for each … where',
    surface: measure('grant 5万元', 'for each 平台 of 高校 where 获批\n  about 人才'),
    twin: measure('grant 5万元 when 获批', 'for each 平台 of 高校\n  about 人才'),
    compare: 'awards',
  },
  {
    form: 'about a fact: each item on its own matter',
    surface: `${measure('grant 10% of 投入 when 获批', 'for each 平台 of 高校\n  about 级别')}`,
    twin: measure('grant 10% of 投入 when 获批 about 级别', 'for each 平台 of 高校'),
    compare: 'awards',
  },
  {
    form: 'a cap in the header is shared, and for one benefit is its own',
    surface: measure('grant 6000元 per 硕士', 'for 高校\n  about 人才\n  cap 50万元'),
    twin: measure('grant 6000元 per 硕士 cap 50万元'),
    compare: 'totals',
  },
  {
    form: 'a derived fact',
    surface: `party 高校 { 净额: money signed = 经费 - 盈余 }\n${measure('grant 10% of 净额 when 净额 >= 3万元')}`,
    twin: measure('grant 10% of (经费 - 盈余) when 经费 - 盈余 >= 3万元'),
    compare: 'awards',
  },
  {
    form: 'an alias is the name',
    surface: measure('grant 6000元 per master when master >= 3'),
    twin: measure('grant 6000元 per 硕士 when 硕士 >= 3'),
    compare: 'awards',
  },
  {
    form: 'stacking choose one between two measures: the higher one',
    surface:
      'policy 甲 "甲" { level city stacking choose one between 甲, 乙 }\nmeasure 甲 { for 高校 about 人才 grant 5万元 }\nmeasure 乙 { for 高校 about 住房 grant 6000元 per 硕士 }\n',
    twin: 'policy 甲 "甲" { level city stacking highest within this policy }\nmeasure 甲 { for 高校 about 人才 grant 5万元 }\nmeasure 乙 { for 高校 about 人才 grant 6000元 per 硕士 }\n',
    compare: 'totals',
  },
  {
    form: 'stacks with: both are paid, as without a common matter',
    surface:
      'measure 甲 { for 高校 about 人才 stacks with 乙 grant 5万元 }\nmeasure 乙 { for 高校 about 人才 grant 6000元 per 硕士 }\n',
    twin: 'measure 甲 { for 高校 about 人才 grant 5万元 }\nmeasure 乙 { for 高校 about 住房 grant 6000元 per 硕士 }\n',
    compare: 'totals',
  },
  {
    form: 'stacking sum within the policy is stacks with, for every pair',
    surface:
      'policy 甲 "甲" { level city stacking sum within this policy }\nmeasure 甲 { for 高校 about 人才 grant 5万元 }\nmeasure 乙 { for 高校 about 人才 grant 3万元 when 公办 }\n',
    twin: 'measure 甲 { for 高校 about 人才 stacks with 乙 grant 5万元 }\nmeasure 乙 { for 高校 about 人才 grant 3万元 when 公办 }\n',
    compare: 'totals',
  },
  {
    form: 'extend: by analogy, with the amounts of the measure',
    surface: measure('extend to 院所 when 事业单位 "参照"\n  grant 6000元 per 硕士'),
    twin: 'measure 甲 { for 高校 about 人才 grant 6000元 per 硕士 }\nmeasure 乙 { for 院所 about 人才 grant 6000元 per 硕士 when 事业单位 }\n',
    compare: 'totals',
  },
  {
    form: 'apply: one measure by analogy, a fact read for another',
    surface: `apply 甲 to 院所 reading 盈利 as 经费 when 事业单位\n${measure('grant 10% of 经费 cap 30万元')}party 单位 { 盈利: money }\n`,
    twin: 'measure 甲 { for 高校 about 人才 grant 10% of 经费 cap 30万元 }\nmeasure 乙 { for 院所 about 住房 grant 10% of 盈利 cap 30万元 when 事业单位 }\nparty 单位 { 盈利: money }\n',
    compare: 'totals',
  },
  {
    form: 'covers events: a condition on a date',
    surface: measure('grant 5万元 covers events by 成立 from 2024-01-31 to 2026-12-31'),
    twin: measure('grant 5万元 when 成立 >= 2024-01-31 and 成立 <= 2026-12-31'),
    compare: 'awards',
  },
  {
    form: 'covers events: of a policy, in every measure',
    surface: `policy 甲 "甲" { covers events by 成立 from 2024-01-31 to 2026-12-31 }\n${measure('grant 5万元')}`,
    twin: `policy 甲 "甲" { level city }\n${measure('grant 5万元 when 成立 >= 2024-01-31 and 成立 <= 2026-12-31')}`,
    compare: 'awards',
  },
  {
    form: 'apply within: a year is twelve months',
    surface: measure('grant 5万元 apply within 2 years of 成立'),
    twin: measure('grant 5万元 apply within 24 months of 成立'),
    compare: 'awards',
  },
  {
    form: 'modifiers on lines of their own',
    surface: measure('grant 一: 10% of 经费\n    cap 30万元\n    when 公办\n    by 市教育局'),
    twin: measure('grant 一: 10% of 经费 cap 30万元 by 市教育局 when 公办'),
    compare: 'awards',
  },
  {
    form: 'after a fixed sum: a procedure that is passed or not',
    surface: measure('grant 5万元 after 评审', 'for 高校\n  about 人才\n  when 公办'),
    twin: measure('grant 5万元 when 公办 after 评审'),
    compare: 'awards',
  },
  {
    form: 'excludes: what is given up where the other is paid',
    surface:
      'measure 甲 { for 高校 about 人才 when 公办 grant 5万元 }\nmeasure 乙 { for 高校 about 住房 excludes 甲 grant 3万元 }\n',
    twin: 'measure 甲 { for 高校 about 人才 when 公办 grant 5万元 }\nmeasure 乙 { for 高校 about 住房 grant 3万元 when not 公办 }\n',
    compare: 'totals',
  },
  {
    form: 'sum of: an award for each item, added up',
    surface: measure('grant sum of 投入 of 平台 where 获批'),
    twin: measure('grant 投入 when 获批', 'for each 平台 of 高校'),
    compare: 'totals',
  },
  {
    form: 'number of: so much for each item',
    surface: measure('grant 1万元 * number of 平台 where 获批'),
    twin: measure('grant 1万元', 'for each 平台 of 高校 where 获批'),
    compare: 'totals',
  },
  {
    form: 'best of: the highest',
    surface: measure('grant best of 平台 where 获批: 40% of 投入 cap 30元'),
    twin: measure('grant highest of (40% of 投入) of 平台 where 获批 cap 30元'),
    compare: 'awards',
  },
  {
    form: 'for each … where: a condition on the item',
    surface: measure('grant 投入', 'for each 平台 of 高校 where 获批\n  about 人才'),
    twin: measure('grant 投入 when 获批', 'for each 平台 of 高校\n  about 人才'),
    compare: 'awards',
  },
  {
    form: 'a condition on the number of items',
    surface: measure('grant 1万元 when number of 平台 where 获批 >= 1'),
    twin: measure('grant 1万元 when not number of 平台 where (获批 is yes) <= 0'),
    compare: 'awards',
  },
  {
    form: 'bands, whole: by the band',
    surface: measure('grant bands 经费 whole { 3万元..5万元: 3%, 5万元..: 2000元 }'),
    twin: measure('grant 低: 3% of 经费 when 经费 >= 3万元 and 经费 < 5万元\n  grant 高: 2000元 when 经费 >= 5万元'),
    compare: 'totals',
  },
  {
    form: 'bands, whole, of whole numbers, both ends included',
    surface: measure('grant bands 硕士 whole { 2 to 4: 1万元, 5 to 83: 2万元, otherwise: 100元 }'),
    twin: measure(
      'grant 甲: 1万元 when 硕士 >= 2 and 硕士 < 5\n  grant 乙: 2万元 when 硕士 > 4 and 硕士 < 84\n  grant 丙: 100元 when 硕士 < 2 or 硕士 > 83',
    ),
    compare: 'totals',
  },
  {
    form: 'bands, marginal: each part by its own rate',
    surface: measure('grant bands 经费 marginal { 0元..3万元: 100%, 3万元..5万元: 40%, 5万元..: 1% }'),
    twin: measure(
      'grant 低: 经费 when 经费 < 3万元\n  grant 中: 3万元 + 40% of (经费 - 3万元) when 经费 >= 3万元 and 经费 < 5万元\n  grant 高: 3.8万元 + 1% of (经费 - 5万元) when 经费 >= 5万元',
    ),
    compare: 'totals',
  },
  {
    form: 'bands, marginal, of whole numbers: so much for each',
    surface: measure('grant bands 硕士 marginal { 1 to 4: 100元, 5 to 83: 30元 }'),
    twin: measure(
      'grant 低: 100元 per 硕士 when 硕士 <= 4\n  grant 中: 400元 + 30元 * (硕士 - 4) when 硕士 > 4 and 硕士 <= 83\n  grant 高: 2770元 when 硕士 > 83',
    ),
    compare: 'totals',
  },
  {
    form: 'bands as the rate of another base',
    surface: measure('grant (bands 硕士 whole { 2 to 4: 3%, 5 to 83: 2% }) of 经费'),
    twin: measure(
      'grant 甲: 3% of 经费 when 硕士 >= 2 and 硕士 <= 4\n  grant 乙: 2% of 经费 when 硕士 >= 5 and 硕士 <= 83',
    ),
    compare: 'totals',
  },
  {
    form: 'plus points: added to the rate where the condition holds',
    surface: measure('grant 4% of 经费 plus 1.5 points when 公办'),
    twin: measure('grant 甲: 4% of 经费 when not 公办\n  grant 乙: 5.5% of 经费 when 公办'),
    compare: 'totals',
  },
  {
    form: 'times: a factor where the condition holds',
    surface: measure('grant 4% of 经费 times 1.3 when 公办'),
    twin: measure('grant 甲: 4% of 经费 when not 公办\n  grant 乙: 5.2% of 经费 when 公办'),
    compare: 'totals',
  },
  {
    form: 'instead: another rate, or another sum, in its place',
    surface: measure('grant 4% of 经费 instead 11% when 公办 instead 2万元 when not 公办 and 硕士 >= 5'),
    twin: measure(
      'grant 甲: 4% of 经费 when not 公办 and 硕士 < 5\n  grant 乙: 11% of 经费 when 公办\n  grant 丙: 2万元 when not 公办 and 硕士 >= 5',
    ),
    compare: 'totals',
  },
  {
    form: 'instead, then points, then the factor, then the cap, whatever the order of writing',
    surface: measure('grant 4% of 经费 times 2 when 硕士 >= 3 plus 1 points when 公办 instead 6% when 公办 cap 4000元'),
    twin: measure(
      'grant 甲: 14% of 经费 when 公办 and 硕士 >= 3 cap 4000元\n  grant 乙: 7% of 经费 when 公办 and 硕士 < 3 cap 4000元\n  grant 丙: 8% of 经费 when not 公办 and 硕士 >= 3 cap 4000元\n  grant 丁: 4% of 经费 when not 公办 and 硕士 < 3 cap 4000元',
    ),
    compare: 'totals',
  },
  {
    form: 'points on bands: none where there is no band',
    surface: measure(
      'grant bands 经费 whole { 3万元..5万元: 3%, 5万元..: 4% } plus 1 points when 公办 instead 9% when not 公办',
    ),
    twin: measure(
      'grant 甲: 4% of 经费 when 公办 and 经费 >= 3万元 and 经费 < 5万元\n  grant 乙: 5% of 经费 when 公办 and 经费 >= 5万元\n  grant 丙: 9% of 经费 when not 公办 and 经费 >= 3万元',
    ),
    compare: 'totals',
  },
  {
    form: 'points on a rate by a table: none where the table gives none',
    surface: measure('grant (table 评级 { 优秀: 3%, 良好: 2%, otherwise: none }) of 经费 plus 1 points when 公办'),
    twin: measure(
      'grant 甲: 3% of 经费 when 评级 is 优秀 and not 公办\n  grant 乙: 4% of 经费 when 评级 is 优秀 and 公办\n  grant 丙: 2% of 经费 when 评级 is 良好 and not 公办\n  grant 丁: 3% of 经费 when 评级 is 良好 and 公办',
    ),
    compare: 'totals',
  },
  {
    form: 'a selection among raised sums: all of it or nothing',
    surface: measure('grant 4% of 经费 plus 1 points when 公办 is yes or 公办 is no selected by 评审'),
    twin: measure('grant 5% of 经费 when 公办 is yes or 公办 is no selected by 评审'),
    compare: 'totals',
  },
  {
    form: 'per full: whole steps of what lies beyond',
    surface: measure('grant 70元 per full 30 of 硕士 over 5'),
    twin: measure(
      'grant 甲: 70元 when 硕士 >= 35 and 硕士 < 65\n  grant 乙: 140元 when 硕士 >= 65 and 硕士 < 95\n  grant 丙: 420元 when 硕士 >= 185 and 硕士 < 215',
    ),
    compare: 'totals',
  },
  {
    form: 'per full of a sum of money',
    surface: measure('grant 10元 per full 3万元 of 经费'),
    twin: measure('let 整 = 经费 rounded down to 3万元\n  grant 整 / 3000'),
    compare: 'awards',
  },
  {
    form: 'at most: more than this is not counted',
    surface: measure('grant 6000元 per 硕士 at most 5'),
    twin: measure('grant 6000元 per 硕士 cap 3万元'),
    compare: 'awards',
  },
  {
    form: 'per a unit of a figure',
    surface: measure('grant 6000元 per 人 of 硕士'),
    twin: measure('grant 6000元 per 硕士'),
    compare: 'awards',
  },
  {
    form: 'a sum of kinds of amount',
    surface: measure(
      'grant 6000元 per 硕士 at most 5 + 10元 per full 3万元 of 经费 + (bands 硕士 whole { 2 to 4: 1万元, 5 to 83: 2万元 })',
    ),
    twin: measure(
      'grant 甲: 6000元 per 硕士 at most 5\n  grant 乙: 10元 per full 3万元 of 经费\n  grant 丙: bands 硕士 whole { 2 to 4: 1万元, 5 to 83: 2万元 }',
    ),
    compare: 'totals',
  },
  {
    form: 'a cap by a table',
    surface: measure('grant 6000元 per 硕士 cap table 评级 { 优秀: 3万元, otherwise: 1万元 }'),
    twin: measure(
      'grant 甲: 6000元 per 硕士 cap 3万元 when 评级 is 优秀\n  grant 乙: 6000元 per 硕士 cap 1万元 when 评级 is not 优秀',
    ),
    compare: 'totals',
  },
  ...[
    'recognise 项目 as 省级项目',
    'exempt 高校 from 责任',
    'entitle 高校 to at least 70% of 经费',
    'reckon 50% of 奖金 as 工资',
    'encourage 高校 to "开放仪器"',
    'may 高校 to "自主决定"',
    'target 工程师 about 30名 each year',
    'target 平台 1 to 2家 by 2028',
    'hold 出资 to at most 30% of 经费',
    'oblige 高校 to at least 1场 "活动" each year',
  ].map(
    (norm): Twin => ({
      form: `a norm under the condition of its measure: ${norm}`,
      surface: measure(norm, 'for 高校\n  when 公办\n  when 硕士 >= 3'),
      twin: measure(`${norm} when not (not 公办 or 硕士 < 3)`, 'for 高校'),
      compare: 'norms',
    }),
  ),
  ...['revoke 备案', 'reclaim within 6 years', 'bar for 4 years'].map(
    (norm): Twin => ({
      form: `what happens afterwards, under the condition of its measure: ${norm}`,
      surface: measure(`${norm} when 评级 is 优秀`, 'for 高校\n  when 公办\n  when 硕士 >= 3'),
      twin: measure(`${norm} when 公办 and 硕士 >= 3 and not 评级 is not 优秀`, 'for 高校'),
      compare: 'norms',
    }),
  ),
];
