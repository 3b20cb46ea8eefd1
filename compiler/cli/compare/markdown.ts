import { isUnchanged, type MatterComparison, type PolicyDiff } from '../../analyse/diff/model.ts';
import {
  amountText,
  changesOf,
  effectsOf,
  largestFigure,
  list,
  mostText,
  repealText,
  sideName,
  summaryText,
  togetherLines,
} from '../../analyse/diff/say-diff.ts';
import { alignedWords, verdictSigns, verdictWords } from '../../analyse/diff/words.ts';
import type { Terminal } from '../terminal.ts';
import { compareWords } from '../words-compare.ts';
import { headingOf } from './heading.ts';
import { populationTables } from './population-tables.ts';
import type { Report } from './report.ts';

/** The comparison as a memo, or a comment on a merge request. */
export function comparisonMarkdown(report: Report, terminal: Terminal): string {
  const { title, revisions, changed, lines } = headingOf(report, terminal, { text: inline, revision: code });
  const { population } = report;
  return [
    `# ${title}`,
    ...(revisions === undefined ? [] : [revisions]),
    ...changed.map((diff) => policySection(diff, terminal)),
    ...lines,
    ...(population
      ? populationTables(population, terminal).map(({ title: head, columns, rows, note }) =>
          [`## ${head}`, ...(note ? [note] : []), ...(rows.length > 0 ? [table(columns, rows)] : [])].join('\n\n'),
        )
      : []),
  ].join('\n\n');
}

function policySection(diff: PolicyDiff, terminal: Terminal): string {
  const { say, lang } = terminal;
  const changed = diff.compared.filter((matter) => !isUnchanged(matter));
  const same = diff.compared.filter(isUnchanged).map((matter) => inline(matter.matter));
  const parts = [
    `## ${inline(diff.old.name)} → ${inline(diff.new.name)}`,
    `${repealText(diff, lang)}${lang === 'zh' ? '。' : '. '}${summaryText(diff, lang)}`,
  ];
  if (changed.length > 0) {
    const columns = [compareWords.matter, compareWords.verdict, compareWords.largestGain, compareWords.largestLoss];
    parts.push(
      table(
        columns.map((word) => say(word)),
        changed.map((m) => [
          m.matter,
          `${verdictSigns[m.verdict]} ${verdictWords[m.verdict][lang]}`,
          m.gain ? largestFigure(m.gain.largest, 'gain', lang) : '—',
          m.loss ? largestFigure(m.loss.largest, 'loss', lang) : '—',
        ]),
      ),
    );
  }
  parts.push(...changed.map((matter) => matterSection(matter, terminal)));
  if (same.length > 0) parts.push(say(compareWords.mattersSame, { names: list(same, lang) }));
  for (const [word, sides] of [
    [compareWords.added, diff.added],
    [compareWords.dropped, diff.dropped],
  ] as const) {
    if (sides.length === 0) continue;
    const columns = [compareWords.clause, compareWords.measure, compareWords.pays, compareWords.most].map((w) =>
      say(w),
    );
    const rows = sides.map((side) => [
      side.benefit.clause ?? '',
      sideName(side.benefit),
      amountText(side.benefit, lang),
      mostText(side, lang),
    ]);
    parts.push(`### ${say(word)}`, table(columns, rows));
  }
  if (diff.items.length > 0) {
    const rows = diff.items.map(({ name, old, new: now }) => [name[lang], old?.[lang] ?? '—', now?.[lang] ?? '—']);
    parts.push(`### ${say(compareWords.items)}`, table(['', say(compareWords.old), say(compareWords.new)], rows));
  }
  const { norms } = diff;
  if (norms.changed.length + norms.added.length + norms.dropped.length > 0) {
    const line = (
      sign: string,
      norm: { readonly clause?: string; readonly say: { readonly zh: string; readonly en: string } },
    ) => `- ${sign} ${norm.clause === undefined ? '' : `${inline(norm.clause)} `}${inline(norm.say[lang])}`;
    parts.push(
      `<details><summary>${say(compareWords.norms, { added: norms.added.length, dropped: norms.dropped.length, changed: norms.changed.length })}</summary>`,
      [
        ...norms.changed.map(({ old, new: now }) => `- ${inline(old.say[lang])} → ${inline(now.say[lang])}`),
        ...norms.added.map((norm) => line('＋', norm)),
        ...norms.dropped.map((norm) => line('－', norm)),
      ].join('\n'),
      '</details>',
    );
  }
  const together = togetherLines(diff, lang);
  if (together.length > 0) {
    parts.push(`### ${say(compareWords.together)}`, together.map((text) => `- ${inline(text)}`).join('\n'));
  }
  return parts.join('\n\n');
}

function matterSection(matter: MatterComparison, { say, lang }: Terminal): string {
  const sides = Math.max(matter.old.length, matter.new.length);
  const cell = (of: MatterComparison['old'][number] | undefined): string => {
    if (of === undefined) return '';
    const clause = of.benefit.clause === undefined ? '' : `${of.benefit.clause} `;
    return `${clause}${sideName(of.benefit)}${lang === 'zh' ? '：' : ': '}${amountText(of.benefit, lang)}`;
  };
  const aligned = matter.by === 'matter' ? [] : [`*${inline(alignedWords[matter.by][lang])}*`];
  const changes = changesOf(matter, lang);
  return [
    `### ${inline(matter.matter)}　${verdictSigns[matter.verdict]} ${verdictWords[matter.verdict][lang]}`,
    ...aligned,
    table(
      [say(compareWords.old), say(compareWords.new)],
      Array.from({ length: sides }, (_, i) => [cell(matter.old[i]), cell(matter.new[i])]),
    ),
    effectsOf(matter, lang)
      .map(({ label, text }) => `- **${inline(label.trim())}** ${inline(text)}`)
      .join('\n'),
    ...(changes.length > 0
      ? [
          table(
            ['', say(compareWords.old), say(compareWords.new)],
            changes.map((c) => [c.aspect, c.old, c.new]),
          ),
        ]
      : []),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell) => inline(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(columns), `| ${columns.map(() => '---').join(' | ')} |`, ...rows.map(row)].join('\n');
}

/** Names and sentences of a policy are text: nothing in them is markup, no link, no mention. */
function inline(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#~]/g, '\\$&')
    .replace(/@(?=[\w-])/g, '@\u200b')
    .replace(/\s*\n\s*/g, ' ');
}

function code(text: string): string {
  return `\`${text.replaceAll('`', '')}\``;
}
