import type { IToken } from 'chevrotain';
import { syntax as messages } from '../diagnostics/catalogue/index.ts';
import type { Localised } from '../diagnostics/diagnostic.ts';
import { headRole, modifierHeads } from './heads.ts';
import {
  asName,
  close,
  endOfPassed,
  enter,
  isLabel,
  isUsedAsName,
  maxDepth,
  maxOperators,
  maxWords,
  missingOpen,
  type OutlineState,
  report,
} from './outline-state.ts';
import { beginsEntry, endsEntry, endsOperand, isOperator, wantsOperand } from './token-classes.ts';
import * as T from './tokens.ts';

/** One entry of a list: a field, a row, a fact, a member. */
export interface Entries {
  readonly tokens: readonly IToken[];
  /** Ended by a comma rather than by a line or the end of the list. */
  readonly comma: boolean;
  /** Where the entry ends, for what is missing in an empty one. */
  readonly end: number;
  /** A mistake within was reported that makes others likely. */
  readonly quiet: boolean;
}

/** `{ … }` or `[ … ]` as the one token that the grammar sees. */
export interface Group extends IToken {
  readonly entries: readonly Entries[];
}

export function isGroup(token: IToken): token is Group {
  return token.tokenType === T.Braces || token.tokenType === T.Brackets;
}

const thisList: Localised = { zh: '这份清单', en: 'this list' };

/** Reads the list whose bracket is the next token. `indent`: of the line that it, or its statement, begins on. */
export function readList(state: OutlineState, what = thisList, indent = state.indents[state.i] ?? 0): Group {
  const open = state.tokens[state.i]!;
  const mark = open.tokenType === T.LBrace ? '}' : ']';
  state.i += 1;
  if (!enter(state, open)) return group(open, open.endOffset + 1, []);
  const entries = readEntries(state, mark, indent);
  state.depth -= 1;
  return group(open, close(state, open, mark, what), entries);
}

/** Reads a list whose `{` is missing before the next token, and tells so. */
export function readListWithoutOpen(state: OutlineState, what: Localised, indent: number): Group {
  const open = state.tokens[state.i]!;
  missingOpen(state, what, ' {');
  if (!enter(state, open)) return group(open, open.endOffset + 1, []);
  const entries = readEntries(state, '}', indent);
  state.depth -= 1;
  if (state.tokens[state.i]?.tokenType === T.RBrace) state.i += 1;
  const first = { ...open, tokenType: T.LBrace };
  return group(first, Math.max(endOfPassed(state), open.startOffset), entries);
}

/** Names, commas between them, and the closing brace: the members of a set without its opening brace. */
export function isSetWithoutOpen(state: OutlineState): boolean {
  const { tokens } = state;
  const before = tokens[state.i - 1];
  if (!T.has(before, 'in') && !T.has(before, 'notIn')) return false;
  for (let k = state.i; k < state.i + 200; k += 2) {
    if (!T.canBeName(tokens[k])) return false;
    const next = tokens[k + 1]?.tokenType;
    if (next === T.RBrace) return true;
    if (next !== T.Comma && next !== T.ListComma) return false;
  }
  return false;
}

function readEntries(state: OutlineState, mark: '}' | ']', indent: number): Entries[] {
  const { tokens } = state;
  const closing = mark === '}' ? T.RBrace : T.RBracket;
  const entries: Entries[] = [];
  let current: IToken[] = [];
  let parens = 0;
  let operators = 0;
  let quiet = false;
  let hasLabels = false;
  const flush = (comma: boolean) => {
    if (current.length > 0 || comma) entries.push({ tokens: current, comma, end: endOfPassed(state), quiet });
    current = [];
    operators = 0;
    parens = 0;
    quiet = false;
  };

  while (state.i < tokens.length) {
    const token = tokens[state.i]!;
    const type = token.tokenType;
    if (type === closing || type === T.RBrace || isAnchor(state, indent, hasLabels)) break;
    const isSeparator = type === T.Comma || type === T.ListComma || type === T.Stop;
    // `, d:` within [ … ] begins the next fact: the list was not closed.
    if (isSeparator && mark === ']' && T.canBeName(tokens[state.i + 1]) && isLabel(state, state.i + 1)) break;
    if (isSeparator && (parens === 0 || token.indent >= 0)) {
      flush(true);
      state.i += 1;
      continue;
    }
    if (mark === ']' && T.canBeName(token) && isLabel(state, state.i)) break;
    const isNext =
      current.length > 0 && token.indent >= 0 && (endsOperand(tokens[state.i - 1]!) || isLabel(state, state.i));
    const isBracket = type === T.LBrace || type === T.LBracket;
    const isNumber = type === T.NumberToken || type === T.DateToken || type === T.Dots;
    if (isNext && (isBracket || isNumber || beginsRow(state, state.i))) flush(false);
    if (isBracket) {
      current.push(readList(state));
      quiet ||= state.givenUp === state.i;
      continue;
    }
    if (current.length > 0 && isSetWithoutOpen(state)) {
      current.push(readListWithoutOpen(state, thisList, indent));
      continue;
    }
    if (type === T.Colon) hasLabels = true;
    if (type === T.LParen) parens += 1;
    else if (type === T.RParen) parens = Math.max(0, parens - 1);
    if (isOperator(token)) operators += 1;
    state.i += 1;
    if (quiet) continue;
    quiet = reportSize(state, token, parens, operators, current.length);
    if (!quiet) current.push(nameInList(state, state.i - 1));
  }
  flush(false);
  return entries;
}

