import type { Award, AwardId, Facts, FactValue, JointResult } from '../../../stdlib/runtime/types.ts';
import type { PolicyIr } from '../../ir/ir.ts';

/** A row of a run: an applicant that could be evaluated. */
export interface Row {
  /** Counts from 0, in the order of the run. */
  readonly row: number;
  /** The record it comes from, counted from 1. */
  readonly record: number;
  readonly applicant?: string;
}

/** One row with what it was evaluated from and to. */
export interface EvaluatedRow {
  readonly row: Row;
  readonly facts: Facts;
  readonly result: JointResult;
}

/** Fen between two ends, of any size; `hi` null has no upper end. */
export interface Sum {
  readonly lo: bigint;
  readonly hi: bigint | null;
}

export const nothing: Sum = { lo: 0n, hi: 0n };

export function plus(a: Sum, b: Sum): Sum {
  return { lo: a.lo + b.lo, hi: a.hi === null || b.hi === null ? null : a.hi + b.hi };
}

export function smaller(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}

export function sumOf({ min, max }: { readonly min: number; readonly max: number | null }): Sum {
  return { lo: BigInt(min), hi: max === null ? null : BigInt(max) };
}

export function isExact({ lo, hi }: Sum): boolean {
  return lo === hi;
}

/** An award that may be paid: neither denied nor suppressed. */
export function isLeft(award: Award): boolean {
  return award.outcome !== 'denied' && award.outcome !== 'suppressed' && award.max !== 0;
}

/** The key of an award within one result. */
export function awardKeyOf({ policy, measure, benefit, item }: AwardId & { readonly item?: number }): string {
  return JSON.stringify([policy, measure, benefit, item]);
}

/** The awards of a result of which it is open whether they are paid beside others. */
export function openAwards({ open }: JointResult): ReadonlySet<string> {
  return new Set(open.flatMap(({ awards }) => awards.map(awardKeyOf)));
}

export type FactReader = (facts: Facts, item: number | undefined, year: number) => FactValue | undefined;

/** Reads a fact as of the year of evaluation, of the applicant or of one item; undefined where it is not given. */
export function factReader(policy: PolicyIr, id: string): FactReader {
  const fact = policy.facts.find((declared) => declared.id === id);
  const list = policy.lists.find((declared) => declared.id === fact?.list);
  return (facts, item, year) => {
    if (fact === undefined) return undefined;
    const items = list === undefined ? undefined : facts[list.name];
    const holder: unknown =
      list === undefined ? facts : Array.isArray(items) && item !== undefined ? items[item - 1] : undefined;
    const value = own(holder, fact.name);
    const now = typeof value === 'object' ? own(value, String(year)) : value;
    return typeof now === 'number' || typeof now === 'string' || typeof now === 'boolean' ? now : undefined;
  };
}

function own(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, name)
    ? (holder as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
