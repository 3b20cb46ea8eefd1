import type { FactSchema, ListSchema, Metadata, Schema } from '../../../stdlib/runtime/types.ts';
import { type Json, jsonSchemaDialect } from './json.ts';

/**
 * The JSON Schema (2020-12) of one applicant's facts under a policy: what `parseFacts` takes, by declared name or alias. What
 * it lets pass, `parseFacts` takes as well, but for figures beyond what can be computed exactly, facts given twice and dates that
 * do not exist. `parseFacts` itself is more patient: with blanks around a value, full-width digits, names in any letter case.
 */
export function factsSchema({ policy, title, schema, edition, hash }: Metadata): Json {
  const forms = makeForms();
  const factMember = (fact: FactSchema) => named(fact, factJson(fact, forms.of(fact)));
  const listMember = (list: ListSchema) => named(list, listJson(list.fields.flatMap(factMember)));
  const properties = propertiesOf([
    ['applicant', { type: ['string', 'integer', 'null'], description: 'The name or number of the applicant' }],
    ['id', { type: ['string', 'integer', 'null'], description: 'The same, where there is no applicant' }],
    ['party', partyJson(schema)],
    ['asOf', orNull(dateJson)],
    ['decisions', decisionsJson],
    ['ledger', ledgerJson],
    ...schema.facts.flatMap(factMember),
    ...schema.lists.flatMap(listMember),
  ]);
  return {
    $schema: jsonSchemaDialect,
    $id: `urn:cuoshi:facts:${encodeURIComponent(policy)}:${hash.slice(0, 16)}`,
    title: title ?? policy,
    $comment: `Cuoshi edition ${edition}. What is absent or null is unknown; an empty list is none.`,
    type: 'object',
    properties,
    additionalProperties: false,
    $defs: forms.all(),
  };
}

/** The forms that facts take, each told once and referred to by its name: `money`, `signed-money`, `enum-1`. */
function makeForms() {
  const names = new Map<string, string>();
  const defs: Record<string, Json> = {};
  const numbered = (type: string) =>
    `${type}-${[...names.values()].filter((n) => n.startsWith(`${type}-`)).length + 1}`;
  return {
    of: (fact: FactSchema): Json => {
      const form = formJson(fact);
      const text = JSON.stringify(form);
      const plain = fact.signed ? `signed-${fact.type}` : fact.type;
      const name = names.get(text) ?? (fact.type === 'enum' || fact.type === 'quantity' ? numbered(plain) : plain);
      names.set(text, name);
      defs[name] = form;
      return { $ref: `#/$defs/${name}` };
    },
    all: (): Json => defs,
  };
}

/** An object of these members: a name such as `__proto__` is one like any other, and a fact called `id` is no reserved name. */
function propertiesOf(members: readonly (readonly [string, Json])[]): Json {
  return Object.fromEntries(members);
}

/** A member under its name, and under each alias as the same. */
function named({ name, aliases }: FactSchema | ListSchema, json: Json): [string, Json][] {
  return [[name, json], ...aliases.map((alias): [string, Json] => [alias, { ...json, $comment: `= ${name}` }])];
}

function partyJson(schema: Schema): Json {
  const names = schema.parties.flatMap((party) => [party.name, ...party.aliases]);
  const kind = names.length === 0 ? false : { enum: names };
  return { anyOf: [{ type: 'array', items: kind }, kind, { type: 'null' }] };
}

function listJson(fields: readonly (readonly [string, Json])[]): Json {
  return orNull({
    type: 'array',
    items: { type: 'object', properties: propertiesOf(fields), additionalProperties: false },
  });
}

function factJson({ label }: FactSchema, form: Json): Json {
  return { ...form, ...(label !== undefined && { description: label }) };
}

/** One value, or one for each year by its four digits; null is unknown. */
function formJson(fact: FactSchema): Json {
  const value = valueJson(fact);
  const byYear = {
    type: 'object',
    patternProperties: { '^[0-9]{4}$': orNull(value) },
    additionalProperties: false,
    minProperties: 1,
  };
  return { anyOf: [value, byYear, { type: 'null' }] };
}

function orNull(json: Json): Json {
  return { anyOf: [json, { type: 'null' }] };
}

