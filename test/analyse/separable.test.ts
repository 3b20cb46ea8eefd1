import { describe, expect, it } from 'vitest';
import { sameMatter } from '../../compiler/analyse/compete.ts';
import { type Domains, domainsOf } from '../../compiler/analyse/domains.ts';
import { and, or } from '../../compiler/analyse/formula.ts';
import { makeNumbering, meet } from '../../compiler/analyse/hull.ts';
import { judge, plainest, type Region, regionOf } from '../../compiler/analyse/judge.ts';
import { paidAt, unpayable } from '../../compiler/analyse/payable.ts';
import { satisfy } from '../../compiler/analyse/satisfy.ts';
import {
  inBoth,
  type Kinds,
  type Separable,
  separable,
  surelyDiffer,
  surelyMeet,
} from '../../compiler/analyse/separable.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import { pairAtRandom } from '../harness/generate-pairs.ts';
import { workspace } from '../harness/generate-workspace.ts';
import { randomFrom } from '../harness/random.ts';

interface One {
  readonly region: Region;
  readonly told: Separable;
}

/** What is told of pairs without a search, against the search. */
function compareAll(policies: readonly PolicyIr[], count: { met: number; apart: number; differing: number }): void {
  const domains = domainsOf(policies);
  const numbering = makeNumbering();
  const kinds: Kinds = new Map();
  const all = policies.flatMap((policy) =>
    policy.plans.flatMap((plan): readonly One[] => {
      if (plan.k !== 'benefit') return [];
      const region = regionOf({ policy, benefit: plan }, domains);
      const told = separable(region, domains, numbering);
      return told === undefined ? [] : [{ region, told }];
    }),
  );
  for (const [i, a] of all.entries()) for (const b of all.slice(i + 1)) compareTwo(a, b, kinds, domains, count);
}

function compareTwo(
  a: One,
  b: One,
  kinds: Kinds,
  domains: Domains,
  count: { met: number; apart: number; differing: number },
): void {
  const regions = [a.region, b.region];
  const both = and(...regions.map((r) => r.payable));
  if (!meet(a.told.spans, b.told.spans)) {
    count.apart++;
    expect(satisfy(both, domains).answer).toBe('no');
    return;
  }
  if (!surelyMeet(a.told, b.told, kinds, domains)) return;
  count.met++;
  const answer = plainest(both, regions, domains);
  expect(answer.answer).toBe('yes');
  const somebody = inBoth(a.told, b.told, domains);
  for (const { side } of regions) expect(paidAt(side.benefit, somebody, domains)).toBeDefined();
  const differ = surelyDiffer(a.told, b.told);
  if (differ) {
    count.differing++;
    const apart = or(
      and(a.region.payable, unpayable(b.region.side.benefit, domains)),
      and(b.region.payable, unpayable(a.region.side.benefit, domains)),
    );
    expect(satisfy(apart, domains).answer).toBe('yes');
  }
  // What is told of them is the same, however it was found out.
  const { formula } = sameMatter(a.region.side, b.region.side);
  const asked = judge(a.region, b.region, formula, domains);
  if (formula.f !== 'true') return;
  const known = judge(a.region, b.region, formula, domains, { differ, inBoth: () => somebody });
  expect(asked === undefined || 'why' in asked ? asked : { ...asked, values: asked.values() }).toEqual(
    known === undefined || 'why' in known ? known : { ...known, values: known.values() },
  );
}

describe('regions told variable by variable', () => {
  it.each(['sparse', 'dense'] as const)('meet in a %s workspace where the search says so', (density) => {
    const count = { met: 0, apart: 0, differing: 0 };
    compareAll(workspace(40, density, 1), count);
    expect(count.apart).toBeGreaterThan(50);
    if (density === 'dense') expect(count.met).toBeGreaterThan(200);
    expect(count.differing).toBeGreaterThan(0);
  });

  it('meet where the search says so, whatever the conditions', () => {
    const count = { met: 0, apart: 0, differing: 0 };
    for (let seed = 1; seed <= 400; seed++) compareAll(pairAtRandom(randomFrom(seed), seed % 2 === 0), count);
    expect(count.met).toBeGreaterThan(5);
    expect(count.apart).toBeGreaterThan(5);
  });
});
