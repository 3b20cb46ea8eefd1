import { closeSync, existsSync, fstatSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Host, type Listing, maximumSourceBytes, type ReadResult } from './host.ts';

const extension = '.cuoshi';

/** What the paths of standard modules begin with, wherever the package lies. */
export const standardPrefix = '<std>/';

/** The disk, as the compiler sees it. Paths stay as they were given, so that diagnostics name them that way. */
export const nodeHost: Host = {
  read: readSource,
  list,
  exists: (path) => existsSync(path),
  standard(module) {
    const name = /^std\.([\p{L}\p{N}_.-]+)$/u.exec(module)?.[1];
    if (name === undefined || name.includes('..')) return undefined;
    const file = `${name.replaceAll('.', '/')}${extension}`;
    const read = readSource(join(standardFolder(), file));
    // The same on every machine, so that nothing compiled depends on where Cuoshi is installed.
    return read.kind === 'text' ? { path: `${standardPrefix}${file}`, text: read.text } : undefined;
  },
  standardModules: () => (list(standardFolder())?.files ?? []).map((file) => `std.${basename(file, extension)}`),
  join,
  dirname,
  parent: (folder) => (dirname(resolve(folder)) === resolve(folder) ? undefined : join(folder, '..')),
  stem: (path) => basename(resolve(path), extension),
};

/** The folder of the package, above either the sources or the bundle. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'stdlib')) || !existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the folder stdlib is not beside the bundle');
    folder = parent;
  }
  return folder;
}

/** The folder of the standard library on this disk. */
export function standardFolder(): string {
  return join(packageFolder(), 'stdlib');
}

function readSource(path: string): ReadResult {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return { kind: 'missing' };
  }
  try {
    const { size } = fstatSync(file);
    if (size > maximumSourceBytes) return { kind: 'too-large', bytes: size };
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    return text.includes('\0') ? { kind: 'binary' } : { kind: 'text', text };
  } catch (error) {
    // Not UTF-8; a folder, or a disk that fails, cannot be read at all.
    return error instanceof TypeError ? { kind: 'binary' } : { kind: 'missing' };
  } finally {
    closeSync(file);
  }
}

function list(path: string): Listing | undefined {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const files: string[] = [];
  const folders: string[] = [];
  for (const name of readdirSync(path).sort()) {
    if (name.startsWith('.') || name === 'node_modules') continue;
    const inner = join(path, name);
    const stat = statSync(inner, { throwIfNoEntry: false });
    if (stat?.isDirectory()) folders.push(inner);
    else if (stat?.isFile() && name.endsWith(extension)) files.push(inner);
  }
  return { files, folders };
}
