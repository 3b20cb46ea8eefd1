import { type BenefitPlan, type Expr, readingFact } from '../ir/ir.ts';
import { childrenOf } from '../ir/walk.ts';
import type { Side } from './compete.ts';

/** What is taken for so in one way of reading a text: facts of readings, by their name. */
export type Read = ReadonlyMap<string, boolean>;

/** More ways of reading two texts together are not gone through. */
const mostWays = 16;

/** All ways in which what several benefits read can be read; undefined where there are too many, or none to choose. */
export function everyReading(sides: readonly Side[]): readonly Read[] | undefined {
  let ways: readonly Read[] = [new Map()];
  const seen = new Set<string>();
  for (const { policy, benefit } of sides) {
    const spoken = readingsIn(benefit);
    for (const { name, options } of policy.readings ?? []) {
      const facts = options.map((option) => readingFact(name, option));
      if (seen.has(facts.join('\n')) || !facts.some((fact) => spoken.has(fact))) continue;
      seen.add(facts.join('\n'));
      ways = ways.flatMap((way) => facts.map((chosen) => new Map([...way, ...only(chosen, facts)])));
      if (ways.length > mostWays) return undefined;
    }
  }
  return ways.length > 1 ? ways : undefined;
}

function only(chosen: string, facts: readonly string[]): readonly (readonly [string, boolean])[] {
  return facts.map((fact) => [fact, fact === chosen]);
}

function readingsIn({ when, amount }: BenefitPlan): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (e: Expr): void => {
    if (e.k === 'fact' && e.ref.startsWith('@reading:')) found.add(e.ref);
    childrenOf(e).forEach(visit);
  };
  visit(when);
  visit(amount);
  return found;
}

/** A side as it is in one way of reading: what is open in the text is settled. */
export function readAs({ policy, benefit }: Side, way: Read): Side {
  return { policy, benefit: { ...benefit, when: settled(benefit.when, way), amount: settled(benefit.amount, way) } };
}

function settled(e: Expr, way: Read): Expr {
  const of = (x: Expr): Expr => settled(x, way);
  switch (e.k) {
    case 'fact': {
      const value = way.get(e.ref);
      return value === undefined ? e : { k: 'const', value, valueType: { type: 'bool' } };
    }
    case 'add':
    case 'min':
    case 'max':
    case 'and':
    case 'or':
      return { ...e, args: e.args.map(of) };
    case 'mul':
      return { ...e, a: of(e.a), b: of(e.b) };
    case 'cmp':
      return { ...e, a: of(e.a), b: of(e.b) };
    case 'if':
      return { ...e, c: of(e.c), t: of(e.t), e: of(e.e) };
    case 'round':
    case 'months':
    case 'not':
    case 'member':
      return { ...e, x: of(e.x) };
    case 'fold':
      return { ...e, where: of(e.where), body: of(e.body) };
    case 'nth':
      return { ...e, where: of(e.where) };
    case 'decide':
      return { ...e, lo: of(e.lo), hi: e.hi && of(e.hi) };
    case 'step':
      return { ...e, x: of(e.x), ...(e.of && { of: of(e.of) }) };
    case 'const':
    case 'prior':
      return e;
    default:
      return e satisfies never;
  }
}
