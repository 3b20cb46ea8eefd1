import { describe, expect, it } from 'vitest';
import {
  clausesToEncode,
  figuresToEncode,
  isComplete,
  percentOf,
} from '../../compiler/source-text/coverage/coverage.ts';
import type { Figure, Part } from '../../compiler/source-text/manifest.ts';
import { codes, coverageOf, documentsOf, head, highest, money, part, responsible, told } from './coverage-fixture.ts';

const measure = (body: string, clause = '一（一）', name = '联合培养') => `
measure ${name} {
  clause "${clause}"
  for 高校
${body}
}
`;

const half = money('50万元', 50_000_000, highest);

describe('a document that agrees with its text', () => {
  const measures =
    measure('  by 市教育局\n  grant 6000元 per 硕士 cap 50万元 per year') +
    measure('  by 市科技局\n  grant up to 300万元 after 绩效评价 when 获批 and 等次 is 优秀', '一（二）', '平台');
  const parts = [
    part('一', { role: 'heading' }),
    part('一（一）', {
      figures: [money('6000元', 600_000, { per: '生' }), half],
      bodies: responsible('济南市教育局'),
    }),
    part('一（二）', {
      figures: [money('300万元', 300_000_000, highest)],
      conditions: ['获批', '优秀', '绩效评价'],
      bodies: responsible('市科技局'),
    }),
    part('解读', { role: 'commentary', figures: [money('9万元', 9_000_000)] }),
  ];
  const documents = documentsOf(measures, parts);

  it('has nothing to tell, and every total is whole', () => {
    expect(told(documents)).toEqual([]);
    const { totals } = coverageOf(documents);
    expect(totals).toEqual({
      clauses: { of: 2, covered: 2, waived: 0, extra: 0 },
      figures: { of: 3, covered: 3, waived: 0, extra: 0, computed: 3, normative: 0 },
      conditions: { of: 3, covered: 3, waived: 0, extra: 0 },
      bodies: { of: 2, covered: 2, waived: 0, extra: 0 },
    });
    expect(isComplete(coverageOf(documents))).toBe(true);
  });

  it('finds the former name of a body, and clauses in full width or with blanks', () => {
    const former = parts.map((p) => (p.clause === '一（一）' ? { ...p, bodies: responsible('市教委') } : p));
    expect(told(documentsOf(measures, former))).toEqual([]);
    expect(told(documentsOf(measures.replace('一（一）', '一 (一)'), parts))).toEqual([]);
  });
});

