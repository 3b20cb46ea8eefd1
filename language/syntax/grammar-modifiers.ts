import type { IToken, TokenType } from 'chevrotain';
import { isConcrete } from './concrete.ts';
import type { Rule } from './grammar-base.ts';
import { ExpressionGrammar } from './grammar-expressions.ts';
import { modifierHeads } from './heads.ts';
import * as T from './tokens.ts';
import { role } from './tokens.ts';

/** 7 个, 7 家: words that count and say no more. */
const countedWords: ReadonlySet<string> = new Set(['个', '名', '家', '项', '人']);

/** What modifies a benefit or a norm, in the word orders of both vocabularies. */
export abstract class ModifierGrammar extends ExpressionGrammar {
  // ------------------------------------------------------------------------------------------------------- modifiers

  protected readonly texted = (name: 'clause' | 'note', head: TokenType): Rule =>
    this.rule(name, () => {
      this.eat(head);
      this.eat(T.TextToken);
    });
  protected readonly clause = this.texted('clause', role.clause);
  protected readonly note = this.texted('note', role.note);

  protected readonly one = (ruleName: 'about' | 'selectedBy' | 'from', head: TokenType): Rule =>
    this.rule(ruleName, () => {
      this.eat(head);
      this.subrule(0, this.name);
    });
  protected readonly about = this.one('about', role.about);
  protected readonly selectedBy = this.one('selectedBy', role.selectedBy);
  protected readonly from = this.one('from', role.from);

  /** A word for what is counted: 7 个. */
  private atCounted(): boolean {
    return countedWords.has(this.LA(1).image);
  }

  protected readonly rank = this.rule('rank', () => {
    this.or(0, [
      {
        ALT: () => {
          this.eat(role.rankedBy);
          this.subrule(0, this.name);
        },
      },
      {
        ALT: () => {
          this.eat(role.inOrderOf);
          this.subrule(1, this.name);
        },
      },
      {
        ALT: () => {
          this.eat(role.accordingTo);
          this.subrule(2, this.name);
          this.or(1, [
            { ALT: () => this.eat(role.highestFirst) },
            { ALT: () => this.eat(role.lowestFirst) },
            { ALT: () => this.eat(role.firstCome) },
            { ALT: () => this.fail('rank') },
          ]);
        },
      },
    ]);
  });

  /** `limit 7 per year ranked by F`; 名额 每年 7 个 按 F 从高到低. */
  protected readonly quota = this.rule('quota', () => {
    this.eat(role.quota);
    this.maybe(role.perYear, 0);
    this.subrule(0, this.operand);
    this.option(1, { GATE: () => this.atCounted(), DEF: () => this.eat(T.AnyName, 1) });
    this.option(2, { GATE: () => !this.atCap(), DEF: () => this.eat(role.perYear, 2) });
    this.many(3, {
      GATE: () => this.is(this.isSeparator(1) ? 2 : 1, 'rankedBy', 'inOrderOf', 'accordingTo'),
      DEF: () => {
        this.maybe(T.Separator, 4);
        this.subrule(5, this.rank);
      },
    });
  });

  /** `at most 3 R per K per year ranked by F`; 同一 K 每年 至多 3 个 R 按 F 从高到低. */
  protected readonly itemQuota = this.rule('itemQuota', () => {
    this.option(0, () => {
      this.eat(role.samePer);
      this.subrule(0, this.name);
      this.maybe(role.perYear, 8);
    });
    this.eat(role.atMost);
    this.eat(T.NumberToken);
    this.option(1, { GATE: () => this.atCounted() && T.canBeName(this.LA(2)), DEF: () => this.eat(T.AnyName, 1) });
    // 3项目 is one number with its unit.
    this.option(2, { GATE: () => !isNamed(this.LA(0)), DEF: () => this.subrule(1, this.name) });
    this.option(3, {
      GATE: () => !this.atCap(),
      DEF: () => {
        this.or(3, [{ ALT: () => this.eat(role.per) }, { ALT: () => this.eat(role.samePer, 3) }]);
        this.subrule(2, this.name);
      },
    });
    this.option(4, { GATE: () => !this.atCap(), DEF: () => this.eat(role.perYear, 4) });
    this.many(5, {
      GATE: () => this.is(this.isSeparator(1) ? 2 : 1, 'rankedBy', 'inOrderOf', 'accordingTo'),
      DEF: () => {
        this.maybe(T.Separator, 6);
        this.subrule(7, this.rank);
      },
    });
  });

