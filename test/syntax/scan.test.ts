import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scan } from '../../language/syntax/scan.ts';
import { rolesOf, spanOf, type Token } from '../../language/syntax/tokens.ts';
import { goldenFile, goldenFileChinese } from '../harness/golden-sources.ts';
import { scraps } from './scraps.ts';

/** The text put together again from tokens and trivia; throws where they overlap or leave a gap. */
function reassembled(text: string): string {
  const { tokens, trivia } = scan(text, 'test.cuoshi');
  const spans = [...tokens.map(spanOf), ...trivia.map((part) => part.span)].sort((a, b) => a.start - b.start);
  let end = 0;
  for (const span of spans) {
    if (span.start !== end) throw new Error(`gap or overlap at ${end}..${span.start}`);
    end = span.end;
  }
  return text.slice(0, end);
}

/** Tokens as `image`, numbers as their value and unit, names in <>. */
function shown(text: string): string[] {
  return scan(text, 'test.cuoshi').tokens.map(show);
}

function show(token: Token): string {
  if (token.number !== undefined) {
    const { numerator, denominator, unit, named } = token.number;
    const value = denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
    return unit === 'none' ? value : `${value} ${named ? named.text : unit}`;
  }
  if (token.iso !== undefined) return `date ${token.iso}`;
  if (token.tokenType.name === 'Name') return `<${token.text}>`;
  if (token.tokenType.name === 'Text') return `"${token.text}"`;
  return rolesOf(token).length > 0 ? token.text : token.image;
}

const codes = (text: string) => scan(text, 'test.cuoshi').diagnostics.map((found) => found.code);

describe('tokens and trivia', () => {
  it('are the whole text', () => {
    for (const text of [goldenFile, goldenFileChinese]) expect(reassembled(text)).toBe(text);
  });

  it('are the whole text, whatever it is', () => {
    fc.assert(
      fc.property(scraps, (text) => {
        expect(reassembled(text)).toBe(text);
      }),
      { numRuns: 1000 },
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => reassembled(text) === text));
  });

  it('begin a line with its indentation', () => {
    const { tokens } = scan('a\n  b c\n\td\n\u3000e', 'test.cuoshi');
    expect(tokens.map((token) => token.indent)).toEqual([0, 2, -1, 4, 2]);
  });
});

describe('numbers', () => {
  it.each([
    ['6000元', '600000 money'],
    ['50万元', '50000000 money'],
    ['1.5亿元', '15000000000 money'],
    ['0.005元', '1/2 money'],
    ['50分', '50 money'],
    ['50万', '500000'],
    ['10%', '1/10 percent'],
    ['４‰', '1/250 permille'],
    ['９月', '9 months'],
    ['9个月', '9 months'],
    ['3年', '36 months'],
    ['3 years', '36 months'],
    ['30天', '30 days'],
    ['30日', '30 days'],
    ['2026年', '2026'],
    ['100家', '100 家'],
    ['50万平方米', '500000 平方米'],
    ['100sqm', '100 sqm'],
    ['50 万元', '50000000 money'],
    ['１２．５％', '1/8 percent'],
    ['1万日元', '10000 日元'],
    ['5分钟', '5 分钟'],
  ])('%s is %s', (text, value) => {
    expect(shown(text)).toEqual([value]);
    expect(codes(text)).toEqual([]);
  });

  it.each([
    ['最高150万元', ['最高', '150000000 money']],
    ['每年最高不超过50万元', ['每年', '最高不超过', '50000000 money']],
    ['最高不超过50万元的', ['最高不超过', '50000000 money', '的']],
    ['9月至12月', ['9 months', '至', '12 months']],
    ['连续3年', ['连续', '36 months']],
    ['60至80', ['60', '至', '80']],
    ['13万元..90万元', ['13000000 money', '..', '90000000 money']],
    ['6000元/硕士', ['600000 money', 'per', '<硕士>']],
    ['6000元／硕士', ['600000 money', 'per', '<硕士>']],
    ['12/365', ['12', '/', '365']],
    ['月费／12', ['<月费>', '／', '12']],
    ['5万元／年', ['5000000 money', '/年']],
    ['100家。', ['100 家', '。']],
    ['10，100元..', ['10', '，', '10000 money', '..']],
  ])('%s adjoins its neighbours', (text, tokens) => {
    expect(shown(text)).toEqual(tokens);
    expect(codes(text)).toEqual([]);
  });

  it.each([
    ['1,000', '1000', 'CS1020'],
    ['1，234，567元', '123456700 money', 'CS1020'],
    ['1，000元', '100000 money', 'CS1020'],
    ['9'.repeat(100), '0', 'CS1021'],
  ])('%s is an error, and still a number', (text, value, code) => {
    expect(shown(text)).toEqual([value]);
    expect(codes(text)).toEqual([code]);
  });

  it('leaves commas between shorter groups to lists', () => {
    expect(shown('{1,20}')).toEqual(['{', '1', ',', '20', '}']);
    expect(shown('1、000')).toEqual(['1', '、', '0']);
  });
});