describe('figures', () => {
  const of = (amount: string, figures: readonly Figure[]) =>
    told(documentsOf(measure(`  grant ${amount}`), [part('一（一）', { figures })]));

  it.each([
    ['up to 50万元', '50万元', 'CS5123', '上限 50万元'],
    ['50万元', '最高50万元', 'CS5123', '固定的 50万元'],
  ])('%s where the text says %s is one finding about the limit', (amount, text, code, found) => {
    const figure = text.startsWith('最高') ? half : money('50万元', 50_000_000);
    const findings = of(amount, [figure]);
    expect(findings).toEqual([expect.stringContaining(code)]);
    expect(findings[0]).toContain(`“${text}”`);
    expect(findings[0]).toContain(found);
  });

  it('takes 最高 for a ceiling as well as for the cap of a formula', () => {
    expect(of('up to 50万元', [half])).toEqual([]);
    expect(of('6000元 per 硕士 cap 50万元', [money('6000元', 600_000), half])).toEqual([]);
  });

  it('says a wrong figure once, with both sides', () => {
    const findings = of('up to 5万元', [half]);
    expect(findings).toEqual([expect.stringMatching(/CS5122 \d+: 原文 一（一） 是 最高50万元，代码写的是 5万元/)]);
  });

  it('tells a missing one and an added one apart', () => {
    expect(
      codes(
        documentsOf(measure('  grant up to 50万元'), [
          part('一（一）', { figures: [half, money('2万元', 2_000_000)] }),
        ]),
      ),
    ).toEqual(['CS5120']);
    expect(
      codes(
        documentsOf(measure('  grant a: up to 50万元\n  grant b: 7%  of 检测费'), [
          part('一（一）', { figures: [half] }),
        ]),
      ),
    ).toEqual(['CS5121']);
  });

  it('wants a figure as often as the clause says it', () => {
    const twice = [part('一（一）', { figures: [half, half] })];
    expect(codes(documentsOf(measure('  grant up to 50万元'), twice))).toEqual(['CS5120']);
    expect(codes(documentsOf(measure('  grant a: up to 50万元\n  grant b: up to 50万元'), twice))).toEqual([]);
    const once = documentsOf(measure('  grant a: up to 50万元\n  grant b: up to 50万元'), [
      part('一（一）', { figures: [half] }),
    ]);
    expect(codes(once)).toEqual(['CS5124']);
    expect(isComplete(coverageOf(once))).toBe(true);
  });

  it('does not count what stands in strings, notes, comments, labels and examples', () => {
    const source = measure('  // 50万元\n  grant up to 3万元 after 评审\n    note "最高50万元"');
    const example = `\nexample "50万元" of 联合培养 {\n  高校 { 硕士: 1 }\n  decide 联合培养 = 1万元\n  expect 联合培养 = 1万元\n}\n`;
    expect(
      codes(documentsOf(source + example, [part('一（一）', { figures: [half, money('3万元', 3_000_000, highest)] })])),
    ).toEqual(['CS5120']);
  });

  it('follows named values and derived facts to their literals, and counts each once', () => {
    const header = head.replace('检测费: money', '检测费: money\n  折半: money = 50% of 检测费');
    const source = `let 顶 = 50万元\n${measure('  grant a: 折半 cap 顶\n  grant b: 折半 + 折半 cap 顶')}`;
    const rate: Figure = { type: 'rate', text: '50%', value: '1/2' };
    expect(told(documentsOf(source, [part('一（一）', { figures: [rate, half] })], header))).toEqual([]);
  });

  it.each([
    ['检测费 >= 100万元', { limit: 'at-least', limitWord: '以上' }, true],
    ['检测费 > 100万元', { limit: 'at-least', limitWord: '以上' }, false],
    ['检测费 > 100万元', { limit: 'over', limitWord: '超过' }, true],
    ['100万元 < 检测费', { limit: 'over', limitWord: '超过' }, true],
    ['检测费 <= 100万元', { limit: 'at-most', limitWord: '不超过' }, true],
    ['检测费 < 100万元', { limit: 'at-most', limitWord: '不超过' }, false],
    ['检测费 < 100万元', { limit: 'below', limitWord: '不足' }, true],
    ['检测费 <= 100万元', { limit: 'below', limitWord: '不足' }, false],
    ['检测费 <= 100万元', { limit: 'below', limitWord: '以下' }, true],
    ['not 检测费 < 100万元', { limit: 'at-least', limitWord: '以上' }, true],
    ['检测费 >= 100万元', {}, true],
    ['检测费 > 100万元', {}, false],
  ] as const)('%s against %j agrees: %s', (condition, limit, agrees) => {
    const figures = [half, money('100万元', 100_000_000, limit)];
    const found = codes(
      documentsOf(measure(`  grant up to 50万元 when ${condition}`), [part('一（一）', { figures })]),
    );
    expect(found).toEqual(agrees ? [] : ['CS5123']);
  });

  it('knows targets with their years, pools, shares and ranges', () => {
    const source = `
budget 资金 5000万元 per year for 3 years total 1.5亿元 { clause "一" }
measure 目标 {
  clause "二"
  for 高校
  target "成交额" { 2023: over 700亿元, 2025: over 1400亿元 }
  entitle 高校 to at least 70% of undecided "未写明"
  target "高新区" { 2024: 1 }
}
`;
    const parts = [
      part('一', {
        figures: [
          money('5000万元', 5_000_000_00 * 10),
          { type: 'duration', text: '3年', value: '36' },
          money('1.5亿元', 15_000_000_000),
        ],
      }),
      part('二', {
        figures: [
          { type: 'year', text: '2023年', value: '2023' },
          money('700亿元', 7_000_000_000_000, { limit: 'over', limitWord: '超过' }),
          { type: 'year', text: '2025年', value: '2025' },
          money('1400亿元', 14_000_000_000_000, { limit: 'over', limitWord: '超过' }),
          { type: 'rate', text: '70%', value: '7/10', limit: 'at-least', limitWord: '以上' },
          { type: 'year', text: '2024年', value: '2024' },
          { type: 'count', text: '1家', value: '1', unit: '家' },
        ],
      }),
    ];
    const documents = documentsOf(source, parts);
    expect(told(documents)).toEqual([]);
    expect(coverageOf(documents).totals.figures).toMatchObject({ computed: 3, normative: 7 });
  });

  it('takes an end that two bands share for one figure or for two, and best of for 任选一笔', () => {
    const header = head.replace(
      'party 高校 {',
      'record 贷款 {\n  利息: money\n}\n\nparty 高校 {\n  贷款: list of 贷款',
    );
    const source = measure(
      '  grant a: bands 检测费 whole { 40万元..90万元: 3%, 90万元..: 4% } of 检测费\n  grant b: best of 贷款: 40% of 利息',
    );
    const rate = (text: string, value: string): Figure => ({ type: 'rate', text, value });
    const rates = [rate('3%', '3/100'), rate('4%', '1/25'), rate('40%', '2/5')];
    const one: Figure = { type: 'count', text: '一笔', value: '1', unit: '笔' };
    const ends = [money('40万元', 40_000_000), money('90万元', 90_000_000)];
    const of = (...figures: readonly Figure[]) => told(documentsOf(source, [part('一（一）', { figures })], header));
    expect(of(...ends, ...rates)).toEqual([]);
    expect(of(...ends, money('90万元', 90_000_000, { limit: 'at-least', limitWord: '以上' }), ...rates, one)).toEqual(
      [],
    );
  });

  it('takes a factor for what it adds, and what a rung asks for with and without 以上', () => {
    const source = measure('  grant 4% of 检测费 times 1.3 when 检测费 >= 50万元\n  grant b: 30% of 检测费').replace(
      'grant 4%',
      'grant a: 4%',
    );
    const rate = (text: string, value: string): Figure => ({ type: 'rate', text, value });
    const figures = [rate('4%', '1/25'), rate('30%', '3/10'), money('50万元', 50_000_000), rate('30%', '3/10')];
    expect(told(documentsOf(source, [part('一（一）', { figures })]))).toEqual([]);
    const ladder = measure('  grant ladder 检测费 first reached { 2万元: 1万元, 6万元: 3万元 } difference only');
    const sums = [money('1万元', 1_000_000), money('3万元', 3_000_000)];
    for (const limit of [{}, { limit: 'at-least', limitWord: '以上' }] as const) {
      const rungs = [money('2万元', 2_000_000, limit), money('6万元', 6_000_000, limit)];
      expect(told(documentsOf(ladder, [part('一（一）', { figures: [...rungs, ...sums] })]))).toEqual([]);
    }
  });

  it('takes a quota for a count, bounded or not', () => {
    const source = measure('  limit 7 per year ranked by 检测费\n  grant up to 50万元');
    for (const limit of [{}, { limit: 'at-most', limitWord: '不超过' }, highest] as const) {
      const seven: Figure = { type: 'count', text: '7家', value: '7', unit: '家', yearly: true, ...limit };
      expect(told(documentsOf(source, [part('一（一）', { figures: [seven, half] })]))).toEqual([]);
    }
    expect(codes(documentsOf(source, [part('一（一）', { figures: [half] })]))).toEqual(['CS5121']);
  });

  it('takes a bare number for yuan, for pieces and for years, as the text has it', () => {
    const source = measure('  grant 6000 per 硕士 cap 50万元 when 硕士 >= 3');
    const figures: Figure[] = [
      money('6000元', 600_000),
      half,
      { type: 'count', text: '3名', value: '3', unit: '名', limit: 'at-least', limitWord: '以上' },
    ];
    expect(told(documentsOf(source, [part('一（一）', { figures })]))).toEqual([]);
  });
});

