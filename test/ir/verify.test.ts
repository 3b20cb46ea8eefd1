import { describe, expect, it } from 'vitest';
import { asOfFact, type BenefitPlan, type Expr, factId, type Plan, yearFact } from '../../compiler/ir/ir.ts';
import { rational } from '../../compiler/ir/rational.ts';
import { verify } from '../../compiler/ir/verify.ts';
import * as b from '../harness/ir-builders.ts';

const vocabulary: b.PolicyOptions = {
  enums: [{ name: '类型', members: ['甲类', '乙类'] }],
  lists: [b.declareList('平台'), b.declareList('车棚')],
  facts: [
    b.declareFact('硕士', 'count', { parties: ['高校'] }),
    b.declareFact('利润', 'money', { signed: true }),
    b.declareFact('设备费', 'money'),
    b.declareFact('占比', 'rate'),
    b.declareFact('面积', { type: 'quantity', unit: '平方米' }),
    b.declareFact('租期', 'duration'),
    b.declareFact('认定日期', 'date'),
    b.declareFact('获批', 'bool'),
    b.declareFact('类型', { type: 'enum', name: '类型' }),
    b.declareFact('统一代码', 'key'),
    b.declareFact('金额', 'money', { list: '平台' }),
    b.declareFact('类型', { type: 'enum', name: '类型' }, { list: '平台' }),
  ],
};
const faults = (plans: readonly Plan[], options: b.PolicyOptions = {}) =>
  verify(b.policy(plans, { ...vocabulary, ...options })).map((fault) => fault.replace(/^甲: /, ''));

const ofAmount = (amount: Expr, rest: Parameters<typeof b.benefit>[0] = {}) => faults([b.benefit({ amount, ...rest })]);
const ofBase = (base: Expr, rest: Parameters<typeof b.benefit>[0] = {}) => ofAmount(b.amount(base), rest);
const ofCondition = (x: Expr, rest: Parameters<typeof b.benefit>[0] = {}) =>
  faults([b.benefit({ when: b.condition(x), ...rest })]);
const each = { over: factId('平台') };
const perItem = b.itemFact('平台', '金额');

describe('what is well-formed', () => {
  it.each<[string, readonly string[]]>([
    ['a sum of money', ofBase(b.yuan(5))],
    ['money per head', ofBase(b.mul(b.yuan(5), b.fact('硕士')))],
    ['money per square metre and month', ofBase(b.mul(b.mul(b.yuan(5), b.fact('面积')), b.fact('租期')))],
    ['a share of a base', ofBase(b.mul(b.fact('占比'), b.fact('设备费')))],
    ['a difference kept from falling below 0', ofBase(b.max(b.add(b.fact('利润'), b.yuan(-5)), b.yuan(0)))],
    ['an item of the list at hand', ofBase(perItem, each)],
    ['an item within a fold', ofBase(b.fold('sum', '平台', b.less(b.yuan(1), perItem), perItem))],
    [
      'a decision under a cap',
      ofAmount(b.amount(b.upTo(b.fact('设备费')), b.capped(b.yuan(9)), b.uplifted(b.count(2)))),
    ],
    ['a decision in each branch', ofBase(b.iff(b.fact('获批'), b.upTo(b.yuan(9)), b.upTo(b.yuan(5))))],
    ['past awards', ofAmount(b.amount(b.yuan(9), b.reducedBy('甲')))],
    ['a schedule without base', ofAmount(b.step('round', b.round(b.prior), b.step('schedule', b.yuan(5))))],
    ['conditions', ofCondition(b.and(b.fact('获批'), b.not(b.member(b.fact('类型'), '甲类')), b.passed('验收')))],
    ['dates', ofCondition(b.less(b.fact('认定日期'), { k: 'fact', ref: asOfFact, at: 'now' }))],
    [
      'days between dates',
      ofCondition(b.less(b.add(b.fact('认定日期'), b.mul(b.count(-1), b.fact('认定日期'))), b.count(30))),
    ],
    ['the year', ofCondition(b.equals(b.count(2026), { k: 'fact', ref: yearFact, at: 'now' }))],
    ['vetoes', faults([b.benefit({ when: b.and(b.condition(b.fact('获批')), b.veto(b.isParty('企业'))) })])],
    ['a norm about items', faults([b.norm({ when: b.condition(b.less(b.yuan(1), perItem)) })])],
    ['a cap that reads the item', faults([b.benefit(each), b.limit('甲', perItem, 'item')])],
    ['groups', faults([b.group('highest', { reach: 'across', key: factId('平台') })])],
    ['a matter by fact', faults([b.benefit({ ...each, matter: { fact: factId('类型', '平台') } })])],
  ])('%s', (_, found) => {
    expect(found).toEqual([]);
  });
});

