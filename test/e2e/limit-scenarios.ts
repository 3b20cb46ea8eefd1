import { command, editorOf, openFile } from './actions.ts';
import { filesShown } from './editor.ts';
import type { Scenario, Stage } from './stage.ts';

/** How fast it is where it is used. The figures are printed; far above its limit a figure is a failure. */
export const limitScenarios: readonly (readonly [string, Scenario])[] = [
  ['a mistake is underlined soon after its text is there', timeFirstSquiggle],
  ['the extension is active soon', timeActivation],
  ['the next time the editor is opened, too', timeNextSquiggle],
];

/** Milliseconds. */
const limits = { squiggle: 1000, activation: 300 };
/** A machine that others use as well may take longer; so much longer only with a fault. */
const slack = 10;

/** While the editor and the server start for the first time, and when they run. */
async function timeFirstSquiggle(stage: Stage): Promise<void> {
  await timeSquiggle('the first squiggle after the text, as the editor starts', stage);
  await timeSquiggle('the first squiggle after the text, in an editor that runs', stage);
}

/** What was compiled is at hand then, but so is the page: its text is there before the editor has started its extensions. */
async function timeNextSquiggle(stage: Stage): Promise<void> {
  await stage.page.reload();
  await filesShown(stage.page);
  await timeSquiggle('the first squiggle after the text, as the editor starts again', stage);
}

async function timeSquiggle(what: string, { page, say }: Stage): Promise<void> {
  // In the page itself: asking from here would be a part of what is measured.
  const measured = page.evaluate<number>(`new Promise((resolve) => {
    let shown;
    const look = () => {
      const has = (what) => document.querySelector('.editor-instance .monaco-editor ' + what) !== null;
      if (shown === undefined && has('.view-line')) shown = performance.now();
      if (shown === undefined || !has('.squiggly-error')) return;
      observer.disconnect();
      resolve(performance.now() - shown);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
    look();
  })`);
  await openFile(page, 'draft.cuoshi');
  await editorOf(page).locator('.squiggly-error').first().waitFor();
  told(what, await measured, limits.squiggle, say);
  await command(page, 'View: Close All Editors');
}

async function timeActivation({ page, say, shoot }: Stage): Promise<void> {
  await command(page, 'Developer: Show Running Extensions');
  const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Cuoshi' }).first();
  await row.waitFor();
  const text = (await row.locator('.activation-time').textContent()) ?? '';
  const milliseconds = Number(/(\d+)\s*ms/.exec(text)?.[1] ?? Number.NaN);
  await shoot('running-extensions');
  told('activation', milliseconds, limits.activation, say);
  await command(page, 'View: Close All Editors');
}

function told(what: string, milliseconds: number, limit: number, say: Stage['say']): void {
  say(`${what}: ${Math.round(milliseconds)} ms (limit ${limit})${milliseconds > limit ? ', ABOVE' : ''}`);
  if (!(milliseconds <= limit * slack)) throw new Error(`${what} took ${milliseconds} ms`);
}
