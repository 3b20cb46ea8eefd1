import { type ExprOf, type FactDeclaration, type FactTime, type PolicyIr, partyFact, yearEndFact } from '../ir/ir.ts';
import type { Formula, LinearForm } from './formula.ts';
import type { Reckoned } from './months.ts';

/** What a variable ranges over. */
export type Domain =
  | {
      readonly type: 'bool';
      /** What else is true or false of everyone for whom it is true, or false: a kind of party is also the wider ones. */
      readonly whenTrue?: readonly Implied[];
      readonly whenFalse?: readonly Implied[];
    }
  | { readonly type: 'enum'; readonly members: readonly string[] }
  | { readonly type: 'key' }
  | NumberDomain;

export interface Implied {
  readonly variable: string;
  readonly value: boolean;
}

/** Whole numbers of steps; one is `1 / scale` of the unit (fen, one, a billionth). */
export interface NumberDomain {
  readonly type: 'number';
  readonly scale: bigint;
  readonly low: bigint | undefined;
  readonly fact: FactDeclaration | undefined;
  /** What holds of it wherever it occurs: of a derived fact, its definition. */
  readonly defined?: () => Formula;
  /**
   * What no linear constraint defines: a product of two forms, a figure over a list, known only not to be negative, or
   * what is reckoned from a day by the calendar.
   */
  readonly opaque?:
    | { readonly why: 'months'; readonly reckoned: Reckoned }
    | { readonly why: 'product'; readonly factors: readonly [LinearForm, LinearForm] }
    | { readonly why: 'list'; readonly figure: ExprOf<'fold'> };
  /** Which one of its kind the item at hand is: what is known of it depends on which others are spoken of. */
  readonly ordinal?: Ordinal;
  /** How many items alike come before the one at hand; what their facts begin with, and which are those of the item at hand. */
  readonly before?: Before;
}

export interface Before {
  readonly list: string;
  /** The nodes that were taken together: items are counted by all that is asked about their list. */
  readonly of: string;
  readonly prefix: string;
  readonly shared: readonly (readonly [string, string])[];
}

export interface Ordinal {
  readonly variable: string;
  readonly node: ExprOf<'nth'>;
  readonly rename: ((ref: string, at: FactTime) => string) | undefined;
  /** What holds of it and others about the same list, itself included, in order of their variables. */
  readonly together: (all: readonly Ordinal[]) => Formula;
}

/**
 * Domains by variable: facts by id (at another time than now with `@back n`, `@peak` or `@awarded` after it), kinds of
 * party as `@party:NAME`, procedures, the evaluation date, and derived facts, which begin with `=` and are added as
 * conditions are read: a difference, a rounding, a least or greatest that recurs is one variable.
 */
export type Domains = Map<string, Domain>;

const scales: Readonly<Record<FactDeclaration['valueType']['type'], bigint>> = {
  money: 1n,
  rate: 1_000_000_000n,
  quantity: 1_000_000n,
  count: 1n,
  date: 1n,
  duration: 1n,
  bool: 1n,
  enum: 1n,
  key: 1n,
};

/** The first and the last day that a four-digit year has: nothing is evaluated before or after. */
export const firstDay = -719_162n;
export const lastDay = 2_932_896n;

/** The variable for a fact at a time. */
export function variableOf(ref: string, at: FactTime): string {
  if (at === 'now') return ref;
  if (typeof at === 'string') return `${ref}@${at}`;
  return 'back' in at ? `${ref}@back ${at.back}` : `${ref}@base ${at.base}`;
}

/** The fact and the time that a variable stands for. */
export function factOf(variable: string): { readonly ref: string; readonly at: FactTime } {
  if (!variable.includes('@', 1)) return { ref: variable, at: 'now' };
  const match = /^(.*)@(?:(back|base) (\d+)|(earlier|peak|awarded))$/s.exec(variable);
  if (match?.[1] === undefined) return { ref: variable, at: 'now' };
  const [, ref, kind, years, time] = match;
  if (kind === undefined) return { ref, at: time as 'earlier' | 'peak' | 'awarded' };
  return { ref, at: kind === 'back' ? { back: Number(years) } : { base: Number(years) } };
}

