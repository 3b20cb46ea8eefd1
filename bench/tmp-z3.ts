import { compareWithZ3 } from '../test/harness/oracles.ts';
import { makeZ3 } from '../test/harness/z3-oracle.ts';
const z3 = await makeZ3();
const [from, n] = process.argv.slice(3).map(Number);
const t = performance.now();
const r = compareWithZ3(z3, from ?? 1, n ?? 200);
console.log(performance.now() - t, 'ms', { ...r, kinds: [...r.kinds].join(' ') , disagreements: r.disagreements.slice(0, 12), bad: r.disagreements.length });
process.exit(0);
