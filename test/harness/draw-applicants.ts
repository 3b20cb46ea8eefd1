import { emitOwnPart } from '../../compiler/emit/typescript/emit.ts';
import type { BenefitPlan, Expr, PolicyIr } from '../../compiler/ir/ir.ts';
import { childrenOf, someNode } from '../../compiler/ir/walk.ts';
import { loadBeside, type PolicyModule } from '../../compiler/run/load-module.ts';
import type { Award, EvaluateOptions, Facts, FactValue, Item, Yearly } from '../../stdlib/runtime/types.ts';
import type { Random } from './random.ts';
import { runtimeSource } from './runtime-source.ts';

/**
 * Applicants at random for a generated policy, from its declarations alone, and what its emitted module pays them: nothing of
 * the analyser is in it.
 */

/** The emitted module of a policy, beside the one runtime of this process. */
export function moduleOf(policy: PolicyIr): PolicyModule {
  return loadBeside(runtimeSource().javascript, emitOwnPart(policy, '0'));
}

type Fact = PolicyIr['facts'][number];

/** A kind of party by which it is known of every kind whether the applicant is of it. */
const parties = ['高校', '小企业', '小企业', '个人'];

/** What is drawn for one policy: only what its benefit reads. */
export interface Drawing {
  readonly policy: PolicyIr;
  readonly benefit: BenefitPlan;
  readonly facts: readonly Fact[];
  readonly items: readonly Fact[];
  /** Read at other times than now. */
  readonly yearly: ReadonlySet<string>;
  readonly readsLedger: boolean;
  readonly hasProcedures: boolean;
  readonly list: string | undefined;
}

export function drawingOf(policy: PolicyIr, benefit: BenefitPlan): Drawing {
  const read = new Set<string>();
  const yearly = new Set<string>();
  let readsLedger = false;
  let hasProcedures = false;
  const visit = (e: Expr): void => {
    if (e.k === 'fact') {
      read.add(e.ref);
      if (e.at === 'awarded') readsLedger = true;
      else if (e.at !== 'now') yearly.add(e.ref);
      if (e.ref.startsWith('@passed:')) hasProcedures = true;
    }
    if (e.k === 'nth' && e.same !== undefined) read.add(e.same);
    childrenOf(e).forEach(visit);
  };
  visit(benefit.when);
  visit(benefit.amount);
  const hasList = benefit.over !== undefined || someNode(benefit.amount, isFold) || someNode(benefit.when, isFold);
  const used = policy.facts.filter((fact) => read.has(fact.id));
  return {
    policy,
    benefit,
    facts: used.filter((fact) => fact.list === undefined),
    items: used.filter((fact) => fact.list !== undefined),
    yearly,
    readsLedger,
    hasProcedures,
    list: hasList ? policy.lists[0]?.name : undefined,
  };
}

function isFold(e: Expr): boolean {
  return e.k === 'fold' || e.k === 'nth';
}

/** An applicant who leaves nothing open but what others decide. */
export function applicantFor(
  drawing: Drawing,
  random: Random,
): { readonly facts: Facts; readonly options: EvaluateOptions } {
  const { benefit } = drawing;
  const year = random.pick([2025, 2026, 2026, 2027]);
  const month = String(random.whole(1, 12)).padStart(2, '0');
  const asOf = `${year}-${month}-${String(random.whole(1, 28)).padStart(2, '0')}`;
  const given: Record<string, FactValue | Yearly | readonly Item[] | readonly string[]> = {
    party: [random.pick(parties)],
  };
  for (const fact of drawing.facts) given[fact.name] = valueFor(fact, drawing, year, random);
  if (drawing.list !== undefined) {
    given[drawing.list] = Array.from({ length: random.whole(0, 4) }, () =>
      Object.fromEntries(drawing.items.map((fact) => [fact.name, valueFor(fact, drawing, year, random)] as const)),
    );
  }
  return {
    facts: given,
    options: {
      asOf,
      ...(drawing.readsLedger && {
        ledger: random.chance(0.5) ? [] : [{ measure: '甲', benefit: '旧', amount: sizeOf(random) }],
      }),
      // Whether procedures are passed; it also says whether who is selected is.
      ...(drawing.hasProcedures && { decisions: { [benefit.measure]: random.chance(0.7) } }),
    },
  };
}

function valueFor(fact: Fact, { policy, yearly }: Drawing, year: number, random: Random): FactValue | Yearly {
  const one = () => oneValue(fact, policy, random);
  if (!yearly.has(fact.id)) return one();
  return { [year]: one(), [year - 1]: one(), [year - 2]: one(), earlier: one() };
}

function oneValue({ valueType, signed }: Fact, policy: PolicyIr, random: Random): FactValue {
  switch (valueType.type) {
    case 'bool':
      return random.chance(0.6);
    case 'enum':
      return random.pick(policy.enums.find((e) => e.name === valueType.name)?.members ?? []);
    case 'key':
      return random.pick(['A', 'A', 'B', 'C']);
    case 'date':
      return random.whole(20_000, 21_300);
    case 'rate':
      return random.whole(0, 110) * 10_000_000;
    case 'duration':
      return random.whole(0, 48);
    default:
      return signed && random.chance(0.5) ? -sizeOf(random) : sizeOf(random);
  }
}

function sizeOf(random: Random): number {
  return random.whole(0, random.pick([3, 6, 6, 40, 4000, 4_000_000]));
}

/** What an award comes to; undefined where it is nothing, or where something else than a decision is open. */
export function amountOf(award: Award): { readonly min: number; readonly max: number } | undefined {
  if (award.outcome === 'denied' || (award.needs ?? []).length > 0) return undefined;
  return { min: award.min, max: award.max ?? Number.POSITIVE_INFINITY };
}
