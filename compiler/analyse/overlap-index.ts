import { type BenefitPlan, type PolicyIr, partyFact } from '../ir/ir.ts';
import { visitMeeting } from './candidates.ts';
import { basesOf, mattersOf, type Side, sameMatter, sharedBase } from './compete.ts';
import { hullOfBenefit } from './condition-hull.ts';
import { type Domain, type Domains, domainsOf } from './domains.ts';
import type { Formula } from './formula.ts';
import { type Hull, makeNumbering, meet, type Numbering } from './hull.ts';
import { type Judgement, judge, judgeBase, type Known, type Region, regionOf } from './judge.ts';
import { meansTheSame } from './same-meaning.ts';
import { inBoth, type Kinds, type Separable, separable, surelyDiffer, surelyMeet } from './separable.ts';

/** Two benefits that meet, or of which that could not be decided. */
export interface Pair {
  readonly sides: readonly [Side, Side];
  /** The matters both pay on, or the fact both take a share of. */
  readonly matters: readonly string[];
  readonly judgement: Judgement;
}

/** What lies between measures, kept up to date: what did not change is not asked again. */
export interface OverlapIndex {
  readonly domains: Domains;
  /** Does what `update` would do, a little at a time; giving up between two steps loses nothing. */
  prepare(policies: readonly PolicyIr[]): Generator<void, void>;
  /** All pairs between these policies about which there is something to tell, in the order of the source. */
  update(policies: readonly PolicyIr[]): readonly Pair[];
  /** The region of a benefit that is in the index: the same object for as long as the benefit means the same. */
  regionOf(side: Side): Region | undefined;
  /** How many pairs of benefits have been put to the question since the index was made. */
  readonly asked: number;
}

/** One benefit in the index. */
interface Entry {
  side: Side;
  /** Its place in the sources, which changes as others come and go. */
  order: number;
  readonly id: number;
  /** Made when it is first asked for: most benefits meet no other one. */
  region: Region | undefined;
  /** Matters by family, and bases, each with what all applicants have in common whom the benefit is paid there. */
  readonly places: ReadonlyMap<string, Hull>;
  /** Those it meets, on either side. */
  partners: Set<Entry>;
  /** What was found about it and one that comes after it. */
  found: Map<Entry, Found>;
  /** The same in order; undefined where it has to be put in order again. */
  inOrder: readonly Found[] | undefined;
  /** The same as pairs; undefined where one of them, or their order, is no longer as it was. */
  pairs: readonly Pair[] | undefined;
  /** Its region variable by variable; null where that does not tell it, undefined while nobody has asked. */
  separable: Separable | null | undefined;
}

/** What was found about two entries. */
interface Found {
  readonly other: Entry;
  readonly matters: readonly string[];
  readonly judgement: Judgement;
  /** As it was told last. */
  pair: Pair | undefined;
}

export interface OverlapOptions {
  /**
   * Whether to look into two benefits that stand on the same matters (or, with `isBase`, take a share of the same fact);
   * absent: always.
   */
  readonly asks?: (a: Side, b: Side, matters: readonly string[], isBase: boolean) => boolean;
}

