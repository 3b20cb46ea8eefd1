import { readFileSync, statSync } from 'node:fs';
import { sourceText } from '../../language/diagnostics/catalogue/index.ts';
import type { ArgumentsOf, Entry } from '../../language/diagnostics/define.ts';
import { fileProblem } from '../run/record.ts';
import { type DecodedSource, decodeSource, type Encoding } from '../source-text/decode.ts';
import { showProblem } from './show-problem.ts';
import type { Terminal } from './terminal.ts';
import { sourceWords } from './words-source.ts';

/** An official text beyond this is none; the longest known are some hundred kilobytes. */
const maximumBytes = 16 * 1024 * 1024;

/** A text that could be read, and how it was encoded. */
export type OfficialText = Extract<DecodedSource, { kind: 'text' }>;

/** Reads an official text; where that cannot be done, says why on standard error and gives undefined. */
export function readOfficialText(file: string, terminal: Terminal, encoding?: Encoding): OfficialText | undefined {
  const told = teller(file, terminal);
  const bytes = bytesOf(file);
  if (bytes === undefined) return told(sourceText.textUnreadable, { file });
  if (typeof bytes === 'number') {
    const [size, limit] = [bytes, maximumBytes].map((n) => `${Math.ceil(n / 1024 / 1024)} MiB`) as [string, string];
    return told(sourceText.textTooLarge, { file, size, limit });
  }
  const decoded = decodeSource(bytes, encoding);
  switch (decoded.kind) {
    case 'binary': {
      const { formatPdf: pdf, formatWord: word, formatUnknown: unknown } = sourceWords;
      return told(sourceText.textBinary, { file, format: { pdf, word, unknown }[decoded.format] });
    }
    case 'utf-16':
      return told(sourceText.textUtf16, { file });
    case 'undecodable':
      return told(sourceText.textUndecodable, { file, encoding: decoded.encoding.toUpperCase() });
    case 'text':
      return decoded;
    default:
      return decoded satisfies never;
  }
}

/** Says one finding about a file on standard error. */
export function teller(file: string, terminal: Terminal) {
  return <E extends Entry<string>>(entry: E, args: ArgumentsOf<E>): undefined => {
    terminal.err(showProblem(fileProblem(entry, { file, line: 0, record: 0 }, args), terminal));
  };
}

/** The bytes of a file; its size where that is too large; undefined where it cannot be read. */
export function bytesOf(file: string): Uint8Array | number | undefined {
  try {
    const { size } = statSync(file);
    return size > maximumBytes ? size : readFileSync(file);
  } catch {
    return undefined;
  }
}
