/**
 * What this extension and the server say to each other beside the protocol's own requests, as far as the extension reads
 * it. The extension imports nothing of the server; a test holds these types against the server's.
 */

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
