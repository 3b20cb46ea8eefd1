import type { Lang } from '../../language/diagnostics/diagnostic.ts';

/** The policy that `init` writes, in the user's vocabulary. */
export function samplePolicy(lang: Lang): string {
  return lang === 'zh' ? chinese : english;
}

const chinese = `引用 std.parties
引用 std.matters

政策 示例政策 “示例政策（请改成您的文件）” {
  层级 市级
  状态 征求意见稿
  就高不重复 与其他政策
}

机构 市科技局 又称 sti
机构 市教育局 又称 edu

主体 高校 {
  硕士 又称 masters：数目 “当年联合培养的硕士”
  博士 又称 doctors：数目 “当年联合培养的博士”
  检测费 又称 testing：金额 “当年支付的检测费”
}

措施 人才培养 {
  条款 “一（一）”
  对象 高校
  事项 高层次人才培养
  责任单位 市教育局
  补助 6000元／硕士 ＋ 1万元／博士，每年 最高不超过 50万元
}

措施 检测补助 {
  条款 “一（二）”
  对象 高校
  事项 科研仪器共享
  责任单位 市科技局
  补助 按 检测费 的 10%，最高不超过 30万元
}

算例 “合计超过封顶” 用于 人才培养 {
  高校 { 硕士：60，博士：30 }
  应得 人才培养 ＝ 50万元
}

算例 “四舍五入到分” 用于 检测补助 {
  高校 { 检测费：1234567.89元 }
  应得 检测补助 ＝ 123456.79元
}
`;

const english = `use std.parties
use std.matters

policy sample "A sample policy: make it yours" {
  level city
  status draft
  stacking highest with other policies
}

agency 市科技局 alias sti
agency 市教育局 alias edu

party 高校 {
  硕士 alias masters: count "masters trained together in the year"
  博士 alias doctors: count "doctors trained together in the year"
  检测费 alias testing: money "paid for testing in the year"
}

measure 人才培养 {
  clause "1.1"
  for 高校
  about 高层次人才培养
  by 市教育局
  grant 6000元 per 硕士 + 1万元 per 博士 cap 50万元 per year
}

measure 检测补助 {
  clause "1.2"
  for 高校
  about 科研仪器共享
  by 市科技局
  grant 10% of 检测费 cap 30万元
}

example "more than the cap" of 人才培养 {
  高校 { 硕士: 60, 博士: 30 }
  expect 人才培养 = 50万元
}

example "rounded to the fen" of 检测补助 {
  高校 { 检测费: 1234567.89元 }
  expect 检测补助 = 123456.79元
}
`;

/** One applicant with everything known, one with a fact missing that the cap makes needless. */
export const sampleFacts = `${JSON.stringify(
  [
    { applicant: '甲大学', party: ['高校'], 硕士: 60, 博士: 30, 检测费: '1234567.89元' },
    { applicant: '乙学院', party: ['高校'], 硕士: 90 },
  ],
  null,
  2,
)}
`;
