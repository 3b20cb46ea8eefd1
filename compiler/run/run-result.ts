import type { Facts, Result } from '../../stdlib/runtime/types.ts';

/** One applicant under all policies of a run, after stacking across them. */
export interface RunResult extends Omit<Result, 'policy' | 'problems'> {
  readonly policies: readonly string[];
}

/** A result with what it was computed from. */
export interface Evaluated {
  readonly result: RunResult;
  /** Checked facts by declared name, with the decisions used. */
  readonly facts: Facts;
}
