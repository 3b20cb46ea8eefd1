import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { interpretTogether } from '../../compiler/ir/interpret/interpret.ts';
import { nodeHost } from '../../compiler/project/node-host.ts';
import { runExamples } from '../../compiler/run/run-examples.ts';
import { blocksOf, diagnosticsPage, withBothVocabularies } from '../../docs/generate.ts';
import { keywordsPage } from '../../docs/generate-keywords.ts';
import { parse } from '../../language/syntax/parse.ts';
import { vocabulary } from '../../language/syntax/vocabulary.ts';
import { walk } from '../../language/syntax/walk.ts';
import { compileSources, inRepository, problemsOf, textOf } from './harness.ts';
import { expectPage } from './pages.ts';

/** Findings that a block is there to show, by what it holds: no page has a manifest beside it. */
const expected: Readonly<Record<string, readonly string[]>> = { '-2026.source.json': ['CS3022 info'] };

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
  const [preamble = '', ...sections] = textOf('docs/reference.md').split(/^(?=#{2,3} )/m);
  const titleOf = (section: string) => section.split('\n')[0] ?? '';
  const core = sections.filter((section) => /^### \d+ /.test(section));
  const beyond = sections.filter((section) => /^### \D/.test(section));

  it('begins with the core: twenty-five forms, numbered in order, and nothing between', () => {
    expect(core.map((section) => Number(/\d+/.exec(titleOf(section))?.[0]))).toEqual(core.map((_, i) => i + 1));
    expect(core).toHaveLength(25);
    const forms = sections.filter((section) => section.startsWith('### '));
    expect(forms.slice(0, 25)).toEqual(core);
  });

  it('has in the core all that policies/jinan-2026 is written with', () => {
    const shown = new Set([preamble, ...core].flatMap(blocksOf).flatMap(({ code }) => [...formsIn(code)]));
    const folder = 'policies/jinan-2026';
    const files = readdirSync(inRepository(folder)).filter((file) => file.endsWith('.cuoshi'));
    const used = new Set(files.flatMap((file) => [...formsIn(textOf(`${folder}/${file}`))]));
    expect([...used].filter((form) => !shown.has(form))).toEqual([]);
    // All that an encoder would meet there, not a few kinds of node.
    expect(used.size).toBeGreaterThan(50);
  });

  it('names every module of the standard library', () => {
    expect(
      nodeHost.standardModules().filter((module) => !textOf('docs/reference.md').includes(`\`${module}\``)),
    ).toEqual([]);
  });

  it('gives each form the official wording, in both languages, the code, and an example that is computed', () => {
    const amounts = textOf('docs/amounts.md')
      .split(/^(?=#{2,3} )/m)
      .slice(1)
      .filter((section) => blocksOf(section).length > 0);
    const lacking = [...core, ...beyond, ...amounts].flatMap((section) => {
      const prose = section.replaceAll(/^```[\s\S]*?^```/gm, '').split(/\n{2,}/);
      const isEnglish = (text: string) =>
        /^(`|“|[A-Z一])(?=[^\n]*[a-z]{3}[^\n]*[a-z]{3})/.test(text) && !/。/.test(text);
      const [first] = blocksOf(section);
      const lacks = [
        // An example answers to no clause.
        ...(/公文/.test(section) || titleOf(section).startsWith('### 25 ') ? [] : ['wording']),
        ...(prose.some(isEnglish) ? [] : ['English']),
        ...(first === undefined ? ['code'] : []),
        // A document by itself computes nothing.
        ...(/^example /m.test(section) || titleOf(section).startsWith('### 1 ') ? [] : ['example']),
      ];
      return lacks.map((what) => `${titleOf(section)}: ${what}`);
    });
    expect(lacking).toEqual([]);
  });
});

/** What a piece of source is written with: the kinds of its nodes. */
function formsIn(code: string): ReadonlySet<string> {
  const found = new Set<string>();
  walk(parse(code, 'a').tree, (node) => {
    found.add(node.kind);
    return true;
  });
  return found;
}

describe('docs/keywords.md', () => {
  it('is the table of keywords', () => {
    expectPage('docs/keywords.md', keywordsPage());
  });

  it('has each English keyword used in the reference or in the amounts: in code, or named in the text', () => {
    const pages = ['docs/reference.md', 'docs/amounts.md'].map(textOf).join('\n');
    const code = [...pages.matchAll(/^```cuoshi.*\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
    const inText = [...pages.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, one = '']) => one);
    const used = new Set([...code, ...inText].flatMap((text) => parse(text, 'a').tokens.map(({ image }) => image)));
    const lacking = Object.entries(vocabulary).filter(
      ([, { en }]) => en.length > 0 && !en.some((word) => used.has(word)),
    );
    expect(lacking.map(([role, { en }]) => `${role}: ${en[0]}`)).toEqual([]);
  });
});

describe('docs/diagnostics.md', () => {
  it('is the catalogue', () => {
    expectPage('docs/diagnostics.md', diagnosticsPage());
  });
});
