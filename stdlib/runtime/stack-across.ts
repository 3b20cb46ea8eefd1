import { awardKey } from './decisions.ts';
import { needsAmong } from './evaluate.ts';
import { unknownDecision } from './problems.ts';
import type { CapToApply } from './shared-caps.ts';
import { type Stacking, stackAwards } from './stacking.ts';
import type { Award, JointResult, Lang, Metadata, Problem, Result, SharedCap } from './types.ts';

/**
 * Stacks the results of one applicant under several policies against each other, by the rules of all of them. Awards that a
 * policy's own rules suppressed start again: what suppressed them may itself be suppressed here. `metadata` is of the same
 * policies, in any order.
 */
export function stackAcross(results: readonly Result[], metadata: readonly Metadata[], lang: Lang): JointResult {
  const [first] = results;
  if (first === undefined) throw new RangeError('there is no result to stack');
  const stacking = stackTogether(results, metadata, lang);
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
    needs: needsAmong(stacking),
    notes: [...new Set(results.flatMap(({ notes }) => notes))],
    problems: [...problemsOf(results, metadata, lang), ...stacking.problems],
  };
}

function stackTogether(results: readonly Result[], metadata: readonly Metadata[], lang: Lang): Stacking {
  const policies = results.map(({ policy }) => {
    const own = metadata.find((m) => m.policy === policy);
    if (own === undefined) throw new RangeError(`no metadata of policy ${policy}`);
    return { name: policy, rules: own.stacking, ...(own.level !== undefined && { level: own.level }) };
  });
  return stackAwards(
    policies,
    results.flatMap(({ awards }) => awards.map(beforeStacking)),
    capsOf(results, metadata),
    lang,
  );
}

/** An award as it was before its policy's own stacking. */
function beforeStacking(award: Award): Award {
  const { forgone, suppressedBy: _, ...rest } = award;
  return forgone === undefined ? award : { ...rest, ...forgone };
}

/** The caps themselves. What was taken from several totals is one cap; what was taken from one total twice is two. */
function capsOf(results: readonly Result[], metadata: readonly Metadata[]): CapToApply[] {
  const caps = new Map<string, CapToApply>();
  const taken = new Map<string, number>();
  for (const sharedCap of results.flatMap(({ sharedCaps }) => sharedCaps)) {
    const { policy, measure, each, item, say, limit, family, byAnalogy, needs = [] } = sharedCap;
    const over = item === undefined ? undefined : listOf(sharedCap, metadata);
    const cap: CapToApply = {
      policy,
      measure,
      each,
      ...(over !== undefined && { over }),
      ...(item !== undefined && { item }),
      say,
      limit: { lo: limit.min, hi: limit.max ?? Number.POSITIVE_INFINITY },
      needs,
    };
    const text = JSON.stringify(cap, (_, value) => (value === Number.POSITIVE_INFINITY ? null : value));
    const inTotal = `${family} ${byAnalogy} ${text}`;
    const times = taken.get(inTotal) ?? 0;
    taken.set(inTotal, times + 1);
    caps.set(`${times} ${text}`, cap);
  }
  return [...caps.values()];
}

/** The list of the item that a cap is for: that of its awards, or of its measure. */
function listOf({ policy, measure, awards }: SharedCap, metadata: readonly Metadata[]): string | undefined {
  const benefits = metadata.find((m) => m.policy === policy)?.stacking.benefits.filter((b) => b.measure === measure);
  const ofAward = benefits?.find(({ benefit }) => benefit === awards[0]?.benefit);
  return (ofAward ?? benefits?.find(({ over }) => over !== undefined))?.over;
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
    ...results.flatMap((result) => ownProblems(result, metadata, lang)),
  ];
}

/** The problems of a result but for decisions on nothing, and for totals and shared caps that are made anew. */
function ownProblems(result: Result, metadata: readonly Metadata[], lang: Lang): Problem[] {
  const kept = result.problems.filter(({ code }) => code !== 'CS6008');
  if (!kept.some(({ code }) => code === 'CS6006')) return kept;
  const again = stackTogether([result], metadata, lang).problems;
  return kept.filter((problem) => !again.some(({ code, field }) => code === problem.code && field === problem.field));
}
