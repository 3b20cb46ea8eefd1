/**
 * The syntax tree: what was written, without meaning. One shape for both vocabularies: two sources that differ only in
 * keywords, punctuation width, word order, trivia and spans have equal trees (see `abstract.ts`).
 *
 * Invariants: a node's span covers its children's; the children of a block are in source order; modifiers of a benefit
 * are in source order, wherever they stand; every token of the file lies in exactly one innermost node, because tokens
 * that no rule claimed are wrapped in `Skipped`.
 */

import type { DatedValue, ParameterDeclaration, Score, TypeReference } from './tree-declarations.ts';
import type {
  AwardReference,
  BandRow,
  Base,
  Expression,
  Name,
  Path,
  ScheduleRow,
  TableRow,
  Text,
} from './tree-expressions.ts';
import type { Covers, Deadline, EachYear, GivenAward, GivenYear, GivenYearly, Less } from './tree-history.ts';
import type { Bound, Duty, TargetEntry, Term } from './tree-norms.ts';
import type { AtOnce, BorneBy, DecidedBy, ItemQuota, PaidTo, Rank, Share, Stages } from './tree-payment.ts';
import type { AsOf, BoundMeaning, FactReading, PolicyLine, Reach } from './tree-policy.ts';

export type * from './tree-declarations.ts';
export type * from './tree-expressions.ts';
export type * from './tree-history.ts';
export type * from './tree-norms.ts';
export type * from './tree-payment.ts';
export type * from './tree-policy.ts';

/** Tokens that no rule could use. Recovery puts them here, so that nothing of the source is lost. */
export interface Skipped extends Base<'Skipped'> {}

export interface File extends Base<'File'> {
  readonly items: readonly Statement[];
}

// ---------------------------------------------------------------------------------------------------- statements

/**
 * Statements are parsed by their head word wherever they stand; which of them a block may hold is told by
 * `placement.ts`, so that a misplaced one costs one message and nothing after it.
 */
export type Statement =
  | Declaration
  | PolicyLine
  | MeasureLine
  | Modifier
  | Benefit
  | Norm
  | Relation
  | Example
  | ExampleLine
  | Skipped;

export type Declaration =
  | Use
  | Policy
  | EnumDeclaration
  | RecordDeclaration
  | UnitDeclaration
  | PartyDeclaration
  | DisjointDeclaration
  | AgencyDeclaration
  | MatterDeclaration
  | ParameterDeclaration
  | Let
  | Score
  | Measure
  | Budget;

/** `use std.parties` */
export interface Use extends Base<'Use'> {
  readonly path: Path;
}

/** `policy jinan-2026 "…" { … }` */
export interface Policy extends Base<'Policy'> {
  readonly name: Name;
  readonly title: Text | undefined;
  readonly body: readonly Statement[];
}

/** `enum 角色 { 牵头, 参与 }` */
export interface EnumDeclaration extends Base<'EnumDeclaration'> {
  readonly name: Name;
  readonly members: readonly Name[];
}

/** `record 平台 { … }`: what an item of a list is made of. */
export interface RecordDeclaration extends Base<'RecordDeclaration'> {
  readonly name: Name;
  readonly fields: readonly Field[];
}

/** `unit 平方米 alias sqm`: a quantity that only adds to itself. */
export interface UnitDeclaration extends Base<'UnitDeclaration'> {
  readonly name: Name;
  readonly aliases: readonly Name[];
  /** `currency 日元`: the unit is one of money, but not of yuan. */
  readonly currency: boolean;
}

/** `party 示范社 is 合作社 alias coop { … }`. Blocks of one name are one party. */
export interface PartyDeclaration extends Base<'PartyDeclaration'> {
  readonly name: Name;
  readonly aliases: readonly Name[];
  readonly parents: readonly Name[];
  readonly label: Text | undefined;
  readonly fields: readonly Field[];
}

/** `disjoint 在校生, 退休人员` */
export interface DisjointDeclaration extends Base<'DisjointDeclaration'> {
  readonly parties: readonly Name[];
}

