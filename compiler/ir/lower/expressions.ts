import type * as T from '../../../language/syntax/tree.ts';
import type { FactSymbol, LetSymbol } from '../../bind/symbols.ts';
import { durationUnits } from '../../check/amounts.ts';
import { type BandEnds, bandEnds } from '../../check/bands.ts';
import { constantValue } from '../../check/constants.ts';
import { daysOf } from '../../check/examples.ts';
import { isNumeric, money, number, rate, sumType, type Type } from '../../check/types.ts';
import { type Expr, type ExprOf, factId, readingFact, trueExpr } from '../ir.ts';
import { divide, multiply, negate, one, type Rational, rational, subtract, zero } from '../rational.ts';
import { constant, idOf, type LowerContext, minusOne, referenceOf, typeOf, valueTypeOf, zeroMoney } from './context.ts';
import {
  lowerFirstTime,
  lowerGrowth,
  lowerGrowthRate,
  lowerHad,
  lowerLastYear,
  lowerRunning,
  lowerSchedule,
  lowerYearsSum,
  pastAwardOf,
  timeOf,
} from './history.ts';

const hundred = rational(100);

/** Fen in a yuan: a number without a unit where money is expected is yuan. */
function isBareMoney(type: Type, wanted: Type): boolean {
  return type.type === 'number' && wanted.type === 'money';
}

/**
 * Lowers an amount or another number to the kernel. `wanted` is the type that the place asks for; a number without a
 * unit takes it.
 */
export function lowerNumber(e: T.Expression, wanted: Type, context: LowerContext): Expr {
  const type = typeOf(e, context);
  switch (e.kind) {
    case 'NumberLiteral': {
      const value = rational(e.numerator, e.denominator);
      if (isBareMoney(type, wanted)) return constant(multiply(value, hundred), 'money');
      return { k: 'const', value, valueType: valueTypeOf(type.type === 'number' && isNumeric(wanted) ? wanted : type) };
    }
    case 'DateLiteral':
      return { k: 'const', value: rational(daysOf(e.iso)), valueType: { type: 'date' } };
    case 'NameExpression':
      return lowerName(e, wanted, context);
    case 'Parenthesised':
      return lowerNumber(e.inner, wanted, context);
    case 'Unary':
      return { k: 'mul', a: minusOne, b: lowerNumber(e.operand, wanted, context) };
    case 'Binary':
      return lowerArithmetic(e, wanted, context);
    case 'RateOf':
      return lowerRateOf(e, wanted, context);
    case 'Per': {
      const amount = lowerNumber(e.amount, wanted, context);
      const counted = e.of ?? e.unit;
      const reference = referenceOf(counted, context);
      if (reference?.kind !== 'fact') throw unresolved(counted);
      const fact = lowerFact(reference.fact, context);
      const limit = e.atMost && lowerNumber(e.atMost, reference.fact.factType, context);
      const number: Expr = limit ? { k: 'min', args: [fact, limit] } : fact;
      const months = e.of && reference.fact.factType.type === 'duration' ? durationUnits.get(e.unit.text) : undefined;
      const units: Expr =
        months === undefined || months === 1n
          ? number
          : { k: 'mul', a: constant(rational(1n, months), 'count'), b: number };
      return { k: 'mul', a: amount, b: units };
    }
    case 'PerFull': {
      const step = constantOf(e.step, typeOf(e.of, context));
      const of = lowerNumber(e.of, typeOf(e.of, context), context);
      const over = e.over && lowerNumber(e.over, typeOf(e.of, context), context);
      const beyond: Expr = {
        k: 'max',
        args: [
          over ? flatAdd(of, { k: 'mul', a: minusOne, b: over }) : of,
          { ...zeroConstant, valueType: valueTypeOf(typeOf(e.of, context)) },
        ],
      };
      const whole: Expr = { k: 'round', x: beyond, step, mode: 'down' };
      const steps: Expr = { k: 'mul', a: constant(divide(one, step), 'count'), b: whole };
      return { k: 'mul', a: lowerNumber(e.amount, wanted, context), b: steps };
    }
    case 'UpTo':
      return decide(zeroMoney, lowerNumber(e.limit, wanted, context), context);
    case 'AtLeast':
      // Open at the top: without a process that decides, nobody has said how much.
      return {
        ...decide(lowerNumber(e.limit, wanted, context), null, context),
        why: context.decider === undefined ? 'undecided' : 'process',
      };
    case 'Range': {
      if (e.from === undefined || e.to === undefined) throw new Error('a decided range has two ends');
      return decide(lowerNumber(e.from, wanted, context), lowerNumber(e.to, wanted, context), context);
    }
    case 'Table':
      return lowerTable(e, wanted, context);
    case 'Aggregate':
      return lowerAggregate(e, wanted, context);
    case 'Bands':
      return lowerBands(e, wanted, context);
    case 'Ladder':
      return lowerLadder(e, wanted, context);
    case 'Reading':
      return lowerReading(e, (value) => lowerNumber(value, wanted, context));
    case 'Undecided': {
      const open = { ...decide(zeroMoney, null, context), why: 'undecided' as const };
      return e.reason ? { ...open, reason: e.reason.value } : open;
    }
    case 'CaseByCase':
      return { ...decide(zeroMoney, null, context), why: 'case-by-case' };
    case 'None':
      return zeroOf(wanted);
    case 'LastYear':
      return lowerLastYear(e, context);
    case 'YearsSum':
      return lowerYearsSum(e, context);
    case 'Growth':
      return lowerGrowth(e, e.beyond && lowerNumber(e.beyond, { type: 'rate' }, context), context);
    case 'Schedule':
      return lowerSchedule(e, context, (row) => lowerNumber(row, type.type === 'number' ? wanted : type, context), {
        k: 'const',
        value: zero,
        valueType: valueTypeOf(type.type === 'number' ? wanted : type),
      });
    case 'GrowthRate':
    case 'FirstTime':
    case 'Running':
    case 'Had':
    case 'BoolLiteral':
    case 'Text':
    case 'Is':
    case 'In':
    case 'Between':
    case 'Missing':
      throw new Error(`${e.kind} is no number: lowering was asked for a program with errors`);
    default:
      return e satisfies never;
  }
}

