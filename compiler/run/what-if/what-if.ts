import type {
  Award,
  AwardId,
  Facts,
  FactValue,
  Item,
  JointResult,
  Need,
  Range,
  Yearly,
} from '../../../stdlib/runtime/types.ts';
import type { PolicyIr } from '../../ir/ir.ts';
import { benefitKey, type Variable, variablesOf } from './critical-values.ts';

/** One fact changed. */
export interface FactChange {
  readonly variable: Variable;
  readonly to: FactValue;
}

/** What becomes of one award. `before` or `after` is absent where the award is not listed. */
export interface AwardChange extends AwardId {
  readonly item?: number;
  readonly before: Pick<Award, 'outcome' | 'min' | 'max'>;
  readonly after: Pick<Award, 'outcome' | 'min' | 'max'>;
}

/** A change of one fact or two, and what follows: computed, never estimated. */
export interface Effect {
  readonly changes: readonly FactChange[];
  readonly direction: 'raises' | 'lowers' | 'both';
  /** By family, where the total changes. */
  readonly totals: Readonly<Record<string, { readonly before: Range; readonly after: Range }>>;
  readonly awards: readonly AwardChange[];
  /** A threshold missed by at most a tenth, or by one person or thing. */
  readonly justMissed: boolean;
}

/** A missing fact, with the awards that wait for it and the width of what they may come to; null: no upper end. */
export interface WorthAsking {
  readonly fact: string;
  readonly awards: readonly (AwardId & { readonly item?: number })[];
  readonly spread: number | null;
  readonly need: Need;
}

export interface WhatIf {
  readonly result: JointResult;
  /** The cheapest first. */
  readonly raises: readonly Effect[];
  readonly lowers: readonly Effect[];
  /** Awards that a cap cuts now: more of what they are computed from adds nothing. */
  readonly capped: readonly Award[];
  /** Awards that are suppressed now: what they would have been is their `forgone`. */
  readonly suppressed: readonly Award[];
  readonly worthAsking: readonly WorthAsking[];
  /** Some pairs of changes were not tried: there were too many. */
  readonly truncated: boolean;
}

export interface WhatIfOptions {
  /** Which awards are asked about; absent: all. */
  readonly about?: (award: AwardId & { readonly item?: number }) => boolean;
  /** Evaluations of pairs of changes, at most. */
  readonly maximumPairs?: number;
}

/**
 * What would change the result of one applicant. Every change that is told was evaluated; the values tried are those at
 * which a condition turns or a cap begins to bind, so that the cheapest change of a fact is among them. Two facts are
 * changed together only for awards that no single change brings.
 */
export function whatIf(
  policies: readonly PolicyIr[],
  facts: Facts,
  evaluate: (facts: Facts) => JointResult,
  options: WhatIfOptions = {},
): WhatIf {
  const result = evaluate(facts);
  const about = options.about ?? (() => true);
  const variables = variablesOf(policies, facts, result.year);
  const tryOut = (changes: readonly FactChange[]): Effect | undefined => {
    const effect = effectOf(
      changes,
      result,
      evaluate(changes.reduce((f, change) => changed(f, change, result.year), facts)),
    );
    return effect?.awards.some(about) ? effect : undefined;
  };
  const singles = variables.map((variable) => ({
    variable,
    effects: variable.values.flatMap((to) => tryOut([{ variable, to }]) ?? []),
  }));
  const { effects: pairs, truncated } = pairsFor(result, singles, about, tryOut, options.maximumPairs ?? 1500);
  const cheapest = (direction: 'raises' | 'lowers') => [
    ...singles.flatMap(({ effects }) => frontier(effects, direction)),
    ...pairs.filter((effect) => effect.direction === direction),
  ];
  const chosen = result.awards.filter(about);
  return {
    result,
    raises: cheapest('raises').sort(byCost),
    lowers: cheapest('lowers').sort(byCost),
    capped: chosen.filter((award) => award.outcome !== 'denied' && award.steps.some(cuts)),
    suppressed: chosen.filter((award) => award.outcome === 'suppressed'),
    worthAsking: worthAsking(chosen),
    truncated,
  };
}

