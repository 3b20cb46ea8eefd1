import type { Lang } from '../../language/diagnostics/diagnostic.ts';
import { contains, type Span } from '../../language/source/span.ts';
import { rolesOf, spanOf, type Token } from '../../language/syntax/tokens.ts';
import type * as T from '../../language/syntax/tree.ts';
import { type Role, vocabulary } from '../../language/syntax/vocabulary.ts';
import { pathAt } from '../../language/syntax/walk.ts';
import { formatMoney } from '../../stdlib/runtime/format.ts';
import { describe } from './describe.ts';
import { keywordHelp, roleByNode } from './keyword-help.ts';
import { type Card, renderCard } from './markdown.ts';
import type { Snapshot, Source } from './snapshot.ts';
import { tokenAt } from './token-at.ts';
import { words } from './words.ts';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** What is known of the word at an offset. */
export function hover(snapshot: Snapshot, file: string, offset: number, lang: Lang): Hover | undefined {
  const source = snapshot.source(file);
  if (source === undefined) return undefined;
  const name = snapshot.names.at(file, offset);
  if (name !== undefined) {
    return { span: name.span, markdown: renderCard(describe(name.meaning, snapshot, lang), lang) };
  }
  const token = tokenAt(source, offset);
  if (token === undefined) return undefined;
  const path = pathAt(source.tree, token.startOffset);
  const amount = amountCard(path, token, lang) ?? keywordCard(path, token, lang);
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

function keywordCard(path: readonly T.Node[], token: Token, lang: Lang): Card | undefined {
  const role = roleIn(path, token);
  if (role === undefined) return undefined;
  const { en, zh } = vocabulary[role];
  const both = [en, zh].filter((phrases) => phrases.length > 0).map((phrases) => phrases.join(' / '));
  return {
    name: token.image,
    kind: words.keyword[lang],
    text: keywordHelp[role]?.[lang],
    lines: [[words.sameWords, both.join(' · ')]],
  };
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

/** Whole fen. A bare number where money is expected is yuan. */
function fenOf(node: T.NumberLiteral, path: readonly T.Node[]): number | undefined {
  const scale = node.unit === 'money' ? 1n : node.unit === 'none' && isMoneyPlace(path, node) ? 100n : undefined;
  if (scale === undefined || (node.numerator * scale) % node.denominator !== 0n) return undefined;
  const fen = Number((node.numerator * scale) / node.denominator);
  return Number.isSafeInteger(fen) ? fen : undefined;
}

/** Places that hold money and nothing else: the whole amount, the price in front of `per`, a limit. */
function isMoneyPlace(path: readonly T.Node[], node: T.NumberLiteral): boolean {
  let at: T.Node = node;
  for (const parent of path.slice(0, path.indexOf(node)).toReversed()) {
    switch (parent.kind) {
      case 'Benefit':
      case 'Cap':
      case 'Floor':
      case 'Budget':
        return parent.amount === at;
      case 'Expect':
        return parent.amount === at;
      case 'UpTo':
      case 'AtLeast':
      case 'Parenthesised':
        break;
      case 'Per':
        if (parent.amount !== at) return false;
        break;
      case 'Binary':
        if (parent.operator !== '+' && parent.operator !== '-') return false;
        break;
      default:
        return false;
    }
    at = parent;
  }
  return false;
}

/** Fen in 万元, whatever the size: 0.6万元, 50万元, 20000万元. Exact. */
function tenThousands(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  const whole = digits.slice(0, -6).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${fen < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}万元`;
}
