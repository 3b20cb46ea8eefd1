import { isConcrete } from './concrete.ts';
import { ModifierGrammar } from './grammar-modifiers.ts';
import { takesSubject } from './heads.ts';
import * as T from './tokens.ts';
import { role } from './tokens.ts';
import { type Role, vocabulary } from './vocabulary.ts';

/** Rights, duties, targets, and what happens afterwards, in the word orders of both vocabularies. */
export abstract class NormGrammar extends ModifierGrammar {
  /** Whether a statement begins with a condition or a subject; told by the outline, for the statement at hand. */
  protected fronted = false;

  /** A condition with its head, or before 的. */
  protected readonly condition = (index: number) =>
    this.or(index, [
      { ALT: () => this.subrule(index, this.when) },
      { ALT: () => this.subrule(index, this.part) },
      { ALT: () => this.fail('operand') },
    ]);

  /** A condition before its statement: `C 的，`, `符合 C 条件的，`. */
  protected readonly front = this.rule('front', () => {
    this.condition(0);
    this.maybe(T.Separator, 1);
  });

  protected readonly subjects = this.rule('subjects', () => {
    this.subrule(0, this.nameOrText);
    this.many(0, () => {
      this.eat(T.Separator);
      this.subrule(1, this.nameOrText);
    });
  });

  // ----------------------------------------------------------------------------------------------------------- norms

  /** What stands before the head of a norm: its condition, or its bearers. */
  protected readonly before = (subjectless: boolean, heads: readonly Role[] = [...takesSubject]) => {
    this.option(7, {
      GATE: () => this.fronted && (subjectless || !this.atSubjects(heads)),
      DEF: () => this.subrule(7, this.front),
    });
    if (subjectless) return;
    this.option(8, { GATE: () => this.fronted && this.atSubjects(heads), DEF: () => this.subrule(8, this.subjects) });
  };

  /** Names, apart by commas, right before a head. */
  private atSubjects(heads: readonly Role[]): boolean {
    let k = 1;
    while (k < 80 && (T.canBeName(this.LA(k)) || this.isType(k, T.TextToken)) && this.isSeparator(k + 1)) k += 2;
    return this.is(k + 1, ...heads);
  }

  /** Whether the subject of the norm at hand stood before its head. */
  private hasSubjects(): boolean {
    return this.node.children.some((part) => isConcrete(part) && part.rule === 'subjects');
  }

  // ----------------------------------------------------------------------------------------------- figures and terms

  protected readonly bound = this.rule('bound', () => {
    this.or(0, [
      { ALT: () => this.eat(role.atLeast) },
      { ALT: () => this.eat(role.notLessThan) },
      { ALT: () => this.eat(role.atMost) },
      { ALT: () => this.eat(role.notMoreThan) },
      { ALT: () => this.eat(role.exactly) },
      { ALT: () => this.eat(role.over) },
      { ALT: () => this.eat(role.roughly) },
      { ALT: () => this.fail('bound') },
    ]);
  });

  private atBound(): boolean {
    if (this.is(1, 'roughly')) return this.isType(2, T.NumberToken);
    if (this.is(1, 'over', 'atMost')) return !T.canBeName(this.LA(1)) || this.isType(2, T.NumberToken);
    return this.is(1, 'atLeast', 'notLessThan', 'notMoreThan', 'exactly');
  }

  /** `at least 10家`, `1 to 2家`, `about 30名`; 约 30名, 30名左右. */
  protected readonly figure = this.rule('figure', () => {
    this.option(0, { GATE: () => this.atBound(), DEF: () => this.subrule(0, this.bound) });
    this.subrule(0, this.range);
    this.maybe(role.roughlyClose, 1);
  });

  /** A figure begins here, unless it is the number of a term: 5年内. */
  private atFigure(): boolean {
    return this.atBound() || (this.isType(1, T.NumberToken) && !this.is(2, 'withinClose'));
  }

  /** `each year`, `by 2028`, `within 5 years`; 每年, 到 2028年, 5年内. */
  protected readonly term = this.rule('term', () => {
    this.or(0, [
      { ALT: () => this.eat(role.eachYear) },
      { GATE: () => this.isType(2, T.Colon), ALT: () => this.eat(T.Name, 1) },
      {
        ALT: () => {
          this.or(1, [{ ALT: () => this.eat(role.within) }, { ALT: () => this.eat(role.byYear) }]);
          this.subrule(0, this.atom);
        },
      },
      {
        ALT: () => {
          this.subrule(1, this.atom);
          this.or(2, [{ ALT: () => this.eat(role.withinClose) }, { ALT: () => this.eat(T.Name, 2) }]);
        },
      },
    ]);
  });

