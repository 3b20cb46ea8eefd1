import type { FromProse, ToProse } from '../src/protocol-messages.ts';
import type { ProseAnswer, ProsePlace } from '../src/protocol-pages.ts';
import { h } from './dom.ts';
import { host } from './host.ts';
import { type Knot, knotsOf, lineAt, topOf } from './scroll.ts';
import { sayIn } from './words.ts';

/** The page of prose: what `cuoshi doc` writes, moving with the source and leading back to it. */

const editor = host<never>();
const root = document.querySelector<HTMLElement>('#prose')!;
const say = sayIn(root.dataset.lang === 'en' ? 'en' : 'zh');
const title = h('span', { class: 'title' });
const notice = h('p', { class: 'notice', role: 'status', hidden: true });
const language = h('button', { type: 'button', class: 'secondary' });
const page = h('div', { class: 'page', 'aria-label': say('prose') });

let uri = '';
let lines = 0;
let lang: 'zh' | 'en' = 'zh';
let places: readonly ProsePlace[] = [];
let cursor = 0;
/** Where this script scrolled to itself: no wish of the reader's. */
let ownTop: number | undefined;

const send = (message: FromProse) => editor.postMessage(message);

function takePage(answer: ProseAnswer): void {
  notice.hidden = answer.kind === 'page';
  if (answer.kind !== 'page') {
    // The last whole page stays: who types needs it beside.
    notice.replaceChildren(answer.kind === 'errors' ? say('proseErrors', answer.count) : say('noPolicy'));
    return;
  }
  title.replaceChildren(answer.policy);
  places = answer.places;
  page.lang = lang === 'zh' ? 'zh-CN' : 'en';
  // Markup of the server, whose text is escaped; a document made so runs no script, and the policy of the page allows none.
  const { body } = new DOMParser().parseFromString(answer.body, 'text/html');
  // This page has a main part already.
  for (const main of body.querySelectorAll('main')) main.replaceWith(...main.childNodes);
  patch(page, body);
  for (const { id } of places) makeLink(articleOf(id));
  markCursor(false);
}

/** Makes the children of one element those of another, and leaves alone what is the same: nothing jumps. */
function patch(into: Element, from: Element): void {
  const wanted = [...from.children];
  for (const [i, next] of wanted.entries()) {
    const now = into.children[i];
    if (now === undefined) into.append(next);
    else if (!same(now, next)) now.replaceWith(next);
  }
  for (const extra of [...into.children].slice(wanted.length)) extra.remove();
}

/** The same as it came from the server, whatever was added here since. */
function same(shown: Element, wanted: Element): boolean {
  const plain = shown.cloneNode(true) as Element;
  plain.removeAttribute('aria-current');
  for (const link of plain.querySelectorAll(sourceLink)) link.replaceWith(...link.childNodes);
  plain.normalize();
  return plain.isEqualNode(wanted);
}

function articleOf(id: string): HTMLElement | undefined {
  return page.querySelector<HTMLElement>(`article#${id}`) ?? undefined;
}

const sourceLink = 'span[role="link"]';

/** By keyboard the heading leads to the source, by mouse the whole clause. */
function makeLink(article: HTMLElement | undefined): void {
  const heading = article?.querySelector('h3');
  if (!heading || heading.querySelector(sourceLink) !== null) return;
  // Within the heading, which stays one for whoever hears the page.
  heading.replaceChildren(h('span', { role: 'link', tabindex: '0', title: say('toSource') }, ...heading.childNodes));
}

function placeOf(target: EventTarget | null): ProsePlace | undefined {
  const id = target instanceof Element ? target.closest('article')?.id : undefined;
  return places.find((place) => place.id === id);
}

function open(place: ProsePlace | undefined): void {
  if (place !== undefined) send({ type: 'open', uri: place.uri, line: place.first });
}

/** Marks the clause at the cursor; brings it into view where the cursor was moved. */
function markCursor(bring: boolean): void {
  const at = places.find((place) => place.uri === uri && place.first <= cursor && cursor <= place.last);
  for (const article of page.querySelectorAll('article[aria-current]')) article.removeAttribute('aria-current');
  const article = at && articleOf(at.id);
  article?.setAttribute('aria-current', 'true');
  if (!bring || article === undefined) return;
  const [view, box] = [page.getBoundingClientRect(), article.getBoundingClientRect()];
  if (box.bottom > view.top + 40 && box.top < view.bottom - 40) return;
  scrollTo(page.scrollTop + box.top - view.top - 8);
}

function knots(): readonly Knot[] {
  const top = page.getBoundingClientRect().top - page.scrollTop;
  const boxes = places
    .filter((place) => place.uri === uri)
    .flatMap(({ id, first, last }) => {
      const box = articleOf(id)?.getBoundingClientRect();
      return box ? [{ first, last, top: box.top - top, bottom: box.bottom - top }] : [];
    });
  return knotsOf(boxes, lines, page.scrollHeight);
}

function scrollTo(top: number): void {
  page.scrollTop = top;
  ownTop = page.scrollTop;
}

page.addEventListener('scroll', () => {
  if (ownTop !== undefined && Math.abs(page.scrollTop - ownTop) < 2) return;
  ownTop = undefined;
  if (places.length > 0) send({ type: 'scrolled', line: Math.floor(lineAt(knots(), page.scrollTop)) });
});
page.addEventListener('click', (event) => {
  const onLink = event.target instanceof Element && event.target.closest('a') !== null;
  // Who selects words wants to copy them.
  if (!onLink && window.getSelection()?.isCollapsed !== false) open(placeOf(event.target));
});
page.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.target instanceof Element && event.target.matches(sourceLink))
    open(placeOf(event.target));
});
language.addEventListener('click', () => send({ type: 'language', lang: lang === 'zh' ? 'en' : 'zh' }));

window.addEventListener('message', ({ data }: MessageEvent<ToProse>) => {
  switch (data.type) {
    case 'page':
      ({ uri, lines, lang } = data);
      language.replaceChildren(lang === 'zh' ? 'English' : '中文');
      takePage(data.answer);
      break;
    case 'scroll':
      scrollTo(topOf(knots(), data.line));
      break;
    case 'cursor':
      cursor = data.line;
      markCursor(true);
      break;
    case 'failed':
      notice.hidden = false;
      notice.replaceChildren(say('failed', data.message));
      break;
    default:
      data satisfies never;
  }
});

root.append(h('header', { class: 'bar' }, title, language), notice, page);
send({ type: 'ready' });
