import type { Lang } from '../../language/diagnostics/diagnostic.ts';
import type { Span } from '../../language/source/span.ts';
import { bothWords } from '../../language/syntax/keywords.ts';
import type * as T from '../../language/syntax/tree.ts';
import type { Snapshot } from './snapshot.ts';

export type OutlineKind =
  | 'policy'
  | 'enum'
  | 'member'
  | 'record'
  | 'field'
  | 'unit'
  | 'party'
  | 'agency'
  | 'matter'
  | 'let'
  | 'measure'
  | 'benefit'
  | 'budget'
  | 'example';

/** A part of a file, as an outline shows it. */
export interface OutlineItem {
  readonly name: string;
  readonly kind: OutlineKind;
  readonly detail?: string | undefined;
  readonly span: Span;
  /** The name within it. */
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

/** The outline of a file: its declarations, with what they hold. */
export function documentSymbols(snapshot: Snapshot, file: string, lang: Lang): readonly OutlineItem[] {
  return (snapshot.source(file)?.tree.items ?? []).flatMap((item) => outlineOf(item, lang) ?? []);
}

function outlineOf(node: T.Statement, lang: Lang): OutlineItem | undefined {
  switch (node.kind) {
    case 'Policy':
      return named(node, 'policy', node.title?.value);
    case 'EnumDeclaration':
      return named(
        node,
        'enum',
        undefined,
        node.members.map((member) => leaf(member, member, 'member')),
      );
    case 'RecordDeclaration':
      return named(node, 'record', undefined, fields(node.fields));
    case 'UnitDeclaration':
      return named(node, 'unit');
    case 'PartyDeclaration':
      return named(node, 'party', node.label?.value, fields(node.fields));
    case 'AgencyDeclaration':
      return named(node, 'agency');
    case 'ParameterDeclaration':
      return named(node, 'field', node.label?.value);
    case 'MatterDeclaration':
      return named(node, 'matter', node.label?.value);
    case 'Let':
      return named(node, 'let');
    case 'Budget':
      return named(node, 'budget');
    case 'Measure': {
      const clause = node.body.find((line) => line.kind === 'Clause')?.label.value;
      const detail = [clause, node.title?.value].filter((part) => part !== undefined).join(' ');
      return named(
        node,
        'measure',
        detail,
        node.body.flatMap((line) => withinMeasure(line, lang) ?? []),
      );
    }
    case 'Example': {
      const selection = node.title?.span ?? node.of?.span ?? node.span;
      const name = node.title?.value || node.of?.text || bothWords('example')[lang];
      return { name, kind: 'example', detail: node.of?.text, span: node.span, selection, children: [] };
    }
    default:
      return undefined;
  }
}

function withinMeasure(node: T.Statement, lang: Lang): OutlineItem | undefined {
  switch (node.kind) {
    case 'Benefit': {
      const word = bothWords(node.benefitKind)[lang];
      if (node.label === undefined || node.label.text === '') {
        return { name: word, kind: 'benefit', span: node.span, selection: node.amount.span, children: [] };
      }
      return leaf(node.label, node, 'benefit', word);
    }
    case 'Let':
    case 'Score':
      return named(node, 'let');
    default:
      return undefined;
  }
}

function fields(nodes: readonly T.Field[]): OutlineItem[] {
  return nodes.map((field) => leaf(field.name, field, 'field', field.label?.value));
}

type Named = T.Node & { readonly name: T.Name };

function named(
  node: Named,
  kind: OutlineKind,
  detail?: string | undefined,
  children: readonly OutlineItem[] = [],
): OutlineItem {
  return { ...leaf(node.name, node, kind, detail), children };
}

function leaf(name: T.Name, node: T.Node, kind: OutlineKind, detail?: string | undefined): OutlineItem {
  // A protocol's outline has no empty names, and one is shown even where it is still missing.
  return { name: name.text || '…', kind, detail, span: node.span, selection: name.span, children: [] };
}
