import { describe, expect, it } from 'vitest';
import { exampleTests, runTests } from '../../lsp/ide/example-tests.ts';
import { fixture } from './fixture.ts';

const source = (cap: string) => `//- draft/main.cuoshi
use std.parties
use std.matters

policy 试行 "试行办法" { status draft }

party 高校 {
  人数: count
  有基地: bool
}

measure 实训 {
  clause "一"
  for 高校
  about 高层次人才培养
  grant 人头: 1万元 per 人数 when 有基地 cap ${cap} per year
}

//- draft/examples.cuoshi
example "十个人" of 实训 {
  as of 2026-06-30
  高校 { 人数: 10, 有基地: yes }
  expect = 10万元
}

example "十个人" of 实训 {
  as of 2026-06-30
  高校 { 人数: 90, 有基地: yes }
  expect = 50万元
}
`;

const options = { ids: undefined, coverage: true, today: '2026-06-30', now: () => 0, lang: 'zh' } as const;

describe('examples as tests', () => {
  it('are listed by policy, file and measure, each by an id of its own', () => {
    const { snapshot, texts } = fixture(source('50万元'));
    const [policy, ...others] = exampleTests(snapshot);
    expect(others).toEqual([]);
    expect(policy).toMatchObject({ name: '试行', title: '试行办法', place: { file: 'draft/main.cuoshi' } });
    const [file] = policy!.files;
    expect(file).toMatchObject({
      file: 'draft/examples.cuoshi',
      measures: [{ name: '实训', place: { file: 'draft/main.cuoshi' } }],
    });
    const { examples } = file!.measures[0]!;
    expect(examples.map(({ id }) => id)).toEqual(['试行/实训/十个人', '试行/实训/十个人/2']);
    expect(texts['draft/examples.cuoshi']!.slice(examples[1]!.span.start)).toContain('人数: 90');
  });

  it('pass, and say how the sum came about', () => {
    const { runs, notRun } = runTests(fixture(source('50万元')).snapshot, options);
    expect(notRun).toEqual([]);
    expect(runs.map(({ failures }) => failures.length)).toEqual([0, 0]);
    const text = runs[1]!.lines.join('\n');
    for (const piece of ['通过', '2026-06-30', '实训/人头', '一', '90万元', '封顶', '50万元', '削减 40万元']) {
      expect(text).toContain(piece);
    }
  });

  it('fail at the expectation, with what was expected and what was found', () => {
    const { snapshot, texts } = fixture(source('40万元'));
    const { runs } = runTests(snapshot, { ...options, ids: new Set(['试行/实训/十个人/2']) });
    expect(runs).toHaveLength(1);
    const [failure] = runs[0]!.failures;
    expect(failure).toMatchObject({ expected: '50万元', place: { file: 'draft/examples.cuoshi' } });
    expect(failure!.found).toContain('40万元');
    expect(failure!.message).toBe(`应为 50万元，实际是 ${failure!.found}`);
    expect(texts['draft/examples.cuoshi']!.slice(failure!.place.span.start)).toMatch(/^expect = 50万元/);
  });

  it('tell which places they reach, and which way each condition never went', () => {
    const { snapshot, texts } = fixture(source('50万元'));
    const reachedBy = (ids?: string) =>
      runTests(snapshot, { ...options, ids: ids === undefined ? undefined : new Set([ids]) }).covered.map(
        (covered) => ({
          text: texts[covered.place.file]!.slice(covered.place.span.start, covered.place.span.end).slice(0, 6),
          reached: covered.reached,
          never: covered.branches.filter(({ reached }) => !reached).map(({ label }) => label),
        }),
      );
    const all = reachedBy();
    expect(all).toContainEqual({ text: '有基地', reached: true, never: ['条件不满足'] });
    expect(all.find(({ text }) => text.startsWith('cap'))).toMatchObject({ reached: true });
    // The first alone never meets the cap.
    expect(reachedBy('试行/实训/十个人').find(({ text }) => text.startsWith('cap'))).toMatchObject({ reached: false });
  });

  it('are not run while their policy has errors, and still listed', () => {
    const { snapshot } = fixture(source('五十'));
    expect(exampleTests(snapshot)).toHaveLength(1);
    const { runs, notRun } = runTests(snapshot, options);
    expect([runs.length, notRun.length]).toEqual([0, 2]);
  });
});
