import { roles, type Vocabulary, vocabulary } from './vocabulary.ts';

/** The first words of the phrases that begin a line, in each vocabulary; what is in both tells nothing. */
const heads = new Map<string, Vocabulary | undefined>();
for (const role of roles) {
  const keyword = vocabulary[role];
  if (!('head' in keyword)) continue;
  for (const of of ['en', 'zh'] as const) {
    for (const phrase of keyword[of]) {
      const word = phrase.split(' ')[0] ?? phrase;
      heads.set(word, heads.has(word) && heads.get(word) !== of ? undefined : of);
    }
  }
}

const lineStart = /(?:^|[{};\n])\s*([a-z]+|\p{Script=Han}+)/gu;
const known = new WeakMap<{ readonly text: string }, { readonly found: Vocabulary | undefined }>();

/**
 * The vocabulary that most statements of a file begin in; undefined where none do, or as many in each. Read off the
 * text: after every keystroke it is asked anew, and the tokens of a whole file are not at hand then.
 */
export function dominantVocabulary(file: { readonly text: string }): Vocabulary | undefined {
  let remembered = known.get(file);
  if (remembered === undefined) {
    remembered = { found: count(file.text) };
    known.set(file, remembered);
  }
  return remembered.found;
}

function count(text: string): Vocabulary | undefined {
  let balance = 0;
  for (const [, word = ''] of text.matchAll(lineStart)) {
    const of = heads.get(word);
    if (of !== undefined) balance += of === 'en' ? 1 : -1;
  }
  if (balance === 0) return undefined;
  return balance > 0 ? 'en' : 'zh';
}
