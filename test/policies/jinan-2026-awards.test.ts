import { describe, expect, it } from 'vitest';
import type { Facts, Result } from '../../stdlib/runtime/types.ts';
import { compileFolder, evaluate, keyOf, onlyPolicy, yuan } from './harness.ts';

/**
 * Awards worked out on paper from the clauses, not from the code, for invented applicants. Amounts in yuan; `'…'` with
 * two figures is a range, `null` at the end has no upper end. Denied awards are left out unless they are the point.
 */
interface Case {
  readonly who: string;
  readonly facts: Facts;
  readonly awards: Readonly<Record<string, number | readonly [number, number | null]>>;
  readonly cash?: readonly [number, number | null];
  readonly equity?: readonly [number, number | null];
  readonly byAnalogy?: readonly [number, number | null];
  readonly needs?: readonly string[];
}

/** Everything a university can state, with nothing that it can get. */
const nothing = {
  高校成果成立企业: false,
  party: ['本科高校'],
  硕士: 0,
  博士: 0,
  订单式培养: false,
  后备人才项目: false,
  中职贯通招生: 0,
  高职分段招生: 0,
  产业教授: 0,
  共建创新团队: false,
  共建技术研发中心: false,
  概念验证评价优秀: false,
  成果转化成立企业: false,
  新建产业学院: false,
  创新券总额: 0,
  融合成效突出: false,
  平台: [],
} satisfies Facts;

const platform = (类型: string, 角色: string, 获批: boolean, 新认定: boolean) => ({ 类型, 角色, 获批, 新认定 });

