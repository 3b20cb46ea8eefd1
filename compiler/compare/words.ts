import type { Localised } from '../../language/diagnostics/diagnostic.ts';

/** What a comparison of two versions says of itself, wherever it is shown. */
export const comparisonWords = {
  title: { zh: '政策版本对比', en: 'Policy versions compared' },
  nothingChanged: {
    zh: '没有变化：谁得多少、由谁付、条件和程序都一样。',
    en: 'Nothing changed: amounts, conditions, bodies and processes are the same.',
  },
  old: { zh: '旧', en: 'Old' },
  new: { zh: '新', en: 'New' },
  matter: { zh: '事项', en: 'Matter' },
  verdict: { zh: '结论', en: 'Verdict' },
  largestGain: { zh: '一个主体最多多得', en: 'Largest gain of one applicant' },
  largestLoss: { zh: '一个主体最多少得', en: 'Largest loss of one applicant' },
  summary: { zh: '按事项汇总', en: 'Summary by matter' },
  clause: { zh: '条款', en: 'Clause' },
  measure: { zh: '措施', en: 'Measure' },
  pays: { zh: '给法', en: 'Pays' },
  most: { zh: '一个申报主体最多得', en: 'Most one applicant gets' },
  matters: { zh: '事项', en: 'Matters' },
  parties: { zh: '对象', en: 'Parties' },
  added: { zh: '新增', en: 'Added' },
  dropped: { zh: '不再有', en: 'Dropped' },
  mattersSame: { zh: '没有变化的事项：{names}', en: 'Unchanged matters: {names}' },
  items: { zh: '资金池、叠加规则和文件说明', en: 'Pools, stacking and the heads of the documents' },
  norms: {
    zh: '目标、权利和义务：新增 {added}，不再有 {dropped}，有变 {changed}',
    en: 'Targets, rights and duties: {added} added, {dropped} dropped, {changed} changed',
  },
  together: { zh: '两个文件并行时', en: 'While both are in force' },
  changes: { zh: '逐项对照', en: 'Point by point' },
  chartOver: {
    zh: '按{fact}（{unit}），一个申报主体最多得多少',
    en: 'The most one applicant gets over {fact} ({unit})',
  },
  chartOf: {
    zh: '下列申报主体得多少；浅色部分由评定、遴选决定',
    en: 'What these applicants get; the light part is left to a decision',
  },
  legendOld: { zh: '旧', en: 'old' },
  legendNew: { zh: '新', en: 'new' },
  moneyUnit: { zh: '万元', en: 'yuan' },
  moneyUnitLarge: { zh: '万元', en: 'million yuan' },
  unitCount: { zh: '个、人', en: 'number' },
  gains: { zh: '▲ 受益', en: '▲ gains' },
  loses: { zh: '▼ 受损', en: '▼ loses' },
  onlyNow: { zh: '＋ 现在才有', en: '＋ only now' },
  onlyBefore: { zh: '－ 过去才有', en: '－ only before' },
  methodEmitted: {
    zh: '每个例子都用两版编译出的程序各算过一遍。',
    en: 'Every example was evaluated by the compiled programs of both versions. ',
  },
  methodInterpreted: {
    zh: '每个例子都按两版各算过一遍，用的是参考解释器。',
    en: 'Every example was evaluated under both versions by the reference interpreter. ',
  },
  method: {
    zh: '“已证明”指任何申报主体都不会变得更多；多个主体合用的封顶，按一个主体独用来算；参照执行、叠加取舍、名额和资金池不在内。',
    en: '"Proved" means that no applicant moves further. A cap over a group is taken as if the applicant were alone in it; awards by analogy, stacking, limits of awards and pools are left out.',
  },
} as const satisfies Record<string, Localised>;
