import type { IToken, TokenType } from 'chevrotain';
import { syntax as messages } from '../diagnostics/catalogue/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { inBothKeywords } from '../diagnostics/keywords.ts';
import type { Span } from '../source/span.ts';
import { expression } from './build-expressions.ts';
import type { Resumed } from './build-material.ts';
import { makeStatement } from './build-statements.ts';
import { type Builder, concretes, hasEnough, tell } from './builder.ts';
import type { Concrete, RuleName, StatementRule } from './concrete.ts';
import { explainFailure, explainLeftOver, explainMissingColon } from './explain.ts';
import { theGrammar } from './grammar.ts';
import type { Reading } from './grammar-base.ts';
import { benefitHeads, type Context, headRole, modifierHeads, takesModifiers } from './heads.ts';
import { bothWords } from './keywords.ts';
import type { Outline, Statement as Outlined } from './outline.ts';
import { type BuiltFile, type Piece, piecesAgain, placesOf, rememberPieces } from './reuse.ts';
import { suggestHead } from './suggest-head.ts';
import * as T from './tokens.ts';
import type { File, Statement } from './tree.ts';
import type { Role } from './vocabulary.ts';

/**
 * Makes the tree of a file from its outline, reading each statement by its own rule. Statements that stood in an earlier
 * tree of the file are taken from there.
 */
export function buildTree(
  outline: Outline,
  text: string,
  file: string,
  faulty: ReadonlySet<number> = new Set(),
  before?: File,
): BuiltTree {
  const builder = startBuilding(text, file, faulty);
  const again = piecesAgain(before, outline, text);
  const pieces = outline.statements.map((outlined, i) => pieceOf(builder, outlined, again.get(i)));
  const sound = outline.diagnostics.length === 0 && faulty.size === 0;
  const tree = treeOf({ text, pieces, places: placesOf(outline), sound });
  return { tree, diagnostics: builder.diagnostics, untold: builder.untold };
}

export interface BuiltTree {
  readonly tree: File;
  readonly diagnostics: Diagnostic[];
  /** Mistakes beyond those that anybody would read. */
  readonly untold: number;
}

export function startBuilding(text: string, file: string, faulty: ReadonlySet<number>): Builder {
  const builder: Builder = {
    file,
    text,
    diagnostics: [],
    faulty,
    untold: 0,
    gap: 0,
    expression: (node) => expression(builder, node),
  };
  return builder;
}

/** Builds a statement of the top level, unless it is known and nothing is wrong in it. */
export function pieceOf(builder: Builder, outlined: Outlined, known: Piece | undefined): Piece {
  const { diagnostics, faulty } = builder;
  const { start, end } = outlined.span;
  const sound = ![...faulty].some((offset) => offset >= start && offset < Math.max(end, start + 1));
  if (sound && known !== undefined) return known;
  const told = diagnostics.length + builder.untold;
  const items = build(builder, outlined);
  return { outlined, items, clean: sound && diagnostics.length + builder.untold === told };
}

export function treeOf(built: BuiltFile): File {
  const items = built.pieces.flatMap((piece) => piece.items);
  const tree: File = { kind: 'File', span: { start: 0, end: built.text.length }, items };
  rememberPieces(tree, built);
  return tree;
}