describe('clauses', () => {
  it('names those that no measure answers, with what they hold', () => {
    const documents = documentsOf(measure('  grant up to 50万元'), [
      part('一（一）', { figures: [half] }),
      part('一（二）', { figures: [half], conditions: ['获批'], bodies: responsible('市科技局') }),
    ]);
    expect(told(documents)).toEqual([
      expect.stringContaining('一（二） 没有对应的措施（1 个数字、1 个条件词、1 个责任单位）'),
    ]);
    const { totals, parts } = coverageOf(documents);
    expect(percentOf(totals.clauses)).toBe(50);
    expect(clausesToEncode(coverageOf(documents)).map((p) => p.part.clause)).toEqual(['一（二）']);
    expect(figuresToEncode(parts[1]!).map((f) => f.figure.text)).toEqual(['50万元']);
  });

  it.each([
    ['任务4', '二（一）4'],
    ['（一）4', '二（一）4'],
    ['二（1）4', '二（一）4'],
  ])('“%s” is unknown, and %s is meant: one message', (label, meant) => {
    const parts: Part[] = [part('二（一）4', { figures: [half] }), part('二（一）14')];
    const documents = documentsOf(
      measure('  grant up to 50万元', label) + measure('  grant undecided "x"', '二（一）14', '乙'),
      parts,
    );
    expect(told(documents)).toEqual([expect.stringMatching(new RegExp(`CS5110 .*是不是“${meant}”`))]);
  });

  it('a measure without a clause, and one that names commentary', () => {
    const parts = [part('一（一）'), part('解读', { role: 'commentary' })];
    const bare = measure('  grant up to 50万元').replace('  clause "一（一）"\n', '');
    expect(codes(documentsOf(bare + measure('  grant undecided "x"', '一（一）', '乙'), parts))).toEqual(['CS5112']);
    expect(codes(documentsOf(measure('  grant undecided "x"', '解读'), parts))).toEqual(['CS5111', 'CS5113']);
  });

  it('a benefit may answer a clause of its own, with the head of its measure', () => {
    const source = measure(
      '  by 市教育局\n  when 获批\n  grant a: up to 50万元\n  grant b: up to 50万元 clause "一（二）"',
    );
    const own = { figures: [half], conditions: ['获批'], bodies: responsible('市教育局') };
    expect(told(documentsOf(source, [part('一（一）', own), part('一（二）', own)]))).toEqual([]);
    // The second clause need not repeat what the head says.
    expect(told(documentsOf(source, [part('一（一）', own), part('一（二）', { figures: [half] })]))).toEqual([]);
  });

  it('rules after the last clause are answered by the lines of the policy', () => {
    const parts = [
      part('文头', { role: 'front', figures: [{ type: 'date', text: '2026年1月1日', value: '2026-01-01' }] }),
      part('一（一）', { figures: [half] }),
      part('结尾', {
        role: 'closing',
        figures: [{ type: 'year', text: '2028年', value: '2028' }],
        bodies: [{ name: '市教育局', role: 'issuer' }],
      }),
    ];
    const source = measure('  grant up to 50万元');
    expect(codes(documentsOf(source, parts))).toEqual(['CS5120', 'CS5113']);
    const header = head.replace(
      '  level city',
      '  led by 市教育局\n  level city\n  effective 2026-01-01 to 2028-12-31',
    );
    expect(told(documentsOf(source, parts, header))).toEqual([]);
    const wrong = head.replace('  level city', '  led by 市科技局\n  level city\n  effective 2026-01-02 to 2028-12-31');
    // One finding for the date, one for the body.
    expect(codes(documentsOf(source, parts, wrong))).toEqual(['CS5122', 'CS5142']);
  });
});

