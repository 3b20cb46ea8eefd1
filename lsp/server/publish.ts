import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import type { Connection, Diagnostic } from 'vscode-languageserver/node';
import type { Diagnostic as Found, Lang } from '../../language/diagnostics/diagnostic.ts';
import type { Snapshot } from '../ide/snapshot.ts';
import { carriedOver } from './carry-over.ts';
import type { Programs } from './programs.ts';
import { inSlices } from './slices.ts';
import { tellOnce } from './tell-once.ts';
import { progressWords } from './words.ts';

export interface Publisher {
  /** Once what the client already sent has been read. */
  soon(): void;
  /** After an edit: syntax and types at once, what lies between measures when they are told. */
  afterEdit(): void;
  now(): Promise<void>;
  /**
   * Settled when syntax and types were told for the first time: before, a request would hold up what it asks about. Begins
   * with that where nobody did: a client may ask before it says that it is ready.
   */
  whenReady(): Promise<void>;
  /** All there is to tell now, by URI. */
  found(): ReadonlyMap<string, readonly Diagnostic[]>;
}

interface Options {
  readonly connection: Connection;
  readonly programs: Programs;
  readonly uriOf: (file: string) => string;
  readonly versionOf: (uri: string) => number | undefined;
  readonly lang: () => Lang;
  /** The client asks: it is only told that there is something new to ask for. */
  readonly pull: () => boolean;
  /** Whether the client shows how far the server is. */
  readonly progress: () => boolean;
  /** Called once, when all has been told for the first time. */
  readonly whenIdle: () => void;
  /** Called whenever all there is to tell has been told: a new version of the sources, and nobody types. */
  readonly whenTold: () => void;
  readonly log: (error: unknown) => void;
}

/** Milliseconds between the last keystroke's types and the analysis: somebody who goes on typing wants no overlaps yet. */
const beforeOverlaps = 40;
/** Milliseconds in which a client that has just started names the documents it shows: they come before all others. */
const beforeDocuments = 100;
/** Milliseconds in which the editor, which has just started as well, shows the first that it was told. */
const afterFirst = 150;
/** Programs with fewer files are analysed before anybody could read a progress bar. */
const worthProgress = 40;

/**
 * Sends the diagnostics of all programs, file by file, where they are others than before. In stages: syntax, names and
 * types first, with what was found between measures before the edit moved to where it stands now; then what is found
 * between them now. The next keystroke puts off what has not begun. At the start, the folders of open documents come first.
 */
