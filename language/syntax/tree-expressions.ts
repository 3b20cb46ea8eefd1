import type { Span } from '../source/span.ts';

/** What every node has: its kind, and where it stands. */
export interface Base<K extends string> {
  readonly kind: K;
  readonly span: Span;
}

/** An identifier as meant, without back-quotes, full-width letters folded. `text` is '' where one was expected but missing. */
export interface Name extends Base<'Name'> {
  readonly text: string;
}

/** A dotted name: `std.parties`. */
export interface Path extends Base<'Path'> {
  readonly parts: readonly Name[];
}

/** A string literal; `value` is what stands between the quotation marks. */
export interface Text extends Base<'Text'> {
  readonly value: string;
}

/** One grammar for amounts and conditions; the checker tells them apart. */
export type Expression =
  | NumberLiteral
  | DateLiteral
  | BoolLiteral
  | Text
  | NameExpression
  | Unary
  | Binary
  | Is
  | In
  | Between
  | Parenthesised
  | RateOf
  | Per
  | PerFull
  | UpTo
  | AtLeast
  | Range
  | Table
  | Aggregate
  | Bands
  | Ladder
  | Undecided
  | CaseByCase
  | Reading
  | None
  | LastYear
  | YearsSum
  | Growth
  | GrowthRate
  | FirstTime
  | Running
  | Had
  | Schedule
  | Nth
  | Missing;

/**
 * What a number was written with. `money` covers 元, 万元, 亿元 and 分; `percent` and `permille` are rates; `months` and
 * `days` are durations (a year is twelve months); `named` is a declared unit; `万` and `亿` alone only scale a number.
 */
export type NumberUnit = 'none' | 'money' | 'percent' | 'permille' | 'months' | 'days' | 'named';

/** A number with its unit. The value is `numerator / denominator` in the base of its unit: fen, 1, months, days. */
export interface NumberLiteral extends Base<'NumberLiteral'> {
  readonly unit: NumberUnit;
  /** The declared unit, where `unit` is `named`. */
  readonly named: Name | undefined;
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** As written, half-width: `1.5亿元`. The formatter keeps it. */
  readonly written: string;
}

/** A calendar date that exists; `iso` is `YYYY-MM-DD`. */
export interface DateLiteral extends Base<'DateLiteral'> {
  readonly iso: string;
}

export interface BoolLiteral extends Base<'BoolLiteral'> {
  readonly value: boolean;
}

export interface NameExpression extends Base<'NameExpression'> {
  readonly name: Name;
}

export interface Unary extends Base<'Unary'> {
  readonly operator: 'not' | '-';
  readonly operand: Expression;
}

export type ComparisonOperator = '<' | '<=' | '>' | '>=';

