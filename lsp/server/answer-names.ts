import {
  type DefinitionParams,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type DocumentSymbolParams,
  type ImplementationParams,
  type ReferenceParams,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver/node';
import { documentSymbols } from '../ide/document-symbols.ts';
import { implementations } from '../ide/implementations.ts';
import { definitions, highlights, references } from '../ide/places.ts';
import { workspaceSymbols } from '../ide/workspace-symbols.ts';
import type { Context } from './context.ts';
import * as convert from './convert.ts';

/** Where names are declared, used and put to work. */
export function answerNames({
  connection,
  answer,
  target,
  offsetOf,
  uriOf,
  lang,
  programs,
  pinyin,
  client,
}: Context): void {
  connection.onDefinition(
    answer((params: DefinitionParams) => {
      const at = target(params);
      if (at === undefined) return null;
      return definitions(at.snapshot, at.file, offsetOf(at, params.position)).map((place) =>
        convert.toLocation(place, at.snapshot, uriOf),
      );
    }),
  );

  connection.onReferences(
    answer((params: ReferenceParams) => {
      const at = target(params);
      if (at === undefined) return null;
      const options = { declarations: params.context.includeDeclaration };
      return references(at.snapshot, at.file, offsetOf(at, params.position), options).map((place) =>
        convert.toLocation(place, at.snapshot, uriOf),
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

  connection.onDocumentSymbol(
    answer((params: DocumentSymbolParams) => {
      const at = target(params);
      if (at === undefined) return null;
      const items = documentSymbols(at.snapshot, at.file, lang());
      if (client().textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true) {
        return items.map((item) => convert.toDocumentSymbol(item, at.source.lines));
      }
      const uri = params.textDocument.uri;
      return items.flatMap((item) => convert.toSymbolInformation(item, uri, at.source.lines));
    }),
  );

  connection.onImplementation(
    answer((params: ImplementationParams) => {
      const at = target(params);
      if (at === undefined) return null;
      return implementations(at.snapshot, at.file, offsetOf(at, params.position)).map((place) =>
        convert.toLocation(place, at.snapshot, uriOf),
      );
    }),
  );

  connection.onWorkspaceSymbol(
    answer(async ({ query }: WorkspaceSymbolParams) => {
      await pinyin.load();
      return programs.snapshots().flatMap((snapshot) =>
        workspaceSymbols(snapshot, query, lang(), pinyin.initials).map((symbol) => ({
          name: symbol.name,
          kind: convert.symbolKinds[symbol.kind],
          location: convert.toLocation(symbol, snapshot, uriOf),
          ...(symbol.within !== undefined && { containerName: symbol.within }),
        })),
      );
    }),
  );
}
