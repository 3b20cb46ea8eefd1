import { describe, expect, it } from 'vitest';
import { type Abstract, abstractTree } from '../../language/syntax/abstract.ts';
import { parse } from '../../language/syntax/parse.ts';
import { nodesOf } from '../../language/syntax/walk.ts';
import { goldenChinese, goldenFile, goldenFileChinese, goldenLine } from '../harness/golden-sources.ts';
import { problems } from './problems.ts';

const read = (source: string) => parse(source, 'golden.cuoshi');
const items = (source: string): readonly Abstract[] => read(source).tree.items.map(abstractTree);

describe('the golden examples', () => {
  it.each([
    ['the line on the design card', goldenLine],
    ['a file', goldenFile],
    ['the first measure in Chinese', goldenChinese],
    ['the whole file in Chinese', goldenFileChinese],
  ])('parse without a word: %s', (_, source) => {
    expect(problems(source)).toEqual([]);
  });

  it('read the line of the design card as amount, cap and body', () => {
    const [benefit] = nodesOf(read(goldenLine).tree, 'Benefit');
    expect(benefit!.benefitKind).toBe('grant');
    expect(benefit!.amount.kind).toBe('Per');
    expect(benefit!.modifiers.map((modifier) => modifier.kind)).toEqual(['Cap', 'By']);
  });

  it('have one abstract tree in both vocabularies: the first measure', () => {
    const english = read(goldenFile).tree.items.find((item) => item.kind === 'Measure')!;
    expect(items(goldenChinese)).toEqual([abstractTree(english)]);
  });

  it('have one abstract tree in both vocabularies: the file', () => {
    expect(items(goldenFileChinese)).toEqual(items(goldenFile));
  });
});
