import { sayRule } from '../../../stdlib/runtime/sentences.ts';
import type { Award, Lang, Range } from '../../../stdlib/runtime/types.ts';
import type { PolicyIr } from '../ir.ts';
import { type Candidate, excludes, ruleFor } from './pairs.ts';
import { comparedAt, isInTheRunning } from './ranking.ts';

/** By what an award is suppressed. */
interface Suppression {
  readonly winner: Candidate;
  readonly rule: 'highest' | 'choose-one' | 'excludes';
  readonly clause?: string;
}

/** Awards that are not denied in the order of stacking: by min, then by max, the highest first, then as in the source. */
export function inStackingOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates
    .filter((c) => isInTheRunning(c.award))
    .map((candidate, source) => ({ candidate, source, at: comparedAt(candidate.award) }))
    .sort(
      (a, b) =>
        compareNumbers(b.at.min, a.at.min) || compareNumbers(upperEnd(b.at), upperEnd(a.at)) || a.source - b.source,
    )
    .map(({ candidate }) => candidate);
}

/**
 * Which awards are suppressed whatever the open figures turn out to be, and by what: `candidates` are in the order of the
 * source, `ordered` those of them that are not denied, in stacking order. An award loses only where its winner surely does not lose in its turn; what is found by one round may decide more in the next, and
 * nothing that was found is ever taken back.
 */
export function suppress(
  candidates: readonly Candidate[],
  ordered: readonly Candidate[],
  policies: readonly PolicyIr[],
): ReadonlyMap<Candidate, Suppression> {
  const lost = new Set<Candidate>();
  const places = new Map(candidates.map((c, place) => [c, place]));
  const isBound = (a: Candidate, b: Candidate): boolean => ruleFor(a, b, policies).kind === 'bound';
  const boundTo = new Map(ordered.map((c) => [c, ordered.filter((other) => isBound(c, other))]));
  const excludedBy = new Map(
    ordered.map((c) => [
      c,
      ordered.filter((other) => ruleFor(c, other, policies).kind === 'excludes' && excludes(c, other)),
    ]),
  );
  /** Surely comes to more, or to as much where the tie is its own: within one document it is, between two nobody can say. */
  const beats = (winner: Candidate, loser: Candidate): boolean => {
    const [least, most] = [comparedAt(winner.award).min, upperEnd(comparedAt(loser.award))];
    return (
      least > most || (least === most && winner.policy === loser.policy && places.get(winner)! < places.get(loser)!)
    );
  };
  const rivals = (c: Candidate): readonly Candidate[] => boundTo.get(c)!.filter((other) => !lost.has(other));
  const excluded = (c: Candidate): readonly Candidate[] => excludedBy.get(c)!.filter((other) => !lost.has(other));
  const threats = (c: Candidate): readonly Candidate[] => rivals(c).filter((rival) => !beats(c, rival));

  /** Whoever takes the place of the winner is bound to the loser as well. */
  const losesByRank = (c: Candidate): boolean =>
    boundTo.get(c)!.some((winner) => {
      const replaceable = threats(winner).every((other) => isBound(other, c));
      return beats(winner, c) && excluded(winner).length === 0 && replaceable;
    });
  const paidWhenExcluded = (c: Candidate): Candidate | undefined =>
    excluded(c).find((x) => comparedAt(x.award).min > 0 && threats(x).length === 0 && excluded(x).length === 0);

  for (;;) {
    const found = ordered.filter((c) => !lost.has(c) && (losesByRank(c) || paidWhenExcluded(c) !== undefined));
    if (found.length === 0) break;
    for (const c of found) lost.add(c);
  }

  return new Map(
    [...lost].map((c): [Candidate, Suppression] => {
      const winner = rivals(c).find((rival) => beats(rival, c));
      const rule = winner && ruleFor(winner, c, policies);
      if (winner !== undefined && rule?.kind === 'bound') {
        const clause = rule.rule === 'excludes' ? c.plan.clause : rule.clause;
        return [c, { winner, rule: rule.rule, ...(clause !== undefined && { clause }) }];
      }
      const paid = paidWhenExcluded(c);
      if (paid === undefined) throw new Error(`nothing suppresses ${c.plan.measure}`);
      const { clause } = c.plan;
      return [c, { winner: paid, rule: 'excludes', ...(clause !== undefined && { clause }) }];
    }),
  );
}

/** Both exact and equal. */
export function isTie(first: Award, second: Award): boolean {
  const [a, b] = [comparedAt(first), comparedAt(second)];
  return a.min === a.max && b.min === b.max && a.min === b.min;
}

/** The award as a result shows it once it is suppressed. */
export function suppressed(award: Award, { winner, rule, clause }: Suppression, lang: Lang): Award {
  const { needs, splits: _splits, ...rest } = award;
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

function upperEnd({ max }: Range): number {
  return max ?? Number.POSITIVE_INFINITY;
}

/** Like a difference, but of two infinite ends as well. */
function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
