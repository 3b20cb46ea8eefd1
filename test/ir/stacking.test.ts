import { describe, expect, it } from 'vitest';
import { interpret, interpretTogether } from '../../compiler/ir/interpret/interpret.ts';
import { type Expr, factId, type Plan, type PolicyIr } from '../../compiler/ir/ir.ts';
import type { AwardId, Facts, JointResult, Range, Result } from '../../stdlib/runtime/types.ts';
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
const between = (lo: number, hi: number): Expr => b.decide({ lo: b.yuan(lo), hi: b.yuan(hi) });

const run = (plans: readonly Plan[], facts: Facts = {}): Result =>
  interpret(b.policy(plans, vocabulary), { party: ['高校'], ...facts }, options);
const runTogether = (policies: readonly PolicyIr[], facts: Facts = {}): JointResult =>
  interpretTogether(policies, { party: ['高校'], ...facts }, options);
const policy = (name: string, plans: readonly Plan[], rest: b.PolicyOptions = {}) =>
  b.policy(plans, { ...vocabulary, name, ...rest });

const yuan = ({ min, max }: Range) => `${min / 100}..${max === null ? '∞' : max / 100}`;
const awards = (result: Pick<Result, 'awards'>) =>
  result.awards.map((a) => `${a.measure}${a.item === undefined ? '' : a.item} ${a.outcome} ${yuan(a)}`);
const total = (result: Pick<Result, 'totals'>, family = 'cash') => yuan(result.totals[family]!);
const ids = (all: readonly AwardId[]) => all.map((a) => a.measure).join(' ');
const open = (result: Pick<Result, 'open'>) => result.open.map((o) => `${o.why} ${ids(o.awards)}`);

describe('competing awards', () => {
  const unsettled = ['unsettled 甲 乙'];

  it('are of two measures on the same matter: without a rule they are unsettled', () => {
    const result = run([pays('甲', 80), pays('乙', 50)]);
    expect(awards(result)).toEqual(['甲 granted 80..80', '乙 granted 50..50']);
    expect(open(result)).toEqual(unsettled);
    expect(result.open[0]!.matter).toBe('实验室');
    expect(total(result)).toBe('80..130');
  });

  it.each<[string, readonly Plan[], Facts]>([
    ['of one measure', [pays('甲/一', 80), pays('甲/二', 50)], {}],
    ['on different matters', [pays('甲', 80), pays('乙', 50, { matter: '仪器' })], {}],
    ['on no matter', [pays('甲', 80), b.benefit({ name: '乙', amount: b.amount(b.yuan(50)) })], {}],
    ['of which one is denied', [pays('甲', 80), pays('乙', 0), pays('丙', 50, { matter: '仪器' })], {}],
  ])('add up where they do not compete: %s', (_, plans, facts) => {
    const result = run(plans, facts);
    expect(open(result)).toEqual([]);
    expect(total(result)).toBe('130..130');
  });

  it('are of one family: equity is never weighed against cash', () => {
    const result = run([pays('甲', 80), pays('乙', 50, { family: 'equity', kind: 'invest' }), b.group('highest')]);
    expect(open(result)).toEqual([]);
    expect([total(result), total(result, 'equity')]).toEqual(['80..80', '50..50']);
  });

  it('of equity are not ranked by highest', () => {
    const equity = { family: 'equity', kind: 'invest' } as const;
    const result = run([pays('甲', 80, equity), pays('乙', 50, equity), b.group('highest')]);
    expect(open(result)).toEqual(unsettled);
    expect(total(result, 'equity')).toBe('80..130');
  });

  it('take their matter from the item, where it is known', () => {
    const each = { over: factId('平台'), matter: { fact: factId('类型', '平台') } };
    const plans = [pays('甲', 80, each), pays('乙', 50, { matter: '重点实验室' }), b.group('highest')];
    expect(open(run(plans, { 平台: [{ 类型: '技术中心' }, {}] }))).toEqual([]);
    const result = run(plans, { 平台: [{ 类型: '技术中心' }, { 类型: '重点实验室' }] });
    expect(awards(result)).toEqual(['甲1 granted 80..80', '甲2 granted 80..80', '乙 suppressed 0..0']);
    expect(result.awards.map((a) => a.matter)).toEqual(['技术中心', '重点实验室', '重点实验室']);
  });

  it('that are both per item are of the same list and item', () => {
    const each = { over: factId('平台') };
    const facts = { 平台: [{}, {}], 车棚: [{}] };
    const same = run([pays('甲', 80, each), pays('乙', 50, each), b.group('highest')], facts);
    expect(awards(same)).toEqual([
      '甲1 granted 80..80',
      '甲2 granted 80..80',
      '乙1 suppressed 0..0',
      '乙2 suppressed 0..0',
    ]);
    expect(same.awards[3]!.suppressedBy).toMatchObject({ measure: '甲', item: 2 });
    const apart = run([pays('甲', 80, each), pays('乙', 50, { over: factId('车棚') }), b.group('highest')], facts);
    expect(total(apart)).toBe('210..210');
  });
});

