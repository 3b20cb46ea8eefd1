import { runs } from '../../language/diagnostics/catalogue/index.ts';
import { heldItems, openItemStore, type Scratch } from './item-store.ts';
import { type FactRecord, type FileProblem, fileProblem, type RecordSource } from './record.ts';
import { nameOf, type Roll } from './roll.ts';

/**
 * Gives every applicant its past awards of a table: one award a row, its owner in the column `applicant`. The table is the whole
 * ledger: who has no row in it had nothing. With a fault anywhere it is given to nobody, so that past awards stay unknown
 * instead of being short. Of applicants who are not in the run it may know as well.
 */
export function attachLedger(
  main: RecordSource,
  ledger: RecordSource,
  { places }: Roll,
  scratch: Scratch,
): RecordSource {
  const problems: FileProblem[] = [];
  const awards = openItemStore(scratch, heldItems);
  for (const { values, place } of ledger.records((problem) => problems.push(problem))) {
    const name = nameOf(values);
    if (name === undefined) {
      problems.push(fileProblem(runs.ledgerNoApplicant, place, {}));
      continue;
    }
    const applicant = places.get(name);
    if (applicant === undefined) continue;
    const { applicant: _applicant, id: _id, ...award } = values;
    awards.add(applicant, award);
  }
  const given = (record: FactRecord): FactRecord => {
    const name = nameOf(record.values);
    const applicant = name === undefined ? undefined : places.get(name);
    if (applicant === undefined || problems.length > 0) return record;
    const own = Array.isArray(record.values.ledger) ? record.values.ledger : [];
    const all = [...own, ...awards.of(applicant)];
    return { ...record, values: Object.assign(Object.create(null), record.values, { ledger: all }) };
  };
  return {
    *records(tell) {
      for (const record of main.records(tell)) yield given(record);
      for (const problem of problems) tell(problem);
    },
    taken: main.taken,
  };
}
