import type { Localised } from '../../../language/diagnostics/diagnostic.ts';
import type { Fen, Range } from '../../../stdlib/runtime/types.ts';
import type { Family, NormPlan, PolicyIr } from '../../ir/ir.ts';
import type { Settlement, Side } from '../compete.ts';
import type { OverlapFinding } from '../overlap.ts';
import type { Witness } from '../witness.ts';

/** What became of what a policy pays on a matter, for all applicants. */
export type Verdict = 'equivalent' | 'more-generous' | 'less-generous' | 'incomparable' | 'undecided';

/** An applicant who gets more (or less) under the new version, and what each version pays, both replayed. */
export interface Change {
  readonly witness: Witness;
  readonly old: Range;
  readonly new: Range;
}

/** How far one applicant's amount moves at most. */
export interface Largest {
  /** In fen, above 0; null: it passes every sum of money. */
  readonly by: Fen | null;
  /** That nobody's moves further is shown, not only that nobody was found. */
  readonly proved: boolean;
  /** Who; absent where there is no largest, or where the applicant cannot be written as a record. */
  readonly at?: Change;
}

/** All that is known of who gains, or of who loses. `old` and `new` are what the two versions pay the witness. */
export interface Direction extends Change {
  /** The end that moves: what is paid at most, or only what is paid at least. */
  readonly end: 'high' | 'low';
  readonly largest: Largest;
  /** The largest among those whom both versions pay. */
  readonly amongBoth?: Largest;
}

/** An exact formula, a sum for the selected, a ceiling within which someone decides, or open. */
export type Manner = 'entitlement' | 'selection' | 'ceiling' | 'open';

/** How the two sides of a comparison came to be compared: most certain first. */
export type AlignedBy = 'asked' | 'matter' | 'replaces' | 'meaning' | 'name' | 'facts';

/** What a drafter compares beside the amounts. */
export type Aspect =
  | 'amount'
  | 'rate'
  | 'cap'
  | 'shared-cap'
  | 'floor'
  | 'schedule'
  | 'period'
  | 'condition'
  | 'analogy'
  | 'process'
  | 'kind'
  | 'family'
  | 'clause'
  | 'pool'
  | 'quota'
  | 'excludes'
  | 'stacks-with';

/** What only the old version and only the new one says of an aspect. */
export interface Detail {
  readonly aspect: Aspect;
  readonly old: readonly Localised[];
  readonly new: readonly Localised[];
}

export interface Both<T> {
  readonly old: T;
  readonly new: T;
}

/**
 * The comparison of all that two versions pay on one matter; or, where these have no matter in common, of measures that
 * continue others: `matter` then names both.
 */
export interface MatterComparison {
  readonly matter: string;
  readonly by: AlignedBy;
  readonly old: readonly Side[];
  readonly new: readonly Side[];
  readonly verdict: Verdict;
  /** The verdict for those alone whom both versions pay; absent where that is nobody, or not known. */
  readonly amongBoth?: Verdict;
  readonly gain?: Direction;
  readonly loss?: Direction;
  /** Somebody whom the old version pays and the new one does not; and the other way round. */
  readonly onlyBefore?: Change;
  readonly onlyNow?: Change;
  /** How the figure is arrived at, old and new, where that changed: an entitlement became a ceiling. */
  readonly manner?: Both<readonly Manner[]>;
  readonly parties?: Both<readonly string[]>;
  readonly bodies?: Both<readonly string[]>;
  readonly details: readonly Detail[];
  readonly undecided?: string;
}

/** A benefit that only one version has, on all its matters or on some. */
export interface Lone extends Side {
  /** The matters it pays on that the other version pays nothing on. */
  readonly matters: readonly string[];
  /** The most that one applicant gets, in fen; null: no upper end. Absent where that is not known. */
  readonly most?: Fen | null;
}

/** A right, duty or target that both versions have, and say otherwise. */
export interface NormChange {
  readonly old: NormPlan;
  readonly new: NormPlan;
}

/** Something both versions have under one name, or only one of them has. */
export interface ItemChange {
  readonly what: 'pool' | 'rule' | 'setting';
  readonly name: Localised;
  readonly old?: Localised;
  readonly new?: Localised;
}

export interface PolicyDiff {
  readonly old: PolicyIr;
  readonly new: PolicyIr;
  /** Everything that both versions pay on, also where nothing changed. */
  readonly compared: readonly MatterComparison[];
  /** Benefits on matters that only one version pays on. */
  readonly added: readonly Lone[];
  readonly dropped: readonly Lone[];
  readonly norms: {
    readonly changed: readonly NormChange[];
    readonly added: readonly NormPlan[];
    readonly dropped: readonly NormPlan[];
  };
  /** Pools, rules of stacking, and what the heads of the policies say. */
  readonly items: readonly ItemChange[];
  /** Whether the new one says that it replaces the old one. */
  readonly replaces: boolean;
  readonly together: Together;
}

/** Where both can be in force at once: measures of the two that pay one applicant on one matter. */
export interface Together {
  /** Where at least one of the two measures changed. */
  readonly findings: readonly OverlapFinding[];
  /** Matters on which the two versions pay alike, by what settles which of the two is paid; undefined: nothing does. */
  readonly unchanged: readonly {
    readonly matters: readonly string[];
    readonly family: Family;
    readonly settlement: Settlement | undefined;
  }[];
}

/** Whether anything differs that an applicant or a body would notice. */
export function isEmpty(diff: PolicyDiff): boolean {
  return (
    diff.compared.every(isUnchanged) &&
    diff.added.length + diff.dropped.length + diff.items.length === 0 &&
    diff.norms.added.length + diff.norms.dropped.length + diff.norms.changed.length === 0
  );
}

/** Whether nothing about the matter changed, neither amounts nor anything else that is compared. */
export function isUnchanged(matter: MatterComparison): boolean {
  const { verdict, manner, parties, bodies, details } = matter;
  return verdict === 'equivalent' && !manner && !parties && !bodies && details.length === 0;
}
