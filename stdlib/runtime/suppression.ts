import { type BindingRule, type Entry, type Relation, relationOf } from './pairs.ts';
import type { Award, Range } from './types.ts';

/** What holds between any two of the awards that are not denied, worked out once. */
export type Relations = (a: Entry, b: Entry) => Relation;

export function relationsAmong(entries: readonly Entry[]): Relations {
  const size = entries.reduce((most, { place }) => Math.max(most, place + 1), 0);
  const known: (Relation | undefined)[] = [];
  return (a, b) => {
    const at = a.place * size + b.place;
    const before = known[at];
    if (before !== undefined) return before;
    const relation = relationOf(a, b);
    known[at] = relation;
    return relation;
  };
}

/** Who suppresses an award, by which rule. */
export interface Suppression {
  readonly by: Entry;
  readonly rule: BindingRule;
  readonly clause: string | undefined;
}

/** An award with what stands against it. */
interface Contender {
  readonly entry: Entry;
  /** Those bound to it that it beats, whatever open figures turn out to be. */
  readonly beaten: readonly Entry[];
  /** Those bound to it that it may lose to. */
  readonly threats: readonly Entry[];
  /** Those that it is not paid beside. */
  readonly excluded: readonly Entry[];
}

/**
 * The awards that are not paid because another one is, whatever open figures turn out to be. It is a least fixed point: each
 * award that is given up takes one threat from others, and so may decide them.
 */
export function suppressionsAmong(entries: readonly Entry[], relations: Relations): ReadonlyMap<Entry, Suppression> {
  const order = [...entries].sort(byAmount);
  const contenders = order.map((entry) => contenderOf(entry, order, relations));
  const givenUp = new Set<Entry>();
  const areGone = (all: readonly Entry[]) => all.every((one) => givenUp.has(one));
  /** Whether the contender, or else one that is bound to the loser too, is paid. */
  const holdsDown = ({ threats, excluded, beaten }: Contender, loser: Entry): boolean =>
    beaten.includes(loser) &&
    areGone(excluded) &&
    threats.every((other) => givenUp.has(other) || relations(other, loser).kind === 'bound');
  const isPaid = ({ entry, threats, excluded }: Contender): boolean =>
    rankedAt(entry.award).min > 0 && !givenUp.has(entry) && areGone(threats) && areGone(excluded);
  const surelyPaidAmong = (excluded: readonly Entry[]) =>
    contenders.find((other) => excluded.includes(other.entry) && isPaid(other))?.entry;

  let before = -1;
  while (before < givenUp.size) {
    before = givenUp.size;
    for (const { entry, excluded } of contenders) {
      if (givenUp.has(entry)) continue;
      const isLost = contenders.some((other) => holdsDown(other, entry)) || surelyPaidAmong(excluded) !== undefined;
      if (isLost) givenUp.add(entry);
    }
  }

  const suppressions = contenders.flatMap(({ entry, excluded }): [Entry, Suppression][] => {
    if (!givenUp.has(entry)) return [];
    const winner = contenders.find((other) => other.beaten.includes(entry) && !givenUp.has(other.entry))?.entry;
    const relation = winner && relations(winner, entry);
    if (winner !== undefined && relation?.kind === 'bound') {
      const clause = relation.rule === 'excludes' ? entry.benefit.clause : relation.clause;
      return [[entry, { by: winner, rule: relation.rule, clause }]];
    }
    const paid = surelyPaidAmong(excluded);
    if (paid === undefined) throw new RangeError(`nothing is paid in the place of ${entry.award.measure}`);
    return [[entry, { by: paid, rule: 'excludes', clause: entry.benefit.clause }]];
  });
  return new Map(suppressions);
}

function contenderOf(entry: Entry, order: readonly Entry[], relations: Relations): Contender {
  const bound = order.filter((other) => relations(entry, other).kind === 'bound');
  const beaten = bound.filter((other) => surelyBeats(entry, other));
  return {
    entry,
    beaten,
    threats: bound.filter((other) => !beaten.includes(other)),
    excluded: order.filter((other) => excludes(entry, other, relations)),
  };
}

/** Min, then max, both descending (no upper end is the highest), then the order of the sources. */
export function byAmount({ award: first, place: p }: Entry, { award: second, place: q }: Entry): number {
  const [a, b] = [rankedAt(first), rankedAt(second)];
  const [aMax, bMax] = [a.max ?? Number.POSITIVE_INFINITY, b.max ?? Number.POSITIVE_INFINITY];
  if (a.min !== b.min) return b.min - a.min;
  return aMax === bMax ? p - q : bMax - aMax;
}

/** A tie goes to the clause written first, but only within one document. */
function surelyBeats(winner: Entry, loser: Entry): boolean {
  const { min } = rankedAt(winner.award);
  const most = rankedAt(loser.award).max ?? Number.POSITIVE_INFINITY;
  if (min !== most) return min > most;
  return winner.policy === loser.policy && winner.place < loser.place;
}

/** Awards are ranked by what they come to before past awards are deducted. */
export function rankedAt(award: Award): Range {
  return award.compared ?? { min: award.min, max: award.max };
}

export function isExact(award: Award): boolean {
  const { min, max } = rankedAt(award);
  return min === max;
}

/** Whether `a` is not paid where `b` is. */
export function excludes(a: Entry, b: Entry, relations: Relations): boolean {
  const relation = relations(a, b);
  return relation.kind === 'excludes' && relation.aExcludes;
}
