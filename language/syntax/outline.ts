import type { IToken } from 'chevrotain';
import { syntax as messages } from '../diagnostics/catalogue/index.ts';
import { type ArgumentsOf, diagnose, type Entry, type Extras } from '../diagnostics/define.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { at, type Span } from '../source/span.ts';
import {
  type BlockKind,
  blockIsOptional,
  blockOf,
  type Context,
  headRole,
  modifierHeads,
  takesFronted,
  takesModifiers,
  takesSubject,
} from './heads.ts';
import * as T from './tokens.ts';
import { type Role, vocabulary } from './vocabulary.ts';

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
  /** The indentation of the line that it begins on. */
  readonly indent: number;
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

/** One entry of a list: a field, a row, a fact, a member. */
export interface Entries {
  readonly tokens: readonly IToken[];
  /** Ended by a comma rather than by a line or the end of the list. */
  readonly comma: boolean;
  readonly quiet: boolean;
}

/** `{ … }` or `[ … ]` as the one token that the grammar sees. */
export interface Group extends IToken {
  readonly entries: readonly Entries[];
}

export function isGroup(token: IToken): token is Group {
  return token.tokenType === T.Braces || token.tokenType === T.Brackets;
}

export interface Outline {
  readonly statements: readonly Statement[];
  readonly diagnostics: readonly Diagnostic[];
}

/** How deep brackets may nest, and how many operators and prefixes one statement may have. Nothing readable has more. */
const maxDepth = 64;
const maxOperators = 1000;

