import { gatherYears, yearInKey, yearKey } from './gather-years.ts';
import { readLedger } from './parse-ledger.ts';
import {
  describeFound,
  makeProblem,
  moneyLimits,
  type ProblemCode,
  unknownFact,
  unknownMember,
  unknownParty,
} from './problems.ts';
import { type Reading, readDate, readMoney, readValue, readYesNo } from './read-value.ts';
import type {
  Decisions,
  FactSchema,
  Facts,
  FactValue,
  Item,
  Lang,
  ListSchema,
  Problem,
  Schema,
  Yearly,
} from './types.ts';

export interface ParseOptions {
  /** The language of the problems; Chinese where absent. */
  readonly lang?: Lang;
  /**
   * Names that others read from the same record (the facts, `list.field`, lists and parties of the other policies of a
   * run, see `knownNames`): they are passed over here, and no mistake.
   */
  readonly alsoKnown?: ReadonlySet<string>;
}

export interface ParsedFacts {
  /** Null where anything is wrong: a record is evaluated whole or not at all. */
  readonly facts: Facts | null;
  readonly problems: readonly Problem[];
}

/**
 * Checks one record of facts, of any form, against what a policy reads, and takes every value in its own unit: fen,
 * billionths, days. Facts go by name or alias; null, absent and blank are unknown. Never throws, whatever the input.
 */
export function parseRecord(schema: Schema, input: unknown, options: ParseOptions = {}): ParsedFacts {
  const lang = options.lang ?? 'zh';
  try {
    return readRecord(schema, input, options.alsoKnown ?? new Set(), lang);
  } catch {
    // A record made by a program may hold getters or proxies that throw.
    return { facts: null, problems: [notRecord({}, lang)] };
  }
}

/** The names that a schema reads from a record, for `alsoKnown`. */
export function knownNames(schema: Schema): string[] {
  return [
    ...schema.facts.flatMap(namesOf),
    ...schema.lists.flatMap((list) => [
      ...namesOf(list),
      ...list.fields.flatMap(namesOf).map((field) => `${list.name}.${field}`),
    ]),
    ...schema.parties.flatMap(namesOf),
  ];
}

/**
 * The facts that several policies read from one record, together. Each passes over what only another one knows, within the
 * items of a list as well: item by item, the fields are put together again.
 */
export function mergeFacts(parts: readonly Facts[]): Facts {
  const merged: Record<string, Facts[string]> = Object.create(null);
  for (const part of parts) {
    for (const [name, value] of Object.entries(part)) {
      const before = merged[name];
      const isItems = isItemList(before) && isItemList(value);
      merged[name] = isItems ? value.map((item, i) => Object.assign(Object.create(null), before[i], item)) : value;
    }
  }
  return merged as Facts;
}

function isItemList(value: Facts[string]): value is readonly Item[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object');
}

/** What is being read: the results so far, and how to report. */
interface Desk {
  readonly lang: Lang;
  readonly alsoKnown: ReadonlySet<string>;
  readonly problems: Problem[];
}

