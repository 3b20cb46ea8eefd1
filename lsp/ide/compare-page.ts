import type { Side } from '../../compiler/analyse/compete.ts';
import type { MatterComparison, PolicyDiff } from '../../compiler/analyse/diff/model.ts';
import { amountText, changesOf, effectsOf } from '../../compiler/analyse/diff/say-diff.ts';
import { verdictSigns, verdictWords } from '../../compiler/analyse/diff/words.ts';
import type { Origin } from '../../compiler/ir/ir.ts';
import type { Lang } from '../../language/diagnostics/diagnostic.ts';

/** Which of the two a place is in. */
export type Version = 'old' | 'new';

/** Where a place of the source is found in an editor. */
export interface PagePlace {
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
}

/**
 * The comparison of two versions as the body of a page: elements and classes only, no script, no style, all text
 * escaped. An element with `data-uri` and `data-line` leads to that place.
 */
export function comparePage(
  diff: PolicyDiff,
  lang: Lang,
  placeOf: (origin: Origin, version: Version) => PagePlace,
): { readonly title: string; readonly body: string } {
  const zh = lang === 'zh';
  const page: Page = { lang, placeOf };
  const title = `${diff.old.name} → ${diff.new.name}`;
  const replaces = diff.replaces
    ? { zh: '新文件写明废止旧文件。', en: 'The newer document replaces the older one.' }
    : {
        zh: '新文件没有写明废止旧文件：两者可能并行。',
        en: 'The newer document does not say that it replaces the older one: both may stay in force.',
      };
  const lists = [
    { title: zh ? '新增' : 'Added', sides: diff.added, version: 'new' as const },
    { title: zh ? '不再有' : 'Dropped', sides: diff.dropped, version: 'old' as const },
  ].filter(({ sides }) => sides.length > 0);
  const nothing = zh ? '两版都没有付钱的措施。' : 'Neither version pays anything.';
  const body = [
    `<h1>${escaped(title)}</h1>`,
    // Of two states of one document it would only puzzle.
    ...(diff.old.name === diff.new.name ? [] : [`<p class="hint">${escaped(replaces[lang])}</p>`]),
    ...diff.compared.map((matter) => matterSection(matter, page)),
    ...lists.map(
      ({ title: head, sides, version }) =>
        `<section><h2>${escaped(head)}</h2>${sideList(sides, version, page)}</section>`,
    ),
    ...(diff.compared.length + diff.added.length + diff.dropped.length === 0 ? [`<p>${nothing}</p>`] : []),
  ];
  return { title, body: body.join('\n') };
}

interface Page {
  readonly lang: Lang;
  readonly placeOf: (origin: Origin, version: Version) => PagePlace;
}

function matterSection(matter: MatterComparison, page: Page): string {
  const { lang } = page;
  const zh = lang === 'zh';
  const verdict = `${verdictSigns[matter.verdict]} ${verdictWords[matter.verdict][lang]}`;
  return `<section class="matter ${matter.verdict}">
<h2>${escaped(matter.matter)} <small>${escaped(verdict)}</small></h2>
<h3>${zh ? '旧' : 'Old'}</h3>
${sideList(matter.old, 'old', page)}
<h3>${zh ? '新' : 'New'}</h3>
${sideList(matter.new, 'new', page)}
<dl>
${[
  ...effectsOf(matter, lang).map(({ label, text }) => row(label, text)),
  ...changesOf(matter, lang).map(({ aspect, old, new: now }) => row(aspect, `${old} → ${now}`)),
].join('\n')}
</dl>
</section>`;
}

function row(label: string, value: string): string {
  return `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`;
}

function sideList(sides: readonly Side[], version: Version, page: Page): string {
  const items = sides.map(({ benefit }) => {
    const name = benefit.label === null ? benefit.measure : `${benefit.measure}/${benefit.label}`;
    const { uri, line } = page.placeOf(benefit.origin, version);
    const clause = benefit.clause === undefined ? '' : `<span class="clause">${escaped(benefit.clause)}</span> `;
    const place = `<span data-uri="${escaped(uri)}" data-line="${line}" data-version="${version}">${escaped(name)}</span>`;
    return `<li>${clause}${place}${page.lang === 'zh' ? '：' : ': '}${escaped(amountText(benefit, page.lang))}</li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (c) => entities[c] ?? c);
}
