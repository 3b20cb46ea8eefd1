import { formatYuanFixed } from '../../stdlib/runtime/format.ts';
import type { Range } from '../../stdlib/runtime/types.ts';
import type { Terminal } from './terminal.ts';
import { words } from './words.ts';

/** An amount as tables show it: in 万元 in Chinese, in yuan in English. Exact, never rounded. */
export function showAmount(fen: number, terminal: Terminal): string {
  return terminal.lang === 'zh' ? tenThousands(fen) : grouped(formatYuanFixed(fen));
}

/** "50", "0 至 150", "0 起". */
export function showRange({ min, max }: Range, terminal: Terminal): string {
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
function tenThousands(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -6)}${fraction === '' ? '' : `.${fraction}`}`;
}

function grouped(decimal: string): string {
  return decimal.replace(/\B(?=(\d{3})+(?!\d)\.)/g, ',');
}
