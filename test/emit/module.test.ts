import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { emitTypeScript, exportLine } from '../../compiler/emit/typescript/emit.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import { loadModule } from '../../compiler/run/load-module.ts';
import type { Facts } from '../../stdlib/runtime/types.ts';
import { effort } from '../harness/effort.ts';
import { evaluations, factRecords } from '../harness/generate-facts.ts';
import { policies } from '../harness/generate-ir.ts';
import * as b from '../harness/ir-builders.ts';
import { runtimeSource, stripTypes } from '../harness/runtime-source.ts';

const emit = (policy: PolicyIr) => emitTypeScript(policy, runtimeSource(), '0.1.0');
const load = (policy: PolicyIr) => loadModule(emit(policy).javascript);
const options = { asOf: '2026-06-30' } as const;

const folder = mkdtempSync(join(tmpdir(), 'cuoshi-module-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Checks modules as strictly as an integrator might, and a program that uses the first of them. */
function typeCheck(modules: readonly string[], program = ''): string {
  const files = modules.map((text, i) => {
    writeFileSync(join(folder, `policy${i}.ts`), text);
    return `policy${i}.ts`;
  });
  writeFileSync(join(folder, 'program.ts'), program);
  const compilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noImplicitReturns: true,
    noImplicitOverride: true,
    noFallthroughCasesInSwitch: true,
    noPropertyAccessFromIndexSignature: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    target: 'es2022',
    lib: ['es2022'],
    module: 'esnext',
    moduleResolution: 'bundler',
    types: [],
    noEmit: true,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [...files, 'program.ts'] }));
  const tsc = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'node_modules', 'typescript', 'bin', 'tsc');
  try {
    return execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  }
}

const masters = b.policy(
  [
    b.benefit({
      name: '联合培养/硕博培养',
      clause: '一（一）',
      title: '校企联合培养工程硕博',
      by: ['市教育局'],
      amount: b.amount(
        b.add(b.mul(b.yuan(6000), b.fact('硕士')), b.mul(b.yuan(10_000), b.fact('博士'))),
        b.capped(b.yuan(500_000), '每年最高不超过50万元'),
      ),
    }),
    b.benefit({
      name: '联合培养/订单培养',
      when: b.condition(b.fact('订单式培养')),
      amount: b.amount(b.upTo(b.yuan(1_500_000), '绩效评估')),
    }),
    b.benefit({
      name: '仪器共享',
      amount: b.amount(b.mul(b.percent(10), b.fact('创新券总额')), b.capped(b.yuan(300_000))),
    }),
    b.benefit({
      name: '创新平台/牵头',
      over: '平台',
      when: b.condition(b.member(b.itemFact('平台', '角色'), '牵头')),
      amount: b.amount(b.upTo(b.yuan(10_000_000))),
    }),
  ],
  {
    enums: [{ name: '角色', members: ['牵头', '参与'] }],
    lists: [b.declareList('平台', ['高校'])],
    facts: [
      b.declareFact('硕士', 'count', { parties: ['高校'], aliases: ['master'] }),
      b.declareFact('博士', 'count', { parties: ['高校'] }),
      b.declareFact('订单式培养', 'bool', { parties: ['高校'] }),
      b.declareFact('创新券总额', 'money', { parties: ['高校'] }),
      b.declareFact('角色', { type: 'enum', name: '角色' }, { list: '平台' }),
    ],
  },
);

