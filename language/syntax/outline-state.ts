import type { IToken } from 'chevrotain';
import { syntax as messages } from '../diagnostics/catalogue/index.ts';
import { type ArgumentsOf, diagnose, type Entry, type Extras } from '../diagnostics/define.ts';
import type { Diagnostic, Localised } from '../diagnostics/diagnostic.ts';
import { at, type Span } from '../source/span.ts';
import { type Context, headRole } from './heads.ts';
import { followsName } from './token-classes.ts';
import * as T from './tokens.ts';
import { type Role, vocabulary } from './vocabulary.ts';

/**
 * How deep brackets may nest, and how many operators and words one statement may have outside its lists. Nothing that
 * anybody can check has more.
 */
export const maxDepth = 64;
export const maxOperators = 1000;
export const maxWords = 5000;

/** Where the outline of a file has come to. */
export interface OutlineState {
  readonly file: string;
  /** The source's tokens; keywords that turn out to be names are replaced. */
  readonly tokens: T.Token[];
  /** The indentation of the line that each token stands on. */
  readonly indents: Int32Array;
  /** For each token, where the next 的 or 条件的 is: what may end a condition before its statement. */
  readonly conditionEnds: Int32Array;
  readonly diagnostics: Diagnostic[];
  /** The index of the next token. */
  i: number;
  depth: number;
  /** Braces that were reported missing: as many may be too many later on, by the same mistake. */
  missing: number;
  /** Too deep: everything up to here was given up, and says nothing more. */
  givenUp: number;
}

export function startOutline(source: readonly T.Token[], file: string): OutlineState {
  return {
    file,
    tokens: source.slice(),
    indents: lineIndents(source),
    conditionEnds: conditionEnds(source),
    diagnostics: [],
    i: 0,
    depth: 0,
    missing: 0,
    givenUp: -1,
  };
}

function lineIndents(tokens: readonly T.Token[]): Int32Array {
  const indents = new Int32Array(tokens.length);
  let current = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.indent >= 0) current = tokens[i]!.indent;
    indents[i] = current;
  }
  return indents;
}

function conditionEnds(tokens: readonly T.Token[]): Int32Array {
  const ends = new Int32Array(tokens.length);
  let next = tokens.length;
  for (let i = tokens.length - 1; i >= 0; i--) {
    if (T.has(tokens[i], 'de') || T.has(tokens[i], 'meetsClose')) next = i;
    ends[i] = next;
  }
  return ends;
}

export function report<E extends Entry<string>>(
  state: OutlineState,
  entry: E,
  span: Span,
  args: ArgumentsOf<E>,
  extras: Extras = {},
): void {
  if (state.i > state.givenUp) state.diagnostics.push(diagnose(entry, state.file, span, args, extras));
}

/** The end of the last token that was passed. */
export function endOfPassed(state: OutlineState): number {
  const token = state.tokens[state.i - 1];
  return token === undefined ? 0 : token.endOffset + 1;
}

/** Goes one level of brackets deeper, unless there are too many already; then skips to where a new start is likely. */
export function enter(state: OutlineState, open: T.Token): boolean {
  if (state.depth < maxDepth) {
    state.depth += 1;
    return true;
  }
  report(state, messages.tooDeep, T.spanOf(open), { limit: maxDepth });
  const { tokens } = state;
  while (state.i < tokens.length && !(tokens[state.i]!.indent === 0 && isTopHead(state, state.i))) state.i += 1;
  state.givenUp = state.i;
  return false;
}

/** Steps over the closing bracket and gives the end of the block; tells where it is missing. */
export function close(state: OutlineState, open: T.Token, mark: '}' | ']', what: Localised): number {
  const token = state.tokens[state.i];
  if (token?.tokenType === (mark === '}' ? T.RBrace : T.RBracket)) {
    state.i += 1;
    return token.endOffset + 1;
  }
  const end = endOfPassed(state);
  if (state.i > state.givenUp) {
    if (mark === '}') state.missing += 1;
    const fix = { title: { zh: `补上 ${mark}`, en: `Add ${mark}` }, edits: [{ span: at(end), text: `\n${mark}` }] };
    const related = { file: state.file, span: T.spanOf(open), message: { zh: '在这里打开', en: 'opened here' } };
    const args = { what, open: open.image, close: mark };
    report(state, messages.missingClose, at(end), args, { fixes: [fix], related: [related] });
  }
  return end;
}

/** Tells that `{` is missing after what was passed. */
export function missingOpen(state: OutlineState, what: Localised, text: string): void {
  const end = endOfPassed(state);
  const fix = { title: { zh: '补上 {', en: 'Add {' }, edits: [{ span: at(end), text }] };
  report(state, messages.missingOpen, at(end), { what, open: '{' }, { fixes: [fix] });
}

export function isTopHead(state: OutlineState, index: number): boolean {
  const role = headRole(T.rolesOf(state.tokens[index]!), 'file');
  if (role === undefined || vocabulary[role].head !== 'top') return false;
  return !isUsedAsName(state, index) && !isLabel(state, index);
}

/** A likely name is a head only where what follows is no continuation of an expression or a list. */
export function isUsedAsName(state: OutlineState, index: number): boolean {
  const next = state.tokens[index + 1];
  return next !== undefined && T.canBeName(state.tokens[index]) && followsName.has(next.tokenType);
}

export function isLabel(state: OutlineState, index: number): boolean {
  return state.tokens[index + 1]?.tokenType === T.Colon;
}

export function headAt(state: OutlineState, index: number, context: Context): Role | undefined {
  const token = state.tokens[index];
  return token && headRole(T.rolesOf(token), context);
}

/** Makes a name of a keyword, for the rest of the outline as well. */
export function asName(state: OutlineState, index: number): T.Token {
  const token = state.tokens[index]!;
  const text = token.tokenType === T.Name ? token.text : token.image.normalize('NFC');
  const name = { ...token, tokenType: T.Name, tokenTypeIdx: T.Name.tokenTypeIdx!, text };
  state.tokens[index] = name;
  return name;
}

/** `措施“联合培养”`, for messages. */
export function describe(head: Role | undefined, tokens: readonly IToken[]): Localised {
  const named = tokens.slice(0, 3).find((token) => token.tokenType === T.Name || token.tokenType === T.TextToken);
  const text = (named as T.Token | undefined)?.text ?? '';
  if (head === undefined) return { zh: `“${text}”`, en: `"${text}"` };
  const { zh, en } = vocabulary[head];
  if (text === '') return { zh: `“${zh[0]}”`, en: `"${en[0]}"` };
  return { zh: `${zh[0]}“${text}”`, en: `${en[0]} "${text}"` };
}
