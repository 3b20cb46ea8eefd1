import {
  type Cause,
  type FactRef,
  type FactTime,
  joinCauses,
  type ListRef,
  missingAwards,
  missingFact,
  missingList,
  missingParty,
  missingProcedure,
  type PastAwardRef,
} from './causes.ts';
import type { DecisionInUse } from './decisions.ts';
import { compareExact, type Exact, ratio } from './exact.ts';
import { add, and, between, causesOf, hull, max, type Num, point, type Truth } from './intervals.ts';
import type { Membership } from './membership.ts';
import { sumOfPastAwards } from './past-awards.ts';
import { openReading, readingSettled } from './readings.ts';
import type { Days, DeclaredReading, Facts, FactValue, Item, Lang, Ledger, Yearly } from './types.ts';

/**
 * One evaluation: of a benefit, cap or norm, for one applicant and, within a list, one item. Evaluating twice with the same
 * case gives the same; what is recorded on the way goes into `trace` and `decision` alone.
 */
export interface Case {
  readonly facts: Facts;
  readonly membership: Membership;
  readonly asOf: Days;
  readonly year: number;
  /** The name of the policy. */
  readonly policy: string;
  /** Past awards; absent: unknown. */
  readonly ledger?: Ledger;
  readonly lang: Lang;
  /** What the text leaves to be read in several ways, and how this run reads some of it. */
  readonly declaredReadings: readonly DeclaredReading[];
  readonly readings: { readonly [name: string]: string };
  /** The items in hand by the id of their list, the innermost first. */
  readonly items: readonly { readonly list: string; readonly item: Item }[];
  /** By analogy: the fact that is read for one that the benefit names, by its id; or why it is open which one is. */
  readonly reads?: ReadonlyMap<string, FactRef | readonly Cause[]>;
  /** What a missing fact is taken to be, to tell what follows. */
  readonly assumed?: { readonly key: string; readonly value: boolean | string | 0 };
  /** The decision given for this award, if any. */
  readonly decision?: DecisionInUse;
  /** Where steps are recorded, if they are. */
  readonly trace?: TracedStep[];
}

/** A step of an amount as it was evaluated; `of` is the amount before it. Of a procedure that was passed there is no `x`. */
export interface TracedStep {
  readonly role: 'base' | 'decision' | 'schedule' | 'uplift' | 'floor' | 'cap' | 'round' | 'less';
  readonly say: string;
  readonly x?: Num;
  readonly of?: Num;
}

// ------------------------------------------------------------------------------------------------------ reading facts

/** The fact that is read where one is named: by analogy another one, or nobody knows yet which. */
function readFor(c: Case, named: FactRef): FactRef | readonly Cause[] {
  return c.reads?.get(named.id) ?? named;
}

/** A fact as a number, in the base of its type: fen, a fraction of 1, units, days, months. */
export function num(c: Case, named: FactRef, at: FactTime = 'now'): Num {
  const fact = readFor(c, named);
  if (!('id' in fact)) {
    const mayBeNegative = named.signed || named.type === 'date';
    return between(mayBeNegative ? Number.NEGATIVE_INFINITY : 0, Number.POSITIVE_INFINITY, fact);
  }
  const given = readFactValue(c, fact, at);
  if (typeof given === 'number') return point(inBase(given, fact.type));
  const missing = missingFact(fact, at, c.year);
  const value = given ?? assumedFor(c, missing.key);
  if (typeof value === 'number') return point(inBase(value, fact.type));
  const mayBeNegative = missing.aboveZero !== true && (fact.signed || fact.type === 'date');
  const lowest = mayBeNegative ? Number.NEGATIVE_INFINITY : 0;
  return between(lowest, Number.POSITIVE_INFINITY, [missing]);
}

/** A fact of type bool. */
export function yes(c: Case, named: FactRef, at: FactTime = 'now'): Truth {
  const fact = readFor(c, named);
  if (!('id' in fact)) return { causes: fact };
  const given = readFactValue(c, fact, at);
  if (typeof given === 'boolean') return given;
  const missing = missingFact(fact, at, c.year);
  const value = given ?? assumedFor(c, missing.key);
  return typeof value === 'boolean' ? value : { causes: [missing] };
}

/** Whether an enum or key is one of the members. */
export function among(c: Case, named: FactRef, members: readonly string[], at: FactTime = 'now'): Truth {
  const fact = readFor(c, named);
  if (!('id' in fact)) return { causes: fact };
  if (at === 'earlier') {
    const had = valuesBefore(c, fact).filter((value) => typeof value === 'string');
    if (had.length > 0) return had.some((value) => members.includes(value));
  }
  const given = readFactValue(c, fact, at);
  if (typeof given === 'string') return members.includes(given);
  const missing = missingFact(fact, at, c.year);
  const value = given ?? assumedFor(c, missing.key);
  return typeof value === 'string' ? members.includes(value) : { causes: [missing] };
}

/** The member that an enum has, undefined while it is unknown. */
export function memberOf(c: Case, fact: FactRef): string | undefined {
  const value = readFactValue(c, fact, 'now');
  return typeof value === 'string' ? value : undefined;
}

