import type { AwardReference, Base, DateLiteral, Expression, Name } from './tree-expressions.ts';

/** `each year for 4 years from 认定日期`: in the year of the date and the three after it. */
export interface EachYear extends Base<'EachYear'> {
  readonly years: Expression;
  readonly start: Name;
}

/** `less already awarded 建设奖`, taken from what is left after stacking; no award named: what the benefit itself paid before. */
export interface Less extends Base<'Less'> {
  readonly award: AwardReference | undefined;
}

/** `{ 2025: no, 2026: yes }`, `{ earlier: no, 2026: yes }` */
export interface GivenYearly extends Base<'GivenYearly'> {
  readonly years: readonly GivenYear[];
}

export interface GivenYear extends Base<'GivenYear'> {
  readonly year: number | 'earlier';
  readonly value: Expression;
}

/** `had 建设奖 = 50万元 in 2025`; `had nothing` names no award. A year without a date, or neither: some year before. */
export interface GivenAward extends Base<'GivenAward'> {
  readonly award: AwardReference | undefined;
  readonly item: number | undefined;
  readonly amount: Expression | undefined;
  readonly year: number | undefined;
  readonly date: DateLiteral | undefined;
}

/** `covers events by 认定日期 from 2027-01-01 to 2029-12-31`: only what happened then counts. */
export interface Covers extends Base<'Covers'> {
  readonly date: Name;
  readonly from: DateLiteral | undefined;
  readonly to: DateLiteral | undefined;
}

/** `apply within 8 months of 公告日期 on 申请日期`: from that day on, so long; without `on`, the day of evaluation counts. */
export interface Deadline extends Base<'Deadline'> {
  /** Months or days. */
  readonly length: Expression;
  readonly since: Name;
  readonly on: Name | undefined;
}
