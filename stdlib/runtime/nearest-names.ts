/**
 * The names that `name` was probably meant to be, best first, at most three: those at most one edit away (for names of up to
 * three characters), or a third of its length; or one that begins or ends the other (科技局 for 市科技局).
 */
export function nearestNames(name: string, known: readonly string[]): string[] {
  const wanted = name.trim().toLowerCase();
  const limit = wanted.length <= 3 ? 1 : Math.floor(wanted.length / 3);
  const scored: { known: string; score: number }[] = [];
  // A name that long is no slip, and comparing it would cost its length times that of every other.
  if (wanted.length === 0 || wanted.length > 100) return [];
  for (const candidate of new Set(known)) {
    const other = candidate.toLowerCase();
    const score = editDistance(wanted, other, limit);
    if (score <= limit && score < Math.max(wanted.length, other.length)) scored.push({ known: candidate, score });
    else if (wanted.length > 1 && other.length > 1 && affixes(wanted, other)) {
      scored.push({ known: candidate, score: limit + 0.5 });
    }
  }
  return scored
    .sort((a, b) => a.score - b.score || (a.known < b.known ? -1 : 1))
    .slice(0, 3)
    .map((s) => s.known);
}

function affixes(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.length - short.length <= 2 && (long.startsWith(short) || long.endsWith(short));
}

/** Insertions, deletions and replacements that turn one into the other; anything above `limit` counts as `limit + 1`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      const left = next[j - 1] ?? 0;
      const diagonal = row[j - 1] ?? 0;
      next.push(a[i - 1] === b[j - 1] ? diagonal : 1 + Math.min(above, left, diagonal));
    }
    row = next;
  }
  return row[b.length] ?? limit + 1;
}
