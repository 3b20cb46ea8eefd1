import { describe, expect, it } from 'vitest';
import { clauseSkeleton } from '../../lsp/ide/clause-skeleton.ts';
import { type ClauseNode, clauseTree } from '../../lsp/ide/clause-tree.ts';
import { overlapTree } from '../../lsp/ide/overlap-tree.ts';
import { takeSnapshot } from '../../lsp/ide/snapshot.ts';
import { memoryHost } from '../harness/memory-host.ts';
import { highest, manifest, money, part, responsible } from '../source-text/coverage-fixture.ts';

const text = `use std.parties

agency 市教育局
agency 市科技局

policy demo "示例" {
  source "demo.source.json"
  waive "三" because "只说由谁解释"
}

matter 实训
matter 基地

party 高校 { 人数: count, 有基地: bool }

measure 人头 {
  clause "一（一）"
  for 高校
  about 实训
  by 市教育局
  grant 6000元 per 人数 cap 50万元 per year
}

measure 建设 {
  clause "二"
  for 高校
  about 基地
  by 市教育局
  support up to 80万元 when 有基地
}
`;
const chinese = `引用 std.parties

机构 市教育局

政策 demo “示例” {
  原文 “demo.source.json”
}
`;
const parts = [
  part('文头', { role: 'front' }),
  part('一', { role: 'heading', path: ['一'] }),
  part('一（一）', {
    path: ['一', '（一）'],
    figures: [money('6000元', 600_000), money('50万元', 50_000_000, { ...highest, yearly: true })],
    bodies: responsible('市教育局'),
  }),
  part('一（二）', {
    path: ['一', '（二）'],
    figures: [
      money('3万元', 3_000_000, { per: '人' }),
      money('100万元', 100_000_000, highest),
      money('2万元', 2_000_000),
    ],
    bodies: responsible('市教育局', '市科技局'),
  }),
  part('二', { path: ['二'], figures: [money('80万元', 80_000_000, highest), money('9万元', 9_000_000)] }),
  part('三', { path: ['三'] }),
  part('解读', { role: 'commentary', figures: [money('1万元', 1_000_000)] }),
];

function snapshotOf(source: string, more: Readonly<Record<string, string>> = {}) {
  const files = { 'a/demo.cuoshi': source, 'a/demo.source.json': JSON.stringify(manifest(parts), null, 1), ...more };
  return takeSnapshot([...new Set(Object.keys(files).map((file) => file.split('/')[0]!))], memoryHost(files));
}

const shown = (nodes: readonly ClauseNode[]): unknown[] =>
  nodes.map(({ clause, status, measures, description, children }) => [
    [clause, status, ...measures, description].filter((piece) => piece !== '').join(' '),
    ...(children.length > 0 ? [shown(children)] : []),
  ]);

describe('the tree of clauses', () => {
  it('has each clause with what is written of it, below its heading', () => {
    const [document] = clauseTree(snapshotOf(text), 'zh');
    expect(document).toMatchObject({ policy: 'demo', title: '示例', description: '条款 3/4 · 数字 42%' });
    expect(shown(document!.clauses!)).toEqual([
      ['一 heading', [['一（一） encoded 人头 数字 2/2'], ['一（二） missing 没有措施 · 数字 3']]],
      ['二 partly 建设 数字 1/2 · 原文没有的 1'],
      ['三 waived 不必编码'],
    ]);
  });

  it('names what is missing, and leads to the measure, or to the manifest', () => {
    const [document] = clauseTree(snapshotOf(text), 'en');
    const [one, two] = document!.clauses!;
    expect(two!.details).toEqual([
      'measures: 建设',
      'figures written: 80万元',
      'figures not written: 9万元',
      'in the code and not in the text: 市教育局',
    ]);
    const places = one!.children.map(({ place }) => place);
    expect(places[0]).toMatchObject({ file: 'a/demo.cuoshi' });
    const missing = places[1]!;
    if (!('line' in missing)) throw new Error('a missing clause stands in the manifest');
    expect(JSON.stringify(manifest(parts), null, 1).split('\n')[missing.line]).toContain('一（二）');
  });

  it('says why a policy is not compared', () => {
    const [bare, without] = clauseTree(
      snapshotOf(text.replace('demo.source', 'other.source'), { 'b/b.cuoshi': 'policy bare { status draft }\n' }),
      'zh',
    ).toReversed();
    expect([bare!.clauses, without!.clauses]).toEqual([undefined, undefined]);
    expect(without!.description).toContain('other.source.json');
    expect(bare!.description).not.toBe('');
  });
});

