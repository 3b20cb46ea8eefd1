import type { CheckedPolicy, CheckedWaiver } from '../../check/model.ts';
import type { Body, Figure, Manifest, Part } from '../manifest.ts';
import type { Answer, Place, StatedBody, StatedFigure, StatedName, Use } from './stated.ts';

/** What becomes of a figure, condition word or body of the text; for what the code alone has, see `Extra`. */
export type Status = Use | 'waived' | 'missing';

/** A document set beside its manifest, part by part. */
export interface Coverage {
  readonly policy: CheckedPolicy;
  readonly manifest: Manifest;
  /** In the order of the text, commentary included. */
  readonly parts: readonly PartCoverage[];
  /** What the lines of the policy state and no part of the text does. */
  readonly header: Extra;
  readonly waivers: readonly WaiverUse[];
  /** Answers whose clause the text does not have. */
  readonly astray: readonly Answer[];
  /** Measures and pools that name no clause. */
  readonly unlabelled: readonly (Place & { readonly name: string })[];
  readonly totals: Totals;
}

export interface PartCoverage {
  readonly part: Part;
  /** Measures answer `clause` and `closing`; other parts ask for none, and `outside` is not looked at. */
  readonly answered: 'code' | 'waived' | 'missing' | 'not-asked' | 'outside';
  readonly measures: readonly (Place & { readonly name: string })[];
  /** Where the code names the clause. */
  readonly places: readonly Place[];
  readonly figures: readonly FigureCoverage[];
  readonly conditions: readonly ConditionCoverage[];
  readonly bodies: readonly BodyCoverage[];
  readonly extra: Extra;
  /** Figures that the code says more often than the clause: both may be right. */
  readonly repeated: readonly StatedFigure[];
}

export interface FigureCoverage {
  readonly figure: Figure;
  readonly status: Status;
  /** What states it: one literal, or the two ends of a range. */
  readonly stated: readonly StatedFigure[];
  /** The literal that seems meant: another value, or the same one bounded otherwise. */
  readonly instead?: { readonly stated: StatedFigure; readonly differs: 'value' | 'bound' };
}

export interface ConditionCoverage {
  readonly word: string;
  readonly status: 'covered' | 'waived' | 'missing';
  readonly stated: readonly StatedName[];
}

export interface BodyCoverage {
  readonly body: Body;
  readonly status: 'covered' | 'waived' | 'missing';
  readonly stated: readonly StatedBody[];
  /** A line that names others of the clause and not this one, though all of them answer for all of it. */
  readonly lacking?: Place;
  /** The body of the code that seems meant. */
  readonly instead?: StatedBody;
}

/** What the code has and the text lacks. */
export interface Extra {
  readonly figures: readonly StatedFigure[];
  readonly conditions: readonly { readonly word: string; readonly stated: StatedName }[];
  readonly bodies: readonly StatedBody[];
}

export interface WaiverUse {
  readonly waiver: CheckedWaiver;
  /** The clauses where it holds; none: it is not used. */
  readonly clauses: readonly string[];
}

/** Of one kind of thing: what the text has, and what only the code has. Waived ones are among the covered. */
export interface Total {
  readonly of: number;
  readonly covered: number;
  readonly waived: number;
  readonly extra: number;
}

export interface Totals {
  readonly clauses: Total;
  readonly figures: Total & { readonly computed: number; readonly normative: number };
  readonly conditions: Total;
  readonly bodies: Total;
}

/** From 0 to 100: of all that either side has, what both have or a waiver accounts for. Nothing to cover is covered. */
export function percentOf({ of, covered, extra }: Total): number {
  return of + extra === 0 ? 100 : (100 * covered) / (of + extra);
}

/** Of the figures of the text, those that are waived, from 0 to 100. */
export function waivedShare({ of, waived }: Total): number {
  return of === 0 ? 0 : (100 * waived) / of;
}

export function isComplete({ totals }: Pick<Coverage, 'totals'>): boolean {
  return Object.values(totals).every((total: Total) => total.covered === total.of && total.extra === 0);
}

/** For an editor: the clauses that no measure answers yet. */
export function clausesToEncode({ parts }: Coverage): readonly PartCoverage[] {
  return parts.filter((part) => part.answered === 'missing');
}

/** For an editor: the figures of a clause that its measures do not have yet. */
export function figuresToEncode({ figures }: PartCoverage): readonly FigureCoverage[] {
  return figures.filter(({ status }) => status === 'missing');
}