  /** Before the colon of a row a keyword is read as a name: `each year: 30名`, 5年内：10家. */
  protected atRowTerm(): boolean {
    const isName = (k: number, of: Role) => {
      const token = this.LA(k) as T.Token;
      const known: readonly string[] = [...vocabulary[of].en, ...vocabulary[of].zh];
      return token.tokenType === T.Name && this.isType(k + 1, T.Colon) && known.includes(token.text);
    };
    return isName(1, 'eachYear') || (this.isType(1, T.NumberToken) && isName(2, 'withinClose'));
  }

  /** A right or an urging has no term of its own: read here, it would be lost. */
  private takesTerm(): boolean {
    const outer = this.stack.at(-1);
    return outer?.rule === 'oblige' || outer?.rule === 'target' || outer?.rule === 'reclaim';
  }

  protected atTerm(): boolean {
    if (this.is(1, 'eachYear')) return !this.atCap();
    if (this.is(1, 'within')) return true;
    if (this.is(1, 'byYear')) return this.isType(2, T.NumberToken, T.DateToken);
    return this.isType(1, T.NumberToken) && this.is(2, 'withinClose');
  }

  /** What modifies a norm, in any order, its terms among them, and the figure of a target that stands on the line. */
  protected readonly normItems = this.rule('normItems', () => {
    this.many(0, {
      GATE: () =>
        this.isSeparator(1) ||
        (this.takesTerm() && this.atTerm()) ||
        this.takesFigure() ||
        this.atCap() ||
        this.atModifier() ||
        !this.isRightAfterPart(),
      DEF: () =>
        this.or(0, [
          { ALT: () => this.eat(T.Separator) },
          { GATE: () => this.takesTerm() && this.atTerm(), ALT: () => this.subrule(0, this.term) },
          { GATE: () => this.takesFigure(), ALT: () => this.subrule(0, this.figure) },
          { GATE: () => this.atCap() || this.atModifier(), ALT: () => this.modifier(1) },
          { ALT: () => this.subrule(0, this.part) },
        ]),
    });
  });

  private takesFigure(): boolean {
    const outer = this.stack.at(-1);
    if (outer?.rule !== 'target' || !this.atFigure()) return false;
    return !this.node.children.some((part) => isConcrete(part) && part.rule === 'figure');
  }

  // ----------------------------------------------------------------------------------------------------------- norms

  protected readonly recogniseAct = (index: number) => {
    this.eat(role.recognise, index);
    this.subrule(index * 2, this.nameOrText);
    this.eat(role.as, index);
    this.subrule(index * 2 + 1, this.nameOrText);
  };

  protected readonly recognise = this.rule('recognise', () => {
    this.before(true);
    this.recogniseAct(1);
    this.subrule(0, this.normItems);
  });

  protected readonly exemptAct = (index: number) => {
    this.eat(role.exempt, index);
    this.subrule(index, this.name);
    this.or(index, [
      { ALT: () => this.eat(role.from, index) },
      { ALT: () => this.eat(role.de, index) },
      { ALT: () => this.fail('exempt-from') },
    ]);
    this.subrule(index, this.nameOrText);
  };

  protected readonly exempt = this.rule('exempt', () => {
    this.before(true);
    this.exemptAct(1);
    this.subrule(0, this.normItems);
  });

  /** `70% of 净收入`, 净收入 的 70%. */
  protected readonly share = this.rule('share', () => {
    this.subrule(0, this.operand);
    this.option(0, () => {
      this.eat(role.de);
      this.subrule(1, this.operand);
    });
  });

  protected readonly entitleAct = (index: number, subject: () => void) => {
    this.eat(role.entitle, index);
    subject();
    this.maybe(role.to, index + 2);
    this.subrule(index, this.bound);
    this.subrule(index, this.share);
  };

  protected readonly entitle = this.rule('entitle', () => {
    this.before(false);
    this.entitleAct(1, () =>
      this.option(0, { GATE: () => T.canBeName(this.LA(1)), DEF: () => this.subrule(0, this.name) }),
    );
    this.subrule(0, this.normItems);
  });

  /** `reckon 50% of 奖金 as 工资`; 奖金 减按 50% 计入 工资; 减按 奖金 的 50% 计入 工资. */
  protected readonly reckonAct = (index: number) => {
    this.eat(role.reckon, index);
    this.subrule(index, this.share);
    this.eat(role.reckonAs, index);
    this.subrule(index, this.nameOrText);
  };

  protected readonly reckon = this.rule('reckon', () => {
    this.before(false);
    this.reckonAct(1);
    this.subrule(0, this.normItems);
  });

