import type { FromComparison } from '../src/protocol-messages.ts';
import { h } from './dom.ts';
import { host } from './host.ts';
import { sayIn } from './words.ts';

/** Makes the places of a comparison lead to the source, and shows the verdicts that one asks for. */

const editor = host<{ readonly shown: string }>();
const main = document.querySelector<HTMLElement>('#comparison')!;
const say = sayIn(document.documentElement.lang === 'en' ? 'en' : 'zh');

for (const place of main.querySelectorAll<HTMLElement>('[data-uri][data-line]')) {
  const { uri = '', line, version } = place.dataset;
  const open = () => {
    const message: FromComparison = {
      type: 'open',
      uri,
      line: Number(line),
      version: version === 'old' ? 'old' : 'new',
    };
    editor.postMessage(message);
  };
  place.classList.add('link');
  place.tabIndex = 0;
  place.setAttribute('role', 'link');
  place.addEventListener('click', open);
  place.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') open();
  });
}

/** Of a verdict: a matter, or all that came or went. */
const judged = [...main.querySelectorAll<HTMLElement>('article[data-verdict], section[data-verdict]')];
const counts = new Map<string, { readonly label: string; readonly count: number }>();
for (const part of judged) {
  const { verdict = '' } = part.dataset;
  const isMatter = part.localName === 'article';
  const label = part.querySelector(isMatter ? '.badge' : 'h3')?.textContent?.trim() ?? verdict;
  const count = isMatter ? 1 : part.querySelectorAll('tbody tr').length;
  counts.set(verdict, { label, count: (counts.get(verdict)?.count ?? 0) + count });
}
const rows = [...main.querySelectorAll<HTMLElement>('tr[data-verdict]')];
const summary = main.querySelector<HTMLElement>('.summary');
/** About the whole, not of one verdict. */
const others = [...main.querySelectorAll<HTMLElement>('.policy > section:not([data-verdict]):not(.summary)')];

/** One button for each verdict that there is; '' is all of them. */
function makeFilter(): HTMLElement {
  const total = [...counts.values()].reduce((sum, { count }) => sum + count, 0);
  const choices = [['', { label: say('all'), count: total }] as const, ...counts];
  const buttons = choices.map(([verdict, { label, count }]) => {
    const button = h('button', { type: 'button', class: 'secondary', 'data-verdict': verdict });
    button.append(`${label} ${count}`);
    button.addEventListener('click', () => show(verdict));
    return button;
  });
  const show = (wanted: string) => {
    editor.setState({ shown: wanted });
    for (const part of [...judged, ...rows]) part.hidden = wanted !== '' && part.dataset.verdict !== wanted;
    for (const part of others) part.hidden = wanted !== '';
    if (summary) summary.hidden = rows.every((row) => row.hidden);
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.verdict === wanted));
  };
  const kept = editor.getState()?.shown ?? '';
  show(counts.has(kept) ? kept : '');
  return h('div', { class: 'filter', role: 'group', 'aria-label': say('verdicts') }, ...buttons);
}

if (counts.size > 1) main.querySelector('h1')?.after(makeFilter());
