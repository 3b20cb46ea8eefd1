import { names } from '../../language/diagnostics/catalogue/index.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { Span } from '../../language/source/span.ts';
import type * as T from '../../language/syntax/tree.ts';
import type { Module, Program } from '../project/program.ts';

/** A name that nothing declares is unknown whatever else is wrong with its statement. */
const ownMistakes: ReadonlySet<string> = new Set(
  [names.unknown, names.unknownSuggest, names.notUsed, names.gluedKeyword].map(({ code }) => code),
);

/**
 * Leaves out what was found about names, types and structure in a statement that could not be read to its end: what is
 * missing or left over there is one mistake, and it is told.
 */
export function withoutFollowOns(found: readonly Diagnostic[], { modules }: Program): readonly Diagnostic[] {
  const broken = new Map<string, readonly Span[]>();
  // An example tries what is written; while some of that could not be read, only its own names can be wrong.
  const unfinished = new Set(
    [...modules.values()].flatMap((module) =>
      module.unit !== undefined && module.parsed.diagnostics.some(isUnread) ? module.unit : [],
    ),
  );
  const isTried = ({ file, span, code }: Diagnostic) => {
    const module = modules.get(file);
    if (!code.startsWith('CS3') || module?.unit === undefined || !unfinished.has(module.unit)) return false;
    return module.parsed.tree.items.some(
      (item) => item.kind === 'Example' && item.span.start <= span.start && span.end <= item.span.end,
    );
  };
  for (const { file } of found) {
    const module = modules.get(file);
    if (module !== undefined && !broken.has(file)) broken.set(file, unread(module));
  }
  return found.filter((diagnostic) => {
    const { file, span, code } = diagnostic;
    if (ownMistakes.has(code)) return true;
    const statements = broken.get(file) ?? [];
    return !statements.some(({ start, end }) => start <= span.start && span.end <= end) && !isTried(diagnostic);
  });
}

/** What stands out of its place was read. */
function isUnread({ severity, code }: Diagnostic): boolean {
  return severity === 'error' && code < 'CS1050';
}

const known = new WeakMap<Module['parsed'], readonly Span[]>();

/** The statements that were not read to their end. */
function unread({ parsed }: Module): readonly Span[] {
  const before = known.get(parsed);
  if (before !== undefined) return before;
  const spans = parsed.diagnostics.flatMap((found) =>
    isUnread(found) ? (statementAt(parsed.tree, found.span.start) ?? []) : [],
  );
  known.set(parsed, spans);
  return spans;
}

/** The innermost line of a block at an offset; before tokens that could not be read, the one that they go on from. */
function statementAt(tree: T.File, offset: number): Span | undefined {
  let lines: readonly T.Statement[] = tree.items;
  for (;;) {
    const at = lines.findLastIndex((line) => line.span.start <= offset && offset <= line.span.end);
    const line = lines[at];
    if (line === undefined) return undefined;
    if (line.kind === 'Skipped') {
      const before = lines[at - 1];
      return before === undefined || 'body' in before ? undefined : { start: before.span.start, end: line.span.end };
    }
    if (!('body' in line)) return line.span;
    lines = line.body;
  }
}