describe('highest', () => {
  it('suppresses the lower one, which keeps what it would have been', () => {
    const result = run([
      pays('甲', 50, { clause: '一' }),
      pays('乙', 80, { clause: '二' }),
      b.group('highest', { reach: 'all' }, { clause: '末' }),
    ]);
    expect(result.awards[0]).toMatchObject({
      outcome: 'suppressed',
      min: 0,
      max: 0,
      clause: '一',
      forgone: { outcome: 'granted', min: 5000, max: 5000 },
      suppressedBy: { policy: '政策', measure: '乙', benefit: null, rule: 'highest', clause: '末' },
    });
    expect(result.awards[0]!.steps).toHaveLength(1);
    expect([total(result), open(result)]).toEqual(['80..80', []]);
  });

  it('suppresses what can at most come to as much, and asks nothing for it', () => {
    const plans = [pays('甲', 80), pays('乙', b.min(b.yuan(80), b.mul(b.yuan(1), b.fact('硕士')))), b.group('highest')];
    const result = run(plans);
    expect(awards(result)).toEqual(['甲 granted 80..80', '乙 suppressed 0..0']);
    expect(result.needs).toEqual([]);
    expect(result.awards[1]).not.toHaveProperty('needs');
    expect(result.awards[1]!.forgone).toMatchObject({ outcome: 'needs', min: 0, max: 8000 });
    expect(result.awards[1]!.forgone!.needs!.map((n) => n.fact)).toEqual(['硕士']);
  });

  it('depends where the ranges overlap: from the highest min to the highest max', () => {
    const result = run([pays('甲', 50), pays('乙', between(20, 80)), b.group('highest')]);
    expect(awards(result)).toEqual(['甲 granted 50..50', '乙 ceiling 20..80']);
    expect(open(result)).toEqual(['depends 甲 乙']);
    expect(total(result)).toBe('50..80');
  });

  it('pays the clause written first where equal figures meet within one document', () => {
    const result = run([pays('甲', 50), pays('乙', 50), b.group('highest')]);
    expect(awards(result)).toEqual(['甲 granted 50..50', '乙 suppressed 0..0']);
    expect(open(result)).toEqual([]);
  });

  it('by one that may have to give way itself suppresses nobody', () => {
    // 乙 is not paid where 丙 is; then 甲 is what is left.
    const plans = [pays('甲', 50), pays('乙', 80, { excludes: ['丙'] }), pays('丙', upTo(10), { matter: '仪器' })];
    const result = run([...plans, b.group('highest')]);
    expect(awards(result)).toEqual(['甲 granted 50..50', '乙 granted 80..80', '丙 ceiling 0..10']);
    expect(total(result)).toBe('50..90');
  });

  it('leaves open what may come to just as much and stands first', () => {
    const each = { over: factId('平台') };
    const result = run([pays('甲', upTo(80), each), pays('乙', 80), b.group('highest')], { 平台: [{}, {}] });
    expect(awards(result)).toEqual(['甲1 ceiling 0..80', '甲2 ceiling 0..80', '乙 granted 80..80']);
    expect([open(result), total(result)]).toEqual([['depends 乙 甲 甲'], '80..240']);
    const behind = run([pays('乙', 80), pays('甲', upTo(80), each), b.group('highest')], { 平台: [{}, {}] });
    expect(awards(behind)).toEqual(['乙 granted 80..80', '甲1 suppressed 0..0', '甲2 suppressed 0..0']);
  });

  it('suppresses what loses to either of two between which it is open who is paid', () => {
    const result = run([pays('甲', 50), pays('乙', between(40, 80)), pays('丙', 30), b.group('highest')]);
    expect(awards(result)).toEqual(['甲 granted 50..50', '乙 ceiling 40..80', '丙 suppressed 0..0']);
    expect([open(result), total(result)]).toEqual([['depends 甲 乙'], '50..80']);
  });

  it('of three pays one', () => {
    const result = run([pays('甲', 50), pays('乙', upTo(80)), pays('丙', upTo(60)), b.group('highest')]);
    expect(open(result)).toEqual(['depends 甲 乙 丙']);
    expect(total(result)).toBe('50..80');
  });

  it('keeps nobody from an award by one that is suppressed itself', () => {
    // 乙 loses to 甲; 丙 is bound to 乙 alone, so it is paid beside 甲.
    const reach = { reach: 'all' } as const;
    const result = run([
      pays('甲', 90),
      pays('乙', 60),
      pays('丙', 40),
      b.group('highest', reach, { between: ['甲', '乙'] }),
      b.group('highest', reach, { between: ['乙', '丙'] }),
      b.group('sum'),
    ]);
    expect(awards(result)).toEqual(['甲 granted 90..90', '乙 suppressed 0..0', '丙 granted 40..40']);
    expect(total(result)).toBe('130..130');
  });

  it('comes to no more than the sum where not every two are bound', () => {
    const reach = { reach: 'all' } as const;
    const result = run([
      pays('甲', upTo(90)),
      pays('乙', upTo(60)),
      pays('丙', upTo(40)),
      b.group('highest', reach, { between: ['甲', '乙'] }),
      b.group('highest', reach, { between: ['乙', '丙'] }),
      b.group('sum'),
    ]);
    expect(open(result)).toEqual(['depends 甲 乙 丙']);
    expect(total(result)).toBe('0..190');
  });
});

