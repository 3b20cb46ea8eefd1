import type { Facts, FactValue, Item, Yearly } from '../../../stdlib/runtime/types.ts';
import type { BenefitPlan, Expr, FactDeclaration, FactTime, PolicyIr } from '../../ir/ir.ts';
import { add, compare, divide, multiply, negate, type Rational, rational, subtract, zero } from '../../ir/rational.ts';
import { childrenOf } from '../../ir/walk.ts';

/** A fact of one applicant (or of one of its items) that could be different, and the values at which something changes. */
export interface Variable {
  readonly fact: FactDeclaration;
  /** The list and the item, from 1, of an item's fact. */
  readonly list?: string;
  readonly item?: number;
  /** As given, in the scale of checked facts. */
  readonly now: FactValue;
  /** Other values worth trying, in no order, without repetition. */
  readonly values: readonly FactValue[];
  /** The benefits that read it, as `policy/measure/benefit`. */
  readonly benefits: ReadonlySet<string>;
}

export function benefitKey(policy: string, measure: string, benefit: string | null): string {
  return JSON.stringify([policy, measure, benefit]);
}

/**
 * Every known fact that a benefit reads, with the values at which a condition turns or a cap, floor or choice begins to
 * bind while all else stays as it is: found exactly, by following each amount as a function of that one fact. A yes-or-no
 * fact has the other answer, an enum its other members. Facts of other years are history and stay.
 */
export function variablesOf(policies: readonly PolicyIr[], facts: Facts, year: number): Variable[] {
  const found = new Map<string, { variable: Omit<Variable, 'values' | 'benefits'>; values: Set<FactValue> }>();
  const readers = new Map<string, Set<string>>();
  for (const policy of policies) {
    const declared = new Map(policy.facts.map((fact) => [fact.id, fact] as const));
    for (const benefit of policy.plans) {
      if (benefit.k !== 'benefit') continue;
      const name = benefitKey(policy.name, benefit.measure, benefit.label);
      for (const { items, number } of placesOf(policy, benefit, facts)) {
        const place: Place = { declared, facts, year, items };
        for (const fact of factsRead(benefit, declared)) {
          const now = knownValue(place, fact.id, 'now');
          if (now === undefined) continue;
          const key = JSON.stringify([fact.id, fact.list === undefined ? 0 : number]);
          const entry = found.get(key) ?? {
            variable: {
              fact,
              now,
              ...(fact.list !== undefined && number !== undefined && listOf(policy, fact, number)),
            },
            values: new Set<FactValue>(),
          };
          found.set(key, entry);
          for (const value of valuesToTry(policy, benefit, fact, now, place)) entry.values.add(value);
          readers.set(key, (readers.get(key) ?? new Set()).add(name));
        }
      }
    }
  }
  return [...found].map(([key, { variable, values }]) => ({
    ...variable,
    values: [...values].filter((value) => value !== variable.now),
    benefits: readers.get(key) ?? new Set(),
  }));
}

/** Where a benefit is evaluated: once, or once for every item it is given for. */
interface Place {
  readonly declared: ReadonlyMap<string, FactDeclaration>;
  readonly facts: Facts;
  readonly year: number;
  readonly items: ReadonlyMap<string, Item>;
}

function* placesOf(policy: PolicyIr, { over }: BenefitPlan, facts: Facts) {
  if (over === undefined) {
    yield { items: new Map<string, Item>(), number: undefined };
    return;
  }
  const name = policy.lists.find((list) => list.id === over)?.name;
  const items = name === undefined ? undefined : facts[name];
  if (!Array.isArray(items)) return;
  for (const [index, item] of (items as readonly Item[]).entries()) {
    yield { items: new Map([[over, item]]), number: index + 1 };
  }
}

function listOf(policy: PolicyIr, fact: FactDeclaration, item: number): { list: string; item: number } {
  return { list: policy.lists.find((list) => list.id === fact.list)?.name ?? '', item };
}

