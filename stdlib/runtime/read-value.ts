import type { FactSchema, FactValue } from './types.ts';

/** A value as read, or why it cannot be: `type` covers everything that is not even of the right form. */
export type Reading =
  | { readonly value: FactValue }
  | { readonly fault: 'type' | 'negative' | 'range' | 'precision' | 'member' };

/** How many decimals a type keeps, in its own base: money in yuan has two, for fen. */
const decimalPlaces = { money: 2, rate: 9, quantity: 6, count: 0, duration: 0 } as const;

/** How much of its base one of a unit is. Bare 万 and 亿 are read as money where money is asked for. */
const moneyUnits: { readonly [unit: string]: bigint } = {
  '': 1n,
  元: 1n,
  yuan: 1n,
  千元: 1_000n,
  万: 10_000n,
  万元: 10_000n,
  百万元: 1_000_000n,
  千万元: 10_000_000n,
  亿: 100_000_000n,
  亿元: 100_000_000n,
};

/**
 * Reads one value of a fact from JSON, from a cell of a table, or from text as people write it. Exact: a number is taken as
 * its shortest decimal form, and what has more decimals than can be kept is a fault, never rounded.
 */
export function readValue(input: unknown, schema: FactSchema): Reading {
  switch (schema.type) {
    case 'money':
      return readMoney(input, schema.signed);
    case 'rate':
      return readRate(input, schema.signed);
    case 'count':
      return readCount(input, schema.signed);
    case 'quantity':
      return readQuantity(input, schema.unit ?? '', schema.signed);
    case 'duration':
      return readDuration(input, schema.signed);
    case 'date':
      return readDate(input);
    case 'bool':
      return readYesNo(input);
    case 'enum':
      return readMember(input, schema.members ?? []);
    case 'key':
      return readKey(input);
    default:
      return schema.type satisfies never;
  }
}

/** Money in fen, from yuan: 6000, "6000", "50万元", "1,234.50 yuan", "¥6000", "30分". */
export function readMoney(input: unknown, signed: boolean): Reading {
  const text = numericText(input);
  if (text === undefined) return { fault: 'type' };
  const [, number = '', unit = ''] = /^[¥￥]?(.*?)\s*(\p{L}*)$/su.exec(text) ?? [];
  if (typeof input === 'number' && tooCoarse(input)) return { fault: 'precision' };
  if (unit === '分') return toWhole(readDecimal(number), 0, 1n, signed);
  const scale = Object.hasOwn(moneyUnits, unit.toLowerCase()) ? moneyUnits[unit.toLowerCase()] : undefined;
  return scale === undefined ? { fault: 'type' } : toWhole(readDecimal(number), decimalPlaces.money, scale, signed);
}

/** A rate in billionths: 0.1, "10%", "4‰", "0.1". */
function readRate(input: unknown, signed: boolean): Reading {
  const text = numericText(input);
  if (text === undefined) return { fault: 'type' };
  const sign = text.slice(-1);
  if (sign === '%') return toWhole(readDecimal(text.slice(0, -1).trim()), decimalPlaces.rate - 2, 1n, signed);
  if (sign === '‰') return toWhole(readDecimal(text.slice(0, -1).trim()), decimalPlaces.rate - 3, 1n, signed);
  return toWhole(readDecimal(text), decimalPlaces.rate, 1n, signed);
}

function readCount(input: unknown, signed: boolean): Reading {
  const text = numericText(input);
  return text === undefined ? { fault: 'type' } : toWhole(readDecimal(text), decimalPlaces.count, 1n, signed);
}

/** A quantity in millionths of its unit: 120, "120", "120平方米". */
function readQuantity(input: unknown, unit: string, signed: boolean): Reading {
  const text = numericText(input);
  if (text === undefined) return { fault: 'type' };
  const named = foldWidth(unit).trim();
  const number = named !== '' && text.endsWith(named) ? text.slice(0, -named.length).trim() : text;
  return toWhole(readDecimal(number), decimalPlaces.quantity, 1n, signed);
}

/** A duration in months: 36, "36个月", "3年", "1年6个月", "36 months". */
function readDuration(input: unknown, signed: boolean): Reading {
  const text = numericText(input);
  if (text === undefined) return { fault: 'type' };
  const spoken = /^(-?)(?:(\d{1,15})\s*(?:年|years?))?\s*(?:(\d{1,15})\s*(?:个月|月|months?))?$/iu.exec(text);
  if (spoken === null || (spoken[2] === undefined && spoken[3] === undefined)) {
    return toWhole(readDecimal(text), decimalPlaces.duration, 1n, signed);
  }
  const months = BigInt(spoken[2] ?? 0) * 12n + BigInt(spoken[3] ?? 0);
  return toWhole({ digits: spoken[1] === '-' ? -months : months, places: 0 }, 0, 1n, signed);
}

