import fc from 'fast-check';
import {
  type Analogy,
  type BenefitPlan,
  type Expr,
  factId,
  type GroupPlan,
  type LimitPlan,
  type NormPlan,
  type Plan,
  type PolicyIr,
  type ReachPlan,
} from '../../compiler/ir/ir.ts';
import { type Arb, amountOf, type Bound, chain, pick, sentence, truth } from './generate-expressions.ts';
import { benefitNames, matters, parties, vocabularies } from './generated-vocabulary.ts';
import * as b from './ir-builders.ts';

/** Well-formed policies at random: every kind of plan, over generated expressions. */

function when(bound: Bound): Arb<Expr> {
  const conjunct = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(truth(1, bound), sentence(bound)).map(([x, text]) => b.condition(x, text)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(truth(1, bound), fc.option(pick('失信主体', '重复申报'), { nil: undefined }))
        .map(([x, because]) => b.veto(x, 'veto', because)),
    },
  );
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant<Expr>({ k: 'const', value: true, valueType: { type: 'bool' } }) },
    { weight: 1, arbitrary: conjunct },
    { weight: 2, arbitrary: fc.array(conjunct, { maxLength: 3 }).map((args) => b.and(...args)) },
  );
}

/** Facts of the applicant that one can be read for the other. */
const alikeFacts: readonly { readonly fact: string; readonly as: string }[] = [
  { fact: '设备费', as: '创新券' },
  { fact: '博士', as: '硕士' },
  { fact: '产量', as: '利润' },
  { fact: '失信', as: '获批' },
];

function analogies(bound: Bound): Arb<Analogy[]> {
  const analogy = fc
    .tuple(
      fc.subarray([...parties], { minLength: 1, maxLength: 2 }),
      when(bound),
      fc.option(fc.constant('可参照执行')),
      fc.subarray([...alikeFacts], { maxLength: 3 }),
    )
    .map(([of, c, note, reads]) => ({
      ...b.analogy(of, c, note ?? undefined),
      ...(reads.length > 0 && { reads }),
    }));
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant<Analogy[]>([]) },
    { weight: 1, arbitrary: fc.array(analogy, { minLength: 1, maxLength: 2 }) },
  );
}

function benefitOf(name: string): Arb<BenefitPlan> {
  const [measure] = name.split('/');
  const others = [...new Set(benefitNames.map((n) => n.split('/')[0]!))].filter((m) => m !== measure);
  const rarely = (arb: Arb<string[]>) =>
    fc.oneof({ weight: 6, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: arb });
  return pick<Bound>('', '', '', '平台', '项目').chain((bound) =>
    fc
      .record({
        parties: fc.oneof(
          { weight: 3, arbitrary: fc.constant(['单位']) },
          { weight: 2, arbitrary: fc.subarray([...parties], { maxLength: 2 }) },
        ),
        family: fc.oneof(
          { weight: 8, arbitrary: fc.constant('cash' as const) },
          { weight: 1, arbitrary: pick('equity' as const, 'in-kind' as const) },
        ),
        when: when(bound),
        amount: chain(bound),
        analogies: analogies(bound),
        matter: fc.oneof(
          { weight: 5, arbitrary: pick<string | { readonly fact: string }>(...matters) },
          {
            weight: 2,
            arbitrary: fc.constant({ fact: bound === '平台' ? factId('类型', '平台') : factId('等次') }),
          },
          { weight: 1, arbitrary: fc.constant(undefined) },
        ),
        clause: fc.option(pick('一', '二'), { nil: undefined }),
        by: fc.subarray(['市科技局', '市教育局']),
        less: fc.oneof(
          { weight: 5, arbitrary: fc.constant<BenefitPlan['less']>(undefined) },
          {
            weight: 1,
            arbitrary: fc.array(pick(...benefitNames, '@past:/旧奖').map(b.lessPast), { minLength: 1, maxLength: 2 }),
          },
        ),
        paidAtOnce: fc.boolean(),
        excludes: rarely(fc.subarray(others, { minLength: 1, maxLength: 2 })),
        stacksWith: rarely(fc.subarray(others, { minLength: 1, maxLength: 1 })),
      })
      .map(({ matter, clause, less, ...rest }) =>
        b.benefit({
          ...(less && { less }),
          name,
          ...(bound !== '' && { over: factId(bound) }),
          ...(matter !== undefined && { matter }),
          ...(clause !== undefined && { clause }),
          ...rest,
        }),
      ),
  );
}

