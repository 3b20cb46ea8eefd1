import { sayReadingRuled, sayReadingTried } from '../../../stdlib/runtime/sentences.ts';
import type { Award, Lang, ReadingResult } from '../../../stdlib/runtime/types.ts';
import { type BenefitPlan, type ReadingIr, readingFact } from '../ir.ts';
import { someNode } from '../walk.ts';
import { assess, verdictOf } from './assess.ts';
import type { Cause, Causes } from './causes.ts';
import { newDecision } from './decisions.ts';
import type { Applicant, Environment } from './environment.ts';
import { toFen } from './fen.ts';
import { readingCause, settledReading } from './reading-facts.ts';

/** What an award would be in each of the ways in which what is in doubt can be read. */
export function readingsOf(plan: BenefitPlan, causes: Causes, env: Environment): readonly ReadingResult[] {
  const open = (env.applicant.policy.readings ?? []).filter((reading) => {
    const cause = readingCause(reading);
    return causes.some((known) => isSame(known, cause));
  });
  return open.map((reading) => ({
    reading: reading.name,
    ...(reading.question !== undefined && { question: reading.question }),
    options: reading.options.flatMap((option) => {
      const readings = { ...env.applicant.readings, [reading.name]: option };
      const applicant: Applicant = { ...env.applicant, readings };
      const verdict = verdictOf(assess(plan, { ...env, applicant, decision: newDecision(env.decision?.given) }));
      const min = verdict.lo && toFen(verdict.lo);
      const max = verdict.hi && toFen(verdict.hi);
      if (typeof min !== 'number' || max === undefined) return [];
      return [{ option, outcome: verdict.outcome, min, max }];
    }),
  }));
}

function isSame(a: Cause, b: Cause): boolean {
  return a.kind === 'decision' && b.kind === 'decision' && a.why === b.why && a.reason === b.reason && a.by === b.by;
}

/** What settles the readings that a benefit turns on, in the order of the source. */
export function readingNotes(plan: BenefitPlan, applicant: Applicant, lang: Lang): NonNullable<Award['notes']> {
  return (applicant.policy.readings ?? []).flatMap((reading) => {
    const settled = settledReading(reading, applicant);
    if (settled === undefined || !turnsOn(plan, reading)) return [];
    return [
      settled.tried
        ? sayReadingTried(reading.name, settled.option, lang)
        : sayReadingRuled({ ...reading.ruling!, reading: reading.name }, lang),
    ];
  });
}

function turnsOn(plan: BenefitPlan, { name, options }: ReadingIr): boolean {
  const refs = new Set(options.map((option) => readingFact(name, option)));
  return [plan.amount, plan.when, ...plan.analogies.map((analogy) => analogy.when)].some((e) =>
    someNode(e, (node) => node.k === 'fact' && refs.has(node.ref)),
  );
}