/** A date in days: "2026-06-30", "2026/6/30", "2026年6月30日". It must exist. */
export function readDate(input: unknown): Reading {
  if (typeof input !== 'string') return { fault: 'type' };
  const text = foldWidth(input).trim();
  const written =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ??
    /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(text) ??
    /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$/.exec(text);
  if (written === null) return { fault: 'type' };
  const [year, month, day] = [Number(written[1]), Number(written[2]), Number(written[3])];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return { fault: 'type' };
  return { value: Math.round(date.getTime() / 86_400_000) };
}

const yesWords = new Set(['是', 'yes', 'true', 'y']);
const noWords = new Set(['否', 'no', 'false', 'n']);

export function readYesNo(input: unknown): Reading {
  if (typeof input === 'boolean') return { value: input };
  if (typeof input !== 'string') return { fault: 'type' };
  const word = foldWidth(input).trim().toLowerCase();
  if (yesWords.has(word)) return { value: true };
  if (noWords.has(word)) return { value: false };
  return { fault: 'type' };
}

function readMember(input: unknown, members: readonly string[]): Reading {
  if (typeof input !== 'string') return { fault: 'type' };
  const exact = input.trim();
  if (members.includes(exact)) return { value: exact };
  const folded = foldWidth(exact);
  const member = members.find((m) => foldWidth(m) === folded);
  return member === undefined ? { fault: 'member' } : { value: member };
}

/** Any text that is not blank; a whole number is taken as its digits. */
function readKey(input: unknown): Reading {
  if (typeof input === 'string') return { value: input.trim() };
  if (typeof input === 'bigint' || Number.isSafeInteger(input)) return { value: String(input) };
  return { fault: 'type' };
}

// ------------------------------------------------------------------------------------------------------------ numbers

/** `digits` divided by 10 to the power of `places`. */
interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/** A whole or decimal number, with thousands grouped by commas or not. No more than 400 characters: nothing real is longer. */
function readDecimal(text: string): Decimal | undefined {
  if (text.length > 400) return undefined;
  const written =
    /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i.exec(text) ??
    /^([+-]?)()\.(\d+)(?:e([+-]?\d{1,3}))?$/i.exec(text);
  if (written === null) return undefined;
  const fraction = written[3] ?? '';
  const digits = BigInt(`${(written[2] ?? '').replaceAll(',', '')}${fraction}`);
  const places = fraction.length - Number(written[4] ?? 0);
  return { digits: written[1] === '-' ? -digits : digits, places };
}

/** The decimal times `scale`, in whole units of 10 to the power of `-places`, where it is one that can be kept. */
function toWhole(decimal: Decimal | undefined, places: number, scale: bigint, signed: boolean): Reading {
  if (decimal === undefined) return { fault: 'type' };
  const shift = places - decimal.places;
  const scaled = decimal.digits * scale;
  if (shift < 0 && scaled % 10n ** BigInt(-shift) !== 0n) return { fault: 'precision' };
  const whole = shift < 0 ? scaled / 10n ** BigInt(-shift) : scaled * 10n ** BigInt(shift);
  const size = whole < 0n ? -whole : whole;
  if (size > BigInt(Number.MAX_SAFE_INTEGER)) return { fault: 'range' };
  if (whole < 0n && !signed) return { fault: 'negative' };
  return { value: Number(whole) };
}

/**
 * From 2^46 yuan on, two sums that differ by a fen may be the same binary number: a fraction there cannot be trusted. Text
 * can be.
 */
function tooCoarse(value: number): boolean {
  return Math.abs(value) >= 2 ** 46 && !Number.isInteger(value);
}

/** A number as text, half-width and trimmed; undefined for what is neither number nor text. */
function numericText(input: unknown): string | undefined {
  if (typeof input === 'number') return Number.isFinite(input) ? String(input) : undefined;
  if (typeof input === 'bigint') return String(input);
  if (typeof input !== 'string' || input.length > 400) return undefined;
  return foldWidth(input).replaceAll('−', '-').trim();
}

/** Full-width letters, digits and signs as their half-width forms, character by character. */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (c) =>
    c === '\u3000' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  );
}