/** Digits, in groups of three or not, with at most so many decimals. */
const decimal = (places: number) =>
  `([0-9]{1,15}|[0-9]{1,3}(,[0-9]{3}){1,4})${places === 0 ? '' : `([.][0-9]{1,${places}})?`}`;

function valueJson(fact: FactSchema): Json {
  const sign = fact.signed ? '-?' : '';
  const from = fact.signed ? {} : { minimum: 0 };
  switch (fact.type) {
    case 'money':
      // 元 is exact to two decimals, 万元 to six, 亿元 to ten.
      return numberOrText(
        { type: 'number', ...from },
        [`${decimal(2)}( ?元| yuan)?`, `${decimal(6)} ?万元?`, `${decimal(10)} ?亿元?`].map((p) => sign + p),
        '50万元',
        'Yuan, where it is a number',
      );
    case 'rate':
      return numberOrText(
        { type: 'number', ...from },
        [decimal(9), `${decimal(7)} ?%`, `${decimal(6)} ?‰`].map((p) => sign + p),
        '10%',
        'A fraction of 1, where it is a number: 0.1 is 10%',
      );
    case 'quantity':
      return numberOrText(
        { type: 'number', ...from },
        [`${sign}${decimal(6)}( ?${escapePattern(fact.unit ?? '')})?`],
        `120${fact.unit ?? ''}`,
        `In ${fact.unit ?? 'its unit'}`,
      );
    case 'count':
      return numberOrText({ type: 'integer', ...from }, [sign + decimal(0)], '60');
    case 'duration':
      return numberOrText(
        { type: 'integer', ...from },
        [sign + decimal(0), `${sign}[0-9]{1,6}( ?个?月| months?)`, `${sign}[0-9]{1,6}( ?年| years?)`],
        '36个月',
        'Months, where it is a number',
      );
    case 'date':
      return dateJson;
    case 'bool':
      return { anyOf: [{ type: 'boolean' }, { enum: ['是', '否', 'yes', 'no', 'true', 'false'] }] };
    case 'enum':
      return { enum: fact.members ?? [] };
    case 'key':
      return { anyOf: [{ type: 'string' }, { type: 'integer' }] };
    default:
      return fact.type satisfies never;
  }
}

/** A figure as a number, or as people write it. Blank text is unknown, as in an empty cell. */
function numberOrText(number: Json, patterns: readonly string[], example: string, description?: string): Json {
  return {
    ...(description !== undefined && { $comment: description }),
    anyOf: [number, { type: 'string', pattern: `^(${patterns.join('|')})?$`, examples: [example] }],
  };
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, (c) => (c === '-' || c === '/' ? c : `\\${c}`));
}

const dateJson: Json = {
  type: 'string',
  pattern: '^[0-9]{4}(-[0-9]{1,2}-[0-9]{1,2}|/[0-9]{1,2}/[0-9]{1,2}|年[0-9]{1,2}月[0-9]{1,2}日)$',
  examples: ['2026-06-30'],
};

const ledgerJson: Json = {
  description: 'Past awards, all there are; [] is none',
  type: ['array', 'null'],
  items: {
    type: 'object',
    properties: {
      policy: { type: 'string' },
      measure: { type: 'string', minLength: 1 },
      benefit: { type: 'string' },
      item: { type: ['string', 'integer'] },
      year: { type: 'integer', minimum: 1000, maximum: 9999 },
      date: dateJson,
      amount: { type: 'number', minimum: 0, multipleOf: 1 },
    },
    required: ['measure', 'amount'],
    additionalProperties: false,
  },
};

const decisionsJson: Json = {
  description: 'By measure/benefit or measure/benefit/item: yuan, or whether it was passed',
  type: ['object', 'null'],
  additionalProperties: {
    anyOf: [
      { type: ['boolean', 'null'] },
      { type: 'number', minimum: 0 },
      { enum: ['是', '否', 'yes', 'no', 'true', 'false'] },
      { type: 'string', pattern: `^(${decimal(2)}( ?元| yuan)?|${decimal(6)} ?万元?|${decimal(10)} ?亿元?)$` },
    ],
  },
};
