import { describe, expect, it } from 'vitest';
import type { Environment } from '../../compiler/ir/interpret/environment.ts';
import { evaluateNumber, evaluateTruth } from '../../compiler/ir/interpret/evaluate.ts';
import { applicantUnder } from '../../compiler/ir/interpret/interpret.ts';
import { asOfFact, type Expr, yearFact } from '../../compiler/ir/ir.ts';
import { rational, show } from '../../compiler/ir/rational.ts';
import type { EvaluateOptions, Facts } from '../../stdlib/runtime/types.ts';
import * as b from '../harness/ir-builders.ts';

const declarations = b.policy([], {
  enums: [{ name: '等次', members: ['优秀', '良好', '合格'] }],
  lists: [b.declareList('平台')],
  facts: [
    b.declareFact('硕士', 'count'),
    b.declareFact('博士', 'count'),
    b.declareFact('利润', 'money', { signed: true }),
    b.declareFact('占比', 'rate'),
    b.declareFact('面积', { type: 'quantity', unit: '平方米' }),
    b.declareFact('认定日期', 'date'),
    b.declareFact('租期', 'duration'),
    b.declareFact('获批', 'bool'),
    b.declareFact('等次', { type: 'enum', name: '等次' }),
    b.declareFact('统一代码', 'key'),
    b.declareFact('金额', 'money', { list: '平台' }),
    b.declareFact('新认定', 'bool', { list: '平台' }),
    b.declareFact('编号', 'key', { list: '平台' }),
  ],
});

function environment(facts: Facts, options: Partial<EvaluateOptions> = {}): Environment {
  return { applicant: applicantUnder(declarations, facts, { asOf: '2026-06-30', ...options }), items: new Map() };
}

/** `1/2`, `0..∞ 硕士`: the value, with its causes where it has some. */
function number(e: Expr, facts: Facts = {}, options: Partial<EvaluateOptions> = {}): string {
  return shown(e, environment(facts, options));
}

function shown(e: Expr, env: Environment): string {
  const { lo, hi, causes } = evaluateNumber(e, env);
  const why = causes.map((c) => (c.kind === 'decision' ? c.why : c.id)).join(' ');
  if (lo && hi && show(lo) === show(hi)) return show(lo) + why;
  return `${lo ? show(lo) : '-∞'}..${hi ? show(hi) : '∞'} ${why}`;
}

function truth(e: Expr, facts: Facts = {}, options: Partial<EvaluateOptions> = {}): string {
  const { holds, causes } = evaluateTruth(e, environment(facts, options));
  return `${holds}${causes.map((c) => ` ${c.kind === 'decision' ? c.why : c.id}`).join('')}`;
}

describe('facts', () => {
  it('are read in the base of their type', () => {
    const facts = { 硕士: 60, 利润: -5000, 占比: 125_000_000, 面积: 1_500_000, 认定日期: 20_000, 租期: 14 };
    const values = Object.keys(facts).map((name) => number(b.fact(name), facts));
    expect(values).toEqual(['60', '-5000', '1/8', '3/2', '20000', '14']);
  });

  it('are unknown where they are missing, and say so', () => {
    expect(number(b.fact('硕士'))).toBe('0..∞ 硕士');
    expect(number(b.fact('利润'))).toBe('-∞..∞ 利润');
    expect(number(b.fact('认定日期'))).toBe('-∞..∞ 认定日期');
    expect(truth(b.fact('获批'))).toBe('null 获批');
    expect(truth(b.member(b.fact('等次'), '优秀'))).toBe('null 等次');
  });

  it('are not inherited: a name of Object.prototype is missing like any other', () => {
    const ir = b.policy([], { facts: [b.declareFact('constructor', 'count')] });
    const env = { applicant: applicantUnder(ir, {}, { asOf: '2026-06-30' }), items: new Map() };
    expect(evaluateNumber(b.fact('constructor'), env).hi).toBeNull();
  });

  it('know the date and the year', () => {
    const at = { asOf: '2026-06-30' };
    expect(number({ k: 'fact', ref: asOfFact, at: 'now' }, {}, at)).toBe('20634');
    expect(number({ k: 'fact', ref: yearFact, at: 'now' }, {}, at)).toBe('2026');
    expect(number({ k: 'fact', ref: yearFact, at: 'now' }, {}, { ...at, year: 2025 })).toBe('2025');
  });

  it('are read in earlier years, at their highest, and from the ledger', () => {
    const facts = { 硕士: { '2024': 30, '2025': 50, '2026': 40, '2027': 99 } };
    expect(number(b.fact('硕士'), facts)).toBe('40');
    expect(number(b.fact('硕士', { back: 1 }), facts)).toBe('50');
    expect(number(b.fact('硕士', { back: 3 }), facts)).toBe('0..∞ 硕士');
    expect(number(b.fact('硕士', 'peak'), facts)).toBe('50');
    expect(number(b.fact('硕士', 'peak'), { 硕士: { '2027': 99 } })).toBe('0..∞ 硕士');
    expect(number(b.fact('硕士', { back: 1 }), { 硕士: 60 })).toBe('0..∞ 硕士');
    expect(number(b.fact('硕士', 'peak'), { 硕士: 60 })).toBe('0..∞ 硕士');
    expect(number(b.ledgerFact('甲'))).toBe('0..∞ 甲');
    expect(number(b.ledgerFact('甲'), {}, { ledger: [{ measure: '甲', amount: 700 }] })).toBe('700');
    expect(number(b.ledgerFact('乙'), {}, { ledger: [{ measure: '甲', amount: 700 }] })).toBe('0');
  });
});

