import { pairAtRandom } from '../test/harness/generate-pairs.ts';
import { randomFrom } from '../test/harness/random.ts';
import { answerOf, benefitOf } from '../test/harness/oracles.ts';
import { keyOf } from '../compiler/analyse/expression-key.ts';
import { domainsOf } from '../compiler/analyse/domains.ts';
import { regionOf, plainest } from '../compiler/analyse/judge.ts';
import { and } from '../compiler/analyse/formula.ts';
const seed = Number(process.argv[3]);
const ps = pairAtRandom(randomFrom(seed), process.argv[4] !== 'narrow');
for (const p of ps) { const x = benefitOf(p); console.log(x.parties, x.over, keyOf(x.when), '\n   AMOUNT', keyOf(x.amount)); }
console.log(answerOf(ps));
const d = domainsOf(ps); const r = ps.map((policy) => regionOf({ policy, benefit: benefitOf(policy) }, d));
const t = performance.now(); const a = plainest(and(...r.map((x) => x.payable)), r, d); console.log(performance.now() - t, a);
