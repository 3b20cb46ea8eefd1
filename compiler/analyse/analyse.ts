import { between } from '../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { Checked, CheckedMeasure } from '../check/model.ts';
import type { PolicyIr } from '../ir/ir.ts';
import { findConflicts } from './conflict.ts';
import { eligibilityFindings } from './eligibility.ts';
import { findOverlaps, type Replay } from './overlap.ts';
import { proposeMatters } from './propose-matters.ts';
import { conflictDiagnostic, overlapDiagnostic, undecidedDiagnostic } from './report.ts';

/**
 * All that is found between the measures of these policies, as diagnostics: findings that the source accepts with a
 * reason are left out, and an acceptance of nothing is told.
 */
export function analyse(policies: readonly PolicyIr[], checked: Checked, replay: Replay): readonly Diagnostic[] {
  const overlaps = findOverlaps(policies, replay);
  const findings = [
    ...overlaps.findings.map(overlapDiagnostic),
    ...findConflicts(policies, replay).map(conflictDiagnostic),
  ];
  const names = new Set(policies.map((p) => p.name));
  const measures = checked.policies.filter((p) => names.has(p.symbol.name)).flatMap((p) => p.measures);
  const accepted = acceptances(measures);
  const used = new Set<Acceptance>();
  const told = findings.filter((finding) => {
    const [a, b] = finding.measures ?? [];
    const fitting = accepted.filter((x) => (x.measure === a && x.other === b) || (x.measure === b && x.other === a));
    for (const x of fitting) used.add(x);
    return fitting.length === 0;
  });
  const unused = accepted.filter((x) => !used.has(x) && names.has(x.otherPolicy));
  return [
    ...told,
    ...overlaps.undecided.map(undecidedDiagnostic),
    ...unused.map(({ from, other, span }) => diagnose(between.allowanceUnused, from.file, span, { other })),
    ...eligibilityFindings(policies),
    ...proposeMatters(policies, checked),
  ];
}

/** One measure's acceptance of what is found about it and another. */
interface Acceptance {
  readonly from: CheckedMeasure;
  readonly measure: string;
  readonly other: string;
  readonly otherPolicy: string;
  readonly span: Diagnostic['span'];
}

function acceptances(measures: readonly CheckedMeasure[]): readonly Acceptance[] {
  return measures.flatMap((from) =>
    from.allowances.flatMap((allowance) =>
      allowance.with.map((other) => ({
        from,
        measure: from.symbol.name,
        other: other.name,
        otherPolicy: other.policy.name,
        span: allowance.node.span,
      })),
    ),
  );
}
