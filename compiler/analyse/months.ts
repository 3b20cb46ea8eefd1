import { addMonths } from '../ir/dates.ts';
import type { Bounds, Constraint } from './constraint.ts';
import type { Formula } from './formula.ts';

/**
 * A day so many whole months after another is no linear form of it, but it never falls as that one rises, it runs one
 * for one with it within most of a month, and rests on the last day of a shorter month. The last day of a year, and the
 * year itself, rest for all days of it. `reckonedRelation` bounds the two by each other, so that "no" is sure;
 * `settleDays` halves the days that are left until one of these pieces is at hand, where the bounds are exact.
 */

/**
 * What is reckoned from a day by the calendar: the day so many months after it, the last day of its year or of one so many
 * years before, or its year.
 */
export interface Reckoned {
  readonly by: 'months' | 'year-end' | 'year';
  /** The variable of the day. */
  readonly of: string;
  readonly n: number;
}

/** What is reckoned from a day. */
function reckon(day: number, { by, n }: Reckoned): number {
  if (by === 'months') return addMonths(day, n);
  const year = new Date(day * dayLength).getUTCFullYear();
  if (by === 'year') return year;
  const end = new Date(0);
  end.setUTCFullYear(year - n, 11, 31);
  return Math.round(end.getTime() / dayLength);
}

const dayLength = 86_400_000;

/** Days of 400 years, after which the calendar is as it was (but for the number of the year). */
const cycle = 146_097;
/** Questions asked before the days are left undecided. */
const mostQuestions = 150;

interface Lead {
  readonly most: number;
  readonly least: number;
  /** Days on which they are reached. */
  readonly atMost: number;
  readonly atLeast: number;
}

/** By how much the later day leads, over all days from `first` to `last`. */
export function leadOf(reckoned: Reckoned, first: number, last: number): Lead {
  if (reckoned.by !== 'year' && last - first >= cycle && first !== 0) {
    const whole = leadOverall(reckoned);
    const from = (day: number) => first + ((((day - first) % cycle) + cycle) % cycle);
    return { ...whole, atMost: from(whole.atMost), atLeast: from(whole.atLeast) };
  }
  const lead = (day: number) => reckon(day, reckoned) - day;
  let found: Lead = { most: lead(first), least: lead(first), atMost: first, atLeast: first };
  const look = (day: number) => {
    if (day < first || day > last) return;
    const at = lead(day);
    if (at > found.most) found = { ...found, most: at, atMost: day };
    if (at < found.least) found = { ...found, least: at, atLeast: day };
  };
  look(last);
  // A year lies so far below the days that only both ends matter.
  if (reckoned.by === 'year') return found;
  // Within a month the lead never grows: it is greatest on the first day, least on the last.
  const end = Math.min(last, first + cycle);
  for (let month = startOfMonth(first); month <= end; ) {
    const next = addMonths(month, 1);
    look(month);
    look(next - 1);
    month = next;
  }
  return found;
}

const widest = new Map<string, Lead>();

function leadOverall(reckoned: Reckoned): Lead {
  const key = `${reckoned.by} ${reckoned.n}`;
  const known = widest.get(key);
  if (known !== undefined) return known;
  const made = leadOf(reckoned, 0, cycle);
  widest.set(key, made);
  return made;
}

/** What holds of a day and the day months later, whichever they are. */
export function reckonedRelation(variable: string, reckoned: Reckoned): Formula {
  const { least, most } = leadOverall(reckoned);
  const constraints = between(variable, reckoned.of, least, most);
  return { f: 'and', args: constraints.map((constraint) => ({ f: 'linear', constraint })) };
}

function between(later: string, of: string, least: number, most: number): Constraint[] {
  return [
    {
      terms: new Map([
        [of, 1n],
        [later, -1n],
      ]),
      constant: BigInt(least),
    },
    {
      terms: new Map([
        [of, -1n],
        [later, 1n],
      ]),
      constant: -BigInt(most),
    },
  ];
}

type Answer =
  | { readonly answer: 'yes'; readonly values: ReadonlyMap<string, bigint> }
  | { readonly answer: 'no' }
  | { readonly answer: 'undecided' };

export interface Calendar<A extends Answer> {
  /** What is reckoned, by its variable. */
  readonly later: ReadonlyMap<string, Reckoned>;
  /** Where a day may lie. */
  bounds(variable: string): Bounds;
  solveWith(extra: readonly Constraint[]): A | Answer;
  readonly firstDay: bigint;
  readonly lastDay: bigint;
}

