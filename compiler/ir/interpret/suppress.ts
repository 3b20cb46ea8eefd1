import { sayRule } from '../../../stdlib/runtime/sentences.ts';
import type { Award, Lang } from '../../../stdlib/runtime/types.ts';
import type { PolicyIr } from '../ir.ts';
import { type Candidate, excludes, type PairRule, ruleFor } from './pairs.ts';

/** By what an award is suppressed. */
interface Suppression {
  readonly winner: Candidate;
  readonly rule: 'highest' | 'choose-one' | 'excludes';
  readonly clause?: string;
}

type BoundRule = Extract<PairRule, { kind: 'bound' }>;

/** Awards that are not denied in the order of stacking: by min, then by max, the highest first, then as in the source. */
export function inStackingOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates
    .filter((c) => c.award.outcome !== 'denied')
    .map((candidate, source) => ({ candidate, source }))
    .sort(
      (a, b) =>
        compareNumbers(b.candidate.award.min, a.candidate.award.min) ||
        compareNumbers(upperEnd(b.candidate.award), upperEnd(a.candidate.award)) ||
        a.source - b.source,
    )
    .map(({ candidate }) => candidate);
}

/**
 * Which awards are suppressed, and by what. `ordered` is in stacking order. The fate of an award is settled after that of
 * those that could suppress it. Where this runs in a circle, the one being settled counts as not suppressed.
 */
export function suppress(
  ordered: readonly Candidate[],
  policies: readonly PolicyIr[],
): ReadonlyMap<Candidate, Suppression> {
  const settled = new Map<Candidate, Suppression | undefined>();
  const settling = new Set<Candidate>();

  const isSuppressed = (candidate: Candidate): boolean => {
    if (settling.has(candidate)) return false;
    if (!settled.has(candidate)) {
      settling.add(candidate);
      settled.set(candidate, findSuppression(candidate));
      settling.delete(candidate);
    }
    return settled.get(candidate) !== undefined;
  };

  const findSuppression = (candidate: Candidate): Suppression | undefined => {
    const rivalsOf = (award: Candidate) => ordered.filter((other) => ruleFor(award, other, policies).kind === 'bound');
    const ahead = ordered.slice(0, ordered.indexOf(candidate));
    const bound = rivalsOf(candidate).filter((rival) => ahead.includes(rival) && beats(rival, candidate));
    const excluded = ordered.filter((other) => excludes(candidate, other) && other.award.min > 0);
    for (const other of [...bound, ...excluded, ...excluded.flatMap(rivalsOf)]) isSuppressed(other);

    const winner = bound.find((rival) => !isSuppressed(rival));
    if (winner !== undefined) {
      const { rule, clause } = ruleFor(winner, candidate, policies) as BoundRule;
      return { winner, rule, ...(clause !== undefined && { clause }) };
    }
    // Paid whatever the others come to: it is something, and bound to none that is left.
    const paid = excluded.find((other) => !isSuppressed(other) && rivalsOf(other).every(isSuppressed));
    if (paid === undefined) return undefined;
    const { clause } = candidate.plan;
    return { winner: paid, rule: 'excludes', ...(clause !== undefined && { clause }) };
  };

  return new Map(
    ordered.flatMap((candidate) => {
      isSuppressed(candidate);
      const suppression = settled.get(candidate);
      return suppression === undefined ? [] : [[candidate, suppression]];
    }),
  );
}

/** Whether an earlier award surely comes to at least as much. Equal figures of two documents leave open who pays. */
function beats(earlier: Candidate, later: Candidate): boolean {
  if (isTie(earlier.award, later.award)) return earlier.policy === later.policy;
  return earlier.award.min >= upperEnd(later.award);
}

/** Both exact and equal. */
export function isTie(a: Award, b: Award): boolean {
  return a.min === a.max && b.min === b.max && a.min === b.min;
}

/** The award as a result shows it once it is suppressed. */
export function suppressed(award: Award, { winner, rule, clause }: Suppression, lang: Lang): Award {
  const { needs, ...rest } = award;
  const { policy, measure, benefit, item } = winner.award;
  return {
    ...rest,
    outcome: 'suppressed',
    min: 0,
    max: 0,
    forgone: { outcome: award.outcome, min: award.min, max: award.max, ...(needs && { needs }) },
    suppressedBy: {
      policy,
      measure,
      benefit,
      ...(item !== undefined && { item }),
      rule: sayRule(rule, lang),
      ...(clause !== undefined && { clause }),
    },
  };
}

function upperEnd(award: Award): number {
  return award.max ?? Number.POSITIVE_INFINITY;
}

/** Like a difference, but of two infinite ends as well. */
function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
