import { describe, expect, it } from 'vitest';
import { interpret } from '../../compiler/ir/interpret/interpret.ts';
import { type BenefitPlan, type Expr, factId } from '../../compiler/ir/ir.ts';
import { rational } from '../../compiler/ir/rational.ts';
import type { Award, EvaluateOptions, Facts, Result, Step } from '../../stdlib/runtime/types.ts';
import * as b from '../harness/ir-builders.ts';

const vocabulary: b.PolicyOptions = {
  enums: [{ name: '等次', members: ['优秀', '良好', '合格'] }],
  lists: [b.declareList('平台', ['高校'])],
  facts: [
    b.declareFact('硕士', 'count', { parties: ['高校'] }),
    b.declareFact('博士', 'count', { parties: ['高校'] }),
    b.declareFact('创新券总额', 'money', { parties: ['高校'] }),
    b.declareFact('利润', 'money', { signed: true }),
    b.declareFact('成立日期', 'date'),
    b.declareFact('统一代码', 'key'),
    b.declareFact('订单式培养', 'bool'),
    b.declareFact('失信', 'bool'),
    b.declareFact('等次', { type: 'enum', name: '等次' }),
    b.declareFact('设备费', 'money', { list: '平台' }),
    b.declareFact('获批', 'bool', { list: '平台' }),
  ],
};
const university = { party: ['高校'] };

function run(plan: BenefitPlan, facts: Facts, options: Partial<EvaluateOptions> = {}): Result {
  return interpret(b.policy([plan], vocabulary), facts, { asOf: '2026-06-30', lang: 'en', ...options });
}

function award(plan: BenefitPlan, facts: Facts, options: Partial<EvaluateOptions> = {}): Award {
  const { awards } = run(plan, facts, options);
  if (awards.length !== 1) throw new Error(`${awards.length} awards`);
  return awards[0]!;
}

const wan = 1_000_000;
const range = ({ outcome, min, max }: Award) => `${outcome} ${min}..${max ?? '∞'}`;
const figures = (steps: readonly Step[]) =>
  steps.map(({ role, min, max, cutMin, cutMax }) => {
    const cut = cutMin === undefined ? '' : ` cut ${cutMin}..${cutMax}`;
    return `${role} ${min}..${max}${cut}`;
  });

/** grant 6000 per master cap 500000 */
const masters = b.benefit({
  name: '联合培养/硕士',
  amount: b.amount(b.mul(b.yuan(6000), b.fact('硕士')), b.capped(b.yuan(500_000))),
});
const mastersAndDoctors = b.benefit({
  name: '联合培养/硕博',
  amount: b.amount(
    b.add(b.mul(b.yuan(6000), b.fact('硕士')), b.mul(b.yuan(10_000), b.fact('博士'))),
    b.capped(b.yuan(500_000)),
  ),
});

describe('the golden figures', () => {
  it('60 masters: 360,000', () => {
    const { outcome, min, max, steps } = award(masters, { ...university, 硕士: 60 });
    expect({ outcome, min, max }).toEqual({ outcome: 'granted', min: 36 * wan, max: 36 * wan });
    expect(figures(steps)).toEqual([`base ${36 * wan}..${36 * wan}`, `cap ${36 * wan}..${36 * wan} cut 0..0`]);
  });

  it('90 masters: 500,000, and the cap cut 40,000', () => {
    const { outcome, min, max, steps } = award(masters, { ...university, 硕士: 90 });
    expect({ outcome, min, max }).toEqual({ outcome: 'granted', min: 50 * wan, max: 50 * wan });
    expect(figures(steps)[1]).toBe(`cap ${50 * wan}..${50 * wan} cut ${4 * wan}..${4 * wan}`);
  });

  it('90 masters, doctors missing, under the same cap: exactly 500,000, and nothing is asked', () => {
    const result = run(mastersAndDoctors, { ...university, 硕士: 90 });
    expect(range(result.awards[0]!)).toBe(`granted ${50 * wan}..${50 * wan}`);
    expect(result.awards[0]!.needs).toBeUndefined();
    expect(result.needs).toEqual([]);
    expect(figures(result.awards[0]!.steps)).toEqual([
      `base ${54 * wan}..null`,
      `cap ${50 * wan}..${50 * wan} cut ${4 * wan}..null`,
    ]);
  });

  it('60 masters and 30 doctors: 660,000 cut to 500,000', () => {
    const { min, steps } = award(mastersAndDoctors, { ...university, 硕士: 60, 博士: 30 });
    expect(min).toBe(50 * wan);
    expect(figures(steps)).toEqual([
      `base ${66 * wan}..${66 * wan}`,
      `cap ${50 * wan}..${50 * wan} cut ${16 * wan}..${16 * wan}`,
    ]);
  });

  it('10% of 1,234,567.89: 123,456.79, rounded half up once at the end', () => {
    const plan = b.benefit({
      amount: b.amount(b.mul(b.percent(10), b.fact('创新券总额')), b.capped(b.yuan(300_000))),
    });
    const { min, max, steps } = award(plan, { ...university, 创新券总额: 123_456_789 });
    expect([min, max]).toEqual([12_345_679, 12_345_679]);
    expect(steps.map((s) => s.role)).toEqual(['base', 'cap', 'round']);
  });
});

