/**
 * What this extension and the server say to each other beside the protocol's own requests, as far as the extension reads
 * it. The extension imports nothing of the server; a test holds these types against the server's.
 */

import type { WhatIfAnswer } from './protocol-pages.ts';

export interface Announced {
  readonly check?: boolean;
  readonly trial?: boolean;
  readonly diff?: boolean;
  readonly prose?: boolean;
  readonly tests?: boolean;
  readonly trees?: boolean;
}

export interface CheckAnswer {
  readonly policies: number;
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface HasErrors {
  readonly kind: 'errors';
  readonly count: number;
}

export interface NoPolicy {
  readonly kind: 'no-policy';
}

export interface SchemaParams {
  readonly uri: string;
  readonly line?: number;
}

export type SchemaAnswer = TrialSchema | HasErrors | NoPolicy;

export interface TrialSchema {
  readonly kind: 'schema';
  readonly policy: string;
  readonly title?: string;
  readonly asOf?: string;
  readonly schema: {
    readonly parties: readonly PartySchema[];
    readonly facts: readonly FactSchema[];
    readonly lists: readonly ListSchema[];
  };
  readonly measures: readonly TrialMeasure[];
  readonly at?: string;
}

export interface PartySchema {
  readonly name: string;
  readonly aliases: readonly string[];
  /** The kinds it is one of. */
  readonly parents: readonly string[];
}

export interface FactSchema {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: 'money' | 'rate' | 'count' | 'date' | 'duration' | 'bool' | 'key' | 'quantity' | 'enum';
  readonly members?: readonly string[];
  readonly unit?: string;
  readonly label?: string;
}

export interface ListSchema {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly fields: readonly FactSchema[];
}

export interface TrialMeasure {
  readonly name: string;
  readonly title?: string;
  readonly clause?: string;
  readonly parties: readonly string[];
  readonly reads: readonly string[];
}

export interface EvaluateParams {
  readonly uri: string;
  readonly facts: FactRecord;
  readonly asOf?: string;
}

/** One applicant's facts by name, as they were filled in. */
export interface FactRecord {
  [name: string]: unknown;
}

export type EvaluateAnswer = { readonly kind: 'result'; readonly result: ResultView } | HasErrors | NoPolicy;

export interface ResultView {
  readonly policy: string;
  readonly asOf: string;
  readonly year: number;
  readonly problems: readonly { readonly field: string; readonly message: string }[];
  readonly totals: readonly { readonly label: string; readonly amount: string }[];
  readonly awards: readonly AwardView[];
  readonly norms: readonly NormView[];
  readonly remarks: readonly string[];
  readonly needs: readonly string[];
}

export interface AwardView {
  readonly measure: string;
  readonly key: string;
  readonly title: string;
  readonly clause?: string;
  readonly outcome: string;
  readonly outcomeWord: string;
  readonly amount: string;
  readonly steps: readonly {
    readonly role: string;
    readonly say: string;
    readonly amount: string;
    readonly cut: string;
  }[];
  readonly lines: readonly string[];
  readonly needs: readonly { readonly name: string; readonly kind: string; readonly follows: readonly string[] }[];
  readonly decision?: { readonly kind: 'amount' | 'passed'; readonly by: string };
}

export interface NormView {
  readonly measure: string;
  readonly clause?: string;
  readonly say: string;
  readonly holds: boolean | null;
  readonly needs: readonly string[];
}

export interface DiffParams {
  readonly old: string;
  readonly oldTexts?: Readonly<Record<string, string>>;
  readonly new: string;
}

export type DiffAnswer =
  | { readonly kind: 'page'; readonly title: string; readonly body: string }
  | ((HasErrors | NoPolicy) & { readonly uri: string });

// ---------------------------------------------------------------------------------------------- pages and extension

/** From the page of a trial to the extension. */
export type FromTrial =
  | { readonly type: 'ready' }
  | { readonly type: 'evaluate'; readonly id: number; readonly facts: FactRecord; readonly asOf?: string }
  /** `measure` absent: all of them. */
  | {
      readonly type: 'whatIf';
      readonly id: number;
      readonly facts: FactRecord;
      readonly asOf?: string;
      readonly measure?: string;
    }
  /** The trial is to become an example. */
  | { readonly type: 'save'; readonly facts: FactRecord; readonly asOf?: string; readonly measure: string }
  /** An applicant is to be taken from a file. */
  | { readonly type: 'load' };

/** From the extension to the page of a trial. `id` is that of the question. */
export type ToTrial =
  /** `choose`: the measure to show; absent when the policy only changed. */
  | { readonly type: 'schema'; readonly answer: SchemaAnswer; readonly choose?: string }
  | { readonly type: 'result'; readonly id: number; readonly answer: EvaluateAnswer }
  | { readonly type: 'whatIf'; readonly id: number; readonly answer: WhatIfAnswer }
  /** An applicant from a file, to be filled in. */
  | { readonly type: 'record'; readonly record: FactRecord }
  /** The server could not answer; its own words. */
  | { readonly type: 'failed'; readonly message: string };

/** From the page of a comparison: a place to go to. `line` is zero-based. */
export interface FromComparison {
  readonly type: 'open';
  readonly uri: string;
  readonly line: number;
  readonly version: 'old' | 'new';
}
