import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../language/syntax/parse.ts';
import type { Statement } from '../../language/syntax/tree.ts';
import { effort, oneIn } from '../harness/effort.ts';
import { goldenFile, goldenFileChinese } from '../harness/golden-sources.ts';
import { everyForm } from './forms.ts';
import { formatted, parsed } from './helpers.ts';

describe.each([
  // A usual run tries some ways of writing a comment in each gap, in turn.
  ['the golden file', goldenFile, 'zh', oneIn(2)],
  ['the golden file in Chinese', goldenFileChinese, 'en', oneIn(4)],
  ['every form', everyForm, 'zh', oneIn(16)],
] as const)('comments anywhere in %s', (_, source, other, every) => {
  it('are kept, each alone, between any two tokens', { timeout: 300_000 }, async () => {
    let tried = 0;
    let broken = 0;
    for (const piece of pieces(source)) {
      for (const [gapNumber, gap] of gapsOf(piece).entries()) {
        for (const [k, comment] of comments.entries()) {
          if ((k + gapNumber) % every !== 0) continue;
          const text = withComments(piece, [[gap, comment]]);
          tried++;
          if (isSound(text)) await formatted(text);
          else broken++;
        }
      }
    }
    expect(tried).toBeGreaterThan(300);
    expect(broken / tried).toBeLessThan(0.1);
  });

  it('are kept where the file is converted', { timeout: 300_000 }, async () => {
    for (const piece of pieces(source)) {
      for (const [gapNumber, gap] of gapsOf(piece).entries()) {
        if (every > 1 && gapNumber % 2 === 1) continue;
        const text = withComments(piece, [[gap, atLineEnd]]);
        if (isSound(text)) await formatted(text, other);
      }
    }
  });

  it('are kept, many of them together', { timeout: 300_000 }, async () => {
    const gaps = gapsOf(source);
    const places = fc.uniqueArray(fc.nat(gaps.length - 1), { minLength: 1, maxLength: 12 });
    const chosen = fc.array(fc.constantFrom(...comments), { minLength: 12, maxLength: 12 });
    const sound = fc
      .tuple(places, chosen)
      .map(([at, kinds]) =>
        withComments(
          source,
          at.sort((a, b) => a - b).map((i, k) => [gaps[i]!, kinds[k]!]),
        ),
      )
      .filter(isSound);
    await fc.assert(
      fc.asyncProperty(sound, fc.constantFrom('keep' as const, other), async (text, keywords) => {
        await formatted(text, keywords);
      }),
      { numRuns: effort(12) },
    );
  });
});

/**
 * The statements of a file as files of their own; what stands in a block, each in a block of its own. Formatting a whole
 * file for each single comment would take minutes.
 */
function* pieces(source: string): Generator<string> {
  const textOf = ({ span }: Statement) => source.slice(span.start, span.end);
  for (const item of parsed(source).tree.items) {
    if (!('body' in item) || item.body.length < 3) {
      yield `${textOf(item)}\n`;
      continue;
    }
    const head = source.slice(item.span.start, item.body[0]!.span.start);
    for (const inner of item.body) yield `${head.trimEnd()}\n  ${textOf(inner)}\n}\n`;
  }
}

/** The offsets between tokens, before the first and after the last. */
function gapsOf(text: string): readonly number[] {
  return [...parsed(text).tokens.map(({ startOffset }) => startOffset), text.length];
}

type Write = (number: number) => string;

const withinLine: Write = (n) => ` /* 注${n} */ `;
const atLineEnd: Write = (n) => ` // 注${n}\n        `;
const onOwnLine: Write = (n) => `\n      // 注${n}\n        `;
const apart: Write = (n) => `\n\n  // 注${n}\n\n  /* 又\n    注 */\n        `;
const comments: readonly Write[] = [withinLine, atLineEnd, onOwnLine, apart];

function withComments(text: string, inserted: readonly (readonly [gap: number, comment: Write])[]): string {
  let result = '';
  let from = 0;
  inserted.forEach(([gap, comment], i) => {
    result += text.slice(from, gap) + comment(i);
    from = gap;
  });
  return result + text.slice(from);
}

/** A new line may end a statement: then the text has errors, and the formatter leaves it alone. */
function isSound(text: string): boolean {
  return parse(text, '').diagnostics.every(({ severity }) => severity !== 'error');
}