/** The domains of everything that conditions of these policies can mention. */
export function domainsOf(policies: readonly PolicyIr[]): Domains {
  const domains: Domains = new Map();
  domains.set('@as-of', { type: 'number', scale: 1n, low: undefined, fact: undefined });
  domains.set(yearEndFact, yearEnd(0));
  domains.set('@year', { type: 'number', scale: 1n, low: 1n, fact: undefined });
  addParties(domains, policies);
  for (const policy of policies) {
    const enums = new Map(policy.enums.map((e) => [e.name, e.members] as const));
    for (const fact of policy.facts) {
      const { valueType } = fact;
      if (valueType.type === 'bool') domains.set(fact.id, { type: 'bool' });
      else if (valueType.type === 'key') domains.set(fact.id, { type: 'key' });
      else if (valueType.type === 'enum') {
        // Two versions of a policy may know different members: an applicant may be any of them.
        const known = domains.get(fact.id);
        const others = known?.type === 'enum' ? known.members : [];
        const members = enums.get(valueType.name) ?? [];
        domains.set(fact.id, { type: 'enum', members: [...new Set([...others, ...members])] });
      } else {
        const open = fact.signed || valueType.type === 'date';
        domains.set(fact.id, { type: 'number', scale: scales[valueType.type], low: open ? undefined : 0n, fact });
      }
    }
  }
  return domains;
}

/**
 * Kinds of party with what follows for everyone of the kind: it is of all wider kinds, and of none that is disjoint with
 * one of them. Closed, so that whatever one applicant is said to be and not to be either fits or shows at once that it
 * does not.
 */
function addParties(domains: Domains, policies: readonly PolicyIr[]): void {
  const parents = new Map<string, Set<string>>();
  const apart = new Map<string, Set<string>>();
  const at = (map: Map<string, Set<string>>, key: string) => {
    const known = map.get(key);
    if (known !== undefined) return known;
    const made = new Set<string>();
    map.set(key, made);
    return made;
  };
  for (const policy of policies) {
    for (const party of policy.parties) {
      for (const parent of party.parents) at(parents, party.name).add(parent);
      at(parents, party.name);
    }
    for (const set of policy.disjoint) {
      for (const a of set) for (const b of set) if (a !== b) at(apart, a).add(b);
    }
  }
  const widerThan = new Map<string, ReadonlySet<string>>();
  const wider = (party: string, path: readonly string[] = []): ReadonlySet<string> => {
    const known = widerThan.get(party);
    if (known !== undefined) return known;
    const found = new Set<string>();
    for (const parent of parents.get(party) ?? []) {
      if (path.includes(parent)) continue;
      found.add(parent);
      for (const p of wider(parent, [...path, party])) found.add(p);
    }
    widerThan.set(party, found);
    return found;
  };
  const names = [...parents.keys()];
  const narrower = new Map<string, string[]>();
  for (const name of names) for (const p of wider(name)) narrower.set(p, [...(narrower.get(p) ?? []), name]);
  for (const name of names) {
    const all = [name, ...wider(name)];
    const never = new Set<string>();
    for (const kind of all) {
      for (const other of apart.get(kind) ?? []) {
        never.add(other);
        for (const n of narrower.get(other) ?? []) never.add(n);
      }
    }
    const implied = (value: boolean) => (party: string) => ({ variable: partyFact(party), value });
    const whenTrue = [...[...wider(name)].map(implied(true)), ...[...never].map(implied(false))];
    const whenFalse = (narrower.get(name) ?? []).map(implied(false));
    domains.set(partyFact(name), {
      type: 'bool',
      ...(whenTrue.length > 0 && { whenTrue }),
      ...(whenFalse.length > 0 && { whenFalse }),
    });
  }
}

/** 31 December of the year of evaluation, or of so many years before. */
function yearEnd(n: number): Domain {
  const reckoned: Reckoned = { by: 'year-end', of: '@as-of', n };
  return { type: 'number', scale: 1n, low: undefined, fact: undefined, opaque: { why: 'months', reckoned } };
}

/** The domain of a variable, also of a fact at another time than now. */
export function domainOf(variable: string, domains: Domains): Domain | undefined {
  const known = domains.get(variable);
  if (known !== undefined) return known;
  const { ref, at } = factOf(variable);
  if (at === 'now') return undefined;
  if (at === 'awarded') {
    const made: Domain = { type: 'number', scale: 1n, low: 0n, fact: undefined };
    domains.set(variable, made);
    return made;
  }
  const now = domains.get(ref);
  if (ref === yearEndFact) return typeof at === 'object' && 'back' in at ? yearEnd(at.back) : now;
  if (now?.type === 'bool' && typeof at === 'object' && 'back' in at && at.back > 0) {
    // What was so in a year was so before.
    const made: Domain = { type: 'bool', whenTrue: [{ variable: variableOf(ref, 'earlier'), value: true }] };
    domains.set(variable, made);
    return made;
  }
  // Growth is reckoned from what is above 0; from anything else it is unknown.
  return now?.type === 'number' && typeof at === 'object' && 'base' in at ? { ...now, low: 1n } : now;
}