export function makeOverlapIndex({ asks = () => true }: OverlapOptions = {}): OverlapIndex {
  let world: World | undefined;
  let asked = 0;
  const count: Asking = (a, b, matters, isBase) => {
    if (!asks(a, b, matters, isBase)) return false;
    asked++;
    return true;
  };
  return {
    get domains() {
      return world?.domains ?? new Map();
    },
    regionOf({ policy, benefit }) {
      const entry = world?.entries.get(keyOf(policy, benefit));
      return world && entry && regionIn(entry, world);
    },
    get asked() {
      return asked;
    },
    *prepare(policies) {
      let now = bringUpToDate(policies);
      while (now.pending.size > 0) {
        compareSome(now, count);
        yield;
        // Somebody may have asked about other policies meanwhile.
        if (world !== now || now.policies !== policies) now = bringUpToDate(policies);
      }
    },
    update(policies) {
      const now = bringUpToDate(policies);
      while (now.pending.size > 0) compareSome(now, count);
      now.variables ??= now.domains.size;
      return pairsOf(now);
    },
  };

  /** Takes in what is new, and leaves it to be compared. */
  function bringUpToDate(policies: readonly PolicyIr[]): World {
    if (world === undefined || !sameFrame(world.policies, policies) || !extend(world, policies)) {
      if (world === undefined || !comeAndGone(world, policies)) world = emptyWorld(policies);
    } else if (hasOutgrown(world)) world = emptyWorld(policies);
    const { entries } = world;
    const before = entries.size === 0 ? [] : world.policies;
    const earlier = new Map(before.map((policy) => [policy.name, policy]));
    const gone = new Set<string>();
    const fresh: Entry[] = [];
    const leave = (policy: PolicyIr) => {
      for (const plan of policy.plans) if (plan.k === 'benefit') gone.add(keyOf(policy, plan));
    };
    const names = new Set(policies.map((policy) => policy.name));
    for (const policy of before) if (!names.has(policy.name)) leave(policy);
    for (const [i, policy] of policies.entries()) {
      // A policy that is the same object as before holds the same measures at the same places.
      if (before[i] === policy) continue;
      const was = before[i]?.name === policy.name ? before[i] : earlier.get(policy.name);
      if (was !== undefined) leave(was);
      for (const [j, plan] of policy.plans.entries()) {
        if (plan.k !== 'benefit') continue;
        const order = i * mostPlans + j;
        const key = keyOf(policy, plan);
        gone.delete(key);
        const known = entries.get(key);
        if (known !== undefined && (known.side.benefit === plan || meansTheSame(known.side.benefit, plan))) {
          if (known.side.benefit !== plan || known.side.policy !== policy) move(known, { policy, benefit: plan });
          if (known.order !== order) {
            known.order = order;
            world.inOrder = undefined;
            reorder(known);
          }
          continue;
        }
        if (known !== undefined) remove(known, world);
        const entry = entryOf({ policy, benefit: plan }, order, world);
        entries.set(key, entry);
        fresh.push(entry);
      }
    }
    for (const key of gone) {
      const entry = entries.get(key);
      if (entry !== undefined) remove(entry, world);
      entries.delete(key);
    }
    world.policies = policies;
    for (const entry of fresh) {
      add(entry, world);
      world.pending.add(entry);
    }
    if (fresh.length > 0 || gone.size > 0) world.round = undefined;
    return world;
  }
}

/** Few new ones are compared with what is there, one by one; many at once, among all, place by place. */
function compareSome(world: World, count: Asking): void {
  const { pending, entries, places } = world;
  if (pending.size * 4 < entries.size) {
    const [entry] = pending;
    if (entry === undefined) return;
    pending.delete(entry);
    compareWithAll(entry, world, count);
    return;
  }
  world.round ??= { left: [...places.keys()], seen: new Set() };
  const place = world.round.left.pop();
  if (place !== undefined) compareAt(place, world.round.seen, world, count);
  if (world.round.left.length > 0) return;
  pending.clear();
  world.round = undefined;
}

/** Whether to look into two sides; counts those that are. */
type Asking = (a: Side, b: Side, matters: readonly string[], isBase: boolean) => boolean;

/** Sums and differences become variables as conditions are read; those of conditions long gone are not kept for ever. */
function hasOutgrown({ domains, variables }: World): boolean {
  return variables !== undefined && domains.size > 2 * variables + 10_000;
}

/** Places are counted policy by policy. */
const mostPlans = 1_000_000;

function keyOf({ name }: PolicyIr, { measure, label }: BenefitPlan): string {
  return `${name}\n${measure}\n${label ?? ''}`;
}

