import type { FactRecord, FactSchema, ListSchema, TrialSchema } from '../src/protocol.ts';
import type { ChangedFact } from '../src/protocol-pages.ts';
import { emptyState, type State } from './state.ts';

/** Fills in what would be different. */
export function applyChanges(state: State, changes: readonly ChangedFact[]): void {
  for (const { fact, list, item, to } of changes) {
    const text = typeof to === 'boolean' ? (to ? 'yes' : 'no') : to;
    if (list === undefined || item === undefined) {
      state.values[fact] = text;
      continue;
    }
    const items = state.lists[list];
    const one = items === undefined || items === 'none' ? undefined : items[item - 1];
    if (one !== undefined) one[fact] = text;
  }
}

/** The field of what would be different. */
export function placeOf({ fact, list, item }: ChangedFact): string {
  return list === undefined || item === undefined ? fact : `${list}[${item}].${fact}`;
}

/**
 * A record of a file as the form holds it, the measure on show kept. What the form has no field for (figures of several
 * years, past awards) is kept as it came, in `extra`; what the policy does not know is left out and named in `unknown`.
 */
export function stateOf(
  record: FactRecord,
  { schema }: TrialSchema,
  measure: string,
): { readonly state: State; readonly unknown: readonly string[] } {
  const state: State = { ...emptyState(), measure };
  const unknown: string[] = [];
  for (const [key, value] of Object.entries(record)) {
    if (value === null || value === undefined || value === '') continue;
    const fact = named(schema.facts, key);
    const list = named(schema.lists, key);
    if (fact !== undefined) {
      const text = textOf(value, fact);
      if (text === undefined) state.extra[fact.name] = value;
      else state.values[fact.name] = text;
    } else if (list !== undefined) {
      const items = itemsOf(value, list);
      if (items === undefined) state.extra[list.name] = value;
      else state.lists[list.name] = items;
    } else if (key === 'party') {
      const given: readonly unknown[] = Array.isArray(value) ? value : [value];
      state.parties = given.flatMap((party) => named(schema.parties, String(party))?.name ?? []);
    } else if (key === 'asOf') state.asOf = typeof value === 'string' ? (isoDate(value) ?? '') : '';
    else if (key === 'decisions' && typeof value === 'object') {
      for (const [of, decided] of Object.entries(value)) {
        const kind = typeof decided === 'boolean' ? 'passed' : 'amount';
        state.decisions[of] = { kind, by: '', value: kind === 'passed' ? (decided ? 'yes' : 'no') : String(decided) };
      }
    } else if (key === 'ledger') state.extra.ledger = value;
    else if (key !== 'applicant' && key !== 'id') unknown.push(key);
  }
  return { state, unknown };
}

function named<T extends { readonly name: string; readonly aliases: readonly string[] }>(
  among: readonly T[],
  name: string,
): T | undefined {
  return among.find((one) => one.name === name) ?? among.find((one) => one.aliases.includes(name));
}

/** Undefined where a field cannot hold it. */
function textOf(value: unknown, { type }: FactSchema): string | undefined {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  if (type === 'bool') return /^(是|yes|true|y)$/i.test(value.trim()) ? 'yes' : 'no';
  return type === 'date' ? isoDate(value) : value;
}

function itemsOf(value: unknown, list: ListSchema): State['lists'][string] | undefined {
  if (!Array.isArray(value)) return undefined;
  if (value.length === 0) return 'none';
  const items: { [field: string]: string }[] = [];
  for (const item of value as readonly unknown[]) {
    if (typeof item !== 'object' || item === null) return undefined;
    const filled: { [field: string]: string } = {};
    for (const [key, inner] of Object.entries(item)) {
      if (inner === null || inner === '') continue;
      const field = named(list.fields, key);
      const text = field && textOf(inner, field);
      if (field === undefined || text === undefined) return undefined;
      filled[field.name] = text;
    }
    items.push(filled);
  }
  return items;
}

function isoDate(text: string): string | undefined {
  const [, year, month = '', day = ''] = /^(\d{4})[-/年]\s*(\d{1,2})[-/月]\s*(\d{1,2})日?$/.exec(text.trim()) ?? [];
  return year === undefined ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
