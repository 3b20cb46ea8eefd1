import {
  createToken,
  EmbeddedActionsParser,
  type IParserErrorMessageProvider,
  type IToken,
  MismatchedTokenException,
  type ParserMethod,
  type TokenType,
} from 'chevrotain';
import type { Concrete, RuleName } from './concrete.ts';
import { LazyLookahead } from './lazy-lookahead.ts';
import * as T from './tokens.ts';
import type { Role } from './vocabulary.ts';

/** Why and where the grammar could not go on. */
export interface Failure {
  /** A token type, or what was looked for where several would have done. */
  readonly expected: TokenType | Expected;
  /** The rules being recognised, outermost first. */
  readonly within: readonly RuleName[];
  /** Undefined: the statement ends here. */
  readonly found: IToken | undefined;
}

/** Places where one of several things may stand. */
export type Expected =
  | 'operand'
  | 'value'
  | 'exempt-from'
  | 'norm-state'
  | 'bound'
  | 'rank'
  | 'term'
  | 'type'
  | 'act'
  | 'outcome'
  | 'level'
  | 'status'
  | 'stacking-rule'
  | 'text-or-name';

/** What came of reading one statement or entry. `consumed` counts the tokens that `root` holds. */
export interface Reading {
  readonly root: Concrete;
  readonly consumed: number;
  readonly failure: Failure | undefined;
}

export type Rule = ParserMethod<[], void>;

let expectedType: TokenType = T.Never;
/** The parser's own messages are never shown; all that is wanted is what it had hoped for. */
const errorMessageProvider: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => {
    expectedType = expected;
    return '';
  },
  buildNotAllInputParsedMessage: () => '',
  buildNoViableAltMessage: () => '',
  buildEarlyExitMessage: () => '',
};

/**
 * All that the parser wants of its vocabulary is whether types have categories: the types themselves come with their numbers
 * and categories (tokens.ts), which it would only work out anew.
 */
const someCategory = createToken({ name: 'category' });
const withCategories: TokenType[] = [someCategory, createToken({ name: 'type', categories: [someCategory] })];

/**
 * What all rules are made of. Rules append what they recognise to a tree as they go, so that after a mistake the tree
 * simply ends there. Chevrotain's own recovery is off: the outline has already cut the source into small pieces.
 */
export abstract class GrammarBase extends EmbeddedActionsParser {
  protected node: Concrete = { rule: 'modifiers', children: [] };
  protected stack: Concrete[] = [];
  protected eaten = 0;
  protected wanted: Expected | TokenType | undefined;

  /** One token decides everywhere; where a rule must look further, a gate does, which is faster to build and to read. */
  protected constructor(skipValidations: boolean) {
    super(withCategories, {
      maxLookahead: 1,
      lookaheadStrategy: new LazyLookahead({ maxLookahead: 1 }),
      recoveryEnabled: false,
      skipValidations,
      errorMessageProvider,
    });
  }

  /** Reads `tokens` by one rule, as far as it goes. */
  read(rule: Rule, tokens: readonly IToken[]): Reading {
    const top: Concrete = { rule: 'modifiers', children: [] };
    this.node = top;
    this.stack = [];
    this.eaten = 0;
    this.wanted = undefined;
    expectedType = T.Never;
    this.input = tokens as IToken[];
    rule.call(this);
    const root = (top.children[0] as Concrete | undefined) ?? top;
    const failed = this.stack.length > 0;
    const consumed = this.eaten;
    const failure: Failure | undefined = failed
      ? {
          expected: this.wanted ?? expectedType,
          within: [...this.stack.slice(1), this.node].map((node) => node.rule),
          found: tokens[consumed],
        }
      : undefined;
    return { root, consumed, failure };
  }

  // ------------------------------------------------------------------------------------------------- building blocks

  protected rule(name: RuleName, define: () => void): Rule {
    return this.RULE(name, () => {
      const node: Concrete = { rule: name, children: [] };
      if (!this.RECORDING_PHASE) {
        this.stack.push(this.node);
        this.node.children.push(node);
        this.node = node;
      }
      define();
      if (!this.RECORDING_PHASE) this.node = this.stack.pop()!;
    });
  }

  protected eat(type: TokenType, index = 0): void {
    const token = this.consume(index, type);
    if (this.RECORDING_PHASE) return;
    this.node.children.push(token);
    this.eaten += 1;
  }

  protected maybe(type: TokenType, index = 0): void {
    this.option(index, () => this.eat(type, index));
  }

  /** Nothing that could stand here does. The last alternative of a choice. */
  protected fail(wanted: Expected | TokenType): void {
    this.ACTION(() => {
      this.wanted = wanted;
      throw new MismatchedTokenException('', this.LA(1), this.LA(0));
    });
  }

  protected is(k: number, ...names: readonly Role[]): boolean {
    const roles = T.rolesOf(this.LA(k));
    return roles.some((name) => names.includes(name));
  }

  /** A keyword that could be a name, and what follows says that it is none: `because "…"`, `about 人才`. */
  protected isKeywordBefore(k: number): boolean {
    const isWord = T.canBeName(this.LA(k)) && T.rolesOf(this.LA(k)).length > 0;
    return isWord && (T.canBeName(this.LA(k + 1)) || this.isType(k + 1, T.TextToken));
  }

  protected isType(k: number, ...types: readonly TokenType[]): boolean {
    return types.includes(this.LA(k).tokenType);
  }

  protected isSeparator(k: number): boolean {
    return this.isType(k, T.Comma, T.ListComma);
  }
}
