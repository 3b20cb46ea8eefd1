import type { Parser, Plugin, Printer, SupportLanguage, SupportOptions } from 'prettier';
import { syntax } from '../diagnostics/catalogue/syntax.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type ParsedFile, parse } from '../syntax/parse.ts';
import type { Keywords } from './page.ts';
import { printFile } from './print.ts';

/**
 * The prettier plugin: the only printer of source text. It has no side effects and imports nothing of prettier but the
 * builders of its documents.
 */

declare module 'prettier' {
  interface Options {
    cuoshiKeywords?: Keywords;
  }
  interface ParserOptions {
    cuoshiKeywords: Keywords;
  }
}

/** What the parser throws for a text with syntax errors: it cannot be formatted without guessing. */
export class SyntaxErrors extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(`${diagnostics.length} syntax errors`);
    this.name = 'SyntaxErrors';
  }
}

export const languages: SupportLanguage[] = [
  { name: 'Cuoshi', parsers: ['cuoshi'], extensions: ['.cuoshi'], vscodeLanguageIds: ['cuoshi'] },
];

export const options: SupportOptions = {
  cuoshiKeywords: {
    category: 'Cuoshi',
    type: 'choice',
    default: 'keep',
    description: 'Keywords and word order: those of each statement, all Chinese, or all English.',
    choices: [
      { value: 'keep', description: 'Each statement in the vocabulary of its head word' },
      { value: 'zh', description: 'Chinese' },
      { value: 'en', description: 'English' },
    ],
  },
};

/** Whether a text cannot be formatted without guessing. One that holds nothing but comments can. */
export function forbidsFormatting({ severity, code }: Diagnostic): boolean {
  return severity === 'error' && code !== syntax.emptyFile.code;
}

function parserKnowing(known: ParsedFile | undefined): Parser<ParsedFile> {
  return {
    astFormat: 'cuoshi',
    parse(text, { filepath }) {
      if (known?.text === text) return known;
      const parsed = parse(text, filepath ?? '');
      if (parsed.diagnostics.some(forbidsFormatting)) throw new SyntaxErrors(parsed.diagnostics);
      return parsed;
    },
    locStart: () => 0,
    locEnd: ({ text }) => text.length,
  };
}

const printer: Printer<ParsedFile> = {
  print: ({ node }, { cuoshiKeywords }) => printFile(node, cuoshiKeywords),
};

export const parsers = { cuoshi: parserKnowing(undefined) };
export const printers = { cuoshi: printer };

/** How a formatted file is laid out, unless the caller says otherwise. Half-width columns; a Han character takes two. */
export const defaultOptions = { printWidth: 120, tabWidth: 2, useTabs: false, endOfLine: 'lf' } as const;

/** The plugin for a text that was parsed already, and must not have syntax errors. Any other text is parsed. */
export function pluginKnowing(known: ParsedFile): Plugin<ParsedFile> {
  return { languages, parsers: { cuoshi: parserKnowing(known) }, printers, options, defaultOptions };
}
