import type { IToken, TokenType } from 'chevrotain';
import type { Rule } from './grammar-base.ts';
import { HistoryGrammar } from './grammar-history.ts';
import * as T from './tokens.ts';
import { role } from './tokens.ts';
import type { Role } from './vocabulary.ts';

/** Names, amounts and conditions. */
export abstract class ExpressionGrammar extends HistoryGrammar {
  // ----------------------------------------------------------------------------------------------------------- names

  protected readonly name = this.rule('name', () => this.eat(T.AnyName));

  protected readonly nameList = this.rule('nameList', () => {
    this.subrule(0, this.name);
    this.many(0, {
      GATE: () => this.isSeparator(1) && this.nameContinues(2),
      DEF: () => {
        this.eat(T.Separator);
        this.subrule(1, this.name);
      },
    });
  });

  protected readonly nameOrText = this.rule('nameOrText', () => {
    this.or(0, [
      { ALT: () => this.subrule(0, this.name) },
      { ALT: () => this.eat(T.TextToken) },
      { ALT: () => this.fail('text-or-name') },
    ]);
  });

  protected readonly path = this.rule('path', () => {
    this.subrule(0, this.name);
    this.many(0, () => {
      this.eat(T.Dot);
      this.subrule(1, this.name);
    });
  });

  protected readonly aliases = this.rule('aliases', () => {
    this.eat(role.alias);
    this.subrule(0, this.nameList);
  });

  protected readonly formerly = this.rule('formerly', () => {
    this.eat(role.formerly);
    this.subrule(0, this.nameList);
  });

  // ----------------------------------------------------------------------------------------------------- expressions

  readonly expression: Rule = this.rule('expression', () => {
    this.subrule(0, this.conjunction);
    this.many(0, {
      GATE: () => this.is(1, 'or') || (this.isSeparator(1) && this.is(2, 'or')),
      DEF: () => {
        this.maybe(T.Separator);
        this.eat(role.or);
        this.subrule(1, this.conjunction);
      },
    });
  });

  protected readonly conjunction: Rule = this.rule('conjunction', () => {
    this.subrule(0, this.negation);
    this.many(0, {
      GATE: () => this.is(1, 'and') || (this.isSeparator(1) && this.is(2, 'and')),
      DEF: () => {
        this.maybe(T.Separator);
        this.eat(role.and);
        this.subrule(1, this.negation);
      },
    });
  });

  protected readonly negation: Rule = this.rule('negation', () => {
    this.many(0, () => this.eat(role.not));
    this.maybe(role.firstTime, 1);
    this.subrule(0, this.comparison);
  });

  protected readonly comparison: Rule = this.rule('comparison', () => {
    // 连续 2年 评级 为 差
    this.option(3, () => {
      this.eat(role.forYears, 1);
      this.eat(T.NumberToken, 1);
    });
    this.subrule(0, this.range);
    this.option(0, {
      GATE: () => !this.endsItemCondition() && (!this.isType(1, T.NumberToken) || this.atBounded(1)),
      DEF: () => this.comparedWith(),
    });
    this.option(2, {
      GATE: () => this.is(1, 'forYears') && this.is(3, 'running'),
      DEF: () => {
        this.eat(role.forYears, 2);
        this.eat(T.NumberToken, 2);
        this.eat(role.running);
      },
    });
  });

