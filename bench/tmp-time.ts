import { pairAtRandom } from '../test/harness/generate-pairs.ts';
import { randomFrom } from '../test/harness/random.ts';
import { answerOf } from '../test/harness/oracles.ts';
const t = performance.now(); const slow: [number, number][] = []; const und: number[] = []; const bad: string[] = [];
for (let s = 1; s <= 3000; s++) { const t1 = performance.now(); let a = ''; try { a = answerOf(pairAtRandom(randomFrom(s), true)); } catch (e) { a = 'not ' + String(e).slice(0, 200); } const d = performance.now() - t1; if (d > 20) slow.push([s, Math.round(d)]); if (a === 'undecided') und.push(s); if (a.startsWith('not')) bad.push(s + a); }
console.log(performance.now() - t, slow.slice(0, 20), und.length, und.slice(0, 30), bad.length, bad.slice(0, 5));
