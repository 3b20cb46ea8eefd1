import type { Award, JointResult, Range } from '../../stdlib/runtime/types.ts';
import { type Evaluated, evaluateRecord, type RunPlan } from './evaluate-record.ts';
import type { FactProblem, FactRecord } from './record.ts';

/** Money over many applicants: whole fen, beyond 2^53 where it must be. `max` null: no upper end. */
export interface Sum {
  readonly awards: number;
  readonly min: bigint;
  readonly max: bigint | null;
}

/** The same thing under the two versions. */
export interface Versions<T> {
  readonly old: T;
  readonly new: T;
}

/** What both versions pay under one heading: a benefit, the bodies responsible together, a kind of benefit. */
export interface Heading extends Versions<Sum> {
  readonly name: string;
  /** What others get by analogy is counted apart. */
  readonly byAnalogy: boolean;
}

/** What a matter (or a measure without one) comes to for one applicant, and why the new version pays nothing on it. */
export interface Reason extends Versions<Range> {
  readonly on: string;
  readonly byAnalogy: boolean;
  readonly denied?: string;
}

/** The total of a family under both versions. */
export interface FamilyTotal extends Versions<Range> {
  readonly family: string;
  readonly byAnalogy: boolean;
}

/** An applicant who gets more or less. */
export interface Moved {
  readonly applicant: string | undefined;
  /** The record, from 1. */
  readonly record: number;
  /** By family, where the total changes; what is paid by analogy apart. */
  readonly totals: readonly FamilyTotal[];
  /** Those that move it most, first. */
  readonly reasons: readonly Reason[];
}

/** Two versions over the same applicants. `mixed`: more in one family or at one end of a range, less at another. */
export interface Population {
  readonly applicants: number;
  readonly winners: number;
  readonly losers: number;
  readonly mixed: number;
  readonly unchanged: number;
  readonly totals: readonly Heading[];
  readonly byMeasure: readonly Heading[];
  readonly byBody: readonly Heading[];
  readonly byKind: readonly Heading[];
  /** The largest first. */
  readonly gains: readonly Moved[];
  readonly losses: readonly Moved[];
}

/** Evaluates one record under each version by itself. What only one version knows is no problem of the record. */
export function evaluateVersions(
  record: FactRecord,
  plans: Versions<RunPlan>,
): { readonly evaluated: Versions<Evaluated> | undefined; readonly problems: readonly FactProblem[] } {
  const known = new Set([...plans.old.known, ...plans.new.known]);
  const [before, after] = [plans.old, plans.new].map((plan) => evaluateRecord(record, { ...plan, known }));
  const [a, b] = [before?.problems ?? [], after?.problems ?? []];
  const saidBy = (problems: readonly FactProblem[]) => new Set(problems.map(({ problem }) => problem.message));
  const both = [saidBy(a), saidBy(b)];
  const problems = [...a, ...b.filter(({ problem }) => !both[0]?.has(problem.message))].filter(
    ({ problem }) => problem.code !== unknownDecision || both.every((said) => said.has(problem.message)),
  );
  const evaluated = before?.evaluated && after?.evaluated ? { old: before.evaluated, new: after.evaluated } : undefined;
  return { evaluated, problems };
}

/** A decision on a benefit that the policy does not have: the other version may. */
const unknownDecision = 'CS6008';

export interface PopulationCounter {
  add(results: Versions<JointResult>, record: number): void;
  /** With as many of the largest changes each way as asked for. */
  count(): Population;
}

/** Counts applicant by applicant: only sums and the largest changes are kept. */
export function countPopulation(largest = 10): PopulationCounter {
  const headings = {
    totals: new Headings(),
    byMeasure: new Headings(),
    byBody: new Headings(),
    byKind: new Headings(),
  };
  const tally = { winners: 0, losers: 0, mixed: 0, unchanged: 0 };
  let gains: Moved[] = [];
  let losses: Moved[] = [];
  return {
    add(results, record) {
      for (const version of ['old', 'new'] as const) {
        for (const { family, byAnalogy, range } of totalsOf(results[version])) {
          headings.totals.add(family, byAnalogy, version, range);
        }
        for (const award of results[version].awards) {
          if (award.outcome === 'denied' || award.outcome === 'suppressed') continue;
          const byAnalogy = award.analogy !== undefined;
          headings.byMeasure.add(benefitName(award), byAnalogy, version, award);
          headings.byBody.add(award.by.join('、'), byAnalogy, version, award);
          headings.byKind.add(award.kind, byAnalogy, version, award);
        }
      }
      const moved = movedBy(results, record);
      const direction = directionOf(moved.totals);
      tally[direction] += 1;
      if (direction === 'winners') gains = keep([...gains, moved], largest);
      if (direction === 'losers') losses = keep([...losses, moved], largest);
    },
    count: () => ({
      applicants: tally.winners + tally.losers + tally.mixed + tally.unchanged,
      ...tally,
      totals: headings.totals.list(),
      byMeasure: headings.byMeasure.list(),
      byBody: headings.byBody.list(),
      byKind: headings.byKind.list(),
      gains,
      losses,
    }),
  };
}

