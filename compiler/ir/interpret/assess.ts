import type { Outcome } from '../../../stdlib/runtime/types.ts';
import type { Analogy, BenefitPlan, DecideWhy, ExprOf } from '../ir.ts';
import { type Conjunct, conjunctsOf, stepsOf } from '../shape.ts';
import { type Causes, isMissing, unite } from './causes.ts';
import type { Environment, Reads } from './environment.ts';
import { evaluateNumber, evaluateTruth, isParty } from './evaluate.ts';
import { and, isExact, isZero, type Num, or, type Truth } from './values.ts';

/** Whether one applicant, or one item of theirs, may have a benefit. */
export interface Eligibility {
  /** Of any kind of party the benefit is for. */
  readonly party: Truth;
  /** Of such a party, or by analogy. */
  readonly admitted: Truth;
  /** The conditions and vetoes, each with the value of its own step: of a veto, whether it strikes. */
  readonly conjuncts: readonly { readonly conjunct: Conjunct; readonly value: Truth }[];
  /** Admitted, and every condition and veto says so. */
  readonly eligible: Truth;
  /** Some party may fit: the award is worth a line. */
  readonly listed: boolean;
  /** The party that applies by analogy, with the analogy. */
  readonly analogy?: { readonly party: string; readonly of: Analogy };
  /** What the benefit is evaluated in: by analogy, other facts may be read for those that it names. */
  readonly env: Environment;
}

/** The steps of an amount from the innermost out, each with what it made of the one before. */
export interface TracedStep {
  readonly step: ExprOf<'step'>;
  readonly prior: Num | undefined;
  readonly value: Num;
}

/** A benefit evaluated for one applicant or item, before stacking. */
export interface Assessment {
  readonly eligibility: Eligibility;
  /** What is paid: `compared`, less past awards. */
  readonly amount: Num;
  /** What awards are compared by. */
  readonly compared: Num;
  readonly trace: readonly TracedStep[];
  /** Whether the decision was already used for the conditions. */
  readonly decidedEligibility: boolean;
}

export function assess(plan: BenefitPlan, env: Environment): Assessment {
  const eligibility = assessEligibility(plan, env);
  const decidedEligibility = env.decision?.used ?? false;
  const own = eligibility.env;
  const trace = traceAmount(plan, own);
  const compared = trace[trace.length - 1]!.value;
  const paid = [...trace];
  for (const step of plan.less ?? []) {
    const prior = paid.at(-1)!.value;
    paid.push({ step, prior, value: evaluateNumber(step.x, { ...own, prior }) });
  }
  return { eligibility, amount: paid[paid.length - 1]!.value, compared, trace: paid, decidedEligibility };
}

export function assessEligibility(plan: BenefitPlan, bare: Environment): Eligibility {
  const party = isAnyOf(plan.parties, bare);
  const analogies = plan.analogies.map((of) => {
    const member = isAnyOf(of.parties, bare);
    return { of, member, holds: and([member, evaluateTruth(of.when, bare)]) };
  });
  const admitted = or([party, ...analogies.map((a) => a.holds)]);
  const chosen =
    (party.holds !== true && analogies.find((a) => a.holds.holds === true)) ||
    (party.holds === false && analogies.find((a) => a.holds.holds === null)) ||
    undefined;
  const reads = readsOf(party, analogies, admitted.causes);
  const env: Environment = reads === undefined ? bare : { ...bare, reads };
  const conjuncts = (conjunctsOf(plan.when) ?? malformed(plan)).map((conjunct) => ({
    conjunct,
    value: evaluateTruth(conjunct.step, env),
  }));
  return {
    party,
    admitted,
    conjuncts,
    eligible: and([admitted, evaluateTruth(plan.when, env)]),
    listed: party.holds !== false || analogies.some((a) => a.member.holds !== false),
    ...(chosen && { analogy: { party: analogousParty(chosen.of, chosen.member, bare), of: chosen.of } }),
    env,
  };
}

/**
 * Which facts are read for others: those of the analogy that surely admits. While it is open which of several does, or
 * whether the applicant is of the kind itself, a fact that they would read differently is not known.
 */
function readsOf(
  party: Truth,
  analogies: readonly { readonly of: Analogy; readonly holds: Truth }[],
  open: Causes,
): Reads | undefined {
  if (party.holds === true) return undefined;
  const sure = analogies.find((a) => a.holds.holds === true);
  const ways = sure ? [sure] : analogies.filter((a) => a.holds.holds === null);
  const maps = ways.map(({ of }) => new Map((of.reads ?? []).map(({ fact, as }) => [as, fact])));
  const ids = new Set(maps.flatMap((map) => [...map.keys()]));
  if (ids.size === 0) return undefined;
  return new Map(
    [...ids].map((id) => {
      const read = new Set(maps.map((map) => map.get(id) ?? id));
      if (sure === undefined && party.holds === null) read.add(id);
      return [id, read.size === 1 ? [...read][0]! : { open }];
    }),
  );
}

function isAnyOf(parties: readonly string[], env: Environment): Truth {
  return or(parties.map((p) => isParty(p, env)));
}

/** The first of the analogy's parties that the applicant is, or, while none is known to be, may be. */
function analogousParty(analogy: Analogy, member: Truth, env: Environment): string {
  return analogy.parties.find((p) => isParty(p, env).holds === member.holds)!;
}

function traceAmount(plan: BenefitPlan, env: Environment): readonly TracedStep[] {
  const traced: TracedStep[] = [];
  for (const step of stepsOf(plan.amount) ?? malformed(plan)) {
    const prior = traced.at(-1)?.value;
    traced.push({ step, prior, value: evaluateNumber(step.x, { ...env, prior }) });
  }
  return traced;
}

function malformed(plan: BenefitPlan): never {
  throw new Error(`the IR of ${plan.measure}/${plan.label ?? ''} is not well-formed`);
}

/** What an assessment comes to: the outcome, and the amount between its two ends. */
export interface Verdict {
  readonly outcome: Exclude<Outcome, 'suppressed'>;
  readonly lo: Num['lo'];
  readonly hi: Num['hi'];
}

const zeroEnd = { n: 0n, d: 1n };

export function verdictOf({ eligibility, amount }: Pick<Assessment, 'eligibility' | 'amount'>): Verdict {
  const { holds } = eligibility.eligible;
  if (holds === false || isZero(amount)) return { outcome: 'denied', lo: zeroEnd, hi: zeroEnd };
  if (holds === null) {
    const outcome = outcomeOf(unite(eligibility.eligible.causes, amount.causes));
    return { outcome, lo: zeroEnd, hi: amount.hi };
  }
  const { lo, hi } = amount;
  if (isExact(amount)) return { outcome: 'granted', lo, hi };
  return { outcome: outcomeOf(amount.causes), lo, hi };
}

/** What an award is called whose amount, or whose conditions, are open. */
function outcomeOf(causes: Causes): Verdict['outcome'] {
  if (causes.some(isMissing)) return 'needs';
  const why = outcomesByRank.find(([reason]) => causes.some((c) => c.kind === 'decision' && c.why === reason));
  if (why === undefined) throw new Error('what is open has a cause');
  return why[1];
}

/** An open amount is called by the first of these among its causes. */
const outcomesByRank: readonly (readonly [DecideWhy, Verdict['outcome']])[] = [
  ['undecided', 'undecided'],
  ['case-by-case', 'case-by-case'],
  ['selection', 'selective'],
  ['process', 'ceiling'],
];
