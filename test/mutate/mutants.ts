import type { Checked } from '../../compiler/check/model.ts';
import type { Span } from '../../language/source/span.ts';
import type * as T from '../../language/syntax/tree.ts';
import { nodesOf, walk } from '../../language/syntax/walk.ts';

/**
 * One small change to a source: the text of a span replaced. Which of the bodies of a clause bears which of its duties is how
 * the code reads the text, which names them together: a duty keeps its bearers, or gets another.
 */
export interface Mutant {
  readonly what: 'figure' | 'limit' | 'body' | 'operator' | 'condition' | 'process';
  readonly file: string;
  readonly span: Span;
  readonly text: string;
  /** A body is dropped from one line while another one of its clause still names it. */
  readonly repeated?: true;
  /** The measure or pool that the change is in; undefined in the lines of the policy. */
  readonly measure: string | undefined;
}

/**
 * Every single change to a file that would make it say something else than its text: each figure another one, each body
 * another one or none, each comparison its neighbour, each condition dropped or turned round, each 最高 exact and the reverse.
 * Examples, notes and other strings are left alone.
 */
export function mutantsOf(file: string, source: string, tree: T.File, checked: Checked): Mutant[] {
  const mutants: Mutant[] = [];
  const at = ({ start, end }: Span): string => source.slice(start, end);
  const named = [...nodesOf(tree, 'By'), ...nodesOf(tree, 'Oblige')].flatMap((line) =>
    line.kind === 'By' ? line.agencies : line.bearers,
  );
  const clauses = new Map(nodesOf(tree, 'Clause').map((clause) => [clause.span.start, clause.label.value]));
  /** The clause of the measure or pool around an offset. */
  const clauseAt = (offset: number): string | undefined => {
    const item = tree.items.find((i) => i.span.start <= offset && offset < i.span.end);
    return item && [...clauses].find(([start]) => item.span.start <= start && start < item.span.end)?.[1];
  };
  walk(tree, (node, parents) => {
    if (node.kind === 'Example' || node.kind === 'Waive' || node.kind === 'Note' || node.kind === 'Clause')
      return false;
    const head = parents.find((p) => p.kind === 'Measure' || p.kind === 'Budget') ?? node;
    const measure = head.kind === 'Measure' || head.kind === 'Budget' ? head.name.text : undefined;
    const change = (what: Mutant['what'], span: Span, ...texts: readonly (string | undefined)[]): void => {
      for (const text of texts) {
        if (text !== undefined && text !== at(span)) mutants.push({ what, file, span, text, measure });
      }
    };
    switch (node.kind) {
      case 'NumberLiteral':
        change('figure', node.span, increased(at(node.span)), tenfold(at(node.span)));
        break;
      case 'DateLiteral':
        change('figure', node.span, nextDay(node.iso), `${Number(node.iso.slice(0, 4)) + 1}${node.iso.slice(4)}`);
        break;
      case 'TargetEntry':
        if (node.year !== undefined) {
          change('figure', { start: node.span.start, end: node.span.start + 4 }, String(node.year + 1));
        }
        limitOfTarget(node, at, change);
        break;
      case 'UpTo':
        change('limit', { start: node.span.start, end: node.limit.span.start }, '');
        break;
      case 'AtLeast':
        change('limit', { start: node.span.start, end: node.limit.span.start }, '', 'up to ');
        break;
      case 'Cap':
        change('limit', node.span, '', at(node.span).replace(/^\S+/, 'floor'));
        break;
      case 'Floor':
        change('limit', node.span, '', at(node.span).replace(/^\S+/, 'cap'));
        break;
      case 'Benefit':
        if (!['UpTo', 'Table', 'Undecided', 'CaseByCase', 'None'].includes(node.amount.kind)) {
          change('limit', { start: node.amount.span.start, end: node.amount.span.start }, 'up to ');
        }
        break;
      case 'Entitle':
        for (const [from, to] of swaps) change('limit', node.span, swapped(at(node.span), from, to));
        break;
      case 'By':
      case 'LedBy':
      case 'IssuedBy':
        for (const name of node.agencies) changeBody(name, node.agencies, node.span, change);
        break;
      case 'Oblige':
        // Which of the bodies bears which duty is for the code to say; another body is not.
        for (const name of node.bearers) changeBody(name, node.bearers, undefined, change);
        break;
      case 'When':
        change('condition', node.span, '');
        break;
      case 'Binary':
        changeOperator(node, at, change);
        break;
      case 'Unary':
        if (node.operator === 'not') change('operator', { start: node.span.start, end: node.operand.span.start }, '');
        break;
      case 'Is':
        change('operator', between(node.subject, node.value), node.negated ? ' is ' : ' is not ');
        break;
      case 'In':
        for (const member of node.members) change('condition', listed(member, node.members), '');
        break;
      case 'NameExpression': {
        const reference = checked.references.get(node.name);
        const parent = parents.at(-1);
        if (reference?.kind === 'member' && parent?.kind === 'Is') {
          change(
            'condition',
            node.span,
            reference.of.members.find((m) => m !== reference.member),
          );
        }
        if (reference?.kind === 'fact' && reference.fact.factType.type === 'bool') {
          change('condition', node.span, `not ${at(node.span)}`);
        }
        break;
      }
      case 'After':
        change('process', node.span, '', `selected by ${node.process.text}`);
        change('process', node.process.span, `${node.process.text}会`);
        break;
      case 'SelectedBy':
        change('process', node.span, '', `after ${node.process.text}`);
        change('process', node.process.span, `${node.process.text}会`);
        break;
      default:
        break;
    }
    return true;
  });
  return mutants;

  function changeBody(
    name: T.Name,
    names: readonly T.Name[],
    line: Span | undefined,
    change: (what: Mutant['what'], span: Span, ...texts: readonly (string | undefined)[]) => void,
  ): void {
    const { scope } = checked.binding;
    if (checked.uses.get(name)?.symbol.kind !== 'agency') return;
    const taken = new Set(names.map((n) => checked.uses.get(n)?.symbol));
    const other = [...new Set(scope.tables.agencies.values())].find((agency) => !taken.has(agency));
    change('body', name.span, other?.name);
    // Dropped, even where another line of the clause names it as well.
    if (line === undefined) return;
    const symbol = checked.uses.get(name)?.symbol;
    const clause = clauseAt(name.span.start);
    const isRepeated = named.some(
      (n) => n !== name && checked.uses.get(n)?.symbol === symbol && clauseAt(n.span.start) === clause,
    );
    const before = mutants.length;
    change('body', names.length > 1 ? listed(name, names) : line, '');
    if (isRepeated) mutants.push(...mutants.splice(before).map((mutant) => ({ ...mutant, repeated: true as const })));
  }
}

