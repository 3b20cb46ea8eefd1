import { describe, expect, it } from 'vitest';
import { problemsIn } from '../harness/problems.ts';

const measure = (body: string) => `policy p { }
party 企业 { 产值: money by year, 评级: bool by year, 职工: count }
measure 甲 { for 企业
  ${body} }
`;

describe('a ladder', () => {
  it.each([
    ['grant ladder 产值 first reached { 2亿元: 8万元, 6亿元: 21万元 } difference only', []],
    ['奖励 产值 首次达到 { 2亿元：8万元，6亿元：21万元 }，只补差额', []],
    ['grant ladder 职工 first reached { 10: 8万元, 60: 21万元 } in full cap 9万元', []],
    ['grant ladder 评级 first reached { 2亿元: 8万元 } in full', ['CS2133 评级']],
    ['grant ladder 产值 first reached { 2亿元..6亿元: 8万元 } in full', ['CS2134 2亿元..6亿元']],
    ['grant ladder 产值 first reached { 2亿元: 8万元, otherwise: 1万元 } in full', ['CS2134 1万元']],
    ['grant ladder 产值 first reached { 6亿元: 8万元, 2亿元: 9万元 } in full', ['CS2135 2亿元']],
    ['grant ladder 产值 first reached { 10人: 8万元 } in full', ['CS2042 10人']],
    ['grant ladder 产值 first reached { 2亿元: 8万元, 6亿元: 2万元 } in full', ['CS3124 2万元']],
    ['grant ladder 产值 first reached { 2亿元: 8万元 }', ['CS1031 ']],
  ])('%s', (body, expected) => {
    const found = problemsIn(measure(body)).filter((problem) => !problem.startsWith('CS302'));
    expect(found).toEqual(expected);
  });
});
