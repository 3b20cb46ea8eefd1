import type { IToken, TokenType } from 'chevrotain';
import type { EntryRule, StatementRule } from './concrete.ts';
import type { Reading, Rule } from './grammar-base.ts';
import { ModifierGrammar } from './grammar-modifiers.ts';
import * as T from './tokens.ts';
import { role } from './tokens.ts';

/**
 * One rule per kind of statement and entry, keyed by roles, so that it is the same for both vocabularies and for their
 * word orders. There is one expression grammar for amounts and conditions, because parentheses would be ambiguous
 * otherwise; `operand` is the smaller one of caps and budgets, so that `per` is not swallowed.
 */
class Grammar extends ModifierGrammar {
  constructor(skipValidations: boolean) {
    super(skipValidations);
    this.performSelfAnalysis();
  }

  /** Whether a statement begins with a condition or a subject; told by the outline, for the statement at hand. */
  private fronted = false;

  readStatement(rule: StatementRule, tokens: readonly IToken[], fronted: boolean): Reading {
    this.fronted = fronted;
    return this.read(this.statementRules[rule], tokens);
  }

  readEntry(rule: EntryRule, tokens: readonly IToken[]): Reading {
    return this.read(this.entryRules[rule], tokens);
  }

  // --------------------------------------------------------------------------------------------------- declarations

  private readonly use = this.rule('use', () => {
    this.eat(role.use);
    this.subrule(0, this.path);
  });

  /** A head, a name and perhaps a title; what follows in braces is the outline's. */
  private readonly titled = (ruleName: 'policy' | 'measure' | 'named', head: TokenType, title: boolean): Rule =>
    this.rule(ruleName, () => {
      this.eat(head);
      this.subrule(0, this.name);
      if (title) this.maybe(T.TextToken);
    });
  private readonly policy = this.titled('policy', role.policy, true);
  private readonly measure = this.titled('measure', role.measure, true);
  /** An enum or a record. */
  private readonly named = this.titled('named', T.Head, false);

  private readonly unit = this.rule('unit', () => {
    this.eat(role.unit);
    this.subrule(0, this.name);
    this.many(0, () => this.subrule(0, this.aliases));
  });

  private readonly parents = this.rule('parents', () => {
    this.eat(role.is);
    this.subrule(0, this.nameList);
  });

  private readonly party = this.rule('party', () => {
    this.eat(role.party);
    this.subrule(0, this.name);
    this.many(0, () =>
      this.or(0, [{ ALT: () => this.subrule(0, this.parents) }, { ALT: () => this.subrule(0, this.aliases) }]),
    );
    this.maybe(T.TextToken);
  });

  private readonly listed = (ruleName: 'disjoint' | 'ledBy' | 'issuedBy' | 'replaces', head: TokenType): Rule =>
    this.rule(ruleName, () => {
      this.eat(head);
      this.subrule(0, this.nameList);
    });
  private readonly disjoint = this.listed('disjoint', role.disjoint);
  private readonly ledBy = this.listed('ledBy', role.ledBy);
  private readonly issuedBy = this.listed('issuedBy', role.issuedBy);
  private readonly replaces = this.listed('replaces', role.replaces);

  private readonly agency = this.rule('agency', () => {
    this.eat(role.agency);
    this.subrule(0, this.name);
    this.many(0, () =>
      this.or(0, [{ ALT: () => this.subrule(0, this.aliases) }, { ALT: () => this.subrule(0, this.formerly) }]),
    );
  });

  private readonly matter = this.rule('matter', () => {
    this.eat(role.matter);
    this.subrule(0, this.name);
    this.option(0, () => {
      this.eat(role.under);
      this.subrule(1, this.name);
    });
    this.maybe(T.TextToken, 1);
  });

  private readonly rounding = this.rule('rounding', () => {
    this.or(0, [{ ALT: () => this.eat(role.roundedTo) }, { ALT: () => this.eat(role.roundedDownTo) }]);
    this.subrule(0, this.operand);
  });

