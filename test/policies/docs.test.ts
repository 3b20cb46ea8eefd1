import { describe, expect, it } from 'vitest';
import { interpretTogether } from '../../compiler/ir/interpret/interpret.ts';
import { runExamples } from '../../compiler/run/run-examples.ts';
import { blocksOf, diagnosticsPage, withBothVocabularies } from '../../docs/generate.ts';
import { compileSources, problemsOf, textOf } from './harness.ts';
import { expectPage } from './pages.ts';

/** Warnings that a block is there to show. */
const expected: Readonly<Record<string, readonly string[]>> = {};

describe.each(['docs/reference.md', 'docs/amounts.md', 'docs/guide.md', 'docs/compare.md'])('%s', (path) => {
  const blocks = blocksOf(textOf(path));
  const preamble = blocks.find((block) => block.kind === 'preamble')?.code;

  it.each(blocks.filter((block) => block.kind !== 'preamble'))(
    'line $line: checks, and its examples come out',
    ({ code }) => {
      const compilation = compileSources({ ...(preamble && { 'a.cuoshi': preamble }), 'b.cuoshi': code });
      const shown = Object.entries(expected).flatMap(([word, codes]) => (code.includes(word) ? codes : []));
      expect(problemsOf(compilation).map((problem) => problem.split(' ').slice(0, 2).join(' '))).toEqual(shown);
      const [policy] = compilation.policies;
      if (policy === undefined) throw new Error('no policy came out');
      const runs = runExamples(policy, (facts, options) => interpretTogether([policy], facts, options), {
        today: '2026-06-30',
        lang: 'zh',
      });
      expect(runs.length).toBe([...code.matchAll(/^(example|算例)/gm)].length);
      expect(runs.filter((run) => run.failures.length > 0).map((run) => run.example.title)).toEqual([]);
    },
  );

  it('has its blocks formatted, each in both vocabularies', async () => {
    expectPage(path, await withBothVocabularies(textOf(path)));
  });
});

describe('docs/reference.md', () => {
  it('keeps the core on a page: at most twenty-five forms, numbered in order', () => {
    const forms = [...textOf('docs/reference.md').matchAll(/^### (\d+) /gm)].map((match) => Number(match[1]));
    expect(forms).toEqual(forms.map((_, index) => index + 1));
    expect(forms.length).toBe(25);
  });
});

describe('docs/diagnostics.md', () => {
  it('is the catalogue', () => {
    expectPage('docs/diagnostics.md', diagnosticsPage());
  });
});
