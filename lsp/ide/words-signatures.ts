import type { Role } from '../../language/syntax/vocabulary.ts';

/** A part of a form, with the words that the cursor follows while it stands in it. */
export interface FormPart {
  readonly text: string;
  readonly after: readonly (Role | 'colon' | 'equals' | 'head')[];
}

export interface Form {
  readonly zh: readonly FormPart[];
  readonly en: readonly FormPart[];
}

const part = (text: string, ...after: FormPart['after']): FormPart => ({ text, after });

/** A benefit in full. */
const benefit: Form = {
  zh: [
    part('名称：', 'head'),
    part('经 程序 后，', 'after'),
    part('条件 时，', 'when', 'meetsOpen'),
    part('金额', 'colon', 'upTo', 'atLeast'),
    part('／ 数目', 'per'),
    part('，每年 最高不超过 金额', 'cap', 'perYear'),
    part('，不少于 金额', 'floor'),
    part('，由 机构', 'by', 'byOpen'),
    part('，来源 资金', 'from'),
  ],
  en: [
    part('LABEL:', 'head'),
    part('AMOUNT', 'colon', 'upTo', 'atLeast'),
    part('per FACT', 'per'),
    part('cap AMOUNT per year', 'cap', 'perYear'),
    part('floor AMOUNT', 'floor'),
    part('when CONDITION', 'when'),
    part('after PROCESS', 'after'),
    part('by AGENCY', 'by'),
    part('from BUDGET', 'from'),
  ],
};

const bands: Form = {
  zh: [part('事实'), part('分档'), part('全额 或 超额'), part('{ 起..止：金额，起..：金额，其余：不予 }')],
  en: [
    part('bands'),
    part('FACT'),
    part('whole or marginal'),
    part('{ FROM..TO: AMOUNT, FROM..: AMOUNT, otherwise: none }'),
  ],
};
const ladder: Form = {
  zh: [part('事实'), part('首次达到'), part('{ 界限：金额，界限：金额 } 只补差额 或 全额')],
  en: [part('ladder'), part('FACT'), part('first reached'), part('{ FIGURE: AMOUNT } difference only or in full')],
};

/** The forms of amounts whose rows stand in braces, by the word that asks for them. */
export const innerForms: Readonly<Partial<Record<Role, Form>>> = {
  bands,
  bandsAfter: bands,
  ladder,
  firstReached: ladder,
  reading: {
    zh: [part('两种理解'), part('名称'), part('“分歧在哪里”'), part('{ 甲：金额，乙：金额 }')],
    en: [part('reading'), part('NAME'), part('"THE QUESTION"'), part('{ A: AMOUNT, B: AMOUNT }')],
  },
  paidIn: {
    zh: [part('分期拨付'), part('{ 阶段：比例，阶段：比例 }')],
    en: [part('paid'), part('{ STAGE: SHARE, STAGE: SHARE }')],
  },
};

/** The forms of statements, by the word that begins them. */
export const forms: Readonly<Partial<Record<Role, Form>>> = {
  support: benefit,
  grant: benefit,
  reward: benefit,
  allowance: benefit,
  subsidize: benefit,
  match: benefit,
  invest: benefit,
  policy: {
    zh: [part('名称', 'head'), part('“标题”')],
    en: [part('NAME', 'head'), part('"TITLE"')],
  },
  measure: {
    zh: [part('名称', 'head'), part('“标题”')],
    en: [part('NAME', 'head'), part('"TITLE"')],
  },
  example: {
    zh: [part('“说明”', 'head'), part('用于 措施', 'ofMeasure')],
    en: [part('"CASE"', 'head'), part('of MEASURE', 'ofMeasure')],
  },
  parameter: {
    zh: [part('名称', 'head'), part('＝ 值 自 日期 起，值 自 日期 起', 'equals'), part('“说明”')],
    en: [part('NAME', 'head'), part('= VALUE from DATE, VALUE from DATE', 'equals'), part('"LABEL"')],
  },
  currency: { zh: [part('名称', 'head')], en: [part('NAME', 'head')] },
  score: {
    zh: [part('名称', 'head'), part('{ 项目：分，项目：分 }'), part('不低于 分')],
    en: [part('NAME', 'head'), part('{ ROW: POINTS, ROW: POINTS }'), part('at least POINTS')],
  },
  for: {
    zh: [part('主体', 'head'), part('每个 名单', 'each'), part('其中 条件', 'where')],
    en: [part('PARTY', 'head'), part('each LIST of PARTY', 'each'), part('where CONDITION', 'where')],
  },
  budget: {
    zh: [part('名称', 'head'), part('金额', 'perYear'), part('由 机构', 'by', 'byOpen')],
    en: [part('NAME', 'head'), part('AMOUNT per year', 'perYear'), part('by AGENCY', 'by')],
  },
  cap: {
    zh: [part('金额', 'head'), part('／ 名单', 'per'), part('每年', 'perYear')],
    en: [part('AMOUNT', 'head'), part('per LIST', 'per'), part('per year', 'perYear')],
  },
  enum: { zh: [part('名称 { 成员、成员 }', 'head')], en: [part('NAME { MEMBER, MEMBER }', 'head')] },
  agency: {
    zh: [part('名称', 'head'), part('又称 别名', 'alias'), part('原名 旧名', 'formerly')],
    en: [part('NAME', 'head'), part('alias NAME', 'alias'), part('formerly NAME', 'formerly')],
  },
  matter: {
    zh: [part('名称', 'head'), part('属于 事项', 'under'), part('“说明”')],
    en: [part('NAME', 'head'), part('under MATTER', 'under'), part('"LABEL"')],
  },
  allow: {
    zh: [part('措施', 'head'), part('，理由 “…”', 'because')],
    en: [part('MEASURE', 'head'), part('because "REASON"', 'because')],
  },
  allowRule: {
    zh: [part('检查规则', 'head'), part('，理由 “…”', 'because')],
    en: [part('RULE', 'head'), part('because "REASON"', 'because')],
  },
  waive: {
    zh: [part('“数字”', 'head'), part('理由 “…”', 'because')],
    en: [part('"FIGURE"', 'head'), part('because "REASON"', 'because')],
  },
};
