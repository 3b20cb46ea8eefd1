import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import { someNode } from '../../ir/walk.ts';
import type { Rule } from '../rule.ts';

/** A quota that says neither who comes first nor, as `selected by` does, who chooses. */
export const quotaWithoutOrder: Rule = {
  name: 'quota-without-order',
  zh: '名额没有先后',
  entries: [drafting.quotaWithoutOrder, drafting.itemQuotaWithoutOrder],
  check: ({ ir }) =>
    ir.plans.flatMap((quota) => {
      if ((quota.k !== 'quota' && quota.k !== 'item-quota') || quota.rank.length > 0) return [];
      if (quota.k === 'item-quota' && quota.asGiven) return [];
      const isChosen = ir.plans.some(
        (plan) =>
          plan.k === 'benefit' &&
          plan.measure === quota.measure &&
          (quota.label === undefined || plan.label === quota.label) &&
          someNode(plan.amount, (node) => node.k === 'decide' && node.why === 'selection'),
      );
      if (isChosen) return [];
      const { file, span } = quota.origin;
      if (quota.k === 'quota') return [diagnose(drafting.quotaWithoutOrder, file, span, { n: quota.n })];
      return [diagnose(drafting.itemQuotaWithoutOrder, file, span, { n: quota.n, list: quota.list })];
    }),
};