  private readonly let = this.rule('let', () => {
    this.eat(role.let);
    this.subrule(0, this.name);
    this.eat(T.Equals);
    this.subrule(0, this.expression);
    this.option(0, () => this.subrule(0, this.rounding));
  });

  private readonly years = this.rule('years', () => {
    this.eat(role.forYears);
    this.subrule(0, this.operand);
  });

  private readonly total = this.rule('total', () => {
    this.eat(role.total);
    this.subrule(0, this.operand);
  });

  private readonly budget = this.rule('budget', () => {
    this.eat(role.budget);
    this.subrule(0, this.name);
    this.many(0, () =>
      this.or(0, [
        { ALT: () => this.eat(T.Separator) },
        { ALT: () => this.subrule(0, this.years) },
        {
          GATE: () => !T.canBeName(this.LA(1)) || this.isType(2, T.NumberToken),
          ALT: () => this.subrule(0, this.total),
        },
        { GATE: () => this.atModifier(), ALT: () => this.modifier(1) },
        { ALT: () => this.subrule(0, this.operand) },
      ]),
    );
  });

  // --------------------------------------------------------------------------------------------------- policy lines

  private readonly level = this.rule('level', () => {
    this.eat(role.level);
    this.subrule(0, this.levelName);
  });

  private readonly levelName: Rule = this.RULE('levelName', () => {
    this.or(0, [
      { ALT: () => this.eat(role.province) },
      { ALT: () => this.eat(role.city) },
      { ALT: () => this.eat(role.district) },
      { ALT: () => this.eat(role.county) },
      { ALT: () => this.fail('level') },
    ]);
  });

  private readonly status = this.rule('status', () => {
    this.eat(role.status);
    this.or(0, [
      { ALT: () => this.eat(role.draft) },
      { ALT: () => this.eat(role.inForce) },
      { ALT: () => this.eat(role.repealed) },
      { ALT: () => this.fail('status') },
    ]);
  });

