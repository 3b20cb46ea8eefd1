import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import { totalFits } from '../../ir/lower/lower.ts';
import { multiply, rational } from '../../ir/rational.ts';
import { moneyWord } from '../money-word.ts';
import type { Rule } from '../rule.ts';

/** 3 years of 4000万元 stated as 1.5亿元: a sum that is written down twice has to agree with itself. */
export const totalDiffers: Rule = {
  name: 'total-differs',
  zh: '总额不符',
  entries: [drafting.budgetTotal],
  fixed: true,
  check: ({ policy, ir }) =>
    policy.budgets.flatMap((budget) => {
      const pool = ir.plans.find((plan) => plan.k === 'pool' && plan.name === budget.symbol.name);
      const { node } = budget.symbol;
      if (pool?.k !== 'pool' || totalFits(pool) || pool.years === undefined || pool.total === undefined) return [];
      return [
        diagnose(drafting.budgetTotal, budget.file, (node.total ?? node).span, {
          amount: moneyWord(pool.amount),
          years: pool.years,
          product: moneyWord(multiply(pool.amount, rational(pool.years))),
          total: moneyWord(pool.total),
        }),
      ];
    }),
};
