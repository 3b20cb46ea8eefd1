import { formatYuanFixed } from '../../stdlib/runtime/format.ts';
import { sayOutcome } from '../../stdlib/runtime/sentences.ts';
import type { Award, JointResult, Lang } from '../../stdlib/runtime/types.ts';

/** The first line of a table of awards for spreadsheets: UTF-8 with a byte order mark. */
export function awardsHeader(lang: Lang): string {
  return `\ufeff${line(header[lang])}`;
}

/** The awards of one applicant as lines of that table: money in yuan, an open top empty. */
export function awardsLines(result: JointResult, lang: Lang): string {
  return result.awards.map((award) => line(rowOf(result, award, lang))).join('');
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

const header: Readonly<Record<Lang, readonly string[]>> = {
  zh: ['申报人', '政策', '条款', '措施', '奖补', '项', '结果', '最低（元）', '最高（元）', '责任单位', '缺的信息'],
  en: ['applicant', 'policy', 'clause', 'measure', 'benefit', 'item', 'outcome', 'min', 'max', 'by', 'needs'],
};

function rowOf(result: JointResult, award: Award, lang: Lang): string[] {
  return [
    result.applicant ?? '',
    award.policy,
    award.clause ?? '',
    award.measure,
    award.benefit ?? '',
    award.item === undefined ? '' : String(award.item),
    sayOutcome(award.outcome, lang),
    formatYuanFixed(award.min),
    award.max === null ? '' : formatYuanFixed(award.max),
    award.by.join('、'),
    (award.needs ?? []).map((need) => need.value ?? need.fact).join('、'),
  ];
}

/** Quoted where needed. A text that a spreadsheet would take for a formula is made plain by a leading apostrophe. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) && !/^-?\d/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
