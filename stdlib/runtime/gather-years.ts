import { readYesNo } from './read-value.ts';

/**
 * A record as tables and people write it, with the figures of other years in columns of their own, as one value for each fact:
 * `产值@2025`, `产值[2025]` or `产值（2025年）` beside `产值` (this year's) become `{ "2025": …, now: … }`; `首次 高新认定` says both
 * whether it holds and that it never did before. `known` gives the declared name of a fact. What is given twice stays as it is,
 * under its own key, and is told as such.
 */
export function gatherYears(
  record: { readonly [key: string]: unknown },
  known: (name: string) => string | undefined,
): { readonly [key: string]: unknown } {
  const yearly = new Map<string, Map<string, unknown>>();
  const taken = new Set<string>();
  const partsOf = (fact: string): Map<string, unknown> => {
    const before = yearly.get(fact);
    if (before !== undefined) return before;
    const parts = new Map<string, unknown>();
    yearly.set(fact, parts);
    return parts;
  };
  for (const key of Object.keys(record)) {
    if (known(key) !== undefined || isBlank(record[key])) continue;
    const dated = yearInKey(key);
    const fact = dated && known(dated.name);
    if (dated === undefined || fact === undefined || partsOf(fact).has(dated.year)) continue;
    partsOf(fact).set(dated.year, record[key]);
    taken.add(key);
  }
  for (const key of Object.keys(record)) {
    const first = /^(?:首次|first time )\s*(.+)$/u.exec(key);
    const fact = first?.[1] === undefined || known(key) !== undefined ? undefined : known(first[1]);
    const isFirst = fact === undefined ? undefined : yesOrNo(record[key]);
    if (fact === undefined || isFirst === undefined || partsOf(fact).has('earlier')) continue;
    partsOf(fact).set('earlier', !isFirst);
    if (isFirst && !Object.keys(record).some((other) => known(other) === fact)) partsOf(fact).set('now', true);
    taken.add(key);
  }
  if (taken.size === 0) return record;
  const gathered: { [key: string]: unknown } = Object.create(null);
  for (const key of Object.keys(record)) {
    if (taken.has(key)) continue;
    const fact = known(key);
    const parts = fact === undefined ? undefined : yearly.get(fact);
    const value = record[key];
    if (parts === undefined || fact === undefined) gathered[key] = value;
    else if (isByYear(value)) {
      // A year that is given here and in a column of its own is given twice.
      for (const year of Object.keys(value)) {
        if (!parts.has(year)) parts.set(year, value[year]);
        else gathered[key] = value;
      }
    } else if (!isBlank(value)) parts.set('now', value);
  }
  for (const [fact, parts] of yearly) {
    if (parts.size > 0 && !Object.hasOwn(gathered, fact)) gathered[fact] = byYearOf(parts);
  }
  return gathered;
}

function byYearOf(parts: ReadonlyMap<string, unknown>): { readonly [year: string]: unknown } {
  const byYear: { [year: string]: unknown } = Object.create(null);
  for (const [year, value] of parts) byYear[year] = value;
  return byYear;
}

/** The fact and the year that a column is about. */
export function yearInKey(key: string): { readonly name: string; readonly year: string } | undefined {
  const written =
    /^(.+?)\s*[@＠]\s*(\d{4}|earlier|此前|now|本年)\s*年?$/u.exec(key) ??
    /^(.+?)\s*[[(（【]\s*(\d{4}|earlier|此前|now|本年)\s*年?\s*[\])）】]$/u.exec(key);
  const [, name, year] = written ?? [];
  return name === undefined || year === undefined ? undefined : { name, year: yearKey(year) ?? year };
}

/** The key under which a value of a year is kept; undefined where it is none. */
export function yearKey(written: string): string | undefined {
  const text = written.trim();
  if (text === '此前' || text === 'earlier') return 'earlier';
  if (text === '本年' || text === 'now') return 'now';
  return /^(\d{4})年?$/.exec(text)?.[1];
}

function isByYear(value: unknown): value is { readonly [year: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function yesOrNo(value: unknown): boolean | undefined {
  const reading = readYesNo(value);
  return 'value' in reading && typeof reading.value === 'boolean' ? reading.value : undefined;
}