interface World {
  policies: readonly PolicyIr[];
  readonly domains: Domains;
  readonly numbering: Numbering;
  readonly entries: Map<string, Entry>;
  readonly places: Map<string, Set<Entry>>;
  readonly kinds: Kinds;
  /** How many variables there were when all had been compared for the first time. */
  variables: number | undefined;
  /** Those that were not compared with the others yet. */
  readonly pending: Set<Entry>;
  /** Where the comparison of many has come to: places that are left, and pairs that were asked about. */
  round: { readonly left: string[]; readonly seen: Set<number> } | undefined;
  /** Those with something found about them, in order; undefined where that has to be put in order again. */
  inOrder: Entry[] | undefined;
  nextId: number;
}

function emptyWorld(policies: readonly PolicyIr[]): World {
  return {
    policies,
    domains: domainsOf(policies),
    numbering: makeNumbering(),
    entries: new Map(),
    places: new Map(),
    kinds: new Map(),
    variables: undefined,
    pending: new Set(),
    round: undefined,
    inOrder: undefined,
    nextId: 0,
  };
}

/**
 * Whether policies only came or went, as one does while it has a mistake, and what is there is read as before. Facts
 * that nobody speaks of any more may stay, kinds of party may not: an applicant would be of them.
 */
function comeAndGone(world: World, policies: readonly PolicyIr[]): boolean {
  const names = new Set(policies.map((policy) => policy.name));
  if (names.size < policies.length) return false;
  const before = new Map(world.policies.map((policy) => [policy.name, policy]));
  if (before.size < world.policies.length) return false;
  for (const policy of policies) {
    const known = before.get(policy.name);
    if (known !== undefined && frameOf(known) !== frameOf(policy)) return false;
  }
  const now = domainsOf(policies);
  for (const variable of world.domains.keys()) {
    if (variable.startsWith(partyFact('')) && !now.has(variable)) return false;
  }
  for (const [variable, domain] of now) {
    const known = world.domains.get(variable);
    if (known === undefined ? variable.startsWith(partyFact('')) : !sameDomain(known, domain)) return false;
  }
  for (const [variable, domain] of now) if (!world.domains.has(variable)) world.domains.set(variable, domain);
  return true;
}

