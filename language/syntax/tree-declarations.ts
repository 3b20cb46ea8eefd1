import type { Base, DateLiteral, Expression, Name, TableRow, Text } from './tree-expressions.ts';

export type TypeReference = NamedType | ListType;

/** The built-in types by their role, whatever the vocabulary; all others by name. */
export type BuiltInType = 'money' | 'rate' | 'count' | 'date' | 'duration' | 'bool' | 'key';

export interface NamedType extends Base<'NamedType'> {
  readonly builtIn: BuiltInType | undefined;
  /** The name as written; for a built-in type, its English keyword. */
  readonly name: Name;
}

export interface ListType extends Base<'ListType'> {
  readonly of: Name;
}

/**
 * `parameter 最低工资 = 2200元 from 2025-10-01, 2320元 from 2027-01-01`: a figure that others set, each value from its day on.
 * `parameter 汇率: 元 per 日元 by date`: whoever computes gives the value of the day.
 */
export interface ParameterDeclaration extends Base<'ParameterDeclaration'> {
  readonly name: Name;
  readonly aliases: readonly Name[];
  /** Undefined: that of its first value. */
  readonly type: TypeReference | undefined;
  /** `元 per 日元`: what one of the unit is worth in yuan. */
  readonly per: Name | undefined;
  readonly byDate: boolean;
  readonly values: readonly DatedValue[];
  readonly label: Text | undefined;
}

/** `2200元 from 2025-10-01`; without a date it holds from the beginning. */
export interface DatedValue extends Base<'DatedValue'> {
  readonly value: Expression;
  readonly from: DateLiteral | undefined;
}

/**
 * `score 等级 { 人员占比: bands …, 专利: … } at least 55`: the points of all rows together, by name; the measure is for those
 * who reach so many.
 */
export interface Score extends Base<'Score'> {
  readonly name: Name;
  /** Each with one name. */
  readonly rows: readonly TableRow[];
  readonly atLeast: Expression | undefined;
}