type Change = (what: Mutant['what'], span: Span, ...texts: readonly (string | undefined)[]) => void;
type At = (span: Span) => string;

const swaps: readonly (readonly [RegExp, string])[] = [
  [/at least /, 'at most '],
  [/at least /, ''],
  [/at most /, 'at least '],
  [/at most /, ''],
];

function swapped(text: string, from: RegExp, to: string): string | undefined {
  const result = text.replace(from, to);
  return result === text ? undefined : result;
}

function limitOfTarget(node: T.TargetEntry, at: At, change: Change): void {
  const text = at(node.span);
  const colon = text.search(/[:：]/) + 1;
  const words = { start: node.span.start + colon, end: node.value.span.start };
  change('limit', words, ...[' ', ' over ', ' at least ', ' at most '].filter((w) => w.trim() !== at(words).trim()));
}

const neighbours: Readonly<Partial<Record<T.Binary['operator'], readonly string[]>>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  and: ['or'],
  or: ['and'],
  '+': ['-'],
  '-': ['+'],
};

function changeOperator(node: T.Binary, at: At, change: Change): void {
  const words = between(node.left, node.right);
  const written = at(words);
  for (const other of neighbours[node.operator] ?? []) change('operator', words, ` ${other} `);
  if (node.operator !== 'and') return;
  // Each side of a conjunction by itself: the other condition dropped.
  if (written.trim() !== '') {
    change('condition', node.span, at(node.left.span), at(node.right.span));
  }
}

function between(left: T.Node, right: T.Node): Span {
  return { start: left.span.end, end: right.span.start };
}

/** A name of a list with the comma that parts it from its neighbour. */
function listed(name: T.Name, names: readonly T.Name[]): Span {
  const i = names.indexOf(name);
  const [before, after] = [names[i - 1], names[i + 1]];
  if (after !== undefined) return { start: name.span.start, end: after.span.start };
  return { start: before?.span.end ?? name.span.start, end: name.span.end };
}

/** The last digit of the figure one more: 50万元 → 51万元, 1.5亿元 → 1.6亿元, 9 → 10. */
function increased(written: string): string {
  return written.replace(/[\d０-９]+(?:[.．][\d０-９]+)?/u, (digits) => {
    const plain = digits.normalize('NFKC');
    const places = plain.split('.')[1]?.length ?? 0;
    const next = BigInt(plain.replace('.', '')) + 1n;
    const text = String(next).padStart(places + 1, '0');
    return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  });
}

/** A zero too many, as slips of 万元 go. */
function tenfold(written: string): string {
  return written.replace(/[\d０-９]+(?![\d０-９])/u, (digits) => `${digits}0`);
}

function nextDay(iso: string): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