describe('the shape of amounts and conditions', () => {
  const round = (of: Expr) => b.step('round', b.round(b.prior), of);
  it.each<[string, readonly string[], string]>([
    ['no steps', ofAmount(b.yuan(5)), 'the amount is not a chain of steps'],
    ['no base', ofAmount(round(b.step('cap', b.yuan(5)))), 'a cap step is no innermost step of an amount'],
    [
      'two bases',
      ofAmount(round(b.step('base', b.prior, b.step('base', b.yuan(5))))),
      'a base step is no further step of an amount',
    ],
    [
      'a condition in it',
      ofAmount(round(b.step('condition', b.prior, b.step('base', b.yuan(5))))),
      'a condition step is no further step of an amount',
    ],
    ['no rounding', ofAmount(b.step('base', b.yuan(5))), 'the outermost step of the amount does not round to one fen'],
    [
      'rounding to yuan',
      ofAmount(b.step('round', b.round(b.prior, rational(100)), b.step('base', b.yuan(5)))),
      'the outermost step of the amount does not round to one fen',
    ],
    ['a step off the chain', ofBase(b.add(b.yuan(5), b.step('base', b.yuan(5)))), 'a base step stands off the spine'],
    ['prior in the base', ofBase(b.prior), 'prior stands outside of a step with `of`'],
    ['prior in a condition', ofCondition(b.less(b.prior, b.count(5))), 'prior stands outside of a step with `of`'],
    ['below 0', ofBase(b.fact('利润')), 'the amount may be negative'],
    ['less than nothing', ofBase(b.yuan(-5)), 'the amount may be negative'],
    ['below 0 by a cap', ofAmount(b.amount(b.yuan(5), b.capped(b.fact('利润')))), 'the amount may be negative'],
    [
      'a condition that is no step',
      faults([b.benefit({ when: b.fact('获批') })]),
      '`when` is not a conjunction of conditions and negated vetoes',
    ],
    [
      'a disjunction',
      faults([b.benefit({ when: b.or(b.condition(b.fact('获批'))) })]),
      '`when` is not a conjunction of conditions and negated vetoes',
    ],
    [
      'a condition denied',
      faults([b.benefit({ when: b.not(b.condition(b.fact('获批'))) })]),
      '`when` is not a conjunction of conditions and negated vetoes',
    ],
    [
      'a veto not negated',
      faults([b.benefit({ when: b.step('veto', b.fact('获批')) })]),
      '`when` is not a conjunction of conditions and negated vetoes',
    ],
    ['a step in a condition', ofCondition(b.not(b.condition(b.fact('获批')))), 'a condition step stands off the spine'],
    [
      'an amount step in a condition',
      ofCondition(b.less(b.step('base', b.count(1)), b.count(5))),
      'a base step stands off the spine',
    ],
  ])('%s', (_, found, fault) => {
    expect(found).toContain(fault);
  });
});

