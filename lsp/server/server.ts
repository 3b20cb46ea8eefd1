import {
  type ClientCapabilities,
  CodeActionKind,
  type CodeActionParams,
  type CompletionParams,
  type Connection,
  type DefinitionParams,
  DidChangeWatchedFilesNotification,
  type DocumentFormattingParams,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type DocumentSymbolParams,
  type FoldingRangeParams,
  type HoverParams,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  MarkupKind,
  type Position,
  type PrepareRenameParams,
  type ReferenceParams,
  type RenameParams,
  ResponseError,
  type SemanticTokensParams,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../compiler/version.ts';
import type { Lang } from '../../language/diagnostics/diagnostic.ts';
import { tokenModifiers, tokenTypes } from '../../language/highlight/legend.ts';
import { codeActions } from '../ide/code-actions.ts';
import { complete } from '../ide/completion/complete.ts';
import { documentSymbols } from '../ide/document-symbols.ts';
import { folds } from '../ide/folding.ts';
import { format } from '../ide/format.ts';
import { hover } from '../ide/hover.ts';
import { withoutMarkdown } from '../ide/markdown.ts';
import { definitions, highlights, references } from '../ide/places.ts';
import { isRefusal, prepareRename, type Refusal, rename } from '../ide/rename.ts';
import { semanticTokens } from '../ide/semantic-tokens.ts';
import type { Snapshot, Source } from '../ide/snapshot.ts';
import { makeAnswer } from './answer.ts';
import { answerRequests } from './answer-requests.ts';
import * as convert from './convert.ts';
import type { Announced, InitializationOptions } from './custom-requests.ts';
import { fileOf, uriOf } from './file-names.ts';
import { makePrograms } from './programs.ts';
import { makePublisher } from './publish.ts';

/** Where a request points: a document of the current snapshot. */
interface Target {
  readonly snapshot: Snapshot;
  readonly source: Source;
  readonly file: string;
}

/** Answers one client until it closes the connection. Whatever fails, fails alone and is logged. */
export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const log = (error: unknown) =>
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const programs = makePrograms(log);
  const publisher = makePublisher({ connection, programs, uriOf: clientUri, versionOf, lang: () => lang, log });
  let lang: Lang = 'zh';
  let client: ClientCapabilities = {};
  let folders: readonly string[] = [];

  /** The URI as the client writes it, where it has the document open; editors compare URIs letter by letter. */
  function clientUri(file: string): string {
    return documents.all().find((document) => fileOf(document.uri) === file)?.uri ?? uriOf(file);
  }
  function versionOf(uri: string): number | undefined {
    return documents.get(uri)?.version;
  }

  connection.onInitialize((params) => {
    client = params.capabilities;
    lang = languageOf(params);
    folders = foldersOf(params);
    programs.setFolders(folders);
    return { serverInfo: { name: 'cuoshi', version }, capabilities: capabilities() };
  });

  connection.onInitialized(() => {
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*.cuoshi' }] })
        .catch(log);
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

  documents.onDidOpen(({ document }) => {
    programs.setText(fileOf(document.uri), document.getText());
    publisher.soon();
  });
  documents.onDidChangeContent(({ document }) => {
    programs.setText(fileOf(document.uri), document.getText());
    publisher.afterPause();
  });
  documents.onDidClose(({ document }) => {
    programs.closeText(fileOf(document.uri));
    publisher.soon();
  });
  connection.onDidChangeWatchedFiles(() => {
    programs.refresh();
    publisher.afterPause();
  });

  const answer = makeAnswer({
    versionOf: (params) => versionOf((params as Partial<DocumentSymbolParams> | null)?.textDocument?.uri ?? ''),
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

  connection.onHover(
    answer((params: HoverParams) => {
      const at = target(params);
      const found = at && hover(at.snapshot, at.file, offsetOf(at, params.position), lang);
      if (at === undefined || found === undefined) return null;
      const markdown = client.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false;
      const contents = markdown
        ? { kind: MarkupKind.Markdown, value: found.markdown }
        : { kind: MarkupKind.PlainText, value: withoutMarkdown(found.markdown) };
      return { contents, range: convert.toRange(at.source.lines, found.span) };
    }),
  );

  connection.onCompletion(
    answer((params: CompletionParams) => {
      const at = target(params);
      if (at === undefined) return [];
      const snippets = client.textDocument?.completion?.completionItem?.snippetSupport ?? false;
      const typed = params.context?.triggerCharacter;
      return complete(at.snapshot, at.file, offsetOf(at, params.position), lang, typed).map((completion) =>
        convert.toCompletionItem(completion, at.source.lines, snippets),
      );
    }),
  );

  connection.onDefinition(
    answer((params: DefinitionParams) => {
      const at = target(params);
      if (at === undefined) return null;
      return definitions(at.snapshot, at.file, offsetOf(at, params.position)).map((place) =>
        convert.toLocation(place, at.snapshot, clientUri),
      );
    }),
  );

  connection.onReferences(
    answer((params: ReferenceParams) => {
      const at = target(params);
      if (at === undefined) return null;
      const options = { declarations: params.context.includeDeclaration };
      return references(at.snapshot, at.file, offsetOf(at, params.position), options).map((place) =>
        convert.toLocation(place, at.snapshot, clientUri),
      );
    }),
  );

  connection.onDocumentHighlight(
    answer((params: DocumentHighlightParams) => {
      const at = target(params);
      if (at === undefined) return null;
      return highlights(at.snapshot, at.file, offsetOf(at, params.position)).map(({ span, declares }) => ({
        range: convert.toRange(at.source.lines, span),
        kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    }),
  );

  connection.onPrepareRename(
    answer((params: PrepareRenameParams) => {
      const at = target(params);
      if (at === undefined) return null;
      const found = prepareRename(at.snapshot, at.file, offsetOf(at, params.position));
      if (isRefusal(found)) throw refused(found);
      return { range: convert.toRange(at.source.lines, found.span), placeholder: found.text };
    }),
  );

  connection.onRenameRequest(
    answer((params: RenameParams) => {
      const at = target(params);
      if (at === undefined) return null;
      const edits = rename(at.snapshot, at.file, offsetOf(at, params.position), params.newName);
      if (isRefusal(edits)) throw refused(edits);
      const changes = [...edits].map(([file, some]) => {
        const uri = clientUri(file);
        const lines = at.snapshot.source(file)!.lines;
        return { uri, version: versionOf(uri) ?? null, edits: some.map((edit) => convert.toEdit(lines, edit)) };
      });
      return workspaceEdit(changes);
    }),
  );

  connection.onDocumentSymbol(
    answer((params: DocumentSymbolParams) => {
      const at = target(params);
      if (at === undefined) return null;
      return documentSymbols(at.snapshot, at.file, lang).map((item) => convert.toDocumentSymbol(item, at.source.lines));
    }),
  );

  connection.onDocumentFormatting(
    answer(async (params: DocumentFormattingParams) => {
      const at = target(params);
      if (at === undefined) return null;
      const edits = await format(at.snapshot, at.file);
      return edits.map((edit) => convert.toEdit(at.source.lines, edit));
    }),
  );

  connection.onCodeAction(
    answer((params: CodeActionParams) => {
      const at = target(params);
      if (at === undefined) return null;
      const { only } = params.context;
      if (only !== undefined && !only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
      const span = { start: offsetOf(at, params.range.start), end: offsetOf(at, params.range.end) };
      const uri = params.textDocument.uri;
      return codeActions(at.snapshot, at.file, span, lang).map(({ title, diagnostic, edits, preferred }) => {
        const range = convert.toRange(at.source.lines, diagnostic.span);
        const shown = params.context.diagnostics.filter(
          (d) => d.code === diagnostic.code && JSON.stringify(d.range) === JSON.stringify(range),
        );
        const changes = edits.map((edit) => convert.toEdit(at.source.lines, edit));
        return {
          title,
          kind: CodeActionKind.QuickFix,
          diagnostics: shown,
          isPreferred: preferred,
          edit: workspaceEdit([{ uri, version: versionOf(uri) ?? null, edits: changes }]),
        };
      });
    }),
  );

  connection.onFoldingRanges(
    answer((params: FoldingRangeParams) => {
      const at = target(params);
      return at === undefined ? null : folds(at.snapshot, at.file).map(convert.toFoldingRange);
    }),
  );

  connection.languages.semanticTokens.on(
    answer((params: SemanticTokensParams) => {
      const at = target(params);
      if (at === undefined) return { data: [] };
      return convert.toSemanticTokens(semanticTokens(at.snapshot, at.file), at.source.lines);
    }),
  );

  answerRequests(connection, { answer, programs, publish: publisher.now, uriOf: clientUri, lang: () => lang });

  /** Edits with the versions they are meant for, where the client can tell when they no longer fit. */
  function workspaceEdit(
    changes: readonly {
      readonly uri: string;
      readonly version: number | null;
      readonly edits: ReturnType<typeof convert.toEdit>[];
    }[],
  ) {
    if (client.workspace?.workspaceEdit?.documentChanges) {
      return {
        documentChanges: changes.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })),
      };
    }
    return { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, edits])) };
  }

  function refused({ refused }: Refusal): ResponseError<void> {
    return new ResponseError(LSPErrorCodes.RequestFailed, refused[lang]);
  }

  documents.listen(connection);
  connection.listen();
}

const announced: Announced = { check: true, trial: true, diff: true };

function capabilities(): InitializeResult['capabilities'] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: [' ', ':', '：', ',', '，', '、', '.', '/', '／', '{'] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    renameProvider: { prepareProvider: true },
    documentFormattingProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    foldingRangeProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: true,
    },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    experimental: { cuoshi: announced },
  };
}

/** As the client asks; else Chinese, unless its locale is English. */
function languageOf({ locale, initializationOptions }: InitializeParams): Lang {
  const asked = (initializationOptions as InitializationOptions | null | undefined)?.lang;
  if (asked === 'zh' || asked === 'en') return asked;
  return /^en\b/i.test(locale ?? '') ? 'en' : 'zh';
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map((folder) => fileOf(folder.uri));
  return rootUri ? [fileOf(rootUri)] : [];
}
