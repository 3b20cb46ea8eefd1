import { describe, expect, it } from 'vitest';
import { signature } from '../../lsp/ide/signature.ts';
import { declarations, fixture } from './fixture.ts';

/** The form at `$0`, with the part at hand in guillemets. */
function at(source: string, vocabulary: 'en' | 'zh'): string | undefined {
  const { snapshot, file, offset } = fixture(`${declarations[vocabulary]}\n${source}`);
  const found = signature(snapshot, file, offset, 'zh');
  return found?.parts.map((part, i) => (i === found.active ? `«${part}»` : part)).join(' ');
}

const inMeasure = (line: string, vocabulary: 'en' | 'zh') =>
  vocabulary === 'en' ? `measure 甲 {\n  for 高校\n  ${line}\n}\n` : `措施 甲 {\n  对象 高校\n  ${line}\n}\n`;

describe('the form of an amount in rows', () => {
  it.each([
    ['zh', '补助 创新券 分档 $0', '事实 分档 全额 或 超额'],
    ['zh', '补助 创新券 分档 全额 { 0元..40万元：$0', '«{ 起..止'],
    ['zh', '补助 创新券 首次达到 { 1亿元：$0 }', '«{ 界限'],
    ['zh', '补助 按 创新券 的 两种理解 边界 $0', '“分歧在哪里”'],
    ['zh', '补助 5万元，分期拨付 { 开工：$0 }', '«{ 阶段：比例'],
    ['en', 'grant bands 创新券 whole { $0', '«{ FROM..TO: AMOUNT'],
    ['en', 'grant ladder 创新券 first reached { 1亿元: $0 }', '«{ FIGURE: AMOUNT }'],
    ['en', 'grant reading 边界 "…" { 甲: $0 }', '«{ A: AMOUNT'],
    ['en', 'grant 5万元 paid { 开工: $0 }', '«{ STAGE: SHARE'],
  ] as const)('%s: %s', (vocabulary, line, form) => {
    expect(at(inMeasure(line, vocabulary), vocabulary)).toContain(form);
  });

  it('ends with the amount', () => {
    expect(at(inMeasure('grant bands 创新券 whole { ..4万元: 3% } cap $0', 'en'), 'en')).toContain('«cap AMOUNT');
  });
});

describe('the form of a statement', () => {
  it.each([
    ['zh', '参数 最低工资 ＝ $0', '«＝ 值 自 日期 起'],
    ['en', 'parameter 最低工资 = $0', '«= VALUE from DATE'],
  ] as const)('%s: %s', (vocabulary, line, form) => {
    expect(at(line, vocabulary)).toContain(form);
  });

  it.each([
    ['zh', '计分 评$0', '«名称»'],
    ['en', 'score 评$0', '«NAME»'],
  ] as const)('%s: %s', (vocabulary, line, form) => {
    expect(at(inMeasure(line, vocabulary), vocabulary)).toContain(form);
  });
});
