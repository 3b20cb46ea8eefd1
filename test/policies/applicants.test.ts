import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { interpretTogether } from '../../compiler/ir/interpret/interpret.ts';
import { metadataOf } from '../../compiler/ir/metadata.ts';
import { attachLists } from '../../compiler/run/attach-lists.ts';
import { evaluateRecord, namesKnown, type RunPlan } from '../../compiler/run/evaluate-record.ts';
import { readFacts } from '../../compiler/run/read-facts.ts';
import { collect, type Reading, sourceOf } from '../../compiler/run/record.ts';
import { rollOf } from '../../compiler/run/roll.ts';
import type { JointResult } from '../../stdlib/runtime/types.ts';
import { awardOf, compileFolder, inRepository, onlyPolicy, yuan } from './harness.ts';

const folder = 'policies/jinan-2026';
const policy = onlyPolicy(compileFolder(folder));
const metadata = metadataOf(policy, 'test');
const plan: RunPlan = {
  policies: [metadata],
  known: namesKnown([metadata]),
  evaluate: (facts, options) => interpretTogether([policy], facts, options),
  asOf: undefined,
  today: '2026-06-30',
  lang: 'zh',
};

const read = (name: string): Reading => {
  const path = inRepository(`${folder}/${name}`);
  return readFacts(readFileSync(path), path);
};

function evaluateAll(reading: Reading): ReadonlyMap<string, JointResult> {
  expect(reading.problems).toEqual([]);
  const outcomes = reading.records.map((record) => evaluateRecord(record, plan));
  expect(outcomes.flatMap((outcome) => outcome.problems)).toEqual([]);
  return new Map(outcomes.map(({ evaluated }) => [evaluated?.result.applicant ?? '', evaluated!.result]));
}

/** Cash in yuan as worked out on paper; `null`: no upper end. */
type Cash = readonly [number, number | null] | undefined;

describe('the sample applicants', () => {
  const results = evaluateAll(read('applicants.json'));
  const named = (start: string): JointResult => {
    const found = [...results].find(([name]) => name.startsWith(start));
    if (found === undefined) throw new Error(`no applicant ${start}`);
    return found[1];
  };

  it.each<[string, Cash, Cash]>([
    // 500,000 + 500,000 + 180,000 + 1,000,000 + 123,456.79; open: 1.5 + 2 + 2 + 5 + 2 + 0.5 + 10 + 1 + 1 million
    ['甲大学', [2_303_456.79, 27_303_456.79], undefined],
    // 112,000 + 1,200,000 + 800,000 + 500,000 + 1,000,000 + 1,500,000 + 2,000,000 + 300,000 + 500,000 + 9,600,000
    ['乙大学', [17_512_000, 17_512_000], undefined],
    // 500,000 + 500,000 + 300,000
    ['丙大学', [1_300_000, 1_300_000], undefined],
    // 360,000 at least + 150,000 + 80,000; a list of platforms may have any length
    ['丁大学', [590_000, null], undefined],
    // 70,000 + 1,000,000 + 0.01, besides what is open or asked for: 2 + 5 million, 10 for the platform,
    // 0.5 + 0.5 as an undergraduate and 0.5 as a vocational college
    ['戊学院', [1_070_000.01, 19_570_000.01], undefined],
    // 450,000 + 123,456.79; open: 2 + 0.5 + 0.5 million
    ['己职业技术学院', [573_456.79, 3_573_456.79], undefined],
    ['庚技师学院', [350_000, 350_000], undefined],
    // 50,000 + 45,000; open: 2 + 3 + 1 million
    ['辛研究院', undefined, [95_000, 6_095_000]],
    ['壬产业研究院', undefined, undefined],
    ['癸科技有限公司', undefined, undefined],
    ['子区', [0, 3_000_000], undefined],
    ['丑某', undefined, undefined],
  ])('%s', (applicant, cash, byAnalogy) => {
    const { totals, totalsByAnalogy } = named(applicant);
    expect(cashOf(totals)).toEqual(cash);
    expect(cashOf(totalsByAnalogy)).toEqual(byAnalogy);
  });

  it('are all there', () => {
    expect(results.size).toBe(12);
  });

  it('ask for nothing where everything that matters is given', () => {
    for (const who of ['甲', '乙', '丙', '己', '庚', '辛', '壬', '癸', '子']) expect(named(who).needs).toEqual([]);
    expect(named('丁').needs).toContain('博士');
    expect(named('丁').needs).not.toContain('融合成效突出');
  });

  it('say what was inferred, denied, and held', () => {
    expect(named('戊').inferred).toEqual(['高校']);
    expect(named('戊').needs).toContain('获批');
    expect(named('癸').awards.map(({ measure, outcome }) => [measure, outcome])).toEqual([['成果落地企业', 'denied']]);
    expect(new Set(named('壬').awards.map((award) => award.outcome))).toEqual(new Set(['denied']));
    expect(
      named('丑')
        .norms.filter((norm) => norm.modality === 'exempt')
        .map((norm) => norm.holds),
    ).toEqual([true]);
    expect(awardOf({ ...named('乙'), policy: '' }, '产业学院')).toMatchObject({ outcome: 'denied', min: 0, max: 0 });
  });
});

describe('the same as tables', () => {
  const platforms = { list: '平台', file: 'platforms.csv', source: sourceOf(read('platforms.csv')) };
  const main = sourceOf(read('applicants.csv'));
  const scratch = { write: () => ({ offset: 0, length: 0 }), read: () => '' };
  const fromTable = evaluateAll(collect(attachLists(main, [platforms], rollOf(main, ['平台']), scratch)));

  it('gives the same awards for what the table states', () => {
    const university = { ...fromTable.get('甲大学')!, policy: '' };
    expect(awardOf(university, '联合培养/硕博培养')).toMatchObject({ outcome: 'granted', max: yuan(500_000) });
    expect(awardOf(university, '仪器共享')).toMatchObject({ outcome: 'granted', max: yuan(123_456.79) });
    expect(awardOf(university, '创新平台/省级/3')).toMatchObject({ outcome: 'ceiling', max: yuan(1_000_000) });
  });

  it('leaves an empty cell unknown', () => {
    const vague = { ...fromTable.get('丁大学')!, policy: '' };
    expect(awardOf(vague, '联合培养/硕博培养')).toMatchObject({ outcome: 'needs', min: yuan(360_000) });
    expect(awardOf({ ...fromTable.get('丙大学')!, policy: '' }, '联合培养/硕博培养')).toMatchObject({
      outcome: 'granted',
      min: yuan(500_000),
    });
  });
});

function cashOf(totals: JointResult['totals']): Cash {
  const { cash } = totals;
  if (cash === undefined || cash.max === 0) return undefined;
  return [cash.min / 100, cash.max === null ? null : cash.max / 100];
}