function sameDomain(a: Domain, b: Domain): boolean {
  if (a.type === 'number') return b.type === 'number' && a.scale === b.scale && a.low === b.low;
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Adds facts that are new; false where one is no longer what it was. */
function extend(world: World, policies: readonly PolicyIr[]): boolean {
  const changed = policies.filter((policy, i) => policy.facts !== world.policies[i]?.facts);
  if (changed.length === 0) return true;
  const now = domainsOf(changed);
  for (const [variable, domain] of now) {
    const known = world.domains.get(variable);
    if (known === undefined) world.domains.set(variable, domain);
    else if (variable.startsWith('@')) continue;
    else if (known.type !== domain.type) return false;
    else if (known.type === 'number' && domain.type === 'number') {
      if (known.scale !== domain.scale || known.low !== domain.low) return false;
    } else if (known.type === 'enum' && domain.type === 'enum') {
      if (domain.members.some((m) => !known.members.includes(m))) return false;
    }
  }
  return true;
}

function move(entry: Entry, side: Side): void {
  entry.side = side;
  // What was worked out about it stays; where it stands is where it stands now.
  if (entry.region !== undefined) (entry.region as { side: Side }).side = side;
  entry.pairs = undefined;
  for (const other of entry.partners) other.pairs = undefined;
}

/** What was found about an entry, and about all that are paired with it, is no longer in order. */
function reorder(entry: Entry): void {
  for (const one of [entry, ...entry.partners]) {
    one.inOrder = undefined;
    one.pairs = undefined;
  }
}

/** What is found about most: nothing is ever put in. */
const none: Map<Entry, Found> = new Map();
const noPartners: Set<Entry> = new Set();

function entryOf(side: Side, order: number, world: World): Entry {
  const { domains, numbering } = world;
  const places = new Map<string, Hull>();
  const { matter, family } = side.benefit;
  const whole = hullOfBenefit(side.benefit, domains, numbering);
  if (whole !== undefined) {
    for (const name of mattersOf(side)) {
      const hull =
        matter !== undefined && 'fact' in matter
          ? hullOfBenefit(side.benefit, domains, numbering, isMember(matter.fact, name))
          : whole;
      if (hull !== undefined) places.set(`${family} ${name}`, hull);
    }
    for (const base of basesOf(side)) places.set(`@base ${base}`, whole);
  }
  return {
    side,
    order,
    id: world.nextId++,
    region: undefined,
    places,
    found: none,
    partners: noPartners,
    inOrder: undefined,
    pairs: undefined,
    separable: undefined,
  };
}

function isMember(variable: string, name: string): Formula {
  return { f: 'in', variable, set: new Set([name]), out: false };
}

function add(entry: Entry, { places }: World): void {
  for (const place of entry.places.keys()) {
    const known = places.get(place);
    if (known === undefined) places.set(place, new Set([entry]));
    else known.add(entry);
  }
}

function remove(entry: Entry, world: World): void {
  world.pending.delete(entry);
  for (const place of entry.places.keys()) world.places.get(place)?.delete(entry);
  reorder(entry);
  for (const other of entry.partners) {
    other.found.delete(entry);
    other.partners.delete(entry);
  }
  const at = world.inOrder?.indexOf(entry) ?? -1;
  if (at >= 0) world.inOrder?.splice(at, 1);
}

/** Among those with something found about them, at its place. */
function list(entry: Entry, { inOrder }: World): void {
  if (inOrder === undefined) return;
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((inOrder[middle]?.order ?? 0) < entry.order) low = middle + 1;
    else high = middle;
  }
  if (inOrder[low] !== entry) inOrder.splice(low, 0, entry);
}

function compareWithAll(entry: Entry, world: World, count: Asking): void {
  const seen = new Set<Entry>([entry]);
  for (const [place, hull] of entry.places) {
    for (const other of world.places.get(place) ?? []) {
      const theirs = other.places.get(place);
      // Another that waits to be compared will be compared with this one then.
      if (world.pending.has(other) || seen.has(other) || theirs === undefined || !meet(hull, theirs)) continue;
      seen.add(other);
      ask(entry, other, world, count);
    }
  }
}

function compareAt(place: string, seen: Set<number>, world: World, count: Asking): void {
  const of = world.places.get(place) ?? new Set();
  if (of.size < 2) return;
  const { pending } = world;
  const entries = [...of];
  const hulls = entries.map((e) => e.places.get(place) as Hull);
  visitMeeting(hulls, (i, j) => {
    const [a, b] = [entries[i], entries[j]];
    if (a === undefined || b === undefined || (!pending.has(a) && !pending.has(b))) return;
    // Two that meet in several places are asked about once.
    if (a.places.size > 1 && b.places.size > 1) {
      const key = Math.min(a.id, b.id) * 0x4000000 + Math.max(a.id, b.id);
      if (seen.has(key)) return;
      seen.add(key);
    }
    ask(a, b, world, count);
  });
}

