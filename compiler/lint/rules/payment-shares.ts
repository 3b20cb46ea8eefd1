import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import type { Rule } from '../rule.ts';

/** Stages of payment, or shares of several bodies, that do not make up the whole. The checker tells it. */
export const paymentShares: Rule = {
  name: 'payment-shares',
  zh: '各份不足整笔',
  entries: [drafting.sharesNotWhole],
  fixed: true,
};
