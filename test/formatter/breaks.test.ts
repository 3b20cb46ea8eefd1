import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSource } from '../../language/formatter/format.ts';
import { effort } from '../harness/effort.ts';
import { goldenFile } from '../harness/golden-sources.ts';
import { everyForm } from './forms.ts';
import { formatted, meaning, parsed } from './helpers.ts';

/** Where lines break matters to the parser: the first word of a line may begin a statement. */
describe.each([1, 40, 80, 1000])('at a width of %i', (width) => {
  it.each([
    ['the golden file', goldenFile],
    ['every form', everyForm],
  ])('%s says what it said, in both vocabularies', async (_, source) => {
    const en = await formatted(source, 'en', width);
    const zh = await formatted(source, 'zh', width);
    // A list that has to break in one vocabulary stays broken in the other: the lines may differ, nothing else.
    await formatted(zh, 'en', width);
    await formatted(en, 'zh', width);
  });
});

const name = fc.constantFrom(
  '甲',
  '乙',
  '设备费',
  '联合培养的工程硕士',
  'master',
  '状态',
  '口径',
  'count',
  '`奖励`',
  '`a b`',
);
const figure = fc.constantFrom('6000元', '1.5亿元', '10%', '3‰', '12', '9个月', '30平方米', '2027-03-01');

/** Expressions as text, with parentheses wherever chance puts them. */
const { amount, condition } = fc.letrec<{ amount: string; operand: string; condition: string }>((tie) => ({
  operand: fc.oneof(
    { withCrossShrink: true, depthSize: 'small' },
    name,
    figure,
    tie('amount').map((inner) => `(${inner})`),
    tie('operand').map((inner) => `-${inner}`),
  ),
  amount: fc.oneof(
    { withCrossShrink: true, depthSize: 'small' },
    tie('operand'),
    fc.tuple(tie('amount'), fc.constantFrom(' + ', ' - ', ' * ', ' ÷ '), tie('operand')).map((parts) => parts.join('')),
    fc.tuple(tie('operand'), name).map(([of, unit]) => `${of} per ${unit}`),
    fc.tuple(figure, name).map(([rate, base]) => `${rate} of ${base}`),
    fc.tuple(figure, tie('amount')).map(([rate, base]) => `${rate} of (${base})`),
    fc
      .tuple(name, tie('amount'), tie('amount'))
      .map(([of, a, b]) => `table ${of} { 甲: ${a}, 乙, 丙: ${b}, otherwise: none }`),
  ),
  condition: fc.oneof(
    { withCrossShrink: true, depthSize: 'small' },
    name,
    fc
      .tuple(tie('amount'), fc.constantFrom(' >= ', ' < ', ' is ', ' is not '), tie('amount'))
      .map((parts) => parts.join('')),
    fc.tuple(name, fc.constantFrom('in', 'not in'), name, name).map(([of, sign, a, b]) => `${of} ${sign} {${a}, ${b}}`),
    tie('condition').map((inner) => `not ${inner}`),
    tie('condition').map((inner) => `(${inner})`),
    fc.tuple(tie('condition'), fc.constantFrom(' and ', ' or '), tie('condition')).map((parts) => parts.join('')),
  ),
}));

const benefit = fc
  .tuple(amount, condition, fc.constantFrom('', ' cap 5万元 per year', ' per year, cap 2% of 甲', ' after 评审 by 乙'))
  .map(([of, when, more]) => `  grant 丁: ${of}${more} when ${when}`);
const denial = condition.map((when) => `  deny when ${when} because "失信"`);
const exemption = condition.map((when) => `  exempt 甲 from 乙 when ${when}`);
const statements = fc.array(fc.oneof(benefit, denial, exemption), { minLength: 1, maxLength: 3 });

it('any formula and any condition say what they said, at any width', async () => {
  await fc.assert(
    fc.asyncProperty(statements, fc.constantFrom(20, 60, 120), async (lines, width) => {
      const source = `measure 戊 {\n  for 高校\n${lines.join('\n')}\n}\n`;
      parsed(source);
      const said = meaning(source);
      const { text: zh } = await formatSource(source, { keywords: 'zh', width });
      const { text: en } = await formatSource(zh, { keywords: 'en', width });
      expect(meaning(zh), zh).toEqual(said);
      expect(meaning(en), en).toEqual(said);
      expect((await formatSource(en, { keywords: 'keep', width })).text).toBe(en);
      expect((await formatSource(zh, { keywords: 'keep', width })).text).toBe(zh);
    }),
    { numRuns: effort(60) },
  );
});
