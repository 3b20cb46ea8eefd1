import { describe, expect, it } from 'vitest';
import { hint, message } from '../../language/diagnostics/render.ts';
import { parse } from '../../language/syntax/parse.ts';
import { marked, withMarks } from '../harness/markers.ts';

/** Each source has a mark where each of its mistakes is told, and the codes in that order. */
function told(source: string, ...codes: string[]): void {
  const { text } = marked(source);
  const { diagnostics } = parse(text, 'test.cuoshi');
  const spans = diagnostics.map((found) => found.span);
  expect({ source: withMarks(text, spans), codes: diagnostics.map((found) => found.code) }).toEqual({ source, codes });
}

const inMeasure = (line: string) => `measure m {\n  for 高校\n  ${line}\n}\n`;

describe('one mistake gets one message, at its place', () => {
  it.each([
    ['grant 6000 per⟦⟧', 'CS1031'],
    ['⟦grant⟧ ', 'CS1055'],
    ['⟦grant⟧', 'CS1055'],
    ['grant up to⟦⟧', 'CS1031'],
    ['grant 5万元 ⟦6万元⟧', 'CS1032'],
    ['grant 5万元, ⟦6万元⟧', 'CS1054'],
    ['grant 硕博⟦⟧ 6000元 per 硕士 cap 5万元', 'CS1031'],
    ['grant 6000元⟦每硕士⟧', 'CS1034'],
    ['grant 6000 per ⟦6⟧', 'CS1030'],
    ['grant (5 + 3⟦⟧', 'CS1031'],
    ['grant 5元 ⟦)⟧', 'CS1032'],
    ['⟦grnt⟧ 5元', 'CS1036'],
    ['⟦补住⟧ 5元', 'CS1036'],
    ['⟦"文"⟧ 5元', 'CS1032'],
    ['grant a: 5万元 when 甲 ⟦when 乙⟧', 'CS1053'],
    ['grant 5万元, ⟦一次性⟧', 'CS1057'],
    ['grant 6000元 per 硕士 ⟦up to 5万元⟧', 'CS1056'],
    ['补助 ⟦订单式培养的⟧，最高 150万元', 'CS1044'],
    ['补助 ⟦经绩效评估后⟧，最高 150万元', 'CS1044'],
    ['补助 经 ⟦绩效评估后⟧，最高 150万元', 'CS1044'],
    ['补助 按 创新券总额 ⟦10%⟧', 'CS1030'],
    ['when 角色 ⟦=⟧ 牵头', 'CS1012'],
    ['when 角色 is⟦⟧', 'CS1031'],
    ['when a < b ⟦<⟧ c', 'CS1032'],
    ['when a ⟦&&⟧ b', 'CS1012'],
    ['when a >= 60⟦（不含）⟧', 'CS1032'],
    ['when 类型 in⟦⟧ 甲, 乙}', 'CS1039'],
    ['by⟦⟧', 'CS1031'],
    ['cap ⟦per year⟧', 'CS1033'],
    ['about ⟦"文"⟧', 'CS1030'],
    ['clause ⟦一⟧', 'CS1030'],
    ['grant ⟦1,000⟧', 'CS1020'],
    ['let x ⟦5⟧', 'CS1030'],
    ['recognise 甲 ⟦乙⟧', 'CS1030'],
    ['exempt 甲 ⟦of⟧ 乙', 'CS1030'],
    ['entitle 甲 to ⟦70%⟧ of 乙', 'CS1030'],
    ['oblige 甲 to ⟦评价⟧', 'CS1030'],
    // A right or an urging has no term; one was read and lost.
    ['encourage 甲 to "评价" by ⟦2028⟧', 'CS1030'],
    ['encourage 甲 to "评价" ⟦each year⟧', 'CS1030'],
    ['may 甲 to "评价" ⟦within⟧ 5 years', 'CS1030'],
    ['reckon 50% of 甲 ⟦乙⟧', 'CS1030'],
    ['encourage 甲⟦⟧', 'CS1031'],
    ['target 甲⟦⟧ 2023: 5 }', 'CS1039'],
    ['excludes⟦⟧', 'CS1031'],
    ['deny when⟦⟧', 'CS1031'],
    ['grant table 等次 { 优秀 ⟦5⟧ }', 'CS1030'],
    ['grant table 等次 { 优秀: 5万元, 良好: }', 'CS1031'].map((part) => part.replace('良好: }', '良好:⟦⟧ }')),
    ['grant table 等次⟦⟧', 'CS1031'],
    ['⟦l⟧evel city', 'CS1050'],
    ['⟦e⟧xpect denied', 'CS1050'],
  ] as [string, string][])('%s', (line, code) => told(inMeasure(line), code));

  it.each([
    ['policy p {\n  level ⟦town⟧\n}\n', 'CS1030'],
    ['policy p {\n  status⟦⟧\n}\n', 'CS1031'],
    ['policy p {\n  effective ⟦soon⟧\n}\n', 'CS1030'],
    ['policy p {\n  effective ⟦2026-02-30⟧\n}\n', 'CS1022'],
    ['policy p {\n  stacking ⟦best⟧\n}\n', 'CS1030'],
    ['policy p {\n  level city\n  ⟦level province⟧\n}\n', 'CS1053'],
    ['policy p {\n  ⟦g⟧rant 5元\n  grant 6元\n}\n', 'CS1050'],
    ['policy ⟦"x"⟧ { }\n', 'CS1030'],
    ['⟦l⟧evel city\n', 'CS1050'],
    ['use⟦⟧\n', 'CS1031'],
    ['measure⟦⟧ { for a }\n', 'CS1031'],
    ['measure m⟦⟧\n', 'CS1039'],
    ['measure m⟦⟧\nmeasure n { for a }\n', 'CS1039'],
    ['measure m⟦⟧\n  for a\n  grant 5元\n}\n', 'CS1039'],
    ['measure m {\n  for a⟦⟧\n\nmeasure n { for a }\n', 'CS1038'],
    ['measure m { for a }\n⟦}⟧\n', 'CS1040'],
    ['enum x { a ⟦b⟧ }\n', 'CS1037'],
    ['enum x { a,⟦⟧, b }\n'.replace(',⟦⟧,', ',⟦⟧,'), 'CS1031'],
    ['enum x⟦⟧ a, b }\n', 'CS1039'],
    ['party p {\n  a ⟦count⟧\n  b: money\n}\n', 'CS1030'],
    ['party p {\n  a:⟦⟧\n  b: money\n}\n', 'CS1031'],
    ['party p { a: count ⟦b⟧: money }\n', 'CS1037'],
    ['record p {\n  a: list of⟦⟧\n  b: money\n}\n', 'CS1031'],
    ['budget x per year⟦⟧\n', 'CS1031'],
    ['budget x 5万元 ⟦6万元⟧\n', 'CS1032'],
    ['budget x 5万元 { ⟦⟧grant 5元 }\n', 'CS1050'],
    ['example of m {\n  p { a ⟦6⟧, b: 5 }\n}\n', 'CS1030'],
    ['example of m {\n  p { a: [{ b: 5 }⟦⟧, c: 6 }\n}\n', 'CS1038'],
    ['example of m {\n  expect x⟦⟧\n}\n', 'CS1031'],
    ['example of m {\n  expect x =⟦⟧\n}\n', 'CS1031'],
    ['example of m {\n  decide x ⟦5⟧\n}\n', 'CS1030'],
    ['measure m {\n  for 高校\n  grant a: 5万元\n  ⟦by⟧ 市教育局\n}\n', 'CS1051'],
    ['measure m {\n  grant a: 5万元\n  ⟦for⟧ 高校\n}\n', 'CS1052'],
    ['measure m {\n  for 高校\n  ⟦for 企业⟧\n}\n', 'CS1053'],
    ['measure m { for 项目2 }\n'.replace('项目2', '⟦项目2⟧'), 'CS1018'],
    ['measure m { for a⟦ @ # ⟧}\n'.replace('⟦ @ # ⟧', ' ⟦@⟧ '), 'CS1010'],
  ])('%s', (source, code) => told(source, code));
});

