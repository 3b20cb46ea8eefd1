import { sep } from 'node:path';
import { makeOverlapIndex, type OverlapIndex } from '../../compiler/analyse/overlap-index.ts';
import type { EarlierPolicies, Front } from '../../compiler/compile.ts';
import type { Host } from '../../compiler/project/host.ts';
import { nodeHost, standardPrefix } from '../../compiler/project/node-host.ts';
import { type ParsedFile, parse } from '../../language/syntax/parse.ts';
import { type Snapshot, takeSnapshot } from '../ide/snapshot.ts';
import { discoverUnits } from './discover.ts';
import { rememberDisk } from './disk.ts';

/** What the server compiles: the workspace as one program, and each folder outside of it that a document is open from. */
export interface Programs {
  setFolders(folders: readonly string[]): void;
  /** A document was opened or changed. */
  setText(file: string, text: string): void;
  /** A document was closed: what lies on the disk counts again. */
  closeText(file: string): void;
  /** Something changed on the disk. */
  refresh(): void;
  /** The current snapshot of the program that a file belongs to. */
  snapshotOf(file: string): Snapshot | undefined;
  /** The current snapshots of all programs. */
  snapshots(): readonly Snapshot[];
  /** Parses what the snapshots are made of, file by file, so that they are taken in no time. */
  parsing(): Iterator<void>;
  /** Parses the standard library, module by module: whatever is looked at first asks for it. */
  parsingStandard(): Iterator<void>;
  /** Files that the client is about to open. */
  setShown(files: readonly string[]): void;
  /** Whether the client has a document open, or is about to. */
  isAnyOpen(): boolean;
  /**
   * The folders of the workspace that documents are open from or about to be, each by itself, file by file as above: what a
   * drafter looks at, before all the rest is read. Only what stands by itself, and none where there is no rest.
   */
  openFirst(): Generator<void, readonly Snapshot[]>;
  /** From now on changes on the disk are told by `refresh`; before, it is looked at again after every edit. */
  setWatched(): void;
  /**
   * A folder, or the folder of a file, by itself: two versions of a policy may declare the same names. With `texts`, these
   * are all its files, whatever lies there.
   */
  alone(path: string, texts?: ReadonlyMap<string, string>): Snapshot;
}

