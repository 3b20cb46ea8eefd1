import { describe, expect, it } from 'vitest';
import { definitions, highlights, references } from '../../lsp/ide/places.ts';
import { declarations, fixture, withPlaces } from './fixture.ts';

/** Goes to the definition at `$0`, and expects to arrive at `⟦…⟧`. */
function definition(source: string): void {
  const { snapshot, file, offset, ranges, texts } = fixture(source);
  const places = definitions(snapshot, file, offset);
  expect(withPlaces(texts, places)).toEqual(withPlaces(texts, ranges));
}

/** Finds all that is named at `$0`, and expects it at `⟦…⟧`. */
function named(source: string, options = { declarations: true }): void {
  const { snapshot, file, offset, ranges, texts } = fixture(source);
  const places = references(snapshot, file, offset, options);
  expect(withPlaces(texts, places)).toEqual(withPlaces(texts, ranges));
  expect(ranges.length).toBeGreaterThan(0);
}

const twoFiles = `//- draft/facts.cuoshi
use std.parties
enum 等次 { 优秀, ⟦良好⟧ }
party 高校 {
  硕士 alias master: count
  评价: 等次
}
//- draft/measures.cuoshi
measure 甲 {
  for 高校
  grant 乙: 6000元 per 硕士 when 评价 is 良$0好
}
`;

describe('definition', () => {
  it('leads to another file', () => definition(twoFiles.replace('良$0好', '良$0好')));

  it('leads from a fact to every party that declares it', () =>
    definition(`use std.parties
party 高校 { ⟦人数⟧: count }
party 企业 { ⟦人数⟧: count }
measure 甲 {
  for 高校
  grant 1元 per 人$0数
}`));

  it('leads from an alias to the name', () =>
    definition(`agency ⟦市某局⟧ alias 某局
use std.parties
measure 甲 {
  for 高校
  by 某$0局
  grant 1元
}`));

  it('leads from an expectation to the benefit, or to the only measure', () => {
    const source = (target: string) => `use std.parties
party 高校 { 人数: count }
measure 甲 {
  for 高校
  grant ⟦乙⟧: 1元 per 人数
}
example "一" of 甲 {
  高校 { 人数: 1 }
  expect ${target} = 1元
}`;
    definition(source('乙$0'));
    definition(source('乙').replace('decide', '').replace('expect 乙', 'expect $0乙'));
    definition(source('甲$0').replace('⟦乙⟧: ', '').replace('measure 甲', 'measure ⟦甲⟧'));
  });

  it('leads from a module to its file, and nowhere from a process', () => {
    const { snapshot, file, offset } = fixture('use std.par$0ties\n');
    expect(definitions(snapshot, file, offset)).toEqual([{ file: '<std>/parties.cuoshi', span: { start: 0, end: 0 } }]);
    definition(`use std.parties
measure 甲 {
  for 高校
  grant up to 1元 after 评$0估
}`);
  });

  it('works on Chinese keywords alike', () =>
    definition(`引用 std.parties
主体 高校 { ⟦人数⟧：数目 }
措施 甲 {
  对象 高校
  补助 6000元／人$0数
}`));
});

describe('references', () => {
  it('finds a fact under all of its names, in examples and in other files', () =>
    named(`//- draft/facts.cuoshi
use std.parties
party 高校 {
  ⟦硕$0士⟧ alias ⟦master⟧: count
  双倍: count = ⟦master⟧ * 2
}
//- draft/measures.cuoshi
measure 甲 {
  for 高校
  grant 乙: 6000元 per ⟦硕士⟧
}
example "一" of 甲 {
  高校 { ⟦硕士⟧: 60 }
  expect 乙 = 36万元
}
example "二" of 甲 {
  高校 { }
  expect 乙 needs ⟦硕士⟧
}`));

  it('leaves declarations out where they are not wanted', () =>
    named(
      `use std.parties
party 高校 { 人数: count }
measure 甲 {
  for 高校
  grant 1元 per ⟦人$0数⟧
}`,
      { declarations: false },
    ));

  it('keeps fields of one name in two records apart', () =>
    named(`use std.parties
record 平台 { 获批: bool }
record 项目 { ⟦获批⟧: bool }
party 高校 { 平台: list of 平台, 课题: list of 项目 }
measure 甲 {
  for each 课题 of 高校
  grant 1元 when ⟦获$0批⟧
}
measure 乙 {
  for each 平台 of 高校
  grant 1元 when 获批
}`));

  it('keeps labels of one name in two measures apart', () =>
    named(`use std.parties
measure 甲 {
  for 高校
  grant 丙: 1元
  grant 丁: 2元
}
measure 乙 {
  for 高校
  grant ⟦丙⟧: 1元
  grant 丁: 2元
}
example "一" of 乙 {
  高校 { }
  expect ⟦丙$0⟧ = 1元
  decide ⟦丙⟧ = 1元
}`));

  it('finds a process wherever it decides', () =>
    named(`use std.parties
measure 甲 {
  for 高校
  grant up to 1元 after ⟦评$0估⟧
}
measure 乙 {
  for 高校
  grant 1元 selected by ⟦评估⟧
}`));

  it('finds policies, measures and pools', () =>
    named(`//- old/p.cuoshi
policy ⟦旧$0案⟧ { level city }
//- new/p.cuoshi
policy 新案 { replaces ⟦旧案⟧ }`));
});

describe('highlights', () => {
  it('tells declarations from uses, within the file', () => {
    const { snapshot, file, offset, texts } = fixture(
      `${declarations.en}measure 甲 {\n  for 高校\n  grant 6000元 per 硕$0士\n}\n`,
    );
    const found = highlights(snapshot, file, offset);
    expect(found.map(({ span, declares }) => [texts[file]!.slice(span.start, span.end), declares])).toEqual([
      ['硕士', true],
      ['master', true],
      ['硕士', false],
    ]);
  });
});
