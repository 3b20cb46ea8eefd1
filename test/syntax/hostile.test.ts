import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxSourceLength, parse } from '../../language/syntax/parse.ts';
import { walk } from '../../language/syntax/walk.ts';
import { effort } from '../harness/effort.ts';
import { scraps } from './scraps.ts';

const many = 100_000;
const codes = (text: string) => parse(text, 'hostile.cuoshi').diagnostics.map((found) => found.code);

describe('what is no source', () => {
  it.each([
    ['an empty file', '', ['CS1001']],
    ['nothing but comments', '\ufeff// 空\n/* 空 */\n', ['CS1001']],
    ['a binary file', 'PK\u0003\u0004\0\0\b', ['CS1002']],
    ['another encoding', '\ufffd\ufffd\ufffd\ufffd 2026', ['CS1002']],
    ['a text above 16 MiB', ' '.repeat(maxSourceLength + 1), ['CS1003']],
    ['more tokens than memory', '{'.repeat(3_000_000), ['CS1043']],
  ])('is refused with one message: %s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('is not mistaken for binary because of one odd character', () => {
    expect(codes('policy p { level city } // \u001b')).toEqual([]);
    expect(codes('policy p { level \ud800 city }')).toEqual(['CS1010']);
  });
});

describe('a hundred thousand of one thing', () => {
  it.each([
    ['open braces', '{', ['CS1041']],
    ['open parentheses', '(', ['CS1041']],
    ['open brackets', '[', ['CS1041']],
    ['names', 'x ', ['CS1042']],
    ['strange characters', '@#', undefined],
    ['quotation marks', '“', undefined],
    ['mixed quotations', '“a" ', undefined],
    ['open comments', '/* x\n', undefined],
    ['back-quotes', '`x ', ['CS1042']],
    ['closing braces', '}', undefined],
    ['unknown lines', 'x\n', undefined],
    ['conditions', '甲 的，', ['CS1042']],
    ['keywords', '每年最高', undefined],
    ['stops', ';', undefined],
    ['policies in one another', 'policy p {\n ', undefined],
  ])('%s', (_, part, expected) => {
    const found = codes(part.repeat(many));
    if (expected) expect(found).toEqual(expected);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(501);
  });

  const inMeasure = (text: string) => `measure m {\n  for a\n  ${text}\n}\nmeasure n { for b grant 5 }\n`;
  it.each([
    ['not', `when ${'not '.repeat(many)}x`, ['CS1042']],
    ['minus signs', `grant ${'- '.repeat(many)}1`, ['CS1042']],
    ['terms', `grant 1${' + 1'.repeat(many)}`, ['CS1042']],
    ['conditions', `when a${' and a'.repeat(many)}`, ['CS1042']],
    ['units', `grant 5${' per x'.repeat(many)}`, ['CS1042']],
    ['parentheses', `grant ${'('.repeat(many)}1${')'.repeat(many)}`, ['CS1041']],
    ['caps', `grant 5${' cap 5'.repeat(many)}`, ['CS1042']],
    ['unfinished caps', `grant 5${' cap'.repeat(many)}`, ['CS1042']],
    ['agencies', `by ${'甲, '.repeat(many)}乙`, ['CS1042']],
    ['digits', `grant ${'9'.repeat(many)}`, ['CS1021']],
  ])('%s within a statement cost the statement only', (_, text, expected) => {
    const parsed = parse(inMeasure(text), 'hostile.cuoshi');
    expect(parsed.diagnostics.map((found) => found.code)).toEqual(expected);
    expect(parsed.tree.items.map((item) => item.kind)).toEqual(['Measure', 'Measure']);
  });

  it('is fine where it is right: members, facts and statements', () => {
    expect(codes(`enum x { ${'甲, '.repeat(many)}乙 }`)).toEqual([]);
    expect(codes(`example of m { p { a: [${'{ b: 1 }, '.repeat(10_000)}] } }`)).toEqual([]);
    expect(codes('measure m { for x grant 5 }\n'.repeat(10_000))).toEqual([]);
  });

  it('gives no tree too deep to walk', () => {
    for (const text of [`when ${'not '.repeat(many)}x`, `grant 1${' + 1'.repeat(many)}`, `grant ${'('.repeat(many)}`]) {
      let deepest = 0;
      walk(parse(inMeasure(text), 'hostile.cuoshi').tree, (_, parents) => {
        deepest = Math.max(deepest, parents.length);
      });
      expect(deepest).toBeLessThan(1200);
    }
  });
});

describe('lines of megabytes', () => {
  const size = effort(2) * 1024 * 1024;
  it.each([
    ['one name', '甲'.repeat(size)],
    ['one hyphened name', `a${'-a'.repeat(size / 2)}`],
    ['one mixed name', 'a甲'.repeat(size / 2)],
    ['one string', `“${'x'.repeat(size)}`],
    ['blanks', `“${' '.repeat(size)}x`],
    ['one comment', `/*${'x'.repeat(size)}`],
    ['digits', '1'.repeat(size)],
    ['grouped digits', `1${',000'.repeat(size / 4)}`],
  ])('%s', (_, text) => {
    expect(codes(text).length).toBeGreaterThan(0);
  });
});

describe('anything', () => {
  it('never throws, and tells something of what is not empty', () => {
    fc.assert(
      fc.property(
        fc.oneof(scraps, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 })),
        (text) => {
          const parsed = parse(text, 'anything.cuoshi');
          expect(parsed.tree.span).toEqual({ start: 0, end: text.length });
          for (const { span } of parsed.diagnostics) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeLessThanOrEqual(Math.max(text.length, span.start));
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