describe('choose one', () => {
  it('pays the one that is surely more', () => {
    const result = run([pays('甲', 50), pays('乙', 80), b.group('choose-one')]);
    expect(awards(result)).toEqual(['甲 suppressed 0..0', '乙 granted 80..80']);
    expect(result.awards[0]!.suppressedBy!.rule).toBe('choose one');
  });

  it('between two measures holds whatever their matter', () => {
    const other = { matter: '仪器' };
    const named = b.group('choose-one', { reach: 'all' }, { between: ['甲', '乙'] });
    const result = run([pays('甲', 50), pays('乙', 80, other), pays('丙', 10, other), named]);
    expect(awards(result)).toEqual(['甲 suppressed 0..0', '乙 granted 80..80', '丙 granted 10..10']);
    expect(open(result)).toEqual(['unsettled 乙 丙']);
  });
});

describe('the first rule that reaches a pair', () => {
  const both = [pays('甲', 80), pays('乙', 50)];

  it('is `stacks with` before any group', () => {
    const result = run([pays('甲', 80), pays('乙', 50, { stacksWith: ['甲'] }), b.group('highest')]);
    expect([total(result), open(result)]).toEqual(['130..130', []]);
  });

  it('is `excludes` before `stacks with`', () => {
    const result = run([pays('甲', 80, { excludes: ['乙'] }), pays('乙', 50, { stacksWith: ['甲'] })]);
    expect(awards(result)).toEqual(['甲 suppressed 0..0', '乙 granted 50..50']);
  });

  it('is a group that names both before one that reaches all', () => {
    const named = b.group('sum', { reach: 'all' }, { between: ['乙', '甲'] });
    expect(total(run([...both, b.group('highest'), named]))).toBe('130..130');
    const third = b.group('sum', { reach: 'all' }, { between: ['甲', '丙'] });
    expect(total(run([...both, b.group('highest'), third]))).toBe('80..80');
  });

  it('is the first in the source of those that reach', () => {
    expect(total(run([...both, b.group('sum'), b.group('highest')]))).toBe('130..130');
    expect(total(run([...both, b.group('highest', { reach: 'other' }), b.group('sum')]))).toBe('130..130');
    expect(total(run([...both, b.group('highest', { reach: 'within' }), b.group('sum')]))).toBe('80..80');
  });

  it('per a list is one for awards on its items, across it whatever the item', () => {
    const each = { over: factId('平台') };
    const perItem = [pays('甲', b.itemFact('平台', '金额'), each), pays('乙', b.itemFact('平台', '金额'), each)];
    const facts = { 平台: [{ 金额: 9000 }, { 金额: 4000 }] };
    const per = run([...perItem, b.group('highest', { reach: 'per', key: factId('平台') })], facts);
    expect(total(per)).toBe('130..130');
    expect(open(per)).toEqual([]);
    const perOther = run([...perItem, b.group('highest', { reach: 'per', key: factId('车棚') })], facts);
    expect(open(perOther)).toEqual(['unsettled 甲 乙', 'unsettled 甲 乙']);
    // 甲1 and 乙1 are equal: the clause written first is paid, and suppresses 乙2; 乙1 would suppress 甲2, but is not paid.
    const across = run([...perItem, b.group('highest', { reach: 'across', key: factId('平台') })], facts);
    expect(awards(across)).toEqual([
      '甲1 granted 90..90',
      '甲2 granted 40..40',
      '乙1 suppressed 0..0',
      '乙2 suppressed 0..0',
    ]);
  });
});

