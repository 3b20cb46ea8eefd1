import type { Item, Line, ProseDocument, ProseTable } from './document.ts';
import { words } from './words.ts';

/** The document as Markdown (CommonMark with tables). */
export function proseMarkdown(document: ProseDocument): string {
  const { lang, clauses, closing, contents, open } = document;
  const zh = lang === 'zh';
  const blocks: string[] = [
    `# ${text(document.title)}`,
    lines(document.head),
    `## ${words.contents[lang]}`,
    ...contents.flatMap(({ title, rows }) => [
      `### ${title}`,
      rows
        .map((row) => `- ${text(row.name)}${colon()}${row.clauses.map((c) => text(c.heading)).join(zh ? '；' : '; ')}`)
        .join('\n'),
    ]),
    `## ${words.clauses[lang]}`,
    ...clauses.flatMap((clause) => [
      `### ${text(clause.heading)}`,
      lines(clause.head),
      ...clause.items.flatMap(item),
      ...(clause.terms.length > 0 ? [`${words.terms[lang]}${colon().trimEnd()}`, lines(clause.terms)] : []),
      ...clause.notes.map(note),
    ]),
    ...closing.flatMap(({ title, items }) => [`## ${title}`, ...items.flatMap(item)]),
    `## ${document.openTitle}`,
    open.length === 0
      ? document.nothing
      : open.map((point) => `- ${point.of ? `${text(point.of.heading)}${colon()}` : ''}${text(point.text)}`).join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;

  function colon(): string {
    return zh ? '：' : ': ';
  }

  function lines(of: readonly Line[]): string {
    return of.map(({ term, text: value }) => `- ${text(term)}${colon()}${text(value)}`).join('\n');
  }

  function item({ label, clause, text: sentence, tables, notes }: Item): string[] {
    const name = label === undefined ? '' : `**${text(label)}**${zh ? '　' : ' '}`;
    const of = clause === undefined ? '' : zh ? `（${text(clause)}）` : ` (${text(clause)})`;
    return [`${name}${text(sentence)}${of}`, ...tables.map(table), ...notes.map(note)];
  }

  function note(of: string): string {
    return `> ${words.note[lang]}${colon()}${text(of)}`;
  }
}

function table({ caption, head, rows }: ProseTable): string {
  const row = (cells: readonly string[]) => `| ${cells.map(text).join(' | ')} |`;
  return `${text(caption)}\n\n${[row(head), '| --- | --- |', ...rows.map(row)].join('\n')}`;
}

/** What Markdown would take for markup stays text; line breaks would end a line of a list. */
function text(of: string): string {
  return of.replace(/\s*\n\s*/g, ' ').replace(/[\\`*_<>|[\]#]/g, '\\$&');
}
