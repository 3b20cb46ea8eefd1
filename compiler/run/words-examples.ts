import type { Localised } from '../../language/diagnostics/diagnostic.ts';

/** What is said of examples: what one expected and what was found, and what none of them reaches. */
export const exampleWords = {
  gapBenefit: { zh: '{award} 没有一个算例满足条件', en: '{award}: no example meets its conditions' },
  gapTrue: { zh: '{award} 的条件从未满足', en: '{award}: this condition was never true' },
  gapFalse: { zh: '{award} 的条件从未不满足', en: '{award}: this condition was never false' },
  gapVetoTrue: { zh: '{award} 的除外情形从未适用', en: '{award}: this veto never applied' },
  gapVetoFalse: { zh: '{award} 的除外情形一直适用', en: '{award}: this veto always applied' },
  gapCap: { zh: '{award} 的上限从未起作用', en: '{award}: this cap never cut anything' },
  gapFloor: { zh: '{award} 的保底从未起作用', en: '{award}: this floor never lifted anything' },
  gapBranch: { zh: '{award} 的第 {number} 个分支（共 {of} 个）', en: '{award}: branch {number} of {of}' },
  gapNormTrue: {
    zh: '{measure} 的“{word}”：没有算例看到条件成立',
    en: '{measure}: no example expects a norm ({word}) where this condition is true',
  },
  gapNormFalse: {
    zh: '{measure} 的“{word}”：没有算例看到条件不成立',
    en: '{measure}: no example expects a norm ({word}) where this condition is false',
  },
  gapSharedCap: {
    zh: '{measure} 各项合计的上限从未起作用',
    en: '{measure}: the cap over its benefits never cut anything',
  },
  gapGroup: {
    zh: '这条叠加规则从未用上（例如 {measure} 与 {other} 同时符合）',
    en: 'this stacking rule never met two awards (such as of {measure} and {other})',
  },
  normHolds: { zh: '成立', en: 'holds' },
  normDoesNotHold: { zh: '不成立', en: 'does not hold' },
  normFound: { zh: '{state}（{norm}）', en: '{state} ({norm})' },
  decidedByProcess: { zh: '由 {process} 决定', en: 'decided by {process}' },
  nothing: { zh: '没有列出', en: 'nothing listed' },
  expectedFound: { zh: '应为 {expected}，实际是 {found}', en: 'expected {expected}, found {found}' },
  needsFacts: { zh: '缺 {facts}', en: 'needs {facts}' },
} as const satisfies Record<string, Localised>;
