import { describe, expect, it } from 'vitest';
import { convertVocabulary } from '../../lsp/ide/convert-vocabulary.ts';
import { policyState } from '../../lsp/ide/policy-state.ts';
import { fixture } from './fixture.ts';

const measure = (name: string, amount: string) => `
measure ${name} {
  for 高校
  about 培养
  grant ${amount} per 博士
}
`;
const head = `use std.parties

matter 培养 "培养"

party 高校 { 博士: count }
`;

const stateOf = (text: string) => {
  const { snapshot, file } = fixture(text);
  return policyState(snapshot, snapshot.checked.policies[0]!, file);
};

describe('the state of a policy', () => {
  it('counts what is found', () => {
    expect(stateOf(head + measure('甲', '1万元'))).toMatchObject({
      measures: 1,
      errors: 0,
      overlaps: 0,
      vocabulary: 'en',
    });
    expect(stateOf(head + measure('甲', '1万元') + measure('乙', '2万元'))).toMatchObject({ measures: 2, overlaps: 1 });
    const settled = measure('乙', '2万元').replace('  grant', '  stacks with 甲\n  grant');
    expect(stateOf(head + measure('甲', '1万元') + settled)).toMatchObject({ overlaps: 0 });
    const highest = `policy 甲案 {\n  stacking highest\n}\n`;
    expect(stateOf(highest + head + measure('甲', '1万元') + measure('乙', '2万元'))).toMatchObject({
      overlaps: 0,
      settled: 1,
    });
    expect(stateOf(head + measure('甲', '1万元') + measure('乙', '2人'))).toMatchObject({ errors: 1 });
  });

  it('says nothing of coverage where there is no official text', () => {
    expect(stateOf(head + measure('甲', '1万元'))).not.toHaveProperty('coverage');
  });
});

describe('the vocabulary of a file', () => {
  const converted = async (text: string, to: 'zh' | 'en') => {
    const { snapshot, file, texts } = fixture(text);
    const edits = await convertVocabulary(snapshot, file, to);
    if (edits === undefined) return undefined;
    return [...edits]
      .sort((a, b) => b.span.start - a.span.start)
      .reduce((all, edit) => all.slice(0, edit.span.start) + edit.text + all.slice(edit.span.end), texts[file]!);
  };
  const english = head + measure('甲', '1万元');

  it('is changed there and back', async () => {
    const chinese = await converted(english, 'zh');
    expect(chinese).toContain('措施 甲 {');
    expect(chinese).toContain('补助 1万元／博士');
    expect(await converted(chinese!, 'en')).toBe(english);
    expect(await converted(english.replaceAll('\n', '\r\n'), 'zh')).toBe(chinese!.replaceAll('\n', '\r\n'));
  });

  it('stays where the syntax is wrong', async () => {
    expect(await converted(`${english}measure {`, 'zh')).toBeUndefined();
  });
});
