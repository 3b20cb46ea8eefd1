import type { Finding, Lang, Localised } from '../../language/diagnostics/diagnostic.ts';
import { fill } from '../../language/diagnostics/render.ts';
import { formatMoney } from '../../stdlib/runtime/format.ts';

/** What kind of finding it is, in a word or two. */
const kinds: Readonly<Record<Finding, Localised>> = {
  overlap: { zh: '会付两次', en: 'paid twice' },
  duplicate: { zh: '重复', en: 'duplicate' },
  shadowed: { zh: '总被另一项盖过', en: 'always outdone' },
  vacuous: { zh: '无人符合', en: 'nobody meets it' },
  'always-true': { zh: '人人符合', en: 'everybody meets it' },
  conflict: { zh: '规定相抵触', en: 'contradictory' },
  stale: { zh: '旧文件仍在施行', en: 'older document in force' },
  'double-base': { zh: '同一笔钱算两次', en: 'one sum counted twice' },
  budget: { zh: '超出预算', en: 'over the budget' },
};
const words = {
  neighbouring: { zh: '相邻事项', en: 'neighbouring matters' },
  atMost: { zh: '例中最多 {sum}', en: 'up to {sum} in the case' },
  witness: { zh: '例：{applicant}（{asOf}）', en: 'case: {applicant} ({asOf})' },
} as const satisfies Record<string, Localised>;

/** Sums on neighbouring matters are no finding of their own. */
export function findingWord(finding: Finding | undefined, lang: Lang): string {
  return (finding === undefined ? words.neighbouring : kinds[finding])[lang];
}

/** In fen. */
export function largestSum(most: number, lang: Lang): string {
  return fill(words.atMost[lang], { sum: formatMoney(most, lang) }, lang);
}

export function witnessLine(applicant: string, asOf: string, lang: Lang): string {
  return fill(words.witness[lang], { applicant, asOf }, lang);
}
