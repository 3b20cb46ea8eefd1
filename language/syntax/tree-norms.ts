import type { Modifier } from './tree.ts';
import type { Base, Expression, Name, Text } from './tree-expressions.ts';

/** Rights, duties, targets, and what happens afterwards to those who were supported: no money of their own. */
export type Norm = Recognise | Exempt | Entitle | Reckon | Hold | Oblige | Encourage | Target | Revoke | Reclaim | Bar;

/** `recognise 转化项目 as 省级科技计划项目 when …` */
export interface Recognise extends Base<'Recognise'> {
  readonly subject: Name | Text;
  readonly as: Name | Text;
  readonly modifiers: readonly Modifier[];
}

/** `exempt 单位负责人 from 后续价值变化责任 when …` */
export interface Exempt extends Base<'Exempt'> {
  readonly party: Name;
  readonly from: Name | Text;
  readonly modifiers: readonly Modifier[];
}

/** How a figure binds. `about`: the text says 约 or 左右. */
export type Bound = 'at-least' | 'at-most' | 'exactly' | 'over' | 'about';

/** `entitle 科研人员 to at least 70% of undecided "分配基数未写明"` */
export interface Entitle extends Base<'Entitle'> {
  readonly party: Name;
  readonly bound: Bound;
  readonly share: Expression;
  /** The base of the share: a fact, a string that names it, or `undecided "…"`. */
  readonly of: Expression | undefined;
  readonly modifiers: readonly Modifier[];
}

/** `reckon 50% of 现金奖励 as 当月工资薪金` */
export interface Reckon extends Base<'Reckon'> {
  readonly share: Expression;
  readonly of: Name | Text;
  readonly as: Name | Text;
  readonly modifiers: readonly Modifier[];
}

/** `hold 市财政出资 to at most 30% of 基金规模`: what may not leave a share or a sum. */
export interface Hold extends Base<'Hold'> {
  readonly subject: Name | Text;
  readonly bound: Bound;
  readonly share: Expression;
  readonly of: Expression | undefined;
  readonly modifiers: readonly Modifier[];
}

/** `oblige 市科技局 to "…" each year`, `oblige 高新区 to at least 1所 结对高校 by 2026` */
export interface Oblige extends Base<'Oblige'> {
  readonly bearers: readonly Name[];
  readonly duties: readonly Duty[];
  readonly terms: readonly Term[];
  readonly modifiers: readonly Modifier[];
}

/** What must be done, and perhaps how much of it: `at least 1场 "交流活动"`. */
export interface Duty extends Base<'Duty'> {
  readonly bound: Bound;
  readonly figure: Expression | undefined;
  readonly upTo: Expression | undefined;
  readonly what: Name | Text;
}

/** `encourage 高校 to "…"`, `may 科研人员 to "…"`, `encourage 高校 to recognise …` */
export interface Encourage extends Base<'Encourage'> {
  readonly modality: 'encourage' | 'may';
  readonly bearers: readonly Name[];
  readonly act: Text | Norm;
  readonly modifiers: readonly Modifier[];
}

/** `target 技术合同成交额 { 2023: over 700亿元, 2025: over 1400亿元 }`, `target 卓越工程师 about 30名 each year` */
export interface Target extends Base<'Target'> {
  readonly figure: Name | Text;
  /** The figure that stands on the line. */
  readonly line: TargetEntry | undefined;
  /** The rows in braces. */
  readonly entries: readonly TargetEntry[];
  readonly modifiers: readonly Modifier[];
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

/** `revoke 备案 when 评级 is 不合格`: a status that is taken away. */
export interface Revoke extends Base<'Revoke'> {
  readonly what: Name | Text;
  readonly modifiers: readonly Modifier[];
}

/** `reclaim when 迁出 within 6 years`: what was paid is taken back. */
export interface Reclaim extends Base<'Reclaim'> {
  /** How long after the payment. */
  readonly within: Expression | undefined;
  readonly modifiers: readonly Modifier[];
}

/** `bar for 4 years when 骗取`: no application is taken. */
export interface Bar extends Base<'Bar'> {
  /** For how long; undefined: for good. */
  readonly years: Expression | undefined;
  readonly modifiers: readonly Modifier[];
}