const nothing: Range = { min: 0, max: 0 };

/** The totals of a result, those by analogy after the others. */
function totalsOf(result: JointResult): readonly { family: string; byAnalogy: boolean; range: Range }[] {
  return [result.totals, result.totalsByAnalogy].flatMap((totals, i) =>
    Object.entries(totals).map(([family, range]) => ({ family, byAnalogy: i === 1, range })),
  );
}

/** Sums by name, in the order first met. */
class Headings {
  readonly #headings = new Map<string, { name: string; byAnalogy: boolean; old: Sum; new: Sum }>();

  add(name: string, byAnalogy: boolean, version: keyof Versions<Sum>, { min, max }: Range): void {
    const none: Sum = { awards: 0, min: 0n, max: 0n };
    const key = `${byAnalogy} ${name}`;
    const heading = this.#headings.get(key) ?? { name, byAnalogy, old: none, new: none };
    const before = heading[version];
    heading[version] = {
      awards: before.awards + 1,
      min: before.min + BigInt(min),
      max: before.max === null || max === null ? null : before.max + BigInt(max),
    };
    this.#headings.set(key, heading);
  }

  list(): readonly Heading[] {
    return [...this.#headings.values()];
  }
}

function benefitName({ measure, benefit }: Pick<Award, 'measure' | 'benefit'>): string {
  return benefit === null ? measure : `${measure}/${benefit}`;
}

function directionOf(totals: readonly FamilyTotal[]): 'winners' | 'losers' | 'mixed' | 'unchanged' {
  const upper = ({ max }: Range) => max ?? Number.POSITIVE_INFINITY;
  const more = totals.some((t) => t.new.min > t.old.min || upper(t.new) > upper(t.old));
  const less = totals.some((t) => t.new.min < t.old.min || upper(t.new) < upper(t.old));
  return more && less ? 'mixed' : more ? 'winners' : less ? 'losers' : 'unchanged';
}

function movedBy(results: Versions<JointResult>, record: number): Moved {
  const totals = new Map<string, { family: string; byAnalogy: boolean; old: Range; new: Range }>();
  for (const version of ['old', 'new'] as const) {
    for (const { family, byAnalogy, range } of totalsOf(results[version])) {
      const key = `${byAnalogy} ${family}`;
      const total = totals.get(key) ?? { family, byAnalogy, old: nothing, new: nothing };
      totals.set(key, { ...total, [version]: range });
    }
  }
  return {
    applicant: results.new.applicant,
    record,
    totals: [...totals.values()].filter((total) => movement(total) > 0),
    reasons: reasonsFor(results),
  };
}

/** How far a range moved at the end that moved most, in fen. */
function movement(range: Versions<Range>): number {
  const upper = ({ max }: Range) => max ?? Number.MAX_SAFE_INTEGER;
  return Math.max(Math.abs(range.new.min - range.old.min), Math.abs(upper(range.new) - upper(range.old)));
}

function keep(moved: readonly Moved[], largest: number): Moved[] {
  const size = ({ totals }: Moved) => Math.max(...totals.map(movement));
  return moved.toSorted((a, b) => size(b) - size(a) || a.record - b.record).slice(0, largest);
}

/** The three headings that move an applicant's result most: awards of both versions on one matter belong together. */
function reasonsFor(results: Versions<JointResult>): readonly Reason[] {
  const headings = new Map<string, { on: string; byAnalogy: boolean; old: Range; new: Range; denied?: string }>();
  for (const version of ['old', 'new'] as const) {
    for (const award of results[version].awards) {
      const on = award.matter ?? award.measure;
      const byAnalogy = award.analogy !== undefined;
      const key = `${byAnalogy} ${on}`;
      const heading = headings.get(key) ?? { on, byAnalogy, old: nothing, new: nothing };
      heading[version] = addRange(heading[version], award);
      const [why] = award.reasons ?? [];
      if (version === 'new' && award.outcome === 'denied' && why !== undefined) heading.denied ??= why.say;
      headings.set(key, heading);
    }
  }
  return [...headings.values()]
    .map(
      ({ denied, ...heading }): Reason => ({
        ...heading,
        ...(denied !== undefined && heading.new.max === 0 && { denied }),
      }),
    )
    .filter((reason) => movement(reason) > 0)
    .sort((a, b) => movement(b) - movement(a))
    .slice(0, 3);
}

function addRange(a: Range, b: Range): Range {
  return { min: a.min + b.min, max: a.max === null || b.max === null ? null : a.max + b.max };
}
