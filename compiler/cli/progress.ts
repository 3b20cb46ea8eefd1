import { Presets, SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.ts';
import { words } from './words.ts';

/** A bar on standard error, for someone who watches, once the work has taken a second. */
export interface Progress {
  /** Tells that a record is done. `share`: of all the work, how much that was, from 0 to 1. */
  step(share: number): void;
  close(): void;
}

const patience = 1000;

export function openProgress(terminal: Terminal): Progress {
  if (!terminal.watched) return { step: () => {}, close: () => {} };
  const start = performance.now();
  let bar: SingleBar | undefined;
  let done = 0;
  return {
    step(share) {
      done += 1;
      // The clock is read now and then only: a record takes microseconds.
      if (done % 64 !== 0) return;
      if (bar === undefined && performance.now() - start > patience) {
        const format = `${terminal.say(words.progress)} {bar} {percentage}%  {records}`;
        bar = new SingleBar({ format, clearOnComplete: true, stream: process.stderr }, Presets.rect);
        bar.start(1, share, { records: done });
      }
      bar?.update(share, { records: done });
    },
    close: () => bar?.stop(),
  };
}