export function makePublisher(options: Options): Publisher {
  const { connection, programs, uriOf, versionOf, lang, log } = options;
  let timer: NodeJS.Timeout | undefined;
  /** Counts the changes: what was begun for an older one is given up between its stages. */
  let current = 0;
  let isIdle = false;
  /** Whether anything was told: from then on, what is looked at needs no way of its own. */
  let isBegun = false;
  let ready = (): void => undefined;
  const readied = new Promise<void>((resolve) => {
    ready = resolve;
  });
  /** What the client shows, by URI. */
  const shown = new Map<string, readonly Diagnostic[]>();
  /** What was last found between measures, by the file it stands in. */
  const between = carriedOver();
  const told = tellOnce({ uriOf, lang });

  const start = () => {
    clearTimeout(timer);
    const mine = ++current;
    timer = setTimeout(() => {
      inStages(mine).catch((error: unknown) => {
        log(error);
        // Requests fail by themselves.
        ready();
      });
    }, 0);
  };

  async function inStages(mine: number): Promise<void> {
    const isWanted = () => mine === current;
    // Who asks gets everything at once.
    if (!isBegun && !options.pull() && !(await openFirst(isWanted))) return;
    if (!(await inSlices(programs.parsing(), isWanted))) return;
    const snapshots = programs.snapshots();
    await send(byFile(snapshots, (snapshot, file) => [...snapshot.inFile(file).typing, ...between.in(snapshot, file)]));
    isBegun = true;
    ready();
    // Keystrokes that came meanwhile are read first.
    await setImmediate();
    if (!isWanted()) return;
    timer = setTimeout(() => overlaps(mine).catch(log), isIdle ? beforeOverlaps : 0);
  }

  /** At the start: what is wrong in the folders that documents are open from, before the rest of the workspace is read. */
  async function openFirst(isWanted: () => boolean): Promise<boolean> {
    if (!(await inSlices(programs.parsingStandard(), isWanted))) return false;
    if (!programs.isAnyOpen()) await sleep(beforeDocuments);
    if (!isWanted()) return false;
    let opened: readonly Snapshot[] = [];
    function* taking() {
      opened = yield* programs.openFirst();
    }
    if (!(await inSlices(taking(), isWanted))) return false;
    await tell(byFile(opened, (snapshot, file) => snapshot.inFile(file).typing));
    if (opened.length > 0) {
      isBegun = true;
      await sleep(afterFirst);
    }
    if (!isWanted()) return false;
    for (const snapshot of opened) {
      if (!(await inSlices(snapshot.steps(), isWanted))) return false;
      between.keep(snapshot);
      await tell(all([snapshot]));
    }
    return true;
  }

  async function overlaps(mine: number): Promise<void> {
    const snapshots = programs.snapshots();
    const many = !isIdle && options.progress() && snapshots.some(({ files }) => files.length >= worthProgress);
    const progress = many ? await connection.window.createWorkDoneProgress() : undefined;
    if (mine !== current) return;
    progress?.begin(progressWords.analysing[lang()]);
    try {
      for (const snapshot of snapshots) {
        if (!(await inSlices(snapshot.steps(), () => mine === current))) return;
      }
      await send(everything());
    } finally {
      progress?.done();
    }
    if (!isIdle) options.whenIdle();
    isIdle = true;
    options.whenTold();
  }

  function everything(): Map<string, Diagnostic[]> {
    const snapshots = programs.snapshots();
    for (const snapshot of snapshots) between.keep(snapshot);
    return all(snapshots);
  }

  function all(snapshots: readonly Snapshot[]): Map<string, Diagnostic[]> {
    return byFile(snapshots, (snapshot, file) => {
      const { diagnostics, findings } = snapshot.inFile(file);
      return [...diagnostics, ...findings];
    });
  }

  function byFile(
    snapshots: readonly Snapshot[],
    foundIn: (snapshot: Snapshot, file: string) => readonly Found[],
  ): Map<string, Diagnostic[]> {
    const found = new Map<string, Diagnostic[]>();
    for (const snapshot of snapshots) {
      for (const file of filesOf(snapshot)) {
        const uri = uriOf(file);
        const diagnostics = foundIn(snapshot, file).map((d) => told(d, snapshot));
        const known = found.get(uri);
        if (known === undefined) found.set(uri, diagnostics);
        else known.push(...diagnostics);
      }
    }
    return found;
  }

  async function send(found: Map<string, Diagnostic[]>): Promise<void> {
    for (const uri of shown.keys()) if (!found.has(uri)) found.set(uri, []);
    await tell(found);
  }

  /** The same for the files at hand alone. */
  async function tell(found: ReadonlyMap<string, Diagnostic[]>): Promise<void> {
    let changed = false;
    for (const [uri, diagnostics] of found) {
      const version = versionOf(uri);
      const isOpen = version !== undefined;
      const before = shown.get(uri) ?? (isOpen ? undefined : []);
      if (before !== undefined && isShown(before, diagnostics)) continue;
      if (diagnostics.length === 0 && !isOpen) shown.delete(uri);
      else shown.set(uri, diagnostics);
      changed = true;
      if (!options.pull()) await connection.sendDiagnostics({ uri, diagnostics, ...(isOpen && { version }) });
    }
    if (changed && options.pull()) connection.languages.diagnostics.refresh();
  }

  return {
    soon: start,
    afterEdit: start,
    now: async () => {
      clearTimeout(timer);
      current++;
      await send(everything());
      isBegun = true;
      ready();
    },
    whenReady: () => {
      if (current === 0) start();
      return readied;
    },
    found: everything,
  };
}

/** What is the same object was not told anew; what was told anew may say the same. */
function isShown(before: readonly Diagnostic[], now: readonly Diagnostic[]): boolean {
  if (before.length !== now.length) return false;
  return now.every(
    (diagnostic, i) => diagnostic === before[i] || JSON.stringify(diagnostic) === JSON.stringify(before[i]),
  );
}

/** The files of a snapshot, and those that could not be read. */
function filesOf({ files, typing }: Snapshot): readonly string[] {
  return [...new Set([...files, ...typing.map((diagnostic) => diagnostic.file)])];
}
