import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { makeReplay } from '../../compiler/replay.ts';
import { marked, withMarks } from '../harness/markers.ts';
import { memoryHost } from '../harness/memory-host.ts';
import { runtimeSource } from '../harness/runtime-source.ts';

const replay = makeReplay(runtimeSource);
const party = 'party 工厂 { 占比: rate, 专利: count, 产值: money by year, 高新: bool by year, 评级: 等次 by year }\n';
const head = `${party}enum 等次 { 甲等, 乙等 }\nmeasure 甲 {\n  for 工厂\n  about 人才\n`;

/** What of the lines, marked, is found superfluous or always true; of errors nothing may be found. */
function found(lines: string): { readonly marked: string; readonly names: readonly unknown[] } {
  const text = `${head}${lines}}\n`;
  const { diagnostics } = compile(['a.cuoshi'], memoryHost({ 'a.cuoshi': text }), { replay });
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  const told = diagnostics.filter((d) => d.code === 'CS4017' || d.code === 'CS4006');
  const all = withMarks(
    text,
    told.map((d) => d.span).sort((a, b) => a.start - b.start),
  );
  return { marked: all.slice(head.length, -2), names: told.map((d) => d.args.benefit) };
}

const score = (atLeast: string) =>
  `  score 评价 { 人员: bands 占比 whole { 0%..30%: 10, 30%..: 30 }, 成果: 专利 * 5 } at least ${atLeast}\n`;

describe('a condition that the others imply', () => {
  it.each([
    [
      'a benefit that asks for more than its measure',
      '  when 专利 >= 5\n  grant 一: 1万元\n  grant 二: 2万元 when 专利 >= 8\n',
    ],
    ['a score that one of the benefits raises', `${score('55')}  grant 一: 1万元\n  grant 二: 2万元 when 评价 >= 80\n`],
    ['a score and a figure that is one of several ways to it', `${score('55')}  grant 一: 1万元 when 专利 >= 8\n`],
    ['growth beside the figure itself', '  grant 一: 1万元 when growth of 产值 >= 1万元 and 产值 >= 5万元\n'],
    ['sums over years', '  grant 一: 1万元 when (sum of 产值 over 3 years) >= 30万元 and 产值 >= 10万元\n'],
    ['payment in stages', '  when 专利 >= 5\n  grant 一: 1万元 paid { 开工: 20%, 竣工: 80% } at once when 专利 >= 8\n'],
  ])('is none in %s', (_, lines) => {
    expect(found(lines).marked).toBe(lines);
  });

  it.each([
    [
      'the limit of a score, where the only benefit asks for more',
      `${score('⟦55⟧')}  grant 一: 1万元 when 评价 >= 80\n`,
    ],
    ['a figure without which the score is not reached', `${score('55')}  grant 一: 1万元 when ⟦专利 >= 5⟧\n`],
    [
      'the second of two that say the same',
      '  when 专利 >= 5\n  grant 一: 1万元 when ⟦专利 >= 5⟧\n  grant 二: 2万元\n',
    ],
    [
      'what last year’s figure implies',
      '  when 评级 is 甲等 for 2 years running\n  grant 一: 1万元 when ⟦评级 is 甲等⟧\n',
    ],
  ])('is found: %s', (_, source) => {
    const { text } = marked(source);
    expect(found(text).marked).toBe(source);
  });

  it('is told once of a measure of which every benefit asks for more', () => {
    const { text } = marked('  when ⟦专利 >= 5⟧\n  grant 一: 1万元 when 专利 >= 8\n  grant 二: 2万元 when 专利 >= 9\n');
    expect(found(text).names).toEqual(['甲']);
  });

  it('is told once of a measure where it holds for everyone', () => {
    expect(found('  when 专利 >= 0\n  grant 一: 1万元\n  grant 二: 2万元\n').names).toEqual(['甲']);
  });
});