  private readonly comparedWith = () => {
    this.or(0, [
      // 营业收入 2亿元以上 6亿元以下, 营业收入 为 2亿元以上
      { GATE: () => this.atBounded(1), ALT: () => this.subrule(8, this.bounded) },
      {
        GATE: () => this.is(1, 'is') && this.atBounded(2),
        ALT: () => {
          this.eat(role.is, 9);
          this.subrule(9, this.bounded);
        },
      },
      {
        ALT: () => {
          this.eat(T.Comparison);
          this.subrule(1, this.sum);
        },
      },
      {
        ALT: () => {
          this.or(1, [
            { ALT: () => this.eat(role.notLessThan) },
            { ALT: () => this.eat(role.moreThan) },
            { ALT: () => this.eat(role.notMoreThan) },
            { ALT: () => this.eat(role.lessThan) },
          ]);
          this.subrule(2, this.sum);
          this.option(6, {
            GATE: () => this.atEachFull(),
            DEF: () => {
              this.maybe(role.afterClose, 7);
              this.maybe(T.Separator, 8);
              this.subrule(6, this.eachFull);
            },
          });
        },
      },
      { GATE: () => this.is(1, 'eachFull'), ALT: () => this.subrule(7, this.eachFull) },
      {
        // 属于 also says that a party is of a kind, and so what something is.
        GATE: () => this.isType(2, T.Braces) || !this.is(1, 'is'),
        ALT: () => {
          this.or(2, [{ ALT: () => this.eat(role.in) }, { ALT: () => this.eat(role.notIn) }]);
          this.eat(T.Braces);
          this.maybe(role.oneOf, 1);
        },
      },
      {
        ALT: () => {
          this.or(3, [{ ALT: () => this.eat(role.is) }, { ALT: () => this.eat(role.isNot) }]);
          this.subrule(3, this.sum);
        },
      },
      {
        ALT: () => {
          this.eat(role.between);
          this.subrule(4, this.range);
        },
      },
      {
        // Not how it is written, but what everybody tries.
        ALT: () => {
          this.eat(T.Equals);
          this.subrule(5, this.sum);
        },
      },
    ]);
  };

  /** An amount: a sum, what someone decides up to a limit, or a range. */
  protected readonly range: Rule = this.rule('range', () => {
    this.or(0, [
      { ALT: () => this.subrule(0, this.best) },
      {
        ALT: () => {
          this.or(1, [{ ALT: () => this.eat(role.upTo) }, { ALT: () => this.eat(role.atLeast) }]);
          this.subrule(0, this.sum);
        },
      },
      {
        ALT: () => {
          this.eat(T.Dots, 1);
          this.subrule(1, this.sum);
          this.subrule(1, this.endMark);
        },
      },
      {
        GATE: () => this.atBounded(1),
        ALT: () => this.subrule(5, this.bounded),
      },
      {
        ALT: () => {
          this.subrule(2, this.sum);
          // Only at an end of a range: 不低于 60（不含） would say two things.
          this.option(2, {
            GATE: () => this.isType(2, T.Dots) || this.is(2, 'to'),
            DEF: () => this.subrule(2, this.endMark),
          });
          this.option(0, {
            GATE: () => !this.atPayees(),
            DEF: () =>
              this.or(2, [
                {
                  ALT: () => {
                    this.eat(T.Dots, 2);
                    this.option(1, {
                      GATE: () => !this.isKeywordBefore(1) && !this.atHeadOnLine(),
                      DEF: () => {
                        this.subrule(3, this.sum);
                        this.subrule(3, this.endMark);
                      },
                    });
                  },
                },
                {
                  ALT: () => {
                    this.eat(role.to);
                    this.subrule(4, this.sum);
                    this.subrule(4, this.endMark);
                  },
                },
              ]),
          });
        },
      },
      { ALT: () => this.fail('operand') },
    ]);
  });

  /** A word that can be a keyword begins a line: below a range that is open at its end, `100元..`, it is one. */
  private atHeadOnLine(): boolean {
    const next = this.LA(1) as T.Token;
    return next.indent >= 0 && T.rolesOf(next).length > 0;
  }

  /** `to 甲方 65%`: who is paid, rather than the end of a range; so is `to` on a line of its own. */
  private atPayees(): boolean {
    if (!this.is(1, 'payTo') || !T.canBeName(this.LA(2))) return false;
    return this.isType(3, T.NumberToken) || this.is(3, 'undecided') || (this.LA(1) as T.Token).indent >= 0;
  }

