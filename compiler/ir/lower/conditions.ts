import type * as T from '../../../language/syntax/tree.ts';
import { boundsReading, endsOf } from '../../check/bounds.ts';
import { sumType } from '../../check/types.ts';
import type { Expr } from '../ir.ts';
import { type LowerContext, referenceOf, typeOf } from './context.ts';
import { lowerFirstTime, lowerGrowthRate, lowerHad, lowerLastYear, lowerRunning, pastAwardOf } from './history.ts';
import { type Lowering, lowerReading, strip, unresolved } from './nodes.ts';

/** Lowers a condition to the kernel's three-valued nodes. */
export function conditionOf(e: T.Expression, context: LowerContext, lower: Lowering): Expr {
  switch (e.kind) {
    case 'BoolLiteral':
      return { k: 'const', value: e.value, valueType: { type: 'bool' } };
    case 'Parenthesised':
      return lower.condition(e.inner, context);
    case 'NameExpression': {
      const reference = referenceOf(e.name, context);
      if (reference?.kind === 'fact') return lower.fact(reference.fact, context);
      if (reference?.kind === 'let') return lower.named(reference.value, context);
      throw unresolved(e.name);
    }
    case 'Reading':
      return lowerReading(e, (value) => lower.condition(value, context));
    case 'Unary':
      return { k: 'not', x: lower.condition(e.operand, context) };
    case 'LastYear':
      return lowerLastYear(e, context);
    case 'FirstTime':
      return lowerFirstTime(e, context, lower.condition);
    case 'Running':
      return lowerRunning(e, context, lower.condition);
    case 'Had':
      return lowerHad(pastAwardOf(e.award, context));
    case 'Binary':
      return lowerLogic(e, context, lower);
    case 'Is':
      return negateIf(e.negated, lowerIs(e, context, lower));
    case 'In':
      return negateIf(e.negated, {
        k: 'member',
        x: lowerSubject(e.subject, context, lower),
        set: e.members.map((m) => m.text),
      });
    case 'Between': {
      if (e.subject.kind === 'GrowthRate') return lowerGrowthBetween(e.subject, e.range, context, lower);
      const type = typeOf(e.subject, context);
      const subject = lower.number(e.subject, type, context);
      const { from, to } = e.range;
      const included = endsOf(e.range, boundsReading(context.checked.binding, context.file));
      const args: Expr[] = [];
      if (from)
        args.push({ k: 'cmp', op: included.from ? '<=' : '<', a: lower.number(from, type, context), b: subject });
      if (to) args.push({ k: 'cmp', op: included.to ? '<=' : '<', a: subject, b: lower.number(to, type, context) });
      return { k: 'and', args };
    }
    default:
      throw new Error(`${e.kind} is no condition: lowering was asked for a program with errors`);
  }
}

function lowerLogic(e: T.Binary, context: LowerContext, lower: Lowering): Expr {
  switch (e.operator) {
    case 'and':
    case 'or': {
      const op = e.operator;
      const args = [e.left, e.right].flatMap((side) => {
        const lowered = lower.condition(side, context);
        return lowered.k === op ? lowered.args : [lowered];
      });
      return { k: op, args };
    }
    case '<':
    case '<=':
    case '>':
    case '>=': {
      if (e.left.kind === 'GrowthRate') return compareGrowth(e.operator, e.left, e.right, context, lower);
      if (e.right.kind === 'GrowthRate') return compareGrowth(turned[e.operator], e.right, e.left, context, lower);
      const type = sumType(typeOf(e.left, context), typeOf(e.right, context)) ?? typeOf(e.left, context);
      const left = lower.number(e.left, type, context);
      const right = lower.number(e.right, type, context);
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
function compareGrowth(
  op: T.ComparisonOperator,
  e: T.GrowthRate,
  rate: T.Expression,
  context: LowerContext,
  lower: Lowering,
): Expr {
  const { now, reached } = lowerGrowthRate(e, lower.number(rate, { type: 'rate' }, context), context);
  const strict = op === '<' || op === '>' ? '<' : '<=';
  return op === '<' || op === '<='
    ? { k: 'cmp', op: strict, a: now, b: reached }
    : { k: 'cmp', op: strict, a: reached, b: now };
}

function lowerGrowthBetween(e: T.GrowthRate, range: T.Range, context: LowerContext, lower: Lowering): Expr {
  const { from, to } = range;
  const included = endsOf(range, boundsReading(context.checked.binding, context.file));
  return {
    k: 'and',
    args: [
      ...(from ? [compareGrowth(included.from ? '>=' : '>', e, from, context, lower)] : []),
      ...(to ? [compareGrowth(included.to ? '<=' : '<', e, to, context, lower)] : []),
    ],
  };
}

function lowerIs(e: T.Is, context: LowerContext, lower: Lowering): Expr {
  const type = typeOf(e.subject, context);
  if (type.type === 'enum' && e.value.kind === 'NameExpression') {
    return { k: 'member', x: lowerSubject(e.subject, context, lower), set: [e.value.name.text] };
  }
  if (type.type === 'key' && e.value.kind === 'Text') {
    return { k: 'member', x: lowerSubject(e.subject, context, lower), set: [e.value.value] };
  }
  if (type.type === 'bool' && e.value.kind === 'BoolLiteral') {
    return negateIf(!e.value.value, lower.condition(e.subject, context));
  }
  if (type.type === 'bool') {
    const a = lower.condition(e.subject, context);
    const b = lower.condition(e.value, context);
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
  return { k: 'cmp', op: '=', a: lower.number(e.subject, both, context), b: lower.number(e.value, both, context) };
}

/** The fact whose membership is asked. */
function lowerSubject(e: T.Expression, context: LowerContext, lower: Lowering): Expr {
  const inner = strip(e);
  if (inner.kind === 'LastYear') return lowerLastYear(inner, context);
  if (inner.kind !== 'NameExpression') throw new Error('only a fact can be a member of a set');
  const reference = referenceOf(inner.name, context);
  if (reference?.kind !== 'fact') throw unresolved(inner.name);
  return lower.fact(reference.fact, context);
}

function negateIf(negated: boolean, x: Expr): Expr {
  return negated ? { k: 'not', x } : x;
}
