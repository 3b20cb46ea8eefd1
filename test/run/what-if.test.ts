import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpretTogether } from '../../compiler/ir/interpret/interpret.ts';
import { type Effect, whatIf } from '../../compiler/run/what-if/what-if.ts';
import { whatIfJson } from '../../compiler/run/what-if/what-if-json.ts';
import type { Facts, JointResult } from '../../stdlib/runtime/types.ts';
import { compileSources, onlyPolicy } from '../policies/harness.ts';

const policy = onlyPolicy(
  compileSources({
    'main.cuoshi': `
policy 设备 { status in force }
enum 等次 { 甲, 乙, 丙 }
record 车间 {
  面积: count
  达标: bool
}
party 企业 {
  设备费: money
  研发费: money
  职工: count
  规上: bool
  等次: 等次
  车间: list of 车间
}
measure 技改 { for 企业 about 技改 when 设备费 >= 200万元 grant 10% of 设备费 cap 50万元 per year }
measure 研发 { for 企业 about 研发 when 规上 and 研发费 > 100万元 grant 3万元 }
measure 稳岗 { for 企业 about 就业 grant 1000元 per 职工 cap 2万元 per year }
measure 评级 { for 企业 about 评级 grant table 等次 { 甲: 9万元, 乙: 4万元, otherwise: none } }
measure 达标 { for each 车间 of 企业 about 车间 grant 2万元 when 达标 and 面积 >= 500 }
`,
  }),
);

const evaluate = (facts: Facts): JointResult => interpretTogether([policy], facts, { asOf: '2026-06-30' });
const ask = (facts: Facts) => whatIf([policy], facts, evaluate);
/** `设备费 → 200000000` for every change, in order. */
const said = (effects: readonly Effect[]) =>
  effects.map(({ changes }) => changes.map((c) => `${c.variable.fact.name} → ${c.to}`).join('，'));

const base: Facts = {
  party: ['企业'],
  设备费: 19_500_000_0,
  研发费: 5_000_000_0,
  职工: 18,
  规上: false,
  等次: '乙',
  车间: [{ 面积: 499, 达标: true }],
};

describe('what would change a result', () => {
  const answer = ask(base);

  it('is the threshold itself, and where the cap begins to bind', () => {
    const raises = answer.raises.filter(({ awards }) => awards[0]?.measure === '技改');
    // 200万元 is reached: 20万元; with 500万元 the cap of 50万元.
    expect(said(raises)).toEqual(['设备费 → 200000000', '设备费 → 500000000']);
    expect(raises.map((e) => e.awards[0]?.after.min)).toEqual([2_000_000_0, 5_000_000_0]);
    expect(raises.map((e) => e.justMissed)).toEqual([true, false]);
  });

  it('tells what one more is worth, and what one fewer costs', () => {
    const of = (effects: readonly Effect[]) => said(effects.filter(({ awards }) => awards[0]?.measure === '稳岗'));
    expect(of(answer.raises)).toEqual(['职工 → 19', '职工 → 20']);
    expect(of(answer.lowers)).toEqual(['职工 → 17']);
  });

  it('changes an answer, a grade and a figure of an item', () => {
    expect(said(answer.raises)).toContain('等次 → 甲');
    expect(said(answer.lowers)).toContain('等次 → 丙');
    const item = answer.raises.find(({ changes }) => changes[0]?.variable.list === '车间');
    expect(item).toMatchObject({ justMissed: true, awards: [{ measure: '达标', item: 1, after: { min: 2_000_000 } }] });
  });

  it('changes two facts only where no single one will do', () => {
    const pairs = answer.raises.filter(({ changes }) => changes.length === 2);
    // 研发费 is counted from the first fen above 100万元.
    expect(said(pairs)).toEqual(['规上 → true，研发费 → 100000001']);
    expect(answer.truncated).toBe(false);
  });

  it('names the caps that cut now, the awards that lost, and the facts worth asking for', () => {
    const { capped, worthAsking } = ask({ party: ['企业'], 设备费: 600_000_000, 职工: 30, 规上: true });
    expect(capped.map(({ measure }) => measure)).toEqual(['技改', '稳岗']);
    expect(worthAsking.map(({ fact, spread }) => [fact, spread])).toEqual([
      ['车间', null],
      ['等次', 9_000_000],
      ['研发费', 3_000_000],
    ]);
  });

  it('asks about chosen awards alone', () => {
    const only = whatIf([policy], base, evaluate, { about: ({ measure }) => measure === '评级' });
    expect(said([...only.raises, ...only.lowers])).toEqual(['等次 → 甲', '等次 → 丙']);
  });

  it('is written as JSON that any reader can take', () => {
    const json = JSON.parse(JSON.stringify(whatIfJson(answer))) as { raises: { changes: unknown[] }[] };
    expect(json.raises[0]?.changes[0]).toEqual({ fact: '面积', list: '车间', item: 1, from: '499', to: '500' });
  });
});

describe('every effect', () => {
  const applicants: fc.Arbitrary<Facts> = fc.record({
    party: fc.constant(['企业']),
    设备费: fc.nat({ max: 8_000_000 }).map((yuan) => yuan * 100),
    研发费: fc.nat({ max: 2_000_000 }).map((yuan) => yuan * 100),
    职工: fc.nat({ max: 40 }),
    规上: fc.boolean(),
    等次: fc.constantFrom('甲', '乙', '丙'),
    车间: fc.array(fc.record({ 面积: fc.nat({ max: 900 }), 达标: fc.boolean() }), { maxLength: 2 }),
  });

  it('moves the total as told, and no other fee brings more than the changes of it that are told', () => {
    fc.assert(
      fc.property(applicants, fc.nat({ max: 8_000_000_00 }), (facts, other) => {
        const { raises, lowers, result } = ask(facts);
        const total = (r: JointResult) => r.totals.cash?.min ?? 0;
        for (const e of raises) expect(e.totals.cash?.after.min ?? 0).toBeGreaterThan(total(result));
        for (const e of lowers) expect(e.totals.cash?.after.min ?? 0).toBeLessThan(total(result));
        // Whatever another equipment cost brings is brought by a told change that goes no further.
        const changed = evaluate({ ...facts, 设备费: other });
        if (total(changed) > total(result)) {
          const told = raises.filter(
            ({ changes }) => changes.length === 1 && changes[0]?.variable.fact.name === '设备费',
          );
          expect(told.length).toBeGreaterThan(0);
          const gains = Math.max(...told.map((e) => e.totals.cash?.after.min ?? 0));
          expect(gains).toBeGreaterThanOrEqual(total(changed));
        }
      }),
      { numRuns: 60 },
    );
  });
});
