import type { Base, Expression, Name, Text } from './tree-expressions.ts';

/** How a figure binds. `about`: the text says 约 or 左右. */
export type Bound = 'at-least' | 'at-most' | 'exactly' | 'over' | 'about';

/** What must be done, and perhaps how much of it: `at least 1场 "交流活动"`. */
export interface Duty extends Base<'Duty'> {
  readonly bound: Bound;
  readonly figure: Expression | undefined;
  readonly upTo: Expression | undefined;
  readonly what: Name | Text;
}

export interface TargetEntry extends Base<'TargetEntry'> {
  /** Of a row: the year before the colon. */
  readonly year: number | undefined;
  readonly terms: readonly Term[];
  readonly bound: Bound;
  readonly value: Expression;
  /** Of `1 to 2家`: the upper end, included. */
  readonly upTo: Expression | undefined;
}

/** `each year`, `by 2028`, `within 5 years`: when a figure is to be reached, or how long something holds. */
export interface Term extends Base<'Term'> {
  readonly form: 'each-year' | 'by' | 'within';
  /** A year or a date; a duration. */
  readonly value: Expression | undefined;
}
