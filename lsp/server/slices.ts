import { setImmediate } from 'node:timers/promises';

/** Milliseconds after which whatever else came in meanwhile is seen to: less than anybody notices. */
const slice = 8;
/** Messages that came together are handed over one at a time, each in a turn of its own. */
const turns = 16;

/**
 * Does a piece of work step by step, and lets keystrokes and requests come in between. Gives up as soon as the work is not
 * wanted any more, and says whether it was done to the end.
 */
export async function inSlices(steps: Iterator<void>, isWanted: () => boolean): Promise<boolean> {
  let since = performance.now();
  while (steps.next().done !== true) {
    if (performance.now() - since < slice) continue;
    for (let turn = 0; turn < turns; turn++) await setImmediate();
    if (!isWanted()) return false;
    since = performance.now();
  }
  return isWanted();
}
