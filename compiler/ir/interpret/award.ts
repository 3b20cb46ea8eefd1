import { amountOverflow, type DecisionScope, decisionRejected } from '../../../stdlib/runtime/problems.ts';
import { sayByAnalogy, sayDecisionIgnored, sayPaidAtOnce } from '../../../stdlib/runtime/sentences.ts';
import type { Award, Item, Lang, Problem, Range } from '../../../stdlib/runtime/types.ts';
import type { BenefitPlan } from '../ir.ts';
import { amountSteps, conditionSteps, eligibilityReasons, zeroReason } from './account.ts';
import { type Assessment, assess, assessEligibility, type Eligibility, type Verdict, verdictOf } from './assess.ts';
import { type Cause, isMissing, unite } from './causes.ts';
import { decidable, decisionFor, decisionKey, newDecision } from './decisions.ts';
import { type Applicant, bindItem, type DecisionRecord, type Environment, givenValue, itemsOf } from './environment.ts';
import { toFen } from './fen.ts';
import { needOf } from './needs.ts';
import { readingNotes, readingsOf } from './readings.ts';
import { splitsOf } from './splits.ts';

/** What one benefit comes to for one applicant, before stacking; awards in the order of their items. */
export interface Awarded {
  readonly awards: readonly Award[];
  readonly problems: readonly Problem[];
}

export function awardsOf(plan: BenefitPlan, applicant: Applicant, lang: Lang): Awarded {
  const bare: Environment = { applicant, items: new Map() };
  if (plan.over === undefined) return awardOf(plan, bare, undefined, lang);
  const items = itemsOf(applicant, plan.over);
  if (items === undefined) return awardWithoutItems(plan, plan.over, bare, lang);
  const perItem = items.map((item: Item, index) => awardOf(plan, bindItem(bare, plan.over!, item), index + 1, lang));
  return { awards: perItem.flatMap((x) => x.awards), problems: perItem.flatMap((x) => x.problems) };
}

function awardOf(plan: BenefitPlan, bare: Environment, item: number | undefined, lang: Lang): Awarded {
  const decided = decisionFor(plan, item, bare.applicant.decisions);
  const decision = newDecision(decided?.given);
  const env: Environment = { ...bare, decision };
  const assessment = assess(plan, env);
  const { eligibility, amount } = assessment;
  const own = eligibility.env;
  if (!eligibility.listed) return { awards: [], problems: [] };

  const verdict = verdictOf(assessment);
  const ends = endsOf(verdict);
  const beforeLess = verdictOf({ eligibility, amount: assessment.compared });
  const compared = plan.less === undefined || beforeLess.outcome === 'denied' ? undefined : endsOf(beforeLess);
  if (ends === undefined) return { awards: [], problems: [amountOverflow(awardKey(plan, item), lang)] };

  const use = decided && decision && judgeDecision(plan, assessment, verdict, decided.key, decision, lang);
  const denied = verdict.outcome === 'denied';
  const causes = unite(eligibility.eligible.causes, amount.causes);
  const readings = denied ? [] : readingsOf(plan, causes, env);
  const ineligible = eligibility.eligible.holds === false;
  const award: Award = {
    ...identityOf(plan, env, item),
    outcome: verdict.outcome,
    ...ends,
    ...(compared && { compared }),
    steps: [...conditionSteps(eligibility, own, lang), ...(ineligible ? [] : amountSteps(assessment, own, lang))],
    ...analogyOf(eligibility),
    ...(!denied && openDecisions(causes, decision)),
    ...(!denied && readings.length > 0 && { readings }),
    ...(denied && {
      reasons: ineligible ? eligibilityReasons(plan, eligibility, own, lang) : [zeroReason(assessment, own, lang)],
    }),
    ...(verdict.outcome === 'needs' && {
      needs: causes.filter(isMissing).map((cause) => needOf(cause, plan, env)),
    }),
    ...notesOf(plan, eligibility, use?.note, denied, env, lang),
    ...(plan.deciders && { deciders: plan.deciders }),
    ...(plan.splits && !denied && { splits: splitsOf(plan, exactOf(ends), own) }),
  };
  return { awards: [award], problems: use?.problem === undefined ? [] : [use.problem] };
}

