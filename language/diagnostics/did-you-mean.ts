import { distance } from 'fastest-levenshtein';

/**
 * The candidates that `name` was probably meant to be, best first, at most three. A name of up to three characters may
 * differ by one edit, longer ones by a third of their length: Han names are short, and two edits there make another word.
 * A name of one character is like no other.
 */
export function didYouMean(name: string, candidates: Iterable<string>): string[] {
  if (name.length < 2) return [];
  const limit = name.length <= 3 ? 1 : Math.floor(name.length / 3);
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of new Set(candidates)) {
    if (candidate === name || Math.abs(candidate.length - name.length) > Math.max(limit, 2)) continue;
    const edits = distance(name.toLowerCase(), candidate.toLowerCase());
    // 科技局 for 市科技局: a missing or added affix is a likelier slip than an edit within.
    const affix =
      name.length > 1 && (candidate.endsWith(name) || name.endsWith(candidate) || candidate.startsWith(name));
    if (edits <= limit) scored.push({ candidate, score: edits });
    else if (affix && candidate.length > 1) scored.push({ candidate, score: limit + 0.5 });
  }
  return scored
    .sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map((s) => s.candidate);
}
