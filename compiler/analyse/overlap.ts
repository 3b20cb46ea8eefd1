import type { Award, Range, Result } from '../../stdlib/runtime/types.ts';
import type { BenefitPlan, PolicyIr } from '../ir/ir.ts';
import { ceilingOf } from './amount-ends.ts';
import type { Settlement, Side } from './compete.ts';
import type { Domains } from './domains.ts';
import type { OpenReason } from './formula.ts';
import type { OverlapKind } from './judge.ts';
import type { Pair } from './overlap-index.ts';
import { readingOf } from './payable.ts';
import { numberAt } from './point.ts';
import { partsOf, sameParts } from './policy-parts.ts';
import type { Value } from './values.ts';
import { placeAtHand, type Witness, witnessFrom } from './witness.ts';

/**
 * Evaluates one policy for one applicant: no witness is shown that this does not bear out. Where only some measures matter,
 * they are named.
 */
export type Replay = (policy: PolicyIr, applicant: Witness, measures?: readonly string[]) => Result;

/** Two benefits of different measures that the same applicant can be paid on the same matter. */
export interface Meeting {
  readonly sides: readonly [Side, Side];
  /** The applicant to show; only looked for when asked for. */
  readonly values: () => ReadonlyMap<string, Value>;
}

/** What a drafter is told of two measures and a matter: every meeting of their benefits, in one finding. */
export interface OverlapFinding {
  readonly kind: OverlapKind;
  /** The matter that both pay on; for `double-base` the fact that both take a share of. */
  readonly matter: string;
  /** For `shadowed` the one that never pays comes first; for `stale` the older one. */
  readonly measures: readonly [Side, Side];
  readonly settled: boolean;
  readonly settlement: Settlement | undefined;
  readonly meetings: readonly Meeting[];
}

/** Findings of one kind on one matter, where there are more of them than it takes to name all measures. */
export interface FindingGroup {
  readonly kind: OverlapKind;
  readonly matter: string;
  readonly settled: boolean;
  readonly measures: readonly Side[];
  readonly findings: readonly OverlapFinding[];
}

/** Two benefits of which it could not be decided whether they meet. */
export interface UndecidedPair {
  readonly matter: string;
  readonly sides: readonly [Side, Side];
  readonly why: OpenReason;
}

export interface Overlaps {
  readonly findings: readonly OverlapFinding[];
  readonly undecided: readonly UndecidedPair[];
}

/** Puts together what was found about the benefits of two measures. */
export function findingsOf(pairs: readonly Pair[]): Overlaps {
  const findings = new Map<OverlapKind, Map<number, OverlapFinding & { readonly meetings: Meeting[] }>>();
  const all: OverlapFinding[] = [];
  const undecided: UndecidedPair[] = [];
  const numberOf = numbering();
  for (const { sides: given, matters, judgement } of pairs) {
    if ('why' in judgement) {
      undecided.push({ matter: matters[0] ?? '', sides: given, why: judgement.why });
      continue;
    }
    const { kind, swapped, settlement, values } = judgement;
    const sides: readonly [Side, Side] = swapped ? [given[1], given[0]] : given;
    const key = numberOf(sides[0]) * mostMeasures + numberOf(sides[1]);
    const meeting: Meeting = { sides, values };
    let alike = findings.get(kind);
    if (alike === undefined) {
      alike = new Map();
      findings.set(kind, alike);
    }
    const known = alike.get(key);
    if (known !== undefined) {
      known.meetings.push(meeting);
      continue;
    }
    const finding = {
      kind,
      matter: kind === 'double-base' ? (matters[0] ?? '') : matterOf(meeting, matters),
      measures: sides,
      settled: settlement !== undefined,
      settlement,
      meetings: [meeting],
    };
    alike.set(key, finding);
    all.push(finding);
  }
  return { findings: all, undecided };
}

/** More than there are measures anywhere: two numbers of measures in one. */
const mostMeasures = 2 ** 26;

/** Numbers for measures, from 0. */
function numbering(): (side: Side) => number {
  const bySide = new Map<Side, number>();
  const byName = new Map<string, number>();
  return (side) => {
    let number = bySide.get(side);
    if (number === undefined) {
      const name = nameOf(side);
      number = byName.get(name) ?? byName.size;
      byName.set(name, number);
      bySide.set(side, number);
    }
    return number;
  };
}

