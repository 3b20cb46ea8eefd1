import { names as messages } from '../../language/diagnostics/catalogue/index.ts';
import { didYouMean } from '../../language/diagnostics/did-you-mean.ts';
import type * as T from '../../language/syntax/tree.ts';
import { unknownName } from '../bind/scope.ts';
import type { EnumSymbol, LetSymbol } from '../bind/symbols.ts';
import { type Context, report } from './context.ts';
import { decisionsIn } from './decisions.ts';
import { resolveFact, resolveValue } from './names.ts';
import {
  bool,
  comparable,
  equalTypes,
  isNumeric,
  money,
  number,
  productType,
  rate,
  sumType,
  type Type,
  typeWord,
  unknown,
} from './types.ts';

/** Where an expression stands: a decision may stand only in an amount, and only where the amount grows with it. */
interface Place {
  readonly in: 'condition' | 'amount' | 'value';
  readonly decisions: boolean;
}

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
  if (type.type === 'money' || type.type === 'number' || type.type === 'unknown') return;
  report(context, messages.notMoney, expression.span, { found: typeWord(type) });
}

function requireType(expression: T.Expression, type: Type, expected: Type, context: Context): void {
  if (type.type === 'unknown' || expected.type === 'unknown' || equalTypes(type, expected)) return;
  if (type.type === 'number' && isNumeric(expected)) return;
  report(context, messages.wrongType, expression.span, { found: typeWord(type), expected: typeWord(expected) });
}

function typeOf(expression: T.Expression, context: Context, place: Place, expected?: Type): Type {
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
      const subject = typeOf(e.subject, context, fixed);
      for (const end of [e.range.from, e.range.to]) if (end) compareTypes(e.subject, subject, end, context, fixed);
      checkRangeForm(e.range, subject, context);
      context.output.types.set(e.range, subject);
      return bool;
    }
    case 'RateOf':
      return rateOfType(e, context, place);
    case 'Per': {
      const amount = typeOf(e.amount, context, place, expected);
      const priced = amount.type === 'number' && expected?.type === 'money' ? money : amount;
      return perType(e, priced, context);
    }
    case 'UpTo':
    case 'AtLeast': {
      if (!place.decisions) reportDecision(e, context, place);
      return typeOf(e.limit, context, fixed, expected ?? money);
    }
    case 'Range':
      return rangeType(e, context, place, expected);
    case 'Table':
      return tableType(e, context, place, expected);
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
      const unit = context.binding.scope.resolve('unit', e.named, context.file, context.output.diagnostics);
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

function unaryType(e: T.Unary, context: Context, place: Place, expected: Type | undefined): Type {
  const operand = typeOf(e.operand, context, { ...place, decisions: false }, expected);
  if (operand.type === 'unknown') return e.operator === 'not' ? bool : unknown;
  if (e.operator === 'not') {
    if (operand.type !== 'bool')
      report(context, messages.conditionNotBool, e.operand.span, { found: typeWord(operand) });
    return bool;
  }
  if (isNumeric(operand)) return operand;
  report(context, messages.wrongType, e.operand.span, {
    found: typeWord(operand),
    expected: { zh: '数', en: 'a number' },
  });
  return unknown;
}

function binaryType(e: T.Binary, context: Context, place: Place, expected: Type | undefined): Type {
  const fixed: Place = { ...place, decisions: false };
  switch (e.operator) {
    case 'and':
    case 'or':
      for (const side of [e.left, e.right]) {
        const type = typeOf(side, context, fixed);
        if (type.type !== 'bool' && type.type !== 'unknown') {
          report(context, messages.conditionNotBool, side.span, { found: typeWord(type) });
        }
      }
      return bool;
    case '<':
    case '<=':
    case '>':
    case '>=':
      compareTypes(e.left, typeOf(e.left, context, fixed), e.right, context, fixed);
      return bool;
    case '+':
    case '-': {
      const left = typeOf(e.left, context, place, expected);
      // The amount falls as what is taken away grows, so nobody may decide that.
      const right = typeOf(e.right, context, e.operator === '+' ? place : fixed, expected);
      const type = sumType(left, right);
      if (type !== undefined) return type;
      report(context, messages.unitsDoNotAdd, e.span, {
        left: typeWord(left),
        right: typeWord(right),
        what: e.operator === '+' ? { zh: '相加', en: 'be added' } : { zh: '相减', en: 'be subtracted' },
      });
      return unknown;
    }
    case '*': {
      const left = typeOf(e.left, context, place);
      const right = typeOf(e.right, context, place);
      if (place.in === 'condition' && !isConstant(e.left) && !isConstant(e.right)) {
        report(context, messages.notLinear, e.span, {});
      }
      const type = productType(left, right);
      if (type !== undefined) return type;
      report(context, messages.unitsDoNotMultiply, e.span, { left: typeWord(left), right: typeWord(right) });
      return unknown;
    }
    case '/': {
      const left = typeOf(e.left, context, place, expected);
      const right = typeOf(e.right, context, fixed);
      if (left.type === 'unknown' || right.type === 'unknown') return unknown;
      const divisor = constantValue(e.right);
      if (divisor === undefined) {
        report(context, messages.divisorNotConstant, e.right.span, {});
        return unknown;
      }
      if (divisor.n === 0n) {
        report(context, messages.divisionByZero, e.right.span, {});
        return unknown;
      }
      if (!isNumeric(left) || (right.type !== 'number' && right.type !== 'rate')) {
        report(context, messages.unitsDoNotMultiply, e.span, { left: typeWord(left), right: typeWord(right) });
        return unknown;
      }
      return left;
    }
    default:
      return e.operator satisfies never;
  }
}