function decide(lo: Expr, hi: Expr | null, context: LowerContext): Extract<Expr, { k: 'decide' }> {
  const by = context.decider;
  return { k: 'decide', lo, hi, ends: false, why: 'process', ...(by !== undefined && { by }) };
}

function lowerName(e: T.NameExpression, wanted: Type, context: LowerContext): Expr {
  const reference = referenceOf(e.name, context);
  switch (reference?.kind) {
    case 'fact':
      return lowerFact(reference.fact, context);
    case 'let': {
      const value = lowerLet(reference.value, context);
      const type = context.checked.types.get(e);
      return type !== undefined && isBareMoney(type, wanted)
        ? { k: 'mul', a: constant(hundred, 'count'), b: value }
        : value;
    }
    case 'member':
    case undefined:
      throw unresolved(e.name);
    default:
      return reference satisfies never;
  }
}

/** A fact as given, or the formula of a derived one. */
function lowerFact(fact: FactSymbol, context: LowerContext): Expr {
  if (fact.derived === undefined) return { k: 'fact', ref: idOf(fact, context), at: timeOf(context) };
  const own: LowerContext = { ...context, file: fact.derived.file, decider: undefined };
  return fact.factType.type === 'bool'
    ? lowerCondition(fact.derived.value, own)
    : lowerNumber(fact.derived.value, fact.factType, own);
}

function lowerLet(symbol: LetSymbol, context: LowerContext): Expr {
  // A named value is of the measure: its fields are of the item of `for each`, not of a list within a formula.
  const list = context.fold ? context.fold.home : context.list;
  const own: LowerContext = { ...context, file: symbol.file, list, decider: undefined };
  const { value, rounding } = symbol.node;
  const type = typeOf(value, own);
  if (type.type === 'bool') return lowerCondition(value, own);
  const step = rounding && lowerNumber(rounding.step, type.type === 'number' ? number : type, own);
  const wanted = step?.k === 'const' && step.valueType.type === 'money' ? money : type;
  const x = lowerNumber(value, wanted, own);
  if (rounding === undefined || step?.k !== 'const' || typeof step.value === 'boolean') return x;
  return { k: 'round', x, step: step.value, mode: rounding.mode };
}

