import type { TokenType } from 'chevrotain';
import { isConcrete } from './concrete.ts';
import type { Rule } from './grammar-base.ts';
import { NormGrammar } from './grammar-norms.ts';
import * as T from './tokens.ts';
import { role } from './tokens.ts';

/** What stands in a measure: for whom, benefits, and what it says of other measures. */
export abstract class MeasureGrammar extends NormGrammar {
  protected readonly because = this.rule('because', () => {
    this.eat(role.because);
    this.eat(T.TextToken);
  });

  // -------------------------------------------------------------------------------------------------- measure lines

  /** `for A, B`, `for each R of P where C`; 对象 P 的每个 R，其中 C. */
  protected readonly for = this.rule('for', () => {
    this.eat(role.for);
    this.or(0, [
      {
        ALT: () => {
          this.eat(role.each);
          this.subrule(0, this.name);
          this.eat(role.of);
          this.subrule(0, this.nameList);
        },
      },
      {
        ALT: () => {
          this.subrule(1, this.nameList);
          this.option(0, () => {
            this.maybe(role.de, 1);
            this.eat(role.each, 1);
            this.subrule(2, this.name);
          });
        },
      },
      { ALT: () => this.fail(T.AnyName) },
    ]);
    this.option(3, {
      GATE: () => this.is(this.isSeparator(1) ? 2 : 1, 'where'),
      DEF: () => {
        this.maybe(T.Separator, 2);
        this.eat(role.where);
        this.subrule(0, this.expression);
      },
    });
  });

  protected readonly label = this.rule('label', () => {
    this.subrule(0, this.name);
    this.eat(T.Colon);
  });

  protected readonly benefit = this.rule('benefit', () => {
    this.option(0, { GATE: () => this.fronted, DEF: () => this.subrule(0, this.front) });
    this.eat(T.Head);
    this.option(1, { GATE: () => this.isType(2, T.Colon), DEF: () => this.subrule(0, this.label) });
    this.subrule(0, this.items);
  });

  // ------------------------------------------------------------------------------------------------------- relations

  protected readonly related = (ruleName: 'excludes' | 'stacksWith', head: TokenType, close: TokenType): Rule =>
    this.rule(ruleName, () => {
      this.eat(head);
      this.subrule(0, this.nameList);
      this.maybe(close);
    });
  protected readonly excludes = this.related('excludes', role.excludes, role.excludesClose);
  protected readonly stacksWith = this.related('stacksWith', role.stacksWith, role.stacksWithClose);

  protected readonly allow = this.rule('allow', () => {
    this.eat(role.allow);
    this.subrule(0, this.nameList);
    this.maybe(role.allowClose);
    this.maybe(T.Separator, 2);
    this.option(1, () => this.subrule(0, this.because));
  });

  protected readonly allowRule = this.rule('allowRule', () => {
    this.eat(role.allowRule);
    this.subrule(0, this.nameList);
    this.maybe(T.Separator, 2);
    this.option(1, () => this.subrule(0, this.because));
  });

  /** `except 甲, 乙`; 甲、乙 除外. */
  protected readonly except = this.rule('except', () => {
    this.or(0, [
      {
        ALT: () => {
          this.eat(role.except);
          this.subrule(0, this.nameList);
        },
      },
      {
        ALT: () => {
          this.subrule(1, this.nameList);
          this.eat(role.exceptClose);
        },
      },
    ]);
  });

  protected readonly deny = this.rule('deny', () => {
    this.option(7, { GATE: () => this.fronted, DEF: () => this.subrule(7, this.front) });
    this.eat(role.deny);
    this.option(0, {
      GATE: () => !this.fronted && !this.is(1, 'because') && !this.isSeparator(1),
      DEF: () => this.condition(1),
    });
    if (!this.RECORDING_PHASE && !this.node.children.some(isConcrete)) this.fail('operand');
    this.many(0, {
      GATE: () => this.isSeparator(1) || this.is(1, 'because', 'except') || T.canBeName(this.LA(1)),
      DEF: () =>
        this.or(0, [
          { ALT: () => this.eat(T.Separator) },
          { GATE: () => this.is(1, 'because'), ALT: () => this.subrule(0, this.because) },
          { ALT: () => this.subrule(0, this.except) },
        ]),
    });
  });
}
