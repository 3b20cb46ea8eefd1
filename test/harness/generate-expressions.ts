import fc from 'fast-check';
import {
  asOfFact,
  type DecideWhy,
  type Expr,
  type ExprOf,
  type FactTime,
  factId,
  pastAwardRef,
  type Say,
  type SayPart,
  type StepRole,
  yearEndFact,
  yearFact,
} from '../../compiler/ir/ir.ts';
import { rational } from '../../compiler/ir/rational.ts';
import { benefitNames, names, parties } from './generated-vocabulary.ts';
import * as b from './ir-builders.ts';

/**
 * Well-formed expressions at random: every kind of node, in every place where the verifier allows it. The figures are few and
 * small, so that awards tie, bands touch and caps just bind, with some that are huge.
 */

export type Arb<T> = fc.Arbitrary<T>;

/** Lists whose item is at hand. */
export type Bound = '' | '平台' | '项目';

const memo = new Map<string, Arb<Expr>>();
/** The same arbitrary for the same key: without this, deep grammars would take long to build. */
function once(key: string, make: () => Arb<Expr>): Arb<Expr> {
  const known = memo.get(key);
  if (known) return known;
  const made = make();
  memo.set(key, made);
  return made;
}

export const pick = <T>(...values: readonly T[]): Arb<T> => fc.constantFrom(...values);
const several = (arb: Arb<Expr>, most = 3) => fc.array(arb, { minLength: 1, maxLength: most });

// ------------------------------------------------------------------------------------------------------------ constants

const fen = fc.oneof(
  { weight: 8, arbitrary: pick(0, 1, 99, 100, 101, 5000, 5000, 10_000, 10_000, 30_000) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 40_000 }) },
  { weight: 1, arbitrary: pick(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1, 2 ** 50) },
);
const money: Arb<Expr> = fc.oneof(
  { weight: 9, arbitrary: fen.map((n) => b.constant(rational(n))) },
  { weight: 1, arbitrary: fc.tuple(fen, pick(2, 3, 7)).map(([n, d]) => b.constant(rational(n, d))) },
);
/** Sums that many benefits share, so that they tie. */
const fixed: Arb<Expr> = pick(50, 100).map(b.yuan);
const factor: Arb<Expr> = fc.oneof(
  pick(0, 1, 2, 3, 1, 2, 60).map(b.count),
  pick(0.01, 10, 50, 60, 100, 130).map(b.percent),
  fc.tuple(fc.integer({ min: 0, max: 20 }), pick(1, 3, 7)).map(([n, d]) => b.constant(rational(n, d), 'rate')),
);
const roundingStep = pick(1, 10, 100, 10_000).map((n) => rational(n));

// ---------------------------------------------------------------------------------------------------------------- facts

const time: Arb<FactTime> = pick<FactTime>('now', { back: 1 }, { back: 2 }, { base: 1 }, 'earlier', 'peak');
/** Of facts that are no figures: growth has nothing to say of them. */
const timeOfOthers: Arb<FactTime> = pick<FactTime>('now', { back: 1 }, 'earlier', 'earlier');
/** Of facts that are not given year by year: seldom anything but now, since all else is unknown. */
const mostlyNow: Arb<FactTime> = fc.oneof(
  { weight: 60, arbitrary: fc.constant<FactTime>('now') },
  { weight: 1, arbitrary: time },
);
const overYears = fc.tuple(pick(...names.yearly), time).map(([name, at]) => b.fact(name, at));

const seldomOthers: Arb<FactTime> = fc.oneof(
  { weight: 12, arbitrary: fc.constant<FactTime>('now') },
  { weight: 1, arbitrary: timeOfOthers },
);

function read(ofApplicant: readonly string[], ofItem: readonly string[], bound: Bound): Arb<Expr> {
  const times = ofApplicant === names.bool ? seldomOthers : mostlyNow;
  const own = fc.tuple(pick(...ofApplicant), times).map(([name, at]) => b.fact(name, at));
  if (bound === '' || ofItem.length === 0) return own;
  return fc.oneof(
    own,
    pick(...ofItem).map((name) => b.itemFact(bound, name)),
  );
}

