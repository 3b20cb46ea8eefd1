import fc from 'fast-check';

/**
 * Generated tests draw the same cases every time, so that a run says something of the change and not of luck.
 * `CUOSHI_SEED=random` draws others, and a number repeats a run.
 */
const asked = process.env.CUOSHI_SEED;
if (asked !== 'random') fc.configureGlobal({ seed: asked === undefined ? 20_261_121 : Number(asked) });
