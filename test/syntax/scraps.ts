import fc from 'fast-check';
import { rolesOfPhrase } from '../../language/syntax/vocabulary.ts';

const signs = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ':',
  '：',
  ',',
  '，',
  '、',
  ';',
  '。',
  '..',
  '..=',
  '>..',
  '=',
  '＝',
  '+',
  '－',
  '*',
  '÷',
  '/',
  '／',
  '>=',
  '<',
];
const words = [
  '甲',
  '硕士',
  'master',
  '`a b`',
  '项目2',
  '50万元',
  '10%',
  '2026-06-30',
  '1,000',
  '60',
  '“文”',
  '"x',
  '“y"',
  '// 注\n',
  '/* 注 */',
  '/*',
  '@',
  '\u200b',
];

/** Texts made of keywords, names, literals and signs at random, as nobody would write them. */
export const scraps: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...rolesOfPhrase.keys()) },
        { weight: 3, arbitrary: fc.constantFrom(...words) },
        { weight: 3, arbitrary: fc.constantFrom(...signs) },
      ),
      fc.constantFrom('', ' ', ' ', ' ', '\n', '\n  ', '\r\n', '\t', '\u3000'),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.flat().join(''));
