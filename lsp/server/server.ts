import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type DocumentSymbolParams,
  type InitializeParams,
  type Position,
  TextDocuments,
  WatchKind,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { settingsName } from '../../compiler/project/settings.ts';
import { version } from '../../compiler/version.ts';
import type { Lang } from '../../language/diagnostics/diagnostic.ts';
import { makeAnswer } from './answer.ts';
import { answerDiagnostics } from './answer-diagnostics.ts';
import { answerEdits } from './answer-edits.ts';
import { answerNames } from './answer-names.ts';
import { answerPages } from './answer-pages.ts';
import { answerRequests } from './answer-requests.ts';
import { answerTests } from './answer-tests.ts';
import { answerTrees } from './answer-trees.ts';
import { answerTrial } from './answer-trial.ts';
import { answerViews } from './answer-views.ts';
import { capabilities } from './capabilities.ts';
import type { Context, Target } from './context.ts';
import type { InitializationOptions } from './custom-requests.ts';
import { fileOf, uriOf } from './file-names.ts';
import { makeOfficialTexts } from './official-texts.ts';
import { makePinyin } from './pinyin.ts';
import { makePrograms } from './programs.ts';
import { makePublisher } from './publish.ts';
import { answerCommands } from './run-commands.ts';
import { inSlices } from './slices.ts';
import { changedNotification } from './test-requests.ts';

/**
 * Answers one client until it closes the connection. Whatever fails, fails alone and is logged. `whenIdle` is called once,
 * when all has been told for the first time.
 */
export function serve(connection: Connection, whenIdle: () => void): void {
  const documents = new TextDocuments(TextDocument);
  const log = (error: unknown) =>
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const programs = makePrograms(log);
  const pinyin = makePinyin();
  const texts = makeOfficialTexts(log);
  let pull = false;
  let tellsChanges = false;
  const publisher = makePublisher({
    connection,
    programs,
    uriOf: clientUri,
    versionOf,
    lang: () => lang,
    pull: () => pull,
    progress: () => client.window?.workDoneProgress === true,
    whenIdle: () => {
      whenIdle();
      // Nobody waits for it now, and the first completion should not either.
      pinyin.load().catch(log);
    },
    whenTold: () => {
      if (tellsChanges) connection.sendNotification(changedNotification).catch(log);
    },
    log,
  });
  let lang: Lang = 'zh';
  let client: ClientCapabilities = {};
  let folders: readonly string[] = [];
  /** Asked for with every diagnostic; as long as no document is opened or closed they stay. */
  const uris = new Map<string, string>();

  /** The URI as the client writes it, where it has the document open; editors compare URIs letter by letter. */
  function clientUri(file: string): string {
    const known =
      uris.get(file) ?? documents.all().find((document) => fileOf(document.uri) === file)?.uri ?? uriOf(file);
    uris.set(file, known);
    return known;
  }
  function versionOf(uri: string): number | undefined {
    return documents.get(uri)?.version;
  }

  connection.onInitialize((params) => {
    client = params.capabilities;
    lang = languageOf(params);
    folders = foldersOf(params);
    programs.setFolders(folders);
    pull = wantsPull(params);
    tellsChanges = (params.initializationOptions as InitializationOptions | null | undefined)?.changes === true;
    texts.setFolder(officialFolder(params.initializationOptions));
    programs.setShown(shownIn(params.initializationOptions));
    return { serverInfo: { name: 'cuoshi', version }, capabilities: capabilities({ pull }) };
  });

  connection.onInitialized(() => {
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      connection.client
        .register(DidChangeWatchedFilesNotification.type, {
          watchers: [
            { globPattern: '**/*.cuoshi' },
            { globPattern: '**/*.source.json' },
            { globPattern: `**/${settingsName}` },
            // Of a folder that goes away, editors tell the folder alone.
            { globPattern: '**/*', kind: WatchKind.Delete },
          ],
        })
        .then(programs.setWatched, log);
    }
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map((folder) => fileOf(folder.uri)));
        folders = [...folders.filter((folder) => !gone.has(folder)), ...added.map((folder) => fileOf(folder.uri))];
        programs.setFolders(folders);
        publisher.soon();
      });
    }
    publisher.soon();
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    const own = (settings as { readonly cuoshi?: unknown } | null | undefined)?.cuoshi;
    if (typeof own === 'object' && own !== null && 'officialTexts' in own) texts.setFolder(officialFolder(own));
  });

  documents.onDidOpen(({ document }) => {
    uris.clear();
    programs.setText(fileOf(document.uri), document.getText());
    publisher.soon();
  });
  documents.onDidChangeContent(({ document }) => {
    programs.setText(fileOf(document.uri), document.getText());
    publisher.afterEdit();
  });
  documents.onDidClose(({ document }) => {
    uris.clear();
    programs.closeText(fileOf(document.uri));
    publisher.soon();
  });
  connection.onDidChangeWatchedFiles(() => {
    programs.refresh();
    publisher.afterEdit();
  });

  let isDown = false;
  connection.onShutdown(() => {
    isDown = true;
  });
  const answer = makeAnswer({
    isDown: () => isDown,
    whenReady: publisher.whenReady,
    versionOf: (params) => {
      const named = params as (Partial<DocumentSymbolParams> & { readonly uri?: unknown }) | null;
      const uri = named?.textDocument?.uri ?? named?.uri;
      return typeof uri === 'string' ? versionOf(uri) : undefined;
    },
    log,
  });
  /** The document as it is now; undefined where it belongs to no program. */
  const target = (params: { readonly textDocument: { readonly uri: string } }): Target | undefined => {
    const file = fileOf(params.textDocument.uri);
    const snapshot = programs.snapshotOf(file);
    const source = snapshot?.source(file);
    return snapshot && source && { snapshot, source, file };
  };
  const offsetOf = ({ source }: Target, { line, character }: Position) =>
    source.lines.offset({ line, column: character });

  const context: Context = {
    connection,
    answer,
    target,
    offsetOf,
    uriOf: clientUri,
    versionOf,
    programs,
    pinyin,
    log,
    lang: () => lang,
    client: () => client,
    official: ({ snapshot }, policy, clause) => {
      const checked = snapshot.checked.policies.find(({ symbol }) => symbol.name === policy);
      const hash = checked && snapshot.document(checked)?.coverage?.manifest.hash;
      return hash === undefined ? undefined : texts.wordsOf(hash, clause);
    },
  };
  answerNames(context);
  answerViews(context);
  answerEdits(context);
  answerDiagnostics(context, publisher);
  answerCommands(context);
  answerPages(context);
  answerTests(context);
  answerTrial(context);
  answerTrees(context);
  answerRequests(connection, { answer, programs, publish: publisher.now, uriOf: clientUri, lang: () => lang });

  documents.listen(connection);
  connection.listen();
  // A client that starts the server first of all is still getting ready itself.
  setImmediate(() => {
    inSlices(programs.parsingStandard(), () => true).catch(log);
  });
}

