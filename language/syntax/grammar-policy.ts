import type { TokenType } from 'chevrotain';
import { isConcrete } from './concrete.ts';
import type { Rule } from './grammar-base.ts';
import { MeasureGrammar } from './grammar-measure.ts';
import * as T from './tokens.ts';
import { role } from './tokens.ts';

/** Lines of a policy, and declarations. */
export abstract class PolicyGrammar extends MeasureGrammar {
  // --------------------------------------------------------------------------------------------------- declarations

  protected readonly use = this.rule('use', () => {
    this.eat(role.use);
    this.subrule(0, this.path);
  });

  /** A head, a name and perhaps a title; what follows in braces is the outline's. */
  protected readonly titled = (ruleName: 'policy' | 'measure' | 'named', head: TokenType, title: boolean): Rule =>
    this.rule(ruleName, () => {
      this.eat(head);
      this.subrule(0, this.name);
      if (title) this.maybe(T.TextToken);
    });
  protected readonly policy = this.titled('policy', role.policy, true);
  protected readonly measure = this.titled('measure', role.measure, true);
  /** An enum or a record. */
  protected readonly named = this.titled('named', T.Head, false);

  protected readonly unit = this.rule('unit', () => {
    this.or(0, [{ ALT: () => this.eat(role.unit) }, { ALT: () => this.eat(role.currency) }]);
    this.subrule(0, this.name);
    this.many(0, () => this.subrule(0, this.aliases));
  });

  protected readonly parents = this.rule('parents', () => {
    this.eat(role.is);
    this.subrule(0, this.nameList);
  });

  protected readonly party = this.rule('party', () => {
    this.eat(role.party);
    this.subrule(0, this.name);
    this.many(0, () =>
      this.or(0, [{ ALT: () => this.subrule(0, this.parents) }, { ALT: () => this.subrule(0, this.aliases) }]),
    );
    this.maybe(T.TextToken);
  });

  protected readonly listed = (ruleName: 'disjoint' | 'ledBy' | 'issuedBy' | 'replaces', head: TokenType): Rule =>
    this.rule(ruleName, () => {
      this.eat(head);
      this.subrule(0, this.nameList);
    });
  protected readonly disjoint = this.listed('disjoint', role.disjoint);
  protected readonly ledBy = this.listed('ledBy', role.ledBy);
  protected readonly issuedBy = this.listed('issuedBy', role.issuedBy);
  protected readonly replaces = this.listed('replaces', role.replaces);

  protected readonly agency = this.rule('agency', () => {
    this.eat(role.agency);
    this.subrule(0, this.name);
    this.many(0, () =>
      this.or(0, [{ ALT: () => this.subrule(0, this.aliases) }, { ALT: () => this.subrule(0, this.formerly) }]),
    );
  });

  protected readonly matter = this.rule('matter', () => {
    this.eat(role.matter);
    this.subrule(0, this.name);
    this.option(0, () => {
      this.eat(role.under);
      this.subrule(1, this.name);
    });
    this.maybe(T.TextToken, 1);
  });

  protected readonly rounding = this.rule('rounding', () => {
    this.or(0, [{ ALT: () => this.eat(role.roundedTo) }, { ALT: () => this.eat(role.roundedDownTo) }]);
    this.subrule(0, this.operand);
  });

  protected readonly let = this.rule('let', () => {
    this.eat(role.let);
    this.subrule(0, this.name);
    this.eat(T.Equals);
    this.subrule(0, this.expression);
    this.option(0, () => this.subrule(0, this.rounding));
  });

  /** `score 等级 { … } at least 55`; 计分 等级 { … } 不低于 55分值. */
  protected readonly score = this.rule('score', () => {
    this.eat(role.score);
    this.subrule(0, this.name);
    this.eat(T.Braces);
    this.option(0, {
      GATE: () => this.is(this.isSeparator(1) ? 2 : 1, 'atLeast', 'notLessThan'),
      DEF: () => {
        this.maybe(T.Separator, 1);
        this.or(0, [{ ALT: () => this.eat(role.atLeast) }, { ALT: () => this.eat(role.notLessThan) }]);
        this.subrule(0, this.operand);
      },
    });
  });

