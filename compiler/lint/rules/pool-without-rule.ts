import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import type { Rule } from '../rule.ts';

/** A pool that does not say how it is shared out when it does not suffice. */
export const poolWithoutRule: Rule = {
  name: 'pool-without-rule',
  zh: '资金池没有分法',
  entries: [drafting.poolWithoutRule],
  check: ({ policy, ir }) =>
    policy.budgets.flatMap((budget) => {
      const pool = ir.plans.find((plan) => plan.k === 'pool' && plan.name === budget.symbol.name);
      if (pool?.k !== 'pool' || pool.share !== 'none') return [];
      const { name } = budget.symbol.node;
      return [diagnose(drafting.poolWithoutRule, budget.file, name.span, { budget: name.text })];
    }),
};
