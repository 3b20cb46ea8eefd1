import type { ArgumentsOf, Entry } from '../../language/diagnostics/define.ts';
import type { MessageArgument } from '../../language/diagnostics/diagnostic.ts';
import type { Problem } from '../../stdlib/runtime/types.ts';

/** Where something stands in a file of facts. Lines and records count from 1; 0 where there is none. */
export interface RecordPlace {
  readonly file: string;
  readonly line: number;
  readonly record: number;
}

/** One applicant as read, before its facts are checked. `values` has no prototype. */
export interface FactRecord {
  readonly place: RecordPlace;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What is wrong with a file or a record, collected where it was found; the sentence is composed when it is shown. */
export type RunProblem = FileProblem | FactProblem;

/** Of the file's form: the entry of the catalogue and its arguments. */
export interface FileProblem {
  readonly kind: 'file';
  readonly place: RecordPlace;
  readonly entry: Entry;
  readonly args: Readonly<Record<string, MessageArgument>>;
}

/** Of a record's facts, as the checking of facts tells it. */
export interface FactProblem {
  readonly kind: 'fact';
  readonly place: RecordPlace;
  readonly applicant: string | undefined;
  readonly problem: Problem;
}

/** What came of reading a file of facts: the records that are whole, and what was wrong with the others. */
export interface Reading {
  readonly records: readonly FactRecord[];
  readonly problems: readonly FileProblem[];
}

/** Makes a file problem of a declared kind. Filling in a placeholder wrongly is a type error. */
export function fileProblem<E extends Entry<string>>(entry: E, place: RecordPlace, args: ArgumentsOf<E>): FileProblem {
  return { kind: 'file', place, entry, args: args as Readonly<Record<string, MessageArgument>> };
}

/** Facts that are read record by record, each time anew, so that a run holds none of them. */
export interface RecordSource {
  /** The records in their order; what is wrong with others is told as it is met. */
  readonly records: (tell: Tell) => Iterable<FactRecord>;
  /** How much of the file the latest reading has taken, from 0 to 1. */
  readonly taken: () => number;
}

export type Tell = (problem: FileProblem) => void;

/** Records that are held. */
export function sourceOf({ records, problems }: Reading): RecordSource {
  let taken = 0;
  return {
    *records(tell) {
      for (const problem of problems) tell(problem);
      for (const [index, record] of records.entries()) {
        taken = (index + 1) / records.length;
        yield record;
      }
    },
    taken: () => taken,
  };
}

/** Reads all records and holds them. */
export function collect(source: RecordSource): Reading {
  const problems: FileProblem[] = [];
  const records = [...source.records((problem) => problems.push(problem))];
  return { records, problems };
}
