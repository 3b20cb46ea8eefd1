import { names as messages } from '../../language/diagnostics/catalogue/index.ts';
import { at, type Span } from '../../language/source/span.ts';
import type * as T from '../../language/syntax/tree.ts';
import { type Context, type Place, report } from './context.ts';
import { resolveList } from './resolve.ts';
import { bool, isNumeric, money, type Type, typeWord, unknown } from './types.ts';

/** A figure of the items of a list. Within it the fields of an item are names; no decision, and no other list. */
export function aggregateType(e: T.Aggregate, context: Context, place: Place, expected: Type | undefined): Type {
  if (place.fold) {
    report(context, messages.listWithinList, e.span, { list: e.list.text });
    return unknown;
  }
  const list = resolveList(e.list, context.parties, context);
  const item = list?.factType.type === 'list' ? list.factType.record : undefined;
  const inner: Context = { ...context, item: item ?? context.item };
  const isKnown = item !== undefined;
  const end = e.where && endOfCondition(e.where);
  if (end !== undefined) {
    tellRest(e, end, context);
    return unknown;
  }
  if (e.where && isKnown) {
    const type = inner.typeOf(e.where, inner, { in: 'condition', decisions: false, fold: true });
    if (type.type === 'unknown') return unknown;
    if (type.type !== 'bool') {
      report(context, messages.itemConditionNotBool, e.where.span, { found: typeWord(type), list: e.list.text });
      return unknown;
    }
    context.output.types.set(e.where, bool);
  }
  if (!isKnown) return unknown;
  if (e.value === undefined) return { type: 'count' };
  const found = inner.typeOf(e.value, inner, { ...place, decisions: false, fold: true }, expected);
  if (found.type === 'unknown') return unknown;
  const type = found.type === 'number' && expected?.type === 'money' ? money : found;
  if (isNumeric(type)) return type;
  report(context, messages.wrongType, e.value.span, { found: typeWord(type), expected: { zh: '数', en: 'a number' } });
  return unknown;
}

/** Where a condition ends that goes on as arithmetic, which no condition does: `获批` of `获批 + 3万元`. */
function endOfCondition(e: T.Expression): T.Expression | undefined {
  const first = firstOperand(e);
  if (first !== undefined) return endOfArithmetic(first);
  // 类型 is 优秀 + 2万元
  if (e.kind === 'Is') {
    const value = firstOperand(e.value);
    return value && endOfArithmetic(value);
  }
  const joins = e.kind === 'Binary' && (e.operator === 'and' || e.operator === 'or');
  return joins ? endOfCondition(e.right) : undefined;
}

function endOfArithmetic(e: T.Expression): T.Expression {
  const first = firstOperand(e);
  return first === undefined ? e : endOfArithmetic(first);
}

/** Of arithmetic; undefined of all else. */
function firstOperand(e: T.Expression): T.Expression | undefined {
  if (e.kind === 'Per') return e.amount;
  return e.kind === 'Binary' && ['+', '-', '*', '/'].includes(e.operator) ? e.left : undefined;
}

function tellRest(e: T.Aggregate, condition: T.Expression, context: Context): void {
  const rest = { start: condition.span.end, end: e.span.end };
  const edits = [
    { span: at(e.span.start), text: '(' },
    { span: at(condition.span.end), text: ')' },
  ];
  const title = { zh: '把汇总放进括号', en: 'Put the figure in parentheses' };
  report(
    context,
    messages.conditionTakesRest,
    e.span,
    { list: e.list.text, rest: textOf(rest, context), condition: textOf(condition.span, context) },
    { fixes: [{ title, edits }] },
  );
}

function textOf({ start, end }: Span, { binding, file }: Context): string {
  return (binding.program.modules.get(file)?.parsed.text.slice(start, end) ?? '').trim();
}
