import type { Lang, Schema } from '../../stdlib/runtime/types.ts';
import type { TrialMeasure } from '../ide/trial-facts.ts';
import type { ResultView } from '../ide/view-result.ts';

/**
 * Requests beside the protocol's own, for editors that can show a page. The VS Code extension is their client; it
 * imports nothing of this, and a test holds its own view of these types against them.
 *
 * All of them interpret the policy; nothing of a workspace is ever executed.
 */

/** `initializationOptions` of `initialize`. Absent: the language is that of `locale`. */
export interface InitializationOptions {
  readonly lang?: Lang;
  /** Whether diagnostics are sent or asked for; absent: sent, where the client can show such. */
  readonly diagnostics?: 'push' | 'pull';
  /** A folder on this machine with official texts as plain text, for the words of clauses in hovers. */
  readonly officialTexts?: string;
  /** Whether to be told of changes (`cuoshi/changed`), so as to ask again for what it shows. */
  readonly changes?: boolean;
  /** URIs of documents that the client shows and is about to open: what is wrong in their folders is told first. */
  readonly shown?: readonly string[];
}

/** Announced under `capabilities.experimental.cuoshi`: an editor offers only what the server it talks to can do. */
export interface Announced {
  readonly check?: boolean;
  readonly trial?: boolean;
  readonly diff?: boolean;
  readonly prose?: boolean;
  readonly tests?: boolean;
  readonly trees?: boolean;
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

/** `cuoshi/check`: reads every policy of the workspace folders and publishes what it finds, opened or not. */
export const checkRequest = 'cuoshi/check';

export interface CheckAnswer {
  /** Policies found, and their files. */
  readonly policies: number;
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
}

/** `cuoshi/schema`: what facts the policy that a document belongs to reads. */
export const schemaRequest = 'cuoshi/schema';

export interface SchemaParams {
  readonly uri: string;
  /** Where the cursor stands, zero-based: the measure there is named in the answer. */
  readonly line?: number;
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
  /** The measure at the line that was asked about. */
  readonly at?: string;
}

/** `cuoshi/evaluate`: what one applicant gets under that policy alone. */
export const evaluateRequest = 'cuoshi/evaluate';

export interface EvaluateParams {
  readonly uri: string;
  /** One record of facts, as in a file of facts; `decisions` among them. Not checked. */
  readonly facts: unknown;
  /** ISO date; absent: the record's own, else the policy's, else today's. */
  readonly asOf?: string;
}

export type EvaluateAnswer = TrialResult | HasErrors | NoPolicy;

export interface TrialResult {
  readonly kind: 'result';
  readonly result: ResultView;
}

/** `cuoshi/diff`: two versions of a policy, old and new, each the URI of a file or a folder. */
export const diffRequest = 'cuoshi/diff';

export interface DiffParams {
  readonly old: string;
  /** The sources of the old version, all there are, by URI: those of an earlier revision. Absent: what is there now. */
  readonly oldTexts?: Readonly<Record<string, string>>;
  readonly new: string;
}

export type DiffAnswer = DiffPage | ((HasErrors | NoPolicy) & { readonly uri: string });

/**
 * The comparison as the body of a page, that of `cuoshi diff`: elements, classes and attributes of SVG only, no script
 * and no style of its own, all text escaped. What has `data-verdict` is of that verdict, or `added` or `dropped`.
 * An element with `data-uri` and `data-line` (zero-based) leads to that place, in the version that `data-version` names.
 */
export interface DiffPage {
  readonly kind: 'page';
  readonly title: string;
  readonly body: string;
}
