import type { FactSchema } from './types.ts';

/** A fact as generated code names it; `list` for a field of an item. */
export interface FactRef extends Pick<FactSchema, 'name' | 'type' | 'signed' | 'unit' | 'members'> {
  /** Unlike the name, unique among facts and the fields of lists. */
  readonly id: string;
  readonly list?: string;
}

export interface ListRef {
  readonly id: string;
  readonly name: string;
}

/**
 * When a fact is read: at the year of evaluation, some years before (`base`: as what growth is reckoned from), in any year
 * before, at its highest.
 */
export type FactTime = 'now' | { readonly back: number } | { readonly base: number } | 'earlier' | 'peak';

/** Whose past awards are meant, as generated code names them. */
export interface PastAwardRef {
  /** What accounts call it. */
  readonly name: string;
  /** Absent: of any policy. */
  readonly policy?: string;
  readonly measure: string;
  readonly benefit?: string;
  /** Of benefits per item: their list, with the fields that are keys of an item. */
  readonly over?: ListRef & { readonly keys: readonly string[] };
}

/** Why a number or a truth is not known. Causes with one `key` are one. */
export type Cause = Missing | OpenDecision;

export interface Missing {
  readonly why: 'needs';
  readonly key: string;
  readonly kind: 'fact' | 'list' | 'party' | 'procedure' | 'award';
  readonly name: string;
  /** Of a fact: the year it is missing of, or `earlier`. */
  readonly at?: string;
  /** What growth is reckoned from, which 0 cannot be. */
  readonly aboveZero?: true;
  /** Of a fact: what it may be. */
  readonly fact?: Pick<FactRef, 'type' | 'signed' | 'members'>;
}

export interface OpenDecision {
  readonly why: 'undecided' | 'case-by-case' | 'selection' | 'process';
  readonly key: string;
  /** Who decides, where it is said. */
  readonly by?: string;
  /** What is open, in the policy's words. */
  readonly reason?: string;
}

export const noCauses: readonly Cause[] = [];

/** The causes of one and of the other, each once, in that order. */
export function joinCauses(a: readonly Cause[], b: readonly Cause[]): readonly Cause[] {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  const added = b.filter((cause) => !a.some((known) => known.key === cause.key));
  return added.length === 0 ? a : [...a, ...added];
}

export function missingFact(fact: FactRef, time: FactTime, thisYear: number): Missing {
  const missing = { why: 'needs', key: `fact ${fact.id}`, kind: 'fact', name: fact.name, fact } as const;
  if (time === 'now' || time === 'peak') return missing;
  if (time === 'earlier') return { ...missing, key: `fact ${fact.id} earlier`, at: time };
  if ('back' in time && time.back === 0) return missing;
  const at = String(thisYear - ('back' in time ? time.back : time.base));
  return 'back' in time
    ? { ...missing, key: `fact ${fact.id} in ${at}`, at }
    : { ...missing, key: `fact ${fact.id} above 0 in ${at}`, at, aboveZero: true };
}

export function missingAwards({ name, policy, measure, benefit }: PastAwardRef): Missing {
  const key = `awarded ${JSON.stringify([policy ?? null, measure, benefit ?? null])}`;
  return { why: 'needs', key, kind: 'award', name, fact: { type: 'money', signed: false } };
}

export function missingList(list: ListRef): Missing {
  return { why: 'needs', key: `list ${list.id}`, kind: 'list', name: list.name };
}

export function missingParty(party: string): Missing {
  return { why: 'needs', key: `party ${party}`, kind: 'party', name: party };
}

export function missingProcedure(process: string): Missing {
  return { why: 'needs', key: `procedure ${process}`, kind: 'procedure', name: process };
}

export function missingAmong(causes: readonly Cause[]): Missing[] {
  return causes.filter((cause) => cause.why === 'needs');
}

export function openAmong(causes: readonly Cause[]): OpenDecision[] {
  return causes.filter((cause) => cause.why !== 'needs');
}
