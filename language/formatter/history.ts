import type { EachYear, GivenAward, GivenYearly, Less } from '../syntax/tree.ts';
import { date, expression } from './expressions.ts';
import { awardReference, yearsWord } from './history-expressions.ts';
import { list, type Part } from './layout.ts';
import type { Doc, Page } from './page.ts';
import { nameAt, type Words, word } from './words.ts';

/** `each year for 4 years from D`, 自 D 起连续 4年，每年. */
export function eachYear(node: EachYear, page: Page): string {
  const { words } = page;
  const start = nameAt(node.start.text, 'elsewhere');
  const length = yearsWord(node.years, page);
  if (words.vocabulary === 'en') return `${word('eachYearFor', words)} ${length} ${word('from', words)} ${start}`;
  const years = `${word('since', words)} ${start} ${word('sinceClose', words)}${word('forYears', words)} ${length}`;
  return `${years}${words.comma}${word('perYear', words)}`;
}

export function less(node: Less, page: Page): string {
  const whose = node.award ? ` ${awardReference(node.award, page)}` : '';
  return `${word('lessAwarded', page.words)}${whose}`;
}

/** `had 建设奖 = 50万元 in 2025` */
export function givenAward(node: GivenAward, page: Page): Doc {
  const { words } = page;
  if (node.award === undefined) return word('hadNothing', words);
  const item = node.item === undefined ? '' : `[${node.item}]`;
  const amount = node.amount ? expression(node.amount, page, 'sum') : '';
  const time = node.date ? date(node.date, page) : node.year === undefined ? '' : yearWord(node.year, words);
  const when = time === '' ? '' : ` ${word('inYear', words)} ${time}`;
  return [`${word('had', words)} ${awardReference(node.award, page)}${item} ${words.equals} `, amount, when];
}

/** `{ 2025: no, 2026: yes }` */
export function givenYearly(node: GivenYearly, page: Page): Doc {
  const { words } = page;
  const parts = node.years.map((given): Part => {
    const label = given.year === 'earlier' ? word('earlier', words) : yearWord(given.year, words);
    return { node: given, doc: [`${label}${words.colon}`, expression(given.value, page)] };
  });
  return list(page, node, parts, { brackets: '{}', padded: true, separator: words.comma, keepsLines: true });
}

function yearWord(year: number, words: Words): string {
  return words.vocabulary === 'zh' ? `${year}年` : String(year);
}
