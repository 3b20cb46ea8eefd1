import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { abstractTree } from '../syntax/abstract.ts';
import { parse } from '../syntax/parse.ts';
import type { File } from '../syntax/tree.ts';
import type { Keywords } from './page.ts';
import { forbidsFormatting, pluginKnowing } from './plugin.ts';

export type { Keywords };

export interface FormatOptions {
  /** `keep` prints each statement in the vocabulary of its head word; `zh` and `en` convert. */
  readonly keywords: Keywords;
  /** Half-width columns of a line, 120 where left out. */
  readonly width?: number;
  /** The path by which diagnostics name the file. */
  readonly file?: string;
}

export interface Formatted {
  /** The formatted text, its lines ended by `\n`; the text as it was where it has syntax errors. */
  readonly text: string;
  /** Why the text was left as it was, with places in it; empty where it was formatted. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Formats a source text. A text with syntax errors is left as it is. Throws only on a bug of the formatter: rather than
 * hand back a text that says something else, or that lacks a comment.
 */
export async function formatSource(text: string, { keywords, width, file = '' }: FormatOptions): Promise<Formatted> {
  const parsed = parse(text, file);
  if (parsed.diagnostics.some(forbidsFormatting)) return { text, diagnostics: parsed.diagnostics };
  // Prettier takes longer to load than a check takes; most commands never format.
  const prettier = await import('prettier/standalone');
  const formatted = await prettier.format(text, {
    parser: 'cuoshi',
    plugins: [pluginKnowing(parsed)],
    filepath: file,
    cuoshiKeywords: keywords,
    ...(width !== undefined && { printWidth: width }),
  });
  if (!sayTheSame(parsed.tree, parse(formatted, file).tree))
    throw new Error(`formatting would change what ${file} says`);
  return { text: formatted, diagnostics: [] };
}

function sayTheSame(a: File, b: File): boolean {
  return JSON.stringify(abstractTree(a)) === JSON.stringify(abstractTree(b));
}
