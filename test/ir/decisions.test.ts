import { describe, expect, it } from 'vitest';
import { interpret } from '../../compiler/ir/interpret/interpret.ts';
import { type BenefitPlan, factId } from '../../compiler/ir/ir.ts';
import type { Award, Decisions, Facts, Result } from '../../stdlib/runtime/types.ts';
import * as b from '../harness/ir-builders.ts';

const vocabulary: b.PolicyOptions = {
  lists: [b.declareList('平台')],
  facts: [
    b.declareFact('硕士', 'count'),
    b.declareFact('获批', 'bool'),
    b.declareFact('设备费', 'money', { list: '平台' }),
  ],
};

function run(plan: BenefitPlan, decisions: Decisions, facts: Facts = {}): Result {
  const record = { party: ['高校'], ...facts };
  return interpret(b.policy([plan], vocabulary), record, { asOf: '2026-06-30', lang: 'en', decisions });
}

const range = ({ outcome, min, max }: Award) => `${outcome} ${min}..${max ?? '∞'}`;
const first = (result: Result) => range(result.awards[0]!);
const codes = (result: Result) => result.problems.map((p) => `${p.code} ${p.field}: ${p.expected}`);

const ceiling = b.benefit({
  name: '培养/订单',
  amount: b.amount(b.upTo(b.yuan(150), '绩效评估'), b.capped(b.yuan(100))),
});

describe('a figure', () => {
  it('within the range takes the place of the open amount, and is the first step of the amount', () => {
    const result = run(ceiling, { '培养/订单': 8000 });
    expect(first(result)).toBe('granted 8000..8000');
    expect(result.awards[0]!.steps).toEqual([
      { role: 'decision', say: 'decided by 绩效评估: 80 yuan', min: 8000, max: 8000 },
      { role: 'base', say: 'base', min: 8000, max: 8000 },
      { role: 'cap', say: 'cap', min: 8000, max: 8000, cutMin: 0, cutMax: 0 },
    ]);
    expect(result.awards[0]!.decidedBy).toEqual(['绩效评估']);
  });

  it('may be either end, and is cut by what follows', () => {
    expect(first(run(ceiling, { '培养/订单': 15_000 }))).toBe('granted 10000..10000');
    const nothing = run(ceiling, { '培养/订单': 0 });
    expect(first(nothing)).toBe('denied 0..0');
    expect(nothing.awards[0]!.reasons).toEqual([
      { role: 'amount', say: 'the amount is 0: decided by 绩效评估: 0 yuan' },
    ]);
    expect(nothing.awards[0]!.notes).toBeUndefined();
  });

  it.each([15_001, -1, 0.5, Number.NaN, 2 ** 60])('of %s is outside: a problem, and the award stays open', (given) => {
    const result = run(ceiling, { '培养/订单': given });
    expect(first(result)).toBe('ceiling 0..10000');
    expect(codes(result)).toEqual(['CS6007 培养/订单: 0 yuan to 150 yuan']);
  });

  it('has no upper end to keep where the text gives none', () => {
    const open = b.benefit({ amount: b.amount(b.decide({ lo: b.yuan(20) })) });
    expect(first(run(open, { 甲: 10 ** 12 }))).toBe('granted 1000000000000..1000000000000');
    expect(codes(run(open, { 甲: 1999 }))).toEqual(['CS6007 甲: 20 yuan or more']);
  });

  it('of all or nothing is one of the two', () => {
    const plan = b.benefit({ amount: b.amount(b.selected(b.yuan(60), '专家评审')) });
    expect(first(run(plan, { 甲: 6000 }))).toBe('granted 6000..6000');
    expect(first(run(plan, { 甲: 0 }))).toBe('denied 0..0');
    expect(codes(run(plan, { 甲: 3000 }))).toEqual(['CS6007 甲: 0 yuan or 60 yuan']);
  });

  it('waits where a missing fact sets the range', () => {
    const plan = b.benefit({ amount: b.amount(b.upTo(b.mul(b.yuan(1), b.fact('硕士')), '评审')) });
    const waiting = run(plan, { 甲: 500 });
    expect(first(waiting)).toBe('needs 0..∞');
    expect([waiting.needs, waiting.problems]).toEqual([['硕士'], []]);
    expect(waiting.awards[0]!.decidedBy).toBeUndefined();
    expect(waiting.awards[0]!.needs![0]!.follows).toEqual([
      { value: '0', outcome: 'denied', min: 0, max: 0 },
      { value: '> 0', outcome: 'needs', min: 0, max: null },
    ]);
    expect(first(run(plan, { 甲: 500 }, { 硕士: 5 }))).toBe('granted 500..500');
    expect(codes(run(plan, { 甲: 500 }, { 硕士: 4 }))).toEqual(['CS6007 甲: 0 yuan to 4 yuan']);
  });

  it('for the one of two branches that may allow it', () => {
    const plan = b.benefit({
      amount: b.amount(b.iff(b.fact('获批'), b.upTo(b.yuan(10), '甲方'), b.upTo(b.yuan(5), '乙方'))),
    });
    const either = run(plan, { 甲: 700 });
    expect(first(either)).toBe('needs 0..700');
    expect([either.problems, either.awards[0]!.decidedBy]).toEqual([[], ['甲方', '乙方']]);
    expect(codes(run(plan, { 甲: 1001 }))).toEqual(['CS6007 甲: 0 yuan to 10 yuan']);
  });
});