  /** 2亿元以上 6亿元以下 */
  protected readonly bounded: Rule = this.rule('bounded', () => {
    this.eat(T.NumberToken, 0);
    this.boundWord(0);
    this.option(1, {
      GATE: () => this.atBounded(1),
      DEF: () => {
        this.eat(T.NumberToken, 1);
        this.boundWord(1);
      },
    });
  });

  private readonly boundWord = (index: number) =>
    this.or(index, [
      { ALT: () => this.eat(role.orMore, index) },
      { ALT: () => this.eat(role.orLess, index) },
      { ALT: () => this.eat(role.withinBound, index) },
    ]);

  /** 2亿元以上 */
  private atBounded(k: number): boolean {
    return this.isType(k, T.NumberToken) && this.is(k + 1, 'orMore', 'orLess', 'withinBound');
  }

  /** （含） or （不含） after an end of a range. Leaves its token with the range. */
  protected readonly endMark: Rule = this.RULE('endMark', () => {
    this.option(0, () => {
      this.or(0, [{ ALT: () => this.eat(role.includingEnd) }, { ALT: () => this.eat(role.excludingEnd) }]);
    });
  });

  protected readonly sum: Rule = this.rule('sum', () => {
    this.subrule(0, this.product);
    this.many(0, () => {
      this.eat(T.Additive);
      this.subrule(1, this.product);
    });
  });

  protected readonly product: Rule = this.rule('product', () => {
    this.subrule(0, this.factor);
    this.many(0, () => {
      this.eat(T.Multiplicative);
      this.subrule(1, this.factor);
    });
  });

  protected readonly factor: Rule = this.rule('factor', () => {
    this.subrule(0, this.operand);
    this.many(0, {
      // 每 平台 最高不超过 … begins a cap. In English its subject stands behind it, so `per master cap …` is the amount's.
      GATE: () => (this.is(1, 'per') && !(this.LA(1).image === '每' && this.atCap())) || this.isFurtherUnit(),
      DEF: () => {
        this.or(0, [{ ALT: () => this.eat(role.per) }, { ALT: () => this.eat(T.Divide) }]);
        this.subrule(0, this.counted);
      },
    });
    this.option(1, () => this.subrule(0, this.fullSteps));
  });

  /** What is counted: 硕士, `平方米 of 场地面积`, `月 of 租期 at most 9 月`; 平方米（场地面积）, 月（租期，至多 9月）. */
  protected readonly counted: Rule = this.rule('counted', () => {
    this.subrule(0, this.name);
    this.or(0, [
      {
        ALT: () => {
          this.eat(T.LParen);
          this.option(0, {
            GATE: () => T.canBeName(this.LA(1)) && !(this.is(1, 'atMost') && this.isType(2, T.NumberToken)),
            DEF: () => this.subrule(1, this.name),
          });
          this.maybe(T.Separator, 1);
          this.option(2, () => {
            this.eat(role.atMost, 2);
            this.subrule(2, this.operand);
          });
          this.eat(T.RParen);
        },
      },
      {
        ALT: () => {
          this.option(3, {
            GATE: () => T.canBeName(this.LA(2)),
            DEF: () => {
              this.eat(role.of);
              this.subrule(3, this.name);
            },
          });
          this.option(4, {
            // 最高 beside a formula is a cap, unless what it limits is a quantity.
            GATE: () => (this.is(1, 'atMost') && this.LA(3).tokenType !== T.Name) || isQuantity(this.LA(2)),
            DEF: () => {
              this.or(4, [{ ALT: () => this.eat(role.atMost, 4) }, { ALT: () => this.eat(role.upTo, 4) }]);
              this.subrule(4, this.operand);
            },
          });
        },
      },
    ]);
  });

  /** `per full 5000万元 of 年销售额 over 2亿元` after an amount. */
  protected readonly fullSteps: Rule = this.rule('fullSteps', () => {
    this.eat(role.perFull);
    this.subrule(0, this.atom);
    this.eat(role.of);
    this.subrule(1, this.atom);
    this.option(0, () => {
      this.eat(role.over);
      this.subrule(2, this.atom);
    });
  });

