import type { IToken, TokenType } from 'chevrotain';
import { benefitHeads } from './heads.ts';
import * as T from './tokens.ts';
import type { Role } from './vocabulary.ts';

/** What follows a name in an expression or a list: before these, a likely name is no head. */
export const followsName: ReadonlySet<TokenType> = new Set([
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
export const endsEntry: ReadonlySet<TokenType> = new Set([T.Comma, T.ListComma, T.RBrace, T.RBracket, T.Colon]);
export const beginsEntry: ReadonlySet<TokenType> = new Set([T.Comma, T.ListComma, T.LBrace, T.LBracket]);

/** Counts towards how long a statement may be. */
export function isOperator(token: IToken): boolean {
  if (operators.has(token.tokenType)) return true;
  return T.rolesOf(token).some((role) => role === 'and' || role === 'or' || role === 'not' || role === 'per');
}

const operators: ReadonlySet<TokenType> = new Set([T.Plus, T.Minus, T.Times, T.Divide]);
const literals: ReadonlySet<TokenType> = new Set([
  T.NumberToken,
  T.DateToken,
  T.TextToken,
  T.RParen,
  T.RBrace,
  T.RBracket,
]);

/** What an operand, and so a statement, can end in. */
export function endsOperand(token: IToken): boolean {
  if (literals.has(token.tokenType) || T.canBeName(token)) return true;
  return T.rolesOf(token).some((role) => closers.has(role));
}

const closers: ReadonlySet<Role> = new Set<Role>([
  'perYear',
  'eachYear',
  'inTotal',
  'onceEver',
  'proRata',
  'highestFirst',
  'lowestFirst',
  'firstCome',
  'paidAtOnce',
  'atOnce',
  'decidedClose',
  'borneClose',
  'yicixing',
  'effectiveOnPublication',
  'yes',
  'no',
  'signed',
  'none',
  'otherwiseNone',
  'points',
  'sumAfter',
  'numberAfter',
  'highestAfter',
  'differenceOnly',
  'inFull',
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
  'allowClose',
  'oneOf',
  'orMore',
  'orLess',
  'withinBound',
  'includesBound',
  'excludesBound',
  'de',
  'meetsClose',
  'whenClose',
  'afterClose',
  'withinClose',
  'coversClose',
  'withinToApply',
  'roughlyClose',
  'exceptClose',
  // 失信 的，不予支持: the head of a denial ends it.
  'deny',
  'reclaim',
  'bar',
]);

/** What can only be followed by an operand, so that even a reserved word after it is a name. */
export function wantsOperand(token: IToken): boolean {
  if (wantingTypes.has(token.tokenType)) return true;
  const roles = T.rolesOf(token);
  return roles.length > 0 && roles.every((role) => wanting.has(role));
}

const wantingTypes: ReadonlySet<TokenType> = new Set([
  T.LParen,
  T.Plus,
  T.Minus,
  T.Times,
  T.Divide,
  T.Less,
  T.LessEqual,
  T.Greater,
  T.GreaterEqual,
  T.Equals,
]);

const wanting: ReadonlySet<Role> = new Set<Role>([
  ...benefitHeads,
  'of',
  'ofMeasure',
  'per',
  'single',
  'and',
  'or',
  'not',
  'is',
  'isNot',
  'as',
  'by',
  'about',
  'after',
  'selectedBy',
  'from',
  'quota',
  'inOrderOf',
  'rankedBy',
  'upTo',
  'atLeast',
  'cap',
  'floor',
  'plusPoints',
  'times',
  'raisedBy',
  'instead',
  'alias',
  'accordingTo',
  'exactly',
  'sumOf',
  'numberOf',
  'highestOf',
  'bestOf',
  'perFull',
  'eachFull',
  'give',
  'roughly',
  'hold',
  'revoke',
  'except',
  'reading',
  'readingFact',
]);