export function outline(source: readonly T.Token[], file: string): Outline {
  // Tokens may turn out to be names; the source's own list stays as it is.
  const tokens = source.slice();
  const diagnostics: Diagnostic[] = [];
  const indents = lineIndents(source);
  let i = 0;
  let depth = 0;
  /** Braces that were reported missing: as many may be too many later on, by the same mistake. */
  let missing = 0;
  /** Too deep: everything up to here was given up, and says nothing more. */
  let givenUp = -1;

  const statements: Statement[] = [];
  while (i < tokens.length) {
    const token = tokens[i]!;
    if (token.tokenType === T.RBrace) {
      closeNothing(token);
      i += 1;
    } else statements.push(statement('file'));
  }
  return { statements, diagnostics };

  function report<E extends Entry<string>>(entry: E, span: Span, args: ArgumentsOf<E>, extras: Extras = {}) {
    if (i > givenUp) diagnostics.push(diagnose(entry, file, span, args, extras));
  }

  function closeNothing(token: T.Token) {
    if (missing > 0) {
      missing -= 1;
      return;
    }
    // A statement out of its block is told of where it stands; the brace after it belongs to the same mistake.
    const last = statements.at(-1);
    if (last?.head !== undefined && vocabulary[last.head].head === 'line') return;
    const span = T.spanOf(token);
    const fix = { title: { zh: '删去 }', en: 'Delete }' }, edits: [{ span, text: '' }] };
    report(messages.strayClose, span, { found: '}' }, { fixes: [fix] });
  }

  /** Reads statements up to the brace that closes their block, or to where it must have been meant to close. */
  function block(kind: Exclude<Context, 'file'>, indent: number): Statement[] {
    const inner: Statement[] = [];
    while (i < tokens.length && tokens[i]!.tokenType !== T.RBrace && !isBeyond(tokens[i]!, indent)) {
      inner.push(statement(kind));
    }
    return inner;
  }

  /** A head of the top level that stands no deeper than the line on which the block was opened is not part of it. */
  function isBeyond(token: T.Token, indent: number): boolean {
    return token.indent >= 0 && token.indent <= indent && isTopHead(i);
  }

  function isTopHead(index: number): boolean {
    const role = headRole(T.rolesOf(tokens[index]!), 'file');
    return role !== undefined && vocabulary[role].head === 'top' && !isUsedAsName(index) && !isLabel(index);
  }

  /** A likely name is a head only where what follows is no continuation of an expression, a label or a list. */
  function isUsedAsName(index: number): boolean {
    const next = tokens[index + 1];
    return next !== undefined && T.canBeName(tokens[index]) && followsName.has(next.tokenType);
  }

  function isLabel(index: number): boolean {
    return tokens[index + 1]?.tokenType === T.Colon;
  }

  function statement(context: Context): Statement {
    const first = tokens[i]!;
    const start = i;
    const indent = indents[i] ?? 0;
    const lead = leadingHead(i, context);
    const head = lead?.role;
    const collected: IToken[] = [];
    let kind = blockOf(head);
    let body: Block | undefined;
    let parens = 0;
    let quiet = false;
    let operators = 0;
    let end = first.endOffset + 1;

    while (i < tokens.length) {
      const token = tokens[i]!;
      const type = token.tokenType;
      if (i > start && (type === T.RBrace || (i > (lead?.index ?? start) && begins(i, context, head, indent)))) break;
      end = token.endOffset + 1;
      if (type === T.Stop) {
        i += 1;
        break;
      }
      if (type === T.LBrace) {
        const known = kind ?? (head === undefined ? guess(context, collected) : undefined);
        if (known !== undefined && parens === 0) {
          kind = known;
          body = braces(known, indent, describe(head, collected));
          end = Math.max(end, body.span.end);
          break;
        }
        const group = list();
        end = group.endOffset! + 1;
        collected.push(group);
        continue;
      }
      if (type === T.LBracket) {
        const group = list();
        end = group.endOffset! + 1;
        collected.push(group);
        continue;
      }
      i += 1;
      // 责任单位：市教育局 reads as well without the colon.
      if (type === T.Colon && lead !== undefined && i - 1 === lead.index + 1) continue;
      if (type === T.LParen) parens += 1;
      else if (type === T.RParen) parens = Math.max(0, parens - 1);
      if (isOperator(token)) operators += 1;
      if (quiet) continue;
      if (parens > maxDepth || operators > maxOperators) {
        quiet = true;
        if (parens > maxDepth) report(messages.tooDeep, T.spanOf(token), { limit: maxDepth });
        else report(messages.tooLong, T.spanOf(token), { limit: maxOperators });
        continue;
      }
      collected.push(i - 1 === (lead?.index ?? -1) ? token : nameIfUsedSo(i - 1));
    }

    if (body === undefined && kind !== undefined && head !== undefined) {
      body = openedByIndentation(kind, head, indent, collected, first);
      if (body !== undefined) end = Math.max(end, body.span.end);
    }
    const headAt = lead === undefined ? 0 : collected.indexOf(tokens[lead.index]!);
    return {
      head,
      headAt,
      context,
      tokens: collected,
      block: body,
      span: { start: first.startOffset, end },
      indent,
      quiet,
    };
  }

  /** The head of the statement that begins at `index`; it need not be its first token: 失信 的，不予支持. */
  function leadingHead(index: number, context: Context): { role: Role; index: number } | undefined {
    const role = headRole(T.rolesOf(tokens[index]!), context);
    if (role !== undefined && !isUsedAsName(index)) {
      const later = role === 'when' || role === 'meetsOpen' ? fronted(index, context) : undefined;
      return later ?? { role, index };
    }
    return subjected(index, context) ?? fronted(index, context);
  }

  /** `市科技局、市教育局 应当 …` */
  function subjected(index: number, context: Context): { role: Role; index: number } | undefined {
    let next = index;
    for (let members = 0; members < 40; members++) {
      const token = tokens[next];
      if (token === undefined || (!T.canBeName(token) && token.tokenType !== T.TextToken)) return undefined;
      const follower = tokens[next + 1];
      if (follower === undefined) return undefined;
      const role = headRole(T.rolesOf(follower), context);
      if (role !== undefined) return takesSubject.has(role) ? { role, index: next + 1 } : undefined;
      if (follower.tokenType !== T.Comma && follower.tokenType !== T.ListComma) return undefined;
      next += 2;
    }
    return undefined;
  }

  /** `C 的，补助 …` and `符合 C 条件的，不予支持 …`: a condition before its statement. */
  function fronted(index: number, context: Context): { role: Role; index: number } | undefined {
    const limit = Math.min(tokens.length, index + 200);
    let open = 0;
    for (let k = index; k < limit; k++) {
      const token = tokens[k]!;
      if (token.tokenType === T.LBrace) open += 1;
      else if (token.tokenType === T.RBrace) open -= 1;
      if (token.tokenType === T.Stop || open < 0) return undefined;
      if (k > index && token.indent >= 0 && headRole(T.rolesOf(token), context) !== undefined && !endsCondition(k)) {
        return undefined;
      }
      if (!T.has(token, 'de') && !T.has(token, 'meetsClose')) continue;
      const comma = tokens[k + 1]?.tokenType === T.Comma;
      const next = comma ? k + 2 : k + 1;
      const head = tokens[next];
      // 获批 的, alone on its line, is a condition of the whole measure.
      if (head === undefined || (head.indent >= 0 && !comma)) return undefined;
      const role = headRole(T.rolesOf(head), context);
      return role !== undefined && takesFronted.has(role) ? { role, index: next } : undefined;
    }
    return undefined;
  }

  function endsCondition(k: number): boolean {
    const before = tokens[k - 1]?.tokenType === T.Comma ? tokens[k - 2] : tokens[k - 1];
    return T.has(before, 'de') || T.has(before, 'meetsClose');
  }

  /** Whether the token at `index` begins another statement than the one at hand. */
  function begins(index: number, context: Context, current: Role | undefined, indent: number): boolean {
    const token = tokens[index]!;
    if (token.indent < 0) return false;
    const role = headRole(T.rolesOf(token), context);
    if (role !== undefined && !isUsedAsName(index)) {
      const modifies = modifierHeads.has(role) && current !== undefined && takesModifiers.has(current);
      if (!modifies) return true;
      // 当 C 的，补助 …: its own statement, after all.
      return role === 'meetsOpen' && fronted(index, context) !== undefined;
    }
    const before = tokens[index - 1]!;
    if (!endsOperand(before)) return false;
    if (context === 'example' && T.canBeName(token) && tokens[index + 1]?.tokenType === T.LBrace) return true;
    if (subjected(index, context) !== undefined) return true;
    if (T.canBeName(token) && fronted(index, context) !== undefined) return true;
    return T.canBeName(token) && token.indent <= indent;
  }

  /** The block of a statement without a head, by what it holds: one mistake in the head leaves the block usable. */
  function guess(context: Context, collected: readonly IToken[]): BlockKind | undefined {
    const first = tokens[i + 1];
    if (context === 'example') return collected.length === 1 ? 'entries' : undefined;
    if (first === undefined) return undefined;
    const role = headRole(T.rolesOf(first), 'unknown');
    if (role !== undefined && !isUsedAsName(i + 1) && !isLabel(i + 1))
      return role === 'expect' || role === 'decide' ? 'example' : 'unknown';
    if (T.canBeName(first) && tokens[i + 2]?.tokenType === T.LBrace) return 'example';
    return 'entries';
  }

  function braces(kind: BlockKind, indent: number, what: Named): Block {
    const open = tokens[i]!;
    if (kind === 'entries') {
      const group = list(what, indent);
      return { kind, span: T.spanOf(group), statements: [], entries: group.entries };
    }
    i += 1;
    if (!enter(open)) return { kind, span: T.spanOf(open), statements: [], entries: [] };
    const inner = block(kind, indent);
    depth -= 1;
    return { kind, span: { start: open.startOffset, end: close(open, '}', what) }, statements: inner, entries: [] };
  }

  /** The content of a block whose `{` is missing: what stands on the next lines, deeper than its head. */
  function openedByIndentation(
    kind: BlockKind,
    head: Role,
    indent: number,
    collected: readonly IToken[],
    first: T.Token,
  ): Block | undefined {
    const next = tokens[i];
    const before = tokens[i - 1] ?? first;
    const end = before.endOffset + 1;
    const isContent = next !== undefined && next.indent > indent && next.tokenType !== T.RBrace;
    if (!isContent && blockIsOptional.has(head)) return undefined;
    const what = describe(head, collected);
    const fix = { title: { zh: '补上 {', en: 'Add {' }, edits: [{ span: at(end), text: isContent ? ' {' : ' {}' }] };
    report(messages.missingOpen, at(end), { what, open: '{' }, { fixes: [fix] });
    if (!isContent || kind === 'entries') {
      if (!isContent) return undefined;
      const group = listFrom(before, what, indent);
      return { kind, span: T.spanOf(group), statements: [], entries: group.entries };
    }
    const inner = block(kind, indent);
    let stop = inner.at(-1)?.span.end ?? end;
    if (tokens[i]?.tokenType === T.RBrace) stop = tokens[i++]!.endOffset + 1;
    return { kind, span: { start: end, end: stop }, statements: inner, entries: [] };
  }

  /** Reads one more level of brackets, unless there are too many already. */
  function enter(open: T.Token): boolean {
    depth += 1;
    if (depth <= maxDepth) return true;
    depth -= 1;
    report(messages.tooDeep, T.spanOf(open), { limit: maxDepth });
    while (i < tokens.length && !(tokens[i]!.indent === 0 && isTopHead(i))) i += 1;
    givenUp = i;
    return false;
  }

  /** Steps over the closing bracket and gives the end of the block; tells where it is missing. */
  function close(open: T.Token, mark: '}' | ']', what: Named): number {
    const token = tokens[i];
    if (token !== undefined && token.tokenType === (mark === '}' ? T.RBrace : T.RBracket)) {
      i += 1;
      return token.endOffset + 1;
    }
    const end = (tokens[i - 1] ?? open).endOffset + 1;
    if (i > givenUp) {
      missing += mark === '}' ? 1 : 0;
      const fix = { title: { zh: `补上 ${mark}`, en: `Add ${mark}` }, edits: [{ span: at(end), text: `\n${mark}` }] };
      const related = {
        file,
        span: T.spanOf(open),
        message: { zh: '在这里打开', en: 'opened here' },
      };
      const args = { what, open: open.image, close: mark };
      report(messages.missingClose, at(end), args, { fixes: [fix], related: [related] });
    }
    return end;
  }

  function list(what: Named = { zh: '这份清单', en: 'this list' }, indent = indents[i] ?? 0): Group {
    return listFrom(undefined, what, indent);
  }

  /** Reads the entries of a list; `before` stands for the opening bracket where that is missing. */
  function listFrom(before: T.Token | undefined, what: Named, indent: number): Group {
    const open = before ?? tokens[i]!;
    const mark = before !== undefined || open.tokenType === T.LBrace ? '}' : ']';
    if (before === undefined) i += 1;
    const closing = mark === '}' ? T.RBrace : T.RBracket;
    const entries: Entries[] = [];
    if (!enter(open)) return group(open, open.endOffset + 1, entries);

    let current: IToken[] = [];
    let parens = 0;
    let operators = 0;
    let quiet = false;
    const flush = (comma: boolean) => {
      if (current.length > 0 || comma) entries.push({ tokens: current, comma, quiet });
      current = [];
      operators = 0;
      quiet = false;
    };
    while (i < tokens.length) {
      const token = tokens[i]!;
      const type = token.tokenType;
      if (type === closing || type === T.RBrace || isAnchor(i, indent)) break;
      if (type === T.LBrace || type === T.LBracket) {
        current.push(list());
        continue;
      }
      const first = current.length === 0;
      if (parens === 0 && (type === T.Comma || type === T.ListComma || type === T.Stop)) {
        i += 1;
        flush(true);
        continue;
      }
      if (!first && token.indent >= 0 && T.canBeName(nameIfUsedSo(i)) && endsOperand(tokens[i - 1]!)) flush(false);
      i += 1;
      if (type === T.LParen) parens += 1;
      else if (type === T.RParen) parens = Math.max(0, parens - 1);
      if (isOperator(token)) operators += 1;
      if (quiet) continue;
      if (parens > maxDepth || operators > maxOperators) {
        quiet = true;
        if (parens > maxDepth) report(messages.tooDeep, T.spanOf(token), { limit: maxDepth });
        else report(messages.tooLong, T.spanOf(token), { limit: maxOperators });
        continue;
      }
      current.push(nameInList(i - 1));
    }
    flush(false);
    depth -= 1;
    if (before !== undefined) {
      const isClosed = tokens[i]?.tokenType === closing;
      const end = isClosed ? tokens[i++]!.endOffset + 1 : tokens[i - 1]!.endOffset + 1;
      return group({ ...before, startOffset: before.endOffset + 1, tokenType: T.LBrace } as T.Token, end, entries);
    }
    return group(open, close(open, mark, what), entries);
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

  /** A head at the start of a line that cannot be a member of a list: the list was not closed before it. */
  function isAnchor(index: number, indent: number): boolean {
    const token = tokens[index]!;
    if (token.indent < 0) return false;
    const role = headRole(T.rolesOf(token), 'unknown');
    if (role === undefined || isUsedAsName(index)) return false;
    const next = tokens[index + 1];
    if (next === undefined || endsEntry.has(next.tokenType)) return false;
    if (!T.canBeName(token)) return true;
    // 措施 甲 { …: a likely name, but not deeper than the line on which the list was opened.
    return token.indent <= indent && (T.canBeName(next) || next.tokenType === T.TextToken);
  }

  /** In a list, a keyword that stands alone or before a colon is a name; but `otherwise:` is a row of its own. */
  function nameInList(index: number): IToken {
    const token = tokens[index]!;
    const roles = T.rolesOf(token);
    if (roles.length === 0 || roles.includes('otherwise') || roles.includes('otherwiseNone')) return token;
    const next = tokens[index + 1];
    const before = tokens[index - 1]!.tokenType;
    const alone = next !== undefined && endsEntry.has(next.tokenType) && beginsEntry.has(before);
    return alone ? asName(index) : nameIfUsedSo(index);
  }

  /** A reserved word is a name before a colon, after a dot, and where an operator wants an operand. */
  function nameIfUsedSo(index: number): IToken {
    const token = tokens[index]!;
    const roles = T.rolesOf(token);
    if (roles.length === 0) return token;
    const before = tokens[index - 1];
    if (tokens[index + 1]?.tokenType === T.Colon && !roles.includes('otherwise')) return asName(index);
    if (before?.tokenType === T.Dot) return asName(index);
    const role = headRole(roles, 'unknown');
    const isStatement = role !== undefined && !modifierHeads.has(role);
    return isStatement && token.indent < 0 && before !== undefined && wantsOperand(before) ? asName(index) : token;
  }

  function asName(index: number): IToken {
    const token = tokens[index]!;
    const name = {
      ...token,
      tokenType: T.Name,
      tokenTypeIdx: T.Name.tokenTypeIdx!,
      text: token.image.normalize('NFC'),
    };
    tokens[index] = name;
    return name;
  }
}

/** The indentation of the line that each token stands on. */
function lineIndents(tokens: readonly T.Token[]): Int32Array {
  const indents = new Int32Array(tokens.length);
  let current = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.indent >= 0) current = tokens[i]!.indent;
    indents[i] = current;
  }
  return indents;
}

