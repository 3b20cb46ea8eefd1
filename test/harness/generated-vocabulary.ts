import * as b from './ir-builders.ts';

/** What generated policies and records are about: the same names in all of them, so that each fits each. */

/** Kinds of party: 单位 above all, 高校 ← 本科高校, 企业 ← 高企, and 园区 apart. */
export const parties = ['单位', '高校', '本科高校', '企业', '高企', '园区'] as const;

/** Two benefits by the name of their measure alone, and five of two measures. */
export const benefitNames = ['甲', '乙', '丙/一', '丙/二', '丙/三', '丁/一', '丁/二'] as const;

export const matters = ['实验室', '实验室', '优秀', '人才'] as const;

/** One name is hostile, and one holds what ids escape. */
export const names = {
  money: ['设备费', '创新券', 'a.b\\c'],
  signed: ['利润'],
  /** Given year by year, and read at other times as well. */
  yearly: ['产量'],
  count: ['硕士', '博士'],
  plain: ['硕士', '博士', '占比', '面积'],
  bool: ['获批', '失信', '__proto__'],
  itemMoney: ['金额', 'a.b\\c'],
  itemPlain: ['数量'],
  itemBool: ['新认定'],
} as const;

export const members = ['优秀', '良好', '合格'] as const;
export const kinds = ['实验室', '技术中心'] as const;
export const listNames = ['平台', '项目'] as const;

const declared: b.PolicyOptions = {
  parties: [
    b.declareParty('单位'),
    b.declareParty('高校', ['单位'], ['大学']),
    b.declareParty('本科高校', ['高校']),
    b.declareParty('企业', ['单位']),
    b.declareParty('高企', ['企业']),
    b.declareParty('园区'),
  ],
  enums: [
    { name: '等次', members },
    { name: '类型', members: kinds },
  ],
  lists: [b.declareList('平台', ['高校']), b.declareList('项目')],
  facts: [
    b.declareFact('设备费', 'money', { parties: ['企业'] }),
    b.declareFact('创新券', 'money'),
    b.declareFact('a.b\\c', 'money'),
    b.declareFact('利润', 'money', { signed: true }),
    b.declareFact('产量', 'money'),
    b.declareFact('硕士', 'count', { parties: ['高校'] }),
    b.declareFact('博士', 'count', { parties: ['高校', '园区'] }),
    b.declareFact('占比', 'rate'),
    b.declareFact('面积', { type: 'quantity', unit: '平方米' }, { parties: ['园区'] }),
    b.declareFact('获批', 'bool'),
    b.declareFact('失信', 'bool'),
    b.declareFact('__proto__', 'bool'),
    b.declareFact('等次', { type: 'enum', name: '等次' }),
    b.declareFact('统一代码', 'key'),
    b.declareFact('认定日期', 'date'),
    b.declareFact('租期', 'duration'),
    ...(['平台', '项目'] as const).flatMap((list) => [
      b.declareFact('金额', 'money', { list }),
      b.declareFact('a.b\\c', 'money', { list }),
      b.declareFact('数量', 'count', { list }),
      b.declareFact('新认定', 'bool', { list }),
    ]),
    b.declareFact('类型', { type: 'enum', name: '类型' }, { list: '平台' }),
  ],
};

/** With and without parties that exclude each other. */
export const vocabularies: readonly b.PolicyOptions[] = [
  declared,
  { ...declared, disjoint: [['高校', '企业', '园区']] },
  { ...declared, disjoint: [['本科高校', '园区']] },
];