function readRecord(schema: Schema, input: unknown, alsoKnown: ReadonlySet<string>, lang: Lang): ParsedFacts {
  const desk: Desk = { lang, alsoKnown, problems: [] };
  if (!isObject(input)) return { facts: null, problems: [notRecord(input, lang)] };
  const facts: Record<string, Facts[string]> = Object.create(null);
  const names = new Map<string, FactSchema | ListSchema>();
  for (const known of [...schema.facts, ...schema.lists]) for (const name of namesOf(known)) names.set(name, known);
  const seen = new Set<string>();
  const given = gatherYears(input, (name) => {
    const found = names.get(name);
    return found === undefined || 'fields' in found ? undefined : found.name;
  });
  for (const key of Object.keys(given)) {
    const value = given[key];
    if (isAbsent(value)) continue;
    // `id` is a likely name of a fact, too.
    if (isReservedName(key) && !(key === 'id' && names.has(key))) {
      const read = readReserved(key, value, schema, desk);
      const name = key === 'id' ? 'applicant' : key;
      if (read !== undefined && !(key === 'id' && seen.has('applicant'))) facts[name] = read;
      seen.add(name);
      continue;
    }
    const known = names.get(key);
    if (known === undefined) {
      const other = yearInKey(key)?.name ?? key.replace(/^(?:首次|first time )\s*/u, '');
      if (!alsoKnown.has(key) && !alsoKnown.has(other))
        desk.problems.push(unknownFact(key, key, [...names.keys()], lang));
      continue;
    }
    if (seen.has(known.name)) {
      desk.problems.push(makeProblem('CS6011', known.name, key, lang === 'zh' ? '只填一次' : 'give it once', lang));
      continue;
    }
    seen.add(known.name);
    const read = 'fields' in known ? readItems(value, known, desk) : readFact(value, known, known.name, desk);
    if (read !== undefined) facts[known.name] = read;
  }
  return { facts: desk.problems.length === 0 ? (facts as Facts) : null, problems: desk.problems };
}

// -------------------------------------------------------------------------------------------------------------- facts

/** One value, or one for each year where an object keyed by years is given. Undefined where a problem was reported. */
function readFact(value: unknown, schema: FactSchema, field: string, desk: Desk): FactValue | Yearly | undefined {
  if (!isObject(value)) return settle(readValue(value, schema), value, schema, field, desk);
  const keys = Object.keys(value);
  const years = new Set(keys.map(yearKey));
  if (keys.length === 0 || years.has(undefined) || years.size < keys.length) {
    report('CS6002', field, value, schema, desk);
    return undefined;
  }
  const byYear: Record<string, FactValue> = Object.create(null);
  for (const key of keys) {
    if (isAbsent(value[key])) continue;
    const year = yearKey(key) ?? key;
    const read = settle(readValue(value[key], schema), value[key], schema, `${field}[${year}]`, desk);
    if (read !== undefined) byYear[year] = read;
  }
  return byYear;
}

function settle(
  reading: Reading,
  value: unknown,
  schema: FactSchema,
  field: string,
  desk: Desk,
): FactValue | undefined {
  if (!('fault' in reading)) return reading.value;
  switch (reading.fault) {
    case 'type':
      report('CS6002', field, value, schema, desk);
      return undefined;
    case 'negative':
      report('CS6003', field, value, schema, desk);
      return undefined;
    case 'range':
      report('CS6004', field, value, schema, desk, sayLimits(schema, desk.lang));
      return undefined;
    case 'precision':
      report(schema.type === 'count' || schema.type === 'duration' ? 'CS6002' : 'CS6009', field, value, schema, desk);
      return undefined;
    case 'member':
      desk.problems.push(unknownMember(field, String(value), schema.members ?? [], desk.lang));
      return undefined;
    default:
      return reading.fault satisfies never;
  }
}

function report(
  code: ProblemCode,
  field: string,
  value: unknown,
  schema: FactSchema,
  desk: Desk,
  expected: string = sayExpected(schema, code === 'CS6009', desk.lang),
): void {
  desk.problems.push(makeProblem(code, field, describeFound(value, desk.lang), expected, desk.lang));
}

function readItems(value: unknown, list: ListSchema, desk: Desk): readonly Item[] | undefined {
  const { lang, problems } = desk;
  if (!Array.isArray(value)) {
    const expected = lang === 'zh' ? '一个名单，如 [{…}, {…}]' : 'a list such as [{…}, {…}]';
    problems.push(makeProblem('CS6010', list.name, describeFound(value, lang), expected, lang));
    return undefined;
  }
  const names = new Map<string, FactSchema>();
  for (const field of list.fields) for (const name of namesOf(field)) names.set(name, field);
  return value.map((item: unknown, index) => readItem(item, `${list.name}[${index + 1}]`, list, names, desk));
}

