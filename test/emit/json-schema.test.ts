import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsSchema } from '../../compiler/emit/json-schema/facts-schema.ts';
import { resultsSchema } from '../../compiler/emit/json-schema/results-schema.ts';
import { runSchema } from '../../compiler/emit/json-schema/run-schema.ts';
import { emitTypeScript } from '../../compiler/emit/typescript/emit.ts';
import { metadataOf } from '../../compiler/ir/metadata.ts';
import { envelopeOf } from '../../compiler/run/envelope.ts';
import { loadModule, stackAcross } from '../../compiler/run/load-module.ts';
import { resultJson } from '../../compiler/run/result-json.ts';
import { parseRecord } from '../../stdlib/runtime/parse-facts.ts';
import { evaluations, factRecords } from '../harness/generate-facts.ts';
import { policies } from '../harness/generate-ir.ts';
import * as b from '../harness/ir-builders.ts';
import { runtimeSource } from '../harness/runtime-source.ts';

const ajv = new Ajv2020({ strict: true, strictTypes: false, ownProperties: true });

const facts = [
  b.declareFact('硕士', 'count', { aliases: ['master'] }),
  b.declareFact('创新券总额', 'money'),
  b.declareFact('净增', 'money', { signed: true }),
  b.declareFact('比例', 'rate'),
  b.declareFact('面积', { type: 'quantity', unit: '平方米（建筑）' }),
  b.declareFact('公告日期', 'date'),
  b.declareFact('期限', 'duration'),
  b.declareFact('订单式培养', 'bool'),
  b.declareFact('等次', { type: 'enum', name: '等次' }),
  b.declareFact('实际控制人', 'key'),
  b.declareFact('constructor', 'count'),
  b.declareFact('角色', { type: 'enum', name: '等次' }, { list: '平台' }),
];
const policy = b.policy([], {
  parties: [b.declareParty('高校', [], ['university'])],
  enums: [{ name: '等次', members: ['优秀', '良好'] }],
  lists: [b.declareList('平台')],
  facts,
});
const metadata = metadataOf(policy, '0.1.0');

describe('the schema of facts', () => {
  const valid = ajv.compile(factsSchema(metadata));
  const one = (name: string, value: unknown) => JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`);

  it.each([
    ['硕士', [0, 60, '60', '1,234', null, { 2025: 1, 2026: '2' }], [-1, 1.5, '60人', true, [], {}, { 去年: 1 }]],
    ['master', [60], ['很多']],
    [
      '创新券总额',
      [0, 1234567.89, '50万元', '1.5亿元', '500,000 yuan', ''],
      [-1, '-1', '50万美元', '1,00', '0.001', {}],
    ],
    ['净增', [-3, '-3万元', '0.0001万元'], ['−', '+-1']],
    ['比例', [0.1, '10%', '4‰', '0.1'], [-0.1, '10％％', '一成']],
    ['面积', [120.5, '120.5', '120平方米（建筑）'], ['120平方米', '120米']],
    ['公告日期', ['2026-06-30', '2026/6/30', '2026年6月30日'], [20260630, '20260630', '2026-06']],
    ['期限', [36, '36', '36个月', '36月', '3年', '36 months'], [1.5, '36天']],
    ['订单式培养', [true, '是', 'no'], [1, '也许']],
    ['等次', ['优秀', null], ['优', 1]],
    ['实际控制人', ['张三', 91370100], [1.5, {}]],
    ['constructor', [3], [-3]],
    ['平台', [[], [{}], [{ 角色: '优秀' }], null], [{}, [1], [{ 角色: '主导' }], [{ 面积: 1 }]]],
    ['party', [['高校'], ['university'], '高校', null], ['中学', 3, [3]]],
    ['asOf', ['2026-06-30'], ['today']],
    ['decisions', [{}, { 'a/b': '120万元', c: true, d: 5, e: '否', f: null }], [[], { a: '很多' }, { a: -1 }]],
    ['applicant', ['甲大学', 7], [{}, 1.5]],
    ['id', ['x'], [[]]],
    ['未知', [], [1]],
  ] as [string, unknown[], unknown[]][])('agrees with parseFacts on %s', (name, good, bad) => {
    for (const value of good) {
      expect(valid(one(name, value)), `${name}: ${JSON.stringify(value)}`).toBe(true);
      expect(parseRecord(metadata.schema, one(name, value)).problems, JSON.stringify(value)).toEqual([]);
    }
    for (const value of bad) {
      expect(valid(one(name, value)), `${name}: ${JSON.stringify(value)}`).toBe(false);
      expect(parseRecord(metadata.schema, one(name, value)).facts, JSON.stringify(value)).toBeNull();
    }
  });

  it('lets nothing of the right form pass that parseFacts refuses', () => {
    const text = fc.stringMatching(
      /^-?[0-9]{1,3}(,[0-9]{3})?([.][0-9]{1,3})?( ?(元|万元|亿元|yuan|%|‰|个月|月|年|months|平方米（建筑）))?$/,
    );
    const value = fc.oneof(
      text,
      fc.integer({ min: -999, max: 99_999 }),
      fc.boolean(),
      fc.constantFrom('是', '优秀', '2026-06-30', null),
    );
    const names = facts.filter((fact) => fact.list === undefined).map((fact) => fact.name);
    const record = fc.tuple(fc.constantFrom(...names), value).map(([name, v]) => one(name, v));
    let passed = 0;
    fc.assert(
      fc.property(record, (input) => {
        if (!valid(input)) return;
        passed += 1;
        // A schema sees the form of a text, not how large the sum is.
        const { problems } = parseRecord(metadata.schema, input);
        expect(problems.filter((problem) => problem.code !== 'CS6004')).toEqual([]);
      }),
      { numRuns: 3000 },
    );
    expect(passed).toBeGreaterThan(300);
  });

  it('has a versioned name that is no address', () => {
    expect(factsSchema(metadata)).toMatchObject({ $id: expect.stringMatching(/^urn:cuoshi:facts:/) });
  });
});

describe('the schema of results', () => {
  const valid = ajv.compile(resultsSchema);

  it('fits what a run prints, whatever the policies and facts', () => {
    const seen = new Set<string>();
    const pair = fc.tuple(policies('甲市'), policies('乙省'), factRecords, evaluations);
    fc.assert(
      fc.property(pair, ([city, province, record, options]) => {
        const modules = [city, province].map((p) => loadModule(emitTypeScript(p, runtimeSource(), '0.1.0').javascript));
        const all = modules.map((module) => module.metadata);
        const result = stackAcross(
          modules.map((module) => module.evaluate(record, options)),
          all,
          'zh',
        );
        const printed = JSON.parse(
          JSON.stringify(resultJson(result, envelopeOf(all, { facts: record, result }, 'zh'))),
        );
        if (!valid(printed)) expect(valid.errors).toEqual([]);
        for (const award of printed.awards) for (const key of Object.keys(award)) seen.add(key);
      }),
      { numRuns: 60 },
    );
    // Everything optional was there at least once, but for what only a written policy has.
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'item',
        'clause',
        'matter',
        'analogy',
        'decidedBy',
        'reasons',
        'needs',
        'steps',
        'notes',
      ]),
    );
  });

  it('refuses what is no result', () => {
    for (const wrong of [{}, { awards: [] }, null, 'x']) expect(valid(wrong)).toBe(false);
  });

  it('is published as it is', () => {
    const published = (name: string) =>
      JSON.parse(readFileSync(new URL(`../../docs/${name}.schema.json`, import.meta.url), 'utf8'));
    expect(published('results')).toEqual(resultsSchema);
    expect(published('run')).toEqual(runSchema);
  });
});