/**
 * Findings by matter: where several measures meet on one, each with most others, they are told of together. A pair stays a
 * finding of its own where that takes no more messages.
 */
export function groupFindings(findings: readonly OverlapFinding[]): readonly (OverlapFinding | FindingGroup)[] {
  const alike = new Map<string, OverlapFinding[]>();
  for (const finding of findings) {
    const { family } = finding.measures[0].benefit;
    const one = finding.kind === 'shadowed' || finding.kind === 'duplicate';
    const key = one ? `${alike.size}` : `${finding.kind}\n${finding.matter}\n${finding.settled}\n${family}`;
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [finding]);
    else known.push(finding);
  }
  const numberOf = numbering();
  const told = new Map<OverlapFinding, OverlapFinding | FindingGroup>();
  for (const of of alike.values()) {
    for (const part of connected(of, numberOf)) {
      const [first] = part;
      if (first === undefined) continue;
      const measures = new Map(part.flatMap((f) => f.measures.map((side) => [numberOf(side), side] as const)));
      if (part.length < measures.size) for (const finding of part) told.set(finding, finding);
      else {
        const { kind, matter, settled } = first;
        told.set(first, { kind, matter, settled, measures: [...measures.values()], findings: part });
      }
    }
  }
  return findings.flatMap((finding) => told.get(finding) ?? []);
}

function connected(findings: readonly OverlapFinding[], numberOf: (side: Side) => number): OverlapFinding[][] {
  const parts = new Map<number, { readonly findings: OverlapFinding[]; readonly measures: number[] }>();
  for (const finding of findings) {
    const [a, b] = [numberOf(finding.measures[0]), numberOf(finding.measures[1])];
    const [one, two] = [parts.get(a), parts.get(b)];
    const into = one ?? two ?? { findings: [], measures: [] };
    if (one !== undefined && two !== undefined && one !== two) {
      for (const other of two.findings) one.findings.push(other);
      for (const measure of two.measures) {
        one.measures.push(measure);
        parts.set(measure, one);
      }
    }
    into.findings.push(finding);
    for (const measure of [a, b]) {
      if (parts.get(measure) === into) continue;
      into.measures.push(measure);
      parts.set(measure, into);
    }
  }
  return [...new Set(parts.values())].map((part) => part.findings);
}

function nameOf({ policy, benefit }: Side): string {
  return `${policy.name}\n${benefit.measure}`;
}

/** The matter an applicant is paid on, where the two could meet on several. */
function matterOf({ sides, values }: Meeting, matters: readonly string[]): string {
  for (const { benefit } of sides) {
    if (benefit.matter === undefined || 'name' in benefit.matter) continue;
    const named = values().get(benefit.matter.fact);
    if (typeof named === 'string') return named;
  }
  return matters[0] ?? '';
}

// -------------------------------------------------------------------------------------------------------------- replay

/** Among so many meetings the applicant of each is looked for. */
const fewMeetings = 24;

/**
 * The meeting that shows the most: the one of the highest upper ends. Of very many only those are looked at whose benefits
 * can come to most.
 */
export function largest(meetings: readonly Meeting[], domains: Domains): Meeting {
  const [only] = meetings;
  if (only === undefined) throw new Error('a finding has a meeting');
  if (meetings.length === 1) return only;
  const size = ({ sides, values }: Meeting) => {
    const at = values();
    return sides.reduce((sum, { benefit }) => sum + highestAt(benefit, at, domains), 0);
  };
  let [most, greatest] = [only, Number.NEGATIVE_INFINITY];
  for (const meeting of promising(meetings)) {
    const own = size(meeting);
    if (own > greatest) [most, greatest] = [meeting, own];
  }
  return most;
}

