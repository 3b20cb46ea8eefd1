import type { Modality } from './tree.ts';
import { type Role, roles, rolesOfPhrase, vocabulary } from './vocabulary.ts';

/**
 * Where keywords begin and end in Han text. A run of Han characters is a keyword only as a whole (当年 and 经济贡献 are
 * names), or as a sequence of phrases that may be glued: 每年最高不超过. Whatever else a run holds, it is one name.
 */

const glued: ReadonlySet<string> = new Set(
  roles
    .filter((role) => vocabulary[role].glues)
    .flatMap((role) => vocabulary[role].zh)
    // 给予最高 is how the texts say it; 累计上限 is what somebody calls a fact.
    .concat('给予')
    .filter((phrase) => phrase !== '上限' && /^\p{Script=Han}+$/u.test(phrase)),
);
const longest = Math.max(...[...glued].map((phrase) => phrase.length));

/** The phrases of a run, in order, or undefined where it is a name. The fewest phrases that fit. */
export function keywordsOfRun(run: string): readonly string[] | undefined {
  if (rolesOfPhrase.has(run)) return [run];
  // best[i]: the length of the last phrase of the best split of the first i characters.
  const count: (number | undefined)[] = [0];
  const last: number[] = [0];
  let reach = 0;
  for (let i = 1; i <= run.length; i++) {
    for (let length = Math.min(longest, i); length > 0; length--) {
      const before = count[i - length];
      if (before === undefined || !glued.has(run.slice(i - length, i))) continue;
      const here = count[i];
      if (here !== undefined && here <= before + 1) continue;
      count[i] = before + 1;
      last[i] = length;
      reach = i;
    }
    if (i - reach >= longest) return undefined;
  }
  if (count[run.length] === undefined) return undefined;
  const parts: string[] = [];
  for (let i = run.length; i > 0; i -= last[i]!) parts.push(run.slice(i - last[i]!, i));
  return parts.reverse();
}

export function isKeywordRun(run: string): boolean {
  return keywordsOfRun(run) !== undefined;
}

/**
 * The Chinese keywords that a name begins with, longest first: 每 of 每硕士. For the binder, which knows whether the
 * rest is a name, and so can say that the two were meant to stand apart.
 */
export function keywordPrefixes(name: string): readonly string[] {
  return affixes(name, (length) => name.slice(0, length));
}

/** The Chinese keywords that a name ends in, longest first: 后 of 绩效评估后. */
export function keywordSuffixes(name: string): readonly string[] {
  return affixes(name, (length) => name.slice(-length));
}

const prefixLimit = Math.max(...[...rolesOfPhrase.keys()].map((phrase) => phrase.length));

function affixes(name: string, cut: (length: number) => string): readonly string[] {
  const found: string[] = [];
  for (let length = Math.min(prefixLimit, name.length - 1); length > 0; length--) {
    const part = cut(length);
    if (/^\p{Script=Han}+$/u.test(part) && rolesOfPhrase.has(part)) found.push(part);
  }
  return found;
}

/** Words of a role in both vocabularies, for messages. */
export function bothWords(role: Role): { readonly zh: string; readonly en: string } {
  const { zh, en } = vocabulary[role];
  return { zh: zh[0] ?? en[0] ?? '', en: en[0] ?? zh[0] ?? '' };
}

/** The word that says which norms of a measure an expectation is about */
export function modalityWords(modality: Modality): { readonly zh: string; readonly en: string } {
  const { zh, en } = bothWords(modality);
  // 应 and 内不得申报 have to stand between other words of their sentence.
  if (modality === 'hold') return { zh: bothWords('limitNorm').zh, en };
  return modality === 'bar' ? { zh: '不得申报', en } : { zh, en };
}
