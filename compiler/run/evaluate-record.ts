import { formatDate } from '../../stdlib/runtime/format.ts';
import { knownNames, mergeFacts, parseRecord } from '../../stdlib/runtime/parse-facts.ts';
import type {
  EvaluateOptions,
  Facts,
  JointResult,
  Lang,
  LostAward,
  Metadata,
  Problem,
} from '../../stdlib/runtime/types.ts';
import type { FactProblem, FactRecord } from './record.ts';
import { nameOf } from './roll.ts';

/** What a run evaluates with: the policies, and who evaluates them (emitted modules, or the reference interpreter). */
export interface RunPlan {
  readonly policies: readonly Metadata[];
  readonly evaluate: (facts: Facts, options: EvaluateOptions) => JointResult;
  /** The names that any of the policies reads from a record (`namesKnown`). */
  readonly known: ReadonlySet<string>;
  /** ISO date that counts before any other; of a run that names one. */
  readonly asOf: string | undefined;
  /** How the run reads what the policies leave open, by the name of the reading. */
  readonly readings?: Readonly<Record<string, string>>;
  /** ISO date where neither run, record nor policy names one. */
  readonly today: string;
  readonly lang: Lang;
}

/** Names that any policy of a run reads from a record. Made once for all records. */
export function namesKnown(policies: readonly Metadata[]): ReadonlySet<string> {
  return new Set(policies.flatMap(({ schema }) => knownNames(schema)));
}

/** A result with the checked facts it was computed from. */
export interface Evaluated {
  readonly facts: Facts;
  readonly result: JointResult;
  /** Nobody named a date. */
  readonly asOfToday: boolean;
}

export interface RecordOutcome {
  /** Undefined where the record cannot be used. */
  readonly evaluated: Evaluated | undefined;
  readonly problems: readonly FactProblem[];
}

/** Checks one record against all policies of the run and evaluates it under them together. `lost`: what others took of it. */
export function evaluateRecord(record: FactRecord, plan: RunPlan, lost: readonly LostAward[] = []): RecordOutcome {
  const tell = (problems: readonly Problem[]): FactProblem[] =>
    problems.map((problem) => ({ kind: 'fact', place: record.place, applicant: nameOf(record.values), problem }));
  const { facts, problems } = checkFacts(record.values, plan);
  if (facts === null) return { evaluated: undefined, problems: tell(problems) };
  const named = plan.asOf ?? (facts.asOf === undefined ? declaredDate(plan.policies) : formatDate(facts.asOf));
  const options: EvaluateOptions = {
    asOf: named ?? plan.today,
    lang: plan.lang,
    ...(plan.readings && { readings: plan.readings }),
  };
  const result = plan.evaluate(facts, lost.length === 0 ? options : { ...options, lost });
  return { evaluated: { facts, result, asOfToday: named === undefined }, problems: tell(result.problems) };
}

/** The date that a policy of the run is to be evaluated at; of the first that names one. */
function declaredDate(policies: readonly Metadata[]): string | undefined {
  return policies.find(({ asOf }) => asOf !== undefined)?.asOf;
}

/**
 * The facts by declared name. Each policy reads what it declares and passes over what another one does; what none of them
 * knows is one problem, not one for each.
 */
function checkFacts(
  values: FactRecord['values'],
  { policies, known, lang }: RunPlan,
): { readonly facts: Facts | null; readonly problems: readonly Problem[] } {
  const parsed = policies.map(({ schema }) => parseRecord(schema, values, { lang, alsoKnown: known }));
  const problems = new Map(parsed.flatMap((p) => p.problems).map((p) => [`${p.code} ${p.field} ${p.found}`, p]));
  const facts = mergeFacts(parsed.map((one) => one.facts).filter((one) => one !== null));
  return { facts: problems.size === 0 ? facts : null, problems: [...problems.values()] };
}
