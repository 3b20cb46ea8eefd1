import type { IToken } from 'chevrotain';
import type { Span } from '../../../language/source/span.ts';
import type { Context } from '../../../language/syntax/heads.ts';
import {
  type Block,
  type Entries,
  type Group,
  isGroup,
  outline,
  type Statement,
} from '../../../language/syntax/outline.ts';
import * as T from '../../../language/syntax/tokens.ts';
import { type Role, vocabulary } from '../../../language/syntax/vocabulary.ts';
import type { Source } from '../snapshot.ts';
import { lastTokenFrom } from '../token-at.ts';

/** A list that the cursor is in: `{ … }` or `[ … ]`, with what stands before it in its statement or entry. */
export interface Frame {
  /** Of the block of a statement; undefined for brackets within a statement. */
  readonly statement: Statement | undefined;
  readonly owner: readonly IToken[];
  readonly bracket: '{' | '[';
  /** All entries of the list, the one at hand included. */
  readonly entries: readonly Entries[];
}

/** Where in the grammar a cursor stands. */
export interface Place {
  readonly source: Source;
  /** The word at the cursor, up to it: what a completion replaces. Empty where none was begun. */
  readonly word: Span;
  /** What surrounds the statement at hand. */
  readonly context: Context;
  /** The statements whose blocks the cursor is in, outermost first. */
  readonly around: readonly Statement[];
  /** The statement at hand; at the start of a new one, the one before it in the same block. */
  readonly statement: Statement | undefined;
  /** The lists that the cursor is in, within the statement at hand, outermost first. */
  readonly frames: readonly Frame[];
  /** The tokens before the word in the innermost entry, or else in the statement. */
  readonly before: readonly IToken[];
  /** The token before the word, whatever it belongs to. */
  readonly previous: T.Token | undefined;
  /** A new statement may begin here. */
  readonly begins: boolean;
  /** Columns before the word on its line, where nothing else stands there; undefined otherwise. */
  readonly indent: number | undefined;
}

/** The place of a cursor; undefined within comments, strings and numbers, where there is nothing to complete. */
export function placeAt(source: Source, offset: number): Place | undefined {
  if (source.trivia.some((trivia) => isWithinComment(trivia, offset))) return undefined;
  const { tokens } = source;
  const index = lastTokenFrom(tokens, offset - 1);
  const touching = tokens[index];
  const isWord = touching !== undefined && touching.endOffset + 1 >= offset && isWordToken(touching);
  if (touching !== undefined && !isWord && isLiteral(touching) && isIn(touching, offset)) return undefined;

  // What is half written says nothing yet, and must not mislead.
  const rest = isWord ? tokens.filter((token) => token !== touching) : tokens;
  const start = isWord ? touching.startOffset : offset;
  const previous = tokens[isWord ? index - 1 : index];
  const found = locate(outline(rest, source.file).statements, start, source.text);
  const line = source.lines.position(start).line;
  const isFirst = previous === undefined || source.lines.position(previous.startOffset).line < line;
  return {
    source,
    word: { start, end: offset },
    ...found,
    previous,
    begins:
      found.frames.length === 0 &&
      (previous === undefined ||
        (opens(previous) && !endsGroup(found.before, previous)) ||
        (isFirst && !wantsMore(previous))),
    indent: isFirst ? source.lines.position(start).column : undefined,
  };
}

// -------------------------------------------------------------------------------------------------------------- tokens

function isWithinComment(trivia: T.Trivia, offset: number): boolean {
  const { start, end } = trivia.span;
  if (trivia.kind === 'line-comment') return start < offset && offset <= end;
  return trivia.kind === 'block-comment' && start < offset && offset < end;
}

/** Words that completion may take up: names and keywords of letters. */
function isWordToken(token: T.Token): boolean {
  return token.tokenType === T.Name || (T.rolesOf(token).length > 0 && /^\p{L}/u.test(token.image));
}

function isLiteral(token: T.Token): boolean {
  return token.tokenType === T.TextToken || token.tokenType === T.NumberToken || token.tokenType === T.DateToken;
}

/** Within a literal, or at the end of a number that may go on, or of a string that is not closed. */
function isIn(token: T.Token, offset: number): boolean {
  const end = token.endOffset + 1;
  if (offset < end) return true;
  return (
    offset === end && (token.tokenType !== T.TextToken || !/[”"」》]$/.test(token.image) || token.image.length < 2)
  );
}

function opens(token: T.Token): boolean {
  return token.tokenType === T.LBrace || token.tokenType === T.RBrace || token.tokenType === T.Stop;
}

/** 属 {优秀、良好} 之一: the brace closes a list of the statement, not its block. */
function endsGroup(before: readonly IToken[], { tokenType, endOffset }: T.Token): boolean {
  const last = before.at(-1);
  return tokenType === T.RBrace && last !== undefined && isGroup(last) && last.endOffset === endOffset;
}

/** Whether what stands at the end of a line goes on in the next. */
function wantsMore(token: T.Token): boolean {
  if (token.tokenType.CATEGORIES?.some((c) => goesOn.has(c)) || goesOn.has(token.tokenType)) return true;
  const roles = T.rolesOf(token);
  return roles.length > 0 && roles.every((role) => unfinished.has(role));
}

const goesOn: ReadonlySet<unknown> = new Set([
  T.Separator,
  T.Colon,
  T.Additive,
  T.Multiplicative,
  T.Comparison,
  T.Equals,
  T.LParen,
  T.LBracket,
  T.Dots,
]);
const unfinished: ReadonlySet<Role> = new Set<Role>([
  'and',
  'or',
  'not',
  'is',
  'isNot',
  'in',
  'notIn',
  'of',
  'to',
  'per',
]);

// ----------------------------------------------------------------------------------------------------------- structure

type Located = Pick<Place, 'context' | 'around' | 'statement' | 'frames' | 'before'>;

function locate(statements: readonly Statement[], offset: number, text: string): Located {
  const around: Statement[] = [];
  let context: Context = 'file';
  let list = statements;
  for (;;) {
    const index = list.findLastIndex((s) => s.span.start < offset);
    const statement = list[index];
    const next = list[index + 1]?.span.start ?? Number.POSITIVE_INFINITY;
    const block = statement?.block;
    if (statement === undefined || block === undefined || !isInside(block.span, offset, next, text, lastIn(block))) {
      return { context, around, statement, ...within(statement, offset, next, text) };
    }
    if (block.kind === 'entries')
      return { context, around, statement, ...inEntries(statement, block, offset, next, text) };
    around.push(statement);
    context = block.kind;
    list = block.statements;
  }
}

/** A list that nobody closed goes on to whatever comes next. `last`: where the last thing in it ends, whose bracket is not its own. */
function isInside(span: Span, offset: number, next: number, text: string, last: number): boolean {
  if (offset <= span.start) return false;
  const closed = span.end - span.start > 1 && last < span.end && /[}\]｝］]/.test(text[span.end - 1] ?? '');
  return closed ? offset < span.end : offset <= next;
}

