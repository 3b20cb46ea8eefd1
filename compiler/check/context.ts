import { type ArgumentsOf, diagnose, type Entry, type Extras } from '../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { Span } from '../../language/source/span.ts';
import type * as T from '../../language/syntax/tree.ts';
import type { Binding } from '../bind/bind.ts';
import type { LetSymbol, MeasureSymbol, PartySymbol, RecordSymbol } from '../bind/symbols.ts';
import type { BenefitTarget, PastAwardTarget, Reference } from './model.ts';
import type { Type } from './types.ts';

/** Where an expression stands: a decision may stand only in an amount, and only where the amount grows with it. */
export interface Place {
  readonly in: 'condition' | 'amount' | 'value';
  readonly decisions: boolean;
  /** Within what is computed of the items of a list. */
  readonly fold?: true;
}

/** The measures of the policy at hand: who asks for one is asked again where the answer is another one. */
export type OwnMeasures = Pick<ReadonlyMap<string, MeasureSymbol>, 'get' | 'values'>;

/** What a check of one piece of source sees and writes to. */
export interface Context {
  readonly binding: Binding;
  readonly file: string;
  readonly own: OwnMeasures;
  readonly measure: MeasureSymbol | undefined;
  /** The record of the item at hand. */
  readonly item: RecordSymbol | undefined;
  /** The kinds of party that a measure is for; empty where it does not matter. */
  readonly parties: readonly PartySymbol[];
  readonly output: Output;
  /** Types an expression. Here, because forms of amounts and operators hold expressions, and expressions these. */
  readonly typeOf: (expression: T.Expression, context: Context, place: Place, expected?: Type) => Type;
}

/** What checking produces, shared by all contexts of one program. */
export interface Output {
  readonly diagnostics: Diagnostic[];
  readonly types: Map<T.Expression, Type>;
  readonly references: Map<T.Name, Reference>;
  readonly targets: Map<T.Name, BenefitTarget>;
  readonly pastAwards: Map<T.AwardReference, PastAwardTarget>;
  readonly letTypes: Map<LetSymbol, Type>;
  /** Named values whose type is being found: one met again is defined by itself. */
  readonly openLets: Set<LetSymbol>;
}

export function report<E extends Entry<string>>(
  context: Context,
  entry: E,
  span: Span,
  args: ArgumentsOf<E>,
  extras: Extras = {},
): void {
  context.output.diagnostics.push(diagnose(entry, context.file, span, args, extras));
}
