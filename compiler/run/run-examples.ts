import { formatDate } from '../../stdlib/runtime/format.ts';
import type { Award, EvaluateOptions, Facts, JointResult, Lang, NormResult } from '../../stdlib/runtime/types.ts';
import type { ExampleIr, ExpectIr, NormPlan, PolicyIr } from '../ir/ir.ts';

/** One example of a policy, evaluated. It passes when nothing failed. */
export interface ExampleRun {
  readonly policy: PolicyIr;
  readonly example: ExampleIr;
  readonly result: JointResult;
  readonly failures: readonly ExpectFailure[];
}

/** An expectation that was not met, with the awards or norms it is about. */
export interface ExpectFailure {
  readonly expect: ExpectIr;
  readonly why: 'outcome' | 'amount' | 'needs' | 'not-listed' | 'process' | 'norm';
  readonly awards: readonly Award[];
  /** The norms that were expected to hold or not, as far as they were listed. */
  readonly norms: readonly NormResult[];
}

/** Evaluates every example of a policy by itself, as a test of the policy. */
export function runExamples(
  policy: PolicyIr,
  evaluate: (facts: Facts, options: EvaluateOptions) => JointResult,
  { today, lang }: { readonly today: string; readonly lang: Lang },
): ExampleRun[] {
  return policy.examples.map((example) => {
    const result = evaluate(factsOf(example), {
      asOf: dateOf(policy, example, today),
      lang,
      ...(example.readings && { readings: example.readings }),
    });
    const failures = example.expects.flatMap((e) => failureOf(e, policy, result, lang) ?? []);
    return { policy, example, result, failures };
  });
}

/** What the example gives, as checked facts. */
export function factsOf({ party, facts, decisions, ledger }: ExampleIr): Facts {
  const stated = party.length > 0 ? { party } : {};
  const past = ledger === undefined ? {} : { ledger };
  return Object.assign(Object.create(null), facts, stated, past, { decisions }) as Facts;
}

/** The example's date, the policy's, the first day the policy is in force, else today. ISO. */
export function dateOf(policy: PolicyIr, example: ExampleIr, today: string): string {
  const days = example.asOf ?? policy.asOf ?? policy.effective.from;
  return days === undefined ? today : formatDate(days);
}

function failureOf(expect: ExpectIr, policy: PolicyIr, result: JointResult, lang: Lang): ExpectFailure | undefined {
  if (expect.norm !== undefined) return normFailure(expect, policy, result, lang);
  const awards = result.awards.filter((award) => isAbout(expect, award));
  const fail = (why: ExpectFailure['why']): ExpectFailure => ({ expect, why, awards, norms: [] });
  if (awards.length === 0) {
    // A benefit for another kind of party is not even listed; that is a denial, too.
    return expect.outcome === 'denied' ? undefined : fail('not-listed');
  }
  if (expect.outcome !== undefined) {
    const { outcome } = expect;
    // Of several items, those that fall outside the conditions do not speak against the others.
    const spoken = outcome === 'denied' ? awards : withoutDenied(awards);
    if (!spoken.every((award) => award.outcome === outcome)) return fail('outcome');
  }
  const { min, max } = sumOf(awards);
  if (expect.min !== undefined && expect.min !== min) return fail('amount');
  if (expect.max !== undefined && expect.max !== max) return fail('amount');
  const { process } = expect;
  const decides = ({ decidedBy = [] }: Award) => decidedBy.some((by) => by.split('、').includes(process ?? ''));
  if (process !== undefined && !withoutDenied(awards).every(decides)) return fail('process');
  const asked = new Set(
    awards.flatMap(({ needs = [] }) => needs.flatMap((n) => [n.fact, ...(n.value ? [n.value] : [])])),
  );
  return expect.needs.every((fact) => asked.has(fact)) ? undefined : fail('needs');
}

/** All norms that are meant are as expected. One for another kind of party is not even listed: it does not hold. */
function normFailure(expect: ExpectIr, policy: PolicyIr, result: JointResult, lang: Lang): ExpectFailure | undefined {
  const meant = normsMeant(expect, policy).map((plan) => resultOf(plan, policy, result, lang));
  const holds = expect.norm?.holds ?? null;
  const isMet = (norm: NormResult | undefined): boolean => {
    if (norm === undefined) return holds === false;
    return norm.holds === holds && expect.needs.every((fact) => norm.needs?.some((need) => isOf(fact, need)));
  };
  if (meant.length > 0 && meant.every(isMet)) return undefined;
  return { expect, why: 'norm', awards: [], norms: meant.filter((norm) => norm !== undefined) };
}

/** `评级@2023` is of the fact 评级. */
function isOf(fact: string, need: string): boolean {
  return need === fact || need.startsWith(`${fact}@`);
}

/** The norms of a measure that an expectation is about. */
export function normsMeant({ measure, norm }: ExpectIr, policy: PolicyIr): readonly NormPlan[] {
  if (norm === undefined) return [];
  const { modality, object, position } = norm;
  const found = policy.plans
    .filter((plan) => plan.k === 'norm')
    .filter((plan) => plan.measure === measure && plan.modality === modality)
    .filter((plan) => object === undefined || plan.object === object);
  return position === undefined ? found : found.slice(position - 1, position);
}

/** What a result says of a norm. Norms that read alike are for the same kinds of party, so either all or none are listed. */
function resultOf(plan: NormPlan, policy: PolicyIr, result: JointResult, lang: Lang): NormResult | undefined {
  const alike = policy.plans
    .filter((other) => other.k === 'norm')
    .filter((other) => isSameNorm(other, plan) && other.say[lang] === plan.say[lang]);
  const listed = result.norms.filter((norm) => isSameNorm(norm, plan) && norm.say === plan.say[lang]);
  return listed[alike.indexOf(plan)];
}

function isSameNorm(a: NormPlan | NormResult, b: NormPlan): boolean {
  return a.measure === b.measure && a.modality === b.modality && a.clause === b.clause;
}

function isAbout({ measure, benefit, item }: ExpectIr, award: Award): boolean {
  return (
    (measure === undefined || award.measure === measure) &&
    (benefit === undefined || award.benefit === benefit) &&
    (item === undefined || award.item === item)
  );
}

function withoutDenied(awards: readonly Award[]): readonly Award[] {
  const left = awards.filter((award) => award.outcome !== 'denied');
  return left.length > 0 ? left : awards;
}

/** What the awards come to together: the items of one benefit, or the benefits of a measure. */
function sumOf(awards: readonly Award[]): { readonly min: number; readonly max: number | null } {
  return {
    min: awards.reduce((sum, award) => sum + award.min, 0),
    max: awards.reduce<number | null>((sum, { max }) => (sum === null || max === null ? null : sum + max), 0),
  };
}
