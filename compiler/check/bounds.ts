import { structure } from '../../language/diagnostics/catalogue/index.ts';
import type * as T from '../../language/syntax/tree.ts';
import type { Binding } from '../bind/bind.ts';
import { type Context, report } from './context.ts';

/** Whether each word of the texts includes the figure it stands by. */
export type BoundsReading = Readonly<Record<T.BoundWord, boolean>>;

/** Where a document says nothing: 以上、以下、以内 include the figure (Civil Code, article 1259). */
const civilCode: BoundsReading = { 以上: true, 以下: true, 以内: true };

/** What the words mean in the document that a file belongs to. */
export function boundsReading(binding: Binding, file: string): BoundsReading {
  const declared = declaredBounds(binding, file).map(({ word, includes }) => [word, includes] as const);
  // The first of two declarations stands; that there are two is told.
  return { ...civilCode, ...Object.fromEntries(declared.reverse()) };
}

/** The words whose meaning the document of a file states. */
export function declaredBounds(binding: Binding, file: string): T.BoundMeaning[] {
  const policy = binding.policies.find(({ files }) => files.includes(file));
  return (policy?.node?.body ?? []).flatMap((line) => (line.kind === 'Bounds' ? line.words : []));
}

/** Which ends belong to a range: as written, or, of words, as the document says. */
export function endsOf(range: T.Range, bounds: BoundsReading): { readonly from: boolean; readonly to: boolean } {
  if (range.form !== 'words') return { from: range.includesFrom, to: range.includesTo };
  return { from: bounds.以上, to: bounds[range.upperWord ?? '以下'] };
}

/** Tells of words that a document reads by default, since it does not say what they mean. */
export function checkBoundWords(range: T.Range, context: Context): void {
  if (range.form !== 'words') return;
  const declared = declaredBounds(context.binding, context.file).map(({ word }) => word);
  const used: T.BoundWord[] = [
    ...(range.from ? ['以上' as const] : []),
    ...(range.to ? [range.upperWord ?? '以下'] : []),
  ];
  const open = used.filter((word) => !declared.includes(word));
  if (open.length > 0) report(context, structure.boundsAssumed, range.span, { words: open.join('、') });
}

/** One meaning for each word. */
export function checkBounds(lines: readonly T.Bounds[], context: Context): void {
  const seen = new Set<T.BoundWord>();
  for (const meaning of lines.flatMap((line) => line.words)) {
    if (seen.has(meaning.word)) report(context, structure.boundsTwice, meaning.span, { word: meaning.word });
    seen.add(meaning.word);
  }
}
