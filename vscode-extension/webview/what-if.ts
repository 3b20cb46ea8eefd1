import type { ChangedFact, WhatIfAnswer, WhatIfEntry } from '../src/protocol-pages.ts';
import { h } from './dom.ts';
import type { Say } from './words.ts';

interface WhatIfContext {
  readonly say: Say;
  /** Fills in what would be different. */
  readonly apply: (changes: readonly ChangedFact[]) => void;
}

/** What would change the result: each change can be filled in. */
export function showWhatIf(answer: WhatIfAnswer, context: WhatIfContext): HTMLElement[] {
  if (answer.kind !== 'what-if') return [];
  return [
    ...answer.sections.map(({ kind, title, entries }) =>
      h(
        'section',
        { class: kind },
        h('h3', {}, title),
        h('ul', {}, ...entries.map((entry) => entryLine(entry, context))),
      ),
    ),
    ...answer.remarks.map((remark) => h('p', { class: 'hint' }, remark)),
  ];
}

function entryLine({ text, lines, changes }: WhatIfEntry, { say, apply }: WhatIfContext): HTMLElement {
  const label = `${say('fillIn')} ${text}`;
  const button = h(
    'button',
    { type: 'button', class: 'secondary small', 'aria-label': label, 'data-control': label },
    say('fillIn'),
  );
  button.addEventListener('click', () => apply(changes));
  return h(
    'li',
    {},
    h('p', { class: 'change' }, text, changes.length > 0 && button),
    ...lines.map((line) => h('p', { class: 'line' }, line)),
  );
}
