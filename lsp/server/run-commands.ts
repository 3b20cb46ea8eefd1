import {
  type ExecuteCommandParams,
  type Location,
  MessageType,
  ShowDocumentRequest,
  ShowMessageNotification,
} from 'vscode-languageserver/node';
import { compareInShort, type LensCommand, runExample } from '../ide/code-lenses.ts';
import { commands } from './capabilities.ts';
import type { Context, Target } from './context.ts';
import * as convert from './convert.ts';
import { fileOf } from './file-names.ts';

/** What a lens does, as a command of the protocol; one that only tells has an empty name. */
export function lensCommand(
  does: LensCommand,
  { snapshot }: Target,
  uri: string,
  uriOf: (file: string) => string,
): { readonly command: string; readonly arguments?: unknown[] } {
  switch (does.command) {
    case 'show':
      return { command: '' };
    case 'runExample':
      return { command: commands.runExample, arguments: [uri, does.policy, does.index] };
    case 'goTo':
      return {
        command: commands.goTo,
        arguments: [does.places.map((place) => convert.toLocation(place, snapshot, uriOf))],
      };
    case 'compare':
      return { command: commands.compareVersions, arguments: [uri, does.older, does.newer] };
    default:
      return does satisfies never;
  }
}

/** Runs what a lens asks for, tells the outcome in a message and gives it back. */
export function answerCommands({ connection, answer, programs, lang, client }: Context): void {
  const tell = async (message: string, passed = true) => {
    const type = passed ? MessageType.Info : MessageType.Warning;
    await connection.sendNotification(ShowMessageNotification.type, { type, message });
    return { passed, message };
  };
  connection.onExecuteCommand(
    answer(async ({ command, arguments: given = [] }: ExecuteCommandParams) => {
      const [first, ...others] = given as unknown[];
      const snapshot = typeof first === 'string' ? programs.snapshotOf(fileOf(first)) : undefined;
      switch (command) {
        case commands.runExample: {
          const [policy, index] = others;
          if (snapshot === undefined || typeof policy !== 'string' || typeof index !== 'number') return null;
          const today = new Date().toISOString().slice(0, 10);
          const { message, passed } = runExample(snapshot, policy, index, { today, lang: lang() });
          return tell(message, passed);
        }
        case commands.compareVersions: {
          const [older, newer] = others;
          if (snapshot === undefined || typeof older !== 'string' || typeof newer !== 'string') return null;
          return tell(compareInShort(snapshot, older, newer, lang()));
        }
        case commands.goTo: {
          const [place] = Array.isArray(first) ? (first as Location[]) : [];
          if (place === undefined || client().window?.showDocument?.support !== true) return null;
          const params = { uri: place.uri, takeFocus: true, selection: place.range };
          return connection.sendRequest(ShowDocumentRequest.type, params);
        }
        default:
          return null;
      }
    }),
  );
}
