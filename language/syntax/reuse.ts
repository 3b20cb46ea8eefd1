import type { IToken } from 'chevrotain';
import type { Span } from '../source/span.ts';
import type { Outline, Statement as Outlined } from './outline.ts';
import { type Entries, isGroup } from './outline-lists.ts';
import type { Token } from './tokens.ts';
import type { File, Statement } from './tree.ts';

/** What was built of one statement of the top level. */
export interface Piece {
  readonly outlined: Outlined;
  readonly items: readonly Statement[];
  /** Nothing was told of it: it can stand for another one with the same text. */
  readonly clean: boolean;
}

/** What a tree of the file was built of. */
export interface BuiltFile {
  readonly text: string;
  /** The outlines of pieces may stand where these stood in an earlier text: only what is within each is to be compared. */
  readonly pieces: readonly Piece[];
  /** Where the pieces stood when the tree was built. */
  readonly places: readonly Span[];
  /** Neither the scanner nor the outline had anything to say: whatever is wrong lies within a piece that is not clean. */
  readonly sound: boolean;
}

const builtOf = new WeakMap<File, BuiltFile>();
/** Trees of which the statements went on into a later one. */
const passedOn = new WeakSet<File>();

export function rememberPieces(tree: File, built: BuiltFile): void {
  builtOf.set(tree, built);
}

export function placesOf(outline: Outline): readonly Span[] {
  return outline.statements.map(({ span: { start, end } }) => ({ start, end }));
}

/** What a tree was built of, for the one tree that takes its statements over. */
export function toTakeOver(tree: File): BuiltFile | undefined {
  return passedOn.has(tree) ? undefined : builtOf.get(tree);
}

export function passOn(tree: File): void {
  passedOn.add(tree);
}

/**
 * The statements of an earlier tree that stand in this outline as well, by their place in it: the very same nodes, so that
 * what was made of them still holds. Those after an edit are moved to where they stand now, in place, as TypeScript does
 * when it parses again: the earlier tree is spent, and whoever kept a span of it must have copied it.
 */
export function piecesAgain(before: File | undefined, outline: Outline, text: string): ReadonlyMap<number, Piece> {
  const built = before && toTakeOver(before);
  if (before === undefined || built === undefined) return new Map();
  passOn(before);
  return matching(built, 0, built.pieces.length, outline.statements, text);
}

/** Of the pieces from `low` on and before `high`, those that are the same as a statement, from both ends. */
export function matching(
  built: BuiltFile,
  low: number,
  high: number,
  statements: readonly Outlined[],
  text: string,
): ReadonlyMap<number, Piece> {
  const again = new Map<number, Piece>();
  const shorter = Math.min(high - low, statements.length);
  let head = 0;
  for (; head < shorter; head++) {
    const statement = statements[head]!;
    if (built.places[low + head]!.start !== statement.span.start) break;
    if (!isSamePiece(built, low + head, statement, text)) break;
    if (built.pieces[low + head]!.clean) again.set(head, movedPiece(built, low + head, 0, statement));
  }
  for (let tail = 1; tail <= shorter - head; tail++) {
    const at = statements.length - tail;
    const statement = statements[at]!;
    if (!isSamePiece(built, high - tail, statement, text)) break;
    const by = statement.span.start - built.places[high - tail]!.start;
    if (built.pieces[high - tail]!.clean) again.set(at, movedPiece(built, high - tail, by, statement));
  }
  return again;
}

/** Moves a piece in place; its outline is the one that was read now, if it was. */
export function movedPiece(built: BuiltFile, index: number, by: number, outlined?: Outlined): Piece {
  const piece = built.pieces[index]!;
  if (by !== 0) {
    let spans = spansOf.get(piece.items);
    if (spans === undefined) {
      spans = collectSpans(piece.items);
      spansOf.set(piece.items, spans);
    }
    for (const span of spans) {
      span.start += by;
      span.end += by;
    }
  }
  return outlined === undefined ? piece : { ...piece, outlined };
}