describe('excludes', () => {
  it('suppresses the one that excludes where the other is surely paid, whatever the matter and the figures', () => {
    const result = run([pays('甲', 80, { excludes: ['乙'], matter: '仪器', clause: '五' }), pays('乙', 50)]);
    expect(awards(result)).toEqual(['甲 suppressed 0..0', '乙 granted 50..50']);
    expect(result.awards[0]!.suppressedBy).toMatchObject({ measure: '乙', rule: 'excludes', clause: '五' });
    expect(total(result)).toBe('50..50');
  });

  it('counts the one that excludes from 0 where the other is only possibly paid', () => {
    const result = run([pays('甲', 80, { excludes: ['乙'] }), pays('乙', upTo(50))]);
    expect(awards(result)).toEqual(['甲 granted 80..80', '乙 ceiling 0..50']);
    expect(total(result)).toBe('0..130');
  });

  it('counts one as only possibly paid that may still lose to another', () => {
    const rule = b.group('highest', { reach: 'all' }, { between: ['乙', '丙'] });
    const plans = [pays('甲', 100, { excludes: ['乙'], matter: '仪器' }), pays('乙', 50), pays('丙', upTo(80)), rule];
    const result = run(plans);
    expect(awards(result)).toEqual(['甲 granted 100..100', '乙 granted 50..50', '丙 ceiling 0..80']);
    expect(total(result)).toBe('50..180');
  });

  it('does nothing where the other is denied or suppressed', () => {
    expect(total(run([pays('甲', 80, { excludes: ['乙'] }), pays('乙', 0)]))).toBe('80..80');
    const rule = b.group('highest', { reach: 'all' }, { between: ['乙', '丙'] });
    const result = run([
      pays('甲', 80, { excludes: ['乙'] }),
      pays('乙', 50),
      pays('丙', 60, { matter: '仪器' }),
      rule,
    ]);
    expect(awards(result)).toEqual(['甲 granted 80..80', '乙 suppressed 0..0', '丙 granted 60..60']);
  });

  it('of each other leaves the higher one', () => {
    const result = run([pays('甲', 50, { excludes: ['乙'] }), pays('乙', 80, { excludes: ['甲'] })]);
    expect(awards(result)).toEqual(['甲 suppressed 0..0', '乙 granted 80..80']);
  });

  it('of each other where figures are open is a choice between the two', () => {
    const result = run([pays('甲', upTo(80), { excludes: ['乙'] }), pays('乙', 50, { excludes: ['甲'] })]);
    expect([open(result), total(result)]).toEqual([['depends 乙 甲'], '50..80']);
  });

  it('in a circle of three suppresses none and promises nothing', () => {
    const plans = [pays('甲', 30, { excludes: ['乙'] }), pays('乙', 20, { excludes: ['丙'] })];
    expect(total(run([...plans, pays('丙', 10, { excludes: ['甲'] })]))).toBe('0..60');
  });

  it('works along a chain: what excludes a suppressed award is paid', () => {
    const result = run([pays('甲', 80, { excludes: ['乙'] }), pays('乙', 50, { excludes: ['丙'] }), pays('丙', 20)]);
    expect(awards(result)).toEqual(['甲 granted 80..80', '乙 suppressed 0..0', '丙 granted 20..20']);
  });
});

describe('unsettled awards', () => {
  it('join: from the highest min to the sum', () => {
    const result = run([pays('甲', 80), pays('乙', upTo(50)), pays('丙', 30)]);
    expect(open(result)).toEqual(['unsettled 甲 丙 乙']);
    expect(total(result)).toBe('80..160');
  });

  it('join what is bound: of that only the highest counts', () => {
    const rule = b.group('highest', { reach: 'all' }, { between: ['甲', '乙'] });
    const result = run([pays('甲', between(10, 80)), pays('乙', between(20, 50)), pays('丙', 30), rule]);
    expect(open(result)).toEqual(['depends 乙 甲', 'unsettled 丙 乙 甲']);
    expect(total(result)).toBe('30..110');
  });

  it('of two totals may leave each with nothing', () => {
    const rule = b.group('highest', { reach: 'all' }, { between: ['甲', '乙'] });
    const inKind = { family: 'in-kind' } as const;
    const result = run([pays('甲', between(10, 80)), pays('乙', between(20, 50), inKind), rule]);
    expect(open(result)).toEqual(['depends 乙 甲']);
    expect([total(result), total(result, 'in-kind')]).toEqual(['0..80', '0..50']);
  });
});

