import type { Terminal } from './terminal.ts';

/** Several names as a list: 甲、乙; A, B. */
export function joinNames(names: readonly string[], terminal: Pick<Terminal, 'lang'>): string {
  return names.join(terminal.lang === 'zh' ? '、' : ', ');
}

/** Several remarks in a row, empty ones left out. */
export function joinRemarks(remarks: readonly string[], terminal: Pick<Terminal, 'lang'>): string {
  return remarks.filter((remark) => remark !== '').join(terminal.lang === 'zh' ? '；' : '; ');
}

/** A command line that a shell takes as it stands. */
export function commandLine(words: readonly string[]): string {
  return words
    .map((word) => (/^[\p{L}\p{N}_./=:@%+,-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ');
}

/** Text within brackets of the language's own kind. */
export function bracketed(text: string, terminal: Pick<Terminal, 'lang'>): string {
  return terminal.lang === 'zh' ? `（${text}）` : ` (${text})`;
}
