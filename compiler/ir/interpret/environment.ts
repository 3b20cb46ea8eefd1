import type { Decisions, Facts, FactValue, Item, Ledger, Yearly } from '../../../stdlib/runtime/types.ts';
import type { FactDeclaration, FactTime, ListDeclaration, PolicyIr, ValueType } from '../ir.ts';
import { type Rational, rational } from '../rational.ts';
import type { Causes, MissingCause } from './causes.ts';
import type { Membership } from './membership.ts';
import type { Num } from './values.ts';

/** One applicant under one policy, at one date. */
export interface Applicant {
  readonly policy: PolicyIr;
  readonly declarations: ReadonlyMap<string, FactDeclaration>;
  readonly lists: ReadonlyMap<string, ListDeclaration>;
  readonly facts: Facts;
  readonly decisions: Decisions;
  /** Past awards; undefined: unknown. */
  readonly ledger: Ledger | undefined;
  /** How this run tries to read what is in doubt: options by the name of the reading. */
  readonly readings: { readonly [name: string]: string };
  /** Days since 1970-01-01. */
  readonly asOf: number;
  readonly year: number;
  readonly membership: Membership;
}

/** What a missing fact, party or procedure is taken to be, to see what would follow. */
export type Assumption =
  | { readonly cause: MissingCause; readonly is: 'truth'; readonly holds: boolean }
  | { readonly cause: MissingCause; readonly is: 'member'; readonly name: string }
  | { readonly cause: MissingCause; readonly is: 'number'; readonly number: Num };

/** The decision on one award, and what evaluation made of it. */
export interface DecisionRecord {
  readonly given: number | boolean;
  used: boolean;
  /** What a `decide` became by it. */
  value: Num | undefined;
  /** The processes that decided, in the order met. */
  readonly by: string[];
  /** The first range that does not allow the number; `ends`: only its two ends are allowed. */
  rejected: { readonly range: Num; readonly ends: boolean } | undefined;
  /** Whether a `decide` allows the number depends on missing facts. */
  waiting: boolean;
}

/** Facts that are read for others, by the id of the other; `open`: while it is not known which one of several is. */
export type Reads = ReadonlyMap<string, string | { readonly open: Causes }>;

/** What an expression is evaluated in. */
export interface Environment {
  readonly applicant: Applicant;
  /** The items that `over` and folds have bound, by the id of their list. */
  readonly items: ReadonlyMap<string, Item>;
  readonly assumption?: Assumption | undefined;
  readonly decision?: DecisionRecord | undefined;
  /** By analogy: which fact is read for one that the benefit names. */
  readonly reads?: Reads | undefined;
  /** Within a step: the value of its `of`. */
  readonly prior?: Num | undefined;
}

export function bindItem(env: Environment, list: string, item: Item): Environment {
  return { ...env, items: new Map([...env.items, [list, item]]) };
}

/** The items of a list; undefined where the list is missing. */
export function itemsOf(applicant: Applicant, list: string): readonly Item[] | undefined {
  const declaration = applicant.lists.get(list);
  if (declaration === undefined) throw new Error(`the IR has no list ${list}`);
  const value = own(applicant.facts, declaration.name);
  return value === undefined ? undefined : (value as readonly Item[]);
}

/** The value of a declared fact as given; undefined where it is missing. Of several earlier years: the one that decides. */
export function givenValue(env: Environment, ref: string, at: FactTime): FactValue | undefined {
  const values = givenValues(env, ref, at);
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length > 0) return numbers.reduce((a, b) => Math.max(a, b));
  return values.includes(true) ? true : values[0];
}

/** All values that count at a time: one, or of all earlier years (and, at its peak, this one) those that are given. */
export function givenValues(env: Environment, ref: string, at: FactTime): readonly FactValue[] {
  const { applicant } = env;
  const declaration = applicant.declarations.get(ref);
  if (declaration === undefined) throw new Error(`the IR has no fact ${ref}`);
  const holder = declaration.list === undefined ? applicant.facts : env.items.get(declaration.list);
  const value = holder && own(holder, declaration.name);
  if (value === undefined) return [];
  if (typeof value !== 'object') return at === 'now' ? [value] : [];
  return yearlyValues(value as Yearly, applicant.year, at);
}

function yearlyValues(byYear: Yearly, year: number, at: FactTime): readonly FactValue[] {
  const upTo = (last: number) =>
    Object.keys(byYear).flatMap((key) => (key === 'earlier' || Number(key) <= last ? (byYear[key] ?? []) : []));
  const of = (wanted: number) =>
    own(byYear, String(wanted)) ?? (wanted === year ? own(byYear, 'now') : undefined) ?? [];
  switch (at) {
    case 'now':
      return [of(year)].flat();
    case 'peak':
      return [...upTo(year - 1), ...[of(year)].flat()].filter((value) => typeof value === 'number');
    case 'earlier':
      return upTo(year - 1);
    case 'awarded':
      throw new Error('past awards are no facts');
    default: {
      if ('back' in at) return [of(year - at.back)].flat();
      // Growth cannot be reckoned from nothing.
      const base = of(year - at.base);
      return typeof base === 'number' && base > 0 ? [base] : [];
    }
  }
}

function own<T>(record: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** A number as facts give it (types.ts of the runtime), in the base of its type. */
export function toRational(value: number, type: ValueType['type']): Rational {
  switch (type) {
    case 'rate':
      return rational(value, 1_000_000_000n);
    case 'quantity':
      return rational(value, 1_000_000n);
    case 'money':
    case 'count':
    case 'date':
    case 'duration':
      return rational(value);
    case 'bool':
    case 'key':
    case 'enum':
      throw new Error(`a ${type} is not a number`);
    default:
      return type satisfies never;
  }
}
