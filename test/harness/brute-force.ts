import { endlessFrom } from '../../compiler/analyse/amount-ends.ts';
import { hullOfBenefit } from '../../compiler/analyse/condition-hull.ts';
import { type Domains, domainOf, domainsOf } from '../../compiler/analyse/domains.ts';
import { keyOf } from '../../compiler/analyse/expression-key.ts';
import { and, type Formula } from '../../compiler/analyse/formula.ts';
import { makeNumbering, meet } from '../../compiler/analyse/hull.ts';
import { plainest, type Region, regionOf } from '../../compiler/analyse/judge.ts';
import { paidAt } from '../../compiler/analyse/payable.ts';
import { numberAt } from '../../compiler/analyse/point.ts';
import type { Value } from '../../compiler/analyse/values.ts';
import { variablesOf } from '../../compiler/analyse/variables.ts';
import { placeAtHand, witnessFrom } from '../../compiler/analyse/witness.ts';
import type { BenefitPlan, Expr, ExprOf, PolicyIr } from '../../compiler/ir/ir.ts';
import { childrenOf } from '../../compiler/ir/walk.ts';
import { moduleOf } from './draw-applicants.ts';
import { benefitOf } from './oracles.ts';

/** Numbers of the shrunken world: every applicant in it is looked at. */
const top = 3n;
const firstDay = 20_454n;
const texts = ['A', 'B', 'C'];

/** Above so many applicants a pair is left out. */
export const mostApplicants = 30_000;

/** What is asked in the shrunken world: both are paid, and every number is small. */
export function shrunken(policies: readonly PolicyIr[]): {
  readonly formula: Formula;
  readonly regions: readonly Region[];
  readonly domains: Domains;
  readonly variables: readonly (readonly [string, readonly Value[]])[];
  readonly nodes: readonly ExprOf<'nth'>[];
} {
  const domains = domainsOf(policies);
  const regions = policies.map((policy) => regionOf({ policy, benefit: benefitOf(policy) }, domains));
  const both = and(...regions.map((r) => r.payable));
  const spokenOf = [...variablesOf(both, domains)];
  const nodes = new Map(policies.map(benefitOf).flatMap((benefit) => ordinalsIn(benefit)));
  const read = [...spokenOf.filter((v) => !v.includes('*before.')), ...itemsBefore([...nodes.values()], domains)];
  const variables = read.flatMap((v): (readonly [string, readonly Value[]])[] => {
    if (v.endsWith('*before')) return [[v, [0n, 1n]]];
    if (v.startsWith('=') || v === '@year') return [];
    if (v === '@as-of') return [[v, [0n, 1n, 2n, 3n].map((i) => firstDay + i)]];
    const domain = domainOf(v, domains);
    if (domain === undefined || domain.type === 'bool') return [[v, [true, false]]];
    if (domain.type === 'enum') return [[v, domain.members]];
    if (domain.type === 'key') return [[v, texts]];
    const low = domain.low === undefined ? -2n : 0n;
    return [[v, Array.from({ length: Number(top - low) + 1 }, (_, i) => low + BigInt(i))]];
  });
  // The item at hand is the first or the second of its kind.
  const first = spokenOf.flatMap((variable): Formula[] =>
    variable.startsWith('=nth ')
      ? [{ f: 'linear', constraint: { terms: new Map([[variable, 1n]]), constant: -2n } }]
      : [],
  );
  const small = variables.flatMap(([variable, values]): Formula[] => {
    if (variable.includes('*before')) return [];
    const numbers = values.filter((v) => typeof v === 'bigint');
    const [low, high] = [numbers[0], numbers.at(-1)];
    if (low === undefined || high === undefined) {
      return typeof values[0] === 'string' && domainOf(variable, domains)?.type === 'key'
        ? [{ f: 'in', variable, set: new Set(texts), out: false }]
        : [];
    }
    return [
      { f: 'linear', constraint: { terms: new Map([[variable, 1n]]), constant: -high } },
      { f: 'linear', constraint: { terms: new Map([[variable, -1n]]), constant: low } },
    ];
  });
  return { formula: and(both, ...small, ...first), regions, domains, variables, nodes: [...nodes.values()] };
}

/** What is asked about the place of the item at hand, by its text. */
function ordinalsIn(benefit: BenefitPlan): readonly (readonly [string, ExprOf<'nth'>])[] {
  const found: (readonly [string, ExprOf<'nth'>])[] = [];
  const visit = (e: Expr): void => {
    if (e.k === 'nth') found.push([keyOf(e), e]);
    childrenOf(e).forEach(visit);
  };
  visit(benefit.amount);
  return found;
}

