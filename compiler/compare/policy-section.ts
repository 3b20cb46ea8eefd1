import type { Lang, Localised, MessageArgument } from '../../language/diagnostics/diagnostic.ts';
import { fill } from '../../language/diagnostics/render.ts';
import { curveOf } from '../analyse/diff/curves.ts';
import { type Change, isUnchanged, type Lone, type MatterComparison, type PolicyDiff } from '../analyse/diff/model.ts';
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
} from '../analyse/diff/say-diff.ts';
import { alignedWords, verdictSigns, verdictWords } from '../analyse/diff/words.ts';
import type { Replay } from '../analyse/overlap.ts';
import { witnessText } from '../analyse/say-witness.ts';
import type { BenefitPlan, Origin } from '../ir/ir.ts';
import { type Bar, barChart, escaped, type Labels, lineChart } from './chart.ts';
import { type Markup, table } from './table.ts';
import { comparisonWords } from './words.ts';

/** Which of the two a place is in. */
export type Version = 'old' | 'new';

/** Where a place of the source is found in an editor. */
export interface PagePlace {
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
}

/** Where a comparison is shown, and what computes the points of its charts. */
export interface Page {
  readonly lang: Lang;
  readonly replay: Replay;
  /** Present: names of measures lead to their source. */
  readonly placeOf?: (origin: Origin, version: Version) => PagePlace;
}

type Say = (text: Localised, args?: Readonly<Record<string, MessageArgument>>) => string;

function sayIn(lang: Lang): Say {
  return (text, args = {}) => fill(text[lang], args, lang);
}

/**
 * One policy compared with its earlier version, as a section of a page: elements, classes and attributes of SVG only, no
 * script, no style, all text escaped. What has `data-verdict` is of that verdict, or `added` or `dropped`; an element
 * with `data-uri` and `data-line` leads to that place, in the version that `data-version` names.
 */
