import type { Facts, FactValue, Item, Ledger, PastAward, Yearly } from '../../stdlib/runtime/types.ts';
import type { FactDeclaration, FactTime, PolicyIr } from '../ir/ir.ts';
import { factById, factByName, listBy } from './declared.ts';
import { factOf, variableOf } from './domains.ts';
import { anyDay, type Value } from './values.ts';

/** An applicant that shows a finding: only what the measures read, and when. */
export interface Witness {
  readonly facts: Facts;
  /** ISO date. */
  readonly asOf: string;
  /** Past awards, where something depends on them. */
  readonly ledger?: Ledger;
}

/** A fact that is read at other times than now is given year by year; its highest, where it is of another year, long ago. */
const longAgo = 20;

/**
 * An applicant from the values that the search found. Facts of an item become the first item of their list; items that are
 * only known to be there follow. `lists` are there in any case.
 */
export function witnessFrom(
  values: ReadonlyMap<string, Value>,
  policies: readonly PolicyIr[],
  lists: readonly string[] = [],
): Witness {
  type Given = Record<string, FactValue | Yearly | readonly Item[] | readonly string[]>;
  const facts: Given = Object.create(null);
  const items = new Map<string, Map<string, Record<string, FactValue | Yearly>>>();
  let ledger: Ledger | undefined;
  const day = values.get('@as-of');
  const asOf = isoOf(Number(typeof day === 'bigint' ? day : anyDay));
  const year = Number(asOf.slice(0, 4));
  const itemAt = (list: string, prefix: string) => {
    const of = items.get(list) ?? new Map<string, Record<string, FactValue | Yearly>>();
    items.set(list, of);
    const item: Record<string, FactValue | Yearly> = of.get(prefix) ?? Object.create(null);
    of.set(prefix, item);
    return item;
  };
  const read = [...values].map(([variable, value]) => {
    const { ref, at } = factOf(variable);
    const match = ref.includes('#') ? /^(.*)#(\d+\*(?:\d+|before))\.(.*)$/s.exec(ref) : null;
    const declared = factById(match === null ? ref : `${match[1]}.${match[3]}`, policies);
    return { value, at, ref, fact: declared?.fact, place: declared?.place ?? 0, prefix: match?.[2] ?? '' };
  });
  // What is read for now first: other years are added to it.
  const later = (at: FactTime) => (at === 'now' ? 0 : 1);
  read.sort((a, b) => a.place - b.place || later(a.at) - later(b.at));
  for (const { value, at, ref, fact, prefix } of read) {
    const plain = typeof value === 'bigint' ? Number(value) : value;
    if (at === 'awarded' && typeof plain === 'number') {
      ledger = [...(ledger ?? []), ...(plain > 0 ? [pastAwardFor(ref, plain)] : [])];
    }
    if (ref.startsWith('#')) items.set(ref.slice(1), items.get(ref.slice(1)) ?? new Map());
    if (fact === undefined) continue;
    // The highest that there ever was is told by the year it is of, where that is spoken of.
    if (at === 'peak' && [ref, variableOf(ref, 'earlier')].some((year) => values.get(year) === value)) continue;
    const into = fact.list === undefined ? facts : itemAt(fact.list, prefix);
    into[fact.name] = at === 'now' ? plain : byYear(into[fact.name], plain, at, year);
  }
  for (const list of lists) itemAt(list, '');
  const before = new Map<string, number>();
  for (const [variable, count] of values) {
    const match = variable.startsWith('=') ? /^=(.*)#(\d+\*before)$/s.exec(variable) : null;
    if (match?.[1] === undefined || match[2] === undefined || typeof count !== 'bigint') continue;
    before.set(match[2], Number(count));
    if (count > 0n) itemAt(match[1], match[2]);
  }
  for (const [list, of] of items) {
    const name = listBy((l) => l.id === list, policies)?.name;
    if (name === undefined) continue;
    // Those that come before the item at hand first, then that one.
    const place = (prefix: string) => (before.has(prefix) ? 0 : prefix === '' ? 1 : 2);
    const inOrder = [...of].sort(([a], [b]) => place(a) - place(b));
    facts[name] = inOrder.flatMap(([prefix, item]) => {
      const alike = before.get(prefix) ?? Number(prefix.split('*')[1] ?? 1);
      return Array.from({ length: Math.min(alike, mostAlike) }, () => item);
    });
  }
  facts.party = partiesIn(values, policies);
  return { facts, asOf, ...(ledger && { ledger }) };
}

