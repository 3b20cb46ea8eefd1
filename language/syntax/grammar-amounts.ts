import type { TokenType } from 'chevrotain';
import { GrammarBase, type Rule } from './grammar-base.ts';
import { modifierHeads } from './heads.ts';
import * as T from './tokens.ts';
import { role } from './tokens.ts';

/** Kinds of amount that are made of a list, or of bands of a figure. */
export abstract class AmountGrammar extends GrammarBase {
  protected abstract readonly name: Rule;
  abstract readonly expression: Rule;
  protected abstract readonly negation: Rule;
  protected abstract readonly sum: Rule;
  protected abstract readonly atom: Rule;

  /** `sum of F of R where C`, `highest of F of R`, `number of R where C`. */
  protected readonly aggregate: Rule = this.rule('aggregate', () => {
    this.or(0, [
      {
        ALT: () => {
          this.or(1, [{ ALT: () => this.eat(role.sumOf) }, { ALT: () => this.eat(role.highestOf) }]);
          this.subrule(0, this.atom);
          this.eat(role.of);
        },
      },
      { ALT: () => this.eat(role.numberOf) },
    ]);
    this.subrule(0, this.name);
    this.option(0, () => {
      this.eat(role.where);
      this.subrule(0, this.itemCondition);
    });
  });

  /**
   * Which items count. In a condition only what stands next to `where`: of `number of R where C >= 2` the comparison is
   * that of the number. Elsewhere everything up to the end of the condition.
   */
  protected readonly itemCondition: Rule = this.rule('itemCondition', () => {
    this.or(0, [
      { GATE: () => this.isInCondition(), ALT: () => this.subrule(0, this.negation) },
      { ALT: () => this.subrule(0, this.expression) },
    ]);
  });

  /** `R（C 的）的 F 合计`, `R 个数`. */
  protected readonly aggregateAfter: Rule = this.rule('aggregateAfter', () => {
    this.subrule(0, this.name);
    this.option(0, () => this.subrule(0, this.ofWhich));
    this.or(0, [
      { ALT: () => this.eat(role.numberAfter) },
      {
        ALT: () => {
          this.eat(role.de);
          this.subrule(0, this.atom);
          this.or(1, [{ ALT: () => this.eat(role.sumAfter) }, { ALT: () => this.eat(role.highestAfter) }]);
        },
      },
    ]);
  });

  /** （C 的） after the name of a list. */
  protected readonly ofWhich: Rule = this.rule('ofWhich', () => {
    this.eat(T.LParen);
    this.subrule(0, this.expression);
    this.maybe(role.de);
    this.eat(T.RParen);
  });

  /** `best of R where C: A`, `任选一 R（C 的）：A`. */
  protected readonly best: Rule = this.rule('best', () => {
    this.eat(role.bestOf);
    this.subrule(0, this.name);
    this.option(0, () =>
      this.or(0, [
        {
          ALT: () => {
            this.eat(role.where);
            this.subrule(0, this.expression);
          },
        },
        { ALT: () => this.subrule(0, this.ofWhich) },
      ]),
    );
    this.eat(T.Colon);
    this.subrule(0, this.sum);
  });

  /** `reading 边界 "…" { 甲: 3%, 乙: 4% }` */
  protected readonly reading: Rule = this.rule('reading', () => {
    this.eat(role.reading);
    this.subrule(0, this.name);
    this.maybe(T.TextToken);
    this.eat(T.Braces);
  });

  /** `bands F whole { … }`, `bands F marginal { … }`. */
  protected readonly bands: Rule = this.rule('bands', () => {
    this.eat(role.bands);
    this.subrule(0, this.atom);
    this.subrule(0, this.bandList);
  });

  /** `全额 { … }` after `F 分档`. */
  protected readonly bandList: Rule = this.rule('bandList', () => {
    this.or(0, [{ ALT: () => this.eat(role.whole) }, { ALT: () => this.eat(role.marginal) }]);
    this.eat(T.Braces);
  });

  /** `ladder F first reached { … } difference only`. */
  protected readonly ladder: Rule = this.rule('ladder', () => {
    this.eat(role.ladder);
    this.subrule(0, this.name);
    this.subrule(0, this.ladderList);
  });

  /** `首次达到 { … } 只补差额` after the figure. */
  protected readonly ladderList: Rule = this.rule('ladderList', () => {
    this.eat(role.firstReached);
    this.eat(T.Braces);
    this.option(0, {
      GATE: () => this.isSeparator(1) && this.is(2, 'differenceOnly', 'inFull'),
      DEF: () => this.eat(T.Separator),
    });
    this.or(0, [
      { ALT: () => this.eat(role.differenceOnly) },
      { ALT: () => this.eat(role.inFull) },
      { ALT: () => this.fail(role.differenceOnly) },
    ]);
  });

  // -------------------------------------------------------------------------------------------------- looking ahead

  /** A name here is that of a list: 平台 个数, 平台（获批 的）的 投入 合计. */
  protected atAggregateAfter(): boolean {
    if (!T.canBeName(this.LA(1))) return false;
    let k = 2;
    if (this.isType(k, T.LParen)) k = this.afterParen(k);
    if (this.is(k, 'numberAfter')) return true;
    if (!this.is(k, 'de')) return false;
    const end = this.isType(k + 1, T.LParen) ? this.afterParen(k + 1) : k + 2;
    return this.is(end, 'sumAfter', 'highestAfter');
  }

  /** The place after the parenthesis that closes the one at `k`. */
  private afterParen(k: number): number {
    let depth = 0;
    for (let i = k; i < k + 200; i++) {
      if (this.isType(i, T.LParen)) depth += 1;
      else if (this.isType(i, T.RParen)) depth -= 1;
      if (depth === 0) return i + 1;
    }
    return k;
  }

  private isInCondition(): boolean {
    return this.stack.some((node) => conditions.has(node.rule));
  }

  /** In a condition: a comparison here is that of the list, not of its items, unless another one follows. */
  protected endsItemCondition(): boolean {
    const [outer, inner] = this.stack.slice(-2);
    if (outer?.rule !== 'itemCondition' || inner?.rule !== 'negation' || !this.isComparison(1)) return false;
    let depth = 0;
    for (let k = 2; k < 200; k++) {
      const token = this.LA(k);
      if (this.isType(k, T.LParen)) depth += 1;
      else if (this.isType(k, T.RParen)) depth -= 1;
      if (depth < 0 || token.tokenType.name === 'EOF' || this.is(k, 'and', 'or')) return true;
      if (depth === 0 && this.isComparison(k)) return false;
      // What comes next has comparisons of its own.
      if (depth === 0 && (this.isSeparator(k) || this.isModifier(k))) return true;
    }
    return true;
  }

  private isModifier(k: number): boolean {
    return !T.canBeName(this.LA(k)) && T.rolesOf(this.LA(k)).some((name) => modifierHeads.has(name));
  }

  private isComparison(k: number): boolean {
    const { tokenType } = this.LA(k);
    const isSign = tokenType.CATEGORIES?.includes(T.Comparison as TokenType) ?? false;
    return isSign || this.is(k, 'notLessThan', 'moreThan', 'notMoreThan', 'lessThan');
  }
}

const conditions: ReadonlySet<string> = new Set(['when', 'front', 'deny', 'for']);
