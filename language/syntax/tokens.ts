import type { IToken, TokenType } from 'chevrotain';
import type { Span } from '../source/span.ts';
import type { NumberUnit } from './tree.ts';
import { type Role, roles, rolesOfPhrase, vocabulary } from './vocabulary.ts';

/** What a number literal says; see `NumberLiteral`. The fraction is in lowest terms. */
export interface NumberValue {
  readonly unit: NumberUnit;
  readonly named: { readonly text: string; readonly span: Span } | undefined;
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly written: string;
}

/**
 * A token of the source. It is a Chevrotain token, so that the parser takes it as it is; `endOffset` is inclusive,
 * as Chevrotain wants it.
 */
export interface Token extends IToken {
  readonly image: string;
  readonly startOffset: number;
  readonly endOffset: number;
  readonly tokenType: TokenType;
  readonly tokenTypeIdx: number;
  /** A name as meant (NFC, half-width, without back-quotes), or the content of a string; '' for other tokens. */
  readonly text: string;
  readonly number: NumberValue | undefined;
  /** Of a date token: `YYYY-MM-DD`, or '' where there is no such day (already reported). */
  readonly iso: string | undefined;
  /** The width of the white space before the first token of a line; -1 for all others. */
  readonly indent: number;
}

/** What stands between tokens. `dropped` characters mean nothing; each was reported. */
export interface Trivia {
  readonly kind: 'space' | 'line-comment' | 'block-comment' | 'dropped';
  readonly span: Span;
}

export const spanOf = (token: IToken): Span => ({ start: token.startOffset, end: token.endOffset! + 1 });

// --------------------------------------------------------------------------------------------- categories and types

/**
 * Made as Chevrotain's `createToken` makes them, but all at once: that works out all categories anew for every type, which
 * takes longer than parsing a policy. The numbers lie beyond those of Chevrotain's own types.
 */
let nextIndex = 10_000;

function tokenType(name: string, categories: readonly TokenType[] = []): TokenType {
  const tokenTypeIdx = nextIndex++;
  const type: TokenType = {
    name,
    CATEGORIES: [...categories],
    tokenTypeIdx,
    categoryMatches: [],
    categoryMatchesMap: {},
    isParent: false,
  };
  const above = new Set(categories);
  for (const category of above) {
    for (const wider of category.CATEGORIES ?? []) above.add(wider);
    category.isParent = true;
    category.categoryMatches?.push(tokenTypeIdx);
    if (category.categoryMatchesMap !== undefined) category.categoryMatchesMap[tokenTypeIdx] = true;
  }
  return type;
}

/** One category per role: the grammar asks for these and never for a spelling. */
export const role = Object.fromEntries(roles.map((name) => [name, tokenType(`role:${name}`)])) as Readonly<
  Record<Role, TokenType>
>;

/** Whatever can be a name: identifiers, and keywords that are contextual. */
export const AnyName = tokenType('AnyName');
/** Whatever can begin a statement. */
export const Head = tokenType('Head');
export const Name = tokenType('Name', [AnyName]);
export const NumberToken = tokenType('Number');
export const DateToken = tokenType('Date');
export const TextToken = tokenType('Text');

/** `,` `，` and `、`; only the last is the list comma proper. */
export const Separator = tokenType('Separator');
export const Comma = tokenType('Comma', [Separator]);
export const ListComma = tokenType('ListComma', [Separator]);
export const Colon = tokenType('Colon');
/** `;` `；` `。`: may end a statement. */
export const Stop = tokenType('Stop');
export const Dot = tokenType('Dot');
export const LParen = tokenType('LParen');
export const RParen = tokenType('RParen');
export const LBrace = tokenType('LBrace');
export const RBrace = tokenType('RBrace');
export const LBracket = tokenType('LBracket');
export const RBracket = tokenType('RBracket');
export const Additive = tokenType('Additive');
export const Plus = tokenType('Plus', [Additive]);
export const Minus = tokenType('Minus', [Additive]);
export const Multiplicative = tokenType('Multiplicative');
export const Times = tokenType('Times', [Multiplicative]);
export const Divide = tokenType('Divide', [Multiplicative]);
export const Equals = tokenType('Equals');
export const Comparison = tokenType('Comparison');
export const Less = tokenType('Less', [Comparison]);
export const LessEqual = tokenType('LessEqual', [Comparison]);
export const Greater = tokenType('Greater', [Comparison]);
export const GreaterEqual = tokenType('GreaterEqual', [Comparison]);
export const Dots = tokenType('Dots');
/** `{ … }` and `[ … ]` within a statement, folded to one token by the outline, which parses what they hold. */
export const Braces = tokenType('Braces');
export const Brackets = tokenType('Brackets');
/** Has no spelling: the grammar asks for it where nothing it could take is there. */
export const Never = tokenType('Never');

/** Likely names are single words. */
const isLikelyName = (phrase: string, serves: readonly Role[]): boolean =>
  /^[\p{L}]+$/u.test(phrase) && serves.some((name) => vocabulary[name].contextual);

/** One type per phrase; its categories are the roles that it serves. */
export const typeOfPhrase: ReadonlyMap<string, TokenType> = new Map(
  [...rolesOfPhrase].map(([phrase, serves]) => [
    phrase,
    tokenType(`word:${phrase}`, [
      ...serves.map((name) => role[name]),
      ...(isLikelyName(phrase, serves) ? [AnyName] : []),
      ...(serves.some((name) => vocabulary[name].head !== undefined) ? [Head] : []),
    ]),
  ]),
);

const rolesOfType: ReadonlyMap<TokenType, readonly Role[]> = new Map(
  [...typeOfPhrase].map(([phrase, type]) => [type, rolesOfPhrase.get(phrase)!]),
);

/** The roles that a token's phrase serves; empty unless it is a keyword. */
export function rolesOf(token: IToken): readonly Role[] {
  return rolesOfType.get(token.tokenType) ?? [];
}

export function has(token: IToken | undefined, name: Role): boolean {
  return token !== undefined && rolesOf(token).includes(name);
}

/** Whether the token can stand where a name is expected. */
export function canBeName(token: IToken | undefined): boolean {
  return token !== undefined && (token.tokenType === Name || (token.tokenType.CATEGORIES?.includes(AnyName) ?? false));
}
