import type { Span } from '../../../language/source/span.ts';
import type { FigureLimit, FigureType } from '../manifest.ts';

/** What the code states, to be compared with what a clause states. */
export interface Stated {
  readonly figures: readonly StatedFigure[];
  readonly names: readonly StatedName[];
  readonly bodies: readonly StatedBody[];
}

export interface Place {
  readonly file: string;
  readonly span: Span;
}

/** What a literal may be in the text: a bare `2` is 2名 as well as 2倍. */
export interface Reading {
  readonly type: FigureType;
  /** In the form of `Figure.value`. */
  readonly value: string;
}

/** How a figure may be bounded in the text; `exact` where the text bounds it in no way. */
export type Bound = FigureLimit | 'exact';

/** Where a figure came from, which decides what it is good for: money that is worked out, or a rule. */
export type Use = 'computed' | 'normative';

export interface StatedFigure extends Place {
  /** As written, half-width. */
  readonly written: string;
  readonly readings: readonly Reading[];
  readonly bounds: ReadonlySet<Bound>;
  readonly use: Use;
  /** Stated in the head of a measure for benefits that answer a clause of their own: may match, need not. */
  readonly inherited: boolean;
}

export interface StatedName extends Place {
  /** A fact, enum member, kind of party or process, by its own name; or the word of the text that an operator stands for. */
  readonly text: string;
  /** A condition of the clause: what condition words it holds, the clause must hold. */
  readonly isCondition: boolean;
  /** Said of the contrary: `not 谋取非法利益`, `等次 is not 优秀`. */
  readonly isNegated: boolean;
  readonly inherited: boolean;
}

export interface StatedBody extends Place {
  readonly name: string;
  /** With its aliases and former names. */
  readonly names: readonly string[];
  /** Bears a duty; else it answers for the clause. */
  readonly isBearer: boolean;
  /** The line that names it, `by 甲, 乙`: all that one line names stand together. */
  readonly line: Span;
  readonly inherited: boolean;
}

/** What answers one clause: the measures and pools that name it, and what they state. */
export interface Answer extends Stated {
  /** The clause as the code names it. */
  readonly label: string;
  readonly places: readonly Place[];
  readonly measures: readonly (Place & { readonly name: string })[];
  /** A benefit or a pool is among what answers the clause. */
  readonly pays: boolean;
  /** Measures that pay for the clause and do not say who answers for it. */
  readonly silent: readonly Place[];
}

/** What a policy states, by the clause it is stated for. */
export interface Statements {
  readonly answers: readonly Answer[];
  /** The lines of the policy itself: dates, the bodies that lead or issue, stacking, analogy. */
  readonly header: Header;
  /** Measures and pools that name no clause, but state something that a clause could be held against. */
  readonly unlabelled: readonly (Place & { readonly name: string })[];
}

export interface Header extends Stated {
  /** Whether there is a line that rules after the last clause rules: effect, analogy, stacking. */
  readonly closes: boolean;
  /** Names that are written with digits: `jinan-2026`, back-quoted ones. They are designations and compute nothing. */
  readonly designations: readonly string[];
  /** The title of the document, which holds its number. It is a name, and answers for designations of the letterhead alone. */
  readonly title: string;
}
