import type { Host } from '../../compiler/project/host.ts';
import { nodeHost } from '../../compiler/project/node-host.ts';
import type { Span } from '../../language/source/span.ts';
import { type Snapshot, takeSnapshot } from '../../lsp/ide/snapshot.ts';

/** A place that a fixture marks. */
export interface Marked extends Span {
  readonly file: string;
}

export interface Fixture {
  readonly snapshot: Snapshot;
  /** `$0` */
  readonly cursor: { readonly file: string; readonly offset: number };
  /** `⟦…⟧`, in source order. */
  readonly ranges: readonly Marked[];
  readonly texts: ReadonlyMap<string, string>;
}

/** The folder that fixtures without a path of their own lie in. */
export const folder = '/draft';
const main = `${folder}/main.cuoshi`;

/**
 * Takes a snapshot of a small program. `//- /folder/name.cuoshi` on a line of its own begins another file; `$0` marks
 * the cursor and `⟦…⟧` ranges. Each folder is a unit, as in a workspace.
 */
export function fixture(source: string): Fixture {
  const texts = new Map<string, string>();
  const ranges: Marked[] = [];
  let cursor: Fixture['cursor'] | undefined;
  for (const { file, text } of filesOf(source)) {
    let clean = '';
    const open: number[] = [];
    for (const part of text.split(/(⟦|⟧|\$0)/)) {
      if (part === '⟦') open.push(clean.length);
      else if (part === '⟧') ranges.push({ file, start: open.pop()!, end: clean.length });
      else if (part === '$0') cursor = { file, offset: clean.length };
      else clean += part;
    }
    texts.set(file, clean);
  }
  ranges.sort((a, b) => (a.file === b.file ? a.start - b.start : a.file < b.file ? -1 : 1));
  const folders = [...new Set([...texts.keys()].map(nodeHost.dirname))];
  const first = [...texts.keys()][0] ?? main;
  return {
    snapshot: takeSnapshot(folders, memoryHost(texts)),
    cursor: cursor ?? { file: first, offset: 0 },
    ranges,
    texts,
  };
}

function filesOf(source: string): { readonly file: string; readonly text: string }[] {
  const parts = source.split(/^\/\/- (\S+)\n/m);
  const files = parts[0]!.trim() === '' ? [] : [{ file: main, text: parts[0]! }];
  for (let i = 1; i < parts.length; i += 2) files.push({ file: parts[i]!, text: parts[i + 1] ?? '' });
  return files;
}

/** Files in memory; the standard library from the disk. */
export function memoryHost(texts: ReadonlyMap<string, string>): Host {
  return {
    ...nodeHost,
    read: (path) => {
      const text = texts.get(path);
      return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
    },
    exists: (path) => texts.has(path),
    list: (path) => {
      const files = [...texts.keys()].filter((file) => nodeHost.dirname(file) === path).sort();
      return files.length === 0 ? undefined : { files, folders: [] };
    },
  };
}

/** Puts edits into a text. */
export function applyEdits(text: string, edits: readonly { readonly span: Span; readonly text: string }[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((result, edit) => result.slice(0, edit.span.start) + edit.text + result.slice(edit.span.end), text);
}
