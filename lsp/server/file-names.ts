import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { standardFolder, standardPrefix } from '../../compiler/project/node-host.ts';

/**
 * How the compiler calls the file of a URI: its path; within the standard library of this package the name that is the
 * same on every machine; the URI itself where it is no file.
 */
export function fileOf(uri: string): string {
  if (!uri.startsWith('file:')) return uri;
  let path: string;
  try {
    path = fileURLToPath(uri);
  } catch {
    // On Windows a URI without a drive, elsewhere one with a host: no path, but still a name.
    return uri;
  }
  const library = standardFolder() + sep;
  return path.startsWith(library) ? standardPrefix + path.slice(library.length).replaceAll(sep, '/') : path;
}

/** The URI of a file that has none from the client. */
export function uriOf(file: string): string {
  if (file.startsWith(standardPrefix))
    return pathToFileURL(join(standardFolder(), file.slice(standardPrefix.length))).href;
  // A drive letter is one letter; a scheme has more.
  return /^[a-z][a-z0-9+.-]+:/i.test(file) ? file : pathToFileURL(file).href;
}

let page: { readonly uri: string | undefined } | undefined;

/** The page of diagnostics beside the standard library, where it was brought along. */
export function diagnosticsPage(): string | undefined {
  if (page === undefined) {
    const path = join(standardFolder(), '..', 'docs', 'diagnostics.md');
    page = { uri: existsSync(path) ? pathToFileURL(path).href : undefined };
  }
  return page.uri;
}
