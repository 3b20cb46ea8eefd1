import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ExecuteCommandParams,
  type Location,
  MessageType,
  ShowDocumentRequest,
  ShowMessageNotification,
} from 'vscode-languageserver/node';
import { comparePolicies, type LensCommand, runExample, tellPays } from '../ide/code-lenses.ts';
import { commands } from './capabilities.ts';
import type { Context, Target } from './context.ts';
import * as convert from './convert.ts';
import { fileOf } from './file-names.ts';

/** What a lens does, as a command of the protocol that this server runs, whatever the editor. */
export function lensCommand(
  does: LensCommand,
  { snapshot }: Target,
  uri: string,
  uriOf: (file: string) => string,
): { readonly command: string; readonly arguments?: unknown[] } {
  switch (does.command) {
    case 'tellPays':
      return { command: commands.tellPays, arguments: [uri, does.measure] };
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
  const showsDocuments = () => client().window?.showDocument?.support === true;
  let pages: string | undefined;
  /** The folder of the texts shown so far: a temporary one, which goes when the server ends. */
  const pagesFolder = (): string => {
    if (pages !== undefined) return pages;
    const folder = mkdtempSync(join(tmpdir(), 'cuoshi-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    pages = folder;
    return folder;
  };
  /** Shows a text in the editor from a file, since the protocol shows nothing else. */
  const showText = async (title: string, text: string): Promise<boolean> => {
    if (!showsDocuments()) return false;
    const name = `${title.replace(/[^\p{L}\p{N} -]/gu, '_').slice(0, 100)}.txt`;
    const file = join(pagesFolder(), name);
    writeFileSync(file, `${text}\n`);
    const params = { uri: pathToFileURL(file).href, takeFocus: true };
    const { success } = await connection.sendRequest(ShowDocumentRequest.type, params);
    return success;
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
          const { message, text } = comparePolicies(snapshot, older, newer, lang());
          const shown = text !== undefined && (await showText(`${older} - ${newer}`, text));
          // Whoever cannot show a document gets the whole in the answer.
          return shown ? { passed: true, message, text } : { ...(await tell(message, text !== undefined)), text };
        }
        case commands.tellPays: {
          const [measure] = others;
          if (snapshot === undefined || typeof first !== 'string' || typeof measure !== 'string') return null;
          const message = tellPays(snapshot, fileOf(first), measure, lang());
          return message === undefined ? null : tell(message);
        }
        case commands.goTo: {
          const places = Array.isArray(first) ? (first as Location[]) : [];
          const [place] = places;
          if (place === undefined) return null;
          if (!showsDocuments()) return places;
          const params = { uri: place.uri, takeFocus: true, selection: place.range };
          return connection.sendRequest(ShowDocumentRequest.type, params);
        }
        default:
          return null;
      }
    }),
  );
}
