import { runs } from '../../language/diagnostics/catalogue/index.ts';
import type { Localised } from '../../language/diagnostics/diagnostic.ts';
import { didYouMean } from '../../language/diagnostics/did-you-mean.ts';
import { type FactRecord, type FileProblem, fileProblem, type Reading } from './record.ts';

/** A list that is a table of its own: the fact's name, and its rows with their owner in the column `applicant`. */
export interface ListTable {
  readonly list: string;
  readonly file: string;
  readonly reading: Reading;
}

/**
 * Joins tables of list items to their applicants. Such a table is the whole list: an applicant without a row has none
 * (`[]`). A table with a fault anywhere is joined to nobody, so that the list stays unknown instead of being short.
 */
export function attachLists(main: Reading, tables: readonly ListTable[]): Reading {
  return tables.reduce(attach, main);
}

function attach(main: Reading, { list, file, reading }: ListTable): Reading {
  const problems: FileProblem[] = [...reading.problems];
  const names = new Set(main.records.flatMap(({ values }) => nameOf(values) ?? []));
  const rowsOf = new Map<string, Readonly<Record<string, unknown>>[]>();
  for (const { values, place } of reading.records) {
    const name = nameOf(values);
    if (name === undefined) {
      problems.push(fileProblem(runs.listNoApplicant, place, { list }));
      continue;
    }
    if (!names.has(name)) {
      const suggestion = suggest(didYouMean(name, names));
      problems.push(fileProblem(runs.listApplicant, place, { list, applicant: name, suggestion }));
      continue;
    }
    const { applicant: _applicant, id: _id, ...item } = values;
    rowsOf.set(name, [...(rowsOf.get(name) ?? []), item]);
  }
  const records = main.records.map((record): FactRecord => {
    const name = nameOf(record.values);
    if (name === undefined || problems.length > 0) return record;
    if (Object.hasOwn(record.values, list)) {
      problems.push(fileProblem(runs.listTwice, { ...record.place, file }, { list, applicant: name }));
      return record;
    }
    const values = Object.assign(Object.create(null), record.values, { [list]: rowsOf.get(name) ?? [] });
    return { ...record, values };
  });
  return { records, problems: [...main.problems, ...problems] };
}

/** The applicant's name, else its number, as the record gives it; undefined where it gives neither. */
export function nameOf(values: Readonly<Record<string, unknown>>): string | undefined {
  const name = values.applicant ?? values.id;
  return typeof name === 'string' || typeof name === 'number' ? String(name).trim() : undefined;
}

/** "，是不是“甲大学”？", or nothing. */
export function suggest(names: readonly string[]): Localised {
  const [best] = names;
  return best === undefined ? { zh: '', en: '' } : { zh: `，是不是“${best}”？`, en: `; did you mean “${best}”?` };
}