interface Movable {
  start: number;
  end: number;
}

/** All spans of a piece, each once: nodes may share them. Found out when the piece is moved for the first time. */
const spansOf = new WeakMap<readonly Statement[], readonly Movable[]>();

function collectSpans(items: readonly Statement[]): Movable[] {
  const seen = new Set<object>();
  const spans: Movable[] = [];
  const visit = (value: object): void => {
    if (seen.has(value)) return;
    seen.add(value);
    if (isMovable(value)) spans.push(value);
    for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) visit(part);
  };
  visit(items);
  return spans;
}

function isMovable(value: object): value is Movable {
  return 'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number';
}

/**
 * Where a span of an earlier tree stands in a later one that took statements over from it, perhaps by way of others;
 * undefined where its statement is another one now.
 */
export function movedSince(before: File, now: File): (span: Span) => Span | undefined {
  if (before === now) return (span) => span;
  const [old, current] = [builtOf.get(before), builtOf.get(now)];
  if (old === undefined || current === undefined) return () => undefined;
  const starts = new Map(current.pieces.map(({ items }, i) => [items, current.places[i]!.start]));
  return (span) => {
    let low = 0;
    let high = old.places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (old.places[middle]!.start <= span.start) low = middle + 1;
      else high = middle;
    }
    const place = old.places[low - 1];
    const start = place && starts.get(old.pieces[low - 1]!.items);
    if (place === undefined || start === undefined || span.end > place.end) return undefined;
    // Where two statements touch, an empty span between them may belong to either.
    if (span.start === span.end && (span.start === place.start || span.start === place.end)) return undefined;
    const by = start - place.start;
    return by === 0 ? span : { start: span.start + by, end: span.end + by };
  };
}

// ------------------------------------------------------------------------------------------------------------ sameness

/** Whether a piece is the same as a statement of a text, wherever the two stand. */
export function isSamePiece(built: BuiltFile, index: number, statement: Outlined, text: string): boolean {
  const { outlined } = built.pieces[index]!;
  const place = built.places[index]!;
  const { start, end } = statement.span;
  return (
    end - start === place.end - place.start &&
    text.slice(start, end) === built.text.slice(place.start, place.end) &&
    sameStatement(outlined, statement, start - outlined.span.start)
  );
}

/** Whether two outlined statements are the same, `by` further on. */
function sameStatement(a: Outlined, b: Outlined, by: number): boolean {
  return (
    a.head === b.head &&
    a.headAt === b.headAt &&
    a.context === b.context &&
    a.quiet === b.quiet &&
    a.span.start + by === b.span.start &&
    a.span.end + by === b.span.end &&
    sameAll(a.tokens, b.tokens, by, sameToken) &&
    a.block?.kind === b.block?.kind &&
    (a.block === undefined ||
      b.block === undefined ||
      (a.block.span.start + by === b.block.span.start &&
        a.block.span.end + by === b.block.span.end &&
        sameAll(a.block.statements, b.block.statements, by, sameStatement) &&
        sameAll(a.block.entries, b.block.entries, by, sameEntries)))
  );
}

function sameToken(a: IToken, b: IToken, by: number): boolean {
  return (
    a.tokenType === b.tokenType &&
    a.image === b.image &&
    a.startOffset + by === b.startOffset &&
    a.endOffset! + by === b.endOffset! &&
    (a as Token).indent === (b as Token).indent &&
    (a as Token).text === (b as Token).text &&
    (!isGroup(a) || (isGroup(b) && sameAll(a.entries, b.entries, by, sameEntries)))
  );
}

function sameEntries(a: Entries, b: Entries, by: number): boolean {
  return (
    a.comma === b.comma && a.quiet === b.quiet && a.end + by === b.end && sameAll(a.tokens, b.tokens, by, sameToken)
  );
}

function sameAll<T>(a: readonly T[], b: readonly T[], by: number, same: (x: T, y: T, by: number) => boolean): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!same(a[i]!, b[i]!, by)) return false;
  return true;
}
