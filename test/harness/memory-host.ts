import type { Host, Listing } from '../../compiler/project/host.ts';
import { nodeHost } from '../../compiler/project/node-host.ts';

/** A host whose files are given as texts by path; the standard library is the real one. */
export function memoryHost(files: Readonly<Record<string, string>>): Host {
  const paths = Object.keys(files).sort();
  const list = (folder: string): Listing | undefined => {
    const prefix = folder.endsWith('/') ? folder : `${folder}/`;
    const below = paths.filter((p) => p.startsWith(prefix)).map((p) => p.slice(prefix.length));
    if (below.length === 0) return undefined;
    return {
      files: below.filter((p) => !p.includes('/') && p.endsWith('.cuoshi')).map((p) => prefix + p),
      folders: [...new Set(below.filter((p) => p.includes('/')).map((p) => prefix + p.split('/')[0]))],
    };
  };
  return {
    ...nodeHost,
    read: (path) => {
      const text = files[path];
      return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
    },
    list,
    exists: (path) => files[path] !== undefined || list(path) !== undefined,
    join: (folder, name) => (folder === '' || folder === '.' ? name : `${folder}/${name}`),
    dirname: (path) => path.split('/').slice(0, -1).join('/') || '.',
    parent: (folder) => (folder === '.' ? undefined : folder.split('/').slice(0, -1).join('/') || '.'),
    stem: (path) => (path.split('/').at(-1) ?? path).replace(/\.cuoshi$/, ''),
  };
}
