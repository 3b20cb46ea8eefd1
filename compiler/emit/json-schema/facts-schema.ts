import type { FactSchema, ListSchema, Metadata, Schema } from '../../../stdlib/runtime/types.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema (2020-12) of one applicant's facts under a policy: what `parseFacts` takes, by declared name or alias.
 * It is as strict as a schema can be; that a figure is exact to the fen is checked by `parseFacts` alone.
 */
export function factsSchema({ policy, title, schema, edition, hash }: Metadata): Json {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:cuoshi:facts:${encodeURIComponent(policy)}:${hash.slice(0, 16)}`,
    title: title ?? policy,
    $comment: `Cuoshi edition ${edition}`,
    type: 'object',
    properties: {
      applicant: { type: 'string' },
      party: partyJson(schema),
      asOf: dateJson,
      decisions: {
        type: 'object',
        additionalProperties: { anyOf: [{ type: 'boolean' }, { type: 'number' }, { type: 'string' }] },
      },
      ...Object.fromEntries(schema.facts.flatMap((fact) => named(fact, factJson(fact)))),
      ...Object.fromEntries(schema.lists.flatMap((list) => named(list, listJson(list)))),
    },
    additionalProperties: false,
  };
}

/** A member under its name, and under each alias as the same. */
function named({ name, aliases }: FactSchema | ListSchema, json: Json): [string, Json][] {
  return [[name, json], ...aliases.map((alias): [string, Json] => [alias, { ...json, $comment: name }])];
}

function partyJson(schema: Schema): Json {
  const names = schema.parties.flatMap((party) => [party.name, ...party.aliases]);
  return { type: 'array', items: { enum: names }, uniqueItems: true };
}

function listJson(list: ListSchema): Json {
  return {
    type: 'array',
    items: {
      type: 'object',
      properties: Object.fromEntries(list.fields.flatMap((field) => named(field, factJson(field)))),
      additionalProperties: false,
    },
  };
}

function factJson(fact: FactSchema): Json {
  return { ...valueJson(fact), ...(fact.label !== undefined && { description: fact.label }) };
}

function valueJson(fact: FactSchema): Json {
  const minimum = fact.signed ? {} : { minimum: 0 };
  switch (fact.type) {
    case 'money':
      return numberOrText({ type: 'number', ...minimum }, '50万元');
    case 'rate':
      return numberOrText({ type: 'number', ...minimum }, '10%');
    case 'quantity':
      return numberOrText({ type: 'number', ...minimum }, `120${fact.unit ?? ''}`);
    case 'count':
      return numberOrText({ type: 'integer', ...minimum }, '60');
    case 'duration':
      return numberOrText({ type: 'integer', ...minimum }, '36个月');
    case 'date':
      return dateJson;
    case 'bool':
      return { anyOf: [{ type: 'boolean' }, { enum: ['是', '否', 'yes', 'no', 'true', 'false'] }] };
    case 'enum':
      return { enum: fact.members ?? [] };
    case 'key':
      return { type: ['string', 'integer'] };
    default:
      return fact.type satisfies never;
  }
}

/** A figure as a number, or as people write it. Money is in yuan, a rate a fraction of one, a duration in months. */
function numberOrText(number: Json, example: string): Json {
  return { anyOf: [number, { type: 'string', pattern: '[0-9０-９]', examples: [example] }] };
}

const dateJson: Json = { type: 'string', pattern: '^[0-9]{4}[-/年]', examples: ['2026-06-30'] };
