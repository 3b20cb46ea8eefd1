/** How much longer than usual the generated tests draw: `CUOSHI_EFFORT=10 npm test` for a long run. A quick run by default. */
const factor = Math.max(1, Number(process.env.CUOSHI_EFFORT ?? 1));

/** So many cases in a usual run, and more when more effort is asked for. */
export const effort = (cases: number): number => Math.ceil(cases * factor);

/** One of so many in a usual run, and more of them, up to all, when more effort is asked for. */
export const oneIn = (cases: number): number => Math.max(1, Math.round(cases / factor));
