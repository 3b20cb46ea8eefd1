import { expect, it } from 'vitest';
import { formatSource } from '../../language/formatter/format.ts';
import { rolesOfPhrase } from '../../language/syntax/vocabulary.ts';
import { formatted, meaning } from './helpers.ts';

/** A name in every place that takes one. */
const everywhere = (name: string) => `use std.${name}
unit ${name} alias ${name}
agency ${name} alias ${name}, ${name} formerly ${name}, ${name}
matter ${name} under ${name} "x"

policy ${name} {
  led by ${name}, ${name}
  replaces ${name}
  stacking highest per ${name}, across ${name}
  stacking choose one between ${name}, ${name}
  extend to ${name}, ${name} when ${name}
  deny when ${name} is ${name}
}

enum ${name} { ${name}, 甲, ${name} }

record ${name} {
  ${name}: ${name}
  乙 alias ${name}: list of ${name}
}

party ${name} is ${name}, ${name} alias ${name} {
  ${name}: count = ${name} + ${name} * ${name} - 2 / ${name}
}
disjoint ${name}, ${name}

let ${name} = ${name} / (${name} + 2)

measure ${name} {
  for each ${name} of ${name}, ${name} where ${name}
  about ${name}
  by ${name}, ${name}
  when ${name} and not ${name} or ${name} >= ${name}
  cap ${name} per ${name} per year
  after ${name}
  from ${name}
  grant ${name}: ${name} per ${name} + 10元 per ${name} + 10% of ${name} cap ${name} per ${name} after ${name} from ${name}
    when ${name} is ${name} and ${name} in {${name}, ${name}} by ${name}, ${name} about ${name}
  grant 分别: table ${name} { ${name}: ${name}, 甲, ${name}: 1元, otherwise: ${name} } selected by ${name}
  recognise ${name} as ${name} when ${name}
  exempt ${name} from ${name}
  entitle ${name} to at least 70% of ${name}
  reckon 50% of ${name} as ${name} when ${name}
  oblige ${name}, ${name} to "x"
  may ${name}, ${name} to "x"
  encourage ${name}, ${name} to "x"
  target ${name} { 2023: ${name} }
  excludes ${name}, ${name}
  stacks with ${name}
}

budget ${name} 5元 from ${name} by ${name}, ${name}

example of ${name} {
  ${name} { ${name}: ${name}, 丙: [${name}, { ${name}: ${name} }] }
  decide ${name} = ${name}
  expect ${name}.${name}[2] = ${name}
  expect ${name} granted
  expect ${name} needs ${name}, ${name}
}
`;

const words = [...rolesOfPhrase.keys()].filter((phrase) => /^[\p{L}]+$/u.test(phrase));

it.each(words)('a name like the keyword %s survives in every place, in both vocabularies', async (word) => {
  const source = everywhere(`\`${word}\``);
  for (const keywords of ['en', 'zh'] as const) {
    const { text } = await formatSource(source, { keywords });
    expect(meaning(text), text).toEqual(meaning(source));
  }
});

it.each(['13号', 'a b', 'AI项目', '项目2', '"', '补助:', '//', 'Ａ', '一、二', 'x.y', '2026年', '元'])(
  'a name like %s keeps its back-quotes where it needs them',
  async (word) => {
    const source = everywhere(`\`${word}\``);
    await formatted(source, 'en');
    await formatted(source, 'zh');
  },
);

it('drops back-quotes that nothing needs', async () => {
  const source = 'measure `联合培养` {\n  for `高校`\n  grant `a-b`: `硕士` per `博士`\n}\n';
  expect(await formatted(source)).toBe('measure 联合培养 {\n  for 高校\n  grant a-b: 硕士 per 博士\n}\n');
});

it('leaves likely names bare, and reserved words before a colon and alone in a list', async () => {
  const source = `enum 级别 { 奖励, 补助 }

record 项目 {
  状态: 级别
  奖励: money
}

party 高校 {
  count: count
}

measure 目标 {
  for 高校
  grant 奖励: 5元 per 项目 when 状态 in {奖励, 补助}
}
`;
  expect(await formatted(source)).toBe(source);
});

it('back-quotes a reserved word as an operand', async () => {
  const source = 'measure 甲 {\n  for 高校\n  grant `奖励` * 2 when `when` and `or`\n}\n';
  expect(await formatted(source)).toBe(source);
  expect(await formatted(source, 'zh')).toBe('措施 甲 {\n  对象 高校\n  补助 `when` 且 `or` 的，`奖励` × 2\n}\n');
});
