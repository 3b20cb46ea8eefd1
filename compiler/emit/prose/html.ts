import type { Item, Line, ProseClause, ProseDocument, ProseTable } from './document.ts';
import { pageStyle } from './style.ts';
import { words } from './words.ts';

/** The document as one page that loads nothing and prints on A4. */
export function proseHtml(document: ProseDocument): string {
  return `<!doctype html>
<html lang="${document.lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text(document.title)}</title>
<style>${pageStyle}</style>
</head>
<body>
${proseBody(document)}
</body>
</html>
`;
}

/** What the page shows, without a look of its own: elements and classes only. A clause is the article of its id. */
export function proseBody(document: ProseDocument): string {
  const { lang, clauses, closing, contents, open } = document;
  const zh = lang === 'zh';
  return `<header>
<h1>${text(document.title)}</h1>
${lines(document.head)}
</header>
<nav aria-label="${words.contents[lang]}">
<h2>${words.contents[lang]}</h2>
${contents
  .map(
    ({ title, rows }) =>
      `<section><h3>${text(title)}</h3><dl class="index">${rows
        .map((row) => `<div><dt>${text(row.name)}</dt><dd>${row.clauses.map(link).join(zh ? '；' : '; ')}</dd></div>`)
        .join('')}</dl></section>`,
  )
  .join('\n')}
</nav>
<main>
<h2>${words.clauses[lang]}</h2>
${clauses
  .map(
    (clause) => `<article id="${clause.id}">
<h3>${text(clause.heading)}</h3>
${lines(clause.head)}
${clause.items.map(item).join('\n')}
${clause.terms.length > 0 ? `<div class="terms"><p>${words.terms[lang]}</p>${lines(clause.terms)}</div>` : ''}
${clause.notes.map(note).join('\n')}
</article>`,
  )
  .join('\n')}
${closing.map(({ title, items }) => `<section><h2>${text(title)}</h2>${items.map(item).join('\n')}</section>`).join('\n')}
<section><h2>${text(document.openTitle)}</h2>
${
  open.length === 0
    ? `<p>${text(document.nothing)}</p>`
    : `<ol>${open
        .map(({ of, text: said }) => `<li>${of ? `${link(of)}${zh ? '：' : ': '}` : ''}${text(said)}</li>`)
        .join('\n')}</ol>`
}
</section>
</main>`;

  function link({ id, heading }: Pick<ProseClause, 'id' | 'heading'>): string {
    return `<a href="#${id}">${text(heading)}</a>`;
  }

  function lines(of: readonly Line[]): string {
    if (of.length === 0) return '';
    return `<dl class="lines">${of
      .map(({ term, text: value }) => `<div><dt>${text(term)}</dt><dd>${text(value)}</dd></div>`)
      .join('')}</dl>`;
  }

  function item({ label, clause, text: sentence, tables, notes }: Item): string {
    const name = label === undefined ? '' : `<b>${text(label)}</b>${zh ? '　' : ' '}`;
    const of = clause === undefined ? '' : zh ? `（${text(clause)}）` : ` (${text(clause)})`;
    return `<p>${name}${text(sentence)}${of}</p>${tables.map(table).join('')}${notes.map(note).join('')}`;
  }

  function note(of: string): string {
    return `<p class="note">${words.note[lang]}${zh ? '：' : ': '}${text(of)}</p>`;
  }
}

function table({ caption, head, rows }: ProseTable): string {
  const cells = (tag: 'th' | 'td', row: readonly string[]) =>
    row.map((cell) => (tag === 'th' ? `<th scope="col">${text(cell)}</th>` : `<td>${text(cell)}</td>`)).join('');
  return `<table><caption>${text(caption)}</caption><thead><tr>${cells('th', head)}</tr></thead><tbody>${rows
    .map((row) => `<tr>${cells('td', row)}</tr>`)
    .join('')}</tbody></table>`;
}

function text(of: string): string {
  return of.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
