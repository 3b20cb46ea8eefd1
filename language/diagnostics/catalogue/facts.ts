import { define } from '../define.ts';

/**
 * CS6001 to CS6019: what is wrong within a record or with a decision. `stdlib/runtime/problems.ts` says the same, because
 * emitted modules import nothing; a test holds the two together.
 */
export const facts = {
  amountTooLarge: define('CS6006', {
    severity: 'error',
    zh: '“{field}”的金额{found}，超出能准确计算的范围（{expected}），这一项未列入结果',
    en: 'the amount of “{field}” is {found}, beyond what can be computed exactly ({expected}), so it is left out',
    hint: { zh: '检查申报数据的单位和位数', en: 'Check the units and the digits of the facts' },
  }),
  decisionRejected: define('CS6007', {
    severity: 'error',
    zh: '认定结果“{field}”不能采用：应是{expected}，实际是{found}',
    en: 'the decision “{field}” cannot be used: it must be {expected}, not {found}',
    hint: { zh: '对照条款的上下限核对认定的金额', en: 'Check what was decided against the bounds that the clause gives' },
  }),
  unknownDecision: define('CS6008', {
    severity: 'error',
    zh: '认定结果“{field}”对不上任何一项，{expected}',
    en: 'the decision “{field}” names no benefit: {expected}',
    hint: {
      zh: '写作 措施/待遇，逐项的写作 措施/待遇/序号；没有标签的待遇只写措施名',
      en: 'Write measure/benefit, with /number for an item; a benefit without a label goes by its measure alone',
    },
  }),
} as const;