/** By which rule a statement is read, by its head. */
export const rules: Partial<Record<Role, StatementRule>> = {
  use: 'use',
  policy: 'policy',
  enum: 'named',
  record: 'named',
  unit: 'unit',
  currency: 'unit',
  parameter: 'parameter',
  score: 'score',
  party: 'party',
  disjoint: 'disjoint',
  agency: 'agency',
  matter: 'matter',
  measure: 'measure',
  budget: 'budget',
  example: 'example',
  let: 'let',
  ledBy: 'ledBy',
  issuedBy: 'issuedBy',
  level: 'level',
  status: 'status',
  effective: 'effective',
  effectiveOnPublication: 'effective',
  replaces: 'replaces',
  source: 'source',
  asOf: 'asOf',
  stacking: 'stacking',
  highest: 'stacking',
  sum: 'stacking',
  chooseOne: 'stacking',
  waive: 'waive',
  extendTo: 'extend',
  applyTo: 'apply',
  ruling: 'ruling',
  bounds: 'bounds',
  for: 'for',
  recognise: 'recognise',
  exempt: 'exempt',
  entitle: 'entitle',
  reckon: 'reckon',
  oblige: 'oblige',
  may: 'encourage',
  encourage: 'encourage',
  target: 'target',
  hold: 'hold',
  revoke: 'revoke',
  reclaim: 'reclaim',
  bar: 'bar',
  excludes: 'excludes',
  stacksWith: 'stacksWith',
  allow: 'allow',
  allowRule: 'allowRule',
  deny: 'deny',
  expect: 'expect',
  decide: 'decide',
  had: 'had',
  hadNothing: 'had',
  tryReading: 'tryReading',
  ...Object.fromEntries(benefitHeads.map((head) => [head, 'benefit'])),
  ...Object.fromEntries([...modifierHeads].map((head) => [head, 'modifiers'])),
};

/** The statements of one outlined piece: usually one; more where several stand on a line, or something was skipped. */
function build(builder: Builder, outlined: Outlined): Statement[] {
  const made: Statement[] = [];
  for (let current: Outlined | undefined = outlined; current !== undefined; ) {
    const { statements, following }: Built = buildOne(builder, current);
    made.push(...statements);
    current = following;
  }
  return made;
}

interface Built {
  readonly statements: readonly Statement[];
  /** What begins further on in the same piece. */
  readonly following: Outlined | undefined;
}

function buildOne(builder: Builder, outlined: Outlined): Built {
  const { head, tokens, quiet } = outlined;
  if (head === undefined) return { statements: buildHeadless(builder, outlined), following: undefined };
  const rule = rules[head]!;
  const reading = theGrammar().readStatement(rule, tokens, outlined.headAt > 0);
  if (rule === 'benefit' && reading.consumed < tokens.length) {
    const labelled = withColon(outlined);
    if (labelled !== undefined) {
      explainMissingColon(builder, tokens[outlined.headAt + 1]!);
      return buildOne(builder, labelled);
    }
  }
  const lastGood = tokens[reading.consumed - 1];
  const gap = lastGood ? lastGood.endOffset! + 1 : outlined.span.start;
  builder.gap = gap;
  if (reading.failure && !quiet) explainFailure(builder, reading.failure, tokens, reading.consumed, rule);
  const remainder = readRemainder(builder, outlined, head, rule, reading);
  const { resumed, following, troubled } = remainder;

  const block = following === undefined ? outlined.block : undefined;
  const end = statementEnd(outlined, remainder, reading.consumed);
  const body = (block?.statements ?? []).flatMap((statement) => build(builder, statement));
  // The block moved the gap; what is missing in the head was before it.
  builder.gap = gap;
  const span = { start: outlined.span.start, end };
  const entries = block?.entries ?? [];
  const made = makeStatement(builder, { rule, head, node: reading.root, resumed, span, body, entries, troubled });
  const trailing = remainder.skipped.filter((part) => part.start >= end);
  return { statements: [...made, ...trailing.map((part) => ({ kind: 'Skipped' as const, span: part }))], following };
}

/** What follows the part of a statement that its rule could read. */
interface Remainder {
  /** Modifiers that could be read after a mistake. */
  readonly resumed: readonly Resumed[];
  readonly skipped: readonly Span[];
  readonly following: Outlined | undefined;
  /** Where reading ended: an index into the tokens. */
  readonly position: number;
  readonly troubled: boolean;
}

/** After this many mistakes in one statement the rest of it is no longer read. */
const patience = 10;

