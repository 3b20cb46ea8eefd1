import type { Award, Range, Result } from '../../../stdlib/runtime/types.ts';
import {
  type BenefitPlan,
  type Expr,
  type FactTime,
  falseExpr,
  type LimitPlan,
  type PolicyIr,
  partyFact,
  trueExpr,
} from '../../ir/ir.ts';
import { zero } from '../../ir/rational.ts';
import { childrenOf } from '../../ir/walk.ts';
import { amountEnd, atEnd } from '../amount-ends.ts';
import type { Side } from '../compete.ts';
import { keyOf } from '../expression-key.ts';
import type { Replay } from '../overlap.ts';
import type { Witness } from '../witness.ts';
import type { Comparable } from './declarations.ts';

/** Benefits that are summed together: one, or all of a measure under a cap that they share. */
export interface Unit {
  readonly sides: readonly Side[];
  readonly limits: readonly LimitPlan[];
  /** The same text for units that pay everybody the same. */
  readonly key: string;
}

const none: Expr = { k: 'const', value: zero, valueType: { type: 'money' } };

/** The units of these benefits, so far as they pay on the matter. */
export function unitsOf(sides: readonly Side[], names: Names = asNamed): readonly Unit[] {
  const units = new Map<string, { sides: Side[]; limits: readonly LimitPlan[] }>();
  for (const [i, side] of sides.entries()) {
    const limits = limitsOf(side.policy, side.benefit.measure);
    const key = limits.length === 0 ? `${i}` : `${side.benefit.measure}/`;
    const known = units.get(key);
    if (known === undefined) units.set(key, { sides: [side], limits });
    else known.sides.push(side);
  }
  return [...units.values()].map(({ sides: of, limits }) => ({
    sides: of,
    limits,
    key: [
      ...of.map((side) => sideKey(side, names)).sort(),
      ...limits.map((limit) => keyOf(limit.amount, ownNames(limit, names))),
    ].join('\n'),
  }));
}

