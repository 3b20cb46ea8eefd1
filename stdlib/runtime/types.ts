/** Whole fen (分, 1/100 yuan), a safe integer. */
export type Fen = number;
/** A rate in billionths: 10% is 100_000_000. */
export type Billionths = number;
/** A quantity of a declared unit in millionths. */
export type Millionths = number;
/** A date in whole days since 1970-01-01. */
export type Days = number;
/** A duration in months. */
export type Months = number;

export type Lang = 'zh' | 'en';

export type Outcome =
  | 'granted'
  | 'ceiling'
  | 'selective'
  | 'suppressed'
  | 'denied'
  | 'needs'
  | 'undecided'
  | 'case-by-case';

export type Family = 'cash' | 'equity' | 'in-kind';

/** A checked value of a fact: fen, billionths, millionths, days, months or a count; an enum member or key; yes or no. */
export type FactValue = number | string | boolean;
/** The facts of one item of a list, by name. An absent one is unknown. */
export interface Item {
  readonly [name: string]: FactValue | Yearly;
}
/**
 * A fact that is given year by year, by the year's four digits. `earlier` stands for all years before that of evaluation:
 * whether it ever held, its highest figure, a member it had. `now` stands for the year of evaluation, where that year is not
 * given.
 */
export interface Yearly {
  readonly [year: string]: FactValue;
}
/** A fact given once, or year by year. */
export type ByYear<T extends FactValue> = T | { readonly [year: string]: T };
/**
 * Checked facts of one applicant, by declared name. An absent fact is unknown, never zero; an absent list is unknown,
 * `[]` is none. Made by `parseFacts`, without a prototype. Five names are reserved: `applicant`, `party`, `asOf`,
 * `decisions` and `ledger`.
 */
export interface Facts {
  readonly applicant?: string;
  /** The kinds of party the applicant says it is: all of them, but for narrower kinds of those named. */
  readonly party?: readonly string[];
  readonly asOf?: Days;
  readonly decisions?: Decisions;
  /** Past awards: all there are. Absent: unknown. */
  readonly ledger?: Ledger;
  readonly [name: string]: FactValue | Yearly | readonly Item[] | readonly string[] | Decisions | Ledger | undefined;
}

/** An award that was paid before. Without a policy it is of any; of one that names no benefit, of the measure as a whole. */
export interface PastAward {
  readonly policy?: string;
  readonly measure: string;
  readonly benefit?: string;
  /** Of a benefit per item: a key of the item, or its number where its record has no key. */
  readonly item?: string;
  /** It is past where its date lies before the date of evaluation, or else its year before the year; with neither, it is. */
  readonly year?: number;
  readonly date?: Days;
  readonly amount: Fen;
}

export type Ledger = readonly PastAward[];

/** By `measure/benefit` or `measure/benefit/item` (`measure` alone where the benefit has no label): fen, or passed or not. */
export interface Decisions {
  readonly [key: string]: Fen | boolean;
}

/** One figure that can be known exactly or only between two ends. `max` null: no upper end. */
export interface Range {
  readonly min: Fen;
  readonly max: Fen | null;
}

/** One line of an award's account. Figures before rounding are shown half up. */
export interface Step {
  readonly role:
    | 'condition'
    | 'veto'
    | 'base'
    | 'decision'
    | 'schedule'
    | 'uplift'
    | 'floor'
    | 'cap'
    | 'round'
    | 'less'
    | 'pool';
  readonly say: string;
  /** Of a condition or veto: whether it holds; null while unknown. */
  readonly holds?: boolean | null;
  /** Of an amount: what it is after this step. */
  readonly min?: Fen | null;
  readonly max?: Fen | null;
  /** Of a cap or deduction: what it took away. */
  readonly cutMin?: Fen | null;
  readonly cutMax?: Fen | null;
}

export interface Reason {
  readonly role: 'party' | 'condition' | 'veto' | 'amount' | 'choice' | 'quota' | 'pool';
  readonly say: string;
}

/** A fact that is missing and matters, and what the award would be for values of it. */
export interface Need {
  /** The fact's name; `party` for a kind of party, with the kind in `value`. */
  readonly fact: string;
  /** `award`: past awards, which a ledger gives. */
  readonly kind: 'fact' | 'list' | 'party' | 'procedure' | 'award';
  /** Of a fact: the year asked for, four digits, or `earlier` for all years before; absent: the year of evaluation. */
  readonly at?: string;
  /** Growth is reckoned from it: it was not given, or is not above 0, which is no base. */
  readonly growthBase?: true;
  /** Of a party: which kind. */
  readonly value?: string;
  readonly follows: readonly Consequence[];
}

export interface Consequence {
  /** As given in facts: yes or no, a member, a figure. */
  readonly value: string;
  readonly outcome: Outcome;
  readonly min: Fen;
  readonly max: Fen | null;
}

