import { type BenefitPlan, type Expr, type FactDeclaration, factId, type PolicyIr } from '../../ir/ir.ts';
import { childrenOf } from '../../ir/walk.ts';
import type { Replay } from '../overlap.ts';
import type { Witness } from '../witness.ts';
import { replayTotal, unitsOf } from './amounts.ts';
import type { MatterComparison } from './model.ts';

/** What both versions pay at most over the values of one fact, the rest of an applicant being as the witness is. */
export interface Curve {
  readonly fact: FactDeclaration;
  readonly witness: Witness;
  /** Values of the fact as facts are given (fen, millionths, …), and fen; null: no upper end. */
  readonly points: readonly { readonly x: number; readonly old: number | null; readonly new: number | null }[];
}

const steps = 96;
/** Where nothing levels off, up to here: a hundred people, ten million yuan, a hundred units. */
const usual: Partial<Readonly<Record<FactDeclaration['valueType']['type'], number>>> = {
  count: 100,
  money: 1_000_000_000,
  quantity: 100_000_000,
};

/** The curve over the first figure that the amounts depend on; undefined where they depend on none. */
export function curveOf(matter: MatterComparison, replay: Replay): Curve | undefined {
  const shown = matter.gain ?? matter.loss;
  if (shown === undefined) return undefined;
  const policies = [...new Set([...matter.old, ...matter.new].map((side) => side.policy))];
  const fact = figureOf(
    [...matter.old, ...matter.new].map((side) => side.benefit),
    policies,
    shown.witness,
  );
  if (fact === undefined) return undefined;
  const on = matter.by === 'matter' ? matter.matter : undefined;
  const units = { old: unitsOf(matter.old), new: unitsOf(matter.new) };
  const at = (x: number) => {
    const witness = withFact(shown.witness, fact, policies, x);
    const [old, now] = [units.old, units.new].map((of) => replayTotal(of, on, witness, replay).max);
    return { x, old: old ?? null, new: now ?? null };
  };
  const end = endOf(fact, at);
  const whole = fact.valueType.type === 'count' ? Math.max(1, Math.ceil(end / steps)) : end / steps;
  const points = Array.from({ length: Math.floor(end / whole) + 1 }, (_, i) => at(Math.round(i * whole)));
  return points.every((p) => p.old === points[0]?.old && p.new === points[0]?.new)
    ? undefined
    : { fact, witness: shown.witness, points };
}

/** A little beyond the value from which on both versions pay the same for any. */
function endOf(fact: FactDeclaration, at: (x: number) => { old: number | null; new: number | null }): number {
  const one = usual[fact.valueType.type] ?? 100;
  const same = (x: number, far: number) => {
    const [a, b] = [at(x), at(far)];
    return a.old === b.old && a.new === b.new;
  };
  const far = one * 100_000;
  if (!same(far / 2, far)) return one;
  let [low, high] = [0, far];
  for (let i = 0; i < 60 && high - low > 1; i++) {
    const middle = Math.floor((low + high) / 2);
    if (same(middle, far)) high = middle;
    else low = middle;
  }
  return Math.max(1, Math.ceil(high * 1.25));
}

function figureOf(
  benefits: readonly BenefitPlan[],
  policies: readonly PolicyIr[],
  witness: Witness,
): FactDeclaration | undefined {
  const declared = new Map(policies.flatMap((p) => p.facts).map((f) => [f.id, f] as const));
  const find = (e: Expr): FactDeclaration | undefined => {
    const fact = e.k === 'fact' && e.at === 'now' ? declared.get(e.ref) : undefined;
    // Of an item, only where the witness has one.
    const isGiven = fact?.list === undefined || itemsOf(witness, fact.list, policies).length > 0;
    if (fact !== undefined && usual[fact.valueType.type] !== undefined && isGiven) return fact;
    for (const child of childrenOf(e)) {
      const found = find(child);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const { amount } of benefits) {
    const found = find(amount);
    if (found !== undefined) return found;
  }
  return undefined;
}

function itemsOf({ facts }: Witness, list: string, policies: readonly PolicyIr[]): readonly object[] {
  const name = policies.flatMap((p) => p.lists).find((l) => factId(l.name) === list || l.id === list)?.name;
  const items = name === undefined ? undefined : facts[name];
  return Array.isArray(items) ? items : [];
}

function withFact(witness: Witness, fact: FactDeclaration, policies: readonly PolicyIr[], value: number): Witness {
  if (fact.list === undefined) return { ...witness, facts: { ...witness.facts, [fact.name]: value } };
  const name = policies.flatMap((p) => p.lists).find((l) => l.id === fact.list)?.name ?? '';
  const [first, ...others] = itemsOf(witness, fact.list, policies);
  return {
    ...witness,
    facts: { ...witness.facts, [name]: [{ ...first, [fact.name]: value }, ...others] } as Witness['facts'],
  };
}