/** What is left on each side once what both have alike is taken away. */
export function withoutCommon(
  old: readonly Unit[],
  now: readonly Unit[],
  comparable: Comparable,
): readonly [readonly Unit[], readonly Unit[]] {
  const counts = new Map<string, number>();
  const isComparable = ({ sides, limits: caps }: Unit) => sides.every(({ benefit }) => comparable(benefit, caps));
  for (const { key } of now.filter(isComparable)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const common = new Map<string, number>();
  const left = old.filter(({ key }) => {
    const count = counts.get(key) ?? 0;
    if (count === 0) return true;
    counts.set(key, count - 1);
    common.set(key, (common.get(key) ?? 0) + 1);
    return false;
  });
  const right = now.filter(({ key }) => {
    const count = common.get(key) ?? 0;
    if (count > 0) common.set(key, count - 1);
    return count === 0;
  });
  return [left, right];
}

/** What a measure of one version is called in the other. */
export type Names = (measure: string) => string;

export const asNamed: Names = (measure) => measure;

/**
 * Past awards of the measure and of the benefit itself, by whatever name, and those of other measures by the names that
 * these have in the other version. A fact may go by the same name as a measure.
 */
export function ownNames(
  { measure, label = null }: { readonly measure: string; readonly label?: string | null },
  names: Names = asNamed,
): { readonly rename: (ref: string, at: FactTime) => string } {
  const own = `${measure}/${label ?? ''}`;
  return {
    rename: (ref, at) => {
      if (at !== 'awarded') return ref;
      if (ref === measure) return '@measure';
      if (label !== null && ref === own) return '@own';
      const [of = '', ...rest] = ref.split('/');
      return [names(of), ...rest].join('/');
    },
  };
}

const keys = new WeakMap<BenefitPlan, string>();

/** The same text for benefits that pay everybody the same, whatever they are called. */
export function sideKey({ benefit }: Side, names: Names = asNamed): string {
  const known = names === asNamed ? keys.get(benefit) : undefined;
  if (known !== undefined) return known;
  const { parties, over, family, matter, when, amount } = benefit;
  const reading = ownNames(benefit, names);
  const parts = [[...parties].sort().join(','), over ?? '', family, JSON.stringify(matter ?? '')];
  const key = [...parts, keyOf(when, reading), ...[amount, ...(benefit.less ?? [])].map((e) => keyOf(e, reading))].join(
    '\u0001',
  );
  if (names === asNamed) keys.set(benefit, key);
  return key;
}

const limits = new WeakMap<PolicyIr, ReadonlyMap<string, readonly LimitPlan[]>>();

/**
 * Caps over the awards of a measure. One over a group of applicants holds down each of them: who is alone in a group gets
 * no more than the group. What a cap over a lifetime leaves is part of its figure.
 */
export function limitsOf(policy: PolicyIr, measure: string): readonly LimitPlan[] {
  let known = limits.get(policy);
  if (known === undefined) {
    const found = new Map<string, LimitPlan[]>();
    for (const plan of policy.plans) {
      if (plan.k !== 'limit') continue;
      found.set(plan.measure, [...(found.get(plan.measure) ?? []), plan]);
    }
    known = found;
    limits.set(policy, known);
  }
  return known.get(measure) ?? [];
}

/**
 * All that these benefits together pay (on a matter) at one end, as one expression over the facts, in fen. At the high end
 * what a procedure has to pass has passed it, at the low end it has not.
 */
export function totalOf(units: readonly Unit[], matter: string | undefined, end: 'low' | 'high'): Expr {
  return {
    k: 'add',
    args: units.map(({ sides, limits: caps }): Expr => {
      const sum: Expr = { k: 'add', args: sides.map(({ benefit }) => paid(benefit, matter, end)) };
      return caps.length === 0 ? sum : { k: 'min', args: [sum, ...caps.map(({ amount }) => atEnd(amount, end))] };
    }),
  };
}

function paid(benefit: BenefitPlan, matter: string | undefined, end: 'low' | 'high'): Expr {
  const party: Expr = {
    k: 'or',
    args: benefit.parties.map((p): Expr => ({ k: 'fact', ref: partyFact(p), at: 'now' })),
  };
  const when = proceduresAt(benefit.when, end === 'high');
  const c: Expr = { k: 'and', args: [party, when, ...(matter === undefined ? [] : [isMatter(benefit, matter)])] };
  // What past awards take is taken at the same end.
  const left = (benefit.less ?? []).reduce((amount, step) => atEnd(step, end, amount), amountEnd(benefit, end));
  return { k: 'if', c, t: left, e: none };
}

/** A condition with all procedures passed, or none. They stand in a conjunction, each as a step of its own. */
function proceduresAt(when: Expr, passed: boolean): Expr {
  if (when.k === 'and') return { k: 'and', args: when.args.map((x) => proceduresAt(x, passed)) };
  if (when.k === 'step' && when.of === undefined && isProcedure(when.x)) return passed ? trueExpr : falseExpr;
  return when;
}

function isProcedure(e: Expr): boolean {
  return e.k === 'fact' && e.ref.startsWith('@passed:');
}

export function isMatter(benefit: BenefitPlan, matter: string): Expr {
  if (benefit.matter === undefined) return falseExpr;
  if ('name' in benefit.matter) return benefit.matter.name === matter ? trueExpr : falseExpr;
  return { k: 'member', x: { k: 'fact', ref: benefit.matter.fact, at: 'now' }, set: [matter] };
}

/** Whether the two ends of what a benefit pays can differ. */
export function isOpen(unit: Unit): boolean {
  const decides = (e: Expr): boolean => e.k === 'decide' || isProcedure(e) || childrenOf(e).some(decides);
  return unit.sides.some(({ benefit }) => decides(benefit.amount) || decides(benefit.when));
}

/** What the evaluators say that these benefits pay an applicant together. */
export function replayTotal(
  units: readonly Unit[],
  matter: string | undefined,
  witness: Witness,
  replay: Replay,
): Range {
  const policy = units[0]?.sides[0]?.policy;
  if (policy === undefined) return { min: 0, max: 0 };
  const measures = new Set(units.flatMap(({ sides }) => sides.map(({ benefit }) => benefit.measure)));
  const result = replay(policy, witness, [...measures]);
  return units.map((unit) => unitTotal(unit, matter, result)).reduce(addRanges, { min: 0, max: 0 });
}

function unitTotal({ sides, limits: caps }: Unit, matter: string | undefined, result: Result): Range {
  const isOwn = (award: Award): boolean =>
    // What may be granted by analogy is nobody's due: it is not part of the comparison.
    award.analogy === undefined &&
    sides.some(({ benefit: b }) => b.measure === award.measure && b.label === award.benefit) &&
    (matter === undefined || (award.matter ?? matter) === matter);
  const total = result.awards
    .filter(isOwn)
    .map((award): Range => award.forgone ?? award)
    .reduce(addRanges, { min: 0, max: 0 });
  if (caps.length === 0) return total;
  const shared = result.sharedCaps.filter((cap) => cap.measure === sides[0]?.benefit.measure);
  return shared.reduce<Range>(
    (sum, { limit }) => ({ min: Math.min(sum.min, limit.min), max: least(sum.max, limit.max) }),
    total,
  );
}

function addRanges(a: Range, b: Range): Range {
  return { min: a.min + b.min, max: a.max === null || b.max === null ? null : a.max + b.max };
}

function least(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}