interface Named {
  readonly zh: string;
  readonly en: string;
}

/** `措施“联合培养”`, for messages. */
function describe(head: Role | undefined, tokens: readonly IToken[]): Named {
  const name = tokens.slice(0, 3).find((token) => token.tokenType === T.Name || token.tokenType === T.TextToken);
  const text = (name as T.Token | undefined)?.text ?? '';
  if (head === undefined) return { zh: `“${text}”`, en: `"${text}"` };
  const { zh, en } = vocabulary[head];
  return {
    zh: text === '' ? `“${zh[0]}”` : `${zh[0]}“${text}”`,
    en: text === '' ? `"${en[0]}"` : `${en[0]} "${text}"`,
  };
}

const followsName: ReadonlySet<unknown> = new Set([
  T.Comma,
  T.ListComma,
  T.Plus,
  T.Times,
  T.Divide,
  T.Less,
  T.LessEqual,
  T.Greater,
  T.GreaterEqual,
  T.Equals,
  T.RParen,
  T.RBracket,
]);
const endsEntry: ReadonlySet<unknown> = new Set([T.Comma, T.ListComma, T.RBrace, T.RBracket, T.Colon]);
const beginsEntry: ReadonlySet<unknown> = new Set([T.Comma, T.ListComma, T.LBrace, T.LBracket]);

