import type { IToken } from 'chevrotain';
import { syntax as messages } from '../diagnostics/catalogue/index.ts';
import type { Diagnostic, Localised } from '../diagnostics/diagnostic.ts';
import type { Span } from '../source/span.ts';
import { type BlockKind, blockIsOptional, blockOf, type Context, modifierHeads, takesModifiers } from './heads.ts';
import { begins, endsHeader, leadingHead } from './outline-heads.ts';
import {
  type Entries,
  isSetWithoutOpen,
  nameIfUsedSo,
  readList,
  readListWithoutOpen,
  reportSize,
} from './outline-lists.ts';
import {
  asName,
  close,
  describe,
  endOfPassed,
  enter,
  headAt,
  isLabel,
  isTopHead,
  isUsedAsName,
  missingOpen,
  type OutlineState,
  report,
  startOutline,
} from './outline-state.ts';
import { endsOperand, isOperator } from './token-classes.ts';
import * as T from './tokens.ts';
import { type Role, vocabulary } from './vocabulary.ts';

export { type Entries, type Group, isGroup } from './outline-lists.ts';

/**
 * The outline of a file: braces matched, blocks cut into statements by their head words, lists into entries. It is what
 * keeps a mistake within its own statement: the grammar only ever sees one statement or one entry. A missing brace is
 * found by the heads and the indentation after it.
 */
export interface Statement {
  /** Undefined: nothing that begins a statement stands at its beginning. */
  readonly head: Role | undefined;
  /** Where the head stands in `tokens`: after a fronted condition or a subject, else first. */
  readonly headAt: number;
  readonly context: Context;
  /** What the grammar reads: without block, stop, and a colon after the head. */
  readonly tokens: readonly IToken[];
  readonly block: Block | undefined;
  readonly span: Span;
  /** A mistake within was reported that makes others likely. */
  readonly quiet: boolean;
}

export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  /** Of a block of statements. */
  readonly statements: readonly Statement[];
  /** Of a block of entries. */
  readonly entries: readonly Entries[];
}

export interface Outline {
  readonly statements: readonly Statement[];
  readonly diagnostics: readonly Diagnostic[];
}

export function outline(source: readonly T.Token[], file: string): Outline {
  const state = startOutline(source, file);
  const statements: Statement[] = [];
  while (state.i < state.tokens.length) {
    const token = state.tokens[state.i]!;
    if (token.tokenType === T.RBrace) {
      closeNothing(state, token, statements.at(-1));
      state.i += 1;
    } else statements.push(readStatement(state, 'file'));
  }
  return { statements, diagnostics: state.diagnostics };
}

function closeNothing(state: OutlineState, token: T.Token, last: Statement | undefined): void {
  if (state.missing > 0) {
    state.missing -= 1;
    return;
  }
  // A statement out of its block is told of where it stands; the brace after it belongs to the same mistake.
  if (last?.head !== undefined && vocabulary[last.head].head === 'line') return;
  const span = T.spanOf(token);
  const fix = { title: { zh: '删去 }', en: 'Delete }' }, edits: [{ span, text: '' }] };
  report(state, messages.strayClose, span, { found: '}' }, { fixes: [fix] });
}

function readStatement(state: OutlineState, context: Context): Statement {
  const { tokens } = state;
  const start = state.i;
  const first = tokens[start]!;
  const indent = state.indents[start]!;
  const lead = leadingHead(state, start, context);
  const head = lead?.role;
  const leadAt = lead?.index ?? start;
  const collected: IToken[] = [];
  let kind = blockOf(head);
  let body: Block | undefined;
  let parens = 0;
  let operators = 0;
  let quiet = false;

  takeReservedName(state, head, leadAt + 1);
  while (state.i < tokens.length) {
    const token = tokens[state.i]!;
    const type = token.tokenType;
    if (state.i > start && type === T.RBrace) break;
    if (state.i > leadAt && (begins(state, state.i, context, head, indent) || endsHeader(state, head, indent))) break;
    if (type === T.Stop) {
      state.i += 1;
      break;
    }
    const name = describe(head, collected);
    if (type === T.LBrace && parens === 0 && !isWithinExpression(state)) {
      kind ??= head === undefined ? guess(state, context, collected) : undefined;
      if (kind !== undefined) {
        body = readBlock(state, kind, indent, name);
        quiet ||= state.givenUp === state.i;
        break;
      }
    }
    if (parens === 0 && isContent(state, context, head, kind, collected)) {
      body = entriesBlock('entries', readListWithoutOpen(state, name, indent));
      break;
    }
    if (type === T.LBrace || type === T.LBracket) {
      collected.push(readList(state));
      quiet ||= state.givenUp === state.i;
      continue;
    }
    if (isSetWithoutOpen(state)) {
      collected.push(readListWithoutOpen(state, { zh: `“${tokens[state.i - 1]!.image}”`, en: 'the list' }, indent));
      continue;
    }
    state.i += 1;
    // 责任单位：市教育局 reads as well without the colon.
    if (type === T.Colon && lead !== undefined && state.i - 1 === leadAt + 1) continue;
    if (type === T.LParen) parens += 1;
    else if (type === T.RParen) parens = Math.max(0, parens - 1);
    if (isOperator(token)) operators += 1;
    if (quiet) continue;
    quiet = reportSize(state, token, parens, operators, collected.length);
    if (!quiet) collected.push(state.i - 1 === leadAt ? token : nameIfUsedSo(state, state.i - 1));
  }

  if (body === undefined && kind !== undefined && head !== undefined && head !== 'target') {
    body = openedByIndentation(state, kind, head, indent, collected);
  }
  const end = Math.max(endOfPassed(state), first.endOffset + 1);
  const headIndex = lead === undefined ? 0 : Math.max(0, collected.indexOf(tokens[lead.index]!));
  const span = { start: first.startOffset, end };
  return { head, headAt: headIndex, context, tokens: collected, block: body, span, quiet };
}

