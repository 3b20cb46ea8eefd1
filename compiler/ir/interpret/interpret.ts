import { unknownDecision } from '../../../stdlib/runtime/problems.ts';
import { partyNotes, policyNotes } from '../../../stdlib/runtime/sentences.ts';
import type {
  Decisions,
  EvaluateOptions,
  Facts,
  JointResult,
  Lang,
  NormResult,
  Problem,
  Result,
} from '../../../stdlib/runtime/types.ts';
import type { PolicyIr } from '../ir.ts';
import { awardsOf } from './award.ts';
import { knownKeys, strayKeys } from './decisions.ts';
import type { Applicant } from './environment.ts';
import { membershipOf } from './membership.ts';
import { normOf } from './norms.ts';
import type { Candidate } from './pairs.ts';
import { stack } from './stack.ts';

/**
 * What one applicant gets under a policy, and why: the meaning of the IR (../README.md). `facts` are checked facts;
 * awards are after the policy's own stacking. Throws only where the IR breaks an invariant.
 */
export function interpret(policy: PolicyIr, facts: Facts, options: EvaluateOptions): Result {
  const { policies: _, ...joint } = interpretTogether([policy], facts, options);
  return { policy: policy.name, ...joint };
}

/** What one applicant gets under several policies together, stacked across them by the rules of all. */
export function interpretTogether(policies: readonly PolicyIr[], facts: Facts, options: EvaluateOptions): JointResult {
  const lang = options.lang ?? 'zh';
  const applicants = policies.map((policy) => applicantUnder(policy, facts, options));
  const awarded = applicants.map((applicant) => allAwards(applicant, lang));
  const candidates = awarded.flatMap((a) => a.candidates);
  const stacked = stack(candidates, applicants, options.lost ?? [], lang);
  const inferred = applicants.flatMap((applicant) => applicant.membership.inferred ?? []);
  const [first] = applicants;
  return {
    policies: policies.map((policy) => policy.name),
    ...(facts.applicant !== undefined && { applicant: facts.applicant }),
    asOf: options.asOf,
    year: first?.year ?? yearOf(options),
    ...(facts.party === undefined && { inferred: [...new Set(inferred)] }),
    awards: stacked.awards,
    norms: applicants.flatMap((applicant) => normsOf(applicant, lang)),
    sharedCaps: stacked.sharedCaps,
    open: stacked.open,
    totals: stacked.totals,
    totalsByAnalogy: stacked.totalsByAnalogy,
    needs: stacked.needs,
    notes: [...new Set(applicants.flatMap((applicant) => notesOf(applicant, lang)))],
    problems: [...strayDecisions(applicants, lang), ...awarded.flatMap((a) => a.problems), ...stacked.problems],
  };
}

/** What evaluation knows of one applicant under one policy. */
export function applicantUnder(policy: PolicyIr, facts: Facts, options: EvaluateOptions): Applicant {
  return {
    policy,
    declarations: new Map(policy.facts.map((fact) => [fact.id, fact])),
    lists: new Map(policy.lists.map((list) => [list.id, list])),
    facts,
    decisions: mergeDecisions(facts.decisions, options.decisions),
    ledger: options.ledger ?? facts.ledger,
    readings: options.readings ?? {},
    asOf: Date.parse(`${options.asOf}T00:00:00Z`) / 86_400_000,
    year: yearOf(options),
    membership: membershipOf(policy, facts),
  };
}

function yearOf({ asOf, year }: EvaluateOptions): number {
  return year ?? Number(asOf.slice(0, 4));
}

/** Those given with the run win. Without a prototype: keys come from outside. */
function mergeDecisions(ofFacts: Decisions = {}, ofRun: Decisions = {}): Decisions {
  return Object.assign(Object.create(null), ofFacts, ofRun);
}

function allAwards(
  applicant: Applicant,
  lang: Lang,
): { candidates: readonly Candidate[]; problems: readonly Problem[] } {
  const { policy } = applicant;
  const benefits = policy.plans.filter((plan) => plan.k === 'benefit');
  const awarded = benefits.map((plan) => ({ plan, ...awardsOf(plan, applicant, lang) }));
  return {
    candidates: awarded.flatMap(({ plan, awards }) => awards.map((award) => ({ policy, plan, award }))),
    problems: awarded.flatMap((a) => a.problems),
  };
}

function normsOf(applicant: Applicant, lang: Lang): readonly NormResult[] {
  return applicant.policy.plans.flatMap((plan) => (plan.k === 'norm' ? (normOf(plan, applicant, lang) ?? []) : []));
}

/** Decisions that name no benefit of any policy of the run. */
function strayDecisions(applicants: readonly Applicant[], lang: Lang): readonly Problem[] {
  const policies = applicants.map(({ policy }) => policy);
  const decisions = applicants[0]?.decisions ?? {};
  return Object.keys(decisions)
    .filter((key) => policies.every((policy) => strayKeys(policy, decisions).includes(key)))
    .map((key) => unknownDecision(key, policies.flatMap(knownKeys), lang));
}

function notesOf({ policy, asOf, membership }: Applicant, lang: Lang): readonly string[] {
  const { onPublication, from, to } = policy.effective;
  return [
    ...policyNotes(
      {
        name: policy.name,
        status: policy.status,
        onPublication,
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
      },
      asOf,
      lang,
    ),
    ...partyNotes(membership.inferred ?? [], membership.contradictory, lang),
  ];
}
