/** A line of the source, and how far below the top of the page it is answered. */
export interface Knot {
  readonly line: number;
  readonly top: number;
}

interface Box {
  /** Lines, zero-based, both inclusive. */
  readonly first: number;
  readonly last: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where lines and page are known to meet, in order in both; what stands elsewhere on the page has no say. */
export function knotsOf(boxes: readonly Box[], lines: number, height: number): readonly Knot[] {
  const knots: Knot[] = [{ line: 0, top: 0 }];
  const inOrder = [...boxes].sort((a, b) => a.first - b.first);
  for (const { first, last, top, bottom } of inOrder) {
    const before = knots.at(-1);
    if (before !== undefined && (first < before.line || top < before.top)) continue;
    knots.push({ line: first, top }, { line: last + 1, top: bottom });
  }
  const end = knots.at(-1);
  if (end !== undefined && lines > end.line && height > end.top) knots.push({ line: lines, top: height });
  return knots;
}

/** How far down the page a line is answered; between knots in proportion. */
export function topOf(knots: readonly Knot[], line: number): number {
  return between(knots, line, 'line', 'top');
}

/** The line that is answered so far down the page. */
export function lineAt(knots: readonly Knot[], top: number): number {
  return between(knots, top, 'top', 'line');
}

function between(knots: readonly Knot[], at: number, from: keyof Knot, to: keyof Knot): number {
  const next = knots.findIndex((knot) => knot[from] > at);
  const b = next < 0 ? knots.at(-1) : knots[next];
  const a = next < 0 ? b : knots[next - 1];
  if (a === undefined || b === undefined) return 0;
  if (a === b) return b[to];
  return a[to] + ((at - a[from]) / (b[from] - a[from])) * (b[to] - a[to]);
}