function lowerArithmetic(e: T.Binary, wanted: Type, context: LowerContext): Expr {
  const type = typeOf(e, context);
  const side = type.type === 'number' ? wanted : type;
  switch (e.operator) {
    case '+':
      return flatAdd(lowerNumber(e.left, side, context), lowerNumber(e.right, side, context));
    case '-':
      return flatAdd(lowerNumber(e.left, side, context), {
        k: 'mul',
        a: minusOne,
        b: lowerNumber(e.right, side, context),
      });
    case '*':
      return {
        k: 'mul',
        a: lowerNumber(e.left, type.type === 'number' ? wanted : number, context),
        b: lowerNumber(e.right, number, context),
      };
    case '/': {
      const divisor = constantValue(e.right);
      if (divisor === undefined) throw new Error('a divisor is a constant');
      return {
        k: 'mul',
        a: constant(divide(one, rational(divisor.n, divisor.d)), 'count'),
        b: lowerNumber(e.left, side, context),
      };
    }
    case 'and':
    case 'or':
    case '<':
    case '<=':
    case '>':
    case '>=':
      throw new Error(`${e.operator} gives no number`);
    default:
      return e.operator satisfies never;
  }
}

const zeroConstant = { k: 'const', value: zero } as const;

/** A written figure in the base of a type: a bare number is yuan where that is money. */
function constantOf(e: T.Expression, type: Type): Rational {
  const value = constantValue(e);
  if (value === undefined) throw new Error('a step is a written figure');
  const isBare = type.type === 'money' && e.kind === 'NumberLiteral' && e.unit === 'none';
  return rational(isBare ? value.n * 100n : value.n, value.d);
}

function flatAdd(a: Expr, b: Expr): Expr {
  return { k: 'add', args: [...(a.k === 'add' ? a.args : [a]), b] };
}

/** A share of a base. A share that someone decides becomes an amount that someone decides: decisions are sums of money. */
function lowerRateOf(e: T.RateOf, wanted: Type, context: LowerContext): Expr {
  return lowerShare(e.rate, lowerNumber(e.base, wanted, context), context);
}

function lowerShare(of: T.Expression, base: Expr, context: LowerContext): Expr {
  const share = (r: T.Expression): Expr => ({ k: 'mul', a: lowerNumber(r, rate, context), b: base });
  const open = strip(of);
  if (open.kind === 'Range' && open.from && open.to) return decide(share(open.from), share(open.to), context);
  if (open.kind === 'UpTo') return decide(zeroMoney, share(open.limit), context);
  return share(of);
}

function strip(e: T.Expression): T.Expression {
  return e.kind === 'Parenthesised' ? strip(e.inner) : e;
}

function lowerTable(e: T.Table, wanted: Type, context: LowerContext): Expr {
  const reference = referenceOf(e.subject, context);
  if (reference?.kind !== 'fact') throw unresolved(e.subject);
  const subject = lowerFact(reference.fact, context);
  const otherwise = e.otherwise ? lowerNumber(e.otherwise, wanted, context) : undefined;
  const rows = e.rows.map((row) => ({
    members: row.members.map((m) => m.text),
    value: lowerNumber(row.value, wanted, context),
  }));
  // With every member named the last row is what remains.
  const last = otherwise ?? rows.pop()?.value ?? zeroMoney;
  return rows.reduceRight<Expr>(
    (rest, row) => ({ k: 'if', c: { k: 'member', x: subject, set: row.members }, t: row.value, e: rest }),
    last,
  );
}

/** A figure of the items of a list. */
export function lowerAggregate(e: T.Aggregate, wanted: Type, context: LowerContext): ExprOf<'fold'> {
  const reference = referenceOf(e.list, context);
  if (reference?.kind !== 'fact') throw unresolved(e.list);
  const inner = itemContext(reference.fact, context);
  return {
    k: 'fold',
    op: e.fold === 'sum' || e.fold === 'number' ? 'sum' : 'max',
    list: factId(reference.fact.name),
    where: e.where ? lowerCondition(e.where, inner) : trueExpr,
    body: e.value ? lowerNumber(e.value, wanted, inner) : constant(one, 'count'),
  };
}

