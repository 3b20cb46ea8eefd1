import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Terminal } from './terminal.ts';
import { words } from './words.ts';

/** A file that is written piece by piece. */
export interface OpenFile {
  write(text: string): void;
  /** Closes it and says on standard error that it was written: files are not the output. */
  close(): void;
}

/** Opens a file in a folder, which is made where it is missing; one of that name is replaced. */
export function openFile(folder: string, name: string, terminal: Terminal): OpenFile {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  const file = openSync(path, 'w');
  return {
    write: (text) => void writeSync(file, text),
    close() {
      closeSync(file);
      terminal.err(terminal.say(words.wrote, { file: path }));
    },
  };
}

/** Writes whole files. */
export function writeFiles(
  folder: string,
  files: readonly { readonly name: string; readonly text: string }[],
  terminal: Terminal,
): void {
  for (const { name, text } of files) {
    const file = openFile(folder, name, terminal);
    file.write(text);
    file.close();
  }
}

/** A policy's name as the name of a file: it may hold anything between back-quotes. */
export function fileStem(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').replace(/^\.+/, '_');
}
