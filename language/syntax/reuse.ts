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
interface Built {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Where the pieces stood when the tree was built. */
  readonly places: readonly Span[];
}

const builtOf = new WeakMap<File, Built>();
/** Trees of which the statements went on into a later one. */
const passedOn = new WeakSet<File>();

export function rememberPieces(tree: File, text: string, pieces: readonly Piece[]): void {
  const places = pieces.map(({ outlined }) => ({ start: outlined.span.start, end: outlined.span.end }));
  builtOf.set(tree, { text, pieces, places });
}

/**
 * The statements of an earlier tree that stand in this outline as well, by their place in it: the very same nodes, so that
 * what was made of them still holds. Those after an edit are moved to where they stand now, in place, as TypeScript does
 * when it parses again: the earlier tree is spent, and whoever kept a span of it must have copied it.
 */
export function piecesAgain(before: File | undefined, outline: Outline, text: string): ReadonlyMap<number, Piece> {
  const built = before && builtOf.get(before);
  const again = new Map<number, Piece>();
  if (before === undefined || built === undefined || passedOn.has(before)) return again;
  passedOn.add(before);
  const old = built.pieces;
  const now = outline.statements;
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  for (; head < shorter; head++) {
    const piece = old[head]!;
    if (!isSame(piece.outlined, built.text, now[head]!, text)) break;
    if (piece.outlined.span.start !== now[head]!.span.start) break;
    if (piece.clean) again.set(head, piece);
  }
  for (let tail = 1; tail <= shorter - head; tail++) {
    const piece = old[old.length - tail]!;
    const at = now.length - tail;
    const statement = now[at]!;
    if (!isSame(piece.outlined, built.text, statement, text)) break;
    if (piece.clean) again.set(at, movedPiece(piece, statement));
  }
  return again;
}

function movedPiece(piece: Piece, outlined: Outlined): Piece {
  const by = outlined.span.start - piece.outlined.span.start;
  if (by === 0) return piece;
  let spans = spansOf.get(piece.items);
  if (spans === undefined) {
    spans = collectSpans(piece.items);
    spansOf.set(piece.items, spans);
  }
  for (const span of spans) {
    span.start += by;
    span.end += by;
  }
  return { outlined, items: piece.items, clean: true };
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

function isSame(a: Outlined, textOfA: string, b: Outlined, textOfB: string): boolean {
  const by = b.span.start - a.span.start;
  return (
    b.span.end - a.span.end === by &&
    textOfA.slice(a.span.start, a.span.end) === textOfB.slice(b.span.start, b.span.end) &&
    sameStatement(a, b, by)
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
