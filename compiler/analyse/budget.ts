import type { BenefitPlan, Expr, LimitPlan, PolicyIr, PoolPlan } from '../ir/ir.ts';
import { zero } from '../ir/rational.ts';
import { amountEnd } from './amount-ends.ts';
import { boundOf } from './bounds.ts';
import { type Side, sameMatter, settlementOf } from './compete.ts';
import { compare, type Reading } from './conditions.ts';
import { type Domains, domainsOf } from './domains.ts';
import { and, type Formula, formOf, or, relation } from './formula.ts';
import { payable, readingOf } from './payable.ts';
import { partsOf, sameParts } from './policy-parts.ts';
import type { Value } from './values.ts';

/** What one applicant can claim at once from a pool that does not hold as much. */
export interface BudgetFinding {
  readonly policy: PolicyIr;
  readonly pool: PoolPlan;
  /** What is paid to the applicant, the sums at their highest, in fen. */
  readonly claims: readonly { readonly side: Side; readonly fen: bigint }[];
  readonly values: ReadonlyMap<string, Value>;
}

/** How many benefits of one pool are put together; more are left to the run over real applicants. */
const mostClaims = 60;

/**
 * Pools that one applicant alone can overdraw: the highest that the benefits paid from it (of a file with one pool and no
 * `from`: all of them) can come to at once, after what excludes or suppresses what. Sums without an upper end are no figure
 * to compare, and families of money are never added.
 */
export function budgetFindings(policies: readonly PolicyIr[]): readonly BudgetFinding[] {
  return policies.flatMap((policy) => {
    const pools = policy.plans.filter((plan) => plan.k === 'pool');
    if (pools.length === 0) return [];
    const benefits = policy.plans.filter((plan) => plan.k === 'benefit');
    return pools.flatMap((pool) => {
      const named = benefits.filter((b) => b.from === pool.name);
      const of =
        named.length > 0 ? named : pools.length === 1 && benefits.every((b) => b.from === undefined) ? benefits : [];
      return (['cash', 'equity'] as const).flatMap((family): BudgetFinding[] => {
        const found = overdrawnOnce(
          of.filter((benefit) => benefit.family === family),
          pool,
          policy,
        );
        if (found === undefined) return [];
        const claims = found.claims.map(({ side: { benefit }, fen }) => ({ side: { policy, benefit }, fen }));
        return [{ policy, pool, claims, values: found.values }];
      });
    });
  });
}

type Overdrawn = Pick<BudgetFinding, 'claims' | 'values'> | undefined;

/** By the first of the benefits, as long as the others and all else that counts are the same objects too. */
const known = new WeakMap<BenefitPlan, { readonly parts: readonly unknown[]; readonly found: Overdrawn }>();

function overdrawnOnce(benefits: readonly BenefitPlan[], pool: PoolPlan, policy: PolicyIr): Overdrawn {
  const [first] = benefits;
  if (first === undefined) return undefined;
  const parts = [pool, ...partsOf(policy, (plan) => plan.k === 'limit' || plan.k === 'group'), ...benefits];
  const before = known.get(first);
  if (before !== undefined && sameParts(before.parts, parts)) return before.found;
  const limits = policy.plans.filter((plan) => plan.k === 'limit');
  const sides = benefits.map((benefit) => ({ policy, benefit }));
  const found = overdrawn(sides, pool, limits, domainsOf([policy]));
  known.set(first, { parts, found });
  return found;
}

function overdrawn(all: readonly Side[], pool: PoolPlan, limits: readonly LimitPlan[], domains: Domains): Overdrawn {
  const most = all.map((side) =>
    boundOf(
      'greatest',
      amountEnd(side.benefit, 'high'),
      payable(side.benefit, domains),
      readingOf(side.benefit, domains),
    ),
  );
  const sides = all.filter((_, i) => most[i]?.bound === 'exact').slice(0, mostClaims);
  const highest = most.flatMap((b) => (b.bound === 'exact' ? [b.value] : []));
  const sum = most.reduce((total, b) => (b.bound === 'exact' ? total + b.value.n / b.value.d : total), 0n);
  if (sum * pool.amount.d <= pool.amount.n) return undefined;
  const claim = (i: number): Expr => ({ k: 'fact', ref: `=claim ${i}`, at: 'now' });
  for (const i of sides.keys()) domains.set(`=claim ${i}`, { type: 'number', scale: 1n, low: 0n, fact: undefined });
  const reading: Reading = { domains };
  const parts = sides.map(({ benefit }, i): Formula => {
    const nothing = relation(formOf(`=claim ${i}`, 1n), '<=');
    const own = readingOf(benefit, domains);
    // The highest is known beforehand: that keeps the search short.
    const limit = compare(
      '<=',
      claim(i),
      { k: 'const', value: highest[i] ?? zero, valueType: { type: 'money' } },
      reading,
    );
    return and(
      limit,
      or(and(payable(benefit, domains), compare('<=', claim(i), amountEnd(benefit, 'high'), own)), nothing),
    );
  });
  const apart = sides.flatMap((a, i) =>
    sides
      .slice(i + 1)
      .flatMap((b, j): Formula[] =>
        givesWay(a, b) ? [or(...[i, i + 1 + j].map((k) => relation(formOf(`=claim ${k}`, 1n), '<=')))] : [],
      ),
  );
  const shared = limits.flatMap((limit): Formula[] => {
    const of = [...sides.keys()].filter((i) => sides[i]?.benefit.measure === limit.measure);
    if (of.length === 0 || limit.subject !== 'applicant') return [];
    return [compare('<=', { k: 'add', args: of.map(claim) }, limit.amount, reading)];
  });
  const total: Expr = { k: 'add', args: [...sides.keys()].map(claim) };
  const found = boundOf('greatest', total, and(...parts, ...apart, ...shared), reading);
  for (const i of sides.keys()) domains.delete(`=claim ${i}`);
  const best = found.bound === 'exact' ? found : found.bound === 'undecided' ? found.best : undefined;
  if (best === undefined || best.value.n * pool.amount.d <= pool.amount.n * best.value.d) return undefined;
  const claims = sides.flatMap((side, i) => {
    const fen = best.at.get(`=claim ${i}`);
    return typeof fen === 'bigint' && fen > 0n ? [{ side, fen }] : [];
  });
  return { claims, values: best.at };
}

/** Of two awards that are bound to each other only one is paid. */
function givesWay(a: Side, b: Side): boolean {
  if (a.benefit.measure === b.benefit.measure) return false;
  const settlement = settlementOf(a, b);
  if (settlement?.by !== 'group') return settlement?.by === 'excludes';
  if (settlement.group.rule === 'sum') return false;
  // A rule without names is about measures that compete.
  return settlement.group.between !== undefined || sameMatter(a, b).matters.length > 0;
}
