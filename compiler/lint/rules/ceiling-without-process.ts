import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import { decisionsIn } from '../../check/decisions.ts';
import type { SayPart } from '../../ir/ir.ts';
import { sayAmount } from '../../ir/lower/say.ts';
import type { Rule } from '../rule.ts';

/** A figure that somebody decides, while nothing names the process that decides it. */
export const ceilingWithoutProcess: Rule = {
  name: 'ceiling-without-process',
  zh: '最高没有程序',
  entries: [drafting.ceilingWithoutProcess],
  check: ({ policy, checked }) =>
    policy.measures.flatMap((measure) =>
      measure.benefits.flatMap((benefit) => {
        // What is `undecided` or `case by case` says itself that it is open.
        const ceiling = decisionsIn(benefit.node.amount).find((e) => e.kind !== 'Undecided' && e.kind !== 'CaseByCase');
        if (ceiling === undefined || benefit.after.length > 0 || benefit.selectedBy !== undefined) return [];
        const say = sayAmount(ceiling, {
          checked,
          file: measure.file,
          list: measure.each,
          decider: undefined,
          signed: new Set(),
          policy: policy.symbol.name,
        });
        const amount = { zh: textOf(say.zh), en: textOf(say.en) };
        return [diagnose(drafting.ceilingWithoutProcess, measure.file, ceiling.span, { amount })];
      }),
    ),
};

function textOf(parts: readonly SayPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : 'chosen' in part ? '' : part.fact)).join('');
}