describe('messages', () => {
  const words = (source: string, lang: 'zh' | 'en') => {
    const [found] = parse(source, 'test.cuoshi').diagnostics;
    return [message(found!, lang), hint(found!, lang)];
  };

  it('say what was expected, what was found, and how it is written', () => {
    expect(words('measure m {\n  by 5\n}', 'zh')).toEqual([
      '关键词“by”后面应为单位的名称，这里却是“5”',
      '写法：责任单位 市教育局、市科技局',
    ]);
    expect(words('measure m {\n  by 5\n}', 'en')).toEqual([
      'after the keyword "by", the name of an agency is expected, but there is "5"',
      'write it like this: by education, science',
    ]);
  });

  it('offer to split what was written together', () => {
    const [found] = parse('measure m {\n  grant 6000元每硕士\n}', 'test.cuoshi').diagnostics;
    expect(found!.fixes[0]!.edits[0]!.text).toBe('每 硕士');
  });

  it('offer the word that was meant', () => {
    const [found] = parse('measure m {\n  grnt 5元\n}', 'test.cuoshi').diagnostics;
    expect(found!.fixes[0]!.edits[0]!.text).toBe('grant');
  });

  it('name the other place of what may stand only once', () => {
    const text = 'measure m {\n  grant a: 5万元 by 甲 by 乙\n}';
    const [found] = parse(text, 'test.cuoshi').diagnostics;
    expect(found!.related.map(({ span }) => text.slice(span.start, span.end))).toEqual(['by 甲']);
  });
});
