import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import { budgetTotal } from './budget-total.ts';
import { capNeverBinds } from './cap-never-binds.ts';
import { ceilingWithoutProcess } from './ceiling-without-process.ts';
import { floorAboveCap } from './floor-above-cap.ts';
import { insteadsOverlap } from './insteads-overlap.ts';
import { lastYearName } from './last-year-name.ts';
import { manifestAbsent } from './manifest-absent.ts';
import { poolWithoutRule } from './pool-without-rule.ts';
import type { LintInput, Rule } from './rule.ts';

const rules: readonly Rule[] = [
  ceilingWithoutProcess,
  capNeverBinds,
  floorAboveCap,
  insteadsOverlap,
  poolWithoutRule,
  budgetTotal,
  lastYearName,
  manifestAbsent,
];

export function lint(input: LintInput): readonly Diagnostic[] {
  return rules.flatMap((rule) => rule(input));
}
