import type { TextEdit } from 'vscode-languageserver/node';
import type { Vocabulary } from '../../language/syntax/vocabulary.ts';
import type { Lang } from '../../stdlib/runtime/types.ts';
import type { PolicyState } from '../ide/policy-state.ts';
import type { ProsePlace } from '../ide/prose-page.ts';
import type { WhatIfView } from '../ide/trial-what-if.ts';
import type { EvaluateParams, HasErrors, NoPolicy } from './custom-requests.ts';

/** Requests for pages beside the source; like those of custom-requests.ts, they execute nothing. */

/** `cuoshi/prose`: the policy that a document belongs to, as people read it. */
export const proseRequest = 'cuoshi/prose';

export interface ProseParams {
  readonly uri: string;
  /** Absent: the language of messages. */
  readonly lang?: Lang;
}

export type ProseAnswer = ProsePage | HasErrors | NoPolicy;

/** The body of a page as `cuoshi doc` renders it: elements and classes only, all text escaped. */
export interface ProsePage {
  readonly kind: 'page';
  readonly policy: string;
  readonly title: string;
  readonly body: string;
  readonly places: readonly (Omit<ProsePlace, 'file'> & { readonly uri: string })[];
}

/** `cuoshi/whatIf`: what would change what one applicant gets under that policy alone. */
export const whatIfRequest = 'cuoshi/whatIf';

export interface WhatIfParams extends EvaluateParams {
  /** Absent: all measures. */
  readonly measure?: string;
}

export type WhatIfAnswer = WhatIfFound | FactsHaveProblems | HasErrors | NoPolicy;

export interface WhatIfFound extends WhatIfView {
  readonly kind: 'what-if';
}

/** They are told by `cuoshi/evaluate`. */
export interface FactsHaveProblems {
  readonly kind: 'problems';
}

/** `cuoshi/example`: a trial as an example that passes, to be put at the end of a file. */
export const exampleRequest = 'cuoshi/example';

export interface ExampleParams extends EvaluateParams {
  readonly measure: string;
  readonly title: string;
}

export type ExampleAnswer = ExampleText | Unsayable | HasErrors | NoPolicy;

export interface ExampleText {
  readonly kind: 'example';
  readonly uri: string;
  /** Where the file ends; zero-based, in UTF-16 units. */
  readonly end: { readonly line: number; readonly character: number };
  readonly text: string;
  /** Of the example, once it is there. */
  readonly line: number;
}

/** Something in the record or the result has no form in an example. */
export interface Unsayable {
  readonly kind: 'unsayable';
}

/** `cuoshi/state`: how the policy that a document belongs to stands, in figures. */
export const stateRequest = 'cuoshi/state';

export interface StateParams {
  readonly uri: string;
}

export type StateAnswer = StateFound | NoPolicy;

export interface StateFound extends PolicyState {
  readonly kind: 'state';
  /** Of the language. */
  readonly version: string;
}

/** `cuoshi/convert`: the edits that put a file into one vocabulary. */
export const convertRequest = 'cuoshi/convert';

export interface ConvertParams {
  readonly uri: string;
  readonly to: Vocabulary;
}

export type ConvertAnswer =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  /** It has syntax errors, or belongs to the standard library: it stays as it is. */
  | { readonly kind: 'refused' };