/** The facts of now that conditions and amount read outside of folds, each once. */
function factsRead(benefit: BenefitPlan, declared: ReadonlyMap<string, FactDeclaration>): readonly FactDeclaration[] {
  const read = new Set<string>();
  const visit = (e: Expr): void => {
    if (e.k === 'fact') {
      if (e.at === 'now') read.add(e.ref);
    } else for (const child of ownChildrenOf(e)) visit(child);
  };
  visit(benefit.when);
  visit(benefit.amount);
  return [...read].map((ref) => declared.get(ref)).filter((fact) => fact !== undefined);
}

/**
 * The operands of a node that speak of the applicant. Within a fold a fact is that of each item in turn: no single value of
 * it is the applicant's to change.
 */
function ownChildrenOf(e: Expr): readonly Expr[] {
  return e.k === 'fold' || e.k === 'nth' ? [] : childrenOf(e);
}

function knownValue(place: Place, ref: string, at: FactTime): FactValue | undefined {
  const fact = place.declared.get(ref);
  if (fact === undefined) return undefined;
  const holder = fact.list === undefined ? place.facts : place.items.get(fact.list);
  const given = holder?.[fact.name];
  if (given === undefined) return undefined;
  if (typeof given !== 'object') return at === 'now' ? given : undefined;
  if (at === 'now') return (given as Yearly)[String(place.year)];
  return typeof at === 'object' && 'back' in at ? (given as Yearly)[String(place.year - at.back)] : undefined;
}

function valuesToTry(
  policy: PolicyIr,
  benefit: BenefitPlan,
  fact: FactDeclaration,
  now: FactValue,
  place: Place,
): readonly FactValue[] {
  if (typeof now === 'boolean') return [!now];
  const { valueType } = fact;
  if (valueType.type === 'enum') return policy.enums.find(({ name }) => name === valueType.name)?.members ?? [];
  if (typeof now === 'string') return [];
  const scale = scaleOf(fact);
  const kinks = new Kinks(place, fact.id);
  kinks.ofCondition(benefit.when);
  kinks.ofAmount(benefit.amount, undefined);
  const around = kinks.found.flatMap((kink) => {
    const { n, d } = multiply(kink, rational(scale));
    const below = n >= 0n || n % d === 0n ? n / d : n / d - 1n;
    return [below - 1n, below, below + 1n, below + 2n];
  });
  // One person or thing more or fewer shows what each is worth.
  const next = valueType.type === 'count' ? [BigInt(now) - 1n, BigInt(now) + 1n] : [];
  return [...around, ...next]
    .filter((value) => (fact.signed || value >= 0n) && value <= BigInt(Number.MAX_SAFE_INTEGER))
    .map(Number);
}

function scaleOf({ valueType }: FactDeclaration): number {
  return valueType.type === 'rate' ? 1_000_000_000 : valueType.type === 'quantity' ? 1_000_000 : 1;
}

/** `slope · x + constant`, where `x` is the fact that is looked at. */
interface Line {
  readonly slope: Rational;
  readonly constant: Rational;
}

/**
 * Collects the values of one fact at which two lines cross that a comparison, a minimum or a maximum sets against each
 * other. Lines are those at the present value; what is no line (an unknown fact, a product of two of it) has no crossing.
 */
class Kinks {
  readonly found: Rational[] = [];
  readonly #place: Place;
  readonly #ref: string;

  constructor(place: Place, ref: string) {
    this.#place = place;
    this.#ref = ref;
  }

  ofCondition(e: Expr): void {
    if (e.k === 'cmp') this.#cross(this.ofAmount(e.a, undefined), this.ofAmount(e.b, undefined));
    else for (const child of ownChildrenOf(e)) this.ofCondition(child);
  }

