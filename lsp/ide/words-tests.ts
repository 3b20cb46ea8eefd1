import type { Localised } from '../../language/diagnostics/diagnostic.ts';

/** Ways that a condition or an amount can go. */
export const coveredWords = {
  met: { zh: '条件满足', en: 'the condition is met' },
  notMet: { zh: '条件不满足', en: 'the condition is not met' },
  applies: { zh: '除外情形适用', en: 'the veto applies' },
  doesNotApply: { zh: '除外情形不适用', en: 'the veto does not apply' },
  branch: { zh: '第 {number} 个分支（共 {of} 个）', en: 'branch {number} of {of}' },
} as const satisfies Record<string, Localised>;

/** What is told of an example that was run. */
export const exampleRunWords = {
  asOf: { zh: '截至 {date}', en: 'as of {date}' },
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '未通过', en: 'failed' },
  nothing: { zh: '没有应得的', en: 'nothing is due' },
  cut: { zh: '削减 {amount}', en: 'cut by {amount}' },
  needs: { zh: '缺 {facts}', en: 'needs {facts}' },
} as const satisfies Record<string, Localised>;
