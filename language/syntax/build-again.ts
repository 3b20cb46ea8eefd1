import { type BuiltTree, pieceOf, startBuilding, treeOf } from './build-tree.ts';
import { type Statement as Outlined, outline } from './outline.ts';
import { type BuiltFile, isSamePiece, matching, movedPiece, passOn, toTakeOver } from './reuse.ts';
import { scan } from './scan.ts';
import type { Token } from './tokens.ts';
import type { File } from './tree.ts';

/**
 * The tree of a text of which an earlier version was parsed, by reading only the statements around the edit; undefined
 * where that does not show to come to the same as reading all of it. The statements on both sides of the edited ones are
 * read with them: where they come out as before, so does all that stands beyond them, which no reading looks past. That
 * holds for texts in which the scanner and the outline found nothing wrong.
 */
export function buildAgain(before: File, text: string, file: string): BuiltTree | undefined {
  const built = toTakeOver(before);
  const stretch = built && stretchOf(built, text);
  if (built === undefined || stretch === undefined) return undefined;
  const { low, high, start, end, by } = stretch;
  const statements = read(text.slice(start, end), start, file);
  if (statements === undefined) return undefined;
  const [first, last] = [statements[0], statements.at(-1)];
  if (low > 0 && (first === undefined || !standsAs(first, built, low, 0, text))) return undefined;
  if (high < built.pieces.length) {
    const isAnother = low === 0 || statements.length > 1;
    if (last === undefined || !isAnother || !standsAs(last, built, high - 1, by, text) || !beginsSurely(last)) {
      return undefined;
    }
  }
  // A text without statements is a mistake of its own.
  if (statements.length + low + built.pieces.length - high === 0) return undefined;
  passOn(before);
  const builder = startBuilding(text, file, new Set());
  const again = matching(built, low, high, statements, text);
  const within = statements.map((outlined, i) => pieceOf(builder, outlined, again.get(i)));
  const after = built.pieces.slice(high).map((_, i) => movedPiece(built, high + i, by));
  const tree = treeOf({
    text,
    pieces: [...built.pieces.slice(0, low), ...within, ...after],
    places: [
      ...built.places.slice(0, low),
      ...statements.map(({ span }) => ({ start: span.start, end: span.end })),
      ...built.places.slice(high).map((place) => ({ start: place.start + by, end: place.end + by })),
    ],
    sound: true,
  });
  return { tree, diagnostics: builder.diagnostics, untold: builder.untold };
}

/** What is read again: the pieces from `low` on and before `high`, which stand between two offsets of the text now. */
interface Stretch {
  readonly low: number;
  readonly high: number;
  readonly start: number;
  readonly end: number;
  /** How much further on everything after it stands. */
  readonly by: number;
}

/** The edited pieces with one on either side; undefined where something is wrong beyond them. */
function stretchOf({ text: old, pieces, places, sound }: BuiltFile, text: string): Stretch | undefined {
  if (!sound || pieces.length === 0) return undefined;
  const shorter = Math.min(old.length, text.length);
  let head = 0;
  while (head < shorter && old.charCodeAt(head) === text.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shorter - head && old.charCodeAt(old.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail))
    tail++;
  let before = -1;
  while (before + 1 < places.length && places[before + 1]!.end < head) before++;
  let after = places.length;
  while (after > before + 1 && places[after - 1]!.start > old.length - tail) after--;
  const by = text.length - old.length;
  const low = Math.max(0, before);
  const high = Math.min(places.length, after + 1);
  for (const [i, piece] of pieces.entries()) if (!piece.clean && (i < low || i >= high)) return undefined;
  const start = low === 0 ? 0 : startOfLine(text, places[low]!.start);
  if (start === undefined) return undefined;
  return { low, high, start, end: high === places.length ? text.length : places[high - 1]!.end + by, by };
}

/** Where the line of an offset begins, if nothing but blanks stands before it. */
function startOfLine(text: string, offset: number): number | undefined {
  let start = offset;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  return start === 0 || text[start - 1] === '\n' ? start : undefined;
}

/** What a scanner must see whole, or refuses. */
const unsure = /\/\*|[^\P{Cc}\s\u0085]|\ufffd/u;

/** The statements of a part of a text, where nothing is wrong with how it is written and cut. */
function read(part: string, start: number, file: string): readonly Outlined[] | undefined {
  if (unsure.test(part)) return undefined;
  const { tokens, diagnostics } = scan(part, file);
  if (diagnostics.length > 0) return undefined;
  const outlined = outline(
    tokens.map((token) => further(token, start)),
    file,
  );
  return outlined.diagnostics.length > 0 ? undefined : outlined.statements;
}

function further(token: Token, by: number): Token {
  if (by === 0) return token;
  const { number } = token;
  const named = number?.named;
  return {
    ...token,
    startOffset: token.startOffset + by,
    endOffset: token.endOffset + by,
    ...(number &&
      named && {
        number: {
          ...number,
          named: { ...named, span: { start: named.span.start + by, end: named.span.end + by } },
        },
      }),
  };
}

/** Whether a statement is a piece of before, moved as far as it must be. */
function standsAs(statement: Outlined, built: BuiltFile, index: number, by: number, text: string): boolean {
  return statement.span.start === built.places[index]!.start + by && isSamePiece(built, index, statement, text);
}

/** Whether no statement before this one can go on into it: its line begins with its head. */
function beginsSurely({ head, headAt, tokens }: Outlined): boolean {
  return head !== undefined && headAt === 0 && (tokens[0] as Token | undefined)?.indent !== -1;
}
