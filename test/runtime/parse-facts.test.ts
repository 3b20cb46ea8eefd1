import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownNames, mergeFacts, type ParseOptions, parseRecord } from '../../stdlib/runtime/parse-facts.ts';
import type { FactSchema, Schema } from '../../stdlib/runtime/types.ts';

function fact(name: string, type: FactSchema['type'], more: Partial<FactSchema> = {}): FactSchema {
  return { name, aliases: [], type, signed: false, parties: ['高校'], ...more };
}

const schema: Schema = {
  parties: [
    { name: '高校', aliases: ['university'], parents: [] },
    { name: '科研院所', aliases: [], parents: [] },
  ],
  disjoint: [],
  facts: [
    fact('硕士', 'count', { aliases: ['master'] }),
    fact('创新券总额', 'money'),
    fact('净增', 'money', { signed: true }),
    fact('比例', 'rate'),
    fact('面积', 'quantity', { unit: '平方米' }),
    fact('公告日期', 'date'),
    fact('期限', 'duration'),
    fact('订单式培养', 'bool'),
    fact('等次', 'enum', { members: ['优秀', '良好'] }),
    fact('实际控制人', 'key'),
  ],
  lists: [
    {
      name: '平台',
      aliases: ['platforms'],
      parties: ['高校'],
      fields: [fact('角色', 'enum', { members: ['牵头', '参与'], aliases: ['role'] }), fact('获批', 'bool')],
    },
  ],
};

const parse = (input: unknown, options?: ParseOptions) => parseRecord(schema, input, options);

/** The checked value of one fact; fails the test where there are problems. */
function checkedValue(name: string, given: unknown): unknown {
  const { facts, problems } = parse({ [name]: given });
  expect(problems).toEqual([]);
  return facts?.[name];
}

/** The code of the only problem. */
function codeOf(name: string, given: unknown): string {
  const { facts, problems } = parse({ [name]: given });
  expect(facts).toBeNull();
  expect(problems).toHaveLength(1);
  return problems[0]?.code ?? '';
}

