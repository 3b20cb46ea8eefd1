import { createRequire } from 'node:module';
import { type BenefitPlan, type Expr, type ExprOf, type PolicyIr, partyFact } from '../../compiler/ir/ir.ts';
import type { Rational } from '../../compiler/ir/rational.ts';
import { someNode } from '../../compiler/ir/walk.ts';

/**
 * Whether somebody can be paid both of two benefits, as an SMT-LIB script that z3 decides: a second reading of the IR that
 * shares nothing with the analyser. Lists are given so many items; each may be there or not.
 */
const fewSlots = 4;

export type Verdict = 'sat' | 'unsat' | 'unknown';

interface Z3Module {
  ccall(name: string, result: string | null, types: readonly string[], args: readonly unknown[]): unknown;
}

/** Asks by the synchronous call alone, in a fresh context each time: the asynchronous one gives wrong answers. */
export async function makeZ3(): Promise<(script: string) => Verdict> {
  const require = createRequire(import.meta.url);
  const { init } = require('z3-solver') as { init: () => Promise<{ em: Z3Module }> };
  const { em } = await init();
  const number = (name: string, ...args: readonly number[]): number =>
    Number(
      em.ccall(
        name,
        'number',
        args.map(() => 'number'),
        args,
      ),
    );
  return (script) => {
    const config = number('Z3_mk_config');
    const context = number('Z3_mk_context', config);
    number('Z3_del_config', config);
    const answer = String(em.ccall('Z3_eval_smtlib2_string', 'string', ['number', 'string'], [context, script])).trim();
    number('Z3_del_context', context);
    if (answer === 'sat' || answer === 'unsat' || answer === 'unknown') return answer;
    throw new Error(`z3 says ${answer}\n${script}`);
  };
}

/**
 * The question whether both are payable to one applicant, each in its own policy. A base of growth that is not above 0 is
 * unknown, which two truths cannot say: `wide` allows it everywhere, otherwise it is ruled out even where nothing turns on it.
 * So "unsat" of the one and "sat" of the other are sure.
 */
export function bothPayable(sides: readonly (readonly [PolicyIr, BenefitPlan])[], wide: boolean): string {
  const writer = makeWriter(
    sides.map(([policy]) => policy),
    wide,
  );
  const asserted = sides.map(([, benefit]) => writer.payable(benefit));
  return [
    '(set-option :timeout 3000)',
    ...writer.declarations(),
    ...asserted.map((a) => `(assert ${a})`),
    '(check-sat)',
  ].join('\n');
}

const years = [2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030];
const dayOf = (year: number, month: number, day: number) => Date.UTC(year, month, day) / 86_400_000;

interface Piece {
  readonly first: number;
  readonly last: number;
  readonly moved: { readonly by: number; readonly to?: never } | { readonly by?: never; readonly to: number };
}

/** Days of the years 2016 to 2033, enough for all that is generated: by how much each is moved by so many months, or where to. */
function monthsTable(n: number): readonly Piece[] {
  return Array.from({ length: 216 }, (_, month) => {
    const [first, next] = [dayOf(2016, month, 1), dayOf(2016, month + 1, 1)];
    const [start, end] = [dayOf(2016, month + n, 1), dayOf(2016, month + n + 1, 1) - 1];
    const whole = Math.min(next - first, end - start + 1);
    const pieces: Piece[] = [{ first, last: first + whole - 1, moved: { by: start - first } }];
    return whole < next - first ? [...pieces, { first: first + whole, last: next - 1, moved: { to: end } }] : pieces;
  }).flat();
}

function isOrdinal(e: Expr): boolean {
  return e.k === 'nth';
}

