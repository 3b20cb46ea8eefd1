import * as prettier from 'prettier';
import { describe, expect, it } from 'vitest';
import * as plugin from '../../language/formatter/plugin.ts';
import { goldenChinese } from '../harness/golden-sources.ts';
import { formatted } from './helpers.ts';

describe('the plugin, by itself', () => {
  const options = { plugins: [plugin], filepath: 'a.cuoshi' };

  it('is found by the name of the file and formats it as the project does', async () => {
    const en = await prettier.format(goldenChinese, { ...options, cuoshiKeywords: 'en' });
    expect(en).toBe(await formatted(goldenChinese, 'en'));
    expect(await prettier.check(goldenChinese, options)).toBe(true);
  });

  it('throws the diagnostics of a text with syntax errors', async () => {
    const failed = prettier.format('measure 甲 {', options);
    await expect(failed).rejects.toBeInstanceOf(plugin.SyntaxErrors);
    await expect(failed).rejects.toMatchObject({ diagnostics: [{ file: expect.stringContaining('a.cuoshi') }] });
  });

  it('offers the keywords to choose from', async () => {
    const { options: known } = await prettier.getSupportInfo({ plugins: [plugin] });
    const option = known.find(({ name }) => name === 'cuoshiKeywords');
    expect(option).toMatchObject({ default: 'keep', choices: [{ value: 'keep' }, { value: 'zh' }, { value: 'en' }] });
  });
});
