import type { Base, DateLiteral, Expression, Name, Text } from './tree-expressions.ts';

/** What a policy says of itself and of its measures. */
export type PolicyLine =
  | LedBy
  | IssuedBy
  | Level
  | Status
  | Effective
  | Replaces
  | Source
  | Stacking
  | Waive
  | Extend
  | Apply
  | Ruling
  | Bounds
  | AsOf;

export interface LedBy extends Base<'LedBy'> {
  readonly agencies: readonly Name[];
}

export interface IssuedBy extends Base<'IssuedBy'> {
  readonly agencies: readonly Name[];
}

export type LevelName = 'province' | 'city' | 'district' | 'county';

export interface Level extends Base<'Level'> {
  readonly level: LevelName;
}

export type StatusName = 'draft' | 'in-force' | 'repealed';

export interface Status extends Base<'Status'> {
  readonly status: StatusName;
}

/** `effective on publication` (no dates), `effective 2026-01-01 to 2028-12-31`, `effective 2026-01-01`. */
export interface Effective extends Base<'Effective'> {
  readonly from: DateLiteral | undefined;
  readonly to: DateLiteral | undefined;
}

/** `replaces jinan-2023` in a policy; in a measure `replaces 特色学院`, the measure of an older version that it continues. */
export interface Replaces extends Base<'Replaces'> {
  readonly policies: readonly Name[];
}

/** `source "jinan-2026.source.json"` */
export interface Source extends Base<'Source'> {
  readonly path: Text;
}

/** `as of 2026-06-30`: the evaluation date where a run gives none. */
export interface AsOf extends Base<'AsOf'> {
  readonly date: DateLiteral;
}

/** The words of the texts that say on which side of a figure something lies, and may or may not include the figure. */
export type BoundWord = '以上' | '以下' | '以内';

/** `bounds 以上 includes, 以下 excludes`: what the words mean in this document. */
export interface Bounds extends Base<'Bounds'> {
  readonly words: readonly BoundMeaning[];
}

export interface BoundMeaning extends Base<'BoundMeaning'> {
  readonly word: BoundWord;
  readonly includes: boolean;
}

export type StackingRule = 'highest' | 'sum' | 'choose-one';

/** `stacking highest with other policies`. No reach means every reach; `between` names measures. */
export interface Stacking extends Base<'Stacking'> {
  readonly rule: StackingRule;
  readonly reaches: readonly Reach[];
  readonly between: readonly Name[];
}

export interface Reach extends Base<'Reach'> {
  readonly reach: 'within' | 'other' | 'level' | 'per' | 'across';
  readonly level: LevelName | undefined;
  readonly key: Name | undefined;
}

/** `waive "13+34" because "…"`: a figure of the text that is deliberately not encoded. */
export interface Waive extends Base<'Waive'> {
  readonly figure: Text;
  readonly because: Text | undefined;
}

/** `extend to 科研院所 when 事业单位 "可参照执行"`: others may apply by analogy. */
export interface Extend extends Base<'Extend'> {
  readonly parties: readonly Name[];
  readonly condition: Expression | undefined;
  readonly note: Text | undefined;
}

/**
 * `apply 建设奖 to 改建单位 reading 改建面积 as 新建面积 when 获批 "…"`: others are paid as by a measure, by analogy, some of their
 * facts standing for those that it names.
 */
export interface Apply extends Base<'Apply'> {
  readonly measure: Name;
  readonly parties: readonly Name[];
  readonly reads: readonly FactReading[];
  readonly condition: Expression | undefined;
  readonly note: Text | undefined;
}

/** `改建面积 as 新建面积` */
export interface FactReading extends Base<'FactReading'> {
  readonly fact: Name;
  readonly as: Name;
}

/** `ruling 边界 甲 by 市财政局 on 2027-03-01 "函号"`: settles a reading from that day on. */
export interface Ruling extends Base<'Ruling'> {
  readonly reading: Name;
  readonly option: Name;
  readonly by: readonly Name[];
  readonly on: DateLiteral | undefined;
  /** The document that says so. */
  readonly reference: Text | undefined;
}
