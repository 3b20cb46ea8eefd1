import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSource } from '../../compiler/source-text/decode.ts';
import { maskText } from '../../compiler/source-text/mask.ts';
import { readManifest } from '../../compiler/source-text/read-manifest.ts';
import { writeManifest } from '../../compiler/source-text/write.ts';
import { all } from './phrases.ts';
import { extract, sample } from './texts.ts';

/** `sample` in GB18030, whose two-byte part is found by decoding all of it: no encoder comes with Node. */
function inGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if (character.length === 1 && !codes.has(character)) codes.set(character, [high, low]);
    }
  }
  return Uint8Array.from([...text].flatMap((c) => (c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : (codes.get(c) ?? []))));
}

describe('encodings', () => {
  it('give one manifest: UTF-8, UTF-8 with its mark, GB18030', () => {
    const utf8 = new TextEncoder().encode(sample);
    const gb = inGb18030(sample);
    const read = [utf8, Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8), gb].map((bytes) => decodeSource(bytes));
    expect(read.map((one) => one.kind === 'text' && one.encoding)).toEqual(['utf-8', 'utf-8', 'gb18030']);
    for (const one of read) expect(one.kind === 'text' && extract(one.text)).toEqual(extract(sample));
    expect(decodeSource(gb, 'gb18030')).toMatchObject({ kind: 'text', text: sample });
  });

  it('are refused where they are none', () => {
    const bytes = (...codes: number[]) => Uint8Array.from(codes);
    expect(decodeSource(new TextEncoder().encode('%PDF-1.7'))).toEqual({ kind: 'binary', format: 'pdf' });
    expect(decodeSource(bytes(0x50, 0x4b, 3, 4))).toEqual({ kind: 'binary', format: 'word' });
    expect(decodeSource(bytes(0xff, 0xfe, 0x31, 0))).toEqual({ kind: 'utf-16' });
    expect(decodeSource(bytes(0xff, 0x80, 0xff))).toEqual({ kind: 'binary', format: 'unknown' });
    expect(decodeSource(bytes(0x31, 0, 0x32))).toEqual({ kind: 'binary', format: 'unknown' });
    expect(decodeSource(inGb18030('一、甲业。'), 'utf-8')).toEqual({ kind: 'undecodable', encoding: 'utf-8' });
  });
});

describe('hostile texts', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \n\u3000\t\n'],
    ['one line without an end', '一、给予5万元'],
    ['punctuation', '（（（））〔〕“”《》：；。、，'],
    ['numbers only', '1 2 3\n4\n5'],
    ['numerals only', '一二三四五六七八九十百千万亿〇零两'],
    ['units of each other', '百分之分之分之百分之一'],
    ['a number of a thousand digits', `一、给予${'9'.repeat(1000)}万元。`],
    ['a thousand capital numerals', `一、给予${'壹佰'.repeat(500)}元。`],
    ['open brackets', `一、甲${'（责任单位：'.repeat(2000)}`],
    ['lone surrogates', '一、甲\ud800业\udfff。'],
    ['masked beyond reading', '〇'.repeat(5000)],
  ])('are read: %s', (_, text) => {
    const manifest = extract(text);
    expect(readManifest(writeManifest(manifest))).toEqual({ manifest });
    expect(maskText(text)).toHaveLength(text.length);
  });

  it('are read, whatever they are put together from', () => {
    const pieces = [
      ...Object.values(all)
        .flat()
        .map(([phrase]) => phrase),
      ...[
        '一、',
        '（二）',
        '3.',
        '第四条',
        '\n',
        '。',
        '，',
        '：',
        '（责任单位：',
        '市甲局',
        '）',
        '本措施自',
        '政策解读|',
        '“',
        '”',
      ],
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (chosen) => {
        const manifest = extract(chosen.join(''));
        const names = manifest.parts.map(({ clause }) => clause);
        expect(new Set(names).size).toBe(names.length);
        expect(readManifest(writeManifest(manifest))).toEqual({ manifest });
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(() => extract(text)).not.toThrow();
      }),
    );
  });

  it('are read in time that grows with their length, in one clause or many', () => {
    const clause = '（一）支持甲业。对新认定的，每家给予最高300万元，连续两年不超过30%。（责任单位：市甲局、市乙局）';
    const took = (text: string) => {
      const start = performance.now();
      extract(text);
      return performance.now() - start;
    };
    took(clause.repeat(50));
    for (const unit of [clause.replace('（一）', ''), `${clause}\n`]) {
      const [small, large] = [took(`一、甲。${unit.repeat(300)}`), took(`一、甲。${unit.repeat(2400)}`)];
      // Eight times the text; a quadratic reading would take sixty-four times as long.
      expect(large / small, unit).toBeLessThan(30);
    }
  });
});

describe('a masked text', () => {
  it('reads as the text does, and shows no sentence', () => {
    const masked = maskText(sample);
    const bare = (text: string) => extract(text).parts.map(({ hash: _, ...part }) => part);
    expect(bare(masked)).toEqual(bare(sample));
    expect(masked).not.toMatch(/甲平台|购置设备|引进人才|开展评价/);
    expect(masked).toContain('最高３００万元');
  });

  it('does so for every phrase', () => {
    for (const [phrase] of Object.values(all).flat()) {
      const text = `一、支持甲业，${phrase}。做好工作。\n二、按时完成。`;
      const figures = (one: string) => extract(one).parts.map((part) => part.figures);
      expect(figures(maskText(text)), phrase).toEqual(figures(text));
    }
  });
});
