import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ParsedFile, parse } from '../../language/syntax/parse.ts';

/** `CUOSHI_EDITS=2000` for the full run. */
const edits = Number(process.env.CUOSHI_EDITS ?? 24);

const pieces = [
  ...[
    '90万元',
    '市科技局',
    '\n',
    '\n\n',
    '}',
    '{',
    '"',
    '“',
    '//',
    '/*',
    '*/',
    '`',
    ' ',
    '　',
    '的',
    '，',
    '。',
    '、',
    ';',
  ],
  ...[
    'when',
    'measure 甲 {\n',
    '措施 乙 {\n',
    'use std.parties',
    'status',
    'draft',
    'not',
    ' more than',
    'x',
    '1',
    '/',
    '年',
  ],
  ...['\n硕士 的', '\n市教育局', '失信 的，不予支持', '[', ']', '(', ')', ':', '：', '\u200b', '\r\n', '\t'],
];

/** All of a tree, places and big numbers included. */
function spelledOut({ tree, diagnostics, tokens, trivia }: ParsedFile): string {
  const plain = tokens.map(({ tokenType, ...rest }) => ({ ...rest, type: tokenType.name }));
  return JSON.stringify([tree, diagnostics, plain, trivia], (_, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );
}

it(`parsing again gives what parsing gives, after each of ${edits} random edits of each text`, () => {
  for (const [seed, path] of ['liaocheng/liaocheng', 'jinan-2026/examples'].entries()) {
    const whole = readFileSync(`policies/${path}.cuoshi`, 'utf8');
    const first = whole.slice(0, whole.indexOf('\n}\n', 4000) + 3);
    expect(parse(first, 'a.cuoshi').diagnostics).toEqual([]);
    let text = first;
    let known = parse(text, 'a.cuoshi');
    const step = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
      insert: fc.constantFrom('', '', ...pieces),
      next: fc.constantFrom('undo', 'undo', 'go on'),
    });
    let before = text;
    for (const { at, remove, insert, next } of fc.sample(step, { numRuns: edits, seed })) {
      // Mostly one mistake at a time, now and then one upon another.
      if (next === 'undo') {
        known = parse(first, 'a.cuoshi', known);
        expect(spelledOut(known), JSON.stringify([before, first])).toBe(spelledOut(parse(first, 'a.cuoshi')));
        text = first;
      }
      before = text;
      const offset = Math.floor(at * text.length);
      text = text.slice(0, offset) + insert + text.slice(offset + remove);
      known = parse(text, 'a.cuoshi', known);
      expect(spelledOut(known), JSON.stringify([before, text])).toBe(spelledOut(parse(text, 'a.cuoshi')));
    }
  }
}, 600_000);