  ofAmount(e: Expr, prior: Line | undefined): Line | undefined {
    switch (e.k) {
      case 'const':
        return typeof e.value === 'boolean' ? undefined : { slope: zero, constant: e.value };
      case 'fact': {
        if (e.ref === this.#ref && e.at === 'now') return { slope: rational(1), constant: zero };
        const value = knownValue(this.#place, e.ref, e.at);
        const fact = this.#place.declared.get(e.ref);
        if (typeof value !== 'number' || fact === undefined) return undefined;
        return { slope: zero, constant: rational(value, scaleOf(fact)) };
      }
      case 'prior':
        return prior;
      case 'add': {
        const lines = e.args.map((arg) => this.ofAmount(arg, prior));
        return lines.reduce<Line | undefined>(
          (sum, line) =>
            sum && line && { slope: add(sum.slope, line.slope), constant: add(sum.constant, line.constant) },
          { slope: zero, constant: zero },
        );
      }
      case 'mul': {
        const a = this.ofAmount(e.a, prior);
        const b = this.ofAmount(e.b, prior);
        if (a === undefined || b === undefined) return undefined;
        if (compare(a.slope, zero) !== 0 && compare(b.slope, zero) !== 0) return undefined;
        return {
          slope: add(multiply(a.slope, b.constant), multiply(b.slope, a.constant)),
          constant: multiply(a.constant, b.constant),
        };
      }
      case 'min':
      case 'max': {
        const lines = e.args.map((arg) => this.ofAmount(arg, prior));
        lines.forEach((a, i) => {
          for (const b of lines.slice(i + 1)) this.#cross(a, b);
        });
        const known = lines.filter((line) => line !== undefined);
        if (known.length < lines.length) return undefined;
        const sign = e.k === 'min' ? 1 : -1;
        return known.reduce((a, b) => (sign * compare(this.#atPresent(a), this.#atPresent(b)) <= 0 ? a : b));
      }
      case 'if': {
        this.ofCondition(e.c);
        const [then, otherwise] = [this.ofAmount(e.t, prior), this.ofAmount(e.e, prior)];
        const holds = this.#holds(e.c);
        return holds === undefined ? undefined : holds ? then : otherwise;
      }
      case 'round':
        return this.ofAmount(e.x, prior);
      case 'decide':
        // What is decided is bounded by its upper end.
        return e.hi === null ? undefined : this.ofAmount(e.hi, prior);
      case 'step':
        return this.ofAmount(e.x, e.of === undefined ? undefined : this.ofAmount(e.of, prior));
      case 'months':
      case 'fold':
      case 'nth':
      case 'cmp':
      case 'member':
      case 'and':
      case 'or':
      case 'not':
        return undefined;
      default:
        return e satisfies never;
    }
  }

  #cross(a: Line | undefined, b: Line | undefined): void {
    if (a === undefined || b === undefined) return;
    const slope = subtract(a.slope, b.slope);
    if (compare(slope, zero) === 0) return;
    this.found.push(negate(divide(subtract(a.constant, b.constant), slope)));
  }

  #atPresent(line: Line): Rational {
    const fact = this.#place.declared.get(this.#ref);
    const now = knownValue(this.#place, this.#ref, 'now');
    if (fact === undefined || typeof now !== 'number') return line.constant;
    return add(multiply(line.slope, rational(now, scaleOf(fact))), line.constant);
  }

  #holds(e: Expr): boolean | undefined {
    switch (e.k) {
      case 'const':
        return typeof e.value === 'boolean' ? e.value : undefined;
      case 'fact': {
        const value = knownValue(this.#place, e.ref, e.at);
        return typeof value === 'boolean' ? value : undefined;
      }
      case 'member': {
        const value = e.x.k === 'fact' ? knownValue(this.#place, e.x.ref, e.x.at) : undefined;
        return typeof value === 'string' ? e.set.includes(value) : undefined;
      }
      case 'cmp': {
        const [a, b] = [this.ofAmount(e.a, undefined), this.ofAmount(e.b, undefined)];
        if (a === undefined || b === undefined) return undefined;
        const order = compare(this.#atPresent(a), this.#atPresent(b));
        return e.op === '<' ? order < 0 : e.op === '<=' ? order <= 0 : order === 0;
      }
      case 'not': {
        const holds = this.#holds(e.x);
        return holds === undefined ? undefined : !holds;
      }
      case 'and':
      case 'or': {
        const all = e.args.map((arg) => this.#holds(arg));
        const decisive = e.k === 'or';
        if (all.includes(decisive)) return decisive;
        return all.includes(undefined) ? undefined : !decisive;
      }
      case 'step':
        return this.#holds(e.x);
      default:
        return undefined;
    }
  }
}
