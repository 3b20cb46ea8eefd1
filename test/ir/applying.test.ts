import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { interpret } from '../../compiler/ir/interpret/interpret.ts';
import type { Facts } from '../../stdlib/runtime/types.ts';
import { memoryHost } from '../harness/memory-host.ts';

const source = (extra = '', kinds = 'disjoint 建设单位, 改建单位') => `
party 建设单位 { 新建面积: count, 净额: money signed }
party 改建单位 { 改建面积: count, 备案: bool, 产值: money, 亏损: money signed }
${kinds}
policy 甲 { ${extra} }
measure 建设奖 { for 建设单位 grant 100元 per 新建面积 cap 50万元 }
`;

function compiled(text: string) {
  return compile(['a.cuoshi'], memoryHost({ 'a.cuoshi': text }));
}

const apply = 'apply 建设奖 to 改建单位 reading 改建面积 as 新建面积 when 备案 "参照"';

function award(facts: Facts, text = source(apply)) {
  const { policies, diagnostics } = compiled(text);
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  return interpret(policies[0]!, facts, { asOf: '2024-10-04', year: 2024 });
}

describe('a measure that applies by analogy', () => {
  it('reads one fact for another, marks the award and totals it apart', () => {
    const result = award({ party: ['改建单位'], 改建面积: 30, 备案: true });
    expect(result.awards[0]).toMatchObject({ outcome: 'granted', analogy: '改建单位', min: 300_000, max: 300_000 });
    expect(result.awards[0]?.steps.find((s) => s.role === 'base')?.say).toContain('30');
    expect([result.totals, result.totalsByAnalogy]).toEqual([{}, { cash: { min: 300_000, max: 300_000 } }]);
  });

  it('asks for the fact that is read, not for the one it stands for', () => {
    const [found] = award({ party: ['改建单位'], 备案: true }).awards;
    expect(found).toMatchObject({ outcome: 'needs', needs: [{ fact: '改建面积' }] });
  });

  it('leaves those alone that the measure is for', () => {
    const [found] = award({ party: ['建设单位'], 新建面积: 2, 改建面积: 30 }).awards;
    expect(found).toMatchObject({ outcome: 'granted', max: 20_000 });
    expect(found).not.toHaveProperty('analogy');
  });

  it('tells neither figure while it is open which of the two is read', () => {
    const [found] = award({ party: [], 新建面积: 2, 改建面积: 30 }, source(apply, '')).awards;
    expect(found?.outcome ?? 'unlisted').toBe('unlisted');
    const [open] = award(
      { 新建面积: 2, 备案: true },
      source('apply 建设奖 to 改建单位 reading 改建面积 as 新建面积', ''),
    ).awards;
    expect(open).toMatchObject({ outcome: 'granted', max: 20_000 });
  });

  it.each([
    ['a fact of another type', 'reading 产值 as 新建面积', 'CS2043'],
    ['one that may be negative for one that may not', 'reading 亏损 as 产值', 'CS3071'],
    ['one that nobody has', 'reading 面积 as 新建面积', 'CS2012'],
    ['one twice', 'reading 改建面积 as 新建面积, 改建面积 as 新建面积', 'CS2010'],
  ])('refuses to read %s', (_, reading, code) => {
    const found = compiled(source(`apply 建设奖 to 改建单位 ${reading}`)).diagnostics.filter(
      (d) => d.severity === 'error',
    );
    expect(found.map((d) => d.code)).toEqual([code]);
  });
});
