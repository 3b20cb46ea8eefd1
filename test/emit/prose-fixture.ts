/** Every form that holds a figure, each in a clause of its own; all figures invented. */
export const everyFigure = `use std.units

agency 市科技局
agency 市财政局
matter 设备
enum 等次 { 优秀, 良好, 合格 }
enum 星级 { 三星, 四星 }

record 贷款 {
  已备案: bool
  本金: money
  实付利息: money
}

party 企业
party 园区

policy figures-2031 "样例" {
  led by 市科技局
  level city
  status in force
  effective 2031-02-09 to 2034-11-30
  stacking highest with other policies
  covers events by 认定日期 from 2031-05-06 to 2034-07-08
  apply 共用 to 园区 reading 园区人数 as 人数 when 面积 >= 700平方米
  extend to 园区 when 面积 >= 300平方米
  deny when 人数 < 4 because "人数不足"
}

party 企业 {
  人数: count
  设备费: money
  上年出口额: money
  销售额: money by year
  地方贡献: money by year
  面积: 平方米
  租期: duration
  月费: money
  评审得分: count
  认定日期: date
  评级: 等次 by year
  星: 星级
  重点: bool
  名录: bool
  采购本地: bool
  集团: key
  高新: bool by year
  贷款: list of 贷款
}

party 园区 {
  面积: 平方米
  园区人数: count
}

measure 每人 {
  clause "一（一）"
  for 企业
  about 设备
  by 市科技局
  when 人数 >= 12
  grant 7000元 per 人数 + 2万元 cap 55万元 per year cap 210万元 in total cap 0.04% of 上年出口额
}

measure 评定 {
  clause "一（二）"
  for 企业
  grant 限额: up to 170万元 after 绩效评估 when 重点
  grant 区间: 3%..7% of 设备费 after 专家评审
  grant 起点: at least 23万元 after 合议
  grant 择优: 60万元 selected by 专家评审 limit 7 per year ranked by 评审得分
}

measure 表格 {
  clause "一（三）"
  for 企业
  grant 等次: table 评级 { 优秀: 13万元, 良好: 8万元, otherwise: none }
  grant 星级: 4万元 per 人数 cap table 星 { 三星: 31万元, 四星: 47万元 }
}

measure 档次 {
  clause "一（四）"
  for 企业
  grant 全额: bands 设备费 whole { 40万元..90万元: 3%, 90万元..260万元: 4%, 260万元..: 6% }
  grant 超额: bands 月费 marginal { 0元..6000元: 100%, 6000元..: 41% }
  grant 人数: bands 人数 whole { 11 to 20: 1万元, 21 to 39: 2.5万元 }
}

measure 大户 {
  clause "一（五）"
  for 企业
  grant 9万元 per full 5000万元 of 销售额 over 2亿元
}

measure 租金 {
  clause "一（六）"
  for 企业
  grant 17元 per 平方米 of 面积 per 月 of 租期 at most 9月
}

measure 加成 {
  clause "一（七）"
  for 企业
  grant 4% of 设备费 plus 2 points when 名录 times 1.3 when 采购本地 instead 11% when 重点 floor 2万元 cap 38万元
}

measure 增长 {
  clause "一（八）"
  for 企业
  grant 35% of growth of 地方贡献 beyond 6% when growth rate of 地方贡献 >= 8%
}

measure 历年 {
  clause "一（九）"
  for 企业
  grant 累计: 5% of sum of 销售额 over 3 years once ever
  grant 上年: 1.5% of last year's 销售额 when 评级 is 优秀 for 2 years running
  grant 首次: 21万元 when first time 高新
  grant 连续: 6万元 each year for 4 years from 认定日期 less already awarded 每人
  grant 分年: over 5 years from 认定日期 { 1 to 2: 60%, 3: 35%, 4 to 5: 10% } of 月费 cap 90万元 per year
}

measure 任选 {
  clause "一（十）"
  for 企业
  subsidize best of 贷款 where 已备案 and 本金 <= 800万元: 45% of 实付利息 cap 52万元
}

measure 日费 {
  clause "二（一）"
  for 企业
  let 日费 = 月费 * 12 / 365 rounded to 分
  grant 29 * 日费
}

measure 共用 {
  clause "二（二）"
  for 企业
  cap 33万元 per 集团 per year
  grant 甲: 5万元 when 人数 >= 50
  grant 乙: 6万元 when 人数 between 18 to 45
}

measure 规定 {
  clause "二（三）"
  for 企业
  by 市科技局
  entitle 企业 to at least 70% of 净收入
  hold 管理费 to at most 2% of 基金规模
  reckon 50% of 现金奖励 as 工资
  oblige 市科技局 to at least 3场 "交流活动" each year
  oblige 市科技局 to "公开" by 2033
  recognise 转化项目 as 省级项目 when 设备费 >= 200万元
  target 成交额 { 2033: over 700亿元, 2035: at least 1400亿元 }
  target 工程师 about 30名 each year
  target 中心 { within 5 years: at least 10家 }
  reclaim when not 重点 within 6 years
  bar for 4 years when not 名录
}

measure 分期 {
  clause "二（四）"
  for 企业
  borne by 市 55%, 县 45%
  decided by 市科技局
  apply within 8 months of 认定日期
  grant 建设: 300元 per 人数 paid { 开工: 20%, 竣工: 30%, 验收: 50% } at once when 重点
  grant 合作: 13万元 to 甲方 65%, 乙方 35% borne by 市 75%, 区 undecided "区级比例未定"
  grant 设备: 14万元 when 月费 >= 15% of 设备费 covers events by 认定日期 from 2032-03-01 to 2033-04-30
}

measure 计分 {
  clause "二（五）"
  for 企业
  score 评价 { 规模: bands 人数 whole { 16 to 49: 12, 50 to 90: 24 }, 等第: table 星 { 四星: 5, otherwise: 1 } } at least 17
  grant 37万元
}

measure 依次 {
  clause "二（六）"
  for each 贷款 of 企业 where 已备案
  subsidize nth 贷款 per year { 1: 51%, 2 to 4: 22%, otherwise: none } of 实付利息
}

budget 专项资金 2亿元 per year for 3 years total 6亿元 by 市财政局 { clause "三" }
`;