const ledger = fc.oneof(
  { weight: 4, arbitrary: pick(...benefitNames) },
  { weight: 1, arbitrary: pick(pastAwardRef('', '旧奖'), pastAwardRef('别处', '旧奖'), pastAwardRef('', '甲')) },
);
const awarded = ledger.map(b.ledgerFact);

// -------------------------------------------------------------------------------------------------------------- numbers

/** Money that is never negative, without decisions. */
export function amountOf(depth: number, bound: Bound): Arb<Expr> {
  return once(`amount ${depth} ${bound}`, () => {
    const leaf = fc.oneof(
      { weight: 3, arbitrary: money },
      { weight: 4, arbitrary: read(names.money, names.itemMoney, bound) },
      { weight: 1, arbitrary: fc.oneof(awarded, overYears) },
    );
    if (depth === 0) return leaf;
    const part = amountOf(depth - 1, bound);
    return fc.oneof(
      { weight: 3, arbitrary: leaf },
      { weight: 5, arbitrary: fc.tuple(part, quantity(bound)).map(([a, n]) => b.mul(a, n)) },
      { weight: 3, arbitrary: several(part).map((args) => b.add(...args)) },
      { weight: 2, arbitrary: several(part).map((args) => b.min(...args)) },
      { weight: 2, arbitrary: several(part).map((args) => b.max(...args)) },
      { weight: 3, arbitrary: fc.tuple(truth(depth - 1, bound), part, part).map(([c, t, e]) => b.iff(c, t, e)) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(part, roundingStep, pick('half-up' as const, 'down' as const))
          .map(([x, step, mode]) => b.round(x, step, mode)),
      },
      { weight: 2, arbitrary: signedAmount(depth - 1, bound).map((x) => b.max(x, b.yuan(0))) },
      bound === ''
        ? { weight: 2, arbitrary: fold(depth - 1) }
        : { weight: 3, arbitrary: fc.tuple(byOrder(bound), part, part).map(([c, t, e]) => b.iff(c, t, e)) },
    );
  });
}

/** Money that may be negative: growth, and facts declared signed. */
function signedAmount(depth: number, bound: Bound): Arb<Expr> {
  return once(`signed ${depth} ${bound}`, () => {
    const less = amountOf(Math.max(depth - 1, 0), bound);
    return fc.oneof(
      fc.tuple(pick(...names.signed), mostlyNow).map(([name, at]) => b.fact(name, at)),
      fc.tuple(overYears, overYears).map(([a, c]) => b.add(a, b.mul(b.count(-1), c))),
      fc.tuple(less, less).map(([a, c]) => b.add(a, b.mul(b.count(-1), c))),
      fc.tuple(pick(...names.signed), less).map(([name, c]) => b.add(b.fact(name), c)),
    );
  });
}

/** What money is multiplied by. */
function quantity(bound: Bound): Arb<Expr> {
  return once(`quantity ${bound}`, () =>
    fc.oneof(
      { weight: 3, arbitrary: factor },
      { weight: 5, arbitrary: read(names.plain, names.itemPlain, bound) },
      { weight: 1, arbitrary: fc.tuple(factor, read(names.plain, [], '')).map(([a, n]) => b.mul(a, n)) },
    ),
  );
}

/** Whether the item at hand is among the first so many of its kind. */
function byOrder(list: Exclude<Bound, ''>): Arb<Expr> {
  const same = list === '平台' ? pick('类型', undefined) : fc.constant(undefined);
  return fc
    .tuple(truth(0, list), same, pick('<' as const, '<=' as const, '=' as const), pick(1, 2))
    .map(([where, key, op, n]) => compare([op, b.nth(list, where, key), b.count(n)]));
}