function compareTypes(left: T.Expression, leftType: Type, right: T.Expression, context: Context, place: Place): void {
  const rightType = typeOf(right, context, place, leftType);
  if (comparable(leftType, rightType)) return;
  report(context, messages.notComparable, right.span, {
    left: typeWord(leftType),
    right: typeWord(rightType),
    subject: left.kind === 'NameExpression' ? left.name.text : { zh: '左边', en: 'the left side' },
  });
}

function isType(e: T.Is, context: Context, place: Place): Type {
  const subject = typeOf(e.subject, context, place);
  const { value } = e;
  if (subject.type === 'enum') {
    if (value.kind === 'NameExpression') {
      checkMember(value.name, subject.enum, context);
      context.output.types.set(value, subject);
    } else if (value.kind !== 'Missing') {
      report(context, messages.isNeedsMember, value.span, { enum: subject.enum.name });
    }
    return bool;
  }
  const type = typeOf(value, context, place, subject);
  const fits =
    subject.type === 'bool'
      ? type.type === 'bool'
      : subject.type === 'key'
        ? type.type === 'text'
        : comparable(subject, type);
  if (!fits && type.type !== 'unknown' && subject.type !== 'unknown') {
    report(context, messages.wrongType, value.span, { found: typeWord(type), expected: typeWord(subject) });
  }
  return bool;
}

/** Tells where a name is no member of an enum. */
export function checkMember(name: T.Name, of: EnumSymbol, context: Context): boolean {
  if (of.members.includes(name.text)) {
    context.output.references.set(name, { kind: 'member', of, member: name.text });
    return true;
  }
  if (name.text === '') return false;
  const first = of.declarations[0];
  const suggestions = didYouMean(name.text, of.members);
  if (suggestions.length > 0) {
    context.output.diagnostics.push(
      unknownName({ zh: `分类“${of.name}”的成员`, en: `member of enum ${of.name}` }, name, context.file, of.members),
    );
    return false;
  }
  report(
    context,
    messages.notMember,
    name.span,
    { name: name.text, enum: of.name, members: of.members.join('、') },
    {
      related: first
        ? [
            {
              file: first.file,
              span: first.name.span,
              message: { zh: '分类声明在这里', en: 'the enum is declared here' },
            },
          ]
        : [],
    },
  );
  return false;
}

function rateOfType(e: T.RateOf, context: Context, place: Place): Type {
  const share = typeOf(e.rate, context, place, rate);
  const base = typeOf(e.base, context, { ...place, decisions: false });
  if (share.type !== 'rate' && share.type !== 'unknown') {
    report(context, messages.rateExpected, e.rate.span, { found: typeWord(share) });
  }
  if (!isNumeric(base) && base.type !== 'unknown') {
    report(context, messages.wrongType, e.base.span, {
      found: typeWord(base),
      expected: { zh: '可按比例计算的数', en: 'a figure that a share can be taken of' },
    });
    return unknown;
  }
  return base;
}

function perType(e: T.Per, amount: Type, context: Context): Type {
  const fact = resolveFact(e.unit, context);
  if (fact === undefined || fact.factType.type === 'unknown') return unknown;
  const { factType } = fact;
  if (factType.type !== 'count' && factType.type !== 'quantity' && factType.type !== 'duration') {
    report(context, messages.perNeedsCount, e.unit.span, { name: e.unit.text, found: typeWord(factType) });
    return unknown;
  }
  if (amount.type === 'unknown') return unknown;
  if (!isNumeric(amount)) {
    report(context, messages.notMoney, e.amount.span, { found: typeWord(amount) });
    return unknown;
  }
  return amount;
}