describe('steps', () => {
  it('are shown half up, with cuts taken exactly', () => {
    const plan = b.benefit({
      amount: b.amount(b.mul(b.constant(rational(1, 2)), b.fact('硕士')), b.capped(b.constant(rational(101, 4)))),
    });
    // 50.5 fen, cut to 25.25: shown as 51, 25 and 25, not 26.
    expect(figures(award(plan, { ...university, 硕士: 101 }).steps)).toEqual([
      'base 51..51',
      'cap 25..25 cut 25..25',
      'round 25..25',
    ]);
  });

  it('run from the innermost out, after the conditions', () => {
    const plan = b.benefit({
      when: b.and(b.condition(b.fact('订单式培养'), 'ordered'), b.veto(b.fact('失信'), 'dishonest')),
      amount: b.amount(
        b.yuan(100),
        b.scheduled(b.percent(60)),
        b.uplifted(b.percent(130)),
        b.floored(b.yuan(80)),
        b.capped(b.yuan(79)),
        b.reducedBy('甲'),
        b.rounded(rational(1000)),
      ),
    });
    const { steps, min } = award(
      plan,
      { ...university, 订单式培养: true, 失信: false },
      { ledger: [{ measure: '甲', amount: 1234 }] },
    );
    expect(steps.slice(0, 2)).toEqual([
      { role: 'condition', say: 'ordered', holds: true },
      { role: 'veto', say: 'dishonest', holds: false },
    ]);
    expect(figures(steps.slice(2))).toEqual([
      'base 10000..10000',
      'schedule 6000..6000',
      'uplift 7800..7800',
      'floor 8000..8000',
      'cap 7900..7900 cut 100..100',
      'less 6666..6666 cut 1234..1234',
      'round 7000..7000',
    ]);
    expect(min).toBe(7000);
  });

  it('fill in facts, or their names while they are unknown', () => {
    const said = (lang: 'zh' | 'en', facts: Facts) => {
      const say = { zh: ['每人，', { fact: '硕士' }], en: ['each, ', { fact: '硕士' }] };
      const plan = b.benefit({ when: b.condition(b.less(b.count(0), b.fact('硕士')), say) });
      return award(plan, { ...university, ...facts }, { lang }).steps[0]!.say;
    };
    expect(said('zh', { 硕士: 60 })).toBe('每人，60');
    expect(said('en', { 硕士: 60 })).toBe('each, 60');
    expect(said('zh', {})).toBe('每人，硕士（未提供）');
  });

  it('have no figure beyond what is exact', () => {
    const plan = b.benefit({ amount: b.amount(b.mul(b.fact('硕士'), b.fact('硕士')), b.capped(b.yuan(1))) });
    expect(figures(award(plan, { ...university, 硕士: 2 ** 40 }).steps)).toEqual([
      'base null..null',
      'cap 100..100 cut null..null',
    ]);
  });
});

