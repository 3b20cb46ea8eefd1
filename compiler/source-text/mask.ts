import { readText } from './extract.ts';
import type { Stretch } from './figure-context.ts';
import { wordingIn } from './figure-wording.ts';
import { hanDigit } from './numerals.ts';

/**
 * A text that nobody can read and that reads the same to the extractor: figures, numerals, condition words, bodies, numbers
 * of headings and punctuation stay, every other Han character becomes 〇. So a test can carry an official text without
 * its sentences. The hashes differ, of course.
 */
export function maskText(original: string): string {
  const { normal, outline, parts } = readText(original);
  const kept = new Set<number>();
  const keep = (from: number, { start, end }: Stretch) => {
    for (let i = Math.max(0, from + start); i < from + end; i++) kept.add(normal.at[i] ?? -1);
  };
  for (const sign of outline.signs) keep(0, sign);
  for (const { part, text, figures, conditions, bodies } of parts) {
    keep(part.start, { start: 0, end: part.textStart - part.start });
    for (const figure of figures) {
      // 〇 is a numeral too: one character parts a figure that ends in one from what is masked after it; 版 makes a year.
      const isOpen = figure.figure.type === 'year' || hanDigit.includes(text[figure.end - 1] ?? '');
      keep(part.textStart, { start: figure.start, end: figure.end + (isOpen ? 1 : 0) });
      for (const stretch of figure.kept) keep(part.textStart, stretch);
    }
    for (const body of bodies) keep(part.textStart, body);
    for (const { kept: stretches } of [...conditions, ...bodies]) {
      for (const stretch of stretches) keep(part.textStart, stretch);
    }
    // 附件1, 第3批: digits that are no figures because of the words they stand in.
    for (const word of wordingIn(text).words) {
      const { start, end } = word;
      if (/^[^《“"]*\d/.test(text.slice(start, end))) keep(part.textStart, { start, end: end + 2 });
    }
    for (const ordinal of text.matchAll(/第(?=\d)/g))
      keep(part.textStart, { start: ordinal.index, end: ordinal.index + 1 });
  }
  return Array.from({ length: original.length }, (_, i) => original[i]!)
    .map((c, i) => (kept.has(i) || !/\p{Script=Han}/u.test(c) ? c : '〇'))
    .join('');
}
