import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import type { Rule } from '../rule.ts';

/** Two neighbouring bands both include a figure. The checker tells it: no amount follows from such bands. */
export const touchingEnds: Rule = {
  name: 'touching-ends',
  zh: '分档两端相重',
  entries: [drafting.bandsTouch],
  fixed: true,
};
