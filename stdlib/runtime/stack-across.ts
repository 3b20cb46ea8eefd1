import { awardKey } from './decisions.ts';
import { needsAmong, type Unstacked } from './evaluate.ts';
import { unknownDecision } from './problems.ts';
import { stackAwards } from './stacking.ts';
import { beforeStacking, type JointResult, type Lang, type Metadata, type Problem, type Result } from './types.ts';

/**
 * Stacks the results of one applicant under several policies against each other, by the rules of all of them. Every award starts
 * again as it was before its own policy's stacking: what suppressed it there may itself be suppressed here. The results must be
 * those that emitted modules returned, in the order of the policies; otherwise this throws a RangeError. `metadata` is of the same
 * policies.
 */
export function stackAcross(results: readonly Result[], metadata: readonly Metadata[], lang: Lang): JointResult {
  const [first] = results;
  if (first === undefined) throw new RangeError('there is no result to stack');
  const unstacked = results.map(unstackedOf);
  const stacking = stackAwards(
    unstacked.map(({ policy }) => policy),
    {
      awards: unstacked.flatMap(({ awards }) => awards),
      caps: unstacked.flatMap(({ caps }) => caps),
      itemQuotas: unstacked.flatMap(({ itemQuotas }) => itemQuotas),
      lost: unstacked[0]?.lost ?? [],
    },
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
    needs: needsAmong(stacking),
    notes: [...new Set(results.flatMap(({ notes }) => notes))],
    problems: [
      ...decisionsOnNoPolicy(results, metadata, lang),
      ...unstacked.flatMap(({ problems }) => problems),
      ...stacking.problems,
    ],
  };
}

function unstackedOf(result: Result): Unstacked {
  const unstacked = result[beforeStacking];
  if (unstacked === undefined) throw new RangeError(`the result of ${result.policy} is not one of an emitted module`);
  return unstacked as Unstacked;
}

/** Decisions whose key names no benefit of any policy. */
function decisionsOnNoPolicy(results: readonly Result[], metadata: readonly Metadata[], lang: Lang): Problem[] {
  const onNothing = ({ problems }: Result) =>
    problems.filter(({ code }) => code === 'CS6008').map(({ field }) => field);
  const [first = [], ...others] = results.map(onNothing);
  const nowhere = first.filter((key) => others.every((keys) => keys.includes(key)));
  const keys = metadata.flatMap(({ stacking }) => stacking.benefits.map((b) => awardKey(b.measure, b.benefit)));
  return nowhere.map((key) => unknownDecision(key, keys, lang));
}
