import { between } from '../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import { asOfFact, type BenefitPlan, type Expr, type ExprOf, type PolicyIr } from '../ir/ir.ts';
import { and, type Domains, domainsOf, fromCondition } from './formula.ts';
import { identities, payable } from './payable.ts';
import { satisfy } from './satisfy.ts';

/** Benefits that nobody can get, and conditions that everybody meets: both are most likely mistakes. */
export function eligibilityFindings(policies: readonly PolicyIr[]): readonly Diagnostic[] {
  return policies.flatMap((policy) => {
    const domains = domainsOf([policy]);
    return policy.plans.flatMap((plan) => (plan.k === 'benefit' ? findingsOf(plan, policy, domains) : []));
  });
}

function findingsOf(benefit: BenefitPlan, policy: PolicyIr, domains: Domains): Diagnostic[] {
  const name = benefit.label === null ? benefit.measure : `${benefit.measure}/${benefit.label}`;
  const finding = (base: Diagnostic, kind: 'vacuous' | 'always-true'): Diagnostic => ({
    ...base,
    finding: kind,
    measures: [benefit.measure],
    settled: false,
  });
  if (satisfy(and(payable(benefit, domains), identities([policy])), domains).answer === 'no') {
    const { file, span } = benefit.origin;
    return [finding(diagnose(between.vacuous, file, span, { benefit: name }), 'vacuous')];
  }
  return conditionsOf(benefit.when).flatMap((step) => {
    // That a policy is in force is not the drafter's condition.
    if (mentions(step.x, asOfFact) || satisfy(fromCondition(step.x, false, domains), domains).answer !== 'no')
      return [];
    return [finding(diagnose(between.alwaysTrue, step.file, step.span, { benefit: name }), 'always-true')];
  });
}

function conditionsOf(when: Expr): ExprOf<'step'>[] {
  if (when.k === 'and') return when.args.flatMap(conditionsOf);
  return when.k === 'step' && when.role === 'condition' ? [when] : [];
}

function mentions(e: Expr, ref: string): boolean {
  switch (e.k) {
    case 'fact':
      return e.ref === ref;
    case 'and':
    case 'or':
      return e.args.some((a) => mentions(a, ref));
    case 'not':
      return mentions(e.x, ref);
    case 'cmp':
      return mentions(e.a, ref) || mentions(e.b, ref);
    default:
      return false;
  }
}
