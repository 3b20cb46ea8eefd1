import {
  type CodeLensParams,
  type CompletionParams,
  type DocumentLinkParams,
  type FoldingRangeParams,
  type HoverParams,
  InlayHintKind,
  type InlayHintParams,
  MarkupKind,
  type SelectionRange,
  type SelectionRangeParams,
  type SignatureHelpParams,
} from 'vscode-languageserver/node';
import { documentLinks } from '../ide/clauses.ts';
import { codeLenses } from '../ide/code-lenses.ts';
import { complete } from '../ide/completion/complete.ts';
import { folds } from '../ide/folding.ts';
import { hover } from '../ide/hover.ts';
import { inlayHints } from '../ide/inlay-hints.ts';
import { withoutMarkdown } from '../ide/markdown.ts';
import { selections } from '../ide/selection.ts';
import { signature } from '../ide/signature.ts';
import { answerTokens } from './answer-tokens.ts';
import type { Context } from './context.ts';
import * as convert from './convert.ts';
import { lensCommand } from './run-commands.ts';

/** What is shown of a document beside its text. */
export function answerViews(context: Context): void {
  const { connection, answer, target, offsetOf, uriOf, lang, client, pinyin, official } = context;
  connection.onHover(
    answer((params: HoverParams) => {
      const at = target(params);
      const found =
        at &&
        hover(at.snapshot, at.file, offsetOf(at, params.position), lang(), (policy, clause) =>
          official(at, policy, clause),
        );
      if (at === undefined || found === undefined) return null;
      const markdown = client().textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false;
      const contents = markdown
        ? { kind: MarkupKind.Markdown, value: found.markdown }
        : { kind: MarkupKind.PlainText, value: withoutMarkdown(found.markdown) };
      return { contents, range: convert.toRange(at.source.lines, found.span) };
    }),
  );

  connection.onCompletion(
    answer(async (params: CompletionParams) => {
      await pinyin.load();
      const at = target(params);
      if (at === undefined) return [];
      const snippets = client().textDocument?.completion?.completionItem?.snippetSupport ?? false;
      const typed = params.context?.triggerCharacter;
      return complete(at.snapshot, at.file, offsetOf(at, params.position), lang(), typed).map((completion) =>
        convert.toCompletionItem(completion, at.source.lines, snippets, pinyin.initials),
      );
    }),
  );

  connection.onFoldingRanges(
    answer((params: FoldingRangeParams) => {
      const at = target(params);
      return at === undefined ? null : folds(at.snapshot, at.file).map(convert.toFoldingRange);
    }),
  );

  connection.onSignatureHelp(
    answer((params: SignatureHelpParams) => {
      const at = target(params);
      const found = at && signature(at.snapshot, at.file, offsetOf(at, params.position), lang());
      if (found === undefined) return null;
      let from = 0;
      const parameters = found.parts.map((part) => {
        const start = found.label.indexOf(part, from);
        from = start + part.length;
        return { label: [start, from] as [number, number] };
      });
      const active = found.active ?? null;
      return {
        signatures: [
          {
            label: found.label,
            ...(found.help !== undefined && { documentation: found.help }),
            parameters,
            ...(active !== null && { activeParameter: active }),
          },
        ],
        activeSignature: 0,
        ...(active !== null && { activeParameter: active }),
      };
    }),
  );

  connection.onSelectionRanges(
    answer((params: SelectionRangeParams) => {
      const at = target(params);
      if (at === undefined) return null;
      return params.positions.map((position): SelectionRange => {
        const spans = selections(at.snapshot, at.file, offsetOf(at, position));
        const outermost = spans.toReversed().reduce<SelectionRange | undefined>(
          (parent, span) => ({
            range: convert.toRange(at.source.lines, span),
            ...(parent !== undefined && { parent }),
          }),
          undefined,
        );
        return outermost ?? { range: { start: position, end: position } };
      });
    }),
  );

  connection.languages.inlayHint.on(
    answer((params: InlayHintParams) => {
      const at = target(params);
      if (at === undefined) return null;
      const span = { start: offsetOf(at, params.range.start), end: offsetOf(at, params.range.end) };
      return inlayHints(at.snapshot, at.file, span, lang()).map(({ offset, text, help }) => ({
        position: convert.toRange(at.source.lines, { start: offset, end: offset }).start,
        label: text,
        kind: InlayHintKind.Type,
        paddingLeft: true,
        ...(help !== undefined && { tooltip: help }),
      }));
    }),
  );

  connection.onDocumentLinks(
    answer((params: DocumentLinkParams) => {
      const at = target(params);
      if (at === undefined) return null;
      return documentLinks(at.snapshot, at.file).map(({ span, to, line }) => ({
        range: convert.toRange(at.source.lines, span),
        target: line === undefined ? uriOf(to) : `${uriOf(to)}#L${line + 1}`,
      }));
    }),
  );

  connection.onCodeLens(
    answer((params: CodeLensParams) => {
      const at = target(params);
      if (at === undefined) return null;
      return codeLenses(at.snapshot, at.file, lang()).map(({ span, title, does }) => ({
        range: convert.toRange(at.source.lines, span),
        command: { title, ...lensCommand(does, at, params.textDocument.uri, uriOf) },
      }));
    }),
  );

  answerTokens(context);
}