function readRemainder(
  builder: Builder,
  outlined: Outlined,
  head: Role,
  rule: StatementRule,
  reading: Reading,
): Remainder {
  const { context, tokens, quiet } = outlined;
  const resumed: Resumed[] = [];
  const skipped: Span[] = [];
  let position = reading.consumed;
  let troubled = quiet || reading.failure !== undefined;
  for (let mistakes = 0; position < tokens.length; mistakes++) {
    // 对象 高校，责任单位 市教育局: a comma parts the clauses of a sentence.
    if (isSeparator(tokens[position]) && position + 1 < tokens.length && !troubled) {
      if (startsStatement(tokens, position + 1, context, head)) position += 1;
    }
    const isHead = position > outlined.headAt && startsStatement(tokens, position, context, head);
    if (isHead && (!troubled || !T.canBeName(tokens[position]))) {
      return { resumed, skipped, following: rest(outlined, position), position, troubled };
    }
    if (!troubled) {
      explainLeftOver(builder, tokens, position, rule === 'modifiers' ? (lastRule(reading.root) ?? rule) : rule);
      troubled = true;
    }
    const next = mistakes < patience ? resumption(tokens, position, context, head) : tokens.length;
    skipped.push({ start: tokens[position]!.startOffset, end: tokens[next - 1]!.endOffset! + 1 });
    position = next;
    if (position >= tokens.length || !takesModifiers.has(head)) continue;
    const left = tokens.slice(position);
    const more = theGrammar().readStatement('modifiers', left, false);
    const last = left[more.consumed - 1];
    resumed.push({ node: more.root, gap: last ? last.endOffset! + 1 : left[0]!.startOffset });
    if (more.failure && !quiet) explainFailure(builder, more.failure, left, more.consumed, 'modifiers');
    position += Math.max(more.consumed, startsStatement(tokens, position, context, head) ? 0 : 1);
  }
  return { resumed, skipped, following: undefined, position, troubled };
}

/** The rule that was read last of several. */
function lastRule(root: Concrete): RuleName | undefined {
  return concretes(root).at(-1)?.rule;
}

/** 补助 硕博培养 6000元: the same with a colon after the label, where all of it can be read so. */
function withColon(outlined: Outlined): Outlined | undefined {
  const { tokens, headAt } = outlined;
  const label = tokens[headAt + 1];
  if (!T.canBeName(label)) return undefined;
  const end = label!.endOffset! + 1;
  const colon: T.Token = { ...(label as T.Token), ...mark(T.Colon), startOffset: end, endOffset: end - 1, indent: -1 };
  const patched = [...tokens.slice(0, headAt + 2), colon, ...tokens.slice(headAt + 2)];
  const reading = theGrammar().readStatement('benefit', patched, headAt > 0);
  return reading.consumed === patched.length ? { ...outlined, tokens: patched } : undefined;
}

const mark = (type: TokenType) => ({ image: '', text: '', tokenType: type, tokenTypeIdx: type.tokenTypeIdx! });

function statementEnd(outlined: Outlined, remainder: Remainder, consumed: number): number {
  const { tokens, block, span } = outlined;
  const endOf = (index: number) => (tokens[index - 1]?.endOffset ?? span.start - 1) + 1;
  if (remainder.following !== undefined) return endOf(remainder.position);
  if (block !== undefined) return block.span.end;
  return consumed === tokens.length || remainder.resumed.length > 0 ? span.end : endOf(consumed);
}

function isSeparator(token: IToken | undefined): boolean {
  return token?.tokenType === T.Comma || token?.tokenType === T.ListComma;
}

/** Whether a head stands at `index` that begins another statement on the same line. */
function startsStatement(tokens: readonly IToken[], index: number, context: Context, current: Role): boolean {
  const token = tokens[index]!;
  const role = headRole(T.rolesOf(token), context);
  if (role === undefined || tokens[index + 1]?.tokenType === T.Colon) return false;
  return !(modifierHeads.has(role) && takesModifiers.has(current));
}

/** Where reading can go on after a mistake: at the next modifier or statement head that is surely one. */
function resumption(tokens: readonly IToken[], from: number, context: Context, current: Role): number {
  for (let k = from; k < tokens.length; k++) {
    const token = tokens[k]!;
    const role = headRole(T.rolesOf(token), context);
    if (role === undefined) continue;
    const sure = !T.canBeName(token) || (token as T.Token).indent >= 0 || tokens[k + 1]?.tokenType === T.TextToken;
    if (!sure) continue;
    if (modifierHeads.has(role) ? takesModifiers.has(current) || k > from : k > from) return k;
  }
  return tokens.length;
}