describe('dates', () => {
  it.each([
    ['2026-02-09', '2026-02-09'],
    ['2026-2-9', '2026-02-09'],
    ['2026年2月9日', '2026-02-09'],
    ['２０２６年 2月 9日', '2026-02-09'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is a day', (text, iso) => {
    expect(shown(text)).toEqual([`date ${iso}`]);
    expect(codes(text)).toEqual([]);
  });

  it.each([
    ['2026-02-30', 'date ', 'CS1022'],
    ['2026-13-01', 'date ', 'CS1022'],
    ['1900-02-29', 'date ', 'CS1022'],
    ['2026/02/09', 'date 2026-02-09', 'CS1023'],
    ['2026.2.9', 'date 2026-02-09', 'CS1023'],
    ['2026年2月', 'date ', 'CS1024'],
  ])('%s is told', (text, value, code) => {
    expect(shown(text)).toEqual([value]);
    expect(codes(text)).toEqual([code]);
  });
});

describe('names and keywords', () => {
  it.each([
    ['当年', ['<当年>']],
    ['经济贡献', ['<经济贡献>']],
    ['每硕士', ['<每硕士>']],
    ['补助对象', ['<补助对象>']],
    ['奖励金额', ['<奖励金额>']],
    ['累计上限', ['<累计上限>']],
    ['jinan-2026', ['<jinan-2026>']],
    ['a - b', ['<a>', '-', '<b>']],
    ['ｍａｓｔｅｒ', ['<master>']],
    ['`2026 年度`', ['<2026 年度>']],
    ['𠮷林', ['<𠮷林>']],
    ['up   to', ['up to']],
    ['up-to', ['<up-to>']],
    ['per year', ['per year']],
    ['per yearly', ['per', '<yearly>']],
    ['按master的', ['按', '<master>', '的']],
    ['cap50', ['<cap50>']],
    ['未超过：', ['<未超过>', '：']],
    ['超过（含）', ['超过', '(含)']],
  ])('%s', (text, tokens) => {
    expect(shown(text)).toEqual(tokens);
    expect(codes(text)).toEqual([]);
  });

  it('folds compatibility characters in names', () => {
    expect(shown('\uf9b5')).toEqual(['<\u4f8b>']);
  });

  it.each([
    ['项目2', '<项目2>'],
    ['AI项目', '<AI项目>'],
    ['café', '<café>'],
  ])('%s wants back-quotes', (text, name) => {
    const { diagnostics } = scan(text, 'test.cuoshi');
    expect(shown(text)).toEqual([name]);
    expect(diagnostics.map((found) => found.code)).toEqual(['CS1018']);
    expect(diagnostics[0]!.fixes[0]!.edits[0]!.text).toBe(`\`${text}\``);
  });
});

describe('strings', () => {
  it.each(['“一（一）”', '"一（一）"', '「一（一）」', '《一（一）》', '＂一（一）＂'])('%s', (text) => {
    expect(shown(text)).toEqual(['"一（一）"']);
    expect(codes(text)).toEqual([]);
  });

  it('keep what they hold as it is', () => {
    expect(shown('“ＡＢ，// 不是注释”')).toEqual(['"ＡＢ，// 不是注释"']);
  });

  it.each([
    ['“一\nby', ['"一"', 'by'], 'CS1013'],
    ['measure a “题 {\n', ['measure', '<a>', '"题"', '{'], 'CS1013'],
    ['“一" by', ['"一"', 'by'], 'CS1014'],
    ['”一” by', ['"一"', 'by'], 'CS1014'],
  ])('%s ends where it must', (text, tokens, code) => {
    expect(shown(text)).toEqual(tokens);
    expect(codes(text)).toEqual([code]);
  });
});

describe('everything else', () => {
  it.each([
    ['// 注释', []],
    ['／／ 注释', []],
    ['/* 一 \n 二 */ a', []],
    ['/* a\nb', ['CS1015']],
    ['`a', ['CS1016']],
    ['``', ['CS1017']],
    ['a @ b', ['CS1010']],
    ['@#$^ &', ['CS1010', 'CS1010']],
    ['a\u200bb', ['CS1011']],
    ['“a\u202eb”', ['CS1011']],
    ['\ufeffa', []],
    ['\ud800', ['CS1010']],
  ])('%s', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it.each([
    ['a && b', ['<a>', 'and', '<b>']],
    ['a != b', ['<a>', 'is not', '<b>']],
    ['a == b', ['<a>', 'is', '<b>']],
    ['!a || b', ['not', '<a>', 'or', '<b>']],
  ])('reads %s as what is meant, and says so', (text, tokens) => {
    expect(shown(text)).toEqual(tokens);
    expect(new Set(codes(text))).toEqual(new Set(['CS1012']));
  });
});
