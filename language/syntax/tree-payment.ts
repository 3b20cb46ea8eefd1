import type { Base, Expression, Name, TableRow } from './tree-expressions.ts';

/** `paid { 开工: 20%, 竣工: 30%, 验收: 50% }`: when which part is paid; the last takes what is left. */
export interface Stages extends Base<'Stages'> {
  /** Each with one name. */
  readonly rows: readonly TableRow[];
}

/** `at once when 提前竣工`: all of it together, instead of in stages. */
export interface AtOnce extends Base<'AtOnce'> {
  readonly condition: Expression | undefined;
}

/** `to 甲方 65%, 乙方 35%`: who is paid. */
export interface PaidTo extends Base<'PaidTo'> {
  readonly shares: readonly Share[];
}

/** `borne by 市 55%, 县 45%`: whose money it is. */
export interface BorneBy extends Base<'BorneBy'> {
  readonly shares: readonly Share[];
}

/** Somebody's part: a rate, or `undecided "…"`; undefined: all of it. */
export interface Share extends Base<'Share'> {
  readonly name: Name;
  readonly share: Expression | undefined;
}

/** `decided by 市科技局`: the body that says who qualifies, or how much it is. */
export interface DecidedBy extends Base<'DecidedBy'> {
  readonly agencies: readonly Name[];
}
