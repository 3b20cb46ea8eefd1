import type { Condition } from './account.ts';
import { type Case, isParty, type TracedStep } from './cases.ts';
import { type Cause, type FactRef, joinCauses, type ListRef, noCauses } from './causes.ts';
import { decisionFor } from './decisions.ts';
import { compareExact, type Ends } from './exact.ts';
import { and, causesOf, isPoint, type Num, not, or, type Truth } from './intervals.ts';
import type { Splitting } from './splits.ts';
import type { Decisions, Family, Outcome } from './types.ts';

/** A benefit as generated code declares it. */
export interface Benefit {
  readonly measure: string;
  readonly label: string | null;
  readonly clause?: string;
  readonly kind: string;
  readonly family: Family;
  /** Any of these kinds of party. */
  readonly parties: readonly string[];
  readonly analogies: readonly Analogous[];
  /** The list over whose items it is given, one award each. */
  readonly over?: ListRef;
  readonly conditions: (c: Case) => readonly Condition[];
  /** In fen. */
  readonly amount: (c: Case) => Num;
  /** What past awards leave of the amount, once it is settled that it is paid. */
  readonly less?: (c: Case, amount: Num) => Num;
  /** What it competes on, where known. */
  readonly matter?: (c: Case) => string | undefined;
  readonly by: readonly string[];
  readonly paidAtOnce: boolean;
  readonly deciders?: readonly string[];
  readonly splits?: readonly Splitting[];
  /** The readings that its conditions or its amount turn on; absent: none. */
  readonly readings?: readonly string[];
  /** What a decision may answer: an amount, one of two ends, a procedure. */
  readonly decides: readonly ('amount' | 'ends' | 'procedure')[];
}

/** Others who may apply by analogy. */
export interface Analogous {
  readonly parties: readonly string[];
  readonly when: (c: Case) => Truth;
  /** Facts that are read for others that the benefit names. */
  readonly reads?: readonly { readonly fact: FactRef; readonly as: FactRef }[];
  readonly note?: string;
}

/** What an evaluation of a benefit comes to. */
export interface Judged {
  readonly party: Truth;
  readonly analogies: readonly Truth[];
  /** Whether the applicant is of its kinds, or may apply by analogy. */
  readonly admitted: Truth;
  /** The case with what is read by analogy, in which the benefit was evaluated. */
  readonly inUse: Case;
  /** Admitted, and under every condition and no veto. */
  readonly eligible: Truth;
  readonly conditions: readonly Condition[];
  readonly outcome: Outcome;
  /** What it comes to. */
  readonly ends: Ends;
  /** What it is compared at, where past awards are deducted and there is something to deduct from. */
  readonly compared?: Ends;
  /** Why the eligibility and the amount are open, in the order met. */
  readonly causes: readonly Cause[];
  /** Why the amount is. */
  readonly amountCauses: readonly Cause[];
}

export function judge(benefit: Benefit, c: Case): Judged {
  const { party, analogies, admitted, conditions, eligible, inUse } = judgeEligibility(benefit, c);
  const whole = eligible === false ? undefined : benefit.amount(inUse);
  const amount = whole && benefit.less ? benefit.less(inUse, whole) : whole;
  const compared = benefit.less && whole && !isNothing(whole) ? endsIf(eligible, whole) : undefined;
  // Field by field: this is evaluated for every assumption, and spreading is slow.
  const known = (outcome: Outcome, ends: Ends, causes: readonly Cause[], amountCauses: readonly Cause[]): Judged => ({
    party,
    analogies,
    admitted,
    eligible,
    conditions,
    inUse,
    outcome,
    ends,
    ...(compared !== undefined && { compared }),
    causes,
    amountCauses,
  });
  if (amount === undefined || isNothing(amount)) {
    return known('denied', { lo: 0, hi: 0 }, [], []);
  }
  const causes = joinCauses(causesOf(eligible), amount.causes);
  const outcome = eligible === true ? outcomeOf(amount) : openOutcome(causes);
  return known(outcome, endsIf(eligible, amount), causes, amount.causes);
}

function isNothing(amount: Num): boolean {
  return isPoint(amount) && compareExact(amount.lo, 0) === 0;
}

/** While it is open whether there is an award at all, it may come to nothing. */
function endsIf(eligible: Truth, { lo, hi }: Num): Ends {
  return { lo: eligible === true ? lo : 0, hi };
}

export function judgeEligibility(benefit: Benefit, c: Case) {
  const party = isAny(c, benefit.parties);
  const analogies = benefit.analogies.map((other) => and(isAny(c, other.parties), other.when(c)));
  const admitted = or(party, ...analogies);
  const inUse = withReadings(benefit, party, analogies, admitted, c);
  const conditions = benefit.conditions(inUse);
  const eligible = and(admitted, ...conditions.map(({ role, holds }) => (role === 'veto' ? not(holds) : holds)));
  return { party, analogies, admitted, conditions, eligible, inUse };
}

/**
 * The case in which a benefit is read: of the first analogy that surely admits, each fact it reads stands for the one it
 * names. Where several ways are open, what they would read differently is unknown for as long as the admission is.
 */
function withReadings({ analogies }: Benefit, party: Truth, admits: readonly Truth[], admitted: Truth, c: Case): Case {
  if (party === true || analogies.every(({ reads }) => reads === undefined)) return c;
  const sure = admits.indexOf(true);
  const open = analogies.filter((_, i) => (sure < 0 ? typeof admits[i] !== 'boolean' : i === sure));
  const ways = open.map(({ reads = [] }) => reads);
  if (sure < 0 && party !== false) ways.push([]);
  const reads = new Map<string, FactRef | readonly Cause[]>();
  for (const { as } of ways.flat()) {
    const [first, ...others] = ways.map((way) => way.find((one) => one.as.id === as.id)?.fact ?? as);
    const agreed = first !== undefined && others.every((other) => other.id === first.id);
    reads.set(as.id, agreed ? first : causesOf(admitted));
  }
  return reads.size === 0 ? c : { ...c, reads };
}

/** The first that applies, by what the amount waits for. */
function outcomeOf(amount: Num): Outcome {
  return isPoint(amount) ? 'granted' : openOutcome(amount.causes);
}

function openOutcome(causes: readonly Cause[]): Outcome {
  const reasons = new Set(causes.map((cause) => cause.why));
  if (reasons.has('needs')) return 'needs';
  if (reasons.has('undecided')) return 'undecided';
  if (reasons.has('case-by-case')) return 'case-by-case';
  return reasons.has('selection') ? 'selective' : 'ceiling';
}

export function isAny(c: Case, parties: readonly string[]): Truth {
  let causes = noCauses;
  for (const party of parties) {
    const is = isParty(c, party);
    if (is === true) return true;
    if (is !== false) causes = joinCauses(causes, is.causes);
  }
  return causes.length === 0 ? false : { causes };
}

/** One award to be evaluated. */
export interface AwardRequest {
  readonly benefit: Benefit;
  readonly policy: string;
  /** The applicant, with the item in hand where there is one. */
  readonly applicant: Case;
  readonly decisions: Decisions;
  readonly item?: number;
}

/** The case of one award: with the decision given for it, and its steps recorded or not. */
export function caseOf({ applicant, decisions, benefit, item }: AwardRequest, trace?: TracedStep[]): Case {
  const decision = decisionFor(decisions, benefit.measure, benefit.label, item);
  const made: { -readonly [K in keyof Case]: Case[K] } = { ...applicant };
  if (decision !== undefined) made.decision = decision;
  if (trace !== undefined) made.trace = trace;
  return made;
}
