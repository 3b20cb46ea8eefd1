import type { Localised } from '../../language/diagnostics/diagnostic.ts';
import { didYouMean } from '../../language/diagnostics/did-you-mean.ts';

/** What stands in a file of settings. */
export const expectedWords = {
  object: { zh: '一个 JSON 对象 { … }', en: 'a JSON object { … }' },
  lint: { zh: '一个对象，每行一个检查和它的严重程度', en: 'an object of checks, each with its severity' },
  level: { zh: '加引号的严重程度', en: 'a severity in quotes' },
} as const satisfies Readonly<Record<string, Localised>>;

/** What to write instead of the name of a setting that there is not. */
export function memberAdvice(name: string, known: readonly string[]): Localised {
  const [meant = 'lint'] = didYouMean(name, known);
  return { zh: `是不是 ${meant}`, en: `write ${meant}, if that is meant` };
}
