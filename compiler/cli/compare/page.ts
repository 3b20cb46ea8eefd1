import { curveOf } from '../../analyse/diff/curves.ts';
import {
  type Change,
  isEmpty,
  isUnchanged,
  type Lone,
  type MatterComparison,
  type PolicyDiff,
} from '../../analyse/diff/model.ts';
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
import { witnessText } from '../../analyse/say-witness.ts';
import { makeReplay } from '../../replay.ts';
import { runtime } from '../runtime.ts';
import type { Terminal } from '../terminal.ts';
import { compareWords } from '../words-compare.ts';
import { type Bar, barChart, escaped, type Labels, lineChart } from './chart.ts';
import { pageStyle } from './page-style.ts';
import { populationTables } from './population-tables.ts';
import type { Report } from './report.ts';

/** The comparison as one HTML file: no script, nothing from elsewhere, for the screen and for paper. */
export function comparisonPage(report: Report, terminal: Terminal): string {
  const { say, lang } = terminal;
  const { revisions, added, removed, population } = report;
  const changed = report.diffs.filter((diff) => !isEmpty(diff));
  const same = report.diffs.filter(isEmpty).map((diff) => diff.new.name);
  const title = say(compareWords.title);
  const lines = [
    ...(changed.length + added.length + removed.length === 0 ? [say(compareWords.nothingChanged)] : []),
    ...(added.length > 0
      ? [
          say(compareWords.policiesAdded, {
            names: list(
              added.map((p) => p.name),
              lang,
            ),
          }),
        ]
      : []),
    ...(removed.length > 0
      ? [
          say(compareWords.policiesRemoved, {
            names: list(
              removed.map((p) => p.name),
              lang,
            ),
          }),
        ]
      : []),
    ...(same.length > 0 ? [say(compareWords.policiesSame, { names: list(same, lang) })] : []),
  ];
  const replay = makeReplay(runtime);
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped([title, ...changed.map((d) => d.new.name)].join(' · '))}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
${revisions ? `<p class="quiet">${escaped(revisions.since)} → ${escaped(revisions.until ?? say(compareWords.workingTree))}</p>` : ''}
${lines.map((text) => `<p>${escaped(text)}</p>`).join('\n')}
</header>
<main>
${changed.map((diff) => policySection(diff, { terminal, chart: (matter) => chartOf(matter, terminal, replay) })).join('\n')}
${population ? populationSection(populationTables(population, terminal)) : ''}
</main>
<footer><p>${escaped(say(compareWords.method))}</p></footer>
</body>
</html>
`;
}

interface Page {
  readonly terminal: Terminal;
  readonly chart: (matter: MatterComparison) => string;
}

function policySection(diff: PolicyDiff, page: Page): string {
  const { say, lang } = page.terminal;
  const changed = diff.compared.filter((matter) => !isUnchanged(matter));
  const same = diff.compared.filter(isUnchanged).map((matter) => matter.matter);
  const { norms } = diff;
  const together = togetherLines(diff, lang);
  const titles = [diff.old, diff.new].map((policy) => policy.title).filter((text) => text !== undefined);
  return `<section class="policy">
