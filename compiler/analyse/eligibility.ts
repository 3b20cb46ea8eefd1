import { between } from '../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import { asOfFact, type BenefitPlan, type Expr, type ExprOf, type PolicyIr } from '../ir/ir.ts';
import { fromCondition } from './conditions.ts';
import { type Domains, domainsOf } from './domains.ts';
import { and, type Formula } from './formula.ts';
import { payable, readingOf } from './payable.ts';
import { satisfy } from './satisfy.ts';

/** Benefits that nobody can get, and conditions that everybody meets: both are most likely mistakes. */
export function eligibilityFindings(policies: readonly PolicyIr[]): readonly Diagnostic[] {
  return policies.flatMap((policy) => {
    const before = known.get(policy);
    if (before !== undefined) return before;
    const domains = domainsOf([policy]);
    const found = policy.plans.flatMap((plan) => (plan.k === 'benefit' ? findingsOf(plan, domains) : []));
    known.set(policy, found);
    return found;
  });
}

/** A policy never changes, and nothing else is asked. */
const known = new WeakMap<PolicyIr, readonly Diagnostic[]>();

function findingsOf(benefit: BenefitPlan, domains: Domains): Diagnostic[] {
  const name = benefit.label === null ? benefit.measure : `${benefit.measure}/${benefit.label}`;
  const finding = (base: Diagnostic, kind: 'vacuous' | 'always-true'): Diagnostic => ({
    ...base,
    finding: kind,
    measures: [benefit.measure],
    settled: false,
  });
  if (satisfy(payable(benefit, domains), domains).answer === 'no') {
    const { file, span } = benefit.origin;
    return [finding(diagnose(between.vacuous, file, span, { benefit: name }), 'vacuous')];
  }
  // That a policy is in force is not the drafter's condition.
  const conditions = conditionsOf(benefit.when).filter((step) => !mentions(step.x, asOfFact));
  const reading = readingOf(benefit, domains);
  const never = (formula: Formula) => satisfy(formula, domains).answer === 'no';
  const always = new Set(conditions.filter((step) => never(fromCondition(step.x, false, reading))));
  const told = new Set<ExprOf<'step'>>();
  return conditions.toReversed().flatMap((step) => {
    if (always.has(step)) {
      return [finding(diagnose(between.alwaysTrue, step.file, step.span, { benefit: name }), 'always-true')];
    }
    // Of two conditions that say the same the later one is superfluous.
    const others = conditions.filter((other) => other !== step && !always.has(other) && !told.has(other));
    const rest = and(...others.map((other) => fromCondition(other.x, true, reading)));
    if (others.length === 0 || !never(and(rest, fromCondition(step.x, false, reading)))) return [];
    told.add(step);
    const related = others
      .filter((other) => never(and(fromCondition(other.x, true, reading), fromCondition(step.x, false, reading))))
      .map(({ file, span }) => ({
        file,
        span,
        message: { zh: '这个条件已经包含了它', en: 'this condition implies it' },
      }));
    return [diagnose(between.redundant, step.file, step.span, { benefit: name }, { related })];
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
