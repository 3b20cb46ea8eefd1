import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import { nodesOf } from '../../../language/syntax/walk.ts';
import type { Rule } from '../rule.ts';

/** A fact called 上年产量 beside `last year's 产量`: nothing keeps the two figures equal. */
export const lastYearName: Rule = {
  name: 'last-year-name',
  zh: '上年重名',
  entries: [drafting.lastYearName],
  check: ({ policy, checked }) => {
    const { facts } = checked.binding.scope.tables;
    return policy.measures.flatMap((measure) => {
      const told = new Set<string>();
      return nodesOf(measure.symbol.node, 'LastYear').flatMap(({ fact, span }) => {
        const name = `上年${fact.text}`;
        if (!facts.has(name) || told.has(name)) return [];
        told.add(name);
        return [diagnose(drafting.lastYearName, measure.file, span, { name, rest: fact.text })];
      });
    });
  },
};