<h2>${escaped(diff.old.name)} → ${escaped(diff.new.name)}</h2>
${titles.length === 2 ? `<p class="quiet">${titles.map((text) => escaped(text)).join(' → ')}</p>` : ''}
<p>${escaped(repealText(diff, lang))}</p>
<p class="counts">${escaped(summaryText(diff, lang))}</p>
${changed.length > 0 ? summaryTable(changed, page) : ''}
${changed.map((matter) => matterArticle(matter, page)).join('\n')}
${same.length > 0 ? `<p>${escaped(say(compareWords.mattersSame, { names: list(same, lang) }))}</p>` : ''}
${loneTable(say(compareWords.added), '＋', diff.added, page)}
${loneTable(say(compareWords.dropped), '－', diff.dropped, page)}
${
  diff.items.length > 0
    ? `<section><h3>${escaped(say(compareWords.items))}</h3>${table(
        ['', say(compareWords.old), say(compareWords.new)],
        diff.items.map(({ name, old, new: now }) => [name[lang], old?.[lang] ?? '—', now?.[lang] ?? '—']),
      )}</section>`
    : ''
}
${together.length > 0 ? `<section><h3>${escaped(say(compareWords.together))}</h3>${items(together)}</section>` : ''}
${
  norms.changed.length + norms.added.length + norms.dropped.length > 0
    ? `<section><h3>${escaped(
        say(compareWords.norms, {
          added: norms.added.length,
          dropped: norms.dropped.length,
          changed: norms.changed.length,
        }),
      )}</h3>${items([
        ...norms.changed.map(({ old, new: now }) => `${old.say[lang]} → ${now.say[lang]}`),
        ...norms.added.map((norm) => `＋ ${norm.clause ?? ''} ${norm.say[lang]}`),
        ...norms.dropped.map((norm) => `－ ${norm.clause ?? ''} ${norm.say[lang]}`),
      ])}</section>`
    : ''
}
</section>`;
}

function summaryTable(matters: readonly MatterComparison[], { terminal: { say, lang } }: Page): string {
  const columns = [compareWords.matter, compareWords.verdict, compareWords.largestGain, compareWords.largestLoss];
  const rows = matters.map((m) => {
    const gain = m.gain ? largestFigure(m.gain.largest, 'gain', lang) : '—';
    const loss = m.loss ? largestFigure(m.loss.largest, 'loss', lang) : '—';
    // Breaks before the remark, never within a figure.
    const cell = (label: string, text: string) =>
      `<td class="n" data-label="${escaped(label)}">${escaped(text).replace(/\s?([（(].*)$/, '<wbr> <span>$1</span>')}</td>`;
    return `<tr><th scope="row">${escaped(m.matter)}</th><td>${badge(m, lang)}</td>${cell(say(compareWords.largestGain), gain)}${cell(say(compareWords.largestLoss), loss)}</tr>`;
  });
  return `<section><h3>${escaped(say(compareWords.summary))}</h3><table class="overview"><thead><tr>${columns
    .map((word) => `<th scope="col">${escaped(say(word))}</th>`)
    .join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function badge({ verdict }: Pick<MatterComparison, 'verdict'>, lang: Terminal['lang']): string {
  return `<span class="badge ${verdict}"><b aria-hidden="true">${verdictSigns[verdict]}</b> ${escaped(verdictWords[verdict][lang])}</span>`;
}

function matterArticle(matter: MatterComparison, page: Page): string {
  const { say, lang } = page.terminal;
  const sides = (title: string, of: MatterComparison['old']) =>
    `<div><h4>${escaped(title)}</h4><ul>${of
      .map(({ benefit }) => {
        const by = benefit.by.length > 0 ? `<span class="quiet">${escaped(list(benefit.by, lang))}</span>` : '';
        const clause = benefit.clause === undefined ? '' : `<span class="clause">${escaped(benefit.clause)}</span> `;
        return `<li>${clause}<b>${escaped(sideName(benefit))}</b><br>${escaped(amountText(benefit, lang))} ${by}</li>`;
      })
      .join('')}</ul></div>`;
  const effects = effectsOf(matter, lang).map(
    ({ kind, label, text }) => `<dt class="${kind}">${escaped(label.trim())}</dt><dd>${escaped(text)}</dd>`,
  );
  const changes = changesOf(matter, lang);
  const aligned = matter.by === 'matter' ? '' : `<p class="quiet">${escaped(alignedWords[matter.by][lang])}</p>`;
  return `<article>
<h3>${escaped(matter.matter)} ${badge(matter, lang)}</h3>
${aligned}
<div class="sides">${sides(say(compareWords.old), matter.old)}${sides(say(compareWords.new), matter.new)}</div>
<dl>${effects.join('')}</dl>
${page.chart(matter)}
${
  changes.length > 0
    ? `<h4>${escaped(say(compareWords.changes))}</h4>${table(
        ['', say(compareWords.old), say(compareWords.new)],
        changes.map((c) => [c.aspect, c.old, c.new]),
      )}`
    : ''
}
</article>`;
}

/** Over the figure that the amounts depend on; where there is none, over the applicants that show who gains and loses. */
function chartOf(matter: MatterComparison, { say, lang }: Terminal, replay: ReturnType<typeof makeReplay>): string {
  const large = lang === 'zh' || greatestIn(matter) >= 100_000_000;
  const inUnit = (fen: number) => fen / (lang === 'zh' ? 1_000_000 : large ? 100_000_000 : 100);
  const moneyUnit = say(large ? compareWords.moneyUnitLarge : compareWords.moneyUnit);
  const labels = (title: string, x: string): Labels => ({
    title,
    x,
    y: moneyUnit,
    old: say(compareWords.legendOld),
    new: say(compareWords.legendNew),
  });
  const curve = curveOf(matter, replay);
  if (curve !== undefined) {
    const { fact, points } = curve;
    const isMoney = fact.valueType.type === 'money';
    const scale = (x: number) => (isMoney ? inUnit(x) : fact.valueType.type === 'quantity' ? x / 1_000_000 : x);
    const unit = isMoney
      ? moneyUnit
      : fact.valueType.type === 'quantity'
        ? fact.valueType.unit
        : say(compareWords.unitCount);
    const series = points.map((p) => ({
      x: scale(p.x),
      old: p.old === null ? null : inUnit(p.old),
      new: p.new === null ? null : inUnit(p.new),
    }));
    const title = say(compareWords.chartOver, { fact: fact.name, unit });
    return figure(title, lineChart({ points: series }, labels(title, `${fact.name}（${unit}）`)));
  }
  const policies = [...new Set([...matter.old, ...matter.new].map((side) => side.policy))];
  const shown: readonly (readonly [string, Change | undefined])[] = [
    [say(compareWords.gains), matter.gain],
    [say(compareWords.loses), matter.loss],
    [say(compareWords.onlyNow), matter.onlyNow],
    [say(compareWords.onlyBefore), matter.onlyBefore],
  ];
  const seen = new Set<string>();
  const bars = shown.flatMap(([label, change]): Bar[] => {
    if (change === undefined) return [];
    const who = witnessText(change.witness, policies, lang);
    if (seen.has(who)) return [];
    seen.add(who);
    const range = ({ min, max }: Change['old']) => ({ min: inUnit(min), max: max === null ? null : inUnit(max) });
    return [{ label: `${label}　${who}`, old: range(change.old), new: range(change.new) }];
  });
  if (bars.length === 0) return '';
  const title = say(compareWords.chartOf);
  return figure(title, barChart(bars, labels(title, '')));
}

/** The greatest sum in fen that an example is paid. */
function greatestIn({ gain, loss, onlyNow, onlyBefore }: MatterComparison): number {
  const shown = [gain, loss, onlyNow, onlyBefore].flatMap((change) => (change ? [change.old, change.new] : []));
  return Math.max(0, ...shown.map(({ min, max }) => max ?? min));
}

function figure(caption: string, chart: string): string {
  return `<figure>${chart}<figcaption>${escaped(caption)}</figcaption></figure>`;
}

function loneTable(title: string, sign: string, sides: readonly Lone[], { terminal: { say, lang } }: Page): string {
  if (sides.length === 0) return '';
  const columns = [
    compareWords.clause,
    compareWords.measure,
    compareWords.parties,
    compareWords.pays,
    compareWords.most,
  ];
  const rows = sides.map((side) => [
    side.benefit.clause ?? '',
    sideName(side.benefit),
    list(side.benefit.parties, lang),
    [amountText(side.benefit, lang), side.matters.length > 1 ? `（${list(side.matters, lang)}）` : ''].join(''),
    mostText(side, lang),
  ]);
  return `<section><h3>${sign} ${escaped(title)}</h3>${table(
    columns.map((word) => say(word)),
    rows,
  )}</section>`;
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

function items(texts: readonly string[]): string {
  return `<ul>${texts.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>`;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[], figures = false): string {
  const head = columns.every((c) => c === '')
    ? ''
    : `<thead><tr>${columns.map((c) => `<th scope="col">${escaped(c)}</th>`).join('')}</tr></thead>`;
  const body = rows
    .map((cells) => {
      const [first = '', ...rest] = cells;
      const others = rest.map((cell) => `<td${figures ? ' class="n"' : ''}>${escaped(cell)}</td>`);
      return `<tr><th scope="row">${escaped(first)}</th>${others.join('')}</tr>`;
    })
    .join('');
  return `<table>${head}<tbody>${body}</tbody></table>`;
}