const cases: readonly Case[] = [
  { who: 'states everything and gets nothing', facts: nothing, awards: {} },
  {
    who: 'is above every cap',
    facts: {
      ...nothing,
      硕士: 60,
      博士: 30,
      中职贯通招生: 30,
      高职分段招生: 51,
      产业教授: 26,
      创新券总额: yuan(9_999_999),
    },
    awards: {
      '联合培养/硕博培养': 500_000, // 360,000 + 300,000 = 660,000
      '贯通培养/中职贯通': 500_000, // 30 × 20,000 = 600,000
      '贯通培养/高职分段': 500_000, // 51 × 10,000 = 510,000
      产业教授: 1_000_000, // 26 × 50,000 = 1,300,000
      仪器共享: 300_000, // 999,999.90
    },
    cash: [2_800_000, 2_800_000],
  },
  {
    who: 'is just below every cap',
    facts: {
      ...nothing,
      硕士: 49,
      博士: 20,
      中职贯通招生: 24,
      高职分段招生: 49,
      产业教授: 19,
      创新券总额: yuan(2_999_999.9),
    },
    awards: {
      '联合培养/硕博培养': 494_000, // 294,000 + 200,000
      '贯通培养/中职贯通': 480_000,
      '贯通培养/高职分段': 490_000,
      产业教授: 950_000,
      仪器共享: 299_999.99,
    },
    cash: [2_713_999.99, 2_713_999.99],
  },
  {
    who: 'is exactly at every cap',
    facts: {
      ...nothing,
      硕士: 50,
      博士: 20,
      中职贯通招生: 25,
      高职分段招生: 50,
      产业教授: 20,
      创新券总额: yuan(3_000_000),
    },
    awards: {
      '联合培养/硕博培养': 500_000,
      '贯通培养/中职贯通': 500_000,
      '贯通培养/高职分段': 500_000,
      产业教授: 1_000_000,
      仪器共享: 300_000,
    },
    cash: [2_800_000, 2_800_000],
  },
  {
    who: 'leaves every ceiling open',
    facts: {
      ...nothing,
      订单式培养: true,
      后备人才项目: true,
      共建创新团队: true,
      共建技术研发中心: true,
      概念验证评价优秀: true,
      成果转化成立企业: true,
      新建产业学院: true,
      融合成效突出: true,
    },
    awards: {
      '联合培养/订单培养': [0, 1_500_000],
      拔尖后备: [0, 2_000_000],
      创新团队: [0, 2_000_000],
      技术研发中心: [0, 5_000_000],
      概念验证中心: [0, 3_000_000],
      成果落地: [0, 3_000_000],
      产业学院: [0, 2_000_000],
      融合激励: [0, 500_000],
    },
    cash: [0, 16_000_000], // 1.5 + 2 + 2 + 5 + 3 + 2 + 0.5 million
    equity: [0, 3_000_000],
  },
  {
    who: 'has every ceiling decided',
    facts: {
      ...nothing,
      订单式培养: true,
      后备人才项目: true,
      概念验证评价优秀: true,
      成果转化成立企业: true,
      新建产业学院: true,
      decisions: {
        '联合培养/订单培养': yuan(1_200_000),
        拔尖后备: yuan(2_000_000),
        概念验证中心: yuan(0.01),
        成果落地: yuan(2_500_000),
        产业学院: 0,
      },
    },
    awards: {
      '联合培养/订单培养': 1_200_000,
      拔尖后备: 2_000_000,
      概念验证中心: 0.01,
      成果落地: 2_500_000,
    },
    cash: [3_200_000.01, 3_200_000.01],
    equity: [2_500_000, 2_500_000],
  },
  {
    who: 'has platforms of every kind and role',
    facts: {
      ...nothing,
      平台: [
        platform('全国重点实验室', '牵头', true, false),
        platform('国家一带一路联合实验室', '牵头', true, true),
        platform('国家技术创新中心', '参与', true, false),
        platform('国家大学科技园', '参与', false, true), // not approved
        platform('山东省重点实验室', '牵头', false, true), // for the provincial one, newly recognised is what counts
        platform('山东省重点实验室', '牵头', true, false), // not newly recognised
        platform('山东省重点实验室', '参与', true, true), // does not lead
      ],
      decisions: { '创新平台/牵头国家级/2': yuan(9_000_000) },
    },
    awards: {
      '创新平台/牵头国家级/1': [0, 10_000_000],
      '创新平台/牵头国家级/2': 9_000_000,
      '创新平台/参与国家级/3': [0, 1_000_000],
      '创新平台/省级/5': [0, 1_000_000],
    },
    cash: [9_000_000, 21_000_000],
  },
  {
    who: 'leaves out the doctors where they cannot matter',
    facts: (({ 博士: _, ...rest }) => ({ ...rest, 硕士: 84 }))({ ...nothing }), // 504,000
    awards: { '联合培养/硕博培养': 500_000 },
    cash: [500_000, 500_000],
    needs: [],
  },
  {
    who: 'leaves out the doctors where they matter',
    facts: (({ 博士: _, ...rest }) => ({ ...rest, 硕士: 83 }))({ ...nothing }), // 498,000
    awards: { '联合培养/硕博培养': [498_000, 500_000] },
    cash: [498_000, 500_000],
    needs: ['博士'],
  },
  {
    who: 'is a vocational college: a studio is its own, through-training is not',
    facts: {
      ...(({ 中职贯通招生: _, 高职分段招生: __, ...rest }) => rest)({ ...nothing }),
      party: ['高职高专院校'],
      硕士: 1,
      设立带头人工作室: true,
    },
    awards: { '联合培养/硕博培养': 6_000, 带头人工作室: [0, 500_000] },
    cash: [6_000, 506_000],
    needs: [],
  },
  {
    who: 'is a technician college',
    facts: { party: ['技师学院'], 设立带头人工作室: true, decisions: { 带头人工作室: yuan(350_000) } },
    awards: { 带头人工作室: 350_000 },
    cash: [350_000, 350_000],
  },
  {
    who: 'is a district with a cluster',
    facts: { party: ['区县'], 建设集聚区: true },
    awards: { 集聚区: [0, 3_000_000] },
    cash: [0, 3_000_000],
  },
  {
    who: 'is a public research institute, by analogy',
    facts: {
      ...nothing,
      party: ['科研院所'],
      事业单位: true,
      硕士: 5,
      博士: 2,
      概念验证评价优秀: true,
      设立带头人工作室: false,
      建设集聚区: false,
      创新券总额: yuan(450_000),
    },
    awards: { '联合培养/硕博培养': 50_000, 概念验证中心: [0, 3_000_000], 仪器共享: 45_000 },
    byAnalogy: [95_000, 3_095_000],
    needs: [],
  },
  {
    who: 'is a research institute that is a company now',
    facts: { party: ['科研院所'], 事业单位: false, 硕士: 5, 博士: 2, 创新券总额: yuan(450_000) },
    awards: {},
    needs: [],
  },
  {
    who: 'is a new-type institute whose agreement runs',
    facts: { party: ['新型研发机构'], 协议期届满: false, 硕士: 8, 博士: 8 },
    awards: {},
    needs: [],
  },
  {
    who: 'is a new-type institute whose agreement has ended',
    facts: {
      ...nothing,
      party: ['新型研发机构'],
      协议期届满: true,
      产业教授: 1,
      设立带头人工作室: false,
      建设集聚区: false,
    },
    awards: { 产业教授: 50_000 },
    byAnalogy: [50_000, 50_000],
    needs: [],
  },
  {
    who: 'is a company like any other',
    facts: { party: ['企业'], 高校成果成立企业: false, 创新券总额: yuan(600_000) },
    awards: {},
    needs: [],
  },
  {
    who: 'is a company that a university’s results were turned into',
    facts: { party: ['企业'], 高校成果成立企业: true },
    awards: { 成果落地企业: [0, 3_000_000] },
    equity: [0, 3_000_000],
    needs: [],
  },
];

