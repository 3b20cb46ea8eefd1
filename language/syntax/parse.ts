import { syntax as messages } from '../diagnostics/catalogue/index.ts';
import { diagnose } from '../diagnostics/define.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { LineIndex } from '../source/line-index.ts';
import type { Span } from '../source/span.ts';
import { checkAttachment } from './attachment.ts';
import { buildAgain } from './build-again.ts';
import { type BuiltTree, buildTree } from './build-tree.ts';
import { maxDiagnostics } from './builder.ts';
import { outline } from './outline.ts';
import { checkPlacement } from './placement.ts';
import { scan } from './scan.ts';
import type { Token, Trivia } from './tokens.ts';
import type { File } from './tree.ts';

/** A source file as text, tokens and tree. `tokens` and `trivia` together are the whole text, each character once. */
export interface ParsedFile {
  readonly file: string;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly trivia: readonly Trivia[];
  readonly tree: File;
  /** In order of their places. */
  readonly diagnostics: readonly Diagnostic[];
  readonly lines: LineIndex;
}

/** In UTF-16 code units: 16 MiB of ASCII. */
export const maxSourceLength = 16 * 1024 * 1024;
/** A token takes some two hundred bytes, and a tree as much again. */
const maxTokens = 2_000_000;

/**
 * Parses a source file. Never throws: whatever the text is, there are a tree and what is wrong with it. `before` is an
 * earlier version of the file: statements that are the same are taken from it, and the result is as without it.
 */
export function parse(text: string, file: string, before?: ParsedFile): ParsedFile {
  const again = before && text.length <= maxSourceLength ? buildAgain(before.tree, text, file) : undefined;
  return again === undefined ? parseWhole(text, file, before) : finish(text, file, again, [], tokensLater(text, file));
}

function parseWhole(text: string, file: string, before: ParsedFile | undefined): ParsedFile {
  const refused = refuse(text, file);
  if (refused) return unparsed(text, file, refused);
  const scanned = scan(text, file, maxTokens);
  if (scanned.tokens.length > maxTokens) {
    return unparsed(text, file, diagnose(messages.tooManyTokens, file, { start: 0, end: 0 }, { limit: maxTokens }));
  }
  if (scanned.tokens.length === 0 && scanned.diagnostics.length === 0) {
    const empty = diagnose(messages.emptyFile, file, { start: 0, end: 0 }, {});
    return { ...unparsed(text, file, empty), trivia: scanned.trivia };
  }
  const outlined = outline(scanned.tokens, file);
  const faulty = new Set(scanned.diagnostics.map((found) => found.span.start));
  const built = buildTree(outlined, text, file, faulty, before?.tree);
  return finish(text, file, built, [...scanned.diagnostics, ...outlined.diagnostics], scanned);
}

type Tokens = Pick<ParsedFile, 'tokens' | 'trivia'>;

/** Few ask for tokens, and not after every edit. */
function tokensLater(text: string, file: string): Tokens {
  let scanned: Tokens | undefined;
  const known = () => {
    scanned ??= scan(text, file, maxTokens);
    return scanned;
  };
  return {
    get tokens() {
      return known().tokens;
    },
    get trivia() {
      return known().trivia;
    },
  };
}

function finish(
  text: string,
  file: string,
  { tree, diagnostics, untold }: BuiltTree,
  told: readonly Diagnostic[],
  scanned: Tokens,
): ParsedFile {
  const found = [...told, ...diagnostics];
  const lines = new LineIndex(text);
  const all = [...found, ...checkPlacement(tree, file, found), ...checkAttachment(tree, text, lines, file)];
  return {
    file,
    text,
    get tokens() {
      return scanned.tokens;
    },
    get trivia() {
      return scanned.trivia;
    },
    tree,
    diagnostics: readable(all, untold, file),
    lines,
  };
}

/** In order of their places, and no more than anybody would read; the rest is counted. */
function readable(found: Diagnostic[], untold: number, file: string): Diagnostic[] {
  found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const next = found[maxDiagnostics];
  if (next === undefined) return found;
  const count = found.length - maxDiagnostics + untold;
  return [...found.slice(0, maxDiagnostics), diagnose(messages.tooManyMistakes, file, next.span, { count })];
}

/** Why a text is no source at all: too large, or not text. */
function refuse(text: string, file: string): Diagnostic | undefined {
  if (text.length > maxSourceLength) {
    const size = `${(text.length / 1024 / 1024).toFixed(1)} MiB`;
    return diagnose(messages.hugeFile, file, { start: 0, end: 0 }, { size, limit: '16 MiB' });
  }
  const offset = text.indexOf('\0') >= 0 ? text.indexOf('\0') : garbledAt(text);
  if (offset < 0) return undefined;
  const code = `U+${text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0')}`;
  return diagnose(messages.binaryFile, file, { start: offset, end: offset + 1 }, { offset: offset + 1, code });
}

/** Control characters, and what stands for bytes that are no UTF-8. */
const unreadable = /[^\P{Cc}\s\u0085]|\ufffd/gu;

/** The first unreadable character of a text of which one in twenty is unreadable; -1 for all others. */
function garbledAt(text: string): number {
  const first = text.search(unreadable);
  if (first < 0) return -1;
  let bad = 0;
  for (const _ of text.matchAll(unreadable)) bad += 1;
  return bad > 2 && bad * 20 > text.length ? first : -1;
}

function unparsed(text: string, file: string, diagnostic: Diagnostic): ParsedFile {
  const span: Span = { start: 0, end: text.length };
  return {
    file,
    text,
    tokens: [],
    trivia: text === '' ? [] : [{ kind: 'dropped', span }],
    tree: { kind: 'File', span, items: [] },
    diagnostics: [diagnostic],
    lines: new LineIndex(text),
  };
}
