import { runs } from '../../language/diagnostics/catalogue/index.ts';
import { nameOf } from './attach-lists.ts';
import { type FactRecord, type FileProblem, fileProblem, type Reading } from './record.ts';

/**
 * Gives every applicant its past awards of a table: one award a row, its owner in the column `applicant`. The table is the whole
 * ledger: who has no row in it had nothing. With a fault anywhere it is given to nobody, so that past awards stay unknown
 * instead of being short. Of applicants who are not in the run it may know as well.
 */
export function attachLedger(main: Reading, ledger: Reading): Reading {
  const problems: FileProblem[] = [...ledger.problems];
  const awardsOf = new Map<string, Readonly<Record<string, unknown>>[]>();
  for (const { values, place } of ledger.records) {
    const name = nameOf(values);
    if (name === undefined) {
      problems.push(fileProblem(runs.ledgerNoApplicant, place, {}));
      continue;
    }
    const { applicant: _applicant, id: _id, ...award } = values;
    awardsOf.set(name, [...(awardsOf.get(name) ?? []), award]);
  }
  if (problems.length > 0) return { records: main.records, problems: [...main.problems, ...problems] };
  const records = main.records.map((record): FactRecord => {
    const name = nameOf(record.values);
    if (name === undefined) return record;
    const own = Array.isArray(record.values.ledger) ? record.values.ledger : [];
    const all = [...own, ...(awardsOf.get(name) ?? [])];
    return { ...record, values: Object.assign(Object.create(null), record.values, { ledger: all }) };
  });
  return { records, problems: main.problems };
}
