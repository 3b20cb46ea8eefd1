import type { Host } from '../../compiler/project/host.ts';

/** What lies on the disk, read once. */
export interface Disk {
  readonly host: Host;
  /** Something changed: everything is read again when it is asked for. */
  forget(): void;
}

/**
 * Remembers what was read and listed until it is told to forget it. A program of a thousand measures is dozens of files,
 * and a keystroke changes none of those on the disk.
 */
export function rememberDisk(disk: Host): Disk {
  const memories: { clear(): void }[] = [];
  const remember = <V>(ask: (path: string) => V) => {
    const known = new Map<string, { readonly value: V }>();
    memories.push(known);
    return (path: string): V => {
      const found = known.get(path) ?? { value: ask(path) };
      known.set(path, found);
      return found.value;
    };
  };
  const modules = remember(() => disk.standardModules());
  const host: Host = {
    ...disk,
    read: remember(disk.read),
    list: remember(disk.list),
    exists: remember(disk.exists),
    standard: remember(disk.standard),
    standardModules: () => modules(''),
  };
  return {
    host,
    forget: () => {
      for (const memory of memories) memory.clear();
    },
  };
}
