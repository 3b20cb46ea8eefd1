import { cutBetween } from './account.ts';
import { type Bucket, bucketOrder, type Cluster, endsOfCluster, isIn, type LowestOf } from './components.ts';
import { addExact, type Ends, type Exact, smallerOf, subtractExact, toRange } from './exact.ts';
import type { Entry } from './pairs.ts';
import type { SharedCap } from './types.ts';

/** A cap over the benefits of a measure, evaluated for one applicant. */
export interface CapToApply {
  readonly policy: string;
  readonly measure: string;
  /** Its place among the caps of its policy: a cap for each item is one for every item. */
  readonly place: number;
  /** For each item, rather than for the applicant. */
  readonly each: boolean;
  /** Of a cap for each item: of which list, and which item; absent for awards that are of none. */
  readonly over?: string;
  readonly item?: number;
  /** The fact that names the group of applicants it is for. */
  readonly key?: string;
  readonly say: string;
  /** In whole fen. */
  readonly limit: Ends;
  /** Names of the missing facts that the cap itself depends on. */
  readonly needs: readonly string[];
}

/** What the caps make of one total. */
export interface CappedTotal {
  /** The awards that stand alone, put together where a cap joins them, with what they come to. */
  readonly parts: readonly Part[];
  /** What the lower end of the total loses to caps whose awards stand in larger components. */
  readonly lost: Exact;
  /** What is told of each cap; undefined where a figure lies beyond what can be computed exactly. */
  readonly shared: ReadonlyMap<CapToApply, SharedCap | undefined>;
}

interface Part extends Ends {
  readonly entries: readonly Entry[];
}

interface Stacked {
  /** All awards that are not denied. */
  readonly entries: readonly Entry[];
  /** Those that are not suppressed. */
  readonly left: ReadonlySet<Entry>;
  readonly clusters: readonly Cluster[];
  readonly lowest: LowestOf;
}

/** Takes the caps of one total, those for each item first. Undistributed: no award is changed. */
export function capTotal(
  caps: readonly CapToApply[],
  bucket: Bucket,
  { entries, left, clusters, lowest }: Stacked,
): CappedTotal {
  const alone = new Set(clusters.filter((cluster) => cluster.entries.length === 1).flatMap((c) => c.entries));
  const members = entries.filter((entry) => isIn(entry, bucket));
  const own = members.filter((entry) => left.has(entry)).map((entry) => partOf(entry, lowest));
  // `parts` is what caps are taken of; `standing` holds what counts in the total as it is.
  let parts: readonly Part[] = own;
  let standing: readonly Part[] = own.filter(({ entries: [entry] }) => entry !== undefined && alone.has(entry));
  // Caps of which part of the awards compete with others: what they can take together, and from whom.
  let most: Exact = 0;
  const touched = new Set<Entry>();
  const shared = new Map<CapToApply, SharedCap | undefined>();
  const addedBy = (cluster: Cluster) =>
    cluster.entries.every((entry) => isIn(entry, bucket)) ? endsOfCluster(cluster, lowest).lo : 0;
  for (const cap of capsInOrder(caps)) {
    if (!members.some((entry) => isUnder(entry, cap))) continue;
    const under = parts.filter((part) => part.entries.some((entry) => isUnder(entry, cap)));
    const sum = joinParts(under);
    const after = capEnds(sum, cap.limit);
    shared.set(cap, sharedCapOf(cap, bucket, sum, after));
    const joined: Part = { ...after, entries: sum.entries };
    parts = [...parts.filter((part) => !under.includes(part)), joined];
    if (sum.entries.every((entry) => alone.has(entry))) {
      standing = [...standing.filter((part) => !sum.entries.some((entry) => part.entries.includes(entry))), joined];
    } else {
      most = addExact(most, subtractExact(sum.hi, smallerOf(sum.hi, cap.limit.lo)));
      for (const entry of sum.entries) touched.add(entry);
    }
  }
  const isTouched = (all: Pick<Cluster, 'entries'>) => all.entries.some((entry) => touched.has(entry));
  const added = [
    ...standing.filter(isTouched).map(({ lo }) => lo),
    ...clusters.filter((cluster) => cluster.entries.length > 1 && isTouched(cluster)).map(addedBy),
  ];
  return { parts: standing, lost: smallerOf(most, added.reduce(addExact, 0)), shared };
}

/** Caps for each item first, since what they leave is what a cap for the applicant is taken of. */
function capsInOrder(caps: readonly CapToApply[]): CapToApply[] {
  return [...caps.filter(({ each }) => each), ...caps.filter(({ each }) => !each)];
}

/** Every cap with the totals that awards under it count in: in the order of the caps, then of the awards in the sources. */
export function groupsUnder(
  caps: readonly CapToApply[],
  entries: readonly Entry[],
): { readonly cap: CapToApply; readonly bucket: Bucket }[] {
  const inOrder = capsInOrder(caps);
  const found = inOrder.flatMap((cap) =>
    bucketOrder.flatMap((bucket) => {
      const first = entries.find((entry) => isUnder(entry, cap) && isIn(entry, bucket));
      const source = inOrder.findIndex(({ policy, place }) => policy === cap.policy && place === cap.place);
      return first === undefined ? [] : [{ cap, bucket, source, first: first.place }];
    }),
  );
  return found.sort((a, b) => a.source - b.source || a.first - b.first);
}

function isUnder({ award, benefit }: Entry, cap: CapToApply): boolean {
  if (award.policy !== cap.policy || award.measure !== cap.measure) return false;
  return !cap.each || (award.item === cap.item && benefit.over === cap.over);
}

function partOf(entry: Entry, lowest: LowestOf): Part {
  return { entries: [entry], lo: lowest(entry), hi: entry.award.max ?? Number.POSITIVE_INFINITY };
}

function joinParts(parts: readonly Part[]): Part {
  return {
    entries: parts.flatMap(({ entries }) => entries),
    lo: parts.map(({ lo }) => lo).reduce(addExact, 0),
    hi: parts.map(({ hi }) => hi).reduce(addExact, 0),
  };
}

function capEnds({ lo, hi }: Ends, limit: Ends): Ends {
  return { lo: smallerOf(lo, limit.lo), hi: smallerOf(hi, limit.hi) };
}

function sharedCapOf(cap: CapToApply, { family, byAnalogy }: Bucket, sum: Part, after: Ends): SharedCap | undefined {
  const { policy, measure, each, item, key, say } = cap;
  const range = toRange(after);
  const limit = toRange(cap.limit);
  const cutMin = cutBetween(sum.lo, after.lo);
  if (range === undefined || limit === undefined || cutMin === null) return undefined;
  const inOrder = [...sum.entries].sort((a, b) => a.place - b.place);
  return {
    policy,
    measure,
    each,
    ...(item !== undefined && { item }),
    ...(key !== undefined && { key }),
    say,
    family,
    byAnalogy,
    limit,
    awards: inOrder.map(({ award }) => ({
      policy: award.policy,
      measure: award.measure,
      benefit: award.benefit,
      ...(award.item !== undefined && { item: award.item }),
    })),
    ...range,
    cutMin,
    cutMax: cutBetween(sum.hi, after.hi),
    ...(cap.needs.length > 0 && { needs: cap.needs }),
  };
}
