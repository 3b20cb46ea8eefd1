import { builders } from 'prettier/doc';
import type { Benefit, Modifier, Node } from '../syntax/tree.ts';
import { leadingExpression } from './expressions.ts';
import type { Part } from './layout.ts';
import { inOrder, type ModifierPlace, modifier } from './modifiers.ts';
import { atLineEnd, type Doc, type Page, withComments } from './page.ts';
import { nameAt, word } from './words.ts';

const { group, hardline, indent, line, softline } = builders;

/** A break between two parts of a sentence: a comma and perhaps a new line in Chinese, a blank or a new line in English. */
export function nextPart({ words }: Page): Doc {
  return words.vocabulary === 'zh' ? [words.comma, softline] : line;
}

/**
 * How a sentence begins. A lead that ends in a block of its own may have lines without the parts after it having lines;
 * `apart`: a comment ends its last line.
 */
type Lead = Doc | { readonly block: Doc; readonly apart: boolean };

function isBlockLead(lead: Lead): lead is Exclude<Lead, Doc> {
  return typeof lead === 'object' && 'block' in lead;
}

/**
 * A statement that is a sentence: its lead, then parts, each of which may have a line of its own. Those lines are
 * indented deeper than the statement, because a modifier that is not belongs to no benefit. Notes always have a line of
 * their own, and never make the rest of the sentence break.
 */
export function sentence(
  page: Page,
  owner: Node,
  lead: Lead,
  parts: readonly Part[],
  opens: Doc = nextPart(page),
): Doc {
  const notes = parts.filter(({ node }) => node.kind === 'Note');
  const inline = parts.filter(({ node }) => node.kind !== 'Note');
  const last = parts.at(-1);
  if (last) page.comments.handOver(last.node, 'after', owner, 'after');
  // Said after the group, so that a comment at its end does not break it.
  const lastInline = inline.at(-1);
  const end = notes.length > 0 && lastInline ? atLineEnd(page.comments.take(lastInline.node, 'after')) : '';
  const comma = page.words.vocabulary === 'zh' ? page.words.comma : '';
  const lines = inline.map(({ node, doc }, i) => [i === 0 ? opens : nextPart(page), withComments(page, node, doc)]);
  const said = isBlockLead(lead)
    ? [lead.block, group(indent(lines), { shouldBreak: lead.apart })]
    : group([lead, indent(lines)]);
  return [
    said,
    notes.length > 0 ? [comma, end] : '',
    indent(notes.map(({ node, doc }, i) => [i > 0 ? comma : '', hardline, withComments(page, node, doc)])),
  ];
}

/** A sentence that ends in a block: what modifies it stands before the block, notes as well. */
export function sentenceBeforeBlock(page: Page, owner: Node, lead: Doc, parts: readonly Part[], block: () => Doc): Doc {
  const last = parts.at(-1);
  // Nothing but the block's bracket follows the last part.
  if (last) page.comments.handOver(last.node, 'after', owner, 'opening');
  const lines = parts.map(({ node, doc }) => [nextPart(page), withComments(page, node, doc)]);
  return [group([lead, indent(lines)]), ' ', block()];
}

/** Modifiers as parts of a sentence, in the natural order of the vocabulary. */
export function modifierParts(
  modifiers: readonly Modifier[],
  page: Page,
  place: ModifierPlace = 'sentence',
): readonly Part[] {
  return inOrder(modifiers, page.words).map((node) => ({ node, doc: modifier(node, page, place) }));
}

/** `grant 硕博培养: 6000元 per 硕士 cap 50万元 per year`, `补助 订单培养：订单式培养 的，经 绩效评估 后，最高 150万元`. */
export function benefit(node: Benefit, page: Page): Doc {
  const { words } = page;
  const label = node.label ? ` ${nameAt(node.label.text, 'label')}${words.colon}` : '';
  const head = `${word(node.benefitKind, words)}${label}`;
  const parts = modifierParts(node.modifiers, page);
  return words.vocabulary === 'zh' ? chinese(node, page, head, parts) : english(node, page, head, parts);
}

function english(node: Benefit, page: Page, head: string, parts: readonly Part[]): Doc {
  const amount: Part = { node: node.amount, doc: amountDoc(node, page) };
  return amountFirst(node, page, node.label ? head : `${head} `, amount, parts.map(apartFromCap));
}

/** Lines of a long formula stand deeper than the modifiers; those of a table are a block. */
function amountDoc({ amount }: Benefit, page: Page): Doc {
  const doc = leadingExpression(amount, page);
  return isTabular(amount) ? doc : indent(doc);
}

/** `per year` right before a cap would be read as the cap's period. */
function apartFromCap(part: Part, i: number, parts: readonly Part[]): Part {
  return part.node.kind === 'PerYear' && parts[i + 1]?.node.kind === 'Cap' ? { ...part, doc: [part.doc, ','] } : part;
}

function chinese(node: Benefit, page: Page, head: string, parts: readonly Part[]): Doc {
  const conditions = parts.filter((part) => precedesAmount(part.node));
  const periods = parts.filter((part) => part.node.kind === 'PerYear');
  const rest = parts.filter((part) => !conditions.includes(part) && !periods.includes(part));
  for (const period of periods) {
    page.comments.handOver(period.node, 'before', node.amount, 'before');
    page.comments.handOver(period.node, 'after', node.amount, 'after');
  }
  const doc = [periods.map((period) => [period.doc, ' ']), amountDoc(node, page)];
  const amount: Part = { node: node.amount, doc };
  if (conditions.length === 0) return amountFirst(node, page, node.label ? head : `${head} `, amount, rest);
  return sentence(page, node, head, [...conditions, amount, ...rest], node.label ? softline : line);
}

/** Amounts in rows, whose closing brace stands below the head of the sentence. */
function isTabular({ kind }: Node): boolean {
  return kind === 'Table' || kind === 'Bands';
}

/** Which years, which events, by when. */
function datesAward(kind: Node['kind']): boolean {
  return kind === 'EachYear' || kind === 'Covers' || kind === 'Deadline';
}

function precedesAmount({ kind }: Node): boolean {
  return kind === 'When' || kind === 'After' || kind === 'SelectedBy' || datesAward(kind);
}

/** The amount stands on the line of the head, so it has no line above for comments. */
function amountFirst(node: Benefit, page: Page, head: string, amount: Part, parts: readonly Part[]): Doc {
  page.comments.handOver(amount.node, 'before', node, 'before');
  if (parts.length === 0) page.comments.handOver(amount.node, 'after', node, 'after');
  const apart = page.comments.has(amount.node, 'after');
  const lead = [head, withComments(page, amount.node, amount.doc)];
  return sentence(page, node, isTabular(node.amount) ? { block: lead, apart } : lead, parts);
}
