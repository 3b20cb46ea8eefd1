import type { Covers, Deadline, EachYear, Expression, GivenAward, GivenYearly, Less } from '../syntax/tree.ts';
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

/** `covers events by D from A to B`, `适用 D 在 A 至 B 的事项`. */
export function covers(node: Covers, page: Page): string {
  const { words } = page;
  const day = nameAt(node.date.text, 'elsewhere');
  const [from, to] = [node.from, node.to].map((end) => (end ? date(end, page) : ''));
  const period = `${from} ${word('to', words)} ${to}`;
  if (words.vocabulary === 'en') return `${word('covers', words)} ${day} ${word('from', words)} ${period}`;
  return `${word('covers', words)} ${day} ${word('inPeriod', words)} ${period} ${word('coversClose', words)}`;
}

/** 8个月, 2年, 30日; in English 8 months, 2 years, 30 days. */
function lengthWord(length: Expression, page: Page): Doc {
  if (length.kind !== 'NumberLiteral' || length.denominator !== 1n) return expression(length, page, 'operand');
  const { unit, numerator } = length;
  if (unit !== 'months' && unit !== 'days') return expression(length, page, 'operand');
  const isYears = unit === 'months' && numerator > 0n && numerator % 12n === 0n;
  const n = isYears ? numerator / 12n : numerator;
  if (page.words.vocabulary === 'zh') return `${n}${isYears ? '年' : unit === 'months' ? '个月' : '日'}`;
  const word = isYears ? 'year' : unit === 'months' ? 'month' : 'day';
  return `${n} ${word}${n === 1n ? '' : 's'}`;
}

/** `apply within 8 months of D on E`, `自 D 起 8个月 内申报 于 E`. */
export function deadline(node: Deadline, page: Page): Doc {
  const { words } = page;
  const since = nameAt(node.since.text, 'elsewhere');
  const length = lengthWord(node.length, page);
  const on = node.on ? ` ${word('onDate', words)} ${nameAt(node.on.text, 'elsewhere')}` : '';
  if (words.vocabulary === 'en')
    return [`${word('applyWithin', words)} `, length, ` ${word('of', words)} ${since}${on}`];
  return [
    `${word('since', words)} ${since} ${word('sinceClose', words)} `,
    length,
    ` ${word('withinToApply', words)}${on}`,
  ];
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
