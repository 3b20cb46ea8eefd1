import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type * as T from '../../language/syntax/tree.ts';
import type { Binding } from '../bind/bind.ts';
import type { Asked, Lookup, Use } from '../bind/scope.ts';
import type {
  AgencySymbol,
  BudgetSymbol,
  EnumSymbol,
  FactSymbol,
  LetSymbol,
  MatterSymbol,
  MeasureSymbol,
  PartySymbol,
  PolicySymbol,
} from '../bind/symbols.ts';
import type { Rational } from '../ir/rational.ts';
import type { Program } from '../project/program.ts';
import type { Type } from './types.ts';

/** What a name in an expression stands for. */
export type Reference =
  /** A field of a record is that of the item at hand: the one that `for each` or a fold is about. */
  | { readonly kind: 'fact'; readonly fact: FactSymbol }
  | { readonly kind: 'let'; readonly value: LetSymbol }
  | { readonly kind: 'member'; readonly of: EnumSymbol; readonly member: string };

/** What a policy's header says. */
export interface CheckedPolicy {
  readonly symbol: PolicySymbol;
  readonly title: string | undefined;
  readonly level: T.LevelName | undefined;
  readonly status: T.StatusName;
  readonly effective: T.Effective | undefined;
  readonly asOf: T.DateLiteral | undefined;
  readonly leads: readonly AgencySymbol[];
  readonly replaces: readonly string[];
  readonly source: T.Source | undefined;
  readonly stackings: readonly CheckedStacking[];
  readonly extensions: readonly CheckedExtension[];
  readonly applications: readonly CheckedApplication[];
  /** Periods that hold for every measure of the policy. */
  readonly periods: readonly CheckedPeriod[];
  /** Denials that hold for every measure of the policy. */
  readonly denials: readonly CheckedDenial[];
  readonly waivers: readonly CheckedWaiver[];
  readonly ruleAllowances: readonly CheckedRuleAllowance[];
  readonly readings: readonly CheckedReading[];
  readonly measures: readonly CheckedMeasure[];
  readonly budgets: readonly CheckedBudget[];
  readonly examples: readonly CheckedExample[];
}

/** Something that the text leaves to be read in several ways. */
export interface CheckedReading {
  readonly name: string;
  readonly question: string | undefined;
  readonly options: readonly string[];
  readonly ruling:
    | {
        readonly option: string;
        readonly by: readonly AgencySymbol[];
        readonly on: T.DateLiteral;
        readonly reference: string | undefined;
      }
    | undefined;
}

export interface CheckedStacking {
  readonly node: T.Stacking;
  readonly file: string;
  readonly between: readonly MeasureSymbol[];
  /** The lists that `per K` and `across K` name, by their reach. */
  readonly keys: ReadonlyMap<T.Reach, FactSymbol>;
}

export interface CheckedExtension {
  readonly node: T.Extend;
  readonly file: string;
  readonly parties: readonly PartySymbol[];
}

/** Others to whom one measure applies by analogy, some of their facts standing for those that it names. */
export interface CheckedApplication {
  readonly node: T.Apply;
  readonly file: string;
  readonly measure: MeasureSymbol;
  readonly parties: readonly PartySymbol[];
  readonly reads: readonly { readonly fact: FactSymbol; readonly as: FactSymbol }[];
}

/** Which events count, or until when one may apply. */
export interface CheckedPeriod {
  readonly node: T.Covers | T.Deadline;
  readonly file: string;
}

export interface CheckedDenial {
  readonly node: T.Deny;
  readonly file: string;
  /** Of a denial for the whole policy: the measures that it leaves alone. */
  readonly except: readonly MeasureSymbol[];
}

export interface CheckedWaiver {
  readonly node: T.Waive;
  readonly file: string;
  readonly measure: MeasureSymbol | undefined;
}

/** A finding about a pair of measures that is known and accepted. */
export interface CheckedAllowance {
  readonly node: T.Allow;
  readonly with: readonly MeasureSymbol[];
}

