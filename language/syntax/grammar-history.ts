import { AmountGrammar } from './grammar-amounts.ts';
import type { Rule } from './grammar-base.ts';
import * as T from './tokens.ts';
import { role } from './tokens.ts';

/** Facts of other years, past awards, and amounts by the year. */
export abstract class HistoryGrammar extends AmountGrammar {
  protected abstract readonly path: Rule;

  /** `sum of F over`, where a list would have `of`. */
  protected atYearsSum(): boolean {
    return this.is(1, 'sumOf') && this.is(3, 'over');
  }

  /** Facts of other years: `last year's F`, `sum of F over 3 years`, `growth of F beyond 6%`; 近 3年 累计 F, F 增长率. */
  protected readonly history: Rule = this.rule('history', () => {
    this.or(0, [
      {
        ALT: () => {
          this.or(1, [{ ALT: () => this.eat(role.lastYears) }, { ALT: () => this.eat(role.growthRateOf) }]);
          this.subrule(0, this.name);
        },
      },
      {
        ALT: () => {
          this.eat(role.growthOf);
          this.subrule(1, this.name);
          this.option(0, () => {
            this.eat(role.beyond);
            this.subrule(1, this.atom);
          });
        },
      },
      {
        ALT: () => {
          this.eat(role.sumOf);
          this.subrule(2, this.name);
          this.eat(role.over);
          this.eat(T.NumberToken);
        },
      },
      {
        ALT: () => {
          this.eat(role.recent);
          this.eat(T.NumberToken, 1);
          this.eat(role.inTotal);
          this.subrule(3, this.name);
        },
      },
      {
        ALT: () => {
          this.subrule(4, this.name);
          this.or(2, [
            { ALT: () => this.eat(role.growthAfter) },
            { ALT: () => this.eat(role.growthRateAfter) },
            {
              ALT: () => {
                this.eat(role.beyond, 2);
                this.subrule(2, this.atom);
                this.eat(role.partClose);
              },
            },
          ]);
        },
      },
    ]);
  });

  /** A past award: a measure, `measure.benefit` or `policy.measure`, or in quotation marks one that is not written here. */
  protected readonly awardReference: Rule = this.rule('awardReference', () => {
    this.or(0, [
      { ALT: () => this.subrule(0, this.path) },
      { ALT: () => this.eat(T.TextToken) },
      { ALT: () => this.fail('text-or-name') },
    ]);
  });

  protected readonly hadAward: Rule = this.rule('hadAward', () => {
    this.eat(role.had);
    this.subrule(0, this.awardReference);
  });

  /** `over 4 years from D { 1 to 2: 60% }`, 自 D 起 4年 内 { 第1至2年：60% } */
  protected readonly schedule: Rule = this.rule('schedule', () => {
    this.or(0, [
      {
        ALT: () => {
          this.eat(role.over);
          this.eat(T.NumberToken);
          this.eat(role.from);
          this.subrule(0, this.name);
        },
      },
      {
        ALT: () => {
          this.eat(role.since);
          this.subrule(1, this.name);
          this.eat(role.sinceClose);
          this.eat(T.NumberToken, 1);
          this.eat(role.withinYears);
        },
      },
    ]);
    this.eat(T.Braces);
  });

  /** `nth R per K per year { … }`; 第几 R 同一 K 每年 { … }. */
  protected readonly nth: Rule = this.rule('nth', () => {
    this.eat(role.nth);
    this.subrule(0, this.name);
    this.option(0, () => {
      this.or(0, [{ ALT: () => this.eat(role.per) }, { ALT: () => this.eat(role.samePer) }]);
      this.subrule(1, this.name);
    });
    this.maybe(role.perYear, 1);
    this.eat(T.Braces);
  });
}
