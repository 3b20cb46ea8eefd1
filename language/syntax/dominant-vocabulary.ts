import * as T from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

interface Tokens {
  readonly tokens: readonly T.Token[];
}

const known = new WeakMap<Tokens, { readonly vocabulary: Vocabulary | undefined }>();

/** The words of which vocabulary a file uses most; undefined where it uses none, or as many of each. */
export function dominantVocabulary(file: Tokens): Vocabulary | undefined {
  let found = known.get(file);
  if (found === undefined) {
    found = { vocabulary: count(file) };
    known.set(file, found);
  }
  return found.vocabulary;
}

function count({ tokens }: Tokens): Vocabulary | undefined {
  let balance = 0;
  for (const token of tokens) {
    if (T.rolesOf(token).length > 0) balance += /^[a-z]/.test(token.image) ? 1 : -1;
  }
  if (balance === 0) return undefined;
  return balance > 0 ? 'en' : 'zh';
}
