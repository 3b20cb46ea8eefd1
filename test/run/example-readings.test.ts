import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { interpret } from '../../compiler/ir/interpret/interpret.ts';
import { runExamples } from '../../compiler/run/run-examples.ts';
import { memoryHost } from '../harness/memory-host.ts';

const source = (line: string, expected: string) => `
agency 市财政局
party 企业 { 设备费: money }
measure 设备 {
  for 企业
  grant reading 边界 "两档" { 甲: 3%, 乙: 4% } of 设备费
}
ruling 边界 甲 by 市财政局 on 2027-03-01 "函号"
example "试" of 设备 {
  企业 { 设备费: 100万元 }
  as of 2027-02-01
  ${line}
  ${expected}
}
`;

function compiled(line: string, expected = 'expect undecided') {
  return compile(['a.cuoshi'], memoryHost({ 'a.cuoshi': source(line, expected) }));
}

function failures(line: string, expected: string): number {
  const { policies, diagnostics } = compiled(line, expected);
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  const [policy] = policies;
  if (policy === undefined) throw new Error('nothing was compiled');
  const runs = runExamples(
    policy,
    (facts, options) => ({ ...interpret(policy, facts, options), policies: [] }) as never,
    {
      today: '2027-02-01',
      lang: 'zh',
    },
  );
  return runs.flatMap((run) => run.failures).length;
}

describe('a reading that an example tries', () => {
  it.each([
    ['reading 边界 = 甲', 'expect = 3万元', 0],
    ['reading 边界 = 乙', 'expect = 4万元', 0],
    ['采用理解 边界 ＝ 乙', 'expect = 4万元', 0],
    ['reading 边界 = 乙', 'expect = 3万元', 1],
    ['', 'expect undecided', 0],
  ])('%s: %s', (line, expected, failed) => {
    expect(failures(line, expected)).toBe(failed);
  });

  it.each(['reading 两档 = 甲', 'reading 边界 = 丙'])('is one of the policy: %s', (line) => {
    const errors = compiled(line).diagnostics.filter((d) => d.severity === 'error');
    expect(errors.map((d) => d.code)).toEqual(['CS2011']);
  });
});
