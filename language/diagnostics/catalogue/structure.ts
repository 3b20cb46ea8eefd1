import { define } from '../define.ts';

/** CS3xxx. */
export const structure = {} as const;
