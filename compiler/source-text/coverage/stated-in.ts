import type * as T from '../../../language/syntax/tree.ts';
import { walk } from '../../../language/syntax/walk.ts';
import type { AnySymbol } from '../../bind/symbols.ts';
import type { Checked } from '../../check/model.ts';
import { boundsOf } from './bounds.ts';
import { figuresOfOperator, wordsOfOperator } from './operators.ts';
import { readingsOf, readingsOfDate, readingsOfFactor, readingsOfYear } from './readings.ts';
import type { Bound, Reading, Stated, StatedBody, StatedFigure, StatedName, Use } from './stated.ts';

const exactly: ReadonlySet<Bound> = new Set<Bound>(['exact']);

const ofYears: ReadonlySet<Bound> = new Set<Bound>(['exact', 'at-most', 'below']);

/** What a statement states, with all that it uses: named values, derived facts, and what those use in turn. */
export function statedIn(statement: T.Node, use: Use, file: string, checked: Checked): Stated {
  const figures: StatedFigure[] = [];
  const names: StatedName[] = [];
  const bodies: StatedBody[] = [];
  const followed = new Set<T.Expression>();
  const { uses } = checked;

  const visit = (root: T.Node, inFile: string, outer: readonly T.Node[]): void => {
    walk(root, (node, inner) => {
      const parents = [...outer, ...inner];
      const place = { file: inFile, span: node.span, inherited: false };
      const figure = (written: string, readings: readonly Reading[]) =>
        figures.push({
          ...place,
          inherited: isSharedEnd(node, parents),
          written,
          readings,
          bounds: boundsOf(node, parents),
          use,
        });
      for (const reading of figuresOfOperator(node)) {
        figures.push({ ...place, inherited: true, written: reading.value, readings: [reading], bounds: exactly, use });
      }
      for (const text of wordsOfOperator(node)) names.push({ ...place, text, isCondition: false, isNegated: false });
      switch (node.kind) {
        case 'Clause':
        case 'Note':
        case 'Waive':
          return false;
        case 'NumberLiteral':
          // 分, to which money is rounded, is said without a number.
          if (!/\d/.test(node.written)) return false;
          figure(node.written, parents.at(-1)?.kind === 'Times' ? readingsOfFactor(node) : readingsOf(node));
          return false;
        case 'DateLiteral':
          figure(node.iso, readingsOfDate(node.iso));
          return false;
        case 'Aggregate':
          // 任选一笔 states its one by the form; a text that says it otherwise lacks nothing.
          if (node.fold === 'best') {
            const readings: readonly Reading[] = [{ type: 'count', value: '1' }];
            figures.push({ ...place, written: '任选一', readings, bounds: new Set(['exact']), use, inherited: true });
          }
          return true;
        case 'Term':
          // By 2028: a year, not a number.
          if (node.form !== 'by' || node.value?.kind !== 'NumberLiteral') return true;
          figures.push({
            ...place,
            span: node.value.span,
            written: node.value.written,
            readings: readingsOfYear(Number(node.value.numerator)),
            bounds: new Set(['exact', 'at-most']),
            use,
          });
          return false;
        case 'ScheduleRow':
          // 第1至2年: a text may number the years, or let the rates stand in their order.
          for (const [year, end] of [
            [node.from, node.span.start + String(node.from).length],
            [node.to, node.value.span.start],
          ] as const) {
            const span = { start: node.span.start, end };
            const readings: readonly Reading[] = [
              { type: 'duration', value: String(year * 12) },
              { type: 'number', value: String(year) },
            ];
            figures.push({ ...place, span, written: String(year), readings, bounds: ofYears, use, inherited: true });
          }
          return true;
        case 'TargetEntry':
          if (node.year === undefined) return true;
          figures.push({
            ...place,
            span: { start: node.span.start, end: node.span.start + String(node.year).length },
            written: String(node.year),
            readings: readingsOfYear(node.year),
            bounds: new Set(['exact', 'at-most']),
            use,
          });
          return true;
        case 'Name': {
          const parent = parents.at(-1);
          const role = roleOf(node, parent);
          if (role === 'none' || node.text === '') return false;
          const symbol = uses.get(node)?.symbol;
          if (symbol?.kind === 'agency') {
            const isBearer = parent?.kind === 'Oblige' || parent?.kind === 'Encourage';
            const names = [symbol.name, ...symbol.aliases, ...symbol.formerly];
            bodies.push({ ...place, name: symbol.name, names, isBearer, line: parent?.span ?? node.span });
            return false;
          }
          const reference = checked.references.get(node);
          if (reference?.kind === 'let') {
            const { value, rounding } = reference.value.node;
            follow(value, reference.value.file, parents);
            if (rounding !== undefined) follow(rounding.step, reference.value.file, parents);
            return false;
          }
          if (reference?.kind === 'fact' && reference.fact.derived !== undefined) {
            follow(reference.fact.derived.value, reference.fact.derived.file, parents);
          }
          const text = reference?.kind === 'member' ? reference.member : nameOf(node, symbol, reference?.fact);
          names.push({
            ...place,
            text,
            isCondition: reference !== undefined || role === 'condition',
            isNegated: isNegated(parents),
          });
          return false;
        }
        default:
          return true;
      }
    });
  };
  const follow = (value: T.Expression, inFile: string, parents: readonly T.Node[]): void => {
    if (followed.has(value)) return;
    followed.add(value);
    visit(value, inFile, parents);
  };

  visit(statement, file, []);
  return { figures, names, bodies };
}

/** The declared name, in which the words of the text stand; the source may use an alias. */
function nameOf(node: T.Name, symbol: AnySymbol | undefined, fact: { readonly name: string } | undefined): string {
  return fact?.name ?? symbol?.name ?? node.text;
}

/** What a name that is no fact says of the clause: a condition, something to be found there, or nothing. */
function roleOf(name: T.Name, parent: T.Node | undefined): 'condition' | 'mention' | 'none' {
  switch (parent?.kind) {
    case 'After':
    case 'SelectedBy':
      return 'condition';
    case 'For':
      return parent.each === name ? 'mention' : 'condition';
    case 'Benefit':
    case 'Budget':
    case 'Let':
    case 'About':
    case 'PaysFrom':
    case 'Excludes':
    case 'StacksWith':
    case 'Stacking':
    case 'Allow':
    case 'AllowRule':
    case 'Replaces':
    case 'NumberLiteral':
      return 'none';
    case undefined:
      return 'none';
    default:
      return 'mention';
  }
}

/** The lower end of a band where the one before it ends: the text may say it once. */
function isSharedEnd(literal: T.Node, parents: readonly T.Node[]): boolean {
  const [bands, row, range] = parents.slice(-3);
  if (bands?.kind !== 'Bands' || row?.kind !== 'BandRow' || range?.kind !== 'Range' || range.from !== literal)
    return false;
  const before = bands.rows[bands.rows.indexOf(row) - 1]?.band;
  return before?.kind === 'Range' && before.to?.kind === 'NumberLiteral' && literal.kind === 'NumberLiteral'
    ? before.to.numerator * literal.denominator === literal.numerator * before.to.denominator
    : false;
}

/** Under an odd number of negations; what denies is no negation, since the text denies as well. */
function isNegated(parents: readonly T.Node[]): boolean {
  const negations = parents.filter(
    (node) =>
      (node.kind === 'Unary' && node.operator === 'not') ||
      ((node.kind === 'Is' || node.kind === 'In') && node.negated),
  );
  return negations.length % 2 === 1;
}
