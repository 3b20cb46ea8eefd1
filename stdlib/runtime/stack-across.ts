import { awardKey } from './decisions.ts';
import { namesOfNeeds, needsAmong } from './evaluate.ts';
import { unknownDecision } from './problems.ts';
import type { CapToApply } from './shared-caps.ts';
import { stackAwards } from './stacking.ts';
import type { Award, JointResult, Lang, Metadata, Problem, Result, SharedCap } from './types.ts';

/**
 * Stacks the results of one applicant under several policies against each other, by the rules of all of them. Awards that a
 * policy's own rules suppressed start again: what suppressed them may itself be suppressed here. `metadata` is of the same
 * policies, in any order.
 */
export function stackAcross(results: readonly Result[], metadata: readonly Metadata[], lang: Lang): JointResult {
  const [first] = results;
  if (first === undefined) throw new RangeError('there is no result to stack');
  const policies = results.map(({ policy }) => {
    const own = metadata.find((m) => m.policy === policy);
    if (own === undefined) throw new RangeError(`no metadata of policy ${policy}`);
    return { name: policy, rules: own.stacking, ...(own.level !== undefined && { level: own.level }) };
  });
  const stacking = stackAwards(
    policies,
    results.flatMap(({ awards }) => awards.map(beforeStacking)),
    capsOf(results.flatMap(({ sharedCaps }) => sharedCaps)),
    lang,
  );
  const { applicant, asOf, year } = first;
  const inferred = results.flatMap((result) => result.inferred ?? []);
  return {
    policies: results.map(({ policy }) => policy),
    ...(applicant !== undefined && { applicant }),
    asOf,
    year,
    ...(results.some((result) => result.inferred !== undefined) && { inferred: [...new Set(inferred)] }),
    awards: stacking.awards,
    norms: results.flatMap(({ norms }) => norms),
    sharedCaps: stacking.sharedCaps,
    open: stacking.open,
    totals: stacking.totals,
    totalsByAnalogy: stacking.totalsByAnalogy,
    needs: needsAmong(stacking.awards, results.flatMap(capNeedsOf)),
    notes: [...new Set(results.flatMap(({ notes }) => notes))],
    problems: [...problemsOf(results, metadata, lang), ...stacking.problems],
  };
}

/** An award as it was before its policy's own stacking. */
function beforeStacking(award: Award): Award {
  const { forgone, suppressedBy: _, ...rest } = award;
  return forgone === undefined ? award : { ...rest, ...forgone };
}

/** The caps themselves. One that was taken from several totals is one cap. */
function capsOf(sharedCaps: readonly SharedCap[]): CapToApply[] {
  const caps = new Map<string, CapToApply>();
  for (const { policy, measure, each, item, say, limit } of sharedCaps) {
    const cap = { policy, measure, each, say, limit, needs: [], ...(item !== undefined && { item }) };
    caps.set(JSON.stringify([policy, measure, each, item, say, limit]), cap);
  }
  return [...caps.values()];
}

/** What a result asks for beside its awards: the facts that its shared caps depend on. */
function capNeedsOf({ awards, needs }: Result): string[] {
  const asked = new Set(awards.flatMap(namesOfNeeds));
  return needs.filter((name) => !asked.has(name));
}

/** The problems of all. A decision that no benefit of one policy has may be one of another's. */
function problemsOf(results: readonly Result[], metadata: readonly Metadata[], lang: Lang): Problem[] {
  const onNothing = ({ problems }: Result) =>
    problems.filter(({ code }) => code === 'CS6008').map(({ field }) => field);
  const [first = [], ...others] = results.map(onNothing);
  const nowhere = first.filter((key) => others.every((keys) => keys.includes(key)));
  const keys = metadata.flatMap(({ stacking }) => stacking.benefits.map((b) => awardKey(b.measure, b.benefit)));
  return [
    ...nowhere.map((key) => unknownDecision(key, keys, lang)),
    ...results.flatMap(({ problems }) => problems.filter(({ code }) => code !== 'CS6008')),
  ];
}
