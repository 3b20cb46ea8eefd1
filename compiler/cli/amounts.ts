import type { Terminal } from './terminal.ts';
import { words } from './words.ts';

/** An amount as tables show it: in 万元 in Chinese, in yuan in English. Exact, never rounded. */
export function showAmount(fen: number | bigint, terminal: Terminal): string {
  return terminal.lang === 'zh' ? tenThousands(fen) : grouped(fixed(fen));
}

/** Whole fen at both ends; null: no upper end. */
interface RangeOf<T> {
  readonly min: T;
  readonly max: T | null;
}

/** "50", "0 至 150", "0 起". */
export function showRange({ min, max }: RangeOf<number> | RangeOf<bigint>, terminal: Terminal): string {
  const low = showAmount(min, terminal);
  if (max === null) return terminal.say(words.orMore, { min: low });
  return max === min ? low : terminal.say(words.to, { min: low, max: showAmount(max, terminal) });
}

/** Pads figures on the right so that their decimal points stand under each other when they are set right. */
export function alignDecimals(figures: readonly string[]): string[] {
  const decimals = (figure: string) => /\.\d+(?=\D*$)/.exec(figure)?.[0].length ?? 0;
  const widest = Math.max(0, ...figures.map(decimals));
  return figures.map((figure) => figure + ' '.repeat(widest - decimals(figure)));
}

/** Fen in units of 10,000 yuan, without trailing zeros. */
function tenThousands(fen: number | bigint): string {
  const digits = String(fen < 0 ? -fen : fen).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -6)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Fen in yuan with two places. */
function fixed(fen: number | bigint): string {
  const digits = String(fen < 0 ? -fen : fen).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function grouped(decimal: string): string {
  return decimal.replace(/\B(?=(\d{3})+(?!\d)\.)/g, ',');
}
