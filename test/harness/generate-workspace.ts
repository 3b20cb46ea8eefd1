import { asOfFact, type BenefitPlan, type Expr, type Plan, type PolicyIr } from '../../compiler/ir/ir.ts';
import { rational } from '../../compiler/ir/rational.ts';
import { childrenOf } from '../../compiler/ir/walk.ts';
import * as b from './ir-builders.ts';
import { type Random, randomFrom } from './random.ts';

/**
 * Workspaces of many policies, for measuring the analyser. `sparse`: ten measures to a matter, told apart by narrow
 * conditions, so that few meet. `dense`: forty to a matter, and most of them meet.
 */
export type Density = 'sparse' | 'dense';

/** Measures of one policy. */
const perPolicy = 20;
const kinds = ['企业', '高校', '科研院所', '园区', '合作社', '医院'] as const;
const counts = Array.from({ length: 10 }, (_, i) => `数量${'甲乙丙丁戊己庚辛壬癸'[i]}`);
/** Sums of money that one expenditure each is about; a few matters share one. */
const sums = Array.from({ length: 400 }, (_, i) => `金额${i + 1}`);
const flags = Array.from({ length: 4 }, (_, i) => `具备${'甲乙丙丁'[i]}`);
const grades = Array.from({ length: 3 }, (_, i) => `等级${'甲乙丙'[i]}`);
const members = ['一级', '二级', '三级', '四级', '五级', '六级', '七级', '八级'];

const vocabulary: Pick<PolicyIr, 'parties' | 'disjoint' | 'enums' | 'lists' | 'facts'> = {
  parties: [b.declareParty('单位'), ...kinds.map((name) => b.declareParty(name, ['单位']))],
  disjoint: [['企业', '高校', '医院']],
  enums: grades.map((name) => ({ name, members })),
  lists: [],
  facts: [
    ...counts.map((name) => b.declareFact(name, 'count', { parties: ['单位'] })),
    ...sums.map((name) => b.declareFact(name, 'money', { parties: ['单位'] })),
    ...flags.map((name) => b.declareFact(name, 'bool', { parties: ['单位'] })),
    ...grades.map((name) => b.declareFact(name, { type: 'enum', name }, { parties: ['单位'] })),
  ],
};

const asOf: Expr = { k: 'fact', ref: asOfFact, at: 'now' };
const day = (n: number): Expr => b.constant(rational(n), 'date');

/** A workspace of so many measures. */
export function workspace(measures: number, density: Density, seed = 1): readonly PolicyIr[] {
  const random = randomFrom(seed);
  const policies: PolicyIr[] = [];
  for (let first = 0; first < measures; first += perPolicy) {
    const plans = Array.from({ length: Math.min(perPolicy, measures - first) }, (_, i) =>
      measureAtRandom(first + i, measures, density, random),
    );
    policies.push(b.policy(plans, { ...vocabulary, facts: factsOf(plans), name: `文件${policies.length + 1}` }));
  }
  return policies;
}

/** The same workspace with one measure written anew. */
export function edited(policies: readonly PolicyIr[], density: Density, seed: number): readonly PolicyIr[] {
  const random = randomFrom(seed);
  const at = random.whole(0, policies.length - 1);
  return policies.map((policy, i) => {
    if (i !== at) return policy;
    const which = random.whole(0, policy.plans.length - 1);
    const total = policies.length * perPolicy;
    const plans = policy.plans.map((plan, j) =>
      j === which ? measureAtRandom(at * perPolicy + which, total, density, random) : plan,
    );
    return { ...policy, plans, facts: factsOf(plans) };
  });
}

/** What the measures read: a policy declares nothing else. */
function factsOf(plans: readonly Plan[]): PolicyIr['facts'] {
  const read = new Set<string>();
  const visit = (e: Expr): void => {
    if (e.k === 'fact') read.add(e.ref);
    childrenOf(e).forEach(visit);
  };
  for (const plan of plans) {
    if (plan.k !== 'benefit') continue;
    visit(plan.when);
    visit(plan.amount);
  }
  return vocabulary.facts.filter((fact) => read.has(fact.id));
}

function measureAtRandom(index: number, total: number, density: Density, random: Random): BenefitPlan {
  const matters = Math.max(1, Math.ceil(total / (density === 'sparse' ? 10 : 40)));
  const from = 20_454 + 365 * random.whole(0, 1);
  // Measures on one matter ask about the same figures.
  const matter = random.whole(1, matters);
  const count = counts[matter % counts.length] ?? '';
  const money = sums[matter % sums.length] ?? '';
  const conditions: Expr[] = [
    b.and(b.atMost(day(from), asOf), b.atMost(asOf, day(from + 729))),
    within(b.fact(count), random.whole(1, 950), density === 'sparse' ? 40 : 700, b.count),
  ];
  if (density === 'sparse' || random.chance(0.3)) {
    conditions.push(
      within(b.fact(money), random.whole(1, 900), density === 'sparse' ? 60 : 600, (n) => b.yuan(n * 10_000)),
      b.member(b.fact(random.pick(grades)), random.pick(members), random.pick(members)),
    );
  }
  if (random.chance(0.5))
    conditions.push(random.chance(0.5) ? b.fact(random.pick(flags)) : b.not(b.fact(random.pick(flags))));
  if (random.chance(0.2)) {
    const [x, y] = [random.pick(sums), random.pick(sums)];
    conditions.push(b.atMost(b.mul(b.fact(x), b.percent(3)), b.add(b.fact(y), b.yuan(1_000_000))));
  }
  return b.benefit({
    name: `措施${index + 1}`,
    parties: [random.pick(kinds)],
    matter: `事项${matter}`,
    when: b.and(...conditions.map((c) => b.condition(c))),
    amount: amountAtRandom(count, money, random),
  });
}

function within(x: Expr, low: number, width: number, of: (n: number) => Expr): Expr {
  return b.and(b.atMost(of(low), x), b.atMost(x, of(low + width)));
}

function amountAtRandom(count: string, money: string, random: Random): Expr {
  const sum = b.yuan(10_000 * random.whole(1, 300));
  switch (random.whole(0, 3)) {
    case 0:
      return b.amount(sum);
    case 1:
      return b.amount(b.mul(b.fact(count), b.yuan(1000 * random.whole(1, 30))), b.capped(sum));
    case 2:
      return b.amount(b.upTo(sum, '评审'));
    default:
      return b.amount(b.mul(b.fact(money), b.percent(random.whole(1, 30))), b.capped(sum));
  }
}
