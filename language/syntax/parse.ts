import { syntax as messages } from '../diagnostics/catalogue/index.ts';
import { diagnose } from '../diagnostics/define.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { LineIndex } from '../source/line-index.ts';
import type { Span } from '../source/span.ts';
import { checkAttachment } from './attachment.ts';
import { buildTree } from './build-tree.ts';
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

/** Parses a source file. Never throws: whatever the text is, there are a tree and what is wrong with it. */
export function parse(text: string, file: string): ParsedFile {
  const refused = refuse(text, file);
  if (refused) return unparsed(text, file, refused);
  const scanned = scan(text, file);
  if (scanned.tokens.length > maxTokens) {
    return unparsed(text, file, diagnose(messages.tooManyTokens, file, { start: 0, end: 0 }, { limit: maxTokens }));
  }
  if (scanned.tokens.length === 0 && scanned.diagnostics.length === 0) {
    const empty = diagnose(messages.emptyFile, file, { start: 0, end: 0 }, {});
    return { ...unparsed(text, file, empty), trivia: scanned.trivia };
  }
  const outlined = outline(scanned.tokens, file);
  const built = buildTree(outlined, text, file);
  const found = [...scanned.diagnostics, ...outlined.diagnostics, ...built.diagnostics];
  const diagnostics = [
    ...found,
    ...checkPlacement(built.tree, file, found),
    ...checkAttachment(built.tree, text, file),
  ];
  return {
    file,
    text,
    tokens: scanned.tokens,
    trivia: scanned.trivia,
    tree: built.tree,
    diagnostics: diagnostics.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
    lines: new LineIndex(text),
  };
}

/** Why a text is no source at all: too large, or not text. */
function refuse(text: string, file: string): Diagnostic | undefined {
  if (text.length > maxSourceLength) {
    const size = `${(text.length / 1024 / 1024).toFixed(1)} MiB`;
    return diagnose(messages.hugeFile, file, { start: 0, end: 0 }, { size, limit: '16 MiB' });
  }
  const offset = text.search(/[\0\x01-\x08\x0e-\x1a\x1c-\x1f]/);
  if (offset < 0 && !isGarbled(text)) return undefined;
  const where = Math.max(offset, text.indexOf('\ufffd'), 0);
  const first = offset < 0 ? text.indexOf('\ufffd') : offset;
  const code = `U+${(text.charCodeAt(first < 0 ? where : first) || 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const at = first < 0 ? where : first;
  return diagnose(messages.binaryFile, file, { start: at, end: at + 1 }, { offset: at + 1, code });
}

/** Bytes of another encoding, read as UTF-8: one in twenty characters could not be read. */
function isGarbled(text: string): boolean {
  let bad = 0;
  for (let i = text.indexOf('\ufffd'); i >= 0; i = text.indexOf('\ufffd', i + 1)) bad += 1;
  return bad > 2 && bad * 20 > text.length;
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