  /** `pro rata`, `in order of F`; 按比例分配, 按先后分配 F. */
  protected readonly sharing = this.rule('sharing', () => {
    this.or(0, [
      { ALT: () => this.eat(role.proRata) },
      {
        ALT: () => {
          this.eat(role.inOrderOf);
          this.subrule(0, this.name);
        },
      },
    ]);
  });

  protected readonly bare = (ruleName: 'onceEver' | 'paidAtOnce' | 'perYear' | 'stray', head: TokenType): Rule =>
    this.rule(ruleName, () => this.eat(head));
  protected readonly onceEver = this.bare('onceEver', role.onceEver);
  protected readonly paidAtOnce = this.bare('paidAtOnce', role.paidAtOnce);
  protected readonly perYear = this.bare('perYear', role.perYear);
  protected readonly stray = this.bare('stray', role.yicixing);

  /** `甲方 65%`, `区 undecided "…"`, 甲方. */
  protected readonly portion = this.rule('portion', () => {
    this.subrule(0, this.name);
    this.option(0, () =>
      this.or(0, [{ ALT: () => this.eat(T.NumberToken) }, { ALT: () => this.subrule(0, this.undecided) }]),
    );
  });

  protected readonly portions = this.rule('portions', () => {
    this.subrule(0, this.portion);
    this.many(0, {
      GATE: () => this.isSeparator(1) && T.canBeName(this.LA(2)) && !this.isKeywordHead(2),
      DEF: () => {
        this.eat(T.Separator);
        this.subrule(1, this.portion);
      },
    });
  });

  /** 县 45% goes on with a list; 条款 “…” does not. */
  private isKeywordHead(k: number): boolean {
    return T.rolesOf(this.LA(k)).some((name) => modifierHeads.has(name)) || !this.nameContinues(k);
  }

  protected readonly stages = this.rule('stages', () => {
    this.eat(role.paidIn);
    this.eat(T.Braces);
  });

  protected readonly atOnce = this.rule('atOnce', () => {
    this.eat(role.atOnce);
    this.ownCondition();
  });

  protected readonly payTo = this.rule('payTo', () => {
    this.eat(role.payTo);
    this.subrule(0, this.portions);
  });

  protected readonly borneBy = this.rule('borneBy', () => {
    this.eat(role.borneBy);
    this.subrule(0, this.portions);
  });

  protected readonly decidedBy = this.rule('decidedBy', () => {
    this.eat(role.decidedBy);
    this.subrule(0, this.nameList);
  });

  protected readonly by = this.rule('by', () => {
    this.or(0, [
      {
        ALT: () => {
          this.eat(role.by);
          this.subrule(0, this.nameList);
        },
      },
      {
        ALT: () => {
          this.eat(role.byOpen);
          this.subrule(1, this.portions);
          this.or(1, [
            { ALT: () => this.eat(role.byClose) },
            { ALT: () => this.eat(role.decidedClose) },
            { ALT: () => this.eat(role.borneClose) },
            { ALT: () => this.fail(role.byClose) },
          ]);
        },
      },
    ]);
  });

  protected readonly when = this.rule('when', () => {
    this.or(0, [
      {
        ALT: () => {
          this.eat(role.when);
          this.subrule(0, this.expression);
          this.maybe(role.whenClose);
        },
      },
      {
        ALT: () => {
          this.eat(role.meetsOpen);
          this.subrule(1, this.expression);
          this.eat(role.meetsClose);
        },
      },
    ]);
  });

  protected readonly capScope = this.rule('capScope', () => {
    this.or(0, [
      { ALT: () => this.eat(role.perYear) },
      { ALT: () => this.eat(role.inTotal) },
      {
        ALT: () => {
          this.or(1, [{ ALT: () => this.eat(role.per) }, { ALT: () => this.eat(role.single) }]);
          this.subrule(0, this.name);
        },
      },
    ]);
  });

