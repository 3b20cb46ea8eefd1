import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../../language/diagnostics/diagnostic.ts';
import { fromCondition } from '../../analyse/conditions.ts';
import { domainsOf } from '../../analyse/domains.ts';
import { and } from '../../analyse/formula.ts';
import { readingOf } from '../../analyse/payable.ts';
import { satisfy } from '../../analyse/satisfy.ts';
import type { BenefitPlan, Expr, ExprOf, PolicyIr } from '../../ir/ir.ts';
import type { Rule } from '../rule.ts';

/** Two figures that can both take the place of the first: nobody could say which. */
export const insteadsOverlap: Rule = {
  name: 'insteads-overlap',
  zh: '改按相重',
  entries: [drafting.insteadsOverlap, drafting.insteadsUnclear],
  fixed: true,
  check: ({ ir }) => ir.plans.flatMap((plan) => (plan.k === 'benefit' ? overlapsOf(plan, ir) : [])),
};

function overlapsOf(plan: BenefitPlan, ir: PolicyIr): Diagnostic[] {
  const insteads: { readonly step: ExprOf<'step'>; readonly c: Expr }[] = [];
  for (let e: Expr | undefined = plan.amount; e?.k === 'step'; e = e.of) {
    const isInstead = e.role === 'uplift' && e.x.k === 'if' && e.x.e.k === 'prior' && !mentionsPrior(e.x.t);
    if (isInstead && e.x.k === 'if') insteads.unshift({ step: e, c: e.x.c });
  }
  if (insteads.length < 2) return [];
  const domains = domainsOf([ir]);
  const reading = readingOf(plan, domains);
  return insteads.flatMap((second, i) =>
    insteads.slice(0, i).flatMap((first): Diagnostic[] => {
      const when = fromCondition(plan.when, true, reading);
      const both = and(when, ...[first.c, second.c].map((c) => fromCondition(c, true, reading)));
      const { answer } = satisfy(both, domains);
      if (answer === 'no') return [];
      const related = [
        { file: first.step.file, span: first.step.span, message: { zh: '另一处在这里', en: 'the other one is here' } },
      ];
      const { file, span } = second.step;
      return [
        diagnose(answer === 'yes' ? drafting.insteadsOverlap : drafting.insteadsUnclear, file, span, {}, { related }),
      ];
    }),
  );
}

function mentionsPrior(e: Expr): boolean {
  return e.k === 'prior' || (e.k === 'mul' && (mentionsPrior(e.a) || mentionsPrior(e.b)));
}
