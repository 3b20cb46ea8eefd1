import type { CheckedPolicy } from '../../compiler/check/model.ts';
import { percentOf } from '../../compiler/source-text/coverage/coverage.ts';
import { dominantVocabulary } from '../../language/syntax/dominant-vocabulary.ts';
import type { Vocabulary } from '../../language/syntax/vocabulary.ts';
import { countOverlaps } from './overlap-tree.ts';
import type { Snapshot } from './snapshot.ts';

/** How a policy stands, in figures. */
export interface PolicyState {
  readonly policy: string;
  readonly title?: string;
  readonly measures: number;
  readonly errors: number;
  readonly warnings: number;
  /** What is found between measures, one of them of the policy, and no rule settles. */
  readonly overlaps: number;
  /** What a rule or the drafter has settled. */
  readonly settled: number;
  /** Clauses of the official text that are encoded or waived, in whole percent, rounded down; absent without a text. */
  readonly coverage?: number;
  /** Of the file that was asked about; absent where neither prevails. */
  readonly vocabulary?: Vocabulary;
}

/** The state of a policy; `file` is the one that is looked at. */
export function policyState(snapshot: Snapshot, policy: CheckedPolicy, file: string): PolicyState {
  const { symbol, title, measures } = policy;
  const found = symbol.files.flatMap((own) => {
    const { diagnostics, findings } = snapshot.inFile(own);
    return [...diagnostics, ...findings];
  });
  const overlaps = countOverlaps(snapshot, symbol.name);
  const coverage = snapshot.document(policy)?.coverage;
  const source = snapshot.source(file);
  const vocabulary = source && dominantVocabulary(source);
  return {
    policy: symbol.name,
    ...(title !== undefined && { title }),
    measures: measures.length,
    errors: found.filter(({ severity }) => severity === 'error').length,
    warnings: found.filter(({ severity }) => severity === 'warning').length,
    overlaps: overlaps.unsettled,
    settled: overlaps.settled,
    ...(coverage && { coverage: Math.floor(percentOf(coverage.totals.clauses)) }),
    ...(vocabulary && { vocabulary }),
  };
}