/** `agency 市教育局 alias edu formerly 市教委` */
export interface AgencyDeclaration extends Base<'AgencyDeclaration'> {
  readonly name: Name;
  readonly aliases: readonly Name[];
  readonly formerly: readonly Name[];
}

/** `matter 概念验证 under 成果转化 "…"` */
export interface MatterDeclaration extends Base<'MatterDeclaration'> {
  readonly name: Name;
  readonly parent: Name | undefined;
  readonly label: Text | undefined;
}

/** `硕士 alias master: count signed "…"`, or `净额: money = 收入 - 成本`. */
export interface Field extends Base<'Field'> {
  readonly name: Name;
  readonly aliases: readonly Name[];
  readonly type: TypeReference;
  readonly signed: boolean;
  /** Each year has a figure of its own. */
  readonly byYear: boolean;
  readonly basis: Text | undefined;
  readonly label: Text | undefined;
  /** A derived fact's formula. */
  readonly value: Expression | undefined;
}

/** `let 日费 = 月费 * 12 / 365 rounded to 分` */
export interface Let extends Base<'Let'> {
  readonly name: Name;
  readonly value: Expression;
  readonly rounding: Rounding | undefined;
}

/** `rounded to 分`, `rounded down to 1000元`. */
export interface Rounding extends Base<'Rounding'> {
  readonly mode: 'half-up' | 'down';
  /** The step: a money literal; `分` is one fen. */
  readonly step: Expression;
}

/** `measure 联合培养 "…" { … }` */
export interface Measure extends Base<'Measure'> {
  readonly name: Name;
  readonly title: Text | undefined;
  readonly body: readonly Statement[];
}

/** `budget 资金 2亿元 per year for 3 years total 6亿元 by 市财政局 { clause "…" }` */
export interface Budget extends Base<'Budget'> {
  readonly name: Name;
  readonly amount: Expression;
  readonly perYear: boolean;
  readonly years: Expression | undefined;
  readonly total: Expression | undefined;
  readonly modifiers: readonly Modifier[];
}

// ---------------------------------------------------------------------------------------------------- measure lines

export type MeasureLine = For;

/** `for 高校, 科研院所`, `for each 平台 of 高校 where 获批` */
export interface For extends Base<'For'> {
  readonly parties: readonly Name[];
  /** The list fact whose items the measure is for, one by one. */
  readonly each: Name | undefined;
  readonly where: Expression | undefined;
}

/** What may modify a benefit, before or after its amount; most may also head a measure, as its default. */
export type Modifier =
  | Clause
  | Note
  | About
  | By
  | When
  | Cap
  | Floor
  | Plus
  | Times
  | Instead
  | After
  | SelectedBy
  | PaysFrom
  | Quota
  | ItemQuota
  | Sharing
  | OnceEver
  | PaidAtOnce
  | Stages
  | AtOnce
  | PaidTo
  | BorneBy
  | DecidedBy
  | PerYear
  | EachYear
  | Covers
  | Deadline
  | Less
  | Stray;

export interface Clause extends Base<'Clause'> {
  readonly label: Text;
}

export interface Note extends Base<'Note'> {
  readonly text: Text;
}

export interface About extends Base<'About'> {
  readonly matter: Name;
}

export interface By extends Base<'By'> {
  readonly agencies: readonly Name[];
}

export interface When extends Base<'When'> {
  readonly condition: Expression;
}

export type Period = 'year' | 'total';

/** `cap 50万元 per 平台 per year`. `subject` undefined: what `for` names; `period` undefined: the evaluation year. */
export interface Cap extends Base<'Cap'> {
  readonly amount: Expression;
  readonly subject: Name | undefined;
  readonly period: Period | undefined;
}

export interface Floor extends Base<'Floor'> {
  readonly amount: Expression;
}

/** `plus 1 points when 名录企业`: so many percentage points on the rate. */
export interface Plus extends Base<'Plus'> {
  readonly points: Expression;
  /** Whether it says points; 提高4% may mean a factor as well. */
  readonly inPoints: boolean;
  readonly condition: Expression | undefined;
}

