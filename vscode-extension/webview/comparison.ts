import type { FromComparison } from '../src/protocol.ts';
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

/** What a section says: the verdict of a matter, or that something came or went. */
function verdictOf(section: HTMLElement): string {
  const heading = section.querySelector('h2');
  return (section.matches('.matter') ? heading?.querySelector('small') : heading)?.textContent?.trim() ?? '';
}

const sections = [...main.querySelectorAll<HTMLElement>(':scope > section')].map((section) => ({
  section,
  verdict: verdictOf(section),
  count: section.matches('.matter') ? 1 : section.querySelectorAll('li').length,
}));
const counts = new Map<string, number>();
for (const { verdict, count } of sections) counts.set(verdict, (counts.get(verdict) ?? 0) + count);

/** One button for each verdict that there is; '' is all of them. */
function makeFilter(): HTMLElement {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const buttons = [['', total] as const, ...counts].map(([verdict, count]) => {
    const button = h('button', { type: 'button', class: 'secondary', 'data-verdict': verdict });
    button.append(`${verdict === '' ? say('all') : verdict} ${count}`);
    button.addEventListener('click', () => show(verdict));
    return button;
  });
  const show = (wanted: string) => {
    editor.setState({ shown: wanted });
    for (const { section, verdict } of sections) section.hidden = wanted !== '' && verdict !== wanted;
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.verdict === wanted));
  };
  const kept = editor.getState()?.shown ?? '';
  show(counts.has(kept) ? kept : '');
  return h('div', { class: 'filter', role: 'group', 'aria-label': say('verdicts') }, ...buttons);
}

if (counts.size > 1) main.querySelector('h1')?.after(makeFilter());
