import type { Location, Position } from './protocol-tests.ts';

/** What this extension and the server say to each other about the trees beside the editor; see protocol.ts. */

export interface ClausesAnswer {
  readonly documents: readonly ClausesOfDocument[];
}

export interface ClausesOfDocument {
  readonly policy: string;
  readonly title?: string;
  readonly place: Location;
  readonly description: string;
  /** Absent: there is nothing to compare with. */
  readonly clauses?: readonly ClauseItem[];
}

export interface ClauseItem {
  readonly clause: string;
  readonly status: 'encoded' | 'partly' | 'missing' | 'waived' | 'heading';
  readonly measures: readonly string[];
  readonly description: string;
  readonly details: readonly string[];
  readonly place?: Location;
  readonly children: readonly ClauseItem[];
}

export interface SkeletonParams {
  readonly policy: string;
  readonly clause: string;
}

export type SkeletonAnswer = {
  readonly uri: string;
  readonly position: Position;
  readonly snippet: string;
} | null;

export interface OverlapsAnswer {
  readonly matters: readonly OverlapMatter[];
}

export interface OverlapMatter {
  readonly matter: string;
  readonly findings: readonly OverlapItem[];
}

export interface OverlapItem {
  readonly kind: string;
  readonly settled: boolean;
  readonly measures: readonly string[];
  readonly sum: string;
  readonly message: string;
  readonly place: Location;
  readonly sides: readonly OverlapSide[];
  readonly witness: string;
}

export interface OverlapSide {
  readonly policy: string;
  readonly name: string;
  readonly amount: string;
  readonly place?: Location;
}
