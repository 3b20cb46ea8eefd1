import { type Role, vocabulary } from '../language/syntax/vocabulary.ts';
import { keywordHelp } from '../lsp/ide/keyword-help.ts';

/** docs/keywords.md: every keyword of both vocabularies, by role, with what it says. */
export function keywordsPage(): string {
  const roles = Object.entries(vocabulary).filter(([, { en, zh }]) => en.length + zh.length > 0);
  const rows = roles.map(([role, { en, zh }]) => {
    const help = keywordHelp[role as Role];
    return `| ${cell(en)} | ${cell(zh)} | ${help ? `${help.zh} · ${help.en}` : ''} |`;
  });
  return `# 关键词 · Keywords

由关键词表生成。同一行的几个词意思一样，格式化时印第一个；一个词可以有几行，由它所在的位置分辨。只有一种文字的，另一种文字里不用词，或由语序表示。写法和例子见[语言参考](reference.md)和[金额的更多写法](amounts.md)。

Generated from the table of keywords. The words of one cell mean the same; the first is the one that is printed. A word may stand in several rows: its place tells which is meant. Where one vocabulary has no word, word order says the same. For forms and examples see the [reference](reference.md) and [more kinds of amount](amounts.md).

| English | 中文 | 说什么 · what it says |
| ------- | ---- | --------------------- |
${rows.join('\n')}
`;
}

function cell(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join('、');
}
