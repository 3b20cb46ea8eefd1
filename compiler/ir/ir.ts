import type { Localised } from '../../language/diagnostics/diagnostic.ts';
import type { Span } from '../../language/source/span.ts';
import type {
  BenefitKind,
  Bound,
  LevelName,
  Modality,
  OutcomeName,
  Period,
  StackingRule,
  StatusName,
} from '../../language/syntax/tree.ts';
import type { Ledger } from '../../stdlib/runtime/types.ts';
import type { Rational } from './rational.ts';

/**
 * The kernel: some twenty kinds of node with one meaning each. The reference interpreter (`interpret/`) is their
 * specification; every emitter and the analyser read them and are tested against it. Surface forms exist only in the
 * tree: adding one changes grammar, checker and lowering, nothing after.
 *
 * Numbers are exact rationals in the base of their type: money in fen, rates as fractions of 1, counts and quantities
 * in units, dates in days since 1970-01-01, durations in months.
 */

// -------------------------------------------------------------------------------------------------- values and facts

/** The type of a value. `quantity` carries its declared unit; `enum` its declared name. */
export type ValueType =
  | { readonly type: 'money' | 'rate' | 'count' | 'date' | 'duration' | 'bool' | 'key' }
  | { readonly type: 'quantity'; readonly unit: string }
  | { readonly type: 'enum'; readonly name: string };

/**
 * A fact as the evaluators know it. `id` is the fact's name, or `list.field` for a field of an item (dots and
 * backslashes within a name are escaped by a backslash: see `factId`). Ids that begin with `@` are not given as facts:
 * `@as-of` (date), `@year` (count), `@year-end` (date, also of years before), `@party:NAME` (bool), `@passed:PROCESS` (bool, per benefit and item),
 * `@reading:NAME:OPTION` (bool; see `readingFact`).
 */
export interface FactDeclaration {
  readonly id: string;
  readonly name: string;
  /** The list whose items carry the fact. */
  readonly list?: string;
  readonly aliases: readonly string[];
  readonly valueType: ValueType;
  /** May be negative. */
  readonly signed: boolean;
  /** Each year has a figure of its own. */
  readonly byYear?: true;
  readonly label?: string;
  /** Kinds of party that declare it; empty for a field of a record. */
  readonly parties: readonly string[];
}

export interface ListDeclaration {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly record: string;
  readonly parties: readonly string[];
}

export interface EnumType {
  readonly name: string;
  readonly members: readonly string[];
}

export interface PartyType {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly parents: readonly string[];
}

/**
 * When a fact is read: as of the evaluation; `back` years before; as the base that growth is reckoned from, `base` years
 * before; in all years before this one; at its highest so far; or as past awards recorded.
 */
export type FactTime = 'now' | { readonly back: number } | { readonly base: number } | 'earlier' | 'peak' | 'awarded';

/** The key of past awards that no benefit of the policy grants; `policy` '' is any. */
export function pastAwardRef(policy: string, measure: string, benefit?: string): string {
  return `@past:${policy}/${measure}${benefit === undefined ? '' : `/${benefit}`}`;
}

// -------------------------------------------------------------------------------------------------------- expressions

/**
 * A piece of a sentence: fixed text, the value of a fact (its name, while it is unknown), or which item of a list gives
 * the most.
 */
export type SayPart = string | { readonly fact: string; readonly at?: FactTime } | { readonly chosen: ExprOf<'fold'> };

/** A sentence about a step, in both languages, with facts filled in at evaluation. */
export interface Say {
  readonly zh: readonly SayPart[];
  readonly en: readonly SayPart[];
}

export type StepRole =
  | 'condition'
  | 'veto'
  | 'base'
  | 'decision'
  | 'schedule'
  | 'uplift'
  | 'floor'
  | 'cap'
  | 'round'
  | 'less';

/** Why a decision is open, in the order in which outcomes are chosen (language.md §4, "Ignorance"). */
export type DecideWhy = 'undecided' | 'case-by-case' | 'selection' | 'process';

/**
 * Conditions and amounts. Boolean nodes: fact or const of type bool, cmp, member, and, or, not, if over booleans, and
 * step with role condition or veto. All others are numbers.
 */
