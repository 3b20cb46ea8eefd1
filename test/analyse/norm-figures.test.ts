import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { makeReplay } from '../../compiler/replay.ts';
import { memoryHost } from '../harness/memory-host.ts';
import { runtimeSource } from '../harness/runtime-source.ts';

const replay = makeReplay(runtimeSource);

/** How many conflicts are found between two measures for one kind of applicant. */
function conflicts(one: string, two: string): number {
  const measure = (name: string, norm: string) => `measure ${name} {\n  for 渔民\n  about 分配\n  ${norm}\n}\n`;
  const files = {
    'a.cuoshi': `policy yu {\n  level city\n}\nparty 渔民 {\n  净收入: money\n  总收入: money\n}\n${measure('甲条', one)}${measure('乙条', two)}`,
  };
  const { diagnostics } = compile(Object.keys(files), memoryHost(files), { replay });
  expect(diagnostics.filter((d) => d.severity === 'error' && d.finding === undefined).map((d) => d.code)).toEqual([]);
  return diagnostics.filter((d) => d.finding === 'conflict').length;
}

describe('figures of two norms', () => {
  const rows: readonly (readonly [string, string, boolean])[] = [
    ['at least 70%', 'at most 50%', true],
    ['at least 50%', 'at most 50%', false],
    ['over 50%', 'at most 50%', true],
    ['over 49.99%', 'at most 50%', false],
    ['at most 30%', 'at most 50%', false],
    ['at least 30%', 'at least 50%', false],
    ['over 30%', 'over 50%', false],
    ['30%', '30%', false],
    ['30%', '31%', true],
    ['30%', 'at least 30%', false],
    ['30%', 'over 30%', true],
    ['30%', 'at least 31%', true],
    ['30%', 'at most 30%', false],
    ['30%', 'at most 29%', true],
    ['about 50%', 'at least 70%', true],
    ['about 50%', 'at least 55%', false],
    ['about 50%', 'over 55%', true],
    ['about 50%', 'at most 45%', false],
    ['about 50%', 'at most 44%', true],
    ['about 50%', 'about 60%', false],
    ['about 50%', 'about 70%', true],
    ['about 50%', '52%', false],
    ['about 50%', '40%', true],
  ];
  it.each(rows)('%s beside %s', (one, two, isConflict) => {
    // Rights are bounded; duties may say just so many.
    const isExact = [one, two].some((figure) => /^\d/.test(figure));
    const entitle = (figure: string) =>
      isExact
        ? `oblige 渔民 to ${figure.replace('%', '次')} "参加培训" each year`
        : `entitle 渔民 to ${figure} of 净收入`;
    expect(conflicts(entitle(one), entitle(two))).toBe(isConflict ? 1 : 0);
    expect(conflicts(entitle(two), entitle(one))).toBe(isConflict ? 1 : 0);
  });

  it.each([
    ['shares of two bases', 'entitle 渔民 to at least 70% of 净收入', 'entitle 渔民 to at most 50% of 总收入', 0],
    ['kept to a share', 'hold 公司出资 to at most 30% of 总收入', 'hold 公司出资 to at least 40% of 总收入', 1],
    [
      'two things kept to shares',
      'hold 公司出资 to at most 30% of 总收入',
      'hold 市财政出资 to at least 40% of 总收入',
      0,
    ],
    [
      'duties in number',
      'oblige 渔民 to at least 4次 "参加培训" each year',
      'oblige 渔民 to at most 2次 "参加培训" each year',
      1,
    ],
    [
      'duties that fit',
      'oblige 渔民 to at least 2次 "参加培训" each year',
      'oblige 渔民 to at most 4次 "参加培训" each year',
      0,
    ],
    [
      'duties for other times',
      'oblige 渔民 to at least 4次 "参加培训" each year',
      'oblige 渔民 to at most 2次 "参加培训"',
      0,
    ],
    ['a right and a duty', 'entitle 渔民 to at least 70% of 净收入', 'oblige 渔民 to at most 2次 "参加培训"', 0],
  ] as const)('%s', (_, one, two, expected) => {
    expect(conflicts(one, two)).toBe(expected);
  });
});
