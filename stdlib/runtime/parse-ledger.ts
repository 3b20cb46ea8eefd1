import { describeFound, makeProblem, unknownFact } from './problems.ts';
import { readDate, readMoney } from './read-value.ts';
import type { Lang, Ledger, PastAward, Problem } from './types.ts';

/** The names that the entries of a ledger may use, in both languages; the declared one first. */
const columns: readonly (readonly [keyof PastAward, readonly string[]])[] = [
  ['policy', ['policy', '政策', '文件']],
  ['measure', ['measure', '措施']],
  ['benefit', ['benefit', '待遇', '项目']],
  ['item', ['item', '编号', '对象']],
  ['year', ['year', '年份', '年度']],
  ['date', ['date', '日期']],
  ['amount', ['amount', '金额']],
];

/** Reads the past awards of one applicant. Every problem names the entry, from 1, and its field; undefined where there was one. */
export function readLedger(value: unknown, problems: Problem[], lang: Lang): Ledger | undefined {
  const zh = lang === 'zh';
  const misfit = (field: string, found: unknown, expected: string): undefined => {
    problems.push(makeProblem('CS6015', field, describeFound(found, lang), expected, lang));
    return undefined;
  };
  if (!Array.isArray(value)) {
    return misfit(
      'ledger',
      value,
      zh ? '已享受待遇的名单，没有则为 []' : 'a list of past awards, [] where there are none',
    );
  }
  const before = problems.length;
  const awards = value.map((entry: unknown, index) => readEntry(entry, `ledger[${index + 1}]`, problems, misfit, lang));
  return problems.length > before ? undefined : awards.filter((award) => award !== undefined);
}

function readEntry(
  entry: unknown,
  place: string,
  problems: Problem[],
  misfit: (field: string, found: unknown, expected: string) => undefined,
  lang: Lang,
): PastAward | undefined {
  const zh = lang === 'zh';
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    return misfit(place, entry, zh ? '一条记录，写明措施、年份和金额' : 'an entry with measure, year and amount');
  }
  const given = new Map<keyof PastAward, unknown>();
  for (const [key, value] of Object.entries(entry)) {
    const column = columns.find(([, names]) => names.includes(key))?.[0];
    if (column === undefined) {
      const known = columns.flatMap(([, names]) => names.slice(0, 2));
      problems.push(unknownFact(`${place}.${key}`, key, known, lang));
    } else if (value !== null && value !== '') given.set(column, value);
  }
  const text = (column: keyof PastAward): string | undefined => {
    const value = given.get(column);
    if (typeof value === 'string') return value.trim();
    if (Number.isSafeInteger(value)) return String(value);
    return value === undefined ? undefined : misfit(`${place}.${column}`, value, zh ? '一个名称' : 'a name');
  };
  const measure = text('measure');
  if (given.get('measure') === undefined) {
    misfit(`${place}.measure`, undefined, zh ? '措施的名称' : 'the name of a measure');
  }
  const amount = readMoney(given.get('amount'), false);
  if ('fault' in amount || typeof amount.value !== 'number') {
    const expected = zh ? '不为负的金额，如 50万元' : 'an amount that is not negative, such as 50万元';
    misfit(`${place}.amount`, given.get('amount'), expected);
  }
  const [policy, benefit, item] = [text('policy'), text('benefit'), text('item')];
  const year = yearOfEntry(given.get('year'));
  if (given.has('year') && year === undefined) {
    misfit(`${place}.year`, given.get('year'), zh ? '四位年份，如 2025' : 'a year of four digits, such as 2025');
  }
  const date = given.has('date') ? readDate(given.get('date')) : undefined;
  if (date !== undefined && 'fault' in date) {
    misfit(
      `${place}.date`,
      given.get('date'),
      zh ? '存在的日期，如 2025-06-30' : 'a date that exists, such as 2025-06-30',
    );
  }
  if (measure === undefined || 'fault' in amount || typeof amount.value !== 'number') return undefined;
  return {
    ...(policy !== undefined && { policy }),
    measure,
    ...(benefit !== undefined && { benefit }),
    ...(item !== undefined && { item }),
    ...(year !== undefined && { year }),
    ...(date !== undefined && 'value' in date && typeof date.value === 'number' && { date: date.value }),
    amount: amount.value,
  };
}

function yearOfEntry(value: unknown): number | undefined {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  const year = /^(\d{4})年?$/.exec(text)?.[1];
  return year === undefined ? undefined : Number(year);
}
