import { names as messages, structure } from '../../language/diagnostics/catalogue/index.ts';
import type { Fix } from '../../language/diagnostics/diagnostic.ts';
import { didYouMean } from '../../language/diagnostics/did-you-mean.ts';
import type * as T from '../../language/syntax/tree.ts';
import { unknownName } from '../bind/scope.ts';
import type { EnumSymbol } from '../bind/symbols.ts';
import { constantValue, isConstant } from './constants.ts';
import { type Context, type Place, report } from './context.ts';
import { checkGrowthRate } from './history-types.ts';
import { bool, comparable, isNumeric, productType, sumType, type Type, typeWord, unknown } from './types.ts';

export function unaryType(e: T.Unary, context: Context, place: Place, expected: Type | undefined): Type {
  const operand = context.typeOf(e.operand, context, { ...place, decisions: false }, expected);
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

export function binaryType(e: T.Binary, context: Context, place: Place, expected: Type | undefined): Type {
  const fixed: Place = { ...place, decisions: false };
  switch (e.operator) {
    case 'and':
    case 'or':
      if (e.operator === 'or') askForParentheses(e, context);
      for (const side of [e.left, e.right]) {
        const type = context.typeOf(side, context, fixed);
        if (type.type !== 'bool' && type.type !== 'unknown') {
          report(context, messages.conditionNotBool, side.span, { found: typeWord(type) });
        }
      }
      return bool;
    case '<':
    case '<=':
    case '>':
    case '>=':
      if (e.left.kind === 'GrowthRate' || e.right.kind === 'GrowthRate') {
        const [grown, other] = e.left.kind === 'GrowthRate' ? [e.left, e.right] : [e.right, e.left];
        if (grown.kind === 'GrowthRate') checkGrowthRate(grown, [other], context);
        return bool;
      }
      compareTypes(e.left, context.typeOf(e.left, context, fixed), e.right, context, fixed);
      return bool;
    case '+':
    case '-': {
      const left = context.typeOf(e.left, context, place, expected);
      // The amount falls as what is taken away grows, so nobody may decide that.
      const right = context.typeOf(e.right, context, e.operator === '+' ? place : fixed, expected);
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
      const left = context.typeOf(e.left, context, place);
      const right = context.typeOf(e.right, context, place);
      if (place.in === 'condition' && !isConstant(e.left) && !isConstant(e.right)) {
        report(context, messages.notLinear, e.span, {});
      }
      const type = productType(left, right);
      if (type !== undefined) return type;
      report(context, messages.unitsDoNotMultiply, e.span, { left: typeWord(left), right: typeWord(right) });
      return unknown;
    }
    case '/': {
      const left = context.typeOf(e.left, context, place, expected);
      const right = context.typeOf(e.right, context, fixed);
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

export function compareTypes(
  left: T.Expression,
  leftType: Type,
  right: T.Expression,
  context: Context,
  place: Place,
): void {
  const rightType = context.typeOf(right, context, place, leftType);
  if (comparable(leftType, rightType)) {
    requireUnit(left, leftType, right, rightType, context);
    return;
  }
  report(context, messages.notComparable, right.span, {
    left: typeWord(leftType),
    right: typeWord(rightType),
    subject: left.kind === 'NameExpression' ? left.name.text : { zh: '左边', en: 'the left side' },
  });
}

/** 5 may be 5% or 500%, 9 nine months or nine years, and 2027年 is a year: against these a number says its unit, unless it is 0. */
function requireUnit(left: T.Expression, leftType: Type, right: T.Expression, rightType: Type, context: Context): void {
  const isBare = (e: T.Expression, type: Type) => {
    const value = type.type === 'number' ? constantValue(e) : undefined;
    return value !== undefined && value.n !== 0n;
  };
  const [bare, other, otherType] = isBare(left, leftType) ? [left, right, rightType] : [right, left, leftType];
  if (!isBare(bare, bare === left ? leftType : rightType)) return;
  if (otherType.type !== 'rate' && otherType.type !== 'duration') return;
  report(context, messages.unitNeeded, bare.span, {
    subject: other.kind === 'NameExpression' ? other.name.text : { zh: '另一边', en: 'the other side' },
    type: typeWord(otherType),
    example: otherType.type === 'rate' ? { zh: '5%、3‰', en: '5% or 3‰' } : { zh: '9月、2年', en: '9月 or 2年' },
  });
}

export function isType(e: T.Is, context: Context, place: Place): Type {
  const subject = context.typeOf(e.subject, context, place);
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
  const type = context.typeOf(value, context, place, subject);
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

/** A 或 B 且 C: whichever binds closer in the language, two readers of the text may pay different people. */
function askForParentheses(e: T.Binary, context: Context): void {
  const { left, right } = e;
  const [before, after] = [isLogic(left, 'and'), isLogic(right, 'and')];
  // Where `A and B or C` stands to the left of another `or`, that one is asked about.
  if (!before && (!after || isMixed(left))) return;
  const text = context.binding.program.modules.get(context.file)?.parsed.text ?? '';
  const around = (from: T.Expression, to: T.Expression) => ({ start: from.span.start, end: to.span.end });
  const closer = [...(before ? [left.span] : []), ...(after ? [right.span] : [])];
  const wider = around(isLogic(left, 'and') ? left.right : left, after ? firstOf(right) : right);
  const readings = [closer, [wider]];
  const [first = '', second = ''] = readings.map((spans) => bracketed(text, e.span, spans));
  const fixes = readings.map((spans): Fix => {
    const written = bracketed(text, e.span, spans);
    return {
      title: { zh: `读作 ${written}`, en: `Read it as ${written}` },
      edits: spans.flatMap(({ start, end }) => [
        { span: { start, end: start }, text: '(' },
        { span: { start: end, end }, text: ')' },
      ]),
    };
  });
  report(context, structure.mixedLogic, e.span, { first, second }, { fixes });
}

function isLogic(e: T.Expression, operator: 'and' | 'or'): e is T.Binary {
  return e.kind === 'Binary' && e.operator === operator;
}

function isMixed(e: T.Expression): boolean {
  return isLogic(e, 'or') && (isLogic(e.left, 'and') || isLogic(e.right, 'and') || isMixed(e.left));
}

/** The first condition of `B and C and D`. */
function firstOf(e: T.Expression): T.Expression {
  return isLogic(e, 'and') ? firstOf(e.left) : e;
}

/** The text of `whole` with parentheses around some of its parts. */
function bracketed(text: string, whole: T.Node['span'], parts: readonly T.Node['span'][]): string {
  let at = whole.start;
  const pieces = parts.map(({ start, end }) => {
    const piece = `${text.slice(at, start)}(${text.slice(start, end)})`;
    at = end;
    return piece;
  });
  return `${pieces.join('')}${text.slice(at, whole.end)}`;
}