/** The cheapest change of a fact in one direction, and the cheapest of those with the largest effect. */
function frontier(effects: readonly Effect[], direction: Effect['direction']): readonly Effect[] {
  const sorted = effects.filter((effect) => effect.direction === direction).sort(byCost);
  const [first] = sorted;
  if (first === undefined) return [];
  const size = (effect: Effect) => Math.max(...Object.values(effect.totals).map(movement), 0);
  // Of those with the same effect the plainest figure: 300万元, not a fen less that rounds to the same.
  const best = sorted.reduce(
    (a, b) => (size(b) > size(a) || (size(b) === size(a) && isPlainer(b, a) && isBeside(b, a)) ? b : a),
    first,
  );
  return size(best) === size(first) ? [best] : [first, best];
}

function movement({ before, after }: { readonly before: Range; readonly after: Range }): number {
  const upper = (range: Range) => range.max ?? Number.MAX_SAFE_INTEGER;
  return Math.max(Math.abs(after.min - before.min), Math.abs(upper(after) - upper(before)));
}

/** A figure of no whole things, and a few of its steps away: a fen more or less than a threshold. */
function isBeside(a: Effect, b: Effect): boolean {
  return a.changes.every(({ variable, to }, i) => {
    const other = b.changes[i]?.to;
    if (typeof to !== 'number' || typeof other !== 'number') return to === other;
    return variable.fact.valueType.type !== 'count' && Math.abs(to - other) <= 3;
  });
}

function isPlainer(a: Effect, b: Effect): boolean {
  const zeros = ({ changes }: Effect) =>
    changes.reduce((sum, { to }) => sum + (/0*$/.exec(String(to))?.[0].length ?? 0), 0);
  return zeros(a) > zeros(b);
}

/** Pairs of changes for awards that are denied now and that no single change brings. */
function pairsFor(
  result: JointResult,
  singles: readonly { readonly variable: Variable; readonly effects: readonly Effect[] }[],
  about: NonNullable<WhatIfOptions['about']>,
  tryOut: (changes: readonly FactChange[]) => Effect | undefined,
  maximum: number,
): { readonly effects: readonly Effect[]; readonly truncated: boolean } {
  const brought = new Set(singles.flatMap(({ effects }) => effects.flatMap((e) => e.awards.map(awardKey))));
  const effects: Effect[] = [];
  let left = maximum;
  for (const award of result.awards) {
    if (award.outcome !== 'denied' || !about(award) || brought.has(awardKey(award))) continue;
    const read = singles
      .map(({ variable }) => variable)
      .filter((v) => v.benefits.has(benefitKey(award.policy, award.measure, award.benefit)))
      .filter((v) => v.item === undefined || v.item === award.item);
    let best: Effect | undefined;
    for (const [i, one] of read.entries()) {
      for (const two of read.slice(i + 1)) {
        for (const a of one.values) {
          for (const b of two.values) {
            if (left-- <= 0) return { effects: best ? [...effects, best] : effects, truncated: true };
            const effect = tryOut([
              { variable: one, to: a },
              { variable: two, to: b },
            ]);
            if (effect?.direction !== 'raises' || !effect.awards.some((x) => awardKey(x) === awardKey(award))) continue;
            if (best === undefined || byCost(effect, best) < 0) best = effect;
          }
        }
      }
    }
    if (best) effects.push(best);
  }
  return { effects, truncated: false };
}

/** The facts with one of them changed; the year of evaluation of one that is given year by year. */
function changed(facts: Facts, { variable: { fact, list, item }, to }: FactChange, year: number): Facts {
  const given = (before: Item[string] | Facts[string]) =>
    typeof before === 'object' && !Array.isArray(before) ? { ...(before as Yearly), [year]: to } : to;
  if (list === undefined || item === undefined) return { ...facts, [fact.name]: given(facts[fact.name]) };
  const items = facts[list];
  if (!Array.isArray(items)) return facts;
  return {
    ...facts,
    [list]: (items as readonly Item[]).map((one, i) =>
      i + 1 === item ? { ...one, [fact.name]: given(one[fact.name]) } : one,
    ),
  };
}

