import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import { budgetTotal } from './budget-total.ts';
import { capNeverBinds } from './cap-never-binds.ts';
import { ceilingWithoutProcess } from './ceiling-without-process.ts';
import { floorAboveCap } from './floor-above-cap.ts';
import { insteadsOverlap } from './insteads-overlap.ts';
import { lastYearName } from './last-year-name.ts';
import { manifestAbsent } from './manifest-absent.ts';
import { poolWithoutRule } from './pool-without-rule.ts';
import { quotaWithoutOrder } from './quota-without-order.ts';
import type { LintInput, Rule } from './rule.ts';

const rules: readonly Rule[] = [
  ceilingWithoutProcess,
  capNeverBinds,
  floorAboveCap,
  insteadsOverlap,
  poolWithoutRule,
  quotaWithoutOrder,
  budgetTotal,
  lastYearName,
];

export function lint(input: LintInput): readonly Diagnostic[] {
  return rules.flatMap((rule) => rule(input));
}

/** What depends on more than the sources: on what lies beside them. */
export function lintOutside(input: Parameters<typeof manifestAbsent>[0]): readonly Diagnostic[] {
  return manifestAbsent(input);
}
