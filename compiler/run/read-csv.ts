import { CsvError, parse } from 'csv-parse/sync';
import { runs } from '../../language/diagnostics/catalogue/index.ts';
import { emptyFile, noRecords } from './read-json.ts';
import { type FactRecord, type FileProblem, fileProblem, type Tell } from './record.ts';

/**
 * Reads a table with a header row: one record a row, every cell as text, an empty cell as absent (the fact is unknown).
 * Commas, semicolons, tabs and full-width commas separate columns: whichever the header uses.
 */
export function* csvRecords(pieces: Iterable<string>, file: string, tell: Tell): Generator<FactRecord> {
  let columns: readonly string[] | undefined;
  let slips = 0;
  let wrong = 0;
  let read = 0;
  let index = 0;
  const slip = (problem: FileProblem) => {
    slips += 1;
    tell(problem);
  };
  for (const row of rowsOf(pieces, file, slip)) {
    const cells = row.cells.map(trim);
    if (columns === undefined) {
      columns = cells;
      const fault = headerProblem(columns, file);
      if (fault === undefined) continue;
      tell(fault);
      return;
    }
    index += 1;
    const place = { file, line: row.line, record: index };
    // Spreadsheets pad short rows and leave empty cells behind the last column.
    const used = cells.findLastIndex((cell) => cell !== '') + 1;
    if (used === 0) continue;
    if (used > columns.length || cells.length < columns.length) {
      wrong += 1;
      tell(fileProblem(runs.csvColumns, place, { found: cells.length, expected: columns.length }));
      continue;
    }
    const values: Record<string, unknown> = Object.create(null);
    for (const [i, column] of columns.entries()) {
      if (cells[i] !== '' && cells[i] !== undefined) values[column] = cells[i];
    }
    read += 1;
    yield { place, values };
  }
  if (slips + wrong + read > 0) return;
  const found = columns === undefined ? emptyFile : { zh: '只有列名，没有数据行', en: 'there is a header but no row' };
  tell(noRecords(file, found));
}

const maximumSlips = 100;
/** No row is longer, in characters: a quote that is still open then was never closed. */
const longestRow = 1024 * 1024;

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * All rows that can be told apart. After a row with unpaired quotes, reading goes on with the next line, so that one
 * slip does not swallow the rest of the file.
 */
function* rowsOf(pieces: Iterable<string>, file: string, tell: Tell): Generator<Row> {
  const batch: Batch = { rest: '', line: 0, slips: 0 };
  let form: Form | undefined;
  for (const piece of pieces) {
    batch.rest += piece;
    form ??= formOf(batch.rest, false);
    if (form === undefined) continue;
    const end = batch.rest.lastIndexOf(form.lineEnd) + 1;
    if (end === 0) continue;
    const after = batch.rest.slice(end);
    batch.rest = batch.rest.slice(0, end);
    yield* takeRows(batch, form, false, file, tell);
    if (batch.slips >= maximumSlips) return;
    batch.rest += after;
  }
  yield* takeRows(batch, form ?? formOf(batch.rest, true) ?? commas, true, file, tell);
}

/** Text that is not read yet, and what was before it. */
interface Batch {
  rest: string;
  line: number;
  slips: number;
}

/** Takes the rows of whole lines; what stays is the beginning of a row that goes on. */
function takeRows(batch: Batch, form: Form, isLast: boolean, file: string, tell: Tell): Row[] {
  const lines = batch.rest.split(form.lines);
  const rows: Row[] = [];
  let first = 0;
  while (first < lines.length) {
    let read = first;
    const text = lines.slice(first).join('');
    try {
      parse(text, {
        delimiter: form.delimiter,
        record_delimiter: [...form.rowEnds],
        relax_column_count: true,
        skip_empty_lines: true,
        on_record: (cells, { lines: count }) => {
          read = first + count;
          rows.push({ cells, line: batch.line + read });
          return null;
        },
      });
      break;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      while (lines[read]?.trim() === '') read += 1;
      const left = lines.slice(read).join('');
      if (!isLast && error.code === 'CSV_QUOTE_NOT_CLOSED' && left.length <= longestRow) {
        batch.rest = left;
        batch.line += read;
        return rows;
      }
      tell(fileProblem(runs.csvQuote, { file, line: batch.line + read + 1, record: 0 }, {}));
      batch.slips += 1;
      // Every restart reads the rest once more; a file with this many slips is broken as a whole.
      if (batch.slips >= maximumSlips) break;
      first = read + 1;
    }
  }
  batch.rest = '';
  batch.line += lines.at(-1) === '' ? lines.length - 1 : lines.length;
  return rows;
}

/** How a table is laid out. */
interface Form {
  readonly delimiter: string;
  /** The last character of a line. */
  readonly lineEnd: string;
  /** Splits into lines, each with its end. */
  readonly lines: RegExp;
  readonly rowEnds: readonly string[];
}

const newLines = { lineEnd: '\n', lines: /(?<=\n)/, rowEnds: ['\r\n', '\n'] };
const oldLines = { lineEnd: '\r', lines: /(?<=\r)/, rowEnds: ['\r'] };
const commas: Form = { ...newLines, delimiter: ',' };

/** By the header; undefined while its end is not there yet. */
function formOf(text: string, isLast: boolean): Form | undefined {
  const [end] = /\r?\n|\r(?!$)/.exec(text) ?? (isLast ? /\r|$/.exec(text) : null) ?? [];
  if (end === undefined) return undefined;
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [',', '\t', ';', '，'].find((candidate) => header.includes(candidate)) ?? ',';
  return { ...(end === '\r' ? oldLines : newLines), delimiter };
}

function headerProblem(columns: readonly string[], file: string): FileProblem | undefined {
  const place = { file, line: 1, record: 0 };
  const twice = columns.find((column, i) => column !== '' && columns.indexOf(column) !== i);
  if (twice !== undefined) {
    return fileProblem(runs.csvHeader, place, {
      column: twice,
      what: { zh: '出现了两次', en: 'stands there twice' },
    });
  }
  const nameless = columns.indexOf('');
  if (nameless < 0) return undefined;
  return fileProblem(runs.csvHeader, place, {
    column: String(nameless + 1),
    what: { zh: '（第几列）没有写', en: '(counted from the left) is missing' },
  });
}

/** Without the spaces around it, full-width ones included. */
function trim(cell: string): string {
  return cell.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
}
