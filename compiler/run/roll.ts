import type { FactRecord, RecordSource } from './record.ts';

/** Who is in a file of facts: names alone, so that a run over any number of applicants holds nothing else of them. */
export interface Roll {
  /** By name, in the order in which they first stand there, from 0. */
  readonly places: ReadonlyMap<string, number>;
  /** The first applicant that brings a fact of one of the names asked for itself. */
  readonly giver: ReadonlyMap<string, FactRecord>;
}

/** Reads the whole file once. */
export function rollOf(main: RecordSource, facts: readonly string[]): Roll {
  const places = new Map<string, number>();
  const giver = new Map<string, FactRecord>();
  for (const record of main.records(() => {})) {
    const name = nameOf(record.values);
    if (name === undefined) continue;
    if (!places.has(name)) places.set(name, places.size);
    for (const fact of facts) {
      if (!giver.has(fact) && Object.hasOwn(record.values, fact)) giver.set(fact, record);
    }
  }
  return { places, giver };
}

/** The applicant's name, else its number, as the record gives it; undefined where it gives neither. */
export function nameOf(values: Readonly<Record<string, unknown>>): string | undefined {
  const name = values.applicant ?? values.id;
  return typeof name === 'string' || typeof name === 'number' ? apart(String(name).trim()) : undefined;
}

/** The shortest text that engines keep as a part of the text it was cut from. */
const shortestPart = 13;

/** A text of its own: one that was cut from a line would keep the whole line in memory. */
function apart(text: string): string {
  return text.length < shortestPart ? text : decoder.decode(encoder.encode(text));
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