/** What rules of drafting find in the policy, or in one measure of it, is known and accepted. */
export interface CheckedRuleAllowance {
  readonly node: T.AllowRule;
  readonly file: string;
  readonly measure: MeasureSymbol | undefined;
}

/** A measure, its header lines gathered. */
export interface CheckedMeasure {
  readonly symbol: MeasureSymbol;
  readonly file: string;
  readonly title: string | undefined;
  readonly clause: T.Clause | undefined;
  readonly for: T.For | undefined;
  readonly parties: readonly PartySymbol[];
  /** The list whose items the measure is for. */
  readonly each: FactSymbol | undefined;
  readonly matter: CheckedMatter | undefined;
  readonly by: readonly AgencySymbol[];
  readonly when: readonly T.Expression[];
  readonly denials: readonly CheckedDenial[];
  readonly periods: readonly CheckedPeriod[];
  /** Caps shared by the benefits of the measure. */
  readonly caps: readonly CheckedCap[];
  readonly from: BudgetSymbol | undefined;
  readonly quota: CheckedQuota | undefined;
  readonly itemQuota: CheckedItemQuota | undefined;
  readonly sharing: CheckedSharing | undefined;
  readonly excludes: readonly MeasureSymbol[];
  /** Measures of an older version that this one continues, by name: that version is not part of the program. */
  readonly replaces: readonly string[];
  readonly stacksWith: readonly MeasureSymbol[];
  readonly allowances: readonly CheckedAllowance[];
  readonly extensions: readonly CheckedExtension[];
  /** When it is in force, within the time of its policy. */
  readonly effective: T.Effective | undefined;
  readonly benefits: readonly CheckedBenefit[];
  readonly norms: readonly CheckedNorm[];
}

export interface CheckedBenefit {
  readonly node: T.Benefit;
  readonly label: string | undefined;
  readonly matter: CheckedMatter | undefined;
  readonly by: readonly AgencySymbol[];
  readonly clause: T.Clause | undefined;
  readonly when: T.Expression | undefined;
  readonly after: readonly T.After[];
  readonly selectedBy: T.SelectedBy | undefined;
  /** In the order of the source. */
  readonly uplifts: readonly (T.Plus | T.Times | T.Instead)[];
  readonly floor: T.Floor | undefined;
  readonly caps: readonly CheckedCap[];
  readonly from: BudgetSymbol | undefined;
  readonly quota: CheckedQuota | undefined;
  readonly itemQuota: CheckedItemQuota | undefined;
  readonly sharing: CheckedSharing | undefined;
  readonly onceEver: boolean;
  /** Once over all benefits of the measure: `once ever` in its header. */
  readonly onceEverOfMeasure: boolean;
  readonly eachYear: T.EachYear | undefined;
  readonly periods: readonly CheckedPeriod[];
  readonly less: readonly CheckedLess[];
  readonly paidAtOnce: boolean;
  readonly splits: CheckedSplits;
  readonly perYear: boolean;
}

/** Whose past awards a reference means: of one policy, or of any where it is only named. */
export interface PastAwardTarget {
  readonly policy: string | undefined;
  readonly measure: string;
  readonly benefit: string | undefined;
}

export interface CheckedLess {
  readonly node: T.Less;
  /** Undefined: what the benefit itself paid before. */
  readonly award: PastAwardTarget | undefined;
}

export interface CheckedCap {
  readonly node: T.Cap;
  /** Whose awards the cap holds down: an item's, an applicant's, or those of all applicants of one key. */
  readonly subject: 'item' | 'applicant' | { readonly key: FactSymbol };
}

/** Somebody's part of a sum, or the part that is paid at a time; without a share, why nobody has decided it. */
export interface CheckedShare {
  readonly name: string;
  readonly share?: Rational;
  readonly reason?: string;
}

/** How what is paid is split up, each undefined where nothing is said. */
export interface CheckedSplits {
  readonly stages: readonly CheckedShare[] | undefined;
  /** When it is paid at once, instead of in stages. */
  readonly atOnce: T.AtOnce | undefined;
  readonly payees: readonly CheckedShare[] | undefined;
  readonly bearers: readonly CheckedShare[] | undefined;
  /** The bodies that decide. */
  readonly deciders: readonly AgencySymbol[];
}