describe('decisions', () => {
  const decision = b.upTo(b.yuan(9));
  it.each<[string, readonly string[], string]>([
    ['two at once', ofBase(b.add(decision, decision)), 'two decisions stand on one path'],
    [
      'one in the base, one in a cap',
      ofAmount(b.amount(decision, b.capped(decision))),
      'two decisions stand on one path',
    ],
    ['in a condition', ofCondition(b.less(decision, b.yuan(5))), 'a decision stands in a condition'],
    [
      'in the condition of an if',
      ofBase(b.iff(b.less(decision, b.yuan(5)), b.yuan(1), b.yuan(2))),
      'a decision stands in the condition of an if',
    ],
    [
      'decided before, then asked about',
      ofAmount(b.amount(decision, (of) => b.step('uplift', b.iff(b.less(b.prior, b.yuan(5)), b.prior, b.yuan(2)), of))),
      'a decision stands in the condition of an if',
    ],
    [
      'taken away',
      ofBase(b.max(b.add(b.yuan(5), b.mul(b.count(-1), decision)), b.yuan(0))),
      'a decision is multiplied by what may be negative',
    ],
    [
      'decided before, then taken away',
      ofAmount(
        b.amount(decision, (of) => b.step('less', b.max(b.add(b.yuan(9), b.mul(b.count(-1), b.prior)), b.yuan(0)), of)),
      ),
      'a decision is multiplied by what may be negative',
    ],
    ['within another', ofBase(b.upTo(decision)), 'a decision stands in the range of a decision'],
    [
      'for each item of a fold',
      ofBase(b.fold('sum', '平台', b.less(b.yuan(1), perItem), decision)),
      'a decision stands in a fold',
    ],
    ['all or nothing without a top', ofBase(b.decide({ ends: true })), 'a decision between two ends has no upper one'],
    ['from below 0', ofBase(b.decide({ lo: b.yuan(-1), hi: b.yuan(3) })), 'the amount may be negative'],
  ])('%s', (_, found, fault) => {
    expect(found).toContain(fault);
  });
});

describe('types', () => {
  it.each<[string, readonly string[], string]>([
    ['money and heads', ofBase(b.add(b.yuan(5), b.fact('硕士'))), 'add of money and plain'],
    ['money compared with heads', ofCondition(b.less(b.fact('设备费'), b.fact('硕士'))), 'cmp of money and plain'],
    ['a limit in heads', ofAmount(b.amount(b.yuan(5), b.capped(b.fact('硕士')))), 'min of money and plain'],
    ['branches of two units', ofBase(b.iff(b.fact('获批'), b.fact('面积'), b.yuan(1))), 'if of unit 平方米 and money'],
    ['an amount in heads', ofBase(b.fact('硕士')), 'a base step is no money but plain'],
    ['a truth as a number', ofBase(b.fact('获批')), 'a truth stands where a number should: fact'],
    ['a number as a truth', ofCondition(b.fact('硕士')), 'a number stands where a truth should: fact'],
    ['an enum as a number', ofBase(b.fact('类型')), 'a name stands where a number should: fact'],
    [
      'branches of two kinds',
      ofBase(b.iff(b.fact('获批'), b.yuan(1), b.fact('获批'))),
      'the branches of an if are of different kinds',
    ],
    ['members of a number', ofCondition(b.member(b.fact('硕士'), '甲类')), 'member of what is no enum or key fact'],
    ['no such member', ofCondition(b.member(b.fact('类型'), '丙类')), '类型 has no member 丙类'],
    ['min of nothing', ofBase(b.min()), 'min of nothing'],
    ['rounding to nothing', ofBase(b.round(b.yuan(1), rational(0))), 'rounds to a step that is not above 0'],
    [
      'a product of facts in a condition',
      ofCondition(b.less(b.mul(b.fact('硕士'), b.fact('占比')), b.count(5))),
      'a product of two facts stands in a condition',
    ],
    [
      'the same within an amount',
      ofBase(b.iff(b.less(b.mul(b.fact('硕士'), b.fact('占比')), b.count(5)), b.yuan(1), b.yuan(2))),
      'a product of two facts stands in a condition',
    ],
    [
      'a constant that is no truth',
      ofCondition({ k: 'const', value: rational(1), valueType: { type: 'bool' } }),
      'a constant is not of its type',
    ],
  ])('%s', (_, found, fault) => {
    expect(found).toContain(fault);
  });
});

