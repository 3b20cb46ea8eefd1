import type { Facts } from '../../stdlib/runtime/types.ts';
import { isMissing } from '../ir/interpret/causes.ts';
import { type Applicant, bindItem, type Environment, itemsOf } from '../ir/interpret/environment.ts';
import { evaluateNumber, evaluateTruth } from '../ir/interpret/evaluate.ts';
import { membershipOf } from '../ir/interpret/membership.ts';
import type { BenefitPlan, Expr, ExprOf, Origin, PolicyIr } from '../ir/ir.ts';
import { conjunctsOf, stepsOf } from '../ir/shape.ts';
import { childrenOf } from '../ir/walk.ts';
import { normPoints, pointsTogether } from './coverage-together.ts';
import { dateOf, factsOf } from './run-examples.ts';
import type { CoveragePoint, Uncovered } from './uncovered.ts';

/**
 * What the examples of a policy do not reach: conditions and vetoes that were never true or never false, caps that never cut,
 * floors that never lifted, and branches of an amount (rows of a table, another rate in its place) that were never taken;
 * conditions of norms that no expectation on them saw true, or false; shared caps that never cut, and stacking rules within
 * the policy that never met two awards.
 */
export function uncovered(policy: PolicyIr, today: string): Uncovered[] {
  const { benefits, others } = examined(policy, today);
  // Of a benefit that is never paid there is nothing else to tell.
  const told = benefits.flatMap((points) => (points[0]?.reached ? points : points.slice(0, 1)));
  return withoutRepeats([...told, ...others].flatMap(({ reached, ...gap }) => (reached ? [] : [gap])));
}

/** All that examples of a policy can put to the test, and whether any does. */
export function coveragePoints(policy: PolicyIr, today: string): CoveragePoint[] {
  const { benefits, others } = examined(policy, today);
  return [...benefits.flat(), ...others];
}

interface Examined {
  /** Of each benefit: whether it is ever paid, then its parts. */
  readonly benefits: readonly (readonly CoveragePoint[])[];
  readonly others: readonly CoveragePoint[];
}

function examined(policy: PolicyIr, today: string): Examined {
  const seen: Seen = { truths: new Map(), binding: new Set(), branches: new Map(), reached: new Set() };
  for (const example of policy.examples) {
    const asOf = dateOf(policy, example, today);
    const applicant = applicantOf(policy, factsOf(example), asOf, example.readings ?? {});
    for (const plan of policy.plans) {
      // An example of one measure gives the facts of that measure; of others it says nothing.
      const isMeant = example.measure === undefined || (plan.k === 'benefit' && plan.measure === example.measure);
      if (plan.k === 'benefit' && isMeant) observe(plan, applicant, seen);
    }
  }
  return {
    benefits: policy.plans.flatMap((plan) => (plan.k === 'benefit' ? [pointsOf(plan, seen)] : [])),
    others: [...normPoints(policy, today), ...pointsTogether(policy, today)],
  };
}

/** What happened in any example. Nodes are told apart by identity. */
interface Seen {
  /** What a condition or veto was. */
  readonly truths: Map<Expr, Set<boolean>>;
  /** Caps that cut and floors that lifted. */
  readonly binding: Set<Expr>;
  /** Which branches of an `if` were taken: of its condition being true, or false. */
  readonly branches: Map<Expr, Set<boolean>>;
  /** Benefits whose conditions held. */
  readonly reached: Set<BenefitPlan>;
}

function applicantOf(policy: PolicyIr, facts: Facts, asOf: string, readings: Applicant['readings']): Applicant {
  return {
    policy,
    declarations: new Map(policy.facts.map((fact) => [fact.id, fact])),
    lists: new Map(policy.lists.map((list) => [list.id, list])),
    facts,
    decisions: facts.decisions ?? {},
    readings,
    ledger: facts.ledger,
    asOf: Date.parse(`${asOf}T00:00:00Z`) / 86_400_000,
    year: Number(asOf.slice(0, 4)),
    membership: membershipOf(policy, facts),
  };
}

function observe(plan: BenefitPlan, applicant: Applicant, seen: Seen): void {
  const bare: Environment = { applicant, items: new Map() };
  const { over } = plan;
  const environments =
    over === undefined ? [bare] : (itemsOf(applicant, over) ?? []).map((i) => bindItem(bare, over, i));
  for (const env of environments) {
    if (isOutside(plan, applicant)) continue;
    let holds = true;
    for (const { step, veto } of conjunctsOf(plan.when) ?? []) {
      const truth = evaluateTruth(step, env).holds;
      if (truth !== null) mark(seen.truths, step, truth);
      if (truth !== !veto) holds = false;
    }
    if (!holds) continue;
    seen.reached.add(plan);
    for (const step of stepsOf(plan.amount) ?? []) observeStep(step, env, seen);
  }
}

