import { describe, expect, it } from 'vitest';
import { isRefusal, prepareRename, rename } from '../../lsp/ide/rename.ts';
import { applyEdits, declarations, fixture } from './fixture.ts';

/** Renames what `$0` stands on, and gives all files as they are afterwards. */
function renamed(source: string, name: string): Record<string, string> {
  const { snapshot, file, offset, texts } = fixture(source);
  const edits = rename(snapshot, file, offset, name);
  if (isRefusal(edits)) throw new Error(edits.refused.zh);
  return Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [path, applyEdits(text, edits.get(path) ?? [])]),
  );
}

function refusal(source: string, name: string): string {
  const { snapshot, file, offset } = fixture(source);
  const edits = rename(snapshot, file, offset, name);
  if (!isRefusal(edits)) throw new Error('was renamed');
  return edits.refused.zh;
}

const program = `//- draft/facts.cuoshi
use std.parties
enum 等次 { 优秀, 良好 }
party 高校 {
  硕士 alias master: count
  评价: 等次
}
//- draft/measures.cuoshi
measure 甲 {
  for 高校
  grant 乙: 6000元 per 硕士 when 评价 is 优秀
  grant 丙: 1000元 per master
}
example "一" of 甲 {
  高校 { 硕士: 60, 评价: 优秀 }
  expect 乙 = 36万元
}
`;

describe('rename', () => {
  it('changes a name everywhere, in all files, and leaves its aliases alone', () => {
    const after = renamed(program.replace('per 硕士 when', 'per 硕$0士 when'), '硕士生');
    expect(after['draft/facts.cuoshi']).toContain('硕士生 alias master: count');
    expect(after['draft/measures.cuoshi']).toContain('6000元 per 硕士生 when');
    expect(after['draft/measures.cuoshi']).toContain('1000元 per master');
    expect(after['draft/measures.cuoshi']).toContain('高校 { 硕士生: 60');
  });

  it('changes an alias as an alias', () => {
    const after = renamed(program.replace('per master', 'per mas$0ter'), 'masters');
    expect(after['draft/facts.cuoshi']).toContain('硕士 alias masters: count');
    expect(after['draft/measures.cuoshi']).toContain('per masters');
    expect(after['draft/measures.cuoshi']).toContain('per 硕士 when');
  });

  it('changes members, labels, measures and parties of one’s own', () => {
    const member = renamed(program.replace('is 优秀', 'is 优$0秀'), '优等');
    expect(member['draft/facts.cuoshi']).toContain('{ 优等, 良好 }');
    expect(member['draft/measures.cuoshi']).toContain('评价: 优等');
    const label = renamed(program.replace('expect 乙', 'expect $0乙'), '硕培');
    expect(label['draft/measures.cuoshi']).toContain('grant 硕培: 6000元');
    expect(renamed(program.replace('measure 甲', 'measure $0甲'), '培养')['draft/measures.cuoshi']).toContain(
      'of 培养 {',
    );
    const party = renamed(
      'use std.parties\nparty 示范校 is 高校 { 数: count }\nmeasure 甲 {\n  for 示$0范校\n  grant 1元 per 数\n}\nexample "一" {\n  示范校 { 数: 1 }\n  expect 甲 = 1元\n}\n',
      '状态',
    );
    // A keyword must be quoted where a statement could begin.
    expect(party['draft/main.cuoshi']).toContain('  `状态` { 数: 1 }');
    expect(fixture(party['draft/main.cuoshi']!).snapshot.diagnostics).toEqual([]);
  });

  it('quotes what would not be read as a name, and takes quotes off', () => {
    const after = renamed(program.replace('per 硕士 when', 'per 硕$0士 when'), '2026年 硕士');
    expect(after['draft/facts.cuoshi']).toContain('`2026年 硕士` alias master');
    expect(
      fixture(
        `//- draft/facts.cuoshi\n${after['draft/facts.cuoshi']}//- draft/measures.cuoshi\n${after['draft/measures.cuoshi']}`,
      ).snapshot.diagnostics,
    ).toEqual([]);
    expect(renamed(program.replace('per 硕士 when', 'per 硕$0士 when'), '`学生`')['draft/facts.cuoshi']).toContain(
      '学生 alias',
    );
  });

  it('leaves a program as it is where the name stays', () => {
    const { snapshot, file, offset } = fixture(program.replace('measure 甲', 'measure $0甲'));
    expect(rename(snapshot, file, offset, '甲')).toEqual(new Map());
  });
});

