import { names as messages } from '../../language/diagnostics/catalogue/index.ts';
import type * as T from '../../language/syntax/tree.ts';
import type { LetSymbol } from '../bind/symbols.ts';
import { checkRangeForm, perFullType, perType, rangeType, rateOfType, tableType } from './amounts.ts';
import { bandsType } from './bands.ts';
import { checkBoundWords } from './bounds.ts';
import { type Context, type Place, report } from './context.ts';
import { decisionsIn } from './decisions.ts';
import { checkGrowthRate, historyType } from './history-types.ts';
import { ladderType } from './ladders.ts';
import { aggregateType } from './lists.ts';
import { resolveValue } from './names.ts';
import { nthType } from './nth.ts';
import { binaryType, checkMember, compareTypes, isType, unaryType } from './operators.ts';
import { reportDecision, requireType } from './place.ts';
import { readingType } from './readings.ts';
import { bool, money, number, rate, type Type, typeWord, unknown } from './types.ts';
import { isCountingWord } from './words-counting.ts';

/** Checks a condition: yes or no, linear in the facts, nobody's decision. */
export function checkCondition(expression: T.Expression, context: Context): void {
  const type = typeOf(expression, context, { in: 'condition', decisions: false });
  if (type.type === 'bool' || type.type === 'unknown') return;
  report(context, messages.conditionNotBool, expression.span, { found: typeWord(type) });
}

/** Checks what a benefit pays: money, of which at most one figure is somebody's decision. */
export function checkAmount(expression: T.Expression, context: Context): void {
  const type = typeOf(expression, context, { in: 'amount', decisions: true }, money);
  requireMoney(expression, type, context);
  const decisions = decisionsIn(expression);
  const [first, second] = decisions;
  if (first !== undefined && second !== undefined) {
    report(
      context,
      messages.twoDecisions,
      second.span,
      {},
      {
        related: [
          {
            file: context.file,
            span: first.span,
            message: { zh: '第一处裁量在这里', en: 'the first decision is here' },
          },
        ],
      },
    );
  }
}

/** Checks a limit, floor, budget or target: a value of the type asked for, nobody's decision. */
export function checkValue(expression: T.Expression, expected: Type, context: Context): void {
  const type = typeOf(expression, context, { in: 'value', decisions: false }, expected);
  if (expected.type === 'money') requireMoney(expression, type, context);
  else requireType(expression, type, expected, context);
}

/** Checks a value of any type and gives the type. */
export function checkAnyValue(expression: T.Expression, context: Context, expected?: Type): Type {
  return typeOf(expression, context, { in: 'value', decisions: false }, expected);
}

function requireMoney(expression: T.Expression, type: Type, context: Context): void {
  if (type.type === 'money' && type.per === undefined) return;
  if (type.type === 'number' || type.type === 'unknown') return;
  report(context, messages.notMoney, expression.span, { found: typeWord(type) });
}

/** The type of an expression, found by its form; kept for lowering, hover and completion. */
export function typeOf(expression: T.Expression, context: Context, place: Place, expected?: Type): Type {
  const type = infer(expression, context, place, expected);
  context.output.types.set(expression, type);
  return type;
}