/** Within a figure of a list, fields are those of its items. */
export function itemContext(list: FactSymbol, context: LowerContext): LowerContext {
  return { ...context, list, decider: undefined, fold: context.fold ?? { home: context.list } };
}

/** By the band that the subject lies in; nothing outside of all bands. */
function lowerBands(e: T.Bands, wanted: Type, context: LowerContext): Expr {
  const type = typeOf(e.subject, context);
  const subject = lowerNumber(e.subject, type, context);
  const limit = (value: Rational): Expr => ({ k: 'const', value, valueType: valueTypeOf(type) });
  const rows = e.rows.map((row) => {
    const ends = bandEnds(row.band, type);
    if (ends === undefined) throw new Error('the ends of a band are constants');
    return { ...ends, value: row.value };
  });
  if (e.mode === 'marginal') {
    const parts = rows
      .filter((row) => row.value.kind !== 'None')
      .map(({ low, high, value }): Expr => {
        const upTo: Expr = high ? { k: 'min', args: [subject, limit(high.value)] } : subject;
        const from = low && lowerOfPart(low.value, type);
        const part: Expr =
          from === undefined || from.n === 0n
            ? upTo
            : { k: 'max', args: [{ k: 'add', args: [upTo, limit(negate(from))] }, limit(zero)] };
        return {
          k: 'mul',
          a: lowerNumber(value, isShareOfBanded(value, e, context) ? rate : wanted, context),
          b: part,
        };
      });
    return parts.length === 1 ? parts[0]! : parts.length === 0 ? zeroOf(wanted) : { k: 'add', args: parts };
  }
  const given = (value: T.Expression): Expr =>
    isShareOfBanded(value, e, context) ? lowerShare(value, subject, context) : lowerNumber(value, wanted, context);
  return rows.reduceRight<Expr>(
    (rest, { low, high, value }) => ({
      k: 'if',
      c: isWithin({ low, high }, subject, limit),
      t: given(value),
      e: rest,
    }),
    e.otherwise ? given(e.otherwise) : zeroOf(wanted),
  );
}

/**
 * The rung that the figure reaches now, and nothing where a year before reached as much; with `difference`, what it gives
 * beyond the rung reached before.
 */
function lowerLadder(e: T.Ladder, wanted: Type, context: LowerContext): Expr {
  const reference = referenceOf(e.subject, context);
  if (reference?.kind !== 'fact') throw unresolved(e.subject);
  const type = reference.fact.factType;
  const nothing = zeroOf(wanted);
  const [now, earlier] = [context, { ...context, when: 'earlier' as const }].map((at) => lowerFact(reference.fact, at));
  const rungs = e.rows.map(({ band, value }) => {
    const low = bandEnds(band, type)?.low;
    if (low === undefined) throw new Error('a rung is a written figure');
    const limit: Expr = { k: 'const', value: low.value, valueType: valueTypeOf(type) };
    const reached = (fact: Expr): Expr => ({ k: 'cmp', op: '<=', a: limit, b: fact });
    return { reached, gives: value.kind === 'None' ? nothing : lowerNumber(value, wanted, context) };
  });
  const highest = (fact: Expr, gives: (rung: (typeof rungs)[number]) => Expr): Expr =>
    rungs.reduce<Expr>((lower, rung) => ({ k: 'if', c: rung.reached(fact), t: gives(rung), e: lower }), nothing);
  if (e.mode === 'full') {
    return highest(now!, ({ reached, gives }) => ({ k: 'if', c: reached(earlier!), t: nothing, e: gives }));
  }
  const before: Expr = { k: 'mul', a: minusOne, b: highest(earlier!, ({ gives }) => gives) };
  return { k: 'max', args: [{ k: 'add', args: [highest(now!, ({ gives }) => gives), before] }, nothing] };
}

function isWithin({ low, high }: BandEnds, subject: Expr, limit: (value: Rational) => Expr): Expr {
  const args: Expr[] = [];
  if (low) args.push({ k: 'cmp', op: low.included ? '<=' : '<', a: limit(low.value), b: subject });
  if (high) args.push({ k: 'cmp', op: high.included ? '<=' : '<', a: subject, b: limit(high.value) });
  return { k: 'and', args };
}

