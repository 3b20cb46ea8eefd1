import { CodeActionKind, type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { tokenModifiers, tokenTypes } from '../../language/highlight/legend.ts';
import type { Announced } from './custom-requests.ts';

const announced: Announced = { check: true, trial: true, diff: true, prose: true, tests: true, trees: true };

/** All problems of one kind at once, as editors do on saving. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.cuoshi`;

/** What a client may ask the server to do by name: what lenses do. */
export const commands = {
  runExample: 'cuoshi.runExample',
  goTo: 'cuoshi.goTo',
  compareVersions: 'cuoshi.compareVersions',
  tellPays: 'cuoshi.tellPays',
} as const;

/** What the server announces. `pull`: the client asks for diagnostics and does not want them sent. */
export function capabilities(options: { readonly pull: boolean }): InitializeResult['capabilities'] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: [' ', ':', '：', ',', '，', '、', '.', '/', '／', '{', '“', '"'] },
    signatureHelpProvider: { triggerCharacters: [' ', ':', '：', ',', '，'], retriggerCharacters: [' ', '、'] },
    definitionProvider: true,
    implementationProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    renameProvider: { prepareProvider: true },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['｝'] },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    codeLensProvider: { resolveProvider: false },
    documentLinkProvider: { resolveProvider: false },
    inlayHintProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
    executeCommandProvider: { commands: Object.values(commands) },
    ...(options.pull && {
      diagnosticProvider: { identifier: 'cuoshi', interFileDependencies: true, workspaceDiagnostics: true },
    }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    experimental: { cuoshi: announced },
  };
}
