import type { ParsedFile } from '../syntax/parse.ts';
import * as T from '../syntax/tokens.ts';
import type { Statement } from '../syntax/tree.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import type { Lexeme } from './anchors.ts';
import { attachComments, type Comment } from './comments.ts';
import { headRoles } from './heads.ts';
import type { Doc, Keywords, Page } from './page.ts';
import { file } from './statements.ts';
import { type Words, wordsOf } from './words.ts';

/** The layout of a parsed file. Throws where a comment would be lost, or where the file has syntax errors. */
export function printFile(parsed: ParsedFile, keywords: Keywords): Doc {
  const comments = attachComments(parsed.tree, parsed.tokens.map(lexeme), commentsOf(parsed));
  const doc = file(parsed.tree, pageOf(parsed, comments, keywords, wordsOf(firstVocabulary(parsed, keywords))));
  if (comments.remaining > 0) throw new Error(`${comments.remaining} comments have no place in the formatted text`);
  return doc;
}

function pageOf(parsed: ParsedFile, comments: Page['comments'], keywords: Keywords, words: Words): Page {
  return {
    text: parsed.text,
    comments,
    words,
    forStatement(statement) {
      const wanted = keywords === 'keep' ? (vocabularyOf(statement, parsed) ?? words.vocabulary) : keywords;
      return wanted === words.vocabulary ? this : pageOf(parsed, comments, keywords, wordsOf(wanted));
    },
  };
}

/** The vocabulary of the word that heads a statement; undefined where it has no head. */
function vocabularyOf(statement: Statement, { tokens }: ParsedFile): Vocabulary | undefined {
  const roles = headRoles(statement);
  for (let i = indexAt(statement.span.start, tokens); i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.startOffset >= statement.span.end) return undefined;
    if (roles.some((role) => T.has(token, role))) return vocabularyOfWord(token);
  }
  return undefined;
}

function vocabularyOfWord(token: T.Token): Vocabulary {
  return /^[a-z]/i.test(token.image) ? 'en' : 'zh';
}

/** For what stands outside all statements, which is nothing but comments. */
function firstVocabulary({ tokens }: ParsedFile, keywords: Keywords): Vocabulary {
  if (keywords !== 'keep') return keywords;
  const first = tokens.find((token) => T.rolesOf(token).length > 0);
  return first ? vocabularyOfWord(first) : 'zh';
}

function lexeme(token: T.Token): Lexeme {
  return { start: token.startOffset, end: token.endOffset + 1, kind: lexemeKind(token) };
}

function lexemeKind({ tokenType }: T.Token): Lexeme['kind'] {
  if (tokenType === T.LBrace || tokenType === T.LBracket) return 'open';
  if (tokenType === T.RBrace || tokenType === T.RBracket) return 'close';
  const separates = tokenType === T.Comma || tokenType === T.ListComma || tokenType === T.Stop;
  return separates ? 'separator' : 'other';
}

function commentsOf({ text, tokens, trivia }: ParsedFile): Comment[] {
  const comments: Comment[] = [];
  for (const { kind, span } of trivia) {
    if (kind !== 'line-comment' && kind !== 'block-comment') continue;
    comments.push({
      text: text.slice(span.start, span.end).trimEnd(),
      line: kind === 'line-comment',
      start: span.start,
      next: indexAt(span.start, tokens),
      lineFirst: indexAt(text.lastIndexOf('\n', span.start) + 1, tokens),
    });
  }
  return comments;
}

/** The index of the first token that starts at or after an offset. */
function indexAt(offset: number, tokens: readonly T.Token[]): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (tokens[mid]!.startOffset < offset) low = mid + 1;
    else high = mid;
  }
  return low;
}