function infer(e: T.Expression, context: Context, place: Place, expected: Type | undefined): Type {
  const fixed: Place = { ...place, decisions: false };
  switch (e.kind) {
    case 'NumberLiteral':
      return literalType(e, context);
    case 'DateLiteral':
      return { type: 'date' };
    case 'BoolLiteral':
      return bool;
    case 'Text':
      return { type: 'text' };
    case 'Missing':
      return unknown;
    case 'None':
      return money;
    case 'NameExpression':
      return nameType(e, context);
    case 'Parenthesised':
      return typeOf(e.inner, context, place, expected);
    case 'Unary':
      return unaryType(e, context, place, expected);
    case 'Binary':
      return binaryType(e, context, place, expected);
    case 'Is':
      return isType(e, context, fixed);
    case 'In': {
      const subject = typeOf(e.subject, context, fixed);
      if (subject.type === 'enum') for (const member of e.members) checkMember(member, subject.enum, context);
      else if (subject.type !== 'unknown') {
        report(context, messages.inNeedsEnum, e.subject.span, { found: typeWord(subject) });
      }
      return bool;
    }
    case 'Between': {
      if (e.subject.kind === 'GrowthRate') {
        checkGrowthRate(e.subject, [e.range.from, e.range.to], context);
        context.output.types.set(e.range, rate);
        checkBoundWords(e.range, context);
        return bool;
      }
      const subject = typeOf(e.subject, context, fixed);
      for (const end of [e.range.from, e.range.to]) if (end) compareTypes(e.subject, subject, end, context, fixed);
      checkRangeForm(e.range, subject, context);
      checkBoundWords(e.range, context);
      context.output.types.set(e.range, subject);
      return bool;
    }
    case 'RateOf':
      return rateOfType(e, context, place);
    case 'Per': {
      const amount = typeOf(e.amount, context, place, expected);
      const priced = amount.type === 'number' && expected?.type === 'money' ? money : amount;
      return perType(e, priced, context, place);
    }
    case 'PerFull':
      return perFullType(e, context, place, expected);
    case 'UpTo':
    case 'AtLeast': {
      if (!place.decisions) reportDecision(e, context, place);
      return typeOf(e.limit, context, fixed, expected ?? money);
    }
    case 'Range':
      return rangeType(e, context, place, expected);
    case 'Table':
      return tableType(e, context, place, expected);
    case 'Aggregate':
      return aggregateType(e, context, place, expected);
    case 'Bands':
      return bandsType(e, context, place, expected);
    case 'Nth':
      return nthType(e, context, place, expected);
    case 'Ladder':
      return ladderType(e, context, place, expected);
    case 'LastYear':
    case 'YearsSum':
    case 'Growth':
    case 'GrowthRate':
    case 'FirstTime':
    case 'Running':
    case 'Had':
    case 'Schedule':
      return historyType(e, context, place, expected);
    case 'Reading':
      return readingType(e, context, place, expected);
    case 'Undecided':
    case 'CaseByCase':
      if (!place.decisions) reportDecision(e, context, place);
      return expected ?? money;
    default:
      return e satisfies never;
  }
}

function literalType(e: T.NumberLiteral, context: Context): Type {
  switch (e.unit) {
    case 'none':
      return number;
    case 'money':
      return money;
    case 'percent':
    case 'permille':
      return rate;
    case 'months':
      return { type: 'duration' };
    case 'days':
      return { type: 'days' };
    case 'named': {
      if (e.named === undefined) return unknown;
      const { scope } = context.binding;
      if (isCountingWord(e.named.text) && scope.find('unit', e.named.text, context.file) === undefined) {
        return { type: 'count' };
      }
      const unit = scope.resolve('unit', e.named, context.file, context.output.diagnostics);
      return unit ? { type: 'quantity', unit } : unknown;
    }
    default:
      return e.unit satisfies never;
  }
}

function nameType(e: T.NameExpression, context: Context): Type {
  const reference = resolveValue(e.name, context);
  switch (reference?.kind) {
    case undefined:
      return unknown;
    case 'fact':
      if (reference.fact.factType.type !== 'list') return reference.fact.factType;
      report(context, messages.listAsValue, e.span, { list: e.name.text });
      return unknown;
    case 'let':
      return letType(reference.value, e.name, context);
    case 'member':
      return { type: 'enum', enum: reference.of };
    default:
      return reference satisfies never;
  }
}

/** The type of a named value, found once, where it was declared. */
export function letType(symbol: LetSymbol, use: T.Name, context: Context): Type {
  const { letTypes, openLets } = context.output;
  const known = letTypes.get(symbol);
  if (known !== undefined) return known;
  if (openLets.has(symbol)) {
    report(context, messages.letCycle, use.span, { name: symbol.name });
    return unknown;
  }
  openLets.add(symbol);
  const own: Context = { ...context, file: symbol.file, measure: symbol.measure };
  let type = typeOf(symbol.node.value, own, { in: 'value', decisions: false });
  const step = symbol.node.rounding?.step;
  if (step !== undefined) {
    const stepType = typeOf(step, own, { in: 'value', decisions: false }, type);
    if (type.type === 'number' && stepType.type === 'money') type = money;
    requireType(step, stepType, type, own);
    if (!isPositiveLiteral(step)) report(own, messages.roundingStep, step.span, {});
  }
  openLets.delete(symbol);
  letTypes.set(symbol, type);
  return type;
}

function isPositiveLiteral(e: T.Expression): boolean {
  return e.kind === 'NumberLiteral' && e.numerator > 0n;
}
