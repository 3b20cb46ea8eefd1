import { hullOfBenefit } from '../../compiler/analyse/condition-hull.ts';
import { type Domains, domainOf, domainsOf } from '../../compiler/analyse/domains.ts';
import { and, type Formula } from '../../compiler/analyse/formula.ts';
import { meet } from '../../compiler/analyse/hull.ts';
import { plainest, type Region, regionOf } from '../../compiler/analyse/judge.ts';
import { paidAt } from '../../compiler/analyse/payable.ts';
import type { Value } from '../../compiler/analyse/values.ts';
import { variablesOf } from '../../compiler/analyse/variables.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
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
} {
  const domains = domainsOf(policies);
  const regions = policies.map((policy) => regionOf({ policy, benefit: benefitOf(policy) }, domains));
  const both = and(...regions.map((r) => r.payable));
  const variables = [...variablesOf(both, domains)].flatMap((v): (readonly [string, readonly Value[]])[] => {
    if (v.startsWith('=') || v === '@year') return [];
    if (v === '@as-of') return [[v, [0n, 1n, 2n, 3n].map((i) => firstDay + i)]];
    const domain = domainOf(v, domains);
    if (domain === undefined || domain.type === 'bool') return [[v, [true, false]]];
    if (domain.type === 'enum') return [[v, domain.members]];
    if (domain.type === 'key') return [[v, texts]];
    const low = domain.low === undefined ? -2n : 0n;
    return [[v, Array.from({ length: Number(top - low) + 1 }, (_, i) => low + BigInt(i))]];
  });
  const small = variables.flatMap(([variable, values]): Formula[] => {
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
  return { formula: and(both, ...small), regions, domains, variables };
}

/** Whether any applicant of the shrunken world is paid both; undefined where there are too many. */
export function enumerated(
  policies: readonly PolicyIr[],
): { readonly truth: boolean; readonly ours: string } | undefined {
  const { formula, regions, domains, variables } = shrunken(policies);
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
  const any = (at: number): boolean => {
    const next = variables[at];
    if (next === undefined) return isPossible() && benefits.every((b) => paidAt(b, values, domains) !== undefined);
    return next[1].some((value) => {
      values.set(next[0], value);
      return any(at + 1);
    });
  };
  const numbering = { numbers: new Map<string, number>() };
  const [one, two] = regions.map((r) => hullOfBenefit(r.side.benefit, domains, numbering));
  const hulls = one !== undefined && two !== undefined && meet(one, two);
  const truth = any(0);
  // A hull that keeps apart whom both pay is as wrong as a wrong answer.
  return { truth, ours: truth && !hulls ? 'no' : plainest(formula, regions, domains).answer };
}
