import { formatYuanFixed } from '../../stdlib/runtime/format.ts';
import type {
  Award,
  JointResult,
  Need,
  NormResult,
  OpenChoice,
  Range,
  ReadingResult,
  SharedCap,
  Split,
  Step,
} from '../../stdlib/runtime/types.ts';
import type { Envelope } from './envelope.ts';

/** Money in results: yuan as a decimal string with two places; `null` is a range without an upper end. */
type Yuan = string;

export interface RangeJson {
  readonly min: Yuan;
  readonly max: Yuan | null;
}

/**
 * The result of one applicant under one or several policies, as `cuoshi run --json` writes it: one object a line. Keys
 * stand in a fixed order, absent ones are left out, so that equal results are equal texts.
 */
export interface ResultJson {
  readonly applicant?: string;
  readonly asOf: string;
  readonly year: number;
  readonly policies: readonly string[];
  readonly inferred?: readonly string[];
  readonly awards: readonly unknown[];
  readonly totals: Readonly<Record<string, RangeJson>>;
  readonly totalsByAnalogy?: Readonly<Record<string, RangeJson>>;
  readonly needs: readonly string[];
  readonly sharedCaps?: readonly unknown[];
  readonly open?: readonly unknown[];
  readonly norms?: readonly unknown[];
  readonly notes: readonly string[];
  readonly envelope: Envelope;
}

/** The result of one applicant under the policies of a run, with its envelope. */
export function resultJson(result: JointResult, envelope: Envelope): ResultJson {
  const analogy = totalsJson(result.totalsByAnalogy);
  return {
    ...optional('applicant', result.applicant),
    asOf: result.asOf,
    year: result.year,
    policies: result.policies,
    ...optional('inferred', result.inferred?.length ? result.inferred : undefined),
    awards: result.awards.map(awardJson),
    totals: totalsJson(result.totals),
    ...(Object.keys(analogy).length > 0 && { totalsByAnalogy: analogy }),
    needs: result.needs,
    ...(result.sharedCaps.length > 0 && { sharedCaps: result.sharedCaps.map(sharedCapJson) }),
    ...(result.open.length > 0 && { open: result.open.map(openJson) }),
    ...(result.norms.length > 0 && { norms: result.norms.map(normJson) }),
    notes: result.notes,
    envelope,
  };
}

function awardJson(award: Award): unknown {
  return {
    policy: award.policy,
    measure: award.measure,
    benefit: award.benefit,
    ...optional('item', award.item),
    ...optional('clause', award.clause),
    kind: award.kind,
    family: award.family,
    ...optional('matter', award.matter),
    outcome: award.outcome,
    ...rangeJson(award),
    ...(award.compared !== undefined && { compared: rangeJson(award.compared) }),
    by: award.by,
    ...optional('analogy', award.analogy),
    ...optional('decidedBy', award.decidedBy),
    ...optional('open', award.open),
    ...optional('reasons', award.reasons),
    ...(award.forgone !== undefined && {
      forgone: {
        outcome: award.forgone.outcome,
        ...rangeJson(award.forgone),
        ...optional('needs', award.forgone.needs?.map(needJson)),
      },
    }),
    ...optional('suppressedBy', award.suppressedBy),
    ...optional('needs', award.needs?.map(needJson)),
    ...optional('readings', award.readings?.map(readingJson)),
    steps: award.steps.map(stepJson),
    ...optional('notes', award.notes),
    ...optional('deciders', award.deciders),
    ...optional('splits', award.splits?.map(splitJson)),
  };
}

function splitJson({ of, atOnce, parts }: Split): unknown {
  return {
    of,
    ...(atOnce !== undefined && { atOnce }),
    parts: parts.map(({ amount, ...part }) => ({
      ...part,
      ...(amount !== undefined && { amount: formatYuanFixed(amount) }),
    })),
  };
}

/** `amount` and `cut` stand for both ends where they meet. */
function stepJson(step: Step): unknown {
  return {
    role: step.role,
    say: step.say,
    ...optional('holds', step.holds),
    ...ends(step.min, step.max, 'amount', 'min', 'max'),
    ...ends(step.cutMin, step.cutMax, 'cut', 'cutMin', 'cutMax'),
  };
}

function ends(
  low: number | null | undefined,
  high: number | null | undefined,
  both: string,
  min: string,
  max: string,
): Record<string, Yuan | null> {
  if (low === undefined && high === undefined) return {};
  if (low === high && typeof low === 'number') return { [both]: formatYuanFixed(low) };
  return { [min]: yuan(low ?? null), [max]: yuan(high ?? null) };
}

function needJson(need: Need): unknown {
  return {
    fact: need.fact,
    kind: need.kind,
    ...optional('at', need.at),
    ...optional('growthBase', need.growthBase),
    ...optional('value', need.value),
    follows: need.follows.map(({ value, outcome, min, max }) => ({ value, outcome, ...rangeJson({ min, max }) })),
  };
}

function readingJson({ reading, question, options }: ReadingResult): unknown {
  return {
    reading,
    ...optional('question', question),
    options: options.map(({ option, outcome, min, max }) => ({ option, outcome, ...rangeJson({ min, max }) })),
  };
}

function sharedCapJson(cap: SharedCap): unknown {
  return {
    policy: cap.policy,
    measure: cap.measure,
    ...optional('item', cap.item),
    ...optional('key', cap.key),
    family: cap.family,
    byAnalogy: cap.byAnalogy,
    say: cap.say,
    limit: rangeJson(cap.limit),
    awards: cap.awards,
    ...rangeJson(cap),
    ...ends(cap.cutMin, cap.cutMax, 'cut', 'cutMin', 'cutMax'),
  };
}

function normJson(norm: NormResult): unknown {
  return {
    policy: norm.policy,
    measure: norm.measure,
    ...optional('clause', norm.clause),
    modality: norm.modality,
    say: norm.say,
    holds: norm.holds,
    ...optional('needs', norm.needs),
  };
}

function openJson(choice: OpenChoice): unknown {
  return { why: choice.why, matter: choice.matter, awards: choice.awards, say: choice.say };
}

function totalsJson(totals: { readonly [family: string]: Range }): Record<string, RangeJson> {
  return Object.fromEntries(Object.entries(totals).map(([family, range]) => [family, rangeJson(range)]));
}

function rangeJson({ min, max }: Range): RangeJson {
  return { min: formatYuanFixed(min), max: yuan(max) };
}

function yuan(fen: number | null): Yuan | null {
  return fen === null ? null : formatYuanFixed(fen);
}

function optional<K extends string, V>(key: K, value: V | undefined): { [k in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [k in K]?: V };
}
