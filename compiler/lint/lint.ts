import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { LintInput, OutsideInput } from './rule.ts';
import { rules } from './rules/index.ts';

/** What the rules of drafting find in a policy without errors. */
export function lint(input: LintInput): readonly Diagnostic[] {
  return rules.flatMap((rule) => rule.check?.(input) ?? []);
}

/** What depends on more than the sources: on what lies beside them. */
export function lintOutside(input: OutsideInput): readonly Diagnostic[] {
  return rules.flatMap((rule) => rule.checkOutside?.(input) ?? []);
}
