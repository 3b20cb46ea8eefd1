import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { interpretTogether } from '../../compiler/ir/interpret/interpret.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import { type EvaluatedRow, smaller } from '../../compiler/run/among/rows.ts';
import { type Pass, settleRun } from '../../compiler/run/among/settle-run.ts';
import { type RunOutcome, settlementOf } from '../../compiler/run/among/settlement.ts';
import { inTurn, proRata } from '../../compiler/run/among/share-out.ts';
import { countSummary, type Summary } from '../../compiler/run/among/summary.ts';
import type { Facts, JointResult } from '../../stdlib/runtime/types.ts';
import { memoryHost } from '../harness/memory-host.ts';

/** What a run says of many applicants together, against sums worked out by hand and by brute force. */

const head = `agency 市科技局
policy p { level city; status in force }
party 企业 {
  得分: count
  受理: date
  设备费: money
  研发费: money
  控制人: key
  项目: list of 项目表
}
record 项目表 { 金额: money; 优先: count }
`;

function policyOf(body: string, name = 'p'): PolicyIr {
  const { policies, diagnostics } = compile(
    ['p.cuoshi'],
    memoryHost({ 'p.cuoshi': head.replace('policy p', `policy ${name}`) + body }),
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const [policy] = policies;
  if (policy === undefined) throw new Error('no policy came out');
  return policy;
}

interface Ran {
  readonly outcome: RunOutcome;
  readonly results: readonly JointResult[];
  readonly summary: Summary;
}

async function run(policies: readonly PolicyIr[], rows: readonly Facts[], years: readonly number[] = []): Promise<Ran> {
  const pass: Pass = async (losses, visit) => {
    for (const [row, given] of rows.entries()) {
      const facts = { party: ['企业'], applicant: `第${row + 1}`, ...given };
      const options = { asOf: `${years[row] ?? 2026}-06-30` };
      const result = interpretTogether(policies, facts, { ...options, lost: losses.of(row) });
      visit({ row: { row, record: row + 1, applicant: facts.applicant }, facts, result });
    }
  };
  const { outcome, losses } = await settleRun(policies, 'zh', pass);
  const settlement = settlementOf(outcome, 'zh');
  const counter = countSummary();
  const results: JointResult[] = [];
  await pass(losses, ({ row, result }: EvaluatedRow) => {
    const settled = settlement.apply(row.row, result);
    results.push(settled);
    counter.add(settled);
  });
  return { outcome, results, summary: counter.settle(outcome) };
}

const paid = ({ results }: Ran, measure: string) =>
  results.map(({ awards }) => awards.find((award) => award.measure === measure)?.min ?? 0);
const cash = ({ results }: Ran) => results.map(({ totals }) => totals.cash ?? { min: 0, max: 0 });
const yuan = (n: number) => n * 100;

describe('sharing out', () => {
  const claims = fc.array(fc.bigInt({ min: 0n, max: 10_000n }), { maxLength: 12 });

  it('pro rata pays the whole pool to the fen, and nobody more than the claim or a fen off the share', () => {
    fc.assert(
      fc.property(claims, fc.bigInt({ min: 0n, max: 50_000n }), (sums, holds) => {
        const asked = sums.reduce((a, b) => a + b, 0n);
        const shares = proRata(sums, holds);
        expect(shares.reduce((a, b) => a + b, 0n)).toBe(smaller(asked, holds));
        for (const [i, share] of shares.entries()) {
          const claim = sums[i] ?? 0n;
          expect(share >= 0n && share <= claim).toBe(true);
          if (asked <= holds) continue;
          const exact = claim * holds;
          expect(share * asked >= exact - asked && share * asked <= exact + asked).toBe(true);
        }
        // Larger claims never get less, and equal ones at most a fen apart, the earlier not less.
        for (const [i, a] of sums.entries()) {
          for (const [j, b] of sums.entries()) {
            const [x, y] = [shares[i] ?? 0n, shares[j] ?? 0n];
            if (a > b || (a === b && i < j)) expect(x >= y).toBe(true);
          }
        }
      }),
    );
  });

  it('in turn pays one after the other, as a clerk with a purse would', () => {
    const ranked = fc.array(fc.record({ sum: fc.bigInt({ min: 1n, max: 100n }), rank: fc.nat(6) }), { maxLength: 10 });
    fc.assert(
      fc.property(ranked, fc.bigInt({ min: 0n, max: 400n }), (all, holds) => {
        const outcomes = inTurn(all, holds);
        let purse = holds;
        for (const rank of [...new Set(all.map((one) => one.rank))].sort((a, b) => a - b)) {
          const group = all.flatMap((one, i) => (one.rank === rank ? [{ ...one, outcome: outcomes[i] }] : []));
          const asked = group.reduce((sum, one) => sum + one.sum, 0n);
          for (const { sum, outcome } of group) {
            if (asked <= purse) expect(outcome).toEqual({ paid: sum });
            else if (group.length === 1 || purse === 0n) expect(outcome).toEqual({ paid: purse });
            else expect(outcome).toEqual({ open: smaller(sum, purse) });
          }
          purse = asked <= purse ? purse - asked : 0n;
        }
      }),
    );
  });
});

describe('a limit on the number of awards', () => {
  const reward = (limit: string, rest = '') => policyOf(`measure 奖 { for 企业; reward 10元 ${limit} ${rest} }\n`);
  const scores = (...all: readonly number[]) => all.map((得分) => ({ 得分 }));
  const names = (places: readonly { readonly row: { readonly applicant?: string } }[]) =>
    places.map(({ row }) => row.applicant).join(' ');

  it('goes by rank; who lost it is told, and who is next', async () => {
    const ran = await run([reward('limit 2 per year ranked by 得分')], scores(70, 90, 80, 60));
    expect(paid(ran, '奖')).toEqual([0, yuan(10), yuan(10), 0]);
    const [quota] = ran.outcome.quotas;
    expect(quota).toMatchObject({ status: 'filled', certain: 4, possible: 4, year: 2026 });
    expect([names(quota?.winners ?? []), names(quota?.losers ?? []), names(quota?.next ?? [])]).toEqual([
      '第2 第3',
      '第1 第4',
      '第1',
    ]);
    expect(ran.results[0]?.awards[0]).toMatchObject({
      outcome: 'denied',
      reasons: [{ role: 'quota' }],
      forgone: { outcome: 'granted', min: yuan(10) },
    });
    expect(cash(ran)[0]).toEqual({ min: 0, max: 0 });
  });

  it('leaves nobody out where there is a place for everyone, and counts each year by itself', async () => {
    const policy = reward('limit 2 per year ranked by 得分');
    expect((await run([policy], scores(1, 2))).outcome.quotas[0]).toMatchObject({ status: 'enough', losers: [] });
    const ran = await run([policy], scores(1, 2, 3), [2025, 2026, 2026]);
    expect(paid(ran, '奖')).toEqual([yuan(10), yuan(10), yuan(10)]);
    const once = await run([reward('limit 2 ranked by 得分')], scores(1, 2, 3), [2025, 2026, 2026]);
    expect(paid(once, '奖')).toEqual([0, yuan(10), yuan(10)]);
  });

  it('reports equals at the end and guesses nothing; a second rank decides between them', async () => {
    const rows = [
      { 得分: 90, 受理: 20_000 },
      { 得分: 80, 受理: 20_002 },
      { 得分: 80, 受理: 20_001 },
      { 得分: 70, 受理: 20_000 },
    ];
    const tie = await run([reward('limit 2 ranked by 得分')], rows);
    expect(tie.outcome.quotas[0]).toMatchObject({ status: 'tie', places: 1 });
    expect(names(tie.outcome.quotas[0]?.tied ?? [])).toBe('第2 第3');
    expect(tie.results.map(({ awards }) => awards[0]?.outcome)).toEqual([
      'granted',
      'undecided',
      'undecided',
      'denied',
    ]);
    expect(cash(tie)[1]).toEqual({ min: 0, max: yuan(10) });
    const decided = await run([reward('limit 2 ranked by 得分 in order of 受理')], rows);
    expect(paid(decided, '奖')).toEqual([yuan(10), 0, yuan(10), 0]);
  });

  it('with members that are open, ranks that are missing, or no order, gives nobody a place', async () => {
    const missing = await run([reward('limit 1 ranked by 得分')], [{ 得分: 1 }, {}]);
    expect(missing.outcome.quotas[0]).toMatchObject({ status: 'open', certain: 2, possible: 2, losers: [] });
    const policy = policyOf('measure 奖 { for 企业; reward 10元 when 得分 > 5 limit 1 in order of 受理 }\n');
    const open = await run([policy], [{ 得分: 9, 受理: 1 }, { 受理: 2 }]);
    expect(open.outcome.quotas[0]).toMatchObject({ status: 'open', certain: 1, possible: 2 });
    expect(open.results[0]?.awards[0]?.outcome).toBe('granted');
    const orderless = await run([reward('limit 1')], scores(1, 2));
    expect(orderless.outcome.quotas[0]?.status).toBe('no-order');
    expect(orderless.results.map(({ awards }) => awards[0]?.outcome)).toEqual(['undecided', 'undecided']);
  });

  it('counts each item where it is given for each, and ranks by facts of the item', async () => {
    const policy = policyOf('measure 奖 { for each 项目 of 企业; reward 金额 limit 2 ranked by 优先 }\n');
    const items = (...all: readonly (readonly [number, number])[]) => ({
      项目: all.map(([金额, 优先]) => ({ 金额: yuan(金额), 优先 })),
    });
    const ran = await run([policy], [items([5, 1], [6, 9]), items([7, 5])]);
    expect(ran.results.map(({ awards }) => awards.map(({ min }) => min))).toEqual([[0, yuan(6)], [yuan(7)]]);
  });

  it('revives nobody whom the lost award had suppressed, and comes before the caps of the measure', async () => {
    const policy = policyOf(
      `measure 大 { for 企业; about 甲; cap 12元; reward 一: 10元 limit 1 ranked by 得分; reward 二: 5元 }
measure 小 { for 企业; about 甲; reward 3元 }
`,
    );
    const stacked: PolicyIr = {
      ...policy,
      plans: [
        ...policy.plans,
        { k: 'group', rule: 'highest', reach: { reach: 'all' }, origin: policy.plans[0]!.origin },
      ],
    };
    const ran = await run([stacked], scores(1, 2));
    expect(ran.results[0]?.awards.map(({ outcome }) => outcome)).toEqual(['denied', 'granted', 'suppressed']);
    // 5元 is below the cap of 12元, which cuts the other one's 15元.
    expect(cash(ran)).toEqual([
      { min: yuan(5), max: yuan(5) },
      { min: yuan(12), max: yuan(12) },
    ]);
  });

  it('gives as many places as there are, to the best, whatever the population', async () => {
    const policy = reward('limit 3 ranked by 得分 in order of 受理');
    const rows = fc.array(fc.record({ 得分: fc.nat(4), 受理: fc.nat(3) }), { maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const ran = await run([policy], all);
        const better = (a: (typeof all)[number], b: (typeof all)[number]) =>
          a.得分 > b.得分 || (a.得分 === b.得分 && a.受理 < b.受理);
        for (const [i, one] of all.entries()) {
          const before = all.filter((other) => better(other, one)).length;
          const equal = all.filter((other) => other.得分 === one.得分 && other.受理 === one.受理).length;
          const outcome = ran.results[i]?.awards[0]?.outcome;
          expect(outcome).toBe(before >= 3 ? 'denied' : before + equal <= 3 ? 'granted' : 'undecided');
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a cap over a group of applicants', () => {
  const body = 'measure 设备 { for 企业; grant 10% of 设备费 cap 100元 per 控制人 per year }\n';
  const policy = policyOf(body);

  it('is taken of the group, undistributed', async () => {
    const ran = await run(
      [policy],
      [
        { 设备费: yuan(800), 控制人: 'A' },
        { 设备费: yuan(500), 控制人: 'A' },
        { 设备费: yuan(900), 控制人: 'B' },
      ],
    );
    expect(paid(ran, '设备')).toEqual([yuan(80), yuan(50), yuan(90)]);
    expect(ran.outcome.caps).toHaveLength(1);
    expect(ran.outcome.caps[0]).toMatchObject({ group: 'A', cut: { lo: 3000n, hi: 3000n }, after: { lo: 10_000n } });
    expect(ran.summary.totals.get('cash')).toEqual({ lo: 19_000n, hi: 19_000n });
  });

  it('reports both ends where a member is open, or does not say whose it is', async () => {
    const open = await run([policy], [{ 设备费: yuan(800), 控制人: 'A' }, { 控制人: 'A' }]);
    expect(open.outcome.caps[0]).toMatchObject({
      group: 'A',
      after: { lo: 8000n, hi: 10_000n },
      cut: { lo: 0n, hi: null },
    });
    const unsaid = await run([policy], [{ 设备费: yuan(800), 控制人: 'A' }, { 设备费: yuan(500) }]);
    expect(unsaid.outcome.caps.find(({ group }) => group === 'A')).toMatchObject({
      unknown: 1,
      before: { lo: 8000n, hi: 13_000n },
      cut: { lo: 0n, hi: 3000n },
    });
  });

  it('leaves each group at most the cap, and the run the sum of what is left, whatever the population', async () => {
    const rows = fc.array(
      fc.record({ 设备费: fc.nat(200_000), 控制人: fc.constantFrom('A', 'B', 'C'), year: fc.constantFrom(2025, 2026) }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const ran = await run(
          [policy],
          all.map(({ 设备费, 控制人 }) => ({ 设备费, 控制人 })),
          all.map(({ year }) => year),
        );
        let total = 0n;
        for (const group of ['A', 'B', 'C']) {
          for (const year of [2025, 2026]) {
            const own = all.filter((one) => one.控制人 === group && one.year === year);
            const sum = own.reduce((n, { 设备费 }) => n + Math.floor(设备费 / 10 + 0.5), 0);
            total += BigInt(Math.min(sum, 10_000));
            const cap = ran.outcome.caps.find((one) => one.group === group && one.year === year);
            expect(cap?.cut ?? { lo: 0n, hi: 0n }).toEqual({
              lo: BigInt(Math.max(0, sum - 10_000)),
              hi: BigInt(Math.max(0, sum - 10_000)),
            });
          }
        }
        expect(ran.summary.totals.get('cash') ?? { lo: 0n, hi: 0n }).toEqual({ lo: total, hi: total });
      }),
      { numRuns: 60 },
    );
  });
});

describe('a pool', () => {
  const pool = (rule: string, measures = 'measure 奖 { for 企业; reward 10% of 设备费 from 池 }') =>
    policyOf(`budget 池 100元 per year by 市科技局 ${rule}\n${measures}\n`);
  const asking = (...all: readonly number[]) => all.map((sum, i) => ({ 设备费: yuan(sum * 10), 受理: 20_000 + i }));

  it('that suffices pays all', async () => {
    const ran = await run([pool('')], asking(40, 60));
    expect(ran.outcome.pools[0]).toMatchObject({ status: 'enough', asked: { lo: 10_000n }, applicants: 2 });
    expect(paid(ran, '奖')).toEqual([yuan(40), yuan(60)]);
  });

  it('without a rule pays nobody silently: the shortfall is told and every award is open', async () => {
    const ran = await run([pool('')], asking(40, 80));
    expect(ran.outcome.pools[0]).toMatchObject({ status: 'no-rule', asked: { lo: 12_000n }, holds: 10_000n });
    expect(ran.results.map(({ awards }) => [awards[0]?.outcome, awards[0]?.min])).toEqual([
      ['undecided', 0],
      ['undecided', 0],
    ]);
    expect(cash(ran)).toEqual([
      { min: 0, max: yuan(40) },
      { min: 0, max: yuan(80) },
    ]);
  });

  it('is shared pro rata to the fen, the step told', async () => {
    const ran = await run([pool('pro rata')], asking(100, 100, 100));
    expect(paid(ran, '奖')).toEqual([3334, 3333, 3333]);
    expect(ran.results[0]?.awards[0]?.steps.at(-1)).toMatchObject({ role: 'pool', min: 3334, cutMin: 6666 });
    expect(ran.summary.totals.get('cash')).toEqual({ lo: 10_000n, hi: 10_000n });
  });

  it('is paid in order, the last one what is left; a rule may stand beside `from`', async () => {
    const measures = 'measure 奖 { for 企业; reward 10% of 设备费 from 池 in order of 受理 }';
    const ran = await run([pool('', measures)], asking(70, 50, 20));
    expect(paid(ran, '奖')).toEqual([yuan(70), yuan(30), 0]);
    expect(ran.results[2]?.awards[0]).toMatchObject({ outcome: 'denied', reasons: [{ role: 'pool' }] });
  });

  it('comes after the caps: a group under a cap is one claim, undistributed', async () => {
    const measures =
      'measure 奖 { for 企业; cap 60元; reward 一: 10% of 设备费 from 池; reward 二: 10% of 研发费 from 池 }';
    const rows = [
      { 设备费: yuan(500), 研发费: yuan(500) },
      { 设备费: yuan(600), 研发费: 0 },
    ];
    const ran = await run([pool('pro rata', measures)], rows);
    expect(ran.outcome.pools[0]?.asked).toEqual({ lo: 12_000n, hi: 12_000n });
    expect(cash(ran)).toEqual([
      { min: yuan(50), max: yuan(50) },
      { min: yuan(50), max: yuan(50) },
    ]);
    // Nothing says of which of the two the cut is.
    expect(ran.results[0]?.awards.map(({ min }) => min)).toEqual([yuan(50), yuan(50)]);
    expect(ran.results[0]?.notes.join()).toContain('合计付 50元');
  });

  it('with claims that are open reports both ends and allocates nothing', async () => {
    const ran = await run([pool('pro rata')], [...asking(80), {}]);
    expect(ran.outcome.pools[0]).toMatchObject({ status: 'open', asked: { lo: 8000n, hi: null }, shares: [] });
    expect(ran.results[0]?.awards[0]).toMatchObject({ outcome: 'granted', min: yuan(80) });
  });

  it('takes what the quota left, and is of each year', async () => {
    const measures = 'measure 奖 { for 企业; reward 10% of 设备费 from 池 limit 2 ranked by 得分 }';
    const rows = asking(90, 90, 90).map((row, i) => ({ ...row, 得分: i }));
    const ran = await run([pool('pro rata', measures)], rows);
    expect(paid(ran, '奖')).toEqual([0, yuan(50), yuan(50)]);
    const years = await run([pool('pro rata')], asking(90, 90), [2025, 2026]);
    expect(years.outcome.pools.map(({ year, status }) => [year, status])).toEqual([
      [2025, 'enough'],
      [2026, 'enough'],
    ]);
  });

  it('is never overspent, and never left with money that is claimed, whatever the population', async () => {
    const rows = fc.array(fc.record({ 设备费: fc.nat(60_000), 受理: fc.nat(3) }), { minLength: 1, maxLength: 10 });
    const [rata, order] = [pool('pro rata'), pool('in order of 受理')];
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const asked = all.reduce((n, { 设备费 }) => n + Math.floor(设备费 / 10 + 0.5), 0);
        const shared = await run([rata], all);
        const total = shared.summary.totals.get('cash') ?? { lo: 0n, hi: 0n };
        expect(total).toEqual({ lo: BigInt(Math.min(asked, 10_000)), hi: BigInt(Math.min(asked, 10_000)) });
        const ordered = await run([order], all);
        const { lo, hi } = ordered.summary.totals.get('cash') ?? { lo: 0n, hi: 0n };
        const least = BigInt(Math.min(asked, 10_000));
        expect(lo <= least && hi !== null && hi >= least).toBe(true);
        if (ordered.outcome.pools[0]?.status !== 'tie') expect([lo, hi]).toEqual([least, least]);
      }),
      { numRuns: 60 },
    );
  });
});
