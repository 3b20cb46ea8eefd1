import type { Lang } from './words.ts';

/**
 * The two measures of the introduction: each is right by itself, together they pay twice on one matter.
 * The agency is the library's: declared anew, it would clash with that of the example policies beside it; the matter is
 * its own, so that they overlap with each other alone.
 */
export const lesson: Readonly<Record<Lang, { readonly first: string; readonly second: string }>> = {
  zh: {
    first: `引用 std.parties
引用 std.jinan

事项 联合实训 “学校与企业联合培养”

主体 高校 {
  硕士：数目 “当年联合培养的硕士”
  博士：数目 “当年联合培养的博士”
  设有基地：是否 “与企业共建实习基地”
}

// 第一条：每培养一名硕士补 6000 元、一名博士补 1 万元，每年最高 50 万元。
措施 人才培养 {
  条款 “一”
  对象 高校
  事项 联合实训
  责任单位 市教育局
  补助 6000元／硕士 ＋ 1万元／博士，每年 最高不超过 50万元
}
`,
    second: `
// 第二条：建有实习基地的，经评估给予奖励，最高 80 万元。
措施 基地奖励 {
  条款 “二”
  对象 高校
  事项 联合实训
  责任单位 市教育局
  奖励 设有基地 的，经 基地评估 后，最高 80万元
}
`,
  },
  en: {
    first: `use std.parties
use std.jinan

matter 联合实训 "学校与企业联合培养"

party 高校 {
  硕士: count "当年联合培养的硕士"
  博士: count "当年联合培养的博士"
  设有基地: bool "与企业共建实习基地"
}

// 第一条：每培养一名硕士补 6000 元、一名博士补 1 万元，每年最高 50 万元。
measure 人才培养 {
  clause "一"
  for 高校
  about 联合实训
  by 市教育局
  grant 6000元 per 硕士 + 1万元 per 博士 cap 50万元 per year
}
`,
    second: `
// 第二条：建有实习基地的，经评估给予奖励，最高 80 万元。
measure 基地奖励 {
  clause "二"
  for 高校
  about 联合实训
  by 市教育局
  reward up to 80万元 after 基地评估 when 设有基地
}
`,
  },
};
