import type { Localised } from '../../language/diagnostics/diagnostic.ts';

/** What a page says of a result, beside the sentences that the result itself brings. */
export const resultWords = {
  total: { zh: '合计', en: 'Total' },
  totalByAnalogy: { zh: '参照执行合计', en: 'Total by analogy' },
  ofFamily: { zh: '{total}（{family}）', en: '{total} ({family})' },
  cash: { zh: '资金', en: 'cash' },
  equity: { zh: '股权投资', en: 'equity' },
  inKind: { zh: '实物和服务', en: 'in kind' },
  sharedCap: { zh: '{awards}合计：{say}，封顶后{amount}', en: '{awards} together: {say}; after the cap {amount}' },
  met: { zh: '满足', en: 'met' },
  notMet: { zh: '不满足', en: 'not met' },
  unknown: { zh: '未知', en: 'not known' },
  vetoed: { zh: '有此情形', en: 'applies' },
  notVetoed: { zh: '无此情形', en: 'does not apply' },
  decidedBy: { zh: '由{by}决定', en: 'decided by {by}' },
  noProcess: { zh: '由谁决定，原文没有写', en: 'the text does not say who decides' },
  open: { zh: '未定：{say}', en: 'open: {say}' },
  suppressedBy: { zh: '按“{rule}”由{award}支付', en: '{award} is paid instead: {rule}' },
  forgone: { zh: '若单独享受：{amount}', en: 'alone it would be {amount}' },
  follows: { zh: '{value}：{outcome} {amount}', en: '{value}: {outcome} {amount}' },
} as const satisfies Record<string, Localised>;
