import { spawnSync } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type Host, type Listing, maximumSourceBytes, type ReadResult } from '../../project/host.ts';
import { nodeHost } from '../../project/node-host.ts';

/** Why a revision cannot be read. */
export type GitFault = 'no-git' | 'no-repository' | 'unknown-revision';

interface Blob {
  readonly id: string;
  readonly size: number;
}

const extension = '.cuoshi';

/**
 * The files of the repository that the path lies in as they were at a revision, under the same paths as those of the
 * working tree. The standard library is this version's own.
 */
export function gitHost(revision: string, path: string): Host | GitFault {
  const folder = folderOf(path);
  const git = (args: readonly string[]) => startGit(folder, args);
  const top = git(['rev-parse', '--show-toplevel']);
  if (top === undefined) return 'no-git';
  if (top.status !== 0) return 'no-repository';
  const root = realpathSync(top.out.toString('utf8').replace(/\r?\n$/, ''));
  // A name that begins with a dash is no revision, whatever git makes of it.
  const commit = revision.startsWith('-')
    ? undefined
    : git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  if (commit === undefined || commit.status !== 0) return 'unknown-revision';
  const tree = git(['ls-tree', '-r', '-z', '-l', '--full-tree', commit.out.toString('utf8').trim()]);
  if (tree === undefined || tree.status !== 0) return 'unknown-revision';
  return hostOf(root, blobsIn(tree.out.toString('utf8')), git);
}

/** `mode blob id size\tpath`, each ended by a zero byte. Links and submodules are no files. */
function blobsIn(listing: string): ReadonlyMap<string, Blob> {
  const found = new Map<string, Blob>();
  for (const entry of listing.split('\0')) {
    const match = /^(\d+) blob ([0-9a-f]+) +(\d+)\t(.*)$/s.exec(entry);
    if (match === null || match[1] === '120000') continue;
    found.set(match[4] ?? '', { id: match[2] ?? '', size: Number(match[3]) });
  }
  return found;
}

type Git = (args: readonly string[]) => ReturnType<typeof startGit>;

function hostOf(root: string, blobs: ReadonlyMap<string, Blob>, git: Git): Host {
  const here = realpathSync(process.cwd());
  const inRepository = (path: string): string =>
    relative(root, real(resolve(here, path)))
      .split(sep)
      .join('/');
  const below = (path: string): readonly string[] => {
    const prefix = inRepository(path) === '' ? '' : `${inRepository(path)}/`;
    return [...blobs.keys()].filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length));
  };
  const list = (path: string): Listing | undefined => {
    const inner = below(path);
    if (inner.length === 0) return undefined;
    const isShown = (name: string) => !name.startsWith('.') && name !== 'node_modules';
    const files = inner.filter((name) => !name.includes('/') && isShown(name) && name.endsWith(extension));
    const folders = new Set(
      inner.flatMap((name) => (name.includes('/') ? [name.split('/')[0] ?? ''] : [])).filter(isShown),
    );
    return {
      files: files.sort().map((name) => join(path, name)),
      folders: [...folders].sort().map((name) => join(path, name)),
    };
  };
  const read = (path: string): ReadResult => {
    const blob = blobs.get(inRepository(path));
    if (blob === undefined) return { kind: 'missing' };
    if (blob.size > maximumSourceBytes) return { kind: 'too-large', bytes: blob.size };
    const shown = git(['cat-file', 'blob', blob.id]);
    if (shown === undefined || shown.status !== 0) return { kind: 'missing' };
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(shown.out);
      return text.includes('\0') ? { kind: 'binary' } : { kind: 'text', text };
    } catch {
      return { kind: 'binary' };
    }
  };
  return {
    ...nodeHost,
    read,
    list,
    exists: (path) => blobs.has(inRepository(path)) || below(path).length > 0,
    join,
    dirname,
    stem: (path) => basename(resolve(path), extension),
  };
}

/** Where a path really lies, so far as it is there: the repository's own path is without links. */
function real(path: string): string {
  const folder = folderOf(path);
  return join(realpathSync(folder), relative(folder, path));
}

/** The folder a path lies in, or the nearest one above that is still there. */
function folderOf(path: string): string {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() || folder === dirname(folder)) return folder;
  }
}

/** Undefined where git cannot be started at all. */
function startGit(
  folder: string,
  args: readonly string[],
): { readonly status: number | null; readonly out: Buffer } | undefined {
  const { status, stdout, error } = spawnSync('git', ['-C', folder, ...args], {
    maxBuffer: 256 * 1024 * 1024,
    windowsHide: true,
  });
  return error === undefined ? { status, out: stdout } : undefined;
}
