import type { Span } from '../source/span.ts';
import type { Binary, Expression, Node, NodeKind } from '../syntax/tree.ts';
import { children } from '../syntax/walk.ts';

/**
 * An anchor is a part of a text that comments belong to: a part that the layout can put on a line of its own
 * (statements, fields, rows, members, the operands of a chain, the amount and the modifiers of a benefit), so that a
 * comment always finds a line end and never swallows a token. The comma after an anchor and the operator before an
 * operand belong to it.
 */
export interface Anchor {
  readonly node: Node;
  /** Indices into the tokens, both included. */
  readonly first: number;
  readonly last: number;
  /** A comment on the lines above may belong to it. Not the first operand of a chain: nothing breaks before it. */
  readonly leads: boolean;
  /** A comment at the end of its line may belong to it. Not the last operand: what follows stays on its line. */
  readonly trails: boolean;
  /** The indices of its brackets, where it is a list or a block. */
  readonly brackets: Brackets | undefined;
}

export interface Brackets {
  readonly open: number;
  readonly close: number;
}

/** What anchors need to know of a token. */
export interface Lexeme extends Span {
  readonly kind: 'open' | 'close' | 'separator' | 'other';
}

/** The whole file as an anchor. */
export function rootAnchor(file: Node, tokens: readonly Lexeme[]): Anchor {
  return { node: file, first: -1, last: tokens.length, ...neitherSide, brackets: undefined };
}

/** The anchors directly within one, in source order. */
export function anchorsWithin(anchor: Anchor, tokens: readonly Lexeme[]): readonly Anchor[] {
  const found: Anchor[] = [];
  collect(anchor.node, tokens, found);
  return found.sort((a, b) => a.first - b.first);
}

/** The operands of a chain of operators of one precedence: `a + b - c` has three. */
export function operandsOf(chain: Binary): readonly Expression[] {
  const { left, right } = chain;
  const longer = left.kind === 'Binary' && isChain(left) && precedenceOf(left) === precedenceOf(chain);
  return longer ? [...operandsOf(left), right] : [left, right];
}

/** Whether operands may stand on lines of their own. A comparison stays in one piece: 超过 at the start of a line is a name. */
export function isChain(node: Binary): boolean {
  return precedenceOf(node) !== 'comparison';
}

function precedenceOf({ operator }: Binary): 'and' | 'or' | 'sum' | 'product' | 'comparison' {
  switch (operator) {
    case 'and':
    case 'or':
      return operator;
    case '+':
    case '-':
      return 'sum';
    case '*':
    case '/':
      return 'product';
    case '<':
    case '<=':
    case '>':
    case '>=':
      return 'comparison';
    default:
      return operator satisfies never;
  }
}

function collect(node: Node, tokens: readonly Lexeme[], out: Anchor[]): void {
  if (node.kind === 'Binary' && isChain(node)) {
    collectOperands(node, tokens, out);
    return;
  }
  for (const child of children(node)) {
    const sides = sidesOf(child, node);
    if ((node.kind === 'Table' || node.kind === 'Bands' || node.kind === 'Nth') && child === node.otherwise)
      out.push(lastRow(child, tokens));
    else if (sides) out.push(anchor(child, sides, tokens));
    else collect(child, tokens, out);
  }
}

function collectOperands(chain: Binary, tokens: readonly Lexeme[], out: Anchor[]): void {
  const operands = operandsOf(chain);
  operands.forEach((operand, i) => {
    const found = anchor(operand, { leads: i > 0, trails: i < operands.length - 1 }, tokens);
    out.push(i > 0 ? { ...found, first: found.first - 1 } : found);
  });
}

/** What stands for all other members of a table, with the word before it. */
function lastRow(otherwise: Expression, tokens: readonly Lexeme[]): Anchor {
  let first = firstAt(otherwise.span.start, tokens);
  while (tokens[first - 1]?.kind === 'other') first--;
  return anchor(otherwise, bothSides, tokens, first);
}

type Sides = Pick<Anchor, 'leads' | 'trails'>;

const bothSides: Sides = { leads: true, trails: true };
const neitherSide: Sides = { leads: false, trails: false };