  private readonly effective = this.rule('effective', () => {
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

  private readonly source = this.rule('source', () => {
    this.eat(role.source);
    this.eat(T.TextToken);
  });

  private readonly asOf = this.rule('asOf', () => {
    this.eat(role.asOf);
    this.eat(T.DateToken);
  });

  private readonly reach = this.rule('reach', () => {
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

  private readonly stacking = this.rule('stacking', () => {
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

  private readonly because = this.rule('because', () => {
    this.eat(role.because);
    this.eat(T.TextToken);
  });

  private readonly waive = this.rule('waive', () => {
    this.eat(role.waive);
    this.eat(T.TextToken);
    this.maybe(T.Separator);
    this.option(1, () => this.subrule(0, this.because));
  });

  /** A condition with its head, or before 的. */
  private readonly condition = (index: number) =>
    this.or(index, [{ ALT: () => this.subrule(index, this.when) }, { ALT: () => this.subrule(index, this.part) }]);

  private readonly extend = this.rule('extend', () => {
    this.option(7, { GATE: () => this.fronted, DEF: () => this.subrule(7, this.front) });
    this.eat(role.extendTo);
    this.subrule(0, this.nameList);
    this.maybe(T.Separator, 1);
    this.option(2, { GATE: () => !this.isType(1, T.TextToken), DEF: () => this.condition(0) });
    this.maybe(T.Separator, 3);
    this.maybe(T.TextToken, 4);
  });

  // -------------------------------------------------------------------------------------------------- measure lines

  /** `for A, B`, `for each R of P where C`; 对象 P 的每个 R，其中 C. */
  private readonly for = this.rule('for', () => {
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
  private readonly front = this.rule('front', () => {
    this.condition(0);
    this.maybe(T.Separator, 1);
  });

  private readonly subjects = this.rule('subjects', () => {
    this.subrule(0, this.nameOrText);
    this.many(0, () => {
      this.eat(T.Separator);
      this.subrule(1, this.nameOrText);
    });
  });

  private readonly label = this.rule('label', () => {
    this.subrule(0, this.name);
    this.eat(T.Colon);
  });

  private readonly benefit = this.rule('benefit', () => {
    this.option(0, { GATE: () => this.fronted, DEF: () => this.subrule(0, this.front) });
    this.eat(T.Head);
    this.option(1, { GATE: () => this.isType(2, T.Colon), DEF: () => this.subrule(0, this.label) });
    this.subrule(0, this.items);
  });

  // ----------------------------------------------------------------------------------------------------------- norms

  /** What stands before the head of a norm: its condition, or its bearers. */
  private readonly before = (subjectless: boolean) => {
    this.option(7, {
      GATE: () => this.fronted && (subjectless || !this.atSubjects()),
      DEF: () => this.subrule(7, this.front),
    });
    if (subjectless) return;
    this.option(8, { GATE: () => this.fronted && this.atSubjects(), DEF: () => this.subrule(8, this.subjects) });
  };

  /** Names, apart by commas, right before a head. */
  private atSubjects(): boolean {
    let k = 1;
    while (k < 80 && (T.canBeName(this.LA(k)) || this.isType(k, T.TextToken)) && this.isSeparator(k + 1)) k += 2;
    return this.is(k + 1, 'entitle', 'reckon', 'oblige', 'may');
  }

  private readonly recogniseAct = (index: number) => {
    this.eat(role.recognise, index);
    this.subrule(index * 2, this.nameOrText);
    this.eat(role.as, index);
    this.subrule(index * 2 + 1, this.nameOrText);
  };

  private readonly recognise = this.rule('recognise', () => {
    this.before(true);
    this.recogniseAct(1);
    this.subrule(0, this.items);
  });

  private readonly exemptAct = (index: number) => {
    this.eat(role.exempt, index);
    this.subrule(index, this.name);
    this.or(index, [
      { ALT: () => this.eat(role.from, index) },
      { ALT: () => this.eat(role.de, index) },
      { ALT: () => this.fail(role.from) },
    ]);
    this.subrule(index, this.nameOrText);
  };

  private readonly exempt = this.rule('exempt', () => {
    this.before(true);
    this.exemptAct(1);
    this.subrule(0, this.items);
  });

  private readonly bound = this.rule('bound', () => {
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
  private readonly share = this.rule('share', () => {
    this.subrule(0, this.operand);
    this.option(0, () => {
      this.eat(role.de);
      this.subrule(1, this.operand);
    });
  });

  private readonly entitleAct = (index: number, subject: () => void) => {
    this.eat(role.entitle, index);
    subject();
    this.maybe(role.to, index + 2);
    this.subrule(index, this.bound);
    this.subrule(index, this.share);
  };

  private readonly entitle = this.rule('entitle', () => {
    this.before(false);
    this.entitleAct(1, () =>
      this.option(0, { GATE: () => T.canBeName(this.LA(1)), DEF: () => this.subrule(0, this.name) }),
    );
    this.subrule(0, this.items);
  });

  /** `reckon 50% of 奖金 as 工资`; 奖金 减按 50% 计入 工资; 减按 奖金 的 50% 计入 工资. */
  private readonly reckonAct = (index: number) => {
    this.eat(role.reckon, index);
    this.subrule(index, this.share);
    this.eat(role.reckonAs, index);
    this.subrule(index, this.nameOrText);
  };

  private readonly reckon = this.rule('reckon', () => {
    this.before(false);
    this.reckonAct(1);
    this.subrule(0, this.items);
  });

  private readonly oblige = this.rule('oblige', () => {
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
  private readonly act = this.rule('act', () => {
    this.or(0, [
      { ALT: () => this.eat(T.TextToken) },
      { ALT: () => this.recogniseAct(10) },
      { ALT: () => this.exemptAct(2) },
      { ALT: () => this.entitleAct(3, () => this.subrule(0, this.name)) },
      { ALT: () => this.reckonAct(4) },
      { ALT: () => this.fail('act') },
    ]);
  });

  private readonly encourage = this.rule('encourage', () => {
    this.before(false);
    this.or(0, [{ ALT: () => this.eat(role.encourage) }, { ALT: () => this.eat(role.may) }]);
    this.option(0, { GATE: () => T.canBeName(this.LA(1)), DEF: () => this.subrule(0, this.nameList) });
    this.maybe(role.to, 1);
    this.subrule(0, this.act);
    this.subrule(0, this.items);
  });

  private readonly target = this.rule('target', () => {
    this.before(true);
    this.eat(role.target);
    this.subrule(0, this.nameOrText);
    this.subrule(0, this.items);
  });

  // ------------------------------------------------------------------------------------------------------- relations

  private readonly related = (ruleName: 'excludes' | 'stacksWith', head: TokenType, close: TokenType): Rule =>
    this.rule(ruleName, () => {
      this.eat(head);
      this.subrule(0, this.nameList);
      this.maybe(close);
    });
  private readonly excludes = this.related('excludes', role.excludes, role.excludesClose);
  private readonly stacksWith = this.related('stacksWith', role.stacksWith, role.stacksWithClose);

  private readonly deny = this.rule('deny', () => {
    this.option(7, { GATE: () => this.fronted, DEF: () => this.subrule(7, this.front) });
    this.eat(role.deny);
    this.option(0, {
      GATE: () => !this.fronted && !this.is(1, 'because') && !this.isSeparator(1),
      DEF: () => this.condition(1),
    });
    this.maybe(T.Separator, 2);
    this.option(3, () => this.subrule(0, this.because));
  });

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
    if (!T.canBeName(this.LA(1))) return false;
    if (!this.atOutcome(1)) return true;
    return this.atOutcome(2) || this.isType(2, T.Equals, T.Dot, T.Brackets);
  }

  private readonly expect = this.rule('expect', () => {
    this.eat(role.expect);
    this.option(0, { GATE: () => this.atReference(), DEF: () => this.subrule(0, this.reference) });
    this.or(0, [
      {
        ALT: () => {
          this.eat(T.Equals);
          this.subrule(0, this.expression);
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

  private readonly field = this.rule('field', () => {
    this.subrule(0, this.name);
    this.many(0, () => this.subrule(0, this.aliases));
    this.eat(T.Colon);
    this.subrule(0, this.typeReference);
    this.many(1, () =>
      this.or(0, [
        { ALT: () => this.eat(role.signed) },
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
    ]);
  });

  private readonly fact = this.rule('fact', () => {
    this.subrule(0, this.name);
    this.eat(T.Colon);
    this.subrule(0, this.item);
  });

  /** A value that is given, or one item of a list of them. */
  private readonly item: Rule = this.rule('item', () => {
    this.or(0, [
      { ALT: () => this.eat(T.Brackets) },
      { ALT: () => this.eat(T.Braces) },
      { ALT: () => this.subrule(0, this.expression) },
    ]);
  });

  private readonly targetEntry = this.rule('targetEntry', () => {
    this.eat(T.NumberToken);
    this.eat(T.Colon);
    this.option(0, {
      GATE: () => this.is(1, 'atLeast', 'notLessThan', 'atMost', 'notMoreThan', 'exactly', 'over'),
      DEF: () => this.subrule(0, this.bound),
    });
    this.subrule(0, this.sum);
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
    for: this.for,
    benefit: this.benefit,
    recognise: this.recognise,
    exempt: this.exempt,
    entitle: this.entitle,
    reckon: this.reckon,
    oblige: this.oblige,
    encourage: this.encourage,
    target: this.target,
    excludes: this.excludes,
    stacksWith: this.stacksWith,
    deny: this.deny,
    expect: this.expect,
    decide: this.decide,
    given: this.given,
    modifiers: this.modifiers,
  };

  private readonly entryRules: Readonly<Record<EntryRule, Rule>> = {
    member: this.member,
    field: this.field,
    row: this.row,
    fact: this.fact,
    item: this.item,
    targetEntry: this.targetEntry,
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
export function theGrammar(): Pick<Grammar, 'readStatement' | 'readEntry'> {
  grammar ??= new Grammar(true);
  return grammar;
}

/** Builds a grammar with Chevrotain's checks for ambiguity on; throws where it has one. For tests. */
export function checkGrammar(): void {
  new Grammar(false);
}