/** What was already awarded, from the ledger: 0 where it has no such award, unknown without a ledger. */
export function awarded(c: Case, past: PastAwardRef): Num {
  const value = readAwarded(c, past);
  if (value !== undefined) return point(value);
  const missing = missingAwards(past);
  return assumedFor(c, missing.key) === 0 ? point(0) : between(0, Number.POSITIVE_INFINITY, [missing]);
}

/** Whether the applicant is of a kind. */
export function isParty(c: Case, party: string): Truth {
  const is = c.membership.of(party);
  if (is !== null) return is;
  const missing = missingParty(party);
  const known = assumedFor(c, missing.key);
  return typeof known === 'boolean' ? known : { causes: [missing] };
}

/** The date and the year of evaluation, as numbers. */
export function asOfDate(c: Case): Num {
  return point(c.asOf);
}

export function yearOf(c: Case): Num {
  return point(c.year);
}

/** The last day of the year of evaluation, or of one so many years before. */
export function yearEnd(c: Case, { back }: { readonly back: number } = { back: 0 }): Num {
  const day = new Date(0);
  day.setUTCFullYear(c.year - back, 11, 31);
  return point(Math.round(day.getTime() / 86_400_000));
}

/** Whether a procedure was passed: a decision of yes or no. */
export function passed(c: Case, process: string): Truth {
  if (typeof c.decision?.given === 'boolean') {
    c.decision.used = true;
    c.decision.by.push(process);
    return c.decision.given;
  }
  const missing = missingProcedure(process);
  const known = assumedFor(c, missing.key);
  return typeof known === 'boolean' ? known : { causes: [missing] };
}

/** Whether something in doubt is read in one way; undecided until it is tried or ruled on. */
export function readAs(c: Case, name: string, option: string): Truth {
  const declared = c.declaredReadings.find((reading) => reading.name === name);
  if (declared === undefined) throw new Error(`no reading ${name} is declared`);
  const settled = readingSettled(declared, c);
  return settled === undefined ? { causes: [openReading(declared)] } : settled.option === option;
}

/** What a sentence tells of a fact that is named: the one that is read for it, with its value. */
export function toldOf(c: Case, named: FactRef, at: FactTime): { readonly name: string; readonly value?: FactValue } {
  const fact = readFor(c, named);
  if (!('id' in fact)) return { name: named.name };
  const value = readFactValue(c, fact, at);
  return { name: fact.name, ...(value !== undefined && { value }) };
}

/** The value given for a fact, undefined while it is missing; at its peak: the highest of the years so far. */
export function readFactValue(c: Case, fact: FactRef, at: FactTime): FactValue | undefined {
  const given = readGiven(c, fact);
  if (given === undefined) return undefined;
  if (typeof given !== 'object') return at === 'now' ? given : undefined;
  if (at === 'peak') return highestOf([...valuesBefore(c, fact), ...thisYear(given, c)]);
  if (at === 'earlier') {
    const before = valuesBefore(c, fact);
    return highestOf(before) ?? (before.includes(true) ? true : before[0]);
  }
  if (at === 'now' || ('back' in at && at.back === 0)) return thisYear(given, c)[0];
  if ('back' in at) return inYear(given, c.year - at.back)[0];
  // What there was nothing of cannot have grown.
  return inYear(given, c.year - at.base).find((value) => typeof value === 'number' && value > 0);
}

/** What is given for a fact: one value, or one for each year. */
function readGiven(c: Case, fact: FactRef): FactValue | Yearly | undefined {
  const holder = fact.list === undefined ? c.facts : itemInHand(c, fact.list);
  if (holder === undefined || !Object.hasOwn(holder, fact.name)) return undefined;
  const given = holder[fact.name];
  return Array.isArray(given) ? undefined : (given as FactValue | Yearly | undefined);
}

function itemInHand({ items }: Case, id: string): Item | undefined {
  for (const { list, item } of items) if (list === id) return item;
  return undefined;
}

function inYear(byYear: Yearly, year: number): readonly FactValue[] {
  const key = String(year).padStart(4, '0');
  const value = Object.hasOwn(byYear, key) ? byYear[key] : undefined;
  return value === undefined ? [] : [value];
}

function thisYear(byYear: Yearly, { year }: Case): readonly FactValue[] {
  const dated = inYear(byYear, year);
  if (dated.length > 0 || !Object.hasOwn(byYear, 'now')) return dated;
  const { now } = byYear;
  return now === undefined ? [] : [now];
}

/** What a fact was in the years before, as far as they are given: those that are not had nothing to tell. */
function valuesBefore(c: Case, fact: FactRef): readonly FactValue[] {
  const given = readGiven(c, fact);
  if (typeof given !== 'object') return [];
  return Object.entries(given)
    .filter(([year]) => year === 'earlier' || Number(year) < c.year)
    .map(([, value]) => value);
}

export function readAwarded(c: Case, past: PastAwardRef): Exact | undefined {
  if (c.ledger === undefined) return undefined;
  const { over } = past;
  const item = over && c.items.find(({ list }) => list === over.id)?.item;
  const number = over === undefined || item === undefined ? 0 : (itemsOf(c, over)?.indexOf(item) ?? -1) + 1;
  return sumOfPastAwards(c.ledger, past, c, item && { item, number });
}

