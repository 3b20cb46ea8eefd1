import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Terminal } from './terminal.ts';
import { words } from './words.ts';

/** Writes files into a folder, made where it is missing, and says so on standard error: they are not the output. */
export function writeFiles(
  folder: string,
  files: readonly { readonly name: string; readonly text: string }[],
  terminal: Terminal,
): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) {
    const path = join(folder, name);
    writeFileSync(path, text);
    terminal.err(terminal.say(words.wrote, { file: path }));
  }
}
