import { describe, expect, it } from 'vitest';
import { interpret } from '../../compiler/ir/interpret/interpret.ts';
import { type Expr, factId, type Plan } from '../../compiler/ir/ir.ts';
import type { AwardId, Facts, Range, Result } from '../../stdlib/runtime/types.ts';
import * as b from '../harness/ir-builders.ts';

const vocabulary: b.PolicyOptions = {
  enums: [{ name: '类型', members: ['重点实验室', '技术中心'] }],
  lists: [b.declareList('平台'), b.declareList('车棚')],
  facts: [
    b.declareFact('硕士', 'count'),
    b.declareFact('获批', 'bool'),
    b.declareFact('类型', { type: 'enum', name: '类型' }, { list: '平台' }),
    b.declareFact('金额', 'money', { list: '平台' }),
    b.declareFact('金额', 'money', { list: '车棚' }),
  ],
};
const options = { asOf: '2026-06-30', lang: 'en' } as const;

/** A benefit on the matter 实验室 of a sum in yuan, or up to it: `upTo`. */
function pays(name: string, sum: number | Expr, rest: Parameters<typeof b.benefit>[0] = {}): Plan {
  const base = typeof sum === 'number' ? b.yuan(sum) : sum;
  return b.benefit({ name, amount: b.amount(base), matter: '实验室', ...rest });
}
const upTo = (sum: number): Expr => b.upTo(b.yuan(sum), '评审');

const run = (plans: readonly Plan[], facts: Facts = {}): Result =>
  interpret(b.policy(plans, vocabulary), { party: ['高校'], ...facts }, options);

const yuan = ({ min, max }: Range) => `${min / 100}..${max === null ? '∞' : max / 100}`;
const awards = (result: Pick<Result, 'awards'>) =>
  result.awards.map((a) => `${a.measure}${a.item === undefined ? '' : a.item} ${a.outcome} ${yuan(a)}`);
const total = (result: Pick<Result, 'totals'>, family = 'cash') => yuan(result.totals[family]!);
const ids = (all: readonly AwardId[]) => all.map((a) => a.measure).join(' ');
const open = (result: Pick<Result, 'open'>) => result.open.map((o) => `${o.why} ${ids(o.awards)}`);