describe('the measure for a clause', () => {
  const skeleton = (source: string, clause: string) => {
    const snapshot = snapshotOf(source);
    return clauseSkeleton(snapshot, snapshot.checked.policies[0]!, clause);
  };

  const filled = ({ snippet }: { readonly snippet: string }) => snippet.replace(/\$\{\d+:([^}]*)\}/g, '$1');

  it('has the clause, its bodies and a line for each sum, behind the measure before it', () => {
    const found = skeleton(text, '一（二）')!;
    expect(text.slice(0, found.offset)).toMatch(/cap 50万元 per year\n\}$/);
    expect(found.snippet.trim().split('\n')).toEqual([
      // The places of a snippet.
      'measure $' + '{1:NAME} "$' + '{2:TITLE}" {',
      '  clause "一（二）"',
      '  for $' + '{3:高校}',
      '  about $' + '{4:MATTER}',
      '  by $' + '{5:市教育局, 市科技局}',
      '  grant $' + '{6:part-1}: 3万元 per $' + '{7:人}',
      '  support $' + '{8:part-2}: up to 100万元',
      '  reward $' + '{9:part-3}: 2万元',
      '}',
    ]);
  });

  it('is in Chinese words in a Chinese file, and reads without a mistake of syntax once filled in', () => {
    const found = skeleton(chinese, '一（二）')!;
    expect(filled(found)).toContain('支持 第二项：最高 100万元');
    for (const source of [chinese, text]) {
      const { offset, snippet } = skeleton(source, '一（二）')!;
      const { typing } = snapshotOf(source.slice(0, offset) + filled({ snippet }) + source.slice(offset));
      expect(typing.filter(({ code }) => code.startsWith('CS1')).map(({ code }) => code)).toEqual([]);
    }
    expect(skeleton(chinese, '九')).toBeUndefined();
  });
});

describe('the tree of overlaps', () => {
  const second = (extra: string) => `
measure 补充 {
  clause "一（二）"
  for 高校
  about 实训
  by 市教育局
  grant 1000元 per 人数 cap 10万元 per year
${extra}}
`;

  it('has both sums and the case below the matter', () => {
    const snapshot = snapshotOf(text + second(''));
    const [matter, ...others] = overlapTree(snapshot, 'zh');
    expect(others).toEqual([]);
    expect(matter!.matter).toBe('实训');
    const [finding] = matter!.findings;
    expect(finding).toMatchObject({
      kind: '会付两次',
      settled: false,
      measures: ['人头', '补充'],
      sum: '例中最多 7000元',
    });
    expect(finding!.sides.map(({ name, amount }) => `${name} ${amount}`)).toEqual(['人头 6000元', '补充 1000元']);
    expect(finding!.sides.every(({ place }) => place?.file === 'a/demo.cuoshi')).toBe(true);
    expect(finding!.witness).toMatch(/^例：高校，人数 \d+（\d{4}-\d\d-\d\d）$/);
  });

  it('says in English what kind it is', () => {
    const [matter] = overlapTree(snapshotOf(text + second('')), 'en');
    expect(matter!.findings[0]).toMatchObject({ kind: 'paid twice', sum: 'up to 7,000 yuan in the case' });
  });

  it('has nothing about what a rule settles, or tells it apart', () => {
    const matters = overlapTree(snapshotOf(text + second('  excludes 人头\n')), 'zh');
    expect(matters.flatMap(({ findings }) => findings.filter(({ settled }) => !settled))).toEqual([]);
  });
});