export type Expr =
  | { readonly k: 'const'; readonly value: Rational | boolean; readonly valueType: ValueType }
  | { readonly k: 'fact'; readonly ref: string; readonly at: FactTime }
  | { readonly k: 'add'; readonly args: readonly Expr[] }
  | { readonly k: 'mul'; readonly a: Expr; readonly b: Expr }
  | { readonly k: 'min' | 'max'; readonly args: readonly Expr[] }
  | { readonly k: 'if'; readonly c: Expr; readonly t: Expr; readonly e: Expr }
  /** To a multiple of `step` > 0. */
  | { readonly k: 'round'; readonly x: Expr; readonly step: Rational; readonly mode: 'half-up' | 'down' }
  /** A date so many whole months later; where that month has no such day, its last. Only compared, in conditions. */
  | { readonly k: 'months'; readonly x: Expr; readonly n: number }
  /** Over the items of `list` for which `where` holds; empty gives 0, and max never less than 0. */
  | { readonly k: 'fold'; readonly op: 'sum' | 'max'; readonly list: string; readonly where: Expr; readonly body: Expr }
  /**
   * Which one the item at hand is, from 1, in the order of `list`, among the items for which `where` holds and the key or enum
   * `same` is that of the item at hand; in amounts.
   */
  | { readonly k: 'nth'; readonly list: string; readonly same?: string; readonly where: Expr }
  /**
   * A number that someone decides: from `lo` to `hi` (null: no upper end), or only one of the two ends. At most once on
   * any path, only where the amount is monotone in it, never within a condition.
   */
  | {
      readonly k: 'decide';
      readonly lo: Expr;
      readonly hi: Expr | null;
      readonly ends: boolean;
      readonly why: DecideWhy;
      /** The process that decides; absent where none is named. */
      readonly by?: string;
      /** What is open, in the policy's own words. */
      readonly reason?: string;
    }
  | { readonly k: 'cmp'; readonly op: '<' | '<=' | '='; readonly a: Expr; readonly b: Expr }
  /** Whether an enum or key fact is one of the members. */
  | { readonly k: 'member'; readonly x: Expr; readonly set: readonly string[] }
  | { readonly k: 'and' | 'or'; readonly args: readonly Expr[] }
  | { readonly k: 'not'; readonly x: Expr }
  /**
   * A traced value: it is what `x` is, and the award's account says so. Within `x`, `prior` is the value of `of`:
   * a cap is `step cap, of: amount, x: min(prior, limit)`, and its cut is the difference.
   */
  | {
      readonly k: 'step';
      readonly role: StepRole;
      readonly x: Expr;
      readonly of?: Expr;
      readonly say: Say;
      /** For a veto. */
      readonly because?: string;
      readonly span: Span;
      readonly file: string;
    }
  | { readonly k: 'prior' };

export type ExprOf<K extends Expr['k']> = Extract<Expr, { k: K }>;

// --------------------------------------------------------------------------------------------------------------- plans

export type Family = 'cash' | 'equity' | 'in-kind';

/** Where something stands in the sources. */
export interface Origin {
  readonly file: string;
  readonly span: Span;
}

/** A benefit of a measure, wholly lowered. */
export interface BenefitPlan {
  readonly k: 'benefit';
  /** Measure and label; a benefit without a label is the only one of its measure. */
  readonly measure: string;
  readonly label: string | null;
  readonly title?: string;
  readonly clause?: string;
  readonly kind: BenefitKind;
  readonly family: Family;
  /** Any of these kinds of party. */
  readonly parties: readonly string[];
  /** Others who may apply by analogy, each under its condition; their awards are marked and totalled apart. */
  readonly analogies: readonly Analogy[];
  /** The list over whose items the benefit is given, one award each. */
  readonly over?: string;
  /** A conjunction of `step condition` and negated `step veto` nodes, in the order of the source. Party not included. */
  readonly when: Expr;
  /** In fen; ends in `step round` to whole fen, never negative. Awards are compared by it. */
  readonly amount: Expr;
  /** What past awards take from it once it is settled which awards are paid: steps of role `less`, in order, on `prior`. */
  readonly less?: readonly ExprOf<'step'>[];
  /** The matters it pays on: one by name, or by the value of an enum fact. Absent: it competes with nothing. */
  readonly matter?: { readonly name: string } | { readonly fact: string };
  readonly by: readonly string[];
  /** The pool it is paid from. */
  readonly from?: string;
  /** `paid at once`. */
  readonly paidAtOnce: boolean;
  /** How what is paid is split up, by the time, by who is paid, by whose money it is; absent: it is not. */
  readonly splits?: readonly SplitPlan[];
  /** The bodies that decide. */
  readonly deciders?: readonly string[];
  readonly excludes: readonly string[];
  /** Measures of an older version that this one continues. Read by the comparison of versions alone. */
  readonly replaces?: readonly string[];
  readonly stacksWith: readonly string[];
  readonly origin: Origin;
}

/** Parts of what is paid, in the order of the source. */
export interface SplitPlan {
  readonly of: 'stages' | 'payees' | 'bearers';
  readonly parts: readonly {
    readonly name: string;
    /** Of all that is paid. Absent: nobody has decided it. */
    readonly share?: Rational;
    readonly reason?: string;
  }[];
  /** Of stages: when it is paid at once instead. */
  readonly atOnce?: Expr;
}

