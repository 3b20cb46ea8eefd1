import type { Lang } from '../../language/diagnostics/diagnostic.ts';
import type { Span } from '../../language/source/span.ts';
import { bothWords, modalityWords } from '../../language/syntax/keywords.ts';
import { isNorm } from '../../language/syntax/statement-kinds.ts';
import type * as T from '../../language/syntax/tree.ts';
import { nodesOf } from '../../language/syntax/walk.ts';
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
  | 'row'
  | 'stage'
  | 'reading'
  | 'option'
  | 'norm'
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
        node.body.flatMap((line) => withinMeasure(line, lang)),
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

function withinMeasure(node: T.Statement, lang: Lang): readonly OutlineItem[] {
  switch (node.kind) {
    case 'Benefit': {
      const word = bothWords(node.benefitKind)[lang];
      const parts = partsOf(node);
      if (node.label === undefined || node.label.text === '') {
        return [{ name: word, kind: 'benefit', span: node.span, selection: node.amount.span, children: parts }];
      }
      return [{ ...leaf(node.label, node, 'benefit', word), children: parts }];
    }
    case 'Let':
      return [named(node, 'let', undefined, partsOf(node))];
    case 'Score':
      return [named(node, 'let', undefined, [...rowsOf(node.rows, 'row'), ...partsOf(node)])];
    default:
      return isNorm(node) ? [normOf(node, lang)] : partsOf(node);
  }
}

/** The stages of payment and the readings within a line, with their options. */
function partsOf(node: T.Node): OutlineItem[] {
  const stages = nodesOf(node, 'Stages').flatMap((stages) => rowsOf(stages.rows, 'stage'));
  const readings = nodesOf(node, 'Reading').map((reading) =>
    named(reading, 'reading', reading.question?.value, rowsOf(reading.options, 'option')),
  );
  return [...stages, ...readings];
}

function rowsOf(rows: readonly T.TableRow[], kind: OutlineKind): OutlineItem[] {
  return rows.flatMap((row) => row.members.map((name) => leaf(name, row, kind)));
}

/** A right, duty or target, by what it is about. */
function normOf(node: T.Norm, lang: Lang): OutlineItem {
  const act = node.kind === 'Encourage' && node.act.kind !== 'Text' ? node.act : node;
  const about = subjectOf(act);
  const name = about?.kind === 'Name' ? about.text : about?.value;
  const word = modalityWords(node.kind === 'Encourage' ? node.modality : modalityOf[node.kind])[lang];
  return {
    name: name || word,
    kind: 'norm',
    detail: word,
    span: node.span,
    selection: about?.span ?? node.span,
    children: partsOf(node),
  };
}

function subjectOf(node: T.Norm): T.Name | T.Text | undefined {
  switch (node.kind) {
    case 'Recognise':
    case 'Hold':
      return node.subject;
    case 'Exempt':
      return node.from;
    case 'Reckon':
      return node.of;
    case 'Oblige':
      return node.duties[0]?.what;
    case 'Encourage':
      return node.act.kind === 'Text' ? node.act : undefined;
    case 'Target':
      return node.figure;
    case 'Revoke':
      return node.what;
    case 'Entitle':
      return node.of?.kind === 'NameExpression' ? node.of.name : node.of?.kind === 'Text' ? node.of : undefined;
    case 'Reclaim':
    case 'Bar':
      return undefined;
    default:
      return node satisfies never;
  }
}

const modalityOf = {
  Recognise: 'recognise',
  Exempt: 'exempt',
  Entitle: 'entitle',
  Reckon: 'reckon',
  Hold: 'hold',
  Oblige: 'oblige',
  Target: 'target',
  Revoke: 'revoke',
  Reclaim: 'reclaim',
  Bar: 'bar',
} as const satisfies Record<Exclude<T.Norm['kind'], 'Encourage'>, T.Modality>;

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