/** `times 1.3 when 采购本地设备`; 上浮 30% is a factor of 1.3. */
export interface Times extends Base<'Times'> {
  readonly factor: Expression;
  readonly condition: Expression | undefined;
}

/** `instead 11% when 重点项目`: another rate, or another amount, in its place. */
export interface Instead extends Base<'Instead'> {
  readonly amount: Expression;
  readonly condition: Expression | undefined;
}

/** `after 绩效评估`: with `up to` the process decides the amount; otherwise it is a procedure to pass. */
export interface After extends Base<'After'> {
  readonly process: Name;
}

export interface SelectedBy extends Base<'SelectedBy'> {
  readonly process: Name;
}

/** `from 市校融合资金` */
export interface PaysFrom extends Base<'PaysFrom'> {
  readonly budget: Name;
}

/** `limit 7 per year ranked by 评审得分`: so many awards over all applicants. */
export interface Quota extends Base<'Quota'> {
  readonly n: Expression;
  readonly perYear: boolean;
  /** Who comes first; of equal ones, the next rank decides. */
  readonly ranks: readonly Rank[];
}

/** `pro rata`, `in order of 受理日期`: what becomes of a pool that does not suffice. */
export interface Sharing extends Base<'Sharing'> {
  readonly rule: 'pro-rata' | 'in-order';
  readonly fact: Name | undefined;
}

/** `once ever`: a benefit that an applicant gets once in a lifetime. */
export interface OnceEver extends Base<'OnceEver'> {}

/** `paid at once` */
export interface PaidAtOnce extends Base<'PaidAtOnce'> {}

/** `per year` that belongs to no cap: states the period of the benefit and multiplies nothing. */
export interface PerYear extends Base<'PerYear'> {}

/** A word of the texts that has more than one meaning and asks for one: a bare 一次性. */
export interface Stray extends Base<'Stray'> {
  readonly word: string;
}

// ---------------------------------------------------------------------------------------------------- benefits

export type BenefitKind = 'support' | 'grant' | 'reward' | 'allowance' | 'subsidize' | 'match' | 'invest';

/** `grant 硕博培养: 6000元 per 硕士 cap 50万元 per year by 市教育局` */
export interface Benefit extends Base<'Benefit'> {
  readonly benefitKind: BenefitKind;
  readonly label: Name | undefined;
  readonly amount: Expression;
  readonly modifiers: readonly Modifier[];
}

// ------------------------------------------------------------------------------------------------------ norms

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

/** What one measure says of another. */
export type Relation = Excludes | StacksWith | Deny | Allow | AllowRule;

export interface Excludes extends Base<'Excludes'> {
  readonly measures: readonly Name[];
}

export interface StacksWith extends Base<'StacksWith'> {
  readonly measures: readonly Name[];
}

/** `deny when 失信 because "…"`; for a whole policy, perhaps `except 甲措施`. */
export interface Deny extends Base<'Deny'> {
  readonly condition: Expression;
  readonly because: Text | undefined;
  /** Measures that the denial leaves alone. */
  readonly except: readonly Name[];
}

/** `allow overlap with 概念验证 because "…"`: a finding about the pair is known and accepted. */
export interface Allow extends Base<'Allow'> {
  readonly measures: readonly Name[];
  readonly because: Text | undefined;
}

/** `allow vague-words because "…"`: what these rules of drafting find here is known and accepted. */
export interface AllowRule extends Base<'AllowRule'> {
  readonly rules: readonly Name[];
  readonly because: Text | undefined;
}

// ---------------------------------------------------------------------------------------------------- examples

/** `example "…" of 联合培养 { 高校 { 硕士: 60 } expect 硕博培养 = 50万元 }` */
export interface Example extends Base<'Example'> {
  readonly title: Text | undefined;
  /** Undefined: the example is of the whole policy. */
  readonly of: Name | undefined;
  readonly body: readonly Statement[];
}