  /** 每满 5000万元 给 9万元, after 年销售额, or after 年销售额 超过 2亿元 后. */
  protected readonly eachFull: Rule = this.rule('eachFull', () => {
    this.eat(role.eachFull);
    this.subrule(0, this.operand);
    this.eat(role.give);
    this.subrule(1, this.factor);
  });

  /** `10% of 创新券总额`, or anything simple: what a cap, a floor or a budget may be without parentheses. */
  readonly operand: Rule = this.rule('operand', () => {
    this.many(0, () => this.eat(T.Minus));
    this.subrule(0, this.atom);
    this.option(1, () => {
      this.or(1, [
        {
          ALT: () => {
            this.eat(role.bandsAfter);
            this.subrule(0, this.bandList);
          },
        },
        { ALT: () => this.subrule(0, this.ladderList) },
      ]);
    });
    this.option(0, () => {
      this.eat(role.of);
      this.subrule(1, this.atom);
    });
  });

  protected readonly atom: Rule = this.rule('atom', () => {
    this.or(0, [
      { ALT: () => this.eat(T.NumberToken) },
      { ALT: () => this.eat(T.DateToken) },
      { ALT: () => this.eat(T.TextToken) },
      { ALT: () => this.eat(role.yes) },
      { ALT: () => this.eat(role.no) },
      { ALT: () => this.eat(role.none) },
      { ALT: () => this.eat(role.caseByCase) },
      { ALT: () => this.subrule(0, this.undecided) },
      { ALT: () => this.subrule(0, this.reading) },
      {
        ALT: () => {
          this.eat(T.LParen);
          this.subrule(0, this.expression);
          this.eat(T.RParen);
        },
      },
      { GATE: () => this.is(1, 'table') && T.canBeName(this.LA(2)), ALT: () => this.subrule(0, this.table) },
      { GATE: () => !this.atYearsSum(), ALT: () => this.subrule(0, this.aggregate) },
      {
        GATE: () => this.is(1, 'bands') && (T.canBeName(this.LA(2)) || this.isType(2, T.LParen)),
        ALT: () => this.subrule(0, this.bands),
      },
      { GATE: () => this.is(1, 'ladder') && T.canBeName(this.LA(2)), ALT: () => this.subrule(0, this.ladder) },
      { GATE: () => this.atAggregateAfter(), ALT: () => this.subrule(0, this.aggregateAfter) },
      { GATE: () => !this.is(1, 'over') || this.isType(2, T.NumberToken), ALT: () => this.subrule(0, this.schedule) },
      { GATE: () => T.canBeName(this.LA(2)), ALT: () => this.subrule(0, this.nth) },
      { ALT: () => this.subrule(0, this.hadAward) },
      {
        GATE: () => !T.canBeName(this.LA(1)) || this.is(2, 'growthAfter', 'growthRateAfter', 'beyond'),
        ALT: () => this.subrule(0, this.history),
      },
      { ALT: () => this.subrule(0, this.accordingTo) },
      {
        GATE: () => startsHan.test(this.LA(1).image) && T.canBeName(this.LA(2)),
        ALT: () => this.subrule(0, this.perEach),
      },
      { ALT: () => this.subrule(0, this.name) },
      { ALT: () => this.fail('operand') },
    ]);
  });

  protected readonly undecided: Rule = this.rule('undecided', () => {
    this.eat(role.undecided);
    this.maybe(T.TextToken);
  });

  /** `table 等次 { … }` */
  protected readonly table: Rule = this.rule('table', () => {
    this.eat(role.table);
    this.subrule(0, this.name);
    this.eat(T.Braces);
  });