export interface Binary extends Base<'Binary'> {
  readonly operator: '+' | '-' | '*' | '/' | 'and' | 'or' | ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** `角色 is 牵头`, `角色 is not 牵头` */
export interface Is extends Base<'Is'> {
  readonly subject: Expression;
  readonly negated: boolean;
  readonly value: Expression;
}

/** `类型 in {甲, 乙}`, `类型 not in {甲}` */
export interface In extends Base<'In'> {
  readonly subject: Expression;
  readonly negated: boolean;
  readonly members: readonly Name[];
}

/** `年龄 between 18 to 45`; the ends follow the range. */
export interface Between extends Base<'Between'> {
  readonly subject: Expression;
  readonly range: Range;
}

export interface Parenthesised extends Base<'Parenthesised'> {
  readonly inner: Expression;
}

/** `10% of 创新券总额`, `按 创新券总额 的 10%`. */
export interface RateOf extends Base<'RateOf'> {
  readonly rate: Expression;
  readonly base: Expression;
}

/** `6000元 per 硕士`: the amount times the fact. */
export interface Per extends Base<'Per'> {
  readonly amount: Expression;
  /** The fact itself, or the unit that it is counted in where `of` names the fact. */
  readonly unit: Name;
  /** `17元 per 平方米 of 场地面积` */
  readonly of: Name | undefined;
  /** `per 月 of 租期 at most 9 月`: more than this is not counted. */
  readonly atMost: Expression | undefined;
}

/** `9万元 per full 5000万元 of 年销售额 over 2亿元`: only whole steps count. */
export interface PerFull extends Base<'PerFull'> {
  readonly amount: Expression;
  readonly step: Expression;
  readonly of: Expression;
  /** What the steps are counted from; nothing, where it is not said. */
  readonly over: Expression | undefined;
}

/** `up to 150万元`: some named process decides an amount from 0 to the limit, both included. */
export interface UpTo extends Base<'UpTo'> {
  readonly limit: Expression;
}

/** `at least 20万元`: open at the top. */
export interface AtLeast extends Base<'AtLeast'> {
  readonly limit: Expression;
}

/** `a..b`, `a..=b`, `a>..b`, `a to b`, `a以上 b以下`; an amount that someone decides, or the ends of a comparison. */
export interface Range extends Base<'Range'> {
  readonly from: Expression | undefined;
  readonly to: Expression | undefined;
  readonly form: 'dots' | 'to' | 'words';
  /** In `words`: as the words mean where the document says nothing else. */
  readonly includesFrom: boolean;
  readonly includesTo: boolean;
  /** In `words`: 以上 before the upper end, 以下 or 以内 after it. */
  readonly upperWord?: '以下' | '以内';
}

/** `table 等次 { 优秀: 13万元, 良好: 7万元, otherwise: none }` */
export interface Table extends Base<'Table'> {
  readonly subject: Name;
  readonly rows: readonly TableRow[];
  readonly otherwise: Expression | undefined;
}

export interface TableRow extends Base<'TableRow'> {
  readonly members: readonly Name[];
  readonly value: Expression;
}

/**
 * A figure of the items of a list: `sum of F of R where C`, `number of R`, `highest of F of R`; `best of R where C: A` is
 * the highest as the applicant's choice. Within `where` and `value` the fields of an item are names.
 */
export interface Aggregate extends Base<'Aggregate'> {
  readonly fold: 'sum' | 'number' | 'highest' | 'best';
  readonly list: Name;
  readonly where: Expression | undefined;
  /** Undefined for `number`. */
  readonly value: Expression | undefined;
}

/**
 * `bands 设备费 whole { 40万元..90万元: 3%, 90万元..: 4% }`: by the band that the subject lies in. `whole`: the band's value
 * for all of it; `marginal`: each band's rate for the part that lies in the band.
 */
export interface Bands extends Base<'Bands'> {
  readonly subject: Expression;
  readonly mode: 'whole' | 'marginal';
  readonly rows: readonly BandRow[];
  /** What is given outside of all bands; nothing, where it is not said. */
  readonly otherwise: Expression | undefined;
}

/** `40万元..90万元: 3%`. `band` is a range, or a single value. */
export interface BandRow extends Base<'BandRow'> {
  readonly band: Expression;
  readonly value: Expression;
}

/**
 * `ladder 营业收入 first reached { 2亿元: 8万元, 6亿元: 21万元 } difference only`: the highest rung reached this year that no
 * year before had reached. `difference` pays what it gives beyond the highest rung reached before, `full` all of it.
 */
export interface Ladder extends Base<'Ladder'> {
  readonly subject: Name;
  readonly mode: 'difference' | 'full';
  /** The band is what has to be reached. */
  readonly rows: readonly BandRow[];
  /** Has no place in a ladder. */
  readonly otherwise: Expression | undefined;
}

/** `undecided "评价标准另行制定"` */
export interface Undecided extends Base<'Undecided'> {
  readonly reason: Text | undefined;
}

/** `reading 边界 "两档都含270万元" { 甲: 3%, 乙: 4% }`: what the text gives in each of the ways it can be read. */
export interface Reading extends Base<'Reading'> {
  readonly name: Name;
  readonly question: Text | undefined;
  /** Each with one name. */
  readonly options: readonly TableRow[];
}

export interface CaseByCase extends Base<'CaseByCase'> {}

/** `none`: nothing is paid. */
export interface None extends Base<'None'> {}

/** `last year's 产量` */
export interface LastYear extends Base<'LastYear'> {
  readonly fact: Name;
}

/** `sum of 产量 over 3 years`: this year and those before it. */
export interface YearsSum extends Base<'YearsSum'> {
  readonly fact: Name;
  readonly years: Expression;
}

/** `growth of 产量`, from last year; with `beyond`, the part above so much more than last year. */
export interface Growth extends Base<'Growth'> {
  readonly fact: Name;
  readonly beyond: Expression | undefined;
}

/** `growth rate of 产量`: only in comparisons. */
export interface GrowthRate extends Base<'GrowthRate'> {
  readonly fact: Name;
}

/** `first time 高新认定`: it holds, and never did before. */
export interface FirstTime extends Base<'FirstTime'> {
  readonly condition: Expression;
}

/** `评级 is 差 for 2 years running`: this year and the years before it. */
export interface Running extends Base<'Running'> {
  readonly condition: Expression;
  readonly years: Expression;
}

/** `had 建设奖`: the ledger records an award of it. */
export interface Had extends Base<'Had'> {
  readonly award: AwardReference;
}

/** A past award: `measure`, `measure.benefit` or `policy.measure`; or in quotation marks one that no policy here grants. */
export interface AwardReference extends Base<'AwardReference'> {
  readonly path: readonly Name[];
  readonly text: Text | undefined;
}

/** `over 4 years from 投运日期 { 1 to 2: 60%, 3 to 4: 35% }`; the year of the date is the first. */
export interface Schedule extends Base<'Schedule'> {
  readonly years: Expression;
  readonly start: Name;
  readonly rows: readonly ScheduleRow[];
}

/** Years counted from 1, both included. */
export interface ScheduleRow extends Base<'ScheduleRow'> {
  readonly from: number;
  readonly to: number;
  readonly value: Expression;
}

/**
 * `nth 车棚 per 小区 { 1: 90%, 2 to 4: 35%, otherwise: none }`: by which one of its kind an item is, among those that qualify, in the
 * order in which they are given. `per year` says that they are those of the year.
 */
export interface Nth extends Base<'Nth'> {
  readonly list: Name;
  readonly per: Name | undefined;
  readonly perYear: boolean;
  readonly rows: readonly ScheduleRow[];
  readonly otherwise: Expression | undefined;
}

/** Stands where an expression was expected and none could be parsed. */
export interface Missing extends Base<'Missing'> {}