function fold(depth: number): Arb<ExprOf<'fold'>> {
  return pick('平台' as const, '项目' as const).chain((list) =>
    fc
      .tuple(pick('sum' as const, 'max' as const), truth(depth, list), amountOf(depth, list))
      .map(([op, where, body]) => b.fold(op, list, where, body)),
  );
}

// -------------------------------------------------------------------------------------------------------------- truths

export function truth(depth: number, bound: Bound): Arb<Expr> {
  return once(`truth ${depth} ${bound}`, () => {
    const comparison = pick('<' as const, '<=' as const, '=' as const);
    const leaf: Arb<Expr> = fc.oneof(
      { weight: 4, arbitrary: read(names.bool, names.itemBool, bound) },
      { weight: 1, arbitrary: fc.boolean().map((value): Expr => ({ k: 'const', value, valueType: { type: 'bool' } })) },
      {
        weight: 4,
        arbitrary: fc.tuple(comparison, linear(bound), linear(bound)).map(compare),
      },
      {
        weight: 2,
        arbitrary: fc.tuple(comparison, read(names.count, [], ''), pick(0, 1, 3, 60).map(b.count)).map(compare),
      },
      { weight: 2, arbitrary: onDates(comparison) },
      { weight: 3, arbitrary: membership(bound) },
      { weight: 1, arbitrary: pick(...parties).map(b.isParty) },
      { weight: 1, arbitrary: pick('验收', '评审').map(b.passed) },
    );
    if (depth === 0) return leaf;
    const part = truth(depth - 1, bound);
    return fc.oneof(
      { weight: 5, arbitrary: leaf },
      { weight: 2, arbitrary: several(part).map((args) => b.and(...args)) },
      { weight: 2, arbitrary: several(part).map((args) => b.or(...args)) },
      { weight: 2, arbitrary: part.map(b.not) },
      { weight: 1, arbitrary: fc.tuple(part, part, part).map(([c, t, e]) => b.iff(c, t, e)) },
    );
  });
}

const compare = ([op, x, y]: readonly ['<' | '<=' | '=', Expr, Expr]): Expr => ({ k: 'cmp', op, a: x, b: y });

/** Money in a condition: sums of facts times constants. */
function linear(bound: Bound): Arb<Expr> {
  return once(`linear ${bound}`, () => {
    const term = fc.oneof(
      money,
      read(names.money, names.itemMoney, bound),
      pick(...names.signed).map((name) => b.fact(name)),
      fc.tuple(factor, read(names.money, names.itemMoney, bound)).map(([a, x]) => b.mul(a, x)),
      read(names.money, [], '').map((x) => b.mul(x, b.count(-1))),
      awarded,
      overYears,
    );
    const sum = several(term).map((args) => b.add(...args));
    const highest = several(term, 2).map((args) => b.max(...args));
    const lowest = several(term, 2).map((args) => b.min(...args));
    return fc.oneof({ weight: 5, arbitrary: term }, { weight: 2, arbitrary: sum }, highest, lowest);
  });
}

function onDates(comparison: Arb<'<' | '<=' | '='>): Arb<Expr> {
  const plainDay = fc.oneof(
    pick(20_633, 20_634, 20_635).map((n) => b.constant(rational(n), 'date')),
    fc.constant(b.fact('认定日期')),
    fc.constant<Expr>({ k: 'fact', ref: asOfFact, at: 'now' }),
    pick<FactTime>('now', { back: 1 }, { back: 3 }).map((at): Expr => ({ k: 'fact', ref: yearEndFact, at })),
  );
  const day = fc.oneof(
    { weight: 3, arbitrary: plainDay },
    { weight: 1, arbitrary: fc.tuple(plainDay, pick(0, 1, 8, 12, 25)).map(([x, n]): Expr => ({ k: 'months', x, n })) },
  );
  const months = fc.oneof(
    pick(0, 12, 36).map((n) => b.constant(rational(n), 'duration')),
    fc.constant(b.fact('租期')),
  );
  const year = fc.oneof(pick(2025, 2026).map(b.count), fc.constant<Expr>({ k: 'fact', ref: yearFact, at: 'now' }));
  return fc
    .oneof(fc.tuple(comparison, day, day), fc.tuple(comparison, months, months), fc.tuple(comparison, year, year))
    .map(compare);
}

