import { between } from '../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../language/diagnostics/define.ts';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import { asOfFact, type BenefitPlan, type Expr, type ExprOf, type PolicyIr } from '../ir/ir.ts';
import { fromCondition } from './conditions.ts';
import { type Domains, domainsOf } from './domains.ts';
import { and, type Formula } from './formula.ts';
import { payable, readingOf } from './payable.ts';
import { partsOf, sameParts } from './policy-parts.ts';
import { satisfy } from './satisfy.ts';

/** Benefits that nobody can get, and conditions that everybody meets: both are most likely mistakes. */
export function eligibilityFindings(policies: readonly PolicyIr[]): readonly Diagnostic[] {
  return policies.flatMap((policy) => {
    const before = known.get(policy);
    if (before !== undefined) return before;
    const benefits = policy.plans.filter((plan) => plan.k === 'benefit');
    const judge = judging(policy);
    const found = toldOnce(
      benefits.flatMap((plan) => findingsOf(plan, judge(plan))),
      benefits,
    );
    known.set(policy, found);
    return found;
  });
}

/** A policy never changes, and nothing else is asked. */
const known = new WeakMap<PolicyIr, readonly Diagnostic[]>();

/** What is found of a benefit as a whole, or of one of its conditions, which others of its measure may share. */
interface Found {
  readonly diagnostic: Diagnostic;
  readonly condition?: ExprOf<'step'>;
  readonly isRedundant?: boolean;
}

/**
 * A condition of a measure is one of each of its benefits: what is found of it is told once, and it is redundant only where it
 * is so for all of them. That a benefit asks for more than its measure makes the measure's condition no mistake.
 */
function toldOnce(found: readonly Found[], benefits: readonly BenefitPlan[]): readonly Diagnostic[] {
  const placeOf = ({ file, span }: ExprOf<'step'>) => `${file} ${span.start} ${span.end}`;
  const sharing = new Map<string, BenefitPlan[]>();
  for (const benefit of benefits) {
    for (const place of new Set(conditionsOf(benefit.when).map(placeOf))) {
      sharing.set(place, [...(sharing.get(place) ?? []), benefit]);
    }
  }
  const redundant = new Map<string, number>();
  for (const { condition, isRedundant } of found) {
    if (condition && isRedundant) redundant.set(placeOf(condition), (redundant.get(placeOf(condition)) ?? 0) + 1);
  }
  const told = new Set<string>();
  return found.flatMap(({ diagnostic, condition, isRedundant }) => {
    if (condition === undefined) return [diagnostic];
    const place = placeOf(condition);
    const sharers = sharing.get(place) ?? [];
    if (told.has(place) || (isRedundant && (redundant.get(place) ?? 0) < sharers.length)) return [];
    told.add(place);
    const [first] = sharers;
    return sharers.length > 1 && first !== undefined
      ? [{ ...diagnostic, args: { ...diagnostic.args, benefit: first.measure } }]
      : [diagnostic];
  });
}

/** What is wrong with a benefit, wherever it stands. */
interface Judged {
  readonly isVacuous: boolean;
  /** Conditions that everybody meets, or everybody who meets some others. */
  readonly idle: readonly { readonly step: ExprOf<'step'>; readonly implying: readonly ExprOf<'step'>[] | undefined }[];
}

const judged = new WeakMap<BenefitPlan, { readonly parts: readonly unknown[]; readonly judged: Judged }>();

/** Judges the benefits of a policy: again only where they, or what they are read with, are others than before. */
function judging(policy: PolicyIr): (benefit: BenefitPlan) => Judged {
  const parts = partsOf(policy, () => false);
  let domains: Domains | undefined;
  return (benefit) => {
    const before = judged.get(benefit);
    if (before !== undefined && sameParts(before.parts, parts)) return before.judged;
    domains ??= domainsOf([policy]);
    const found = judge(benefit, domains);
    judged.set(benefit, { parts, judged: found });
    return found;
  };
}

function judge(benefit: BenefitPlan, domains: Domains): Judged {
  if (satisfy(payable(benefit, domains), domains).answer === 'no') return { isVacuous: true, idle: [] };
  // That a policy is in force is not the drafter's condition.
  const conditions = conditionsOf(benefit.when).filter((step) => !mentions(step.x, asOfFact));
  const reading = readingOf(benefit, domains);
  const never = (formula: Formula) => satisfy(formula, domains).answer === 'no';
  const always = new Set(conditions.filter((step) => never(fromCondition(step.x, false, reading))));
  const told = new Set<ExprOf<'step'>>();
  const idle = conditions.toReversed().flatMap((step): Judged['idle'] => {
    if (always.has(step)) return [{ step, implying: undefined }];
    // Of two conditions that say the same the later one is superfluous.
    const others = conditions.filter((other) => other !== step && !always.has(other) && !told.has(other));
    const rest = and(...others.map((other) => fromCondition(other.x, true, reading)));
    if (others.length === 0 || !never(and(rest, fromCondition(step.x, false, reading)))) return [];
    told.add(step);
    const implying = others.filter((other) =>
      never(and(fromCondition(other.x, true, reading), fromCondition(step.x, false, reading))),
    );
    return [{ step, implying }];
  });
  return { isVacuous: false, idle };
}

function findingsOf(benefit: BenefitPlan, { isVacuous, idle }: Judged): Found[] {
  const name = benefit.label === null ? benefit.measure : `${benefit.measure}/${benefit.label}`;
  const finding = (base: Diagnostic, kind: 'vacuous' | 'always-true'): Diagnostic => ({
    ...base,
    finding: kind,
    measures: [benefit.measure],
    settled: false,
  });
  if (isVacuous) {
    const { file, span } = benefit.origin;
    return [{ diagnostic: finding(diagnose(between.vacuous, file, span, { benefit: name }), 'vacuous') }];
  }
  return idle.map(({ step, implying }): Found => {
    if (implying === undefined) {
      const diagnostic = diagnose(between.alwaysTrue, step.file, step.span, { benefit: name });
      return { diagnostic: finding(diagnostic, 'always-true'), condition: step };
    }
    const related = implying.map(({ file, span }) => ({
      file,
      span,
      message: { zh: '这个条件已经包含了它', en: 'this condition implies it' },
    }));
    const diagnostic = diagnose(between.redundant, step.file, step.span, { benefit: name }, { related });
    return { diagnostic, condition: step, isRedundant: true };
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