/** For each row of bands, whether the subject lies in it. */
export function withinBands(e: T.Bands, context: LowerContext): Expr[] {
  const type = typeOf(e.subject, context);
  const subject = lowerNumber(e.subject, type, context);
  const limit = (value: Rational): Expr => ({ k: 'const', value, valueType: valueTypeOf(type) });
  return e.rows.map((row) => isWithin(bandEnds(row.band, type) ?? { low: undefined, high: undefined }, subject, limit));
}

/** Whether the value of a band is a rate of what is banded. */
export function isShareOfBanded(value: T.Expression, e: T.Bands, context: LowerContext): boolean {
  return typeOf(e, context).type !== 'rate' && typeOf(value, context).type === 'rate';
}

/** What of a subject a part begins after: of whole numbers `3 to 5` are three. */
function lowerOfPart(low: Rational, type: Type): Rational {
  return type.type === 'count' && low.n > 0n ? subtract(low, one) : low;
}

function zeroOf(type: Type): Expr {
  return type.type === 'money' || !isNumeric(type)
    ? zeroMoney
    : { k: 'const', value: zero, valueType: valueTypeOf(type) };
}

/** Lowers a condition to the kernel's three-valued nodes. */
export function lowerCondition(e: T.Expression, context: LowerContext): Expr {
  switch (e.kind) {
    case 'BoolLiteral':
      return { k: 'const', value: e.value, valueType: { type: 'bool' } };
    case 'Parenthesised':
      return lowerCondition(e.inner, context);
    case 'NameExpression': {
      const reference = referenceOf(e.name, context);
      if (reference?.kind === 'fact') return lowerFact(reference.fact, context);
      if (reference?.kind === 'let') return lowerLet(reference.value, context);
      throw unresolved(e.name);
    }
    case 'Reading':
      return lowerReading(e, (value) => lowerCondition(value, context));
    case 'Unary':
      return { k: 'not', x: lowerCondition(e.operand, context) };
    case 'LastYear':
      return lowerLastYear(e, context);
    case 'FirstTime':
      return lowerFirstTime(e, context, lowerCondition);
    case 'Running':
      return lowerRunning(e, context, lowerCondition);
    case 'Had':
      return lowerHad(pastAwardOf(e.award, context));
    case 'Binary':
      return lowerLogic(e, context);
    case 'Is':
      return negateIf(e.negated, lowerIs(e, context));
    case 'In':
      return negateIf(e.negated, {
        k: 'member',
        x: lowerSubject(e.subject, context),
        set: e.members.map((m) => m.text),
      });
    case 'Between': {
      if (e.subject.kind === 'GrowthRate') return lowerGrowthBetween(e.subject, e.range, context);
      const type = typeOf(e.subject, context);
      const subject = lowerNumber(e.subject, type, context);
      const { from, to, includesFrom, includesTo } = e.range;
      const args: Expr[] = [];
      if (from) args.push({ k: 'cmp', op: includesFrom ? '<=' : '<', a: lowerNumber(from, type, context), b: subject });
      if (to) args.push({ k: 'cmp', op: includesTo ? '<=' : '<', a: subject, b: lowerNumber(to, type, context) });
      return { k: 'and', args };
    }
    default:
      throw new Error(`${e.kind} is no condition: lowering was asked for a program with errors`);
  }
}

/** One of the readings holds; the last one where none of the others does. */
function lowerReading({ name, options }: T.Reading, lower: (value: T.Expression) => Expr): Expr {
  const rows = options.map((row) => ({ option: row.members[0]?.text ?? '', value: lower(row.value) }));
  const last = rows.pop();
  if (last === undefined) throw new Error('a reading has options');
  return rows.reduceRight<Expr>(
    (rest, { option, value }) => ({
      k: 'if',
      c: { k: 'fact', ref: readingFact(name.text, option), at: 'now' },
      t: value,
      e: rest,
    }),
    last.value,
  );
}