describe('values', () => {
  it.each([
    ['创新券总额', 6000, 600_000],
    ['创新券总额', 1234567.89, 123_456_789],
    ['创新券总额', 0.1, 10],
    ['创新券总额', 1e21, 'CS6004'],
    ['创新券总额', 1e-7, 'CS6009'],
    ['创新券总额', 1e5, 10_000_000],
    ['创新券总额', '50万元', 50_000_000],
    ['创新券总额', '50 万元', 50_000_000],
    ['创新券总额', '1.5亿元', 15_000_000_000],
    ['创新券总额', '1.5亿', 15_000_000_000],
    ['创新券总额', '6000', 600_000],
    ['创新券总额', '6０００元', 600_000],
    ['创新券总额', '５０万元', 50_000_000],
    ['创新券总额', '1,234,567.89元', 123_456_789],
    ['创新券总额', '１，２３４元', 123_400],
    ['创新券总额', '¥6000', 600_000],
    ['创新券总额', '500,000 yuan', 50_000_000],
    ['创新券总额', '30分', 30],
    ['创新券总额', 6000n, 600_000],
    ['创新券总额', '0.00001万元', 10],
    ['创新券总额', '90071992547409.91', Number.MAX_SAFE_INTEGER],
    ['净增', '-3万元', -3_000_000],
    ['净增', '−3', -300],
    ['净增', -0, 0],
    ['硕士', 60, 60],
    ['硕士', '60', 60],
    ['硕士', '６０', 60],
    ['硕士', 60.0, 60],
    ['比例', 0.1, 100_000_000],
    ['比例', '10%', 100_000_000],
    ['比例', '１０％', 100_000_000],
    ['比例', '4‰', 4_000_000],
    ['比例', '0.0000001%', 1],
    ['面积', 120.5, 120_500_000],
    ['面积', '120.5平方米', 120_500_000],
    ['公告日期', '2026-06-30', 20_634],
    ['公告日期', '2026年6月30日', 20_634],
    ['公告日期', '2026/6/30', 20_634],
    ['公告日期', '２０２６－０６－３０', 20_634],
    ['公告日期', '2028-02-29', 21_243],
    ['期限', 36, 36],
    ['期限', '36个月', 36],
    ['期限', '36月', 36],
    ['期限', '3年', 36],
    ['期限', '1年6个月', 18],
    ['期限', '3 years', 36],
    ['期限', '36 months', 36],
    ['订单式培养', true, true],
    ['订单式培养', '是', true],
    ['订单式培养', '否', false],
    ['订单式培养', 'yes', true],
    ['订单式培养', 'NO', false],
    ['订单式培养', 'true', true],
    ['订单式培养', 'FALSE', false],
    ['等次', '优秀', '优秀'],
    ['等次', ' 优秀 ', '优秀'],
    ['实际控制人', '张三', '张三'],
    ['实际控制人', 91370100, '91370100'],
  ])('reads %s: %s', (name, given, value) => {
    if (typeof value === 'string' && value.startsWith('CS')) expect(codeOf(name, given)).toBe(value);
    else expect(checkedValue(name, given)).toBe(value);
  });

  it.each([
    ['创新券总额', 0.001, 'CS6009'],
    ['创新券总额', '12.345元', 'CS6009'],
    ['创新券总额', '0.0000001万元', 'CS6009'],
    ['创新券总额', 80000000000000.02, 'CS6009'],
    ['创新券总额', -1, 'CS6003'],
    ['创新券总额', '90071992547409.92', 'CS6004'],
    ['创新券总额', 1.7976931348623157e308, 'CS6004'],
    ['创新券总额', Number.NaN, 'CS6002'],
    ['创新券总额', Number.POSITIVE_INFINITY, 'CS6002'],
    ['创新券总额', '50万美元', 'CS6002'],
    ['创新券总额', '五十万元', 'CS6002'],
    ['创新券总额', '50万至60万元', 'CS6002'],
    ['创新券总额', '1,00元', 'CS6002'],
    ['创新券总额', true, 'CS6002'],
    ['创新券总额', [1], 'CS6002'],
    ['创新券总额', {}, 'CS6002'],
    ['创新券总额', '9'.repeat(100_000), 'CS6002'],
    ['硕士', -1, 'CS6003'],
    ['硕士', 1.5, 'CS6002'],
    ['硕士', '60人', 'CS6002'],
    ['硕士', 2 ** 53, 'CS6004'],
    ['硕士', 'abc', 'CS6002'],
    ['比例', '10', 1e10],
    ['比例', 0.0000000001, 'CS6009'],
    ['比例', '-1%', 'CS6003'],
    ['面积', '120米', 'CS6002'],
    ['面积', -1, 'CS6003'],
    ['公告日期', '2026-02-29', 'CS6002'],
    ['公告日期', '2026-13-01', 'CS6002'],
    ['公告日期', 20260630, 'CS6002'],
    ['公告日期', '今天', 'CS6002'],
    ['期限', '36天', 'CS6002'],
    ['期限', 1.5, 'CS6002'],
    ['订单式培养', 1, 'CS6002'],
    ['订单式培养', '1', 'CS6002'],
    ['订单式培养', '也许', 'CS6002'],
    ['等次', '优异', 'CS6005'],
    ['等次', 1, 'CS6002'],
    ['实际控制人', {}, 'CS6002'],
    ['实际控制人', 1.5, 'CS6002'],
    ['平台', '牵头', 'CS6010'],
    ['平台', { 角色: '牵头' }, 'CS6010'],
    ['平台', ['牵头'], 'CS6010'],
    ['平台', [{ 角色: '主导' }], 'CS6005'],
    ['平台', [{ 角色人: '牵头' }], 'CS6001'],
    ['平台', [{ 角色: '牵头', role: '牵头' }], 'CS6011'],
    ['硕士生', 60, 'CS6001'],
    ['party', '中学', 'CS6012'],
    ['party', 7, 'CS6014'],
    ['asOf', 'today', 'CS6014'],
    ['decisions', [], 'CS6014'],
    ['decisions', { 'a/b': '很多' }, 'CS6014'],
    ['decisions', { 'a/b': -1 }, 'CS6014'],
    ['applicant', {}, 'CS6014'],
  ])('refuses %s: %s', (name, given, code) => {
    if (typeof code === 'number') expect(checkedValue(name, given)).toBe(code);
    else expect(codeOf(name, given)).toBe(code);
  });

  it('keeps what is unknown unknown: null, undefined and blank', () => {
    const { facts, problems } = parse({ 硕士: null, 创新券总额: undefined, 等次: ' ', 平台: null });
    expect(problems).toEqual([]);
    expect(Object.keys(facts ?? {})).toEqual([]);
  });

  it('tells an empty list from a missing one', () => {
    expect(checkedValue('平台', [])).toEqual([]);
  });

  it('reads lists of records, by name or alias', () => {
    const { facts } = parse({ platforms: [{ role: '牵头', 获批: '是' }, { 角色: null }] });
    expect(facts?.平台).toEqual([{ 角色: '牵头', 获批: true }, {}]);
  });

  it('reads a fact year by year', () => {
    const { facts } = parse({ 创新券总额: { 2025: '1万元', 2026: 20000, 2027: null } });
    expect(facts?.创新券总额).toEqual({ 2025: 1_000_000, 2026: 2_000_000 });
    expect(codeOf('创新券总额', { 2025: 'x' })).toBe('CS6002');
    expect(codeOf('创新券总额', { 去年: 1 })).toBe('CS6002');
  });
});

