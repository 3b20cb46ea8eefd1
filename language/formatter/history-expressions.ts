import type {
  AwardReference,
  Expression,
  FirstTime,
  Growth,
  GrowthRate,
  Had,
  LastYear,
  Running,
  Schedule,
  YearsSum,
} from '../syntax/tree.ts';
import { type Row, rows } from './layout.ts';
import { type Doc, type Page, quoted } from './page.ts';
import { nameAt, word } from './words.ts';

/** Prints an expression within another; `least`: what holds together less stands in parentheses. */
export type Print = (node: Expression, page: Page, least?: 'comparison' | 'atom') => Doc;

export type HistoryExpression = LastYear | YearsSum | Growth | GrowthRate | FirstTime | Running | Had | Schedule;

/** Facts of other years, past awards, and what changes from year to year. */
export function history(node: HistoryExpression, page: Page, print: Print): Doc {
  const { words } = page;
  const zh = words.vocabulary === 'zh';
  switch (node.kind) {
    case 'LastYear':
      return `${word('lastYears', words)} ${nameAt(node.fact.text, 'operand')}`;
    case 'YearsSum': {
      const fact = nameAt(node.fact.text, 'operand');
      return zh
        ? `${word('recent', words)} ${yearsWord(node.years, page)} ${word('inTotal', words)} ${fact}`
        : `${word('sumOf', words)} ${fact} ${word('over', words)} ${yearsWord(node.years, page)}`;
    }
    case 'Growth':
    case 'GrowthRate':
      return growth(node, page, print);
    case 'FirstTime':
      return [`${word('firstTime', words)} `, print(node.condition, page, 'comparison')];
    case 'Running': {
      const inner = print(node.condition, page, 'comparison');
      const length = `${word('forYears', words)} ${yearsWord(node.years, page)}`;
      return zh ? [`${length} `, inner] : [inner, ` ${length} ${word('running', words)}`];
    }
    case 'Had':
      return `${word('had', words)} ${awardReference(node.award, page)}`;
    case 'Schedule':
      return schedule(node, page, print);
    default:
      return node satisfies never;
  }
}

/** `growth of 产量 beyond 6%`, 产量 增长超过 6% 的部分. */
function growth(node: Growth | GrowthRate, page: Page, print: Print): Doc {
  const { words } = page;
  const zh = words.vocabulary === 'zh';
  const fact = nameAt(node.fact.text, node.fact === page.firstName && zh ? 'first' : 'operand');
  if (node.kind === 'GrowthRate') {
    return zh ? `${fact} ${word('growthRateAfter', words)}` : `${word('growthRateOf', words)} ${fact}`;
  }
  const { beyond } = node;
  if (beyond === undefined) {
    return zh ? `${fact} ${word('growthAfter', words)}` : `${word('growthOf', words)} ${fact}`;
  }
  const limit = [` ${word('beyond', words)} `, print(beyond, page, 'atom')];
  return zh ? [fact, limit, ` ${word('partClose', words)}`] : [`${word('growthOf', words)} ${fact}`, limit];
}

/** `over 4 years from D { 1 to 2: 60% }`, 自 D 起 4年 内 { 第1至2年：60% }. */
function schedule(node: Schedule, page: Page, print: Print): Doc {
  const { words } = page;
  const zh = words.vocabulary === 'zh';
  const start = nameAt(node.start.text, 'elsewhere');
  const length = yearsWord(node.years, page);
  const head = zh
    ? `${word('since', words)} ${start} ${word('sinceClose', words)} ${length} ${word('withinYears', words)} `
    : `${word('over', words)} ${length} ${word('from', words)} ${start} `;
  const parts = node.rows.map((row): Row => {
    const span = row.from === row.to ? `${row.from}` : zh ? `${row.from}至${row.to}` : `${row.from} to ${row.to}`;
    return { node: row, head: zh ? `第${span}年` : span, value: print(row.value, page) };
  });
  return [head, rows(page, node, parts)];
}

/** `3 years`, 3年. What is no whole number of years stays as it was written. */
export function yearsWord(node: Expression, page: Page): string {
  if (node.kind !== 'NumberLiteral') return '';
  const { numerator, denominator, unit, written } = node;
  const whole = unit === 'months' ? numerator / 12n : numerator;
  const isWhole = denominator === 1n && (unit === 'months' ? numerator % 12n === 0n : unit === 'none');
  if (!isWhole) return written;
  if (page.words.vocabulary === 'zh') return `${whole}年`;
  return whole === 1n ? '1 year' : `${whole} years`;
}

export function awardReference({ path, text }: AwardReference, page: Page): string {
  return text ? quoted(text, page) : path.map((part) => nameAt(part.text, 'elsewhere')).join('.');
}
