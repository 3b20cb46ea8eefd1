import { describe, expect, it } from 'vitest';
import { interpretTogether } from '../../compiler/ir/interpret/interpret.ts';
import { show } from '../../compiler/ir/rational.ts';
import { conjunctsOf } from '../../compiler/ir/shape.ts';
import { uncovered } from '../../compiler/run/coverage.ts';
import { runExamples } from '../../compiler/run/run-examples.ts';
import { compileFolder, compileUnaccepted, evaluate, keyOf, onlyPolicy, problemsOf } from './harness.ts';

const compilation = compileFolder('policies/jinan-2026');
const policy = onlyPolicy(compilation);
const today = '2026-06-30';

describe('jinan-2026', () => {
  it('accepts, with a reason, that no named process decides a sum, nor how the pool is shared; and nothing else', () => {
    expect(problemsOf(compilation)).toEqual([]);
    const warned = problemsOf(compileUnaccepted('policies/jinan-2026')).map((problem) => problem.replace(/ \d+:/, ':'));
    expect(warned).toEqual([
      'CS3020 warning: up to 200万元', // （五）
      'CS3020 warning: up to 50万元', // （六）
      'CS3020 warning: up to 300万元', // （七）
      'CS3020 warning: up to 1000万元', // （八）, three sums
      'CS3020 warning: up to 100万元',
      'CS3020 warning: up to 100万元',
      'CS3020 warning: up to 500万元', // （九）
      'CS3020 warning: up to 300万元', // （十一）, to the university or to the company
      'CS3020 warning: up to 300万元',
      'CS3021 warning: 市校融合资金', // （二十）
    ]);
  });

  it('has a measure for each of the twenty clauses, with its bodies', () => {
    const clauses = new Map<string, Set<string>>();
    for (const plan of policy.plans) {
      if (plan.k !== 'benefit' && plan.k !== 'norm' && plan.k !== 'pool') continue;
      const bodies = clauses.get(plan.clause ?? '') ?? new Set();
      for (const body of plan.by) bodies.add(body);
      clauses.set(plan.clause ?? '', bodies);
    }
    // As the clauses name them, in their order.
    expect(Object.fromEntries([...clauses].map(([clause, bodies]) => [clause, [...bodies].join('、')]))).toEqual({
      '一（一）': '市教育局',
      '一（二）': '市教育局',
      '一（三）': '市教育局',
      '一（四）': '市教育局',
      '一（五）': '市科技局',
      '一（六）': '市科技局',
      '二（七）': '市委组织部、市科技局',
      '二（八）': '市科技局',
      '二（九）': '市科技局',
      '二（十）': '市科技局',
      '三（十一）': '市科技局',
      '三（十二）': '市教育局',
      '三（十三）': '市科技局',
      '四（十四）': '市科技局、市教育局',
      '四（十五）': '市委组织部、市科技局、市教育局',
      '四（十六）': '市科技局、市教育局',
      '五（十七）': '市科技局、市教育局、市财政局',
      '五（十八）': '市教育局',
      '五（十九）': '市科技局、市财政局、市委金融办',
      '五（二十）': '市财政局、市教育局、市科技局',
    });
  });

  it('says of each sum who decides it, and what kind of money it is', () => {
    const everything = {
      party: ['本科高校', '技师学院', '区县'],
      硕士: 1,
      博士: 1,
      订单式培养: true,
      后备人才项目: true,
      中职贯通招生: 1,
      高职分段招生: 1,
      产业教授: 1,
      共建创新团队: true,
      设立带头人工作室: true,
      建设集聚区: true,
      共建技术研发中心: true,
      概念验证评价优秀: true,
      成果转化成立企业: true,
      新建产业学院: true,
      创新券总额: 100,
      融合成效突出: true,
    };
    const 平台 = [
      { 类型: '全国重点实验室', 角色: '牵头', 获批: true, 新认定: false },
      { 类型: '全国重点实验室', 角色: '参与', 获批: true, 新认定: false },
      { 类型: '山东省重点实验室', 角色: '牵头', 获批: true, 新认定: true },
    ];
    const { awards } = evaluate(policy, { ...everything, 平台 });
    const open = awards.filter((award) => award.outcome !== 'denied');
    expect(open.map((award) => [keyOf(award), award.kind, award.family, ...(award.decidedBy ?? [])].join(' '))).toEqual(
      [
        '联合培养/硕博培养 grant cash',
        '联合培养/订单培养 grant cash 绩效评估',
        '拔尖后备 support cash 绩效评估',
        '贯通培养/中职贯通 support cash',
        '贯通培养/高职分段 support cash',
        '产业教授 grant cash',
        '创新团队 support cash',
        '带头人工作室 support cash',
        '集聚区 support cash',
        '创新平台/牵头国家级/1 support cash',
        '创新平台/参与国家级/2 support cash',
        '创新平台/省级/3 support cash',
        '技术研发中心 support cash',
        '概念验证中心 support cash 绩效评价',
        '成果落地 invest equity',
        '产业学院 support cash 绩效评估',
        '仪器共享 grant cash',
        '融合激励 support cash 贡献度评价',
      ],
    );
  });

  it('has the rights of （十四） to （十六） with their figures, and the pool of （二十）', () => {
    const norms = policy.plans.flatMap((plan) => (plan.k === 'norm' && plan.clause?.startsWith('四') ? [plan] : []));
    const share = ({ share }: (typeof norms)[number]) => share && `${share.bound} ${show(share.value)}`;
    const conditions = ({ when }: (typeof norms)[number]) =>
      (conjunctsOf(when) ?? []).map(({ step }) => {
        const said = step.say.zh
          .map((part) => (typeof part === 'string' ? part : 'fact' in part ? part.fact : ''))
          .join('');
        return said.replace(/（所填.*$/, '');
      });
    expect(
      norms.map((norm) => [
        norm.clause,
        norm.modality,
        ...norm.bearers,
        share(norm),
        norm.undecided,
        ...conditions(norm),
      ]),
    ).toEqual([
      ['四（十四）', 'may', '高校', undefined, undefined],
      ['四（十四）', 'may', '高校', undefined, undefined],
      ['四（十四）', 'may', '高校', undefined, undefined],
      ['四（十四）', 'may', '高校科研人员', undefined, undefined, '横向结余出资'],
      ['四（十五）', 'entitle', '高校科研人员', 'at-least 7/10', '分配基数未写明', '登记技术合同'],
      ['四（十五）', 'may', '高校科研人员', 'exactly 1/2', undefined, '获现金奖励'],
      ['四（十五）', 'recognise', undefined, undefined, '人才符合条件'],
      [
        '四（十六）',
        'exempt',
        '高校负责人',
        undefined,
        undefined,
        '勤勉尽责',
        '非 谋取非法利益',
        '定价方式 属 挂牌交易、第三方资产评估、拍卖、协议定价并公示 之一 或 （定价方式 为 其他方式 且 属等内方式）',
      ],
    ]);
    // 2亿元 in fen.
    expect(policy.plans.find((plan) => plan.k === 'pool')).toMatchObject({
      name: '市校融合资金',
      amount: { n: 20_000_000_000n, d: 1n },
      perYear: true,
      by: ['市财政局', '市教育局', '市科技局'],
    });
  });

  it('reaches other policies with its rule, repeals none, and is followed by analogy', () => {
    expect(policy.plans.filter((plan) => plan.k === 'group').map(({ rule, reach }) => ({ rule, reach }))).toEqual([
      { rule: 'highest', reach: { reach: 'other' } },
    ]);
    expect(policy.replaces).toEqual([]);
    expect(policy).toMatchObject({ status: 'draft', level: 'city', leads: ['市教育局', '市科技局'] });
    const followers = policy.plans.flatMap((plan) =>
      plan.k === 'benefit' ? [plan.analogies.flatMap((analogy) => analogy.parties).join('、')] : [],
    );
    expect(new Set(followers)).toEqual(new Set(['科研院所、新型研发机构']));
  });

  it('has an example for every benefit, cap and condition', () => {
    expect(
      uncovered(policy, today).map(({ what, measure, benefit, never }) => ({ what, measure, benefit, never })),
    ).toEqual([]);
  });

  it.each(
    runExamples(policy, (facts, options) => interpretTogether([policy], facts, options), { today, lang: 'zh' }).map(
      (run) => ({ title: run.example.title, run }),
    ),
  )('$title', ({ run }) => {
    expect(run.result.problems).toEqual([]);
    expect(
      run.failures.map(({ why, awards }) => ({
        why,
        awards: awards.map(({ outcome, min, max }) => ({ outcome, min, max })),
      })),
    ).toEqual([]);
  });
});
