import { runs } from '../../language/diagnostics/catalogue/index.ts';
import type { Localised } from '../../language/diagnostics/diagnostic.ts';
import { didYouMean } from '../../language/diagnostics/did-you-mean.ts';
import { heldItems, type ItemStore, openItemStore, type Scratch } from './item-store.ts';
import { type FactRecord, type FileProblem, fileProblem, type RecordSource } from './record.ts';
import { nameOf, type Roll } from './roll.ts';

/** A list that is a table of its own: the fact's name, and its rows with their owner in the column `applicant`. */
export interface ListTable {
  readonly list: string;
  readonly file: string;
  readonly source: RecordSource;
}

/**
 * Joins tables of list items to their applicants. Such a table is the whole list: an applicant without a row has none
 * (`[]`). A table with a fault anywhere is joined to nobody, so that the list stays unknown instead of being short.
 * The tables are read at once, the records when they are asked for. `roll`: who is in `main`, asked for the lists.
 */
export function attachLists(
  main: RecordSource,
  tables: readonly ListTable[],
  roll: Roll,
  scratch: Scratch,
): RecordSource {
  const read = tables.map((table) => ({ list: table.list, ...readTable(table, roll, scratch) }));
  const whole = read.filter(({ problems }) => problems.length === 0);
  return {
    *records(tell) {
      for (const record of main.records(tell)) yield joined(record, whole, roll);
      for (const { problems } of read) for (const problem of problems) tell(problem);
    },
    taken: main.taken,
  };
}

function readTable(
  { list, file, source }: ListTable,
  { places, giver }: Roll,
  scratch: Scratch,
): { readonly problems: readonly FileProblem[]; readonly items: ItemStore } {
  const problems: FileProblem[] = [];
  const items = openItemStore(scratch, heldItems);
  for (const { values, place } of source.records((problem) => problems.push(problem))) {
    const name = nameOf(values);
    if (name === undefined) {
      problems.push(fileProblem(runs.listNoApplicant, place, { list }));
      continue;
    }
    const applicant = places.get(name);
    if (applicant === undefined) {
      const suggestion = suggest(didYouMean(name, places.keys()));
      problems.push(fileProblem(runs.listApplicant, place, { list, applicant: name, suggestion }));
      continue;
    }
    const { applicant: _applicant, id: _id, ...item } = values;
    items.add(applicant, item);
  }
  const own = problems.length === 0 ? giver.get(list) : undefined;
  if (own !== undefined) {
    const applicant = nameOf(own.values) ?? '';
    problems.push(fileProblem(runs.listTwice, { ...own.place, file }, { list, applicant }));
  }
  return { problems, items };
}

function joined(
  record: FactRecord,
  lists: readonly { readonly list: string; readonly items: ItemStore }[],
  { places }: Roll,
): FactRecord {
  const name = nameOf(record.values);
  const applicant = name === undefined ? undefined : places.get(name);
  if (applicant === undefined || lists.length === 0) return record;
  const values: Record<string, unknown> = Object.assign(Object.create(null), record.values);
  for (const { list, items } of lists) values[list] = items.of(applicant);
  return { ...record, values };
}

/** "，是不是“甲大学”？", or nothing. */
export function suggest(names: readonly string[]): Localised {
  const [best] = names;
  return best === undefined ? { zh: '', en: '' } : { zh: `，是不是“${best}”？`, en: `; did you mean “${best}”?` };
}
