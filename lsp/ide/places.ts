import type { Location } from '../../language/diagnostics/diagnostic.ts';
import type { Span } from '../../language/source/span.ts';
import type { Meaning } from './meaning.ts';
import type { Snapshot } from './snapshot.ts';

/** Where something is declared, from the name at an offset; where it is only used, as processes are, nowhere. */
export function definitions(snapshot: Snapshot, file: string, offset: number): readonly Location[] {
  const name = snapshot.names.at(file, offset);
  return name === undefined ? [] : declarationsOf(snapshot, name.meaning);
}

export function declarationsOf(snapshot: Snapshot, meaning: Meaning): readonly Location[] {
  if (meaning.kind === 'module') {
    return meaning.file === undefined ? [] : [{ file: meaning.file, span: { start: 0, end: 0 } }];
  }
  const declared = snapshot.names.of(meaning).filter((occurrence) => occurrence.declares);
  // Other names of a thing are declared beside it: the name itself is where to go.
  const own = meaning.kind === 'symbol' ? declared.filter((o) => o.text === meaning.symbol.name) : declared;
  return (own.length > 0 ? own : declared).map(({ file, span }) => ({ file, span }));
}

/** All places that name what is named at an offset. */
export function references(
  snapshot: Snapshot,
  file: string,
  offset: number,
  options: { readonly declarations: boolean },
): readonly Location[] {
  const name = snapshot.names.at(file, offset);
  if (name === undefined) return [];
  return snapshot.names
    .of(name.meaning)
    .filter((occurrence) => options.declarations || !occurrence.declares)
    .map(({ file, span }) => ({ file, span }));
}

export interface Highlight {
  readonly span: Span;
  readonly declares: boolean;
}

/** The same name within its file. */
export function highlights(snapshot: Snapshot, file: string, offset: number): readonly Highlight[] {
  const name = snapshot.names.at(file, offset);
  if (name === undefined) return [];
  return snapshot.names
    .of(name.meaning)
    .filter((occurrence) => occurrence.file === file)
    .map(({ span, declares }) => ({ span, declares }));
}