describe('an emitted module', () => {
  const module = load(masters);
  const evaluate = (record: Facts) => module.evaluate(record, options);

  it('computes the line from the design card: 60 masters, 90 masters, doctors missing', () => {
    const [sixty] = evaluate({ 硕士: 60, 博士: 0 }).awards;
    expect([sixty?.outcome, sixty?.min, sixty?.max]).toEqual(['granted', 36_000_000, 36_000_000]);
    const ninety = evaluate({ 硕士: 90, 博士: 0 }).awards[0];
    expect(ninety?.steps.find((step) => step.role === 'cap')).toMatchObject({ cutMin: 4_000_000, cutMax: 4_000_000 });
    const missing = evaluate({ 硕士: 90 }).awards[0];
    expect([missing?.outcome, missing?.min, missing?.max, missing?.needs]).toEqual([
      'granted',
      50_000_000,
      50_000_000,
      undefined,
    ]);
  });

  it('rounds once, half up, and never in binary floating point', () => {
    const { facts } = module.parseFacts({ 创新券总额: 1234567.89 });
    const award = evaluate(facts ?? {}).awards.find(({ measure }) => measure === '仪器共享');
    expect([award?.min, award?.max]).toEqual([12_345_679, 12_345_679]);
  });

  it('checks facts, by name or alias, and tells what is wrong', () => {
    expect(module.parseFacts({ master: '60' }).facts).toEqual({ 硕士: 60 });
    expect(module.parseFacts({ 硕士: -1 }, { lang: 'en' }).problems.map((p) => p.code)).toEqual(['CS6003']);
  });

  it('explains an award line by line', () => {
    const [award] = evaluate({ 硕士: 90, 博士: 0, party: ['高校'] }).awards;
    expect(award && module.explain(award)).toEqual([
      '联合培养/硕博培养（一（一））：应得 50万元',
      '  基数 base = 54万元',
      '  封顶 每年最高不超过50万元 = 50万元，减 4万元',
      '  责任单位：市教育局',
    ]);
    expect(award && module.explain(award, 'en')[0]).toBe('联合培养/硕博培养 (一（一）): granted 500,000 yuan');
  });

  it('gives one award for each item, one in need of a missing list, none of an empty one', () => {
    const outcomes = (record: Facts) =>
      evaluate(record)
        .awards.filter(({ measure }) => measure === '创新平台')
        .map(({ item, outcome }) => [item, outcome]);
    expect(outcomes({ 平台: [{ 角色: '牵头' }, { 角色: '参与' }] })).toEqual([
      [1, 'ceiling'],
      [2, 'denied'],
    ]);
    expect(outcomes({ 硕士: 1 })).toEqual([[undefined, 'needs']]);
    expect(outcomes({ 平台: [] })).toEqual([]);
  });

  it('refuses a date that is none, which is the caller’s mistake', () => {
    expect(() => module.evaluate({}, { asOf: '2026-02-30' })).toThrow(RangeError);
  });

  it('evaluates the same facts to the same result, and leaves them alone', () => {
    const record: Facts = Object.freeze({ 硕士: 60, 平台: Object.freeze([Object.freeze({})]) });
    expect(evaluate(record)).toEqual(evaluate(record));
  });
});

