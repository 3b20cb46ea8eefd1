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

/** When a fact is read: at the year of evaluation, some years before, at its highest. */
export type FactTime = 'now' | { readonly back: number } | 'peak';

/** Why a number or a truth is not known. Causes with one `key` are one. */
export type Cause = Missing | OpenDecision;

export interface Missing {
  readonly why: 'needs';
  readonly key: string;
  readonly kind: 'fact' | 'list' | 'party' | 'procedure';
  readonly name: string;
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

export function missingFact(fact: FactRef): Missing {
  return { why: 'needs', key: `fact ${fact.id}`, kind: 'fact', name: fact.name, fact };
}

/** Past awards: `key` is that of the ledger. */
export function missingAwards(key: string): Missing {
  return { why: 'needs', key: `awarded ${key}`, kind: 'fact', name: key, fact: { type: 'money', signed: false } };
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