describe('outcomes', () => {
  const open = (base: Expr, ...more: ((of: Expr) => Expr)[]) => b.benefit({ amount: b.amount(base, ...more) });

  it('granted where the amount is one number', () => {
    expect(range(award(b.benefit({}), university))).toBe('granted 10000..10000');
  });

  it('ceiling while a process is to decide', () => {
    const { decidedBy, ...rest } = award(open(b.upTo(b.yuan(150), '绩效评估')), university);
    expect(range(rest)).toBe('ceiling 0..15000');
    expect(decidedBy).toEqual(['绩效评估']);
  });

  it('selective while it is that sum or nothing', () => {
    const { decidedBy, ...rest } = award(open(b.selected(b.yuan(60), '专家评审')), university);
    expect(range(rest)).toBe('selective 0..6000');
    expect(decidedBy).toEqual(['专家评审']);
  });

  it('undecided, with the reason, and without an upper end', () => {
    const plan = open(b.decide({ why: 'undecided', reason: '评价标准另行制定' }));
    const found = award(plan, university);
    expect(range(found)).toBe('undecided 0..∞');
    expect(found.open).toEqual(['评价标准另行制定']);
  });

  it('case by case', () => {
    expect(range(award(open(b.decide({ why: 'case-by-case' })), university))).toBe('case-by-case 0..∞');
  });

  it('go by the first of the causes: facts, then what nobody decided, then by whom', () => {
    const either = (a: Expr, c: Expr) => b.iff(b.less(b.count(10), b.fact('硕士')), a, c);
    const process = b.upTo(b.yuan(9), '甲方');
    const selection = b.selected(b.yuan(9), '乙方');
    const later = b.decide({ why: 'undecided', hi: b.yuan(9) });
    const outcomeOf = (base: Expr, facts: Facts = {}) => award(open(base), { ...university, ...facts }).outcome;
    expect(outcomeOf(either(process, later))).toBe('needs');
    expect(outcomeOf(either(process, later), { 硕士: 11 })).toBe('ceiling');
    expect(outcomeOf(either(process, later), { 硕士: 10 })).toBe('undecided');
    expect(outcomeOf(b.add(process, selection))).toBe('selective');
    expect(outcomeOf(b.add(selection, later))).toBe('undecided');
  });

  it('exact under a cap that every decision reaches', () => {
    const plan = open(b.decide({ lo: b.yuan(50), why: 'process', by: '甲方' }), b.capped(b.yuan(30)));
    const found = award(plan, university);
    expect(range(found)).toBe('granted 3000..3000');
    expect(found.decidedBy).toBeUndefined();
  });

  it('denied, with every condition that fails and the reason of every veto', () => {
    const plan = b.benefit({
      when: b.and(
        b.condition(b.fact('订单式培养'), 'ordered'),
        b.condition(b.less(b.count(5), b.fact('硕士')), 'more than 5'),
        b.veto(b.fact('失信'), 'dishonest', '失信主体'),
      ),
    });
    const found = award(plan, { ...university, 订单式培养: false, 硕士: 6, 失信: true });
    expect(range(found)).toBe('denied 0..0');
    expect(found.reasons).toEqual([
      { role: 'condition', say: 'condition not met: ordered' },
      { role: 'veto', say: 'excluded: 失信主体' },
    ]);
    expect(found.steps.map((s) => s.holds)).toEqual([false, true, true]);
    expect(found.needs).toBeUndefined();
  });

  it('denied where the amount comes to nothing, naming the step', () => {
    const found = award(masters, { ...university, 硕士: 0 });
    expect(range(found)).toBe('denied 0..0');
    expect(found.reasons).toEqual([{ role: 'amount', say: 'the amount is 0: base' }]);
    expect(figures(found.steps)).toEqual(['base 0..0', 'cap 0..0 cut 0..0']);

    const used = b.benefit({ amount: b.amount(b.yuan(3), b.reducedBy('甲')) });
    const reduced = award(used, university, { ledger: [{ measure: '甲', amount: 500 }] });
    expect(reduced.reasons).toEqual([{ role: 'amount', say: 'the amount is 0: less' }]);

    const tiny = b.benefit({ amount: b.amount(b.constant(rational(1, 3))) });
    expect(award(tiny, university).reasons).toEqual([{ role: 'amount', say: 'the amount is 0: round' }]);
  });

  it('denied for nothing even while the conditions are unknown', () => {
    const plan = b.benefit({ when: b.condition(b.fact('订单式培养')), amount: b.amount(b.fact('硕士')) });
    expect(range(award(plan, { ...university, 硕士: 0 }))).toBe('denied 0..0');
  });

  it('denied by a condition before what is unknown', () => {
    const plan = b.benefit({ when: b.and(b.condition(b.fact('订单式培养')), b.condition(b.fact('失信'))) });
    const result = run(plan, { ...university, 失信: false });
    expect(range(result.awards[0]!)).toBe('denied 0..0');
    expect(result.needs).toEqual([]);
  });
});

