import type { Facts, Yearly } from '../../stdlib/runtime/types.ts';
import type { Twin } from './pairs.ts';

/**
 * Facts of other years and past awards, each also declared as a plain fact of its own, so that the twin of a form of
 * history needs no history. Evaluated as of 2026-06-30.
 */
export const historyDeclarations = `use std.jinan
enum 等次 { 优秀, 良好, 合格 }
party 企业 {
  产值: money by year, 评级: 等次 by year, 高新: bool, 投产: date, 电费: money
  上期: money, 前期: money, 上基: money, 上期评级: 等次, 曾高新: bool, 曾百万: bool, 此前最高: money
  曾享: bool, 曾得: bool, 已获: money, 已得: money
}
policy 甲 "甲" { level city }
`;

const fen = 100;
const wan = 10_000 * fen;

/** The figures of three years, as the forms read them and as their twins do. */
function years(前: number | undefined, 上: number | undefined, 今: number | undefined): Facts {
  const all: readonly (readonly [string, number | undefined])[] = [
    ['2024', 前],
    ['2025', 上],
    ['2026', 今],
  ];
  const given = all.filter((pair): pair is readonly [string, number] => pair[1] !== undefined);
  const before = [前, 上].filter((value) => value !== undefined);
  return {
    ...(given.length > 0 && { 产值: Object.fromEntries(given) as Yearly }),
    ...(前 !== undefined && { 前期: 前 }),
    // What growth is reckoned from is above 0.
    ...(上 !== undefined && { 上期: 上, ...(上 > 0 && { 上基: 上 }) }),
    ...(before.length > 0 && { 曾百万: before.some((value) => value >= 100 * wan), 此前最高: Math.max(...before) }),
  };
}

/** Past awards of this measure and of one that nothing here grants. */
function past(甲: number | undefined, 旧: number | undefined): Facts {
  return {
    ledger: [
      ...(甲 === undefined ? [] : [{ measure: '甲', policy: '甲', amount: 甲, year: 2024 }]),
      ...(旧 === undefined ? [] : [{ measure: '旧奖', amount: 旧, date: 20_000 }]),
      // Of this year's later half, of this year, and of another document: none of them counts.
      { measure: '旧奖', amount: 7, date: 20_700 },
      { measure: '甲', policy: '甲', amount: 7, year: 2026 },
      { measure: '甲', policy: '乙', amount: 7, year: 2024 },
    ],
    曾享: (甲 ?? 0) > 0,
    曾得: (旧 ?? 0) > 0,
    已获: 甲 ?? 0,
    已得: 旧 ?? 0,
  };
}

/** Days since 1970-01-01 around the ends of 2023 to 2026. */
const days = [19_357, 19_358, 19_722, 19_723, 20_088, 20_089, 20_453, 20_454, 20_634, 20_818, 20_819];

export const historyApplicants: readonly Facts[] = [
  { party: ['企业'] },
  { party: ['企业'], 产值: 100 * wan, 电费: wan, 高新: true, 评级: '合格' },
  ...[
    [undefined, undefined, 106 * wan],
    [undefined, 100 * wan, undefined],
    [90 * wan, 100 * wan, 106 * wan],
    [90 * wan, 100 * wan, 106 * wan - 1],
    [0, 0, 100 * wan],
    [100 * wan, 99 * wan, 100 * wan],
    [1, 2, 33],
    [5, 50 * wan, 40 * wan],
    [0, 1, 0],
    [undefined, 50 * wan, 400 * wan],
    [1, 300 * wan - 1, 300 * wan],
    [310 * wan, 1, 400 * wan],
    [100 * wan, 1, 299 * wan],
  ].map(([a, b, c]): Facts => ({ party: ['企业'], ...years(a, b, c), ...past(undefined, undefined) })),
  ...[
    [undefined, undefined],
    [1, undefined],
    [0, 0],
    [3 * wan, 2 * wan],
    [50 * wan, 4 * wan],
    [80 * wan, 500 * wan],
  ].map(([a, b]): Facts => ({ party: ['企业'], 电费: 60 * wan, 高新: true, ...past(a, b) })),
  ...(
    [
      [false, true],
      [true, true],
      [true, false],
      [false, false],
    ] as const
  ).map(
    ([before, now]): Facts => ({
      party: ['企业'],
      高新: { earlier: before, 2026: now },
      曾高新: before,
      电费: 1,
      ...past(undefined, 1),
    }),
  ),
  ...(
    [
      ['合格', '合格'],
      ['合格', '优秀'],
      ['良好', '合格'],
      ['良好', '优秀'],
    ] as const
  ).map(
    ([before, now]): Facts => ({
      party: ['企业'],
      评级: { 2025: before, 2026: now },
      上期评级: before,
      电费: 7 * wan,
    }),
  ),
  ...days.map((投产): Facts => ({ party: ['企业'], 投产, 电费: 投产 * 1001 })),
];

const measure = (lines: string) => `measure 甲 {\n  for 企业\n  about 人才\n  ${lines}\n}\n`;

