import { describe, expect, it } from 'vitest';
import { parse } from '../../language/syntax/parse.ts';
import { printTree } from '../../language/syntax/print-tree.ts';
import { nodeAt, nodesOf, pathAt } from '../../language/syntax/walk.ts';
import { marked } from '../harness/markers.ts';
import { problems } from './problems.ts';

describe('what may stand on one line, on many, and what may be a name', () => {
  it.each([
    'party p { a: count } measure m { for p about X by 甲, 乙 when a > 1 grant x: 6000 per a cap 5万元 grant y: 5 deny when z because "y" let q = 5 }',
    'measure m { 对象 高校，责任单位 市教育局，补助 a：5万元；奖励 b：6万元。}',
    'measure m {\n  条款：“一”\n  对象：高校、科研院所\n  责任单位：市教育局\n  补助：5万元\n  奖励：最高 5万元，经 评审 后\n}',
    'policy p { level city status draft effective on publication stacking highest source "x" }',
    'measure m {\r\n\tfor a\r\n\tgrant x: 5万元\r\n\t\tby 甲\r\n}\r\n',
    'measure m {\n  for a\n  grant x: table t {\n    b: 5\n    c、d: 6\n    otherwise: none\n  } cap 5万元\n    by 甲\n  grant y: (6000元 per h\n    + 5万元)\n    cap 7万元\n}',
    'measure m {\n  by 甲,\n     乙\n  for a\n}',
    'example of m {\n  p {\n    a: [\n      { b: 1 }\n      { b: 2 }\n    ]\n    c: 5\n  }\n  expect x\n    denied\n}',
    'party p {\n  status: count\n  补助: money\n  per: count\n  cap: money\n  日期: date\n  is: bool\n  名单: 名单 名单\n}',
    'enum e { 政策, 措施, 补助, 省级, cap, when, 其余 }',
    'measure m { grant 奖励: 10% of 配套 when e in { 补助, 省级 } or e is 措施 grant status * 2 when level > 5 }',
    'measure m { grant table e { 补助: 5, 措施、政策: 6, 其余: 7 } }',
    'use std.policy\nuse 标准.单位',
  ])('%s', (source) => expect(problems(source)).toEqual([]));

  it('takes comments anywhere', () => {
    const source = 'measure m { // a\n  for a /* b */ , // c\n  b\n  grant /* d */ 5 // e\n    /* f */ cap 6\n}';
    expect(problems(source)).toEqual([]);
  });
});

describe('attachment', () => {
  it('gives a line after a benefit to that benefit', () => {
    const { tree } = parse('measure m {\n  by 甲\n  grant x: 5\n    by 乙\n  grant y: 6\n}', 'test.cuoshi');
    expect(nodesOf(tree, 'Benefit').map((found) => found.modifiers.length)).toEqual([1, 0]);
    expect(nodesOf(tree, 'Measure')[0]!.body.map((found) => found.kind)).toEqual(['By', 'Benefit', 'Benefit']);
  });

  it('gives a condition before a benefit to it, and one alone to the measure', () => {
    const { tree } = parse('measure m {\n  甲 的\n  乙 的，补助 x：5\n  丙 的，\n  补助 y：6\n}', 'test.cuoshi');
    const names = nodesOf(tree, 'When').map((found) => nodesOf(found, 'Name')[0]!.text);
    expect(names).toEqual(['甲', '乙', '丙']);
    expect(nodesOf(tree, 'Measure')[0]!.body.map((found) => found.kind)).toEqual(['When', 'Benefit', 'Benefit']);
  });

  it('reads 最高 beside a formula as a cap, with its period, wherever it stands', () => {
    for (const amount of [
      '6000／a，每年最高 5万元',
      '6000／a 最高 5万元／年',
      '每年最高5万元，6000／a',
      '6000 per a up to 5万元 per year',
    ]) {
      const [benefit] = nodesOf(parse(`measure m { grant ${amount} }`, 'test.cuoshi').tree, 'Benefit');
      expect(benefit, amount).toMatchObject({ amount: { kind: 'Per' }, modifiers: [{ kind: 'Cap', period: 'year' }] });
    }
  });
});

describe('walking', () => {
  const find = (source: string) => {
    const { text, cursor } = marked(source);
    const { tree } = parse(text, 'test.cuoshi');
    return { node: nodeAt(tree, cursor!), path: pathAt(tree, cursor!).map((node) => node.kind) };
  };

  it('finds the innermost node', () => {
    expect(find('measure m { grant 5 per 硕$0士 }').node).toMatchObject({ kind: 'Name', text: '硕士' });
    expect(find('measure m { grant 5 per 硕士 $0 }').path).toEqual(['File', 'Measure']);
    expect(find('measure m { grant a: 6$0 + b }').path).toEqual([
      'File',
      'Measure',
      'Benefit',
      'Binary',
      'NumberLiteral',
    ]);
  });
});

describe('the printer of trees', () => {
  it('shows places, kinds, spans and values', () => {
    const { tree } = parse('measure 甲 { grant 乙: 6000 per 丙 cap 5万元 per year }', 'test.cuoshi');
    expect(printTree(tree)).toBe(`File 0..50
  items: Measure 0..50
    name: Name 8..9 text="甲"
    body: Benefit 12..48 benefitKind="grant"
      label: Name 18..19 text="乙"
      amount: Per 21..31
        amount: NumberLiteral 21..25 unit="none" numerator=6000 denominator=1 written="6000"
        unit: Name 30..31 text="丙"
      modifiers: Cap 32..48 period="year"
        amount: NumberLiteral 36..39 unit="money" numerator=5000000 denominator=1 written="5万元"`);
    expect(printTree(tree, { spans: false })).not.toContain('..');
  });
});
