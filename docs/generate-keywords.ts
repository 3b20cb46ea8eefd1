import { type Role, vocabulary } from '../language/syntax/vocabulary.ts';
import { keywordHelp } from '../lsp/ide/keyword-help.ts';

/** docs/keywords.md: every keyword of both vocabularies, by role, with what it says. */
export function keywordsPage(): string {
  const entries = Object.entries(vocabulary).flatMap(([role, { en, zh }]) => {
    if (en.length + zh.length === 0) return [];
    const help = keywordHelp[role as Role];
    const words = [en, zh].filter((some) => some.length > 0).map(listed);
    return [`- ${words.join(' · ')}${help ? `: ${help.zh} · ${help.en}` : ''}`];
  });
  return `# 关键词 · Keywords

由关键词表生成：每行先英文，后中文，再是说什么。一种文字的几个词意思一样，格式化时印第一个；一个词可以有几行，由它所在的位置分辨。只有一种文字的，另一种文字里由语序表示。写法和例子见[语言参考](reference.md)和[金额的更多写法](amounts.md)。

Generated from the table of keywords: each line has the English words, the Chinese ones, and what they say. Words of one vocabulary in a line mean the same, and the first is the one that is printed. A word may stand in several lines: its place tells which is meant. Where one vocabulary has no word, word order says the same. For forms and examples see the [reference](reference.md) and [more kinds of amount](amounts.md).

${entries.join('\n')}
`;
}

function listed(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join('、');
}
