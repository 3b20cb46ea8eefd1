import type { Result, Schema } from '../../stdlib/runtime/types.ts';

/**
 * Requests beside the protocol's own, for editors that can show a page. The VS Code extension is their client; it
 * imports nothing of this, and a test holds its own view of these types against them.
 *
 * All of them interpret the policy; nothing of a workspace is ever executed.
 */

/** Announced under `capabilities.experimental.cuoshi`: an editor offers only what the server it talks to can do. */
export interface Announced {
  readonly trial?: boolean;
  readonly diff?: boolean;
}

/** The policy cannot be read as one while it has errors: how many, in its own files and those they use. */
export interface HasErrors {
  readonly kind: 'errors';
  readonly count: number;
}

/** The document belongs to no policy: it declares no measure, or the server does not know it. */
export interface NoPolicy {
  readonly kind: 'no-policy';
}

/** `cuoshi/schema`: what facts the policy that a document belongs to reads. */
export const schemaRequest = 'cuoshi/schema';

export interface SchemaParams {
  readonly uri: string;
}

export type SchemaAnswer = TrialSchema | HasErrors | NoPolicy;

export interface TrialSchema {
  readonly kind: 'schema';
  readonly policy: string;
  readonly title?: string;
  /** The evaluation date that the policy itself states, ISO. */
  readonly asOf?: string;
  readonly schema: Schema;
  /** In the order of the source. */
  readonly measures: readonly TrialMeasure[];
}

export interface TrialMeasure {
  readonly name: string;
  readonly title?: string;
  readonly clause?: string;
  /** Kinds of party it is for; any one of them. */
  readonly parties: readonly string[];
  /** The facts, and the lists, that its awards and norms read, by declared name; derived facts by what they read. */
  readonly reads: readonly string[];
  /** Where it is declared. */
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
  readonly endLine: number;
}

/** `cuoshi/evaluate`: what one applicant gets under that policy. */
export const evaluateRequest = 'cuoshi/evaluate';

export interface EvaluateParams {
  readonly uri: string;
  /** One record of facts, as in a file of facts; `decisions` among them. Not checked. */
  readonly facts: unknown;
  /** ISO date; absent: the record's own, else the policy's, else today's. */
  readonly asOf?: string;
}

export type EvaluateAnswer = TrialResult | HasErrors | NoPolicy;

/** Awards as a run of this policy alone gives them; mistakes in the facts are in `problems`, and then nothing else is. */
export interface TrialResult {
  readonly kind: 'result';
  readonly result: Result;
}

/** `cuoshi/diff`: two versions of a policy, old and new, each a file or a folder. */
export const diffRequest = 'cuoshi/diff';

export interface DiffParams {
  readonly old: string;
  readonly new: string;
}

export type DiffAnswer = DiffPage | (HasErrors & { readonly uri: string }) | NoPolicy;

/**
 * The comparison as the body of a page: elements and classes only, no script and no style of its own, all text escaped.
 * An element with `data-uri` and `data-line` (zero-based) leads to that place.
 */
export interface DiffPage {
  readonly kind: 'page';
  readonly title: string;
  readonly body: string;
}
