import { runs } from '../../language/diagnostics/catalogue/index.ts';
import type { Localised } from '../../language/diagnostics/diagnostic.ts';
import { decodeText } from './decode-text.ts';
import { readCsv } from './read-csv.ts';
import { emptyFile, failed, noRecords, readJson, readJsonLines } from './read-json.ts';
import { fileProblem, type Reading } from './record.ts';

/**
 * Reads a file of facts: JSON, JSON Lines or a table, by the ending of its name, else by its first characters. Nothing
 * is known here of any policy: names and types are checked record by record, later.
 */
export function readFacts(bytes: Uint8Array, file: string): Reading {
  const decoded = decodeText(bytes);
  switch (decoded.kind) {
    case 'binary':
      return failed(fileProblem(runs.notText, { file, line: 0, record: 0 }, { file, format: formats[decoded.format] }));
    case 'text': {
      if (decoded.text.trim() === '') return failed(noRecords(file, emptyFile));
      return reader(file, decoded.text)(decoded.text, file);
    }
    default:
      return decoded satisfies never;
  }
}

const formats: Readonly<Record<'excel' | 'parquet' | 'unknown', Localised>> = {
  excel: { zh: 'Excel 工作簿', en: 'an Excel workbook' },
  parquet: { zh: 'Parquet 文件', en: 'a Parquet file' },
  unknown: { zh: '二进制文件', en: 'a binary file' },
};

function reader(file: string, text: string): (text: string, file: string) => Reading {
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase();
  switch (ending) {
    case 'json':
      return readJson;
    case 'jsonl':
    case 'ndjson':
      return readJsonLines;
    case 'csv':
    case 'tsv':
      return readCsv;
    default: {
      const start = text.trimStart();
      if (start.startsWith('[')) return readJson;
      // An object over several lines is one record; one that is closed on its first line is one of several.
      if (start.startsWith('{')) return /^\{.*\}\s*$/m.test(start.split('\n')[0]!) ? readJsonLines : readJson;
      return readCsv;
    }
  }
}
