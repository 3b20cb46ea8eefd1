import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abstractTree } from '../../language/syntax/abstract.ts';
import { parse } from '../../language/syntax/parse.ts';
import { spanOf } from '../../language/syntax/tokens.ts';
import type { Node } from '../../language/syntax/tree.ts';
import { children, nodesOf, walk } from '../../language/syntax/walk.ts';
import { goldenFile, goldenFileChinese } from '../harness/golden-sources.ts';
import { scraps } from './scraps.ts';

const read = (source: string) => parse(source, 'test.cuoshi');
const shape = (node: Node) => JSON.stringify(abstractTree(node));

/** The source without one token, for each of its tokens. */
function withoutOne(source: string) {
  const whole = read(source);
  return whole.tokens.map((token) => {
    const { start, end } = spanOf(token);
    const parsed = read(source.slice(0, start) + source.slice(end));
    return { whole, parsed, start, token: token.image, name: `without “${token.image}” at ${start}` };
  });
}

const golden = [
  { vocabulary: 'English', source: goldenFile, deleted: withoutOne(goldenFile) },
  { vocabulary: 'Chinese', source: goldenFileChinese, deleted: withoutOne(goldenFileChinese) },
];

describe.each(golden)('any one token deleted from the golden file in $vocabulary', ({ deleted }) => {
  it('leaves all other statements as they were', () => {
    const shapes = deleted[0]!.whole.tree.items.map(shape);
    for (const { whole, parsed, start, name } of deleted) {
      const left = new Set(parsed.tree.items.map(shape));
      const isOther = (i: number) => start < whole.tree.items[i]!.span.start || whole.tree.items[i]!.span.end <= start;
      const lost = shapes.filter((text, i) => isOther(i) && !left.has(text));
      expect(lost, name).toEqual([]);
    }
  });

  it('is told once at most', () => {
    for (const { parsed, name } of deleted) {
      const codes = parsed.diagnostics.map((found) => found.code);
      expect(codes.length, `${name}: ${codes.join(' ')}`).toBeLessThan(2);
    }
  });

  it('is told on its own line or the next', () => {
    // Only the end of a block shows that its closing brace is missing.
    for (const { parsed, start, name } of deleted.filter(({ token }) => token !== '}')) {
      const line = parsed.lines.position(start).line;
      for (const found of parsed.diagnostics) {
        const where = parsed.lines.position(found.span.start).line;
        expect(Math.abs(where - line), `${name}: ${found.code}`).toBeLessThan(2);
      }
    }
  });
});

describe('what was written before a mistake is kept', () => {
  const benefit = (line: string) => nodesOf(read(`measure m {\n  for a\n  ${line}\n}`).tree, 'Benefit')[0]!;

  it('as a benefit with a partial amount', () => {
    const { amount, modifiers } = benefit('grant x: 6000 per ');
    expect(amount).toMatchObject({ kind: 'Per', amount: { kind: 'NumberLiteral' }, unit: { text: '' } });
    expect(modifiers).toEqual([]);
  });

  it('with the modifiers after it', () => {
    expect(benefit('grant x: 6000 per\n    cap 5万元 by 甲').modifiers.map((found) => found.kind)).toEqual([
      'Cap',
      'By',
    ]);
    expect(benefit('grant x: 6000 ) cap 5万元 by 甲').modifiers.map((found) => found.kind)).toEqual(['Cap', 'By']);
    expect(benefit('grant x: 6000 cap by 甲 when').modifiers).toMatchObject([
      { kind: 'Cap', amount: { kind: 'Missing' } },
      { kind: 'By', agencies: [{ text: '甲' }] },
      { kind: 'When', condition: { kind: 'Missing' } },
    ]);
  });

  it('with the label whose colon is missing', () => {
    expect(benefit('grant x 6000 per 硕士 cap 5万元')).toMatchObject({ label: { text: 'x' }, amount: { kind: 'Per' } });
  });

  it('in the other fields, rows and facts of a list', () => {
    const fields = nodesOf(read('party p {\n  a count\n  b: money\n  c:\n  d: date\n}').tree, 'Field');
    expect(fields.map((field) => field.name.text)).toEqual(['a', 'b', 'c', 'd']);
    const rows = nodesOf(read('measure m { grant table t { a: 1, b 2, c: 3 } }').tree, 'TableRow');
    expect(rows.map((row) => row.members[0]!.text)).toEqual(['a', 'b', 'c']);
    const facts = nodesOf(read('example of m { p { a: 1, b, c: 3 } }').tree, 'GivenFact');
    expect(facts.map((fact) => fact.name.text)).toEqual(['a', 'b', 'c']);
  });

  it('in a block whose head is broken', () => {
    const { tree } = read('mesure m {\n  for a\n  grant 5万元\n}\nmeasure n { for b }');
    expect(tree.items.map((item) => item.kind)).toEqual(['Skipped', 'For', 'Benefit', 'Measure']);
  });
});

/** Where a node does not cover its children, or children overlap or stand out of order. */
function unsound(root: Node, length: number): string[] {
  const faults: string[] = [];
  if (root.span.start !== 0 || root.span.end !== length) faults.push(`${root.kind} is not the whole file`);
  walk(root, (node) => {
    let end = node.span.start;
    for (const child of children(node)) {
      const { span } = child;
      if (span.start < end || span.end < span.start || span.end > node.span.end) {
        faults.push(`${child.kind} ${span.start}..${span.end} in ${node.kind} ${node.span.start}..${node.span.end}`);
      }
      end = span.end;
    }
  });
  return faults;
}

describe('spans', () => {
  it.each(golden)('nest, in the golden file in $vocabulary', ({ source }) => {
    expect(unsound(read(source).tree, source.length)).toEqual([]);
  });

  it.each(golden)('nest, whatever one token is missing in $vocabulary', ({ deleted }) => {
    for (const { parsed, name } of deleted) expect(unsound(parsed.tree, parsed.text.length), name).toEqual([]);
  });

  it('nest, whatever is written', () => {
    const holds = (text: string) => {
      expect(unsound(read(text).tree, text.length)).toEqual([]);
    };
    fc.assert(fc.property(scraps, holds), { numRuns: 500 });
    const inside = scraps.map((text) => `measure m {\n  for a\n  grant ${text}`);
    fc.assert(fc.property(inside, holds), { numRuns: 500 });
  });
});
