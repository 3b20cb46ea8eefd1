import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { parse } from '../syntax/parse.ts';
import type { Keywords } from './page.ts';
import { plugin, SyntaxErrors } from './plugin.ts';

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
  /** What the parser found. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Formats a source text. A text with syntax errors is left as it is. Throws only on a bug of the formatter. */
export async function formatSource(text: string, { keywords, width, file = '' }: FormatOptions): Promise<Formatted> {
  // Prettier takes longer to load than a check takes; most commands never format.
  const prettier = await import('prettier/standalone');
  try {
    const formatted = await prettier.format(text, {
      parser: 'cuoshi',
      plugins: [plugin],
      filepath: file,
      cuoshiKeywords: keywords,
      ...(width !== undefined && { printWidth: width }),
    });
    return { text: formatted, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof SyntaxErrors)) throw error;
    // Prettier parses a text whose line breaks are its own: for the right places, parse the text itself.
    return { text, diagnostics: parse(text, file).diagnostics };
  }
}
