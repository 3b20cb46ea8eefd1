import type { TokenType } from 'chevrotain';
import { isConcrete } from './concrete.ts';
import type { Rule } from './grammar-base.ts';
import { ModifierGrammar } from './grammar-modifiers.ts';
import * as T from './tokens.ts';
import { role } from './tokens.ts';

/** What stands in a measure: for whom, benefits, norms, and what it says of other measures. */
export abstract class MeasureGrammar extends ModifierGrammar {
  /** Whether a statement begins with a condition or a subject; told by the outline, for the statement at hand. */
  protected fronted = false;

  protected readonly because = this.rule('because', () => {
    this.eat(role.because);
    this.eat(T.TextToken);
  });

  /** A condition with its head, or before 的. */
  protected readonly condition = (index: number) =>
    this.or(index, [
      { ALT: () => this.subrule(index, this.when) },
      { ALT: () => this.subrule(index, this.part) },
      { ALT: () => this.fail('operand') },
    ]);

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

  // ----------------------------------------------------------------------------------------------------------- norms

  /** What stands before the head of a norm: its condition, or its bearers. */
  protected readonly before = (subjectless: boolean) => {
    this.option(7, {
      GATE: () => this.fronted && (subjectless || !this.atSubjects()),
      DEF: () => this.subrule(7, this.front),
    });
    if (subjectless) return;
    this.option(8, { GATE: () => this.fronted && this.atSubjects(), DEF: () => this.subrule(8, this.subjects) });
  };

  /** Names, apart by commas, right before a head. */
  protected atSubjects(): boolean {
    let k = 1;
    while (k < 80 && (T.canBeName(this.LA(k)) || this.isType(k, T.TextToken)) && this.isSeparator(k + 1)) k += 2;
    return this.is(k + 1, 'entitle', 'reckon', 'oblige', 'may');
  }

  protected readonly recogniseAct = (index: number) => {
    this.eat(role.recognise, index);
    this.subrule(index * 2, this.nameOrText);
    this.eat(role.as, index);
    this.subrule(index * 2 + 1, this.nameOrText);
  };

  protected readonly recognise = this.rule('recognise', () => {
    this.before(true);
    this.recogniseAct(1);
    this.subrule(0, this.items);
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
    this.subrule(0, this.items);
  });

  protected readonly bound = this.rule('bound', () => {
    this.or(0, [
      { ALT: () => this.eat(role.atLeast) },
      { ALT: () => this.eat(role.notLessThan) },
      { ALT: () => this.eat(role.atMost) },
      { ALT: () => this.eat(role.notMoreThan) },
      { ALT: () => this.eat(role.exactly) },
      { ALT: () => this.eat(role.over) },
      { ALT: () => this.fail('bound') },
    ]);
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
    this.subrule(0, this.items);
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
    this.subrule(0, this.items);
  });

  protected readonly oblige = this.rule('oblige', () => {
    this.before(false);
    this.eat(role.oblige);
    this.option(0, { GATE: () => T.canBeName(this.LA(1)), DEF: () => this.subrule(0, this.nameList) });
    this.maybe(role.to, 1);
    this.maybe(role.eachYear, 2);
    this.eat(T.TextToken);
    this.option(3, { GATE: () => !this.atCap(), DEF: () => this.eat(role.eachYear, 3) });
    this.subrule(0, this.items);
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
    this.subrule(0, this.items);
  });

  protected readonly target = this.rule('target', () => {
    this.before(true);
    this.eat(role.target);
    this.subrule(0, this.nameOrText);
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

  protected readonly deny = this.rule('deny', () => {
    this.option(7, { GATE: () => this.fronted, DEF: () => this.subrule(7, this.front) });
    this.eat(role.deny);
    this.option(0, {
      GATE: () => !this.fronted && !this.is(1, 'because') && !this.isSeparator(1),
      DEF: () => this.condition(1),
    });
    if (!this.RECORDING_PHASE && !this.node.children.some(isConcrete)) this.fail('operand');
    this.maybe(T.Separator, 2);
    this.option(3, () => this.subrule(0, this.because));
  });
}