describe('needs', () => {
  it('run from nothing to the most there can be', () => {
    const plan = b.benefit({ when: b.condition(b.fact('订单式培养')) });
    const result = run(plan, university);
    expect(range(result.awards[0]!)).toBe('needs 0..10000');
    expect(result.needs).toEqual(['订单式培养']);
    expect(result.awards[0]!.needs).toEqual([
      {
        fact: '订单式培养',
        kind: 'fact',
        follows: [
          { value: 'yes', outcome: 'granted', min: 10_000, max: 10_000 },
          { value: 'no', outcome: 'denied', min: 0, max: 0 },
        ],
      },
    ]);
  });

  it('say what follows from a number: none, and more', () => {
    const found = award(mastersAndDoctors, { ...university, 博士: 30 });
    expect(range(found)).toBe(`needs ${30 * wan}..${50 * wan}`);
    expect(found.needs).toEqual([
      {
        fact: '硕士',
        kind: 'fact',
        follows: [
          { value: '0', outcome: 'granted', min: 30 * wan, max: 30 * wan },
          { value: '> 0', outcome: 'needs', min: 30 * wan, max: 50 * wan },
        ],
      },
    ]);
  });

  it('say what follows from each member of an enum', () => {
    const table = b.iff(
      b.member(b.fact('等次'), '优秀'),
      b.yuan(13),
      b.iff(b.member(b.fact('等次'), '良好'), b.yuan(7), b.yuan(0)),
    );
    const found = award(b.benefit({ amount: b.amount(table) }), university);
    expect(range(found)).toBe('needs 0..1300');
    expect(found.needs![0]!.follows).toEqual([
      { value: '优秀', outcome: 'granted', min: 1300, max: 1300 },
      { value: '良好', outcome: 'granted', min: 700, max: 700 },
      { value: '合格', outcome: 'denied', min: 0, max: 0 },
    ]);
  });

  it('say only what 0 would mean where a number may be negative, and nothing of dates and keys', () => {
    const when = b.and(
      b.condition(b.less(b.yuan(-5), b.fact('利润'))),
      b.condition(b.less(b.constant(rational(20_000), 'date'), b.fact('成立日期'))),
      b.condition(b.member(b.fact('统一代码'), 'A')),
    );
    const needs = award(b.benefit({ when }), university).needs!;
    expect(needs.map((n) => [n.fact, n.follows.map((f) => `${f.value}: ${f.outcome}`)])).toEqual([
      ['利润', ['0: needs']],
      ['成立日期', []],
      ['统一代码', []],
    ]);
  });

  it('name parties, procedures and past awards', () => {
    const plan = b.benefit({
      parties: ['高校'],
      when: b.and(
        b.condition(b.passed('验收')),
        b.condition(b.atMost(b.ledgerFact('甲'), b.yuan(0))),
        b.condition(b.fact('订单式培养')),
      ),
    });
    const result = run(plan, { 失信: false });
    expect(result.needs).toEqual(['高校', '验收', '甲', '订单式培养']);
    expect(result.awards[0]!.needs!.map(({ fact, kind, value }) => [fact, kind, value])).toEqual([
      ['party', 'party', '高校'],
      ['验收', 'procedure', undefined],
      ['甲', 'award', undefined],
      ['订单式培养', 'fact', undefined],
    ]);
    const outcomes = result.awards[0]!.needs!.map((n) => n.follows.map((f) => `${f.value}: ${f.outcome}`));
    expect(outcomes).toEqual([
      ['yes: needs', 'no: denied'],
      ['yes: needs', 'no: denied'],
      ['0: needs', '> 0: needs'],
      ['yes: needs', 'no: denied'],
    ]);
  });

  it('come each once, those of the conditions before those of the amount', () => {
    const plan = b.benefit({
      when: b.condition(b.less(b.count(3), b.fact('博士'))),
      amount: b.amount(b.add(b.fact('硕士'), b.fact('博士'), b.fact('硕士'))),
    });
    expect(run(plan, university).needs).toEqual(['博士', '硕士']);
  });
});

