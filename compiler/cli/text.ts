import type { Terminal } from './terminal.ts';

/** Several names as a list: 甲、乙; A, B. */
export function joinNames(names: readonly string[], terminal: Pick<Terminal, 'lang'>): string {
  return names.join(terminal.lang === 'zh' ? '、' : ', ');
}

/** Several remarks in a row, empty ones left out. */
export function joinRemarks(remarks: readonly string[], terminal: Pick<Terminal, 'lang'>): string {
  return remarks.filter((remark) => remark !== '').join(terminal.lang === 'zh' ? '；' : '; ');
}

/** Text within brackets of the language's own kind. */
export function bracketed(text: string, terminal: Pick<Terminal, 'lang'>): string {
  return terminal.lang === 'zh' ? `（${text}）` : ` (${text})`;
}
