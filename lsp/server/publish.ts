import type { Connection, Diagnostic } from 'vscode-languageserver/node';
import type { Lang } from '../../language/diagnostics/diagnostic.ts';
import { LineIndex } from '../../language/source/line-index.ts';
import { problemsIn } from '../ide/diagnostics.ts';
import type { Snapshot } from '../ide/snapshot.ts';
import { toDiagnostic } from './convert.ts';
import type { Programs } from './programs.ts';

export interface Publisher {
  /** Once what the client already sent has been read. */
  soon(): void;
  /** Once the user has stopped typing. */
  afterPause(): void;
  now(): Promise<void>;
}

interface Options {
  readonly connection: Connection;
  readonly programs: Programs;
  readonly uriOf: (file: string) => string;
  readonly versionOf: (uri: string) => number | undefined;
  readonly lang: () => Lang;
  readonly log: (error: unknown) => void;
}

/** Milliseconds without a change after which diagnostics are worth finding out. */
const pause = 120;

/** Sends the diagnostics of all programs, file by file, where they are others than before. */
export function makePublisher({ connection, programs, uriOf, versionOf, lang, log }: Options): Publisher {
  let timer: NodeJS.Timeout | undefined;
  /** What the client shows, by URI. */
  const shown = new Map<string, string>();

  const after = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => publish().catch(log), milliseconds);
  };

  async function publish(): Promise<void> {
    clearTimeout(timer);
    const found = new Map<string, Diagnostic[]>();
    for (const snapshot of programs.snapshots()) {
      for (const file of filesOf(snapshot)) {
        const lines = snapshot.source(file)?.lines ?? new LineIndex('');
        const problems = problemsIn(snapshot, file, lang());
        const uri = uriOf(file);
        found.set(uri, [...(found.get(uri) ?? []), ...problems.map((p) => toDiagnostic(p, lines, snapshot, uriOf))]);
      }
    }
    for (const uri of shown.keys()) if (!found.has(uri)) found.set(uri, []);
    for (const [uri, diagnostics] of found) {
      const version = versionOf(uri);
      const text = JSON.stringify(diagnostics);
      const isOpen = version !== undefined;
      if ((shown.get(uri) ?? (isOpen ? undefined : '[]')) === text) continue;
      shown.set(uri, text);
      await connection.sendDiagnostics({ uri, diagnostics, ...(isOpen && { version }) });
    }
  }

  return { soon: () => after(0), afterPause: () => after(pause), now: publish };
}

/** The files of a snapshot, and those that could not be read. */
function filesOf({ files, diagnostics }: Snapshot): readonly string[] {
  return [...new Set([...files, ...diagnostics.map((diagnostic) => diagnostic.file)])];
}
