import { describe, expect, it } from 'vitest';
import { domainsOf } from '../../compiler/analyse/domains.ts';
import { and } from '../../compiler/analyse/formula.ts';
import { plainest, regionOf } from '../../compiler/analyse/judge.ts';
import { witnessFrom } from '../../compiler/analyse/witness.ts';
import type { Expr, PolicyIr } from '../../compiler/ir/ir.ts';
import * as b from '../harness/ir-builders.ts';
import { answerOf, benefitOf } from '../harness/oracles.ts';

/** Which one of its kind an item is: what two benefits ask of it, and the applicant who shows it. */

const frame: Partial<PolicyIr> = {
  enums: [{ name: '类型', members: ['新建', '改建'] }],
  lists: [b.declareList('车棚', ['企业'])],
  facts: [
    b.declareFact('小区', 'key', { list: '车棚' }),
    b.declareFact('街道', 'key', { list: '车棚' }),
    b.declareFact('类型', { type: 'enum', name: '类型' }, { list: '车棚' }),
    b.declareFact('面积', 'count', { list: '车棚' }),
    b.declareFact('备案', 'bool'),
  ],
};

const paidWhere = (name: string, c: Expr): PolicyIr =>
  b.policy([b.benefit({ name, over: '车棚', amount: b.amount(b.iff(c, b.yuan(1000), b.yuan(0))) })], {
    ...frame,
    name: `文件${name}`,
  });
const pair = (x: Expr, y: Expr) => [paidWhere('甲', x), paidWhere('乙', y)] as const;
const is = (position: Expr, n: number) => b.equals(position, b.count(n));
const newOnes = b.member(b.itemFact('车棚', '类型'), '新建');
const large = b.atMost(b.count(50), b.itemFact('车棚', '面积'));
const any = b.and();

describe('which one of its kind an item is', () => {
  it('is one unknown where two ask the same, however far down', () => {
    const place = () => b.nth('车棚', newOnes, '小区');
    expect(answerOf(pair(b.atMost(b.count(3), place()), is(place(), 3)))).toBe('yes');
    expect(answerOf(pair(is(place(), 2), is(place(), 3)))).toBe('no');
    expect(answerOf(pair(is(place(), 40), b.less(b.count(39), place())))).toBe('yes');
    expect(answerOf(pair(b.less(place(), b.count(1)), any))).toBe('no');
  });

  it('counts what the conditions of both count once', () => {
    // Who is the third of the new ones is at least the third of all.
    expect(answerOf(pair(is(b.nth('车棚', newOnes), 3), is(b.nth('车棚', any), 2)))).toBe('no');
    expect(answerOf(pair(is(b.nth('车棚', newOnes), 3), is(b.nth('车棚', any), 3)))).toBe('yes');
    expect(answerOf(pair(is(b.nth('车棚', newOnes), 3), is(b.nth('车棚', b.not(newOnes)), 4)))).toBe('yes');
    // Of those that are new and large there are no more than of the new ones.
    expect(answerOf(pair(is(b.nth('车棚', b.and(newOnes, large)), 3), is(b.nth('车棚', newOnes), 2)))).toBe('no');
  });

  it('counts those of one key, of another, and of all apart', () => {
    const [inEstate, inStreet] = [b.nth('车棚', any, '小区'), b.nth('车棚', any, '街道')];
    expect(answerOf(pair(is(inEstate, 2), is(inStreet, 1)))).toBe('yes');
    expect(answerOf(pair(is(inEstate, 3), is(b.nth('车棚', any), 2)))).toBe('no');
    const newOrOld = b.nth('车棚', any, '类型');
    expect(answerOf(pair(is(newOrOld, 2), b.and(newOnes, is(b.nth('车棚', b.not(newOnes)), 3))))).toBe('yes');
    // A second of its type, which is new, has a new one before it.
    expect(answerOf(pair(b.and(newOnes, is(newOrOld, 2)), is(b.nth('车棚', newOnes), 1)))).toBe('no');
  });

  it('is the first of what none can be', () => {
    const none = b.nth('车棚', b.and(newOnes, b.not(newOnes)));
    expect(answerOf(pair(is(none, 1), any))).toBe('yes');
    expect(answerOf(pair(is(none, 2), any))).toBe('no');
    // What is said of the applicant holds for all items alike.
    const ofApplicant = b.nth('车棚', b.fact('备案'));
    expect(answerOf(pair(is(ofApplicant, 2), b.not(b.fact('备案'))))).toBe('no');
  });

  it('is decided at any size, and left open beyond hundreds', () => {
    const position = b.nth('车棚', any);
    expect(answerOf(pair(is(position, 301), any))).toBe('yes');
    expect(answerOf(pair(is(position, 302), any))).toBe('undecided');
  });

  it('is shown by the items that come before', () => {
    const policies = pair(is(b.nth('车棚', newOnes, '小区'), 3), large);
    const domains = domainsOf(policies);
    const regions = policies.map((policy) => regionOf({ policy, benefit: benefitOf(policy) }, domains));
    const answer = plainest(and(...regions.map((r) => r.payable)), regions, domains);
    if (answer.answer !== 'yes') throw new Error(answer.answer);
    const { 车棚: items } = witnessFrom(answer.values, policies, ['车棚']).facts;
    const before = { 小区: '甲1', 类型: '新建' };
    expect(items).toEqual([before, before, { 小区: '甲1', 面积: 50 }]);
  });
});
