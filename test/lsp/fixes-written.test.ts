import { describe, expect, it } from 'vitest';
import { formatSource } from '../../language/formatter/format.ts';
import type { Vocabulary } from '../../language/syntax/vocabulary.ts';
import { codeActions, tidyActions } from '../../lsp/ide/code-actions.ts';
import { diagnosticsOf } from '../../lsp/ide/diagnostics.ts';
import { chineseSamples, findingSamples, samples } from './fix-samples.ts';
import { applyEdits, fixture } from './fixture.ts';

/** A fix writes as the file is written: with its keywords, and as the formatter would leave it. */
async function written(source: string, code: string, vocabulary: Vocabulary): Promise<string[]> {
  const { snapshot, file, texts } = fixture(`//- draft/main.cuoshi\n${source}`);
  const told = diagnosticsOf(snapshot, file).find((d) => d.code === code);
  if (told === undefined) return [`${code} is not told`];
  const all = codeActions(snapshot, file, told.span, 'zh').filter(({ diagnostic }) => diagnostic === told);
  const actions = await tidyActions(all, snapshot, file);
  const found = await Promise.all(
    actions.map(async ({ title, edits, file: elsewhere }) => {
      if (elsewhere !== undefined) return [];
      const after = applyEdits(texts[file]!, edits);
      const formatted = await formatSource(after, { keywords: vocabulary, file });
      return formatted.text === after ? [] : [`${title}\n${differing(after, formatted.text)}`];
    }),
  );
  return actions.length === 0 ? [`${code} has no fix`] : found.flat();
}

describe.each(['en', 'zh'] as const)('a fix, %s keywords', (vocabulary) => {
  // A Chinese phrase that has to be parted is none in English, and the items of a list stand in parentheses in Chinese.
  const none = vocabulary === 'en' ? 'CS1044' : 'CS2137';
  const own = Object.entries(samples).filter(([code]) => code !== none);

  it.each(Object.entries(findingSamples))('of a finding: %s', async (name, source) => {
    const [main = '', ...others] = source.split(/^(?=\/\/- )/m);
    const text = (await formatSource(main, { keywords: vocabulary })).text;
    expect(await written([text, ...others].join(''), name.slice(0, 6), vocabulary)).toEqual([]);
  });

  it('leaves the lines beside it as they are, and the line breaks', async () => {
    const source =
      '名录 平台 {获批：是否}\r\n主体 某校 {\r\n      甲项：  数目\r\n      乙项：  数目\r\n      丙项：  数目\r\n      丁项：平台\r\n}\r\n';
    const { snapshot, file } = fixture(`//- draft/main.cuoshi\n${source}`);
    const [told] = diagnosticsOf(snapshot, file).filter((d) => d.code === 'CS2032');
    const [fix] = await tidyActions(codeActions(snapshot, file, told!.span, 'zh'), snapshot, file);
    expect(applyEdits(source, fix!.edits)).toBe(source.replace('丁项：平台', '丁项：平台 名单'));
  });

  it.each(own)('of %s', async (code, source) => {
    const said = vocabulary === 'zh' ? chineseSamples[code] : /^CS1|CS2137/.test(code) ? source : undefined;
    const text = said ?? (await formatSource(source, { keywords: vocabulary })).text;
    expect(await written(text, code, vocabulary)).toEqual([]);
  });
});

function differing(a: string, b: string): string {
  const [left, right] = [a.split('\n'), b.split('\n')];
  return [left.filter((line) => !right.includes(line)), right.filter((line) => !left.includes(line))]
    .map((lines) => lines.join('\n'))
    .join('\n  should be\n');
}
