import type { Localised } from '../../language/diagnostics/diagnostic.ts';

/** What `cuoshi coverage` says on the terminal; the findings themselves stand in the catalogue. */
export const coverageWords = {
  kind: { zh: '', en: '' },
  percent: { zh: '覆盖', en: 'covered' },
  inText: { zh: '原文', en: 'in text' },
  encoded: { zh: '已编码', en: 'encoded' },
  waived: { zh: '不必编码', en: 'waived' },
  missing: { zh: '缺', en: 'missing' },
  onlyInCode: { zh: '仅代码有', en: 'only in code' },
  clauses: { zh: '条款', en: 'clauses' },
  figures: { zh: '数字', en: 'figures' },
  conditions: { zh: '条件词', en: 'conditions' },
  bodies: { zh: '单位', en: 'bodies' },
  uses: {
    zh: '数字中 {computed} 个参与计算，{normative} 个是规范（权利、义务、指标），{waived} 个不必编码（{share}%）',
    en: 'of the figures, {computed} are computed with, {normative} are normative (rights, duties, targets), {waived} are waived ({share}%)',
  },
  notCompared: { zh: '没有核对', en: 'not compared' },
  complete: { zh: '原文与代码相符：{n} 份文件', en: 'text and code agree: {n} document(s)' },
  incomplete: { zh: '{covered} 份相符，{open} 份还有出入', en: '{covered} document(s) agree, {open} do not yet' },
  enough: { zh: '各项都在 {limit}% 以上', en: 'everything is at {limit}% or above' },
  broken: { zh: '政策有错误，没有核对', en: 'The policies have errors; nothing was compared' },
  nothing: { zh: '这里没有政策', en: 'There is no policy here' },
  whichPolicy: {
    zh: '--text {text} 是哪份政策的原文？写成 --text 政策=文件，政策有 {policies}',
    en: 'of which policy is --text {text} the text? Write --text POLICY=FILE; there are {policies}',
  },
  wrote: { zh: '已写 {file}', en: 'Wrote {file}' },
} as const satisfies Record<string, Localised>;
