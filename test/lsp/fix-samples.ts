const uses =
  'use std.parties\nuse std.matters\n\nenum 等次 { 优秀, 良好 }\n\nparty 高校 {\n  硕士: count\n  设备费: money\n  评价: 等次\n}\n\n';
const measure = (line: string) => `${uses}measure 甲 {\n  for 高校\n  about 产业教授\n  ${line}\n}\n`;

/** By code, a source with that mistake. */
export const samples: Readonly<Record<string, string>> = {
  CS1010: measure('grant @ 5万元'),
  CS1011: measure('grant 5\u200b万元'),
  CS1012: measure('grant 5万元 when 评价 && 硕士 > 1'),
  CS1013: measure('note "文'),
  CS1014: measure('note “文"'),
  CS1015: measure('grant 5万元 /* 一'),
  CS1016: measure('grant `甲: 5万元'),
  CS1018: measure('grant 甲1: 5万元'),
  CS1020: measure('grant 1,000元'),
  CS1024: `${uses}policy 甲案 {\n  effective 2026年2月\n}\n`,
  CS1023: `${uses}policy 甲案 {\n  effective 2026/01/01\n}\n`,
  CS1031: measure('grant 硕博 6000元 per 硕士 cap 5万元'),
  CS1033: measure('grant cap per year'),
  CS1034: measure('grant 6000元每硕士'),
  CS1036: measure('grnt 5元'),
  CS1037: 'enum x { a b }\n',
  CS1038: `${uses}measure 甲 {\n  for 高校\n\nmeasure 乙 {\n  for 高校\n}\n`,
  CS1039: 'enum x a, b }\n',
  CS1040: `${measure('grant 5元')}}\n`,
  CS1044: measure('补助 经绩效评估后，最高 150万元'),
  CS1051: measure('grant 甲: 5万元\n  by 市教育局'),
  CS1056: measure('grant 6000元 per 硕士 up to 5万元'),
  CS1057: measure('grant 5万元, 一次性'),
  CS2006: 'use std.party\n',
  CS2012: measure('grant 5万元 when 硕土 > 1'),
  CS2013: measure('by 市科技局'),
  CS2015: `引用 std.parties\n主体 高校 { 硕士：数目 }\n措施 甲 {\n  对象 高校\n  补助 1万元 当 每硕士 超过 1\n}\n`,
  CS2017: `${uses}agency 市某局 formerly 市某委\nmeasure 甲 {\n  for 高校\n  by 市某委\n  grant 3万元\n}\n`,
  CS2032: 'record 平台 { 获批: bool }\nparty 某校 { 平台们: 平台 }\n',
  CS2060: measure('grant bands 硕士 whole { 1..10: 5万元 }'),
  CS2137: `${uses.replace('party 高校 {', 'record 平台 { 获批: bool }\n\nparty 高校 {\n  平台: list of 平台')}measure 甲 {\n  for 高校\n  about 产业教授\n  grant 1万元 * number of 平台 where 获批 + 3万元\n}\n`,
  CS3005: measure('deny when 硕士 > 9'),
  CS3006: measure('waive "5万元"'),
  CS3043: measure('grant bands 设备费 whole { 0元..=40万元: 3%, 40万元..: 4% }'),
  CS3045: measure('grant bands 硕士 whole { 10 to 20: 9万元, 0 to 9: 5万元 }'),
  CS3050: measure('grant 6000元 per 硕士 plus 4%'),
  CS3155: measure('grant 5万元 when 硕士 > 9 or 硕士 < 5 and 硕士 > 3'),
  CS3080: measure('grant 5万元\n  allow vague-words because "没有"'),
  CS3120: measure("grant 6000元 when last year's 硕士 > 9"),
  CS4050: `${measure('grant 5万元\n  allow overlap with 乙 because "不同"')}measure 乙 {\n  for 高校\n  grant 9万元\n}\n`,
};

const inChinese =
  '引用 std.parties\n引用 std.matters\n\n分类 等次 { 优秀、良好 }\n\n主体 高校 {\n  硕士：数目\n  设备费：金额\n  评价：等次\n}\n\n';
const chinese = (line: string) => `${inChinese}措施 甲 {\n  对象 高校\n  事项 产业教授\n  ${line}\n}\n`;

/** The mistakes that the formatter cannot carry over into the other vocabulary, since it does not touch what it cannot read. */
export const chineseSamples: Readonly<Record<string, string>> = {
  CS1010: chinese('补助 @ 5万元'),
  CS1011: chinese('补助 5\u200b万元'),
  CS1012: chinese('补助 评价 是 优秀 && 硕士 超过 1 的，5万元'),
  CS1013: chinese('备注 “文'),
  CS1014: chinese('备注 “文"'),
  CS1015: chinese('补助 5万元 /* 一'),
  CS1016: chinese('补助 `甲：5万元'),
  CS1018: chinese('补助 甲1：5万元'),
  CS1020: chinese('补助 1,000元'),
  CS1023: `${inChinese}政策 甲案 {\n  施行 2026/01/01\n}\n`,
  CS1024: `${inChinese}政策 甲案 {\n  施行日期 2026年2月\n}\n`,
  CS1031: chinese('补助 硕博 6000元／硕士'),
  CS1034: chinese('补助 6000元每硕士'),
  CS1036: chinese('补住 5元'),
  CS1037: '分类 某等 { 甲 乙 }\n',
  CS1038: `${inChinese}措施 甲 {\n  对象 高校\n\n措施 乙 {\n  对象 高校\n}\n`,
  CS1039: '分类 某等 甲、乙 }\n',
  CS1040: `${chinese('补助 5元')}}\n`,
  CS1044: chinese('补助 经绩效评估后，最高 150万元'),
  CS1051: chinese('补助 甲：5万元\n  责任单位 市教育局'),
  CS1056: chinese('补助 6000元／硕士，up to 5万元'),
};

const twoMeasures = (condition: string, other: string) =>
  `use std.parties\nuse std.matters\n\nparty 企业 {\n  重点: bool\n  人数: count\n  设备费: money\n}\n\nmeasure 甲 {\n  for 企业\n  about 产业教授\n  ${condition}grant 5万元\n}\n\nmeasure 乙 {\n  for 企业\n  about 产业教授\n  ${other}\n}\n`;

/** By code, what is found between measures, which a line added to one of them settles, accepts or narrows. */
export const findingSamples: Readonly<Record<string, string>> = {
  CS4001: twoMeasures('', 'when 重点\n  grant 6000元 per 人数'),
  'CS4001 with a condition': twoMeasures('when 人数 >= 10\n  ', 'when 重点\n  grant 10% of 设备费 cap 30万元'),
  'CS4001 of alternatives': twoMeasures('when 人数 >= 10 or 设备费 >= 3万元\n  ', 'grant 2万元 when 重点'),
  CS4003: `policy 新案 {\n  level city\n  effective 2026-01-01\n}\n\n${twoMeasures('', 'grant 2万元').replace(/\n\nmeasure 乙[\s\S]*/, '\n')}//- old/b.cuoshi\npolicy 旧案 {\n  level city\n  effective 2023-01-01\n}\n\nmeasure 旧 {\n  for 企业\n  about 产业教授\n  grant 3万元\n}\n`,
};
