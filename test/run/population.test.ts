import { describe, expect, it } from 'vitest';
import { interpretTogether } from '../../compiler/ir/interpret/interpret.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import { countPopulation } from '../../compiler/run/population.ts';
import { populationJson } from '../../compiler/run/population-json.ts';
import type { Facts } from '../../stdlib/runtime/types.ts';
import { compileSources, onlyPolicy } from '../policies/harness.ts';

const version = (name: string, measures: string): PolicyIr =>
  onlyPolicy(
    compileSources({
      'main.cuoshi': `
policy ${name} { status in force }
agency 市科技局
agency 市教育局
party 企业 {
  设备费: money
  职工: count
}
party 高校 {
  人才: count
}
${measures}
`,
    }),
  );

const older = version(
  'old-1',
  `measure 技改 { for 企业 about 技改 by 市科技局 grant 10% of 设备费 cap 30万元 per year }
measure 稳岗 { for 企业 about 就业 by 市科技局, 市教育局 grant 1000元 per 职工 }
measure 引才 { for 高校 about 人才 by 市教育局 reward up to 50万元 after 评审 when 人才 >= 1 }`,
);
const newer = version(
  'new-1',
  `measure 技术改造 { for 企业 about 技改 by 市科技局 when 设备费 >= 100万元 grant 12% of 设备费 cap 60万元 per year }
measure 稳岗 { for 企业 about 就业 by 市科技局, 市教育局 grant 1000元 per 职工 }
measure 引才 { for 高校 about 人才 by 市教育局 reward 20万元 selected by 评审 when 人才 >= 1 }`,
);

/** Fee in 万元, people. */
const company = (applicant: string, fee: number, people: number): Facts => ({
  applicant,
  party: ['企业'],
  设备费: fee * 1_000_000,
  职工: people,
});

const population: readonly Facts[] = [
  // 10万 → 12万, 50万 capped at 30万 → 60万, 9万 → 0, and 5万 → 0.
  company('甲', 100, 10),
  company('乙', 500, 20),
  company('丙', 90, 30),
  company('丁', 50, 0),
  company('戊', 0, 7),
  { applicant: '己', party: ['高校'], 人才: 2 },
];

function count(facts: readonly Facts[], largest?: number) {
  const counter = countPopulation(largest);
  const at = { asOf: '2026-06-30' };
  facts.forEach((one, i) => {
    counter.add({ old: interpretTogether([older], one, at), new: interpretTogether([newer], one, at) }, i + 1);
  });
  return counter.count();
}

describe('two versions over the same applicants', () => {
  const counted = count(population);

  it('tells who gains, who loses, and who is left as before', () => {
    const { applicants, winners, losers, mixed, unchanged } = counted;
    expect({ applicants, winners, losers, mixed, unchanged }).toEqual({
      applicants: 6,
      winners: 2,
      losers: 3,
      mixed: 0,
      unchanged: 1,
    });
  });

  it('adds up by measure, body and kind', () => {
    const measures = Object.fromEntries(counted.byMeasure.map((h) => [h.name, [h.old.min, h.old.max, h.new.min]]));
    expect(measures).toEqual({
      技改: [54_000_000n, 54_000_000n, 0n],
      技术改造: [0n, 0n, 72_000_000n],
      稳岗: [6_700_000n, 6_700_000n, 6_700_000n],
      引才: [0n, 50_000_000n, 0n],
    });
    const bodies = Object.fromEntries(counted.byBody.map((h) => [h.name, [h.old.max, h.new.max]]));
    expect(bodies).toEqual({
      市科技局: [54_000_000n, 72_000_000n],
      '市科技局、市教育局': [6_700_000n, 6_700_000n],
      市教育局: [50_000_000n, 20_000_000n],
    });
    expect(counted.byKind.map(({ name, old }) => [name, old.awards])).toEqual([
      ['grant', 8],
      ['reward', 1],
    ]);
    const [cash] = counted.totals;
    expect([cash?.old.max, cash?.new.max]).toEqual([110_700_000n, 98_700_000n]);
  });

  it('names the largest changes first, with the matter they come from and why nothing is paid now', () => {
    expect(counted.gains.map(({ applicant }) => applicant)).toEqual(['乙', '甲']);
    expect(counted.losses.map(({ applicant }) => applicant)).toEqual(['己', '丙', '丁']);
    expect(counted.losses[1]?.reasons).toEqual([
      expect.objectContaining({
        on: '技改',
        old: { min: 9_000_000, max: 9_000_000 },
        new: { min: 0, max: 0 },
        denied: expect.stringContaining('设备费'),
      }),
    ]);
  });

  it('keeps as many of the largest changes as asked for, whatever the order of the records', () => {
    const few = count([...population].reverse(), 1);
    expect([few.gains, few.losses].map((moved) => moved.map(({ applicant }) => applicant))).toEqual([['乙'], ['己']]);
  });

  it('adds sums that no number of fen can hold', () => {
    const rich = count(Array.from({ length: 300 }, (_, i) => company(`${i}`, 0, 60_000_000_000)));
    expect(rich.totals[0]?.old.min).toBe(300n * 6_000_000_000_000_000n);
    expect(JSON.stringify(populationJson(rich))).toContain('"18000000000000000.00"');
  });
});