describe('a repeal', () => {
  it('that the text names has to stand in the code, as what the policy replaces', () => {
    const closing = part('结尾', { role: 'closing', conditions: ['废止'] });
    const closed = head.replace('  level city\n', '  level city\n  effective on publication\n');
    const replacing = closed.replace('  level city\n', '  level city\n  replaces 旧办法\n');
    expect(codes(documentsOf('', [closing], closed))).toEqual(['CS5130']);
    expect(codes(documentsOf('', [closing], replacing))).toEqual([]);
  });
});

describe('conditions and bodies', () => {
  // Another clause speaks of 获批, so that it is known to be a condition word.
  const of = (body: string, more: Partial<Part>) =>
    told(
      documentsOf(measure(body) + measure('  when 获批\n  grant undecided "x"', '九', '别条'), [
        part('一（一）', { figures: [half], ...more }),
        part('九', { conditions: ['获批'] }),
      ]),
    );

  it('a condition word must stand in a name that the clause uses', () => {
    expect(of('  grant up to 50万元', { conditions: ['获批'] })).toEqual([expect.stringContaining('CS5130')]);
    expect(of('  grant up to 50万元 when 获批', { conditions: ['获批', '获批'] })).toEqual([]);
    expect(of('  grant up to 50万元 when 获批', {})).toEqual([expect.stringContaining('CS5131')]);
  });

  it('selected by is 择优', () => {
    expect(
      of('  grant 50万元 selected by 评审', { figures: [money('50万元', 50_000_000)], conditions: ['择优'] }),
    ).toEqual([]);
  });

  it('best of is 任选一项, and asks for no number; a pool of several years is 连续', () => {
    const header = head
      .replace('enum 等次', 'record 贷款 {\n  利息: money\n}\n\nenum 等次')
      .replace('  硕士: count', '  贷款: list of 贷款\n  硕士: count');
    const best = measure('  subsidize best of 贷款: 40% of 利息');
    const rate: Figure = { type: 'rate', text: '40%', value: '2/5' };
    const one: Figure = { type: 'count', text: '一笔', value: '1', unit: '笔' };
    expect(told(documentsOf(best, [part('一（一）', { figures: [one, rate] })], header))).toEqual([]);
    expect(told(documentsOf(best, [part('一（一）', { figures: [rate] })], header))).toEqual([]);
    expect(
      told(documentsOf(measure('  subsidize 40% of 检测费'), [part('一（一）', { figures: [one, rate] })])),
    ).toEqual([expect.stringContaining('一笔')]);
    const pool = (years: string) => `budget 资金 50万元 per year${years} {\n  clause "一（一）"\n}\n`;
    const three: Figure = { type: 'duration', text: '3年', value: '36' };
    const sum = money('50万元', 50_000_000);
    const figures = [sum, three];
    expect(told(documentsOf(pool(' for 3 years'), [part('一（一）', { figures, conditions: ['连续'] })]))).toEqual([]);
    expect(codes(documentsOf(pool(''), [part('一（一）', { figures: [sum], conditions: ['连续'] })]))).toEqual([
      'CS5130',
    ]);
  });

  it('forms of history stand for their words: first time, growth of, years running', () => {
    const yearly = head
      .replace('  获批: bool', '  获批: bool by year')
      .replace('  检测费: money', '  检测费: money by year');
    const conditions = ['首次', '获批', '增长', '连续'];
    const body =
      '  grant 50万元 when first time 获批 or growth of 检测费 > 0元\n  deny when 获批 for 2 years running because "x"';
    const years: Figure = { type: 'duration', text: '两年', value: '24' };
    const figures = [money('50万元', 50_000_000), years];
    expect(told(documentsOf(measure(body), [part('一（一）', { figures, conditions })], yearly))).toEqual([]);
    const plain = '  grant 50万元 when 获批';
    expect(
      told(documentsOf(measure(plain), [part('一（一）', { figures: figures.slice(0, 1), conditions })], yearly))
        .length,
    ).toBe(3);
  });

  it('the limit of a range bounds its lower end', () => {
    const range: Figure = {
      type: 'count',
      text: '1-2家',
      value: '1',
      to: '2',
      unit: '家',
      limit: 'at-least',
      limitWord: '至少',
    };
    const target = (value: string) => measure(`  target 高新区 { each year: ${value} }`);
    expect(told(documentsOf(target('at least 1 to 2'), [part('一（一）', { figures: [range] })]))).toEqual([]);
    for (const other of ['1 to 2', 'over 1 to 2', 'at least 1 to 3']) {
      expect(codes(documentsOf(target(other), [part('一（一）', { figures: [range] })])), other).toHaveLength(1);
    }
  });

  it('bodies: missing, added, another in its place', () => {
    expect(of('  grant up to 50万元', { bodies: responsible('市教育局') })).toEqual([
      expect.stringContaining('CS5140'),
    ]);
    expect(of('  by 市教育局\n  grant up to 50万元', {})).toEqual([expect.stringContaining('CS5141')]);
    expect(of('  by 市科技局\n  grant up to 50万元', { bodies: responsible('市教育局') })).toEqual([
      expect.stringMatching(/CS5142 .*责任单位是“市教育局”，代码写的是“市科技局”/),
    ]);
  });

  it('takes the bearers of duties for bodies where nothing is paid', () => {
    const duty = '  oblige 市教育局 to "评价"';
    expect(of(duty, { figures: [], bodies: responsible('市教育局') })).toEqual([]);
    expect(of(`${duty}\n  grant up to 50万元`, { bodies: responsible('市教育局') })).toEqual([
      expect.stringContaining('CS5140'),
    ]);
    expect(of(`  by 市教育局\n${duty}`, { figures: [], bodies: responsible('市教育局') })).toEqual([]);
    expect(of('  oblige 市科技局 to "评价"', { figures: [] })).toEqual([expect.stringContaining('CS5141')]);
  });

  it('a line names all bodies of the clause, unless each answers for its own part', () => {
    const two = `${measure('  by 市教育局, 市科技局\n  grant up to 50万元')}${measure('  by 市教育局\n  grant undecided "x"', '一（一）', '乙')}`;
    const bodies = responsible('市教育局', '市科技局');
    const lacking = documentsOf(two, [part('一（一）', { figures: [half], bodies })]);
    expect(told(lacking)).toEqual([expect.stringMatching(/CS5140 .*“市科技局”/)]);
    const shared = bodies.map((body) => ({ ...body, shared: true as const }));
    expect(told(documentsOf(two, [part('一（一）', { figures: [half], bodies: shared })]))).toEqual([]);
  });

  it('a measure that pays says who answers for it, though another one of the clause does', () => {
    const two = `${measure('  by 市教育局\n  grant up to 50万元')}${measure('  grant undecided "x"', '一（一）', '乙')}`;
    const of = (other: string) =>
      told(documentsOf(other, [part('一（一）', { figures: [half], bodies: responsible('市教育局') })]));
    expect(of(two)).toEqual([expect.stringMatching(/CS5140 .*“市教育局”/)]);
    expect(of(two.replace('grant undecided "x"', 'grant undecided "x" by 市教育局'))).toEqual([]);
    expect(of(two.replace('grant undecided "x"', 'oblige 市教育局 to "x"'))).toEqual([]);
  });

  it('左右 is written where there is a word for it', () => {
    const roughly = {
      figures: [{ type: 'count' as const, text: '30名', value: '30', unit: '名', limit: 'about' as const }],
    };
    expect(of('  target 培育人数 about 30名', roughly)).toEqual([]);
    expect(of('  target 培育人数 exactly 30名', roughly)).toEqual([expect.stringContaining('CS5')]);
  });

  it('a condition turned round is not the condition, and 未… is the contrary', () => {
    expect(of('  grant up to 50万元 when not 获批', { conditions: ['获批'] })).toEqual([
      expect.stringContaining('CS5130'),
    ]);
    expect(of('  grant up to 50万元 when not 获批', { conditions: ['未获批'] })).toEqual([]);
  });

  it('knows the spellings of a condition word: 绩效评估 is 绩效评价', () => {
    expect(of('  grant up to 50万元 after 绩效评估', { conditions: ['绩效评价'] })).toEqual([]);
  });
});