describe('references', () => {
  const benefit = (rest: Partial<BenefitPlan>) => faults([{ ...b.benefit({}), ...rest }]);
  it.each<[string, readonly string[], string]>([
    ['a fact', ofBase(b.mul(b.yuan(1), b.fact('学士'))), 'no fact 学士 is declared'],
    [
      'a fact in a sentence',
      ofAmount(b.amount(b.yuan(1), b.capped(b.yuan(9), { zh: [{ fact: '学士' }], en: [] }))),
      'a sentence names 学士, which is not declared',
    ],
    ['a list', ofBase(b.fold('sum', '项目', b.fact('获批'), b.yuan(1))), 'no list 项目 is declared'],
    ['the list of the benefit', benefit({ over: '项目' }), 'no list 项目 is declared'],
    ['an item without its list', ofBase(perItem), '平台.金额 is read where no item of its list is'],
    [
      'an item of another list',
      ofBase(perItem, { over: factId('车棚') }),
      '平台.金额 is read where no item of its list is',
    ],
    [
      'an item in an analogy',
      benefit({ analogies: [b.analogy([], b.condition(b.less(b.yuan(1), perItem)))] }),
      '平台.金额 is read where no item of its list is',
    ],
    ['a party', benefit({ parties: ['院所'] }), 'no party 院所 is declared'],
    ['a party by analogy', benefit({ analogies: [b.analogy(['院所'])] }), 'no party 院所 is declared'],
    ['a party in a condition', ofCondition(b.isParty('院所')), 'no party 院所 is declared'],
    [
      'a party last year',
      ofCondition({ k: 'fact', ref: '@party:高校', at: { back: 1 } }),
      '@party:高校 is read at another time',
    ],
    ['a built-in fact', ofCondition({ k: 'fact', ref: '@today', at: 'now' }), '@today is no fact'],
    ['a year to come', ofBase(b.mul(b.yuan(1), b.fact('硕士', { back: -1 }))), '硕士 is read -1 years back'],
    [
      'past awards of nothing',
      ofAmount(b.amount(b.yuan(1), b.reducedBy('乙'))),
      'no measure or benefit 乙 has past awards',
    ],
    ['its own measure excluded', benefit({ excludes: ['甲'] }), 'it excludes its own measure'],
    ['a matter that is no enum', benefit({ matter: { fact: '硕士' } }), 'its matter 硕士 is no enum fact'],
    [
      'a matter of items',
      benefit({ matter: { fact: factId('类型', '平台') } }),
      'its matter 平台.类型 is of another list',
    ],
    ['a party of a norm', faults([b.norm({ parties: ['院所'] })]), 'norm of 规范: no party 院所 is declared'],
    ['a cap on nothing', faults([b.limit('甲', b.yuan(1))]), 'limit of 甲: it caps a measure without benefits'],
    [
      'a cap that reads items of nobody',
      faults([b.benefit(each), b.limit('甲', perItem)]),
      'limit of 甲: 平台.金额 is read where no item of its list is',
    ],
    [
      'a cap to be decided',
      faults([b.benefit({}), b.limit('甲', b.upTo(b.yuan(1)))]),
      'limit of 甲: a shared cap is decided by nobody',
    ],
    ['a cap below 0', faults([b.benefit({}), b.limit('甲', b.fact('利润'))]), 'limit of 甲: a cap may be negative'],
    [
      'a cap in heads',
      faults([b.benefit({}), b.limit('甲', b.fact('硕士'))]),
      'limit of 甲: a cap is no money but plain',
    ],
    [
      'a rule per nothing',
      faults([b.group('sum', { reach: 'per', key: '项目' })]),
      'stacking sum: no list 项目 is declared',
    ],
  ])('%s', (_, found, fault) => {
    expect(found).toContain(fault);
  });
});

describe('declarations', () => {
  it.each<[string, b.PolicyOptions, string]>([
    [
      'two facts of one name',
      { facts: [b.declareFact('硕士', 'count'), b.declareFact('硕士', 'money')] },
      '政策: there are two of the fact or list 硕士',
    ],
    [
      'a fact and a list of one name',
      { facts: [b.declareFact('平台', 'count')] },
      '政策: there are two of the fact or list 平台',
    ],
    ['a reserved name', { facts: [b.declareFact('asOf', 'date')] }, '政策: a fact is called asOf, which is reserved'],
    ['an enum that is none', { facts: [b.declareFact('等次', { type: 'enum', name: '等次' })] }, '政策: no enum 等次'],
    [
      'a field of no list',
      { facts: [b.declareFact('金额', 'money', { list: '项目' })] },
      '政策: 项目.金额 is of no declared list',
    ],
    ['a parent', { facts: [], parties: [b.declareParty('高校', ['单位'])] }, '政策: no party 单位 is declared'],
    ['a disjoint party', { facts: [], disjoint: [['高校', '院所']] }, '政策: no party 院所 is declared'],
  ])('%s', (_, options, fault) => {
    expect(faults([], options)).toContain(fault);
  });

  it('two benefits of one name', () => {
    expect(faults([b.benefit({}), b.benefit({})])).toEqual(['政策: there are two of the benefit 甲']);
  });
});
