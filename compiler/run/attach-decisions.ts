import { runs } from '../../language/diagnostics/catalogue/index.ts';
import type { Localised } from '../../language/diagnostics/diagnostic.ts';
import { didYouMean } from '../../language/diagnostics/did-you-mean.ts';
import { suggest } from './attach-lists.ts';
import { decodeText } from './decode-text.ts';
import { parseJson } from './parse-json.ts';
import { isRecord } from './read-json.ts';
import { type FactRecord, type FileProblem, fileProblem, type RecordSource } from './record.ts';
import { nameOf, type Roll } from './roll.ts';

type Given = Readonly<Record<string, unknown>>;

/**
 * Adds the decisions of a file to those the records give themselves; where both decide the same award, the file's counts. The
 * file is an object by applicant, each with its decisions by `measure/benefit[/item]`.
 */
export function attachDecisions(main: RecordSource, bytes: Uint8Array, file: string, roll: Roll): RecordSource {
  const place = { file, line: 0, record: 0 };
  const refuse = (found: Localised) => withProblems(main, [fileProblem(runs.decisionsForm, place, { found })]);
  const decoded = decodeText(bytes);
  if (decoded.kind !== 'text') return refuse({ zh: '不是文本文件', en: 'not a text file' });
  const { value, fault, duplicates } = parseJson(decoded.text);
  if (fault !== undefined) {
    const problem = fileProblem(
      runs.jsonSyntax,
      { ...place, line: fault.line },
      { column: fault.column, found: fault.found },
    );
    return withProblems(main, [problem]);
  }
  const [duplicate] = duplicates;
  if (duplicate !== undefined) {
    const problem = fileProblem(runs.duplicateKey, { ...place, line: duplicate.line }, { key: duplicate.key });
    return withProblems(main, [problem]);
  }
  if (!isRecord(value)) return refuse({ zh: '不是一个对象', en: 'not an object' });
  const loose = Object.keys(value).find((applicant) => !isRecord(value[applicant]));
  if (loose !== undefined) {
    return refuse({ zh: `“${loose}”之下不是一组认定结果`, en: `“${loose}” does not hold a set of decisions` });
  }
  const given = value as Readonly<Record<string, Given>>;
  return withProblems({ ...main, records: (tell) => decided(main.records(tell), given) }, strangers(given, roll, file));
}

/** A source that tells of more problems, after its own. */
export function withProblems(main: RecordSource, problems: readonly FileProblem[]): RecordSource {
  return {
    *records(tell) {
      yield* main.records(tell);
      for (const problem of problems) tell(problem);
    },
    taken: main.taken,
  };
}

function strangers(given: Readonly<Record<string, Given>>, { places }: Roll, file: string): FileProblem[] {
  const place = { file, line: 0, record: 0 };
  return Object.keys(given)
    .filter((applicant) => !places.has(applicant))
    .map((applicant) => {
      const suggestion = suggest(didYouMean(applicant, places.keys()));
      return fileProblem(runs.decisionsApplicant, place, { applicant, suggestion });
    });
}

function* decided(records: Iterable<FactRecord>, given: Readonly<Record<string, Given>>): Generator<FactRecord> {
  for (const record of records) {
    const name = nameOf(record.values);
    if (name === undefined || !Object.hasOwn(given, name)) {
      yield record;
      continue;
    }
    const own = isRecord(record.values.decisions) ? record.values.decisions : {};
    const decisions = Object.assign(Object.create(null), own, given[name]);
    yield { ...record, values: Object.assign(Object.create(null), record.values, { decisions }) };
  }
}
