import type { Lang } from '../../language/diagnostics/diagnostic.ts';
import type { Span } from '../../language/source/span.ts';
import { documentSymbols, type OutlineItem, type OutlineKind } from './document-symbols.ts';
import type { Snapshot, Source } from './snapshot.ts';

/** A declaration somewhere in the program. */
export interface ProgramSymbol {
  readonly name: string;
  readonly kind: OutlineKind;
  readonly file: string;
  readonly span: Span;
  /** What holds it: a measure for its benefits, a policy for its measures. */
  readonly within: string | undefined;
}

/** More than this nobody reads; who searches types on. */
const mostSymbols = 500;

/**
 * Declarations whose name, title or initials have the letters of a query in their order; those that begin with it come
 * first. An empty query gives all. `initials` spells a Han name by first letters.
 */
export function workspaceSymbols(
  snapshot: Snapshot,
  query: string,
  lang: Lang,
  initials: (text: string) => string,
): readonly ProgramSymbol[] {
  const wanted = query.trim().toLowerCase();
  const found: { readonly symbol: ProgramSymbol; readonly rank: number }[] = [];
  for (const file of snapshot.files) {
    const source = snapshot.source(file);
    if (source === undefined) continue;
    for (const { symbol, detail } of symbolsOf(source, () => documentSymbols(snapshot, file, lang))) {
      const texts = [symbol.name, detail, initials(symbol.name)].filter((text) => text !== '');
      const rank = Math.min(...texts.map((text) => rankOf(text.toLowerCase(), wanted)));
      if (rank < Number.POSITIVE_INFINITY) found.push({ symbol, rank });
    }
  }
  found.sort((a, b) => a.rank - b.rank);
  return found.slice(0, mostSymbols).map(({ symbol }) => symbol);
}

interface Listed {
  readonly symbol: ProgramSymbol;
  readonly detail: string;
}

/** By the file's text: what did not change is not gone through again. */
const known = new WeakMap<object, readonly Listed[]>();

function symbolsOf({ tree, file }: Source, outline: () => readonly OutlineItem[]): readonly Listed[] {
  const before = known.get(tree);
  if (before !== undefined) return before;
  const found: Listed[] = [];
  const add = (items: readonly OutlineItem[], within: string | undefined): void => {
    for (const item of items) {
      const { name, kind, selection, detail = '' } = item;
      if (name !== '') found.push({ symbol: { name, kind, file, span: selection, within }, detail });
      add(item.children, name);
    }
  };
  add(outline(), undefined);
  known.set(tree, found);
  return found;
}

function rankOf(text: string, wanted: string): number {
  if (text.startsWith(wanted)) return text.length === wanted.length ? 0 : 1;
  if (text.includes(wanted)) return 2;
  let at = 0;
  for (const letter of text) if (letter === wanted[at]) at++;
  return at === wanted.length ? 3 : Number.POSITIVE_INFINITY;
}
