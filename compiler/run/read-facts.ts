import { runs } from '../../language/diagnostics/catalogue/index.ts';
import type { Localised } from '../../language/diagnostics/diagnostic.ts';
import { type Bytes, decodePieces } from './decode-text.ts';
import { csvRecords } from './read-csv.ts';
import { emptyFile, failed, jsonLineRecords, noRecords, readJson } from './read-json.ts';
import {
  collect,
  type FactRecord,
  fileProblem,
  type Reading,
  type RecordSource,
  sourceOf,
  type Tell,
} from './record.ts';

/** Reads a file of facts as a whole. */
export function readFacts(bytes: Uint8Array, file: string): Reading {
  return collect(openFacts({ size: bytes.length, chunks: () => [bytes] }, file));
}

/** JSON beyond this does not fit into memory as text: only JSON Lines and tables are read record by record. */
const maximumWhole = 256 * 1024 * 1024;

/**
 * A file of facts: JSON, JSON Lines or a table, by the ending of its name, else by its first characters. JSON Lines and tables are
 * read anew each time, and only a few records are held at once; JSON is one value, and held. Nothing is known here of any policy:
 * names and types are checked record by record, later.
 */
export function openFacts(bytes: Bytes, file: string): RecordSource {
  let taken = 0;
  const decoded = decodePieces(counted(bytes, (share) => (taken = share)));
  if (decoded.kind === 'binary') {
    const place = { file, line: 0, record: 0 };
    return sourceOf(failed(fileProblem(runs.notText, place, { file, format: formats[decoded.format] })));
  }
  const start = startOf(decoded.pieces());
  if (start === undefined) return sourceOf(failed(noRecords(file, emptyFile)));
  const read = readerOf(file, start);
  if (read !== 'json') return { records: (tell) => read(decoded.pieces(), file, tell), taken: () => taken };
  if (bytes.size > maximumWhole) {
    const [size = '', limit = ''] = [bytes.size, maximumWhole].map((n) => `${Math.ceil(n / 1024 / 1024)} MiB`);
    return sourceOf(failed(fileProblem(runs.tooLarge, { file, line: 0, record: 0 }, { file, size, limit })));
  }
  return sourceOf(readJson([...decoded.pieces()].join(''), file));
}

const formats: Readonly<Record<'excel' | 'parquet' | 'unknown', Localised>> = {
  excel: { zh: 'Excel 工作簿', en: 'an Excel workbook' },
  parquet: { zh: 'Parquet 文件', en: 'a Parquet file' },
  unknown: { zh: '二进制文件', en: 'a binary file' },
};

/** The same bytes; `tell` is told after each chunk how much of them was read. */
function counted({ size, chunks }: Bytes, tell: (share: number) => void): Bytes {
  return {
    size,
    *chunks() {
      let read = 0;
      for (const chunk of chunks()) {
        read += chunk.length;
        tell(Math.min(1, read / Math.max(1, size)));
        yield chunk;
      }
    },
  };
}

/** The text up to the end of its first piece that is not blank; undefined where all of it is. */
function startOf(pieces: Iterable<string>): string | undefined {
  let start = '';
  for (const piece of pieces) {
    start += piece;
    if (start.trim() !== '') return start;
  }
  return undefined;
}

type Reader = (pieces: Iterable<string>, file: string, tell: Tell) => Iterable<FactRecord>;

function readerOf(file: string, start: string): Reader | 'json' {
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase();
  switch (ending) {
    case 'json':
      return 'json';
    case 'jsonl':
    case 'ndjson':
      return jsonLineRecords;
    case 'csv':
    case 'tsv':
      return csvRecords;
    default: {
      const text = start.trimStart();
      if (text.startsWith('[')) return 'json';
      // An object over several lines is one record; one that is closed on its first line is one of several.
      if (text.startsWith('{')) return /^\{.*\}\s*$/m.test(text.split('\n')[0]!) ? jsonLineRecords : 'json';
      return csvRecords;
    }
  }
}