function rangeType(e: T.Range, context: Context, place: Place, expected: Type | undefined): Type {
  if (!place.decisions) reportDecision(e, context, place);
  const fixed: Place = { ...place, decisions: false };
  const from = e.from && typeOf(e.from, context, fixed, expected);
  const to = e.to && typeOf(e.to, context, fixed, expected);
  if (e.from === undefined || e.to === undefined) {
    report(context, messages.openRange, e.span, {});
    return from ?? to ?? unknown;
  }
  const type = from && to && sumType(from, to);
  if (type === undefined) {
    report(context, messages.rangeEnds, e.span, {
      left: typeWord(from ?? unknown),
      right: typeWord(to ?? unknown),
    });
    return unknown;
  }
  checkRangeForm(e, type, context);
  return type;
}

/** On whole numbers, years and dates a range is written `a to b`: whether `a..b` holds b is not to be guessed. */
function checkRangeForm(range: T.Range, type: Type, context: Context): void {
  if (range.form !== 'dots' || (type.type !== 'count' && type.type !== 'date')) return;
  const { from, to } = range;
  report(
    context,
    messages.dotsOnWholeNumbers,
    range.span,
    { type: typeWord(type) },
    from && to
      ? {
          fixes: [
            {
              title: { zh: '改为 a to b（两端都含）', en: 'Write a to b (both ends included)' },
              edits: [{ span: { start: from.span.end, end: to.span.start }, text: ' to ' }],
            },
          ],
        }
      : {},
  );
}

function tableType(e: T.Table, context: Context, place: Place, expected: Type | undefined): Type {
  const fact = resolveFact(e.subject, context);
  let type: Type | undefined;
  const join = (value: T.Expression): void => {
    const found = typeOf(value, context, place, expected);
    if (value.kind === 'None' || found.type === 'unknown') return;
    const joined = type === undefined ? found : sumType(type, found);
    if (joined === undefined && type !== undefined) {
      report(context, messages.wrongType, value.span, { found: typeWord(found), expected: typeWord(type) });
    } else type = joined;
  };
  for (const row of e.rows) join(row.value);
  if (e.otherwise) join(e.otherwise);
  if (fact === undefined || fact.factType.type === 'unknown') return type ?? unknown;
  if (fact.factType.type !== 'enum') {
    report(context, messages.tableNeedsEnum, e.subject.span, { name: e.subject.text, found: typeWord(fact.factType) });
    return type ?? unknown;
  }
  const of = fact.factType.enum;
  const seen = new Map<string, T.Name>();
  for (const member of e.rows.flatMap((row) => row.members)) {
    if (!checkMember(member, of, context)) continue;
    const first = seen.get(member.text);
    if (first !== undefined) {
      report(
        context,
        messages.tableRowTwice,
        member.span,
        { member: member.text },
        {
          related: [{ file: context.file, span: first.span, message: { zh: '先写在这里', en: 'first written here' } }],
        },
      );
    } else seen.set(member.text, member);
  }
  const missing = of.members.filter((m) => !seen.has(m));
  if (e.otherwise === undefined && missing.length > 0) {
    report(context, messages.tableIncomplete, e.subject.span, { missing: missing.join('、'), enum: of.name });
  }
  return type ?? expected ?? unknown;
}

function reportDecision(e: T.Expression, context: Context, place: Place): void {
  const where =
    place.in === 'condition'
      ? { zh: '条件里', en: 'in a condition' }
      : place.in === 'amount'
        ? { zh: '金额随之减少的位置', en: 'where the amount does not grow with it' }
        : { zh: '限额、基数或约定值里', en: 'in a limit, a base or a named value' };
  report(context, messages.decisionMisplaced, e.span, { where });
}

/** Whether an expression holds no fact or named value. */
function isConstant(e: T.Expression): boolean {
  return constantValue(e) !== undefined;
}

/** The value of an expression of literals alone, in the base of its unit. */
export function constantValue(e: T.Expression): { readonly n: bigint; readonly d: bigint } | undefined {
  switch (e.kind) {
    case 'NumberLiteral':
      return { n: e.numerator, d: e.denominator };
    case 'Parenthesised':
      return constantValue(e.inner);
    case 'Unary': {
      const v = e.operator === '-' ? constantValue(e.operand) : undefined;
      return v && { n: -v.n, d: v.d };
    }
    case 'Binary': {
      const a = constantValue(e.left);
      const b = constantValue(e.right);
      if (a === undefined || b === undefined) return undefined;
      if (e.operator === '+') return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
      if (e.operator === '-') return { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
      if (e.operator === '*') return { n: a.n * b.n, d: a.d * b.d };
      if (e.operator === '/' && b.n !== 0n) return { n: a.n * b.d, d: a.d * b.n };
      return undefined;
    }
    default:
      return undefined;
  }
}
