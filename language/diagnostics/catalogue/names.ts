import { define } from '../define.ts';

/** CS2xxx. */
export const names = {} as const;
