import type { Location, Position } from 'vscode-languageserver/node';

/** Requests for what trees beside the editor show. Ask again after `cuoshi/changed` (test-requests.ts). */

/** `cuoshi/clauses`: the official text of each policy beside what is written of it. */
export const clausesRequest = 'cuoshi/clauses';

export interface ClausesAnswer {
  readonly documents: readonly ClausesOfDocument[];
}

export interface ClausesOfDocument {
  readonly policy: string;
  readonly title?: string;
  readonly place: Location;
  /** How much is written; where there is nothing to compare with, why. */
  readonly description: string;
  /** Absent: there is nothing to compare with. */
  readonly clauses?: readonly ClauseItem[];
}

export interface ClauseItem {
  readonly clause: string;
  /** `heading` asks for nothing by itself. */
  readonly status: 'encoded' | 'partly' | 'missing' | 'waived' | 'heading';
  readonly measures: readonly string[];
  readonly description: string;
  readonly details: readonly string[];
  /** Where it is answered; of a missing clause, in the manifest. */
  readonly place?: Location;
  readonly children: readonly ClauseItem[];
}

/** `cuoshi/clauseSkeleton`: a measure for a clause that none answers. */
export const skeletonRequest = 'cuoshi/clauseSkeleton';

export interface SkeletonParams {
  readonly policy: string;
  readonly clause: string;
}

/** Null: the policy or the clause is no longer there. */
export type SkeletonAnswer = {
  readonly uri: string;
  readonly position: Position;
  /** In the notation of the protocol's snippets. */
  readonly snippet: string;
} | null;

/** `cuoshi/overlaps`: what is found between measures, by matter. */
export const overlapsRequest = 'cuoshi/overlaps';

export interface OverlapsAnswer {
  readonly matters: readonly { readonly matter: string; readonly findings: readonly OverlapItem[] }[];
}

export interface OverlapItem {
  readonly kind: string;
  readonly settled: boolean;
  readonly measures: readonly string[];
  readonly sum: string;
  readonly message: string;
  readonly place: Location;
  readonly sides: readonly {
    readonly policy: string;
    readonly name: string;
    readonly amount: string;
    readonly place?: Location;
  }[];
  readonly witness: string;
}
