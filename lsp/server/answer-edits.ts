import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type DocumentFormattingParams,
  type DocumentOnTypeFormattingParams,
  type DocumentRangeFormattingParams,
  LSPErrorCodes,
  type PrepareRenameParams,
  type RenameParams,
  ResponseError,
} from 'vscode-languageserver/node';
import type { TextEdit } from '../../language/diagnostics/diagnostic.ts';
import { codeActions, fixAll, tidyActions } from '../ide/code-actions.ts';
import { format, formatClosed, formatRange } from '../ide/format.ts';
import { isRefusal, prepareRename, type Refusal, rename } from '../ide/rename.ts';
import { tidied } from '../ide/tidy-fix.ts';
import { fixAllKind } from './capabilities.ts';
import type { Context } from './context.ts';
import * as convert from './convert.ts';

/** What changes the text: renaming, formatting, fixes. */
export function answerEdits({ connection, answer, target, offsetOf, uriOf, versionOf, lang, client }: Context): void {
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
        const uri = uriOf(file);
        const lines = at.snapshot.source(file)!.lines;
        return { uri, version: versionOf(uri) ?? null, edits: some.map((edit) => convert.toEdit(lines, edit)) };
      });
      return workspaceEdit(changes);
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

  connection.onDocumentRangeFormatting(
    answer(async (params: DocumentRangeFormattingParams) => {
      const at = target(params);
      if (at === undefined) return null;
      const span = { start: offsetOf(at, params.range.start), end: offsetOf(at, params.range.end) };
      const edits = await formatRange(at.snapshot, at.file, span);
      return edits.map((edit) => convert.toEdit(at.source.lines, edit));
    }),
  );

  connection.onDocumentOnTypeFormatting(
    answer(async (params: DocumentOnTypeFormattingParams) => {
      const at = target(params);
      if (at === undefined) return null;
      const edits = await formatClosed(at.snapshot, at.file, offsetOf(at, params.position));
      return edits.map((edit) => convert.toEdit(at.source.lines, edit));
    }),
  );

  connection.onCodeAction(
    answer(async (params: CodeActionParams) => {
      const at = target(params);
      if (at === undefined) return null;
      const { only } = params.context;
      const wants = (kind: CodeActionKind) =>
        only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
      const span = { start: offsetOf(at, params.range.start), end: offsetOf(at, params.range.end) };
      const uri = params.textDocument.uri;
      const edit = (edits: readonly TextEdit[], file?: string) => {
        const of = file === undefined ? uri : uriOf(file);
        const { lines } = (file === undefined ? undefined : at.snapshot.source(file)) ?? at.source;
        return workspaceEdit([
          { uri: of, version: versionOf(of) ?? null, edits: edits.map((one) => convert.toEdit(lines, one)) },
        ]);
      };
      const actions: CodeAction[] = [];
      const fixes = wants(CodeActionKind.QuickFix) ? codeActions(at.snapshot, at.file, span, lang()) : [];
      for (const { title, diagnostic, file, edits, preferred } of await tidyActions(fixes, at.snapshot, at.file)) {
        const range = JSON.stringify(convert.toRange(at.source.lines, diagnostic.span));
        const shown = params.context.diagnostics.filter(
          (d) => d.code === diagnostic.code && JSON.stringify(d.range) === range,
        );
        const kind = CodeActionKind.QuickFix;
        actions.push({ title, kind, diagnostics: shown, isPreferred: preferred, edit: edit(edits, file) });
      }
      const all = wants(fixAllKind) ? fixAll(at.snapshot, at.file, lang()) : undefined;
      if (all !== undefined) {
        actions.push({ title: all.title, kind: fixAllKind, edit: edit(await tidied(at.source, all.edits)) });
      }
      return actions;
    }),
  );

  /** Edits with the versions they are meant for, where the client can tell when they no longer fit. */
  function workspaceEdit(
    changes: readonly {
      readonly uri: string;
      readonly version: number | null;
      readonly edits: ReturnType<typeof convert.toEdit>[];
    }[],
  ) {
    if (client().workspace?.workspaceEdit?.documentChanges) {
      return {
        documentChanges: changes.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })),
      };
    }
    return { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, edits])) };
  }

  function refused({ refused }: Refusal): ResponseError<void> {
    return new ResponseError(LSPErrorCodes.RequestFailed, refused[lang()]);
  }
}