/** `report` is told of bugs that a snapshot got over. */
export function makePrograms(report: (error: unknown) => void): Programs {
  const open = new Map<string, string>();
  let folders: readonly string[] = [];
  let shown: readonly string[] = [];
  let discovered: readonly string[] | undefined;
  /** The units of each program; undefined where they must be found anew. */
  let plan: ReadonlyMap<string, readonly string[]> | undefined;
  const taken = new Map<string, Snapshot>();
  /** The last version of each program: what did not change since is taken over. */
  const fronts = new Map<string, Front>();
  /** What was found between the measures of each program, kept from one snapshot to the next. */
  const indexes = new Map<string, OverlapIndex>();
  const lowered = new Map<string, EarlierPolicies>();
  const parseAgain = rememberParses();
  const disk = rememberDisk(nodeHost);
  const host = overlay(disk.host, open);
  /** The client tells of changes on the disk. */
  let isWatched = false;

  const isWithin = (file: string, folder: string) =>
    file === folder || file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  const inWorkspace = (file: string) => folders.some((folder) => isWithin(file, folder));

  /** The workspace under the empty name, other programs under that of their folder. */
  function planned(): ReadonlyMap<string, readonly string[]> {
    discovered ??= folders.flatMap(discoverUnits);
    const workspace = new Set(discovered);
    const others = new Map<string, readonly string[]>();
    for (const file of open.keys()) {
      if (file.startsWith(standardPrefix)) continue;
      const unit = isUri(file) ? file : host.dirname(file);
      if (workspace.has(unit)) continue;
      if (!isUri(file) && inWorkspace(file) && !isLibraryCopy(file)) workspace.add(unit);
      else others.set(unit, [unit]);
    }
    // A folder that was removed is no mistake of the drafter's.
    const present = [...workspace].filter((unit) => (host.list(unit)?.files.length ?? 0) > 0).sort();
    return present.length > 0 ? new Map([['', present], ...others]) : others;
  }

  function isLibraryCopy(file: string): boolean {
    const module = nodeHost.standard(`std.${host.stem(file)}`);
    const read = nodeHost.read(file);
    return module !== undefined && read.kind === 'text' && read.text === module.text;
  }

  function current(): readonly Snapshot[] {
    plan ??= planned();
    for (const name of taken.keys()) if (!plan.has(name)) taken.delete(name);
    for (const name of indexes.keys()) if (!plan.has(name)) indexes.delete(name);
    for (const name of lowered.keys()) if (!plan.has(name)) lowered.delete(name);
    for (const name of fronts.keys()) if (!plan.has(name)) fronts.delete(name);
    return [...plan].map(([name, paths]) => {
      const known = taken.get(name);
      if (known !== undefined) return known;
      const overlaps = indexes.get(name) ?? makeOverlapIndex();
      indexes.set(name, overlaps);
      const policies = lowered.get(name) ?? new Map();
      lowered.set(name, policies);
      const before = fronts.get(name);
      const snapshot = takeSnapshot(paths, frozen(host), {
        parse: parseAgain,
        overlaps,
        policies,
        report,
        ...(before && { before }),
      });
      taken.set(name, snapshot);
      fronts.set(name, snapshot.front);
      return snapshot;
    });
  }

  function forget(): void {
    plan = undefined;
    taken.clear();
    disk.forget();
  }

  /** Files of the programs that were not parsed as they are now. */
  function* parseAll(): Generator<void> {
    plan ??= planned();
    for (const [name, paths] of plan) if (!taken.has(name)) yield* parseFiles(paths);
  }

  function* parseFiles(paths: readonly string[]): Generator<void> {
    for (const file of new Set(paths.flatMap((path) => host.list(path)?.files ?? path))) {
      const read = host.read(file);
      if (read.kind !== 'text') continue;
      parseAgain(read.text, file);
      yield;
    }
  }

  function* parseStandard(): Generator<void> {
    for (const name of host.standardModules()) {
      const module = host.standard(name);
      if (module !== undefined) parseAgain(module.text, module.path);
      yield;
    }
  }

  function textOf(file: string): string {
    const read = host.read(file);
    return read.kind === 'text' ? read.text : '';
  }

  function* openUnits(): Generator<void, readonly Snapshot[]> {
    plan ??= planned();
    const workspace = plan.get('') ?? [];
    const files = [...open.keys(), ...shown].filter((file) => !isUri(file));
    const opened = [...new Set(files.map((file) => host.dirname(file)))];
    const units = opened.filter((unit) => workspace.includes(unit));
    if (units.length === workspace.length) return [];
    const snapshots: Snapshot[] = [];
    for (const unit of units) {
      yield* parseFiles([unit]);
      const snapshot = takeSnapshot([unit], frozen(host), { parse: parseAgain, report });
      const others = workspace.filter((other) => other !== unit).flatMap((other) => host.list(other)?.files ?? []);
      if (standsAlone(snapshot, others.map(textOf))) snapshots.push(snapshot);
      yield;
    }
    return snapshots;
  }

  return {
    setFolders(next) {
      folders = next;
      discovered = undefined;
      forget();
    },
    setText(file, text) {
      if (open.get(file) === text) return;
      const isNew = !open.has(file);
      open.set(file, text);
      if (!isWatched) disk.forget();
      if (isNew) forget();
      else for (const [name, snapshot] of taken) if (snapshot.source(file) !== undefined) taken.delete(name);
    },
    closeText(file) {
      if (open.delete(file)) forget();
    },
    refresh() {
      discovered = undefined;
      forget();
    },
    snapshotOf: (file) => current().find((snapshot) => snapshot.source(file) !== undefined),
    snapshots: current,
    parsing: parseAll,
    parsingStandard: parseStandard,
    setShown: (files) => {
      shown = files;
    },
    isAnyOpen: () => open.size + shown.length > 0,
    openFirst: openUnits,
    setWatched: () => {
      isWatched = true;
    },
    alone: (path, texts) => {
      if (texts !== undefined) {
        const unit = texts.has(path) ? host.dirname(path) : path;
        // Parsed afresh: what is remembered of a file is its present.
        return takeSnapshot([unit], frozen(earlier(nodeHost, texts)), { report });
      }
      const unit = isUri(path) || host.list(path) !== undefined ? path : host.dirname(path);
      return takeSnapshot([unit], frozen(host), { parse: parseAgain, report });
    },
  };
}

