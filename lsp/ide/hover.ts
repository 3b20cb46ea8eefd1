import { boundsReading, declaredBounds } from '../../compiler/check/bounds.ts';
import type { Lang } from '../../language/diagnostics/diagnostic.ts';
import { contains, type Span } from '../../language/source/span.ts';
import { rolesOf, spanOf, type Token } from '../../language/syntax/tokens.ts';
import type * as T from '../../language/syntax/tree.ts';
import { type Role, vocabulary } from '../../language/syntax/vocabulary.ts';
import { pathAt } from '../../language/syntax/walk.ts';
import { formatMoney } from '../../stdlib/runtime/format.ts';
import { clauseCard, type OfficialWords, withAnalysis } from './clause-card.ts';
import { describe } from './describe.ts';
import { keywordHelp, roleByNode } from './keyword-help.ts';
import { type Card, renderCard } from './markdown.ts';
import { fenOf, tenThousands } from './money-places.ts';
import type { Snapshot, Source } from './snapshot.ts';
import { tokenAt } from './token-at.ts';
import { words } from './words.ts';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** What is known of the word at an offset. */
export function hover(
  snapshot: Snapshot,
  file: string,
  offset: number,
  lang: Lang,
  official: OfficialWords = () => undefined,
): Hover | undefined {
  const source = snapshot.source(file);
  if (source === undefined) return undefined;
  const name = snapshot.names.at(file, offset);
  if (name !== undefined) {
    const card = withAnalysis(describe(name.meaning, snapshot, lang), name.meaning, snapshot, lang, official);
    return { span: name.span, markdown: renderCard(card, lang) };
  }
  const token = tokenAt(source, offset);
  if (token === undefined) return undefined;
  const path = pathAt(source.tree, token.startOffset);
  const amount =
    clauseCard(path, snapshot, file, lang, official) ??
    amountCard(path, token, lang) ??
    keywordCard(path, token, snapshot, source, lang);
  return amount && { span: spanOf(token), markdown: renderCard(amount, lang) };
}

/** The role that a keyword has where it stands; undefined for what is no keyword there. */
export function roleAt(source: Source, token: Token): Role | undefined {
  return roleIn(pathAt(source.tree, token.startOffset), token);
}

function roleIn(path: readonly T.Node[], token: Token): Role | undefined {
  const roles = rolesOf(token);
  const node = path.at(-1);
  if (roles.length === 0 || node === undefined || isText(node, token)) return undefined;
  const preferred = path
    .toReversed()
    .slice(0, 2)
    .flatMap((n) => roleByNode[n.kind] ?? []);
  return preferred.find((role) => roles.includes(role)) ?? roles[0];
}

/** A likely name that is one here, or a word within a string. */
function isText(node: T.Node, token: Token): boolean {
  return (node.kind === 'Name' || node.kind === 'Text') && contains(node.span, spanOf(token));
}

function keywordCard(
  path: readonly T.Node[],
  token: Token,
  snapshot: Snapshot,
  source: Source,
  lang: Lang,
): Card | undefined {
  const role = roleIn(path, token);
  if (role === undefined) return undefined;
  const { en, zh } = vocabulary[role];
  const both = [en, zh].filter((phrases) => phrases.length > 0).map((phrases) => phrases.join(' / '));
  const bound = boundWords[role];
  return {
    name: token.image,
    kind: words.keyword[lang],
    text: keywordHelp[role]?.[lang],
    lines: [
      ...(bound === undefined ? [] : [[words.read, boundRead(bound, path, snapshot, source, lang)] as const]),
      // One word may serve both vocabularies.
      [words.sameWords, [...new Set(both)].join(' · ')],
    ],
  };
}

const boundWords: Readonly<Partial<Record<Role, T.BoundWord>>> = {
  orMore: '以上',
  orLess: '以下',
  withinBound: '以内',
};

/** How a word of the texts is read where it stands, as a comparison, and who says so: the document, or the Civil Code. */
function boundRead(
  word: T.BoundWord,
  path: readonly T.Node[],
  { checked: { binding } }: Snapshot,
  { file, text }: Source,
  lang: Lang,
): string {
  const includes = boundsReading(binding, file)[word];
  const declared = declaredBounds(binding, file).some((meaning) => meaning.word === word);
  const range = path.findLast((node) => node.kind === 'Range');
  const end = range?.kind !== 'Range' ? undefined : word === '以上' ? range.from : range.to;
  const sign = word === '以上' ? (includes ? '≥' : '>') : includes ? '≤' : '<';
  const compared = end === undefined ? '' : `${sign} ${text.slice(end.span.start, end.span.end)} · `;
  const said = (includes ? words.boundIncluded : words.boundExcluded)[lang];
  return `${compared}${said} · ${(declared ? words.byDocument : words.byCivilCode)[lang]}`;
}

/** 50万元 as 500000元: the same sum in the other way of writing, in yuan and in 万元. */
function amountCard(path: readonly T.Node[], token: Token, lang: Lang): Card | undefined {
  const node = path.findLast((n) => n.kind === 'NumberLiteral');
  if (node === undefined || node.span.start > token.startOffset || node.span.end <= token.startOffset) return undefined;
  const fen = fenOf(node, path);
  if (fen === undefined) return undefined;
  const yuan = formatMoney(fen, 'en').replace(/ yuan$/, '元');
  const wan = tenThousands(fen);
  const others = [yuan, wan].filter((text) => text.replaceAll(',', '') !== node.written);
  return { name: node.written, kind: words.amount[lang], lines: [[words.equals, others.join(' = ')]] };
}