export const historyTwins: readonly Twin[] = [
  {
    form: "last year's",
    surface: measure("grant 10% of last year's 产值"),
    twin: measure('grant 10% of 上期'),
    compare: 'awards',
  },
  {
    form: "last year's, in a condition",
    surface: measure("grant 5万元 when last year's 产值 >= 100万元 and last year's 评级 is not 合格"),
    twin: measure('grant 5万元 when 上期 >= 100万元 and 上期评级 is not 合格'),
    compare: 'awards',
  },
  {
    form: 'sum over years: this one and those before it',
    surface: measure('grant 1% of sum of 产值 over 3 years'),
    twin: measure('grant 1% of (产值 + 上期 + 前期)'),
    compare: 'awards',
  },
  {
    form: 'for N years running',
    surface: measure('grant 5万元 when 评级 is 合格 for 2 years running'),
    twin: measure('grant 5万元 when 评级 is 合格 and 上期评级 is 合格'),
    compare: 'awards',
  },
  {
    form: 'for N years running, of a figure',
    surface: measure('grant 5万元 when 产值 >= 90万元 for 3 years running'),
    twin: measure('grant 5万元 when 产值 >= 90万元 and 上期 >= 90万元 and 前期 >= 90万元'),
    compare: 'awards',
  },
  {
    form: 'growth: from a base above 0, and never below 0',
    surface: measure('grant 35% of growth of 产值'),
    twin: measure('grant 35% of (产值 - 上基)'),
    compare: 'awards',
  },
  {
    form: 'growth beyond: the part above so much more than last year',
    surface: measure('grant 35% of growth of 产值 beyond 6%'),
    twin: measure('grant 35% of (产值 - 1.06 * 上基)'),
    compare: 'awards',
  },
  {
    form: 'growth rate: compared with so much more than last year',
    surface: measure('grant 5万元 when growth rate of 产值 >= 6%'),
    twin: measure('grant 5万元 when 产值 >= 1.06 * 上基'),
    compare: 'awards',
  },
  {
    form: 'growth rate between two rates',
    surface: measure('grant 5万元 when growth rate of 产值 between 1%..6%'),
    twin: measure('grant 5万元 when growth rate of 产值 >= 1% and not growth rate of 产值 >= 6%'),
    compare: 'awards',
  },
  {
    form: 'first time: it holds, and never did',
    surface: measure('grant 5万元 when first time 高新'),
    twin: measure('grant 5万元 when 高新 and not 曾高新'),
    compare: 'awards',
  },
  {
    form: 'first time of a figure: reached now, and in no year before',
    surface: measure('grant 5万元 when first time 产值 >= 100万元'),
    twin: measure('grant 5万元 when 产值 >= 100万元 and not 曾百万'),
    compare: 'awards',
  },
  {
    form: 'ladder, in full: the highest rung reached that was not reached before',
    surface: measure('grant ladder 产值 first reached { 100万元: 1万元, 300万元: 5万元 } in full'),
    twin: measure(
      'grant 低: 1万元 when 产值 >= 100万元 and 产值 < 300万元 and 此前最高 < 100万元\n  grant 高: 5万元 when 产值 >= 300万元 and 此前最高 < 300万元',
    ),
    compare: 'totals',
  },
  {
    form: 'ladder, difference only: less what the rung reached before gives',
    surface: measure('grant ladder 产值 first reached { 100万元: 1万元, 300万元: 5万元 } difference only cap 4.5万元'),
    twin: measure(
      'grant 低: 1万元 when 产值 >= 100万元 and 产值 < 300万元 and 此前最高 < 100万元\n  grant 晋: 4万元 when 产值 >= 300万元 and 此前最高 >= 100万元 and 此前最高 < 300万元\n  grant 高: 4.5万元 when 产值 >= 300万元 and 此前最高 < 100万元',
    ),
    compare: 'totals',
  },
  {
    form: 'had',
    surface: measure('grant 5万元 when had "旧奖"'),
    twin: measure('grant 5万元 when 曾得'),
    compare: 'awards',
  },
  {
    form: 'had, of this policy',
    surface: measure('grant 5万元 when not had 甲'),
    twin: measure('grant 5万元 when not 曾享'),
    compare: 'awards',
  },
  {
    form: 'once ever',
    surface: measure('grant 10% of 电费 once ever'),
    twin: measure('grant 10% of 电费 when not had 甲'),
    compare: 'awards',
  },
  {
    form: 'cap in total: what past awards leave of it',
    surface: measure('grant 100% of 电费 cap 50万元 in total'),
    twin: measure('grant 100% of 电费 cap (50万元 - 已获)'),
    compare: 'awards',
  },
  {
    form: 'less already awarded',
    surface: measure('grant 10% of 电费 less already awarded "旧奖"'),
    twin: measure('grant 10% of 电费 - 已得'),
    compare: 'totals',
  },
  {
    form: 'less already awarded, without a name: what the measure itself paid',
    surface: measure('grant 10% of 电费 less already awarded'),
    twin: measure('grant 10% of 电费 less already awarded 甲'),
    compare: 'awards',
  },
  {
    form: 'each year for N years from a date: in the year of the date and those after it',
    surface: measure('grant 10% of 电费 each year for 3 years from 投产'),
    twin: measure('grant 10% of 电费 when 投产 >= 2024-01-01 and 投产 <= 2026-12-31'),
    compare: 'awards',
  },
  {
    form: 'over N years from a date: the share of the year, then the cap',
    surface: measure('grant over 4 years from 投产 { 1 to 2: 60%, 3 to 4: 35% } of 电费 cap 11万元 per year'),
    twin: measure(
      'grant 前: 60% of 电费 cap 11万元 when 投产 >= 2025-01-01 and 投产 <= 2026-12-31\n  grant 后: 35% of 电费 cap 11万元 when 投产 >= 2023-01-01 and 投产 <= 2024-12-31',
    ),
    compare: 'totals',
  },
  {
    form: 'over N years from a date: none in some of them',
    surface: measure('grant over 3 years from 投产 { 1: 2万元, 2: none, 3: 1万元 }'),
    twin: measure(
      'grant 一: 2万元 when 投产 >= 2026-01-01 and 投产 <= 2026-12-31\n  grant 三: 1万元 when 投产 between 2024-01-01 to 2024-12-31',
    ),
    compare: 'totals',
  },
];
