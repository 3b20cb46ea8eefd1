import { between } from '../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { Checked, CheckedMeasure } from '../check/model.ts';
import type { PolicyIr } from '../ir/ir.ts';
import { budgetFindings } from './budget.ts';
import { findConflicts } from './conflict.ts';
import { eligibilityFindings } from './eligibility.ts';
import { findingsOf, groupFindings, type Replay } from './overlap.ts';
import { makeOverlapIndex, type OverlapIndex } from './overlap-index.ts';
import { proposeMatters } from './propose-matters.ts';
import { relatedFindings, relatedInSteps, type Taxonomy } from './related.ts';
import { budgetDiagnostic, overlapDiagnostic, relatedDiagnostic, type Telling, undecidedDiagnostic } from './report.ts';
import { conflictDiagnostic } from './report-conflict.ts';

/**
 * All that is found between the measures of these policies, as diagnostics: findings that the source accepts with a
 * reason are left out, and an acceptance of nothing is told. With an index of an earlier time only what changed since is
 * asked again.
 */
export function analyse(
  policies: readonly PolicyIr[],
  checked: Checked,
  replay: Replay,
  index: OverlapIndex = makeOverlapIndex(),
): readonly Diagnostic[] {
  const overlaps = findingsOf(index.update(policies));
  const telling: Telling = { domains: index.domains, replay };
  const names = new Set(policies.map((p) => p.name));
  const measures = checked.policies.filter((p) => names.has(p.symbol.name)).flatMap((p) => p.measures);
  const acceptance = acceptances(measures);
  const conflicts = findConflicts(policies, replay).map(conflictDiagnostic);
  const taxonomy = taxonomyOf(checked);
  const related = relatedFindings(policies, taxonomy, index.domains, index.regionOf).map((finding) =>
    relatedDiagnostic(finding, telling),
  );
  return [
    ...groupFindings(
      overlaps.findings.filter(({ measures: [a, b] }) => !acceptance.accepts([a.benefit.measure, b.benefit.measure])),
    ).map((finding) => overlapDiagnostic(finding, telling)),
    ...[...conflicts, ...related].filter((d) => !acceptance.accepts(d.measures ?? [])),
    ...overlaps.undecided
      .filter(({ sides: [a, b] }) => !acceptance.accepts([a.benefit.measure, b.benefit.measure]))
      .map(undecidedDiagnostic),
    ...acceptance
      .unused(names)
      .map(({ from, other, span }) => diagnose(between.allowanceUnused, from.file, span, { other })),
    ...budgetFindings(policies).map((finding) => budgetDiagnostic(finding, telling)),
    ...eligibilityFindings(policies),
    ...proposeMatters(policies, checked),
  ];
}

/**
 * The same, a little at a time. What takes long is done step by step and remembered where it was found out; whoever gives
 * up between two steps loses nothing of it. The last step puts everything together.
 */
export function* analyseInSteps(
  policies: readonly PolicyIr[],
  checked: Checked,
  replay: Replay,
  index: OverlapIndex,
): Generator<void, readonly Diagnostic[]> {
  for (const policy of policies) {
    eligibilityFindings([policy]);
    yield;
  }
  yield* index.prepare(policies);
  const telling: Telling = { domains: index.domains, replay };
  for (const finding of groupFindings(findingsOf(index.update(policies)).findings)) {
    overlapDiagnostic(finding, telling);
    yield;
  }
  yield* relatedInSteps(policies, taxonomyOf(checked), index.domains, index.regionOf);
  return analyse(policies, checked, replay, index);
}

function taxonomyOf({ binding }: Checked): Taxonomy {
  return new Map([...binding.scope.tables.matters].map(([name, m]) => [name, m.parent] as const));
}

/** One measure's acceptance of what is found about it and another. */
interface Acceptance {
  readonly from: CheckedMeasure;
  readonly measure: string;
  readonly other: string;
  readonly otherPolicy: string;
  readonly span: Diagnostic['span'];
}

function acceptances(measures: readonly CheckedMeasure[]): {
  /** Whether what is found about these measures is accepted, all pairs of them. Remembers what was accepted. */
  accepts(names: readonly string[]): boolean;
  /** Acceptances of nothing, so far as the other policy was looked at. */
  unused(policies: ReadonlySet<string>): readonly Acceptance[];
} {
  const all = measures.flatMap((from) =>
    from.allowances.flatMap((allowance) =>
      allowance.with.map(
        (other): Acceptance => ({
          from,
          measure: from.symbol.name,
          other: other.name,
          otherPolicy: other.policy.name,
          span: allowance.node.span,
        }),
      ),
    ),
  );
  const byPair = new Map<string, Acceptance[]>();
  for (const one of all) {
    for (const key of [`${one.measure}\n${one.other}`, `${one.other}\n${one.measure}`]) {
      byPair.set(key, [...(byPair.get(key) ?? []), one]);
    }
  }
  const used = new Set<Acceptance>();
  return {
    accepts(names) {
      if (names.length < 2) return false;
      let accepted = true;
      for (const [i, a] of names.entries()) {
        for (const b of names.slice(i + 1)) {
          const fitting = byPair.get(`${a}\n${b}`);
          if (fitting === undefined) accepted = false;
          else for (const one of fitting) used.add(one);
        }
      }
      return accepted;
    },
    unused: (policies) => all.filter((one) => !used.has(one) && policies.has(one.otherPolicy)),
  };
}