export interface Analogy {
  readonly parties: readonly string[];
  readonly when: Expr;
  /** Facts of the applicant that are read for facts that the benefit names; absent: none. */
  readonly reads?: readonly FactReading[];
  readonly note?: string;
  readonly origin: Origin;
}

/** Wherever the benefit reads the fact `as`, `fact` is read: two facts of the applicant, of one type. */
export interface FactReading {
  readonly fact: string;
  readonly as: string;
}

/** How far a stacking rule reaches. */
export type ReachPlan =
  | { readonly reach: 'all' | 'within' | 'other' }
  | { readonly reach: 'level'; readonly level: LevelName }
  | { readonly reach: 'per' | 'across'; readonly key: string };

/** What becomes of competing awards. */
export interface GroupPlan {
  readonly k: 'group';
  readonly rule: StackingRule;
  readonly reach: ReachPlan;
  /** Measures the rule is about; absent: all that compete. */
  readonly between?: readonly string[];
  readonly clause?: string;
  readonly origin: Origin;
}

/** A cap shared by several benefits of one applicant, taken after stacking. */
export interface LimitPlan {
  readonly k: 'limit';
  readonly measure: string;
  readonly subject: 'applicant' | 'item' | { readonly key: string };
  readonly period: Period;
  /** In fen. */
  readonly amount: Expr;
  readonly say: Say;
  readonly origin: Origin;
}

/**
 * At most `n` awards of a measure over all applicants: one for each applicant, or for each item where it is given for
 * each item.
 */
export interface QuotaPlan {
  readonly k: 'quota';
  readonly measure: string;
  /** The one benefit it is about, where the measure has several. */
  readonly label?: string;
  readonly n: number;
  /** In each year of evaluation, or over all years together. */
  readonly perYear: boolean;
  readonly clause?: string;
  readonly rank: readonly RankPlan[];
  readonly origin: Origin;
}

export interface RankPlan {
  readonly fact: string;
  readonly order: 'highest-first' | 'lowest-first';
}

/**
 * At most `n` items of a list that one applicant is paid for, or that of each value of the field `same`; given after
 * stacking, in every evaluation.
 */
export interface ItemQuotaPlan {
  readonly k: 'item-quota';
  readonly measure: string;
  /** The one benefit it is about, where the measure has several. */
  readonly label?: string;
  readonly list: string;
  readonly n: number;
  /** A field of the items, a key or an enum. */
  readonly same?: string;
  readonly rank: readonly RankPlan[];
  /** Of those that no rank tells apart, the one given first. */
  readonly asGiven: boolean;
  readonly clause?: string;
  /** The quota as a sentence: 同一企业至多3个项目. */
  readonly say: Localised;
  readonly origin: Origin;
}

/** A sum of money for many applicants. */
export interface PoolPlan {
  readonly k: 'pool';
  readonly name: string;
  /** In fen, per year or once. */
  readonly amount: Rational;
  readonly perYear: boolean;
  readonly years?: number;
  readonly total?: Rational;
  readonly by: readonly string[];
  readonly clause?: string;
  /** What becomes of it where it does not suffice: the fact orders those it pays, the lowest first. */
  readonly share: 'none' | 'pro-rata' | { readonly fact: string };
  readonly origin: Origin;
}

/** A right, duty, recognition or target, or what happens afterwards: no money of its own. */
export interface NormPlan {
  readonly k: 'norm';
  readonly measure: string;
  readonly clause?: string;
  readonly modality: Modality;
  /** Who has the right or the duty: kinds of party, or agencies. */
  readonly bearers: readonly string[];
  /** What it is about: the duty, the liability, the thing recognised or reckoned. */
  readonly object: string;
  /** What it is recognised or reckoned as. */
  readonly as?: string;
  /** Its figure: a share of `base`, or, by `valueType`, a sum, a count, a quantity. */
  readonly share?: {
    readonly bound: Bound;
    readonly value: Rational;
    /** Of a range: its upper end, included. */
    readonly upper?: Rational;
    readonly base?: string;
  };
  /** The type of the figure; absent: a rate. */
  readonly valueType?: ValueType;
  /** Why the base of the share is open. */
  readonly undecided?: string;
  /** Of a target: the year it is set for. */
  readonly year?: number;
  /** Every year anew. */
  readonly eachYear?: true;
  /** The day by which it is to be done, in days since 1970-01-01. */
  readonly until?: number;
  /** Within how many months; of a bar, for how many. */
  readonly months?: Rational;
  /** The kinds of party the measure is for. */
  readonly parties: readonly string[];
  readonly when: Expr;
  readonly by: readonly string[];
  readonly matter?: string;
  /** The whole norm as a sentence. */
  readonly say: Localised;
  readonly origin: Origin;
}

