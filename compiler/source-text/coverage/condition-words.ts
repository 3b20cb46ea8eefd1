import { conditionWords, conditionWordsIn } from '../conditions.ts';

/** Words that say a condition wherever they stand; others do so only in a sentence that states one. */
const always: ReadonlySet<string> = new Set(conditionWords.flatMap(({ word, stated }) => (stated ? [] : [word])));

/** Whether a name says a condition word, in any of its spellings: 绩效评估 says 绩效评价. */
export function says(name: string, word: string): boolean {
  return name.includes(word) || conditionWordsIn(name).includes(word);
}

/**
 * The condition words in a name: those that the text uses somewhere, and those that are conditions in any text. Longest
 * first and none within another, where they are told by their letters alone.
 */
export function conditionsIn(name: string, vocabulary: ReadonlySet<string>): string[] {
  const found = new Set(conditionWordsIn(name).filter((word) => always.has(word) || vocabulary.has(word)));
  let rest = name;
  for (const word of [...vocabulary].sort((a, b) => b.length - a.length)) {
    if (!rest.includes(word)) continue;
    if (![...found].some((other) => other.includes(word))) found.add(word);
    rest = rest.replaceAll(word, '\n');
  }
  return [...found];
}