  /** `hold 出资 to at most 30% of 规模`; 出资 应不高于 规模 的 30%, and without 应 as the texts have it. */
  protected readonly hold = this.rule('hold', () => {
    this.before(false, [...takesSubject, 'notLessThan', 'notMoreThan']);
    this.maybe(role.hold, 1);
    this.option(0, {
      GATE: () => !this.hasSubjects() && !this.atBound(),
      DEF: () => this.subrule(0, this.nameOrText),
    });
    this.maybe(role.to, 2);
    this.subrule(0, this.bound);
    this.subrule(0, this.share);
    this.subrule(0, this.normItems);
  });

  /** `"交流活动"`, `at least 1场 "交流活动"` */
  protected readonly duty = this.rule('duty', () => {
    this.or(0, [
      {
        GATE: () => this.atFigure(),
        ALT: () => {
          this.subrule(0, this.figure);
          this.subrule(0, this.nameOrText);
        },
      },
      { ALT: () => this.eat(T.TextToken) },
      { ALT: () => this.fail(T.TextToken) },
    ]);
  });

  /** Several duties, each perhaps with its figure: `to at least 1场 "…", at least 2家 "…" each year`. */
  protected readonly oblige = this.rule('oblige', () => {
    this.before(false);
    this.eat(role.oblige);
    this.option(0, {
      GATE: () => !this.hasSubjects() && T.canBeName(this.LA(1)),
      DEF: () => this.subrule(0, this.nameList),
    });
    this.maybe(role.to, 1);
    this.many(0, { GATE: () => this.atTerm(), DEF: () => this.subrule(0, this.term) });
    this.subrule(0, this.duty);
    this.many(1, {
      GATE: () =>
        this.isSeparator(1) &&
        (this.isType(2, T.TextToken) ||
          (this.isType(2, T.NumberToken) && !this.is(3, 'withinClose')) ||
          this.is(2, 'atLeast', 'atMost', 'roughly', 'notLessThan')),
      DEF: () => {
        this.eat(T.Separator);
        this.subrule(1, this.duty);
      },
    });
    this.subrule(0, this.normItems);
  });

  /** What someone may do, or is encouraged to: in words, or another norm without modifiers of its own. */
  protected readonly act = this.rule('act', () => {
    this.or(0, [
      { ALT: () => this.eat(T.TextToken) },
      { ALT: () => this.recogniseAct(10) },
      { ALT: () => this.exemptAct(2) },
      { ALT: () => this.entitleAct(3, () => this.subrule(0, this.name)) },
      { ALT: () => this.reckonAct(4) },
      { ALT: () => this.fail('act') },
    ]);
  });

  protected readonly encourage = this.rule('encourage', () => {
    this.before(false);
    this.or(0, [{ ALT: () => this.eat(role.encourage) }, { ALT: () => this.eat(role.may) }]);
    this.option(0, { GATE: () => T.canBeName(this.LA(1)), DEF: () => this.subrule(0, this.nameList) });
    this.maybe(role.to, 1);
    this.subrule(0, this.act);
    this.subrule(0, this.normItems);
  });

  protected readonly target = this.rule('target', () => {
    this.before(true);
    this.eat(role.target);
    this.subrule(0, this.nameOrText);
    this.subrule(0, this.normItems);
  });

  /** `revoke 备案 when C`; C 的，取消 备案. */
  protected readonly revoke = this.rule('revoke', () => {
    this.before(true);
    this.eat(role.revoke);
    this.subrule(0, this.nameOrText);
    this.subrule(0, this.normItems);
  });

  /** `reclaim when C within 6 years`; 6年内 C 的，追回. */
  protected readonly reclaim = this.rule('reclaim', () => {
    this.option(0, { GATE: () => this.fronted && this.atTerm(), DEF: () => this.subrule(0, this.term) });
    this.before(true);
    this.eat(role.reclaim);
    this.subrule(0, this.normItems);
  });

  /** `bar for 4 years when C`; C 的，4年内不得申报. */
  protected readonly bar = this.rule('bar', () => {
    this.before(true);
    this.or(0, [
      {
        GATE: () => this.isType(1, T.NumberToken),
        ALT: () => {
          this.subrule(0, this.atom);
          this.maybe(role.withinClose, 3);
          this.eat(role.bar);
        },
      },
      {
        ALT: () => {
          this.eat(role.bar, 1);
          this.option(0, () => {
            this.eat(role.forYears);
            this.subrule(1, this.atom);
          });
        },
      },
    ]);
    this.subrule(0, this.normItems);
  });
}
