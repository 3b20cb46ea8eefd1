import type { Facts } from '../../../stdlib/runtime/types.ts';
import type { PolicyIr } from '../ir.ts';
import { no, type Truth, unknown, yes } from './values.ts';

export interface Membership {
  /** Whether the applicant is a party of this declared name. */
  of(party: string): Truth;
  /** Where the record names no parties: those that the facts given say it is, in the order of declaration. */
  readonly inferred: readonly string[] | undefined;
  /** Those that the facts given say it is as well, but which exclude each other. */
  readonly contradictory: readonly string[];
}

/** Which kinds of party an applicant is: stated by the record, else inferred from the facts it gives. */
export function membershipOf(policy: PolicyIr, facts: Facts): Membership {
  const membership =
    facts.party === undefined ? inferredMembership(policy, facts) : statedMembership(policy, facts.party);
  // Asked for once for each benefit and assumption.
  const known = new Map<string, Truth>();
  const of = (party: string): Truth => {
    const truth = known.get(party) ?? membership.of(party);
    known.set(party, truth);
    return truth;
  };
  return { ...membership, of };
}

function statedMembership(policy: PolicyIr, stated: readonly string[]): Membership {
  const parties = policy.parties.filter((p) => [p.name, ...p.aliases].some((name) => stated.includes(name)));
  const named = parties.map((p) => p.name);
  const of = (party: string): Truth => {
    if (named.some((n) => lineage(policy, n).has(party))) return yes;
    if (named.some((n) => areDisjoint(policy, n, party))) return no;
    const isNarrowerKind = named.some((n) => lineage(policy, party).has(n));
    return isNarrowerKind ? unknown([{ kind: 'party', id: party }]) : no;
  };
  return { of, inferred: undefined, contradictory: [] };
}

function inferredMembership(policy: PolicyIr, facts: Facts): Membership {
  const declaring = new Set(
    [...policy.facts.filter((f) => f.list === undefined), ...policy.lists]
      .filter((d) => Object.hasOwn(facts, d.name) && facts[d.name] !== undefined)
      .flatMap((d) => d.parties),
  );
  const candidates = policy.parties.map((p) => p.name).filter((name) => declaring.has(name));
  // Two kinds that exclude each other cannot both be meant: neither is taken for granted.
  const inferred = candidates.filter((a) => !candidates.some((b) => areDisjoint(policy, a, b)));
  const of = (party: string): Truth => {
    if (inferred.some((n) => lineage(policy, n).has(party))) return yes;
    if (inferred.some((n) => areDisjoint(policy, n, party))) return no;
    return unknown([{ kind: 'party', id: party }]);
  };
  return { of, inferred, contradictory: candidates.filter((c) => !inferred.includes(c)) };
}

/** A party and all it descends from. */
function lineage(policy: PolicyIr, party: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(party)) return seen;
  seen.add(party);
  for (const parent of policy.parties.find((p) => p.name === party)?.parents ?? []) lineage(policy, parent, seen);
  return seen;
}

/** Whether nobody is both: declared so of the two, or of any that they descend from. */
function areDisjoint(policy: PolicyIr, a: string, b: string): boolean {
  const [ofA, ofB] = [[...lineage(policy, a)], [...lineage(policy, b)]];
  return policy.disjoint.some((set) => ofA.some((x) => set.includes(x) && ofB.some((y) => y !== x && set.includes(y))));
}
