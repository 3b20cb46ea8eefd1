import { describe, expect, it } from 'vitest';
import { interpret } from '../../compiler/ir/interpret/interpret.ts';
import { compileTexts } from '../harness/problems.ts';

/** Amounts of facts that may be negative: the lowering keeps every amount and cap at 0 or more, which the verifier asks. */
const award = (benefit: string, facts: { readonly [name: string]: number }, header = '') => {
  const source = `policy p "某措施" { status in force }
party 企业 { 利润: money signed, 支出: money, 人数: count signed }
measure 甲 {
  for 企业
${header}
  ${benefit}
}
`;
  const { policies, diagnostics } = compileTexts({ 'p.cuoshi': source });
  const errors = diagnostics.filter((d) => d.severity === 'error').map((d) => d.code);
  if (policies[0] === undefined) throw new Error(errors.join(' '));
  const result = interpret(policies[0], { party: ['企业'], ...facts }, { asOf: '2026-06-30', lang: 'en' });
  const { outcome, min, max, steps, reasons } = result.awards[0]!;
  return { shown: `${outcome} ${min}..${max ?? '∞'}`, steps, reasons, result };
};

describe('an amount of facts that may be negative', () => {
  it.each([
    ['a share of a loss', 'grant 10% of 利润', { 利润: -500_00 }, 'denied 0..0'],
    ['a share of a gain', 'grant 10% of 利润', { 利润: 500_00 }, 'granted 5000..5000'],
    ['a difference', 'grant 利润 - 支出', { 利润: 300_00, 支出: 500_00 }, 'denied 0..0'],
    ['per head of fewer heads', 'grant 100元 per 人数', { 人数: -3 }, 'denied 0..0'],
    ['under a cap that is a loss', 'grant 100元 cap 利润', { 利润: -1 }, 'denied 0..0'],
    ['over a floor that is a loss', 'grant 100元 floor 利润', { 利润: -1 }, 'granted 10000..10000'],
    ['up to a loss', 'grant up to 利润 after 评审', { 利润: -1 }, 'denied 0..0'],
    ['unknown', 'grant 10% of 利润 cap 100元', {}, 'needs 0..10000'],
  ])('%s', (_, benefit, facts, expected) => {
    expect(award(benefit, facts).shown).toBe(expected);
  });

  it('is nothing from its base on: the reason names it, not the rounding', () => {
    const { steps, reasons } = award('grant 10% of 利润', { 利润: -500_00 });
    expect(steps.map((s) => s.role)).toEqual(['base']);
    expect(reasons).toEqual([{ role: 'amount', say: `the amount is 0: ${steps[0]!.say}` }]);
  });

  it('may be a shared cap, which then takes all', () => {
    const { result } = award('grant 100元', { 利润: -1 }, '  cap 利润');
    expect(result.sharedCaps.map((c) => [c.min, c.max, c.cutMax])).toEqual([[0, 0, 10_000]]);
  });
});
