/** The golden examples of the language: what every stage of the compiler has to bring through unharmed. */

/** A measure around the line on the design card. */
export const goldenLine = `party 高校 { master: count }

measure m {
  for 高校
  grant 6000 per master cap 500000 by 市教育局
}
`;

/** A whole file. */
export const goldenFile = `use std.parties
use std.jinan

policy jinan-2026 "市校融合发展若干措施 2026 版（征求意见稿）" {
  led by 市教育局, 市科技局
  level city
  status draft
  effective on publication
  stacking highest with other policies
  source "jinan-2026.source.json"
}

enum 平台角色 { 牵头, 参与 }
enum 平台类型 { 全国重点实验室, 国家一带一路联合实验室, 国家技术创新中心, 国家大学科技园, 山东省重点实验室 }

record 平台 {
  类型: 平台类型
  角色: 平台角色
  获批: bool
  新认定: bool
}

party 高校 {
  硕士 alias master: count "当年联合培养的工程硕士"
  博士 alias doctor: count "当年联合培养的工程博士"
  订单式培养: bool
  创新券总额: money "服务企业获得的创新券总额"
  平台: list of 平台
}

measure 联合培养 "校企联合培养工程硕博" {
  clause "一（一）"
  for 高校
  about 高层次人才培养
  by 市教育局
  grant 硕博培养: 6000元 per 硕士 + 1万元 per 博士 cap 50万元 per year
  grant 订单培养: up to 150万元 after 绩效评估 when 订单式培养
}

measure 创新平台 "高能级创新平台" {
  clause "二（八）"
  for each 平台 of 高校
  about 类型
  by 市科技局
  when 获批
  grant 牵头国家级: up to 1000万元 when 角色 is 牵头 and 类型 in {全国重点实验室, 国家一带一路联合实验室, 国家技术创新中心, 国家大学科技园}
  grant 参与国家级: up to 100万元  when 角色 is 参与 and 类型 in {全国重点实验室, 国家一带一路联合实验室, 国家技术创新中心, 国家大学科技园}
  grant 省级: up to 100万元 when 角色 is 牵头 and 类型 is 山东省重点实验室 and 新认定
}

measure 仪器共享 {
  clause "三（十三）"
  for 高校
  about 科研仪器共享
  grant 10% of 创新券总额 cap 30万元 by 市科技局
}

budget 市校融合资金 2亿元 per year by 市财政局, 市教育局, 市科技局 { clause "五（二十）" }

example "硕博合计超过封顶" of 联合培养 {
  高校 { 硕士: 60, 博士: 30, 订单式培养: no }
  expect 硕博培养 = 50万元
}
`;

/** The first measure of the file in Chinese, in the word order of an official text. */
export const goldenChinese = `措施 联合培养 “校企联合培养工程硕博” {
  条款 “一（一）”
  对象 高校
  事项 高层次人才培养
  责任单位 市教育局
  补助 硕博培养：6000元／硕士 ＋ 1万元／博士，每年 最高不超过 50万元
  补助 订单培养：订单式培养 的，经 绩效评估 后，最高 150万元
}
`;

/** The whole file in Chinese: every statement of it has a Chinese spelling. */
export const goldenFileChinese = `引用 std.parties
引用 std.jinan

政策 jinan-2026 “市校融合发展若干措施 2026 版（征求意见稿）” {
  牵头单位 市教育局、市科技局
  层级 市级
  状态 征求意见稿
  自印发之日起施行
  就高不重复 与其他政策
  原文 “jinan-2026.source.json”
}

分类 平台角色 { 牵头、参与 }
分类 平台类型 { 全国重点实验室、国家一带一路联合实验室、国家技术创新中心、国家大学科技园、山东省重点实验室 }

名录 平台 {
  类型：平台类型
  角色：平台角色
  获批：是否
  新认定：是否
}

主体 高校 {
  硕士 又称 master：数目 “当年联合培养的工程硕士”
  博士 又称 doctor：数目 “当年联合培养的工程博士”
  订单式培养：是否
  创新券总额：金额 “服务企业获得的创新券总额”
  平台：平台 名单
}

${goldenChinese}
措施 创新平台 “高能级创新平台” {
  条款 “二（八）”
  对象 高校 的每个 平台
  事项 类型
  责任单位 市科技局
  当 获批
  补助 牵头国家级：角色 为 牵头 且 类型 属 {全国重点实验室、国家一带一路联合实验室、国家技术创新中心、国家大学科技园} 之一 的，最高 1000万元
  补助 参与国家级：角色 为 参与 且 类型 属 {全国重点实验室、国家一带一路联合实验室、国家技术创新中心、国家大学科技园} 之一 的，最高 100万元
  补助 省级：符合 角色 为 牵头 且 类型 为 山东省重点实验室 且 新认定 条件的，最高 100万元
}

措施 仪器共享 {
  条款 “三（十三）”
  对象 高校
  事项 科研仪器共享
  补助 按 创新券总额 的 10%，最高不超过 30万元，由 市科技局 负责
}

资金池 市校融合资金 每年 2亿元 责任单位 市财政局、市教育局、市科技局 { 条款 “五（二十）” }

算例 “硕博合计超过封顶” 用于 联合培养 {
  高校 { 硕士：60，博士：30，订单式培养：否 }
  应得 硕博培养 ＝ 50万元
}
`;