function ask(one: Entry, two: Entry, world: World, count: Asking): void {
  const [a, b] = one.order < two.order ? [one, two] : [two, one];
  const { domains } = world;
  if (a.side.policy === b.side.policy && a.side.benefit.measure === b.side.benefit.measure) return;
  if (isReplaced(a.side.policy, b.side.policy) || isReplaced(b.side.policy, a.side.policy)) return;
  const shared = sameMatter(a.side, b.side);
  const base = shared.matters.length === 0 ? sharedBase(a.side, b.side) : undefined;
  const matters = base === undefined ? shared.matters : [base];
  if (matters.length === 0) return;
  if (!count(a.side, b.side, matters, base !== undefined)) return;
  // Where a matter is a fact, two who are paid need not be paid on the same one.
  const known = base !== undefined || shared.formula.f === 'true' ? knownOf(a, b, world) : undefined;
  const judgement =
    base === undefined
      ? judge(regionIn(a, world), regionIn(b, world), shared.formula, domains, known)
      : judgeBase(regionIn(a, world), regionIn(b, world), domains, known);
  if (judgement === undefined) return;
  if (a.found === none) a.found = new Map();
  a.found.set(b, { other: b, matters, judgement, pair: undefined });
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (one.partners === noPartners) one.partners = new Set();
    one.partners.add(other);
  }
  a.inOrder = undefined;
  a.pairs = undefined;
  if (a.found.size === 1) list(a, world);
}

/** That two meet, where that shows without a search. */
function knownOf(a: Entry, b: Entry, world: World): Known | undefined {
  const { domains, kinds } = world;
  const [x, y] = [separableOf(a, world), separableOf(b, world)];
  if (x === null || y === null || !meet(x.spans, y.spans) || !surelyMeet(x, y, kinds, domains)) return undefined;
  return { differ: surelyDiffer(x, y), inBoth: () => inBoth(x, y, domains) };
}

function regionIn(entry: Entry, { domains }: World): Region {
  entry.region ??= regionOf(entry.side, domains);
  return entry.region;
}

function separableOf(entry: Entry, world: World): Separable | null {
  const { domains, numbering } = world;
  if (entry.separable === undefined) entry.separable = separable(regionIn(entry, world), domains, numbering) ?? null;
  return entry.separable;
}

/** A policy that another one replaces is no longer in force when that one begins: the two never meet. */
function isReplaced(older: PolicyIr, newer: PolicyIr): boolean {
  return newer.replaces.includes(older.name);
}

function pairsOf(world: World): readonly Pair[] {
  world.inOrder ??= [...world.entries.values()].filter((e) => e.found.size > 0).sort((a, b) => a.order - b.order);
  let length = 0;
  for (const a of world.inOrder) {
    a.pairs ??= currentPairs(a);
    length += a.pairs.length;
  }
  // Of a dense workspace there are many, and each edit asks for all of them.
  const all = new Array<Pair>(length);
  let at = 0;
  for (const { pairs = [] } of world.inOrder) for (const pair of pairs) all[at++] = pair;
  return all;
}

/** A pair whose two sides are what they were is the same object as before. */
function currentPairs(a: Entry): readonly Pair[] {
  a.inOrder ??= [...a.found.values()].sort((x, y) => x.other.order - y.other.order);
  return a.inOrder.map((found) => {
    if (found.pair === undefined || !isOf(found.pair, a.side, found.other.side)) {
      found.pair = { sides: [a.side, found.other.side], matters: found.matters, judgement: found.judgement };
    }
    return found.pair;
  });
}

function isOf({ sides }: Pair, a: Side, b: Side): boolean {
  return sides[0] === a && sides[1] === b;
}

/** Whether all that benefits are read with is as it was: vocabulary, kinds of party, rules, levels and dates. */
function sameFrame(before: readonly PolicyIr[], after: readonly PolicyIr[]): boolean {
  return before.length === after.length && before.every((policy, i) => frameOf(policy) === frameOf(after[i]));
}

const frames = new WeakMap<PolicyIr, string>();

function frameOf(policy: PolicyIr | undefined): string {
  if (policy === undefined) return '';
  let frame = frames.get(policy);
  if (frame === undefined) {
    const { name, level, status, effective, replaces, parties, disjoint, enums, plans } = policy;
    const rules = plans.flatMap((plan) =>
      plan.k === 'group' ? [{ rule: plan.rule, reach: plan.reach, between: plan.between }] : [],
    );
    frame = JSON.stringify([name, level, status, effective, replaces, parties, disjoint, enums, rules]);
    frames.set(policy, frame);
  }
  return frame;
}
