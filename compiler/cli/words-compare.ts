import type { Localised } from '../../language/diagnostics/diagnostic.ts';
import { comparisonWords } from '../compare/words.ts';

/** The sentences of `cuoshi diff`: those of the command, and those of a comparison in whatever form. */
export const compareWords = {
  ...comparisonWords,
  twoPaths: {
    zh: '版本对比要两个路径：旧版和新版。与以前的提交比，写 --since 版本 路径',
    en: 'a comparison takes two paths, the older and the newer version; to compare with an earlier commit: --since REV PATH',
  },
  untilAlone: { zh: '--until 要与 --since 一起用', en: '--until goes with --since' },
  noPaths: { zh: '--since 之后要写比较哪个文件或文件夹', en: 'with --since, name the file or folder to compare' },
  'no-git': {
    zh: '找不到 git：--since 要用它读以前的版本',
    en: 'git was not found: --since reads earlier versions with it',
  },
  'no-repository': {
    zh: '这里不是 git 仓库，读不到“{revision}”：到仓库里运行，或给出两个路径',
    en: 'this is no git repository, so there is no "{revision}": run it within one, or give two paths',
  },
  'unknown-revision': {
    zh: '仓库里没有版本“{revision}”：写提交号、分支或标签；CI 里常因只取了最近一次提交，加大取的深度（fetch-depth: 0）',
    en: 'the repository has no revision "{revision}": give a commit, branch or tag; on CI it is often a shallow clone, so fetch more (fetch-depth: 0)',
  },
  atRevision: { zh: '版本 {revision}：', en: 'Revision {revision}: ' },
  nowhere: { zh: '两个版本里都没有 {path}', en: 'neither version has {path}' },
  goneFrom: {
    zh: '{at} 里没有 {path}，按整份新增或删去比较；如果只是改名或移动，请给出它所在的文件夹',
    en: '{at} has no {path}, so its policy counts as added or removed as a whole; if it was only renamed or moved, name its folder',
  },
  nothingToRun: {
    zh: '有一版没有政策，不能按申报数据测算',
    en: 'one of the versions has no policy, so it cannot be run over applicants',
  },
  failed: {
    zh: '有{what}的，按 --fail-on 不通过：{names}',
    en: 'failed by --fail-on, as there is something {what}: {names}',
  },
  'less-generous': { zh: '更严（或可能更严）', en: 'less generous, or possibly so' },
  'more-generous': { zh: '更宽（或可能更宽）', en: 'more generous, or possibly so' },
  any: { zh: '变化', en: 'changed' },
  policiesAdded: { zh: '新增的政策：{names}', en: 'New policies: {names}' },
  policiesRemoved: { zh: '删去的政策：{names}', en: 'Removed policies: {names}' },
  policiesSame: { zh: '没有变化的政策：{names}', en: 'Unchanged policies: {names}' },
  workingTree: { zh: '当前文件', en: 'working tree' },
} as const satisfies Record<string, Localised>;