/** The list of items is missing: only the conditions can say something already. */
function awardWithoutItems(plan: BenefitPlan, list: string, bare: Environment, lang: Lang): Awarded {
  const decided = decisionFor(plan, undefined, bare.applicant.decisions);
  const decision = newDecision(decided?.given);
  const env: Environment = { ...bare, decision };
  const eligibility = assessEligibility(plan, env);
  if (!eligibility.listed) return { awards: [], problems: [] };

  const denied = eligibility.eligible.holds === false;
  const ignored = denied && decided && !decision?.used ? sayDecisionIgnored(decided.key, true, lang) : undefined;
  const award: Award = {
    ...identityOf(plan, env, undefined),
    ...(denied ? { outcome: 'denied', min: 0, max: 0 } : { outcome: 'needs', min: 0, max: null }),
    steps: conditionSteps(eligibility, eligibility.env, lang),
    ...analogyOf(eligibility),
    ...(denied
      ? { reasons: eligibilityReasons(plan, eligibility, eligibility.env, lang) }
      : { needs: [needOf({ kind: 'list', id: list }, plan, env)] }),
    ...notesOf(plan, eligibility, ignored, denied, env, lang),
    ...(plan.deciders && { deciders: plan.deciders }),
    ...(plan.splits && !denied && { splits: splitsOf(plan, undefined, eligibility.env) }),
  };
  return { awards: [award], problems: [] };
}

// ---------------------------------------------------------------------------------------------------- parts of an award

function identityOf(plan: BenefitPlan, env: Environment, item: number | undefined) {
  const matter = plan.matter && ('name' in plan.matter ? plan.matter.name : givenValue(env, plan.matter.fact, 'now'));
  return {
    policy: env.applicant.policy.name,
    measure: plan.measure,
    benefit: plan.label,
    ...(item !== undefined && { item }),
    ...(plan.clause !== undefined && { clause: plan.clause }),
    kind: plan.kind,
    family: plan.family,
    ...(typeof matter === 'string' && { matter }),
    by: plan.by,
  };
}

function exactOf({ min, max }: Range): number | undefined {
  return min === max ? min : undefined;
}

function awardKey(plan: BenefitPlan, item: number | undefined): string {
  return item === undefined ? decisionKey(plan) : `${decisionKey(plan)}/${item}`;
}

/** The ends of a verdict in fen; undefined where one is beyond what is exact. An amount is never negative. */
function endsOf(verdict: Verdict): { readonly min: number; readonly max: number | null } | undefined {
  if (verdict.lo === null) throw new Error('an amount is never negative');
  const min = toFen(verdict.lo);
  const max = verdict.hi && toFen(verdict.hi);
  return min === undefined || max === undefined ? undefined : { min, max };
}

function analogyOf({ analogy }: Eligibility) {
  return analogy && { analogy: analogy.party };
}

/** Who is still to decide the amount, or decided it, and what is open. */
function openDecisions(causes: readonly Cause[], decision: DecisionRecord | undefined) {
  const open = causes.filter((cause) => cause.kind === 'decision');
  const by = new Set([...(decision?.by ?? []), ...open.flatMap((cause) => cause.by ?? [])]);
  const reasons = new Set(open.flatMap((cause) => cause.reason ?? []));
  return { ...(by.size > 0 && { decidedBy: [...by] }), ...(reasons.size > 0 && { open: [...reasons] }) };
}

function notesOf(
  plan: BenefitPlan,
  { analogy }: Eligibility,
  ignoredDecision: string | undefined,
  denied: boolean,
  { applicant }: Environment,
  lang: Lang,
) {
  const notes = [
    ...readingNotes(plan, applicant, lang),
    ...(analogy ? [sayByAnalogy(analogy.party, analogy.of.note, lang)] : []),
    ...(plan.paidAtOnce && !denied ? [sayPaidAtOnce(lang)] : []),
    ...(ignoredDecision === undefined ? [] : [ignoredDecision]),
  ];
  return notes.length > 0 && { notes };
}

// ----------------------------------------------------------------------------------------------------------- decisions

/** What is to be said of a decision that could not be used as given. */
interface DecisionVerdict {
  readonly note?: string;
  readonly problem?: Problem;
}

function judgeDecision(
  plan: BenefitPlan,
  assessment: Assessment,
  verdict: Verdict,
  key: string,
  decision: DecisionRecord,
  lang: Lang,
): DecisionVerdict {
  const { given } = decision;
  if (verdict.outcome === 'denied') {
    const ineligible = assessment.eligibility.eligible.holds === false;
    const used = ineligible ? assessment.decidedEligibility : decision.used;
    return used ? {} : { note: sayDecisionIgnored(key, true, lang) };
  }
  const { figure, answer } = decidable(plan);
  if (typeof given === 'number' ? !figure : !answer) {
    const kind = figure ? 'amount' : answer ? 'yes-no' : 'nothing';
    return { problem: decisionRejected(key, given, { kind }, lang) };
  }
  if (decision.used || decision.waiting) return {};
  if (decision.rejected) return { problem: decisionRejected(key, given, scopeOf(decision.rejected), lang) };
  return { note: sayDecisionIgnored(key, false, lang) };
}

function scopeOf({ range, ends }: NonNullable<DecisionRecord['rejected']>): DecisionScope {
  const min = range.lo && (toFen(range.lo) ?? null);
  const max = range.hi && (toFen(range.hi) ?? null);
  return { kind: ends ? 'ends' : 'range', min, max };
}
