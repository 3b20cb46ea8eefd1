/**
 * The words that numbers stand before. What stands in no list makes no figure of a number in Chinese characters: 一流,
 * 三农, 双一流 are words.
 */

/** People and things are counted by these; longer words first. */
export const countUnits = words(
  '个百分点',
  '人次 家次 批次 场次 台套 件套 人年 项目 单位 高校 企业 学校 机构 团队 平台 基地 园区 县区 区县 市县 专业 学科 岗位 方面 等次 部分',
  '名 人 家 个 项 所 支 条 场 次 批 件 户 种 类 台 套 篇 门 座 处 位 期 轮 辆 艘 间 张 笔 只 颗 株 头 匹 棵 幅 册 部 本 对 组 队 班 节 款 档 强 县 区 市 镇 乡 村 校 院 院士',
);

/** Classifiers that are words of another kind after Chinese numbers: 三区, 一市, 二期, 两院, 三次产业. */
const countUnitsAfterArabicOnly = new Set(
  words(
    '项目 单位 高校 企业 学校 机构 团队 平台 基地 园区 县区 区县 市县 专业 学科 岗位 方面 等次 部分',
    '期 轮 强 县 区 市 镇 乡 村 校 院 院士 节 本 对 部 组 队 班 只 次',
  ),
);
export const countsAfterHan = (unit: string): boolean => !countUnitsAfterArabicOnly.has(unit);

/** Measures other than money, time in months and counts; longer words first. */
export const measureUnits = words(
  '个工作日 工作日 个自然日 自然日 个交易日 个小时 个课时 万千瓦时 千瓦时 万千瓦 平方公里 平方千米 平方米 立方米 m2 m3 公里 千米 公斤 千克 毫米 厘米 纳米 微米 分钟 课时 学时 学分 小时 周岁 标准煤 标箱',
  '亩 米 吨 克 千瓦 瓦 度 天 日 周 岁 秒 分 摄氏度 ℃ mm cm nm km kg kW MW GW kWh TB GB PB MB EFLOPS PFLOPS TEU P',
);

/** Those that mean themselves after Chinese numbers too: 三点, 十分, 一级, 四周 are words of another kind. */
const measuresAfterHan = new Set(
  words(
    '个工作日 工作日 个自然日 自然日 个交易日 个小时 千瓦时 平方公里 平方米 立方米 公里 千米 公斤 小时 分钟 周岁 学时 课时 学分 亩 米 吨 天 日 千瓦',
  ),
);
export const measuredAfterHan = (unit: string): boolean => measuresAfterHan.has(unit);

/** Money of other countries is measured, not converted. */
export const currencies = words('美元 欧元 日元 港元 港币 英镑 卢布 韩元');

/** What `每…`, `单个…` and `/…` name. */
export const payees = words(
  '高校院所 科研院所 科研人员 孵化器 实验室 产业园',
  '高校 学校 院校 单位 企业 公司 项目 学生 学员 机构 团队 平台 基地 中心 园区 县区 区县 高新区 专业 学科 课程 岗位 人才 个人 导师 教师 教授 专家 用户 合同 专利 产品 设备 标准 活动 论文 车位 床位 学位 载体 院所',
  '生 人 户 家 个 项 名 所 件 台 套 次 月 日 天 亩 吨 张 场 辆 间 篇 位 支 平方米 立方米 千瓦 千瓦时 公里 学年 学期 课时',
);

function words(...lists: string[]): string[] {
  return lists.flatMap((list) => list.split(' ')).sort((a, b) => b.length - a.length);
}

/** The longest of `list` that stands at `start`. The lists are sorted. */
export function wordAt(list: readonly string[], text: string, start: number): string | undefined {
  return list.find((word) => text.startsWith(word, start));
}
