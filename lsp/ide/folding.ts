import type * as T from '../../language/syntax/tree.ts';
import { walk } from '../../language/syntax/walk.ts';
import type { Snapshot, Source } from './snapshot.ts';

export interface Fold {
  /** From 0, both included. */
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'block' | 'comment' | 'imports';
}

/** What can be folded: blocks and lists over several lines, runs of comments, runs of `use` lines. */
export function folds(snapshot: Snapshot, file: string): readonly Fold[] {
  const source = snapshot.source(file);
  if (source === undefined) return [];
  return [...blocks(source), ...comments(source), ...imports(source)].sort((a, b) => a.startLine - b.startLine);
}

const foldable: ReadonlySet<T.NodeKind> = new Set<T.NodeKind>([
  ...(['Policy', 'EnumDeclaration', 'RecordDeclaration', 'PartyDeclaration', 'Measure', 'Budget', 'Example'] as const),
  ...(['GivenParty', 'GivenList', 'GivenRecord', 'Table', 'In', 'Target'] as const),
]);

function blocks({ tree, lines, text }: Source): Fold[] {
  const found = new Map<number, Fold>();
  walk(tree, (node) => {
    if (!foldable.has(node.kind)) return;
    const startLine = lines.position(node.span.start).line;
    const last = lines.position(node.span.end);
    // The line of the closing bracket stays in view.
    const closes = /^[}\]｝］]$/.test(text[node.span.end - 1] ?? '');
    const endLine = closes ? last.line - 1 : last.line;
    const known = found.get(startLine);
    if (endLine > startLine && (known === undefined || known.endLine < endLine)) {
      found.set(startLine, { startLine, endLine, kind: 'block' });
    }
  });
  return [...found.values()];
}

function comments({ trivia, lines }: Source): Fold[] {
  const found: Fold[] = [];
  let run: { first: number; last: number } | undefined;
  const close = () => {
    if (run !== undefined && run.last > run.first)
      found.push({ startLine: run.first, endLine: run.last, kind: 'comment' });
    run = undefined;
  };
  for (const { kind, span } of trivia) {
    if (kind !== 'line-comment' && kind !== 'block-comment') continue;
    const first = lines.position(span.start).line;
    const last = lines.position(span.end).line;
    const alone = lines.line(first).slice(0, lines.position(span.start).column).trim() === '';
    if (!alone) continue;
    if (run === undefined || first !== run.last + 1) {
      close();
      run = { first, last };
    } else run.last = last;
  }
  close();
  return found;
}

function imports({ tree, lines }: Source): Fold[] {
  const uses = tree.items.filter((item) => item.kind === 'Use');
  const first = uses[0];
  const last = uses.at(-1);
  if (first === undefined || last === undefined) return [];
  const startLine = lines.position(first.span.start).line;
  const endLine = lines.position(last.span.end).line;
  return endLine > startLine ? [{ startLine, endLine, kind: 'imports' }] : [];
}