/**
 * Days for which every later day is what it stands for, or that there are none. What else has to hold of the days is asked
 * by `then`, with constraints that fix them. Undecided after many questions, or where `then` is.
 */
export function settleDays<A extends Answer>(
  calendar: Calendar<A>,
  then: (extra: readonly Constraint[], values: ReadonlyMap<string, bigint>) => A | Answer,
): A | Answer {
  let questions = mostQuestions;
  const { later } = calendar;
  const ranges = new Map<string, readonly [number, number]>();
  for (const { of } of later.values()) {
    const { low, high } = calendar.bounds(of);
    const [first, last] = [
      low === undefined || low < calendar.firstDay ? calendar.firstDay : low,
      high === undefined || high > calendar.lastDay ? calendar.lastDay : high,
    ];
    if (first > last) return { answer: 'no' };
    ranges.set(of, [Number(first), Number(last)]);
  }
  const within = (at: ReadonlyMap<string, readonly [number, number]>): Constraint[] =>
    [...later].flatMap(([variable, relation]) => {
      const [first, last] = at.get(relation.of) as readonly [number, number];
      return inRange(variable, relation, first, last);
    });
  const wrongAt = (values: ReadonlyMap<string, bigint>) =>
    [...later].filter(([variable, reckoned]) => {
      const [day, found] = [values.get(reckoned.of), values.get(variable)];
      return day === undefined || found === undefined || BigInt(reckon(Number(day), reckoned)) !== found;
    });
  const fixed = (values: ReadonlyMap<string, bigint>): Constraint[] =>
    [...later].flatMap(([variable, { of }]) => [
      ...equals(of, values.get(of) ?? 0n),
      ...equals(variable, values.get(variable) ?? 0n),
    ]);
  const search = (at: ReadonlyMap<string, readonly [number, number]>): A | Answer => {
    if (questions-- <= 0) return { answer: 'undecided' };
    const extra = within(at);
    const solved = calendar.solveWith(extra);
    if (solved.answer !== 'yes') return solved;
    const [wrong] = wrongAt(solved.values);
    if (wrong === undefined) return then(fixed(solved.values), solved.values);
    const { of } = wrong[1];
    const [first, last] = at.get(of) as readonly [number, number];
    const { atMost, atLeast } = leadOf(wrong[1], first, last);
    for (const day of new Set([atMost, atLeast, Number(solved.values.get(of) ?? BigInt(first))])) {
      if (day < first || day > last) continue;
      const tried = calendar.solveWith(within(new Map([...at, [of, [day, day]]])));
      if (tried.answer !== 'yes' || wrongAt(tried.values).length > 0) continue;
      const whole = then(fixed(tried.values), tried.values);
      if (whole.answer === 'yes') return whole;
    }
    const middle = split(wrong[1], first, last);
    const before = search(new Map([...at, [of, [first, middle - 1]]]));
    if (before.answer === 'yes') return before;
    const after = search(new Map([...at, [of, [middle, last]]]));
    return after.answer === 'no' ? before : after;
  };
  return search(ranges);
}

/** What holds of a day in a range and the day months later: exact where the range is one piece. */
function inRange(later: string, reckoned: Reckoned, first: number, last: number): Constraint[] {
  const { of } = reckoned;
  const { least, most } = leadOf(reckoned, first, last);
  const ends = (variable: string, low: number, high: number): Constraint[] => [
    { terms: new Map([[variable, -1n]]), constant: BigInt(low) },
    { terms: new Map([[variable, 1n]]), constant: -BigInt(high) },
  ];
  return [
    ...ends(of, first, last),
    ...ends(later, reckon(first, reckoned), reckon(last, reckoned)),
    ...(reckoned.by === 'year' ? [] : between(later, of, least, most)),
  ];
}

/** The first day of the second half: at a month, within one where the later month has run out of days. */
function split(reckoned: Reckoned, first: number, last: number): number {
  const middle = startOfMonth(first + Math.ceil((last - first) / 2));
  if (middle > first) return middle;
  const next = addMonths(startOfMonth(first), 1);
  if (next <= last) return next;
  // One month: the lead is the same up to a day, from which on the later day stands still.
  const end = reckon(last, reckoned);
  for (let day = last; day > first; day--) if (reckon(day - 1, reckoned) !== end) return day;
  return last;
}

function startOfMonth(day: number): number {
  const date = new Date(day * dayLength);
  return day - date.getUTCDate() + 1;
}

function equals(variable: string, value: bigint): Constraint[] {
  return [
    { terms: new Map([[variable, 1n]]), constant: -value },
    { terms: new Map([[variable, -1n]]), constant: value },
  ];
}
