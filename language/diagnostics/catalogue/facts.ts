import { define } from '../define.ts';

/** CS6xxx. */
export const facts = {} as const;
