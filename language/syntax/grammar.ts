import type { IToken, Rule as ProductionRule } from 'chevrotain';
import type { EntryRule, StatementRule } from './concrete.ts';
import type { Reading, Rule } from './grammar-base.ts';
import { PolicyGrammar } from './grammar-policy.ts';
import { normWords } from './heads.ts';
import * as T from './tokens.ts';
import { role } from './tokens.ts';

/**
 * One rule per kind of statement and entry, keyed by roles, so that it is the same for both vocabularies and for their
 * word orders. There is one expression grammar for amounts and conditions, because parentheses would be ambiguous
 * otherwise; `operand` is the smaller one of caps and budgets, so that `per` is not swallowed.
 */
class Grammar extends PolicyGrammar {
  constructor(skipValidations: boolean) {
    super(skipValidations);
    this.performSelfAnalysis();
  }

  readStatement(rule: StatementRule, tokens: readonly IToken[], fronted: boolean): Reading {
    this.fronted = fronted;
    return this.read(this.statementRules[rule], tokens);
  }

  readEntry(rule: EntryRule, tokens: readonly IToken[]): Reading {
    return this.read(this.entryRules[rule], tokens);
  }

  /** All rules as data, for what can follow what. */
  productions(): readonly ProductionRule[] {
    return Object.values(this.getGAstProductions());
  }

  // -------------------------------------------------------------------------------------------------------- examples

  private readonly example = this.rule('example', () => {
    this.eat(role.example);
    this.maybe(T.TextToken);
    this.option(1, () => {
      this.eat(role.ofMeasure);
      this.subrule(0, this.name);
    });
  });

  /** `甲`, `甲[2]`, `措施.甲` */
  private readonly reference = this.rule('reference', () => {
    this.subrule(0, this.path);
    this.maybe(T.Brackets);
  });

  private readonly outcome = this.rule('outcome', () => {
    this.or(0, [
      { ALT: () => this.eat(role.granted) },
      { ALT: () => this.eat(role.ceiling) },
      { ALT: () => this.eat(role.selective) },
      { ALT: () => this.eat(role.suppressed) },
      { ALT: () => this.eat(role.denied) },
      { ALT: () => this.eat(role.undecided) },
      { ALT: () => this.eat(role.undecidedOutcome) },
      { ALT: () => this.eat(role.caseByCase) },
    ]);
  });

  private atOutcome(k: number): boolean {
    return this.is(k, ...outcomes);
  }

  /** An outcome word is one unless another outcome follows: a benefit may be called 待评定. */
  private atReference(): boolean {
    if (!T.canBeName(this.LA(1)) || this.atNorm()) return false;
    if (!this.atOutcome(1)) return true;
    return this.atOutcome(2) || this.isType(2, T.Equals, T.Dot, T.Brackets);
  }

  /** A benefit may be called 指标 or 限制: these are norms only where nothing else can be meant. */
  private atNorm(): boolean {
    if (!this.is(1, ...normWords)) return false;
    if (!T.canBeName(this.LA(1)) || this.atNormState(2)) return true;
    if (T.canBeName(this.LA(2))) return !this.atOutcome(2);
    return this.isType(2, T.TextToken) || (this.isType(2, T.Brackets) && this.atNormState(3));
  }

  private atNormState(k: number): boolean {
    return this.is(k, 'holds', 'doesNotHold');
  }

  /** `exempt`, `may[2]`, `recognise 技术经理人` */
  private readonly normReference = this.rule('normReference', () => {
    this.or(
      0,
      normWords.map((word) => ({ ALT: () => this.eat(role[word]) })),
    );
    this.option(0, {
      GATE: () => this.isType(1, T.TextToken) || !this.is(1, 'holds', 'doesNotHold', 'needs') || this.atNormState(2),
      DEF: () => this.subrule(0, this.nameOrText),
    });
    this.maybe(T.Brackets, 1);
  });

  private readonly normState = () =>
    this.or(3, [
      { ALT: () => this.eat(role.holds) },
      { ALT: () => this.eat(role.doesNotHold) },
      {
        ALT: () => {
          this.eat(role.needs, 1);
          this.option(3, () => this.subrule(3, this.nameList));
        },
      },
      { ALT: () => this.fail('norm-state') },
    ]);

  /** `after P` or `selected by P`, after the comma that Chinese puts there. */
  private readonly process = (index: number) =>
    this.option(index, {
      GATE: () => this.is(this.isSeparator(1) ? 2 : 1, 'after', 'selectedBy'),
      DEF: () => {
        this.maybe(T.Separator, index + 1);
        this.or(index, [
          { ALT: () => this.subrule(index, this.after) },
          { ALT: () => this.subrule(index, this.selectedBy) },
        ]);
      },
    });

