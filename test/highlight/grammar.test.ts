import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../../language/highlight/generate.ts';
import { scan } from '../../language/syntax/scan.ts';
import { Name, rolesOf } from '../../language/syntax/tokens.ts';
import { vocabulary } from '../../language/syntax/vocabulary.ts';
import { root } from '../audit/tracked.ts';
import { tokenise } from './tokenise.ts';

/** What is said of each piece, blanks left out: `grant/keyword.control.benefit`. */
async function scopes(text: string): Promise<string[]> {
  const pieces = await tokenise(text);
  return pieces
    .filter(({ text: part }) => part.trim() !== '')
    .map(({ text: part, scope }) => `${part.trim()}/${scope}`);
}

const sources = ['policies', 'stdlib'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.cuoshi'))
    .map((file) => join(folder, file)),
);

describe('generated files of the extension', () => {
  for (const [file, text] of generatedFiles()) {
    it(`${file} is as new as the keyword table (else: npm run generate)`, () => {
      expect(readFileSync(join(root, file), 'utf8')).toBe(text);
    });
  }
});

describe('the TextMate grammar', () => {
  it('tells keywords, names, numbers and units of a benefit', async () => {
    expect(await scopes('grant 硕博培养: 6000元 per 硕士 cap 50万元 per year by 市教育局')).toEqual([
      'grant/keyword.control.benefit',
      '硕博培养/entity.name.function.benefit',
      ':/punctuation.separator',
      '6000/constant.numeric',
      '元/keyword.other.unit',
      'per/keyword.other',
      '硕士/variable.other',
      'cap/keyword.other',
      '50/constant.numeric',
      '万元/keyword.other.unit',
      'per year/keyword.other',
      'by/keyword.other',
      '市教育局/variable.other',
    ]);
  });

  it('reads the Chinese vocabulary with full-width marks', async () => {
    expect(await scopes('  补助 硕博培养：６０００元／硕士 ＋ 1万元／博士，每年 最高不超过 50万元')).toEqual([
      '补助/keyword.control.benefit',
      '硕博培养/entity.name.function.benefit',
      '：/punctuation.separator',
      '６０００/constant.numeric',
      '元/keyword.other.unit',
      '／/keyword.operator',
      '硕士/variable.other',
      '＋/keyword.operator',
      '1/constant.numeric',
      '万元/keyword.other.unit',
      '／/keyword.operator',
      '博士/variable.other',
      '，/punctuation.separator',
      '每年/keyword.other',
      '最高不超过/keyword.other',
      '50/constant.numeric',
      '万元/keyword.other.unit',
    ]);
  });

  it('parts keywords that are written in one run, and no others', async () => {
    expect(await scopes('每年最高不超过50万元')).toEqual([
      '每年/keyword.other',
      '最高不超过/keyword.other',
      '50/constant.numeric',
      '万元/keyword.other.unit',
    ]);
    expect(await scopes('当年 经济贡献 每硕士 最高额')).toEqual([
      '当年/variable.other',
      '经济贡献/variable.other',
      '每硕士/variable.other',
      '最高额/variable.other',
    ]);
  });

  it('takes words that are likely names for keywords only where a statement begins', async () => {
    expect(await scopes('status draft')).toEqual(['status/keyword.other', 'draft/constant.language']);
    expect(await scopes('  状态: 金额')).toEqual([
      '状态/variable.other.property',
      ':/punctuation.separator.colon',
      '金额/support.type',
    ]);
    expect(await scopes('when 金额 > 3')).toEqual([
      'when/keyword.other',
      '金额/variable.other',
      '>/keyword.operator',
      '3/constant.numeric',
    ]);
  });

  it('knows what a declaration declares', async () => {
    expect(await scopes('measure `2号仪器` "共享"')).toEqual([
      'measure/keyword.declaration',
      '`2号仪器`/entity.name.function.measure',
      '"/punctuation.definition.string.begin',
      '共享/string.quoted.double',
      '"/punctuation.definition.string.end',
    ]);
    expect(await scopes('use std.parties')).toEqual(['use/keyword.declaration', 'std.parties/entity.name.namespace']);
  });

  it('ends a string at its own mark or its line, a comment where it says', async () => {
    expect(await scopes('note “说“一”次\nby 甲')).toContain('by/keyword.other');
    expect(await scopes('/* grant\n grant */ grant')).toEqual([
      '/*/comment.block',
      `${' grant'.trim()}/comment.block`,
      'grant/comment.block',
      '*//comment.block',
      'grant/keyword.control.benefit',
    ]);
    expect(await scopes('// grant')).toEqual(['// grant/comment.line.double-slash']);
  });

  it('gives a number its unit and leaves it what follows', async () => {
    expect(await scopes('2026年2月9日')).toEqual(['2026年2月9日/constant.numeric.date']);
    expect(await scopes('3000平方米')).toEqual(['3000/constant.numeric', '平方米/keyword.other.unit']);
    expect(await scopes('12个月')).toEqual(['12/constant.numeric', '个月/keyword.other.unit']);
    expect(await scopes('9月份')).toEqual(['9/constant.numeric', '月份/keyword.other.unit']);
    expect(await scopes('50万元的')).toEqual(['50/constant.numeric', '万元/keyword.other.unit', '的/keyword.other']);
    expect(await scopes('10% of')).toEqual(['10/constant.numeric', '%/keyword.other.unit', 'of/keyword.other']);
  });

  it.each(sources)('agrees with the scanner on every word of %s', async (file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const pieces = await tokenise(text);
    const scopeAt = (offset: number) => pieces.findLast((piece) => piece.start <= offset)!.scope;
    const isKeyword = (scope: string) =>
      /^(keyword\.(control|declaration|other)(?!\.unit)|support|constant\.language|keyword\.operator\.expression)/.test(
        scope,
      );
    const { tokens } = scan(text, file);
    // A module may be no more than the names of a few offices.
    expect(tokens.length).toBeGreaterThan(0);
    for (const token of tokens) {
      const place = `${token.image} at ${token.startOffset}`;
      const scope = scopeAt(token.startOffset);
      if (token.tokenType === Name) expect(isKeyword(scope), `${place}: ${scope}`).toBe(false);
      const roles = rolesOf(token);
      // Likely names are told apart by place; marks are operators.
      const decided = roles.length > 0 && roles.every((role) => !('contextual' in vocabulary[role]));
      if (decided && /^\p{L}/u.test(token.image)) expect(isKeyword(scope), `${place}: ${scope}`).toBe(true);
    }
  });
});
