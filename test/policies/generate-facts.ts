import type { PolicyIr, ValueType } from '../../compiler/ir/ir.ts';
import type { Facts, FactValue, Item } from '../../stdlib/runtime/types.ts';

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Facts of one invented applicant under a policy: kinds of party stated or not, facts of any kind missing, near the
 * figures of the policy more often than far from them, lists of up to three items, and decisions within and beyond
 * their range. All are checked facts: fen, not yuan.
 */
export function generateFacts(policy: PolicyIr, random: () => number): Facts {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const chance = (p: number) => random() < p;
  const facts: { [name: string]: Facts[string] } = Object.create(null);
  // An account of what is missing takes long, and one missing fact is as good as ten.
  const known = chance(0.95) ? 0.98 : 0.6;
  const stated = chance(0.9) ? pick(policy.parties).name : undefined;
  if (stated !== undefined) facts.party = chance(0.1) ? [stated, pick(policy.parties).name] : [stated];
  for (const fact of policy.facts) {
    if (fact.list !== undefined || !chance(known)) continue;
    // Without a stated party, the facts given say what the applicant is: mostly those of one kind.
    if (stated === undefined && !fact.parties.includes('高校') && chance(0.8)) continue;
    facts[fact.name] = value(fact.valueType);
  }
  for (const list of policy.lists) {
    if (!chance(known)) continue;
    const fields = policy.facts.filter((fact) => fact.list === list.name);
    facts[list.name] = Array.from({ length: Math.floor(random() * 4) }, (): Item => {
      const item: { [name: string]: FactValue } = Object.create(null);
      for (const field of fields) if (chance(known)) item[field.name] = value(field.valueType);
      return item;
    });
  }
  if (chance(0.5)) facts.decisions = decisions();
  return facts as Facts;

  function value(type: ValueType): FactValue {
    switch (type.type) {
      case 'bool':
        return chance(0.6);
      case 'count':
        return pick([0, 1, 2, 19, 20, 21, 25, 50, 51, 83, 84, 1000, Math.floor(random() * 120), 9_000_000_000]);
      case 'money':
        return pick([0, 4, 5, 300_000_000, 299_999_995, Math.floor(random() * 1e9), Math.floor(random() * 2 ** 53)]);
      case 'rate':
        return Math.floor(random() * 1e9);
      case 'enum':
        return pick(policy.enums.find((e) => e.name === type.name)?.members ?? ['']);
      case 'key':
        return pick(['甲', '乙', '丙']);
      case 'date':
        return 20_000 + Math.floor(random() * 2_000);
      case 'duration':
        return Math.floor(random() * 60);
      case 'quantity':
        return Math.floor(random() * 1e9);
      default:
        return type satisfies never;
    }
  }

  function decisions(): Readonly<Record<string, number | boolean>> {
    const given: Record<string, number | boolean> = Object.create(null);
    for (const plan of policy.plans) {
      if (plan.k !== 'benefit' || !chance(0.3)) continue;
      const item = plan.over !== undefined && chance(0.7) ? [String(1 + Math.floor(random() * 3))] : [];
      const key = [plan.measure, ...(plan.label === null ? [] : [plan.label]), ...item].join('/');
      given[key] = chance(0.1) ? chance(0.5) : pick([0, 1, Math.floor(random() * 1e8), 100_000_000, 2_000_000_000]);
    }
    return given;
  }
}
