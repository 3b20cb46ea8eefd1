import { coverageFormat } from './report-json.ts';

type Json = Readonly<Record<string, unknown>>;

const text: Json = { type: 'string' };
const optionalText: Json = { type: ['string', 'null'] };
const yes: Json = { type: 'boolean' };
const count: Json = { type: 'integer', minimum: 0 };
const percent: Json = { type: 'number', minimum: 0, maximum: 100 };
const place: Readonly<Record<string, Json>> = { file: text, line: { type: 'integer', minimum: 1 }, column: count };

const listOf = (items: Json): Json => ({ type: 'array', items });
const ref = (name: string): Json => ({ $ref: `#/$defs/${name}` });

/** An object with these members and no others; those not listed as optional must be there. */
function record(required: Readonly<Record<string, Json>>, optional: Readonly<Record<string, Json>> = {}): Json {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

const total = { of: count, covered: count, waived: count, missing: count, onlyInCode: count, percent };
const status: Json = { enum: ['covered', 'waived', 'missing'] };

/**
 * The JSON Schema (2020-12) of `cuoshi coverage --format json`. Its version is in its name; a change that a reader could
 * notice makes a new one.
 */
export const coverageSchema: Json = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:cuoshi:coverage:1',
  title: 'Cuoshi coverage of official texts',
  $comment: 'Lines and columns count from 1. Percentages are rounded down to a tenth: 100 is all.',
  ...record({
    format: { const: coverageFormat },
    compiler: text,
    complete: yes,
    documents: listOf(ref('document')),
  }),
  $defs: {
    document: record({
      policy: text,
      title: optionalText,
      file: text,
      source: optionalText,
      complete: yes,
      totals: { anyOf: [ref('totals'), { type: 'null' }] },
      parts: listOf(ref('part')),
      header: { anyOf: [ref('onlyInCode'), { type: 'null' }] },
      waivers: listOf(ref('waiver')),
      diagnostics: listOf(ref('diagnostic')),
    }),
    totals: record({
      clauses: ref('total'),
      figures: record({ ...total, computed: count, normative: count, waivedPercent: percent }),
      conditions: ref('total'),
      bodies: ref('total'),
    }),
    total: record(total),
    part: record({
      clause: text,
      role: { enum: ['front', 'preamble', 'heading', 'clause', 'closing', 'commentary'] },
      answered: { enum: ['code', 'waived', 'missing', 'not-asked', 'outside'] },
      measures: listOf(record({ name: text, ...place })),
      figures: listOf(ref('figure')),
      conditions: listOf(record({ word: text, status, stated: listOf(record({ name: text, ...place })) })),
      bodies: listOf(
        record(
          {
            name: text,
            role: { enum: ['responsible', 'issuer'] },
            status,
            stated: listOf(record({ name: text, ...place })),
          },
          { alias: text, shared: { const: true }, instead: record({ name: text, ...place }) },
        ),
      ),
      onlyInCode: ref('onlyInCode'),
      repeated: listOf(ref('literal')),
    }),
    figure: record(
      {
        type: { enum: ['money', 'rate', 'count', 'quantity', 'year', 'date', 'duration', 'times', 'number', 'name'] },
        text,
        value: text,
        status: { enum: ['computed', 'normative', 'waived', 'missing'] },
        stated: listOf(ref('literal')),
      },
      {
        to: text,
        unit: text,
        per: text,
        limit: { enum: ['highest', 'at-most', 'below', 'at-least', 'over', 'about'] },
        limitWord: text,
        yearly: { const: true },
        instead: record({ written: text, differs: { enum: ['value', 'bound'] }, ...place }),
      },
    ),
    literal: record({ written: text, ...place }),
    onlyInCode: record({
      figures: listOf(ref('literal')),
      conditions: listOf(record({ word: text, name: text, ...place })),
      bodies: listOf(record({ name: text, ...place })),
    }),
    waiver: record({
      text,
      because: optionalText,
      measure: optionalText,
      clauses: listOf(text),
      used: yes,
      ...place,
    }),
    diagnostic: record({
      code: { type: 'string', pattern: '^CS5[0-9]{3}$' },
      severity: { enum: ['error', 'warning', 'info', 'hint'] },
      message: text,
      hint: optionalText,
      ...place,
    }),
  },
};