/** Of one item before the one at hand for each of the nodes: whether it is there, and all that they read of it. */
function itemsBefore(nodes: readonly ExprOf<'nth'>[], domains: Domains): readonly string[] {
  const fields = new Set<string>();
  const visit = (e: Expr): void => {
    if (e.k === 'fact') fields.add(e.ref);
    childrenOf(e).forEach(visit);
  };
  for (const { where, same } of nodes) {
    visit(where);
    if (same !== undefined) fields.add(same);
  }
  return nodes.flatMap(({ list }, i) => [
    `=${list}#${i + 1}*before`,
    ...[...fields].flatMap((ref) => {
      if (!ref.startsWith(`${list}.`)) return [];
      const variable = `${list}#${i + 1}*before${ref.slice(list.length)}`;
      const domain = domains.get(ref);
      if (domain !== undefined) domains.set(variable, domain);
      return [variable];
    }),
  ]);
}

export interface Enumerated {
  readonly truth: boolean;
  readonly ours: string;
  /** How many applicants were paid by the emitted modules as well, and what these say otherwise. */
  readonly replayed: number;
  readonly otherwise: readonly string[];
}

/**
 * Whether any applicant of the shrunken world is paid both; undefined where there are too many. Of some applicants the emitted
 * modules say whether they are paid, and what.
 */
export function enumerated(policies: readonly PolicyIr[], replays = 0): Enumerated | undefined {
  const { formula, regions, domains, variables, nodes } = shrunken(policies);
  const count = variables.reduce((n, [, values]) => n * values.length, 1);
  if (count > mostApplicants) return undefined;
  const benefits = policies.map(benefitOf);
  const values = new Map<string, Value>();
  const isPossible = (): boolean =>
    variables.every(([variable]) => {
      const domain = domains.get(variable);
      if (domain?.type !== 'bool') return true;
      const implied = (values.get(variable) === true ? domain.whenTrue : domain.whenFalse) ?? [];
      return implied.every((i) => (values.get(i.variable) ?? i.value) === i.value);
    });
  const modules = replays === 0 ? [] : policies.map(moduleOf);
  const every = Math.max(1, Math.floor(count / replays));
  let [visited, replayed] = [0, 0];
  const otherwise: string[] = [];
  const replay = (): void => {
    const witness = witnessFrom(values, policies, ['平台']);
    for (const [i, benefit] of benefits.entries()) {
      const place = benefit.over === undefined ? undefined : placeAtHand(values, benefit.over);
      const { facts, asOf } = witness;
      const award = modules[i]?.evaluate(facts, { asOf }).awards.find((a) => a.item === place);
      // Where something else than an amount is open, as to which kind of party it is, there is nothing to compare.
      if (award?.needs !== undefined && award.needs.length > 0) continue;
      replayed++;
      const paid = award?.outcome === 'denied' || award?.max === 0 ? undefined : award;
      const ours = paidAt(benefit, values, domains);
      const same =
        Number(ours?.low.n ?? 0n) === (paid?.min ?? 0) &&
        (ours === undefined || ours.high.n > endlessFrom ? null : Number(ours.high.n)) === (paid?.max ?? null);
      if (!same) otherwise.push(`${benefit.measure} ${JSON.stringify(witness)}: ${paid?.min} to ${paid?.max}`);
    }
  };
  const any = (at: number): boolean => {
    const next = variables[at];
    if (next === undefined) {
      if (replays > 0 && visited++ % every === 0 && isPossible()) replay();
      if (!isPossible() || nodes.some((node) => numberAt(node, { values, domains }, 'high').n > 2n)) return false;
      return benefits.every((b) => paidAt(b, values, domains) !== undefined);
    }
    return next[1].some((value) => {
      values.set(next[0], value);
      return any(at + 1);
    });
  };
  const numbering = makeNumbering();
  const [one, two] = regions.map((r) => hullOfBenefit(r.side.benefit, domains, numbering));
  const hulls = one !== undefined && two !== undefined && meet(one, two);
  const truth = any(0);
  // A hull that keeps apart whom both pay is as wrong as a wrong answer.
  const ours = truth && !hulls ? 'no' : plainest(formula, regions, domains).answer;
  return { truth, ours, replayed, otherwise };
}
