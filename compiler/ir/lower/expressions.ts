import type * as T from '../../../language/syntax/tree.ts';
import type { FactSymbol, LetSymbol } from '../../bind/symbols.ts';
import { durationUnits } from '../../check/amounts.ts';
import { constantValue } from '../../check/constants.ts';
import { daysOf } from '../../check/examples.ts';
import { isNumeric, money, number, type Type } from '../../check/types.ts';
import { asOfFact, type Expr, type ExprOf, factId, trueExpr } from '../ir.ts';
import { divide, multiply, one, type Rational, rational, zero } from '../rational.ts';
import { conditionOf } from './conditions.ts';
import { constant, idOf, type LowerContext, minusOne, referenceOf, typeOf, valueTypeOf, zeroMoney } from './context.ts';
import { lowerGrowth, lowerLastYear, lowerSchedule, lowerYearsSum, timeOf } from './history.ts';
import { decide, flatAdd, type Lowering, lowerReading, unresolved, zeroOf } from './nodes.ts';
import { lowerNth } from './nth.ts';
import { lowerBands, lowerLadder, lowerShare, lowerTable } from './rows.ts';

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
      return lowerTable(e, wanted, context, lowering);
    case 'Aggregate':
      return lowerAggregate(e, wanted, context);
    case 'Nth':
      return lowerNth(e, wanted, context, lowering);
    case 'Bands':
      return lowerBands(e, wanted, context, lowering);
    case 'Ladder':
      return lowerLadder(e, wanted, context, lowering);
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
  if (fact.parameter !== undefined) return lowerParameter(fact, fact.parameter.node, context);
  if (fact.derived === undefined) return { k: 'fact', ref: idOf(fact, context), at: timeOf(context) };
  const own: LowerContext = { ...context, file: fact.derived.file, decider: undefined };
  return fact.factType.type === 'bool'
    ? lowerCondition(fact.derived.value, own)
    : lowerNumber(fact.derived.value, fact.factType, own);
}

/** The value of the latest day that has come; before the first of them the fact itself, as whoever computes gives it. */
function lowerParameter(fact: FactSymbol, { values }: T.ParameterDeclaration, context: LowerContext): Expr {
  const own: LowerContext = { ...context, file: fact.parameter?.file ?? context.file, decider: undefined };
  const given: Expr = { k: 'fact', ref: idOf(fact, context), at: timeOf(context) };
  const isPrice = fact.factType.type === 'money' && fact.factType.per !== undefined;
  const open: Expr = isPrice ? { k: 'mul', a: constant(hundred, 'money'), b: given } : given;
  return values.reduce<Expr>((before, { value, from }) => {
    const figure = lowerNumber(value, fact.factType, own);
    if (from === undefined) return figure;
    const day: Expr = { k: 'const', value: rational(daysOf(from.iso)), valueType: { type: 'date' } };
    const come: Expr = { k: 'cmp', op: '<=', a: day, b: { k: 'fact', ref: asOfFact, at: 'now' } };
    return { k: 'if', c: come, t: figure, e: before };
  }, open);
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

/** A share of a base. A share that someone decides becomes an amount that someone decides: decisions are sums of money. */
function lowerRateOf(e: T.RateOf, wanted: Type, context: LowerContext): Expr {
  return lowerShare(e.rate, lowerNumber(e.base, wanted, context), context, lowering);
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

/** Lowers a condition to the kernel's three-valued nodes. */
export function lowerCondition(e: T.Expression, context: LowerContext): Expr {
  return conditionOf(e, context, lowering);
}

const lowering: Lowering = { number: lowerNumber, condition: lowerCondition, fact: lowerFact, named: lowerLet };
