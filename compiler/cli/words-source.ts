import type { Localised } from '../../language/diagnostics/diagnostic.ts';
import type { FigureLimit, FigureType, PartRole } from '../source-text/manifest.ts';

/** What `cuoshi source` says. */
export const sourceWords = {
  formatPdf: { zh: ' PDF 文件', en: 'a PDF file' },
  formatWord: { zh: ' Word 文件', en: 'a Word document' },
  formatUnknown: { zh: '二进制数据', en: 'binary data' },
  notJson: { zh: '内容不是 JSON', en: 'it does not hold JSON' },
  otherFormat: {
    zh: 'format 是“{found}”，应为“cuoshi-source/1”',
    en: 'its format is "{found}", not "cuoshi-source/1"',
  },
  malformed: { zh: '{where} 缺失，或类型不对', en: '{where} is missing or of the wrong type' },
  summary: {
    zh: '{clauses} 条，{figures} 个数字，{conditions} 个条件词，{bodies} 处单位（{encoding}）',
    en: '{clauses} clause(s), {figures} figure(s), {conditions} condition word(s), {bodies} bodies ({encoding})',
  },
  commentary: {
    zh: '解读部分另有 {figures} 个数字，不要求写进代码',
    en: '{figures} more figure(s) in the commentary, which the code need not hold',
  },
  unchanged: { zh: '与原来的清单相同', en: 'The same as the manifest before' },
  redrawn: {
    zh: '原文没有变，取出的内容变了（措施的版本不同）：{clauses}',
    en: 'The text is the same; what is drawn from it differs (another version of Cuoshi): {clauses}',
  },
  changed: { zh: '原文有变：{clauses}', en: 'Text changed: {clauses}' },
  added: { zh: '新增：{clauses}', en: 'Added: {clauses}' },
  removed: { zh: '删去：{clauses}', en: 'Removed: {clauses}' },
  moved: { zh: '只改了编号：{clauses}', en: 'Renumbered only: {clauses}' },
  columnClause: { zh: '条款', en: 'Clause' },
  columnFigures: { zh: '数字', en: 'Figures' },
  columnConditions: { zh: '条件词', en: 'Conditions' },
  columnBodies: { zh: '单位', en: 'Bodies' },
  perYear: { zh: '每年', en: 'a year' },
  per: { zh: '每{what}', en: 'per {what}' },
  issuer: { zh: '{name}（发文或解释）', en: '{name} (issues or interprets)' },
  shared: { zh: '{names}（按职责分工）', en: '{names} (each within its duties)' },
} as const satisfies Record<string, Localised>;

export const roleWords: Readonly<Record<PartRole, Localised>> = {
  front: { zh: '文头', en: 'letterhead' },
  preamble: { zh: '前言', en: 'preamble' },
  heading: { zh: '标题', en: 'heading' },
  clause: { zh: '条款', en: 'clause' },
  closing: { zh: '结尾', en: 'closing' },
  commentary: { zh: '解读', en: 'commentary' },
};

export const typeWords: Readonly<Record<FigureType, Localised>> = {
  money: { zh: '金额', en: 'money' },
  rate: { zh: '比例', en: 'rate' },
  count: { zh: '数量', en: 'count' },
  quantity: { zh: '计量', en: 'quantity' },
  year: { zh: '年份', en: 'year' },
  date: { zh: '日期', en: 'date' },
  duration: { zh: '期限', en: 'duration' },
  times: { zh: '倍数', en: 'times' },
  number: { zh: '数', en: 'number' },
  name: { zh: '名称', en: 'name' },
};

export const limitWords: Readonly<Record<FigureLimit, Localised>> = {
  highest: { zh: '最高', en: 'highest' },
  'at-most': { zh: '不超过', en: 'at most' },
  below: { zh: '低于', en: 'below' },
  'at-least': { zh: '不少于', en: 'at least' },
  over: { zh: '超过', en: 'over' },
  about: { zh: '约', en: 'about' },
};
