import type { Stretch } from './figure-context.ts';
import { hanDigit } from './numerals.ts';

/** Stretches of a text whose numbers are words, and its short quotations. */
export interface Wording {
  readonly words: readonly Stretch[];
  readonly quotations: readonly Stretch[];
}

/** Words with numbers in them that would otherwise read as figures. */
const phrases: readonly RegExp[] = [
  // Titles of other documents.
  /《[^》]*》/g,
  // Telephones, addresses on the net, labels of what is attached.
  /(?:\+86-?)?\(?0\d{2,3}\)?-?\d{7,8}(?:-\d{1,5})?(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)[48]00-?\d{3,4}-?\d{3,4}(?!\d)/g,
  /(?:https?:\/\/|www\.)[\w./?=&%#:-]+|[\w.]+@[\w.]+/g,
  /(?:附件|附表|附录|附图|表|图|注)(?:\d{1,2}|[一二三四五六七八九十])(?![\d年月日%])/g,
  /(?<!\d)1234[56](?=热线|政务|市民|平台)/g,
  // Numbers of items within a clause.
  /(?<=^|[。:;)])(?:\(\d{1,2}\)|\d{1,2}(?:\.(?!\d)|、))|\(\d{1,2}\)(?!\d)/g,
  // Articles and quantities that are none.
  /一(?:批|些|系列|种|类|定|般|样|致|体|次性|方面|站式|条龙|条线|张网|把手|揽子|篇文章|个窗口|件事)/g,
  /(?:[每上前下同新这某另任唯统之第万]|进一步|其中|的)一(?:年|个|家|项|名|次|位|条|所|件|部分)/g,
  /一(?:年一度|成不变|家之言|年来|个样|部分)|十年树木|百年大计|五年规划/g,
  /[最第]?(?:先|初|后)?一公里/g,
  /(?:两个|四个|三个|五个|六个|七个|八个)(?:确立|维护|意识|自信|全面|代表|健康|毫不动摇|一百年|务必|区分开来)|[三四五]位一体|[一二三]次(?:产业|创业|元|性)/g,
  // 一事一议, 一企一策, 一人一档
  /一[\p{Script=Han}]{1,2}一[\p{Script=Han}]{1,2}/gu,
];

/** A quotation of up to this many characters is a name or a slogan. */
const quotationLength = 14;

export function wordingIn(text: string): Wording {
  const quotations = [...text.matchAll(/“([^“”]*)”|"([^"]*)"/g)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => end - start - 2 <= quotationLength);
  const words = phrases.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
  // Chinese numbers in a slogan count nothing: “七个倍增”, “四链”.
  const slogans = quotations.filter(({ start, end }) => {
    const inside = text.slice(start, end);
    return !/\d/.test(inside) && new RegExp(`[${hanDigit}]`).test(inside) && !/\+/.test(inside);
  });
  return { words: merged([...words, ...slogans]), quotations };
}

/** The same stretches in order, those that overlap as one. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && start < last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else result.push({ start, end });
  }
  return result;
}

/** Where the wording that holds an offset ends, or undefined. */
export function isWording({ words }: Wording, offset: number): number | undefined {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const last = words[low - 1];
  return last !== undefined && offset < last.end ? last.end : undefined;
}

export function isQuoted({ quotations }: Wording, { start, end }: Stretch): boolean {
  return quotations.some((quotation) => quotation.start < start && end < quotation.end);
}