describe('yes or no', () => {
  it('answers a selection with its upper or lower end', () => {
    const plan = b.benefit({ amount: b.amount(b.selected(b.yuan(60), '专家评审')) });
    const yes = run(plan, { 甲: true });
    expect(first(yes)).toBe('granted 6000..6000');
    expect(yes.awards[0]!.steps[0]).toEqual({ role: 'decision', say: 'selected by 专家评审', min: 6000, max: 6000 });
    const no = run(plan, { 甲: false });
    expect(first(no)).toBe('denied 0..0');
    expect(no.awards[0]!.reasons).toEqual([{ role: 'amount', say: 'the amount is 0: not selected by 专家评审' }]);
  });

  it('answers a procedure', () => {
    const plan = b.benefit({ when: b.condition(b.passed('验收'), 'after acceptance') });
    expect(first(run(plan, {}))).toBe('needs 0..10000');
    const yes = run(plan, { 甲: true });
    expect(first(yes)).toBe('granted 10000..10000');
    expect(yes.awards[0]!.steps.map((s) => s.role)).toEqual(['condition', 'decision', 'base']);
    expect(yes.awards[0]!.steps[1]).not.toHaveProperty('min');
    const no = run(plan, { 甲: false });
    expect(first(no)).toBe('denied 0..0');
    expect(no.awards[0]!.steps.map((s) => s.role)).toEqual(['condition']);
    expect(no.awards[0]!.reasons![0]!.role).toBe('condition');
    expect(no.awards[0]!.notes).toBeUndefined();
  });
});

describe('a decision that cannot be used', () => {
  it('is a problem where the benefit leaves nothing of its kind open', () => {
    expect(codes(run(b.benefit({}), { 甲: 100 }))).toEqual(['CS6007 甲: absent, since nothing is left to decide']);
    expect(codes(run(ceiling, { '培养/订单': true }))).toEqual(['CS6007 培养/订单: an amount']);
    const procedure = b.benefit({ when: b.condition(b.passed('验收')) });
    const result = run(procedure, { 甲: 100 });
    expect(codes(result)).toEqual(['CS6007 甲: yes (passed) or no (not passed)']);
    expect(first(result)).toBe('needs 0..10000');
  });

  it('is ignored with a note where the award is denied', () => {
    const plan = { ...ceiling, when: b.condition(b.fact('获批')) };
    for (const given of [8000, 99_999, true]) {
      const result = run(plan, { '培养/订单': given }, { 获批: false });
      expect([first(result), result.problems]).toEqual(['denied 0..0', []]);
      expect(result.awards[0]!.notes).toEqual(['the decision 培养/订单 is not used: the award is denied']);
    }
  });

  it('is ignored with a note where no branch asks for it', () => {
    const plan = b.benefit({ amount: b.amount(b.iff(b.fact('获批'), b.upTo(b.yuan(10)), b.yuan(5))) });
    const result = run(plan, { 甲: 700 }, { 获批: false });
    expect([first(result), result.problems]).toEqual(['granted 500..500', []]);
    expect(result.awards[0]!.notes).toEqual(['the decision 甲 is not used: nothing is to be decided here']);
  });

  it('is a problem where it names no benefit', () => {
    const result = run(ceiling, { 培养: 1, '培养/定单': 1, '培养/订单/1': 1, __proto__x: true });
    expect(result.problems.map((p) => [p.code, p.field])).toEqual([
      ['CS6008', '培养'],
      ['CS6008', '培养/定单'],
      ['CS6008', '培养/订单/1'],
      ['CS6008', '__proto__x'],
    ]);
    expect(result.problems[1]!.message).toContain('培养/订单');
  });
});

describe('keys', () => {
  const each = b.benefit({ name: '平台', over: factId('平台'), amount: b.amount(b.upTo(b.yuan(9))) });

  it('of an item come before those of the benefit', () => {
    const result = run(each, { 平台: 100, '平台/2': 200 }, { 平台: [{}, {}, {}] });
    expect(result.awards.map(range)).toEqual(['granted 100..100', 'granted 200..200', 'granted 100..100']);
    const labelled = run({ ...each, label: '牵头' }, { '平台/牵头/1': 300 }, { 平台: [{}, {}] });
    expect(labelled.awards.map(range)).toEqual(['granted 300..300', 'ceiling 0..900']);
  });

  it('count items from 1, written as numbers are', () => {
    const stray = run(each, { '平台/0': 1, '平台/01': 1, '平台/1.0': 1, '平台/': 1, '平台/7': 1 }, { 平台: [{}] });
    expect(stray.problems.map((p) => p.field)).toEqual(['平台/0', '平台/01', '平台/1.0', '平台/']);
  });

  it('given with the run win over those of the record', () => {
    const policy = b.policy([each], vocabulary);
    const facts = { party: ['高校'], 平台: [{}], decisions: { '平台/1': 300 } };
    const decided = (decisions: Decisions) => interpret(policy, facts, { asOf: '2026-06-30', decisions }).awards[0]!;
    expect(range(decided({}))).toBe('granted 300..300');
    expect(range(decided({ '平台/1': 400 }))).toBe('granted 400..400');
    expect(range(decided({ 平台: 500 }))).toBe('granted 300..300');
  });
});
