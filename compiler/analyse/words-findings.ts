import type { Localised } from '../../language/diagnostics/diagnostic.ts';
import type { OpenReason } from './formula.ts';

/** Why something stays undecided. */
export const undecidedWhy: Readonly<Record<OpenReason, Localised>> = {
  product: { zh: '金额或条件里有两个事实相乘', en: 'an amount or condition multiplies two facts' },
  months: {
    zh: '几个按月计算的期限相互牵连，又没有写明哪一年',
    en: 'several periods counted in months hang together, and no year is named',
  },
  reading: { zh: '取决于尚未裁定的理解', en: 'it turns on a reading that nobody has ruled on' },
  history: { zh: '条件取决于往年的情况', en: 'a condition depends on earlier years' },
  list: { zh: '金额取决于一份名单', en: 'an amount depends on a list' },
  linear: { zh: '整数条件太复杂', en: 'the conditions over whole numbers are too involved' },
  search: { zh: '条件的组合太多', en: 'the conditions combine in too many ways' },
};

/** Beside a sum that is paid to those who are selected, and nothing to others. */
export const selectedNote: Localised = { zh: '（选上的）', en: ' (if selected)' };
