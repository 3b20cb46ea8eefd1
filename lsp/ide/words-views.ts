import type { Localised } from '../../language/diagnostics/diagnostic.ts';

/** The short words within lines. */
export const hintWords = {
  applicant: { zh: '申报主体', en: 'applicant' },
  per: { zh: '每个{whom}', en: 'per {whom}' },
  thisYear: { zh: '当年', en: 'in the year' },
  givesWay: { zh: '付了“{other}”就不付', en: 'not paid beside "{other}"' },
  goesFirst: { zh: '先于“{other}”', en: 'before "{other}"' },
  stacks: { zh: '与“{other}”都付', en: 'paid beside "{other}"' },
  highest: { zh: '与“{other}”就高', en: 'the higher of this and "{other}"' },
  sum: { zh: '与“{other}”都付', en: 'paid beside "{other}"' },
  'choose-one': { zh: '与“{other}”任选', en: 'this or "{other}"' },
} as const satisfies Record<string, Localised>;

/** What stands above a line and can be clicked. */
export const lensWords = {
  runExample: { zh: '运行算例', en: 'Run example' },
  overlaps: { zh: '与 {count} 条措施重叠', en: 'Overlaps with {count} measures' },
  oneOverlap: { zh: '与“{other}”重叠', en: 'Overlaps with "{other}"' },
  compare: { zh: '与“{other}”对比', en: 'Compare with "{other}"' },
  passed: { zh: '算例“{title}”通过', en: 'Example "{title}" passes' },
  failed: {
    zh: '算例“{title}”不通过：{found}',
    en: 'Example "{title}" fails: {found}',
  },
  got: { zh: '应得 {sum}', en: 'comes to {sum}' },
  notRun: { zh: '政策还有错误，算例没有运行', en: 'The policy has errors; the example was not run' },
  notCompared: {
    zh: '两份政策中有一份还有错误，没有比较',
    en: 'One of the policies has errors; they were not compared',
  },
  compared: {
    zh: '“{old}”与“{new}”：新增 {added} 项，不再有 {dropped} 项，比较了 {matters} 个事项',
    en: '"{old}" and "{new}": {added} added, {dropped} dropped, {matters} matters compared',
  },
} as const satisfies Record<string, Localised>;

/** What can be done besides the fixes of diagnostics. */
export const actionWords = {
  fixAll: { zh: '修正全部能自动修正的问题（{count} 处）', en: 'Fix all that can be fixed ({count})' },
  witness: { zh: '把例子存为算例', en: 'Save the case as an example' },
  witnessTitle: { zh: '同时符合“{a}”和“{b}”', en: 'meets both "{a}" and "{b}"' },
  narrow: {
    zh: '加条件“{condition}”：不再与“{other}”相遇',
    en: 'Add the condition "{condition}": it no longer meets "{other}"',
  },
  endOlder: { zh: '“{policy}”施行至 {day}', en: 'End "{policy}" on {day}' },
  split: { zh: '拆成两项', en: 'Split into two benefits' },
  first: { zh: '第一项', en: 'first' },
  second: { zh: '第二项', en: 'second' },
} as const satisfies Record<string, Localised>;

/** What a hint says, as something to do. */
export const fixWords = {
  use: { zh: '引用 {module}', en: 'Use {module}' },
  delete: { zh: '删去', en: 'Delete it' },
  deleteLine: { zh: '删去这一行', en: 'Remove the line' },
  lineComment: { zh: '改为 // 注释一行', en: 'Write // for a single line' },
  reason: { zh: '加上理由', en: 'Add a reason' },
} as const satisfies Record<string, Localised>;

/** Lines of cards that come from the analyser and from the official text. */
export const cardWords = {
  original: { zh: '原文', en: 'official text' },
  range: { zh: '付给符合的人', en: 'pays those who meet it' },
  fromTo: { zh: '{min}至{max}', en: '{min} to {max}' },
  fromNoLimit: { zh: '{min}起，不封顶', en: '{min} or more, no limit' },
  noLimit: { zh: '不封顶', en: 'no limit' },
  overlaps: { zh: '重叠', en: 'overlaps with' },
  missingFigures: { zh: '还没写的数字', en: 'figures not yet written' },
} as const satisfies Record<string, Localised>;
