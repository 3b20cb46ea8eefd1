import { escaped } from '../../compare/chart.ts';
import { policySection } from '../../compare/policy-section.ts';
import { table } from '../../compare/table.ts';
import { makeReplay } from '../../replay.ts';
import { runtime } from '../runtime.ts';
import type { Terminal } from '../terminal.ts';
import { compareWords } from '../words-compare.ts';
import { headingOf } from './heading.ts';
import { pageStyle } from './page-style.ts';
import { populationTables } from './population-tables.ts';
import type { Report } from './report.ts';

/** The comparison as one HTML file: no script, nothing from elsewhere, for the screen and for paper. */
export function comparisonPage(report: Report, terminal: Terminal): string {
  const { say, lang } = terminal;
  const { title, revisions, changed, lines } = headingOf(report, terminal, { text: escaped, revision: escaped });
  const { population } = report;
  const replay = makeReplay(runtime);
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${[title, ...changed.map((d) => escaped(d.new.name))].join(' · ')}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${revisions === undefined ? '' : `<p class="quiet">${revisions}</p>`}
${lines.map((text) => `<p>${text}</p>`).join('\n')}
</header>
<main>
${changed.map((diff) => policySection(diff, { lang, replay })).join('\n')}
${population ? populationSection(populationTables(population, terminal)) : ''}
</main>
<footer><p>${escaped(say(compareWords.methodEmitted) + say(compareWords.method))}</p></footer>
</body>
</html>
`;
}

function populationSection(tables: ReturnType<typeof populationTables>): string {
  return `<section class="policy">${tables
    .map(({ title, note, columns, rows }, i) =>
      [
        i === 0 ? `<h2>${escaped(title)}</h2>` : `<h3>${escaped(title)}</h3>`,
        note === undefined ? '' : `<p>${escaped(note)}</p>`,
        rows.length === 0 ? '' : table(columns, rows, columns.length === 5),
      ].join(''),
    )
    .join('\n')}</section>`;
}
