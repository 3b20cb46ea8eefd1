import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { conditionWordsIn } from '../../compiler/source-text/conditions.ts';
import { manifestOf, readText } from '../../compiler/source-text/extract.ts';
import type { Body, Figure, Manifest } from '../../compiler/source-text/manifest.ts';
import { maskText } from '../../compiler/source-text/mask.ts';
import { readManifest } from '../../compiler/source-text/read-manifest.ts';
import { writeManifest } from '../../compiler/source-text/write.ts';

/** What was counted by hand, by reading the official text. */
interface Counted {
  readonly figures: readonly (Figure & { readonly clause: string })[];
  readonly conditions: Readonly<Record<string, readonly string[]>>;
  readonly bodies: Readonly<Record<string, readonly Body[]>>;
}

const repository = join(fileURLToPath(import.meta.url), '..', '..', '..');
const textOf = (path: string): string => readFileSync(join(repository, path), 'utf8');

/** Everything that does not change when sentences are made unreadable. */
const withoutHashes = (manifest: Manifest) => ({
  ...manifest,
  hash: '',
  parts: manifest.parts.map((part) => ({ ...part, hash: '' })),
});

const names = ['jinan-2026', 'jinan-2023', 'shandong-2024', 'shandong-2026', 'liaocheng'];

describe.each(names)('%s', (name) => {
  const masked = textOf(`test/source-text/masked/${name}.txt`);
  const drawn = manifestOf(readText(masked), name);
  const written = textOf(`policies/${name}/${name}.source.json`);

  it('gives, masked, what its manifest holds', () => {
    const read = readManifest(written);
    expect('manifest' in read && withoutHashes(read.manifest)).toEqual(withoutHashes(drawn));
    expect('manifest' in read && writeManifest(read.manifest)).toBe(written);
  });

  it('is masked as far as it can be', () => {
    expect(maskText(masked)).toBe(masked);
    // Readable stretches are names of bodies and the words around figures.
    const readable = masked.replace(/[（(〔][^（）()〔〕]*(?:单位|负责)[^\n]*/g, '').match(/[\p{Script=Han}]+/gu) ?? [];
    const longest = readable.flatMap((run) => run.split('〇')).map((run) => run.length);
    expect(Math.max(...longest)).toBeLessThan(45);
    expect((masked.match(/〇/g) ?? []).length / (masked.match(/\p{Script=Han}/gu) ?? []).length).toBeGreaterThan(0.6);
  });

  it('keeps its manifest when its lines are broken elsewhere', () => {
    for (const width of [7, 20, 33]) {
      const lines = masked.split(/\r?\n/).flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? ['']);
      expect(manifestOf(readText(lines.join('\n')), name)).toEqual(drawn);
    }
  });
});

const counted = ['jinan-2026', 'jinan-2023', 'shandong-2024', 'shandong-2026', 'liaocheng'];

describe.each(counted)('%s, counted by hand', (name) => {
  const { parts } = manifestOf(readText(textOf(`test/source-text/masked/${name}.txt`)), name);
  const hand = JSON.parse(textOf(`test/source-text/figures/${name}.json`)) as Counted;
  const clauses = new Set(parts.map(({ clause }) => clause));

  it('names clauses that the text has', () => {
    const named = [
      ...hand.figures.map(({ clause }) => clause),
      ...Object.keys(hand.conditions),
      ...Object.keys(hand.bodies),
    ];
    expect(named.filter((clause) => !clauses.has(clause))).toEqual([]);
  });

  it.each(parts.map((part) => ({ ...part })))('has the same figures, conditions and bodies in $clause', (part) => {
    const figures = hand.figures.filter(({ clause }) => clause === part.clause).map(({ clause: _, ...rest }) => rest);
    expect(part.figures).toEqual(figures);
    // Who decides by what process is recorded as well; by hand, only what is decided was counted.
    const conditions = part.conditions.filter((word) => word !== '绩效评价');
    expect(conditions).toEqual((hand.conditions[part.clause] ?? []).flatMap(conditionWordsIn));
    // Bodies of a commentary are nobody's duty; by hand they were passed over.
    if (part.role !== 'commentary') expect(part.bodies).toEqual(hand.bodies[part.clause] ?? []);
  });
});