describe('rename is refused', () => {
  it('where the name is taken, with the reason of the compiler', () => {
    expect(refusal(program.replace('per 硕士 when', 'per 硕$0士 when'), '评价')).toContain('两种类型');
    expect(
      refusal(`${program}measure 丁 {\n  for 高校\n  grant 1元\n}\n`.replace('measure 甲', 'measure $0甲'), '丁'),
    ).toContain('声明了两次');
    expect(refusal(program.replace('grant 乙', 'grant $0乙'), '丙')).toContain('声明了两次');
  });

  it('where another name would be captured', () => {
    const source =
      'use std.parties\nparty 高校 { 人数: count }\nlet 单价 = 1元\nmeasure 甲 {\n  for 高校\n  let 本价 = 2元\n  grant 单$0价 * 人数 + 本价 * 人数\n}\n';
    expect(refusal(source, '本价')).toContain('不再指原来的“单价”');
  });

  it('where two processes would become one', () => {
    const source =
      'use std.parties\nmeasure 甲 {\n  for 高校\n  grant up to 1元 after 评$0估\n}\nmeasure 乙 {\n  for 高校\n  grant up to 1元 after 评审\n}\n';
    expect(refusal(source, '评审')).toContain('混为一个');
  });

  it('for the standard library, modules, keywords and what is no name', () => {
    expect(refusal(program.replace('for 高校', 'for 高$0校'), '大学')).toContain('标准库');
    expect(refusal(program.replace('std.parties', 'std.par$0ties'), 'x')).toContain('模块');
    expect(refusal(program.replace('measure 甲', 'mea$0sure 甲'), 'x')).toContain('没有可以改名');
    expect(refusal(program.replace('measure 甲', 'measure $0甲'), '`')).toContain('不能作名称');
    expect(refusal(program.replace('measure 甲', 'measure $0甲'), '  ')).toContain('不能作名称');
  });

  it('where a member and a matter are tied by their name alone', () => {
    const source = (cursor: string) =>
      `use std.parties\n${cursor}record 平台 { 类型: 类 }\nparty 高校 { 平台: list of 平台 }\nmeasure 甲 {\n  for each 平台 of 高校\n  about 类型\n  grant 1元\n}\n`;
    expect(refusal(source('matter 中心\nenum 类 { 中$0心, 院 }\n'), '所')).toContain('靠同名相连');
    expect(refusal(source('matter 中$0心\nenum 类 { 中心, 院 }\n'), '所')).toContain('靠同名相连');
    expect(renamed(source('matter 中心\nenum 类 { 中心, $0院 }\n'), '所')['draft/main.cuoshi']).toContain(
      '{ 中心, 所 }',
    );
  });
});

describe('prepare rename', () => {
  it('gives the name without quotes, and its place', () => {
    const { snapshot, file, offset, texts } = fixture(
      `${declarations.en}party 企业 { \`2 数\`: count }\nmeasure 甲 {\n  for 企业\n  grant 1元 per \`2 $0数\`\n}\n`,
    );
    const found = prepareRename(snapshot, file, offset);
    if (isRefusal(found)) throw new Error(found.refused.zh);
    expect(found.text).toBe('2 数');
    expect(texts[file]!.slice(found.span.start, found.span.end)).toBe('`2 数`');
  });
});
