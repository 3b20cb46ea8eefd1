import { createRequire } from 'node:module';
import { type BenefitPlan, type Expr, type ExprOf, type PolicyIr, partyFact } from '../../compiler/ir/ir.ts';
import type { Rational } from '../../compiler/ir/rational.ts';

/**
 * Whether somebody can be paid both of two benefits, as an SMT-LIB script that z3 decides: a second reading of the IR that
 * shares nothing with the analyser. Lists are given so many items; each may be there or not.
 */
const slots = 4;

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

/** The question whether both are payable to one applicant, each in its own policy. */
export function bothPayable(sides: readonly (readonly [PolicyIr, BenefitPlan])[]): string {
  const writer = makeWriter(sides.map(([policy]) => policy));
  const asserted = sides.map(([, benefit]) => writer.payable(benefit));
  return [
    '(set-option :timeout 500)',
    ...writer.declarations(),
    ...asserted.map((a) => `(assert ${a})`),
    '(check-sat)',
  ].join('\n');
}

function makeWriter(policies: readonly PolicyIr[]) {
  const declared = new Map<string, string>();
  const facts = new Map(policies.flatMap((p) => p.facts).map((f) => [f.id, f] as const));
  const enums = new Map(policies.flatMap((p) => p.enums).map((e) => [e.name, e.members] as const));
  const keys: string[] = [];
  const rules: string[] = [];
  /** The month that a day lies in, by the day. */
  const places = new Map<string, string>();
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

  /** The first day of a month, counted from January of the year 0, in days since 1970-01-01 (and what is added to it). */
  function firstOfMonth(month: string, more = ''): string {
    // Years from March on, so that the day that is added in leap years is the last.
    return `(let ((k (- ${month} 2))) (let ((y (div k 12)) (m (mod k 12))) (+ (* 365 y) (div y 4) (- (div y 100)) (div y 400) (div (+ (* 153 m) 2) 5) (- 719468)${more})))`;
  }

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
    if (ref.startsWith('@passed:')) return declare(`${ref} ${place.benefit.measure}/${place.benefit.label}`, 'Bool');
    if (ref === '@as-of') return `(to_real ${declare('@as-of', 'Int')})`;
    if (ref === '@year-end') {
      const back = typeof at === 'object' && 'back' in at ? at.back : 0;
      const own = readFact({ ...e, ref: '@year', at: 'now' }, place);
      return `(to_real ${firstOfMonth(`(+ 12 (* 12 (- (to_int ${own}) ${back})))`, ' (- 1)')})`;
    }
    if (ref === '@year') {
      const asOf = declare('@as-of', 'Int');
      const own = declare('@year', 'Int');
      const cases = [2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030].map((y) => {
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
      rules.push(`(= ${own} ${declare(`${base}@${at.base}`, 'Int')})`, `(< 0 ${own})`);
    }
    if (!known && !fact.signed && type !== 'date') rules.push(`(<= 0 ${own})`);
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
    if (type?.type === 'enum') rules.push(`(< ${own} ${members.length})`);
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
        const day = `(to_int ${of(e.x)})`;
        const month = declare(`month ${places.size}`, 'Int');
        const known = places.get(day) ?? month;
        if (!places.has(day)) {
          places.set(day, month);
          // Dates of the years 1970 to 2069: enough for all that is generated.
          rules.push(
            `(<= 23640 ${month} 24839)`,
            `(<= ${firstOfMonth(month)} ${day})`,
            `(< ${day} ${firstOfMonth(`(+ ${month} 1)`)})`,
          );
        }
        // As far into the month, or its last day.
        const [start, next] = [firstOfMonth(`(+ ${known} ${e.n})`), firstOfMonth(`(+ ${known} ${e.n + 1})`, ' (- 1)')];
        const same = `(+ ${start} (- ${day} ${firstOfMonth(known)}))`;
        return `(to_real (let ((a ${same}) (z ${next})) (ite (<= a z) a z)))`;
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
