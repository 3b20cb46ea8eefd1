import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { runs } from '../../language/diagnostics/catalogue/index.ts';
import type { Bytes } from '../run/decode-text.ts';
import { type FileProblem, fileProblem } from '../run/record.ts';

const chunkBytes = 64 * 1024;

/** The bytes of a file, `-` for standard input. A file is read piece by piece; what can be read only once is held. */
export function openBytes(file: string): Bytes | { readonly problem: FileProblem } {
  const missing = { problem: fileProblem(runs.noFile, { file, line: 0, record: 0 }, { file }) };
  let handle: number;
  try {
    handle = file === '-' ? 0 : openSync(file, 'r');
  } catch {
    return missing;
  }
  try {
    const stat = fstatSync(handle);
    if (stat.isDirectory()) return missing;
    if (file !== '-' && stat.isFile()) return { size: stat.size, chunks: () => chunksOf(file) };
    const bytes = readFileSync(handle);
    return { size: bytes.length, chunks: () => [bytes] };
  } catch {
    // A disk that fails.
    return missing;
  } finally {
    if (handle !== 0) closeSync(handle);
  }
}

function* chunksOf(file: string): Generator<Uint8Array> {
  const handle = openSync(file, 'r');
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunkBytes);
      const read = readSync(handle, chunk);
      if (read === 0) return;
      yield chunk.subarray(0, read);
    }
  } finally {
    closeSync(handle);
  }
}
