import { nameInYear, pastAwardName } from '../../../stdlib/runtime/sentences.ts';
import type { Lang, NormResult } from '../../../stdlib/runtime/types.ts';
import type { NormPlan } from '../ir.ts';
import { type Cause, isMissing } from './causes.ts';
import type { Applicant, Environment } from './environment.ts';
import { evaluateTruth, isParty } from './evaluate.ts';
import { and, or, yes } from './values.ts';

/** A norm as far as it may touch an applicant; undefined where it is for other kinds of party. */
export function normOf(plan: NormPlan, applicant: Applicant, lang: Lang): NormResult | undefined {
  const env: Environment = { applicant, items: new Map() };
  const party = plan.parties.length === 0 ? yes : or(plan.parties.map((p) => isParty(p, env)));
  if (party.holds === false) return undefined;
  const { holds, causes } = and([party, evaluateTruth(plan.when, env)]);
  const needs = [...new Set(causes.filter(isMissing).map((cause) => missingName(cause, applicant)))];
  return {
    policy: applicant.policy.name,
    measure: plan.measure,
    ...(plan.clause !== undefined && { clause: plan.clause }),
    modality: plan.modality,
    say: plan.say[lang],
    holds,
    ...(needs.length > 0 && { needs }),
  };
}

/** Something missing by the name that people know it by; a kind of party by its own. */
export function missingName(cause: Exclude<Cause, { kind: 'decision' }>, applicant: Applicant): string {
  switch (cause.kind) {
    case 'fact':
      return nameInYear(applicant.declarations.get(cause.id)!.name, cause.at);
    case 'list':
      return applicant.lists.get(cause.id)!.name;
    case 'awarded':
      return pastAwardName(cause.id);
    case 'party':
    case 'procedure':
      return cause.id;
    default:
      return cause satisfies never;
  }
}