const policy = onlyPolicy(compileFolder('policies/jinan-2026'));

/** What is not denied, in yuan. */
function paid({ awards }: Result): Case['awards'] {
  const open = awards.filter((award) => award.outcome !== 'denied');
  return Object.fromEntries(open.map((award) => [keyOf(award), inYuan(award.min, award.max)]));
}

const inYuan = (min: number, max: number | null) =>
  min === max ? min / 100 : ([min / 100, max === null ? null : max / 100] as const);

const totalOf = (totals: Result['totals'], family: string) => {
  const total = totals[family];
  return total === undefined || total.max === 0
    ? undefined
    : [total.min / 100, total.max === null ? null : total.max / 100];
};

describe('an applicant that', () => {
  it.each(cases)('$who', ({ facts, awards, cash, equity, byAnalogy, needs }) => {
    const result = evaluate(policy, facts);
    expect(paid(result)).toEqual(awards);
    expect(totalOf(result.totals, 'cash')).toEqual(cash);
    expect(totalOf(result.totals, 'equity')).toEqual(equity);
    expect(totalOf(result.totalsByAnalogy, 'cash')).toEqual(byAnalogy);
    if (needs !== undefined) expect(result.needs).toEqual(needs);
    expect(result.problems).toEqual([]);
  });

  it('is none of these kinds gets no award at all, not even a denied one', () => {
    expect(evaluate(policy, { party: ['基金'] }).awards).toEqual([]);
  });
});

describe('norms', () => {
  const holds = (facts: Facts, modality: string) =>
    evaluate(policy, facts)
      .norms.filter((norm) => norm.modality === modality)
      .map((norm) => norm.holds);
  const diligent = { party: ['高校负责人'], 勤勉尽责: true, 谋取非法利益: false } satisfies Facts;

  it.each([
    ['挂牌交易', true],
    ['第三方资产评估', true],
    ['拍卖', true],
    ['协议定价并公示', true],
    ['其他方式', null], // 等 leaves the list open: unknown until it is recognised
  ])('a price set by %s: exempt %s', (定价方式, expected) => {
    expect(holds({ ...diligent, 定价方式 }, 'exempt')).toEqual([expected]);
  });

  it('another way of pricing counts once it is recognised, and not when it is not', () => {
    expect(holds({ ...diligent, 定价方式: '其他方式', 属等内方式: true }, 'exempt')).toEqual([true]);
    expect(holds({ ...diligent, 定价方式: '其他方式', 属等内方式: false }, 'exempt')).toEqual([false]);
  });

  it('who was not diligent, or gained by it, is not exempt', () => {
    expect(holds({ ...diligent, 定价方式: '拍卖', 勤勉尽责: false }, 'exempt')).toEqual([false]);
    expect(holds({ ...diligent, 定价方式: '拍卖', 谋取非法利益: true }, 'exempt')).toEqual([false]);
  });

  it('a researcher is entitled once the contract is registered, whatever the base', () => {
    const researcher = { party: ['高校科研人员'], 横向结余出资: false, 获现金奖励: true } satisfies Facts;
    expect(holds({ ...researcher, 登记技术合同: true }, 'entitle')).toEqual([true]);
    expect(holds({ ...researcher, 登记技术合同: false }, 'entitle')).toEqual([false]);
    expect(holds(researcher, 'entitle')).toEqual([null]);
    // May have half counted as salary, as the reward is in cash; may not agree a share, as nothing was invested.
    expect(holds(researcher, 'may')).toEqual([false, true]);
  });
});