describe('lists', () => {
  const plan = b.benefit({
    name: '创新平台',
    over: factId('平台'),
    when: b.and(b.condition(b.fact('订单式培养'), 'ordered'), b.condition(b.itemFact('平台', '获批'), 'approved')),
    amount: b.amount(b.mul(b.percent(10), b.itemFact('平台', '设备费'))),
  });
  const ordered = { ...university, 订单式培养: true };

  it('give one award for each item, counted from 1', () => {
    const 平台 = [{ 获批: true, 设备费: 1000 }, { 获批: false, 设备费: 2000 }, { 获批: true }];
    const { awards } = run(plan, { ...ordered, 平台 });
    expect(awards.map((a) => `${a.item} ${range(a)}`)).toEqual(['1 granted 100..100', '2 denied 0..0', '3 needs 0..∞']);
    expect(awards[2]!.needs!.map((n) => n.fact)).toEqual(['设备费']);
  });

  it('that are empty give none, and ask nothing', () => {
    const result = run(plan, { ...ordered, 平台: [] });
    expect([result.awards, result.needs, result.totals]).toEqual([[], [], {}]);
  });

  it('that are missing give one award without an item, which needs the list alone', () => {
    const { awards, needs } = run(plan, university);
    expect(awards.map((a) => [a.item, range(a)])).toEqual([[undefined, 'needs 0..∞']]);
    expect(awards[0]!.needs).toEqual([{ fact: '平台', kind: 'list', follows: [] }]);
    expect(awards[0]!.steps.map((s) => s.holds)).toEqual([null, null]);
    expect(needs).toEqual(['平台']);
  });

  it('that are missing do not matter where the conditions fail already', () => {
    const found = award(plan, { ...university, 订单式培养: false });
    expect(range(found)).toBe('denied 0..0');
    expect(found.reasons).toEqual([{ role: 'condition', say: 'condition not met: ordered' }]);
  });
});

describe('figures beyond what is exact', () => {
  const squared = b.benefit({ name: '甲', amount: b.amount(b.mul(b.fact('硕士'), b.fact('硕士'))) });

  it('are a problem of the award, which is left out', () => {
    const result = run(squared, { ...university, 硕士: 2 ** 27 });
    expect(result.awards).toEqual([]);
    expect(result.problems.map((p) => [p.code, p.field])).toEqual([['CS6006', '甲']]);
    expect(result.totals).toEqual({});
  });

  it('are exact up to the last fen', () => {
    const plan = b.benefit({ amount: b.amount(b.constant(rational(Number.MAX_SAFE_INTEGER))) });
    expect(award(plan, university).max).toBe(Number.MAX_SAFE_INTEGER);
    const above = b.benefit({ amount: b.amount(b.constant(rational(2n ** 53n))) });
    expect(run(above, university).problems).toHaveLength(1);
  });

  it('do not matter for an award that is denied', () => {
    const plan: BenefitPlan = { ...squared, when: b.condition(b.fact('订单式培养')) };
    expect(range(award(plan, { ...university, 硕士: 2 ** 27, 订单式培养: false }))).toBe('denied 0..0');
  });

  it('are left out of what follows', () => {
    const huge = b.iff(b.member(b.fact('等次'), '优秀'), b.constant(rational(2n ** 60n)), b.fact('硕士'));
    const found = award(b.benefit({ amount: b.amount(huge) }), university);
    expect(range(found)).toBe('needs 0..∞');
    expect(found.needs![0]!.follows.map((f) => f.value)).toEqual(['良好', '合格']);
  });
});