  /** `2200元 from 2025-10-01`; 2200元 自 2025年10月1日 起. */
  protected readonly datedValue = this.rule('datedValue', () => {
    this.subrule(0, this.operand);
    this.option(0, () =>
      this.or(0, [
        {
          ALT: () => {
            this.eat(role.from);
            this.eat(T.DateToken, 0);
          },
        },
        {
          ALT: () => {
            this.eat(role.since);
            this.eat(T.DateToken, 1);
            this.eat(role.sinceClose);
          },
        },
      ]),
    );
  });

  protected readonly years = this.rule('years', () => {
    this.eat(role.forYears);
    this.subrule(0, this.operand);
  });

  protected readonly total = this.rule('total', () => {
    this.eat(role.total);
    this.subrule(0, this.operand);
  });

  /** Whether the budget at hand has its amount: it takes one. */
  private hasAmount(): boolean {
    return this.node.children.some((part) => isConcrete(part) && part.rule === 'operand');
  }

  private atTotal(): boolean {
    return this.is(1, 'total') && (!T.canBeName(this.LA(1)) || this.isType(2, T.NumberToken));
  }

  protected readonly budget = this.rule('budget', () => {
    this.eat(role.budget);
    this.subrule(0, this.name);
    this.many(0, {
      GATE: () =>
        this.isSeparator(1) || this.is(1, 'forYears') || this.atTotal() || this.atModifier() || !this.hasAmount(),
      DEF: () =>
        this.or(0, [
          { ALT: () => this.eat(T.Separator) },
          { ALT: () => this.subrule(0, this.years) },
          { GATE: () => this.atTotal(), ALT: () => this.subrule(0, this.total) },
          { GATE: () => this.atModifier(), ALT: () => this.modifier(1) },
          { ALT: () => this.subrule(0, this.operand) },
        ]),
    });
    if (!this.RECORDING_PHASE && !this.hasAmount()) this.fail('operand');
  });

  // --------------------------------------------------------------------------------------------------- policy lines

  protected readonly level = this.rule('level', () => {
    this.eat(role.level);
    this.subrule(0, this.levelName);
  });

  protected readonly levelName: Rule = this.RULE('levelName', () => {
    this.or(0, [
      { ALT: () => this.eat(role.province) },
      { ALT: () => this.eat(role.city) },
      { ALT: () => this.eat(role.district) },
      { ALT: () => this.eat(role.county) },
      { ALT: () => this.fail('level') },
    ]);
  });

  protected readonly status = this.rule('status', () => {
    this.eat(role.status);
    this.or(0, [
      { ALT: () => this.eat(role.draft) },
      { ALT: () => this.eat(role.inForce) },
      { ALT: () => this.eat(role.repealed) },
      { ALT: () => this.fail('status') },
    ]);
  });

  protected readonly effective = this.rule('effective', () => {
    this.or(0, [
      { ALT: () => this.eat(role.effectiveOnPublication) },
      {
        ALT: () => {
          this.eat(role.effective);
          this.eat(T.DateToken);
          this.option(0, () => {
            this.eat(role.to);
            this.eat(T.DateToken, 1);
          });
        },
      },
    ]);
  });

  protected readonly source = this.rule('source', () => {
    this.eat(role.source);
    this.eat(T.TextToken);
  });

  protected readonly asOf = this.rule('asOf', () => {
    this.eat(role.asOf);
    this.eat(T.DateToken);
  });

  protected readonly reach = this.rule('reach', () => {
    this.or(0, [
      { ALT: () => this.eat(role.withinThisPolicy) },
      { ALT: () => this.eat(role.withOtherPolicies) },
      {
        ALT: () => {
          this.eat(role.withPoliciesAtLevel);
          this.subrule(0, this.levelName);
        },
      },
      {
        ALT: () => {
          this.eat(role.withWord);
          this.subrule(1, this.levelName);
          this.eat(role.policy);
        },
      },
      {
        ALT: () => {
          this.or(1, [
            { ALT: () => this.eat(role.per) },
            { ALT: () => this.eat(role.samePer) },
            { ALT: () => this.eat(role.across) },
          ]);
          this.subrule(0, this.name);
        },
      },
    ]);
  });

  protected readonly stacking = this.rule('stacking', () => {
    this.maybe(role.stacking);
    this.or(0, [
      { ALT: () => this.eat(role.highest) },
      { ALT: () => this.eat(role.sum) },
      { ALT: () => this.eat(role.chooseOne) },
      { ALT: () => this.fail('stacking-rule') },
    ]);
    this.many(0, () =>
      this.or(1, [
        { ALT: () => this.eat(T.Separator) },
        { ALT: () => this.subrule(0, this.reach) },
        {
          ALT: () => {
            this.eat(role.betweenMeasures);
            this.subrule(0, this.nameList);
          },
        },
      ]),
    );
  });

