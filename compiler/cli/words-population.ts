import type { Localised } from '../../language/diagnostics/diagnostic.ts';

/** The sentences of `cuoshi diff --facts`. */
export const populationWords = {
  title: { zh: '按 {n} 个申报人测算', en: 'Over {n} applicant(s)' },
  counts: {
    zh: '受益 {winners}，受损 {losers}，有增有减 {mixed}，不变 {unchanged}',
    en: '{winners} gain, {losers} lose, {mixed} gain and lose, {unchanged} unchanged',
  },
  totals: { zh: '合计', en: 'Totals' },
  byMeasure: { zh: '按措施', en: 'By measure' },
  byBody: { zh: '按责任单位', en: 'By responsible body' },
  byKind: { zh: '按方式', en: 'By kind' },
  gains: { zh: '增加最多的', en: 'Largest gains' },
  losses: { zh: '减少最多的', en: 'Largest losses' },
  columnOld: { zh: '旧（万元）', en: 'old (yuan)' },
  columnNew: { zh: '新（万元）', en: 'new (yuan)' },
  columnAwards: { zh: '笔数', en: 'Awards' },
  noBody: { zh: '（没有写责任单位）', en: '(no body is named)' },
  moved: { zh: '{applicant}：{family} {old} → {new}', en: '{applicant}: {family} {old} → {new}' },
  reason: { zh: '{on}：{old} → {new}{denied}', en: '{on}: {old} → {new}{denied}' },
  denied: { zh: '（{why}）', en: ' ({why})' },
  record: { zh: '第 {n} 条', en: 'record {n}' },
} as const satisfies Record<string, Localised>;