  private readonly expect = this.rule('expect', () => {
    this.eat(role.expect);
    this.option(0, { GATE: () => this.atReference(), DEF: () => this.subrule(0, this.reference) });
    this.or(0, [
      {
        GATE: () => this.atNorm(),
        ALT: () => {
          this.subrule(0, this.normReference);
          this.normState();
        },
      },
      {
        ALT: () => {
          this.eat(T.Equals);
          this.subrule(0, this.expression);
          this.process(4);
        },
      },
      {
        ALT: () => {
          this.eat(role.needs);
          this.option(1, () => this.subrule(0, this.nameList));
        },
      },
      {
        ALT: () => {
          this.subrule(0, this.outcome);
          this.option(2, () => this.subrule(1, this.expression));
          this.process(6);
        },
      },
      { ALT: () => this.fail('outcome') },
    ]);
  });

  private readonly decide = this.rule('decide', () => {
    this.eat(role.decide);
    this.subrule(0, this.reference);
    this.eat(T.Equals);
    this.subrule(0, this.expression);
  });

  /** `had 建设奖 = 50万元 in 2025`, `had nothing` */
  /** `reading 边界 = 甲` */
  private readonly tryReading = this.rule('tryReading', () => {
    this.eat(role.tryReading);
    this.subrule(0, this.name);
    this.eat(T.Equals);
    this.subrule(1, this.name);
  });

  private readonly had = this.rule('had', () => {
    this.or(0, [
      { ALT: () => this.eat(role.hadNothing) },
      {
        ALT: () => {
          this.eat(role.had);
          this.subrule(0, this.awardReference);
          this.maybe(T.Brackets, 1);
          this.eat(T.Equals);
          this.subrule(0, this.sum);
          this.option(0, () => {
            this.eat(role.inYear);
            this.or(1, [
              { ALT: () => this.eat(T.DateToken) },
              { ALT: () => this.eat(T.NumberToken) },
              { ALT: () => this.fail(T.NumberToken) },
            ]);
          });
        },
      },
    ]);
  });

  private readonly given = this.rule('given', () => this.subrule(0, this.name));

  // --------------------------------------------------------------------------------------------------------- entries

  private readonly member = this.rule('member', () => this.subrule(0, this.name));

  private readonly typeReference = this.rule('typeReference', () => {
    this.or(0, [
      {
        ALT: () => {
          this.eat(role.listOf);
          this.subrule(0, this.name);
        },
      },
      { GATE: () => this.is(2, 'listAfter'), ALT: () => this.subrule(1, this.name) },
      { ALT: () => this.eat(role.money) },
      { ALT: () => this.eat(role.rate) },
      { ALT: () => this.eat(role.count) },
      { ALT: () => this.eat(role.date) },
      { ALT: () => this.eat(role.duration) },
      { ALT: () => this.eat(role.bool) },
      { ALT: () => this.eat(role.key) },
      { ALT: () => this.subrule(2, this.name) },
      { ALT: () => this.fail('type') },
    ]);
    this.option(0, { GATE: () => this.is(1, 'listAfter'), DEF: () => this.eat(role.listAfter) });
  });

  /** `parameter X: T per U by date = V from D, V from D "…"` */
  private readonly parameter = this.rule('parameter', () => {
    this.eat(role.parameter);
    this.subrule(0, this.name);
    this.many(0, () => this.subrule(0, this.aliases));
    this.option(1, () => {
      this.eat(T.Colon);
      this.subrule(0, this.typeReference);
      this.option(2, () => {
        this.or(0, [{ ALT: () => this.eat(role.per) }, { ALT: () => this.eat(T.Divide) }]);
        this.subrule(1, this.name);
      });
    });
    this.maybe(role.byDate, 3);
    this.option(4, () => {
      this.eat(T.Equals);
      this.subrule(0, this.datedValue);
      this.many(1, {
        GATE: () => this.isSeparator(1),
        DEF: () => {
          this.eat(T.Separator);
          this.subrule(1, this.datedValue);
        },
      });
    });
    this.maybe(T.TextToken, 5);
  });

  private readonly field = this.rule('field', () => {
    this.subrule(0, this.name);
    this.many(0, () => this.subrule(0, this.aliases));
    this.eat(T.Colon);
    this.subrule(0, this.typeReference);
    this.many(1, () =>
      this.or(0, [
        { ALT: () => this.eat(role.signed) },
        { ALT: () => this.eat(role.yearly) },
        {
          ALT: () => {
            this.eat(role.basis);
            this.eat(T.TextToken, 1);
          },
        },
        { ALT: () => this.eat(T.TextToken, 2) },
        {
          ALT: () => {
            this.eat(T.Equals);
            this.subrule(0, this.expression);
          },
        },
      ]),
    );
  });