  protected readonly waive = this.rule('waive', () => {
    this.eat(role.waive);
    this.eat(T.TextToken);
    this.maybe(T.Separator);
    this.option(1, () => this.subrule(0, this.because));
  });

  /** `ruling 边界 甲 by 市财政局 on 2027-03-01 "函号"`; 裁定 边界 甲，责任单位 市财政局，于 2027年3月1日，“函号”. */
  protected readonly ruling = this.rule('ruling', () => {
    this.eat(role.ruling);
    this.subrule(0, this.name);
    this.subrule(1, this.name);
    this.many(0, () =>
      this.or(0, [
        { ALT: () => this.eat(T.Separator) },
        { ALT: () => this.subrule(0, this.by) },
        {
          ALT: () => {
            this.eat(role.onDate);
            this.eat(T.DateToken);
          },
        },
        { ALT: () => this.eat(T.TextToken) },
      ]),
    );
  });

  private readonly boundMeaning = this.rule('boundMeaning', () => {
    this.or(0, [
      { ALT: () => this.eat(role.orMore) },
      { ALT: () => this.eat(role.orLess) },
      { ALT: () => this.eat(role.withinBound) },
      { ALT: () => this.fail(role.orMore) },
    ]);
    this.or(1, [
      { ALT: () => this.eat(role.includesBound) },
      { ALT: () => this.eat(role.excludesBound) },
      { ALT: () => this.fail(role.includesBound) },
    ]);
  });

  /** `bounds 以上 includes, 以下 excludes` */
  protected readonly bounds = this.rule('bounds', () => {
    this.eat(role.bounds);
    this.subrule(0, this.boundMeaning);
    this.many(0, {
      GATE: () => this.isSeparator(1) && this.is(2, 'orMore', 'orLess', 'withinBound'),
      DEF: () => {
        this.eat(T.Separator);
        this.subrule(1, this.boundMeaning);
      },
    });
  });

  protected readonly extend = this.rule('extend', () => {
    this.option(7, { GATE: () => this.fronted, DEF: () => this.subrule(7, this.front) });
    this.eat(role.extendTo);
    this.subrule(0, this.nameList);
    this.maybe(T.Separator, 1);
    this.option(2, { GATE: () => !this.isType(1, T.TextToken), DEF: () => this.condition(0) });
    this.maybe(T.Separator, 3);
    this.maybe(T.TextToken, 4);
  });

  protected readonly factReading = this.rule('factReading', () => {
    this.subrule(0, this.name);
    this.eat(role.readAs);
    this.subrule(1, this.name);
  });

  /** `reading F as G, H as I`; 以 G 计 F. */
  protected readonly factReadings = this.rule('factReadings', () => {
    this.eat(role.readingFact);
    this.subrule(0, this.factReading);
    this.many(0, {
      GATE: () => this.isSeparator(1) && T.canBeName(this.LA(2)) && this.is(3, 'readAs'),
      DEF: () => {
        this.eat(T.Separator);
        this.subrule(1, this.factReading);
      },
    });
  });

  /** A condition before its 的 begins here. */
  private atFact(): boolean {
    return this.isType(1, T.LParen) || this.is(1, 'not') || T.canBeName(this.LA(1));
  }

  /** `apply M to P reading F as G when C "…"`; P 参照 M，以 G 计 F，C 的，“…”. */
  protected readonly apply = this.rule('apply', () => {
    this.before(false, ['applyTo']);
    this.eat(role.applyTo);
    this.subrule(0, this.name);
    this.option(0, () => {
      this.eat(role.to);
      this.subrule(1, this.nameList);
    });
    this.many(1, {
      GATE: () =>
        this.isSeparator(1) || this.is(1, 'readingFact', 'when') || this.isType(1, T.TextToken) || this.atFact(),
      DEF: () =>
        this.or(1, [
          { ALT: () => this.eat(T.Separator) },
          { ALT: () => this.subrule(2, this.factReadings) },
          // A condition may begin with a text as well; by itself it is the note.
          { ALT: () => this.eat(T.TextToken), IGNORE_AMBIGUITIES: true },
          { ALT: () => this.subrule(3, this.when) },
          { ALT: () => this.subrule(4, this.part) },
        ]),
    });
  });
}
