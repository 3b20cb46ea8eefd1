import { bestItem, type Case, readAwarded, type TracedStep, toldOf } from './cases.ts';
import type { FactRef, FactTime, ListRef, PastAwardRef } from './causes.ts';
import { compareExact, type Exact, isInfinite, subtractExact, toFigure } from './exact.ts';
import { formatDate } from './format.ts';
import type { Num, Truth } from './intervals.ts';
import { sayChosen, sayDecided, sayFact } from './sentences.ts';
import type { Fen, Step } from './types.ts';

/** A piece of a sentence: fixed text, or what stands for a value. */
export type SayPart =
  | string
  | { readonly fact: FactRef; readonly at?: FactTime }
  | { readonly awarded: PastAwardRef }
  | { readonly time: 'as-of' | 'year' }
  | { readonly chosen: Choosing };

/** The items of a list that one is chosen from, and what each gives. */
export interface Choosing {
  readonly list: ListRef;
  readonly where: (c: Case) => Truth;
  readonly body: (c: Case) => Num;
}

/** A sentence in both languages. */
export interface Sentence {
  readonly zh: readonly SayPart[];
  readonly en: readonly SayPart[];
}

/** A condition or veto of a benefit, evaluated. */
export interface Condition {
  readonly role: 'condition' | 'veto';
  readonly say: Sentence;
  /** Of a condition: whether it is met; of a veto: whether it strikes. */
  readonly holds: Truth;
  /** Of a veto: the policy's reason. */
  readonly because?: string;
}

/** Records a step of an amount, where steps are recorded, and is what the step comes to. */
export function step(c: Case, role: TracedStep['role'], say: Sentence, x: Num, of?: Num): Num {
  if (c.trace !== undefined) c.trace.push({ role, say: sentenceOf(c, say), x, ...(of !== undefined && { of }) });
  return x;
}

/** A sentence with its facts filled in. */
export function sentenceOf(c: Case, say: Sentence): string {
  let text = '';
  for (const part of say[c.lang]) text += typeof part === 'string' ? part : sayPart(c, part);
  return text;
}

function sayPart(c: Case, part: Exclude<SayPart, string>): string {
  const { lang } = c;
  if ('fact' in part) {
    const at = part.at ?? 'now';
    const { name, value } = toldOf(c, part.fact, at);
    return sayFact(name, at, value, part.fact, lang);
  }
  if ('chosen' in part) {
    const { list, where, body } = part.chosen;
    // To tell of it decides nothing: a decision that only a sentence reads is not used.
    const { decision: _, ...undecided } = c;
    return sayChosen(bestItem(undecided, list, where, body), lang);
  }
  if ('awarded' in part) {
    const sum = readAwarded(c, part.awarded);
    // Past awards that add up beyond what a number holds are told to the nearest it can.
    const told = typeof sum === 'object' ? Number(sum.n / sum.d) : sum;
    return sayFact(part.awarded.name, 'awarded', told, { type: 'money' }, lang);
  }
  return part.time === 'year' ? String(c.year) : formatDate(c.asOf);
}

/** The lines on conditions and vetoes. */
export function conditionLines(c: Case, conditions: readonly Condition[]): Step[] {
  return conditions.map(({ role, say, holds }) => ({
    role,
    say: sentenceOf(c, say),
    holds: typeof holds === 'boolean' ? holds : null,
  }));
}

/** The lines on an amount: the decision that was used, then every step; rounding only where it changed something. */
export function amountLines(c: Case): Step[] {
  const steps = (c.trace ?? []).filter((traced) => traced.role !== 'round' || changed(traced));
  return [...decidedStep(c), ...steps].map(amountLine);
}

/** The step of the decision that was used, if one was. */
export function decidedStep({ decision, lang }: Case): TracedStep[] {
  if (!decision?.used) return [];
  const { by, given, value } = decision;
  return [{ role: 'decision', say: sayDecided(by[0], given, lang), ...(value !== undefined && { x: value }) }];
}

function changed({ x, of }: TracedStep): boolean {
  return x === undefined || of === undefined || compareExact(x.lo, of.lo) !== 0 || compareExact(x.hi, of.hi) !== 0;
}

function amountLine({ role, say, x, of }: TracedStep): Step {
  if (x === undefined) return { role, say };
  const cuts = of !== undefined && (role === 'cap' || role === 'less');
  return {
    role,
    say,
    min: toFigure(x.lo),
    max: toFigure(x.hi),
    ...(cuts && { cutMin: cutBetween(of.lo, x.lo), cutMax: cutBetween(of.hi, x.hi) }),
  };
}

/** What was taken from an end: null of one that was missing and is not, 0 of one that is missing still. */
export function cutBetween(before: Exact, after: Exact): Fen | null {
  if (isInfinite(before)) return isInfinite(after) ? 0 : null;
  return isInfinite(after) ? null : toFigure(subtractExact(before, after));
}
