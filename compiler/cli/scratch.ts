import { mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scratch } from '../run/item-store.ts';

/** A temporary file, made when something is first written and gone with the process; only its owner can read it. */
export function openScratch(): Scratch {
  let handle: number | undefined;
  let end = 0;
  return {
    write(text) {
      handle ??= openTemporary();
      const bytes = Buffer.from(text);
      for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done, bytes.length - done, end + done);
      const offset = end;
      end += bytes.length;
      return { offset, length: bytes.length };
    },
    read({ offset, length }) {
      const bytes = Buffer.alloc(length);
      for (let done = 0; handle !== undefined && done < length; ) {
        const read = readSync(handle, bytes, done, length - done, offset + done);
        if (read === 0) throw new Error('the temporary file was cut short');
        done += read;
      }
      return bytes.toString();
    },
  };
}

function openTemporary(): number {
  const folder = mkdtempSync(join(tmpdir(), 'cuoshi-'));
  const handle = openSync(join(folder, 'items'), 'wx+', 0o600);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // A file that is open lives on without its name, where the system allows that.
  try {
    remove();
  } catch {
    process.once('exit', remove);
  }
  return handle;
}