/** A name, or the year or term of a row of a target: 2028: …, by 2028: …. */
function beginsRow(state: OutlineState, index: number): boolean {
  const token = state.tokens[index]!;
  if (token.tokenType === T.NumberToken) {
    return isLabel(state, index) || (T.has(state.tokens[index + 1], 'withinClose') && isLabel(state, index + 1));
  }
  if (T.has(token, 'within') || T.has(token, 'byYear')) return isLabel(state, index + 1);
  return T.canBeName(nameIfUsedSo(state, index));
}

/** Tells where a statement or an entry becomes too long or too deep to read. */
export function reportSize(
  state: OutlineState,
  token: T.Token,
  parens: number,
  operators: number,
  words: number,
): boolean {
  const span = T.spanOf(token);
  const operatorWord = { zh: '算符', en: 'operators' };
  if (parens > maxDepth) report(state, messages.tooDeep, span, { limit: maxDepth });
  else if (operators > maxOperators) report(state, messages.tooLong, span, { limit: maxOperators, what: operatorWord });
  else if (words > maxWords)
    report(state, messages.tooLong, span, { limit: maxWords, what: { zh: '词', en: 'words' } });
  else return false;
  return true;
}

function group(open: T.Token, end: number, entries: readonly Entries[]): Group {
  const type = open.tokenType === T.LBracket ? T.Brackets : T.Braces;
  return {
    image: open.image,
    startOffset: open.startOffset,
    endOffset: end - 1,
    tokenType: type,
    tokenTypeIdx: type.tokenTypeIdx!,
    entries,
  };
}

/** A word that cannot be a member of a list: the list was not closed before it. */
function isAnchor(state: OutlineState, indent: number, hasLabels: boolean): boolean {
  const token = state.tokens[state.i]!;
  const roles = T.rolesOf(token);
  if (roles.length === 0) return false;
  // by 2028: a row of a target.
  if (roles.includes('byYear') && isLabel(state, state.i + 1)) return false;
  // 1 to 9: a row, rather than who is paid.
  if (roles.includes('to')) return false;
  const next = state.tokens[state.i + 1];
  if (next === undefined || endsEntry.has(next.tokenType)) return roles.includes('oneOf');
  if (token.indent < 0) {
    // 属 {甲、乙 之一 的: in a set of names, words of the sentence around it.
    if (hasLabels || T.canBeName(token)) return false;
    return roles.some((role) => modifierHeads.has(role) || role === 'and' || role === 'or' || role === 'oneOf');
  }
  const role = headRole(roles, 'unknown');
  if (role === undefined || isUsedAsName(state, state.i)) return false;
  if (!T.canBeName(token)) return true;
  // 措施 甲 { …: a likely name, but not deeper than the line on which the list was opened.
  return token.indent <= indent && (T.canBeName(next) || next.tokenType === T.TextToken);
}

/** In a list, a keyword that stands alone or before a colon is a name; but `otherwise:` is a row of its own. */
function nameInList(state: OutlineState, index: number): IToken {
  const token = state.tokens[index]!;
  const roles = T.rolesOf(token);
  if (roles.length === 0 || roles.includes('otherwise') || roles.includes('otherwiseNone')) return token;
  const next = state.tokens[index + 1];
  const alone = next !== undefined && endsEntry.has(next.tokenType);
  return alone && beginsEntry.has(state.tokens[index - 1]!.tokenType)
    ? asName(state, index)
    : nameIfUsedSo(state, index);
}

/** A reserved word is a name before a colon, after a dot, and where an operator wants an operand. */
export function nameIfUsedSo(state: OutlineState, index: number): IToken {
  const token = state.tokens[index]!;
  const roles = T.rolesOf(token);
  // （不含） is no name whatever follows.
  if (roles.length === 0 || roles.includes('includingEnd') || roles.includes('excludingEnd')) return token;
  const before = state.tokens[index - 1];
  // 90万元以上：3%
  const isBound = roles.some((role) => role === 'orMore' || role === 'orLess' || role === 'withinBound');
  if (isBound && before?.tokenType === T.NumberToken) return token;
  // best of 贷款 where 逾期 is no: …
  const isAnswer = (roles.includes('yes') || roles.includes('no')) && (T.has(before, 'is') || T.has(before, 'isNot'));
  if (state.tokens[index + 1]?.tokenType === T.Colon && !roles.includes('otherwise') && !isAnswer) {
    return asName(state, index);
  }
  if (before?.tokenType === T.Dot) return asName(state, index);
  const role = headRole(roles, 'unknown');
  const isStatement = role !== undefined && !modifierHeads.has(role);
  if (!isStatement || token.indent >= 0 || before === undefined) return token;
  return wantsOperand(before) ? asName(state, index) : token;
}