describe('shared caps', () => {
  const caps = (result: Pick<Result, 'sharedCaps'>) =>
    result.sharedCaps.map(
      (c) => `${ids(c.awards)}: ${yuan(c)} cut ${c.cutMin / 100}..${c.cutMax === null ? '∞' : c.cutMax / 100}`,
    );

  it('take from the sum what lies above, and leave the awards as they are', () => {
    const result = run([pays('甲/一', 80), pays('甲/二', 50), b.limit('甲', b.yuan(100))]);
    expect(awards(result)).toEqual(['甲 granted 80..80', '甲 granted 50..50']);
    expect(caps(result)).toEqual(['甲 甲: 100..100 cut 30..30']);
    expect(result.sharedCaps[0]).toMatchObject({
      family: 'cash',
      byAnalogy: false,
      limit: { min: 10_000, max: 10_000 },
    });
    expect(total(result)).toBe('100..100');
  });

  it('are exact where the least already reaches them', () => {
    const result = run([pays('甲/一', 80), pays('甲/二', b.decide({ lo: b.yuan(40) })), b.limit('甲', b.yuan(100))]);
    expect(caps(result)).toEqual(['甲 甲: 100..100 cut 20..∞']);
    expect(total(result)).toBe('100..100');
  });

  it('that do not bind take nothing, and are listed all the same', () => {
    const result = run([pays('甲', 80), b.limit('甲', b.yuan(100))]);
    expect([caps(result), total(result)]).toEqual([['甲: 80..80 cut 0..0'], '80..80']);
    expect(run([pays('甲', 0), b.limit('甲', b.yuan(100))]).sharedCaps).toEqual([]);
  });

  it('come after stacking: a suppressed award does not use them up', () => {
    const result = run([
      pays('甲/一', 80),
      pays('甲/二', 50, { matter: '仪器' }),
      pays('乙', 90),
      b.group('highest'),
      b.limit('甲', b.yuan(60)),
    ]);
    expect(caps(result)).toEqual(['甲: 50..50 cut 0..0']);
    expect(total(result)).toBe('140..140');
  });

  it('per item come before those of the applicant, each on what is left', () => {
    const each = { over: factId('平台') };
    const plans = [
      pays('甲/一', b.itemFact('平台', '金额'), each),
      pays('甲/二', 50, each),
      b.limit('甲', b.yuan(150)),
      b.limit('甲', b.yuan(100), 'item'),
    ];
    const result = run(plans, { 平台: [{ 金额: 9000 }, { 金额: 1000 }] });
    expect(caps(result)).toEqual([
      '甲 甲: 100..100 cut 40..40',
      '甲 甲: 60..60 cut 0..0',
      '甲 甲 甲 甲: 150..150 cut 10..10',
    ]);
    expect(result.sharedCaps.map((c) => c.item)).toEqual([1, 2, undefined]);
    expect(total(result)).toBe('150..150');
  });

  it('per item may read the item', () => {
    const plans = [pays('甲', 50, { over: factId('平台') }), b.limit('甲', b.itemFact('平台', '金额'), 'item')];
    const result = run(plans, { 平台: [{ 金额: 4000 }, { 金额: 9000 }, {}] });
    expect(caps(result)).toEqual(['甲: 40..40 cut 10..10', '甲: 50..50 cut 0..0', '甲: 0..50 cut 50..0']);
    expect([total(result), result.needs]).toEqual(['90..140', ['金额']]);
  });

  it('are half up to the fen', () => {
    const result = run([pays('甲', 80), b.limit('甲', b.mul(b.percent(50), b.constant({ n: 3n, d: 1n })))]);
    expect(result.totals).toEqual({ cash: { min: 2, max: 2 } });
  });

  it('lower only the lower end where awards of the group compete with others', () => {
    // 甲/一 may lose to 乙; then 甲/二 is below the cap by itself.
    const result = run([
      pays('甲/一', upTo(40)),
      pays('甲/二', 40, { matter: '仪器' }),
      pays('乙', 30),
      b.group('highest'),
      b.limit('甲', b.yuan(50)),
    ]);
    expect(open(result)).toEqual(['depends 乙 甲']);
    expect(caps(result)).toEqual(['甲 甲: 40..50 cut 0..30']);
    expect(total(result)).toBe('40..80');
  });

  it('never take more from the lower end than the awards concerned add to it', () => {
    const result = run([
      pays('甲', b.decide({ lo: b.yuan(10) })),
      pays('乙', 30),
      pays('丙', 500, { matter: '仪器' }),
      b.limit('甲', b.yuan(50)),
    ]);
    expect(open(result)).toEqual(['unsettled 乙 甲']);
    expect(total(result)).toBe('500..∞');
  });

  it('count each total by itself', () => {
    const result = run([
      pays('甲/一', 80),
      pays('甲/二', 70, { family: 'equity', kind: 'invest' }),
      b.limit('甲', b.yuan(60)),
    ]);
    expect(caps(result)).toEqual(['甲: 60..60 cut 20..20', '甲: 60..60 cut 10..10']);
    expect([total(result), total(result, 'equity')]).toEqual(['60..60', '60..60']);
  });
});

describe('totals', () => {
  it('are of families of which something is left', () => {
    expect(run([pays('甲', 0)]).totals).toEqual({});
    expect(run([pays('甲', 5), pays('乙', 7, { family: 'in-kind' })]).totals).toEqual({
      cash: { min: 500, max: 500 },
      'in-kind': { min: 700, max: 700 },
    });
  });

  it('have no upper end where an award has none', () => {
    expect(total(run([pays('甲', 5), pays('乙', b.decide({ lo: b.yuan(7) }), { matter: '仪器' })]))).toBe('12..∞');
  });

  it('beyond what is exact are a problem', () => {
    const huge = b.constant({ n: BigInt(Number.MAX_SAFE_INTEGER), d: 1n });
    const result = run([pays('甲', huge), pays('乙', huge, { matter: '仪器' })]);
    expect(result.awards).toHaveLength(2);
    expect(result.totals).toEqual({});
    expect(result.problems.map((p) => [p.code, p.field])).toEqual([['CS6006', 'cash']]);
  });
});
