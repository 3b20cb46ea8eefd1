import type { Facts, Schema } from './types.ts';

/** Which kinds of party an applicant is. */
export interface Membership {
  /** By name; null while unknown. A party that the policy does not know is none of the applicant's. */
  readonly of: (party: string) => boolean | null;
  /** Kinds inferred from the facts given; empty where the record states its own. */
  readonly inferred: readonly string[];
  /** Kinds that facts point to, but that exclude each other. */
  readonly contradictory: readonly string[];
}

/** What the facts say of kinds of party: as stated, or inferred from the facts that only some kinds declare. */
export function membershipOf(facts: Facts, schema: Schema): Membership {
  const membership = computeMembership(facts, schema);
  // Asked for once for each benefit and assumption.
  const known = new Map<string, boolean | null>();
  const of = (party: string): boolean | null => {
    const before = known.get(party);
    if (before !== undefined) return before;
    const holds = membership.of(party);
    known.set(party, holds);
    return holds;
  };
  return { ...membership, of };
}

function computeMembership(facts: Facts, schema: Schema): Membership {
  const family = familyOf(schema);
  if (facts.party !== undefined) {
    const stated = facts.party.map((name) => nameOfParty(name, schema));
    return { of: (party) => isStated(party, stated, family), inferred: [], contradictory: [] };
  }
  const pointed = pointedTo(facts, schema);
  const contradictory = pointed.filter((party) => pointed.some((other) => family.excludes(party, other)));
  const inferred = pointed.filter((party) => !contradictory.includes(party));
  return { of: (party) => isInferred(party, inferred, contradictory, family), inferred, contradictory };
}

/** True for the stated kinds and what they descend from; unknown for narrower kinds; false for all others. */
function isStated(party: string, stated: readonly string[], family: Kinship): boolean | null {
  if (stated.some((kind) => family.descends(kind, party))) return true;
  if (stated.some((kind) => family.excludes(kind, party))) return false;
  return stated.some((kind) => family.descends(party, kind)) ? null : false;
}

/** True for the inferred kinds and what they descend from; false for what excludes one; unknown for all others. */
function isInferred(
  party: string,
  inferred: readonly string[],
  contradictory: readonly string[],
  family: Kinship,
): boolean | null {
  if (inferred.some((kind) => family.descends(kind, party))) return true;
  if (contradictory.includes(party)) return null;
  return inferred.some((kind) => family.excludes(kind, party)) ? false : null;
}

/** The kinds that declare a fact or list that is given, in the order of the policy. */
function pointedTo(facts: Facts, schema: Schema): string[] {
  const declaring = new Set(
    [...schema.facts, ...schema.lists]
      .filter((declared) => Object.hasOwn(facts, declared.name) && facts[declared.name] !== undefined)
      .flatMap((declared) => declared.parties),
  );
  return schema.parties.map((party) => party.name).filter((name) => declaring.has(name));
}

interface Kinship {
  /** Whether `party` is `ancestor` or descends from it. */
  readonly descends: (party: string, ancestor: string) => boolean;
  /** Whether nobody can be both: they, or kinds they descend from, are declared disjoint. */
  readonly excludes: (a: string, b: string) => boolean;
}

/** The families of schemas, each worked out for the first applicant. */
const families = new WeakMap<Schema, Kinship>();

function familyOf(schema: Schema): Kinship {
  const known = families.get(schema);
  if (known !== undefined) return known;
  const family = makeFamily(schema);
  families.set(schema, family);
  return family;
}

function makeFamily(schema: Schema): Kinship {
  const parents = new Map(schema.parties.map((party) => [party.name, party.parents]));
  const lines = new Map<string, ReadonlySet<string>>();
  const lineOf = (party: string): ReadonlySet<string> => {
    const known = lines.get(party);
    if (known !== undefined) return known;
    const line = new Set([party]);
    for (const kind of line) for (const parent of parents.get(kind) ?? []) line.add(parent);
    lines.set(party, line);
    return line;
  };
  return {
    descends: (party, ancestor) => lineOf(party).has(ancestor),
    excludes: (a, b) =>
      schema.disjoint.some((set) => set.some((x) => lineOf(a).has(x) && set.some((y) => y !== x && lineOf(b).has(y)))),
  };
}

function nameOfParty(name: string, schema: Schema): string {
  return schema.parties.find((party) => party.name === name || party.aliases.includes(name))?.name ?? name;
}
