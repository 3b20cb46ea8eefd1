import type { Days, FactSchema, FactValue, Fen, Lang } from './types.ts';

/** What formatting a fact needs to know of it. */
export type Formatted = Pick<FactSchema, 'type' | 'unit'>;

/**
 * A sum of money as a person writes it. Chinese uses 万 and 亿 where at most two decimals remain: 50万元, 4.3万元, 2亿元,
 * but 6000元, 43050元, 1234567.89元. English groups thousands: 500,000 yuan. Never rounds. `fen` is a whole number.
 */
export function formatMoney(fen: Fen, lang: Lang): string {
  if (lang === 'en') return `${groupThousands(formatYuan(fen))} yuan`;
  if (fen % 100 === 0) {
    const yuan = fen / 100;
    const size = Math.abs(yuan);
    if (size >= 100_000_000 && size % 1_000_000 === 0) return `${formatScaled(yuan, 8)}亿元`;
    if (size >= 10_000 && size % 100 === 0) return `${formatScaled(yuan, 4)}万元`;
  }
  return `${formatYuan(fen)}元`;
}

/** `min..max` of money; `max` null has no upper end. One figure where the two meet. */
export function formatMoneyRange(min: Fen, max: Fen | null, lang: Lang): string {
  if (max === min) return formatMoney(min, lang);
  if (max === null) return lang === 'zh' ? `${formatMoney(min, lang)}起` : `${formatMoney(min, lang)} or more`;
  return lang === 'zh'
    ? `${formatMoney(min, lang)}至${formatMoney(max, lang)}`
    : `${formatMoney(min, lang)} to ${formatMoney(max, lang)}`;
}

/** A checked value of a fact as people write it: 50万元, 10%, 2026-06-30, 36个月, 120平方米, 是, 优秀. */
export function formatFact(value: FactValue, schema: Formatted, lang: Lang): string {
  if (typeof value === 'boolean') return formatYesNo(value, lang);
  if (typeof value === 'string') return value;
  switch (schema.type) {
    case 'money':
      return formatMoney(value, lang);
    case 'rate':
      return `${formatScaled(value, 7)}%`;
    case 'quantity':
      return `${formatScaled(value, 6)}${lang === 'zh' ? '' : ' '}${schema.unit ?? ''}`;
    case 'date':
      return formatDate(value);
    case 'duration':
      return lang === 'zh' ? `${value}个月` : `${value} ${value === 1 ? 'month' : 'months'}`;
    case 'count':
    case 'bool':
    case 'enum':
    case 'key':
      return String(value);
    default:
      return schema.type satisfies never;
  }
}

export function formatYesNo(value: boolean, lang: Lang): string {
  if (lang === 'zh') return value ? '是' : '否';
  return value ? 'yes' : 'no';
}

/** A date, in days since 1970-01-01, as `YYYY-MM-DD`; years before 0 or after 9999 with a sign and six digits. */
export function formatDate(days: Days): string {
  const date = new Date(days * 86_400_000);
  return Number.isNaN(date.getTime()) ? String(days) : (date.toISOString().split('T')[0] ?? '');
}

/** Fen as a plain decimal number of yuan: 6000, 1234567.89, -0.50. Two decimals or none. */
export function formatYuan(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const cents = digits.slice(-2);
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}${cents === '00' ? '' : `.${cents}`}`;
}

/** Fen as results give them: always two decimals. 500000.00 */
export function formatYuanFixed(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The whole number `value` divided by 10 to the power of `places`, as a decimal without trailing zeros. */
function formatScaled(value: number, places: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -places)}${fraction === '' ? '' : `.${fraction}`}`;
}

function groupThousands(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