describe('its text', () => {
  it('imports nothing, and reads as straight-line code', () => {
    const { typescript } = emit(masters);
    expect(typescript).not.toMatch(/^\s*import\b|\bimport\s*\(|\brequire\s*\(/m);
    expect(typescript).toContain('/** 一（一） 联合培养/硕博培养 校企联合培养工程硕博 */');
    expect(typescript).toContain('mul(point(600000 /* 6000元 */), num(c, fact_硕士))');
    expect(typescript).toContain('mul(point(ratio(1n, 10n) /* 10% */), num(c, fact_创新券总额))');
    expect(typescript).toContain('readonly "硕士"?: ByYear<number> | undefined;');
  });

  it('has the same bytes whenever it is emitted', () => {
    expect(emit(masters)).toEqual(emit(structuredClone(masters)));
    fc.assert(
      fc.property(policies(), (policy) => {
        expect(emit(policy)).toEqual(emit(structuredClone(policy)));
      }),
      { numRuns: 20 },
    );
  });

  it('is TypeScript that passes the strictest checks, and gives integrators typed facts', () => {
    const generated = fc.sample(policies(), { numRuns: effort(5), seed: 2026 });
    const program = `
      import { evaluate, parseFacts, explain, metadata, type Facts, type Result } from './policy0.ts';
      const facts: Facts = { 硕士: 60, 平台: [{ 角色: '牵头' }], 订单式培养: true, party: ['高校'] };
      const result: Result = evaluate(facts, { asOf: '2026-06-30' });
      const lines: readonly string[] = result.awards.flatMap((award) => explain(award, 'en'));
      const parsed = parseFacts(JSON.parse('{}') as unknown, { lang: 'en' });
      export const shown = [lines, parsed.facts?.硕士, parsed.problems, metadata.policy];
    `.replaceAll("'./policy0.ts'", "'./policy0.js'");
    expect(
      typeCheck(
        [masters, ...generated].map((policy) => emit(policy).typescript),
        program,
      ),
    ).toBe('');
    const wrong = `
      import type { Facts } from './policy0.js';
      export const role: Facts = { 平台: [{ 角色: '主导' }] };
      export const count: Facts = { 硕士: '60' };
      export const other: Facts = { 没有: 1 };
    `;
    const complaints = typeCheck([emit(masters).typescript], wrong);
    expect(complaints.match(/error TS/g)).toHaveLength(3);
  });
});

describe('both flavours', () => {
  it('are one program: TypeScript without its types says what the JavaScript says', () => {
    fc.assert(
      fc.property(policies(), factRecords, evaluations, (policy, record, evaluation) => {
        const { typescript, javascript } = emit(policy);
        const stripped = stripTypes(typescript).replace(/export \{[^}]*\};\n/, `\n${exportLine}`);
        const result = loadModule(javascript).evaluate(record, evaluation);
        expect(JSON.stringify(loadModule(stripped).evaluate(record, evaluation))).toBe(JSON.stringify(result));
      }),
      { numRuns: effort(15) },
    );
  });

  it('export the same names as modules', async () => {
    const { typescript, javascript } = emit(masters);
    const asModule = async (text: string) =>
      Object.keys((await import(`data:text/javascript,${encodeURIComponent(text)}`)) as object).sort();
    const names = ['evaluate', 'explain', 'metadata', 'parseFacts'];
    expect(await asModule(javascript)).toEqual(names);
    expect(await asModule(stripTypes(typescript))).toEqual(names);
  });
});

describe('hostile texts', () => {
  const nasty = [
    '__proto__',
    'constructor',
    'c',
    'point',
    "'quote'",
    '"double"',
    '`back`',
    ['$', '{process.exit(1)}'].join(''),
    '*/ process.exit(1) /*',
    '// comment',
    'line\nbreak',
    'carriage\rreturn',
    'sep\u2028arator\u2029s',
    '</script><script>',
    '<!--',
    '\\',
    '\\u0027',
    'null\u0000byte',
    'bidi\u202eevil',
    '\ud800lone',
    '😀',
    ' ',
    exportLine,
    "'); throw 1; ('",
  ];

  /** A policy whose every text is `text`. */
  function hostile(text: string): PolicyIr {
    const say = { zh: [text, { fact: `n${text}`.replace(/[\\.]/g, (c) => `\\${c}`) }], en: [text] };
    return b.policy(
      [
        {
          ...b.benefit({
            measure: text,
            title: text,
            clause: text,
            parties: [text],
            by: [text],
            matter: text,
            when: b.and(b.condition(b.fact(`b${text}`), say), b.veto(b.member(b.fact(`e${text}`), text), text, text)),
            amount: b.amount(
              b.add(b.fact(`n${text}`), b.decide({ hi: b.yuan(5), by: text, reason: text })),
              b.capped(b.yuan(9), say),
            ),
          }),
          label: text,
        },
        b.benefit({
          measure: `${text}2`,
          parties: [text],
          over: b.declareList(`l${text}`).id,
          amount: b.amount(b.itemFact(`l${text}`, text)),
        }),
        { ...b.limit(text, b.yuan(7)), say },
        b.norm({ measure: text, clause: text, parties: [text], say: { zh: text, en: text } }),
        b.group('highest', { reach: 'all' }, { clause: text, between: [text, `${text}2`] }),
      ],
      {
        name: text,
        parties: [b.declareParty(text, [], [`a${text}`])],
        enums: [{ name: 'e', members: [text, 'other'] }],
        lists: [b.declareList(`l${text}`, [text])],
        facts: [
          b.declareFact(`n${text}`, 'money', { parties: [text], aliases: [`x${text}`] }),
          b.declareFact(`b${text}`, 'bool', { parties: [text] }),
          b.declareFact(`e${text}`, { type: 'enum', name: 'e' }, { parties: [text] }),
          b.declareFact(text, 'money', { list: `l${text}` }),
          b.declareFact(text === 'c' ? 'd' : text, 'count', { parties: [text] }),
        ],
      },
    );
  }

  it('cannot leave their literals and comments', () => {
    for (const text of nasty) {
      const policy = { ...hostile(text), title: text, edition: text, hash: text };
      const { typescript, javascript } = emit(policy);
      const escapes = ['</script', '<!--', '\u2028', '\u2029', '\u202e', '\0'];
      expect(
        escapes.filter((mark) => typescript.includes(mark)),
        text,
      ).toEqual([]);
      const module = loadModule(javascript);
      const record = Object.assign(Object.create(null), {
        [`n${text}`]: 300,
        [`b${text}`]: true,
        [`e${text}`]: 'other',
      });
      record[`l${text}`] = [Object.assign(Object.create(null), { [text]: 100 })];
      const { awards, norms, problems } = module.evaluate(record, options);
      expect(problems, text).toEqual([]);
      expect(
        awards.map(({ measure, benefit, matter }) => [measure, benefit, matter]),
        text,
      ).toEqual([
        [text, text, text],
        [`${text}2`, null, undefined],
      ]);
      expect(awards[0]?.steps[0]?.say, text).toBe(`${text}3元`);
      expect(awards[0]?.decidedBy, text).toEqual([text]);
      expect(norms[0]?.say, text).toBe(text);
      expect(module.metadata.policy, text).toBe(text);
    }
  });

  it('are typed as well', () => {
    expect(typeCheck(nasty.map((text) => emit(hostile(text)).typescript))).toBe('');
  });

  it('read by name even where the name is one of the language', () => {
    const policy = b.policy([b.benefit({ amount: b.amount(b.mul(b.yuan(1), b.fact('__proto__'))) })], {
      facts: [b.declareFact('__proto__', 'count', { parties: ['高校'] })],
    });
    const { evaluate, parseFacts } = load(policy);
    const { facts } = parseFacts(JSON.parse('{"__proto__": 5}'));
    expect(facts && evaluate(facts, options).awards[0]?.min).toBe(500);
    expect(evaluate({ party: ['高校'] }, options).awards[0]?.outcome).toBe('needs');
  });
});

describe('loading', () => {
  it('takes nothing but emitted modules', () => {
    expect(() => loadModule('export default 1;\n')).toThrow('no emitted module');
  });
});
