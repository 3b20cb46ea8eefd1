import { describe, expect, it } from 'vitest';
import { formatSource } from '../../language/formatter/format.ts';
import { parse } from '../../language/syntax/parse.ts';
import { problems } from './problems.ts';

const noteIn = (text: string): string | undefined => {
  const [measure] = parse(text, 'a.cuoshi').tree.items;
  const line = measure?.kind === 'Measure' ? measure.body[0] : undefined;
  return line?.kind === 'Note' ? line.text.value : undefined;
};
const note = (written: string) => `measure m {\n  note ${written}\n}\n`;

describe('marks and backslashes within a text', () => {
  it.each([
    [String.raw`"他说\"可以\""`, '他说"可以"'],
    [String.raw`“他说\“可以\””`, '他说“可以”'],
    [String.raw`"末尾\\"`, '末尾\\'],
    [String.raw`"甲\乙"`, '甲\\乙'],
    [String.raw`「\」」`, '」'],
    [String.raw`《\》》`, '》'],
    [String.raw`"\" “ ” 「 」 《 》"`, '" “ ” 「 」 《 》'],
  ])('%s says %s', async (written, value) => {
    const text = note(written);
    expect(problems(text)).toEqual([]);
    expect(noteIn(text)).toBe(value);
    for (const keywords of ['zh', 'en'] as const) {
      const formatted = await formatSource(text, { keywords });
      expect(noteIn(formatted.text)).toBe(value);
      expect((await formatSource(formatted.text, { keywords })).text).toBe(formatted.text);
    }
  });

  it('are open where only an escaped mark would close them', () => {
    expect(problems(note(String.raw`"他说\"`))).not.toEqual([]);
  });
});

describe('days that are named by where they lie', () => {
  const dateOf = (written: string): string | undefined => {
    const [policy] = parse(`policy p {\n  as of ${written}\n}\n`, 'a.cuoshi').tree.items;
    const line = policy?.kind === 'Policy' ? policy.body[0] : undefined;
    return line?.kind === 'AsOf' ? line.date.iso : undefined;
  };

  it.each([
    ['2026年底', '2026-12-31'],
    ['2026年末', '2026-12-31'],
    ['2026年初', '2026-01-01'],
    ['2026年2月底', '2026-02-28'],
    ['2028年2月末', '2028-02-29'],
    ['2026年 4 月初', '2026-04-01'],
  ])('%s is %s', (written, iso) => expect(dateOf(written)).toBe(iso));

  it('leaves a month that does not exist, and a word that says more, alone', () => {
    expect(dateOf('2026年13月底')).toBeUndefined();
    expect(dateOf('2026年底前')).toBeUndefined();
  });
});
