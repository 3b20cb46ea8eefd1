import { type Json, jsonSchemaDialect } from './json.ts';

const text: Json = { type: 'string' };
const texts: Json = { type: 'array', items: text };
const count: Json = { type: 'integer', minimum: 0 };

function listOf(items: Json): Json {
  return { type: 'array', items };
}

function ref(name: string): Json {
  return { $ref: `#/$defs/${name}` };
}

/** An object with these members and no others, of which all but the optional ones must be there. */
function record(properties: Readonly<Record<string, Json>>, optional: readonly string[] = []): Json {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

const range = { min: ref('yuan'), max: ref('openYuan') };
const cut = { cutMin: ref('yuan'), cutMax: ref('openYuan') };

/** The lines of one heading of the summary. */
function linesBy(name: string, type: Json): Json {
  const properties = { [name]: type, granted: count, open: count, ...range, ...cut };
  return listOf(record(properties, ['cutMin', 'cutMax']));
}

/**
 * The JSON Schema (2020-12) of the run as a whole: the last line of `cuoshi run --json --summary`, and `run.json` of `--out`. Its
 * version is in its name, as that of results.
 */
export const runSchema: Json = {
  $schema: jsonSchemaDialect,
  $id: 'urn:cuoshi:run:1',
  title: 'Cuoshi run over many applicants',
  $comment: 'Money is yuan as a decimal string with two places. A null upper end is open. Records count from 1.',
  ...record({
    run: record({
      policies: texts,
      applicants: count,
      totals: ref('totals'),
      totalsByAnalogy: ref('totals'),
      byPolicy: linesBy('policy', text),
      byMeasure: listOf(
        record({ policy: text, measure: text, granted: count, open: count, ...range, ...cut }, ['cutMin', 'cutMax']),
      ),
      byBody: linesBy('by', texts),
      byKind: linesBy('kind', text),
      quotas: listOf(ref('quota')),
      groupCaps: listOf(ref('groupCap')),
      pools: listOf(ref('pool')),
    }),
  }),
  $defs: {
    yuan: { type: 'string', pattern: '^-?[0-9]+[.][0-9]{2}$' },
    openYuan: { anyOf: [ref('yuan'), { type: 'null' }] },
    range: record(range),
    family: { enum: ['cash', 'equity', 'in-kind'] },
    totals: { type: 'object', propertyNames: ref('family'), additionalProperties: ref('range') },
    applicant: record({ applicant: text, record: count }, ['applicant']),
    place: record({ applicant: text, record: count, item: { type: 'integer', minimum: 1 } }, ['applicant', 'item']),
    award: record(
      { policy: text, measure: text, benefit: { type: ['string', 'null'] }, item: { type: 'integer', minimum: 1 } },
      ['item'],
    ),
    quota: record(
      {
        policy: text,
        measure: text,
        benefit: text,
        clause: text,
        year: { type: 'integer' },
        limit: count,
        status: { enum: ['enough', 'filled', 'tie', 'no-order', 'open'] },
        certain: count,
        possible: count,
        winners: listOf(ref('place')),
        tied: listOf(ref('place')),
        placesLeft: count,
        losers: listOf(ref('place')),
        nextInLine: listOf(ref('place')),
      },
      ['benefit', 'clause', 'year', 'placesLeft'],
    ),
    groupCap: record(
      {
        policy: text,
        measure: text,
        key: text,
        group: { type: ['string', 'null'] },
        year: { type: 'integer' },
        family: ref('family'),
        byAnalogy: { type: 'boolean' },
        say: text,
        limit: ref('range'),
        applicants: listOf(ref('applicant')),
        unknown: count,
        before: ref('range'),
        ...range,
        ...cut,
      },
      ['year', 'unknown'],
    ),
    pool: record(
      {
        policy: text,
        pool: text,
        clause: text,
        by: texts,
        year: { type: 'integer' },
        holds: ref('yuan'),
        status: { enum: ['enough', 'shared', 'tie', 'no-rule', 'open'] },
        applicants: count,
        asked: ref('range'),
        paid: ref('range'),
        short: ref('yuan'),
        shares: listOf(
          record({ applicants: listOf(ref('applicant')), awards: listOf(ref('award')), asked: ref('yuan'), ...range }),
        ),
      },
      ['clause', 'year', 'short'],
    ),
  },
};