/**
 * Whether a folder by itself says what it says beside the others: what it looks for in vain must not be anywhere else
 * either, or it would be told to be missing.
 */
function standsAlone({ checked, typing, source }: Snapshot, others: readonly string[]): boolean {
  const asked = [checked.shared, ...[...checked.parts.values()].map(({ part }) => part)].flatMap((part) => [
    ...part.asked.answers.values(),
  ]);
  const sought = [
    ...asked.filter(({ answer }) => answer === undefined).map(({ name }) => name),
    ...typing
      .filter(({ severity }) => severity === 'error')
      .map(({ file, span }) => source(file)?.text.slice(span.start, span.end) ?? ''),
  ];
  return sought.every((words) => words !== '' && others.every((text) => !text.includes(words)));
}

function isUri(file: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(file);
}

/** The disk, with open documents in front of it. */
function overlay(disk: Host, open: ReadonlyMap<string, string>): Host {
  return {
    ...disk,
    read: (path) => {
      const text = open.get(path);
      return text === undefined ? disk.read(path) : { kind: 'text', text };
    },
    exists: (path) => open.has(path) || disk.exists(path),
    standard: (module) => {
      const found = disk.standard(module);
      const text = found && open.get(found.path);
      return found && text !== undefined ? { path: found.path, text } : found;
    },
    list: (path) => {
      const listing = disk.list(path);
      // A new document is in its folder before it is saved.
      const unsaved = [...open.keys()].filter((file) => !isUri(file) && disk.dirname(file) === path);
      if (listing === undefined && unsaved.length === 0) return undefined;
      const files = [...new Set([...(listing?.files ?? []), ...unsaved])].sort();
      return { files, folders: listing?.folders ?? [] };
    },
  };
}

/** Given files in the place of those on the disk. */
function earlier(disk: Host, texts: ReadonlyMap<string, string>): Host {
  const below = (path: string) => {
    const folder = path.endsWith(sep) ? path : path + sep;
    return [...texts.keys()].filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length));
  };
  return {
    ...disk,
    read: (path) => {
      const text = texts.get(path);
      return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
    },
    exists: (path) => texts.has(path) || below(path).length > 0,
    list: (path) => {
      const inner = below(path);
      if (inner.length === 0) return undefined;
      const folders = new Set(inner.flatMap((name) => (name.includes(sep) ? [name.split(sep)[0] ?? ''] : [])));
      return {
        files: inner
          .filter((name) => !name.includes(sep))
          .sort()
          .map((name) => disk.join(path, name)),
        folders: [...folders].sort().map((name) => disk.join(path, name)),
      };
    },
  };
}

/** The same answers for as long as a snapshot lives: what was read once stays read, documents as they were. */
function frozen(host: Host): Host {
  const remember = <K, V>(ask: (key: K) => V) => {
    const known = new Map<K, { readonly value: V }>();
    return (key: K): V => {
      const found = known.get(key) ?? { value: ask(key) };
      known.set(key, found);
      return found.value;
    };
  };
  return {
    ...host,
    read: remember(host.read),
    exists: remember(host.exists),
    standard: remember(host.standard),
    list: remember(host.list),
  };
}

/** Parses a text again only where it changed. */
function rememberParses(): typeof parse {
  const known = new Map<string, ParsedFile>();
  return (text, file) => {
    const before = known.get(file);
    if (before?.text === text) return before;
    const parsed = parse(text, file, before);
    known.set(file, parsed);
    return parsed;
  };
}