/** The statement that begins within another one's line. */
function rest(outlined: Outlined, position: number): Outlined {
  const tokens = outlined.tokens.slice(position);
  const head = headRole(T.rolesOf(tokens[0]!), outlined.context);
  return {
    ...outlined,
    head,
    headAt: 0,
    tokens,
    span: { start: tokens[0]!.startOffset, end: outlined.span.end },
  };
}

function buildHeadless(builder: Builder, outlined: Outlined): Statement[] {
  const { tokens, block, context, span, quiet } = outlined;
  const first = tokens[0] as T.Token | undefined;
  const isGiven = context === 'example' && block?.kind === 'entries' && tokens.length === 1;
  if (isGiven && T.canBeName(first)) {
    const reading = theGrammar().readStatement('given', tokens, false);
    return makeStatement(builder, {
      rule: 'given',
      head: undefined,
      node: reading.root,
      resumed: [],
      span,
      body: [],
      entries: block.entries,
      troubled: false,
    });
  }
  // 获批 的: a condition without a head, in the header of a measure.
  const last = tokens.at(-1);
  if (last !== undefined && context === 'measure' && T.has(last, 'de') && !block) {
    const reading = theGrammar().readStatement('front', tokens, false);
    if (reading.failure === undefined && reading.consumed === tokens.length) {
      builder.gap = span.end;
      const node: Concrete = { rule: 'modifiers', children: concretes(reading.root) };
      const material = { resumed: [], span, body: [], entries: [], troubled: false };
      return makeStatement(builder, { rule: 'modifiers', head: 'when', node, ...material });
    }
  }
  if (!quiet) reportHeadless(builder, outlined, first);
  // What the block of a broken head holds is still worth reading.
  const inner = (block?.statements ?? []).flatMap((statement) => build(builder, statement));
  if (inner.length === 0) return [{ kind: 'Skipped', span }];
  const start = { kind: 'Skipped' as const, span: { start: span.start, end: inner[0]!.span.start } };
  return [start, ...inner];
}

function reportHeadless(builder: Builder, outlined: Outlined, first: T.Token | undefined): void {
  const { span, context } = outlined;
  if (first === undefined) {
    tell(
      builder,
      messages.unknownStatement,
      { start: span.start, end: span.start + 1 },
      { found: '{', sample: sampleFor(context) },
    );
    return;
  }
  if (builder.faulty.has(first.startOffset)) return;
  const where = T.spanOf(first);
  const suggestion = first.tokenType === T.Name && !hasEnough(builder) ? suggestHead(first.text, context) : undefined;
  if (suggestion === undefined) {
    const found = first.image.length > 24 ? `${first.image.slice(0, 23)}…` : first.image;
    tell(builder, messages.unknownStatement, where, { found, sample: sampleFor(context) });
    return;
  }
  const fix = {
    title: { zh: `改为 ${suggestion}`, en: `Write ${suggestion}` },
    edits: [{ span: where, text: suggestion }],
  };
  tell(builder, messages.unknownStatementSuggest, where, { found: first.image, suggestion }, { fixes: [fix] });
}

/** Heads that may stand in a context, for the hint. */
function sampleFor(context: Context): { zh: string; en: string } {
  const heads: Readonly<Record<Context, readonly Role[]>> = {
    file: ['policy', 'party', 'measure', 'budget', 'example'],
    policy: ['ledBy', 'level', 'status', 'effective', 'source'],
    measure: ['clause', 'for', 'about', 'by', 'grant', 'support'],
    budget: ['clause', 'by', 'note'],
    example: ['expect', 'decide', 'had', 'asOf'],
    unknown: ['clause', 'for', 'by', 'grant'],
  };
  const words = heads[context].map(bothWords);
  return inBothKeywords({ zh: words.map((word) => word.zh).join('、'), en: words.map((word) => word.en).join(', ') });
}
