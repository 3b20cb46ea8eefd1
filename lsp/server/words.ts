import type { Localised } from '../../language/diagnostics/diagnostic.ts';

/** What the client shows while the server is at work. */
export const progressWords = {
  analysing: { zh: '正在查措施之间的重叠', en: 'Looking for overlaps between measures' },
} as const satisfies Record<string, Localised>;
