import { sayAmountZero, sayDecided, sayNotMet, sayNotParty, sayVetoed } from '../../../stdlib/runtime/sentences.ts';
import type { Fen, Lang, Reason, Step } from '../../../stdlib/runtime/types.ts';
import type { BenefitPlan } from '../ir.ts';
import { type Rational, subtract } from '../rational.ts';
import type { Assessment, Eligibility, TracedStep } from './assess.ts';
import type { Environment } from './environment.ts';
import { toFen } from './fen.ts';
import { fillSay } from './say.ts';
import { isZero } from './values.ts';

/** One line for each condition and veto, in the order of the source. */
export function conditionSteps({ conjuncts }: Eligibility, env: Environment, lang: Lang): readonly Step[] {
  return conjuncts.map(({ conjunct, value }) => ({
    role: conjunct.veto ? 'veto' : 'condition',
    say: fillSay(conjunct.step.say, env, lang),
    holds: value.holds,
  }));
}

/** The decision that was used, then the steps of the amount from the innermost out. */
export function amountSteps({ trace }: Pick<Assessment, 'trace'>, env: Environment, lang: Lang): readonly Step[] {
  const { decision } = env;
  const first: readonly Step[] = decision?.used
    ? [
        {
          role: 'decision',
          say: sayDecided(decision.by[0], decision.given, lang),
          ...(decision.value && { min: figure(decision.value.lo), max: figure(decision.value.hi) }),
        },
      ]
    : [];
  return [...first, ...trace.filter(isRecorded).map((traced) => amountStep(traced, env, lang))];
}

/** Rounding that changes nothing is not worth a line. */
function isRecorded({ step, prior, value }: TracedStep): boolean {
  return step.role !== 'round' || prior === undefined || !sameEnd(prior.lo, value.lo) || !sameEnd(prior.hi, value.hi);
}

const sameEnd = (a: Rational | null, b: Rational | null): boolean =>
  a === b || (a !== null && b !== null && a.n === b.n && a.d === b.d);

function amountStep({ step, prior, value }: TracedStep, env: Environment, lang: Lang): Step {
  const cuts = (step.role === 'cap' || step.role === 'less') && prior !== undefined;
  return {
    role: step.role,
    say: fillSay(step.say, env, lang),
    min: figure(value.lo),
    max: figure(value.hi),
    ...(cuts && { cutMin: cut(prior.lo, value.lo), cutMax: cut(prior.hi, value.hi) }),
  };
}

function figure(end: Rational | null): Fen | null {
  return end === null ? null : (toFen(end) ?? null);
}

/** What a step took from one end: all there is of no end, nothing where there was none and is none. */
function cut(before: Rational | null, after: Rational | null): Fen | null {
  if (before === null && after === null) return 0;
  return before === null || after === null ? null : figure(subtract(before, after));
}

/** Why an award is denied: no party fits, or the conditions that fail and the vetoes that strike. */
export function eligibilityReasons(
  plan: BenefitPlan,
  eligibility: Eligibility,
  env: Environment,
  lang: Lang,
): readonly Reason[] {
  if (eligibility.admitted.holds === false) {
    const analogous = plan.analogies.length > 0;
    return [{ role: 'party', say: sayNotParty(plan.parties, analogous, lang) }];
  }
  return eligibility.conjuncts
    .filter(({ conjunct, value }) => value.holds === conjunct.veto)
    .map(({ conjunct: { step, veto } }) => {
      const say = fillSay(step.say, env, lang);
      return veto
        ? { role: 'veto', say: sayVetoed(say, step.because, lang) }
        : { role: 'condition', say: sayNotMet(say, lang) };
    });
}

/** The decision or step that first made the amount nothing. */
export function zeroReason({ trace }: Pick<Assessment, 'trace'>, env: Environment, lang: Lang): Reason {
  const { decision } = env;
  if (decision?.used && decision.value && isZero(decision.value)) {
    return { role: 'amount', say: sayAmountZero(sayDecided(decision.by[0], decision.given, lang), lang) };
  }
  const first = trace.find((traced) => isZero(traced.value));
  if (first === undefined) throw new Error('an amount of zero has a step that is zero');
  return { role: 'amount', say: sayAmountZero(fillSay(first.step.say, env, lang), lang) };
}