function readItem(
  item: unknown,
  place: string,
  list: ListSchema,
  names: ReadonlyMap<string, FactSchema>,
  desk: Desk,
): Item {
  const { lang, problems } = desk;
  const read: Record<string, FactValue | Yearly> = Object.create(null);
  if (!isObject(item)) {
    const example = list.fields.map((field) => field.name).slice(0, 3);
    const expected =
      lang === 'zh'
        ? `名单的一项，写明${example.join('、')}等`
        : `an item of the list, with ${example.join(', ')} and so on`;
    problems.push(makeProblem('CS6010', place, describeFound(item, lang), expected, lang));
    return read;
  }
  const given = gatherYears(item, (name) => names.get(name)?.name);
  for (const key of Object.keys(given)) {
    const value = given[key];
    if (isAbsent(value)) continue;
    const field = names.get(key);
    if (field === undefined) {
      if (!desk.alsoKnown.has(`${list.name}.${yearInKey(key)?.name ?? key}`)) {
        problems.push(unknownFact(`${place}.${key}`, key, [...names.keys()], lang));
      }
    } else if (Object.hasOwn(read, field.name)) {
      const once = lang === 'zh' ? '只填一次' : 'give it once';
      problems.push(makeProblem('CS6011', `${place}.${field.name}`, key, once, lang));
    } else {
      const fact = readFact(value, field, `${place}.${field.name}`, desk);
      if (fact !== undefined) read[field.name] = fact;
    }
  }
  return read;
}

// ----------------------------------------------------------------------------------------------------- reserved names

type ReservedName = 'applicant' | 'id' | 'party' | 'asOf' | 'decisions' | 'ledger';

function isReservedName(key: string): key is ReservedName {
  return Object.hasOwn(reservedForms, key);
}

function readReserved(key: ReservedName, value: unknown, schema: Schema, desk: Desk): Facts[string] {
  switch (key) {
    case 'applicant':
    case 'id':
      return readApplicant(key, value, desk);
    case 'party':
      return readParties(value, schema, desk);
    case 'asOf': {
      const reading = readDate(value);
      return 'fault' in reading ? misused(key, value, desk) : reading.value;
    }
    case 'decisions':
      return readDecisions(value, desk);
    case 'ledger':
      return readLedger(value, desk.problems, desk.lang);
    default:
      return key satisfies never;
  }
}

function readApplicant(key: ReservedName, value: unknown, desk: Desk): string | undefined {
  if (typeof value === 'string') return value.trim();
  return Number.isSafeInteger(value) || typeof value === 'bigint' ? String(value) : misused(key, value, desk);
}

/** One kind of party or several, as a list or, from a cell of a table, joined by 、 or commas. Aliases count. */
function readParties(value: unknown, schema: Schema, desk: Desk): readonly string[] | undefined {
  const given: unknown[] =
    typeof value === 'string' ? value.split(/[、，,；;]/) : Array.isArray(value) ? value : [value];
  const parties: string[] = [];
  for (const party of given) {
    if (typeof party !== 'string') return misused('party', value, desk);
    const name = party.trim();
    const known = schema.parties.find((p) => p.name === name || p.aliases.includes(name));
    if (known === undefined && !desk.alsoKnown.has(name)) {
      const all = schema.parties.flatMap(namesOf);
      desk.problems.push(unknownParty(name, all, desk.lang));
    }
    parties.push(known?.name ?? name);
  }
  return parties;
}

function readDecisions(value: unknown, desk: Desk): Decisions | undefined {
  if (!isObject(value)) return misused('decisions', value, desk);
  const decisions: Record<string, number | boolean> = Object.create(null);
  for (const key of Object.keys(value)) {
    const given = value[key];
    if (isAbsent(given)) continue;
    const answer = readYesNo(given);
    const reading = 'fault' in answer ? readMoney(given, false) : answer;
    if ('value' in reading && typeof reading.value !== 'string') decisions[key] = reading.value;
    else misused('decisions', given, desk, `decisions.${key}`);
  }
  return decisions;
}

/** Reports a value that a reserved name cannot have. */
function misused(key: ReservedName, value: unknown, desk: Desk, field: string = key): undefined {
  const expected = reservedForms[key][desk.lang];
  desk.problems.push(makeProblem('CS6014', field, describeFound(value, desk.lang), expected, desk.lang));
}