export type Plan = BenefitPlan | GroupPlan | LimitPlan | QuotaPlan | ItemQuotaPlan | PoolPlan | NormPlan;

/** Something that the text leaves to be read in several ways, and perhaps who settled it. */
export interface ReadingIr {
  readonly name: string;
  /** What is in doubt, in the policy's words. */
  readonly question?: string;
  readonly options: readonly string[];
  readonly ruling?: {
    readonly option: string;
    readonly by: readonly string[];
    /** Days since 1970-01-01: from this day on. */
    readonly on: number;
    readonly reference?: string;
  };
}

/** One policy, lowered: all that the evaluators, emitters and the analyser need. */
export interface PolicyIr {
  readonly edition: string;
  readonly name: string;
  readonly title?: string;
  readonly level?: LevelName;
  readonly status: StatusName;
  /** Days since 1970-01-01, both included; absent ends are open. */
  readonly effective: { readonly onPublication: boolean; readonly from?: number; readonly to?: number };
  readonly asOf?: number;
  readonly leads: readonly string[];
  readonly replaces: readonly string[];
  /** SHA-256 over the normalised sources, in hexadecimal. */
  readonly hash: string;
  readonly parties: readonly PartyType[];
  /** Sets of parties of which an applicant can be only one. */
  readonly disjoint: readonly (readonly string[])[];
  readonly enums: readonly EnumType[];
  readonly lists: readonly ListDeclaration[];
  readonly facts: readonly FactDeclaration[];
  readonly plans: readonly Plan[];
  /** Absent: none. */
  readonly readings?: readonly ReadingIr[];
  readonly examples: readonly ExampleIr[];
}

/** What an applicant is given as, in an example: checked, like facts that were read from a file. */
export type GivenIr = GivenScalar | GivenYears | readonly { readonly [name: string]: GivenScalar | GivenYears }[];
export type GivenScalar = number | string | boolean;
/** By the year's four digits, or `earlier`. */
export interface GivenYears {
  readonly [year: string]: GivenScalar;
}

export interface ExampleIr {
  readonly title: string;
  /** The measure it is of; absent: the whole policy. */
  readonly measure?: string;
  readonly party: readonly string[];
  /** By fact name; numbers as in the runtime's `Facts`. */
  readonly facts: { readonly [name: string]: GivenIr };
  readonly asOf?: number;
  /** By `measure/benefit[/item]`; fen, or passed / not passed. */
  readonly decisions: { readonly [key: string]: number | boolean };
  /** Past awards; absent: unknown. */
  readonly ledger?: Ledger;
  /** How the example reads what is in doubt: options by the name of the reading. Absent: as ruled, if at all. */
  readonly readings?: { readonly [name: string]: string };
  readonly expects: readonly ExpectIr[];
  readonly origin: Origin;
}

export interface ExpectIr {
  readonly measure?: string;
  readonly benefit?: string | null;
  readonly item?: number;
  readonly outcome?: OutcomeName;
  /** Fen; `max` null is open. */
  readonly min?: number;
  readonly max?: number | null;
  readonly needs: readonly string[];
  /** The process that is to have decided the amount, or to be waited for. */
  readonly process?: string;
  /** Instead of benefit, outcome and amount. */
  readonly norm?: ExpectedNormIr;
  readonly origin: Origin;
}

/** Norms of the measure: all of this kind that the rest leaves, in the order of the source. */
export interface ExpectedNormIr {
  readonly modality: Modality;
  readonly object?: string;
  /** From 1. */
  readonly position?: number;
  /** Whether they hold; null: that depends on facts that are not known. */
  readonly holds: boolean | null;
}

/** The id of a fact: its name, or `list.name` for a field of an item. */
export function factId(name: string, list?: string): string {
  const escaped = (part: string) => part.replace(/[\\.]/g, (c) => `\\${c}`);
  return list === undefined ? escaped(name) : `${escaped(list)}.${escaped(name)}`;
}

export const asOfFact = '@as-of';
export const yearFact = '@year';
/** 31 December of the year of evaluation, or with `back` of a year before. */
export const yearEndFact = '@year-end';
export const partyFact = (party: string): string => `@party:${party}`;
/** Whether a reading is read in one of its ways; colons and backslashes within the names are escaped by a backslash. */
export function readingFact(name: string, option: string): string {
  const escaped = (part: string) => part.replace(/[\\:]/g, (c) => `\\${c}`);
  return `@reading:${escaped(name)}:${escaped(option)}`;
}
export const passedFact = (process: string): string => `@passed:${process}`;

export const trueExpr: Expr = { k: 'const', value: true, valueType: { type: 'bool' } };
export const falseExpr: Expr = { k: 'const', value: false, valueType: { type: 'bool' } };
