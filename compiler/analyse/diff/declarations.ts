import type { BenefitPlan, Expr, LimitPlan, PolicyIr } from '../../ir/ir.ts';
import { someNode } from '../../ir/walk.ts';

/** Whether a benefit means in both versions what it says: only then are equal expressions the same rule. */
export type Comparable = (benefit: BenefitPlan, limits: readonly LimitPlan[]) => boolean;

/**
 * Of benefits that read a fact which the two versions declare otherwise (another type, another set of members), nothing
 * follows from their being written alike; where kinds of party stand otherwise to each other, of none at all.
 */
export function comparableIn(older: PolicyIr, newer: PolicyIr): Comparable {
  if (!sameParties(older, newer)) return () => false;
  const changed = changedFacts(older, newer);
  if (changed.size === 0) return () => true;
  const readsChanged = (e: Expr): boolean =>
    someNode(
      e,
      (node) =>
        (node.k === 'fact' && changed.has(node.ref)) ||
        (node.k === 'fold' && changed.has(node.list)) ||
        (node.k === 'nth' && (changed.has(node.list) || (node.same !== undefined && changed.has(node.same)))),
    );
  return ({ when, amount, less, matter, over }, limits) =>
    !(
      [when, amount, ...(less ?? []), ...limits.map((limit) => limit.amount)].some(readsChanged) ||
      (matter !== undefined && 'fact' in matter && changed.has(matter.fact)) ||
      (over !== undefined && changed.has(over))
    );
}

function sameParties(older: PolicyIr, newer: PolicyIr): boolean {
  const parties = new Map(older.parties.map((party) => [party.name, [...party.parents].sort().join()] as const));
  return newer.parties.every(
    ({ name, parents }) => (parties.get(name) ?? [...parents].sort().join()) === [...parents].sort().join(),
  );
}

/** The ids of facts that both versions declare, and not alike. What an enum is called is no matter. */
function changedFacts(older: PolicyIr, newer: PolicyIr): ReadonlySet<string> {
  const before = declaredIn(older);
  return new Set([...declaredIn(newer)].flatMap(([id, now]) => ((before.get(id) ?? now) === now ? [] : [id])));
}

function declaredIn({ facts, enums }: PolicyIr): ReadonlyMap<string, string> {
  const members = new Map(enums.map((e) => [e.name, [...e.members].sort()] as const));
  return new Map(
    facts.map(({ id, valueType, signed }) => {
      const type = valueType.type === 'enum' ? (members.get(valueType.name) ?? []) : valueType;
      return [id, JSON.stringify([type, signed])] as const;
    }),
  );
}
