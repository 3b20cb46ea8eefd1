import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { Checked, CheckedPolicy } from '../check/model.ts';
import type { PolicyIr } from '../ir/ir.ts';

/** What a drafting rule reads. */
export interface LintInput {
  readonly policy: CheckedPolicy;
  readonly ir: PolicyIr;
  readonly checked: Checked;
}

/** One rule of drafting: what it finds in a policy that has no errors. */
export type Rule = (input: LintInput) => readonly Diagnostic[];