/** Which item of the witness is the one at hand, from 1. */
export function placeAtHand(values: ReadonlyMap<string, Value>, list: string): number {
  let place = 1;
  for (const [variable, count] of values) {
    if (!variable.startsWith(`=${list}#`) || !variable.endsWith('*before') || typeof count !== 'bigint') continue;
    place += Number(count);
  }
  return place;
}

/** A past award by which a ledger says so much under a key of the IR. */
function pastAwardFor(ref: string, amount: number): PastAward {
  const [policy = '', measure = '', benefit] = ref.startsWith('@past:')
    ? ref.slice('@past:'.length).split('/')
    : ['', ...ref.split('/')];
  return { ...(policy !== '' && { policy }), measure, ...(benefit !== undefined && { benefit }), amount };
}

/** More items alike than this show nothing more. */
const mostAlike = 1000;

function byYear(known: unknown, value: FactValue, at: FactTime, year: number): Yearly {
  const before: Yearly = typeof known === 'object' && known !== null ? (known as Yearly) : {};
  const given = known === undefined || typeof known === 'object' ? before : { [year]: known as FactValue };
  const ago = typeof at !== 'object' ? longAgo : 'back' in at ? at.back : at.base;
  const of = at === 'earlier' ? at : year - ago;
  return { ...given, [of]: value };
}

/**
 * The applicant as a record of facts that `cuoshi run` reads: money as a number of yuan, rates as fractions, dates in ISO
 * form, durations as 36个月.
 */
export function recordOf(witness: Witness, policies: readonly PolicyIr[]): Readonly<Record<string, unknown>> {
  const typeOf = (name: string, list?: string) => factByName(name, list, policies)?.valueType.type;
  const given = (value: unknown, type: FactDeclaration['valueType']['type'] | undefined): unknown => {
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([year, v]) => [year, given(v, type)]));
    }
    if (typeof value !== 'number') return value;
    switch (type) {
      case 'money':
        return value / 100;
      case 'rate':
        return value / 1_000_000_000;
      case 'quantity':
        return value / 1_000_000;
      case 'date':
        return isoOf(value);
      case 'duration':
        return `${value}个月`;
      default:
        return value;
    }
  };
  const { party, ...facts } = witness.facts;
  const entries = Object.entries(facts).map(([name, value]): [string, unknown] => {
    if (!Array.isArray(value)) return [name, given(value, typeOf(name))];
    const list = listBy((l) => l.name === name, policies)?.id;
    const items = (value as readonly Item[]).map((item) =>
      Object.fromEntries(Object.entries(item).map(([field, v]) => [field, given(v, typeOf(field, list))])),
    );
    return [name, items];
  });
  return { party, ...Object.fromEntries(entries) };
}

/** The narrowest kinds of party that the applicant is: the wider ones follow. */
function partiesIn(values: ReadonlyMap<string, Value>, policies: readonly PolicyIr[]): readonly string[] {
  const is = [...values].flatMap(([id, value]) => (id.startsWith('@party:') && value === true ? [id.slice(7)] : []));
  const parents = new Map(policies.flatMap((p) => p.parties).map((p) => [p.name, p.parents] as const));
  const above = (name: string): string[] => (parents.get(name) ?? []).flatMap((p) => [p, ...above(p)]);
  const implied = new Set(is.flatMap(above));
  return is.filter((name) => !implied.has(name));
}

function isoOf(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}
