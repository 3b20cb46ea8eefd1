import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../../language/diagnostics/diagnostic.ts';
import { fromCondition } from '../../analyse/conditions.ts';
import { domainsOf } from '../../analyse/domains.ts';
import { keyOf } from '../../analyse/expression-key.ts';
import { and } from '../../analyse/formula.ts';
import { readingOf } from '../../analyse/payable.ts';
import { satisfy } from '../../analyse/satisfy.ts';
import type { BenefitPlan, Expr, ExprOf, PolicyIr } from '../../ir/ir.ts';
import type { Rule } from '../rule.ts';

/** Two figures that can both take the place of the first, or points that would be added to a sum: nobody could say which. */
export const insteadsOverlap: Rule = {
  name: 'insteads-overlap',
  zh: '改按相重',
  entries: [drafting.insteadsOverlap, drafting.insteadsUnclear, drafting.pointsOnSum],
  fixed: true,
  check: ({ ir }) => ir.plans.flatMap((plan) => (plan.k === 'benefit' ? overlapsOf(plan, ir) : [])),
};

function overlapsOf(plan: BenefitPlan, ir: PolicyIr): Diagnostic[] {
  const insteads: { readonly step: ExprOf<'step'>; readonly c: Expr; readonly t: Expr }[] = [];
  for (let e: Expr | undefined = plan.amount; e?.k === 'step'; e = e.of) {
    const isInstead = e.role === 'uplift' && e.x.k === 'if' && e.x.e.k === 'prior' && !mentionsPrior(e.x.t);
    if (isInstead && e.x.k === 'if') insteads.unshift({ step: e, c: e.x.c, t: e.x.t });
  }
  const points = pointsOf(plan.amount);
  if (insteads.length + points.length < 2 || insteads.length === 0) return [];
  const domains = domainsOf([ir]);
  const reading = readingOf(plan, domains);
  const canMeet = (...conditions: readonly Expr[]) =>
    satisfy(and(...[plan.when, ...conditions].map((c) => fromCondition(c, true, reading))), domains).answer;
  const onSums = points.flatMap(({ step, c, more }) =>
    insteads.flatMap((instead): Diagnostic[] => {
      if (isShareOfSameBase(instead.t, more) || canMeet(instead.c, c) !== 'yes') return [];
      const message = { zh: '改按的定额在这里', en: 'the sum is here' };
      const related = [{ file: instead.step.file, span: instead.step.span, message }];
      return [diagnose(drafting.pointsOnSum, step.file, step.span, {}, { related })];
    }),
  );
  const overlaps = insteads.flatMap((second, i) =>
    insteads.slice(0, i).flatMap((first): Diagnostic[] => {
      const answer = canMeet(first.c, second.c);
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
  return [...overlaps, ...onSums];
}

/** The steps that add points of a base, each with its condition and what it adds. */
function pointsOf(amount: Expr): { readonly step: ExprOf<'step'>; readonly c: Expr; readonly more: Expr }[] {
  const found: { readonly step: ExprOf<'step'>; readonly c: Expr; readonly more: Expr }[] = [];
  for (let e: Expr | undefined = amount; e?.k === 'step'; e = e.of) {
    if (e.role !== 'uplift' || e.x.k !== 'add') continue;
    const [prior, more] = e.x.args;
    if (prior?.k === 'prior' && more?.k === 'if') found.unshift({ step: e, c: more.c, more: more.t });
  }
  return found;
}

/** Another rate of the base that the points are of. */
function isShareOfSameBase(instead: Expr, more: Expr): boolean {
  return instead.k === 'mul' && more.k === 'mul' && keyOf(instead.b) === keyOf(more.b);
}

function mentionsPrior(e: Expr): boolean {
  return e.k === 'prior' || (e.k === 'mul' && (mentionsPrior(e.a) || mentionsPrior(e.b)));
}
