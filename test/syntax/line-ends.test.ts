import { describe, expect, it } from 'vitest';
import { problemsIn } from '../harness/problems.ts';

const declared = `policy p {}
matter 人才
record 贷款 { 利息: money, 备案: bool }
party 企业 { 电费: money, 备案: bool, 贷款: list of 贷款 }
`;
const errors = (body: string) => problemsIn(`${declared}measure 甲 {\n  for 企业\n  ${body}\n}\n`, ['error']);

describe('where one part of a statement ends and the next one begins', () => {
  it.each([
    ['a range without an upper end, before a reason', 'deny when 电费 between 100元.. because "不予"\n  grant 1元'],
    [
      'a range without an upper end, before the stages of payment',
      'grant 1元\n    when 电费 between 100元..\n    paid { 开工: 40%, 完工: 60% }',
    ],
    ['a range without an upper end, before who is paid', 'grant 1元\n    when 电费 between 100元..\n    to 企业 100%'],
    ['what was already awarded, and then a matter', 'grant 1% of 电费\n    less already awarded\n    about 人才'],
    ['what was already awarded, and then a note', 'grant 1% of 电费\n    less already awarded\n    note "见函"'],
    [
      'a comparison of a list, before a modifier with one of its own',
      'grant 3% of 电费\n    plus 1 points when highest of 利息 of 贷款 where 备案 > 3元\n    times 2 when 电费 > 1元',
    ],
    [
      'a comparison of a list in Chinese, before one of its own',
      '补助 贷款（备案 的）个数 不低于 2 的，提高 1 个百分点，电费 超过 1元 的，上浮 30%，按 电费 的 3%',
    ],
  ])('%s', (_, body) => {
    expect(errors(body)).toEqual([]);
  });
});
