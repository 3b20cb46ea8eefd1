import type { ClientCapabilities, Connection, Position } from 'vscode-languageserver/node';
import type { Lang } from '../../language/diagnostics/diagnostic.ts';
import type { Snapshot, Source } from '../ide/snapshot.ts';
import type { Answer } from './answer.ts';
import type { Pinyin } from './pinyin.ts';
import type { Programs } from './programs.ts';

/** Where a request points: a document of the current snapshot. */
export interface Target {
  readonly snapshot: Snapshot;
  readonly source: Source;
  readonly file: string;
}

/** What requests are answered with. */
export interface Context {
  readonly connection: Connection;
  readonly answer: Answer;
  readonly programs: Programs;
  readonly pinyin: Pinyin;
  readonly log: (error: unknown) => void;
  readonly lang: () => Lang;
  readonly client: () => ClientCapabilities;
  /** The document as it is now; undefined where it belongs to no program. */
  target(params: { readonly textDocument: { readonly uri: string } }): Target | undefined;
  offsetOf(target: Target, position: Position): number;
  uriOf(file: string): string;
  versionOf(uri: string): number | undefined;
  /** The words of a clause, where the official text of the policy is on this machine. */
  official(target: Target, policy: string, clause: string): string | undefined;
}