function lastIn({ statements, entries }: Block): number {
  return Math.max(statements.at(-1)?.span.end ?? 0, endOfEntries(entries));
}

function endOfEntries(entries: readonly Entries[]): number {
  const token = entries.findLast(({ tokens }) => tokens.length > 0)?.tokens.at(-1);
  return token === undefined ? 0 : token.endOffset! + 1;
}

function within(
  statement: Statement | undefined,
  offset: number,
  next: number,
  text: string,
): Pick<Located, 'frames' | 'before'> {
  const tokens = statement?.tokens ?? [];
  const before = tokens.filter((token) => token.startOffset < offset);
  return inGroups(before, tokens, offset, next, text, []);
}

function inEntries(
  statement: Statement,
  block: Block,
  offset: number,
  next: number,
  text: string,
): Pick<Located, 'frames' | 'before'> {
  const frame: Frame = { statement, owner: statement.tokens, bracket: '{', entries: block.entries };
  return inEntry(block.entries, offset, next, text, [frame]);
}

/** Goes into the brackets that the last token before the cursor may be. */
function inGroups(
  before: readonly IToken[],
  tokens: readonly IToken[],
  offset: number,
  next: number,
  text: string,
  frames: readonly Frame[],
): Pick<Located, 'frames' | 'before'> {
  const last = before.at(-1);
  if (last === undefined || !isGroup(last)) return { frames, before };
  const after = tokens[before.length]?.startOffset ?? next;
  if (!isInside(T.spanOf(last), offset, after, text, endOfEntries(last.entries))) return { frames, before };
  const frame: Frame = {
    statement: undefined,
    owner: before.slice(0, -1),
    bracket: isBrackets(last) ? '[' : '{',
    entries: last.entries,
  };
  return inEntry(last.entries, offset, after, text, [...frames, frame]);
}

function isBrackets(group: Group): boolean {
  return group.tokenType === T.Brackets;
}

function inEntry(
  entries: readonly Entries[],
  offset: number,
  next: number,
  text: string,
  frames: readonly Frame[],
): Pick<Located, 'frames' | 'before'> {
  const index = entries.findLastIndex((entry) => (entry.tokens[0]?.startOffset ?? Number.POSITIVE_INFINITY) < offset);
  const entry = entries[index];
  if (entry === undefined) return { frames, before: [] };
  const last = entry.tokens.at(-1)!;
  const between = text.slice(last.endOffset! + 1, offset);
  // A comma or a new line ends an entry, unless its last word wants more.
  const ended =
    last.endOffset! < offset && (/[,，、;；。]/.test(between) || (/[\n\r]/.test(between) && !isHanging(last)));
  if (ended) return { frames, before: [] };
  const after = entries[index + 1]?.tokens[0]?.startOffset ?? next;
  const before = entry.tokens.filter((token) => token.startOffset < offset);
  return inGroups(before, entry.tokens, offset, after, text, frames);
}

function isHanging(token: IToken): boolean {
  return token.tokenType === T.Colon || token.tokenType === T.Equals || isGroup(token);
}

/** The role that heads the part of a statement that the cursor is in: `by` in `grant 1万元 by 市教育局, …`. */
export function governing(
  before: readonly IToken[],
): { readonly role: Role | 'colon' | 'equals'; readonly at: number } | undefined {
  for (let i = before.length - 1; i >= 0; i--) {
    const token = before[i]!;
    if (token.tokenType === T.Colon) return { role: 'colon', at: i };
    if (token.tokenType === T.Equals) return { role: 'equals', at: i };
    const roles = T.rolesOf(token);
    const role = roles.find((r) => governs.has(r)) ?? roles.find((r) => vocabulary[r].head !== undefined);
    // A likely name in the middle of a sentence is a name.
    if (role !== undefined && (i === 0 || !T.canBeName(token) || governs.has(role))) return { role, at: i };
  }
  return undefined;
}

/** Roles besides heads that say what follows. */
const governs: ReadonlySet<Role> = new Set<Role>([
  'each',
  'where',
  'under',
  'alias',
  'formerly',
  'betweenMeasures',
  'ofMeasure',
  'needs',
  'because',
  'about',
  'from',
]);
