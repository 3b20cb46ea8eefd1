import { readFileSync } from 'node:fs';
import { makeOverlapIndex } from '../../compiler/analyse/overlap-index.ts';
import { compile } from '../../compiler/compile.ts';
import type { Expr, PolicyIr } from '../../compiler/ir/ir.ts';
import { enumerated } from '../harness/brute-force.ts';
import { pairAtRandom } from '../harness/generate-pairs.ts';
import { edited, workspace } from '../harness/generate-workspace.ts';
import * as b from '../harness/ir-builders.ts';
import { memoryHost } from '../harness/memory-host.ts';
import { answerOf, benefitOf, compareBounds, compareWithZ3, replay } from '../harness/oracles.ts';
import { randomFrom } from '../harness/random.ts';
import { makeZ3 } from '../harness/z3-oracle.ts';

/** Runs the oracles in a short form, the cheapest first, and prints the first that finds a fault, or `none`. */

interface Case {
  readonly files: Readonly<Record<string, string>>;
  readonly expect: readonly {
    readonly finding: string;
    readonly measures: readonly string[];
    readonly settled: boolean;
  }[];
}

const oracles: Readonly<Record<string, () => boolean | Promise<boolean>>> = {
  'small worlds': () => {
    for (let seed = 1; seed <= 350; seed++) {
      const both = enumerated(pairAtRandom(randomFrom(seed), false));
      if (both !== undefined && both.ours !== 'undecided' && (both.ours === 'yes') !== both.truth) return true;
    }
    return false;
  },
  replay: () => {
    for (let seed = 1; seed <= 1400; seed++) {
      if (answerOf(pairAtRandom(randomFrom(seed), true)).startsWith('not borne out')) return true;
    }
    return false;
  },
  bounds: () => compareBounds(1, 150, 40).beaten.length > 0,
  cases: () =>
    ['overlap-cases.json', 'more-cases.json', 'form-cases.json'].some((name) => {
      const cases = JSON.parse(readFileSync(`test/analyse/${name}`, 'utf8')) as (Case & { id: string })[];
      return cases.some((c) => {
        const show = (kind: string, measures: readonly string[], settled: boolean) =>
          [kind, ...(kind === 'shadowed' ? measures : [...measures].sort()), settled].join(' ');
        const { diagnostics } = compile(Object.keys(c.files), memoryHost(c.files), { replay });
        if (diagnostics.some((d) => d.severity === 'error' && d.finding === undefined)) return false;
        const found = diagnostics.flatMap((d) =>
          d.finding ? [show(d.finding, d.measures ?? [], d.settled ?? false)] : [],
        );
        const expected = c.expect.map((e) => show(e.finding, e.measures, e.settled));
        return expected.some((e) => !found.includes(e)) || (expected.length === 0 && found.length > 0);
      });
    }),
  procedures: () => {
    // The same procedure may be passed for one benefit and not for another: 经评审 is about that benefit.
    const where = (name: string, when: Expr) => b.policy([b.benefit({ name, when: b.and(b.condition(when)) })]);
    return answerOf([where('甲', b.passed('评审')), where('乙', b.not(b.passed('评审')))]) !== 'yes';
  },
  ranges: () => {
    const people = b.fact('人数');
    const between = (low: number, high: number) =>
      b.and(b.atMost(b.count(low), people), b.atMost(people, b.count(high)));
    const of = (low: number, high: number) => [
      b.policy(
        [
          b.benefit({ name: '甲', matter: '人才', when: b.and(b.condition(b.or(between(0, 1), between(8, 20)))) }),
          b.benefit({ name: '乙', matter: '人才', when: b.and(b.condition(between(low, high))) }),
        ],
        { facts: [b.declareFact('人数', 'count')] },
      ),
    ];
    const index = makeOverlapIndex();
    const found = [of(9, 12), of(5, 6), of(5, 8)].map((policies) => index.update(policies).length);
    return found.join() !== '1,0,1';
  },
  index: () => {
    // What the index finds is what asking about every pair finds, also after edits.
    // All on one matter, so that there are enough of them for the sets of bits.
    let policies: readonly PolicyIr[] = workspace(60, 'dense', 3).map((policy) => ({
      ...policy,
      plans: policy.plans.map((plan) => (plan.k === 'benefit' ? { ...plan, matter: { name: '一事' } } : plan)),
    }));
    const index = makeOverlapIndex();
    for (let i = 0; i < 3; i++) {
      const kept = show(index.update(policies));
      if (kept !== show(makeOverlapIndex().update(policies)) || kept !== everyPair(policies)) return true;
      policies = edited(policies, 'dense', 50 + i);
    }
    return false;
  },
  z3: async () => compareWithZ3(await makeZ3(), 1, 400).disagreements.length > 0,
};

type Pairs = ReturnType<ReturnType<typeof makeOverlapIndex>['update']>;

function show(pairs: Pairs): string {
  const names = pairs.map(({ sides }) => sides.map((s) => s.benefit.measure).join(' '));
  return names.sort().join('\n');
}

/** Every two measures by themselves: two policies of one measure each are all that the index holds. */
function everyPair(policies: readonly PolicyIr[]): string {
  const single = policies.flatMap((policy) =>
    policy.plans.flatMap((plan) => (plan.k === 'benefit' ? [{ ...policy, name: plan.measure, plans: [plan] }] : [])),
  );
  const found: string[] = [];
  for (const [i, a] of single.entries()) {
    for (const b of single.slice(i + 1)) {
      const [x, y] = [benefitOf(a), benefitOf(b)];
      const known = makeOverlapIndex().update([
        { ...a, plans: [x] },
        { ...b, plans: [y] },
      ]);
      if (known.length > 0) found.push(`${x.measure} ${y.measure}`);
    }
  }
  return found.sort().join('\n');
}

for (const [name, finds] of Object.entries(oracles)) {
  try {
    if (await finds()) {
      console.log(name);
      process.exit(0);
    }
  } catch (error) {
    console.log(`${name} (${error instanceof Error ? error.message.slice(0, 60) : 'thrown'})`);
    process.exit(0);
  }
}
console.log('none');
process.exit(0);
