import * as vscode from 'vscode';

export type Lang = 'zh' | 'en';

/** Everything the extension says itself; the server's sentences come worded. `{0}` is the first argument. */
const words = {
  checked: {
    zh: '检查了 {0} 个政策、{1} 个文件：{2} 个错误，{3} 个警告。',
    en: 'Checked {0} {0?policy:policies} in {1} {1?file:files}: {2} {2?error:errors}, {3} {3?warning:warnings}.',
  },
  nothingToCheck: {
    zh: '工作区里没有 .cuoshi 文件。请打开政策所在的文件夹。',
    en: 'There is no .cuoshi file in the workspace. Open the folder of a policy.',
  },
  serverFailed: {
    zh: '语言服务没有启动：{0}',
    en: 'The language server did not start: {0}',
  },
  openPolicyFirst: { zh: '请先打开一个 .cuoshi 文件。', en: 'Open a .cuoshi file first.' },
  noPolicy: {
    zh: '{0} 不属于任何政策：没有措施。',
    en: '{0} belongs to no policy: it declares no measure.',
  },
  hasErrors: {
    zh: '{0} 还有 {1} 个错误，改好后才能对比。',
    en: '{0} has {1} {1?error:errors}; mend {1?it:them} to compare.',
  },
  showProblems: { zh: '查看问题', en: 'Show Problems' },
  oldVersion: { zh: '旧版本', en: 'The old version' },
  newVersion: { zh: '新版本', en: 'The new version' },
  needTwo: {
    zh: '工作区里不到两个政策，无从对比。',
    en: 'There are fewer than two policies in the workspace to compare.',
  },
  trial: { zh: '试算', en: 'Try' },
  prose: { zh: '对照阅读', en: 'Prose' },
  examples: { zh: '算例', en: 'Examples' },
  runExamples: { zh: '运行算例', en: 'Run Examples' },
  coverExamples: { zh: '运行算例并看覆盖', en: 'Run Examples with Coverage' },
  wholePolicy: { zh: '整份政策', en: 'The whole policy' },
  exampleNotRun: {
    zh: '政策还有错误，算例没有运行。改好错误再试。',
    en: 'The policy has errors, so the example was not run. Mend them first.',
  },
  exampleTitle: { zh: '算例的名称', en: 'The title of the example' },
  exampleDefault: { zh: '{0}：试算', en: '{0}: a trial' },
  exampleSaved: {
    zh: '已存为算例，运行通过；保存文件后生效。',
    en: 'Saved as an example that passes; save the file to keep it.',
  },
  exampleUnsayable: {
    zh: '这次试算写不成算例：请选定申报主体，并去掉算例写不出的事实（如台账）。',
    en: 'This trial has no form as an example: choose the kind of applicant, and leave out what examples cannot say (past awards).',
  },
  exampleErrors: {
    zh: '政策还有 {0} 个错误，改好后才能存为算例。',
    en: 'The policy has {0} {0?error:errors}; mend {0?it:them} to save an example.',
  },
  applicantFile: { zh: '从哪个文件读取申报人', en: 'The file to take an applicant from' },
  otherFile: { zh: '其他文件……', en: 'Another file…' },
  applicant: { zh: '哪一个申报人', en: 'Which applicant' },
  nthApplicant: { zh: '第 {0} 个（未署名）', en: 'number {0} (no name)' },
  notRecords: {
    zh: '{0} 不是申报数据：应是一个 JSON 对象、对象的数组，或每行一个对象。',
    en: '{0} holds no applicants: it should be a JSON object, an array of them, or one on each line.',
  },
  convertTitle: { zh: '把 {0} 个文件的关键词换成', en: 'Put the keywords of {0} {0?file:files} into' },
  toChinese: { zh: '措施、补助、对象……', en: '措施, 补助, 对象…' },
  toEnglish: { zh: 'measure、grant、for……', en: 'measure, grant, for…' },
  converted: { zh: '换了 {0} 个文件；看过再保存。', en: 'Changed {0} {0?file:files}; look at {0?it:them}, then save.' },
  notConverted: {
    zh: '有语法错误，没有转换：{0}',
    en: 'Not converted, because of syntax errors: {0}',
  },
  statusName: { zh: '政策概况', en: 'Policy at a Glance' },
  errors: { zh: '{0} 个错误', en: '{0} {0?error:errors}' },
  warnings: { zh: '{0} 个警告', en: '{0} {0?warning:warnings}' },
  overlaps: { zh: '{0} 处重叠', en: '{0} {0?overlap:overlaps}' },
  coverage: { zh: '覆盖 {0}%', en: '{0}% covered' },
  coverageLong: { zh: '原文条款已覆盖 {0}%', en: '{0}% of the clauses of the official text are covered' },
  noText: { zh: '没有对应的原文', en: 'no official text to compare with' },
  measures: { zh: '{0} 条措施', en: '{0} {0?measure:measures}' },
  inChinese: { zh: '中文关键词', en: 'Chinese keywords' },
  inEnglish: { zh: '英文关键词', en: 'English keywords' },
  version: { zh: '措施语言 {0}', en: 'Cuoshi {0}' },
  toOverlaps: { zh: '看重叠', en: 'Overlaps' },
  toClauses: { zh: '看原文覆盖', en: 'Coverage of the Official Text' },
  toProse: { zh: '对照阅读', en: 'Prose Beside' },
  toTrial: { zh: '试算', en: 'Try a Measure' },
  toCompare: { zh: '对比两个版本', en: 'Compare Two Versions' },
  toConvert: { zh: '中英关键词转换', en: 'Convert the Vocabulary' },
  toWalkthrough: { zh: '入门', en: 'Introduction' },
  openFolder: { zh: '打开文件夹', en: 'Open a Folder' },
  needFolder: {
    zh: '政策要放在文件夹里。请先打开一个文件夹，空的也行。',
    en: 'Policies live in a folder. Open one first; it may be empty.',
  },
  copyPolicies: { zh: '复制示例政策', en: 'Copy the Example Policies' },
  present: { zh: '已经有了，没有覆盖：{0}', en: 'There already, and left alone: {0}' },
  newName: { zh: '我的政策', en: 'my-policy' },
  open: { zh: '打开', en: 'Open' },
  encoded: { zh: '已编码', en: 'encoded' },
  partly: { zh: '部分编码', en: 'partly encoded' },
  missing: { zh: '缺', en: 'missing' },
  waived: { zh: '不必编码', en: 'waived' },
  whichClause: { zh: '为哪一条写措施', en: 'A measure for which clause' },
  noClauseMissing: {
    zh: '每一条都已有措施，或写明了不必编码。',
    en: 'Every clause has a measure, or is waived.',
  },
  settled: { zh: '已有规则', en: 'Settled' },
  settledHelp: {
    zh: '会同时符合，但已写明付哪一项，或都付',
    en: 'Both can be met, and a rule says which is paid, or that both are',
  },
  alsoSettled: { zh: '{0} 处已有规则', en: '{0} settled' },
  unsettled: { zh: '{0} 处重叠还没有规则', en: '{0} {0?overlap:overlaps} that no rule settles' },
  earlier: { zh: '某个政策在 git 里的早先版本……', en: 'An earlier version of a policy, from git…' },
  whichPolicy: { zh: '哪个政策', en: 'Which policy' },
  revision: { zh: '与哪次提交时的样子对比', en: 'As of which commit' },
  noRevisions: { zh: 'git 里没有 {0} 的提交。', en: 'There is no commit of {0} in git.' },
  comparison: { zh: '版本对比', en: 'Comparison' },
} as const satisfies { readonly [word: string]: Readonly<Record<Lang, string>> };

/** The language of messages: the setting's, else the editor's. */
export function language(): Lang {
  const chosen = vscode.workspace.getConfiguration('cuoshi').get<string>('language');
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return vscode.env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** `{0}` stands for the first argument, `{0?file:files}` for a word that depends on whether it is 1. */
export function say(word: keyof typeof words, ...args: readonly (string | number)[]): string {
  return words[word][language()].replace(
    /\{(\d)(?:\?([^:}]*):([^}]*))?\}/g,
    (_, index: string, one: string | undefined, many: string | undefined) => {
      const argument = args[Number(index)] ?? '';
      return one === undefined ? String(argument) : ((argument === 1 ? one : many) ?? '');
    },
  );
}