/** What a suppressed award would have been: stacking across policies starts from it again. */
export interface Forgone extends Range {
  readonly outcome: Outcome;
  readonly needs?: readonly Need[];
}

export interface AwardId {
  readonly policy: string;
  readonly measure: string;
  readonly benefit: string | null;
}

export interface Award extends AwardId, Range {
  /** What it is compared at by stacking rules, where past awards are deducted from it afterwards. */
  readonly compared?: Range;
  /** Counts from 1. */
  readonly item?: number;
  readonly clause?: string;
  readonly kind: string;
  readonly family: Family;
  /** What it competes on, where known. */
  readonly matter?: string;
  readonly outcome: Outcome;
  readonly by: readonly string[];
  readonly steps: readonly Step[];
  /** The party that may apply by analogy. */
  readonly analogy?: string;
  /** The processes that are still to decide the amount, or that decided it; in the order met. Of no denied award. */
  readonly decidedBy?: readonly string[];
  /** What is open in the amount, in the policy's words. Of no denied award. */
  readonly open?: readonly string[];
  readonly reasons?: readonly Reason[];
  /** Of an award that is suppressed, or lost to others: what it would have been. Its own `min` and `max` are 0, and it asks nothing. */
  readonly forgone?: Forgone;
  readonly suppressedBy?: AwardId & { readonly item?: number; readonly rule: string; readonly clause?: string };
  readonly needs?: readonly Need[];
  /** What it would be in each of the ways in which the text can be read, where that is open. Of no denied award. */
  readonly readings?: readonly ReadingResult[];
  readonly notes?: readonly string[];
  /** The bodies that decide, where the policy names them. */
  readonly deciders?: readonly string[];
  /** How it is split up, where the policy says so. Of no award that is denied or suppressed. */
  readonly splits?: readonly Split[];
}

/** The parts of an award by the time they are paid at, by who is paid, or by whose money it is. */
export interface Split {
  readonly of: 'stages' | 'payees' | 'bearers';
  /** Of stages that a condition sets aside: whether all is paid at once instead; null while unknown. */
  readonly atOnce?: boolean | null;
  readonly parts: readonly SplitPart[];
}

export interface SplitPart {
  readonly name: string;
  /** Of the award, in percent: `65%`. Absent: nobody has decided it. */
  readonly share?: string;
  /** Why it is open, in the policy's words. */
  readonly open?: string;
  /** Where the award is exact and every part has a share: half up to the fen; the last part takes what is left. */
  readonly amount?: Fen;
}

/** Something that the text leaves to be read in several ways, and what the award is in each. */
export interface ReadingResult {
  readonly reading: string;
  /** What is in doubt, in the policy's words. */
  readonly question?: string;
  readonly options: readonly ReadingOption[];
}

export interface ReadingOption extends Range {
  readonly option: string;
  readonly outcome: Outcome;
}

/**
 * A right, duty or recognition that may touch the applicant: those of measures for a kind of party the applicant may be
 * (or for none in particular).
 */
export interface NormResult {
  readonly policy: string;
  readonly measure: string;
  readonly clause?: string;
  readonly modality: string;
  readonly say: string;
  /** Whether its conditions hold; null while unknown. */
  readonly holds: boolean | null;
  readonly needs?: readonly string[];
}

/**
 * Awards under one shared cap that count in one total: what they come to together once it is taken, and what it takes,
 * undistributed. Listed wherever an award of the measure is not denied; `awards` are those that are left after stacking.
 */
export interface SharedCap {
  readonly policy: string;
  readonly measure: string;
  /** For each item, rather than for the applicant. */
  readonly each: boolean;
  readonly item?: number;
  /** The fact that names a group of applicants which the cap holds down together; a run tells what it takes of them. */
  readonly key?: string;
  readonly say: string;
  /** The total it is taken from. */
  readonly family: Family;
  readonly byAnalogy: boolean;
  /** The cap itself. */
  readonly limit: Range;
  /** Names of the missing facts that the cap itself depends on, where it is a range. */
  readonly needs?: readonly string[];
  readonly awards: readonly (AwardId & { readonly item?: number })[];
  readonly min: Fen;
  readonly max: Fen | null;
  readonly cutMin: Fen;
  readonly cutMax: Fen | null;
}

/**
 * Awards that compete while no rule says which is paid; or equal ones of which a rule pays one, leaving open which; or one that is
 * not paid where any of those after it is, and it is open whether they are. Each award is shown as it would be paid.
 */
export interface OpenChoice {
  readonly why: 'unsettled' | 'tie' | 'depends' | 'excludes' | 'choice';
  readonly matter: string;
  readonly awards: readonly (AwardId & { readonly item?: number })[];
  readonly say: string;
}

/** Something in a record or a decision that cannot be used. Nothing else of the run is lost. */
export interface Problem {
  /** CS6xxx. */
  readonly code: string;
  readonly field: string;
  readonly found: string;
  readonly expected: string;
  readonly message: string;
}

