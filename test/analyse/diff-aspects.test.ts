import { describe, expect, it } from 'vitest';
import { diffPolicies } from '../../compiler/analyse/diff/diff.ts';
import { type Aspect, isEmpty, type PolicyDiff, type Verdict } from '../../compiler/analyse/diff/model.ts';
import { compile } from '../../compiler/compile.ts';
import type { Plan } from '../../compiler/ir/ir.ts';
import { nodeHost } from '../../compiler/project/node-host.ts';
import { makeReplay } from '../../compiler/replay.ts';
import { compileTexts } from '../harness/problems.ts';
import { runtimeSource } from '../harness/runtime-source.ts';

/** Whatever is compared is told in both directions; what is only written otherwise is no difference. */

const replay = makeReplay(runtimeSource);
const declarations =
  'agency 市教育局\nagency 市科技局\nparty 高校 { 硕士: count, 经费: money, 评优: bool, 认定日期: date, 集团: key }\nparty 企业 { 投入: money }\n';

/** Rules of stacking, which stand in the head of a policy, begin the text. */
function policy(name: string, text: string) {
  const [rule = ''] = /^stacking .*\n/.exec(text) ?? [];
  const { policies, diagnostics } = compileTexts({
    'p.cuoshi': `policy ${name} "${name}" {\n  level city\n  ${rule}\n}\n${declarations}${text.slice(rule.length)}`,
  });
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  return policies[0]!;
}

const both = (older: string, newer: string): readonly [PolicyDiff, PolicyDiff] => {
  const [a, b] = [policy('文件', older), policy('文件', newer)];
  return [diffPolicies(a, b, replay), diffPolicies(b, a, replay)];
};
const measure = (grant: string, head = '') => `measure 培养 { for 高校 ${head} about 人才 ${grant} }\n`;
const mirrored: Readonly<Partial<Record<Verdict, Verdict>>> = {
  'more-generous': 'less-generous',
  'less-generous': 'more-generous',
};

describe('what is compared beside the amounts', () => {
  const pool = 'budget 资金 2亿元 per year { clause "五" }\n';
  it.each<readonly [Aspect | 'manner' | 'parties' | 'bodies', Verdict, string, string]>([
    ['manner', 'less-generous', measure('grant 5万元'), measure('grant up to 5万元 after 评审')],
    ['manner', 'less-generous', measure('grant 5万元'), measure('grant 5万元 selected by 评审')],
    ['cap', 'less-generous', measure('grant 10% of 经费 cap 50万元'), measure('grant 10% of 经费 cap 40万元')],
    ['rate', 'more-generous', measure('grant 10% of 经费 cap 50万元'), measure('grant 12% of 经费 cap 50万元')],
    [
      'floor',
      'more-generous',
      measure('grant 10% of 经费 cap 50万元'),
      measure('grant 10% of 经费 floor 2万元 cap 50万元'),
    ],
    ['period', 'less-generous', measure('grant 5万元'), measure('grant 5万元 once ever')],
    ['condition', 'less-generous', measure('grant 5万元'), measure('grant 5万元 when 评优')],
    ['parties', 'less-generous', measure('grant 5万元').replace('高校', '高校, 企业'), measure('grant 5万元')],
    ['bodies', 'equivalent', measure('grant 5万元 by 市教育局'), measure('grant 5万元 by 市科技局')],
    ['process', 'equivalent', measure('grant up to 5万元 after 评审'), measure('grant up to 5万元 after 评估')],
    ['kind', 'equivalent', measure('grant 5万元'), measure('reward 5万元')],
    ['family', 'equivalent', measure('grant 5万元'), measure('invest 5万元')],
    ['clause', 'equivalent', measure('grant 5万元', 'clause "一"'), measure('grant 5万元', 'clause "二"')],
    ['pool', 'equivalent', pool + measure('grant 5万元'), pool + measure('grant 5万元 from 资金')],
    ['quota', 'equivalent', measure('grant 5万元'), measure('grant 5万元 limit 7 per year ranked by 硕士')],
    // Under a cap over a group, who is alone in it loses what the cap takes.
    [
      'shared-cap',
      'less-generous',
      measure('grant 10% of 经费 cap 50万元 per 集团 per year'),
      measure('grant 10% of 经费 cap 40万元 per 集团 per year'),
    ],
    [
      'shared-cap',
      'less-generous',
      measure('grant 10% of 经费'),
      measure('grant 10% of 经费 cap 40万元 per 集团 per year'),
    ],
  ])('%s: %s', (aspect, verdict, older, newer) => {
    const [forth, back] = both(older, newer);
    const [one, other] = [forth.compared[0]!, back.compared[0]!];
    expect([one.verdict, other.verdict]).toEqual([verdict, mirrored[verdict] ?? verdict]);
    if (aspect === 'manner' || aspect === 'parties' || aspect === 'bodies') {
      expect(one[aspect]).toBeDefined();
      expect([other[aspect]?.old, other[aspect]?.new]).toEqual([one[aspect]?.new, one[aspect]?.old]);
      return;
    }
    const told = [one, other].map(({ details }) => details.find((detail) => detail.aspect === aspect));
    expect(told[0]).toBeDefined();
    expect([told[1]?.old, told[1]?.new]).toEqual([told[0]?.new, told[0]?.old]);
  });

  it('weighs a cap over a group with proof, at a round figure', () => {
    const [{ compared }] = both(
      measure('grant 10% of 经费 cap 38万元 per 集团 per year'),
      measure('grant 10% of 经费 cap 30万元 per 集团 per year'),
    );
    const loss = compared[0]?.loss;
    expect(loss?.largest).toMatchObject({ by: 8_000_000, proved: true });
    expect(loss?.witness.facts).toMatchObject({ 经费: 400_000_000 });
  });

  it.each([
    ['measures', '', measure('grant 5万元')],
    ['pools', '', pool],
    ['stacking rules', 'stacking highest within this policy\n', 'stacking highest with other policies\n'],
    ['a stacking rule', '', 'stacking highest within this policy\n'],
    [
      'targets',
      'measure 目标 { target 成交额 { 2026: over 700亿元 } }',
      'measure 目标 { target 成交额 { 2026: over 800亿元 } }',
    ],
  ])('tells of %s that came, went or changed', (_, older, newer) => {
    const [forth, back] = both(older, newer);
    for (const diff of [forth, back]) expect(isEmpty(diff)).toBe(false);
    expect([back.added.length, back.dropped.length]).toEqual([forth.dropped.length, forth.added.length]);
    const turned = forth.items.map(({ old, new: now }) => [now, old]);
    expect(back.items.map((item) => [item.old, item.new])).toEqual(expect.arrayContaining(turned));
    expect(back.items.length).toBe(turned.length);
    expect([back.norms.added.length, back.norms.changed.length]).toEqual([
      forth.norms.dropped.length,
      forth.norms.changed.length,
    ]);
  });
});