describe('waivers', () => {
  const parts = [
    part('前言', { role: 'preamble', figures: [{ type: 'name', text: '“13+34”', value: '13+34' }] }),
    part('一（一）', { figures: [half, { type: 'name', text: '3+4', value: '3+4' }] }),
  ];
  const of = (body: string, line = '') =>
    documentsOf(measure(`  grant up to 50万元\n${body}`), parts, head.replace('  level city', `  level city\n${line}`));

  it('account for figures with a reason, whatever their width, and are counted apart', () => {
    const documents = of('  waive "3＋4" because "学制的名称"', '  waive "“13＋34”" because "产业链的名称"');
    expect(told(documents)).toEqual([]);
    expect(coverageOf(documents).totals.figures).toMatchObject({ of: 3, covered: 3, waived: 2, computed: 1 });
  });

  it('of a measure hold for its clause only; unused ones are told', () => {
    expect(codes(of('  waive "“13+34”" because "名称"\n  waive "3+4" because "名称"'))).toEqual(['CS5120', 'CS5150']);
  });

  it('of the policy hold for what no measure answers, and never hide what a clause lacks', () => {
    const waiver = '  waive "3+4" because "名称"\n  waive "“13+34”" because "名称"';
    expect(codes(of('', waiver))).toEqual(['CS5120', 'CS5150']);
    const pool = documentsOf(
      '\nbudget 资金 2亿元 per year { clause "九" }\n',
      [part('九', { figures: [money('2亿元', 20_000_000_000), { type: 'name', text: '6+N', value: '6+N' }] })],
      head.replace('  level city', '  level city\n  waive "6+N" because "基金集群的名称"'),
    );
    expect(told(pool)).toEqual([]);
  });

  it('a whole clause may be waived', () => {
    const documents = documentsOf(
      '',
      [part('九', { figures: [half], bodies: responsible('市科技局') })],
      head.replace('  level city', '  level city\n  waive "九" because "宣传"'),
    );
    expect(told(documents)).toEqual([]);
    expect(coverageOf(documents).parts[0]?.answered).toBe('waived');
  });

  it('without a reason the program is refused', () => {
    expect(codes(of('  waive "3+4"'))).toEqual(['CS3006']);
  });

  it('never excuse a figure that the code gets wrong', () => {
    const documents = documentsOf(measure('  grant up to 51万元\n  waive "50万元" because "不编码"'), [
      part('一（一）', { figures: [half] }),
    ]);
    expect(codes(documents)).toEqual(['CS5121']);
  });
});
