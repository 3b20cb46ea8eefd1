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

/** `at most 3 项目 per 企业 per year ranked by 评审得分`: of each applicant, or of each value of a field, so many items are paid. */
export interface ItemQuota extends Base<'ItemQuota'> {
  /** Missing where there is no number. */
  readonly n: Expression;
  readonly list: Name;
  /** A party: of each applicant; a field of the items: of each of its values; absent: of each applicant. */
  readonly per: Name | undefined;
  /** Says that the list is of one year; changes nothing in the count. */
  readonly perYear: boolean;
  /** Which items come first: by facts, or, by the list's own name, in its order. Of equal ones, the next rank decides. */
  readonly ranks: readonly Rank[];
}

/** `ranked by F` (the highest first), `in order of F` (the lowest or earliest first). */
export interface Rank extends Base<'Rank'> {
  readonly fact: Name;
  readonly order: 'highest-first' | 'lowest-first';
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