describe('who shows a change', () => {
  it.each([
    ['grant 500万元', 'grant 10% of 经费 cap 800万元', 'loss'],
    ['grant 10% of 经费 cap 800万元', 'grant 500万元', 'gain'],
    ['grant 500万元', 'grant 5万元 per 硕士 when 经费 >= 1元', 'loss'],
  ] as const)('%s → %s: is paid nothing, or a sum that a document would name', (older, newer, kind) => {
    const direction = both(measure(older), measure(newer))[0].compared[0]?.[kind];
    const ends = [direction?.old.max, direction?.new.max];
    expect(ends).toContain(500_000_000);
    for (const end of ends) expect(end === 0 || (end ?? 0) >= 100_000).toBe(true);
  });
});

describe('a measure by another name', () => {
  const others = (name: string, names: string) => `${names}${measure('grant 5万元').replace('培养', name)}`;
  const naming: readonly (readonly [string, (name: string) => string])[] = [
    ['excludes', (name) => `measure 引进 { for 高校 about 人才 excludes ${name} grant 8万元 }\n`],
    ['stacks with', (name) => `measure 引进 { for 高校 about 人才 stacks with ${name} grant 8万元 }\n`],
    [
      'between',
      (name) => `stacking choose one between ${name}, 引进\nmeasure 引进 { for 高校 about 人才 grant 8万元 }\n`,
    ],
  ];
  it.each(naming)('is no difference where another %s it', (_, text) => {
    for (const diff of both(others('培养', text('培养')), others('育人', text('育人'))))
      expect(isEmpty(diff)).toBe(true);
  });

  it.each(naming)('is told apart from another measure that another %s', (_, text) => {
    const lone = others('购置', '').replace('人才', '设备');
    const [forth, back] = both(others('培养', text('培养') + lone), others('育人', text('购置') + lone));
    for (const diff of [forth, back]) expect(isEmpty(diff)).toBe(false);
  });
});

/** With past awards by the new names of their measures. */
function pastRenamed<T>(value: T, of: (name: string) => string): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => pastRenamed(one, of)) as T;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, pastRenamed(inner, of)]);
  const made = Object.fromEntries(entries);
  const { k, at, ref } = made;
  if (k === 'fact' && at === 'awarded' && typeof ref === 'string' && !ref.startsWith('@')) {
    const [measure = '', ...rest] = ref.split('/');
    return { ...made, ref: [of(measure), ...rest].join('/') } as T;
  }
  return made as T;
}

describe('the five documents', () => {
  const { policies } = compile(['policies'], nodeHost);

  it('differ in nothing from themselves under other names, in another order', () => {
    expect(policies.length).toBe(5);
    for (const one of policies) {
      const rename = (name: string) => `改${name}`;
      const plans = one.plans
        .map((plan) => ('measure' in plan ? { ...pastRenamed(plan, rename), measure: rename(plan.measure) } : plan))
        .map((plan): Plan => {
          if (plan.k === 'group') return plan.between ? { ...plan, between: plan.between.map(rename) } : plan;
          if (plan.k !== 'benefit') return plan;
          return { ...plan, excludes: plan.excludes.map(rename), stacksWith: plan.stacksWith.map(rename) };
        })
        .toReversed();
      const diff = diffPolicies(one, { ...one, plans, facts: one.facts.toReversed() }, replay);
      expect([one.name, isEmpty(diff)]).toEqual([one.name, true]);
    }
  });
});