describe('reserved names', () => {
  it('reads them', () => {
    const { facts, problems } = parse({
      id: 7,
      party: ['university', '科研院所'],
      asOf: '2026年6月30日',
      decisions: { '联合培养/订单培养': '120万元', 择优: '是', 奖励: false, 空: null, 建设: 50 },
    });
    expect(problems).toEqual([]);
    expect(facts).toEqual({
      applicant: '7',
      party: ['高校', '科研院所'],
      asOf: 20_634,
      decisions: { '联合培养/订单培养': 120_000_000, 择优: true, 奖励: false, 建设: 5_000 },
    });
  });

  it('takes applicant before id, in either order, and several parties from one cell', () => {
    expect(parse({ id: '1', applicant: '甲大学' }).facts?.applicant).toBe('甲大学');
    expect(parse({ applicant: '甲大学', id: '1' }).facts?.applicant).toBe('甲大学');
    expect(parse({ party: '高校、科研院所' }).facts?.party).toEqual(['高校', '科研院所']);
  });
});

describe('problems', () => {
  it('loses nothing: every problem of a record is told, and none of it is evaluated', () => {
    const { facts, problems } = parse({ 硕士: -1, 等次: '差', 平台: [{ 获批: 3 }, 5], 未知: 1 });
    expect(facts).toBeNull();
    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ['CS6003', '硕士'],
      ['CS6005', '等次'],
      ['CS6002', '平台[1].获批'],
      ['CS6010', '平台[2]'],
      ['CS6001', '未知'],
    ]);
  });

  it('says field, found and expected, in both languages', () => {
    expect(parse({ 硕士: '很多' }).problems[0]).toEqual({
      code: 'CS6002',
      field: '硕士',
      found: '“很多”',
      expected: '不小于 0 的整数',
      message: '“硕士”应填不小于 0 的整数，实际是“很多”',
    });
    expect(parse({ 硕士: '很多' }, { lang: 'en' }).problems[0]?.message).toBe(
      '“硕士” must be a whole number from 0, not “很多”',
    );
    expect(parse({ 硕土: 60 }).problems[0]?.message).toBe('“硕土”不是这里用到的数据，是不是“硕士”？');
    expect(parse({ mastr: 60 }, { lang: 'en' }).problems[0]?.message).toBe(
      '“mastr” is not a fact that is used here: did you mean “master”?',
    );
    expect(parse({ 等次: '优' }).problems[0]?.message).toBe('“等次”没有“优”这一类，应是优秀、良好');
  });

  it('tells a name and its alias given at once', () => {
    const { problems } = parse({ 硕士: 60, master: 60 });
    expect(problems[0]?.message).toBe('“硕士”填了两次，第二次写作“master”，应只填一次');
  });

  it('passes over what the other policies of a run read', () => {
    const alsoKnown = new Set(['专利数', '平台.面积', '企业']);
    const { facts, problems } = parse({ 专利数: 3, party: ['企业'], 平台: [{ 面积: 1 }] }, { alsoKnown });
    expect(problems).toEqual([]);
    expect(facts).toEqual({ party: ['企业'], 平台: [{}] });
    expect(knownNames(schema)).toEqual(expect.arrayContaining(['硕士', 'master', '平台', '平台.role', '高校']));
  });
});

