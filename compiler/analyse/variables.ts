import type { Domains } from './domains.ts';
import { domainOf } from './domains.ts';
import type { Formula } from './formula.ts';

/**
 * The variables that a formula is about, those that come with them included: what derived facts are made of, the kinds of
 * party that follow, the year with the day.
 */
export function variablesOf(formula: Formula, domains: Domains): ReadonlySet<string> {
  const found = new Set<string>();
  const todo: string[] = [...writtenIn(formula)];
  for (let variable = todo.pop(); variable !== undefined; variable = todo.pop()) {
    if (found.has(variable)) continue;
    found.add(variable);
    if (variable === '@year') todo.push('@as-of');
    if (variable === '@as-of') todo.push('@year');
    if (variable.endsWith('@peak')) todo.push(variable.slice(0, -'@peak'.length));
    const domain = domainOf(variable, domains);
    if (domain?.type === 'number') {
      if (domain.defined) todo.push(...writtenIn(domain.defined()));
      // What is asked about the place of an item in one list belongs together.
      if (domain.ordinal !== undefined) {
        const { list, same } = domain.ordinal.node;
        todo.push(`=ordinal ${list}`, ...(same === undefined ? [] : [same]));
      }
      // What these are made of is only looked at in the end: all such belong together.
      if (domain.opaque && domain.opaque.why !== 'months') todo.push('=opaque');
      if (domain.opaque?.why === 'product') for (const form of domain.opaque.factors) todo.push(...form.terms.keys());
    }
    if (domain?.type === 'bool') {
      for (const implied of domain.whenTrue ?? []) todo.push(implied.variable);
      for (const implied of domain.whenFalse ?? []) todo.push(implied.variable);
    }
  }
  return found;
}

const known = new WeakMap<Formula, ReadonlySet<string>>();

function writtenIn(formula: Formula): ReadonlySet<string> {
  let found = known.get(formula);
  if (found === undefined) {
    found = written(formula);
    known.set(formula, found);
  }
  return found;
}

function written(formula: Formula): ReadonlySet<string> {
  switch (formula.f) {
    case 'and':
    case 'or': {
      const all = new Set<string>();
      for (const a of formula.args) for (const v of writtenIn(a)) all.add(v);
      return all;
    }
    case 'some':
      return writtenIn(formula.of);
    case 'is':
    case 'in':
      return new Set([formula.variable]);
    case 'linear':
      return new Set(formula.constraint.terms.keys());
    case 'true':
    case 'false':
    case 'open':
      return new Set();
    default:
      return formula satisfies never;
  }
}