describe('numbers', () => {
  const unknown = b.fact('硕士');

  it('add, multiply, and compare exactly', () => {
    expect(number(b.add(b.count(1), b.count(2), b.count(4)))).toBe('7');
    expect(number(b.add())).toBe('0');
    expect(number(b.mul(b.constant(rational(1, 3)), b.count(2)))).toBe('2/3');
    expect(number(b.min(b.count(3), b.count(2)))).toBe('2');
    expect(number(b.max(b.count(3), b.count(2)))).toBe('3');
    expect(number(b.round(b.constant(rational(5, 2))))).toBe('3');
    expect(number(b.round(b.constant(rational(-5, 2))))).toBe('-2');
    expect(number(b.round(b.count(17), rational(5), 'down'))).toBe('15');
  });

  it('ask for a fact only where it matters', () => {
    expect(number(b.mul(unknown, b.count(0)))).toBe('0');
    expect(number(b.min(b.count(5), b.add(b.count(9), unknown)))).toBe('5');
    expect(number(b.min(b.count(5), unknown))).toBe('0..5 硕士');
    expect(number(b.mul(unknown, b.fact('博士')), { 博士: 3 })).toBe('0..∞ 硕士');
    expect(number(b.mul(b.fact('利润'), b.fact('博士')))).toBe('-∞..∞ 利润 博士');
    const under = b.min(unknown, b.count(5));
    for (const args of [
      [under, b.count(7), b.fact('博士')],
      [b.fact('博士'), b.count(7), under],
    ] as const) {
      expect(number(b.max(...args))).toBe('7..∞ 博士');
    }
    expect(number(b.min(b.add(unknown, b.count(7)), b.fact('博士'), b.count(7)))).toBe('0..7 博士');
  });

  it('take the branch of an if, and the hull of both while it is open', () => {
    const choice = b.iff(b.fact('获批'), b.count(3), b.count(8));
    expect(number(choice, { 获批: true })).toBe('3');
    expect(number(choice, { 获批: false })).toBe('8');
    expect(number(choice)).toBe('3..8 获批');
    expect(number(b.iff(b.fact('获批'), b.count(3), b.count(3)))).toBe('3');
    expect(number(b.iff(b.fact('获批'), unknown, b.fact('博士')), { 博士: 2 })).toBe('0..∞ 获批 硕士');
    expect(number(b.iff(b.fact('获批'), unknown, b.count(8)), { 获批: false })).toBe('8');
  });

  it('trace steps: prior is the value of `of`', () => {
    expect(number(b.amount(b.count(9), b.capped(b.count(5)), b.uplifted(b.count(2))))).toBe('10');
    expect(number(b.amount(b.constant(rational(10, 3))))).toBe('3');
  });
});

describe('folds', () => {
  const given = b.itemFact('平台', '新认定');
  const sum = b.fold('sum', '平台', given, b.itemFact('平台', '金额'));
  const best = b.fold('max', '平台', given, b.itemFact('平台', '金额'));
  const item = (新认定: boolean | undefined, 金额: number | undefined) => ({
    ...(新认定 !== undefined && { 新认定 }),
    ...(金额 !== undefined && { 金额 }),
  });

  it('run over the items for which `where` holds', () => {
    const 平台 = [item(true, 10), item(false, 70), item(true, 30)];
    expect(number(sum, { 平台 })).toBe('40');
    expect(number(best, { 平台 })).toBe('30');
  });

  it('of nothing are 0, and of a missing list unknown', () => {
    expect([number(sum, { 平台: [] }), number(best, { 平台: [] })]).toEqual(['0', '0']);
    expect(number(best, { 平台: [item(false, 70)] })).toBe('0');
    expect([number(sum), number(best)]).toEqual(['0..∞ 平台', '0..∞ 平台']);
  });

  it('take an item that may not count from 0 on', () => {
    const 平台 = [item(true, 10), item(undefined, 70)];
    expect(number(sum, { 平台 })).toBe('10..80 平台.新认定');
    expect(number(best, { 平台 })).toBe('10..70 平台.新认定');
    expect(number(sum, { 平台: [item(true, undefined), item(true, 5)] })).toBe('5..∞ 平台.金额');
    expect(number(sum, { 平台: [item(undefined, undefined)] })).toBe('0..∞ 平台.新认定 平台.金额');
    expect(number(sum, { 平台: [item(false, undefined)] })).toBe('0');
  });

  it('of a maximum are never below 0', () => {
    const worst = b.fold('max', '平台', b.itemFact('平台', '新认定'), b.mul(b.count(-1), b.itemFact('平台', '金额')));
    expect(number(worst, { 平台: [item(true, 10)] })).toBe('0');
  });
});

