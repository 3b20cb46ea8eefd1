import type { Facts, Item } from '../../stdlib/runtime/types.ts';
import type { FactDeclaration, PolicyIr } from '../ir/ir.ts';
import type { Value } from './satisfy.ts';

/** An applicant that shows a finding: only what the measures read, and when. */
export interface Witness {
  readonly facts: Facts;
  /** ISO date. */
  readonly asOf: string;
}

/** Today's date decides nothing here: a witness is dated within the policies, or on this day where any will do. */
const anyDay = 20_610; // 2026-06-06

/** An applicant from the values that the search found. Item facts become the one item of their list. */
export function witnessFrom(values: ReadonlyMap<string, Value>, policies: readonly PolicyIr[]): Witness {
  const facts: Record<string, number | string | boolean | readonly Item[] | readonly string[]> = Object.create(null);
  const items = new Map<string, Record<string, number | string | boolean>>();
  const declared = new Map(policies.flatMap((p) => p.facts).map((f) => [f.id, f] as const));
  for (const [id, value] of [...values].sort(([a], [b]) => order(a, declared) - order(b, declared))) {
    const fact = declared.get(id);
    if (fact === undefined) continue;
    const plain = typeof value === 'bigint' ? Number(value) : value;
    if (fact.list === undefined) facts[fact.name] = plain;
    else {
      const item: Record<string, number | string | boolean> = items.get(fact.list) ?? Object.create(null);
      item[fact.name] = plain;
      items.set(fact.list, item);
    }
  }
  for (const [list, item] of items) {
    const name = policies.flatMap((p) => p.lists).find((l) => l.id === list)?.name;
    if (name !== undefined) facts[name] = [item];
  }
  facts.party = partiesIn(values, policies);
  const day = values.get('@as-of');
  return { facts, asOf: isoOf(typeof day === 'bigint' ? Number(day) : anyDay) };
}

/**
 * The applicant as a record of facts that `cuoshi run` reads: money as a number of yuan, rates as fractions, dates in ISO
 * form, durations as 36个月.
 */
export function recordOf(witness: Witness, policies: readonly PolicyIr[]): Readonly<Record<string, unknown>> {
  const typeOf = (name: string, list?: string) =>
    policies.flatMap((p) => p.facts).find((f) => f.name === name && f.list === list)?.valueType.type;
  const given = (value: unknown, type: FactDeclaration['valueType']['type'] | undefined): unknown => {
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
    const list = policies.flatMap((p) => p.lists).find((l) => l.name === name)?.id;
    const items = (value as readonly Item[]).map((item) =>
      Object.fromEntries(Object.entries(item).map(([field, v]) => [field, given(v, typeOf(field, list))])),
    );
    return [name, items];
  });
  return { party, ...Object.fromEntries(entries) };
}

function order(id: string, declared: ReadonlyMap<string, unknown>): number {
  return [...declared.keys()].indexOf(id);
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
