/** Every kind of statement, modifier and expression at least once, as a drafter might write it; figures invented. */
export const everyForm = `use std.parties

unit 平方米 alias sqm
currency 日元 alias JPY
parameter 最低工资 = 2200元 from 2025-10-01, 2320元 from 2027-01-01 "月最低工资"
parameter 汇率: 元 per 日元 by date
parameter 系数 = 1.2
agency 市教育局 alias edu, 教育局 formerly 市教委, 市文教局
matter 人才培养
matter 研究生培养 under 人才培养 "硕士、博士"

policy forms-2027 "样例（征求意见稿）" {
  issued by 市政府
  led by 市教育局, 市科技局
  level city
  status draft
  effective 2027-01-01 to 2029-12-31
  as of 2027-06-30
  replaces forms-2023, forms-2021
  source "forms.source.json"
  stacking highest within this policy, with other policies, with policies at level province
  stacking sum per 车棚
  stacking choose one between 甲, 乙
  stacking highest across 车棚
  waive "13+34" because "产业链体系的名称"
  waive "6"
  extend to 科研院所 when 事业单位 "可参照执行"
  extend to 企业
  deny when 失信 or 年龄 < 18 because "失信主体"
  deny when 失信 because "失信" except 全部, 每项
  covers events by 成立 from 2027-01-01 to 2029-12-31
  apply within 30 days of 成立
  apply 全部 to 企业 reading 年龄 as 人数, 硕士 as 博士 when 备案 "参照"
  apply 每项 to 企业, 科研院所
  ruling 边界 甲 by 市财政局 on 2027-03-01 "函号"
  ruling 口径 含
  bounds 以上 includes, 以下 excludes
}

policy later-2028 {
  effective on publication
  status in force
  level county
}

enum 等次 { 优秀, 良好, 合格 }

record 平台 {
  类型: 等次
  面积: 平方米
  投入: money
  获批: bool "已获批"
}

party 合作社 is 单位, 法人 alias coop "农民合作社" {
  人数 alias heads: count
  净额: money signed basis "不含税" "收入减成本" = 收入 - 成本
  比例: rate
  成立: date
  期限: duration
  车棚: key
  产量: money by year "每年产量"
  平台: list of 平台
}
party 单位
disjoint 在校生, 退休人员

let 起点 = 12万元

measure 全部 "各种写法" {
  clause "一（一）"
  note "措施的备注"
  for 合作社, 企业
  about 人才培养
  by 市教育局, 市科技局
  when 人数 >= 10 and not 失信
  cap 90万元 per 车棚 in total
  cap 50万元 per year
  at most 3 平台 per 企业 per year ranked by 面积 in order of 平台
  floor 1万元
  after 公示
  from 资金
  effective 2027-03-01
  let 日费 = (月费 + 100元) * 12 / 365 rounded to 分
  let 面积费 = 面积 * 17 rounded down to 1000元
  score 得分 { 占比: bands 比例 whole { 0%..30%: 10, 30%..: 25 }, 专利: 人数, 投入: bands 设备费 whole { 0元..100元: 10, 100元..: 30 } } at least 55
  grant 定额: 13万元
  support 最多: up to 150万元 after 绩效评估 when 获批
  reward 至少: at least 20万元 selected by 专家评审
  allowance 区间: 3%..7% of 设备费 after 评审
  subsidize 上限含: 20万元..=50万元 after 评审
  match 下限不含: 20万元>..50万元 after 评审
  invest 到: 20万元 to 50万元 after 评审
  grant 之下: ..50万元 after 评审
  grant 单价: 6000元 per 人数 + 1万元 per 博士 - 500元 cap 50万元 per year cap 2% of 上年出口额 in total
  grant 两次: 10元 per 人数 per 期限 once ever
  grant 分期: 5万元 paid { 开工: 20%, 竣工: 30%, 验收: 50% } at once when 提前竣工
  grant 分给: 5万元 to 甲方 65%, 乙方 35% borne by 市 55%, 县 45% decided by 市科技局, 市教育局
  grant 分担: 5万元 borne by 区 undecided "区级比例未定"
  grant 按年: 5万元 per year, cap 9万元 paid at once from 资金 by 市教育局 about 研究生培养 clause "二" note "注"
  grant 名额: 1万元 from 资金 in order of 成立 limit 7 per year ranked by 人数 in order of 成立
  grant 前几: 1万元 limit 3 in order of 成立
  grant 前几个: 1万元 at most 3 平台 per 类型 ranked by 投入
  grant 比例: 1万元 from 资金 pro rata
  grant 保底: 10% of 设备费 floor 2万元 cap 30万元
  grant 基数: 10% of (设备费 + 软件费)
  grant 负数: -设备费 * -2
  grant 分别: table 等次 { 优秀: 13万元, 良好, 合格: 7万元, otherwise: none }
  grant 分档: bands 设备费 whole { ..40万元: none, 40万元..=90万元: 3%, 90万元>..260万元: 4%, otherwise: 1万元 }
  grant 分段: bands (设备费 + 软件费) marginal { 0元..6000元: 100%, 6000元..: 40% }
  grant 档次: bands 人数 whole { 1: 1万元, 2 to 9: 2万元 } cap table 等次 { 优秀: 9万元, otherwise: 1万元 }
  grant 第几: nth 平台 per 类型 per year { 1: 90%, 2 to 4: 35%, otherwise: none } of 投入
  grant 序号: nth 平台 { 1: 2万元, 2: 1万元 } cap 3万元
  grant 任选: best of 平台 where 获批 and 面积 > 10平方米: 40% of 投入 cap 5万元
  grant 任一: best of 平台: 1万元 per 面积
  grant 加点: 4% of 设备费 plus 1 points when 获批 and 登记 times 1.3 when 采购 cap 5万元 when 守信
  grant 改按: 4% of 设备费 instead 11% when 获批 instead 20万元 when not 获批 times 0.8 when 登记
  grant 每满: 9万元 per full 5000万元 of 销售额 over 2亿元 cap 30万元
  grant 每月: 17元 per 平方米 of 面积 per 月 of 期限 at most 9月
  grant 至多: 100元 per 人数 at most 10
  grant 合计: 5% of sum of 投入 of 平台 where (面积 >= 10平方米)
  grant 个数: 1万元 * number of 平台 where not 获批 when number of 平台 where 类型 is 优秀 >= 2 and 获批
  grant 取高: highest of (投入 * 2) of 平台
  grant 另定: undecided "评价标准另行制定"
  grant 未定: undecided
  grant 逐案: case by case
  grant 两读: reading 边界 "两档都含270万元" { 甲: 3%, 乙: 4% } of 设备费
  grant 条件: 5万元 when reading 口径 { 含: 人数 >= 10, 不含: 人数 > 10 }
  grant 不给: none when 等次 is 优秀 or 等次 is not 良好 and 等次 in {优秀, 良好} and 等次 not in {合格}
  grant 期间: 1万元 when 年龄 between 18 to 45 and 成立 > 2020-01-31 and 收入 between 3万元..6万元
  grant 真假: 1万元 when 获批 is yes and 失信 is no and 期限 <= 9月 and 面积 <= 30平方米 and 月数 < 3
  grant 名称: 1万元 when 地点 is "济南"
  reward 一次: 2万元 一次性
  grant 上年: 2% of last year's 产量 + 1% of sum of 产量 over 3 years cap 2% of growth of 产量
  grant 增长: 35% of growth of 产量 beyond 6% when growth rate of 产量 >= 6% and growth of 产量 > 100万元
  grant 增幅: 1万元 when growth rate of 产量 between 6%..10% or 10% < growth rate of 产量
  grant 首次: 3万元 when first time 获批 or not first time 等级 is 优秀 and first time 产量 >= 100万元
  grant 连年: 1万元 when not 等级 is 优秀 for 2 years running and (获批 or 失信) for 3 years running
  grant 晋档: ladder 产量 first reached { 2亿元: 8万元, 6亿元: 21万元 } difference only cap 20万元
  grant 首达: ladder 产量 first reached { 2亿元: 8万元, 6亿元: 21万元 } in full when 获批
  grant 逐年: 2万元 each year for 4 years from 成立 less already awarded 全部.首次 less already awarded "旧奖" once ever
  grant 余额: 9万元 less already awarded when had 每项 and not had "旧奖" and had forms-2023.旧措施
  grant 分年: over 4 years from 成立 { 1 to 2: 60%, 3: 35%, 4: none } of 产量 cap 9万元 per year
  recognise 转化项目 as 省级科技计划项目 when 到账金额 >= 200万元
  recognise "横向项目" as "职务转化" by 市科技局
  exempt 单位负责人 from 后续价值变化责任 when 勤勉尽责 and (定价 in {挂牌, 拍卖} or 公示) note "挂牌"
  exempt 单位负责人 from "后续责任"
  entitle 科研人员 to at least 70% of undecided "分配基数未写明" when 登记
  entitle 科研人员 to at most 50%
  entitle 科研人员 to exactly 60% of 净收入
  reckon 50% of 现金奖励 as 当月工资薪金
  reckon 50% of "现金奖励" as "工资" when 登记
  oblige 市科技局, 市教育局 to "开展绩效评价" each year by 市科技局
  oblige 市科技局 to "公开结果"
  may 高校 to "自主决定" when 登记
  may 高校, 企业 to recognise "项目" as "职务项目"
  encourage 高校 to "开放仪器" when 获批
  encourage 高校 to exempt 负责人 from "责任"
  encourage 高校 to entitle 科研人员 to at least 70% of 净收入
  encourage 高校 to reckon 50% of 奖金 as 工资
  target 技术合同成交额 { 2023: over 700亿元, 2025: at least 1400亿元, 2026: at most 9亿元, 2027: 1亿元 }
  target "成交额" when 登记 by 市科技局 note "预期" { 2028: 1亿元 }
  target 卓越工程师 about 30名 each year
  target 创新平台 1 to 2家 by 2028 when 登记 by 市科技局
  target "概念验证中心" { within 5 years: at least 10家, by 2029-06-30: 12 to 15家, each year: 2家 }
  hold 市财政出资 to at most 30% of 基金规模
  hold "管理费" to over 2% of "基金规模" by 市科技局
  hold 工程师 to about 30名 when 登记
  oblige 市科技局 to at least 1场 "交流活动" each year
  oblige 市科技局, 市教育局 to "公开", at most 2家 结对高校, 1 to 2项 "课题" by 2026 when 登记
  revoke 备案 when 评级 is 不合格
  revoke "称号" when not 登记 by 市科技局
  reclaim when 迁出 within 6 years
  reclaim when 迁出 or 登记 by 市科技局 note "追回"
  bar for 4 years when 骗取
  bar when 骗取 and 登记
  replaces 旧措施
  excludes 甲, 乙
  stacks with 丙
  allow overlap with 丁, 戊 because "对象不同"
  allow vague-words, band-gap because "原文如此"
  deny when not 守信 because "失信"
  deny when 失信
  extend to 科研院所 when 事业单位
  waive "3＋4" because "学制"
}

measure 每项 {
  for each 平台 of 合作社, 企业 where 获批 and 面积 > 10平方米
  when (获批 or 新建)
  selected by 评审
  once ever
  paid at once
  per year
  about 类型
  grant 9万元
}

budget 资金 3000万元 per year for 4 years total 1.2亿元 by 市财政局 from 总盘 { clause "五（二十）" note "说明" }
budget 小额 500万元

example "全部" of 全部 {
  as of 2027-06-30
  合作社 { 人数: 60, 获批: yes, 成立: 2020-01-31, 平台: [{ 类型: 优秀, 面积: 30平方米 }, { 类型: 良好 }], 清单: [] }
  decide 最多 = 120万元
  reading 边界 = 甲
  had 全部.定额 = 5万元 in 2025
  had 每项[2] = 5万元 in 2025-06-30
  had "旧奖" = 1000元
  decide 全部.至少[2] = yes
  expect 定额 = 13万元
  expect 定额 = 13万元 after 绩效评估
  expect = 13万元..15万元
  expect 最多 ceiling 150万元
  expect 最多 granted
  expect 至少 selective 20万元
  expect 单价 suppressed
  expect 全部.两次[2] denied
  expect denied
  expect 单价 needs 博士, 人数
  expect 另定 undecided
  expect 逐案 case by case
  expect 最多 ceiling 150万元 after 绩效评估
  expect 至少 selective 20万元 selected by 专家评审
  expect 另定 undecided after 评估
  expect recognise holds
  expect recognise 转化项目 holds
  expect recognise "横向项目" does not hold
  expect exempt[2] does not hold
  expect entitle 净收入 needs 登记
  expect reckon[1] needs 登记, 获批
  expect oblige "开展绩效评价"[1] holds
  expect may holds
  expect encourage needs
  expect target 技术合同成交额[2] holds
  expect target holds
  expect hold holds
  expect hold 工程师 does not hold
  expect revoke 成立 holds
  expect reclaim does not hold
  expect bar[2] holds
}

example {
  合作社 { 人数: 1, 产量: { 2025: 5万元, 2026: 6万元 }, 获批: { earlier: no, 2026: yes } }
  had nothing
  expect denied
}
`;
