import type { IToken } from 'chevrotain';
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

/** What an earlier tree of the file was built of. */
interface Built {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

const builtOf = new WeakMap<File, Built>();

export function rememberPieces(tree: File, text: string, pieces: readonly Piece[]): void {
  builtOf.set(tree, { text, pieces });
}

/**
 * The statements of an earlier tree that stand in this outline as well, by their place in it: those before an edit are
 * the same nodes, those after it the same but for their places. Trees never change, so what was made of a node that is
 * still there still holds.
 */
export function piecesAgain(before: File | undefined, outline: Outline, text: string): ReadonlyMap<number, Piece> {
  const built = before && builtOf.get(before);
  const again = new Map<number, Piece>();
  if (built === undefined) return again;
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
  return by === 0 ? piece : { outlined, items: moved(piece.items, by, new Map()), clean: true };
}

/** The same tree further on in the text. */
function moved<T>(value: T, by: number, known: Map<unknown, unknown>): T {
  if (typeof value !== 'object' || value === null) return value;
  const already = known.get(value);
  if (already !== undefined) return already as T;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    known.set(value, list);
    for (const item of value) list.push(moved(item, by, known));
    return list as T;
  }
  const copy = { ...value } as Record<string, unknown>;
  known.set(value, copy);
  for (const key in copy) {
    const part = copy[key];
    if (typeof part === 'number' && (key === 'start' || key === 'end')) copy[key] = part + by;
    else if (typeof part === 'object') copy[key] = moved(part, by, known);
  }
  return copy as T;
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
