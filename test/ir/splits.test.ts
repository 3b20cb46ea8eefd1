import { describe, expect, it } from 'vitest';
import { emitTypeScript } from '../../compiler/emit/typescript/emit.ts';
import { interpret } from '../../compiler/ir/interpret/interpret.ts';
import { loadModule } from '../../compiler/run/load-module.ts';
import type { Facts } from '../../stdlib/runtime/types.ts';
import { compileTexts, problemsIn } from '../harness/problems.ts';
import { runtimeSource } from '../harness/runtime-source.ts';

const declared = `party 工厂 { 面积: count, 早: bool }
matter 技改
agency 市科技局
policy p { level city }
`;
const source = (benefit: string) => `${declared}measure 甲 {
  for 工厂
  about 技改
  ${benefit}
}
`;

function splitsOf(benefit: string, facts: Facts): unknown {
  const { policies } = compileTexts({ 'a.cuoshi': source(benefit) });
  const [policy] = policies;
  if (policy === undefined) throw new Error('there is a policy');
  const options = { asOf: '2026-06-30' };
  const [award] = interpret(policy, facts, options).awards;
  const emitted = loadModule(emitTypeScript(policy, runtimeSource(), 'test').javascript).evaluate(facts, options);
  expect(emitted.awards[0]).toEqual(award);
  return award?.splits?.map(({ of, atOnce, parts }) => [
    of,
    ...(atOnce === undefined ? [] : [atOnce]),
    ...parts.map(({ name, share, open, amount }) =>
      [name, share ?? open, amount].filter((x) => x !== undefined).join(' '),
    ),
  ]);
}

describe('what is paid in parts', () => {
  const stages = 'grant 1.01元 per 面积 paid { 开工: 20%, 竣工: 30%, 验收: 50% } at once when 早';

  it('gives each part its share, half up, and the last what is left', () => {
    // 3 × 101 = 303: 60.6 → 61, 90.9 → 91, 303 − 152 = 151 (half of it would be 151.5).
    const parts = ['开工 20% 61', '竣工 30% 91', '验收 50% 151'];
    expect(splitsOf(stages, { 面积: 3, 早: false })).toEqual([['stages', false, ...parts]]);
    expect(splitsOf(stages, { 面积: 3, 早: true })).toEqual([['stages', true, ...parts]]);
    expect(splitsOf(stages, { 面积: 3 })).toEqual([['stages', null, ...parts]]);
  });

  it('never gives more than there is', () => {
    // Halves of one fen: the first takes it.
    expect(splitsOf('grant 0.01元 to 甲方 50%, 乙方 50%', { 面积: 1 })).toEqual([
      ['payees', '甲方 50% 1', '乙方 50% 0'],
    ]);
    expect(splitsOf('grant 0.02元 to 甲方 25%, 乙方 25%, 丙方 50%', { 面积: 1 })).toEqual([
      ['payees', '甲方 25% 1', '乙方 25% 1', '丙方 50% 0'],
    ]);
  });

  it('has no amounts where the sum or a share is open, and none of what is denied', () => {
    expect(splitsOf('grant up to 5万元 after 评审 borne by 市 55%, 县 45%', { 面积: 1 })).toEqual([
      ['bearers', '市 55%', '县 45%'],
    ]);
    expect(splitsOf('grant 5万元 borne by 市 55%, 区 undecided "比例未定"', { 面积: 1 })).toEqual([
      ['bearers', '市 55%', '区 比例未定'],
    ]);
    expect(splitsOf('grant 5万元 to 甲方 65%, 乙方 35% when 早', { 面积: 1, 早: false })).toBeUndefined();
  });

  it.each([
    ['grant 5万元 paid { 开工: 20%, 验收: 70% }', 'CS3132'],
    ['grant 5万元 to 甲方 65%, 乙方 45%', 'CS3132'],
    ['grant 5万元 borne by 市 100%, 区 undecided', 'CS3132'],
    ['grant 5万元 paid { 开工: 2万元, 验收: 80% }', 'CS3131'],
    ['grant 5万元 at once when 早', 'CS3133'],
  ])('asks for the whole: %s', (benefit, code) => {
    expect(problemsIn(source(benefit), ['error']).map((problem) => problem.slice(0, 6))).toEqual([code]);
  });
});
