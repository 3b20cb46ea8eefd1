import { createHash } from 'node:crypto';
import {
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import type { Context } from './context.ts';
import { fileOf } from './file-names.ts';
import type { Publisher } from './publish.ts';

/** Diagnostics for clients that ask for them: of a document, or of all files; what a client has already is not sent again. */
export function answerDiagnostics({ connection, answer, versionOf, uriOf }: Context, publisher: Publisher): void {
  const idOf = (items: readonly Diagnostic[]) =>
    createHash('sha256').update(JSON.stringify(items)).digest('base64').slice(0, 16);

  connection.languages.diagnostics.on(
    answer((params: DocumentDiagnosticParams): DocumentDiagnosticReport => {
      const file = fileOf(params.textDocument.uri);
      const items = [...(publisher.found().get(uriOf(file)) ?? [])];
      const resultId = idOf(items);
      return resultId === params.previousResultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    }),
  );

  connection.languages.diagnostics.onWorkspace(
    answer((params: WorkspaceDiagnosticParams): WorkspaceDiagnosticReport => {
      const before = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value] as const));
      const found = publisher.found();
      // What a client was told of and is gone has no problems any more.
      const all = [...new Set([...found.keys(), ...before.keys()])];
      return {
        items: all.map((uri) => {
          const items = [...(found.get(uri) ?? [])];
          const resultId = idOf(items);
          const version = versionOf(uri) ?? null;
          return before.get(uri) === resultId
            ? { uri, version, kind: DocumentDiagnosticReportKind.Unchanged, resultId }
            : { uri, version, kind: DocumentDiagnosticReportKind.Full, resultId, items };
        }),
      };
    }),
  );
}