/** `measure 支持 {`: a reserved word where a block has its name is told, and taken for the name. */
function takeReservedName(state: OutlineState, head: Role | undefined, index: number): void {
  const token = state.tokens[index];
  const next = state.tokens[index + 1];
  if (blockOf(head) === undefined || head === 'example' || head === 'target' || token === undefined) return;
  if (token.indent >= 0 || T.rolesOf(token).length === 0 || T.canBeName(token)) return;
  if (next?.tokenType !== T.LBrace && next?.tokenType !== T.TextToken) return;
  const text = `\`${token.image}\``;
  const span = T.spanOf(token);
  const fix = { title: { zh: `改为 ${text}`, en: `Write ${text}` }, edits: [{ span, text }] };
  report(state, messages.leftOverKeyword, span, { found: token.image }, { fixes: [fix] });
  asName(state, index);
}

/** Reads statements up to the brace that closes their block, or to where it must have been meant to close. */
function readStatements(state: OutlineState, kind: Exclude<Context, 'file'>, indent: number): Statement[] {
  const inner: Statement[] = [];
  while (state.i < state.tokens.length && state.tokens[state.i]!.tokenType !== T.RBrace && !isBeyond(state, indent)) {
    inner.push(readStatement(state, kind));
  }
  return inner;
}

/** A head of the top level that stands no deeper than the line on which the block was opened is not part of it. */
function isBeyond(state: OutlineState, indent: number): boolean {
  const token = state.tokens[state.i]!;
  return token.indent >= 0 && token.indent <= indent && isTopHead(state, state.i);
}

/** The block of a statement without a head, by what it holds: one mistake in the head leaves the block usable. */
function guess(state: OutlineState, context: Context, collected: readonly IToken[]): BlockKind | undefined {
  const next = state.i + 1;
  const first = state.tokens[next];
  if (context === 'example') return collected.length === 1 ? 'entries' : undefined;
  if (first === undefined) return undefined;
  const role = headAt(state, next, 'unknown');
  if (role !== undefined && !isUsedAsName(state, next) && !isLabel(state, next)) {
    return role === 'expect' || role === 'decide' || role === 'had' ? 'example' : 'unknown';
  }
  return T.canBeName(first) && state.tokens[next + 1]?.tokenType === T.LBrace ? 'example' : 'entries';
}

/** 属 {…}, 分别 {…}, table 等次 {…}: the next brace belongs to an expression, whatever the statement is. */
function isWithinExpression(state: OutlineState): boolean {
  const before = state.tokens[state.i - 1];
  return ['in', 'notIn', 'respectively'].some((role) => T.has(before, role as Role));
}

/** The content of a list begins here, and its `{` is missing: a name right after the name of what it belongs to. */
function isContent(
  state: OutlineState,
  context: Context,
  head: Role | undefined,
  kind: BlockKind | undefined,
  collected: readonly IToken[],
): boolean {
  const token = state.tokens[state.i]!;
  const before = state.tokens[state.i - 1];
  if (before === undefined || !endsOperand(before)) return false;
  // In an example, 高校 硕士: 60.
  if (head === undefined) return context === 'example' && collected.length === 1 && isLabel(state, state.i);
  if (kind !== 'entries' || collected.length < 2) return false;
  const role = headAt(state, state.i, context);
  if (role !== undefined && head !== undefined && modifierHeads.has(role) && takesModifiers.has(head)) return false;
  // A target may have its figure on the line: what begins its rows is a year.
  if (head === 'target') return token.tokenType === T.NumberToken && isLabel(state, state.i);
  return T.canBeName(token);
}

function readBlock(state: OutlineState, kind: BlockKind, indent: number, what: Localised): Block {
  const open = state.tokens[state.i]!;
  if (kind === 'entries') return entriesBlock(kind, readList(state, what, indent));
  state.i += 1;
  if (!enter(state, open)) return { kind, span: T.spanOf(open), statements: [], entries: [] };
  const statements = readStatements(state, kind, indent);
  state.depth -= 1;
  return { kind, span: { start: open.startOffset, end: close(state, open, '}', what) }, statements, entries: [] };
}

function entriesBlock(kind: BlockKind, list: ReturnType<typeof readList>): Block {
  return { kind, span: T.spanOf(list), statements: [], entries: list.entries };
}

/** The content of a block whose `{` is missing: what stands on the next lines, deeper than its head. */
function openedByIndentation(
  state: OutlineState,
  kind: BlockKind,
  head: Role,
  indent: number,
  collected: readonly IToken[],
): Block | undefined {
  const next = state.tokens[state.i];
  const follows = next !== undefined && next.indent > indent && next.tokenType !== T.RBrace;
  if (!follows && blockIsOptional.has(head)) return undefined;
  const end = endOfPassed(state);
  const what = describe(head, collected);
  if (kind === 'entries' && follows) return entriesBlock(kind, readListWithoutOpen(state, what, indent));
  missingOpen(state, what, follows ? ' {' : ' {}');
  if (!follows || kind === 'entries') {
    // The rest of `enum 甲 }`.
    if (next?.tokenType === T.RBrace && next.indent < 0) state.i += 1;
    return undefined;
  }
  const statements = readStatements(state, kind, indent);
  if (state.tokens[state.i]?.tokenType === T.RBrace) state.i += 1;
  return { kind, span: { start: end, end: endOfPassed(state) }, statements, entries: [] };
}
