import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { marked, withMarks } from '../harness/markers.ts';
import { memoryHost } from '../harness/memory-host.ts';

const head = `record 平台 { 获批: bool, 等: 等次, 投入: money }
enum 等次 { 优秀, 良好 }
party 高校 { 硕士: count, 平台: list of 平台 }
`;

/** The errors of a source: their codes, and the source with marks around what they are about. */
function told(source: string): { readonly codes: readonly string[]; readonly marked: string } {
  const text = head + source;
  const errors = compile(['a.cuoshi'], memoryHost({ 'a.cuoshi': text })).diagnostics.filter(
    (d) => d.severity === 'error',
  );
  return {
    codes: errors.map((d) => d.code),
    marked: withMarks(
      text,
      errors.map((d) => d.span),
    ).slice(head.length),
  };
}

const line = (text: string) => `measure 甲 {\n  for 高校\n  ${text}\n  grant 3万元\n}\n`;

describe('one mistake, one message', () => {
  it.each([
    ['a condition that ends in an operator', 'deny when 硕士 >', 'CS1031'],
    ['a reason that is missing', 'deny when 硕士 > 5 because', 'CS1031'],
    ['a figure without its operator', 'deny when 硕士 5 because "文"', 'CS1032'],
    ['a condition that is missing', 'deny when', 'CS1031'],
    ['a parenthesis that is missing', 'deny when (硕士 > 3', 'CS1031'],
  ])('of a denial with %s', (_, text, code) => {
    expect(told(line(text)).codes).toEqual([code]);
  });

  it('of a module without its name', () => {
    expect(told('use std.\n').codes).toEqual(['CS1031']);
    expect(told('use\n').codes).toEqual(['CS1031']);
  });

  it('leaves the mistakes of other lines, and names that nothing declares', () => {
    expect(told(line('when 没有 >')).codes.toSorted()).toEqual(['CS1031', 'CS2011']);
    expect(told(line('when 硕士 >\n  cap 3个')).codes).toHaveLength(2);
  });

  it.each([
    [
      'a list of what cannot be one',
      '企业 { 名册: 等, 数: count }\nmeasure 乙 { for each 名册 of 企业 grant 1元 }\nexample of 乙 { 企业 { 名册: [] } expect denied }',
      'CS2081',
    ],
    [
      'a name with a figure in it',
      '企业 { 数: count }\nmeasure 乙 { for 企业 grant 3元 paid { 开工: 20%, 竣工80% } }',
      'CS1018',
    ],
    [
      'a right that cannot be read',
      '企业 { 数: count }\nmeasure 乙 {\n  for 企业\n  转化项目 as 省级项目\n}\nexample of 乙 { 企业 { 数: 1 } expect recognise holds }',
      'CS1035',
    ],
  ])('of %s', (_, source, code) => {
    expect(told(`party ${source}\n`).codes).toEqual([code]);
  });

  it.each([
    'measure ⟦分别⟧ {\n  for 高校\n  grant 3万元\n}\n',
    'measure ⟦支持⟧ "一" {\n  for 高校\n  grant 3万元\n}\n',
    '措施 ⟦支持⟧ {\n  对象 高校\n  补助 3万元\n}\n',
    'enum ⟦补助⟧ { 一, 二 }\n',
    'party ⟦责任单位⟧ { 数: count }\n',
  ])('of a block named by a reserved word: %j', (source) => {
    const { text } = marked(source);
    expect(told(text)).toEqual({ codes: ['CS1033'], marked: source });
  });

  it.each([
    ['⟦number of 平台 where 获批 + 3万元⟧'],
    ['1万元 * ⟦number of 平台 where 获批 * 2⟧'],
    ['3% of ⟦sum of 投入 of 平台 where 获批 and 等 is 优秀 + 2万元⟧'],
    ['1万元 * ⟦number of 平台 where 获批 + 2万元 * number of 平台 where 等 is 优秀⟧'],
    ['1万元 * ⟦number of 平台 where 获批 per 硕士⟧'],
  ])('of a condition that takes in what follows: %s', (amount) => {
    const { text } = marked(amount);
    const source = `measure 甲 {\n  for 高校\n  grant ${text}\n}\n`;
    expect(told(source)).toEqual({ codes: ['CS2137'], marked: source.replace(text, amount) });
  });

  it('is not told where the figure stands in parentheses', () => {
    expect(told('measure 甲 {\n  for 高校\n  grant 1万元 * (number of 平台 where 获批) + 3万元\n}\n').codes).toEqual(
      [],
    );
  });
});
