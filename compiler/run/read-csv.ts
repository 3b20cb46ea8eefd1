import { CsvError, parse } from 'csv-parse/sync';
import { runs } from '../../language/diagnostics/catalogue/index.ts';
import { emptyFile, failed, noRecords } from './read-json.ts';
import { type FactRecord, type FileProblem, fileProblem, type Reading } from './record.ts';

/**
 * Reads a table with a header row: one record a row, every cell as text, an empty cell as absent (the fact is unknown).
 * Commas, semicolons, tabs and full-width commas separate columns: whichever the header uses.
 */
export function readCsv(text: string, file: string): Reading {
  const { rows, problems } = readRows(text, file);
  const header = rows.shift();
  if (header === undefined) return problems.length > 0 ? { records: [], problems } : failed(noRecords(file, emptyFile));
  const columns = header.cells.map(trim);
  const wrong = headerProblem(columns, file);
  if (wrong !== undefined) return failed(wrong);
  const records: FactRecord[] = [];
  rows.forEach((row, index) => {
    const place = { file, line: row.line, record: index + 1 };
    const cells = row.cells.map(trim);
    // Spreadsheets pad short rows and leave empty cells behind the last column.
    const used = cells.findLastIndex((cell) => cell !== '') + 1;
    if (used === 0) return;
    if (used > columns.length || cells.length < columns.length) {
      problems.push(fileProblem(runs.csvColumns, place, { found: cells.length, expected: columns.length }));
      return;
    }
    const values: Record<string, unknown> = Object.create(null);
    columns.forEach((column, i) => {
      if (cells[i] !== '' && cells[i] !== undefined) values[column] = cells[i];
    });
    records.push({ place, values });
  });
  if (records.length === 0 && problems.length === 0) {
    problems.push(noRecords(file, { zh: '只有列名，没有数据行', en: 'there is a header but no row' }));
  }
  return { records, problems };
}

const maximumSlips = 100;

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * All rows that can be told apart. After a row with unpaired quotes, reading goes on with the next line, so that one
 * slip does not swallow the rest of the file.
 */
function readRows(text: string, file: string): { rows: Row[]; problems: FileProblem[] } {
  const delimiter = delimiterOf(text);
  const lines = text.split(/(?<=\n)/);
  const rows: Row[] = [];
  const problems: FileProblem[] = [];
  let first = 0;
  while (first < lines.length) {
    let read = first;
    try {
      parse(lines.slice(first).join(''), {
        delimiter,
        relax_column_count: true,
        skip_empty_lines: true,
        on_record: (cells, { lines: count }) => {
          read = first + count;
          rows.push({ cells, line: read });
          return null;
        },
      });
      break;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      while (lines[read]?.trim() === '') read += 1;
      problems.push(fileProblem(runs.csvQuote, { file, line: read + 1, record: 0 }, {}));
      // Every restart reads the rest once more; a file with this many slips is broken as a whole.
      if (problems.length >= maximumSlips) break;
      first = read + 1;
    }
  }
  return { rows, problems };
}

function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  return [',', '\t', ';', '，'].find((candidate) => header.includes(candidate)) ?? ',';
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
