import type { Diagnostic, Lang, Localised } from '../../../language/diagnostics/diagnostic.ts';
import { fill, hint, type KeywordsOf, message } from '../../../language/diagnostics/render.ts';
import { LineIndex } from '../../../language/source/line-index.ts';
import { version } from '../../version.ts';
import { type PartCoverage, percentOf, type Status, type Total, waivedShare } from './coverage.ts';
import type { Document, Documents } from './documents.ts';
import { pageStyle } from './page-style.ts';
import { rounded } from './report-json.ts';
import { sayFigure } from './say-figures.ts';
import type { Place } from './stated.ts';
import { pageWords as words } from './words-page.ts';

type Mark = Status | 'covered' | 'extra';

/** A sign for each status, so that colour is never all there is. */
const signs: Readonly<Record<Mark, string>> = {
  computed: '●',
  normative: '◆',
  covered: '✓',
  waived: '○',
  missing: '✕',
  extra: '＋',
};

/** The report as one page that loads nothing: clause by clause, every figure with what became of it. */
export function coveragePage({ documents, textOf, keywordsOf }: Documents, lang: Lang): string {
  const say = (text: Localised, args: Readonly<Record<string, string | number>> = {}) =>
    escapeHtml(fill(text[lang], args, lang));
  const indices = new Map<string, LineIndex>();
  const lineOf = ({ file, span }: Place) => {
    const index = indices.get(file) ?? new LineIndex(textOf(file) ?? '');
    indices.set(file, index);
    return `${file}:${index.position(span.start).line + 1}`;
  };
  const page: Page = { lang, say, lineOf, keywordsOf };
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${say(words.title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>${say(words.title)}</h1>
${legend(page)}
${overview(documents, page)}
</header>
<main>
${documents.map((document, i) => section(document, i, page)).join('\n')}
</main>
<footer>${say(words.made, { version })}</footer>
</body>
</html>
`;
}

interface Page {
  readonly lang: Lang;
  say(text: Localised, args?: Readonly<Record<string, string | number>>): string;
  /** `FILE:LINE`, from 1. */
  lineOf(place: Place): string;
  readonly keywordsOf: KeywordsOf;
}

function legend({ say }: Page): string {
  const items = (['computed', 'normative', 'covered', 'waived', 'missing', 'extra'] as const).map(
    (mark) => `<li>${chip(mark, say(words[mark]), say(words[mark]))}</li>`,
  );
  return `<nav class="legend" aria-label="${say(words.legend)}"><ul>${items.join('')}</ul></nav>`;
}

function overview(documents: readonly Document[], { say }: Page): string {
  const rows = documents.map(({ name, policy, coverage }, i) => {
    const title = `<th scope="row"><a href="#d${i}">${escapeHtml(name)}</a><span>${escapeHtml(policy.title ?? '')}</span></th>`;
    if (coverage === undefined) return `<tr>${title}<td colspan="5">${say(words.notCompared)}</td></tr>`;
    const { clauses, figures, conditions, bodies } = coverage.totals;
    const cells = [clauses, figures, conditions, bodies].map((total) => meter(total, say));
    return `<tr>${title}${cells.join('')}<td class="n">${rounded(waivedShare(figures))}%</td></tr>`;
  });
  const head = [words.document, words.clauses, words.figures, words.conditions, words.bodies, words.waivedShare];
  return `<table class="overview"><thead><tr>${head.map((w) => `<th scope="col">${say(w)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function meter(total: Total, say: Page['say']): string {
  const percent = rounded(percentOf(total));
  const counts = say(words.of, { covered: total.covered, of: total.of });
  const more = total.extra === 0 ? '' : ` ＋${total.extra}`;
  return `<td class="n ${percent === 100 ? 'whole' : 'part'}"><b>${percent}%</b><span>${counts}${more}</span></td>`;
}

function section({ name, policy, coverage, diagnostics }: Document, i: number, page: Page): string {
  const { say } = page;
  const title = `<h2>${escapeHtml(name)} <small>${escapeHtml(policy.title ?? '')}</small></h2>`;
  const parts = coverage?.parts.map((part) => partCard(part, page)).join('\n') ?? '';
  const found =
    diagnostics.length === 0 ? `<p class="quiet">${say(words.noFindings)}</p>` : findings(diagnostics, page);
  const waivers = coverage === undefined || coverage.waivers.length === 0 ? '' : waiverList(coverage.waivers, page);
  return `<section id="d${i}">
${title}
<h3>${say(words.findings)}</h3>
${found}
<div class="parts">${parts}</div>
${waivers}
</section>`;
}

function findings(diagnostics: readonly Diagnostic[], { lang, lineOf, keywordsOf }: Page): string {
  const items = diagnostics.map((d) => {
    const advice = hint(d, lang, keywordsOf(d.file));
    return `<li class="${d.severity}"><p>${escapeHtml(message(d, lang, keywordsOf(d.file)))}</p>${
      advice === undefined ? '' : `<p class="advice">${escapeHtml(advice)}</p>`
    }<p class="place">${d.code} ${escapeHtml(lineOf(d))}</p></li>`;
  });
  return `<ol class="findings">${items.join('')}</ol>`;
}

function partCard(covered: PartCoverage, page: Page): string {
  const { part, answered, measures, figures, conditions, bodies, extra } = covered;
  const { say, lineOf } = page;
  const isNumbered = part.role === 'clause' || part.role === 'heading';
  const title = isNumbered ? escapeHtml(part.clause) : say(words[part.role]);
  if (answered === 'outside') {
    return `<article class="outside"><h4>${title}</h4><p class="quiet">${say(words.outside)}</p></article>`;
  }
  // A heading without anything to compare only sets its clauses apart.
  const rows = [
    row(say(words.figures), [
      ...figures.map(({ figure, status, stated, instead }) =>
        chip(
          status,
          escapeHtml(sayFigure(figure)),
          [
            say(words[status]),
            ...[...stated, ...(instead === undefined ? [] : [instead.stated])].map((s) =>
              escapeHtml(`${s.written}  ${lineOf(s)}`),
            ),
          ].join('&#10;'),
        ),
      ),
      ...extra.figures.map((s) => chip('extra', escapeHtml(s.written), escapeHtml(lineOf(s)))),
    ]),
    row(say(words.conditions), [
      ...onceByWord(conditions).map(({ word, status, stated }) =>
        chip(
          status,
          escapeHtml(word),
          [say(words[status]), ...stated.map((s) => escapeHtml(`${s.text}  ${lineOf(s)}`))].join('&#10;'),
        ),
      ),
      ...extra.conditions.map(({ word, stated }) => chip('extra', escapeHtml(word), escapeHtml(lineOf(stated)))),
    ]),
    row(say(words.bodies), [
      ...bodies.map(({ body, status, stated }) =>
        chip(
          status,
          escapeHtml(body.name),
          [say(words[status]), ...stated.map((s) => escapeHtml(lineOf(s)))].join('&#10;'),
        ),
      ),
      ...extra.bodies.map((s) => chip('extra', escapeHtml(s.name), escapeHtml(lineOf(s)))),
    ]),
  ].filter((r) => r !== '');
  const by =
    measures.length > 0
      ? measures
          .map((m) => `<span title="${escapeHtml(lineOf(m))}">${escapeHtml(m.name)}</span>`)
          .join(page.lang === 'zh' ? '、' : ', ')
      : answered === 'missing'
        ? chip('missing', say(words.noMeasure), '')
        : answered === 'waived'
          ? chip('waived', say(words.wholeWaived), '')
          : '';
  const body =
    rows.length === 0
      ? part.role === 'heading'
        ? ''
        : `<p class="quiet">${say(words.empty)}</p>`
      : `<dl>${rows.join('')}</dl>`;
  return `<article class="${part.role} ${answered}"><h4>${title}</h4><p class="by">${by}</p>${body}</article>`;
}

/** A word that the clause repeats is shown once. */
function onceByWord(conditions: PartCoverage['conditions']): PartCoverage['conditions'] {
  return conditions.filter(({ word }, i) => conditions.findIndex((other) => other.word === word) === i);
}

function row(name: string, chips: readonly string[]): string {
  return chips.length === 0 ? '' : `<dt>${name}</dt><dd>${chips.join(' ')}</dd>`;
}

function chip(mark: Mark, text: string, title: string): string {
  return `<span class="chip ${mark}"${title === '' ? '' : ` title="${title}"`}><i aria-hidden="true">${signs[mark]}</i>${text}</span>`;
}

function waiverList(waivers: NonNullable<Document['coverage']>['waivers'], { say, lineOf }: Page): string {
  const rows = waivers.map(({ waiver: { node, file, measure }, clauses }) => {
    const where =
      clauses.filter((c) => c !== '').join('、') || (clauses.length > 0 ? say(words.wholePolicy) : say(words.unused));
    const scope = measure === undefined ? say(words.wholePolicy) : escapeHtml(measure.name);
    return `<tr><th scope="row">${escapeHtml(node.figure.value)}</th><td>${escapeHtml(node.because?.value ?? '')}</td><td>${scope}</td><td>${where}</td><td class="place">${escapeHtml(lineOf({ file, span: node.span }))}</td></tr>`;
  });
  return `<h3>${say(words.waivers)}</h3><table class="waivers"><tbody>${rows.join('')}</tbody></table>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
