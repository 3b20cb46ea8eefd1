import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareManifests } from '../../compiler/source-text/compare.ts';
import { readManifest } from '../../compiler/source-text/read-manifest.ts';
import { writeManifest } from '../../compiler/source-text/write.ts';
import { extract, sample, showFigure } from './texts.ts';

describe('a text', () => {
  const manifest = extract(sample);

  it('is parted into letterhead, preamble, headings, clauses, closing and commentary', () => {
    expect(manifest.parts.map(({ clause, role }) => `${clause} ${role}`)).toEqual([
      '文头 front',
      '前言 preamble',
      '一 heading',
      '一（一） clause',
      '一（二） clause',
      '二 heading',
      '二（三） clause',
      '二（四） clause',
      '结尾 closing',
      '解读 commentary',
    ]);
    expect(manifest.parts[4]?.path).toEqual(['一', '（二）']);
  });

  it('gives figures, conditions and bodies to the part that they stand in', () => {
    const told = manifest.parts
      .filter(({ figures, conditions, bodies }) => figures.length + conditions.length + bodies.length > 0)
      .map(({ clause, figures, conditions, bodies }) => ({
        clause,
        figures: figures.map(showFigure),
        conditions: conditions.join(' '),
        bodies: bodies.map(({ name, alias, role, shared }) => [name, alias, role, shared].filter(Boolean).join(' ')),
      }));
    expect(told).toEqual([
      { clause: '文头', figures: ['name 甲政发〔2031〕7号'], conditions: '', bodies: [] },
      {
        clause: '一（一）',
        figures: ['money 300000000 highest/最高 per 家'],
        conditions: '新认定',
        bodies: ['市甲局 responsible', '市乙委 市丙局 responsible'],
      },
      {
        clause: '一（二）',
        figures: ['rate 3/20', 'money 1200000000 highest/最高不超过 yearly'],
        conditions: '',
        bodies: ['市甲局 responsible'],
      },
      {
        clause: '二（三）',
        figures: ['duration 60 at-most/内', 'count 20 名 at-least/以上', 'money 6000000 per 人年 yearly'],
        conditions: '',
        bodies: ['市甲局 responsible true', '市丁局 responsible true'],
      },
      {
        clause: '二（四）',
        figures: ['money 25000000'],
        conditions: '绩效评价 优秀',
        bodies: ['市甲局 responsible'],
      },
      { clause: '结尾', figures: ['duration 36'], conditions: '', bodies: ['市甲局 issuer'] },
      { clause: '解读', figures: ['year 2031', 'count 10 家'], conditions: '', bodies: [] },
    ]);
  });

  it('is written and read back the same', () => {
    expect(readManifest(writeManifest(manifest))).toEqual({ manifest });
    expect(JSON.parse(writeManifest(manifest))).toEqual(manifest);
  });
});

describe('line breaks', () => {
  it('change nothing, wherever they stand', () => {
    const expected = extract(sample);
    const letters = [...sample.replaceAll('\n', '')];
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 60 }), fc.constantFrom('\n', '\r\n', '\n\n'), (width, end) => {
        const lines = sample.split('\n').flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? ['']);
        expect(extract(lines.join(end))).toEqual(expected);
      }),
    );
    // Not one line break at all.
    expect(extract(letters.join(''))).toEqual(expected);
  });
});

describe('two manifests', () => {
  const before = extract(sample);
  it('are compared clause by clause', () => {
    const after = extract(
      sample
        .replace('最高３００万元', '最高350万元')
        .replace('（四）开展', '（四）举办赛事。给予9万元。（市甲局负责）\n（五）开展')
        .replace('，有效期三年', '，有效期四年'),
    );
    const { changed, added, removed, moved } = compareManifests(before, after);
    expect(changed.map((pair) => pair.after.clause)).toEqual(['一（一）', '结尾']);
    expect(moved.map((pair) => `${pair.before.clause} ${pair.after.clause}`)).toEqual(['二（四） 二（五）']);
    expect([added.map(({ clause }) => clause), removed]).toEqual([['二（四）'], []]);
  });
});