/** At most so many awards over all applicants, and who comes first. */
export interface CheckedQuota {
  readonly node: T.Quota;
  readonly n: number;
  readonly ranks: readonly { readonly fact: FactSymbol; readonly order: T.Rank['order'] }[];
}

/** At most so many items of one applicant. */
export interface CheckedItemQuota {
  readonly node: T.ItemQuota;
  readonly n: number;
  /** The list that the measure goes through. */
  readonly list: FactSymbol;
  /** A field by whose values the items are counted apart. */
  readonly same: FactSymbol | undefined;
  readonly ranks: CheckedQuota['ranks'];
  /** Of items that no rank tells apart, the one given first. */
  readonly asGiven: boolean;
}

/** How a pool that does not suffice is shared out. */
export interface CheckedSharing {
  readonly node: T.Sharing;
  readonly file: string;
  /** Undefined: pro rata. */
  readonly order: FactSymbol | undefined;
  /** The list whose items the awards are for, which the fact may be of. */
  readonly each: FactSymbol | undefined;
}

/** One matter by name, or the value of an enum fact. */
export type CheckedMatter =
  | { readonly kind: 'matter'; readonly name: string; readonly symbol: MatterSymbol | undefined }
  | { readonly kind: 'fact'; readonly fact: FactSymbol };

export interface CheckedNorm {
  readonly node: T.Norm;
  /** The `encourage` or `may` that wraps the norm. */
  readonly within: T.Encourage | undefined;
  readonly by: readonly AgencySymbol[];
  readonly clause: T.Clause | undefined;
  readonly matter: CheckedMatter | undefined;
  readonly when: T.Expression | undefined;
  /** Kinds of party among the bearers; agencies among them are in `agencies`. */
  readonly bearers: readonly PartySymbol[];
  readonly agencies: readonly AgencySymbol[];
}

export interface CheckedBudget {
  readonly symbol: BudgetSymbol;
  readonly file: string;
  readonly by: readonly AgencySymbol[];
  readonly clause: T.Clause | undefined;
  /** What the budget itself says, else the first measure that is paid from it. */
  readonly sharing: CheckedSharing | undefined;
}

/** A value given for a fact, as the runtime's `Facts` hold it: fen, billionths, millionths, days, months, a count. */
export type Given = GivenScalar | GivenYears | readonly { readonly [name: string]: GivenScalar | GivenYears }[];
export type GivenScalar = number | string | boolean;
/** By the year's four digits, or `earlier`. */
export interface GivenYears {
  readonly [year: string]: GivenScalar;
}

/** A past award as the runtime's `Ledger` holds it: fen, days. */
export interface GivenPastAward {
  readonly policy?: string;
  readonly measure: string;
  readonly benefit?: string;
  readonly item?: string;
  readonly year?: number;
  readonly date?: number;
  readonly amount: number;
}

export interface CheckedExample {
  readonly node: T.Example;
  readonly file: string;
  readonly title: string;
  readonly measure: MeasureSymbol | undefined;
  readonly parties: readonly PartySymbol[];
  readonly facts: ReadonlyMap<string, Given>;
  readonly asOf: T.DateLiteral | undefined;
  readonly decisions: ReadonlyMap<string, number | boolean>;
  /** Past awards; undefined: unknown. */
  readonly ledger: readonly GivenPastAward[] | undefined;
  /** How it reads what is in doubt: options by the name of the reading. */
  readonly readings: ReadonlyMap<string, string>;
  readonly expects: readonly CheckedExpect[];
}

export interface CheckedExpect {
  readonly node: T.Expect;
  /** Undefined: every award of the example. */
  readonly target: BenefitTarget | undefined;
  readonly outcome: T.OutcomeName | undefined;
  /** Fen; both ends are the same for an exact amount. */
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** Names of the facts asked for. */
  readonly needs: readonly string[];
  /** The process that decides the amount. */
  readonly process: string | undefined;
  /** Instead of a benefit: norms, and whether they hold (null: that needs facts). */
  readonly norm: { readonly target: NormTarget; readonly holds: boolean | null } | undefined;
}