function lowerLogic(e: T.Binary, context: LowerContext): Expr {
  switch (e.operator) {
    case 'and':
    case 'or': {
      const op = e.operator;
      const args = [e.left, e.right].flatMap((side) => {
        const lowered = lowerCondition(side, context);
        return lowered.k === op ? lowered.args : [lowered];
      });
      return { k: op, args };
    }
    case '<':
    case '<=':
    case '>':
    case '>=': {
      if (e.left.kind === 'GrowthRate') return compareGrowth(e.operator, e.left, e.right, context);
      if (e.right.kind === 'GrowthRate') return compareGrowth(turned[e.operator], e.right, e.left, context);
      const type = sumType(typeOf(e.left, context), typeOf(e.right, context)) ?? typeOf(e.left, context);
      const left = lowerNumber(e.left, type, context);
      const right = lowerNumber(e.right, type, context);
      const op = e.operator === '<' || e.operator === '>' ? '<' : '<=';
      return e.operator === '<' || e.operator === '<='
        ? { k: 'cmp', op, a: left, b: right }
        : { k: 'cmp', op, a: right, b: left };
    }
    case '+':
    case '-':
    case '*':
    case '/':
      throw new Error(`${e.operator} gives no condition`);
    default:
      return e.operator satisfies never;
  }
}

const turned = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

/** `growth rate of F >= 6%` is F >= 106% of last year's. */
function compareGrowth(op: T.ComparisonOperator, e: T.GrowthRate, rate: T.Expression, context: LowerContext): Expr {
  const { now, reached } = lowerGrowthRate(e, lowerNumber(rate, { type: 'rate' }, context), context);
  const strict = op === '<' || op === '>' ? '<' : '<=';
  return op === '<' || op === '<='
    ? { k: 'cmp', op: strict, a: now, b: reached }
    : { k: 'cmp', op: strict, a: reached, b: now };
}

function lowerGrowthBetween(e: T.GrowthRate, range: T.Range, context: LowerContext): Expr {
  const { from, to, includesFrom, includesTo } = range;
  return {
    k: 'and',
    args: [
      ...(from ? [compareGrowth(includesFrom ? '>=' : '>', e, from, context)] : []),
      ...(to ? [compareGrowth(includesTo ? '<=' : '<', e, to, context)] : []),
    ],
  };
}

function lowerIs(e: T.Is, context: LowerContext): Expr {
  const type = typeOf(e.subject, context);
  if (type.type === 'enum' && e.value.kind === 'NameExpression') {
    return { k: 'member', x: lowerSubject(e.subject, context), set: [e.value.name.text] };
  }
  if (type.type === 'key' && e.value.kind === 'Text') {
    return { k: 'member', x: lowerSubject(e.subject, context), set: [e.value.value] };
  }
  if (type.type === 'bool' && e.value.kind === 'BoolLiteral') {
    return negateIf(!e.value.value, lowerCondition(e.subject, context));
  }
  if (type.type === 'bool') {
    const a = lowerCondition(e.subject, context);
    const b = lowerCondition(e.value, context);
    return {
      k: 'or',
      args: [
        { k: 'and', args: [a, b] },
        {
          k: 'and',
          args: [
            { k: 'not', x: a },
            { k: 'not', x: b },
          ],
        },
      ],
    };
  }
  const both = sumType(type, typeOf(e.value, context)) ?? type;
  return { k: 'cmp', op: '=', a: lowerNumber(e.subject, both, context), b: lowerNumber(e.value, both, context) };
}

/** The fact whose membership is asked. */
function lowerSubject(e: T.Expression, context: LowerContext): Expr {
  const inner = strip(e);
  if (inner.kind === 'LastYear') return lowerLastYear(inner, context);
  if (inner.kind !== 'NameExpression') throw new Error('only a fact can be a member of a set');
  const reference = referenceOf(inner.name, context);
  if (reference?.kind !== 'fact') throw unresolved(inner.name);
  return lowerFact(reference.fact, context);
}

function negateIf(negated: boolean, x: Expr): Expr {
  return negated ? { k: 'not', x } : x;
}

function unresolved(name: T.Name): Error {
  return new Error(`${name.text} was not resolved: lowering was asked for a program with errors`);
}