  /** `按 B 的 R%`, and the Chinese table `按 E 分别 { … }，其余 不予`. */
  protected readonly accordingTo: Rule = this.rule('accordingTo', () => {
    this.eat(role.accordingTo);
    this.subrule(0, this.sum);
    this.or(0, [
      {
        ALT: () => {
          this.eat(role.de);
          this.subrule(0, this.atom);
        },
      },
      {
        ALT: () => {
          this.eat(role.respectively);
          this.eat(T.Braces);
          this.option(0, {
            GATE: () => this.is(this.isSeparator(1) ? 2 : 1, 'otherwise', 'otherwiseNone'),
            DEF: () => {
              this.maybe(T.Separator, 1);
              this.subrule(0, this.otherwise);
            },
          });
        },
      },
      // 的, rather than 分别, is what is usually missing.
      { ALT: () => this.fail(role.de) },
    ]);
  });

  protected readonly otherwise: Rule = this.rule('otherwise', () => {
    this.or(0, [
      { ALT: () => this.eat(role.otherwiseNone) },
      {
        ALT: () => {
          this.eat(role.otherwise);
          this.maybe(T.Colon);
          this.subrule(0, this.expression);
        },
      },
    ]);
  });

  /** `每 硕士 6000元`: the unit first. */
  protected readonly perEach: Rule = this.rule('perEach', () => {
    this.eat(role.per);
    this.subrule(0, this.name);
    this.subrule(0, this.operand);
  });

  // -------------------------------------------------------------------------------------------------- looking ahead

  /** After a comma at `k - 1`: one more name of a list, rather than the next part of the sentence. */
  protected nameContinues(k: number): boolean {
    const token = this.LA(k);
    if (!T.canBeName(token)) return false;
    if (this.isType(k - 1, T.ListComma)) return true;
    const next = this.LA(k + 1);
    if (token.tokenType !== T.Name) return !(T.canBeName(next) || this.isType(k + 1, T.TextToken, T.NumberToken));
    if (continuesExpression.has(next.tokenType) || T.rolesOf(next).some((name) => continuing.has(name))) return false;
    return !(this.isSeparator(k + 1) && this.is(k + 2, 'and', 'or'));
  }

  /** ／平方米（场地面积）／月（租期）: after a unit with its figure a stroke is `per` again. */
  private isFurtherUnit(): boolean {
    if (!this.isType(1, T.Divide) || !this.isType(0, T.RParen) || !this.isType(3, T.LParen)) return false;
    return T.canBeName(this.LA(2)) && this.lastRule() === 'counted';
  }

  private lastRule(): string | undefined {
    const last = this.node.children.at(-1);
    return last !== undefined && 'rule' in last ? last.rule : undefined;
  }

  private atEachFull(): boolean {
    const k = this.is(1, 'afterClose') ? 2 : 1;
    return this.is(this.isSeparator(k) ? k + 1 : k, 'eachFull');
  }

  /** A cap begins here, perhaps by its period or subject: 每年 最高不超过 …, 每 平台 最高不超过 …. */
  protected atCap(): boolean {
    let k = 1;
    while (k < 8 && startsHan.test(this.LA(k).image)) {
      if (this.is(k, 'perYear', 'inTotal')) k += 1;
      else if (this.is(k, 'per', 'single') && T.canBeName(this.LA(k + 1))) k += 2;
      else break;
    }
    return this.is(k, 'cap');
  }
}

function isQuantity(token: IToken): boolean {
  const unit = (token as T.Token).number?.unit;
  return unit === 'months' || unit === 'days' || unit === 'named';
}

/** In English, period and subject follow the cap: `5万元 per 硕士 cap 10万元` is no cap per 硕士. */
const startsHan = /^\p{Script=Han}/u;

/** What follows a name that is part of an expression, not a member of a list. */
const continuesExpression: ReadonlySet<TokenType> = new Set([
  T.Plus,
  T.Minus,
  T.Times,
  T.Divide,
  T.Less,
  T.LessEqual,
  T.Greater,
  T.GreaterEqual,
]);
const continuing: ReadonlySet<Role> = new Set<Role>([
  'de',
  'is',
  'isNot',
  'in',
  'notIn',
  'between',
  'and',
  'or',
  'notLessThan',
  'moreThan',
  'notMoreThan',
  'lessThan',
  'meetsClose',
  'per',
]);
