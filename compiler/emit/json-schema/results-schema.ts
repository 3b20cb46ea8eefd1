import { type Json, jsonSchemaDialect } from './json.ts';

const text: Json = { type: 'string' };
const texts: Json = { type: 'array', items: text };

function listOf(items: Json): Json {
  return { type: 'array', items };
}

function ref(name: string): Json {
  return { $ref: `#/$defs/${name}` };
}

/** An object with these members and no others, of which some must be there. */
function record(properties: Readonly<Record<string, Json>>, required: readonly string[]): Json {
  return { type: 'object', properties, required, additionalProperties: false };
}

const range = { min: ref('yuan'), max: ref('openYuan') };

const awardId = {
  policy: text,
  measure: text,
  benefit: { type: ['string', 'null'] },
  item: ref('item'),
};

/**
 * The JSON Schema (2020-12) of one line that `cuoshi run --json` prints: the result of one applicant under one policy or several.
 * Its version is in its name; a change that a reader could notice makes a new one.
 */
export const resultsSchema: Json = {
  $schema: jsonSchemaDialect,
  $id: 'urn:cuoshi:results:1',
  title: 'Cuoshi result of one applicant',
  $comment: 'Money is yuan as a decimal string with two places. A null upper end is open.',
  ...record(
    {
      applicant: text,
      asOf: ref('date'),
      year: { type: 'integer' },
      policies: texts,
      inferred: texts,
      awards: listOf(ref('award')),
      totals: ref('totals'),
      totalsByAnalogy: ref('totals'),
      needs: texts,
      sharedCaps: listOf(ref('sharedCap')),
      open: listOf(ref('openChoice')),
      norms: listOf(ref('norm')),
      notes: texts,
      envelope: ref('envelope'),
    },
    ['asOf', 'year', 'policies', 'awards', 'totals', 'needs', 'notes', 'envelope'],
  ),
  $defs: {
    date: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
    yuan: { type: 'string', pattern: '^-?[0-9]+[.][0-9]{2}$' },
    openYuan: { anyOf: [ref('yuan'), { type: 'null' }] },
    outcome: {
      enum: ['granted', 'ceiling', 'selective', 'suppressed', 'denied', 'needs', 'undecided', 'case-by-case'],
    },
    family: { enum: ['cash', 'equity', 'in-kind'] },
    item: { type: 'integer', minimum: 1 },
    range: record(range, ['min', 'max']),
    totals: {
      type: 'object',
      propertyNames: ref('family'),
      additionalProperties: ref('range'),
    },
    awardId: record(awardId, ['policy', 'measure', 'benefit']),
    award: record(
      {
        ...awardId,
        clause: text,
        kind: text,
        family: ref('family'),
        matter: text,
        outcome: ref('outcome'),
        ...range,
        compared: ref('range'),
        by: texts,
        analogy: text,
        decidedBy: texts,
        open: texts,
        reasons: listOf(
          record({ role: { enum: ['party', 'condition', 'veto', 'amount', 'choice', 'quota', 'pool'] }, say: text }, [
            'role',
            'say',
          ]),
        ),
        forgone: record({ outcome: ref('outcome'), ...range, needs: listOf(ref('need')) }, ['outcome', 'min', 'max']),
        suppressedBy: record({ ...awardId, rule: text, clause: text }, ['policy', 'measure', 'benefit', 'rule']),
        needs: listOf(ref('need')),
        readings: listOf(ref('reading')),
        steps: listOf(ref('step')),
        notes: texts,
        deciders: texts,
        splits: listOf(ref('split')),
      },
      ['policy', 'measure', 'benefit', 'kind', 'family', 'outcome', 'min', 'max', 'by', 'steps'],
    ),
    split: record(
      {
        of: { enum: ['stages', 'payees', 'bearers'] },
        atOnce: { type: ['boolean', 'null'] },
        parts: listOf(record({ name: text, share: text, open: text, amount: ref('yuan') }, ['name'])),
      },
      ['of', 'parts'],
    ),
    reading: record(
      {
        reading: text,
        question: text,
        options: listOf(
          record({ option: text, outcome: ref('outcome'), ...range }, ['option', 'outcome', 'min', 'max']),
        ),
      },
      ['reading', 'options'],
    ),
    need: record(
      {
        fact: text,
        kind: { enum: ['fact', 'list', 'party', 'procedure', 'award'] },
        at: { type: 'string', pattern: '^([0-9]{4}|earlier)$' },
        growthBase: { const: true },
        value: text,
        follows: listOf(record({ value: text, outcome: ref('outcome'), ...range }, ['value', 'outcome', 'min', 'max'])),
      },
      ['fact', 'kind', 'follows'],
    ),
    step: record(
      {
        role: {
          enum: [
            'condition',
            'veto',
            'base',
            'decision',
            'schedule',
            'uplift',
            'floor',
            'cap',
            'round',
            'less',
            'pool',
          ],
        },
        say: text,
        holds: { type: ['boolean', 'null'] },
        amount: ref('yuan'),
        min: ref('openYuan'),
        max: ref('openYuan'),
        cut: ref('yuan'),
        cutMin: ref('openYuan'),
        cutMax: ref('openYuan'),
      },
      ['role', 'say'],
    ),
    sharedCap: record(
      {
        policy: text,
        measure: text,
        each: { type: 'boolean' },
        item: ref('item'),
        key: text,
        family: ref('family'),
        byAnalogy: { type: 'boolean' },
        say: text,
        limit: ref('range'),
        needs: texts,
        awards: listOf(ref('awardId')),
        ...range,
        cut: ref('yuan'),
        cutMin: ref('openYuan'),
        cutMax: ref('openYuan'),
      },
      ['policy', 'measure', 'family', 'byAnalogy', 'say', 'limit', 'awards', 'min', 'max'],
    ),
    openChoice: record(
      {
        why: { enum: ['unsettled', 'tie', 'depends', 'excludes', 'choice'] },
        matter: text,
        awards: listOf(ref('awardId')),
        say: text,
      },
      ['why', 'matter', 'awards', 'say'],
    ),
    norm: record(
      {
        policy: text,
        measure: text,
        clause: text,
        modality: text,
        say: text,
        holds: { type: ['boolean', 'null'] },
        needs: texts,
      },
      ['policy', 'measure', 'modality', 'say', 'holds'],
    ),
    envelope: record(
      {
        edition: text,
        compiler: text,
        policies: { type: 'object', additionalProperties: { type: 'string', pattern: '^[0-9a-f]*$' } },
        facts: { type: 'string', pattern: '^[0-9a-f]{64}$' },
        ledger: { type: 'string', pattern: '^[0-9a-f]{64}$' },
        asOf: ref('date'),
        lang: { enum: ['zh', 'en'] },
      },
      ['edition', 'compiler', 'policies', 'facts', 'asOf', 'lang'],
    ),
  },
};