  protected readonly cap = this.rule('cap', () => {
    this.many(0, () => this.subrule(0, this.capScope));
    this.eat(role.cap);
    this.subrule(0, this.operand);
    this.many(1, { GATE: () => !this.atCap(), DEF: () => this.subrule(1, this.capScope) });
  });

  protected readonly floor = this.rule('floor', () => {
    this.eat(role.floor);
    this.subrule(0, this.operand);
  });

  /** A condition of its own; in Chinese it stands before: C 的，提高 1 个百分点. */
  private readonly ownCondition = () => this.option(5, () => this.subrule(5, this.when));

  protected readonly plus = this.rule('plus', () => {
    this.eat(role.plusPoints);
    this.subrule(0, this.operand);
    this.maybe(role.points);
    this.ownCondition();
  });

  protected readonly times = this.rule('times', () => {
    this.or(0, [{ ALT: () => this.eat(role.times) }, { ALT: () => this.eat(role.raisedBy) }]);
    this.subrule(0, this.operand);
    this.ownCondition();
  });

  protected readonly instead = this.rule('instead', () => {
    this.eat(role.instead);
    this.subrule(0, this.sum);
    this.ownCondition();
  });

  /** `after P`, 经 P 后, and 经 P 择优 (selected). */
  protected readonly after = this.rule('after', () => {
    this.eat(role.after);
    this.subrule(0, this.name);
    this.option(0, () => {
      this.or(0, [
        { ALT: () => this.eat(role.afterClose) },
        {
          ALT: () => {
            this.eat(role.selectClose);
            this.maybe(role.afterClose, 1);
          },
        },
      ]);
    });
  });

  /** `each year for 4 years from D`; 自 D 起连续 4年，每年. */
  protected readonly eachYearFor = this.rule('eachYearFor', () => {
    this.or(0, [
      {
        ALT: () => {
          this.eat(role.eachYearFor);
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
          this.eat(role.forYears);
          this.eat(T.NumberToken, 1);
          this.option(0, {
            // 每年 最高不超过 … is a cap by year.
            GATE: () => this.isSeparator(1) && this.is(2, 'perYear') && !this.is(3, 'cap', 'per', 'single', 'inTotal'),
            DEF: () => {
              this.eat(T.Separator);
              this.eat(role.perYear);
            },
          });
        },
      },
    ]);
  });

  /** `covers events by D from A to B`; 适用 D 在 A 至 B 的事项. */
  protected readonly covers = this.rule('covers', () => {
    this.eat(role.covers);
    this.subrule(0, this.name);
    this.or(0, [{ ALT: () => this.eat(role.from) }, { ALT: () => this.eat(role.inPeriod) }]);
    this.eat(T.DateToken);
    this.eat(role.to);
    this.eat(T.DateToken, 1);
    this.maybe(role.coversClose);
  });

  /** `apply within 8 months of D on E`; 自 D 起 8个月 内申报 于 E. */
  protected readonly deadline = this.rule('deadline', () => {
    this.or(0, [
      {
        ALT: () => {
          this.eat(role.applyWithin);
          this.subrule(0, this.atom);
          this.eat(role.of);
          this.subrule(1, this.name);
        },
      },
      {
        ALT: () => {
          this.eat(role.since);
          this.subrule(2, this.name);
          this.eat(role.sinceClose);
          this.subrule(3, this.atom);
          this.eat(role.withinToApply);
        },
      },
    ]);
    this.option(1, () => {
      this.eat(role.onDate);
      this.subrule(4, this.name);
    });
  });

  protected readonly less = this.rule('less', () => {
    this.eat(role.lessAwarded);
    this.option(0, {
      GATE: () =>
        (T.canBeName(this.LA(1)) && !this.isKeywordBefore(1) && !this.atModifier()) || this.isType(1, T.TextToken),
      DEF: () => this.subrule(0, this.awardReference),
    });
  });

