import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import { decisionsIn } from '../../check/decisions.ts';
import type { Rule } from '../rule.ts';

/**
 * Ceilings that no pool pays, told once for a policy: where others of it name their pool, or where the document, set
 * beside its official text, has no pool at all. A pool that nothing is paid from leaves open what it is for.
 */
export const ceilingWithoutFund: Rule = {
  name: 'ceiling-without-fund',
  zh: '最高没有资金来源',
  entries: [drafting.ceilingWithoutFund],
  check: ({ policy }) => {
    const isNamed = policy.measures.some(({ from, benefits }) => from ?? benefits.some((benefit) => benefit.from));
    if (policy.budgets.length > 0 ? !isNamed : policy.source === undefined) return [];
    const bare = policy.measures.flatMap((measure) =>
      measure.benefits.flatMap((benefit) => {
        const ceiling = decisionsIn(benefit.node.amount).find((e) => e.kind === 'UpTo');
        const isCash = benefit.node.benefitKind !== 'invest';
        return ceiling && isCash && !(benefit.from ?? measure.from) ? [{ file: measure.file, ceiling }] : [];
      }),
    );
    const [first] = bare;
    if (first === undefined) return [];
    return [diagnose(drafting.ceilingWithoutFund, first.file, first.ceiling.span, { n: bare.length })];
  },
};
