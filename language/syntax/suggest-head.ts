import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Context } from './heads.ts';
import { type Role, roles, vocabulary } from './vocabulary.ts';

/** The head word that a word at the beginning of a statement was probably meant to be. */
export function suggestHead(word: string, context: Context): string | undefined {
  return didYouMean(word, headWords(context))[0];
}

function headWords(context: Context): string[] {
  const wanted = (role: Role) => {
    const head = vocabulary[role].head;
    if (head === undefined) return false;
    return context === 'file'
      ? head === 'top' || role === 'matter' || role === 'let' || role === 'waive'
      : head === 'line';
  };
  return roles.filter(wanted).flatMap((role) => [...vocabulary[role].en, ...vocabulary[role].zh]);
}
