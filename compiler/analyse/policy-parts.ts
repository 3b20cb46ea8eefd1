import type { Plan, PolicyIr } from '../ir/ir.ts';

/**
 * The parts of a policy that a question about some of its plans turns on: neither the other plans, nor its examples, nor
 * what its sources hash to. An edit elsewhere leaves all of them the same objects (compiler/ir/keep-parts.ts).
 */
export function partsOf(policy: PolicyIr, counts: (plan: Plan) => boolean): readonly unknown[] {
  const { hash: _, examples: __, plans, ...rest } = policy;
  return [...Object.entries(rest).flat(), ...plans.filter(counts)];
}

export function sameParts(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i]);
}
