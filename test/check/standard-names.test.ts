import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { message } from '../../language/diagnostics/render.ts';
import { memoryHost } from '../harness/memory-host.ts';

const told = (source: string) =>
  compile(['a.cuoshi'], memoryHost({ 'a.cuoshi': source }))
    .diagnostics.filter((d) => d.severity === 'error')
    .map((d) => message(d, 'zh'));

describe('a name of the standard library that no file uses', () => {
  it.each([
    [
      'an agency',
      'measure 甲 { for 某校 by 市科技局 grant 1万元 }',
      '机构“市科技局”在模块 std.jinan 里，本文件没有引用该模块',
    ],
    ['a party', 'measure 甲 { for 高校 grant 1万元 }', '主体“高校”在模块 std.parties 里，本文件没有引用该模块'],
    [
      'a party in a condition',
      'measure 甲 { for 某校 grant 1万元 when 企业 }',
      '主体“企业”在模块 std.parties 里，本文件没有引用该模块',
    ],
    ['a bearer', 'measure 甲 { for 某校 may 高校 to "试" }', '主体“高校”在模块 std.parties 里，本文件没有引用该模块'],
    ['a record', 'party 某厂 { 平台: list of 平台 }', '名录“平台”在模块 std.platforms 里，本文件没有引用该模块'],
    ['a unit', 'party 某厂 { 面积: 平方米 }', '计量单位“平方米”在模块 std.units 里，本文件没有引用该模块'],
  ])('is told with its module: %s', (_, source, expected) => {
    expect(told(`party 某校 { 数: count }\n${source}\n`)).toEqual([expected]);
  });

  it('is unknown where the library has it as something else', () => {
    expect(told('measure 甲 { for 市科技局 grant 1万元 }\n')).toEqual(['没有名为“市科技局”的主体']);
  });
});
