import { host } from './host.ts';

/** Makes the places of a comparison lead to the source, by mouse and by keyboard. */

const editor = host<never>();
for (const place of document.querySelectorAll<HTMLElement>('[data-uri][data-line]')) {
  const { uri, line } = place.dataset;
  const open = () => editor.postMessage({ type: 'open', uri, line: Number(line) });
  place.classList.add('link');
  place.tabIndex = 0;
  place.setAttribute('role', 'link');
  place.addEventListener('click', open);
  place.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') open();
  });
}
