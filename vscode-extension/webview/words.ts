export type Lang = 'zh' | 'en';

const words = {
  measure: { zh: '试哪一条', en: 'Which measure' },
  allMeasures: { zh: '全部措施', en: 'All measures' },
  asOf: { zh: '截至日期', en: 'As of' },
  asOfHint: { zh: '不填则按政策写明的日期，否则按今天', en: 'empty: the policy’s own date, else today' },
  party: { zh: '申报主体', en: 'The applicant is' },
  partyHint: { zh: '不选则按所填事实推定', en: 'none chosen: inferred from the facts' },
  facts: { zh: '事实', en: 'Facts' },
  factsHint: { zh: '空着就是未知，不是零', en: 'an empty field is unknown, not zero' },
  noFacts: { zh: '这条措施不问任何事实。', en: 'This measure asks for no fact.' },
  unknown: { zh: '未知', en: 'unknown' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  add: { zh: '添加一项', en: 'Add an item' },
  remove: { zh: '删去', en: 'Remove' },
  item: { zh: '第 {0} 项', en: 'Item {0}' },
  noneOf: { zh: '一项也没有', en: 'There is none' },
  clear: { zh: '清空', en: 'Clear' },
  result: { zh: '结果', en: 'Result' },
  asOfResult: { zh: '截至 {0}', en: 'as of {0}' },
  nothing: { zh: '没有可列的支持。', en: 'Nothing is listed for this applicant.' },
  denied: { zh: '不符合的 {0} 项', en: '{0} not met' },
  norms: { zh: '权利、义务和鼓励', en: 'Rights, duties and encouragements' },
  holds: { zh: '适用', en: 'applies' },
  holdsNot: { zh: '不适用', en: 'does not apply' },
  needed: { zh: '还缺：{0}', en: 'Missing: {0}' },
  ifGiven: { zh: '若', en: 'if' },
  cut: { zh: '削减 {0}', en: 'cut by {0}' },
  decision: { zh: '假如定为', en: 'Suppose it is set at' },
  passed: { zh: '假如结果为', en: 'Suppose the outcome is' },
  decisionBy: { zh: '{0}：假如定为', en: '{0}: suppose it is set at' },
  passedBy: { zh: '{0}：假如结果为', en: '{0}: suppose the outcome is' },
  passedYes: { zh: '通过', en: 'passed' },
  passedNo: { zh: '未通过', en: 'not passed' },
  problems: { zh: '所填有误', en: 'Mistakes in what was filled in' },
  hasErrors: {
    zh: '政策还有 {0} 个错误，改好后才能试算。',
    en: 'The policy has {0} errors; mend them to try it.',
  },
  noPolicy: { zh: '这个文件不属于任何政策：没有措施。', en: 'This file belongs to no policy: it declares no measure.' },
  failed: { zh: '语言服务没有答复：{0}', en: 'The language server did not answer: {0}' },
  loading: { zh: '正在读政策……', en: 'Reading the policy…' },
  remarks: { zh: '说明', en: 'Remarks' },
  clause: { zh: '条款', en: 'clause' },
  money: { zh: '如 50万元、6000', en: 'such as 50万元 or 6000 (yuan)' },
  rate: { zh: '如 10%', en: 'such as 10%' },
  count: { zh: '整数', en: 'a whole number' },
  duration: { zh: '如 36个月', en: 'such as 36个月 (months)' },
  quantity: { zh: '如 120{0}', en: 'such as 120{0}' },
  key: { zh: '名称或编号', en: 'a name or number' },
  prose: { zh: '对照阅读', en: 'Prose' },
  proseErrors: {
    zh: '政策还有 {0} 个错误；下面是改错之前的样子。',
    en: 'The policy has {0} errors; below is how it read before.',
  },
  toSource: { zh: '到源文', en: 'Go to the source' },
} as const satisfies { readonly [word: string]: Readonly<Record<Lang, string>> };

export type Say = (word: keyof typeof words, ...args: readonly (string | number)[]) => string;

export function sayIn(lang: Lang): Say {
  return (word, ...args) =>
    words[word][lang].replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)] ?? ''));
}
