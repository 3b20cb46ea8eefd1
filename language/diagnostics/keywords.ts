import type { Lang, Localised } from './diagnostic.ts';

/**
 * Code within sentences. There are two sets of keywords, and two languages to speak of a file in: ⟦when¦当⟧ stands for
 * whichever of the two the file is written in, in a sentence of either language.
 */
export function inBothKeywords({ en, zh }: Localised): Localised {
  const both = `⟦${en}¦${zh}⟧`;
  return { zh: both, en: both };
}

/** A text with its code in one set of keywords. */
export function inKeywords(text: string, keywords: Lang): string {
  if (!text.includes('⟦')) return text;
  return text.replace(/⟦([^¦⟧]*)¦([^⟧]*)⟧/g, (_, en: string, zh: string) => (keywords === 'en' ? en : zh));
}