/** As the client asks; else Chinese, unless its locale is English. */
function languageOf({ locale, initializationOptions }: InitializeParams): Lang {
  const asked = (initializationOptions as InitializationOptions | null | undefined)?.lang;
  if (asked === 'zh' || asked === 'en') return asked;
  return /^en\b/i.test(locale ?? '') ? 'en' : 'zh';
}

/** As clients name them now, or did before there could be several. */
function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map((folder) => fileOf(folder.uri));
  if (rootUri) return [fileOf(rootUri)];
  return rootPath ? [rootPath] : [];
}

/** A client that asks for diagnostics gets them sent all the same, unless it cannot show such or says so: shown twice they would only confuse. */
function wantsPull({ capabilities, initializationOptions }: InitializeParams): boolean {
  const asked = (initializationOptions as InitializationOptions | null | undefined)?.diagnostics;
  if (asked !== undefined) return asked === 'pull';
  const { diagnostic, publishDiagnostics } = capabilities.textDocument ?? {};
  return diagnostic !== undefined && publishDiagnostics === undefined;
}

/** The documents that the client is about to open. */
function shownIn(settings: unknown): string[] {
  const named = (settings as InitializationOptions | null | undefined)?.shown;
  return Array.isArray(named) ? named.filter((uri) => typeof uri === 'string').map(fileOf) : [];
}

/** The folder of official texts that the settings name; empty is none. */
function officialFolder(settings: unknown): string | undefined {
  const named = (settings as InitializationOptions | null | undefined)?.officialTexts;
  return typeof named === 'string' && named.trim() !== '' ? named.trim() : undefined;
}
