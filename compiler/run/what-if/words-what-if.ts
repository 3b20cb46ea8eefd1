import type { Localised } from '../../../language/diagnostics/diagnostic.ts';

/** The sentences of what would change a result. */
export const whatIfWords = {
  amongApplicants: {
    zh: '名额按数据里全部申报主体现在的结果计，改动后不重新排名；资金池不够时怎样分，不在内',
    en: 'limits of awards stand as all applicants of the data leave them now, without ranking anew; what a pool that falls short pays each is left out',
  },
  raises: { zh: '怎样能多得', en: 'What would raise it' },
  lowers: { zh: '怎样会少得', en: 'What would lower it' },
  capped: { zh: '已到封顶，再多也不加', en: 'At its cap: more adds nothing' },
  suppressed: { zh: '就高未采用', en: 'Not paid, since another one is higher' },
  worthAsking: { zh: '值得补报', en: 'Worth asking for' },
  nothing: { zh: '没有哪一项或两项变化会改变结果', en: 'No change of one fact or two would change the result' },
  truncated: {
    zh: '两项一起变的组合太多，没有试完',
    en: 'There were too many pairs of changes to try them all',
  },
  change: { zh: '{fact} {from} → {to}', en: '{fact} {from} → {to}' },
  ofItem: { zh: '{list}第 {item} 项的{fact}', en: '{fact} of {list} {item}' },
  and: { zh: '，并且 ', en: ' and ' },
  justMissed: { zh: '（只差一点）', en: ' (just missed)' },
  total: { zh: '{family}合计 {before} → {after}', en: '{family} total {before} → {after}' },
  award: { zh: '{award}：{before} → {after}', en: '{award}: {before} → {after}' },
  cut: { zh: '{award}：{say}，已削减 {cut}', en: '{award}: {say}, {cut} cut' },
  instead: { zh: '{award}：本可得 {amount}，由 {winner} 支付', en: '{award}: would be {amount}; {winner} is paid' },
  ask: { zh: '{fact}：{awards}，相差 {spread}', en: '{fact}: {awards}, a difference of {spread}' },
  askOpen: { zh: '{fact}：{awards}，没有上限', en: '{fact}: {awards}, without upper end' },
  upTo: { zh: '至多 {amount}', en: 'up to {amount}' },
} as const satisfies Record<string, Localised>;
