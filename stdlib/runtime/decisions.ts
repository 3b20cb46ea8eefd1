import { joinCauses, noCauses, type OpenDecision } from './causes.ts';
import { type Exact, toFigure } from './exact.ts';
import { atMost, equal, hull, less, type Num, point, type Truth } from './intervals.ts';
import type { DecisionScope } from './problems.ts';
import type { Decisions, Fen } from './types.ts';

/** A decision that was given for an award, and what became of it. */
export interface DecisionInUse {
  readonly key: string;
  readonly given: Fen | boolean;
  used: boolean;
  /** What was decided, over all that took it; absent where only a procedure was passed or not. */
  value?: Num;
  /** Who decided, and the procedures, each as it was met. */
  readonly by: string[];
  /** How many times evaluation met something to decide, and how often the decision did not fit. */
  met: number;
  rejected: number;
  /** What it could have been, where it did not fit. */
  scope?: DecisionScope;
}

/** Something to decide, as generated code says it. */
export interface ToDecide extends OpenDecision {
  /** Only one of the two ends, as in a selection. */
  readonly ends: boolean;
}

/**
 * A number that someone decides, from `lo` to `hi` (null: no upper end). A decision counts when it surely lies within; where
 * a missing fact leaves that open, the range stands and waits for the fact alone.
 */
export function decide(c: { readonly decision?: DecisionInUse }, what: ToDecide, lo: Num, hi: Num | null): Num {
  const bounds = joinCauses(lo.causes, hi?.causes ?? noCauses);
  const top: Num = hi ?? { lo: lo.lo, hi: Number.POSITIVE_INFINITY, causes: noCauses };
  const open = hull(lo, top, joinCauses(bounds, [what]));
  const decision = c.decision;
  if (decision === undefined) return open;
  const { given } = decision;
  if (typeof given === 'boolean') {
    return what.ends ? use(decision, what, given ? (hi ?? open) : lo) : open;
  }
  decision.met += 1;
  const fits = Number.isSafeInteger(given) && (what.ends ? isEnd(given, lo, hi) : isWithin(given, lo, hi));
  if (fits === true) return use(decision, what, point(given));
  if (fits !== false) return hull(lo, top, bounds);
  decision.rejected += 1;
  decision.scope ??= { kind: what.ends ? 'ends' : 'range', min: toFigure(open.lo), max: toFigure(open.hi) };
  return open;
}

function use(decision: DecisionInUse, what: ToDecide, value: Num): Num {
  decision.used = true;
  decision.value = decision.value === undefined ? value : hull(decision.value, value, noCauses);
  if (what.by !== undefined) decision.by.push(what.by);
  return value;
}

function isWithin(given: Exact, lo: Num, hi: Num | null): Truth {
  const x = point(given);
  if (less(x, lo) === true || (hi !== null && less(hi, x) === true)) return false;
  const fits = atMost(lo, x) === true && (hi === null || atMost(x, hi) === true);
  return fits || { causes: noCauses };
}

function isEnd(given: Exact, lo: Num, hi: Num | null): Truth {
  const ends = [lo, ...(hi === null ? [] : [hi])].map((end) => equal(end, point(given)));
  if (ends.includes(true)) return true;
  return ends.every((end) => end === false) ? false : { causes: noCauses };
}

/** The key of an award: `measure/benefit/item`; `measure/item` and `measure` where the benefit has no label. */
export function awardKey(measure: string, label: string | null, item?: number): string {
  return [measure, ...(label === null ? [] : [label]), ...(item === undefined ? [] : [item])].join('/');
}

/** No decisions at all, as of most applicants. */
export function isNone(decisions: Decisions): boolean {
  for (const _ in decisions) return false;
  return true;
}

/** The decision given for an award: its own, or that for all items of its benefit. */
export function decisionFor(
  decisions: Decisions,
  measure: string,
  label: string | null,
  item: number | undefined,
): DecisionInUse | undefined {
  if (isNone(decisions)) return undefined;
  const keys = [...(item === undefined ? [] : [awardKey(measure, label, item)]), awardKey(measure, label)];
  for (const key of keys) {
    const given = Object.hasOwn(decisions, key) ? decisions[key] : undefined;
    if (given !== undefined) return { key, given, used: false, by: [], met: 0, rejected: 0 };
  }
  return undefined;
}
