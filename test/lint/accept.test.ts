import { describe, expect, it } from 'vitest';
import { formatSource } from '../../language/formatter/format.ts';
import { problemsIn } from '../harness/problems.ts';

const source = (inPolicy: string, inMeasure = '', benefit = 'grant up to 50万元') => `policy 甲政策 {
  level city
  ${inPolicy}
}
party 企业 { 投入: money }
measure 甲 {
  for 企业
  ${inMeasure}
  ${benefit}
}
measure 乙 {
  for 企业
  grant up to 20万元
}
`;

describe('allow RULE because', () => {
  it.each([
    ['nothing accepted', source(''), ['CS3020 up to 50万元', 'CS3020 up to 20万元']],
    ['in a measure', source('', 'allow ceiling-without-process because "原文没有写"'), ['CS3020 up to 20万元']],
    ['in the policy, for all of it', source('allow ceiling-without-process because "原文没有写"'), []],
    ['by its Chinese name', source('允许 最高没有程序，理由 “原文没有写”'), []],
    [
      'that accepts nothing',
      source('', 'allow cap-never-binds because "有意"', 'grant 5万元'),
      ['CS3080 allow cap-never-binds because "有意"', 'CS3020 up to 20万元'],
    ],
    [
      'of several, one of which accepts nothing',
      source('allow ceiling-without-process, cap-never-binds because "有意"'),
      ['CS3080 cap-never-binds'],
    ],
    [
      'once too often',
      source('allow band-gap because "有意"', '', 'grant 5万元').replace('up to', ''),
      ['CS3080 allow band-gap because "有意"'],
    ],
    [
      'of no such rule',
      source('allow ceiling-without-proces because "有意"').replaceAll('up to', ''),
      ['CS3081 ceiling-without-proces'],
    ],
    [
      'of what can be read in two ways',
      source('allow touching-ends because "有意"').replaceAll('up to', ''),
      ['CS3082 touching-ends'],
    ],
    ['without a reason', source('allow ceiling-without-process'), ['CS3011 allow ceiling-without-process']],
  ])('%s', (_, text, expected) => {
    expect(problemsIn(text)).toEqual(expected);
  });

  it('is written in both vocabularies', async () => {
    const zh = await formatSource(source('allow ceiling-without-process because "原文没有写"'), { keywords: 'zh' });
    expect(zh.text).toContain('允许 ceiling-without-process，理由 “原文没有写”');
    const en = await formatSource(zh.text, { keywords: 'en' });
    expect(en.text).toContain('allow ceiling-without-process because "原文没有写"');
  });
});
