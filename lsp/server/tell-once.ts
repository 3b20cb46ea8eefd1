import type { Diagnostic } from 'vscode-languageserver/node';
import type { Diagnostic as Found, Lang } from '../../language/diagnostics/diagnostic.ts';
import { LineIndex } from '../../language/source/line-index.ts';
import { toProblem } from '../ide/diagnostics.ts';
import type { Snapshot } from '../ide/snapshot.ts';
import { toDiagnostic } from './convert.ts';
import { diagnosticsPage } from './file-names.ts';

interface Options {
  readonly uriOf: (file: string) => string;
  readonly lang: () => Lang;
}

interface Told {
  readonly lang: Lang;
  /** What its places were counted in, and what their files are called: its own first, then those of related places. */
  readonly places: readonly unknown[];
  readonly diagnostic: Diagnostic;
}

/** Puts a diagnostic in the words of the protocol, once for as long as it and the lines of its files are the same. */
export function tellOnce({ uriOf, lang }: Options): (found: Found, snapshot: Snapshot) => Diagnostic {
  const known = new WeakMap<Found, Told>();
  return (found, snapshot) => {
    const files = [found.file, ...found.related.map((place) => place.file)];
    const places = files.flatMap((file) => [snapshot.linesOf(file), uriOf(file)]);
    const before = known.get(found);
    if (before?.lang === lang() && places.every((place, i) => place === before.places[i])) return before.diagnostic;
    const lines = snapshot.linesOf(found.file) ?? new LineIndex('');
    const diagnostic = toDiagnostic(toProblem(found, lang(), snapshot), lines, snapshot, uriOf, diagnosticsPage());
    known.set(found, { lang: lang(), places, diagnostic });
    return diagnostic;
  };
}
