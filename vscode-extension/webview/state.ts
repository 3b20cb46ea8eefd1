import type { FactRecord, FactSchema, ListSchema, TrialMeasure, TrialSchema } from '../src/protocol.ts';

/** What was filled in, by the names of facts; kept while the page is hidden and while the policy changes. */
export interface State {
  /** The measure on show; '' is all of them. */
  measure: string;
  asOf: string;
  parties: string[];
  values: { [fact: string]: string };
  lists: { [list: string]: { [field: string]: string }[] | 'none' };
  /** What a file gave that the form has no field for: by the names of facts, and `ledger`. */
  extra: { [name: string]: unknown };
  /** What would change the result is on show. */
  whatIf: boolean;
  /** What is not paid is on show, or not, as somebody chose; of one measure it is at first, of all of them not. */
  denied?: boolean;
  decisions: { [key: string]: { kind: 'amount' | 'passed'; by: string; value: string } };
}

export const emptyState = (): State => ({
  measure: '',
  asOf: '',
  parties: [],
  values: {},
  lists: {},
  extra: {},
  whatIf: false,
  decisions: {},
});

/** What the form asks for: of one measure what it reads, of all of them everything. */
export interface Asked {
  readonly measure: TrialMeasure | undefined;
  readonly parties: readonly string[];
  readonly facts: readonly FactSchema[];
  readonly lists: readonly ListSchema[];
}

export function asked({ schema, measures }: TrialSchema, state: State): Asked {
  const measure = measures.find(({ name }) => name === state.measure);
  const isRead = ({ name }: { readonly name: string }) => measure === undefined || measure.reads.includes(name);
  const wanted = new Set(measure?.parties ?? measures.flatMap(({ parties }) => parties));
  const isOf = (name: string): boolean =>
    wanted.has(name) || (schema.parties.find((party) => party.name === name)?.parents ?? []).some(isOf);
  return {
    measure,
    // A narrower kind that a file gave is one of those asked for.
    parties: schema.parties
      .map(({ name }) => name)
      .filter((name) => wanted.has(name) || (state.parties.includes(name) && isOf(name))),
    facts: schema.facts.filter(isRead),
    lists: schema.lists.filter(isRead),
  };
}

/** The record that was filled in, as a file of facts would hold it: only what the form asks for and what is not empty. */
export function recordOf(state: State, { parties, facts, lists }: Asked): FactRecord {
  const record: FactRecord = {};
  const chosen = state.parties.filter((party) => parties.includes(party));
  if (chosen.length > 0) record.party = chosen;
  const fill = (into: FactRecord, { name, type }: FactSchema, text: string | undefined) => {
    if (text === undefined || text.trim() === '') return;
    into[name] = type === 'bool' ? text === 'yes' : text;
  };
  for (const fact of facts) fill(record, fact, state.values[fact.name]);
  for (const { name, fields } of lists) {
    const items = state.lists[name];
    if (items === 'none') record[name] = [];
    else if (items !== undefined && items.length > 0) {
      record[name] = items.map((item) => {
        const filled: FactRecord = {};
        for (const field of fields) fill(filled, field, item[field.name]);
        return filled;
      });
    }
  }
  for (const [name, value] of Object.entries(state.extra)) {
    const isAsked = name === 'ledger' || [...facts, ...lists].some((one) => one.name === name);
    // What was typed since counts.
    if (isAsked && record[name] === undefined) record[name] = value;
  }
  const decisions = Object.entries(state.decisions).filter(([, { value }]) => value.trim() !== '');
  if (decisions.length > 0) record.decisions = Object.fromEntries(decisions.map(([key, { value }]) => [key, value]));
  return record;
}
