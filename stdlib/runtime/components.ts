import { addExact, type Ends, type Exact, largerOf, smallerOf } from './exact.ts';
import type { Entry } from './pairs.ts';
import { excludes, isExact, type Relations, rankedAt } from './suppression.ts';
import type { Family } from './types.ts';

/** Awards of which one is paid: bound to each other, directly or through others. A single award is a component too. */
export interface Component {
  readonly entries: readonly Entry[];
  /** Whether every two are bound: then exactly one is paid. */
  readonly everyTwo: boolean;
}

/** Components that pairs without a rule join: whether they add up is open. A single component is a cluster too. */
export interface Cluster {
  readonly components: readonly Component[];
  readonly entries: readonly Entry[];
}

/** A total: awards of one family, by analogy or not, are added to each other and to no others. */
export interface Bucket {
  readonly family: Family;
  readonly byAnalogy: boolean;
}

export const bucketOrder: readonly Bucket[] = (['cash', 'equity', 'in-kind'] as const).flatMap((family) => [
  { family, byAnalogy: false },
  { family, byAnalogy: true },
]);

export function isIn({ award }: Entry, { family, byAnalogy }: Bucket): boolean {
  return award.family === family && (award.analogy !== undefined) === byAnalogy;
}

/** The clusters among the awards that are left, in the order given. */
export function clustersAmong(left: readonly Entry[], relations: Relations): Cluster[] {
  const bound = connected(left, (a, b) => relations(a, b).kind === 'bound');
  const components = bound.map((entries) => componentOf(entries, relations));
  const joined = connected(components, (x, y) =>
    x.entries.some((a) => y.entries.some((b) => relations(a, b).kind === 'unsettled')),
  );
  return joined.map((parts) => ({ components: parts, entries: parts.flatMap(({ entries }) => entries) }));
}

export function componentOf(entries: readonly Entry[], relations: Relations): Component {
  const everyTwo = entries.every((a) => entries.every((b) => a === b || relations(a, b).kind === 'bound'));
  return { entries, everyTwo };
}

/** What the awards of a cluster come to together. */
export function endsOfCluster({ components }: Pick<Cluster, 'components'>, lowest: LowestOf): Ends {
  const ends = components.map((component) => endsOfComponent(component, lowest));
  const least = leastPaid(components.flatMap(({ entries }) => entries));
  return { lo: ends.map(({ lo }) => lo).reduce(least), hi: ends.map(({ hi }) => hi).reduce(addExact) };
}

function endsOfComponent({ entries, everyTwo }: Component, lowest: LowestOf): Ends {
  const highest = entries.map(({ award }) => award.max ?? Number.POSITIVE_INFINITY);
  return {
    lo: entries.map(lowest).reduce<Exact>(leastPaid(entries), entries[0] === undefined ? 0 : lowest(entries[0])),
    hi: highest.reduce<Exact>(everyTwo ? largerOf : addExact, 0),
  };
}

/**
 * One of several is paid: at least the highest of what each comes to. Where past awards are deducted from some, no more than the
 * lowest is sure, since the one that ranks highest may be left with least.
 */
function leastPaid(entries: readonly Entry[]): (a: Exact, b: Exact) => Exact {
  return entries.some(({ award }) => award.compared !== undefined) ? smallerOf : largerOf;
}

/** The lower end that an award counts with: 0 where one that it excludes may be paid. */
export type LowestOf = (entry: Entry) => number;

export function lowestAmong(left: readonly Entry[], relations: Relations): LowestOf {
  const unsure = new Set(left.filter((entry) => left.some((other) => excludes(entry, other, relations))));
  return (entry) => (unsure.has(entry) ? 0 : entry.award.min);
}

/** Whether all awards of a component are exact and the same: only who pays is open. */
export function isTie({ entries }: Component): boolean {
  const [first] = entries;
  return entries.every(
    ({ award }) => isExact(award) && first !== undefined && rankedAt(award).min === rankedAt(first.award).min,
  );
}

/** The connected parts of a graph, each and all in the order given. */
function connected<Node>(nodes: readonly Node[], areJoined: (a: Node, b: Node) => boolean): Node[][] {
  const parts = new Map<Node, Node[]>();
  for (const start of nodes) {
    if (parts.has(start)) continue;
    const part = [start];
    parts.set(start, part);
    for (const node of part) {
      for (const other of nodes) {
        if (other === node || parts.has(other) || !areJoined(node, other)) continue;
        part.push(other);
        parts.set(other, part);
      }
    }
  }
  return [...new Set(parts.values())].map((part) =>
    part.length === 1 ? part : nodes.filter((node) => parts.get(node) === part),
  );
}
