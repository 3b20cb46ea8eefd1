import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import { nodesOf } from '../../../language/syntax/walk.ts';
import type { Rule } from '../rule.ts';

/** Sums that stand on an invoice, with tax and without. */
const invoiced =
  /合同(?:价|金?额)|成交(?:价|额)|交易额|采购(?:价|金?额)|购置(?:价|费|金?额)|购买(?:价|金?额)|销售额|价款|造价|租金/;

/** A share of a price, while nothing says whether the price is with tax or without. */
export const baseUndefined: Rule = {
  name: 'base-undefined',
  zh: '基数未定含税',
  entries: [drafting.baseUndefined],
  check: ({ policy, checked }) => {
    const { facts } = checked.binding.scope.tables;
    const told = new Set<string>();
    return policy.measures.flatMap((measure) =>
      measure.benefits.flatMap(({ node }) =>
        nodesOf(node, 'RateOf').flatMap(({ base }) => {
          if (base.kind !== 'NameExpression') return [];
          const fact = facts.get(base.name.text);
          if (fact?.factType.type !== 'money' || fact.derived !== undefined || told.has(fact.name)) return [];
          const said = [fact.name, fact.label, fact.basis].join('\n');
          if (!invoiced.test(said) || said.includes('税')) return [];
          told.add(fact.name);
          return [diagnose(drafting.baseUndefined, measure.file, base.span, { fact: fact.name })];
        }),
      ),
    );
  },
};
