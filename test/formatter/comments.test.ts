import { describe, expect, it } from 'vitest';
import { parse } from '../../language/syntax/parse.ts';
import type { Statement } from '../../language/syntax/tree.ts';
import { goldenFile, goldenFileChinese } from '../harness/golden-sources.ts';
import { everyForm } from './forms.ts';
import { formatted, parsed } from './helpers.ts';

/**
 * Comments between any two tokens. A file is taken apart into small ones, because each comment is tried on its own, and
 * formatting a whole file for each would take minutes.
 */
describe.each([
  ['the golden file', goldenFile],
  ['the golden file in Chinese', goldenFileChinese],
  ['every form', everyForm],
])('a comment anywhere in %s', (_, source) => {
  it('on a line of its own, at the end of a line or within one is kept', async () => {
    let tried = 0;
    let broken = 0;
    for (const piece of pieces(source)) {
      for (const text of withComment(piece)) {
        tried++;
        // A new line may end a statement; such a text has errors and is left alone.
        const { diagnostics } = parse(text, '');
        if (diagnostics.some(({ severity }) => severity === 'error')) broken++;
        else await formatted(text);
      }
    }
    expect(tried).toBeGreaterThan(500);
    expect(broken / tried).toBeLessThan(0.1);
  });

  it('is kept when the file is converted', async () => {
    for (const piece of pieces(source)) {
      for (const text of withComment(piece)) {
        const { diagnostics } = parse(text, '');
        if (diagnostics.some(({ severity }) => severity === 'error')) continue;
        await formatted(text, 'zh');
        await formatted(text, 'en');
      }
    }
  });
});

/** The statements of a file as files of their own; what stands in a block, each in a block of its own. */
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

function* withComment(text: string): Generator<string> {
  const { tokens } = parsed(text);
  for (const offset of [...tokens.map(({ startOffset }) => startOffset), text.length]) {
    const [before, after] = [text.slice(0, offset), text.slice(offset)];
    yield `${before} /* 注 */ ${after}`;
    yield `${before} // 注\n        ${after}`;
    yield `${before}\n      // 注\n        ${after}`;
  }
}
