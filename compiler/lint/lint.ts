import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { Checked, CheckedPolicy } from '../check/model.ts';
import type { PolicyIr } from '../ir/ir.ts';
import type { Host } from '../project/host.ts';
import { budgetTotal } from './budget-total.ts';
import { capNeverBinds } from './cap-never-binds.ts';
import { ceilingWithoutProcess } from './ceiling-without-process.ts';
import { manifestAbsent } from './manifest-absent.ts';
import { poolWithoutRule } from './pool-without-rule.ts';

/** What a drafting rule reads. */
export interface LintInput {
  readonly policy: CheckedPolicy;
  readonly ir: PolicyIr;
  readonly checked: Checked;
  readonly host: Host;
}

/** One rule of drafting: what it finds in a policy that has no errors. */
export type Rule = (input: LintInput) => readonly Diagnostic[];

const rules: readonly Rule[] = [ceilingWithoutProcess, capNeverBinds, poolWithoutRule, budgetTotal, manifestAbsent];

export function lint(input: LintInput): readonly Diagnostic[] {
  return rules.flatMap((rule) => rule(input));
}
