import { describe, expect, it } from 'vitest';
import { renderText } from '../../language/diagnostics/render.ts';
import { compileTexts } from '../harness/problems.ts';

/** What a person reads of one source, in one language. */
function read(source: string, lang: 'zh' | 'en'): string {
  const { diagnostics, textOf, keywordsOf } = compileTexts({ 'a.cuoshi': source });
  return diagnostics.map((d) => renderText(d, lang, textOf, keywordsOf)).join('\n');
}

const english = 'party 企业 { 费用: money }\nmeasure 甲 { for 企业 about 研发 grant 1万元 per 费用 }\n';
const chinese = '主体 企业 { 费用：金额 }\n措施 甲 {\n  对象 企业\n  事项 研发\n  补助 1万元／费用\n}\n';

describe('messages', () => {
  it('write code in the keywords of the file, in whichever language they are', () => {
    expect(read(english, 'zh')).toContain('per 后面要能数的事实');
    expect(read(english, 'zh')).toContain('用 count 类型的事实；按金额的比例写 10% of 费用');
    expect(read(chinese, 'zh')).toContain('每 后面要能数的事实');
    expect(read(chinese, 'zh')).toContain('用 数目 类型的事实；按金额的比例写 按 费用 的 10%');
  });

  it('say how a line is written in the keywords of the file', () => {
    const level = ['policy a { level 市 }\n', '政策 a { 层级 市 }\n'];
    expect(read(level[0] ?? '', 'zh')).toContain('应为province、city、district 或 county');
    expect(read(level[0] ?? '', 'zh')).toContain('写法：level city');
    expect(read(level[1] ?? '', 'zh')).toContain('应为省级、市级、区级或县级');
    expect(read(level[1] ?? '', 'en')).toContain('write it like this: 层级 市级');
  });

  it('name all types where one is like none of them', () => {
    expect(read('party 企业 { 费用: 文字 }\n', 'zh')).toContain('类型有 money、count');
    expect(read('主体 企业 { 费用：文字 }\n', 'zh')).toContain('类型有 金额、数目');
  });

  it('say that a fact is a condition by itself', () => {
    const source = 'party 企业 { 高新: bool }\nmeasure 甲 { for 企业 about 研发 grant 1万元 when 高新 is true }\n';
    expect(read(source, 'zh')).toContain('直接写事实：when 高新；不是的：when not 高新');
    expect(read(source, 'zh')).not.toContain('CS2011');
  });
});