/** Undefined where nothing changes. */
function effectOf(changes: readonly FactChange[], before: JointResult, after: JointResult): Effect | undefined {
  const families = [...new Set([...Object.keys(before.totals), ...Object.keys(after.totals)])];
  const none: Range = { min: 0, max: 0 };
  const totals = Object.fromEntries(
    families.flatMap((family) => {
      const one = { before: before.totals[family] ?? none, after: after.totals[family] ?? none };
      return movement(one) === 0 ? [] : [[family, one] as const];
    }),
  );
  const awards = awardChanges(before, after);
  const upper = (range: Range) => range.max ?? Number.POSITIVE_INFINITY;
  // A total without upper end hides what becomes of a ceiling below it: then the awards tell.
  const hidden = families.some((family) => before.totals[family]?.max === null && after.totals[family]?.max === null);
  const shown = Object.values(totals);
  const moved = shown.length > 0 || !hidden ? shown : awards;
  const up = moved.some((t) => t.after.min > t.before.min || upper(t.after) > upper(t.before));
  const down = moved.some((t) => t.after.min < t.before.min || upper(t.after) < upper(t.before));
  if (!up && !down) return undefined;
  return {
    changes,
    direction: up && down ? 'both' : up ? 'raises' : 'lowers',
    totals,
    awards,
    justMissed:
      up &&
      changes.every(isNear) &&
      awards.some((award) => award.before.outcome === 'denied' && award.after.outcome !== 'denied'),
  };
}

function awardChanges(before: JointResult, after: JointResult): AwardChange[] {
  const denied = { outcome: 'denied', min: 0, max: 0 } as const;
  const was = new Map(before.awards.map((award) => [awardKey(award), award] as const));
  const is = new Map(after.awards.map((award) => [awardKey(award), award] as const));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [a, b] = [was.get(key), is.get(key)];
    const known = a ?? b;
    if (known === undefined) return [];
    if (a && b && a.outcome === b.outcome && a.min === b.min && a.max === b.max) return [];
    const { policy, measure, benefit, item } = known;
    return [{ policy, measure, benefit, ...(item !== undefined && { item }), before: a ?? denied, after: b ?? denied }];
  });
}

/** How far a change goes: relative to the present figure; another answer or kind counts as the whole. */
function costOf({ variable, to }: FactChange): number {
  const { now } = variable;
  if (typeof now !== 'number' || typeof to !== 'number') return 1;
  return Math.abs(to - now) / Math.max(Math.abs(now), 1);
}

function isNear(change: FactChange): boolean {
  const { now, fact } = change.variable;
  if (typeof now !== 'number' || typeof change.to !== 'number') return false;
  return costOf(change) <= 0.1 || (fact.valueType.type === 'count' && Math.abs(change.to - now) <= 1);
}

/** Fewer facts first, then the smaller change, then the larger effect. */
function byCost(a: Effect, b: Effect): number {
  const cost = (effect: Effect) => effect.changes.reduce((sum, change) => sum + costOf(change), 0);
  const size = (effect: Effect) => Math.max(...Object.values(effect.totals).map(movement), 0);
  return a.changes.length - b.changes.length || cost(a) - cost(b) || size(b) - size(a);
}

function cuts({ role, cutMin }: Award['steps'][number]): boolean {
  return role === 'cap' && (cutMin ?? 0) > 0;
}

function awardKey({ policy, measure, benefit, item }: AwardId & { readonly item?: number }): string {
  return JSON.stringify([policy, measure, benefit, item ?? null]);
}

/** Missing facts, those on which most depends first. */
function worthAsking(awards: readonly Award[]): WorthAsking[] {
  const byFact = new Map<string, { awards: Award[]; need: Need }>();
  for (const award of awards) {
    for (const need of award.needs ?? []) {
      const fact = need.value ?? need.fact;
      const known = byFact.get(fact) ?? { awards: [], need };
      known.awards.push(award);
      byFact.set(fact, known);
    }
  }
  const spreadOf = (of: readonly Award[]) =>
    of.reduce<number | null>((sum, { min, max }) => (sum === null || max === null ? null : sum + max - min), 0);
  return [...byFact]
    .map(([fact, { awards: waiting, need }]) => ({ fact, awards: waiting, spread: spreadOf(waiting), need }))
    .sort((a, b) => (b.spread ?? Number.POSITIVE_INFINITY) - (a.spread ?? Number.POSITIVE_INFINITY));
}
