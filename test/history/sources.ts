/** One measure for each form of history; figures invented. */
export const sources = `use std.parties

policy h-2026 "历史" {
  level city
  status in force
  effective 2026-01-01 to 2026-12-31
  as of 2026-06-30
}

enum 等级 { 优, 良, 差 }

party 企业 {
  绿色认证: bool
  产值: money by year
  评级: 等级 by year
  电费: money
  投运日期: date
}

measure 首认 {
  clause "一"
  for 企业
  by 市工信局
  when first time 绿色认证
  grant 3万元 once ever
}

measure 保持 {
  clause "二"
  for 企业
  by 市工信局
  when 绿色认证 and not first time 绿色认证
  grant 1万元
}

measure 增长 {
  clause "三"
  for 企业
  by 市工信局
  grant 增量: 35% of growth of 产值 when growth rate of 产值 >= 6%
  grant 超额: 10% of growth of 产值 beyond 6% cap 5万元 per year
  grant 首破: 2万元 when first time 产值 >= 100万元
  grant 近三年: 1% of sum of 产值 over 3 years + 1% of last year's 产值
}

measure 差评 {
  clause "四"
  for 企业
  by 市工信局
  deny when 评级 is 差 for 2 years running because "连续两年差评"
  grant 1万元 when 产值 >= 1万元
}

measure 电补 {
  clause "五"
  for 企业
  by 市工信局
  grant 电费补贴: over 4 years from 投运日期 { 1 to 2: 60%, 3 to 4: 35% } of 电费 cap 90万元 per year
  grant 每年奖: 2万元 each year for 3 years from 投运日期 less already awarded 首认 less already awarded "旧奖"
  grant 有过: 5万元 when had 首认 and not had "旧奖" cap 8万元 in total
}

agency 市工信局

`;

export const examples = `example "首认" of 首认 {
  企业 { 绿色认证: { 2025: no, 2026: yes } }
  had nothing
  expect = 3万元
}
example "此前有过" of 首认 {
  企业 { 绿色认证: { earlier: yes, 2026: yes } }
  had nothing
  expect denied
}
example "不知道" of 首认 {
  企业 { 绿色认证: yes }
  had nothing
  expect needs 绿色认证
}
example "已拿过" of 首认 {
  企业 { 绿色认证: { earlier: no, 2026: yes } }
  had 首认 = 3万元 in 2024
  expect denied
}
example "增长" of 增长 {
  企业 { 产值: { 2024: 80万元, 2025: 90万元, 2026: 100万元 } }
  expect 增量 = 3.5万元
  expect 超额 = 4600元
  expect 首破 = 2万元
  expect 近三年 = 3.6万元
}
example "上年为零" of 增长 {
  企业 { 产值: { 2024: 80万元, 2025: 0, 2026: 100万元 } }
  expect 增量 needs 产值
  expect 超额 needs 产值
}
example "差评" of 差评 {
  企业 { 评级: { 2025: 差, 2026: 差 }, 产值: 5万元 }
  expect denied
}
example "电补" of 电补 {
  企业 { 电费: 200万元, 投运日期: 2025-03-01 }
  had 首认 = 5000元 in 2025
  had "旧奖" = 3000元 in 2025-06-30
  had 电补.有过 = 4万元 in 2025
  expect 电费补贴 = 90万元
  expect 每年奖 = 1.2万元
  expect 有过 denied
}
example "电补三年" of 电补 {
  企业 { 电费: 200万元, 投运日期: 2024-03-01 }
  had 首认 = 5000元 in 2025
  had 电补.有过 = 4万元 in 2025
  expect 电费补贴 = 70万元
  expect 有过 = 4万元
}
`;
