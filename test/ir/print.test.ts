import { describe, expect, it } from 'vitest';
import { type Expr, factId, yearFact } from '../../compiler/ir/ir.ts';
import { print, printExpr } from '../../compiler/ir/print.ts';
import { rational } from '../../compiler/ir/rational.ts';
import * as b from '../harness/ir-builders.ts';

describe('expressions', () => {
  it.each<[Expr, string]>([
    [b.yuan(6000), '6000元'],
    [b.constant(rational(1)), '1/100元'],
    [b.percent(12.5), '1/8'],
    [b.percent(10), '10%'],
    [b.constant(rational(20_634), 'date'), '2026-06-30'],
    [b.constant(rational(36), 'duration'), '36月'],
    [b.fact('硕士', { back: 1 }), '硕士@-1'],
    [b.fact('硕士', 'peak'), '硕士@peak'],
    [b.itemFact('平台', '金.额'), '平台.金\\.额'],
    [{ k: 'fact', ref: yearFact, at: 'now' }, '@year'],
    [b.add(b.yuan(1), b.mul(b.yuan(2), b.fact('硕士'))), '(+ 1元 (* 2元 硕士))'],
    [b.iff(b.less(b.fact('甲'), b.count(3)), b.yuan(1), b.yuan(2)), '(if (< 甲 3) 1元 2元)'],
    [b.round(b.fact('甲'), rational(5), 'down'), '(round down 5 甲)'],
    [b.fold('max', '平台', b.fact('甲'), b.yuan(1)), '(max-of 平台 甲 1元)'],
    [b.upTo(b.yuan(9), '评审'), '(decide 0元 to 9元 process by 评审)'],
    [b.selected(b.yuan(9), '评审'), '(decide 0元 or 9元 selection by 评审)'],
    [b.decide({ why: 'undecided', reason: '另行制定' }), '(decide 0元 to ∞ undecided "另行制定")'],
    [b.and(b.not(b.member(b.fact('类'), '甲', '乙')), b.or()), '(and (not (in 类 {甲, 乙})) (or))'],
    [b.step('cap', b.min(b.prior, b.yuan(5)), b.step('base', b.yuan(9))), '(step cap (step base 9元) (min prior 5元))'],
  ])('%#', (e, text) => {
    expect(printExpr(e)).toBe(text);
  });

  it('are broken over lines where they are long', () => {
    const long = b.add(
      ...Array.from({ length: 6 }, (_, i) => b.mul(b.yuan(1000 * i), b.fact(`联合培养的工程硕士${i}`))),
    );
    expect(printExpr(long)).toBe(
      `${['(+', ...Array.from({ length: 6 }, (_, i) => `  (* ${1000 * i}元 联合培养的工程硕士${i})`)].join('\n')})`,
    );
  });
});

it('prints a policy', () => {
  const policy = b.policy(
    [
      b.benefit({
        name: '创新平台/牵头',
        clause: '二（八）',
        over: factId('平台'),
        matter: { fact: factId('类型', '平台') },
        by: ['市科技局'],
        excludes: ['特色学院'],
        analogies: [b.analogy(['企业'], b.condition(b.fact('获批'), '获批'), '可参照执行')],
        when: b.and(b.condition(b.fact('获批'), '获批'), b.veto(b.fact('失信'), '失信', '失信主体')),
        amount: b.amount(b.upTo(b.yuan(100)), b.capped(b.yuan(50), { zh: ['不超过', { fact: '甲' }], en: [] })),
      }),
      b.limit('创新平台', b.yuan(500), 'item'),
      b.group('highest', { reach: 'other' }, { clause: '末' }),
      b.group('choose-one', { reach: 'all' }, { between: ['创新平台', '特色学院'] }),
      b.norm({ parties: ['高校'], bearers: ['市科技局'], modality: 'oblige', object: '评价' }),
      {
        k: 'pool',
        name: '资金',
        amount: rational(20_000_000_000),
        perYear: true,
        by: ['市财政局'],
        share: 'none',
        origin: b.nowhere,
      },
    ],
    {
      level: 'city',
      status: 'draft',
      effective: { onPublication: true },
      disjoint: [['高校', '企业']],
      enums: [{ name: '类型', members: ['甲类', '乙类'] }],
      lists: [b.declareList('平台', ['高校'])],
      facts: [b.declareFact('类型', { type: 'enum', name: '类型' }, { list: '平台' }), b.declareFact('甲', 'money')],
    },
  );
  expect(print(policy)).toBe(`policy 政策
  draft, city, on publication
party 高校
party 企业
disjoint 高校, 企业
enum 类型 {甲类, 乙类}
list 平台: 平台 of 高校
fact 平台.类型: enum 类型
fact 甲: money
benefit 创新平台/牵头: grant, cash
  clause 二（八）
  for 高校
  by analogy 企业 "可参照执行"
    when 获批  "获批"
  over 平台
  about fact 平台.类型
  by 市科技局
  excludes 特色学院
  when 获批  "获批"
  unless 失信  "失信"
    because "失信主体"
  base     (decide 0元 to 100元 process)  "base"
  cap      (min prior 50元)  "不超过{甲}"
  round    (round half-up 1 prior)  "round"
limit of 创新平台, per item, year
  cap 500元  "shared cap"
stacking highest, other
  clause 末
stacking choose-one, all
  between 创新平台, 特色学院
norm of 规范: oblige 市科技局: 评价
  for 高校
  say "一句话" "a sentence"
pool 资金: 200000000元 per year, none
  by 市财政局
`);
});