/** Of none of the kinds the benefit is for, by analogy or not: its conditions say nothing about such an applicant. */
function isOutside({ parties, analogies }: BenefitPlan, { membership }: Applicant): boolean {
  const kinds = [...parties, ...analogies.flatMap((analogy) => analogy.parties)];
  return kinds.length > 0 && kinds.every((party) => membership.of(party).holds === false);
}

function observeStep(step: ExprOf<'step'>, bare: Environment, seen: Seen): void {
  const prior = step.of && evaluateNumber(step.of, bare);
  const env = prior === undefined ? bare : { ...bare, prior };
  if (prior !== undefined && (step.role === 'cap' || step.role === 'floor')) {
    const after = evaluateNumber(step.x, env);
    const moved = (a: typeof prior.lo, b: typeof prior.lo) => a?.n !== b?.n || a?.d !== b?.d;
    // While a fact is missing, only what happens for every value of it counts.
    const known = !prior.causes.some(isMissing);
    if (moved(prior.lo, after.lo) || (known && moved(prior.hi, after.hi))) seen.binding.add(step);
  }
  takeBranches(step.x, env, seen);
}

/** Marks the branches that are taken; none while their condition is unknown. */
function takeBranches(e: Expr, env: Environment, seen: Seen): void {
  if (e.k === 'if') {
    const { holds } = evaluateTruth(e.c, env);
    if (holds === null) return;
    mark(seen.branches, e, holds);
    takeBranches(holds ? e.t : e.e, env, seen);
    return;
  }
  if (e.k === 'fold') {
    const { list, where, body } = e;
    for (const item of itemsOf(env.applicant, list) ?? []) {
      const inner = bindItem(env, list, item);
      if (evaluateTruth(where, inner).holds !== false) takeBranches(body, inner, seen);
    }
    return;
  }
  if (e.k === 'nth') return;
  for (const child of childrenOf(e)) takeBranches(child, env, seen);
}

function pointsOf(plan: BenefitPlan, seen: Seen): CoveragePoint[] {
  const { measure, label: benefit } = plan;
  const origin = (step: ExprOf<'step'>): Origin => ({ file: step.file, span: step.span });
  const points: CoveragePoint[] = [
    { what: 'benefit', measure, benefit, origin: plan.origin, reached: seen.reached.has(plan) },
  ];
  for (const { step, veto } of conjunctsOf(plan.when) ?? []) {
    for (const truth of [true, false]) {
      points.push({
        what: veto ? 'veto' : 'condition',
        measure,
        benefit,
        never: truth ? 'true' : 'false',
        origin: origin(step),
        reached: seen.truths.get(step)?.has(truth) === true,
      });
    }
  }
  for (const step of stepsOf(plan.amount) ?? []) {
    if (step.role === 'cap' || step.role === 'floor') {
      points.push({ what: step.role, measure, benefit, origin: origin(step), reached: seen.binding.has(step) });
    }
    const leaves = leavesOf(step.x);
    leaves.forEach(({ at: node, side }, index) => {
      const branch = { number: index + 1, of: leaves.length };
      const reached = seen.branches.get(node)?.has(side) === true;
      points.push({ what: 'branch', measure, benefit, branch, origin: origin(step), reached });
    });
  }
  return points;
}

/** The ends of all branches below a node, in the order of the source: the `if` they belong to, and its side. */
function leavesOf(e: Expr): { readonly at: Expr; readonly side: boolean }[] {
  if (e.k !== 'if') return childrenOf(e).flatMap(leavesOf);
  return [true, false].flatMap((side) => {
    const branch = side ? e.t : e.e;
    return branch.k === 'if' ? leavesOf(branch) : [{ at: e, side }, ...leavesOf(branch)];
  });
}

function mark<K>(marks: Map<K, Set<boolean>>, key: K, value: boolean): void {
  const before = marks.get(key);
  if (before === undefined) marks.set(key, new Set([value]));
  else before.add(value);
}

/** A condition in a measure's header belongs to all of its benefits and is told once. */
function withoutRepeats(gaps: readonly Uncovered[]): Uncovered[] {
  const told = new Set<string>();
  return gaps.filter(({ what, never, branch, origin }) => {
    const key = JSON.stringify([what, never, branch, origin]);
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}
