import { expect } from 'vitest';
import { formatSource, type Keywords } from '../../language/formatter/format.ts';
import { type Abstract, abstractTree } from '../../language/syntax/abstract.ts';
import { type ParsedFile, parse } from '../../language/syntax/parse.ts';

/** Parses a text that must be free of errors. */
export function parsed(text: string): ParsedFile {
  const file = parse(text, 'test.cuoshi');
  const errors = file.diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors, text).toEqual([]);
  return file;
}

/** What a text says, whatever its words and layout. */
export function meaning(text: string): Abstract {
  return abstractTree(parsed(text).tree);
}

/** The comments of a text, sorted: converting a text may move them with what they belong to. */
export function commentsOf(text: string): string[] {
  return parsed(text)
    .trivia.filter(({ kind }) => kind === 'line-comment' || kind === 'block-comment')
    .map(({ span }) => text.slice(span.start, span.end).trim())
    .sort();
}

/** Formats a text and proves what must hold of every formatting: same meaning, same comments, stable. */
export async function formatted(text: string, keywords: Keywords = 'keep', width?: number): Promise<string> {
  const options = { keywords, ...(width !== undefined && { width }) };
  const once = await formatSource(text, options);
  expect(once.diagnostics).toEqual([]);
  expect(meaning(once.text), text).toEqual(meaning(text));
  expect(commentsOf(once.text), text).toEqual(commentsOf(text));
  const twice = await formatSource(once.text, options);
  expect(twice.text, text).toBe(once.text);
  if (keywords !== 'keep') {
    const kept = await formatSource(once.text, { ...options, keywords: 'keep' });
    expect(kept.text).toBe(once.text);
  }
  return once.text;
}