/** The items of a list, undefined while it is missing. */
export function itemsOf(c: Pick<Case, 'facts'>, list: ListRef): readonly Item[] | undefined {
  const given = Object.hasOwn(c.facts, list.name) ? c.facts[list.name] : undefined;
  return Array.isArray(given) ? (given as readonly Item[]) : undefined;
}

function assumedFor(c: Case, key: string): boolean | string | 0 | undefined {
  return c.assumed?.key === key ? c.assumed.value : undefined;
}

function inBase(value: number, type: FactRef['type']): Exact {
  if (type === 'rate') return ratio(BigInt(value), 1_000_000_000n);
  return type === 'quantity' ? ratio(BigInt(value), 1_000_000n) : value;
}

function highestOf(values: readonly FactValue[]): FactValue | undefined {
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.length > 0 ? numbers.reduce((a, b) => Math.max(a, b)) : undefined;
}

// ------------------------------------------------------------------------------------------------------------- lists

/** The sum over the items for which a condition holds; from 0 while that is unknown of an item. */
export function sumOf(c: Case, list: ListRef, where: (c: Case) => Truth, body: (c: Case) => Num): Num {
  const shares = sharesOf(c, list, where, body);
  return shares === undefined ? missingItems(list) : add(point(0), ...shares);
}

/** The highest over the items for which a condition holds; never less than 0. */
export function highestAmong(c: Case, list: ListRef, where: (c: Case) => Truth, body: (c: Case) => Num): Num {
  const shares = sharesOf(c, list, where, body);
  return shares === undefined ? missingItems(list) : max(point(0), ...shares);
}

function sharesOf(
  c: Case,
  list: ListRef,
  where: (c: Case) => Truth,
  body: (c: Case) => Num,
): readonly Num[] | undefined {
  return itemsOf(c, list)?.flatMap((item) => {
    const inHand = withItem(c, list, item);
    const counts = where(inHand);
    if (counts === false) return [];
    const share = body(inHand);
    return counts === true ? [share] : [hull(point(0), share, joinCauses(causesOf(counts), share.causes))];
  });
}

/** The item that surely gives the most, the first of equals, from 1; 0: none counts; undefined: not known yet. */
export function bestItem(
  c: Case,
  list: ListRef,
  where: (c: Case) => Truth,
  body: (c: Case) => Num,
): number | undefined {
  const items = itemsOf(c, list);
  if (items === undefined) return undefined;
  const offers = items.flatMap((item, index) => {
    const inHand = withItem(c, list, item);
    const counts = where(inHand);
    return counts === false ? [] : [{ item: index + 1, sure: counts === true, share: body(inHand) }];
  });
  if (offers.length === 0) return 0;
  const best = offers.find(
    (offer) =>
      offer.sure &&
      offers.every((other) => {
        const order = compareExact(offer.share.lo, other.share.hi);
        return other === offer || order > 0 || (order === 0 && offer.item < other.item);
      }),
  );
  return best?.item;
}

/**
 * Which one of its kind the item in hand is, from 1: one more than the items before it for which the condition holds and the key is
 * the same. Those of which that is unknown make it a range.
 */
export function placeAmong(c: Case, list: ListRef, key: FactRef | null, where: (c: Case) => Truth): Num {
  const item = itemInHand(c, list.id);
  const items = itemsOf(c, list);
  if (item === undefined || items === undefined) return between(1, Number.POSITIVE_INFINITY, [missingList(list)]);
  const { decision: _, ...undecided } = c;
  const [own, ownMissing] = key === null ? [] : keyOf(c, key);
  let [lowest, highest] = [1, 1];
  let causes: readonly Cause[] = [];
  for (const before of items) {
    if (before === item) break;
    const there = withItem(undecided, list, before);
    let counts = where(there);
    if (key !== null) {
      const [theirs, missing] = keyOf(there, key);
      const unknown = joinCauses(ownMissing ?? [], missing ?? []);
      counts = and(counts, unknown.length > 0 ? { causes: unknown } : own === theirs);
    }
    if (counts === false) continue;
    highest += 1;
    if (counts === true) lowest += 1;
    else causes = joinCauses(causes, counts.causes);
  }
  return between(lowest, highest, causes);
}

/** The key or member of an item, or why it is unknown. */
function keyOf(c: Case, named: FactRef): readonly [string | undefined, (readonly Cause[])?] {
  const fact = readFor(c, named);
  if (!('id' in fact)) return [undefined, fact];
  const missing = missingFact(fact, 'now', c.year);
  const value = readFactValue(c, fact, 'now') ?? assumedFor(c, missing.key);
  return typeof value === 'string' ? [value] : [undefined, [missing]];
}

export function withItem(c: Case, list: ListRef, item: Item): Case {
  return { ...c, items: [{ list: list.id, item }, ...c.items] };
}

function missingItems(list: ListRef): Num {
  return between(0, Number.POSITIVE_INFINITY, [missingList(list)]);
}