describe('several policies', () => {
  it('read one record together, down to the fields of items', () => {
    const other: Schema = {
      ...schema,
      facts: [fact('专利数', 'count')],
      lists: [{ name: '平台', aliases: [], parties: [], fields: [fact('面积', 'count')] }],
    };
    const record = { 硕士: 60, 专利数: 3, party: ['高校'], 平台: [{ 角色: '牵头', 面积: 9 }, { 面积: 8 }] };
    const alsoKnown = new Set([schema, other].flatMap(knownNames));
    const parts = [schema, other].map((s) => parseRecord(s, record, { alsoKnown }));
    expect(parts.flatMap((part) => part.problems)).toEqual([]);
    expect(mergeFacts(parts.map((part) => part.facts).filter((facts) => facts !== null))).toEqual(record);
    expect(mergeFacts([])).toEqual({});
  });
});

describe('any input', () => {
  it.each([[null], [undefined], [1], ['x'], [[]], [true], [Symbol('x')], [() => 1], [10n]])('refuses %s', (input) => {
    const { facts, problems } = parse(input);
    expect(facts).toBeNull();
    expect(problems.map((p) => p.code)).toEqual(['CS6013']);
  });

  it('is not harmed by hostile keys', () => {
    const input = JSON.parse('{"__proto__": {"硕士": 1}, "constructor": 1, "toString": 2, "硕士": 3}');
    const { facts, problems } = parse(input);
    expect(facts).toBeNull();
    expect(problems.map((p) => p.field)).toEqual(['__proto__', 'constructor', 'toString']);
    const hostile: Schema = { ...schema, facts: [fact('__proto__', 'count'), fact('constructor', 'money')] };
    const given = parseRecord(hostile, JSON.parse('{"__proto__": 5, "constructor": "1元"}'));
    expect(given.problems).toEqual([]);
    expect(Object.keys(given.facts ?? {})).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(given.facts)).toBeNull();
    expect(Object.getOwnPropertyDescriptor(given.facts, '__proto__')?.value).toBe(5);
    expect({}.constructor).toBe(Object);
  });

  it('survives getters and proxies that throw', () => {
    const angry = new Proxy(
      {},
      {
        ownKeys() {
          throw new Error('no');
        },
      },
    );
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    for (const input of [
      angry,
      proxy,
      {
        get 硕士() {
          throw new Error('no');
        },
      },
    ]) {
      expect(parse(input).problems.map((p) => p.code)).toEqual(['CS6013']);
    }
  });

  it('keeps control characters out of its sentences', () => {
    const { problems } = parse({ '\u001b[31m硕士\u202e': 1 });
    expect(problems[0]?.message).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
  });

  it('never throws, and gives facts exactly where there is no problem', () => {
    const value = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withSparseArray: true });
    const key = fc.oneof(fc.constantFrom('硕士', '平台', '创新券总额', 'party', 'decisions', 'id'), fc.string());
    fc.assert(
      fc.property(fc.oneof(value, fc.dictionary(key, value)), (input) => {
        const { facts, problems } = parse(input);
        expect(facts === null).toBe(problems.length > 0);
      }),
      { numRuns: 2000 },
    );
  });
});