/** Norms of one kind of a measure: those about one object, or all; the one at a position among these, from 1, or all. */
export interface NormTarget {
  readonly measure: MeasureSymbol;
  readonly modality: T.Modality;
  readonly object: string | undefined;
  readonly position: number | undefined;
}

export interface BenefitTarget {
  readonly measure: MeasureSymbol;
  readonly label: string | null;
  readonly item: number | undefined;
}

/** What was found out about one part of a program: meaning in maps keyed by node, valid for this version of the sources. */
export interface Meaning {
  readonly types: Lookup<T.Expression, Type>;
  readonly references: Lookup<T.Name, Reference>;
  /** What the expectations and decisions of examples name: a benefit by its label, or a measure that has only one. */
  readonly targets: Lookup<T.Name, BenefitTarget>;
  /** What references to past awards mean. */
  readonly pastAwards: Lookup<T.AwardReference, PastAwardTarget>;
  /** What names stand for, wherever they are no part of an expression as well. */
  readonly uses: Lookup<T.Name, Use>;
}

/** What was found out about one policy, or about what all of them share. */
export interface CheckedPart extends Meaning {
  readonly types: ReadonlyMap<T.Expression, Type>;
  readonly references: ReadonlyMap<T.Name, Reference>;
  readonly targets: ReadonlyMap<T.Name, BenefitTarget>;
  readonly pastAwards: ReadonlyMap<T.AwardReference, PastAwardTarget>;
  readonly uses: ReadonlyMap<T.Name, Use>;
  readonly letTypes: ReadonlyMap<LetSymbol, Type>;
  readonly asked: Asked;
}

/**
 * What was found out about one measure or example by itself: it holds as long as all that it asked is answered the same.
 * Its meaning is what it adds to that of the policy, in columns: there are many pieces, and tables take four times the room.
 */
export interface CheckedPiece<F> {
  readonly found: F;
  readonly types: Column<T.Expression, Type>;
  readonly references: Column<T.Name, Reference>;
  readonly targets: Column<T.Name, BenefitTarget>;
  readonly pastAwards: Column<T.AwardReference, PastAwardTarget>;
  readonly letTypes: Column<LetSymbol, Type>;
  readonly uses: Column<T.Name, Use>;
  readonly asked: Asked;
  readonly own: AskedOwn;
  /** The name of the policy, which is a part of what is found. */
  readonly policy: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Where its diagnostics stand; undefined where there are none. */
  readonly program: Program | undefined;
}

export interface Column<K, V> {
  readonly keys: readonly K[];
  readonly values: readonly V[];
}

/** What was asked about the measures of the policy itself, with the answers. */
export interface AskedOwn {
  readonly answers: Map<string, MeasureSymbol | undefined>;
  /** All of them, where they were gone through. */
  all: readonly MeasureSymbol[] | undefined;
}

/**
 * What was found out about measures and examples, each by itself: kept from one version to the next, as long as the
 * declarations of the program are the same. A measure is one by its symbol, an example by its node.
 */
export interface CheckedPieces {
  readonly measures: WeakMap<MeasureSymbol, CheckedPiece<CheckedMeasure>>;
  readonly examples: WeakMap<T.Example, CheckedPiece<CheckedExample>>;
}

/** A checked program. */
export interface Checked extends Meaning {
  readonly binding: Binding;
  readonly policies: readonly CheckedPolicy[];
  readonly diagnostics: readonly Diagnostic[];
  /** What was found wrong in each part, where it stands now. */
  readonly told: ReadonlyMap<CheckedPart, readonly Diagnostic[]>;
  /** Named values and derived facts, which belong to no policy. */
  readonly shared: CheckedPart;
  /** A policy that is the same object as in an earlier version was found to be the same, with all it names. */
  readonly parts: ReadonlyMap<PolicySymbol, { readonly policy: CheckedPolicy; readonly part: CheckedPart }>;
  /** Of policies that changed, measures and examples that did not. */
  readonly pieces: CheckedPieces;
}
