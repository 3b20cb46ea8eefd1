import { describe, expect, it } from 'vitest';
import { nodeHost } from '../../compiler/project/node-host.ts';
import type { Figure, Part } from '../../compiler/source-text/manifest.ts';
import { memoryHost } from '../harness/memory-host.ts';
import { openBench, type Verdict } from '../mutate/judge.ts';
import { inRepository } from '../policies/harness.ts';
import { head, highest, manifest, money, part, responsible } from './coverage-fixture.ts';

const policy = `${head.replace('  level city', '  led by 市教育局\n  level city\n  effective 2026-01-01')}
measure 联合培养 {
  clause "一"
  for 高校
  by 市教育局, 市科技局
  grant 培养: 6000元 per 硕士 cap 50万元 per year when 硕士 >= 3 and 获批
  grant 平台: up to 300万元 after 绩效评价 when 等次 is 优秀 and not 新认定
}

measure 目标 {
  clause "二"
  for 高校
  by 市教育局
  target "成交额" { 2027: over 700亿元 }
  entitle 高校 to at least 70% of undecided "未写明"
  oblige 市教育局 to "评价"
}
`;

const examples = `
example "两名，获批" of 联合培养 {
  高校 { 硕士: 2, 获批: yes }
  expect 培养 denied
}
example "三名，未获批" of 联合培养 {
  高校 { 硕士: 3, 获批: no }
  expect 培养 denied
}
example "三名，获批" of 联合培养 {
  高校 { 硕士: 3, 获批: yes }
  expect 培养 = 18000元
}
example "良好" of 联合培养 {
  高校 { 等次: 良好, 新认定: no }
  expect 平台 denied
}
example "新认定" of 联合培养 {
  高校 { 等次: 优秀, 新认定: yes }
  expect 平台 denied
}
example "优秀" of 联合培养 {
  高校 { 等次: 优秀, 新认定: no }
  expect 平台 ceiling 300万元 after 绩效评价
}
`;

const over: Partial<Figure> = { limit: 'over', limitWord: '超过' };
const atLeast = { limit: 'at-least', limitWord: '以上' } as const;
const parts: Part[] = [
  part('文头', {
    role: 'front',
    figures: [{ type: 'date', text: '2026年1月1日', value: '2026-01-01' }],
    bodies: [{ name: '市教育局', role: 'issuer' }],
  }),
  part('一', {
    figures: [
      money('6000元', 600_000, { per: '生' }),
      money('50万元', 50_000_000, highest),
      { type: 'count', text: '3名', value: '3', unit: '名', ...atLeast },
      money('300万元', 300_000_000, highest),
    ],
    conditions: ['获批', '绩效评价', '优秀'],
    bodies: responsible('市教育局', '市科技局'),
  }),
  part('二', {
    figures: [
      { type: 'year', text: '2027年', value: '2027' },
      money('700亿元', 7_000_000_000_000, over),
      { type: 'rate', text: '70%', value: '7/10', ...atLeast },
    ],
    bodies: responsible('市教育局'),
  }),
];

function bench(source: string) {
  return openBench(
    'policy',
    memoryHost({ 'policy/demo.cuoshi': source, 'policy/demo.source.json': JSON.stringify(manifest(parts)) }),
  );
}

describe('a policy whose text and examples are whole', () => {
  it('notices every single change to it', () => {
    const { mutants, judge, say } = bench(policy + examples);
    const judged = mutants.map(judge);
    expect(judged.filter(({ by }) => by === 'survived').map(({ mutant }) => say(mutant))).toEqual([]);
    const whats = new Set(mutants.map(({ what }) => what));
    expect([...whats].sort()).toEqual(['body', 'condition', 'figure', 'limit', 'operator', 'process']);
    const verdicts = new Set<Verdict>(judged.map(({ by }) => by));
    expect(verdicts).toContain('coverage');
    expect(verdicts).toContain('example');
    expect(mutants.length).toBeGreaterThan(45);
  });

  it('lets a change through where nothing looks: without examples, a condition turned to its neighbour', () => {
    const { mutants, judge, say } = bench(policy);
    const survivors = mutants.map(judge).filter(({ by }) => by === 'survived');
    expect(survivors.map(({ mutant }) => say(mutant))).toContain('policy/demo.cuoshi:28 operator: and → or');
    // Figures, bodies and limits are held by the text alone.
    expect(survivors.filter(({ mutant }) => ['figure', 'body', 'limit'].includes(mutant.what))).toEqual([]);
  });
});

/** `npm run mutate` makes every change; here every so many of them, the same ones each time. */
const every = 9;

describe.each(['jinan-2023', 'jinan-2026', 'liaocheng', 'shandong-2024', 'shandong-2026'])('%s', (name) => {
  it('notices other figures, bodies and limits', () => {
    const { mutants, judge, say } = openBench(inRepository(`policies/${name}`), nodeHost);
    const held = mutants.filter(({ what }) => what === 'figure' || what === 'body' || what === 'limit');
    const some = held.filter((_, i) => i % every === 0);
    expect(some.length).toBeGreaterThan(1);
    expect(
      some
        .map(judge)
        .filter(({ by }) => by === 'survived')
        .map(({ mutant }) => say(mutant)),
    ).toEqual([]);
  });
});