const reach: Arb<ReachPlan> = fc.oneof(
  { weight: 4, arbitrary: pick<ReachPlan>({ reach: 'all' }, { reach: 'within' }, { reach: 'other' }) },
  { weight: 1, arbitrary: pick<ReachPlan>({ reach: 'level', level: 'city' }, { reach: 'level', level: 'province' }) },
  { weight: 1, arbitrary: pick<ReachPlan>({ reach: 'per', key: '平台' }, { reach: 'across', key: '平台' }) },
);

const group: Arb<GroupPlan> = fc
  .record({
    rule: pick<GroupPlan['rule']>('highest', 'highest', 'sum', 'choose-one'),
    reach,
    between: fc.option(fc.subarray(['甲', '乙', '丙', '丁'], { minLength: 2, maxLength: 3 }), {
      nil: undefined,
      freq: 2,
    }),
    clause: fc.option(fc.constant('末'), { nil: undefined }),
  })
  .map(({ rule, reach, between, clause }) =>
    b.group(rule, reach, { ...(between && { between }), ...(clause !== undefined && { clause }) }),
  );

function limitOf(benefits: readonly BenefitPlan[]): Arb<LimitPlan> {
  return pick(...new Set(benefits.map((plan) => plan.measure))).chain((measure) => {
    const lists = new Set(benefits.filter((plan) => plan.measure === measure).map((plan) => plan.over));
    const [list] = lists;
    const isShared = lists.size === 1 && (list === '平台' || list === '项目');
    return fc.oneof(
      amountOf(1, '').map((x) => b.limit(measure, x)),
      amountOf(1, isShared ? list : '').map((x) => b.limit(measure, x, 'item')),
      amountOf(0, '').map((x) => b.limit(measure, x, { key: factId('统一代码') })),
    );
  });
}

const norm: Arb<NormPlan> = fc
  .record({
    parties: fc.subarray([...parties], { maxLength: 2 }),
    when: when('平台'),
    clause: fc.option(fc.constant('十四'), { nil: undefined }),
  })
  .map(({ clause, ...rest }) => b.norm({ ...rest, ...(clause !== undefined && { clause }) }));

/** A well-formed policy. */
export function policies(name = '政策'): Arb<PolicyIr> {
  const benefits = fc
    .subarray([...benefitNames], { minLength: 2, maxLength: 5 })
    .chain((chosen) => fc.tuple(...chosen.map(benefitOf)));
  return benefits.chain((plans) =>
    fc
      .record({
        groups: fc.array(group, { maxLength: 3 }),
        limits: fc.array(limitOf(plans), { maxLength: 2 }),
        norms: fc.array(norm, { maxLength: 1 }),
        vocabulary: pick(...vocabularies),
        level: pick('city' as const, 'province' as const, undefined),
        status: pick<PolicyIr['status']>('in-force', 'in-force', 'draft', 'repealed'),
        effective: pick<PolicyIr['effective']>(
          { onPublication: false },
          { onPublication: true },
          { onPublication: false, from: 20_700, to: 20_800 },
        ),
      })
      .map(({ groups, limits, norms, vocabulary, level, status, effective }) => {
        const all: Plan[] = [...plans, ...limits, ...norms, ...groups];
        const used = new Set(
          plans.map((plan) => (plan.label === null ? plan.measure : `${plan.measure}/${plan.label}`)),
        );
        return withLedgerKeys(
          b.policy(all, { ...vocabulary, name, status, effective, ...(level !== undefined && { level }) }),
          used,
        );
      }),
  );
}

/** Past awards are read of the benefits there are: others are replaced by one of them. */
function withLedgerKeys(policy: PolicyIr, used: ReadonlySet<string>): PolicyIr {
  const [fallback] = used;
  const repair = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(repair);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, part]) => [key, repair(part)] as const);
    const node = Object.fromEntries(entries) as { at?: unknown; ref?: unknown; fact?: unknown };
    if (node.at === 'awarded' && typeof node.ref === 'string' && !used.has(node.ref)) node.ref = fallback;
    if (node.at === 'awarded' && typeof node.fact === 'string' && !used.has(node.fact)) node.fact = fallback;
    return node;
  };
  return { ...policy, plans: repair(policy.plans) as readonly Plan[] };
}
