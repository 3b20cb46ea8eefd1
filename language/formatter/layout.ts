import { builders } from 'prettier/doc';
import { columns } from '../source/columns.ts';
import type { Node } from '../syntax/tree.ts';
import {
  atLineEnd,
  type Doc,
  isSpaced,
  isSpacedWithComments,
  onOwnLines,
  type Page,
  startsLine,
  withComments,
} from './page.ts';

const { breakParent, group, hardline, ifBreak, indent, line, softline } = builders;

/** A part of a list or a block, printed, without its comments. */
export interface Part {
  readonly node: Node;
  readonly doc: Doc;
}

/** `{ … }` with each part on a line of its own, at most one empty line between two. */
export function block(page: Page, owner: Node, parts: readonly Part[]): Doc {
  const { opening, closing } = bracketComments(page, owner, parts.length > 0);
  if (parts.length === 0 && closing === '') return ['{', opening, opening === '' ? '' : hardline, '}'];
  return ['{', opening, indent([hardline, stacked(page, parts), closing]), hardline, '}'];
}

/** Parts below each other, as in a block or a file. */
export function stacked(page: Page, parts: readonly Part[], apart: (i: number) => boolean = () => false): Doc[] {
  return parts.map(({ node, doc }, i) => {
    const spaced = i > 0 && (isSpacedWithComments(page, node) || apart(i));
    return [i > 0 ? hardline : '', spaced ? hardline : '', withComments(page, node, doc)];
  });
}

export interface ListStyle {
  readonly brackets: '{}' | '[]';
  /** Blanks within the brackets where the list stands on one line. */
  readonly padded: boolean;
  /** What parts two members, on one line and at the end of a line; '' for a blank alone. */
  readonly separator: string;
  /** Where each member has a line of its own, the separator is left out. */
  readonly bareLines?: boolean;
  /** A list that was written with its first member on a new line stays so. */
  readonly keepsLines: boolean;
}

/** Members within brackets: on one line where they fit, else one a line. */
export function list(page: Page, owner: Node, members: readonly Part[], style: ListStyle): Doc {
  const [open, close] = [style.brackets[0]!, style.brackets[1]!];
  const { opening, closing } = bracketComments(page, owner, members.length > 0);
  if (members.length === 0 && closing === '') return [open, opening, opening === '' ? '' : hardline, close];
  const expanded = style.keepsLines && members[0] !== undefined && startsLine(page, members[0].node.span.start);
  const separator = style.bareLines ? ifBreak('', style.separator) : style.separator;
  const edge = style.padded ? line : softline;
  const gap = style.separator !== '' && page.words.gap === '' ? softline : line;
  const inner = members.map(({ node, doc }, i) => {
    const spaced = i > 0 && expanded && isSpacedWithComments(page, node);
    const last = i === members.length - 1;
    return [i === 0 ? '' : gap, spaced ? hardline : '', withComments(page, node, [doc, last ? '' : separator])];
  });
  return group([open, opening, indent([edge, inner, closing]), edge, close], { shouldBreak: expanded });
}

/** A part with a name and a value: a row, a target. */
export interface Row {
  readonly node: Node;
  readonly head: Doc;
  readonly value: Doc;
}

/** `{ a: x, bc: y }`; where each row has a line of its own, the values stand below each other. */
export function rows(page: Page, owner: Node, given: readonly Row[]): Doc {
  const widths = given.map(({ head }) => columns(textOf(head)));
  const width = Math.max(0, ...widths);
  const parts = given.map(({ node, head, value }, i): Part => {
    const alignment = ifBreak(' '.repeat(width - widths[i]!), '');
    return { node, doc: [head, page.words.colon, alignment, value] };
  });
  return list(page, owner, parts, { brackets: '{}', padded: true, separator: page.words.comma, keepsLines: true });
}

/** The text of a document that stands on one line. */
function textOf(doc: Doc): string {
  if (typeof doc === 'string') return doc;
  return Array.isArray(doc) ? doc.map(textOf).join('') : 'contents' in doc ? textOf(doc.contents as Doc) : '';
}

/** Operands with their operators: on one line where they fit, else each operator begins a line. */
export function chain(page: Page, operands: readonly Part[], operators: readonly string[]): Doc {
  const docs = operands.map(({ node, doc }, i) =>
    withComments(page, node, i === 0 ? doc : [operators[i - 1]!, ' ', doc]),
  );
  return group([docs[0]!, indent(docs.slice(1).map((doc) => [line, doc]))]);
}

/** The comments at the edges of a list or block; `below`: those at its end stand below something. */
function bracketComments(page: Page, owner: Node, below: boolean): { readonly opening: Doc; readonly closing: Doc } {
  const opening = page.comments.take(owner, 'opening');
  const closing = page.comments.take(owner, 'closing');
  const first = closing[0];
  const gap = below && first !== undefined ? [hardline, isSpaced(page, first.start) ? hardline : ''] : '';
  return {
    opening: opening.length === 0 ? '' : atLineEnd(opening),
    closing: first === undefined ? '' : [gap, onOwnLines(page, closing), breakParent],
  };
}