export type ExampleLine = GivenParty | GivenAward | TryReading | Expect | Decide | AsOf;

/** `reading 边界 = 甲`: the example reads what is in doubt in this way, whoever has ruled on it. */
export interface TryReading extends Base<'TryReading'> {
  readonly reading: Name;
  readonly option: Name;
}

/** `高校 { 硕士: 60, 平台: [{ 角色: 牵头 }] }` */
export interface GivenParty extends Base<'GivenParty'> {
  readonly party: Name;
  readonly facts: readonly GivenFact[];
}

export interface GivenFact extends Base<'GivenFact'> {
  readonly name: Name;
  readonly value: GivenValue;
}

export type GivenValue = Expression | GivenList | GivenRecord | GivenYearly;

export interface GivenList extends Base<'GivenList'> {
  readonly items: readonly GivenValue[];
}

export interface GivenRecord extends Base<'GivenRecord'> {
  readonly facts: readonly GivenFact[];
}

/** `decide 订单培养 = 120万元`, `decide 牵头国家级[2] = 900万元`, `decide 择优 = yes` */
export interface Decide extends Base<'Decide'> {
  readonly target: BenefitReference;
  readonly value: Expression;
}

/** A benefit by its label, or a measure whose only benefit has none; `item` counts from 1. */
export interface BenefitReference extends Base<'BenefitReference'> {
  readonly measure: Name | undefined;
  readonly name: Name;
  readonly item: number | undefined;
}

export type OutcomeName =
  | 'granted'
  | 'ceiling'
  | 'selective'
  | 'suppressed'
  | 'denied'
  | 'needs'
  | 'undecided'
  | 'case-by-case';

/** The kinds of norm, by the word that makes one. */
export type Modality =
  | 'recognise'
  | 'exempt'
  | 'entitle'
  | 'reckon'
  | 'hold'
  | 'oblige'
  | 'encourage'
  | 'may'
  | 'target'
  | 'revoke'
  | 'reclaim'
  | 'bar';

/** `exempt`, `may[2]`, `recognise 技术经理人`: the norms of one kind of a measure, one of them, or those about one thing. */
export interface NormReference extends Base<'NormReference'> {
  readonly modality: Modality;
  readonly object: Name | Text | undefined;
  /** Among those that the rest names, in the order of the source, from 1. */
  readonly position: number | undefined;
}

/** `expect 硕博培养 = 50万元`, `expect 订单培养 ceiling 150万元`, `expect 订单培养 denied`, `expect denied`. */
export interface Expect extends Base<'Expect'> {
  /** Undefined: the example's only benefit. */
  readonly target: BenefitReference | undefined;
  /** Undefined after `=`: the amount decides. */
  readonly outcome: OutcomeName | undefined;
  /** The exact amount after `=`, or a range `a..b`; with an outcome word, its upper end. */
  readonly amount: Expression | undefined;
  /** `expect needs 博士`: the facts asked for. */
  readonly facts: readonly Name[];
  /** `expect ceiling 50万元 after 贡献度评价`: the process that decides the amount, as the measure names it. */
  readonly process: After | SelectedBy | undefined;
  /** `expect exempt holds`, `expect may[2] does not hold`, `expect recognise needs 登记`: instead of all but `facts`. */
  readonly norm: NormReference | undefined;
  /** Whether the conditions of the norms hold; null where that needs facts. */
  readonly holds: boolean | null;
}

export type Node =
  | File
  | Statement
  | Expression
  | Name
  | Path
  | Field
  | TypeReference
  | Rounding
  | DatedValue
  | Share
  | Reach
  | BoundMeaning
  | FactReading
  | Rank
  | TargetEntry
  | Term
  | Duty
  | GivenFact
  | GivenList
  | GivenRecord
  | GivenYearly
  | GivenYear
  | BenefitReference
  | AwardReference
  | ScheduleRow
  | NormReference
  | TableRow
  | BandRow;

export type NodeKind = Node['kind'];
export type NodeOf<K extends NodeKind> = Extract<Node, { kind: K }>;
