import type { PolicyIr } from '../../compiler/ir/ir.ts';
import { metadataOf } from '../../compiler/ir/metadata.ts';
import { version } from '../../compiler/version.ts';
import type { Lang } from '../../language/diagnostics/diagnostic.ts';
import { formatDate } from '../../stdlib/runtime/format.ts';
import { parseRecord } from '../../stdlib/runtime/parse-facts.ts';
import type { Facts, Problem } from '../../stdlib/runtime/types.ts';

/** One record of facts as a form or a file gives it. */
export interface TrialInput {
  readonly facts: unknown;
  /** ISO date; absent: the record's own, else the policy's, else `today`. */
  readonly asOf?: string;
  readonly today: string;
}

export interface TrialRecord {
  /** Null where there are problems. */
  readonly facts: Facts | null;
  readonly problems: readonly Problem[];
  readonly asOf: string;
}

/** Checks the facts against what the policy reads, and finds the date of evaluation. */
export function readTrial(policy: PolicyIr, { facts: given, asOf, today }: TrialInput, lang: Lang): TrialRecord {
  const metadata = metadataOf(policy, version);
  const { facts, problems } = parseRecord(metadata.schema, given, { lang });
  const own = facts?.asOf === undefined ? undefined : formatDate(facts.asOf);
  return { facts, problems, asOf: asOf ?? own ?? metadata.asOf ?? today };
}
