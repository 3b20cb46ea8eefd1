/**
 * Words that count things in Chinese and have no unit of their own: 30名, 2家, 1场. A figure with one is a count, unless
 * the policy declares a unit of that name.
 */
const countingWords: ReadonlySet<string> = new Set([
  ...'个名人位户家所项次场件支批期种条门篇套台辆座处对组份届类本间只头棵张'.split(''),
  ...['分值', '人次', '家次', '项次', '户次', '场次'],
]);

export function isCountingWord(word: string): boolean {
  return countingWords.has(word);
}