function membership(bound: Bound): Arb<Expr> {
  const set = fc.subarray(['优秀', '良好', '合格'], { minLength: 1 });
  const grade = fc.tuple(set, seldomOthers).map(([members, at]) => b.member(b.fact('等次', at), ...members));
  const key = pick('A', 'B').map((k) => b.member(b.fact('统一代码'), k));
  const kind = fc.subarray(['实验室', '技术中心'], { minLength: 1 });
  if (bound === '平台')
    return fc.oneof(
      grade,
      kind.map((members) => b.member(b.itemFact('平台', '类型'), ...members)),
    );
  return fc.oneof(grade, key);
}

// -------------------------------------------------------------------------------------------------------------- amounts

const why: Arb<DecideWhy> = pick('process', 'selection', 'undecided', 'case-by-case');

function decide(bound: Bound): Arb<Expr> {
  const end = amountOf(1, bound);
  return fc
    .record({
      lo: fc.oneof({ weight: 3, arbitrary: fc.constant(b.yuan(0)) }, { weight: 1, arbitrary: end }),
      hi: fc.option(end, { nil: null, freq: 4 }),
      ends: fc.boolean(),
      why,
      by: fc.option(pick('甲方', '乙方'), { nil: undefined }),
      reason: fc.option(pick('另行制定', '未写明'), { nil: undefined, freq: 2 }),
    })
    .map(({ lo, hi, ends, why, by, reason }) =>
      b.decide({ lo, hi, ends: ends && hi !== null, why, ...(by && { by }), ...(reason && { reason }) }),
    );
}

/** Money with one decision on every path at most. */
function openAmount(depth: number, bound: Bound): Arb<Expr> {
  return once(`open ${depth} ${bound}`, () => {
    if (depth === 0) return decide(bound);
    const open = openAmount(depth - 1, bound);
    const closed = amountOf(1, bound);
    return fc.oneof(
      { weight: 4, arbitrary: decide(bound) },
      { weight: 1, arbitrary: fc.tuple(open, closed).map(([x, y]) => b.add(x, y)) },
      { weight: 1, arbitrary: fc.tuple(open, quantity(bound)).map(([x, y]) => b.mul(x, y)) },
      { weight: 1, arbitrary: fc.tuple(closed, open).map(([x, y]) => b.min(x, y)) },
      { weight: 1, arbitrary: fc.tuple(open, closed).map(([x, y]) => b.max(x, y)) },
      { weight: 1, arbitrary: fc.tuple(truth(1, bound), open, open).map(([c, t, e]) => b.iff(c, t, e)) },
      { weight: 1, arbitrary: fc.tuple(truth(1, bound), closed, open).map(([c, t, e]) => b.iff(c, t, e)) },
      { weight: 1, arbitrary: roundingStep.chain((step) => open.map((x) => b.round(x, step, 'down'))) },
    );
  });
}

