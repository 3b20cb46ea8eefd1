import { type Entry, type Relation, relationOf } from './pairs.ts';
import type { Award } from './types.ts';

/** What holds between any two of the awards that are not denied, worked out once. */
export type Relations = (a: Entry, b: Entry) => Relation;

export function relationsAmong(entries: readonly Entry[]): Relations {
  const known = new Map<Entry, Map<Entry, Relation>>(entries.map((entry) => [entry, new Map()]));
  return (a, b) => {
    const row = known.get(a);
    const before = row?.get(b);
    if (before !== undefined) return before;
    const relation = relationOf(a, b);
    row?.set(b, relation);
    return relation;
  };
}

/** Who suppresses an award, by which rule. */
export interface Suppression {
  readonly by: Entry;
  readonly rule: 'highest' | 'choose-one' | 'excludes';
  readonly clause: string | undefined;
}

/**
 * The awards that are not paid because another one is. Those that could suppress an award are settled before it; where that runs
 * in a circle, the one being settled counts as paid, so that of two that exclude each other the higher one is.
 */
export function suppressionsAmong(entries: readonly Entry[], relations: Relations): ReadonlyMap<Entry, Suppression> {
  const order = [...entries].sort(byAmount);
  const suppressed = new Map<Entry, Suppression>();
  const begun = new Set<Entry>();
  const settle = (entry: Entry): void => {
    if (begun.has(entry)) return;
    begun.add(entry);
    const suppressors = suppressorsOf(entry, order, relations);
    for (const { by } of suppressors) settle(by);
    for (const rival of suppressors.flatMap(({ rivals }) => rivals)) settle(rival);
    const found = suppressors.find(({ by, rivals }) => !suppressed.has(by) && rivals.every((r) => suppressed.has(r)));
    if (found !== undefined) suppressed.set(entry, { by: found.by, rule: found.rule, clause: found.clause });
  };
  for (const entry of order) settle(entry);
  return suppressed;
}

/** Min, then max, both descending (no upper end is the highest), then the order of the sources. */
export function byAmount({ award: a, place: p }: Entry, { award: b, place: q }: Entry): number {
  const [aMax, bMax] = [a.max ?? Number.POSITIVE_INFINITY, b.max ?? Number.POSITIVE_INFINITY];
  if (a.min !== b.min) return b.min - a.min;
  return aMax === bMax ? p - q : bMax - aMax;
}

/** What could suppress an award, where none of its rivals is left. */
interface Suppressor extends Suppression {
  readonly rivals: readonly Entry[];
}

/** Bound ones that surely come to as much, then those it excludes that are paid unless they lose to what they are bound to. */
function suppressorsOf(entry: Entry, order: readonly Entry[], relations: Relations): Suppressor[] {
  const bound = order.slice(0, order.indexOf(entry)).flatMap((by): Suppressor[] => {
    const relation = relations(by, entry);
    if (relation.kind !== 'bound' || !surelyCovers(by, entry)) return [];
    return [{ by, rule: relation.rule, clause: relation.clause, rivals: [] }];
  });
  const excluded = order.flatMap((by): Suppressor[] => {
    if (by === entry || !excludes(entry, by, relations) || by.award.min === 0) return [];
    const rivals = order.filter((rival) => relations(by, rival).kind === 'bound');
    return [{ by, rule: 'excludes', clause: entry.benefit.clause, rivals }];
  });
  return [...bound, ...excluded];
}

/** Equal exact amounts are ranked only within one document, where the clause written first is paid. */
function surelyCovers(higher: Entry, lower: Entry): boolean {
  if (isExact(higher.award) && isExact(lower.award) && higher.award.min === lower.award.min) {
    return higher.policy === lower.policy;
  }
  return lower.award.max !== null && higher.award.min >= lower.award.max;
}

export function isExact(award: Award): boolean {
  return award.min === award.max;
}

/** Whether `a` is not paid where `b` is. */
export function excludes(a: Entry, b: Entry, relations: Relations): boolean {
  const relation = relations(a, b);
  return relation.kind === 'excludes' && relation.aExcludes;
}