const reservedForms: { readonly [K in ReservedName]: { readonly zh: string; readonly en: string } } = {
  applicant: { zh: '申报人的名称', en: 'the name of the applicant' },
  id: { zh: '申报人的名称或编号', en: 'the name or number of the applicant' },
  party: { zh: '主体名称的名单，如 ["高校"]', en: 'a list of kinds of party, such as ["高校"]' },
  asOf: { zh: '日期，如 2026-06-30', en: 'a date such as 2026-06-30' },
  decisions: {
    zh: '“措施/待遇”对应的金额、是或否，如 {"联合培养/订单培养": "120万元"}',
    en: 'an amount, or yes or no, by measure/benefit, such as {"联合培养/订单培养": "120万元"}',
  },
  ledger: { zh: '已享受待遇的名单', en: 'a list of past awards' },
};

// ---------------------------------------------------------------------------------------------------------- sentences

/** What a fact may be, with an example. `finest`: how fine it may be as well. */
function sayExpected(schema: FactSchema, finest: boolean, lang: Lang): string {
  const zh = lang === 'zh';
  switch (schema.type) {
    case 'money':
      if (finest) return zh ? '精确到分的金额（数额很大时加引号）' : 'an amount in whole fen (quoted, when very large)';
      return zh ? '金额，如 50万元 或 6000（元）' : 'an amount such as 50万元, or 6000 (yuan)';
    case 'rate':
      if (finest) return zh ? '至多九位小数的比率' : 'a rate of at most nine decimals';
      return zh ? '比率，如 10% 或 4‰' : 'a rate such as 10% or 4‰';
    case 'count':
      if (schema.signed) return zh ? '整数' : 'a whole number';
      return zh ? '不小于 0 的整数' : 'a whole number from 0';
    case 'quantity': {
      const unit = schema.unit ?? '';
      if (finest) return zh ? `至多六位小数的${unit}` : `${unit} with at most six decimals`;
      return zh ? `以${unit}计的数，如 120 或 120${unit}` : `a number of ${unit}, such as 120 or 120${unit}`;
    }
    case 'duration':
      return zh ? '时长，如 36个月、3年 或 36（月）' : 'a duration such as 36 months, 3 years or 36 (months)';
    case 'date':
      return zh ? '存在的日期，如 2026-06-30' : 'a date that exists, such as 2026-06-30';
    case 'bool':
      return zh ? '是或否' : 'yes or no';
    case 'enum':
      return zh ? `${(schema.members ?? []).join('、')}之一` : `one of ${(schema.members ?? []).join(', ')}`;
    case 'key':
      return zh ? '一个名称或编号' : 'a name or number';
    default:
      return schema.type satisfies never;
  }
}

/** The ends of what can be computed exactly, in the unit of the fact. */
function sayLimits(schema: FactSchema, lang: Lang): string {
  const limit = Number.MAX_SAFE_INTEGER;
  switch (schema.type) {
    case 'money':
      return moneyLimits(lang);
    case 'rate':
      return `±${Math.floor(limit / 1e7)}%`;
    case 'quantity':
      return `±${Math.floor(limit / 1e6)}${schema.unit ?? ''}`;
    case 'count':
    case 'duration':
    case 'date':
    case 'bool':
    case 'enum':
    case 'key':
      return `±${limit}`;
    default:
      return schema.type satisfies never;
  }
}

function notRecord(input: unknown, lang: Lang): Problem {
  const expected =
    lang === 'zh' ? '各项数据的名称和值，如 {"硕士": 60}' : 'names and values of facts, such as {"硕士": 60}';
  return makeProblem('CS6013', '', describeFound(input, lang), expected, lang);
}

function namesOf(named: { readonly name: string; readonly aliases: readonly string[] }): readonly string[] {
  return [named.name, ...named.aliases];
}

/** Unknown: not given, null, or blank as an empty cell of a table. */
function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
