import { builders } from 'prettier/doc';
import type { Name, Node, Statement, Text } from '../syntax/tree.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import type { Comment, Comments } from './comments.ts';
import { between, inMarks, type Words } from './words.ts';

export type Doc = builders.Doc;

/** Which words are printed: those of each statement's own vocabulary, or one vocabulary throughout. */
export type Keywords = 'keep' | Vocabulary;

/** What printing a node needs besides the node: the text it came from, its comments, and the words to use. */
export interface Page {
  readonly text: string;
  readonly comments: Comments;
  readonly words: Words;
  /** The name that the amount or condition at hand begins with, where it may begin a line as well. */
  readonly firstName?: Name | undefined;
  /** The same page with the words of the vocabulary that a statement is to be printed in. */
  forStatement(statement: Statement): Page;
}

/** A string in the quotation marks of the vocabulary. 《…》 stays: it says that the string is the name of a document. */
export function quoted({ value, span }: Text, page: Page): string {
  return page.text[span.start] === '《' ? between(value, '《》') : inMarks(value, page.words);
}

/** Whether an empty line stands above an offset. */
export function isSpaced(page: Page, offset: number): boolean {
  return lineBreaksBefore(page, offset) > 1;
}

/** Whether a line begins at an offset, blanks aside. */
export function startsLine(page: Page, offset: number): boolean {
  return lineBreaksBefore(page, offset) > 0;
}

function lineBreaksBefore({ text }: Page, offset: number): number {
  let found = 0;
  for (let i = offset - 1; i >= 0 && /\s/.test(text[i]!); i--) if (text[i] === '\n') found++;
  return found;
}

const { breakParent, hardline, lineSuffix, literalline, join } = builders;

/** A node with its comments: those before it on lines of their own, those after it at the end of its line. */
export function withComments(page: Page, node: Node, doc: Doc): Doc {
  const before = page.comments.take(node, 'before');
  const after = page.comments.take(node, 'after');
  if (before.length === 0 && after.length === 0) return doc;
  const gaps = gapsAbove(page, before, node);
  const lines = before.map((comment, i) => [gaps[i] && i > 0 ? hardline : '', show(comment), hardline]);
  return [lines, gaps[before.length] && before.length > 0 ? hardline : '', doc, atLineEnd(after)];
}

/** Comments at the end of the line that is being printed. */
export function atLineEnd(comments: readonly Comment[]): Doc {
  return comments.map((comment) => [lineSuffix([' ', show(comment)]), breakParent]);
}

/** Comments on lines of their own, the empty lines between them kept. */
export function onOwnLines(page: Page, comments: readonly Comment[]): Doc {
  return comments.map((comment, i) => [
    i > 0 ? hardline : '',
    i > 0 && isSpaced(page, comment.start) ? hardline : '',
    show(comment),
  ]);
}

function show(comment: Comment): Doc {
  return join(literalline, comment.text.split('\n'));
}

/**
 * Whether an empty line stands above each comment and above the node itself. A comment that was moved here from within
 * the node stands below the empty line above the node.
 */
function gapsAbove(page: Page, before: readonly Comment[], node: Node): boolean[] {
  const start = node.span.start;
  const own = before.filter((comment) => comment.start < start).map((comment) => isSpaced(page, comment.start));
  const moved = before.filter((comment) => comment.start >= start).map(() => false);
  return [...own, isSpaced(page, start), ...moved];
}

/** Whether an empty line stands above a node and the comments before it. Ask before its comments are taken. */
export function isSpacedWithComments(page: Page, node: Node): boolean {
  const first = page.comments.peek(node, 'before')[0];
  return isSpaced(page, first === undefined ? node.span.start : Math.min(first.start, node.span.start));
}
