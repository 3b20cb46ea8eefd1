import {
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  InsertTextFormat,
  type TextEdit as ProtocolEdit,
  type Location as ProtocolLocation,
  type Range,
  type SemanticTokensBuilder,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver/node';
import type { Location, Severity, TextEdit } from '../../language/diagnostics/diagnostic.ts';
import { modifierBits, typeIndex } from '../../language/highlight/legend.ts';
import type { LineIndex } from '../../language/source/line-index.ts';
import type { Span } from '../../language/source/span.ts';
import type { Completion, CompletionKind } from '../ide/completion/complete.ts';
import type { Problem, Tag } from '../ide/diagnostics.ts';
import type { OutlineItem, OutlineKind } from '../ide/document-symbols.ts';
import type { Fold } from '../ide/folding.ts';
import type { SemanticToken } from '../ide/semantic-tokens.ts';
import type { Snapshot } from '../ide/snapshot.ts';

/** What the ide says, in the words of the protocol. Nothing here decides anything. */

export function toRange(lines: LineIndex, span: Span): Range {
  const at = (offset: number) => {
    const { line, column } = lines.position(offset);
    return { line, character: column };
  };
  return { start: at(span.start), end: at(span.end) };
}

export function toLocation(place: Location, snapshot: Snapshot, uriOf: (file: string) => string): ProtocolLocation {
  const source = snapshot.source(place.file);
  const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return { uri: uriOf(place.file), range: source === undefined ? nowhere : toRange(source.lines, place.span) };
}

export function toEdit(lines: LineIndex, { span, text }: TextEdit): ProtocolEdit {
  return { range: toRange(lines, span), newText: text };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
const tags: Readonly<Record<Tag, DiagnosticTag>> = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
};

export function toDiagnostic(
  problem: Problem,
  lines: LineIndex,
  snapshot: Snapshot,
  uriOf: (file: string) => string,
  page: string | undefined,
): Diagnostic {
  return {
    range: toRange(lines, problem.span),
    severity: severities[problem.severity],
    code: problem.code,
    ...(page !== undefined && { codeDescription: { href: `${page}#${problem.anchor}` } }),
    source: 'cuoshi',
    message: problem.message,
    ...(problem.related.length > 0 && {
      relatedInformation: problem.related.map((related) => ({
        location: toLocation(related, snapshot, uriOf),
        message: related.message,
      })),
    }),
    ...(problem.tags.length > 0 && { tags: problem.tags.map((tag) => tags[tag]) }),
  };
}

const completionKinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  agency: CompletionItemKind.Interface,
  party: CompletionItemKind.Class,
  enum: CompletionItemKind.Enum,
  record: CompletionItemKind.Struct,
  unit: CompletionItemKind.Unit,
  matter: CompletionItemKind.Folder,
  fact: CompletionItemKind.Property,
  field: CompletionItemKind.Field,
  let: CompletionItemKind.Variable,
  budget: CompletionItemKind.Variable,
  measure: CompletionItemKind.Function,
  policy: CompletionItemKind.Module,
  member: CompletionItemKind.EnumMember,
  benefit: CompletionItemKind.Method,
  process: CompletionItemKind.Event,
  module: CompletionItemKind.Module,
  keyword: CompletionItemKind.Keyword,
  snippet: CompletionItemKind.Snippet,
  value: CompletionItemKind.Value,
};

/** `initials` spells a Han name by first letters. */
export function toCompletionItem(
  completion: Completion,
  lines: LineIndex,
  snippets: boolean,
  initials: (text: string) => string,
): CompletionItem {
  const { label, kind, insert, snippet, replace, detail, text, also, tier } = completion;
  const words = [label, ...(also ?? [])];
  const found = [...new Set([...words, ...words.map(initials)])].filter((word) => word !== '');
  const isSnippet = snippets && snippet !== undefined;
  return {
    label,
    kind: completionKinds[kind],
    ...(detail && { labelDetails: { description: detail }, detail }),
    ...(text && { documentation: text }),
    // Tiers are small, with at most three decimals.
    sortText: String(Math.round((tier + 10) * 1000)).padStart(6, '0'),
    ...(found.length > 1 && { filterText: found.join(' ') }),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toRange(lines, replace), newText: isSnippet ? snippet : insert },
  };
}

export const symbolKinds: Readonly<Record<OutlineKind, SymbolKind>> = {
  policy: SymbolKind.Module,
  enum: SymbolKind.Enum,
  member: SymbolKind.EnumMember,
  record: SymbolKind.Struct,
  field: SymbolKind.Field,
  unit: SymbolKind.Number,
  party: SymbolKind.Class,
  agency: SymbolKind.Interface,
  matter: SymbolKind.Namespace,
  let: SymbolKind.Variable,
  measure: SymbolKind.Function,
  benefit: SymbolKind.Method,
  budget: SymbolKind.Variable,
  row: SymbolKind.Property,
  stage: SymbolKind.Event,
  reading: SymbolKind.Enum,
  option: SymbolKind.EnumMember,
  norm: SymbolKind.Key,
  example: SymbolKind.Event,
};

export function toDocumentSymbol(item: OutlineItem, lines: LineIndex): DocumentSymbol {
  return {
    name: item.name,
    ...(item.detail && { detail: item.detail }),
    kind: symbolKinds[item.kind],
    range: toRange(lines, item.span),
    selectionRange: toRange(lines, item.selection),
    children: item.children.map((child) => toDocumentSymbol(child, lines)),
  };
}

/** The same without what lies within what, for clients that show a list. */
export function toSymbolInformation(
  item: OutlineItem,
  uri: string,
  lines: LineIndex,
  containerName?: string,
): readonly SymbolInformation[] {
  const { name, kind, span, children } = item;
  return [
    {
      name,
      kind: symbolKinds[kind],
      location: { uri, range: toRange(lines, span) },
      ...(containerName !== undefined && { containerName }),
    },
    ...children.flatMap((child) => toSymbolInformation(child, uri, lines, name)),
  ];
}

export function pushTokens(builder: SemanticTokensBuilder, tokens: readonly SemanticToken[], lines: LineIndex): void {
  for (const { span, named, modifiers } of tokens) {
    const { line, column } = lines.position(span.start);
    builder.push(line, column, span.end - span.start, typeIndex(named), modifierBits(modifiers));
  }
}

export function toFoldingRange({ startLine, endLine, kind }: Fold): FoldingRange {
  const named = kind === 'comment' ? FoldingRangeKind.Comment : FoldingRangeKind.Imports;
  return { startLine, endLine, ...(kind !== 'block' && { kind: named }) };
}