  /** `优秀、良好: 13万元`, `otherwise: none`, 其余不予. */
  private readonly row = this.rule('row', () => {
    this.or(0, [
      { GATE: () => !T.canBeName(this.LA(1)) || this.isType(2, T.Colon), ALT: () => this.subrule(0, this.otherwise) },
      {
        ALT: () => {
          this.subrule(0, this.nameList);
          this.eat(T.Colon);
          this.subrule(0, this.expression);
        },
      },
      { ALT: () => this.fail(T.AnyName) },
    ]);
  });

  /** `40万元..90万元: 3%`, `otherwise: none`. */
  private readonly band = this.rule('band', () => {
    this.or(0, [
      { ALT: () => this.subrule(0, this.otherwise) },
      {
        ALT: () => {
          this.subrule(0, this.range);
          this.eat(T.Colon);
          this.subrule(0, this.expression);
        },
      },
    ]);
  });

  private readonly fact = this.rule('fact', () => {
    // The figure of one year: 2025: 60.
    this.or(0, [{ ALT: () => this.eat(T.NumberToken) }, { ALT: () => this.subrule(0, this.name) }]);
    this.eat(T.Colon);
    this.subrule(0, this.item);
  });

  /** A value that is given, or one item of a list of them. */
  private readonly item: Rule = this.rule('item', () => {
    this.or(0, [
      { ALT: () => this.eat(T.Brackets) },
      { ALT: () => this.eat(T.Braces) },
      { ALT: () => this.subrule(0, this.expression) },
      { ALT: () => this.fail('value') },
    ]);
  });

  private readonly targetEntry = this.rule('targetEntry', () => {
    this.or(0, [
      { GATE: () => this.atTerm() || this.atRowTerm(), ALT: () => this.subrule(0, this.term) },
      { ALT: () => this.eat(T.NumberToken) },
    ]);
    this.eat(T.Colon);
    this.subrule(0, this.figure);
  });

  /** `1 to 2: 60%`, 第1至2年：60% */
  private readonly yearRow = this.rule('yearRow', () => {
    this.or(0, [
      { ALT: () => this.subrule(1, this.otherwise) },
      {
        ALT: () => {
          this.maybe(role.ordinal, 1);
          this.eat(T.NumberToken, 1);
          this.option(2, () => {
            this.eat(role.to);
            this.maybe(role.ordinal, 3);
            this.eat(T.NumberToken, 2);
          });
          this.eat(T.Colon);
          this.subrule(0, this.expression);
        },
      },
      { ALT: () => this.fail(T.NumberToken) },
    ]);
  });

  private readonly statementRules: Readonly<Record<StatementRule, Rule>> = {
    use: this.use,
    policy: this.policy,
    named: this.named,
    unit: this.unit,
    party: this.party,
    disjoint: this.disjoint,
    agency: this.agency,
    matter: this.matter,
    measure: this.measure,
    budget: this.budget,
    example: this.example,
    let: this.let,
    parameter: this.parameter,
    score: this.score,
    ledBy: this.ledBy,
    issuedBy: this.issuedBy,
    level: this.level,
    status: this.status,
    effective: this.effective,
    replaces: this.replaces,
    source: this.source,
    asOf: this.asOf,
    stacking: this.stacking,
    waive: this.waive,
    extend: this.extend,
    apply: this.apply,
    ruling: this.ruling,
    bounds: this.bounds,
    for: this.for,
    benefit: this.benefit,
    recognise: this.recognise,
    exempt: this.exempt,
    entitle: this.entitle,
    reckon: this.reckon,
    oblige: this.oblige,
    encourage: this.encourage,
    target: this.target,
    hold: this.hold,
    revoke: this.revoke,
    reclaim: this.reclaim,
    bar: this.bar,
    excludes: this.excludes,
    stacksWith: this.stacksWith,
    allow: this.allow,
    allowRule: this.allowRule,
    deny: this.deny,
    expect: this.expect,
    decide: this.decide,
    had: this.had,
    tryReading: this.tryReading,
    given: this.given,
    front: this.front,
    modifiers: this.modifiers,
  };

  private readonly entryRules: Readonly<Record<EntryRule, Rule>> = {
    member: this.member,
    field: this.field,
    row: this.row,
    band: this.band,
    fact: this.fact,
    item: this.item,
    targetEntry: this.targetEntry,
    yearRow: this.yearRow,
  };
}

const outcomes = [
  'granted',
  'ceiling',
  'selective',
  'suppressed',
  'denied',
  'needs',
  'undecided',
  'undecidedOutcome',
  'caseByCase',
] as const;

let grammar: Grammar | undefined;

/** The one grammar. Building it costs tens of milliseconds, so it is built when first wanted, and kept. */
export function theGrammar(): Pick<Grammar, 'readStatement' | 'readEntry' | 'productions'> {
  grammar ??= new Grammar(true);
  return grammar;
}

/** Builds a grammar with Chevrotain's checks for ambiguity on; throws where it has one. For tests. */
export function checkGrammar(): void {
  new Grammar(false);
}