function isOperator(token: IToken): boolean {
  const type = token.tokenType;
  if (type === T.Plus || type === T.Minus || type === T.Times || type === T.Divide) return true;
  return T.has(token, 'and') || T.has(token, 'or') || T.has(token, 'not') || T.has(token, 'per');
}

/** What an operand, and so a statement, can end in. */
function endsOperand(token: IToken): boolean {
  const type = token.tokenType;
  if (type === T.NumberToken || type === T.DateToken || type === T.TextToken) return true;
  if (type === T.RParen || type === T.RBrace || type === T.RBracket) return true;
  const roles = T.rolesOf(token);
  return T.canBeName(token) || roles.some((role) => closers.has(role));
}

const closers: ReadonlySet<Role> = new Set<Role>([
  'perYear',
  'inTotal',
  'onceEver',
  'paidAtOnce',
  'effectiveOnPublication',
  'yes',
  'signed',
  'no',
  'none',
  'otherwiseNone',
  'caseByCase',
  'undecided',
  'highest',
  'chooseOne',
  'sum',
  'withinThisPolicy',
  'withOtherPolicies',
  'inForce',
  'byClose',
  'selectClose',
  'excludesClose',
  'stacksWithClose',
  'oneOf',
  'de',
  'meetsClose',
  'whenClose',
  'afterClose',
  'eachYear',
  'yicixing',
  // 失信 的，不予支持: the head of a denial ends it.
  'deny',
]);

const wanting: ReadonlySet<Role> = new Set<Role>([
  'of',
  'per',
  'single',
  'and',
  'or',
  'not',
  'is',
  'isNot',
  'by',
  'about',
  'after',
  'selectedBy',
  'from',
  'upTo',
  'atLeast',
  'cap',
  'floor',
  'alias',
  'accordingTo',
]);

function wantsOperand(token: IToken): boolean {
  const type = token.tokenType;
  if (type === T.LParen || type === T.Plus || type === T.Minus || type === T.Times || type === T.Divide) return true;
  if ([T.Less, T.LessEqual, T.Greater, T.GreaterEqual, T.Equals].includes(type)) return true;
  const roles = T.rolesOf(token);
  return (
    roles.length > 0 &&
    roles.every((role) => wanting.has(role) || role === 'exactly' || role === 'ofMeasure' || role === 'as')
  );
}
