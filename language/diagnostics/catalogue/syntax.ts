import { define } from '../define.ts';

/** CS1xxx. */
export const syntax = {} as const;