/** Further steps of an amount. `closed`: no decision stands below, so that conditions may ask for `prior`. */
function laterStep(bound: Bound, closed: boolean): Arb<(of: Expr) => Expr> {
  const step = (role: StepRole, x: Arb<Expr>) =>
    fc.tuple(x, sentence(bound)).map(
      ([e, text]) =>
        (of: Expr) =>
          b.step(role, e, of, text),
    );
  const limit = amountOf(1, bound);
  const aboveZero = (x: Expr) => b.max(x, b.yuan(0));
  return fc.oneof(
    {
      weight: 5,
      arbitrary: step(
        'cap',
        limit.map((x) => b.min(b.prior, x)),
      ),
    },
    {
      weight: 1,
      arbitrary: step(
        'cap',
        fc.tuple(truth(1, bound), limit).map(([c, x]) => b.iff(c, b.min(b.prior, x), b.prior)),
      ),
    },
    {
      weight: 1,
      arbitrary: step(
        'floor',
        limit.map((x) => b.max(b.prior, x)),
      ),
    },
    {
      weight: 1,
      arbitrary: step(
        'uplift',
        quantity(bound).map((x) => b.mul(b.prior, x)),
      ),
    },
    {
      weight: 1,
      arbitrary: step(
        'uplift',
        limit.map((x) => b.add(b.prior, x)),
      ),
    },
    {
      weight: 1,
      arbitrary: step(
        'schedule',
        pick(35, 60).map((n) => b.mul(b.prior, b.percent(n))),
      ),
    },
    {
      weight: 1,
      arbitrary: step(
        'less',
        awarded.map((x) => aboveZero(b.add(b.prior, b.mul(b.count(-1), x)))),
      ),
    },
    {
      weight: 1,
      arbitrary: step(
        'round',
        roundingStep.map((to) => b.round(b.prior, to)),
      ),
    },
    {
      weight: closed ? 1 : 0,
      arbitrary: step(
        'uplift',
        fc.tuple(money, limit).map(([n, x]) => b.iff(b.less(b.prior, n), b.prior, x)),
      ),
    },
    {
      weight: closed ? 1 : 0,
      arbitrary: step(
        'cap',
        decide(bound).map((x) => b.min(b.prior, x)),
      ),
    },
  );
}

export function chain(bound: Bound): Arb<Expr> {
  return fc.oneof({ weight: 1, arbitrary: fixed.map((x) => b.amount(x)) }, { weight: 4, arbitrary: longChain(bound) });
}

function longChain(bound: Bound): Arb<Expr> {
  return fc.boolean().chain((closed) =>
    fc
      .tuple(
        closed ? fc.oneof(amountOf(1, bound), amountOf(2, bound), amountOf(3, bound)) : openAmount(1, bound),
        // A cap that is decided is the one decision there may be: at most one step asks or decides.
        fc.array(laterStep(bound, false), { maxLength: 2 }),
        fc.option(laterStep(bound, closed), { nil: undefined }),
        pick<'base' | 'schedule'>('base', 'base', 'schedule'),
        sentence(bound),
      )
      .map(([base, steps, last, role, text]) => {
        const first = b.step(role, base, undefined, text);
        const inner = [...steps, ...(last ? [last] : [])].reduce((of, next) => next(of), first);
        return b.step('round', b.round(b.prior), inner, 'rounded');
      }),
  );
}

/** What the sentence of a step says, with facts in it. */
export function sentence(bound: Bound): Arb<Say> {
  const all = [
    ...names.money,
    ...names.plain,
    ...names.bool,
    ...names.signed,
    ...names.yearly,
    '等次',
    '认定日期',
    '租期',
  ];
  const own = fc.tuple(pick(...all), mostlyNow).map(([name, at]): SayPart => ({ fact: factId(name), at }));
  const ofItem = bound === '' ? own : pick(...names.itemMoney).map((name): SayPart => ({ fact: factId(name, bound) }));
  const past = ledger.map((ref): SayPart => ({ fact: ref, at: 'awarded' }));
  const part = fc.oneof(
    { weight: 3, arbitrary: pick<SayPart>('每人', '，', 'of ') },
    { weight: 2, arbitrary: own },
    { weight: 1, arbitrary: ofItem },
    { weight: 1, arbitrary: past },
    { weight: bound === '' ? 1 : 0, arbitrary: fold(1).map((chosen): SayPart => ({ chosen })) },
    { weight: 1, arbitrary: pick<SayPart>({ fact: asOfFact }, { fact: yearFact }) },
  );
  const parts = fc.array(part, { minLength: 1, maxLength: 3 });
  return fc.record({ zh: parts, en: parts });
}