describe('which one of its kind an item is', () => {
  const items = [
    { 新认定: true, 编号: '甲' },
    { 新认定: false, 编号: '甲' },
    { 新认定: true, 编号: '乙' },
    { 编号: '甲' },
    { 新认定: true },
    { 新认定: true, 编号: '甲' },
  ];
  const positions = (same?: string) =>
    items.map((item) =>
      shown(b.nth('平台', b.itemFact('平台', '新认定'), same), {
        ...environment({ 平台: items }),
        items: new Map([['平台', item]]),
      }),
    );

  it('counts those before it that qualify, and takes those that may as a range', () => {
    const open = '平台.新认定';
    expect(positions()).toEqual(['1', '2', '2', '3', `3..4 ${open}`, `4..5 ${open}`]);
  });

  it('counts those of the same key alone', () => {
    const [open, key] = ['平台.新认定', '平台.编号'];
    // The fourth: after the first alone. The fifth may be of either key: after up to three. The last: the fourth and the fifth may count.
    expect(positions('编号')).toEqual(['1', '2', '1', '2', `1..4 ${key} ${open}`, `2..4 ${open} ${key}`]);
  });

  it('is open from 1 on where no item is at hand', () => {
    expect(number(b.nth('平台', b.itemFact('平台', '新认定')))).toBe('1..∞ 平台');
  });
});

describe('open decisions', () => {
  it.each([
    ['up to', b.decide({ hi: b.count(9), by: '评审' }), '0..9 process'],
    ['at least', b.decide({ lo: b.count(4), why: 'undecided' }), '4..∞ undecided'],
    ['from to', b.decide({ lo: b.count(4), hi: b.count(9) }), '4..9 process'],
    ['all or nothing', b.selected(b.count(9), '评审'), '0..9 selection'],
    ['no room', b.decide({ lo: b.count(4), hi: b.count(4) }), '4'],
    ['an end that is missing', b.upTo(b.fact('硕士')), '0..∞ 硕士 process'],
    ['under a cap that binds', b.min(b.count(3), b.decide({ lo: b.count(4) })), '3'],
    ['ends in the wrong order', b.decide({ lo: b.count(9), hi: b.count(4) }), '4..9 process'],
  ])('%s', (_, e, expected) => {
    expect(number(e)).toBe(expected);
  });
});

describe('truths', () => {
  it('compare', () => {
    const facts = { 硕士: 60 };
    expect(truth(b.less(b.fact('硕士'), b.count(60)), facts)).toBe('false');
    expect(truth(b.atMost(b.fact('硕士'), b.count(60)), facts)).toBe('true');
    expect(truth(b.equals(b.fact('硕士'), b.count(60)), facts)).toBe('true');
    expect(truth(b.atMost(b.count(0), b.fact('硕士')))).toBe('true');
    expect(truth(b.less(b.count(0), b.fact('硕士')))).toBe('null 硕士');
    expect(truth(b.atMost(b.fact('博士'), b.fact('硕士')), facts)).toBe('null 博士');
  });

  it('know members of enums and keys', () => {
    const isGood = b.member(b.fact('等次'), '优秀', '良好');
    expect(truth(isGood, { 等次: '良好' })).toBe('true');
    expect(truth(isGood, { 等次: '合格' })).toBe('false');
    expect(truth(b.member(b.fact('统一代码'), 'A1'), { 统一代码: 'A1' })).toBe('true');
  });

  it('combine by Kleene logic', () => {
    const [p, q] = [b.fact('获批'), b.less(b.count(10), b.fact('硕士'))];
    expect(truth(b.and(p, q), { 硕士: 5 })).toBe('false');
    expect(truth(b.or(p, q), { 硕士: 15 })).toBe('true');
    expect(truth(b.and(p, q))).toBe('null 获批 硕士');
    expect(truth(b.or(p, b.not(q)))).toBe('null 获批 硕士');
    expect(truth(b.iff(p, q, b.not(q)), { 获批: false, 硕士: 5 })).toBe('true');
    expect(truth(b.iff(p, q, q), { 硕士: 5 })).toBe('false');
    expect(truth(b.iff(p, q, b.not(q)), { 硕士: 5 })).toBe('null 获批');
  });
});
