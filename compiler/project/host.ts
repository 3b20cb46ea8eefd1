/** What came of reading a file. Sources above the limit, or that are not text, are never decoded. */
export type ReadResult =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'binary' };

/** What lies in a folder: paths, each sorted. `files` are those ending in `.cuoshi`. */
export interface Listing {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** The compiler's window on the outside. Nothing in the compiler but the node host and `cli` knows a disk. */
export interface Host {
  read(path: string): ReadResult;
  /** Undefined when the path is no folder. */
  list(path: string): Listing | undefined;
  exists(path: string): boolean;
  /** The source of a module of the standard library by its dotted name (`std.parties`). */
  standard(module: string): { readonly path: string; readonly text: string } | undefined;
  /** Names of the modules of the standard library. */
  standardModules(): readonly string[];
  join(folder: string, name: string): string;
  dirname(path: string): string;
  /** The folder that a folder lies in; undefined at the top. */
  parent(folder: string): string | undefined;
  /** The last part of a path, without `.cuoshi`. */
  stem(path: string): string;
}

/** Sources above this many bytes are not read: no policy is near it, and a mistaken path often is. */
export const maximumSourceBytes = 16 * 1024 * 1024;