/** Those few meetings whose benefits have the highest ceilings, in the order of the source. */
function promising(meetings: readonly Meeting[]): readonly Meeting[] {
  if (meetings.length <= fewMeetings) return meetings;
  const ceilings = new Map<Side, number>();
  const ofSide = (side: Side) => {
    const known = ceilings.get(side);
    if (known !== undefined) return known;
    const ceiling = ceilingOf(side.benefit.amount, 0);
    ceilings.set(side, ceiling);
    return ceiling;
  };
  const sums = meetings.map(({ sides: [a, b] }) => ofSide(a) + ofSide(b));
  const least = [...sums].sort((x, y) => y - x)[fewMeetings - 1] ?? 0;
  // Of those that come to the same as the last one, the first are taken.
  let even = fewMeetings - sums.filter((sum) => sum > least).length;
  return meetings.filter((_, i) => {
    const sum = sums[i] ?? 0;
    return sum > least || (sum === least && even-- > 0);
  });
}

function highestAt(benefit: Side['benefit'], values: ReadonlyMap<string, Value>, domains: Domains): number {
  const { n, d } = numberAt(benefit.amount, { ...readingOf(benefit, domains), values }, 'high');
  return Number(n) / Number(d);
}

/** An applicant, and what each side would pay them on its own. */
export interface Replayed {
  readonly witness: Witness;
  readonly amounts: readonly Range[];
}

/** The applicant, replayed: every benefit must come out above nothing, or nothing is claimed of them. */
export function replayed(sides: readonly Side[], values: ReadonlyMap<string, Value>, replay: Replay): Replayed {
  const policies = [...new Set(sides.map((side) => side.policy))];
  const lists = sides.flatMap(({ benefit }) => benefit.over ?? []);
  const witness = witnessFrom(values, policies, lists);
  const results = new Map(
    policies.map((policy) => {
      const measures = sides.flatMap((side) => (side.policy === policy ? [side.benefit.measure] : []));
      return [policy, replay(policy, witness, measures)] as const;
    }),
  );
  const amounts = sides.map(({ policy, benefit }) => {
    const award = results
      .get(policy)
      ?.awards.find(
        (w) =>
          w.measure === benefit.measure &&
          w.benefit === benefit.label &&
          (benefit.over === undefined || w.item === placeAtHand(values, benefit.over)),
      );
    return award && paid(award);
  });
  const sure = amounts.filter((a) => a !== undefined);
  if (sure.length < amounts.length) {
    const names = sides.map((s) => `${s.policy.name} ${s.benefit.measure}`).join(' / ');
    throw new Error(`the evaluator does not bear out the witness for ${names}: ${JSON.stringify(witness)}`);
  }
  return { witness, amounts: sure };
}

/** The same, replayed once for as long as all that goes into it is the same. */
export function replayedOnce(sides: readonly Side[], values: ReadonlyMap<string, Value>, replay: Replay): Replayed {
  const [first, last] = [sides[0]?.benefit, sides.at(-1)?.benefit];
  if (first === undefined || last === undefined) return replayed(sides, values, replay);
  const measures = new Set(sides.map(({ benefit }) => benefit.measure));
  const policies = [...new Set(sides.map(({ policy }) => policy))];
  const parts = [
    replay,
    ...sides.map(({ benefit }) => benefit),
    ...policies.flatMap((policy) => partsOf(policy, (plan) => !('measure' in plan) || measures.has(plan.measure))),
  ];
  const ofFirst = replays.get(first) ?? new WeakMap<BenefitPlan, KnownReplay>();
  replays.set(first, ofFirst);
  const before = ofFirst.get(last);
  if (before !== undefined && sameParts(before.parts, parts) && sameValues(before.values, values))
    return before.replayed;
  const found = replayed(sides, values, replay);
  ofFirst.set(last, { parts, values, replayed: found });
  return found;
}

interface KnownReplay {
  readonly parts: readonly unknown[];
  readonly values: ReadonlyMap<string, Value>;
  readonly replayed: Replayed;
}

/** By the first and the last benefit: a policy that could not be lowered for a keystroke comes back with the same ones. */
const replays = new WeakMap<BenefitPlan, WeakMap<BenefitPlan, KnownReplay>>();

function sameValues(a: ReadonlyMap<string, Value>, b: ReadonlyMap<string, Value>): boolean {
  return a === b || (a.size === b.size && [...a].every(([variable, value]) => b.get(variable) === value));
}

function paid(award: Award): Range | undefined {
  const { min, max } = award.outcome === 'suppressed' && award.forgone ? award.forgone : award;
  if (award.outcome === 'denied' || max === 0) return undefined;
  return { min, max };
}