/** Under this symbol, which JSON passes over, an emitted result keeps what stacking across policies starts from. */
export const beforeStacking: unique symbol = Symbol.for('cuoshi.beforeStacking');

export interface Result {
  readonly [beforeStacking]?: unknown;
  readonly policy: string;
  readonly applicant?: string;
  /** ISO date. */
  readonly asOf: string;
  readonly year: number;
  /** Kinds of party inferred from the facts given, where the record names none. */
  readonly inferred?: readonly string[];
  readonly awards: readonly Award[];
  readonly norms: readonly NormResult[];
  readonly sharedCaps: readonly SharedCap[];
  readonly open: readonly OpenChoice[];
  readonly totals: { readonly [family: string]: Range };
  /** Totals of awards by analogy, apart from the others. */
  readonly totalsByAnalogy: { readonly [family: string]: Range };
  /**
   * Names of the missing facts that matter: those of the awards that are left, in order, then those that shared caps depend
   * on; kinds of party by their name.
   */
  readonly needs: readonly string[];
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
}

/** An award that others came before: it is not paid, and brings back none that gave way to it. */
export interface LostAward extends AwardId {
  readonly item?: number;
  /** Why, in words. */
  readonly say: string;
}

export interface EvaluateOptions {
  /** ISO date. */
  readonly asOf: string;
  /** The year of evaluation; the year of `asOf` where absent. */
  readonly year?: number;
  /** Added to those in the facts; the same key here wins. */
  readonly decisions?: Decisions;
  /** Past awards, all there are, in the place of those in the facts. Absent there too: unknown. */
  readonly ledger?: Ledger;
  /** Awards lost to other applicants, as a run over all of them finds. Those that are denied or suppressed stay so. */
  readonly lost?: readonly LostAward[];
  /** How to read what the text leaves open, to see what it would give: options by the name of the reading. */
  readonly readings?: { readonly [name: string]: string };
  readonly lang?: Lang;
}

// ------------------------------------------------------------------------------------------------ the schema of facts

export interface FactSchema {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: 'money' | 'rate' | 'count' | 'date' | 'duration' | 'bool' | 'key' | 'quantity' | 'enum';
  /** Of an enum. */
  readonly members?: readonly string[];
  /** Of a quantity. */
  readonly unit?: string;
  readonly signed: boolean;
  /** Each year has a figure of its own. */
  readonly byYear?: true;
  readonly label?: string;
  /** The kinds of party that declare it: giving it says that the applicant is one of them. */
  readonly parties: readonly string[];
}

export interface ListSchema {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly parties: readonly string[];
  readonly fields: readonly FactSchema[];
}

export interface Schema {
  readonly parties: readonly {
    readonly name: string;
    readonly aliases: readonly string[];
    readonly parents: readonly string[];
  }[];
  readonly disjoint: readonly (readonly string[])[];
  readonly facts: readonly FactSchema[];
  readonly lists: readonly ListSchema[];
}

/** What stacking needs to know of a policy, within it and across policies. */
export interface StackingRules {
  /** In the order of the source. */
  readonly groups: readonly StackingGroup[];
  /** In the order of the source. */
  readonly benefits: readonly StackingBenefit[];
}

export interface StackingGroup {
  readonly rule: 'highest' | 'sum' | 'choose-one';
  readonly reach: 'all' | 'within' | 'other' | 'level' | 'per' | 'across';
  readonly level?: string;
  /** The list of `per` and `across`. */
  readonly key?: string;
  readonly between?: readonly string[];
  readonly clause?: string;
}

export interface StackingBenefit {
  readonly measure: string;
  readonly benefit: string | null;
  readonly clause?: string;
  /** The list over whose items it is given. */
  readonly over?: string;
  readonly excludes: readonly string[];
  readonly stacksWith: readonly string[];
}

/** The results of one applicant under several policies, stacked across them. */
export interface JointResult extends Omit<Result, 'policy' | typeof beforeStacking> {
  readonly policies: readonly string[];
}

/** What a compiled policy says of itself. */
export interface Metadata {
  readonly policy: string;
  readonly title?: string;
  readonly status: 'draft' | 'in-force' | 'repealed';
  readonly level?: string;
  readonly edition: string;
  readonly compiler: string;
  /** SHA-256 over the sources, in hexadecimal. */
  readonly hash: string;
  /** The date that the policy itself is evaluated at where a run gives none, ISO. */
  readonly asOf?: string;
  readonly schema: Schema;
  readonly stacking: StackingRules;
  /** What the text leaves to be read in several ways; absent: nothing. */
  readonly readings?: readonly DeclaredReading[];
}

export interface DeclaredReading {
  readonly name: string;
  readonly question?: string;
  readonly options: readonly string[];
  readonly ruling?: Ruling;
}

/** Who settled a reading, how, and from which day on. */
export interface Ruling {
  readonly option: string;
  readonly by: readonly string[];
  readonly on: Days;
  /** The document that says so. */
  readonly reference?: string;
}