export function policySection(diff: PolicyDiff, page: Page): string {
  const { lang } = page;
  const say = sayIn(lang);
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
${same.length > 0 ? `<p>${escaped(say(comparisonWords.mattersSame, { names: list(same, lang) }))}</p>` : ''}
${loneTable('added', diff.added, page)}
${loneTable('dropped', diff.dropped, page)}
${
  diff.items.length > 0
    ? `<section><h3>${escaped(say(comparisonWords.items))}</h3>${table(
        ['', say(comparisonWords.old), say(comparisonWords.new)],
        diff.items.map(({ name, old, new: now }) => [name[lang], old?.[lang] ?? '—', now?.[lang] ?? '—']),
      )}</section>`
    : ''
}
${together.length > 0 ? `<section><h3>${escaped(say(comparisonWords.together))}</h3>${items(together)}</section>` : ''}
${
  norms.changed.length + norms.added.length + norms.dropped.length > 0
    ? `<section><h3>${escaped(
        say(comparisonWords.norms, {
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

function summaryTable(matters: readonly MatterComparison[], { lang }: Page): string {
  const say = sayIn(lang);
  const columns = [
    comparisonWords.matter,
    comparisonWords.verdict,
    comparisonWords.largestGain,
    comparisonWords.largestLoss,
  ];
  const rows = matters.map((m) => {
    const gain = m.gain ? largestFigure(m.gain.largest, 'gain', lang) : '—';
    const loss = m.loss ? largestFigure(m.loss.largest, 'loss', lang) : '—';
    // Breaks before the remark, never within a figure.
    const cell = (label: string, text: string) =>
      `<td class="n" data-label="${escaped(label)}">${escaped(text).replace(/\s?([（(].*)$/, '<wbr> <span>$1</span>')}</td>`;
    return `<tr data-verdict="${m.verdict}"><th scope="row">${escaped(m.matter)}</th><td>${badge(m, lang)}</td>${cell(say(comparisonWords.largestGain), gain)}${cell(say(comparisonWords.largestLoss), loss)}</tr>`;
  });
  return `<section class="summary"><h3>${escaped(say(comparisonWords.summary))}</h3><table class="overview"><thead><tr>${columns
    .map((word) => `<th scope="col">${escaped(say(word))}</th>`)
    .join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function badge({ verdict }: Pick<MatterComparison, 'verdict'>, lang: Lang): string {
  return `<span class="badge ${verdict}"><b aria-hidden="true">${verdictSigns[verdict]}</b> ${escaped(verdictWords[verdict][lang])}</span>`;
}

function matterArticle(matter: MatterComparison, page: Page): string {
  const { lang } = page;
  const say = sayIn(lang);
  const sides = (title: string, of: MatterComparison['old'], version: Version) =>
    `<div><h4>${escaped(title)}</h4><ul>${of
      .map(({ benefit }) => {
        const by = benefit.by.length > 0 ? `<span class="quiet">${escaped(list(benefit.by, lang))}</span>` : '';
        const clause = benefit.clause === undefined ? '' : `<span class="clause">${escaped(benefit.clause)}</span> `;
        return `<li>${clause}<b${leadsTo(benefit, version, page)}>${escaped(sideName(benefit))}</b><br>${escaped(amountText(benefit, lang))} ${by}</li>`;
      })
      .join('')}</ul></div>`;
  const effects = effectsOf(matter, lang).map(
    ({ kind, label, text }) => `<dt class="${kind}">${escaped(label.trim())}</dt><dd>${escaped(text)}</dd>`,
  );
  const changes = changesOf(matter, lang);
  const aligned = matter.by === 'matter' ? '' : `<p class="quiet">${escaped(alignedWords[matter.by][lang])}</p>`;
  return `<article data-verdict="${matter.verdict}">
<h3>${escaped(matter.matter)} ${badge(matter, lang)}</h3>
${aligned}
<div class="sides">${sides(say(comparisonWords.old), matter.old, 'old')}${sides(say(comparisonWords.new), matter.new, 'new')}</div>
<dl>${effects.join('')}</dl>
${chartOf(matter, page)}
${
  changes.length > 0
    ? `<h4>${escaped(say(comparisonWords.changes))}</h4>${table(
        ['', say(comparisonWords.old), say(comparisonWords.new)],
        changes.map((c) => [c.aspect, c.old, c.new]),
      )}`
    : ''
}
</article>`;
}

/** Over the figure that the amounts depend on; where there is none, over the applicants that show who gains and loses. */
function chartOf(matter: MatterComparison, { lang, replay }: Page): string {
  const say = sayIn(lang);
  const large = lang === 'zh' || greatestIn(matter) >= 100_000_000;
  const inUnit = (fen: number) => fen / (lang === 'zh' ? 1_000_000 : large ? 100_000_000 : 100);
  const moneyUnit = say(large ? comparisonWords.moneyUnitLarge : comparisonWords.moneyUnit);
  const labels = (title: string, x: string): Labels => ({
    title,
    x,
    y: moneyUnit,
    old: say(comparisonWords.legendOld),
    new: say(comparisonWords.legendNew),
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
        : say(comparisonWords.unitCount);
    const series = points.map((p) => ({
      x: scale(p.x),
      old: p.old === null ? null : inUnit(p.old),
      new: p.new === null ? null : inUnit(p.new),
    }));
    const title = say(comparisonWords.chartOver, { fact: fact.name, unit });
    return figure(title, lineChart({ points: series }, labels(title, `${fact.name}（${unit}）`)));
  }
  const policies = [...new Set([...matter.old, ...matter.new].map((side) => side.policy))];
  const shown: readonly (readonly [string, Change | undefined])[] = [
    [say(comparisonWords.gains), matter.gain],
    [say(comparisonWords.loses), matter.loss],
    [say(comparisonWords.onlyNow), matter.onlyNow],
    [say(comparisonWords.onlyBefore), matter.onlyBefore],
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
  const title = say(comparisonWords.chartOf);
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

/** What only one version pays. */
function loneTable(kind: 'added' | 'dropped', sides: readonly Lone[], page: Page): string {
  if (sides.length === 0) return '';
  const { lang } = page;
  const say = sayIn(lang);
  const columns = [
    comparisonWords.clause,
    comparisonWords.measure,
    comparisonWords.parties,
    comparisonWords.pays,
    comparisonWords.most,
  ];
  const rows = sides.map((side): (string | Markup)[] => [
    side.benefit.clause ?? '',
    named(side.benefit, kind === 'added' ? 'new' : 'old', page),
    list(side.benefit.parties, lang),
    [amountText(side.benefit, lang), side.matters.length > 1 ? `（${list(side.matters, lang)}）` : ''].join(''),
    mostText(side, lang),
  ]);
  const title = `${kind === 'added' ? '＋' : '－'} ${say(comparisonWords[kind])}`;
  return `<section data-verdict="${kind}"><h3>${escaped(title)}</h3>${table(
    columns.map((word) => say(word)),
    rows,
  )}</section>`;
}

function named(benefit: BenefitPlan, version: Version, page: Page): string | Markup {
  const name = sideName(benefit);
  const leads = leadsTo(benefit, version, page);
  return leads === '' ? name : { markup: `<span${leads}>${escaped(name)}</span>` };
}

/** The attributes of what leads to a measure. */
function leadsTo({ origin }: BenefitPlan, version: Version, { placeOf }: Page): string {
  if (placeOf === undefined) return '';
  const { uri, line } = placeOf(origin, version);
  return ` data-uri="${escaped(uri)}" data-line="${line}" data-version="${version}"`;
}

function items(texts: readonly string[]): string {
  return `<ul>${texts.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>`;
}