  protected readonly modifier = (index: number) =>
    this.or(index, [
      { ALT: () => this.subrule(index, this.clause) },
      { ALT: () => this.subrule(index, this.note) },
      { ALT: () => this.subrule(index, this.about) },
      { ALT: () => this.subrule(index, this.by) },
      { ALT: () => this.subrule(index, this.when) },
      { ALT: () => this.subrule(index, this.floor) },
      { ALT: () => this.subrule(index, this.plus) },
      { ALT: () => this.subrule(index, this.times) },
      { ALT: () => this.subrule(index, this.instead) },
      { ALT: () => this.subrule(index, this.after) },
      { ALT: () => this.subrule(index, this.selectedBy) },
      { ALT: () => this.subrule(index, this.from) },
      { ALT: () => this.subrule(index, this.quota) },
      { ALT: () => this.subrule(index, this.itemQuota) },
      { ALT: () => this.subrule(index, this.sharing) },
      { ALT: () => this.subrule(index, this.onceEver) },
      { ALT: () => this.subrule(index, this.paidAtOnce) },
      { ALT: () => this.subrule(index, this.stages) },
      { ALT: () => this.subrule(index, this.atOnce) },
      { ALT: () => this.subrule(index, this.payTo) },
      { ALT: () => this.subrule(index, this.borneBy) },
      { ALT: () => this.subrule(index, this.decidedBy) },
      { ALT: () => this.subrule(index, this.covers) },
      { GATE: () => !this.is(4, 'forYears'), ALT: () => this.subrule(index, this.deadline) },
      { ALT: () => this.subrule(index, this.eachYearFor) },
      { ALT: () => this.subrule(index, this.less) },
      { GATE: () => !this.atCap(), ALT: () => this.subrule(index, this.perYear) },
      { ALT: () => this.subrule(index, this.stray) },
      { ALT: () => this.subrule(index, this.cap) },
    ]);

  /** The header of a measure, the inside of a budget, and what is left of a statement after a mistake. */
  readonly modifiers = this.rule('modifiers', () => {
    this.many(0, {
      GATE: () => this.isSeparator(1) || this.atCap() || this.atModifier(),
      DEF: () => this.or(1, [{ ALT: () => this.eat(T.Separator) }, { ALT: () => this.modifier(2) }]),
    });
  });

  /** An amount, or, before 的, a condition. */
  protected readonly part = this.rule('part', () => {
    this.subrule(0, this.expression);
    this.maybe(role.de);
  });

  /** Amount and modifiers in any order, commas between them as in a sentence. */
  readonly items = this.rule('items', () => {
    this.many(0, {
      // Two amounts with nothing between them: something is missing there, or is not known.
      GATE: () => !this.isRightAfterPart() || this.isSeparator(1) || this.atCap() || this.atModifier(),
      DEF: () =>
        this.or(0, [
          { ALT: () => this.eat(T.Separator) },
          { GATE: () => this.atCap() || this.atModifier(), ALT: () => this.modifier(1) },
          { ALT: () => this.subrule(0, this.part) },
        ]),
    });
  });

  /** Another part ended just here, and not in 的; 最高 may follow all the same, as a cap. */
  protected isRightAfterPart(): boolean {
    const last = this.node.children.at(-1);
    if (this.is(1, 'upTo')) return false;
    return last !== undefined && isConcrete(last) && last.rule === 'part' && !T.has(this.LA(0), 'de');
  }

  /** A modifier begins here; a likely name does so only before what it introduces. */
  protected atModifier(): boolean {
    const token = this.LA(1);
    if (!T.rolesOf(token).some((name) => modifierHeads.has(name))) return false;
    // 自 D 起 4年 内 { … } is an amount.
    if (this.is(1, 'since')) return this.is(4, 'forYears') || this.is(5, 'withinToApply');
    // Where no name can stand, it is one whatever follows: what is missing is told there.
    if (!T.canBeName(token) || this.node.rule === 'modifiers' || this.isRightAfterPart()) return true;
    if (this.is(1, 'paidIn')) return this.isType(2, T.Braces);
    if (this.is(1, 'atMost')) return this.isType(2, T.NumberToken);
    if (this.is(1, 'quota')) return this.isType(2, T.NumberToken) || this.is(2, 'perYear');
    return this.is(1, 'clause', 'note') ? this.isType(2, T.TextToken) : T.canBeName(this.LA(2));
  }
}

/** 3项目: a number and what it counts. */
function isNamed(token: IToken): boolean {
  return (token as T.Token).number?.unit === 'named';
}
