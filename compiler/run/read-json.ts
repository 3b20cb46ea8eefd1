import { runs } from '../../language/diagnostics/catalogue/index.ts';
import type { Localised } from '../../language/diagnostics/diagnostic.ts';
import { type JsonFault, type ParsedJson, parseJson } from './parse-json.ts';
import { type FactRecord, type FileProblem, fileProblem, type Reading, type RecordPlace, type Tell } from './record.ts';

/** Reads one object, or an array of objects: one record an applicant. */
export function readJson(text: string, file: string): Reading {
  const parsed = parseJson(text);
  if (parsed.fault !== undefined)
    return failed(faultProblem(parsed.fault, { file, line: parsed.fault.line, record: 0 }));
  if (!Array.isArray(parsed.value)) return gather([toRecord(parsed, parsed.value, { file, line: 1, record: 1 })]);
  if (parsed.value.length === 0) return failed(noRecords(file, { zh: '数组是空的', en: 'the array is empty' }));
  return gather(
    parsed.value.map((value: unknown, index) =>
      toRecord(parsed, value, { file, line: parsed.itemLines[index] ?? 1, record: index + 1 }),
    ),
  );
}

/** Reads one object a line; a line that is not JSON costs its own record only. */
export function* jsonLineRecords(pieces: Iterable<string>, file: string, tell: Tell): Generator<FactRecord> {
  let number = 0;
  let record = 0;
  for (const line of linesOf(pieces)) {
    number += 1;
    if (line.trim() === '') continue;
    record += 1;
    const parsed = parseJson(line, number);
    const place = { file, line: number, record };
    const read = parsed.fault === undefined ? toRecord(parsed, parsed.value, place) : faultProblem(parsed.fault, place);
    if ('values' in read) yield read;
    else tell(read);
  }
  if (record === 0) tell(noRecords(file, emptyFile));
}

function* linesOf(pieces: Iterable<string>): Generator<string> {
  let rest = '';
  for (const piece of pieces) {
    const lines = piece.split('\n');
    const [first = ''] = lines;
    if (lines.length === 1) {
      rest += first;
      continue;
    }
    yield rest + first;
    yield* lines.slice(1, -1);
    rest = lines.at(-1) ?? '';
  }
  yield rest;
}

export const emptyFile: Localised = { zh: '文件是空的', en: 'the file is empty' };

export function noRecords(file: string, found: Localised): FileProblem {
  return fileProblem(runs.noRecords, { file, line: 0, record: 0 }, { file, found });
}

export function failed(problem: FileProblem): Reading {
  return { records: [], problems: [problem] };
}

function gather(parts: readonly (FactRecord | FileProblem)[]): Reading {
  return {
    records: parts.filter((part): part is FactRecord => 'values' in part),
    problems: parts.filter((part): part is FileProblem => !('values' in part)),
  };
}

function toRecord(parsed: ParsedJson, value: unknown, place: RecordPlace): FactRecord | FileProblem {
  if (!isRecord(value)) return fileProblem(runs.notRecord, place, { found: describe(value) });
  const item = Array.isArray(parsed.value) ? place.record - 1 : 0;
  const duplicate = parsed.duplicates.find((d) => d.item === item);
  return duplicate === undefined
    ? { place, values: value }
    : fileProblem(runs.duplicateKey, { ...place, line: duplicate.line }, { key: duplicate.key });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(value: unknown): Localised {
  if (value === null) return { zh: '空值 null', en: 'null' };
  if (Array.isArray(value)) return { zh: '数组', en: 'an array' };
  return { zh: `“${String(value)}”`, en: `“${String(value)}”` };
}

function faultProblem(fault: JsonFault, place: RecordPlace): FileProblem {
  switch (fault.kind) {
    case 'empty':
      return noRecords(place.file, emptyFile);
    case 'too-deep':
      return fileProblem(runs.jsonTooDeep, place, {});
    case 'syntax':
      return fileProblem(runs.jsonSyntax, place, {
        column: fault.column,
        found: fault.found === '' ? { zh: '行尾', en: 'end of line' } : fault.found,
      });
    default:
      return fault.kind satisfies never;
  }
}