describe('across policies', () => {
  const city = (...plans: Plan[]) => policy('市', plans, { level: 'city' });
  const province = (...plans: Plan[]) => policy('省', plans, { level: 'province' });

  it('a rule of either document reaches the pair', () => {
    const other = b.group('highest', { reach: 'other' }, { clause: '末' });
    for (const policies of [
      [city(pays('甲', 50), other), province(pays('乙', 80))],
      [city(pays('甲', 50)), province(pays('乙', 80), other)],
    ]) {
      const result = runTogether(policies);
      expect(awards(result)).toEqual(['甲 suppressed 0..0', '乙 granted 80..80']);
      expect(result.awards[0]!.suppressedBy).toMatchObject({ policy: '省', measure: '乙', clause: '末' });
      expect([total(result), result.policies]).toEqual(['80..80', ['市', '省']]);
    }
  });

  it('that of a third does not', () => {
    const third = policy('区', [b.group('highest')]);
    expect(open(runTogether([city(pays('甲', 50)), province(pays('乙', 80)), third]))).toEqual(['unsettled 乙 甲']);
  });

  it('within and other say which pairs they are about', () => {
    const plans = [pays('甲', 50), pays('乙', 80)];
    const within = b.group('highest', { reach: 'within' });
    const result = runTogether([city(...plans, within), province(pays('丙', 60))]);
    expect(awards(result)).toEqual(['甲 suppressed 0..0', '乙 granted 80..80', '丙 granted 60..60']);
    expect(open(result)).toEqual(['unsettled 乙 丙']);
    const other = runTogether([city(...plans, b.group('highest', { reach: 'other' })), province(pays('丙', 60))]);
    // 丙 loses to 乙 and so takes nothing from 甲; between 甲 and 乙 the rule says nothing.
    expect(awards(other)).toEqual(['甲 granted 50..50', '乙 granted 80..80', '丙 suppressed 0..0']);
    expect(open(other)).toEqual(['unsettled 乙 甲']);
  });

  it('a level is that of the other policy', () => {
    const rule = b.group('highest', { reach: 'level', level: 'province' });
    expect(total(runTogether([city(pays('甲', 50), rule), province(pays('乙', 80))]))).toBe('80..80');
    expect(total(runTogether([city(pays('甲', 50)), province(pays('乙', 80), rule)]))).toBe('80..130');
    expect(total(runTogether([province(pays('甲', 50), pays('丙', 20), rule)]))).toBe('50..70');
  });

  it('equal figures leave open who pays', () => {
    const result = runTogether([city(pays('甲', 50), b.group('highest')), province(pays('乙', 50))]);
    expect(awards(result)).toEqual(['甲 granted 50..50', '乙 granted 50..50']);
    expect([open(result), total(result)]).toEqual([['tie 甲 乙'], '50..50']);
  });

  it('measures of one name are two, and are named by it', () => {
    const result = runTogether([city(pays('甲', 50, { excludes: ['甲'] })), province(pays('甲', 80))]);
    expect(awards(result)).toEqual(['甲 suppressed 0..0', '甲 granted 80..80']);
  });

  it('decisions name the benefits of any, problems and notes come once', () => {
    const policies = [city(pays('甲', upTo(50))), province(pays('乙', upTo(80)))];
    const facts = { 硕士: 1, decisions: { 甲: 4000, 乙: 7000, 丙: 1 } };
    const result = runTogether(policies, facts);
    expect(awards(result)).toEqual(['甲 granted 40..40', '乙 granted 70..70']);
    expect(result.problems.map((p) => [p.code, p.field])).toEqual([['CS6008', '丙']]);
  });

  it('one policy by itself is the same as together with none', () => {
    const one = city(pays('甲', 50), pays('乙', upTo(80)), b.group('highest'));
    const { policies, ...joint } = runTogether([one]);
    expect({ policy: policies[0], ...joint }).toEqual(interpret(one, { party: ['高校'] }, options));
  });
});
