import { formatDate } from '../../stdlib/runtime/format.ts';
import type { Award, EvaluateOptions, Facts, JointResult, Lang } from '../../stdlib/runtime/types.ts';
import type { ExampleIr, ExpectIr, PolicyIr } from '../ir/ir.ts';

/** One example of a policy, evaluated. It passes when nothing failed. */
export interface ExampleRun {
  readonly policy: PolicyIr;
  readonly example: ExampleIr;
  readonly result: JointResult;
  readonly failures: readonly ExpectFailure[];
}

/** An expectation that was not met, with the awards it is about. */
export interface ExpectFailure {
  readonly expect: ExpectIr;
  readonly why: 'outcome' | 'amount' | 'needs' | 'not-listed';
  readonly awards: readonly Award[];
}

/** Evaluates every example of a policy by itself, as a test of the policy. */
export function runExamples(
  policy: PolicyIr,
  evaluate: (facts: Facts, options: EvaluateOptions) => JointResult,
  { today, lang }: { readonly today: string; readonly lang: Lang },
): ExampleRun[] {
  return policy.examples.map((example) => {
    const result = evaluate(factsOf(example), { asOf: dateOf(policy, example, today), lang });
    return { policy, example, result, failures: example.expects.flatMap((e) => failureOf(e, result) ?? []) };
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

function failureOf(expect: ExpectIr, result: JointResult): ExpectFailure | undefined {
  const awards = result.awards.filter((award) => isAbout(expect, award));
  const fail = (why: ExpectFailure['why']): ExpectFailure => ({ expect, why, awards });
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
  const asked = new Set(
    awards.flatMap(({ needs = [] }) => needs.flatMap((n) => [n.fact, ...(n.value ? [n.value] : [])])),
  );
  return expect.needs.every((fact) => asked.has(fact)) ? undefined : fail('needs');
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
