import { describe, expect, it } from 'vitest';
import { interpretTogether } from '../../compiler/ir/interpret/interpret.ts';
import { runExamples } from '../../compiler/run/run-examples.ts';
import { compileSources, problemsOf, textOf } from './harness.ts';

interface Block {
  readonly line: number;
  readonly preamble: boolean;
  readonly chinese: boolean;
  readonly code: string;
}

/** The fenced blocks of code in the language. */
function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```cuoshi(.*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    line: markdown.slice(0, match.index).split('\n').length,
    preamble: match[1]?.includes('preamble') ?? false,
    chinese: match[1]?.includes('zh') ?? false,
    code: match[2] ?? '',
  }));
}

describe.each(['docs/reference.md', 'docs/guide.md'])('%s', (path) => {
  const blocks = blocksOf(textOf(path));
  const preamble = blocks.find((block) => block.preamble)?.code;

  it.each(blocks.filter((block) => !block.preamble))(
    'line $line: checks, and its examples come out as written',
    ({ code }) => {
      const compilation = compileSources({ ...(preamble && { 'a.cuoshi': preamble }), 'b.cuoshi': code });
      expect(problemsOf(compilation).filter((problem) => problem.includes(' error '))).toEqual([]);
      const [policy] = compilation.policies;
      if (policy === undefined) throw new Error('no policy came out');
      const runs = runExamples(policy, (facts, options) => interpretTogether([policy], facts, options), {
        today: '2026-06-30',
        lang: 'zh',
      });
      expect(runs.filter((run) => run.failures.length > 0).map((run) => run.example.title)).toEqual([]);
    },
  );
});
