import { runs } from '../../language/diagnostics/catalogue/index.ts';
import type { Localised } from '../../language/diagnostics/diagnostic.ts';
import { didYouMean } from '../../language/diagnostics/did-you-mean.ts';
import { nameOf, suggest } from './attach-lists.ts';
import { decodeText } from './decode-text.ts';
import { parseJson } from './parse-json.ts';
import { isRecord } from './read-json.ts';
import { type FileProblem, fileProblem, type Reading } from './record.ts';

type Given = Readonly<Record<string, unknown>>;

/**
 * Adds the decisions of a file to those the records give themselves; where both decide the same award, the file's counts. The
 * file is an object by applicant, each with its decisions by `measure/benefit[/item]`.
 */
export function attachDecisions(main: Reading, bytes: Uint8Array, file: string): Reading {
  const place = { file, line: 0, record: 0 };
  const refuse = (found: Localised): Reading => ({
    records: main.records,
    problems: [...main.problems, fileProblem(runs.decisionsForm, place, { found })],
  });
  const decoded = decodeText(bytes);
  if (decoded.kind !== 'text') return refuse({ zh: '不是文本文件', en: 'not a text file' });
  const { value, fault, duplicates } = parseJson(decoded.text);
  if (fault !== undefined) {
    const problem = fileProblem(
      runs.jsonSyntax,
      { ...place, line: fault.line },
      { column: fault.column, found: fault.found },
    );
    return { records: main.records, problems: [...main.problems, problem] };
  }
  const [duplicate] = duplicates;
  if (duplicate !== undefined) {
    const problem = fileProblem(runs.duplicateKey, { ...place, line: duplicate.line }, { key: duplicate.key });
    return { records: main.records, problems: [...main.problems, problem] };
  }
  if (!isRecord(value)) return refuse({ zh: '不是一个对象', en: 'not an object' });
  const loose = Object.keys(value).find((applicant) => !isRecord(value[applicant]));
  if (loose !== undefined) {
    return refuse({ zh: `“${loose}”之下不是一组认定结果`, en: `“${loose}” does not hold a set of decisions` });
  }
  return join(main, value as Readonly<Record<string, Given>>, file);
}

function join(main: Reading, byApplicant: Readonly<Record<string, Given>>, file: string): Reading {
  const names = new Set(main.records.flatMap(({ values }) => nameOf(values) ?? []));
  const problems: FileProblem[] = Object.keys(byApplicant)
    .filter((applicant) => !names.has(applicant))
    .map((applicant) =>
      fileProblem(
        runs.decisionsApplicant,
        { file, line: 0, record: 0 },
        { applicant, suggestion: suggest(didYouMean(applicant, names)) },
      ),
    );
  const records = main.records.map((record) => {
    const name = nameOf(record.values);
    if (name === undefined || !Object.hasOwn(byApplicant, name)) return record;
    const own = isRecord(record.values.decisions) ? record.values.decisions : {};
    const decisions = Object.assign(Object.create(null), own, byApplicant[name]);
    return { ...record, values: Object.assign(Object.create(null), record.values, { decisions }) };
  });
  return { records, problems: [...main.problems, ...problems] };
}