function makeWriter(policies: readonly PolicyIr[], wide: boolean) {
  const declared = new Map<string, string>();
  // The third of two kinds has four items before it.
  const counts = policies.some((p) => p.plans.some((plan) => plan.k === 'benefit' && someNode(plan.amount, isOrdinal)));
  const slots = counts ? fewSlots + 1 : fewSlots;
  const facts = new Map(policies.flatMap((p) => p.facts).map((f) => [f.id, f] as const));
  const enums = new Map(policies.flatMap((p) => p.enums).map((e) => [e.name, e.members] as const));
  const keys: string[] = [];
  const rules: string[] = [];
  /** Days so many months after others. */
  const later = new Map<string, string>();
  const quote = (name: string) => `|${name}|`;
  const declare = (name: string, sort: 'Int' | 'Bool', rule?: string): string => {
    if (!declared.has(name)) {
      declared.set(name, sort);
      if (rule !== undefined) rules.push(rule);
    }
    return quote(name);
  };
  const rationalText = ({ n, d }: Rational) => {
    const top = n < 0n ? `(- ${-n}.0)` : `${n}.0`;
    return d === 1n ? top : `(/ ${top} ${d}.0)`;
  };
  /** Within a slot of a list, facts of its items are those of the slot. */
  const slotName = (ref: string, slot: number | undefined) =>
    slot === undefined || facts.get(ref)?.list === undefined ? ref : `${ref}[${slot}]`;

  interface Place {
    readonly benefit: BenefitPlan;
    readonly slot: number | undefined;
    readonly prior?: string;
  }

  function party(name: string): string {
    const all = policies.flatMap((p) => p.parties);
    const id = partyFact(name);
    if (declared.has(id)) return quote(id);
    const own = declare(id, 'Bool');
    for (const other of all) {
      const parents = all.filter((p) => p.name === other.name).flatMap((p) => p.parents);
      for (const parent of parents) {
        if (other.name === name || parent === name) rules.push(`(=> ${party(other.name)} ${party(parent)})`);
      }
    }
    for (const set of policies.flatMap((p) => p.disjoint)) {
      if (!set.includes(name)) continue;
      for (const other of set) if (other !== name) rules.push(`(not (and ${own} ${party(other)}))`);
    }
    return own;
  }

  function present(list: string, slot: number): string {
    return declare(`present ${list}[${slot}]`, 'Bool');
  }

  function readFact(e: ExprOf<'fact'>, place: Place): string {
    const { ref, at } = e;
    if (ref.startsWith('@party:')) return party(ref.slice('@party:'.length));
    if (ref.startsWith('@passed:')) {
      // Of the other items nobody knows: each may have passed.
      const of = place.slot === undefined || place.slot === 0 ? '' : ` [${place.slot}]`;
      return declare(`${ref} ${place.benefit.measure}/${place.benefit.label}${of}`, 'Bool');
    }
    if (ref === '@as-of') return `(to_real ${declare('@as-of', 'Int')})`;
    if (ref === '@year-end') {
      const back = typeof at === 'object' && 'back' in at ? at.back : 0;
      const own = readFact({ ...e, ref: '@year', at: 'now' }, place);
      return years.reduceRight((rest, y) => `(ite (= ${own} ${y}.0) ${dayOf(y - back, 11, 31)}.0 ${rest})`, '0.0');
    }
    if (ref === '@year') {
      const asOf = declare('@as-of', 'Int');
      const own = declare('@year', 'Int');
      const cases = years.map((y) => {
        const first = Date.UTC(y, 0, 1) / 86_400_000;
        const next = Date.UTC(y + 1, 0, 1) / 86_400_000;
        return `(and (= ${own} ${y}) (<= ${first} ${asOf}) (< ${asOf} ${next}))`;
      });
      rules.push(`(or ${cases.join(' ')})`);
      return `(to_real ${own})`;
    }
    if (at === 'awarded') {
      const name = declare(`${ref}@awarded`, 'Int');
      rules.push(`(<= 0 ${name})`);
      return `(to_real ${name})`;
    }
    const fact = facts.get(ref);
    if (fact === undefined) throw new Error(`${ref} is not declared`);
    const base = slotName(ref, place.slot);
    const name =
      at === 'now' ? base : `${base}@${typeof at !== 'object' ? at : 'back' in at ? at.back : `base ${at.base}`}`;
    const { type } = fact.valueType;
    if (type === 'bool') {
      const own = declare(name, 'Bool');
      // Whether it ever was so: also in each of the years that are read.
      if (at === 'earlier')
        for (const back of [1, 2]) rules.push(`(=> ${readFact({ ...e, at: { back } }, place)} ${own})`);
      return own;
    }
    if (at === 'peak' || at === 'earlier') {
      // No less than in any year.
      const highest = declare(name, 'Int');
      const years: readonly ExprOf<'fact'>['at'][] = [
        { back: 1 },
        { back: 2 },
        ...(at === 'peak' ? ['now' as const, 'earlier' as const] : []),
      ];
      // and that of all years is that of now or of before.
      if (at === 'peak') {
        const [now, earlier] = (['now', 'earlier'] as const).map((year) => readFact({ ...e, at: year }, place));
        rules.push(`(or (<= (to_real ${highest}) ${now}) (<= (to_real ${highest}) ${earlier}))`);
      }
      for (const year of years) rules.push(`(<= ${readFact({ ...e, at: year }, place)} (to_real ${highest}))`);
    }
    const known = declared.has(name);
    const own = declare(name, 'Int');
    if (!known && typeof at === 'object' && 'base' in at) {
      // Growth is reckoned from what is above 0.
      rules.push(`(= ${own} ${declare(`${base}@${at.base}`, 'Int')})`);
      if (!wide) rules.push(`(< 0 ${own})`);
    }
    if (!known && !fact.signed && type !== 'date') rules.push(`(<= 0 ${own})`);
    if (!known && fact.valueType.type === 'enum') {
      rules.push(`(< ${own} ${(enums.get(fact.valueType.name) ?? []).length})`);
    }
    if (type === 'enum' || type === 'key') return own;
    if (type === 'rate') return `(/ (to_real ${own}) 1000000000.0)`;
    if (type === 'quantity') return `(/ (to_real ${own}) 1000000.0)`;
    return `(to_real ${own})`;
  }

  function memberOf(e: ExprOf<'member'>, place: Place): string {
    if (e.x.k !== 'fact') throw new Error('only a fact is a member');
    const type = facts.get(e.x.ref)?.valueType;
    const own = readFact(e.x, place);
    const members = type?.type === 'enum' ? (enums.get(type.name) ?? []) : keys;
    const codes = e.set.map((m) => {
      if (members === keys && !keys.includes(m)) keys.push(m);
      return `(= ${own} ${members.indexOf(m)})`;
    });
    return `(or ${codes.join(' ')})`;
  }

  function truth(e: Expr, place: Place): string {
    const of = (x: Expr) => truth(x, place);
    switch (e.k) {
      case 'const':
        return String(e.value);
      case 'fact':
        return readFact(e, place);
      case 'member':
        return memberOf(e, place);
      case 'and':
      case 'or':
        return e.args.length === 0 ? String(e.k === 'and') : `(${e.k} ${e.args.map(of).join(' ')})`;
      case 'not':
        return `(not ${of(e.x)})`;
      case 'if':
        return `(ite ${of(e.c)} ${of(e.t)} ${of(e.e)})`;
      case 'step':
        return of(e.x);
      case 'cmp':
        return `(${e.op} ${figure(e.a, place)} ${figure(e.b, place)})`;
      default:
        throw new Error(`${e.k} is no condition`);
    }
  }

  /** The highest that a number can be. */
  function figure(e: Expr, place: Place): string {
    const of = (x: Expr) => figure(x, place);
    switch (e.k) {
      case 'const':
        if (typeof e.value === 'boolean') throw new Error('a truth is no number');
        return rationalText(e.value);
      case 'fact':
        return readFact(e, place);
      case 'add':
        return e.args.length === 0 ? '0.0' : `(+ ${e.args.map(of).join(' ')} 0.0)`;
      case 'mul':
        return `(* ${of(e.a)} ${of(e.b)})`;
      case 'min':
        return e.args.map(of).reduce((x, y) => `(let ((x ${x}) (y ${y})) (ite (<= x y) x y))`);
      case 'max':
        return e.args.map(of).reduce((x, y) => `(let ((x ${x}) (y ${y})) (ite (<= x y) y x))`);
      case 'if':
        return `(ite ${truth(e.c, place)} ${of(e.t)} ${of(e.e)})`;
      case 'months': {
        const day = of(e.x);
        const known = later.get(`${day} ${e.n}`);
        if (known !== undefined) return known;
        const own = `(to_real ${declare(`later ${later.size}`, 'Int')})`;
        later.set(`${day} ${e.n}`, own);
        rules.push(
          `(or ${monthsTable(e.n)
            .map(({ first, last, moved }) => {
              const at = moved.by === undefined ? `${moved.to}.0` : `(+ ${day} ${moved.by}.0)`;
              return `(and (<= ${first}.0 ${day}) (<= ${day} ${last}.0) (= ${own} ${at}))`;
            })
            .join(' ')})`,
        );
        return own;
      }
      case 'round': {
        const by = rationalText(e.step);
        const half = e.mode === 'half-up' ? '0.5' : '0.0';
        return `(* ${by} (to_real (to_int (+ (/ ${of(e.x)} ${by}) ${half}))))`;
      }
      case 'decide':
        return e.hi === null ? '1000000000000000000.0' : of(e.hi);
      case 'step':
        return e.of === undefined ? of(e.x) : figure(e.x, { ...place, prior: of(e.of) });
      case 'prior':
        return place.prior ?? '0.0';
      case 'nth': {
        // The item at hand is that of the first slot; any of the others may come before it.
        const same: ExprOf<'fact'> | undefined =
          e.same === undefined ? undefined : { k: 'fact', ref: e.same, at: 'now' };
        const others = Array.from({ length: slots - 1 }, (_, i) => i + 1).map((slot) => {
          const inner = { ...place, slot };
          const before = declare(`before ${e.list}[${slot}]`, 'Bool');
          const alike = same === undefined ? 'true' : `(= ${readFact(same, place)} ${readFact(same, inner)})`;
          return `(ite (and ${present(e.list, slot)} ${before} ${alike} ${truth(e.where, inner)}) 1.0 0.0)`;
        });
        return `(+ 1.0 ${others.join(' ')})`;
      }
      case 'fold': {
        const parts = Array.from({ length: slots }, (_, slot) => {
          const inner = { ...place, slot };
          const there = `(and ${present(e.list, slot)} ${truth(e.where, inner)})`;
          return `(ite ${there} ${figure(e.body, inner)} 0.0)`;
        });
        return e.op === 'sum'
          ? `(+ ${parts.join(' ')})`
          : parts.reduce((x, y) => `(let ((x ${x}) (y ${y})) (ite (<= x y) y x))`, '0.0');
      }
      default:
        throw new Error(`${e.k} is no number`);
    }
  }

  return {
    payable(benefit: BenefitPlan): string {
      // The item of a benefit per item is the first of its list.
      const place: Place = { benefit, slot: benefit.over === undefined ? undefined : 0 };
      const own = benefit.over === undefined ? [] : [present(benefit.over, 0)];
      return `(and (or ${benefit.parties.map(party).join(' ')} false) ${own.join(' ')} ${truth(benefit.when, place)} (>= ${figure(benefit.amount, place)} 1.0))`;
    },
    declarations: () => [
      ...[...declared].map(([name, sort]) => `(declare-const ${quote(name)} ${sort})`),
      ...rules.map((rule) => `(assert ${rule})`),
    ],
  };
}
