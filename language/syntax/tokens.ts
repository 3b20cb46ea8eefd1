import { createToken, type IToken, type TokenType } from 'chevrotain';
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

/** One category per role: the grammar asks for these and never for a spelling. */
export const role = Object.fromEntries(roles.map((name) => [name, createToken({ name: `role:${name}` })])) as Readonly<
  Record<Role, TokenType>
>;

/** Whatever can be a name: identifiers, and keywords that are contextual. */
export const AnyName = createToken({ name: 'AnyName' });
/** Whatever can begin a statement. */
export const Head = createToken({ name: 'Head' });
export const Name = createToken({ name: 'Name', categories: [AnyName] });
export const NumberToken = createToken({ name: 'Number' });
export const DateToken = createToken({ name: 'Date' });
export const TextToken = createToken({ name: 'Text' });

const mark = (name: string, categories: TokenType[] = []) => createToken({ name, categories });

/** `,` `，` and `、`; only the last is the list comma proper. */
export const Separator = mark('Separator');
export const Comma = mark('Comma', [Separator]);
export const ListComma = mark('ListComma', [Separator]);
export const Colon = mark('Colon');
/** `;` `；` `。`: may end a statement. */
export const Stop = mark('Stop');
export const Dot = mark('Dot');
export const LParen = mark('LParen');
export const RParen = mark('RParen');
export const LBrace = mark('LBrace');
export const RBrace = mark('RBrace');
export const LBracket = mark('LBracket');
export const RBracket = mark('RBracket');
export const Additive = mark('Additive');
export const Plus = mark('Plus', [Additive]);
export const Minus = mark('Minus', [Additive]);
export const Multiplicative = mark('Multiplicative');
export const Times = mark('Times', [Multiplicative]);
export const Divide = mark('Divide', [Multiplicative]);
export const Equals = mark('Equals');
export const Comparison = mark('Comparison');
export const Less = mark('Less', [Comparison]);
export const LessEqual = mark('LessEqual', [Comparison]);
export const Greater = mark('Greater', [Comparison]);
export const GreaterEqual = mark('GreaterEqual', [Comparison]);
export const Dots = mark('Dots');
/** `{ … }` and `[ … ]` within a statement, folded to one token by the outline, which parses what they hold. */
export const Braces = mark('Braces');
export const Brackets = mark('Brackets');
/** Has no spelling: the grammar asks for it where nothing it could take is there. */
export const Never = mark('Never');

/** Likely names are single words. */
const isLikelyName = (phrase: string, serves: readonly Role[]): boolean =>
  /^[\p{L}]+$/u.test(phrase) && serves.some((name) => vocabulary[name].contextual);

/** One type per phrase; its categories are the roles that it serves. */
export const typeOfPhrase: ReadonlyMap<string, TokenType> = new Map(
  [...rolesOfPhrase].map(([phrase, serves]) => [
    phrase,
    createToken({
      name: `word:${phrase}`,
      categories: [
        ...serves.map((name) => role[name]),
        ...(isLikelyName(phrase, serves) ? [AnyName] : []),
        ...(serves.some((name) => vocabulary[name].head !== undefined) ? [Head] : []),
      ],
    }),
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

/** Every type and category, as Chevrotain's parser wants to know them. */
export const tokenTypes: readonly TokenType[] = [
  ...Object.values(role),
  ...typeOfPhrase.values(),
  ...[AnyName, Head, Name, NumberToken, DateToken, TextToken, Separator, Comma, ListComma, Colon, Stop, Dot],
  ...[LParen, RParen, LBrace, RBrace, LBracket, RBracket, Additive, Plus, Minus, Multiplicative, Times, Divide],
  ...[Equals, Comparison, Less, LessEqual, Greater, GreaterEqual, Dots, Braces, Brackets, Never],
];
