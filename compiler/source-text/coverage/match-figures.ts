import type { Figure } from '../manifest.ts';
import type { FigureCoverage } from './coverage.ts';
import type { Bound, StatedFigure } from './stated.ts';

export interface FigureMatch {
  readonly figures: readonly FigureCoverage[];
  readonly extra: readonly StatedFigure[];
  readonly repeated: readonly StatedFigure[];
}

/** One value that the text wants stated: a figure, or an end of a range. */
interface Wanted {
  readonly figure: number;
  readonly type: Figure['type'];
  readonly value: string;
  /** Undefined where any bound will do: ends of a range, years and dates. */
  readonly bound: Bound | undefined;
  /** 低于, 不足: the end itself is not meant. */
  readonly isStrict: boolean;
}

/**
 * Sets the figures of a clause beside the literals of its measures. Each figure of the text wants a literal of its own;
 * a literal that says once more what the clause says is no addition to the text, only repeated.
 *
 * @param shared literals of the policy's lines, which stand for every part that says the same.
 * @param isWaived whether a waiver accounts for a figure that nothing states.
 */
export function matchFigures(
  figures: readonly Figure[],
  stated: readonly StatedFigure[],
  shared: readonly StatedFigure[],
  isDesignated: (figure: Figure) => boolean,
  isWaived: (text: string) => boolean,
): FigureMatch {
  const wanted = figures.flatMap(wantedBy);
  const supply = [...stated].sort((a, b) => Number(a.inherited) - Number(b.inherited));
  const given = assign(wanted, supply);
  const sharedOf = wanted.map((w, i) => (given[i] === undefined ? shared.find((s) => fits(w, s)) : undefined));
  const left = new Set(supply.filter((s) => !given.includes(s) && !s.inherited && !isZero(s)));

  const settled = figures.map((figure, i): FigureCoverage | undefined => {
    const own = wanted.flatMap((w, k) => (w.figure === i ? [given[k] ?? sharedOf[k]] : []));
    const found = own.filter((s) => s !== undefined);
    if (found.length === own.length) {
      return { figure, status: found.every((s) => s.use === 'computed') ? 'computed' : 'normative', stated: found };
    }
    if (isDesignated(figure)) return { figure, status: 'normative', stated: found };
    if (isWaived(figure.text)) return { figure, status: 'waived', stated: found };
    return undefined;
  });

  // Unstated by now: what else may be meant. The same value bounded otherwise first, then the nearest value, and what
  // repeats another figure of the clause last.
  const isRepeated = (s: StatedFigure) => wanted.some((w) => fits(w, s));
  const instead = new Map<number, NonNullable<FigureCoverage['instead']>>();
  const open = wanted.filter((w, k) => settled[w.figure] === undefined && (given[k] ?? sharedOf[k]) === undefined);
  const pair = (score: (w: Wanted, s: StatedFigure) => number | undefined, differs: 'value' | 'bound') => {
    const pairs = open
      .flatMap((w) => [...left].map((s) => ({ w, s, score: score(w, s) })))
      .filter((p): p is typeof p & { score: number } => p.score !== undefined)
      .sort((a, b) => a.score - b.score);
    for (const { w, s } of pairs) {
      if (instead.has(w.figure) || !left.has(s)) continue;
      instead.set(w.figure, { stated: s, differs });
      left.delete(s);
    }
  };
  pair((w, s) => (hasValue(w, s) ? 0 : undefined), 'bound');
  pair((w, s) => (isRepeated(s) ? undefined : distance(w, s)), 'value');
  pair(distance, 'value');

  return {
    figures: figures.map((figure, i) => {
      const meant = instead.get(i);
      return settled[i] ?? { figure, status: 'missing', stated: [], ...(meant !== undefined && { instead: meant }) };
    }),
    extra: [...left].filter((s) => !isRepeated(s)),
    // One year holds for all targets of a table.
    repeated: [...left].filter((s) => isRepeated(s) && !isTime(s)),
  };
}

/** Whether a literal states a figure, whatever else it may be. */
export function statesFigure(figure: Figure, stated: StatedFigure): boolean {
  return wantedBy(figure, 0).some((w) => fits(w, stated));
}

function wantedBy({ type, value, to, limit, limitWord }: Figure, figure: number): Wanted[] {
  const isOfTime = type === 'year' || type === 'date';
  const bound = isOfTime ? undefined : (limit ?? 'exact');
  // 至少1-2家 bounds the lower end; an end that the text bounds by no word may be said in any way.
  const ofLower = limit === 'at-least' || limit === 'over' ? bound : undefined;
  const isStrict = limit === 'below' && limitWord !== undefined && !/以下|以内|之内/.test(limitWord);
  if (to === undefined) return [{ figure, type, value, bound, isStrict }];
  return [
    { figure, type, value, bound: ofLower, isStrict },
    { figure, type, value: to, bound: undefined, isStrict },
  ];
}

function fits(wanted: Wanted, stated: StatedFigure): boolean {
  if (!hasValue(wanted, stated)) return false;
  if (wanted.bound === undefined) return true;
  if (wanted.isStrict && stated.bounds.has('at-most')) return false;
  return stated.bounds.has(wanted.bound);
}

function hasValue({ type, value }: Wanted, { readings }: StatedFigure): boolean {
  return readings.some((r) => r.type === type && r.value === value);
}

/** As many figures as can be are each given a literal of their own (Kuhn's algorithm; clauses have few figures). */
function assign(wanted: readonly Wanted[], supply: readonly StatedFigure[]): (StatedFigure | undefined)[] {
  const holder = new Map<StatedFigure, number>();
  const seek = (i: number, tried: Set<StatedFigure>): boolean => {
    for (const s of supply) {
      if (tried.has(s) || !fits(wanted[i]!, s)) continue;
      tried.add(s);
      const other = holder.get(s);
      if (other !== undefined && !seek(other, tried)) continue;
      holder.set(s, i);
      return true;
    }
    return false;
  };
  for (const i of wanted.keys()) seek(i, new Set());
  const given: (StatedFigure | undefined)[] = wanted.map(() => undefined);
  for (const [s, i] of holder) given[i] = s;
  return given;
}

/** How far a literal is from what is wanted: by orders of magnitude. Undefined where it is of another type. */
function distance({ type, value, bound }: Wanted, { readings, bounds }: StatedFigure): number | undefined {
  const reading = readings.find((r) => r.type === type);
  if (reading === undefined) return undefined;
  const [a, b] = [numberOf(value), numberOf(reading.value)];
  const far = a > 0 && b > 0 ? Math.abs(Math.log(a / b)) : 1;
  return far + (bound === undefined || bounds.has(bound) ? 0 : 100) + (readings.length > 1 ? 10 : 0);
}

function numberOf(value: string): number {
  const [n = '', d = '1'] = value.split('/');
  return /^\d{4}-/.test(value) ? Date.parse(value) : Number(n) / Number(d);
}

function isTime({ readings }: StatedFigure): boolean {
  return readings[0]?.type === 'year' || readings[0]?.type === 'date';
}

/** Nothing: `人数 > 0` adds no figure to the text. */
function isZero({ readings }: StatedFigure): boolean {
  return readings[0]?.value === '0';
}
