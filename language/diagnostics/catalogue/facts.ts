import { define } from '../define.ts';

/**
 * CS6001 to CS6019: what is wrong within a record or with a decision. `stdlib/runtime/problems.ts` says the same, because
 * emitted modules import nothing; a test holds the two together.
 */
export const facts = {
  amountTooLarge: define('CS6006', {
    severity: 'error',
    zh: '{field} 算出的金额是{found}，超出 {expected} 就不能精确到分，这一项未列出',
    en: '{field} comes to {found}; beyond {expected} no figure is exact to the fen, so this award is left out',
    hint: { zh: '检查申报数据的单位和位数', en: 'Check the units and the digits of the facts' },
  }),
  decisionNotAllowed: define('CS6007', {
    severity: 'error',
    zh: '{field} 的决定是{found}，应为{expected}；这一项仍待决定',
    en: 'The decision on {field} is {found}; expected {expected}; the award stays open',
    hint: { zh: '核对决定的金额和条款的上下限', en: 'Check the decision against the bounds that the clause gives' },
  }),
  decisionOnNothing: define('CS6008', {
    severity: 'error',
    zh: '有一个决定写给“{field}”，但没有这一项；决定未采用',
    en: 'A decision is given for “{field}”, but there is no such benefit; it is not used',
    hint: {
      zh: '写成 {expected}；没有标签的待遇只写措施名',
      en: 'Write {expected}; a benefit without a label goes by the name of its measure alone',
    },
  }),
} as const;