/** On which sides a child holds comments; undefined where it is no anchor. */
function sidesOf(child: Node, parent: Node): Sides | undefined {
  // The figure on the line of a target is part of what it says.
  if (parent.kind === 'Target' && child === parent.line) return undefined;
  if (parent.kind === 'Encourage' && child === parent.act) {
    return child.kind === 'Text' ? undefined : { leads: false, trails: true };
  }
  if (ownLine.has(child.kind) || isListed(child, parent)) return bothSides;
  return bracketed.has(child.kind) ? neitherSide : undefined;
}

function isListed(child: Node, parent: Node): boolean {
  switch (parent.kind) {
    case 'EnumDeclaration':
      return child !== parent.name;
    case 'In':
      return child !== parent.subject;
    case 'GivenList':
      return true;
    case 'Benefit':
      return child === parent.amount;
    default:
      return false;
  }
}

const ownLine: ReadonlySet<NodeKind> = new Set([
  ...(['Use', 'Policy', 'EnumDeclaration', 'RecordDeclaration', 'UnitDeclaration', 'PartyDeclaration'] as const),
  ...(['DisjointDeclaration', 'AgencyDeclaration', 'MatterDeclaration', 'Let', 'Measure', 'Budget'] as const),
  ...(['LedBy', 'IssuedBy', 'Level', 'Status', 'Effective', 'Replaces', 'Source', 'Stacking', 'Waive'] as const),
  ...([
    'Extend',
    'Apply',
    'Bounds',
    'ParameterDeclaration',
    'Score',
    'Stages',
    'AtOnce',
    'PaidTo',
    'BorneBy',
    'DecidedBy',
    'AsOf',
    'For',
    'Clause',
    'Note',
    'About',
    'By',
    'When',
    'Cap',
    'Floor',
    'Plus',
    'Times',
    'Instead',
    'After',
  ] as const),
  ...(['SelectedBy', 'PaysFrom', 'Quota', 'ItemQuota', 'Sharing', 'OnceEver'] as const),
  ...(['PaidAtOnce', 'PerYear', 'Stray', 'Benefit'] as const),
  ...(['EachYear', 'Covers', 'Deadline', 'Less', 'GivenAward', 'TryReading', 'GivenYear', 'ScheduleRow'] as const),
  ...(['Recognise', 'Exempt', 'Entitle', 'Reckon', 'Oblige', 'Encourage', 'Target'] as const),
  ...(['Hold', 'Revoke', 'Reclaim', 'Bar', 'Ruling'] as const),
  ...(['Excludes', 'StacksWith', 'Allow', 'AllowRule', 'Deny', 'Example', 'GivenParty', 'Expect', 'Decide'] as const),
  ...(['Field', 'TableRow', 'BandRow', 'TargetEntry', 'GivenFact'] as const),
]);

/** Kinds with brackets of their own around a list of parts. */
const bracketed: ReadonlySet<NodeKind> = new Set([
  ...(['Policy', 'EnumDeclaration', 'RecordDeclaration', 'PartyDeclaration', 'Measure', 'Budget', 'Example'] as const),
  ...([
    'GivenParty',
    'GivenRecord',
    'GivenList',
    'Target',
    'Reading',
    'Score',
    'Table',
    'Bands',
    'Nth',
    'Ladder',
    'In',
  ] as const),
]);

function anchor(node: Node, sides: Sides, tokens: readonly Lexeme[], first = firstAt(node.span.start, tokens)): Anchor {
  const end = firstAt(node.span.end, tokens) - 1;
  const last = tokens[end + 1]?.kind === 'separator' ? end + 1 : end;
  return {
    node,
    first,
    last,
    ...sides,
    brackets: bracketed.has(node.kind) ? bracketsOf(node, first, end, tokens) : undefined,
  };
}

function bracketsOf(node: Node, first: number, last: number, tokens: readonly Lexeme[]): Brackets | undefined {
  // What is asked, or told apart in bands, may have braces of its own.
  const isOfSubject = node.kind === 'In' || node.kind === 'Bands';
  const from = isOfSubject ? firstAt(node.subject.span.end, tokens) : first;
  let open: number | undefined;
  let depth = 0;
  for (let i = from; i <= last; i++) {
    const kind = tokens[i]!.kind;
    if (kind === 'open') {
      open ??= i;
      depth++;
    } else if (kind === 'close' && --depth === 0 && open !== undefined) return { open, close: i };
  }
  return undefined;
}

/** The index of the first token that starts at or after an offset. */
function firstAt(offset: number, tokens: readonly Lexeme[]): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (tokens[mid]!.start < offset) low = mid + 1;
    else high = mid;
  }
  return low;
}
